"""What comes first: the steps for the next dollar, each with its room by the rules and what the household's cash fills.

The order is advice, not law; it is the household's to change. Rooms are law's and the plan's. What is not stated is asked
for: a step whose room is not known takes nothing, and says what would make it known.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from megaroth.household.model import Household
from megaroth.household.outlook_file import USUAL_ORDER, FirstFile, Step
from megaroth.kit.finding import Finding
from megaroth.kit.money import ZERO, Money, Rate
from megaroth.kit.trace import silently
from megaroth.law.income_tax import IncomeTax
from megaroth.outlook.beside import (
    Deferred,
    Vested,
    deferred_pay,
    marginal_rate,
    take_home_cost,
    vested,
)
from megaroth.outlook.places import Book, Place, takes_now, what_is_left
from megaroth.outlook.reasons import Reason
from megaroth.outlook.setup import tables_or_none
from megaroth.room.answer import RoomAnswer, room_answer
from megaroth.room.ira import IraAnswer


@dataclass(frozen=True, slots=True)
class FirstAnswer:
    """The steps in order, and the pay beside the plan."""

    household: Household
    places: tuple[Place, ...]
    into: tuple[tuple[str, Money], ...]
    """Each plan that takes after-tax money now, and how much of it."""
    to_save: Money | None
    left: Money | None
    rate_now: Rate | None
    vests: tuple[Vested, ...]
    deferred: tuple[Deferred, ...]
    roth_or_pre_tax: tuple[Reason, ...]
    findings: tuple[Finding, ...]

    def place(self, step: Step) -> Place | None:
        """One step."""
        return next((place for place in self.places if place.step == step), None)

    def as_json(self) -> dict[str, Any]:
        """The form for programs."""
        return {
            "format": 1,
            "year": self.household.year,
            "to_save": _plain(self.to_save),
            "left": _plain(self.left),
            "marginal_rate": None if self.rate_now is None else str(self.rate_now),
            "steps": [place.as_json() for place in self.places],
            "vests": [each.as_json() for each in self.vests],
            "deferred_pay": [each.as_json() for each in self.deferred],
            "roth_or_pre_tax": [each.as_json() for each in self.roth_or_pre_tax],
            "findings": [finding.as_json() for finding in self.findings],
        }


def first_answer(room: RoomAnswer, ira: IraAnswer, today: datetime.date | None = None) -> FirstAnswer:
    """The next dollar of a household whose room and IRAs are known."""
    from megaroth.outlook.roth_or_pre_tax import sentences

    household, own_findings = room.household, room.findings
    wider = household.wider
    tables = tables_or_none(household)
    said = wider.first or FirstFile()
    room = _wishing_all(room, today)
    book = Book(room, ira, tables, said)
    rooms = [book.place(step) for step in said.order]
    to_save = wider.cash.to_save if wider.cash else None
    with silently():
        filled, left = _fill(rooms, to_save, book)
    rate = None if tables is None else marginal_rate(tables, book.taxed_after)
    return FirstAnswer(
        household,
        tuple(filled),
        tuple((job.plan, most) for job in room.jobs if (most := takes_now(job)) is not None and most > ZERO),
        to_save,
        left,
        rate,
        vested(room, tables),
        deferred_pay(room),
        sentences(room, ira, tables),
        tuple(_findings(household.year, own_findings, said, to_save, tables, bool(wider.vests))),
    )


def _wishing_all(room: RoomAnswer, today: datetime.date | None) -> RoomAnswer:
    """The room of a step is what the rules leave, not what was wished in the file; within reach of the paychecks where the file's was asked."""
    jobs = tuple(
        replace(job, wishes=replace(job.wishes, deferral="max", catch_up="max", after_tax="max"))
        for job in room.household.jobs
    )
    household = replace(room.household, jobs=jobs)
    wished = room_answer(room.law, household, today)
    reach = {job.name: job.after_tax_in_reach for job in room.jobs}
    if all(each is None for each in reach.values()):
        return wished
    if any(one.wishes != other.wishes for one, other in zip(jobs, room.household.jobs, strict=True)):
        # A household without paydays need not load the schedule.
        from megaroth.schedule.answer import schedule_answer
        from megaroth.tax.cash import job_cash

        schedule = schedule_answer(room.law, household, today, partial(job_cash, room.law, household))
        made = {job.name: job.outcome.after_tax for job in schedule.jobs}
        reach = {
            job.name: what_is_left(made[job.name], job.after_tax_so_far) if job.name in made else None
            for job in wished.jobs
        }
    return replace(wished, jobs=tuple(replace(job, after_tax_in_reach=reach[job.name]) for job in wished.jobs))


