"""The answers of schedule and audit: their form, their words, and what must never change them."""

from __future__ import annotations

import datetime
import itertools
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from megaroth import questions
from megaroth.kit.money import Money
from megaroth.questions import schemas
from megaroth.report.schedule_text import schedule_lines
from megaroth.schedule.answer import ScheduleAnswer

FILE = Path(__file__).parent / "household.toml"
TEXT = FILE.read_text(encoding="utf-8")
NEW_YEAR = datetime.date(2026, 1, 1)


def scheduled(text: str = TEXT, today: datetime.date = NEW_YEAR) -> ScheduleAnswer:
    answer = questions.schedule(text, today)
    assert isinstance(answer, ScheduleAnswer), answer
    return answer


def audited(text: str = TEXT) -> ScheduleAnswer:
    answer = questions.audit(text, NEW_YEAR)
    assert isinstance(answer, ScheduleAnswer), answer
    return answer


def totals(answer: ScheduleAnswer, job: int = 0) -> dict[str, Any]:
    found: dict[str, Any] = answer.as_json()["jobs"][job]["totals"]
    return found


def into_the_plan(answer: ScheduleAnswer) -> Money:
    """What all jobs put in together, catch-up and match included."""
    outcomes = [job.outcome for job in answer.jobs]
    return sum((o.deferral + o.catch_up + o.after_tax + o.match + o.true_up for o in outcomes), Money(0))


def test_both_keep_their_schema() -> None:
    for name in ("schedule", "audit"):
        answered = questions.ask(name, FILE, NEW_YEAR)
        jsonschema.validate(answered.value, schemas.schedule())


def test_the_first_line_says_what_to_set() -> None:
    text = schedule_lines(scheduled())[2].text
    assert text.startswith("Initech: set ")
    assert "from the payday of 2026-01-09" in text


def test_the_schedule_breaks_nothing_and_loses_no_match() -> None:
    job = scheduled().jobs[0]
    assert not job.judged.breaks_a_limit
    assert job.is_proven
    assert job.judged.lost_match == Money(0)
    assert job.outcome.match == Money(734_773)
    # 3% of each paycheck: 12 x 230.77, 1,430.77 with the bonus, 240.00 of 8,000.00 (two days before the raise), 12 x 242.31


def test_the_audit_of_25_percent_fails() -> None:
    answer = audited()
    codes = {finding.code: finding.severity for finding in answer.findings}
    assert codes["deferral-limit-broken"] == "error"
    assert answer.jobs[0].judged.excess_deferral > Money(0)


def test_a_total_line_closes_the_table_and_the_csv() -> None:
    answer = scheduled()
    assert any(line.text.startswith("  total") for line in schedule_lines(answer))
    assert answer.as_csv().splitlines()[-1].startswith("Initech,total,")


def test_a_job_without_paydays_is_told_what_to_write() -> None:
    answer = questions.schedule(
        'year = 2026\n[people.a]\nborn = 1980-01-01\n[[jobs]]\nname = "x"\nperson = "a"\npay = 9'
    )
    assert isinstance(answer, ScheduleAnswer)
    assert [finding.code for finding in answer.findings if finding.severity == "error"][-1] == "no-pay-table"


# What must never change, whatever the year


def test_a_dollar_more_pay_never_lowers_the_legal_room() -> None:
    rooms = []
    for pay in (60_000, 60_001, 150_000, 360_000, 360_001, 900_000):
        answer = audited(TEXT.replace("annual = 200_000", f"annual = {pay}").replace("pre_tax = 25", "pre_tax = 0"))
        rooms.append(answer.jobs[0].year.limits.additions)
    assert rooms == sorted(rooms, key=lambda room: int(room.cents))


