"""What speaks for it and against it, fact by fact; `should.py` decides. Each reason brings its number, its threshold and its rules."""

from __future__ import annotations

import datetime

from megaroth.household.model import Household
from megaroth.kit.money import NO_LIMIT, ZERO, Money, Rounding
from megaroth.kit.trace import Step
from megaroth.kit.words import portion
from megaroth.outlook.answers import Brief
from megaroth.outlook.compare import wait_of
from megaroth.outlook.first import FirstAnswer
from megaroth.outlook.places import Place
from megaroth.outlook.reasons import Reason, Weight, step
from megaroth.outlook.vesting import WHOLE, next_step, vested, vesting_of
from megaroth.room.answer import JobAnswer, RoomAnswer

LEAVING_DAYS = 365


def figures(room: RoomAnswer) -> list[Reason]:
    """What is wrong in the household's figures: nothing that rests on them can be relied upon."""
    wrong = next((finding for finding in room.findings if finding.severity == "error"), None)
    if wrong is None:
        return []
    why = step("figures", wrong.message, wrong.cite or wrong.where, wrong.code)
    return [Reason("figures", "ask", f"{wrong.message} {wrong.remedy}".strip(), wrong.code, "the figures mended", wrong.where or wrong.cite, why)]  # fmt: skip


def way_in(job: JobAnswer) -> list[Reason]:
    """Whether the plan takes after-tax money and lets it into Roth."""
    draft = job.case.job.plan.draft
    allowed, inside, outside = (
        draft.says(name) for name in ("after_tax_allowed", "in_plan_conversion", "in_service_withdrawal")
    )
    ways = [_term(job, name) for name in ("in_plan_conversion", "in_service_withdrawal")]
    if allowed in ("no", "frozen"):
        word = "no longer takes" if allowed == "frozen" else "does not take"
        return [Reason("no-after-tax", "stop", f"{job.plan} {word} after-tax contributions.", f"after-tax contributions: {allowed}",
                       "the plan takes them", _proof(job, "after_tax_allowed"), _term(job, "after_tax_allowed"))]  # fmt: skip
    if inside == "no" and outside == "no":
        why = step(
            "way into Roth",
            "Neither converted in the plan nor paid out in service.",
            "IRC §402A(c)(4), §402(c)(4)",
            "no",
            ways,
        )
        return [Reason("no-conversion", "stop", f"{job.plan} lets after-tax money neither be converted nor be taken out while you "
                       "work there: its growth would be taxed as income.", "conversion in the plan: no, payment out in service: no",
                       "the plan converts, or pays after-tax money out in service", _proof(job, "in_plan_conversion"), why)]  # fmt: skip
    if job.may_i == "ask":
        question = job.case.job.plan.questions[0].ask if job.case.job.plan.questions else "Ask the plan."
        why = step(
            "may I",
            "The plan's terms that decide, as far as they are known.",
            draft.where,
            "not known",
            [_term(job, "after_tax_allowed"), *ways],
        )
        return [Reason("plan-unknown", "ask", f"What decides is not known: {question}", "not stated", "the plan's answer",
                       draft.where, why)]  # fmt: skip
    how = {"automatic": "and converts them to Roth by itself", "on-request": "and converts them to Roth on request"}
    way = how.get(inside, "and pays them out to a Roth IRA while you work there")
    why = step(
        "way into Roth",
        "In the plan, or by a rollover to a Roth IRA.",
        "IRC §402A(c)(4); Notice 2014-54",
        "yes",
        [_term(job, "after_tax_allowed"), *ways],
    )
    return [Reason("way-in", "for", f"{job.plan} takes after-tax contributions {way}.", f"after-tax contributions: {allowed}",
                   "the plan stops it", _proof(job, "after_tax_allowed"), why)]  # fmt: skip


