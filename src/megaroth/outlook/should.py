"""Should I: a decision for this household in words, from facts that were computed; each reason with its number.

A reason says what was found, the number, the number at which the sentence would change, and where it comes from.
`stop` closes the way, `wait` puts something before it, `ask` leaves it open, `mind` is a cost to know, `for` speaks for it.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from megaroth.household.model import Household
from megaroth.kit.finding import Finding
from megaroth.kit.money import ZERO, Money
from megaroth.outlook.ahead import main_job
from megaroth.outlook.answers import Brief
from megaroth.outlook.compare import wait_of
from megaroth.outlook.first import FirstAnswer
from megaroth.outlook.flowchart import Flowchart, flowchart
from megaroth.room.answer import JobAnswer, RoomAnswer

Weight: TypeAlias = Literal["stop", "wait", "ask", "mind", "for"]
Word: TypeAlias = Literal["yes", "yes-partly", "not-yet", "ask", "no"]
SAYS: dict[Word, str] = {
    "yes": "Yes.",
    "yes-partly": "Yes, but not with all of the room.",
    "not-yet": "Not yet.",
    "ask": "Not before the plan has answered.",
    "no": "No.",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """One fact that speaks for it or against it."""

    code: str
    weight: Weight
    says: str
    number: str
    """What was found, as it is printed."""
    turns: str
    """The number or answer at which this sentence would be another."""
    source: str

    def as_json(self) -> dict[str, str]:
        """The form for programs."""
        return {"code": self.code, "weight": self.weight, "says": self.says, "number": self.number, "turns": self.turns,
                "source": self.source}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ShouldAnswer:
    """The decision, its reasons and the flowchart."""

    household: Household
    job: JobAnswer
    word: Word
    says: str
    amount: Money | None
    """How much this year; None where it is not known."""
    reasons: tuple[Reason, ...]
    chart: Flowchart
    findings: tuple[Finding, ...]

    def reason(self, code: str) -> Reason | None:
        """One reason by its code."""
        return next((each for each in self.reasons if each.code == code), None)

    def as_json(self) -> dict[str, Any]:
        """The form for programs."""
        return {
            "format": 1,
            "year": self.household.year,
            "job": self.job.name,
            "should": self.word,
            "says": self.says,
            "amount": None if self.amount is None else self.amount.plain(),
            "reasons": [reason.as_json() for reason in self.reasons],
            "flowchart": self.chart.as_json(),
            "findings": [finding.as_json() for finding in self.findings],
        }


def should_answer(
    room: RoomAnswer, first: FirstAnswer, worth: Brief | None, today: datetime.date | None = None
) -> ShouldAnswer:
    """The decision for the job that takes most; `worth` may be missing where nothing could be compared."""
    job = main_job(room)
    reasons = [
        *_way_in(job),
        *_room(job),
        *_cash(room, first, job),
        *_risks(room, job, today),
        *_worth(worth),
    ]
    word, amount = _decide(reasons, room, first)
    chart = flowchart(room, job, first, amount)
    findings = tuple(finding for finding in room.findings if finding.severity == "error")
    return ShouldAnswer(
        room.household, job, word, _sentence(word, amount, room, reasons), amount, tuple(reasons), chart, findings
    )


def _decide(reasons: list[Reason], room: RoomAnswer, first: FirstAnswer) -> tuple[Word, Money | None]:
    weights = {reason.weight for reason in reasons}
    place = first.place("after-tax")
    takes, fills = (place.room, place.fills) if place else (ZERO, ZERO)
    if "stop" in weights:
        return "no", ZERO
    if "ask" in weights:
        return "ask", None
    if fills is None:
        return "yes", takes
    spare = fills - kept_for_soon(room.household)
    if not spare > ZERO:
        return "not-yet", ZERO
    return ("yes" if takes is not None and spare >= takes else "yes-partly"), spare


def kept_for_soon(household: Household) -> Money:
    """What must stay outside because it is needed within five years and is not there yet."""
    cash = household.wider.cash
    if cash is None or cash.needed_within_five_years is None:
        return ZERO
    short = cash.needed_within_five_years - (cash.savings if cash.savings is not None else ZERO)
    return short if short > ZERO else ZERO


def _sentence(word: Word, amount: Money | None, room: RoomAnswer, reasons: list[Reason]) -> str:
    if word in ("yes", "yes-partly"):
        left = {job.plan: job.after_tax_left for job in room.jobs if job.may_i == "yes" and not job.case.ended}
        plans = {plan: most for plan, most in left.items() if most is not None and most > ZERO}
        where = " and ".join(f"{plan} (at most {most})" if len(plans) > 1 else plan for plan, most in plans.items())
        return f"{SAYS[word]} Put up to {amount} after tax into {where} this year and have it converted to Roth."
    heaviest: dict[Word, tuple[Weight, ...]] = {"no": ("stop",), "ask": ("ask",), "not-yet": ("wait", "mind")}
    cause = next(reason for weight in heaviest[word] for reason in reasons if reason.weight == weight)
    return f"{SAYS[word]} {cause.says}"


def _way_in(job: JobAnswer) -> list[Reason]:
    draft = job.case.job.plan.draft
    allowed, inside, outside = (
        draft.says(name) for name in ("after_tax_allowed", "in_plan_conversion", "in_service_withdrawal")
    )
    if allowed in ("no", "frozen"):
        word = "no longer takes" if allowed == "frozen" else "does not take"
        return [Reason("no-after-tax", "stop", f"{job.plan} {word} after-tax contributions.", f"after_tax_allowed = {allowed}",
                       "the plan takes them", _proof(job, "after_tax_allowed"))]  # fmt: skip
    if inside == "no" and outside == "no":
        return [Reason("no-conversion", "stop", f"{job.plan} lets after-tax money neither be converted nor be taken out while you "
                       "work there: its growth would be taxed as income.", "in_plan_conversion = no, in_service_withdrawal = no",
                       "the plan converts, or pays after-tax money out in service", _proof(job, "in_plan_conversion"))]  # fmt: skip
    if job.may_i == "ask":
        question = job.case.job.plan.questions[0].ask if job.case.job.plan.questions else "Ask the plan."
        return [
            Reason(
                "plan-unknown",
                "ask",
                f"What decides is not known: {question}",
                "not stated",
                "the plan's answer",
                draft.where,
            )
        ]
    how = {"automatic": "and converts them to Roth by itself", "on-request": "and converts them to Roth on request"}
    way = how.get(inside, "and pays them out to a Roth IRA while you work there")
    return [Reason("way-in", "for", f"{job.plan} takes after-tax contributions {way}.", f"after_tax_allowed = {allowed}",
                   "the plan stops it", _proof(job, "after_tax_allowed"))]  # fmt: skip


def _proof(job: JobAnswer, field: str) -> str:
    from_where = job.case.job.plan.draft.stated.get(field)
    if from_where is None:
        return job.case.job.plan.draft.where
    page = f", page {from_where.page}" if from_where.page else ""
    return f"{from_where.source or job.case.job.plan.draft.where}{page}"


def _room(job: JobAnswer) -> list[Reason]:
    if job.may_i == "no":
        return []
    if job.after_tax_room is None:
        return [Reason("room-unknown", "ask", "How much room the match leaves is not known.", "match not stated",
                       "the match formula", "IRC §415(c)")]  # fmt: skip
    if job.after_tax_room == ZERO:
        return [Reason("no-room", "stop", "Deferral, employer money and the plan's caps leave no room after tax.",
                       f"room {job.after_tax_room}", "room above $0.00", f"decided by {job.decided_by.replace('_', ' ')}")]  # fmt: skip
    by_pay = job.case.why.find("annual_additions_limit")
    found = [Reason("room", "for", f"There is room for {job.after_tax_room} after tax this year.", str(job.after_tax_room),
                    "$0.00 of room", "megaroth room --why, IRC §415(c)")]  # fmt: skip
    if by_pay is not None and by_pay.decided_by == "all_of_pay":
        found.append(
            Reason("pay-too-low", "mind", f"Pay, not the law's amount, limits what may go in: {job.case.facts.pay_415} in all.",
                   str(job.case.facts.pay_415), "pay above the limit on annual additions", "IRC §415(c)(1)(B)")
        )  # fmt: skip
    return found


def _cash(room: RoomAnswer, first: FirstAnswer, job: JobAnswer) -> list[Reason]:
    if job.may_i == "no":
        return []
    found = []
    place = first.place("after-tax")
    order = [each.step for each in first.places]
    before = first.places[: order.index("after-tax")] if "after-tax" in order else first.places
    for each in before:
        if each.room is None and first.to_save is not None:
            found.append(
                Reason(f"{each.step}-unknown", "mind", f"{each.called} comes first, and what it takes is not stated. {each.ask}",
                       "not stated", "stated", each.source or "megaroth first")
            )  # fmt: skip
        if each.room is None or each.room == ZERO or each.step in ("backdoor-roth-ira", "catch-up"):
            continue
        if each.fills is not None and each.fills < each.room:
            found.append(
                Reason(f"{each.step}-first", "wait", f"{each.called} comes first and takes {each.room}; your cash fills {each.fills} of it.",
                       str(each.room), f"{each.called} filled", each.source)
            )  # fmt: skip
    if place is not None and place.fills is not None and place.room is not None and place.fills < place.room:
        weight: Weight = "wait" if place.fills == ZERO else "mind"
        found.append(
            Reason("cash-short", weight, f"After what comes first, your cash fills {place.fills} of the {place.room}.",
                   str(place.fills), str(place.room), "megaroth first; to_save of your file")
        )  # fmt: skip
    if first.to_save is None:
        found.append(
            Reason("cash-unknown", "mind", "What you can put aside is not stated; make sure that the match, dear debt, emergency cash, "
                   "and the deferral are served first.", "to_save not stated", "to_save stated", "megaroth first")
        )  # fmt: skip
    cash = room.household.wider.cash
    needed = cash.needed_within_five_years if cash else None
    if cash is not None and needed is not None and needed > ZERO:
        savings, kept = ZERO if cash.savings is None else cash.savings, kept_for_soon(room.household)
        if kept > ZERO:
            weight = "mind" if place is None or place.fills is None or place.fills > kept else "wait"
            found.append(
                Reason("needed-soon", weight, f"{needed} will be needed within five years and {savings} is there: keep {kept} outside.",
                       str(needed), f"{savings} or less needed", "[cash] of your file; IRC §408A(d)(3)(F)")
            )  # fmt: skip
        else:
            found.append(
                Reason("needed-soon-there", "for", f"The {needed} needed within five years is there already.", str(needed),
                       f"more than {savings} needed", "[cash] of your file")
            )  # fmt: skip
    return found


LEAVING_DAYS = 365


def _risks(room: RoomAnswer, job: JobAnswer, today: datetime.date | None) -> list[Reason]:
    if job.may_i == "no":
        return []
    found = []
    if job.is_hce is not False:
        pay = job.case.job.last_year_pay
        number = "last year's pay not stated" if pay is None else f"last year's pay {pay}"
        threshold = room.law.hce_pay
        who = "You count as highly compensated" if job.is_hce else "You may count as highly compensated"
        found.append(
            Reason("acp-refund", "mind", f"{who} ({number}; the line is {threshold.amount}): if the plan fails its ACP test, part of "
                   "the money comes back with taxed earnings. Ask whether it did in the last years.", number,
                   f"{threshold.amount} or less", f"IRC §401(m), §414(q); {threshold.cite.ref}")
        )  # fmt: skip
    found += _leaving(job, today)
    wait, words = wait_of(job)
    if job.may_i == "yes" and wait > 0 and job.after_tax_room is not None:
        months = wait * 12
        shown = f"{float(months):.1f}".rstrip("0").rstrip(".")
        found.append(
            Reason("earnings-taxed", "mind", f"Money waits {shown} months on average before it is in Roth ({words}); what it earns "
                   "meanwhile is taxed as income.", f"{shown} months", "0 months: automatic conversion", "IRC §72(e)(8), §402A(c)(4)")
        )  # fmt: skip
    person = room.household.people[job.person]
    outside = job.case.job.plan.draft.says("in_plan_conversion") not in ("automatic", "on-request")
    if outside and job.may_i == "yes":
        ira = person.ira.year_end_value if person.ira else None
        has = "is not stated" if ira is None else f"is {ira}"
        found.append(
            Reason("earnings-trap", "mind", "Earnings rolled to a traditional IRA make part of a later backdoor Roth IRA taxable: your "
                   f"pre-tax IRA money {has}. Convert the earnings too, and pay the small tax.", has.removeprefix("is "),
                   "an in-plan conversion", "Notice 2014-54; IRC §408(d)(2)")
        )  # fmt: skip
    return found


def _leaving(job: JobAnswer, today: datetime.date | None) -> list[Reason]:
    ends = job.case.job.ends
    if ends is None or today is None or not 0 <= (ends - today).days <= LEAVING_DAYS:
        return []
    vesting = str(job.case.job.plan.draft.value("vesting", ""))
    years = re.search(r"cliff after (\d+) year", vesting)
    match = ZERO if job.match is None else job.match
    served = job.case.job.service_years
    if years and (served is None or served < int(years[1])) and match > ZERO:
        have = "your years of service are not stated" if served is None else f"you have {served}"
        return [Reason("leaving-unvested", "mind", f"You leave on {ends}; the match ({match} this year) belongs to you after {years[1]} "
                       f"years of service, and {have}. Your own after-tax money is always yours: convert it before you go.",
                       str(match), f"{years[1]} years of service", _proof(job, "vesting"))]  # fmt: skip
    return [Reason("leaving", "mind", f"You leave on {ends}: convert or roll over what is after-tax by then; the limit of a new "
                   "employer's plan is its own.", str(ends), f"more than {LEAVING_DAYS} days away", "IRC §415(f)")]  # fmt: skip


def _worth(worth: Brief | None) -> list[Reason]:
    if worth is None:
        return []
    way = worth.ways[0]
    if way.name != "mega":
        return []
    found = []
    if way.ahead_by > ZERO:
        found.append(
            Reason("ahead", "for", f"At {worth.made.spend_age} it leaves {way.ahead_by} more than a taxable account, after all taxes, in "
                   "today's dollars.", str(way.ahead_by), "$0.00", "megaroth worth")
        )  # fmt: skip
    else:
        found.append(
            Reason("behind", "stop", f"At {worth.made.spend_age} it would leave {_size(way.ahead_by)} less than a taxable account.",
                   str(way.ahead_by), "more than $0.00", "megaroth worth")
        )  # fmt: skip
    if worth.break_even is None:
        found.append(
            Reason("no-break-even", "mind", f"If everything were taken out at once before {worth.made.spend_age}, a taxable account would "
                   "always leave more.", "none", "a break-even year", "megaroth worth")
        )  # fmt: skip
    elif worth.break_even > worth.household.year:
        found.append(
            Reason("break-even", "mind", f"It pays to leave it alone until {worth.break_even}: if all of it, growth included, were taken "
                   "out earlier, a taxable account would leave more.", str(worth.break_even), str(worth.household.year),
                   "megaroth worth; IRC §72(t), §408A(d)")
        )  # fmt: skip
    return found


def _size(amount: Money) -> Money:
    return Money(abs(int(amount.cents)))
