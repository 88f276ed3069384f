"""The answers of `schedule` and `audit`: elections, every payday, totals, meters, and findings in plain words."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, TypeAlias

from megaroth.household.model import Household, Job
from megaroth.household.pay import Election, Elections, Share, YearOfPay
from megaroth.household.payment import Cash
from megaroth.kit.finding import Finding
from megaroth.kit.money import NO_LIMIT, ZERO, Money, Rate
from megaroth.kit.trace import silently
from megaroth.kit.words import least, remaining
from megaroth.law.book import Law
from megaroth.room.findings import findings_of_household
from megaroth.room.household import JobRoom, find_rooms
from megaroth.schedule.allocate import best_rooms, how_shared
from megaroth.schedule.audit import Judged
from megaroth.schedule.audit import findings_of as audit_findings
from megaroth.schedule.cash import Purse, net_pays
from megaroth.schedule.elections import in_force, per_paycheck
from megaroth.schedule.findings import across_jobs, of_roth_catch_up, of_schedule, without_schedule
from megaroth.schedule.findings_cash import months_of, of_cash
from megaroth.schedule.goals import NeedCosts, Solution, wanted
from megaroth.schedule.payroll import Outcome, simulate
from megaroth.schedule.solve import solve
from megaroth.schedule.words import headline
from megaroth.schedule.year import JobYear, job_year, left_of_deferrals, on_its_own, with_more

COLUMNS = ("date", "pay", "pre_tax", "roth", "catch_up", "after_tax", "match", "net_pay")


@dataclass(frozen=True)
class JobSchedule:
    """One job: the numbers to set (or those in force), what comes of them, and what today's numbers would bring."""

    name: str
    person: str
    year: JobYear
    elections: tuple[Elections, ...]
    judged: Judged
    cash: Cash | None
    headline: str
    match_saved: Money | None = None
    need: Money | None = None
    need_costs: NeedCosts | None = None
    unfilled_deferral: Money = ZERO
    unfilled_after_tax: Money = ZERO
    is_proven: bool | None = None

    @property
    def outcome(self) -> Outcome:
        """The year as it ends."""
        return self.judged.outcome

    @cached_property
    def net_pay(self) -> tuple[Money | None, ...]:
        """What every paycheck leaves; None in a year whose withholding tables are not known."""
        cash = self.cash if self.cash is not None and self.cash.is_of_the_year else None
        return net_pays(self.year, self.outcome.lines, cash)

    def rows(self) -> list[dict[str, str | None]]:
        """One row a paycheck still to come."""
        return [
            {
                "date": line.paycheck.date.isoformat(),
                "kind": line.paycheck.kind,
                "pay": (line.paycheck.pay + line.paycheck.other).plain(),
                "pre_tax": line.pre_tax.plain(),
                "roth": line.roth.plain(),
                "catch_up": line.catch_up.plain(),
                "after_tax": line.after_tax.plain(),
                "match": line.match.plain(),
                "net_pay": None if net is None else net.plain(),
            }
            for line, net in zip(self.outcome.lines, self.net_pay, strict=True)
        ]

    def meters(self) -> list[dict[str, str]]:
        """Each limit: what is used so far, what will be, and the limit."""
        made, limits, outcome = self.year.made, self.year.limits, self.outcome
        deferred = made.pre_tax + made.roth
        # Catch-up is no annual addition; what is beyond both limits is.
        catch_up = least(beyond=remaining(of=deferred, limit=limits.deferral), limit=limits.catch_up)
        rows = [
            ("deferrals and catch-up", deferred, outcome.deferral + outcome.catch_up + outcome.excess,
             limits.deferral + limits.catch_up),
            ("annual additions", deferred - catch_up + made.after_tax + made.match, outcome.additions, limits.additions),
            ("after-tax, the plan's cap", made.after_tax, outcome.after_tax, limits.after_tax),
        ]  # fmt: skip
        return [
            {"limit": name, "so_far": so_far.plain(), "projected": then.plain(), "of": _plain_limit(limit)}
            for name, so_far, then, limit in rows
        ]

    def months(self) -> list[dict[str, str]]:
        """What paychecks and vests leave in each month, what is needed and what is short; empty where net pay is not known."""
        if None in self.net_pay:
            return []
        return [
            {
                "month": month.name,
                "net_pay": month.net_pay.plain(),
                "shares": month.shares.plain(),
                "need": month.need.plain(),
                "short": month.short.plain(),
            }
            for month in months_of(self.year, self.outcome, self.net_pay, self.need)
        ]

    def as_json(self) -> dict[str, Any]:
        """The form of the public contract."""
        outcome = self.outcome
        return {
            "name": self.name,
            "person": self.person,
            "headline": self.headline,
            "elections": [_entry(each, self.year.catch_up_is_roth) for each in self.elections],
            "paydays": self.rows(),
            "totals": {
                "elective_deferral": (outcome.deferral + outcome.excess).plain(),
                "catch_up": outcome.catch_up.plain(),
                "after_tax": outcome.after_tax.plain(),
                "match": outcome.match.plain(),
                "true_up": outcome.true_up.plain(),
                "annual_additions": outcome.additions.plain(),
            },
            "meters": self.meters(),
            "months": self.months(),
            "lost_match": self.judged.lost_match.plain(),
            "match_saved": None if self.match_saved is None else self.match_saved.plain(),
            "unfilled_deferral": self.unfilled_deferral.plain(),
            "unfilled_after_tax": self.unfilled_after_tax.plain(),
            "is_proven": self.is_proven,
        }