def room_of(job: JobAnswer, first: FirstAnswer) -> list[Reason]:
    """Whether anything may go in, and what limits it."""
    if job.may_i == "no":
        return []
    if job.case.ended:
        why = step("job is over", "Contributions come out of pay.", "IRC §414(v)(2)(A)(ii) and payroll", None)
        return [Reason("job-over", "stop", f"{job.name} is over: nothing more can go into its plan. Roll what is in after tax directly to Roth.",
                       f"last day {job.case.job.ends or 'past'}", "a job that goes on", "Notice 2014-54", why)]  # fmt: skip
    found = [
        job.case.why.find(name) for name in ("annual_additions_limit", "left_of_annual_additions", "after_tax_room")
    ]
    rules = [each for each in found if each is not None]
    why = step(
        "room",
        "What law and plan leave for after-tax money this year.",
        "IRC §415(c) and the plan's terms",
        job.after_tax_room,
        rules,
    )
    if job.after_tax_room is None:
        return [Reason("room-unknown", "ask", "How much room the match leaves is not known.", "match not stated",
                       "the match formula", "IRC §415(c)", why)]  # fmt: skip
    by_pay, pay = job.case.why.find("annual_additions_limit"), job.case.facts.pay_415
    if job.after_tax_room == ZERO:
        source = f"decided by {job.decided_by.replace('_', ' ')}"
        if not pay > ZERO:
            return [Reason("no-pay", "stop", "There is no pay in this job this year, and no more than pay may go in.",
                           f"pay {pay}", "pay above $0.00", "IRC §415(c)(1)(B)", why)]  # fmt: skip
        return [Reason("no-room", "stop", "Deferral, employer money and the plan's caps leave no room after tax.",
                       f"room {job.after_tax_room}", "room above $0.00", source, why)]  # fmt: skip
    place = first.place("after-tax")
    now = job.after_tax_room if place is None or place.room is None else place.room
    own = (
        f" With the wishes of your file the room at {job.name} is {job.after_tax_room}."
        if now != job.after_tax_room
        else ""
    )
    if place is not None and now == ZERO:
        notes = " ".join(place.notes)
        return [Reason("no-room-now", "stop", f"Once the deferral is used as far as it goes, nothing more can go in after tax this year. {notes}{own}",
                       str(now), "room above $0.00", "megaroth first, IRC §415(c)", place.because)]  # fmt: skip
    more = "more after tax this year" if job.after_tax_so_far > ZERO else "after tax this year"
    told = [Reason("room", "for", f"There is room for {now} {more}.{own}", str(now), "$0.00 of room", "megaroth room --why, IRC §415(c)",
                   why if place is None or now == job.after_tax_room else place.because)]  # fmt: skip
    if by_pay is not None and by_pay.decided_by == "all_of_pay":
        told.append(
            Reason("pay-too-low", "mind", f"Pay, not the law's amount, limits what may go in: {pay} in all, deferral and employer money included.",
                   str(pay), f"pay of {by_pay.terms['dollar_limit']} or more", "IRC §415(c)(1)(B)", by_pay)
        )  # fmt: skip
    return told


def _takes_nothing(job: JobAnswer) -> bool:
    """Where nothing may go in, what would come before it or cost something is no matter."""
    return (
        job.may_i == "no" or job.case.ended or (job.after_tax_room is not None and int(job.after_tax_room.cents) == 0)
    )


