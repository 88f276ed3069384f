"""Roth or pre-tax deferral, Roth 401(k) or Roth IRA: for this person, in sentences that each carry their number."""

from __future__ import annotations

from megaroth.kit.money import ZERO, Rate
from megaroth.kit.trace import Step, explaining
from megaroth.law.book import Law, statutory_number
from megaroth.law.income_tax import IncomeTax
from megaroth.outlook.assumptions import settle
from megaroth.outlook.beside import STEP, marginal_rate, return_of
from megaroth.outlook.reasons import Reason, lines_of_return, step
from megaroth.room.answer import JobAnswer, RoomAnswer
from megaroth.room.ira import IraAnswer, PersonIra
from megaroth.tax.s61_income import Income


def sentences(room: RoomAnswer, ira: IraAnswer, tables: IncomeTax | None) -> tuple[Reason, ...]:
    """What speaks for which, each with the number it rests on."""
    return (*_pre_tax_or_roth(room, tables), *_plan_or_ira(room, ira))


def _pre_tax_or_roth(room: RoomAnswer, tables: IncomeTax | None) -> tuple[Reason, ...]:
    if tables is None or not room.jobs:
        return ()
    now_return = return_of(room)
    made = settle(room.household, room.jobs[0].person, now_return.wages)
    now, why_now = _rate(tables, now_return, made.rate_now, "tax rate now")
    then, why_then = _rate(tables, Income(retirement_income=made.later_income), made.rate_later, "tax rate later")
    higher = int(now.top) * int(then.bottom) - int(then.top) * int(now.bottom)
    said = room.household.wider.outlook
    assumed = (
        "" if said is not None and said.later_income is not None else " (assumed: half of this year's taxable wages)"
    )
    numbers = (
        f"your next dollar is taxed at {now} now by the federal income tax, at about {then} when other income is "
        f"{made.later_income}{assumed}"
    )
    if higher > 0:
        code, says = (
            "pre-tax-ahead",
            f"Pre-tax deferral is ahead of Roth: {numbers}. Roth would be ahead if your later rate were above {now}.",
        )
    elif higher < 0:
        code, says = (
            "roth-ahead",
            f"Roth deferral is ahead of pre-tax: {numbers}. Pre-tax would be ahead if your later rate were below {now}.",
        )
    else:
        code, says = "the-same", f"Pre-tax and Roth deferral come to the same: {numbers}."
    why = step(
        "pre-tax or Roth",
        "Whichever year taxes the dollar less is the year to pay its tax.",
        "IRC §402(a), §402A(a), (d)",
        None,
        [why_now, why_then],
    )
    return (
        Reason(code, "for", says, f"{now} now, {then} later", f"a later rate of {now}", "IRC §1; megaroth tax", why),
    )


def _rate(tables: IncomeTax, beside: Income, own: Rate | None, name: str) -> tuple[Rate, Step]:
    if own is not None and own.top:
        return own, step(name, f"{own}, as you say.", "[outlook] of your file")
    with explaining() as rules:
        rate = marginal_rate(tables, beside)
    return rate, step(name, f"{rate}: the tax on the next {STEP}, divided by it.", "IRC §1(j)", None,
                      [lines_of_return(part) for part in rules.parts[:1]], {"of income": STEP})  # fmt: skip


def _plan_or_ira(room: RoomAnswer, ira: IraAnswer) -> tuple[Reason, ...]:
    job, law = room.jobs[0], room.law
    person = next((each for each in ira.people if each.name == job.person), None)
    if person is None:
        return ()
    return (_both(job, law, person), _access(person), _features(), _clock())


def _both(job: JobAnswer, law: Law, person: PersonIra) -> Reason:
    said = job.case.job.plan.draft.says("roth_deferrals")
    if said == "no":
        plan = f"{job.plan} has no Roth deferrals, so the Roth IRA is the only Roth for money from pay"
    elif said == "yes":
        plan = f"the Roth 401(k) takes up to {law.elective_deferrals.amount} a year of your pay"
    else:
        plan = (
            f"if the plan has Roth deferrals (ask), they take up to {law.elective_deferrals.amount} a year of your pay"
        )
    direct = person.roth_direct
    if direct is None:
        door = "directly only below an income limit (add your income, magi, to know), else by the back door"
    elif direct == person.contribution_limit:
        door = "directly"
    elif direct > ZERO:
        door = f"{direct} of it directly, the rest by the back door"
    else:
        door = "only by the back door, for your income is above the limit"
    if person.contribution_limit == ZERO:
        says = f"{plan}; an IRA takes no more than the pay that is taxed, and none is left of it."
        return Reason("plan-and-ira", "for", says[0].upper() + says[1:], str(person.contribution_limit), "taxed pay above $0.00",
                      "IRC §219(b)(1)(B)", step("IRA", "No more than the pay that is taxed.", "IRC §219(b)(1)(B)", ZERO, [person.why]))  # fmt: skip
    in_plan = ZERO if said == "no" else law.elective_deferrals.amount
    both = in_plan + person.contribution_limit
    together = "" if said == "no" else f" Together that is {both}."
    separate = "" if said == "no" else "Roth 401(k) and Roth IRA have separate limits, so both can be used: "
    says = f"{separate}{plan}; the Roth IRA takes {person.contribution_limit}, {door}.{together}"
    why = step("both together", "Two limits that do not share.", f"IRC §402(g), §408A(c)(2); {law.elective_deferrals.cite.ref}", both,
               [person.why], {"401(k)": in_plan, "IRA": person.contribution_limit})  # fmt: skip
    return Reason("plan-and-ira", "for", says[0].upper() + says[1:], str(both), "other limits, income or plan terms",
                  f"IRC §402(g), §408A(c)(2); {law.elective_deferrals.cite.ref}", why)  # fmt: skip


def _access(person: PersonIra) -> Reason:
    """59½ is reached for sure by the end of the year in which one turns 60."""
    months = statutory_number("early_distribution_age")
    shown, full = f"{months // 12}½", -(-months // 12)
    cite = "IRC §408A(d)(4)(B), §401(k)(2)(B)(i), §72(t)(2)(A)(i)"
    why = step("free access", f"{person.age} this year; a plan may pay Roth 401(k) money out from {shown} on.", cite)
    if person.age >= full:
        says = f"You are past {shown}: a Roth IRA and, if the plan allows it, a Roth 401(k) pay out at any time without the 10% tax."
    else:
        says = (
            f"A Roth IRA gives its contributions back at any time; a Roth 401(k) waits until you leave or turn {shown}."
        )
    return Reason("access", "mind", says, f"age {person.age}", f"age {shown}", cite, why)


def _features() -> Reason:
    cite = "IRC §402A, §401(a)(9), §408A(c)(3) and (4); ERISA §206(d)"
    says = (
        "A Roth 401(k) has no income limit, may earn a match, and is better shielded from creditors. Neither must be drawn "
        "down in your life."
    )
    return Reason(
        "plan-roth", "for", says, "no income limit", "a change of these sections", cite, step("Roth 401(k)", says, cite)
    )


def _clock() -> Reason:
    years, cite = statutory_number("roth_clock"), "IRC §408A(d)(2)(B); Reg. §1.408A-10, Q&A-4"
    called = {5: "five"}.get(years, str(years))
    says = f"The {called} years of a Roth IRA do not run while money is only in a Roth 401(k): open one early, with a small amount."
    why = step(
        "clock of a Roth IRA",
        f"{years} taxable years from 1 January of the year of the first contribution to any Roth IRA.",
        cite,
    )
    return Reason("ira-clock", "mind", says, f"{years} years", f"a Roth IRA of {years} years", cite, why)