def _fill(places: list[Place], to_save: Money | None, book: Book) -> tuple[list[Place], Money | None]:
    """Cash goes down the steps; a pre-tax contribution costs less take-home pay than it puts in."""
    if to_save is None:
        return places, None
    left, filled = to_save, []
    for place in places:
        if place.room is None:
            filled.append(replace(place, fills=None))
            continue
        pre_tax = book.is_pre_tax.get(place.step, False) and book.tables is not None
        amount = _most_for(left, place.room, book) if pre_tax else _smaller(left, place.room)
        cost = take_home_cost(book.tables, book.taxed_after, amount) if pre_tax else amount
        if pre_tax:
            wages = book.taxed_after.wages - amount
            book.taxed_after = replace(book.taxed_after, wages=wages if wages > ZERO else ZERO)
        told = {"cash left before it": left, "put in": amount, "less tax saved": amount - cost, "cost": cost}
        because = replace(
            place.because,
            terms={**place.because.terms, **{k: v for k, v in told.items() if k != "less tax saved" or v > ZERO}},
        )
        left = left - cost
        filled.append(replace(place, fills=amount, cost=cost, because=because))
    return filled, left


def _most_for(cash: Money, room: Money, book: Book) -> Money:
    """The largest pre-tax amount within the room that costs no more than the cash, in whole cents."""
    most = _smaller(room, book.taxed_after.wages)
    if take_home_cost(book.tables, book.taxed_after, most) <= cash:
        return most
    low, high = 0, int(most.cents)
    while low < high:
        middle = (low + high + 1) // 2
        if take_home_cost(book.tables, book.taxed_after, Money(middle)) <= cash:
            low = middle
        else:
            high = middle - 1
    return Money(low)


def _findings(
    year: int,
    of_room: tuple[Finding, ...],
    said: FirstFile,
    to_save: Money | None,
    tables: IncomeTax | None,
    vests: bool,
) -> list[Finding]:
    found = [finding for finding in of_room if finding.severity == "error"]
    if to_save is None:
        found.append(
            Finding("to-save-unknown", "info", "What you can put aside this year is not stated, so only the order and the room are shown.",
                    "cash.to_save", "Add [cash] with to_save: take-home dollars of the year before any contribution.")
        )  # fmt: skip
    if tables is None:
        found.append(
            Finding("no-tax-tables", "info", f"There are no income tax tables for {year}: pre-tax money is counted "
                    "dollar for dollar.", "year")
        )  # fmt: skip
    if vests and (tables is None or int(tables.year) != year):
        found.append(
            Finding("vests-not-figured", "info", f"What is due on stock that vests is not figured: there are no tables of {year}.",
                    "vests", "Plan a year whose income tax tables are out.")
        )  # fmt: skip
    order = list(said.order)
    usual = [step for step in USUAL_ORDER if step in order]
    if order != usual:
        found.append(
            Finding("own-order", "info", "The steps stand in your own order, not in the usual one.", "first.order")
        )
    if "match" not in order:
        found.append(
            Finding("match-left-out", "warning", "Your order leaves out the match: that is money the employer would add.",
                    "first.order", 'Put "match" near the top.')
        )  # fmt: skip
    if "after-tax" in order and "match" in order and order.index("after-tax") < order.index("match"):
        found.append(
            Finding("after-tax-before-match", "warning", "Your order puts after-tax money before matched deferrals.",
                    "first.order", 'Put "match" before "after-tax".')
        )  # fmt: skip
    return found


def _smaller(one: Money, other: Money) -> Money:
    return one if one < other else other


def _plain(amount: Money | None) -> str | None:
    return None if amount is None else amount.plain()