def cash(room: RoomAnswer, first: FirstAnswer, job: JobAnswer) -> list[Reason]:
    """What comes before it, and whether cash is left."""
    if _takes_nothing(job):
        return []
    found = []
    place = first.place("after-tax")
    order = [each.step for each in first.places]
    if place is None:
        why = step(
            "order",
            "The steps as you order them.",
            "[first] of your file",
            ", ".join(each.called for each in first.places),
        )
        return [Reason("not-in-order", "wait", "Your own order of steps has none for after-tax money.", f"{len(order)} steps",
                       '"after-tax" in order', "order in [first] of your file", why)]  # fmt: skip
    before = first.places[: order.index("after-tax")]
    for each in before:
        if each.room is None and first.to_save is not None:
            found.append(
                Reason(f"{each.step}-unknown", "mind", f"{each.called} comes first, and what it takes is not stated. {each.ask}",
                       "not stated", "stated", each.source or "megaroth first", each.because)
            )  # fmt: skip
        if each.room is None or each.room == ZERO or each.step in ("backdoor-roth-ira", "catch-up"):
            continue
        taken = "all that is left" if each.room >= NO_LIMIT else str(each.room)
        if each.fills is not None and each.fills < each.room:
            found.append(
                Reason(f"{each.step}-first", "wait", f"{each.called} comes first and takes {taken}; your cash fills {each.fills} of it.",
                       str(each.room), f"{each.called} filled", each.source, each.because)
            )  # fmt: skip
    if place.fills is not None and place.room is not None and place.fills < place.room:
        weight: Weight = "wait" if place.fills == ZERO else "mind"
        found.append(
            Reason("cash-short", weight, f"After what comes first, your cash fills {place.fills} of the {place.room}.",
                   str(place.fills), str(place.room), "megaroth first; to_save of your file", _poured(first, before))
        )  # fmt: skip
    if first.to_save is None:
        found.append(
            Reason("cash-unknown", "mind", "What you can put aside is not stated; make sure that emergency cash, the match, high-rate debt, "
                   "and the deferral are served first.", "not stated", "once it is stated: to_save in [cash]", "megaroth first", _poured(first, before))
        )  # fmt: skip
    return found + _needed_soon(room.household, place)


def _poured(first: FirstAnswer, before: tuple[Place, ...]) -> Step:
    """What the steps before it take of the cash."""
    terms = {} if first.to_save is None else {"to save": first.to_save}
    terms |= {f"less {each.called}": each.cost for each in before if each.cost is not None and each.cost > ZERO}
    left = None
    if first.to_save is not None:
        left = first.to_save
        for each in before:
            left = left - (ZERO if each.cost is None else each.cost)
    return step("cash left for after tax", "What you can put aside, less what the steps before it cost of take-home pay.",
                "megaroth first", left, [each.because for each in before if each.room is not None and each.room > ZERO], terms)  # fmt: skip


def kept_for_soon(household: Household) -> Money:
    """What must stay outside because it is needed within five years and is not there yet."""
    said = household.wider.cash
    if said is None or said.needed_within_five_years is None:
        return ZERO
    short = said.needed_within_five_years - (said.savings if said.savings is not None else ZERO)
    return short if short > ZERO else ZERO


def _needed_soon(household: Household, place: Place | None) -> list[Reason]:
    said = household.wider.cash
    needed = said.needed_within_five_years if said else None
    if said is None or needed is None or not needed > ZERO:
        return []
    savings, kept = ZERO if said.savings is None else said.savings, kept_for_soon(household)
    why = step("kept outside", "What is needed within five years, less what is there already.", "[cash] of your file; IRC §408A(d)(3)(F)",
               kept, (), {"needed within five years": needed, "less savings": savings})  # fmt: skip
    if not kept > ZERO:
        return [Reason("needed-soon-there", "for", f"The {needed} needed within five years is there already.", str(needed),
                       f"more than {savings} needed", "[cash] of your file", why)]  # fmt: skip
    weight: Weight = "mind" if place is None or place.fills is None or place.fills > kept else "wait"
    return [Reason("needed-soon", weight, f"{needed} will be needed within five years and {savings} is there: keep {kept} outside.",
                   str(needed), f"{savings} or less needed", "[cash] of your file; IRC §408A(d)(3)(F)", why)]  # fmt: skip


