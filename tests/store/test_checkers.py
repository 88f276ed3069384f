"""Two accounting programs read our exports: their checks pass, and their balances are ours, to the cent."""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
from decimal import Decimal
from pathlib import Path

import pytest
from tests.ledger.test_export import a_ledger
from tests.store.test_store import FORM

from megaroth.ledger.export import to_beancount, to_hledger
from megaroth.ledger.fold import fold
from megaroth.ledger.model import Balances, Ledger
from megaroth.ledger.read import Book, read_ledger

SEEDS = range(int(os.environ.get("MEGAROTH_EXPORTS", "5")))
EXAMPLE = Path(__file__).parents[2] / "examples" / "ledger" / "ana.toml"
HLEDGER = shutil.which("hledger")
needs_hledger = pytest.mark.skipif(HLEDGER is None and not os.environ.get("CI"), reason="hledger is not installed")


def example() -> tuple[Ledger, Balances]:
    book = read_ledger(EXAMPLE)
    assert isinstance(book, Book)
    balances = fold(book.ledger)
    assert isinstance(balances, Balances)
    return book.ledger, balances


LEDGERS = [example, *(lambda seed=seed: a_ledger(seed) for seed in SEEDS)]


def held(balances: Balances) -> dict[str, Decimal]:
    return {
        f"Assets:{account.capitalize()}:{source.value.replace('_', '-').capitalize()}": Decimal(amount.plain())
        for (account, source), amount in balances.held.items()
        if amount.cents
    }


@needs_hledger
@pytest.mark.parametrize("make", LEDGERS)
def test_hledger_agrees(make: object, tmp_path: Path) -> None:
    ledger, balances = make()  # type: ignore[operator]
    path = tmp_path / "out.journal"
    path.write_text(to_hledger(ledger, balances, [FORM]), encoding="utf-8")
    assert HLEDGER is not None, "hledger is missing (apt.txt)"
    for check in ([], ["accounts", "commodities", "ordereddates"]):
        done = subprocess.run([HLEDGER, "check", *check, "-f", str(path)], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
    said = subprocess.run(
        [HLEDGER, "balance", "-f", str(path), "Assets", "-O", "csv", "--no-total", "--flat"],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    theirs = {row[0]: Decimal(row[1].replace("USD", "").strip()) for row in list(csv.reader(io.StringIO(said)))[1:]}
    assert theirs == held(balances)


@pytest.mark.parametrize("make", LEDGERS)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_beancount_agrees(make: object, tmp_path: Path) -> None:
    from beancount import loader
    from beancount.core import realization

    ledger, balances = make()  # type: ignore[operator]
    path = tmp_path / "out.beancount"
    path.write_text(to_beancount(ledger, balances, [FORM]), encoding="utf-8")
    entries, errors, _ = loader.load_file(str(path))
    assert errors == []
    root = realization.realize(entries)  # type: ignore[no-untyped-call]
    theirs = {
        each.account: position.units.number
        for each in realization.iter_children(root)  # type: ignore[no-untyped-call]
        for position in each.balance
        if each.account.startswith("Assets:")
    }
    assert theirs == held(balances)


def test_bean_check_passes(tmp_path: Path) -> None:
    ledger, balances = example()
    path = tmp_path / "out.beancount"
    path.write_text(to_beancount(ledger, balances, [FORM]), encoding="utf-8")
    program = shutil.which("bean-check")
    assert program is not None
    done = subprocess.run([program, str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_cent_too_much_is_seen(tmp_path: Path) -> None:
    """Control: the checkers would say so."""
    from beancount import loader

    ledger, balances = example()
    text = to_beancount(ledger, balances)
    line = next(each for each in text.splitlines() if " balance Assets:" in each and " 0.00 " not in each)
    wrong = f"{line.rsplit(' ', 2)[0]} 0.01 USD"
    _, errors, _ = loader.load_string(text.replace(line, wrong))
    assert errors
