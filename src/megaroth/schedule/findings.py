"""What should be said beside a schedule: why it stops where it stops, what it rests on, what several jobs do together."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from megaroth.household.model import Household
from megaroth.household.pay import Elections, Paycheck
from megaroth.kit.finding import Finding
from megaroth.kit.money import ZERO, Money
from megaroth.kit.words import least, remaining, smallest_that_earns
from megaroth.law.book import Law
from megaroth.plan.match import employer_match, matched_contributions
from megaroth.room.household import JobRoom
from megaroth.schedule.elections import per_paycheck
from megaroth.schedule.goals import NeedCosts, Solution
from megaroth.schedule.payroll import Outcome, amount_of
from megaroth.schedule.words import is_nothing
from megaroth.schedule.year import JobYear


def without_schedule(case: JobRoom, today: datetime.date | None, left: Money = ZERO) -> list[Finding]:
    """Why a job gets no schedule at all. `left` of the person's deferral limit the schedules of the other jobs leave."""
    job, room = case.job, case.room

    def said(code: str, message: str, remedy: str) -> list[Finding]:
        return [Finding(code, "error", f"{job.name}: {message}", job.where, remedy)]

    if job.self_employed:
        return [
            Finding(
                "no-payroll",
                "info",
                f"{job.name}: a sole proprietor has no paychecks; contributions are made by the deadlines of the plan: "
                f"{room.elective_deferral + room.catch_up} of deferrals, {room.nonelective} as own employer and "
                f"{room.after_tax_planned} after tax are planned here"
                + (f"; {left} more may be deferred, which the steps of the other jobs leave." if left > ZERO else "."),
                job.where,
                "Elect deferrals in writing by 31 December.",
            )
        ]
    over = [Finding("year-over", "info", f"{job.name}: no payday is left this year.", job.where)]
    if bool(case.facts.is_over):
        return over
    if job.year_of_pay is None:
        return said(
            "no-pay-table",
            "there are no paydays, so there is nothing to enter from a payday.",
            "Replace `pay` by a table: [jobs.pay] with frequency, first_payday and annual.",
        )
    if not case.match_known:
        return said(
            "match-unknown",
            "the match is not known, and it uses the same limit.",
            "Ask for the formula; write [[match]].",
        )
    last = max(paycheck.date for paycheck in job.year_of_pay.paychecks) if job.year_of_pay.paychecks else None
    return over if last is None or (today is not None and last < today) else []


def of_schedule(
    case: JobRoom, year: JobYear, solution: Solution, saved: Money | None, costs: NeedCosts | None
) -> list[Finding]:
    """What the schedule rests on, and what it leaves."""
    job, found = case.job, []

    def say(code: str, severity: str, message: str, remedy: str = "") -> None:
        found.append(Finding(code, severity, f"{job.name}: {message}", job.where, remedy))  # type: ignore[arg-type]

    if job.plan.may_i != "yes" and solution.outcome.after_tax > year.made.after_tax:
        way = "nothing brings" if job.plan.may_i == "no" else "it is not known what brings"
        say(
            "no-way-into-roth",
            "warning",
            f"{way} after-tax money into Roth while you work there; left as it is, its growth is taxed as income.",
            "Ask the plan before you enter the after-tax number.",
        )
    if saved is not None and saved > ZERO:
        say("match-saved", "info", f"{saved} more match than with today's numbers.")
    last = _last_free(year, solution)
    for name, left, reached in (
        ("deferral", solution.unfilled_deferral, solution.outcome.deferral + solution.outcome.catch_up),
        ("after-tax", solution.unfilled_after_tax, solution.outcome.after_tax),
    ):
        if left > ZERO:
            why = _why(year, last, left, solution.is_held_back)
            say(f"unfilled-{name}", "info", f"{reached} of {name} money can be reached; {left} stays unfilled: {why}")
    if costs is not None and costs.match + costs.deferral + costs.after_tax > ZERO:
        parts = [(costs.match, "match"), (costs.deferral, "deferrals"), (costs.after_tax, "after-tax money")]
        listed = " and ".join(f"{amount} of {what}" for amount, what in parts if amount > ZERO)
        say(
            "need-costs",
            "warning" if costs.match > ZERO else "info",
            f"keeping {job.wishes.least_net_pay} of every paycheck costs {listed} this year.",
        )
    if not solution.is_proven:
        say(
            "not-proven",
            "warning",
            "these numbers are the best that was found; that nothing better exists is not proven.",
        )
    if "election_step_percent" in year.payroll.unknown:
        say(
            "step-assumed",
            "info",
            "it is not stated in which steps the portal takes elections; whole percents are assumed.",
            "Write election_step_percent (or election_step_dollars).",
        )
    if solution.elections and not job.year_of_pay.elections:  # type: ignore[union-attr]
        early = [
            paycheck
            for paycheck in year.paychecks
            if paycheck.date < solution.elections[0].since and paycheck.pay > ZERO
        ]
        if early:
            say(
                "current-elections-unknown",
                "warning",
                f"{len(early)} paychecks before {solution.elections[0].since} follow numbers that are not stated; nothing is assumed for them.",
                "Write [jobs.current_elections], or a newer [jobs.so_far].",
            )
    return found


