"""Every signed ledger: the order of its entries does not matter, and every dollar is somewhere on every day."""

from __future__ import annotations

import datetime

import pytest
from tests.cases.ledger import folded
from tests.cases.signed import LedgerCase, Signed, filled, signed_cases

from megaroth.ledger.fold import fold
from megaroth.ledger.model import Balances, Ledger, total_of

CASES = [
    signed
    for signed in signed_cases()
    if isinstance(signed.case, LedgerCase) and not signed.row.get("refused", signed.case.refused)
]


def text_of(signed: Signed) -> str:
    assert isinstance(signed.case, LedgerCase)
    return filled(signed.case.ledger, signed.row, {"expect", "refused"})


@pytest.mark.parametrize("signed", CASES, ids=lambda signed: str(signed.label))
def test_the_order_of_entries_does_not_matter(signed: Signed) -> None:
    book, balances = folded(text_of(signed))
    back = fold(Ledger(book.ledger.people, book.ledger.accounts, book.ledger.entries[::-1]))
    assert back == balances


@pytest.mark.parametrize("signed", CASES, ids=lambda signed: str(signed.label))
def test_money_in_is_money_out_and_held_on_every_day(signed: Signed) -> None:
    book, _ = folded(text_of(signed))
    for day in {entry.on for entry in book.ledger.entries} | {datetime.date(2030, 1, 1)}:
        balances = fold(book.ledger, day)
        assert isinstance(balances, Balances)
        assert balances.money_in == balances.money_out + total_of(balances.held.values())
        assert total_of(move.amount for move in balances.moves) == total_of(balances.held.values())
