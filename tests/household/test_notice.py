"""A user's own notice of limits: it takes effect, and its mistakes are found where they stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from megaroth import questions
from megaroth.household.read import household_of
from megaroth.kit.finding import Finding
from megaroth.room.answer import RoomAnswer

HOUSEHOLD = """law_file = "mine.toml"
state = "CA"
year = {year}
people.ana.born = 1990-03-14
[[jobs]]
name = "Initech"
person = "ana"
pay = 300_000
plan = {{ after_tax_allowed = "yes", match = "none" }}
"""


def asked(notice: str, folder: Path, year: int = 2027) -> RoomAnswer | list[Finding]:
    (folder / "mine.toml").write_text(notice, encoding="utf-8")
    read = household_of(HOUSEHOLD.format(year=year), "me.toml", folder)
    return read if isinstance(read, list) else questions.room_of(read)


def test_its_numbers_are_used_and_named_as_the_users(tmp_path: Path) -> None:
    notice = (
        'year = 2027\n[annual_additions]\namount = 75_000\nsource = "a notice"\n[elective_deferrals]\namount = 25_000\n'
    )
    answer = asked(notice, tmp_path)
    assert isinstance(answer, RoomAnswer)
    job = answer.jobs[0].as_json()
    assert (job["annual_additions_limit"], job["elective_deferral"]) == ("75000.00", "25000.00")
    assert job["after_tax_room"] == "50000.00"  # 75,000 - 25,000
    assert answer.law.annual_additions.cite.ref == "a notice"
    assert answer.law.elective_deferrals.cite.ref == "your file mine.toml"
    assert answer.law.elective_deferrals.status == "announced"
    assert answer.law.catch_up.status == "projected"


def test_the_example_is_used(tmp_path: Path) -> None:
    example = Path(__file__).parents[2] / "examples" / "law" / "2027-my-notice.toml"
    answer = asked(example.read_text(encoding="utf-8"), tmp_path)
    assert isinstance(answer, RoomAnswer)
    assert "your file" not in answer.law.annual_additions.cite.ref
    assert not [finding for finding in answer.findings if finding.where.startswith("mine.toml")]


WARNED = [
    ("year = 2026\n[annual_additions]\namount = 75_000\n", "law-file-other-year", "1:1 year", "none of them is used"),
    ("year = 2027\n", "law-file-empty", "1:1", "changes no number"),
    (
        "year = 2027\n[annual_additions]\namount = 7_500\n",
        "law-file-far-off",
        "3:1 annual_additions.amount",
        "is far from",
    ),
    ("year = 2027\n[hce_pay]\namount = 165_000\n", "law-file-not-used", "2:1 hce_pay", "counts in the year after"),
    (
        "year = 2027\n[hsa_family]\namount = 9_100\n",
        "law-file-overrides",
        "3:1 hsa_family.amount",
        "takes the place of $9,000.00, which IRS Rev. Proc. 2026-24 has published",
    ),
]


@pytest.mark.parametrize(("notice", "code", "where", "says"), WARNED, ids=[code for _, code, _, _ in WARNED])
def test_what_is_looked_at_twice(notice: str, code: str, where: str, says: str, tmp_path: Path) -> None:
    answer = asked(notice, tmp_path)
    assert isinstance(answer, RoomAnswer)
    found = [finding for finding in answer.findings if finding.where.startswith("mine.toml")]
    assert [(f.code, f.severity, f.where) for f in found] == [(code, "warning", f"mine.toml:{where}")]
    assert says in found[0].message


def test_a_number_of_statute_may_be_given_too(tmp_path: Path) -> None:
    answer = asked("year = 2027\n[hsa_catch_up]\namount = 1_500\n", tmp_path)
    assert isinstance(answer, RoomAnswer)
    assert answer.law.hsa_catch_up.amount.plain() == "1500.00"


def test_numbers_of_another_year_are_not_used(tmp_path: Path) -> None:
    answer = asked("year = 2026\n[annual_additions]\namount = 75_001\n", tmp_path)
    assert isinstance(answer, RoomAnswer)
    assert answer.jobs[0].annual_additions_limit.plain() != "75001.00"


WRONG = [
    ("[annual_additions]\namount = 75_000\n", "1:1 year", "`year` is missing", "Write the year"),
    ('year = "2027"\n', "1:1 year", 'found "2027"', "like year = 2027"),
    ("year = 2027\n[anual_additions]\namount = 75_000\n", "2:1 anual_additions", "not a planning number", "[annual_additions]?"),
    ("year = 2027\n[zzz]\namount = 75_000\n", "2:1 zzz", "not a planning number", "Known names: elective_deferrals"),
    ("year = 2027\nannual_additions = 75_000\n", "2:1 annual_additions", "needs a table, found 75000", "amount = …"),
    ("year = 2027\n[annual_additions]\n", "2:1 annual_additions.amount", "is missing", "Add `amount = …`."),
    ("year = 2027\n[annual_additions]\namount = 75_000.5\n", "3:1 annual_additions.amount", "found 75000.5", "like 73_500"),
    ("year = 2027\n[annual_additions]\namount = -75_000\n", "3:1 annual_additions.amount", "found -75000", "like 73_500"),
    ("year = 2027\n[annual_additions]\namount = true\n", "3:1 annual_additions.amount", "found true", "like 73_500"),
    ("year = 2027\n[annual_additions]\namount = 9e99\n", "3:1 annual_additions.amount", "found 9E+99", "like 73_500"),
    ("year = 2027\n[annual_additions]\namount = 75_000\nsorce = 'x'\n", "4:1 annual_additions.sorce", "not a name", "`source`?"),
    ("year = 2027\n[annual_additions]\namount = 75_000\nzzzzz = 1\n", "4:1 annual_additions.zzzzz", "not a name", "amount, source, status"),
    ("year = 2027\n[annual_additions]\namount = 75_000\nstatus = 'sure'\n", "4:1 annual_additions.status", 'found "sure"', "in quotes"),
    ("year = 2027\n[annual_additions]\namount = 75_000\nsource = 5\n", "4:1 annual_additions.source", "found 5", "was published"),
    (
        "year = 2027\n[roth_phase_out_single]\nstart = 160_000\nend = 155_000\n",
        "4:1 roth_phase_out_single.end",
        "ends where it starts",
        "Check both",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("notice", "where", "says", "remedy"), WRONG, ids=[f"{w} {s}" for _, w, s, _ in WRONG])
def test_what_is_refused(notice: str, where: str, says: str, remedy: str, tmp_path: Path) -> None:
    found = asked(notice, tmp_path)
    assert isinstance(found, list)
    assert [(f.code, f.severity, f.where) for f in found] == [("bad-law-file", "error", f"mine.toml:{where}")]
    assert says in found[0].message
    assert remedy in found[0].remedy


def test_a_file_that_is_no_toml_or_not_there(tmp_path: Path) -> None:
    found = asked("year = 2027\n[annual_additions\n", tmp_path)
    assert isinstance(found, list)
    assert found[0].code == "not-toml"
    assert found[0].where.startswith("mine.toml:2:")
    (tmp_path / "mine.toml").unlink()
    read = household_of(HOUSEHOLD.format(year=2027), "me.toml", tmp_path)
    assert isinstance(read, list)
    assert [(f.code, f.where) for f in read] == [("file-not-found", "me.toml:1:1 law_file")]


def test_a_year_that_the_book_does_not_know(tmp_path: Path) -> None:
    found = asked("year = 2040\n[annual_additions]\namount = 99_000\n[hsa_catch_up]\namount = 1_000\n", tmp_path, 2040)
    assert isinstance(found, list)
    assert [f.code for f in found] == ["law-year-unknown"]