def of_roth_catch_up(case: JobRoom, year: JobYear, outcome: Outcome, elections: Sequence[Elections]) -> list[Finding]:
    """Catch-up that must be Roth while the number in payroll is pre-tax: reckoned as Roth, and to be asked for."""
    if not year.catch_up_is_roth:
        return []
    entered = zip(outcome.lines, per_paycheck(year.paychecks, elections), strict=True)
    from_pre_tax = [
        line
        for line, each in entered
        if line.catch_up > ZERO and not is_nothing(each.pre_tax) and is_nothing(each.roth) and is_nothing(each.catch_up)
    ]
    # What was deferred as Roth earlier in the year serves for as much of it.
    as_roth = sum((line.roth for line in outcome.lines), year.made.roth)
    still = remaining(of=sum((line.catch_up for line in from_pre_tax), ZERO), as_roth=as_roth)
    if still == ZERO:
        return []
    return [
        Finding(
            "catch-up-from-pre-tax",
            "warning",
            f"{case.job.name}: {still} of the catch-up must be Roth and is counted so here, though the number is pre-tax.",
            case.job.where,
            f"Ask payroll whether pre-tax deferrals go on as Roth at the limit by themselves. If not, enter that number as Roth, "
            f"not pre-tax, from the payday of {from_pre_tax[0].paycheck.date} on.",
            "IRC §414(v)(7)(A); Reg. §1.414(v)-2",
        )
    ]


def _last_free(year: JobYear, solution: Solution) -> Paycheck | None:
    since = solution.elections[0].since if solution.elections else None
    free = [paycheck for paycheck in year.paychecks if since and paycheck.date >= since and paycheck.pay > ZERO]
    return free[-1] if free else None


def _why(year: JobYear, last: Paycheck | None, left: Money, is_held_back: bool) -> str:
    if last is None:
        return "no paycheck is left that could take it."
    dollars = year.payroll.step_dollars
    step = amount_of(last.pay, year.payroll.step) if dollars is None else dollars
    if left < step:
        return f"one step of the election is {step} on the last paycheck."
    if is_held_back:
        return "the paychecks that are left cannot hold more once taxes, deductions and the net pay you need are paid."
    return "with one change of each number and steps of this size, the paychecks that are left cannot take more within the plan's caps."


def across_jobs(
    law: Law, household: Household, cases: Sequence[JobRoom], outcomes: dict[str, Outcome]
) -> list[Finding]:
    """What the jobs of one person do to its limits together: no payroll sees the others."""
    found = []
    for person in household.people:
        own = [case for case in cases if case.job.person == person and case.job.name in outcomes]
        # A job without paydays has no outcome, but what was deferred there is deferred.
        others = [case for case in cases if case.job.person == person and case.job.name not in outcomes]
        others = [case for case in others if case.facts.deferral_made > ZERO]
        if not own or len(own) + len(others) < 2:
            continue
        deferred = ZERO
        for case in own:
            outcome = outcomes[case.job.name]
            deferred = deferred + outcome.deferral + outcome.catch_up + outcome.excess
        deferred = sum((case.facts.deferral_made for case in others), deferred)
        catch_up = max((case.room.catch_up_limit for case in own), key=lambda money: int(money.cents))
        limit = law.elective_deferrals.amount + catch_up
        over = remaining(of=deferred + household.elsewhere.get(person, ZERO), limit=limit)
        if over > ZERO:
            unmatched = [(case.job.name, _earns_nothing(case, outcomes[case.job.name])) for case in own]
            idle = "; ".join(f"{name}: {least(over=over, idle=amount)}" for name, amount in unmatched)
            found.append(
                Finding(
                    "excess-across-jobs",
                    "error",
                    f"FAIL: {person} defers {over} more than {limit} over all employers; no payroll sees the others, none will stop it.",
                    f"people.{person}",
                    f"Lower a deferral (`megaroth schedule`). Else tell one of these plans early in {household.year + 1}, in writing, how much "
                    f"to return; it must be paid out by 15 April {household.year + 1}, with its earnings (their own dates are often 1 March). "
                    f"Best from what earned no match, at most: {idle}. The {over} are income of {household.year} (add them to the wages of "
                    f"your Form 1040), the earnings of the year in which they are paid; Form 1099-R comes with code P or 8. "
                    "What stays in is taxed again when it is paid out, and stays a part of annual additions.",
                    "IRC §402(g)(2); Reg. §1.402(g)-1(e)",
                )
            )
        found += _groups(person, own, outcomes)
    return found


def _earns_nothing(case: JobRoom, outcome: Outcome) -> Money:
    """How much of a job's deferral its formula does not match, by the year's pay and contributions."""
    deferred = outcome.deferral + outcome.catch_up + outcome.excess
    pay = least(pay=outcome.pay, limit=case.facts.pay)

    def earns(deferral: Money) -> Money:
        matched = matched_contributions(case.plan, deferral, ZERO, ZERO, case.facts.is_roth)
        return employer_match(case.plan, pay, matched, case.facts.service)

    return remaining(of=deferred, needed=smallest_that_earns(deferred, earns))


def _groups(person: str, own: Sequence[JobRoom], outcomes: dict[str, Outcome]) -> list[Finding]:
    found = []
    for group in {case.job.group: None for case in own}:
        members = [case for case in own if case.job.group == group]
        if len(members) < 2:
            continue
        limit = members[0].room.annual_additions_limit
        additions = sum((outcomes[case.job.name].additions + case.room.nonelective for case in members), ZERO)
        over = remaining(of=additions, limit=limit)
        if over > ZERO:
            names = " and ".join(case.job.name for case in members)
            returned = least(over=over, after_tax=sum((outcomes[case.job.name].after_tax for case in members), ZERO))
            found.append(
                Finding(
                    "annual-additions-broken",
                    "error",
                    f"FAIL: {names} share one limit of {limit}; together they take {over} more.",
                    f"people.{person}",
                    f"Lower the after-tax elections. If it happens, {returned} of after-tax money go back first (Form 1099-R, code E).",
                    "IRC §415(c)(1), (f)",
                )
            )
    return found
