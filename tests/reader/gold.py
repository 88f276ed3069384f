"""Real texts with the reading an expert gave them, where they lie beside the project: what we read of them, scored by field.

`python -m tests.reader.gold` prints the table of docs/reader.md. A field counts as found when it is accepted with the
expert's value; as wrong when it is accepted with another or where the expert says "not stated".
"""

from __future__ import annotations

import datetime
import json
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from megaroth.kit.finding import Finding
from megaroth.reader import reading

DOCUMENTS = Path(__file__).parents[3] / "shared" / "plans" / "docs"
TODAY = datetime.date(2026, 11, 25)
CRITICAL = ("after_tax_allowed", "in_plan_conversion", "in_service_withdrawal")


@dataclass
class Score:
    """Of one field: found and right, accepted and wrong, stated but not found."""

    right: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        accepted = len(self.right) + len(self.wrong)
        return len(self.right) / accepted if accepted else 1.0

    @property
    def recall(self) -> float:
        stated = len(self.right) + len(self.missed)
        return len(self.right) / stated if stated else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def _conversion(said: dict[str, Any]) -> str | None:
    """How after-tax money is converted; what is said of other money alone does not state it."""
    sources = said["sources"]
    if isinstance(sources, list) and not any(
        re.search("after_tax|non_roth|all|any", str(source)) for source in sources
    ):
        return None
    return {"auto": "automatic", "on_request": "on-request", "yes_unspecified": "on-request", False: "no"}.get(
        said["mode"]
    )


def expected(gold: dict[str, Any]) -> dict[str, Any]:
    """The expert's reading in the words of a plan file; None where the text does not state it."""
    yes_no = {True: "yes", False: "no", "not_stated": None}
    conversion, withdrawal = gold["in_plan_roth_conversion"], gold["in_service_withdrawal_of_after_tax"]
    cap = gold["after_tax_cap"]
    percents = {
        key: gold[name]
        for key, name in (
            ("deferral_cap_percent", "deferral_percent_max"),
            ("combined_cap_percent", "combined_percent_max"),
        )
    }
    match = gold["match_formula"]
    return {
        "after_tax_allowed": yes_no.get(gold["after_tax_allowed"], gold["after_tax_allowed"]),
        # A dollar figure of one year is not a plan's cap, and a cap from before a freeze is none.
        "after_tax_cap_percent": cap.get("pct_eligible_pay") if isinstance(cap, dict) else None,
        "after_tax_cap_dollars": None,
        "roth_deferrals": yes_no.get(gold["roth_deferrals_allowed"]),
        "in_plan_conversion": _conversion(conversion),
        "in_service_withdrawal": yes_no.get(withdrawal["value"]),
        "match": [_tiers(match)] + ([_tiers(match[1:])] if len(match) > 1 else []) if isinstance(match, list) else None,
        "match_limits": [each["annual_cap"] for each in match if "annual_cap" in each] or None if isinstance(match, list) else None,
        "match_period": {"pay_period": "payday"}.get(gold["match_period"]),
        "match_on_after_tax": yes_no.get(gold["match_on_after_tax"]),
        "match_on_catch_up": yes_no.get(gold["match_on_catch_up"]),
        "true_up": yes_no.get(gold["true_up"]),
        **{key: {"by group": value} if isinstance(value, dict) else value if value != "not_stated" else None for key, value in percents.items()},
        "hce_after_tax_cap_percent": None,
        "eligible_pay": gold["eligible_pay"] if gold["eligible_pay"] != "not_stated" else None,
        "auto_enrolment_percent": _first_percent(gold["auto_enrol"]),
        "auto_increase_percent": _first_percent(gold["auto_increase"]),
        "recordkeeper": gold["recordkeeper"] if gold["recordkeeper"] != "not_stated" else None,
        "phone": re.sub(r"\D", "", gold["phone"])[-10:] if gold["phone"] != "not_stated" else None,
        "date": str(gold["plan_year"]) if gold["plan_year"] != "not_stated" else None,
    }  # fmt: skip


def _tiers(match: list[dict[str, Any]]) -> list[tuple[int, int]]:
    return [(tier["rate_pct"], tier["to"] - tier["from_"]) for tier in match[:1]]


def _first_percent(text: str) -> str | None:
    found = re.search(r"(\d+)%", text)
    return found[1] if found else None


def text_of(name: str) -> tuple[str, bytes]:
    """A document as a reader has it: without the lines about where it came from."""
    if name == "piasc_spd_2010_full":
        return "piasc_spd_2010.pdf", (DOCUMENTS / "piasc_spd_2010.pdf").read_bytes()
    lines = (DOCUMENTS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return f"{name}.txt", "\n".join(line for line in lines if not line.startswith("# ")).encode()


def accepted(name: str) -> dict[str, Any]:
    """What is read of a document, in the form of `expected`."""
    file, data = text_of(name)
    read = reading.read(data, file, TODAY)
    if isinstance(read, list):
        raise AssertionError([finding.message for finding in read if isinstance(finding, Finding)])
    found: dict[str, Any] = {key: said.value for key, said in read.draft.stated.items()}
    # What is labelled is the year of the plan: that of its limits counts, which is no date of the document.
    found["date"] = read.date[:4] or (str(read.year) if read.year else None)
    if "phone" in found:
        found["phone"] = re.sub(r"\D", "", found["phone"])[-10:]
    return found


def agrees(key: str, want: Any, have: Any) -> bool:
    """Whether an accepted value is the expert's."""
    if key == "match":
        tiers = [(str(t.rate), str(t.of_pay)) for t in have] if isinstance(have, list) else []
        return any(tiers == [(f"{rate}%", f"{to}%") for rate, to in each] for each in want)
    if key == "match_limits":
        return str(have.dollars).replace("$", "").replace(",", "").removesuffix(".00") in {str(each) for each in want}
    if key == "eligible_pay":
        return bool(have)
    return str(have).removesuffix("%") == str(want)


def scores() -> dict[str, Score]:
    """Every labelled field over every document."""
    golds = yaml.safe_load((DOCUMENTS / "gold.yaml").read_text(encoding="utf-8"))["documents"]
    result: dict[str, Score] = {}
    for name, gold in golds.items():
        have = accepted(name)
        for key, want in expected(gold).items():
            score = result.setdefault(key, Score())
            got = have.get(key)
            if got is None and want is None:
                continue
            if got is None:
                score.missed.append(name)
            elif want is not None and agrees(key, want, got):
                score.right.append(name)
            else:
                score.wrong.append(f"{name}: {got}")
                if want is not None:
                    score.missed.append(name)
    return result


def macro_f1(by_field: dict[str, Score]) -> float:
    """The mean of F1 over the fields that occur at all."""
    used = [score for score in by_field.values() if score.right or score.wrong or score.missed]
    return sum(score.f1 for score in used) / len(used)


def table(by_field: dict[str, Score]) -> str:
    """The table of docs/reader.md."""
    rows = ["| field | stated | found | wrong | precision | recall |", "|---|---:|---:|---:|---:|---:|"]
    for key, score in by_field.items():
        stated = len(score.right) + len(score.missed)
        rows.append(
            f"| {key.replace('_', ' ')} | {stated} | {len(score.right)} | {len(score.wrong)} | {score.precision:.2f} | {score.recall:.2f} |"
        )
    return "\n".join(rows)


if __name__ == "__main__":
    scored = scores()
    faults = {key: {"wrong": score.wrong, "missed": score.missed} for key, score in scored.items()}
    sys.stdout.write(f"{table(scored)}\n\nmacro-F1 {macro_f1(scored):.3f}\n{json.dumps(faults, indent=1)}\n")