def risks(room: RoomAnswer, job: JobAnswer, today: datetime.date | None) -> list[Reason]:
    """What may cost something: a refund, leaving, growth before the conversion, earnings in a traditional IRA."""
    if _takes_nothing(job):
        return []
    found = _refund(room, job) + _leaving(job, today)
    wait, words = wait_of(job)
    if job.may_i == "yes" and wait > 0 and job.after_tax_room is not None:
        shown = f"{float(wait * 12):.1f}".rstrip("0").rstrip(".")
        times = _term(job, "conversions_per_year")
        why = step(
            "wait",
            f"On average half of the time between two conversions: {words}; {shown} months.",
            "IRC §72(e)(8), §402A(c)(4)(A)",
            None,
            [times],
        )
        found.append(
            Reason("earnings-taxed", "mind", f"Money waits {shown} months on average before it is in Roth ({words}); what it earns "
                   "meanwhile is taxed as income.", f"{shown} months", "0 months: automatic conversion", "IRC §72(e)(8), §402A(c)(4)", why)
        )  # fmt: skip
    person = room.household.people[job.person]
    outside = job.case.job.plan.draft.says("in_plan_conversion") not in ("automatic", "on-request")
    if outside and job.may_i == "yes":
        ira = person.ira.year_end_value if person.ira else None
        has = "is not stated" if ira is None else f"is {ira}"
        why = step("pre-tax IRA money", "All traditional, SEP and SIMPLE IRAs count together when one of them is converted.",
                   "IRC §408(d)(2)", ira, [_term(job, "in_plan_conversion")])  # fmt: skip
        found.append(
            Reason("earnings-trap", "mind", "Earnings rolled to a traditional IRA make part of a later backdoor Roth IRA taxable: your "
                   f"pre-tax IRA money {has}. Convert the earnings too, and pay the small tax.", has.removeprefix("is "),
                   "an in-plan conversion", "Notice 2014-54; IRC §408(d)(2)", why)
        )  # fmt: skip
    return found


def _refund(room: RoomAnswer, job: JobAnswer) -> list[Reason]:
    if job.is_hce is False or job.case.job.self_employed:
        return []  # as in the room's findings: whoever is the employer knows whom the plan covers
    threshold, by_share = room.law.hce_pay, room.law.five_percent_owner
    pay, owns = job.case.job.last_year_pay, job.case.job.owns
    rule = job.case.why.find("is_highly_compensated")
    owner = job.case.why.find("more_than_5_percent_owner")
    if owner is not None and owner.value is True:
        number, turns = f"you own {owns}", f"{by_share} or less owned"
        who = f"You count as highly compensated at any pay, for you own more than {by_share} ({number})"
    else:
        number = "last year's pay not stated" if pay is None else f"last year's pay {pay}"
        turns = f"{threshold.amount} or less"
        sure = "You count" if job.is_hce else "You may count"
        who = f"{sure} as highly compensated ({number}; the line is {threshold.amount})"
    terms = {"the line": threshold.amount} if pay is None else {"last year's pay": pay, "the line": threshold.amount}
    why = step("highly compensated", f"Paid more last year than the line of that year, or an owner of more than {by_share}.",
               f"IRC §414(q); {threshold.cite.ref}", job.is_hce, [] if rule is None else [rule], terms)  # fmt: skip
    return [Reason("acp-refund", "mind", f"{who}: if the plan fails its ACP test (the well paid put in far more than the others), part of "
                   f"the money comes back with taxed earnings. Ask whether it did in the last years.", number, turns, f"IRC §401(m), §414(q); {threshold.cite.ref}", why)]  # fmt: skip


def _leaving(job: JobAnswer, today: datetime.date | None) -> list[Reason]:
    ends = job.case.job.ends
    if ends is None or today is None or not 0 <= (ends - today).days <= LEAVING_DAYS:
        return []
    words = str(job.case.job.plan.draft.value("vesting", ""))
    match = ZERO if job.match is None else job.match
    served = job.case.job.service_years
    leaves, yours = f"You leave on {ends}", "Your own after-tax money is always yours: convert it before you go."
    vesting = vesting_of(words)
    source, term = _proof(job, "vesting"), _term(job, "vesting")
    if match > ZERO and words and vesting is None:
        return [Reason("leaving-vesting-unclear", "mind", f"{leaves}; how much of the match ({match} this year) is yours then, the plan "
                       f"says in words that are not read here: “{words}”. Ask. {yours}", str(match), "a plain schedule", source, term)]  # fmt: skip
    if match > ZERO and vesting is not None and vesting[0] != (0, WHOLE):
        share = None if served is None else vested(vesting, served)
        if share is None:
            last = vesting[-1][0]
            return [Reason("leaving-unvested", "mind", f"{leaves}; the match ({match} this year) belongs to you after {last} years of "
                           f"service, and your years of service are not stated. {yours}", str(match), f"{last} years of service", source, term)]  # fmt: skip
        if share != WHOLE and served is not None:
            mine = portion(match, share, Rounding.DOWN)
            more = next_step(vesting, served)
            after = "" if more is None else f"; from {more[0]} years on {more[1]}"
            why = step("match that is lost", f"{share} of the employer's money is yours after {served} years of service{after}.",
                       source, match - mine, [term], {"match of this year": match, "yours of it": mine})  # fmt: skip
            return [Reason("leaving-unvested", "mind", f"{leaves} with {served} years of service: {share} of the match is yours{after}. Of "
                           f"this year's {match} you would lose {match - mine}, and the same share of earlier years. {yours}",
                           str(match - mine), "nothing lost" if more is None else f"{more[0]} years of service", source, why)]  # fmt: skip
    why = step("leaving", f"{(ends - today).days} days away.", "your file: ends of the job", None)
    return [Reason("leaving", "mind", f"{leaves}: convert or roll over what is after-tax by then; the limit of a new "
                   "employer's plan is its own.", str(ends), f"more than {LEAVING_DAYS} days away", "IRC §415(f)", why)]  # fmt: skip