@dataclass(frozen=True, slots=True)
class ScheduleAnswer:
    """The answer for a household."""

    household: Household
    law: Law
    jobs: tuple[JobSchedule, ...]
    findings: tuple[Finding, ...]
    today: datetime.date | None = None

    def as_json(self) -> dict[str, Any]:
        """The form of the public contract."""
        return {
            "format": 1,
            "year": self.household.year,
            "law_status": self.law.status,
            "jobs": [job.as_json() for job in self.jobs],
            "findings": [finding.as_json() for finding in self.findings],
        }

    @property
    def elections(self) -> dict[str, str]:
        """What to set, by job, in words."""
        return {job.name: job.headline.removeprefix(f"{job.name}: ") for job in self.jobs}

    def as_csv(self) -> str:
        """One line a paycheck and a total line a job."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(["job", *COLUMNS])
        for job in self.jobs:
            for row in job.rows():
                writer.writerow([_cell(job.name), *(row[name] for name in COLUMNS)])
            writer.writerow([_cell(job.name), "total", *(_sum(job.rows(), name) for name in COLUMNS[1:-1]), ""])
        return text.getvalue()


CashOf: TypeAlias = Callable[[Job], Cash | None]
"""Brings the net pay of a job: `tax` knows it, this room does not."""


def schedule_answer(
    law: Law, household: Household, today: datetime.date | None = None, cash_of: CashOf | None = None
) -> ScheduleAnswer:
    """The exact schedule of every job that has a pay table, under one year's law."""
    with silently():
        in_file = best_rooms(law, household, today)
        findings = [*household.findings, *findings_of_household(law, household, in_file, how_shared(household))]
        solved: dict[str, tuple[JobSchedule, Solution]] = {}
        left: dict[str, Money] = {}
        for case in sorted(in_file, key=lambda case: (-int(case.facts.pay.cents), case.job.name)):
            pay, person = case.job.year_of_pay, case.job.person
            if pay is not None and not without_schedule(case, today):
                # What one job's steps leave of the person's limit goes to the next.
                year = with_more(job_year(law, household, case, pay), left.get(person, ZERO))
                solved[case.job.name] = _scheduled(case, year, pay, today, cash_of(case.job) if cash_of else None)
                left[person] = left_of_deferrals(
                    year, solved[case.job.name][0].outcome.deferral, case.facts.deferral_wanted
                )
        jobs = []
        for case in in_file:
            if case.job.name not in solved:
                findings += without_schedule(case, today, left.get(case.job.person, ZERO))
                continue
            found, solution = solved[case.job.name]
            year = found.year
            jobs.append(found)
            findings += of_schedule(case, found.year, solution, found.match_saved, found.need_costs)
            findings += of_roth_catch_up(case, found.year, found.outcome, found.elections)
            findings += of_cash(case, found.year, found.judged.outcome, found.cash, today)
            findings += audit_findings(replace(year, told=True), found.judged, case.job.where)
    return ScheduleAnswer(household, law, tuple(jobs), tuple(findings), today)


def _scheduled(
    case: JobRoom, year: JobYear, pay: YearOfPay, today: datetime.date | None, cash: Cash | None
) -> tuple[JobSchedule, Solution]:
    facts, wishes = case.facts, case.job.wishes
    goal = wanted(year, wishes, facts.deferral_wanted, facts.catch_up_wanted, facts.after_tax_wanted)
    first_day = today + datetime.timedelta(days=year.payroll.lead_days) if today else None
    need = wishes.least_net_pay
    solution = solve(year, goal, pay.elections, first_day, Purse(year, cash, need) if cash else None)
    costs = None
    if cash is not None and need is not None:
        freely = solve(year, goal, pay.elections, first_day, Purse(year, cash, None))
        costs = NeedCosts.between(freely.outcome, solution.outcome)
    now = Judged(year, simulate(year, per_paycheck(year.paychecks, pay.elections))) if pay.elections else None
    outcome = solution.outcome
    saved = None
    if now is not None:
        before = now.outcome.match + now.outcome.true_up
        after = outcome.match + outcome.true_up
        saved = after - before if after > before else ZERO
    return (
        JobSchedule(
            name=case.job.name,
            person=case.job.person,
            year=year,
            elections=solution.elections,
            judged=solution.judged,
            cash=cash,
            headline=headline(case.job.name, solution.elections, pay.elections, year.catch_up_is_roth),
            match_saved=saved,
            need=need,
            need_costs=costs,
            unfilled_deferral=solution.unfilled_deferral,
            unfilled_after_tax=solution.unfilled_after_tax,
            is_proven=solution.is_proven,
        ),
        solution,
    )


