"""The steps of the next dollar: what each takes this year by the rules, why it stands where it stands, what would make it known.

Order and cash are not known here: `first.py` pours the cash down the order.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from megaroth.household.outlook_file import FirstFile
from megaroth.household.outlook_file import Step as Step_
from megaroth.kit.money import NO_LIMIT, ZERO, Money, Rate, Rounding
from megaroth.kit.trace import Step, explaining
from megaroth.kit.words import portion
from megaroth.law.income_tax import IncomeTax
from megaroth.law.s223_hsa import hsa_left, hsa_limit
from megaroth.law.s401a17_pay import countable_pay
from megaroth.law.s423_espp import espp_room
from megaroth.outlook.assumptions import assumed_growth
from megaroth.outlook.reasons import step as explained
from megaroth.plan.match import employer_match, matched_contributions
from megaroth.room.answer import JobAnswer, RoomAnswer
from megaroth.room.facts import match_needs
from megaroth.room.ira import IraAnswer
from megaroth.room.room import Facts
from megaroth.tax.s61_income import Income

CALLED: dict[Step_, str] = {
    "emergency-cash": "Emergency cash",
    "match": "Deferral up to the full match",
    "high-rate-debt": "High-rate debt",
    "espp": "Employee stock purchase plan",
    "hsa": "Health savings account",
    "deferral": "The rest of the 401(k) deferral",
    "catch-up": "Catch-up contribution",
    "backdoor-roth-ira": "Roth IRA",
    "after-tax": "After-tax, then Roth (mega-backdoor)",
    "college-529": "529 college plan",
    "taxable": "Taxable account",
}


@dataclass(frozen=True, slots=True)
class Place:
    """One step: what it takes this year, what that costs in take-home pay, what the cash fills, and why it stands here.

    `room` is None where it is not known, `NO_LIMIT` where nothing bounds it. `source` says where the room comes from.
    """

    step: Step_
    called: str
    room: Money | None
    fills: Money | None
    cost: Money | None
    why: str
    source: str
    notes: tuple[str, ...] = ()
    ask: str = ""
    because: Step = field(default_factory=lambda: Step("", "", ""), compare=False)
    """The rules that gave the room, and what the cash did."""

    def as_json(self) -> dict[str, Any]:
        """The form for programs; room is null where not known, "no limit" where nothing bounds it."""
        room = None if self.room is None else "no limit" if self.room >= NO_LIMIT else self.room.plain()
        return {"step": self.step, "called": self.called, "room": room, "fills": _plain(self.fills),
                "cost": _plain(self.cost), "why": self.why, "source": self.source, "notes": list(self.notes),
                "ask": self.ask, "because": self.because.as_json()}  # fmt: skip


class Book:
    """The room of every step, from the rules and what the household says."""

    def __init__(self, room: RoomAnswer, ira: IraAnswer, tables: IncomeTax | None, said: FirstFile) -> None:
        self.room, self.ira, self.tables, self.said = room, ira, tables, said
        self.household, self.law, self.wider = room.household, room.law, room.household.wider
        wages = ZERO
        for job in room.jobs:
            wages = wages + job.case.facts.pay + job.case.job.other_wages
        self.taxed = Income(wages=wages, medicare_wages=wages)
        """The return before any contribution; `taxed_after` is what contributions have left of it."""
        self.taxed_after = self.taxed
        self.is_pre_tax: dict[Step_, bool] = {}

    def place(self, step: Step_) -> Place:
        """One step, before any cash is poured."""
        makers: dict[Step_, Callable[[], Place]] = {
            "emergency-cash": self._cash, "match": self._match, "high-rate-debt": self._debt, "espp": self._espp,
            "hsa": self._hsa, "deferral": self._deferral, "catch-up": self._catch_up,
            "backdoor-roth-ira": self._ira, "after-tax": self._after_tax, "college-529": self._college,
            "taxable": self._taxable,
        }  # fmt: skip
        with explaining() as rules:
            place = makers[step]()
        parts = [*rules.parts, *self._rules_of_rooms(step)]
        return replace(place, because=explained(place.called, place.why, place.source, place.room, parts))

    def _rules_of_rooms(self, step: Step_) -> list[Step]:
        """The rules that gave a room before this page was asked for."""
        if step == "backdoor-roth-ira":
            return [person.why for person in self.ira.people]
        names = {"match": "employer_match", "deferral": "elective_deferral_limit", "catch-up": "catch_up_available",
                 "after-tax": "after_tax_room"}  # fmt: skip
        if step not in names:
            return []
        found = [job.case.why.find(names[step]) for job in self.room.jobs]
        return [each for each in found if each is not None]

    def _made(self, step: Step_, room: Money | None, why: str, source: str, *notes: str, ask: str = "") -> Place:
        return Place(step, CALLED[step], room, None, None, why, source, tuple(note for note in notes if note), ask)

    def _cash(self) -> Place:
        cash = self.wider.cash
        why = "Money for bad times comes before money for old age: without it the next mishap is paid by card or from the plan."
        if cash is None or cash.savings is None or cash.monthly_spending is None:
            return self._made("emergency-cash", None, why, "", ask="Add [cash] with savings and monthly_spending.")
        wanted = Money(int(cash.monthly_spending.cents) * cash.months_wanted)
        short = wanted - cash.savings
        note = f"{cash.months_wanted} months of {cash.monthly_spending} are {wanted}; {cash.savings} is there."
        return self._made("emergency-cash", short if short > ZERO else ZERO, why, "[cash] of your file", note)

    def _match(self) -> Place:
        needs = made = earned = ZERO
        by_paycheck = []
        for job in self.room.jobs:
            if job.case.match_known:
                need, facts = self._needs(job)
                needs, earned = needs + need, earned + self._earns(job, facts, need)
                if facts is job.case.facts:
                    made = made + _smaller(facts.deferral_made, need)
                elif need > ZERO:
                    by_paycheck.append(job.name)
        self.is_pre_tax["match"] = not any(job.case.facts.is_roth for job in self.room.jobs)
        unknown = [job.name for job in self.room.jobs if not job.case.match_known]
        ask = f"Ask for the match formula of {' and '.join(unknown)}." if unknown else ""
        if unknown and needs == ZERO:
            return self._made("match", None, "The employer adds money only to what you defer.", "", ask=ask)
        left = needs - made if needs > made else ZERO
        told = f"{made} is in already." if made > ZERO else ""
        each = ""
        if by_paycheck:
            names = " and ".join(by_paycheck)
            each = f"At {names} each pay period is matched by itself: only what is deferred from pay still to come earns more."
        why = f"{needs} deferred earns {earned} of match, the employer's money: no investment pays that at once."
        return self._made(
            "match", left, why if needs > ZERO else self._no_match(), "the plan's match formula", told, each, ask=ask
        )

    def _needs(self, job: JobAnswer) -> tuple[Money, Facts]:
        """What has to be deferred for all the match that can be won, and the pay that it is matched on.

        That is the year's; where each pay period is matched by itself and the year has begun, only what is still to come.
        """
        case = job.case
        facts, so_far, draft = case.facts, case.job.so_far, case.job.plan.draft
        of_the_year = draft.says("true_up") == "yes" or draft.value("match_period") == "year"
        of_the_year = of_the_year or draft.value("comp_cap_mode") == "true-up"
        if bool(facts.is_over):
            return _smaller(facts.deferral_made, match_needs(self.law, case.plan, facts)), facts
        if of_the_year or so_far is None or so_far.pay == ZERO:
            return _whole_dollars(match_needs(self.law, case.plan, facts)), facts
        countable = what_is_left(countable_pay(self.law, facts.pay), so_far.pay)
        rest = replace(facts, pay=countable)
        left = what_is_left(job.elective_deferral, facts.deferral_made)
        return _smaller(_whole_dollars(match_needs(self.law, case.plan, rest)), left), rest

    def _no_match(self) -> str:
        plans = [job.case.plan for job in self.room.jobs]
        if not any(plan.match or plan.match_alternative or plan.match_steps for plan in plans):
            return "No match is offered."
        if not self._has_pay():
            return "A match is offered, but there is no pay this year to defer from."
        return "A match is offered, but by its terms nothing that you can still defer earns any this year."

    def _earns(self, job: JobAnswer, facts: Facts, deferral: Money) -> Money:
        plan = job.case.plan
        matched = matched_contributions(plan, deferral, ZERO, ZERO, facts.is_roth)
        return employer_match(plan, countable_pay(self.law, facts.pay), matched, facts.service)

    def _debt(self) -> Place:
        threshold, words = self._high_rate()
        debts = self.wider.debts
        if debts is None:
            return self._made("high-rate-debt", None, f"A debt above {threshold} costs more than investments are assumed to earn.",
                              words, ask="Add [[debts]] with name, balance and rate_percent, or debts = [] for none.")  # fmt: skip
        high = [debt for debt in debts if _above(debt.rate_percent, threshold)]
        total = Money(sum(int(debt.balance.cents) for debt in high))
        listed = ", ".join(f"{debt.name} {debt.balance} at {debt.rate_percent}" for debt in high)
        low = ", ".join(f"{debt.name} at {debt.rate_percent}" for debt in debts if debt not in high)
        why = f"Paying off what costs more than {threshold} is a sure return of that rate, without tax."
        return self._made("high-rate-debt", total, why, words, f"{listed}." if listed else "No debt costs that much.",
                          f"Not high: {low}; the contract's payments are enough." if low else "")  # fmt: skip

    def _high_rate(self) -> tuple[Rate, str]:
        if self.said.high_rate_percent is not None:
            return self.said.high_rate_percent, "high_rate_percent of your file"
        return assumed_growth(self.household), "the assumed return and inflation together"

    def _espp(self) -> Place:
        plans = self.wider.espp
        if not plans:
            return self._made("espp", ZERO, "Stock bought at a discount and sold at once is a sure gain.", "IRC §423(b)(8)",
                              "None is stated; if your employer has one, add [[espp]].")  # fmt: skip
        total, notes = ZERO, []
        for plan in plans:
            job = next(job for job in self.room.jobs if job.name == plan.job)
            price = Rate(
                int(plan.discount_percent.bottom) - int(plan.discount_percent.top), int(plan.discount_percent.bottom)
            )
            cap = NO_LIMIT if plan.max_percent is None else portion(job.case.facts.pay, plan.max_percent, Rounding.DOWN)
            takes = espp_room(self.law, price, cap)
            total = total + takes
            gain = (
                portion(takes, Rate(int(plan.discount_percent.top), int(price.top)), Rounding.DOWN)
                if price.top
                else ZERO
            )
            notes.append(
                f"{plan.job}: {takes} buys stock worth at least {takes + gain}; sold at once, the {gain} is taxed as pay."
                + (" With the look-back it may be more." if plan.lookback else "")
            )
        why = "Stock bought at a discount and sold at once is a sure gain; the money is back within months and counts again then."
        return self._made("espp", total, why, "IRC §423(b)(8): yearly value of stock, and the plan's cap", *notes)

    def _hsa(self) -> Place:
        hsa = self.wider.hsa
        why = (
            "The only money that is never taxed: not going in, not growing, not when it pays for health. Through payroll it is "
            "free of Social Security and Medicare tax too."
        )
        self.is_pre_tax["hsa"] = True
        if hsa is None:
            return self._made(
                "hsa", None, why, "IRC §223(b)", ask='Add [hsa] with coverage = "self", "family" or "none".'
            )
        if hsa.coverage == "none":
            return self._made(
                "hsa", ZERO, why, "IRC §223(c)", "Not open: it needs an HSA-eligible (high-deductible) health plan."
            )
        person = hsa.person or self.room.jobs[0].person
        age = self.household.people[person].age_at_end_of(self.household.year)
        limit = hsa_limit(self.law, hsa.coverage == "family", age, hsa.months)
        left = hsa_left(limit, hsa.employer, hsa.so_far)
        state = ""
        if self.household.state in ("CA", "NJ"):
            state = f"{self.household.state} taxes contributions and earnings all the same."
        note = f"Limit {limit} for {person}; the employer puts in {hsa.employer}, {hsa.so_far} is in."
        receipts = "Pay health costs from other cash if you can, keep the receipts: they may be paid back tax-free many years later."
        source = f"IRC §223(b); {self.law.hsa_family.cite.ref}"
        return self._made("hsa", left, why, source, note, receipts, state)

    def _deferral(self) -> Place:
        limit = self.law.elective_deferrals.amount
        total, made, before = ZERO, ZERO, ZERO
        for job in self.room.jobs:
            facts = job.case.facts
            total, made, before = (
                total + job.elective_deferral,
                made + facts.deferral_made,
                before + facts.deferral_made,
            )
            if job.case.match_known and "match" in self.said.order:
                need, of = self._needs(job)
                before = before + (need if of is not facts else what_is_left(need, facts.deferral_made))
        left = total - before if total > before else ZERO
        roth = any(job.case.facts.is_roth for job in self.room.jobs)
        self.is_pre_tax["deferral"] = not roth
        kind = "Roth" if roth else "pre-tax"
        none = "" if self._has_pay() else "There is no pay this year to defer from."
        why = f"Up to {limit} a person a year; as {kind} deferral it has its own limit, and leaves the after-tax room as it is."
        return self._made("deferral", left, why, f"IRC §402(g); {self.law.elective_deferrals.cite.ref}",
                          f"{made} is in already." if made > ZERO else "", none)  # fmt: skip

    def _has_pay(self) -> bool:
        return any(job.case.facts.pay > ZERO for job in self.room.jobs)

    def _catch_up(self) -> Place:
        total, made = ZERO, ZERO
        for job in self.room.jobs:
            total = total + job.catch_up
            beyond = job.case.facts.deferral_made - job.elective_deferral
            made = made + (beyond if beyond > ZERO else ZERO)
        held = [job for job in self.room.jobs if job.catch_up_must_be_roth]
        roth = bool(held) or any(job.case.facts.is_roth for job in self.room.jobs)
        self.is_pre_tax["catch-up"] = not roth
        why = "From the year of the 50th birthday a further deferral is allowed, outside the limit on annual additions."
        note = self._why_roth([job for job in held if job.catch_up > ZERO])
        none = "" if total > ZERO else self._no_catch_up(bool(held))
        left = total - made if total > made else ZERO
        return self._made("catch-up", left, why, "IRC §414(v)", note, none)

    def _no_catch_up(self, must_be_roth: bool) -> str:
        ages = [self.household.people[job.person].age_at_end_of(self.household.year) for job in self.room.jobs]
        if all(age < self.law.catch_up_age for age in ages):
            return f"Not open: nobody with a job here is {self.law.catch_up_age} by the end of {self.household.year}."
        if must_be_roth and not any(job.case.plan.roth_deferrals for job in self.room.jobs):
            return "Not open: it would have to be Roth, and the plan has no Roth deferrals."
        return (
            "Not open: there is no pay left to defer."
            if self._has_pay()
            else "There is no pay this year to defer from."
        )

    def _why_roth(self, held: list[JobAnswer]) -> str:
        """Whether the law holds the catch-up of these jobs to Roth, or only caution does."""
        threshold = self.law.roth_catch_up_wages.amount
        stated = [job.name for job in held if job.case.job.last_year_fica_wages is not None]
        if stated:
            return f"It must be Roth: last year's wages at {' and '.join(stated)} were above {threshold}."
        return (
            f"It is taken as Roth, for last year's wages are not stated: at {threshold} or less it may be pre-tax."
            if held
            else ""
        )

    def _ira(self) -> Place:
        total, notes = ZERO, []
        for person in self.ira.people:
            total = total + person.contribution_limit
            if person.contribution_limit == ZERO:
                continue
            done = person.conversion
            if person.back_door is None:
                notes.append(
                    f"{person.name}: {person.contribution_limit}, directly or through the back door; add your income (magi) to know which."
                )
            elif person.back_door == ZERO:
                notes.append(f"{person.name}: {person.contribution_limit} directly.")
            elif done is None:
                notes.append(
                    f"{person.name}: {person.back_door} through the back door; whether the conversion is taxed depends on all "
                    "traditional IRAs, and none is stated."
                )
            elif done.taxed > ZERO:
                notes.append(
                    f"{person.name}: pro-rata check: {done.taxed} of the {done.converted} converted would be taxed, for the "
                    "pre-tax money in other IRAs counts along. Roll that into the 401(k) first."
                )
            else:
                notes.append(
                    f"{person.name}: {person.back_door} through the back door; pro-rata check: nothing is taxed."
                )
        if total == ZERO:
            notes.append("An IRA takes no more than the pay that is taxed, and none is left of it.")
        why = "Roth money whose contributions you may take back at any time, with investments of your choice."
        return self._made(
            "backdoor-roth-ira", total, why, f"IRC §219(b), §408A; {self.law.ira_contribution.cite.ref}", *notes
        )

    def _after_tax(self) -> Place:
        why = "After everything better is full, after-tax money converted to Roth grows without further tax."
        source = "room by law and plan, IRC §415(c): `megaroth room --why`"
        going_on = [job for job in self.room.jobs if not job.case.ended]
        open_jobs = [job for job in going_on if job.may_i == "yes"]
        if not open_jobs:
            asked = any(job.may_i == "ask" for job in going_on)
            note = "Not open until the plan's answers are known." if asked else "Not open: no plan gives a way."
            return self._made("after-tax", None if asked else ZERO, why, source, note,
                              ask="Ask the plan: `megaroth check` writes the letter." if asked else "")  # fmt: skip
        takes = [(job, takes_now(job)) for job in open_jobs]
        unknown = [job.name for job, now in takes if now is None]
        ask = f"Ask for the match formula of {' and '.join(unknown)}: the match uses the same limit." if unknown else ""
        if unknown and len(unknown) == len(takes):
            return self._made("after-tax", None, why, source, ask=ask)
        total, notes = ZERO, list[str]()
        for job, now in takes:
            if now is None:
                continue
            total, left = total + now, _left(job)
            if job.after_tax_so_far > ZERO:
                notes.append(f"{job.name}: {job.after_tax_so_far} is in already.")
            if now < left:
                notes.append(f"{job.name}: the paychecks that are left can bring {now} of {left}.")
        if total == ZERO and not notes:
            notes.append("Law and plan leave no room for it this year.")
        return self._made("after-tax", total, why, source, *notes, ask=ask)

    def _college(self) -> Place:
        wanted = self.said.college
        note = "" if wanted > ZERO else "Nothing is wished; add college to [first]."
        why = "Growth is free of tax if it pays for education; your own retirement cannot be borrowed for, so it comes before."
        return self._made("college-529", wanted, why, "[first] of your file; IRC §529", note)

    def _taxable(self) -> Place:
        why = "What is left: no limit and no lock, but dividends are taxed each year and gains when sold."
        return self._made("taxable", NO_LIMIT, why, "")


def what_is_left(of: Money, used: Money) -> Money:
    """What is left, never below zero. Plain arithmetic: `remaining` is a word of the rules, and these are asked inside of them."""
    return of - used if of > used else ZERO


def takes_now(job: JobAnswer) -> Money | None:
    """What may still go in after tax at an open job: of what is left, as much as the paychecks can bring. None where not known."""
    if job.may_i != "yes" or job.case.ended or job.after_tax_left is None:
        return None
    left = _left(job)
    return left if job.after_tax_in_reach is None else _smaller(left, job.after_tax_in_reach)


def _left(job: JobAnswer) -> Money:
    room, made = ZERO if job.after_tax_room is None else job.after_tax_room, job.after_tax_so_far
    return what_is_left(room, made)


def _whole_dollars(amount: Money) -> Money:
    """Up to the next dollar: the smallest deferral that earns the match may be a cent below a round amount."""
    return Money(-(-int(amount.cents) // 100) * 100)


def _above(one: Rate, other: Rate) -> bool:
    return int(one.top) * int(other.bottom) >= int(other.top) * int(one.bottom)


def _smaller(one: Money, other: Money) -> Money:
    return one if one < other else other


def _larger(one: Money, other: Money) -> Money:
    return one if one > other else other


def _plain(amount: Money | None) -> str | None:
    return None if amount is None else amount.plain()
