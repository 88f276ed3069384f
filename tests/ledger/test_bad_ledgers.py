"""Whatever is wrong with a ledger becomes findings that say where and what to do: `bad_ledgers.toml`, one loop."""

from __future__ import annotations

import datetime
import json
import random
import tomllib
from pathlib import Path
from typing import Any

import pytest

from megaroth.kit.finding import Finding
from megaroth.ledger.answer import LedgerAnswer, forms, show, withdraw
from megaroth.ledger.read import Book, ledger_of

CASES = tomllib.loads((Path(__file__).parent / "bad_ledgers.toml").read_text(encoding="utf-8"))
BAD: list[dict[str, Any]] = CASES["bad"]
TODAY = datetime.date(2026, 11, 24)
GOOD = """
[[entries]]
key = "paid"
on = 2026-01-09
kind = "contribute"
account = "plan"
source = "after_tax"
amount = 1_000
"""


def findings_of(text: str, folder: Path) -> list[Finding]:
    book = ledger_of(text, "me.toml", folder)
    if isinstance(book, list):
        return book
    answer = show(book, TODAY)
    assert isinstance(answer, list), "the ledger was accepted"
    for question in (forms(book, 2026, TODAY), withdraw(book, TODAY)):
        assert question == answer
    return answer


@pytest.mark.parametrize("case", BAD, ids=lambda case: str(case["name"]))
def test_a_bad_ledger_gives_its_findings(case: dict[str, Any], tmp_path: Path) -> None:
    found = findings_of(CASES["base"] + case["more"], tmp_path)
    assert [(f.code, f.where.removeprefix("me.toml:")) for f in found] == [(c, w) for c, w, _ in case["finds"]]
    for finding, (_, _, says) in zip(found, case["finds"], strict=True):
        assert says in finding.message
        assert finding.severity == "error"
        assert finding.message.endswith(".")
        assert finding.remedy.endswith((".", "?", "…"))


def test_the_base_itself_is_good(tmp_path: Path) -> None:
    book = ledger_of(CASES["base"] + GOOD, "me.toml", tmp_path)
    assert isinstance(book, Book)
    assert isinstance(show(book, TODAY), LedgerAnswer)


@pytest.mark.parametrize("seed", range(40))
def test_no_mistake_in_any_field_is_a_traceback(seed: int, tmp_path: Path) -> None:
    """Random nonsense in random fields of a good ledger: findings or an answer, never an exception."""
    rng = random.Random(seed)
    values: list[Any] = [
        None, "", "x", -1, 0, 10**18, 1e999, "1,234.56", "٣", "\x00", True, [], {}, "2026-02-30", "2026-01-09",
        "after_tax", "plan", "roth", "ira", 2026, 1.5, "distribute", "convert", "roll_out", "roll_in", "correct",
    ]  # fmt: skip
    names = [
        "key", "on", "kind", "account", "amount", "source", "to", "to_source", "basis", "taxed", "pre_1987", "for_year",
        "withheld", "event", "reason", "undoes", "note",
    ]  # fmt: skip
    for _ in range(20):
        ledger = {
            "people": {"ana": {"born": "1985-06-14"}},
            "accounts": {"plan": {"kind": "plan"}, "ira": {"kind": "traditional_ira"}, "roth": {"kind": "roth_ira"}},
            "entries": [
                {"on": "2026-01-09", "kind": "contribute", "account": "plan", "source": "after_tax", "amount": 100}
                for _ in range(3)
            ],
        }
        entries: Any = ledger["entries"]
        for _ in range(3):
            entries[rng.randrange(3)][rng.choice(names)] = rng.choice(values)
        book = ledger_of(json.dumps(ledger), "me.json", tmp_path, is_json=True)
        if isinstance(book, Book):
            for answer in (show(book, TODAY), forms(book, 2026, TODAY), withdraw(book, TODAY)):
                assert isinstance(answer, list) or answer.as_json()
