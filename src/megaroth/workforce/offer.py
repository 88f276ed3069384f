"""May we offer it? After-tax contributions tried on a census: who would use them, at which cap, and what would go back.

Nothing is known of adoption, so it is varied: a table of adoption by cap, draws about the adoption expected, and the cap
up to which the test is passed. The room of each person is the rules' own; the test is the test of `outcomes.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from megaroth.kit.money import NO_CAP, NO_LIMIT, Money, Rate, Rounding
from megaroth.kit.words import least, portion
from megaroth.law.book import Law
from megaroth.law.s401m_acp import (
    average_ratio,
    contributions_in_acp,
    excess_above_level,
    highest_average,
    match_in_acp,
    passes_test,
    share_of_excess,
    tested_ratio,
)
from megaroth.law.s414q_hce import is_highly_compensated
from megaroth.room.room import find_room
from megaroth.workforce.cells import Column, Flags
from megaroth.workforce.facts import facts_of_rows
from megaroth.workforce.levelling import dollar_levels, ratio_levels
from megaroth.workforce.limits import plan_by_plan, rows_at
from megaroth.workforce.mapping import Mapping
from megaroth.workforce.masking import masked_column
from megaroth.workforce.nondiscrimination import decimals, for_tests
from megaroth.workforce.outcomes import _tie, in_percent
from megaroth.workforce.repeats import Read
from megaroth.workforce.settings import Sponsor
from megaroth.workforce.several import usable
from megaroth.workforce.testing import column_of
from megaroth.workforce.top_paid import with_top_paid


@dataclass(frozen=True, slots=True)
class Adoption:
    """How many would contribute after-tax money, and how much, in percent of pay.

    `others_percent` is what those who are not highly compensated contribute (or the cap, if less); the highly compensated
    who take part contribute up to the cap. `spread` is how far the adoption may be off, in points either way.
    """

    hce: int = 20
    others: int = 5
    others_percent: int = 5
    spread: int = 5
    draws: int = 200


@dataclass(frozen=True, slots=True)
class Pool:
    """The people of one plan as the offer sees them; one entry a person."""

    row: Column
    employee: Any
    is_hce: Flags
    pay: Column
    tested: Column
    """What the ACP test counts of them today: match and so on."""
    match_out: Column
    """Match of it that a safe harbor plan may leave out."""
    room: Column
    """For after-tax money under the law and the plan without its own cap."""
    chance: Any
    """Between 0 and 1: who is below the adoption takes part; from the employee's place, so it never changes."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One field of the table."""

    hce_adoption: int
    cap: int
    """In percent of pay."""
    passes: bool
    hce_average: Rate
    others_average: Rate
    highest: Rate
    refunds: Money
    people_refunded: int
    contributed: Money

    def as_json(self) -> dict[str, Any]:
        """The field as programs read it."""
        return {
            "hce_adoption_percent": self.hce_adoption,
            "cap_percent": self.cap,
            "passes": self.passes,
            "hce_average_percent": in_percent(self.hce_average),
            "others_average_percent": in_percent(self.others_average),
            "highest_percent": in_percent(self.highest),
            "refunds": self.refunds.plain(),
            "people_refunded": self.people_refunded,
            "contributed": self.contributed.plain(),
        }


