"""The four steps of a mega-backdoor Roth, made concrete for one job: confirm, know the amount, arrange Roth, elect.

Percentages are of the year's pay that is still to come; where there is a payday by payday schedule, its numbers stand instead.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from megaroth.kit.money import ZERO, Money, Rate

if TYPE_CHECKING:
    from megaroth.law.book import Law
    from megaroth.plan.draft import Finished
    from megaroth.room.answer import JobAnswer, RoomAnswer

WHOLE_PERCENT = Rate(1, 100)


def steps_of_all(
    answer: RoomAnswer, today: datetime.date | None = None, elections: Mapping[str, str] | None = None
) -> list[str]:
    """The steps of every job in order; with several jobs each names its own. `elections`: see `steps_of`, by job."""
    several = len(answer.jobs) > 1
    given = elections or {}
    return [
        f"{job.name}: {step}" if several else step
        for job in answer.jobs
        for step in steps_of(job, answer.law, today, given.get(job.name, ""))
    ]


def steps_of(job: JobAnswer, law: Law, today: datetime.date | None = None, election: str = "") -> list[str]:
    """What to do, in order; a single sentence where the plan gives no way. `election`: what the job's schedule says to set."""
    if job.may_i == "no":
        return [
            "Nothing to elect after tax: the plan gives no way. Ask the employer to add after-tax contributions and "
            "conversions to Roth; deferral, catch-up and match stay open to you."
        ]
    if job.case.job.is_over(today):
        return [f"The job is over: nothing more can be elected there. {_leave(job)}"]
    may = job.may_i == "yes" and job.after_tax_left is not None
    elect = f"In payroll: {election}" if election and may else _elect(job, law, today)
    return [_confirm(job), _amount(job), _into_roth(job), elect]


def asked_of(job: JobAnswer) -> Finished:
    """The plan with the questions that matter to this person."""
    return replace(job.case.job.plan, questions=job.case.questions)


def keeper_of(job: JobAnswer) -> str:
    """Whom to ask, as far as the plan says: recordkeeper, telephone, website."""
    draft = job.case.job.plan.draft
    name = str(draft.value("recordkeeper", "")) or "the plan's recordkeeper (its name is on the statement)"
    known = [str(draft.value(field, "")) for field in ("phone", "website")]
    beside = ", ".join(part.replace("(", "").replace(") ", "-") for part in known if part)
    return f"{name} ({beside})" if beside else name


def reason(decided_by: str, job: JobAnswer) -> str:
    """What decided the room, in words."""
    if decided_by == "annual_additions":
        limit = job.case.why.find("annual_additions_limit")
        if limit is not None and limit.decided_by == "all_of_pay":
            return "your pay: annual additions cannot be more, IRC §415(c)(1)(B)"
        return "the limit on annual additions, IRC §415(c)"
    plan = job.case.plan
    return {
        "plan_after_tax_cap": f"the plan's cap on after-tax contributions, {plan.after_tax_cap} of eligible pay",
        "plan_after_tax_dollar_cap": f"the plan's cap on after-tax contributions, {plan.after_tax_dollar_cap}",
        "plan_hce_cap": f"the plan's cap for highly compensated employees, {plan.hce_after_tax_cap} of eligible pay",
        "plan_combined_cap": f"the plan's cap on all elections together, {plan.combined_cap} of eligible pay",
        "pay_left": "your pay: nothing more can be withheld from it",
        "plan_allows": "the plan, which takes no after-tax contributions",
        "job_is_over": "the end of the job: nothing more can go in there",
        "match_unknown": "nothing yet: the match uses the same limit and is not known",
    }.get(decided_by, decided_by.replace("_", " "))


def _leave(job: JobAnswer) -> str:
    if job.after_tax_so_far == ZERO:
        return "Its limit on annual additions does not carry over; a new employer's plan has its own."
    return (
        f"Roll the {job.after_tax_so_far} of after-tax money directly to a Roth IRA or a Roth 401(k) (Notice 2014-54)."
    )


def _confirm(job: JobAnswer) -> str:
    draft, questions = job.case.job.plan.draft, job.case.job.plan.questions
    if job.may_i == "ask":
        asked = " ".join(f"({number}) {question.ask}" for number, question in enumerate(questions[:3], 1))
        return f"Confirm first, elect nothing yet. Ask {keeper_of(job)}: {asked}"
    if draft.from_directory:
        return (
            "Confirm: public sources say that the plan takes after-tax contributions. Look for “after-tax” and “Roth "
            f"conversion” in its summary plan description, or ask {keeper_of(job)}."
        )
    read = draft.stated["after_tax_allowed"]
    page = f", page {read.page}" if read.page else ""
    proof = f" ({read.source or 'your document'}{page})" if read.source or read.page else ""
    return f"Confirmed by your plan file{proof}: the plan takes after-tax contributions. Keep the document at hand."


def _amount(job: JobAnswer) -> str:
    if job.after_tax_room is None or job.match is None:
        return "The amount: not known before the match is, for both use the same limit. Ask for the match formula."
    case = job.case
    used = [
        ("deferral", job.elective_deferral),
        ("match", job.match),
        ("other employer money", job.nonelective),
        ("forfeitures", case.facts.forfeitures),
        ("other plans of this employer", case.facts.other_plans),
    ]
    left = job.annual_additions_limit
    for _, amount in used:
        left = left - amount
    terms = " ".join(f"- {amount} {what}" for what, amount in used if amount > ZERO)
    outside = " The catch-up stands outside this limit." if job.catch_up > ZERO else ""
    if job.decided_by == "annual_additions" and left == job.after_tax_room:
        return f"The amount: {job.annual_additions_limit} limit {terms} = {job.after_tax_room} after tax.{outside}"
    return f"The amount: {job.after_tax_room} after tax, decided by {reason(job.decided_by, job)}.{outside}"


