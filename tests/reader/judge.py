"""`python -m tests.reader.judge FOLDER…`: texts that somebody labelled without having seen the reader, read and scored.

A folder holds `gold.yaml` and its texts (`NAME.txt` or `NAME.pdf`). Under `documents`, each NAME has `expect`: field -> the answers an
expert would accept, best first; what is absent is not stated, and an accepted value there is wrong;
"not stated" among the answers lets it be missed. `ungraded` lists fields on
which experts could differ, `evidence` the quotes. `match` is a list of tiers, [[100, 3], [50, 2]], or "none"; `eligible_pay` is "stated".
The first time a folder is judged is the only honest one (decision 63).
"""

from __future__ import annotations

import datetime
import itertools
import re
import sys
from pathlib import Path
from typing import Any

import yaml
from tests.reader.gold import CRITICAL, Score, macro_f1, table

from megaroth.kit.money import NO_CAP, NO_LIMIT
from megaroth.plan.draft import Read
from megaroth.reader import reading

TODAY = datetime.date(2026, 11, 26)
FIELDS = (
    *CRITICAL, "after_tax_cap_percent", "after_tax_cap_dollars", "roth_deferrals", "match", "match_limit_dollars", "match_period",
    "match_on_after_tax", "match_on_catch_up", "true_up", "deferral_cap_percent", "combined_cap_percent",
    "hce_after_tax_cap_percent", "eligible_pay", "auto_enrolment_percent", "auto_increase_percent", "recordkeeper", "phone", "date",
    "super_catch_up", "spillover", "conversions_per_year",
)  # fmt: skip


def number(value: object) -> float | str:
    """A percent, an amount or a count as a number; anything else as small letters."""
    text = re.sub(r"[%$,]", "", str(value)).strip()
    if mixed := re.fullmatch(r"(\d+) (\d)/(\d)", text):
        return round(int(mixed[1]) + int(mixed[2]) / int(mixed[3]), 1)
    try:
        return float(text.replace(" ", ""))
    except ValueError:
        return str(value).strip().lower()


def accepted(file: Path) -> dict[str, tuple[Any, str]]:
    """What is read of a text: field -> value in the form of the gold, and its quote."""
    read = reading.read(file.read_bytes(), file.name, TODAY)
    if isinstance(read, list):
        return {}
    found = {
        name: _in_gold_form(name, said) for name, said in read.draft.stated.items() if str(said.value) != "unknown"
    }
    if "match_limits" in found:
        found["match_limit_dollars"] = found.pop("match_limits")
    # As in the gold: what a text bears is its own date, or else the year whose limits it gives.
    if date := read.date or (str(read.year) if read.year else ""):
        found["date"] = (date, date)
    return {name: each for name, each in found.items() if each[0] is not None}


def _in_gold_form(name: str, said: Read) -> tuple[Any, str]:
    value: Any = said.value
    if name == "match":
        tiers = [] if isinstance(value, str) else value
        value = [[number(tier.rate), number(None if tier.of_pay == NO_CAP else tier.of_pay)] for tier in tiers] or str(
            value
        )
    elif name == "match_limits":
        value = None if value.dollars == NO_LIMIT else value.dollars
    elif name == "eligible_pay":
        value = "stated"
    return value, said.quote


def _rounded(value: object) -> object:
    """A percent to one place: an expert writes two thirds as 66.67 or as 66 2/3."""
    read = number(value)
    return round(read, 1) if isinstance(read, float) else read


def agrees(name: str, want: object, have: object) -> bool:
    """Whether an accepted value is one that the expert accepts."""
    if name == "match" and isinstance(want, list) and isinstance(have, list):
        return [[_rounded(each) for each in tier] for tier in want] == [
            [_rounded(each) for each in tier] for tier in have
        ]
    if name == "date":  # of one of them only the year may be known
        return any(one.startswith(other) for one, other in itertools.permutations((str(want), str(have))))
    if name == "phone":
        return re.sub(r"\D", "", str(want))[-10:] == re.sub(r"\D", "", str(have))[-10:]
    if name == "recordkeeper":
        one, other = (re.sub(r"[^a-z]", "", str(each).lower()) for each in (want, have))
        return one in other or other in one
    return number(want) == number(have)


def wanted(name: str, said: Any) -> list[Any]:
    """The answers that count as right."""
    if name == "match" and isinstance(said, list) and isinstance(said[0], list) and not isinstance(said[0][0], list):
        return [said]
    return [{True: "yes", False: "no"}.get(each, each) if isinstance(each, bool) else each
            for each in (said if isinstance(said, list) else [said])]  # fmt: skip


def judge(folder: Path) -> tuple[dict[str, Score], list[str]]:
    """Every graded field of every text of a folder, and each fault in a line."""
    scores: dict[str, Score] = {}
    faults: list[str] = []
    for name, gold in yaml.safe_load((folder / "gold.yaml").read_text(encoding="utf-8"))["documents"].items():
        have = accepted(next(file for end in ("pdf", "txt") if (file := folder / f"{name}.{end}").exists()))
        for field in (field for field in FIELDS if field not in (gold.get("ungraded") or ())):
            want = wanted(field, gold["expect"][field]) if field in (gold.get("expect") or {}) else None
            got, quote = have.get(field, (None, ""))
            score = scores.setdefault(field, Score())
            if got is not None and want is not None and any(agrees(field, each, got) for each in want):
                score.right.append(name)
                continue
            if got is not None:
                score.wrong.append(name)
                faults.append(f"WRONG  {name} {field}: {got}, should be {want or 'not stated'} ({quote[:200]})")
            if want is not None and not (got is None and "not stated" in want):
                score.missed.append(name)
                faults.append(f"missed {name} {field}: {want} {(gold.get('evidence') or {}).get(field, '')}")
    return scores, faults


def together(many: list[dict[str, Score]]) -> dict[str, Score]:
    """The scores of several folders as one."""
    whole: dict[str, Score] = {}
    for scores in many:
        for field, score in scores.items():
            sum_of = whole.setdefault(field, Score())
            sum_of.right += score.right
            sum_of.wrong += score.wrong
            sum_of.missed += score.missed
    return whole


if __name__ == "__main__":
    judged = [judge(Path(folder)) for folder in sys.argv[1:]]
    for _, lines in judged:
        sys.stdout.writelines(f"{line}\n" for line in lines)
    of_all = together([scores for scores, _ in judged])
    sums = [sum(len(getattr(score, kind)) for score in of_all.values()) for kind in ("right", "wrong", "missed")]
    critical = [sum(len(getattr(of_all[name], kind)) for name in CRITICAL) for kind in ("right", "wrong")]
    sys.stdout.write(f"\n{table(of_all)}\n\nmacro-F1 {macro_f1(of_all):.3f}; right {sums[0]}, wrong {sums[1]}, missed {sums[2]}; "
                     f"the three that count: right {critical[0]}, wrong {critical[1]}\n")  # fmt: skip