@dataclass(frozen=True, slots=True)
class Offer:
    """The answer for one plan."""

    plan: str
    year: int
    people: int
    highly_compensated: int
    adoption: Adoption
    table: tuple[Cell, ...]
    highest_cap: int
    """The largest whole percent up to which the test is passed at the adoption expected; 0 where none is."""
    sure_cap: int
    """The largest that passes in nineteen of twenty draws; 0 where none does."""
    at_cap: Cell
    alone: Cell | None
    """The same with the match left out, where a safe harbor plan may."""
    passing_draws: int
    refunds_drawn: tuple[Money, Money, Money]
    """Of the draws at that cap: the lowest, the middle and the highest refund."""
    hce_adoption_edge: int | None
    """The adoption of the highly compensated, in percent, above which the test would fail at that cap."""

    def as_json(self) -> dict[str, Any]:
        """The answer as programs read it."""
        return {
            "plan": self.plan,
            "year": self.year,
            "people": self.people,
            "highly_compensated": self.highly_compensated,
            "adoption": {
                "hce_percent": self.adoption.hce,
                "others_percent": self.adoption.others,
                "others_contribute_percent": self.adoption.others_percent,
                "spread_points": self.adoption.spread,
                "draws": self.adoption.draws,
            },
            "highest_cap_percent": self.highest_cap,
            "sure_cap_percent": self.sure_cap,
            "at_cap": self.at_cap.as_json(),
            "after_tax_alone": None if self.alone is None else self.alone.as_json(),
            "passing_draws": self.passing_draws,
            "refunds_of_draws": [amount.plain() for amount in self.refunds_drawn],
            "hce_adoption_edge_percent": self.hce_adoption_edge,
            "table": [cell.as_json() for cell in self.table],
        }


def pools(
    read: Read, mapping: Mapping, sponsor: Sponsor, progress: Callable[[int], None] = lambda rows: None
) -> dict[int, Pool]:
    """The people of each plan, eligible ones alone, with the room they would have."""
    sponsor = with_top_paid(read, mapping, sponsor)
    mapping = for_tests(mapping)
    parts: dict[int, list[Pool]] = {}
    for part, used, _ in usable(read, mapping, sponsor):
        for places, terms, law in plan_by_plan(used, sponsor):
            few = rows_at(used, places)
            if int(few.year[0]) != sponsor.year:
                continue
            open_to_all = replace(
                terms.finished.plan,
                after_tax_allowed=True,
                after_tax_cap=NO_CAP,
                after_tax_dollar_cap=NO_LIMIT,
                hce_after_tax_cap=NO_CAP,
            )
            facts = replace(facts_of_rows(law, terms, few, sponsor.as_of), after_tax_wanted=NO_LIMIT)
            room = find_room(law, open_to_all, facts)
            length = len(few)
            pay = least(pay=few.money("pay"), limit=law.compensation)
            match = _of_the_year(few, "match", sponsor)
            counted = match_in_acp(Money(match), pay, terms.left_out)
            after_tax = Money(_of_the_year(few, "after_tax", sponsor))
            tested = contributions_in_acp(counted, after_tax, few.money("qualified"), Money(0))
            hce = is_highly_compensated(law, facts.last_year_pay, facts.owns, facts.in_top_paid_group)
            keep = np.flatnonzero(
                np.broadcast_to(few.says("eligible", True), length)
                & (few.values["pay"] > 0)
                & ~np.broadcast_to(few.says("union"), length)
            )
            safe = terms.test.safe_harbor != "none"
            import pyarrow as pa

            parts.setdefault(int(few.plan[0]), []).append(
                Pool(
                    few.rows[keep],
                    few.employee.take(pa.array(keep)),
                    np.broadcast_to(hce, length)[keep],
                    column_of(pay, length)[keep],
                    column_of(tested, length)[keep],
                    (column_of(counted, length) if safe else np.zeros(length, np.int64))[keep],
                    column_of(room.after_tax_room, length)[keep],
                    _chances(few.rows[keep]),
                )
            )
        progress(len(part.batch))
    return {plan: _joined(each) for plan, each in parts.items()}


def _of_the_year(few: Any, name: str, sponsor: Sponsor) -> Column:
    """An amount carried on to the year's end in proportion to pay, where the census says pay so far."""
    so_far = column_of(few.money(name), len(few))
    if "pay_so_far" not in few.values or sponsor.as_of is None:
        return so_far
    earned = few.values["pay_so_far"]
    whole = portion(Money(so_far), Rate(few.values["pay"], np.maximum(earned, 1)), Rounding.HALF_UP)
    return np.where(few.is_known("pay_so_far") & (earned > 0), np.asarray(whole.cents), so_far)


