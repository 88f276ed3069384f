"""What a ledger case of `signed.py` asks: balances, forms, layers and clocks of one year, by short names.

`FORM LINE`; `1099-R ACCOUNT CODE BOX`; `held ACCOUNT SOURCE`; `basis ACCOUNT CONTRACT`; `ira basis`; `roth regular`,
`roth YEAR taxed|untaxed`: what is left; `taken …`: what the year's distributions took; `net LINE`: a line of Form 1040 in
whole dollars. Counted, as whole numbers: `form NAME`, `finding CODE`; and `clock WORDS`: the first year.
"""

from __future__ import annotations

from pathlib import Path

from megaroth.kit.money import ZERO, Money, parse_money
from megaroth.law.s6102_whole_dollars import whole_dollars
from megaroth.ledger.clocks import clocks_of
from megaroth.ledger.entries import Source
from megaroth.ledger.fold import fold
from megaroth.ledger.forms import backdoor_findings, forms_of
from megaroth.ledger.model import Balances, Ledger, total_of
from megaroth.ledger.read import Book, ledger_of
from megaroth.ledger.years import RothYear, years_of


def ledger_differences(text: str, year: int, expect: dict[str, str | int], refused: list[str]) -> list[str]:
    """What the program says otherwise than the case."""
    if refused:
        book = ledger_of(text, "case.toml", Path())
        assert isinstance(book, Book), book
        findings = fold(book.ledger)
        codes = sorted(each.code for each in findings) if isinstance(findings, list) else []
        return [] if codes == sorted(refused) else [f"refused with {codes}, signed is {refused}"]
    book, balances = folded(text)
    wrong = []
    for name, written in expect.items():
        expected = parse_money(written) if isinstance(written, str) else written
        answered = found(book.ledger, balances, year, name)
        if answered != expected:
            wrong.append(f"{name} is {answered}, signed is {written}")
    return wrong


def folded(text: str) -> tuple[Book, Balances]:
    book = ledger_of(text, "case.toml", Path())
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
            told = [*balances.findings, *backdoor_findings(ledger, balances, owner, year)]
            return sum(finding.code == rest[0] for finding in told)
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
