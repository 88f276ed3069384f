"""The guide's three cases at four ages in two years: 24 rooms, and totals that reach the published limits exactly."""

from __future__ import annotations

import pytest

from megaroth import questions

AGES = (45, 52, 61, 65)
PAY = {"amazon": 500_000, "meta": 250_000, "dell": 300_000}
ROOMS = {
    ("amazon", 2025): (39_500, 39_500, 39_500, 39_500),
    ("amazon", 2026): (40_300, 40_300, 40_300, 40_300),
    ("meta", 2025): (34_750, 31_000, 29_125, 31_000),
    ("meta", 2026): (35_250, 31_250, 29_625, 31_250),
    ("dell", 2025): (39_000, 39_000, 39_000, 39_000),
    ("dell", 2026): (40_000, 40_000, 40_000, 40_000),
}
TOTALS = {2025: (70_000, 77_500, 81_250, 77_500), 2026: (72_000, 80_000, 83_250, 80_000)}


@pytest.mark.parametrize(("employer", "year", "place"), [(e, y, i) for e, y in ROOMS for i in range(4)])
def test_room_and_total(employer: str, year: int, place: int) -> None:
    answer = questions.room(
        f"""
        year = {year}
        [people.me]
        born = {year - AGES[place]}-12-31
        [[jobs]]
        name = "job"
        person = "me"
        plan = "{employer}"
        pay = {PAY[employer]}
        """
    )
    assert not isinstance(answer, list)
    job = answer.as_json()["jobs"][0]
    assert job["after_tax_room"] == f"{ROOMS[employer, year][place]}.00"
    assert job["total"] == f"{TOTALS[year][place]}.00"


def household(year: int, born: int, pay: int, plan: str, more: str = "") -> dict[str, object]:
    answer = questions.room(
        f'year = {year}\n[people.me]\nborn = {born}-05-05\n[[jobs]]\nname = "job"\nperson = "me"\npay = {pay}\n{more}\n'
        f"plan = {{ {plan} }}\n"
    )
    assert not isinstance(answer, list)
    found: dict[str, object] = answer.as_json()["jobs"][0]
    return found


def test_all_of_pay_is_the_limit() -> None:
    job = household(2026, 1990, 60_000, 'after_tax_allowed = "yes", match = "none"')
    assert (job["annual_additions_limit"], job["after_tax_room"]) == ("60000.00", "35500.00")


def test_unused_catch_up_is_never_after_tax_room() -> None:
    plan = 'after_tax_allowed = "yes", match = [{ rate_percent = 50, up_to_percent_of_pay = 6 }]'
    job = household(2026, 1971, 200_000, plan, "wishes.deferral = 2_000")
    assert (job["after_tax_room"], job["after_tax_room_absolute"]) == ("69000.00", "71000.00")


def test_a_former_employers_deferrals_leave_a_full_second_limit() -> None:
    answer = questions.room(
        'year = 2022\n[people.me]\nborn = 1987-05-05\n[[jobs]]\nname = "B"\nperson = "me"\npay = 120_000\n'
        'plan = { after_tax_allowed = "yes", match = "none" }\n'
        '[[elsewhere]]\nperson = "me"\nelective_deferrals = 20_500\n'
    )
    assert not isinstance(answer, list)
    job = answer.as_json()["jobs"][0]
    assert (job["elective_deferral"], job["after_tax_room"]) == ("0.00", "61000.00")


def test_the_plans_cap_for_the_highly_compensated_uses_countable_pay() -> None:
    plan = 'after_tax_allowed = "yes", match = [{ rate_percent = 50 }], hce_after_tax_cap_percent = 8'
    job = household(2026, 1986, 450_000, plan, "last_year_pay = 410_000")
    assert (job["after_tax_room"], job["decided_by"], job["is_hce"]) == ("28800.00", "plan_hce_cap", True)
