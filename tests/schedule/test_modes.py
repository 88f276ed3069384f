"""Every mode of payroll appears in a signed year of pay: each is looked for in what the cases say, not in labels."""

from __future__ import annotations

import datetime
import tomllib
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from tests.schedule.signed import CASES, FOLDER, household_in, household_text

Job = dict[str, Any]
Case = dict[str, Any]
Mode = Callable[[Case, dict[str, Any], Job], bool]


def term(name: str, value: object) -> Mode:
    return lambda case, file, job: bool(job["plan"].get(name) == value)


def has_term(name: str) -> Mode:
    return lambda case, file, job: name in job["plan"]


def frequency(name: str) -> Mode:
    return lambda case, file, job: bool(job["pay"]["frequency"] == name)


def paydays(name: str, count: int) -> Mode:
    def is_there(case: Case, file: dict[str, Any], job: Job) -> bool:
        expect = case.get("expect", {})
        return frequency(name)(case, file, job) and count in (expect.get("all_paydays"), expect.get("paydays"))

    return is_there


def extra(**wanted: object) -> Mode:
    usual: dict[str, object] = {"kind": "bonus", "matched": True, "own_election": False}

    def is_there(case: Case, file: dict[str, Any], job: Job) -> bool:
        return any(
            all({**usual, **each}.get(k) == v for k, v in wanted.items()) for each in job["pay"].get("extra", [])
        )

    return is_there


def so_far(file: bool) -> Mode:
    return lambda case, household, job: bool("so_far" in job and ("file" in job["so_far"]) == file)


def stops(*limits: str) -> Mode:
    def is_there(case: Case, file: dict[str, Any], job: Job) -> bool:
        plan = job["plan"]
        return bool(plan.get("auto_stop") == "yes" and plan.get("auto_stop_limits", []) == list(limits))

    return is_there


def both(*modes: Mode) -> Mode:
    return lambda case, file, job: all(mode(case, file, job) for mode in modes)


def wish(name: str, value: object) -> Mode:
    return lambda case, file, job: bool(job.get("wishes", {}).get(name) == value)


def schedule(case: Case, file: dict[str, Any], job: Job) -> bool:
    return case.get("question") == "schedule"


def leaves(case: Case, file: dict[str, Any], job: Job) -> bool:
    return "ends" in job


def crosses(case: Case, file: dict[str, Any], job: Job) -> bool:
    """A paycheck due in the next year is paid on 31 December of this one, or one due in this year in the next."""
    last = case.get("expect", {}).get("last_payday", "")
    return str(last).endswith("-12-31") and job["pay"].get("days_of_month") == [1]


def changes(count: int) -> Mode:
    return lambda case, file, job: schedule(case, file, job) and case.get("expect", {}).get("changes") == count