def test_splitting_a_payday_keeps_totals() -> None:
    whole = 'frequency = "listed"\npaydays = [2026-04-30, 2026-08-31, 2026-12-31]\nannual = 240_000'
    halves = (
        'frequency = "listed"\npaydays = [2026-04-15, 2026-04-30, 2026-08-15, 2026-08-31, 2026-12-15, 2026-12-31]\n'
        "annual = 240_000"
    )
    start, end = TEXT.index("frequency"), TEXT.index("[jobs.current")
    answers = [audited(TEXT[:start] + pay + "\n" + TEXT[end:].replace("25", "8")) for pay in (whole, halves)]
    assert totals(answers[0]) == totals(answers[1])


def test_a_later_start_never_gives_more() -> None:
    days = [datetime.date(2026, month, 1) for month in (1, 3, 6, 9, 11, 12)]
    text = TEXT.replace("pre_tax = 25", "pre_tax = 0")
    filled = [into_the_plan(scheduled(text, day)) for day in days]
    # The numbers are whole percents: a dollar of match and a step of the last paycheck may fall either way.
    for earlier, later in itertools.pairwise(filled):
        assert later <= earlier + Money(8_300)


def two_jobs(first: str, second: str) -> str:
    head = "year = 2026\n[people.a]\nborn = 1980-01-01\n"
    return head + first + second


def job(name: str, annual: int, plan: str) -> str:
    return (
        f'[[jobs]]\nname = "{name}"\nperson = "a"\nlast_year_pay = 100_000\n'
        f'plan = {{ {plan}, match_period = "payday", true_up = "no", auto_stop = "no", election_step_percent = 1 }}\n'
        f'pay = {{ frequency = "monthly", days_of_month = [31], annual = {annual} }}\n'
    )


MATCHED = 'after_tax_allowed = "yes", in_plan_conversion = "automatic", match = [{ rate_percent = 100, up_to_percent_of_pay = 5 }]'
UNMATCHED = 'after_tax_allowed = "no", match = "none"'


@pytest.mark.parametrize("turned", [False, True])
def test_the_order_of_jobs_does_not_matter(turned: bool) -> None:
    jobs = [job("small", 60_000, UNMATCHED), job("large", 300_000, MATCHED)]
    answer = scheduled(two_jobs(*(reversed(jobs) if turned else jobs)))
    by_name = {each.name: each.outcome for each in answer.jobs}
    # The large job's match is won in full (5% of 300,000), and the rest goes where it takes no after-tax room.
    assert by_name["large"].match == Money(1_500_000)
    assert by_name["large"].deferral == Money(1_500_000)
    assert by_name["small"].deferral == Money(950_000)
    assert by_name["large"].after_tax == Money(7_200_000 - 3_000_000)


def test_what_the_steps_of_one_job_leave_goes_to_the_next() -> None:
    # 5% of 308,000 is 15,400 of match; a step of the small job is 50, so its part alone would lie between two steps.
    answer = scheduled(two_jobs(job("large", 308_040, MATCHED), job("small", 60_000, UNMATCHED)))
    deferred = [each.outcome.deferral for each in answer.jobs]
    assert Money(2_445_000) < deferred[0] + deferred[1] <= Money(2_450_000)


def test_a_deferral_at_a_former_employer_leaves_the_whole_second_limit() -> None:
    text = job("new", 300_000, 'after_tax_allowed = "yes", in_plan_conversion = "automatic", match = "none"')
    text = (
        "year = 2026\n[people.a]\nborn = 1980-01-01\n"
        + text
        + '[[elsewhere]]\nperson = "a"\nelective_deferrals = 24_500\n'
    )
    outcome = scheduled(text).jobs[0].outcome
    assert outcome.deferral == Money(0)
    assert outcome.after_tax == Money(7_200_000)


OVER_FIFTY = """year = 2026
[people.ann]
born = 1965-05-02
[[jobs]]
name = "Corp"
person = "ann"
last_year_fica_wages = 220_000
[jobs.plan]
after_tax_allowed = "no"
roth_deferrals = "yes"
super_catch_up = "yes"
match = "none"
[jobs.pay]
frequency = "monthly"
days_of_month = [31]
annual = 120_000
[jobs.current_elections]
pre_tax = 30
"""


