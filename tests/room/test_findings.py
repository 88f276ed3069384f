"""What a household is told beside its numbers: each finding from the smallest file that calls for it."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from megaroth import questions
from megaroth.kit.finding import Finding
from megaroth.room.answer import RoomAnswer

TODAY = datetime.date(2026, 11, 24)
PLAN = """
[jobs.plan]
after_tax_allowed = "yes"
in_plan_conversion = "automatic"
roth_deferrals = "yes"
super_catch_up = "yes"
match_on_catch_up = "no"
match_on_after_tax = "no"
true_up = "yes"
other_wages_in_415_pay = "no"
match = [{ rate_percent = 50, up_to_percent_of_pay = 6 }]
"""
QUIET = f"""
year = 2026
[people.ana]
born = 1985-01-01
[[jobs]]
name = "Initech"
person = "ana"
pay = 200_000
last_year_pay = 150_000
last_year_fica_wages = 140_000
{PLAN}"""


def answer(text: str) -> RoomAnswer:
    found = questions.room(text, TODAY)
    assert isinstance(found, RoomAnswer), found
    return found


def codes(text: str) -> set[str]:
    return {finding.code for finding in answer(text).findings}


def test_a_household_of_which_all_is_known_is_told_nothing() -> None:
    assert codes(QUIET) == set()


def changed(*changes: tuple[str, str]) -> str:
    text = QUIET
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return text


OLDER = ("born = 1985", "born = 1970")
ENDED = ("pay = 200_000", "pay = 200_000\nends = 2026-06-30")
SO_FAR = ('true_up = "yes"', 'true_up = "yes"\n[jobs.so_far]\nas_of = 2026-06-30\npay = 100_000\n')
CASES: list[tuple[str, list[tuple[str, str]]]] = [
    ("law-projected", [("year = 2026", "year = 2027")]),
    ("after-tax-not-allowed", [('after_tax_allowed = "yes"', 'after_tax_allowed = "frozen"')]),
    ("after-tax-unknown", [('after_tax_allowed = "yes"', 'after_tax_allowed = "unknown"')]),
    ("no-way-into-roth", [('"automatic"', '"no"\nin_service_withdrawal = "no"')]),
    ("conversion-unknown", [('"automatic"', '"unknown"')]),
    ("no-separate-accounting", [('"automatic"', '"automatic"\nseparate_accounting = "no"')]),
    ("match-not-stated", [("match = [{ rate_percent = 50, up_to_percent_of_pay = 6 }]", "")]),
    ("match-unknown", [("[{ rate_percent = 50, up_to_percent_of_pay = 6 }]", '"unknown"')]),
    (
        "match-wish-unknown",
        [
            ("match = [{ rate_percent = 50, up_to_percent_of_pay = 6 }]", 'match = "unknown"'),
            ("[jobs.plan]", '[jobs.wishes]\ndeferral = "match"\n[jobs.plan]'),
        ],
    ),
    ("match-on-catch-up-unknown", [OLDER, ('match_on_catch_up = "no"', ""), ("_of_pay = 6", "_of_pay = 50")]),
    ("match-on-after-tax-unknown", [('match_on_after_tax = "no"', ""), ("_of_pay = 6", "_of_pay = 50")]),
    ("true-up-unknown", [('true_up = "yes"', "")]),
    ("no-true-up", [('true_up = "yes"', 'true_up = "no"')]),
    ("match-lost", [("[jobs.plan]", "[jobs.wishes]\ndeferral = 5_000\n[jobs.plan]")]),
    ("service-unknown", [("up_to_percent_of_pay = 6 }", "up_to_percent_of_pay = 6, service_from = 1 }")]),
    ("no-catch-up-without-roth", [OLDER, ("= 140_000", "= 150_001"), ('roth_deferrals = "yes"', 'roth_deferrals = "no"'), ('"automatic"', '"unknown"')]),
    ("fica-wages-unknown", [OLDER, ("last_year_fica_wages = 140_000", "")]),
    ("roth-deferrals-unknown", [OLDER, ("= 140_000", "= 150_001"), ('roth_deferrals = "yes"', "")]),
    ("higher-catch-up-not-offered", [("born = 1985", "born = 1965"), ('super_catch_up = "yes"', 'super_catch_up = "no"')]),
    ("higher-catch-up-unknown", [("born = 1985", "born = 1965"), ('super_catch_up = "yes"', "")]),
    ("absolute-room", [OLDER, ("[jobs.plan]", '[jobs.wishes]\ncatch_up = "none"\n[jobs.plan]')]),
    ("deferral-above-limit", [("[jobs.plan]", "[jobs.wishes]\ndeferral = 24_501\n[jobs.plan]")]),
    ("after-tax-above-limit", [("[jobs.plan]", "[jobs.wishes]\nafter_tax = 60_000\n[jobs.plan]")]),
    ("deferral-cut-by-annual-additions", [("pay = 200_000", "pay = 20_000")]),
    ("limit-is-pay", [("pay = 200_000", "pay = 60_000")]),
    ("hce-unknown", [("last_year_pay = 150_000", ""), ('true_up = "yes"', 'true_up = "yes"\nhce_after_tax_cap_percent = 5')]),
    ("top-paid-group", [("last_year_pay = 150_000", "last_year_pay = 160_001"), ('true_up = "yes"', 'true_up = "yes"\ntop_paid_group = "yes"\nhce_after_tax_cap_percent = 5')]),
    ("acp-refund-possible", [("last_year_pay = 150_000", "last_year_pay = 160_001")]),
    ("ended-without-figures", [ENDED]),
    ("deferral-above-plan-cap", [('true_up = "yes"', 'true_up = "yes"\ndeferral_cap_percent = 5\n[jobs.so_far]\nas_of = 2026-06-30\npay = 100_000\npre_tax = 10_001')]),
    ("excess-deferral", [SO_FAR, ("pay = 100_000\n", "pay = 100_000\npre_tax = 24_501\n")]),
    ("excess-annual-additions", [SO_FAR, ("pay = 100_000\n", "pay = 100_000\npre_tax = 24_000\nafter_tax = 42_001\n")]),
    ("too-little-pay-left", [SO_FAR, ("as_of = 2026-06-30\npay = 100_000\n", "as_of = 2026-12-15\npay = 195_000\n")]),
    ("after-tax-above-room", [SO_FAR, ("pay = 100_000\n", "pay = 100_000\nafter_tax = 20_001\n"), ('true_up = "yes"', 'true_up = "yes"\nafter_tax_cap_percent = 10')]),
]  # fmt: skip


@pytest.mark.parametrize(("code", "changes"), CASES, ids=[code for code, _ in CASES])
def test_each_finding_has_its_cause(code: str, changes: list[tuple[str, str]]) -> None:
    text = QUIET
    # [jobs.so_far] is a table of its own: it has to come after the keys of the plan.
    for old, new in changes:
        assert old in text, old
        if "[jobs.so_far]" in new:
            old_line, table = new.split("[jobs.so_far]")
            text = text.replace(old, old_line) + "[jobs.so_far]" + table
        else:
            text = text.replace(old, new)
    found = [finding for finding in answer(text).findings if finding.code == code]
    assert len(found) == 1
    check(found[0])


def test_no_match_is_lost_where_its_own_cap_decides() -> None:
    """50% of 5,000 is 2,500, but the match ends at 1,000: deferring more earns nothing."""
    wish = ("[jobs.plan]", "[jobs.wishes]\ndeferral = 5_000\n[jobs.plan]")
    assert "match-lost" in codes(changed(wish))
    assert "match-lost" not in codes(changed(wish, ("match = [", "match_limits.max_dollars = 1_000\nmatch = [")))


def check(finding: Finding) -> None:
    assert finding.message.endswith(".")
    assert finding.where
    assert "None" not in finding.message + finding.remedy


def test_an_ended_job_without_figures_is_an_error_once_it_is_over() -> None:
    text = changed(ENDED)
    severities: dict[Any, str] = {}
    for today in (datetime.date(2026, 6, 29), datetime.date(2026, 6, 30), None):
        found = questions.room(text, today)
        assert isinstance(found, RoomAnswer)
        severities[today] = next(f.severity for f in found.findings if f.code == "ended-without-figures")
    assert list(severities.values()) == ["warning", "error", "warning"]


def test_a_job_that_is_over_stays_at_what_was_made() -> None:
    text = (
        changed(ENDED, OLDER) + "[jobs.so_far]\nas_of = 2026-06-30\npay = 150_000\nroth = 26_000\nafter_tax = 9_000\n"
    )
    job = answer(text).as_json()["jobs"][0]
    # 26,000 is 1,500 beyond the limit of 24,500, so that is catch-up; no match was paid, and none will be.
    amounts = (job["elective_deferral"], job["catch_up"], job["match"], job["after_tax_planned"], job["after_tax_left"])
    assert amounts == ("24500.00", "1500.00", "0.00", "9000.00", "0.00")
    assert job["decided_by"] == "job_is_over"


TWO = """
[[jobs]]
name = "Initrode"
person = "ana"
pay = 100_000
last_year_pay = 20_000
"""


def test_an_unknown_match_in_the_group_leaves_no_job_of_it_known() -> None:
    group = ("person", 'employer_group = "tech"\nperson')
    text = (QUIET + TWO + PLAN).replace(*group)
    unknown = text.replace("[{ rate_percent = 50, up_to_percent_of_pay = 6 }]", '"unknown"', 1)
    first, second = answer(unknown).as_json()["jobs"]
    assert (first["match"], first["after_tax_room"]) == (None, None)
    assert (second["match"], second["after_tax_room"], second["total"]) == ("3000.00", None, None)
    assert "match-unknown-in-group" in codes(unknown)
    # Pay of last year counts for the group as a whole: 150,000 + 20,000 is above 160,000.
    assert [job["is_hce"] for job in answer(text).as_json()["jobs"]] == [True, True]
    assert [job["is_hce"] for job in answer(QUIET + TWO + PLAN).as_json()["jobs"]] == [False, False]


def test_what_is_not_worked_out_for_an_owner_is_refused() -> None:
    owner = changed(("pay = 200_000\nlast_year_pay = 150_000", "self_employed = true\nprofit = 200_000"))
    found = questions.room(owner, TODAY)
    assert isinstance(found, list)
    assert [finding.code for finding in found] == ["match-of-an-owner"]
    twice = owner.replace("match = [{ rate_percent = 50, up_to_percent_of_pay = 6 }]", "")
    twice += '[[jobs]]\nname = "Second"\nperson = "ana"\nself_employed = true\nprofit = 5_000\n[jobs.plan]\n'
    found = questions.room(twice, TODAY)
    assert isinstance(found, list)
    assert "two-self-employments" in [finding.code for finding in found]


HEARSAY = """
[jobs.plan.evidence.match]
confidence = "forum"
"""


def test_a_match_that_nobody_has_confirmed_is_no_match_of_nothing() -> None:
    for text in (
        QUIET + HEARSAY,
        QUIET.partition("[jobs.plan]")[0] + 'plan = "unknown"\n',
        changed(("up_to_percent_of_pay = 6 }", "service_from = 3, up_to_percent_of_pay = 6 }")),
    ):
        job = answer(text).as_json()["jobs"][0]
        assert (job["match"], job["after_tax_room"], job["after_tax_planned"]) == (None, None, None)
        assert job["decided_by"] == "match_unknown"
    long_there = changed(("up_to_percent_of_pay = 6 }", "service_from = 3, up_to_percent_of_pay = 6 }"))
    long_there = long_there.replace("pay = 200_000", "pay = 200_000\nservice_years = 3")
    assert answer(long_there).as_json()["jobs"][0]["match"] == "6000.00"


@pytest.mark.parametrize(
    ("inside", "outside", "told"),
    [
        ("no", "no", "no-way-into-roth"),
        ("no", "unknown", "conversion-unknown"),
        ("unknown", "no", "conversion-unknown"),
        ("unknown", "unknown", "conversion-unknown"),
        ("no", "yes", None),
        ("unknown", "yes", None),
        ("on-request", "no", None),
    ],
)
def test_the_two_ways_into_roth(inside: str, outside: str, told: str | None) -> None:
    ways = f'in_plan_conversion = "{inside}"\nin_service_withdrawal = "{outside}"'
    found = codes(changed(('in_plan_conversion = "automatic"', ways)))
    assert found & {"no-way-into-roth", "conversion-unknown"} == ({told} if told else set())


def test_pay_that_is_the_limit_may_be_more_where_other_wages_count() -> None:
    """Additions are at most 100% of 30,000; whether 5,000 of other wages are pay for §415 is asked only if not known."""
    low = ("pay = 200_000", "pay = 30_000\nother_wages = 5_000")
    (known,) = [each for each in answer(changed(low)).findings if each.code == "limit-is-pay"]
    (open_,) = [
        each
        for each in answer(changed(low, ('other_wages_in_415_pay = "no"', ""))).findings
        if each.code == "limit-is-pay"
    ]
    assert known.remedy.startswith("Taxes and premiums")
    assert open_.remedy.startswith("If the plan's definition of pay for §415 counts your other wages")


@pytest.mark.parametrize(("born", "is_asked"), [("1985-01-01", False), ("1976-12-31", True)])
def test_nothing_is_asked_about_the_catch_up_of_somebody_too_young_for_it(born: str, is_asked: bool) -> None:
    plan = 'plan = { after_tax_allowed = "yes", match = "none" }\n'
    text = QUIET.replace(PLAN, plan).replace("1985-01-01", born)
    (job,) = answer(text).jobs
    of_catch_up = {"super_catch_up", "match_on_catch_up"}
    assert bool(of_catch_up & {each.field for each in job.case.questions}) is is_asked
    assert of_catch_up & {each.field for each in job.case.job.plan.questions}, "the plan leaves it open"