def _joined(parts: list[Pool]) -> Pool:
    from dataclasses import fields

    import pyarrow as pa

    columns = {}
    for field in fields(Pool):
        each = [getattr(part, field.name) for part in parts]
        columns[field.name] = pa.concat_arrays(each) if field.name == "employee" else np.concatenate(each)
    return Pool(**columns)


def _chances(rows: Column) -> Any:
    """A number between 0 and 1 for each row, spread evenly, always the same."""
    mixed = (rows.astype(np.uint64) + np.uint64(0x9E3779B97F4A7C15)) * np.uint64(0xBF58476D1CE4E5B9)
    mixed ^= mixed >> np.uint64(31)
    mixed *= np.uint64(0x94D049BB133111EB)
    return (mixed >> np.uint64(11)).astype(np.float64) / 2.0**53


@dataclass(frozen=True, slots=True)
class _Measured:
    """At one cap: what the test counts of everybody who does not take part, and who does; amounts and ratios in steps."""

    cap: int
    amounts: tuple[Column, Column]
    steps: tuple[Column, Column]
    after_tax: Column


def _measured(law: Law, pool: Pool, adoption: Adoption, cap: int, alone: bool = False) -> _Measured:
    share = np.where(pool.is_hce, cap, min(cap, adoption.others_percent)).astype(np.int64)
    wanted = portion(Money(pool.pay), Rate(share, 100), Rounding.DOWN)
    after_tax = np.asarray(least(wanted=wanted, room=Money(pool.room)).cents)
    without = pool.tested - (pool.match_out if alone else 0)
    amounts = (without, without + after_tax)
    top = int(law.test_precision.top)
    steps = [np.asarray(tested_ratio(law, Money(amount), Money(pool.pay)).top) // top for amount in amounts]
    return _Measured(cap, amounts, (steps[0], steps[1]), after_tax)


def try_out(
    law: Law, pool: Pool, adoption: Adoption, hce_adoption: int, at: _Measured, chance: Any = None
) -> tuple[Cell, Column]:
    """The test if so many of the highly compensated took part up to the cap; and everybody's refund."""
    chance = pool.chance if chance is None else chance
    takes = chance * 100 < np.where(pool.is_hce, hce_adoption, adoption.others)
    step = law.test_precision
    steps = np.where(takes, at.steps[1], at.steps[0])
    averages = []
    for group in (pool.is_hce, ~pool.is_hce):
        people = int(np.count_nonzero(group))
        total = Rate(int(np.sum(steps[group])) * int(step.top), int(step.bottom))
        averages.append(average_ratio(law, total, people) if people else Rate(0, 1))
    highest = highest_average(law, averages[1])
    only = not np.any(~pool.is_hce)
    passes = only or passes_test(averages[0], highest) is True
    refund = np.zeros(len(pool.row), np.int64)
    if not passes:
        amount = np.where(takes, at.amounts[1], at.amounts[0])
        refund[pool.is_hce] = _refunds(law, pool, steps[pool.is_hce], amount[pool.is_hce], highest)
    cell = Cell(
        hce_adoption,
        at.cap,
        passes,
        averages[0],
        averages[1],
        highest,
        Money(int(refund.sum())),
        int(np.count_nonzero(refund)),
        Money(int(at.after_tax[takes].sum())),
    )
    return cell, refund


def _refunds(law: Law, pool: Pool, steps: Any, amount: Column, highest: Rate) -> Column:
    one = np.zeros(len(steps), np.int64)
    most = Rate(np.array([highest.top], np.int64), np.array([highest.bottom], np.int64))
    level = ratio_levels(one, steps, most, law.test_precision)
    ratio = Rate(steps * law.test_precision.top, law.test_precision.bottom)
    cut = Rate(np.asarray(level.top)[one], np.asarray(level.bottom)[one])
    pay = pool.pay[pool.is_hce]
    total = np.asarray(excess_above_level(Money(amount), Money(pay), ratio, cut).cents).sum()
    import pyarrow as pa

    tie = _tie(pool.employee.filter(pa.array(pool.is_hce)))
    at_most, less = dollar_levels(one, amount, np.array([total], np.int64), tie)
    return np.asarray(share_of_excess(Money(amount), Money(at_most[one])).cents) - less


CAPS = (2, 4, 6, 8, 10, 12, 15, 20, 25)
ADOPTIONS = (10, 20, 30, 40, 50, 60, 70, 80, 90, 100)


def offer(
    sponsor: Sponsor, plan: int, pool: Pool, adoption: Adoption, cap: int | None = None, seed: int = 1
) -> tuple[Offer, Column]:
    """The answer for one plan, and everybody's refund at the cap (`cap`, or else the largest that passes)."""
    law = sponsor.law
    at = {most: _measured(law, pool, adoption, most) for most in CAPS}
    table = tuple(try_out(law, pool, adoption, each, at[most])[0] for each in ADOPTIONS for most in CAPS)

    def measured(most: int) -> _Measured:
        if most not in at:
            at[most] = _measured(law, pool, adoption, most)
        return at[most]

    def passes(most: int) -> bool:
        return try_out(law, pool, adoption, adoption.hce, measured(most))[0].passes

    highest = next((most for most in range(50, 0, -1) if passes(most)), 0)
    chosen = (cap or highest) or 1
    at_cap, refunds = try_out(law, pool, adoption, adoption.hce, measured(chosen))
    terms = sponsor.plans[plan]
    alone = None
    if terms.test.safe_harbor != "none":
        alone = try_out(law, pool, adoption, adoption.hce, _measured(law, pool, adoption, chosen, alone=True))[0]
    drawn = _draws(law, pool, adoption, measured(chosen), seed)
    sure = next(
        (
            most
            for most in range(highest, 0, -1)
            if sum(cell.passes for cell in _draws(law, pool, adoption, measured(most), seed)) * 20
            >= adoption.draws * 19
        ),
        0,
    )
    edge = _largest(lambda most: try_out(law, pool, adoption, most, measured(chosen))[0].passes, 100)
    told = sorted(int(cell.refunds.cents) for cell in drawn)
    middle = told[len(told) // 2]
    answer = Offer(
        terms.name,
        sponsor.year,
        len(pool.row),
        int(np.count_nonzero(pool.is_hce)),
        adoption,
        table,
        highest,
        sure,
        at_cap,
        alone,
        sum(cell.passes for cell in drawn),
        (Money(told[0]), Money(middle), Money(told[-1])),
        None if edge == 100 else edge,
    )
    return answer, refunds


def refunds_of_offer(answer: Offer, pool: Pool, amounts: Column, mapping: Mapping) -> Any:
    """Who would give back how much, as a table."""
    import pyarrow as pa

    giving = np.flatnonzero(amounts)
    return pa.table(
        {
            "row": pa.array(pool.row[giving]),
            "employee": masked_column(pool.employee.take(pa.array(giving)), mapping).cast(pa.string()),
            "plan": pa.array([answer.plan] * len(giving), pa.string()),
            "refund": decimals(amounts[giving]),
        }
    )


def _largest(passes: Callable[[int], bool], most: int) -> int:
    """The largest whole number up to `most` below which all pass; more never helps."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if passes(middle) else (low, middle - 1)
    return low


def _draws(law: Law, pool: Pool, adoption: Adoption, at: _Measured, seed: int) -> list[Cell]:
    """Other people taking part, and other adoptions within the spread; the same draws every time."""
    rng = np.random.default_rng(seed)
    found = []
    for _ in range(adoption.draws):
        off = rng.integers(-adoption.spread, adoption.spread + 1, 2)
        hce = int(np.clip(adoption.hce + off[0], 0, 100))
        others = replace(adoption, others=int(np.clip(adoption.others + off[1], 0, 100)))
        found.append(try_out(law, pool, others, hce, at, chance=rng.random(len(pool.row)))[0])
    return found