def worth_it(worth: Brief | None) -> list[Reason]:
    """Whether it ends ahead, and from when on."""
    if worth is None:
        return []
    way = worth.ways[0]
    if way.name != "mega":
        return []
    ahead, since = worth.why.find("ahead"), worth.why.find("leave it alone until")
    why_ahead = worth.why if ahead is None else ahead
    why_since = worth.why if since is None else since
    if not way.ahead_by > ZERO:
        # When to leave it alone is no question where it never pays.
        if way.ahead_by == ZERO:
            says = "it would leave no more than a taxable account, from which money may be taken at any time."
            return [Reason("no-gain", "stop", f"At {worth.made.spend_age} {says}", str(way.ahead_by), "more than $0.00",
                           "megaroth worth", why_ahead)]  # fmt: skip
        less = Money(abs(int(way.ahead_by.cents)))
        return [Reason("behind", "stop", f"At {worth.made.spend_age} it would leave {_dollars(less)} less than a taxable account.",
                       str(way.ahead_by), "more than $0.00", "megaroth worth", why_ahead)]  # fmt: skip
    found = [
        Reason("ahead", "for", f"At {worth.made.spend_age} it leaves {_dollars(way.ahead_by)} more than a taxable account, after all taxes, in "
               "today's dollars.", str(way.ahead_by), "$0.00 or less", "megaroth worth", why_ahead)
    ]  # fmt: skip
    if worth.break_even is None:
        found.append(
            Reason("no-break-even", "mind", f"If everything were taken out at once, even at {worth.made.spend_age}, a taxable account would "
                   "leave more.", "none", "a break-even year", "megaroth worth", why_since)
        )  # fmt: skip
    elif worth.break_even > worth.household.year:
        found.append(
            Reason("break-even", "mind", f"It pays to leave it alone until {worth.break_even}: if all of it, growth included, were taken "
                   "out earlier, a taxable account would leave more.", str(worth.break_even), f"a break-even in {worth.household.year}",
                   "megaroth worth; IRC §72(t), §408A(d)", why_since)
        )  # fmt: skip
    return found


def _dollars(amount: Money) -> str:
    """Of what is decades away the cents would say more than anybody knows."""
    return str(Money((int(amount.cents) + 50) // 100 * 100)).removesuffix(".00")


def _proof(job: JobAnswer, field: str) -> str:
    from_where = job.case.job.plan.draft.stated.get(field)
    if from_where is None:
        return job.case.job.plan.draft.where
    page = f", page {from_where.page}" if from_where.page else ""
    return f"{from_where.source or job.case.job.plan.draft.where}{page}"


def _term(job: JobAnswer, field: str) -> Step:
    """A term of the plan as a step: its value, the document's own words, and where they stand."""
    draft = job.case.job.plan.draft
    read = draft.stated.get(field)
    if read is None:
        return step(field, "Not stated.", draft.where, "not stated")
    quote = f" “{read.quote}”" if read.quote else ""
    sure = f" ({read.confidence})" if read.confidence else ""
    return step(field, f"The plan: {read.value}{sure}.{quote}", _proof(job, field), str(read.value))