def roth_catch_up(answer: ScheduleAnswer) -> list[str]:
    return [finding.message for finding in answer.findings if finding.code == "catch-up-from-pre-tax"]


def test_catch_up_that_must_be_roth_is_not_left_to_a_pre_tax_number() -> None:
    # 30% of $10,000 a month is $36,000: $24,500 of regular deferral, $11,250 of catch-up at 61.
    (said,) = roth_catch_up(audited(OVER_FIFTY))
    assert "$11,250.00 of the catch-up must be Roth" in said
    # The schedule fills it with steps of 1% ($100 a month) from the first payday on: it says so too, with the first such payday.
    answer = scheduled(OVER_FIFTY)
    assert roth_catch_up(answer)
    finding = next(finding for finding in answer.findings if finding.code == "catch-up-from-pre-tax")
    first = next(row["date"] for row in answer.jobs[0].rows() if row["catch_up"] != "0.00")
    assert f"from the payday of {first} on" in finding.remedy


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        ("pre_tax = 30", "roth = 30"),  # Roth already
        ("pre_tax = 30", "pre_tax = 20\ncatch_up = 10"),  # a number of its own, which plans take as Roth
        ("last_year_fica_wages = 220_000", "last_year_fica_wages = 150_000"),  # not more than the threshold
        ("pre_tax = 30", "pre_tax = 20"),  # $24,000 reach no catch-up
    ],
)
def test_what_is_roth_or_need_not_be_is_not_warned_of(said: str, instead: str) -> None:
    assert not roth_catch_up(audited(OVER_FIFTY.replace(said, instead)))


def test_earlier_roth_deferrals_serve_for_as_much_of_the_catch_up() -> None:
    so_far = "\n[jobs.so_far]\nas_of = 2026-06-30\npay = 60_000\npre_tax = 12_000\nroth = 6_000\n"
    (said,) = roth_catch_up(
        audited(OVER_FIFTY.replace("[jobs.current_elections]", so_far + "[jobs.current_elections]"))
    )
    # $18,000 so far and 6 x $3,000: $6,500 fill the limit, $11,250 are catch-up, of which $6,000 are Roth already.
    assert "$5,250.00 of the catch-up" in said


def test_the_missing_days_of_monthly_pay_are_one_day() -> None:
    found = questions.audit(OVER_FIFTY.replace("days_of_month = [31]\n", ""), NEW_YEAR)
    assert isinstance(found, list)
    assert any("days_of_month = [31]" in finding.remedy for finding in found)


WITH_MATCH = """year = 2026
[people.ann]
born = 1990-05-02
[[jobs]]
name = "Corp"
person = "ann"
[jobs.plan]
after_tax_allowed = "no"
match_period = "payday"
match = [{ rate_percent = 50, up_to_percent_of_pay = 6 }]
[jobs.pay]
frequency = "monthly"
days_of_month = [31]
annual = 120_000
[jobs.so_far]
as_of = 2026-11-30
pay = 110_000
pre_tax = 0
roth = 0
after_tax = 0
match = 0
[jobs.current_elections]
pre_tax = 12
"""


@pytest.mark.parametrize(
    ("true_up", "said"),
    [
        # 12% of December is $1,200, its match 50% of $600. The year's formula: 50% of what was deferred, at most $7,200 of it.
        (
            "",
            "$1,800.00 of $72,000.00 goes in; $300.00 of it is kept free for match that may come after the year's end.",
        ),
        ('true_up = "yes"', "$1,800.00 of $72,000.00 goes in, $300.00 of it match that comes after the year's end."),
        ('true_up = "no"', "$1,500.00 of $72,000.00 goes in."),
    ],
)
def test_what_goes_in_tells_the_match_that_comes_later(true_up: str, said: str) -> None:
    answer = audited(WITH_MATCH.replace('match_period = "payday"', f'match_period = "payday"\n{true_up}'))
    kept = next(finding for finding in answer.findings if finding.code == "annual-additions-kept")
    assert kept.message == f"Corp: PASS: {said}"
