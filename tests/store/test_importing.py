"""Files into a ledger: in any order, any number of times, cut off at any moment, the ledger says the same."""

from __future__ import annotations

import itertools
import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from tests.ledger.test_sequences import ACCOUNTS, PEOPLE, lived
from tests.store.test_store import FORM as ANY_FORM

from megaroth.ledger.entries import Entry
from megaroth.ledger.export import to_beancount, to_csv, to_hledger, to_json
from megaroth.ledger.fold import fold
from megaroth.ledger.model import Balances, Ledger
from megaroth.questions.store import TakenInAll, take_in
from megaroth.store.importing import Imported, Wanted, read_import
from megaroth.store.records import Record
from megaroth.store.store import Appended, Stored, append, verify

FORM = replace(ANY_FORM, account="alpha")
EXAMPLE = Path(__file__).parents[2] / "examples" / "ledger"
DEFINED = """
[people.ana]
born = 1985-06-14
[accounts.initech]
kind = "plan"
separate_contract = "yes"
[accounts.roth]
kind = "roth_ira"
"""
CONVERTED = """key,on,kind,account,source,amount,to
q1,2026-03-31,convert,initech,after_tax,3000,
q2,2026-06-30,roll_out,initech,after_tax,1500.50,roth
"""
STUBS = "date,pre_tax,after_tax,match\n2026-01-09,800,1000,200\n2026-01-23,800,1000,200\n2026-02-06,800,1000,200\n"
OVERLAP = "date,pre_tax,after_tax,match\n2026-02-06,800,1000,200\n2026-02-20,800,1000,200\n"
TOTALS = "date,after_tax\n2026-02-20,4000\n2026-03-06,5000.50\n"
MORE_TOTALS = "date,after_tax\n2026-01-23,2000\n2026-03-06,5000.50\n2026-06-19,6000\n"
FORMS = "year,account,box_1,box_2a,box_5,box_7\n2026,initech,3000,0,3000,G\n2026,initech,1500.50,0,1500.50,G\n"
OFX = """OFXHEADER:100
DATA:OFXSGML

<OFX><INVSTMTMSGSRSV1><INVSTMTTRNRS><INVSTMTRS><DTASOF>20260630<CURDEF>USD
<INVACCTFROM><BROKERID>x<ACCTID>42</INVACCTFROM><INVTRANLIST>
<REINVEST><INVTRAN><FITID>A1<DTTRADE>20260315</INVTRAN><INCOMETYPE>DIV<TOTAL>-12.34<INV401KSOURCE>AFTERTAX</REINVEST>
<BUYMF><INVBUY><INVTRAN><FITID>A2<DTTRADE>20260701</INVTRAN><TOTAL>-55.00<INV401KSOURCE>MATCH<DTPAYROLL>20260630</INVBUY></BUYMF>
</INVTRANLIST></INVSTMTRS></INVSTMTTRNRS></INVSTMTMSGSRSV1></OFX>
"""
PLAIN, RUNNING = Wanted(account="initech"), Wanted(account="initech", year_to_date=True)
FILES: dict[str, tuple[str, Wanted]] = {
    "defined.toml": (DEFINED, Wanted()),
    "stubs.csv": (STUBS, PLAIN),
    "overlap.csv": (OVERLAP, PLAIN),
    "totals.csv": (TOTALS, RUNNING),
    "more-totals.csv": (MORE_TOTALS, RUNNING),
    "converted.csv": (CONVERTED, Wanted()),
    "forms.csv": (FORMS, Wanted()),
    "plan.qfx": (OFX, PLAIN),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, (text, _) in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def import_all(folder: Path, names: list[str], ledger: str) -> Stored:
    path = folder / ledger
    for name in names:
        done = take_in(path, [folder / name], FILES[name][1])
        assert isinstance(done, TakenInAll), done
    found = verify(path)
    assert isinstance(found, Stored), found
    return found


def test_any_order_and_any_repetition_say_the_same(folder: Path) -> None:
    once = import_all(folder, list(FILES), "once.ledger")
    balances = fold(once.book.ledger)
    assert isinstance(balances, Balances), balances
    assert {account: balances.value_of(account).plain() for account in ("initech", "roth")} == {
        "initech": "8566.84", "roth": "1500.50",
    }  # fmt: skip
    rng = random.Random(1)
    for turn in range(40):
        names = [name for name in FILES for _ in range(rng.randint(1, 3))]
        rng.shuffle(names)
        again = import_all(folder, names, f"{turn}.ledger")
        assert again.state.content == once.state.content, names
        same = fold(again.book.ledger)
        assert isinstance(same, Balances)
        assert (same.held, same.contracts) == (balances.held, balances.contracts)


def test_every_order_of_what_depends_on_each_other(folder: Path) -> None:
    names = ["defined.toml", "converted.csv", "totals.csv", "stubs.csv"]
    contents = {
        import_all(folder, list(order), f"{number}.ledger").state.content
        for number, order in enumerate(itertools.permutations(names))
    }
    assert len(contents) == 1


IMPORTER = """
import sys
from megaroth.doors.cli import run
run(["ledger", "import", "defined.toml", "--into", "a.ledger"])
run(["ledger", "import", "stubs.csv", "overlap.csv", "plan.qfx", "--account", "initech", "--into", "a.ledger"])
run(["ledger", "import", "totals.csv", "more-totals.csv", "--account", "initech", "--year-to-date", "--into", "a.ledger"])
run(["ledger", "import", "converted.csv", "forms.csv", "--into", "a.ledger"])
"""


def test_an_import_that_was_killed_and_repeated_says_the_same(folder: Path) -> None:
    """`MEGAROTH_KILLS=200` runs the full number; docs/ledger.md has the result."""
    once = import_all(folder, list(FILES), "once.ledger")
    path = folder / "a.ledger"
    command = [sys.executable, "-c", IMPORTER]
    began = time.monotonic()
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    long = time.monotonic() - began
    rng = random.Random(2)
    cut = 0
    for _ in range(int(os.environ.get("MEGAROTH_KILLS", "4"))):
        path.unlink(missing_ok=True)
        running = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)
        time.sleep(rng.uniform(0.3, 1) * long)
        running.send_signal(signal.SIGKILL)
        cut += running.wait() == -signal.SIGKILL
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
        found = verify(path)
        assert isinstance(found, Stored), found
        assert found.state.content == once.state.content
    assert cut


