"""CSV files: mapped columns, running totals, hostile cells; every bad cell is a finding with its line and column."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from megaroth.kit.finding import Finding
from megaroth.kit.money import dollars
from megaroth.ledger.file import ImportFile
from megaroth.ledger.fold import fold
from megaroth.ledger.imports import Rows, rows_of
from megaroth.ledger.read import Book, ledger_of


def rows(text: str, kind: Any = "pay_stubs", **more: Any) -> Rows:
    return rows_of(text, "x.csv", ImportFile(kind=kind, file="x.csv", account="plan", **more))


def contributed(text: str, tmp_path: Path, more: str = "") -> list[Finding] | list[tuple[str, str]]:
    """What running totals come to: the day and the amount of every contribution."""
    (tmp_path / "x.csv").write_text(text, encoding="utf-8")
    head = '[people.a]\n[accounts.plan]\nkind = "plan"\n'
    head += '[[imports]]\nkind = "pay_stubs"\nfile = "x.csv"\naccount = "plan"\nyear_to_date = true\n'
    book = ledger_of(head + more, "l.toml", tmp_path)
    assert isinstance(book, Book), book
    balances = fold(book.ledger)
    if isinstance(balances, list):
        return book.located(balances)
    return [(entry.on.isoformat(), entry.amount.plain()) for entry in balances.contributions]


def test_running_totals_become_contributions_year_by_year(tmp_path: Path) -> None:
    lines = ["2025-12-15,1000.00", "2025-12-31,1500.50", "2026-01-15,200", "2026-01-31,200", "2026-02-15,"]
    expected = [("2025-12-15", "1000.00"), ("2025-12-31", "500.50"), ("2026-01-15", "200.00")]
    for order in (lines, lines[::-1], [*lines, *lines]):
        assert contributed("date,after_tax\n" + "\n".join(order), tmp_path) == expected


def test_running_totals_that_fall_are_named_with_their_line(tmp_path: Path) -> None:
    found = contributed("date,after_tax\n2026-01-15,200\n2026-01-31,100\n", tmp_path)
    assert [(f.code, f.where) for f in found if isinstance(f, Finding)] == [("so-far-falls", "x.csv:3")]


def test_running_totals_know_of_single_contributions(tmp_path: Path) -> None:
    one = '[[entries]]\non = 2026-01-09\nkind = "contribute"\naccount = "plan"\nsource = "after_tax"\namount = 70\n'
    assert contributed("date,after_tax\n2026-01-15,200\n", tmp_path, one) == [
        ("2026-01-09", "70.00"), ("2026-01-15", "130.00"),
    ]  # fmt: skip


def test_an_account_that_was_opened_in_the_year_has_a_total_on_that_day(tmp_path: Path) -> None:
    """What was put in before is in what the account was opened with, and is not put in again."""
    opened = '[[entries]]\non = 2026-05-15\nkind = "open"\naccount = "plan"\nsource = "after_tax"\namount = 900\nbasis = 800\n'
    stub = "date,after_tax\n2026-05-29,1000\n"
    found = contributed(stub, tmp_path, opened)
    assert [f.code for f in found if isinstance(f, Finding)] == ["so-far-unknown"]
    total = opened.replace('"open"', '"so_far"').replace("900", "800").replace("basis = 800\n", "")
    assert contributed(stub, tmp_path, opened + total) == [("2026-05-29", "200.00")]


@pytest.mark.parametrize(
    ("cell", "cents"),
    [("$1,234.56", 123_456), ("1234.5", 123_450), ("$ 5", 500), ("12,345,678.90", 1_234_567_890), ("-", 0), ("", 0)],
)
def test_amounts_as_payroll_writes_them(cell: str, cents: int) -> None:
    found = rows(f'date,after_tax,match\n2026-01-09,"{cell}",1\n')
    assert not found.findings
    assert sum(int(entry.amount.cents) for entry, _ in found.entries) == cents + 100


@pytest.mark.parametrize(
    ("cell", "where"),
    [
        ("1,23", "x.csv:2:2 after_tax"), ("(500)", "x.csv:2:2 after_tax"), ("-5", "x.csv:2:2 after_tax"),
        ("1.234", "x.csv:2:2 after_tax"), ("NaN", "x.csv:2:2 after_tax"), ("1e999", "x.csv:2:2 after_tax"),
        ("=1+1", "x.csv:2:2 after_tax"), ("٣", "x.csv:2:2 after_tax"), ("1,234.567", "x.csv:2:2 after_tax"),
    ],
)  # fmt: skip
def test_other_amounts_are_refused(cell: str, where: str) -> None:
    found = rows(f'date,after_tax\n2026-01-09,"{cell}"\n2026-01-23,7\n')
    assert [(f.code, f.where) for f in found.findings] == [("bad-value", where)]
    assert len(found.entries) == 1


@pytest.mark.parametrize(
    ("text", "kind", "more", "code", "says"),
    [
        ("", "pay_stubs", {}, "csv-size", "no rows"),
        ("date,pay\n2026-01-09,1\n", "pay_stubs", {}, "column-missing", "known to be a contribution"),
        ("day,after_tax\n", "pay_stubs", {}, "column-missing", 'no column "date"'),
        ("date,after_tax\n", "pay_stubs", {"columns": {"roth": "Roth 401k"}}, "column-missing", '"Roth 401k" (for roth)'),
        ("date,after_tax\n", "pay_stubs", {"columns": {"rothh": "after_tax"}}, "column-unknown", '"rothh"'),
        ("date,after_tax\n01/02/2026,1\n", "pay_stubs", {}, "bad-value", '"01/02/2026" is not a date written as %Y-%m-%d'),
        ("date,after_tax\n2026-02-30,1\n", "pay_stubs", {}, "bad-value", "is not a date"),
        ('date,after_tax\n"2026-01-09,1\n', "pay_stubs", {}, "not-csv", "not valid CSV"),
        ("year,box_1,box_7\n26,1,G\n", "form_1099r", {}, "bad-value", '"26" is not a year'),
        ("year,box_1,box_7\n,1,G\n", "form_1099r", {}, "bad-value", "has no year"),
        ("year,box_1,box_7\n2026,1,\n", "form_1099r", {}, "bad-value", "is not a distribution code"),
        ("on,kind,account\n2026-01-09,convrt,plan\n", "entries", {}, "bad-value", '"convrt" is not a kind'),
        ("on,kind,source\n2026-01-09,earn,aftertax\n", "entries", {}, "bad-value", '"aftertax" is not a source'),
    ],
)  # fmt: skip
def test_a_bad_file_is_a_finding(text: str, kind: str, more: dict[str, Any], code: str, says: str) -> None:
    (finding,) = rows(text, kind, **more).findings
    assert finding.code == code
    assert says in finding.message
    assert finding.where.startswith("x.csv:")
    assert finding.remedy


def test_a_form_with_empty_boxes() -> None:
    (form,) = rows("year,box_1,box_2a,box_7,box_11\n2026,$100.00,,1 B,2024\n", "form_1099r").received
    assert (form.account, form.box_1, form.box_2a, form.box_7, form.box_11) == ("plan", dollars(100), None, "1B", 2024)


def test_equal_rows_of_one_file_are_two_and_overlapping_files_once(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("date,after_tax\n2026-01-09,5\n2026-01-09,5\n2026-01-23,5\n", encoding="utf-8")
    (tmp_path / "b.csv").write_text("date,after_tax\n2026-01-23,5\n2026-02-06,5\n", encoding="utf-8")
    head = '[people.a]\n[accounts.plan]\nkind = "plan"\n'
    one = '[[imports]]\nkind = "pay_stubs"\nfile = "a.csv"\naccount = "plan"\n'
    other = one.replace("a.csv", "b.csv")
    contents = []
    for imports in (one + other, other + one, one + other + one + one):
        book = ledger_of(head + imports, "l.toml", tmp_path)
        assert isinstance(book, Book)
        contents.append({entry.key for entry in book.ledger.entries})
    assert len(contents[0]) == 4
    assert contents[0] == contents[1] == contents[2]


def test_pay_stubs_without_an_account_are_refused(tmp_path: Path) -> None:
    text = '[people.a]\n[accounts.plan]\nkind = "plan"\n[[imports]]\nkind = "pay_stubs"\nfile = "a.csv"\n'
    found = ledger_of(text, "l.toml", tmp_path)
    assert isinstance(found, list)
    assert [finding.code for finding in found] == ["unknown-account"]
