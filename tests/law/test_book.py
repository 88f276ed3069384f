"""The book of law: years it knows, a user's notice laid over it, and what it says of each number."""

from __future__ import annotations

import shutil
from dataclasses import fields
from pathlib import Path

import pytest

from megaroth.kit.money import NO_LIMIT, Rate, dollars
from megaroth.kit.rule import Limit
from megaroth.law import book
from megaroth.law.book import (
    LIMITS,
    BadLimitsFile,
    Law,
    PhaseOut,
    Row,
    UnknownYear,
    known_years,
    law_for,
    rows_of,
    statutory_rows,
    tax_rows,
)

NOTICE = """\
year = 2027

[annual_additions]
amount = 74_000
source = "IRS Notice 2026-99"

[roth_catch_up_wages]
amount = 160_000

[roth_phase_out_single]
start = 157_000
end = 172_000
status = "enacted"
"""


def notice(tmp_path: Path, text: str = NOTICE) -> Path:
    path = tmp_path / "notice.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_years() -> None:
    assert known_years() == range(2019, 2028)


@pytest.mark.parametrize("year", [2018, 2028, 1999])
def test_an_unknown_year_is_refused(year: int) -> None:
    with pytest.raises(UnknownYear) as refused:
        law_for(year)
    assert str(refused.value) == f"there is no law data for {year}; the book knows 2019 to 2027"
    with pytest.raises(UnknownYear, match="2019 to 2027"):
        rows_of(year)


def test_a_year_as_published() -> None:
    law = law_for(2026)
    assert law.year == 2026
    assert law.status == "announced"
    assert law.annual_additions.amount == dollars(72_000)
    assert law.annual_additions.cite.ref == "IRS Notice 2025-67"
    assert law.annual_additions.status == "announced"
    assert law.roth_phase_out_single.start.amount == dollars(153_000)
    assert law.roth_phase_out_single.end.amount == dollars(168_000)
    assert law.phase_out_minimum.status == "enacted"
    assert (law.catch_up_age, law.higher_catch_up_first_age, law.higher_catch_up_last_age) == (50, 60, 63)
    assert law.self_employment_factor == Rate(1847, 2000)
    assert str(law.oasdi_self_employed_rate) == "12.4%"


@pytest.mark.parametrize(
    ("year", "threshold", "source"),
    [
        (2019, 120_000, "IRS Notice 2017-64"),
        (2026, 160_000, "IRS Notice 2024-80"),
        (2027, 160_000, "IRS Notice 2025-67"),
    ],
)
def test_highly_compensated_is_decided_by_the_year_before(year: int, threshold: int, source: str) -> None:
    limit = law_for(year).hce_pay
    assert limit.amount == dollars(threshold)
    assert limit.cite.ref == source
    assert limit.status == "announced"


def test_the_roth_catch_up_rule_by_year() -> None:
    """IRC §414(v)(7); Notice 2023-62 held it back until the end of 2025."""
    before = law_for(2023)
    assert before.roth_catch_up_wages == Limit(NO_LIMIT, before.roth_catch_up_wages.cite, "enacted")
    assert before.roth_catch_up_wages.cite.ref == "no such rule before 2024"
    in_force = {year: law_for(year).roth_catch_up_in_force for year in known_years()}
    assert in_force == {**dict.fromkeys(range(2019, 2026), False), 2026: True, 2027: True}
    assert law_for(2026).roth_catch_up_wages.amount == dollars(150_000)


def test_a_projected_year_says_so() -> None:
    law = law_for(2027)
    assert law.status == "projected"
    assert law.annual_additions.status == "projected"
    assert law.annual_additions.amount == dollars(75_000)
    assert law.annual_additions.cite.ref.startswith("IRC §415(d): 40,000 x")
    assert law.roth_phase_out_joint.start.status == law.roth_phase_out_joint.end.status == "projected"
    assert (law.roth_phase_out_joint.start.amount, law.roth_phase_out_joint.end.amount) == (
        dollars(249_000),
        dollars(259_000),
    )
    assert law.social_security_wage_base.status == "announced"


def test_one_projected_phase_out_makes_a_projected_year() -> None:
    from dataclasses import replace

    law, projected = law_for(2026), law_for(2027)
    assert replace(law, roth_phase_out_joint=projected.roth_phase_out_joint).status == "projected"
    assert replace(law, hsa_family=projected.annual_additions).status == "projected"


def test_a_notice_overrides_its_rows_and_no_others(tmp_path: Path) -> None:
    law = law_for(2027, notice(tmp_path))
    assert law.annual_additions.amount == dollars(74_000)
    assert law.annual_additions.cite.ref == "IRS Notice 2026-99"
    assert law.annual_additions.status == "announced"
    assert law.roth_catch_up_wages.cite.ref == "your file notice.toml"
    assert law.roth_catch_up_in_force is True
    assert law.roth_phase_out_single.start.amount == dollars(157_000)
    assert law.roth_phase_out_single.end.amount == dollars(172_000)
    assert law.roth_phase_out_single.start.status == "enacted"
    assert law.elective_deferrals == law_for(2027).elective_deferrals
    assert law.hce_pay == law_for(2027).hce_pay
    assert law.status == "projected"


def test_a_notice_of_another_year_changes_nothing(tmp_path: Path) -> None:
    assert law_for(2026, notice(tmp_path)) == law_for(2026)
    assert rows_of(2026, notice(tmp_path)) == rows_of(2026)


