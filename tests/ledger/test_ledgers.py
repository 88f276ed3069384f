"""Whole ledgers against signed cases: forms, balances, layers and clocks, to the cent."""

from __future__ import annotations

import datetime
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from megaroth.kit.money import ZERO, Money, parse_money
from megaroth.law.s6102_whole_dollars import whole_dollars
from megaroth.ledger.clocks import clocks_of
from megaroth.ledger.entries import Source
from megaroth.ledger.fold import fold
from megaroth.ledger.forms import forms_of
from megaroth.ledger.model import Balances, Ledger, total_of
from megaroth.ledger.read import Book, ledger_of
from megaroth.ledger.years import RothYear, years_of

HERE = Path(__file__).parent
CASES: list[dict[str, Any]] = tomllib.loads((HERE / "cases/ledgers.toml").read_text("utf-8"), parse_float=Decimal)[
    "case"
]
PUBLISHED = HERE.parents[2] / "shared/cases/official_examples.yaml"
TOPICS = {
    "distribution_allocation", "in_plan_rollover", "recapture_5yr", "roth_ira_ordering", "pro_rata_ira",
    "qualified_distribution", "excess_correction", "forms_reporting",
}  # fmt: skip


def folded(text: str) -> tuple[Book, Balances]:
    book = ledger_of(text, "case.toml", HERE)
    assert isinstance(book, Book), book
    balances = fold(book.ledger)
    assert isinstance(balances, Balances), balances
    return book, balances


def found(ledger: Ledger, balances: Balances, year: int, name: str) -> Money | int | None:
    """What the program says under a name of `expect`."""
    owner = next(iter(ledger.people))
    forms = forms_of(ledger, balances, owner, year)
    head, *rest = name.split(" ")
    roth = years_of(ledger, balances, owner).roth.get(year)
    match head:
        case "held":
            return balances.held.get((rest[0], Source(rest[1])), ZERO)
        case "basis":
            return balances.contracts[rest[0], rest[1]].basis
        case "ira":
            return years_of(ledger, balances, owner).ira[year].basis_after
        case "form":
            return sum(form.name == rest[0] for form in forms.others)
        case "finding":
            return sum(finding.code == rest[0] for finding in balances.findings)
        case "net":
            form = forms.find("1040")
            return None if form is None else whole_dollars(form.lines[rest[0]])
        case "1099-R":
            account, code, box = rest
            boxes = [getattr(f, f"box_{box}") for f in forms.received if (f.account, f.box_7) == (account, code)]
            return total_of(boxes) if boxes else None
        case "roth" | "taken":
            assert roth is not None
            return _layer(roth, head, rest)
        case "clock":
            layers = roth.layers if roth else ()
            clocks = clocks_of(ledger, balances, owner, layers)
            return next((clock.first_year for clock in clocks if clock.what.startswith(" ".join(rest))), None)
        case "5498":
            return total_of(f.lines.get(rest[0], ZERO) for f in forms.others if f.name == "5498")
        case _:
            form = forms.find(head)
            return None if form is None else form.lines.get(" ".join(rest))


def _layer(roth: RothYear, head: str, rest: list[str]) -> Money:
    if rest[0] in ("regular", "earnings"):
        if head == "roth":
            return roth.regular_left
        return total_of(getattr(taking, rest[0]) for taking in roth.takings)
    layers = roth.layers if head == "roth" else [layer for taking in roth.takings for layer in taking.conversions]
    return total_of(getattr(layer, rest[1]) for layer in layers if layer.year == int(rest[0]))


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_a_signed_ledger(case: dict[str, Any]) -> None:
    book, balances = folded(case["ledger"])
    for name, amount in case["expect"].items():
        counted = name.split(" ")[0] in ("form", "finding", "clock")
        expected = amount if counted else parse_money(amount)
        assert found(book.ledger, balances, case["year"], name) == expected, name


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_the_order_of_entries_does_not_matter(case: dict[str, Any]) -> None:
    book, balances = folded(case["ledger"])
    back = fold(Ledger(book.ledger.people, book.ledger.accounts, book.ledger.entries[::-1]))
    assert isinstance(back, Balances)
    assert (back.held, back.contracts, set(back.payments)) == (
        balances.held, balances.contracts, set(balances.payments)
    )  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_money_in_is_money_out_and_held_on_every_day(case: dict[str, Any]) -> None:
    book, _ = folded(case["ledger"])
    for day in {entry.on for entry in book.ledger.entries} | {datetime.date(2030, 1, 1)}:
        balances = fold(book.ledger, day)
        assert isinstance(balances, Balances)
        assert balances.money_in == balances.money_out + total_of(balances.held.values())


@pytest.mark.skipif(not PUBLISHED.exists(), reason="the list of published examples is not here")
def test_every_published_example_is_covered_or_listed() -> None:
    published = yaml.safe_load(PUBLISHED.read_text("utf-8"))
    wanted = {item["id"] for item in published if item["topic"] in TOPICS}
    rules = tomllib.loads((HERE / "cases/rules.toml").read_text("utf-8"))["case"]
    covered = {each for case in (*CASES, *rules) for each in case.get("covers", ())}
    listed = {d["id"] for d in tomllib.loads((HERE / "cases/deferred.toml").read_text("utf-8"))["deferred"]}
    assert wanted <= covered | listed
    assert covered | listed <= wanted | {item["id"] for item in published}