def test_a_file_of_which_a_line_is_wrong_gives_nothing(folder: Path) -> None:
    (folder / "bad.csv").write_text(STUBS + "2026-13-01,1,1,1\n", encoding="utf-8")
    found = take_in(folder / "a.ledger", [folder / "stubs.csv", folder / "bad.csv"], PLAIN)
    assert isinstance(found, list)
    assert [finding.code for finding in found] == ["bad-value", "import-stopped"]
    assert found[0].where.endswith("bad.csv:5:1 date")
    stored = verify(folder / "a.ledger")
    assert isinstance(stored, Stored)
    assert len(stored.state.entries) == 9


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("form", ["json", "csv", "beancount", "hledger", "ledger"])
def test_every_export_comes_back_whole(form: str, seed: int, tmp_path: Path) -> None:
    life = lived(seed)
    records: list[Record] = [*PEOPLE.values(), *ACCOUNTS.values(), *life.entries, FORM, FORM]
    ledger = Ledger(PEOPLE, ACCOUNTS, tuple(life.entries))
    balances = fold(ledger)
    assert isinstance(balances, Balances)
    path = tmp_path / f"out.{form}"
    if form == "ledger":
        assert isinstance(append(path, records), Appended)
    else:
        forms = [FORM, FORM]
        text = {
            "json": lambda: to_json(ledger, forms), "csv": lambda: to_csv(ledger, forms),
            "beancount": lambda: to_beancount(ledger, balances, forms),
            "hledger": lambda: to_hledger(ledger, balances, forms),
        }[form]()  # fmt: skip
        path.write_text(text, encoding="utf-8")
    done = take_in(tmp_path / "back.ledger", [path], Wanted())
    assert isinstance(done, TakenInAll), done
    back = verify(tmp_path / "back.ledger")
    assert isinstance(back, Stored)
    assert sorted(back.book.ledger.entries, key=lambda e: e.key) == sorted(life.entries, key=lambda e: e.key)
    assert (back.book.ledger.people, back.book.ledger.accounts, back.book.received) == (PEOPLE, ACCOUNTS, (FORM, FORM))


