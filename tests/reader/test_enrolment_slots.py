"""Enrolment of those who do nothing, and amendments: each slot of the rule varies, and what is near it is not believed."""

from __future__ import annotations

import itertools

import pytest
from tests.reader.said import fields

from megaroth.reader.changed import as_changed

WHO_DOES_NOTHING = (
    "If you do not enroll,",
    "If you have never made an election,",
    "Unless you tell us otherwise,",
    "Absent an election to the contrary,",
    "If no form has been received within 45 days,",
    "For anyone who fails to choose a rate,",
)
WHAT_HAPPENS = (
    "the Employer will withhold 7% of your pay",
    "7% of eligible pay will be taken out of your pay and contributed to the plan before taxes",
    "your deferral will be set at 7%, which you may change at any time",
    "payroll deductions of seven percent (7%) begin",
)


@pytest.mark.parametrize(("who", "what"), list(itertools.product(WHO_DOES_NOTHING, WHAT_HAPPENS)))
def test_who_does_nothing(who: str, what: str) -> None:
    assert fields(f"{who} {what}.").get("auto_enrolment_percent") == "7"


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ('If you have never made an election, 5% of your Eligible Compensation will be taken out of your pay and contributed to the Plan before taxes.', '5'),
        ('If you were hired on or after January 1, 2018 and you do not enroll, the Employer will withhold 3% of your eligible Compensation each payroll period.', '3'),
        ("Employees hired on or after February 1, 2023, who don't return an election are enrolled at 4%.", '4'),
        ('The default rate for employees hired on or after January 1, 2026 is raised from 3% to 5%.', '5'),
        ('Automatic enrollment rate\nThe rate for employees hired on or after January 1, 2026 will be 6% instead of 4%.', '6'),
        ('Unless you elect otherwise, your contribution rate will be 4% of pay.', '4'),
        ('New employees begin contributing at 3% after 30 days.', '3'),
        ('In the absence of an election, the Plan treats you as having elected to defer 6%.', '6'),
        ('If no election form is returned within 45 days, 2% of your wages goes into the Plan.', '2'),
        ("You'll be automatically enrolled at 3%, which you may change at any time.", '3'),
        ("If we don't hear from you, your deferral will be set at 5%, but you can choose a different rate.", '5'),
        ('A participant who fails to make an election is deemed to have elected to defer 4% of Compensation.', '4'),
        ('Under the EACA, your deferral percentage is 3% for your first plan year, 4% for your second and 5% thereafter.', '3'),
        ('How much will be deducted if I do nothing?\nSix percent (6%) of your eligible pay.', '6'),
        ('Automatic Enrollment\n4% of eligible pay, pre-tax', '4'),
        ('Default deferral rate: 6%', '6'),
        ('Effective July 1, 2025, the default contribution rate for new hires changes from 3% to 6%.', '6'),
        ('Anyone who has not picked a rate starts at 8 percent.', '8'),
        ('Without an election on file, the payroll office will deduct 3% of your pay.', '3'),
        ('The automatic contribution percentage, previously 3%, is now 5%.', '5'),
        ('The Company enrolls you at a rate of 5% of pay if you take no action within 30 days.', '5'),
        ('Absent an election to the contrary, 3 percent of each paycheck will be deferred into the plan.', '3'),
        ('You will be treated as having chosen a deferral of 4% unless you tell us otherwise.', '4'),
        ('Effective January 1, 2028, the default rate is raised from 3% to 5%.', None),
        ('Your contribution will increase by 1% annually on the anniversary of your automatic enrollment, not to exceed 6%.', None),
        ('Default Investment\nThe expense ratio is 0.08%.', None),
        ('If you do nothing, 20% will be withheld for taxes.', None),
        ('If you do not elect, the Company will contribute 3% of your pay.', None),
        ('Unless you elect otherwise, 10% is withheld from the distribution for income tax.', None),
        ('If you do not enroll, you will not receive the match of 4%.', None),
        ('If you have not enrolled, you may begin contributing 3% at any time.', None),
        ('Suppose you do nothing and are enrolled at 3%, for example.', None),
        ('Until 2019 those who did nothing were enrolled at 2%.', None),
    ],
)  # fmt: skip
def test_enrolled_at(text: str, percent: str | None) -> None:
    assert fields(text).get("auto_enrolment_percent") == percent


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ('Each January the percentage of your automatic contributions goes up by 1% until it is 10%.', '1'),
        ('Your rate climbs by 1% every January until you hit 10%, unless you tell us to stop.', '1'),
        ('The automatic annual increase will be 2% instead of 1%.', '2'),
        ('The yearly automatic increase of your deferral rate is raised from 1% to 2%.', '2'),
        ('Unless you opt out, we add one percentage point to your rate each April.', '1'),
        ('Your deferral percentage steps up 1% a year to a maximum of 15%.', '1'),
        ('Every July 1, the savings rate of automatically enrolled employees is bumped up one percent until it reaches 10%.', '1'),
        ('After that, your contribution will automatically grow by 1% of pay each year.', '1'),
        ('Auto-increase\n1% each April, to a maximum of 10%', '1'),
        ('Annual increase: 1% up to 10%', '1'),
        ('Under the QACA, your rate is 3% in the first year, 4% in the second, 5% in the third and 6% from then on.', None),
        ('You may ask to have your rate raised by 1% each year.', None),
        ('The match goes up by 1% for each year of service.', None),
        ('Effective January 1, 2028, your rate goes up by 2% each January.', None),
        ('It will not increase unless you elect the auto-escalation service of 1% a year.', None),
        ('Most people get a raise of 3% every year.', None),
    ],
)  # fmt: skip
def test_raised_by(text: str, percent: str | None) -> None:
    assert fields(text).get("auto_increase_percent") == percent


RATES = ("the default rate", "our automatic enrollment percentage")
CHANGES = (
    "is raised from 3% to 5%",
    "has been changed from its current 3% of pay to 5% of pay",
    "will be 5% instead of 3%",
    "is now 5% (it was 3%)",
    "goes from 3% to 5%",
    "was increased to 5%",
)


@pytest.mark.parametrize(("rate", "change"), list(itertools.product(RATES, CHANGES)))
def test_what_an_amendment_changed_it_to(rate: str, change: str) -> None:
    assert fields(f"Effective July 1, 2025, {rate} {change}.").get("auto_enrolment_percent") == "5"
    assert "auto_enrolment_percent" not in fields(f"Effective July 1, 2029, {rate} {change}.")


@pytest.mark.parametrize(
    "text",
    [
        "your rate increases 1% each year from 3% to 10%.",
        "the rate is raised gradually from 3% to 10%.",
        "you may change your contribution from 1% to 50%.",
        "contribute from 1% to 50% of pay.",
    ],
)
def test_what_is_no_amendment(text: str) -> None:
    assert as_changed(text) == text


def test_a_notice_on_the_plan_year_to_come() -> None:
    head = "Annual notice\nPlan year beginning January 1, 2027\n\nAutomatic contributions\n"
    assert fields(f"{head}If you make no election, 5% of your pay will be withheld.")["auto_enrolment_percent"] == "5"
    dated = "Effective July 1, 2027, if you make no election, 5% of your pay will be withheld."
    assert "auto_enrolment_percent" not in fields(f"{head}{dated}")