def test_a_notice_does_not_bring_a_rule_into_force(tmp_path: Path) -> None:
    """IRC §414(v)(7) was put off until the end of 2025 (Notice 2023-62), whatever threshold somebody types."""
    for year, in_force in ((2023, False), (2025, False), (2026, True)):
        law = law_for(year, notice(tmp_path, f"year = {year}\n[roth_catch_up_wages]\namount = 140_000"))
        assert law.roth_catch_up_wages.amount == dollars(140_000)
        assert law.roth_catch_up_wages.cite.ref == "your file notice.toml"
        assert law.roth_catch_up_in_force is in_force


def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, year: int, *without: str) -> None:
    """The book's own files, without some rows of one year."""
    copy = tmp_path / "limits"
    shutil.copytree(LIMITS, copy)
    tables = (copy / f"{year}.toml").read_text(encoding="utf-8").split("\n[")
    kept = [table for table in tables if table.split("]")[0] not in without]
    assert len(kept) == len(tables) - len(without)
    (copy / f"{year}.toml").write_text("\n[".join(kept), encoding="utf-8")
    monkeypatch.setattr(book, "LIMITS", copy)


def test_a_year_that_is_out_is_never_filled_up_by_projection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shipped(tmp_path, monkeypatch, 2026, "compensation")
    with pytest.raises(KeyError, match="compensation"):
        law_for(2026)


def test_the_look_back_year_may_be_projected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """80,000 x 323.941 / 157.367 = 164,680.52: the increase of 84,680.52 is rounded down to 80,000."""
    shipped(tmp_path, monkeypatch, 2026, "annual_additions", "hce_pay")
    limit = law_for(2027).hce_pay
    assert (limit.amount, limit.status) == (dollars(160_000), "projected")
    assert limit.cite.ref.startswith("IRC §415(d): 80,000 x ")


@pytest.mark.parametrize("amount", ["0", "999_999_999"])
def test_the_ends_of_what_a_notice_may_say(tmp_path: Path, amount: str) -> None:
    law = law_for(2026, notice(tmp_path, f"year = 2026\n[catch_up]\namount = {amount}"))
    assert law.catch_up.amount == dollars(int(amount))


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("year = 2026\n[catch_up", "notice.toml: "),
        ("[catch_up]\namount = 8_000", "notice.toml: name the year of the numbers, like year = 2026"),
        ("year = true\n[catch_up]\namount = 8_000", "notice.toml: name the year of the numbers, like year = 2026"),
        (
            "year = 2026\n[annual_addition]\namount = 1",
            "notice.toml: annual_addition is not a planning number; they are named in `megaroth limits 2026`",
        ),
        ("year = 2026\n[catch_up_age]\namount = 51", "catch_up_age is not a planning number"),
        ("year = 2026\n[catch_up]\nstart = 1", "[catch_up] needs amount in whole dollars"),
        ("year = 2026\n[catch_up]\namount = 8_000.5", "[catch_up] needs amount in whole dollars"),
        ("year = 2026\n[catch_up]\namount = true", "[catch_up] needs amount in whole dollars"),
        ("year = 2026\n[catch_up]\namount = -1", "[catch_up] needs amount in whole dollars"),
        ("year = 2026\n[catch_up]\namount = 1_000_000_000", "[catch_up] needs amount in whole dollars"),
        ("year = 2026\ncatch_up = 8_000", "[catch_up] needs amount in whole dollars"),
        (
            "year = 2026\n[roth_phase_out_joint]\nstart = 5",
            "[roth_phase_out_joint] needs end and start in whole dollars",
        ),
    ],
)
def test_a_bad_notice_is_refused_by_name(tmp_path: Path, text: str, complaint: str) -> None:
    path = notice(tmp_path, text)
    with pytest.raises(BadLimitsFile) as refused:
        law_for(2026, path)
    assert str(refused.value).startswith(f"{path}: ")
    assert complaint in str(refused.value)


def test_a_notice_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"absent\.toml"):
        law_for(2026, tmp_path / "absent.toml")


def test_rows_as_the_book_prints_them(tmp_path: Path) -> None:
    rows = {row.name: row for row in rows_of(2026)}
    assert rows["annual_additions"] == Row("annual_additions", (dollars(72_000),), "IRS Notice 2025-67", "announced")
    assert rows["hce_pay"].values == (dollars(160_000),)
    assert rows["roth_phase_out_joint"].values == (dollars(242_000), dollars(252_000))
    assert "year" not in rows
    assert [row.name for row in rows_of(2026)][:3] == ["elective_deferrals", "catch_up", "catch_up_60_to_63"]

    later = {row.name: row for row in rows_of(2027, notice(tmp_path))}
    assert later["annual_additions"] == Row("annual_additions", (dollars(74_000),), "IRS Notice 2026-99", "announced")
    assert later["hce_pay"].status == "projected"
    assert later["roth_phase_out_single"].values == (dollars(157_000), dollars(172_000))


def test_tables_of_statute_and_tax() -> None:
    assert statutory_rows()["hsa_catch_up"]["amount"] == 1_000
    assert tax_rows(2026)["standard_deduction"]["joint"]["amount"] == 32_200
    assert tax_rows(2023) == {}


def test_every_field_of_law_is_filled_with_its_kind() -> None:
    law = law_for(2026)
    for field in fields(Law):
        value = getattr(law, field.name)
        if field.type in ("Limit", "PhaseOut", "Rate"):
            assert type(value) is {"Limit": Limit, "PhaseOut": PhaseOut, "Rate": Rate}[str(field.type)]
