"""What is typed and answered in a tax program: one step a form, and what goes wrong most is said."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from megaroth.kit.money import ZERO, dollars
from megaroth.ledger.answer import FormsAnswer, forms
from megaroth.ledger.form_8606 import line_10
from megaroth.ledger.read import Book, ledger_of, read_ledger

EXAMPLE = Path(__file__).parents[2] / "examples" / "ledger" / "ana.toml"
HEAD = """
[people.a]
born = 1980-01-01
[accounts.plan]
kind = "plan"
separate_contract = "yes"
[accounts.trad]
kind = "traditional_ira"
[accounts.roth]
kind = "roth_ira"
[[entries]]
on = 2025-01-10
kind = "contribute"
account = "plan"
source = "after_tax"
amount = 8_000
[[entries]]
on = 2025-02-10
kind = "earn"
account = "plan"
source = "after_tax"
amount = 100
"""


def entering(more: str, year: int = 2025) -> list[str]:
    book = ledger_of(HEAD + more, "a.toml", Path())
    assert isinstance(book, Book), book
    answer = forms(book, year, datetime.date(2026, 11, 25))
    assert isinstance(answer, FormsAnswer), answer
    return answer.entering["a"]


def entry(kind: str, **more: object) -> str:
    said = {"on": "2025-03-01", "kind": f'"{kind}"', "account": '"plan"', "source": '"after_tax"', "amount": 8_100}
    return "[[entries]]\n" + "".join(f"{name} = {value}\n" for name, value in {**said, **more}.items())


def test_inside_the_plan() -> None:
    first, last = entering(entry("convert"))
    assert "box 1 $8,100.00, 2a $100.00, 5 $8,000.00, 7 G" in first
    assert first.endswith("a rollover inside the plan to its Roth account.")
    assert "5a $8,100.00, 5b $100.00" in last


def test_to_a_roth_ira_there_is_no_form_8606() -> None:
    first, _ = entering(entry("roll_out", to='"roth"'))
    assert "all rolled over to a Roth IRA (roth)" in first
    assert "no Form 8606" in first


def test_two_destinations_on_one_form_are_two() -> None:
    both = entry("roll_out", to='"roth"', amount=8_000, basis=8_000) + entry(
        "roll_out", to='"trad"', amount=100, basis=0
    )
    steps = entering(both)
    assert len(steps) == 4
    assert "If plan sent one form for the rollovers to roth and trad" in steps[2]


def test_the_backdoor_names_basis_and_value() -> None:
    book = read_ledger(EXAMPLE)
    assert isinstance(book, Book)
    answer = forms(book, 2025, datetime.date(2026, 11, 25))
    assert isinstance(answer, FormsAnswer)
    step = next(each for each in answer.entering["ana"] if each.startswith("Under IRA contributions"))
    assert "$7,000.00 to a traditional IRA, not deducted" in step
    assert "31 December $550.00" in step


def test_cash_and_nothing() -> None:
    assert "paid to you" in entering(entry("distribute", withheld=20))[0]
    assert entering("") == []


@pytest.mark.parametrize(
    ("basis", "whole", "ratio"),
    [(7_000, 7_550, "0.92715"), (7_000, 25_000, "0.28000"), (5, 5, "1.00000"), (0, 9, "0.00000"), (9, 5, "1.00000")],
)
def test_line_10(basis: int, whole: int, ratio: str) -> None:
    """7,000 / 7,550 is 0.927152…; the others are seen at a glance."""
    assert line_10(dollars(basis), dollars(whole)) == ratio
    assert line_10(ZERO, ZERO) == "1.00000"