def _into_roth(job: JobAnswer) -> str:
    draft, keeper = job.case.job.plan.draft, keeper_of(job)
    inside, outside = draft.says("in_plan_conversion"), draft.says("in_service_withdrawal")
    times = draft.value("conversions_per_year")
    if inside == "automatic" and job.after_tax_so_far > ZERO:
        return (
            f"Into Roth: see on the statement that {keeper} converts automatically; if not, have it switched on and what is "
            "in converted now: what it earns in between is taxed."
        )
    if inside == "automatic":
        return (
            f"Into Roth: have {keeper} switch on the automatic conversion before the first after-tax contribution, so "
            "that next to nothing is earned, and taxed, in between."
        )
    if inside == "on-request":
        return (
            f"Into Roth: ask {keeper} for an in-plan Roth conversion of the after-tax money "
            + (f"as often as the plan allows, {times} times a year" if times else "after each contribution")
            + ". Earnings in between are taxed as income, so do not wait."
        )
    if outside == "yes":
        return (
            f"Into Roth: ask {keeper} to roll the after-tax money directly to your Roth IRA, and its earnings to a "
            f"traditional IRA, as often as {f'the plan allows, {times} times a year' if times else 'you can'} (Notice 2014-54)."
        )
    return f"Into Roth: ask {keeper} how after-tax money gets into Roth while you work there. Do not start before you know."


def _elect(job: JobAnswer, law: Law, today: datetime.date | None) -> str:
    case, so_far = job.case, job.case.job.so_far
    if job.after_tax_left is None:
        return "Elect: nothing after tax until the questions above are answered."
    if job.may_i == "ask":
        return f"Elect: nothing after tax until the questions above are answered; then up to {job.after_tax_left}."
    if case.job.self_employed:
        if job.after_tax_left == ZERO:
            return "Nothing more after tax this year."
        return (
            f"Pay {job.after_tax_left} into the plan's own after-tax account; the plan document must allow it, and "
            "its provider says until when."
        )
    pay_left = case.facts.pay - (so_far.pay if so_far else ZERO)
    if not pay_left > ZERO:
        return "Elect: nothing more this year, for no pay is to come from which it could be withheld."
    step = case.job.plan.draft.value("election_step_percent", WHOLE_PERCENT)
    deferral_left = job.elective_deferral + job.catch_up - case.facts.deferral_made
    also = ""
    if deferral_left > ZERO:
        what = "deferral and catch-up" if job.catch_up > ZERO else "deferral"
        also = f" Beside it {what}: {_election(deferral_left, pay_left, step)}."
    since = _counted_from(job, law, today)
    if job.after_tax_left == ZERO:
        return f"Elect: nothing more after tax this year.{also}{' ' + since if also else ''}"
    to_withhold = pay_left - deferral_left
    if job.after_tax_left > to_withhold:
        return (
            f"Elect after tax: what is possible. Only {pay_left} of pay is still to come, so at most "
            f"{to_withhold if to_withhold > ZERO else ZERO} of the {job.after_tax_left} can be withheld, less taxes and "
            f"premiums; ask whether the plan takes the rest by check.{_deferral_within(deferral_left, pay_left, also)} {since}"
        )
    after_tax = _election(job.after_tax_left, pay_left, step)
    return f"Elect after tax: {after_tax}.{also} {since}{_pay_above_the_limit(job, law, step)}"


def _deferral_within(deferral_left: Money, pay_left: Money, also: str) -> str:
    return f" The deferral of {deferral_left} itself no longer fits." if deferral_left > pay_left else also


def _counted_from(job: JobAnswer, law: Law, today: datetime.date | None) -> str:
    so_far = job.case.job.so_far
    if so_far:
        return f"Counted on the pay after the stub of {so_far.as_of}; enter it for the next payday."
    if today is None or today.year < int(law.year):
        return f"Enter it for the first payday of {law.year}."
    return f"Counted over all of {law.year}, for no pay stub is given: add [jobs.so_far] for what is left."


def _election(left: Money, pay: Money, step: Rate) -> str:
    """`8% of pay ($40,000.00 of $40,300.00; …)`: in the plan's own steps, rounded down, with what that leaves."""
    chosen = _steps_of_pay(left, pay, step)
    given = Money(int(pay.cents) * int(chosen.top) // int(chosen.bottom))
    if given == left:
        return f"{chosen} of pay ({left})"
    more = Rate(int(chosen.top) + int(step.top), int(step.bottom))
    return f"{chosen} of pay ({given} of {left}; {more} only if payroll stops at the amount by itself)"


def _steps_of_pay(left: Money, pay: Money, step: Rate) -> Rate:
    steps = int(left.cents) * int(step.bottom) // (int(pay.cents) * int(step.top))
    return Rate(steps * int(step.top), int(step.bottom))


def _pay_above_the_limit(job: JobAnswer, law: Law, step: Rate) -> str:
    limit, left = law.compensation.amount, job.after_tax_left
    made = job.case.job.so_far.pay if job.case.job.so_far else ZERO
    if left is None or not job.case.facts.pay > limit or not limit > made:
        return ""
    chosen = _steps_of_pay(left, limit - made, step)
    return f" If the plan stops all contributions once pay reaches {limit}, it takes {chosen}: ask."