def audit_answer(
    law: Law, household: Household, today: datetime.date | None = None, cash_of: CashOf | None = None
) -> ScheduleAnswer:
    """What happens if nothing is changed: the current elections, payday by payday, and the verdicts."""
    with silently():
        cases = find_rooms(law, household, today)
        findings = [*household.findings, *findings_of_household(law, household, [])]
        jobs = []
        for case in cases:
            stopped = without_schedule(case, None)
            pay = case.job.year_of_pay
            if stopped or pay is None:
                findings += stopped
                continue
            year = on_its_own(law, household, case, job_year(law, household, case, pay))
            judged = Judged(year, simulate(year, per_paycheck(year.paychecks, pay.elections)))
            current = in_force(year.paychecks[0].date, pay.elections) if year.paychecks else None
            cash = cash_of(case.job) if cash_of else None
            later = [each for each in pay.elections if current and each.since > year.paychecks[0].date]
            winnable = _winnable(case, year, pay, judged, today, cash)
            jobs.append(
                JobSchedule(
                    name=case.job.name,
                    person=case.job.person,
                    year=year,
                    elections=(*([current] if current else []), *later),
                    judged=judged,
                    cash=cash,
                    headline=_audited(case.job.name, judged, winnable),
                    need=case.job.wishes.least_net_pay,
                )
            )
            findings += audit_findings(year, judged, case.job.where, winnable)
            findings += of_roth_catch_up(case, year, judged.outcome, pay.elections)
            findings += of_cash(case, year, judged.outcome, cash, today)
        across = across_jobs(law, household, cases, {job.name: job.outcome for job in jobs})
        findings += across
        jobs = [_with_others(job, across) for job in jobs]
    return ScheduleAnswer(household, law, tuple(jobs), tuple(findings), today)


def _with_others(job: JobSchedule, across: Sequence[Finding]) -> JobSchedule:
    """A job that is in order by itself is not where the person's jobs together pass a limit."""
    passed = any(finding.where == f"people.{job.person}" for finding in across)
    if not passed or job.judged.breaks_a_limit:
        return job
    return replace(job, headline=f"{job.name}: change the numbers: {job.person}'s jobs together pass a limit.")


def _winnable(
    case: JobRoom, year: JobYear, pay: YearOfPay, judged: Judged, today: datetime.date | None, cash: Cash | None
) -> Money:
    """How much more match the best numbers win from now on, whatever is wished; what earlier paychecks lost is gone."""
    if judged.lost_match == ZERO:
        return ZERO
    wishes = replace(case.job.wishes, deferral="max", catch_up="max")
    first_day = today + datetime.timedelta(days=year.payroll.lead_days) if today else None
    purse = Purse(year, cash, wishes.least_net_pay) if cash else None
    best = solve(year, wanted(year, wishes, NO_LIMIT, NO_LIMIT, NO_LIMIT), pay.elections, first_day, purse).outcome
    return remaining(of=best.match + best.true_up, comes=judged.outcome.match + judged.outcome.true_up)


def _audited(name: str, judged: Judged, winnable: Money) -> str:
    """The first line of an audit: the worst that comes, in one sentence."""
    if judged.breaks_a_limit:
        over = judged.excess_deferral + judged.excess_additions + judged.over_plan_caps
        return f"{name}: change the numbers: as they are, {over} goes in beyond a limit."
    if winnable > ZERO:
        return f"{name}: change the numbers: as they are, {winnable} of match that can be won are lost."
    if judged.lost_match > ZERO:
        return f"{name}: the numbers in force break no limit; {judged.lost_match} of match cannot be won any more."
    return f"{name}: the numbers in force break no limit and lose no match."


def _entry(numbers: Elections, _: bool) -> dict[str, Any]:
    return {
        "from": numbers.since.isoformat(),
        **_numbers(numbers.regular),
        "bonus": None if numbers.bonus is None else _numbers(numbers.bonus),
    }


def _numbers(election: Election) -> dict[str, str]:
    return {name: number(getattr(election, name)) for name in ("pre_tax", "roth", "catch_up", "after_tax")}


def number(share: Share) -> str:
    """A number as the portal takes it: percent without its sign, or dollars with it."""
    return f"${share.plain()}" if isinstance(share, Money) else str(Rate(share.top, share.bottom)).removesuffix("%")


def _plain_limit(limit: Money) -> str:
    return "no limit" if str(limit) == "no limit" else limit.plain()


def _sum(rows: Sequence[dict[str, str | None]], name: str) -> str:
    from decimal import Decimal

    return str(sum((Decimal(row[name] or 0) for row in rows), Decimal("0.00")))


def _cell(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in "=+-@\t\r" else text