def test_the_example_of_the_files_is_recognised() -> None:
    kinds = {
        each.name: type(read_import(each, Wanted(account="initech", year_to_date=True))) for each in EXAMPLE.iterdir()
    }
    assert kinds["ana.toml"] is kinds["forms-1099r.csv"] is Imported


@pytest.mark.parametrize(
    ("name", "text", "account", "code"),
    [
        ("a.qfx", "OFXHEADER:100\n<OFX><BANKMSGSRSV1></OFX>", "p", "not-ofx"),
        ("a.ofx", "", "p", "not-ofx"),
        ("a.ofx", OFX.replace("USD", "EUR"), "p", "ofx-currency"),
        ("a.ofx", OFX.replace("<FITID>A1", "<FITID>"), "p", "ofx-unreadable"),
        ("a.ofx", OFX, "", "account-missing"),
        ("a.csv", "date,after_tax\n2026-01-09,1\n", "", "account-missing"),
        ("a.csv", "", "p", "csv-size"),
        ("a.beancount", "2026-01-01 open Assets:Cash\n", "", "no-records"),
        ("a.journal", '; megaroth-record: {"account": {"nam": 1}}\n', "", "record-unreadable"),
        ("a.json", "{", "", "not-json"),
        ("none.csv", None, "p", "file-not-found"),
    ],
)
def test_what_cannot_be_read_is_said(name: str, text: str | None, account: str, code: str, tmp_path: Path) -> None:
    if text is not None:
        (tmp_path / name).write_text(text, encoding="utf-8")
    found = read_import(tmp_path / name, Wanted(account=account))
    assert isinstance(found, list)
    assert found[0].code == code
    assert found[0].remedy


def test_a_statement_says_what_it_leaves_out(tmp_path: Path) -> None:
    more = (
        "<BUYMF><INVBUY><INVTRAN><FITID>B1<DTTRADE>20260401</INVTRAN><TOTAL>-99.00<INV401KSOURCE>AFTERTAX</INVBUY></BUYMF>"
        "<TRANSFER><INVTRAN><FITID>B2<DTTRADE>20260402</INVTRAN></TRANSFER></INVTRANLIST>"
        "<INV401KBAL><PRETAX>100.00<AFTERTAX>3.21<MATCH>1<PROFITSHARING>2<TOTAL>106.21</INV401KBAL>"
    )
    path = tmp_path / "a.qfx"
    path.write_text(OFX.replace("</INVTRANLIST>", more), encoding="utf-8")
    found = read_import(path, PLAIN)
    assert isinstance(found, Imported)
    assert told(found) == ["contribute match 55.00 2026-06-30", "earn after_tax 12.34 2026-03-15"]
    assert sorted(finding.code for finding in found.findings) == ["ofx-balances", "ofx-left-out", "ofx-left-out"]
    wider = read_import(path, Wanted(account="initech", balances=True, every_purchase=True))
    assert isinstance(wider, Imported)
    assert told(wider) == [
        "contribute after_tax 99.00 2026-04-01", "contribute match 55.00 2026-06-30", "earn after_tax 12.34 2026-03-15",
        "value after_tax 3.21 2026-06-30", "value match 3.00 2026-06-30", "value pre_tax 100.00 2026-06-30",
    ]  # fmt: skip


def told(found: Imported) -> list[str]:
    """Every entry in a few words."""
    entries = [record for record in found.records if isinstance(record, Entry)]
    return sorted(f"{e.kind.value} {e.source.value if e.source else ''} {e.amount.plain()} {e.on}" for e in entries)


def test_one_contribution_told_by_stub_and_statement_is_pointed_out(folder: Path) -> None:
    path = folder / "a.ledger"
    take_in(path, [folder / "defined.toml"], Wanted())
    take_in(path, [folder / "stubs.csv"], PLAIN)
    (folder / "same.qfx").write_text(
        OFX.replace("-55.00", "-200.00").replace("<DTPAYROLL>20260630", "<DTPAYROLL>20260209"), encoding="utf-8"
    )
    done = take_in(path, [folder / "same.qfx"], PLAIN)
    assert isinstance(done, TakenInAll)
    assert "perhaps-twice" in [finding.code for finding in done.findings]
