"""Exports come back whole; their balances are ours; no cell is a formula; imports any number of times are once."""

from __future__ import annotations

import csv
import datetime
import io
import random
from pathlib import Path

import pytest
from tests.ledger.test_sequences import ACCOUNTS, PEOPLE, lived

from megaroth.kit.money import Money, dollars
from megaroth.ledger.entries import Entry, Kind, Source, as_record, canonical, chain, content_hash
from megaroth.ledger.export import entries_in, to_beancount, to_csv, to_hledger, to_json
from megaroth.ledger.fold import fold
from megaroth.ledger.model import Balances, Ledger
from megaroth.ledger.read import Book, ledger_of

NASTY = ["=1+1", "+1", "-1", "@x", "'x", "a,b", 'say "hi"', "\\", "ünï", ";tag: x", "a\tb", "{}", "1e5"]


def a_ledger(seed: int) -> tuple[Ledger, Balances]:
    life = lived(seed)
    rng = random.Random(seed)
    entries = [
        Entry(**{**{f: getattr(e, f) for f in Entry.__dataclass_fields__}, "note": rng.choice(["", *NASTY])})
        for e in life.entries
    ]
    wrong = next(e for e in reversed(entries) if e.kind in (Kind.EARN, Kind.CONTRIBUTE))
    ledger = Ledger(PEOPLE, ACCOUNTS, (*entries, Entry("undo", life.day, Kind.CORRECT, undoes=wrong.key)))
    balances = fold(ledger)
    if isinstance(balances, list):
        ledger = Ledger(PEOPLE, ACCOUNTS, tuple(entries))
        balances = fold(ledger)
    assert isinstance(balances, Balances)
    return ledger, balances


@pytest.mark.parametrize("seed", range(12))
def test_json_comes_back(seed: int) -> None:
    ledger, _ = a_ledger(seed)
    book = ledger_of(to_json(ledger), "back.json", Path())
    assert isinstance(book, Book), book
    assert book.ledger == ledger


HEAD = """
[people.ana]
born = 1966-08-31
[accounts.alpha]
kind = "plan"
separate_contract = "yes"
[accounts.beta]
kind = "plan"
separate_contract = "no"
[accounts.ira]
kind = "traditional_ira"
[accounts.rothira]
kind = "roth_ira"
"""


@pytest.mark.parametrize("seed", range(12))
def test_csv_comes_back_and_has_no_formulas(seed: int, tmp_path: Path) -> None:
    ledger, _ = a_ledger(seed)
    text = to_csv(ledger)
    for row in list(csv.reader(io.StringIO(text)))[1:]:
        for column, cell in enumerate(row):
            assert cell[:1] not in ("=", "+", "@", "\t", *("-" * (column != 4)))
    (tmp_path / "entries.csv").write_text(text, encoding="utf-8")
    twice = '[[imports]]\nkind = "entries"\nfile = "entries.csv"\n' * 2
    book = ledger_of(HEAD + twice, "back.toml", tmp_path)
    assert isinstance(book, Book), book
    assert book.ledger == ledger


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("write", [to_beancount, to_hledger])
def test_accounting_text_comes_back_and_balances(seed: int, write: object) -> None:
    ledger, balances = a_ledger(seed)
    text = write(ledger, balances)  # type: ignore[operator]
    back = sorted(entries_in(text), key=lambda record: str(record["key"]))
    assert back == sorted(map(as_record, ledger.entries), key=lambda record: str(record["key"]))
    # Every transaction adds up to nothing, and every account to what is held.
    totals: dict[str, int] = {}
    whole = 0
    for line in text.splitlines():
        parts = line.split()
        if line.startswith("  ") and len(parts) == 3 and parts[2] == "USD":
            cents = round(float(parts[1]) * 100)
            totals[parts[0]] = totals.get(parts[0], 0) + cents
            whole += cents
    assert whole == 0
    held = sorted(int(amount.cents) for amount in balances.held.values() if amount.cents)
    assert sorted(cents for name, cents in totals.items() if name.startswith("Assets:") and cents) == held


def test_two_accounts_that_look_alike_stay_two() -> None:
    accounts = {name: ACCOUNTS["rothira"].__class__(name, "roth_ira", "ana") for name in ("a b", "a-b")}
    day = datetime.date(2026, 1, 2)
    entries = tuple(Entry(name, day, Kind.EARN, name, Money(n + 1)) for n, name in enumerate(accounts))
    ledger = Ledger(PEOPLE, accounts, entries)
    balances = fold(ledger)
    assert isinstance(balances, Balances)
    text = to_hledger(ledger, balances)
    assert "account Assets:A-b:Regular\n" in text
    assert "account Assets:A-b:Regular-2\n" in text


def test_the_chain_notices_any_change_and_the_content_any_entry() -> None:
    entries = [Entry(f"k{n}", datetime.date(2026, 1, n + 1), Kind.EARN, "rothira", dollars(n)) for n in range(5)]
    links = chain(entries)
    assert chain(entries[3:], links[2]) == links[3:]
    swapped = [entries[1], entries[0], *entries[2:]]
    assert chain(swapped)[-1] != links[-1]
    assert content_hash(swapped) == content_hash(entries)
    changed = [*entries[:4], Entry("k4", datetime.date(2026, 1, 5), Kind.EARN, "rothira", Money(401))]
    assert chain(changed)[:4] == links[:4]
    assert chain(changed)[4] != links[4]
    assert content_hash(changed) != content_hash(entries)


def test_the_canonical_form_is_written_down() -> None:
    """What is hashed must never change: a ledger of today is verified in thirty years."""
    day = datetime.date(2026, 1, 9)
    entry = Entry("k", day, Kind.CONTRIBUTE, "plan", dollars(1), source=Source.AFTER_TAX, note="é")
    assert canonical(entry) == (
        b'{"account":"plan","amount":"1.00","key":"k","kind":"contribute","note":"\\u00e9","on":"2026-01-09",'
        b'"source":"after_tax"}'
    )