MODES: dict[str, Mode] = {
    # The year of pay
    "weekly, 52": paydays("weekly", 52),
    "weekly, 53": paydays("weekly", 53),
    "biweekly, 26": paydays("biweekly", 26),
    "biweekly, 27": paydays("biweekly", 27),
    "semimonthly": frequency("semimonthly"),
    "monthly": frequency("monthly"),
    "listed dates": frequency("listed"),
    "a paycheck moved over the year's end": crosses,
    "a payday moved to the day after": lambda case, file, job: job["pay"].get("shift") == "after",
    "a payday not moved": lambda case, file, job: job["pay"].get("shift") == "none",
    "pay in arrears": lambda case, file, job: job["pay"].get("arrears_days", 0) > 0,
    "a raise from a date": lambda case, file, job: bool(job["pay"].get("raises")),
    "an eligible bonus, the same election": extra(kind="bonus", own_election=False, matched=True),
    "a bonus that is not eligible": extra(kind="bonus", eligible=False),
    "a bonus that is not matched": extra(kind="bonus", matched=False),
    "a bonus with its own election": extra(kind="bonus", own_election=True),
    "a bonus with its own election, solved": both(schedule, extra(kind="bonus", own_election=True)),
    "a commission": extra(kind="commission"),
    "severance": extra(kind="severance"),
    "unpaid leave": lambda case, file, job: bool(job["pay"].get("unpaid")),
    "joining in mid-year": lambda case, file, job: "starts" in job,
    "leaving in mid-year": leaves,
    "year to date, typed": so_far(file=False),
    "year to date, from a CSV file with its columns named": both(
        so_far(file=True), lambda case, file, job: bool(job.get("so_far", {}).get("columns"))
    ),
    "year to date, from a CSV file of growing sums": lambda case, file, job: bool(job.get("so_far", {}).get("year_to_date")),
    "deferrals at a former employer": lambda case, file, job: bool(file.get("elsewhere")),
    "an RSU vest": extra(kind="rsu"),
    "an ESPP gain": extra(kind="espp"),
    "an ESPP purchase out of paychecks": lambda case, file, job: "espp_percent" in job.get("deductions", {}),
    # The plan in payroll
    "steps of 1%": both(schedule, term("election_step_percent", 1)),
    "steps of 0.5%": both(schedule, term("election_step_percent", Decimal("0.5"))),
    "steps of 0.1%": both(schedule, term("election_step_percent", Decimal("0.1"))),
    "steps in dollars": both(schedule, has_term("election_step_dollars")),
    "a cap on deferrals": has_term("deferral_cap_percent"),
    "a cap on after-tax money, percent": has_term("after_tax_cap_percent"),
    "a cap on after-tax money, dollars": has_term("after_tax_cap_dollars"),
    "a combined cap": has_term("combined_cap_percent"),
    "a cap for the highly compensated": both(
        has_term("hce_after_tax_cap_percent"), lambda case, file, job: job.get("last_year_pay", 0) > 160_000
    ),
    "the same cap, not highly compensated": both(
        has_term("hce_after_tax_cap_percent"), lambda case, file, job: job.get("last_year_pay", 10**9) <= 160_000
    ),
    "no change of the numbers": changes(0),
    "one change of the numbers": changes(1),
    "elections that take effect late": has_term("election_lead_days"),
    "spillover": term("spillover", "yes"),
    "payroll stops at every limit": stops(),
    "payroll stops at the deferral limit alone": stops("deferrals"),
    "payroll stops at annual additions alone": stops("annual-additions"),
    "payroll stops at the plan's caps alone": stops("plan-caps"),
    "payroll stops at nothing": term("auto_stop", "no"),
    "match per payday": term("match_period", "payday"),
    "match per quarter": term("match_period", "quarter"),
    "match per year": term("match_period", "year"),
    "true-up": term("true_up", "yes"),
    "true-up with its month": both(term("true_up", "yes"), has_term("true_up_month")),
    "true-up, last-day condition, gone before": both(leaves, term("true_up_last_day", "yes")),
    "true-up after leaving": both(leaves, term("true_up_last_day", "no")),
    "true-up after leaving, not stated": both(leaves, lambda case, file, job: "true_up_last_day" not in job["plan"]),
    "match on after-tax money": term("match_on_after_tax", "yes"),
    "match on after-tax money, solved": both(schedule, term("match_on_after_tax", "yes")),
    "limit on pay: stop": term("comp_cap_mode", "stop"),
    "limit on pay: spread": term("comp_cap_mode", "spread"),
    "limit on pay: true-up": term("comp_cap_mode", "true-up"),
    # The person
    "catch-up goes on from the deferral": both(
        lambda case, file, job: Decimal(str(case.get("expect", {}).get("catch_up", 0))) > 0,
        lambda case, file, job: job["plan"].get("catch_up_election") != "separate",
    ),
    "catch-up with its own election": term("catch_up_election", "separate"),
    "front": wish("shape", "front"),
    "back": wish("shape", "back"),
    "net pay that is needed": lambda case, file, job: "least_net_pay" in job.get("wishes", {}),
    "two jobs at once": lambda case, file, job: any(
        other is not job and other["person"] == job["person"] and not {"ends", "starts"} & {*job, *other}
        for other in file["jobs"]
    ),
    "a change of jobs": both(
        leaves, lambda case, file, job: any("starts" in other and other is not job for other in file["jobs"])
    ),
    "wages and a business of one's own": lambda case, file, job: any(o.get("self_employed") for o in file["jobs"]),
    "two spouses": lambda case, file, job: len({other["person"] for other in file["jobs"]}) == 2,
    "a year whose limits are projected": lambda case, file, job: file["year"] == 2027,
}  # fmt: skip


def cases_with(mode: Mode) -> list[str]:
    found = []
    for case in CASES:
        file = tomllib.loads(household_text(case), parse_float=Decimal)
        for job in file["jobs"]:
            if isinstance(job.get("pay"), dict) and isinstance(job.get("plan"), dict) and mode(case, file, job):
                found.append(case["name"])
                break
    return found


@pytest.mark.parametrize("name", MODES)
def test_every_mode_has_a_signed_case(name: str) -> None:
    assert cases_with(MODES[name])


def test_the_table_of_modes_is_current() -> None:
    """`tests/schedule/cases/README.md` shows which case signs which mode."""
    assert (FOLDER / "README.md").read_text(encoding="utf-8") == table()


def test_a_mode_without_a_case_is_noticed() -> None:
    assert cases_with(term("match_period", "fortnight")) == []


def test_every_case_of_the_table_is_a_real_household(tmp_path: Path) -> None:
    for case in CASES:
        household = household_in(case, tmp_path)
        assert all(isinstance(job.starts or datetime.date.min, datetime.date) for job in household.jobs)


def table() -> str:
    rows = [f"| {name} | {'; '.join(cases_with(mode)[:3])} |" for name, mode in MODES.items()]
    head = [
        "# Signed years of pay",
        "",
        "Each file holds years of pay worked by hand; `working` says how. This table is written by `uv run python -m",
        "tests.schedule.test_modes`; a mode without a case, or a table that is out of date, fails `tests/schedule/test_modes.py`.",
        "At most three cases of each mode are named.",
        "",
        "| Mode | Signed in |",
        "|---|---|",
    ]
    return "\n".join([*head, *rows, ""])


if __name__ == "__main__":
    (FOLDER / "README.md").write_text(table(), encoding="utf-8")
