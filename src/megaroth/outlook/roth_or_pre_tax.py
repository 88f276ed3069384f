"""Roth or pre-tax deferral, Roth 401(k) or Roth IRA: for this person, in sentences that each carry their number."""

from __future__ import annotations

from megaroth.kit.money import ZERO
from megaroth.law.income_tax import IncomeTax
from megaroth.outlook.assumptions import settle
from megaroth.outlook.beside import marginal_rate, return_of
from megaroth.room.answer import RoomAnswer
from megaroth.room.ira import IraAnswer
from megaroth.tax.s61_income import Income


def sentences(room: RoomAnswer, ira: IraAnswer, tables: IncomeTax | None) -> tuple[str, ...]:
    """What speaks for which, each with the number it rests on."""
    return (*_pre_tax_or_roth(room, tables), *_plan_or_ira(room, ira))


def _pre_tax_or_roth(room: RoomAnswer, tables: IncomeTax | None) -> tuple[str, ...]:
    if tables is None or not room.jobs:
        return ()
    now_return = return_of(room)
    made = settle(room.household, room.jobs[0].person, now_return.wages)
    now = made.rate_now or marginal_rate(tables, now_return)
    then_return = Income(retirement_income=made.later_income)
    then = made.rate_later or marginal_rate(tables, then_return)
    higher = int(now.top) * int(then.bottom) - int(then.top) * int(now.bottom)
    said = room.household.wider.outlook
    assumed = "" if said is not None and said.later_income is not None else " (assumed: half of this year's wages)"
    numbers = (
        f"your next dollar is taxed at {now} now by the federal income tax, at about {then} when other income is "
        f"{made.later_income}{assumed}"
    )
    if higher > 0:
        return (
            f"Pre-tax deferral is ahead of Roth: {numbers}. Roth would be ahead if your later rate were above {now}.",
        )
    if higher < 0:
        return (
            f"Roth deferral is ahead of pre-tax: {numbers}. Pre-tax would be ahead if your later rate were below {now}.",
        )
    return (f"Pre-tax and Roth deferral come to the same: {numbers}.",)


def _plan_or_ira(room: RoomAnswer, ira: IraAnswer) -> tuple[str, ...]:
    job, law = room.jobs[0], room.law
    person = next((each for each in ira.people if each.name == job.person), None)
    if person is None:
        return ()
    said = job.case.job.plan.draft.says("roth_deferrals")
    if said == "no":
        plan = f"{job.plan} has no Roth deferrals, so the Roth IRA is the only Roth for money from pay"
    elif said == "yes":
        plan = f"the Roth 401(k) takes {law.elective_deferrals.amount} a year"
    else:
        plan = f"if the plan has Roth deferrals (ask), they take {law.elective_deferrals.amount} a year"
    direct = person.roth_direct
    if direct is None:
        door = "directly only below an income limit (state magi), else by the back door"
    elif direct == person.contribution_limit:
        door = "directly"
    elif direct > ZERO:
        door = f"{direct} of it directly, the rest by the back door"
    else:
        door = "only by the back door, for your income is above the limit"
    both = law.elective_deferrals.amount + person.contribution_limit
    return (
        f"Roth 401(k) and Roth IRA have separate limits, so both can be used: {plan}; the Roth IRA takes "
        f"{person.contribution_limit}, {door}. Together that is {both}.",
        "A Roth IRA gives its contributions back at any time; a Roth 401(k) waits until you leave or turn 59½. A Roth 401(k) "
        "has no income limit, may earn a match, and is better shielded from creditors. Neither must be drawn down in your life.",
        "The five years of a Roth IRA do not run while money is only in a Roth 401(k): open one early, with a small amount.",
    )
