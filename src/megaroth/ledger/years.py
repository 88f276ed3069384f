"""Year by year for one person: basis of traditional IRAs (Form 8606 Part I) and the layers of Roth IRAs (Part III).

These are facts of a whole year: all traditional IRAs are one, all Roth IRAs are one, a year's distributions and
contributions are added up, and what is contributed by the due date for a year belongs to that year.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace

from megaroth.kit.money import ZERO, Money, Rate, Rounding
from megaroth.kit.words import portion
from megaroth.law.book import statutory_number
from megaroth.law.s408_ira_basis import (
    basis_carried_forward,
    ira_basis,
    ira_basis_in_the_year,
    ira_value_for_basis,
    ira_year_end_value,
    taxed_part_of_conversion,
    taxed_part_of_ira_distribution,
    untaxed_part_of_conversion,
)
from megaroth.law.s408A_roth_ira import (
    beyond_regular_contributions,
    conversion_recaptured,
    from_conversion,
    from_earnings,
    from_regular_contributions,
    roth_ira_clock_ended,
    roth_ira_is_qualified,
    taxable_from_roth_ira,
)
from megaroth.ledger.clocks import first_roth_ira_year
from megaroth.ledger.entries import Kind
from megaroth.ledger.model import Balances, Layer, Ledger, Payment, total_of


@dataclass(frozen=True, slots=True)
class IraYear:
    """Traditional IRAs of a person in a year, as Form 8606 Part I sees them (line numbers in brackets)."""

    year: int
    nondeductible: Money
    """[1]"""
    basis_before: Money
    """[2]; what was rolled in from plans is in it."""
    made_after: Money
    """[4]"""
    value: Money
    """[6]"""
    distributed: Money
    """[7]"""
    converted: Money
    """[8]"""
    untaxed_converted: Money
    """[11]"""
    untaxed_distributed: Money
    """[12]"""
    basis_after: Money
    """[14]"""
    taxed_converted: Money
    """[18]"""
    taxed_distributed: Money
    """[15a]"""
    ended: bool
    """Whether the year is over, so that the value of 31 December is known."""


@dataclass(frozen=True, slots=True)
class RothTaking:
    """What one Roth IRA distribution was made of, by the ordering rules."""

    payment: Payment
    amount: Money
    """Without what was put back within 60 days."""
    qualified: bool
    regular: Money
    conversions: tuple[Layer, ...]
    earnings: Money
    taxable: Money
    recaptured: Money
    """Taxed parts of conversions that came out within five years."""
    subject_to_10_percent: Money
    """Income and recaptured parts, unless an exception applies."""


@dataclass(frozen=True, slots=True)
class RothYear:
    """Roth IRAs of a person in a year; `regular_before` is basis in contributions before the year's distributions."""

    year: int
    regular_before: Money
    conversions_before: tuple[Layer, ...]
    takings: tuple[RothTaking, ...]
    regular_left: Money
    layers: tuple[Layer, ...]
    tail: tuple[Layer, ...]
    """Taxed parts of in-plan rollovers inside what is left of regular contributions."""


@dataclass(frozen=True, slots=True)
class PersonYears:
    """All years of a person, from the first that matters to the last."""

    ira: dict[int, IraYear]
    roth: dict[int, RothYear]


def years_of(ledger: Ledger, balances: Balances, owner: str) -> PersonYears:
    """Every year of a person's IRAs, from the first entry to the day the balances are of."""
    years = [inflow.year for inflow in balances.roth_inflows if inflow.owner == owner]
    years += [event.year for event in balances.ira_events if event.owner == owner]
    mine = {a.name for a in ledger.accounts.values() if a.owner == owner}
    years += [payment.on.year for payment in balances.payments if payment.account in mine]
    span = range(min(years, default=balances.through.year), balances.through.year + 1)
    ira: dict[int, IraYear] = {}
    left = ZERO
    for year in span:
        ira[year] = _ira_year(balances, owner, year, left)
        left = ira[year].basis_after
    return PersonYears(ira, _roth_years(ledger, balances, owner, span, ira))


def _ira_year(balances: Balances, owner: str, year: int, left: Money) -> IraYear:
    of_year = [each for each in balances.ira_events if each.owner == owner and each.year == year]
    nondeductible = total_of(each.nondeductible for each in of_year)
    nondeductible = nondeductible if nondeductible > ZERO else ZERO
    made_after = total_of(each.nondeductible for each in of_year if each.on.year > year)
    before = left + total_of(each.rolled_in_basis for each in of_year)
    basis = ira_basis(before, ZERO, nondeductible)
    counted = ira_basis_in_the_year(basis, made_after if made_after > ZERO else ZERO)
    outstanding = total_of(each.outstanding for each in of_year)
    value = ira_year_end_value(balances.ira_values.get((owner, year), ZERO), outstanding, ZERO)
    distributed = total_of(each.distributed for each in of_year)
    converted = total_of(each.converted for each in of_year)
    whole = ira_value_for_basis(value, distributed, converted)
    # Both are shares of one ratio (line 10); what rounding leaves of basis stays (line 14).
    untaxed_converted = untaxed_part_of_conversion(converted, counted, whole)
    rest = basis_carried_forward(counted, untaxed_converted)
    untaxed_distributed = _least(untaxed_part_of_conversion(distributed, counted, whole), rest)
    return IraYear(
        year, nondeductible, before, made_after, value, distributed, converted, untaxed_converted, untaxed_distributed,
        basis_after=basis_carried_forward(basis, untaxed_converted + untaxed_distributed),
        taxed_converted=taxed_part_of_conversion(converted, untaxed_converted),
        taxed_distributed=taxed_part_of_ira_distribution(distributed, untaxed_distributed),
        ended=balances.through >= datetime.date(year, 12, 31),
    )  # fmt: skip


def _least(one: Money, other: Money) -> Money:
    return one if one <= other else other


@dataclass(slots=True)
class _Roth:
    """Basis in Roth IRAs as the years go by."""

    regular: Money
    tail: list[Layer]
    layers: list[Layer]


def _roth_years(
    ledger: Ledger, balances: Balances, owner: str, span: range, ira: dict[int, IraYear]
) -> dict[int, RothYear]:
    state = _Roth(ZERO, [], [])
    mine = {a.name for a in ledger.accounts.values() if a.owner == owner and a.kind == "roth_ira"}
    first = first_roth_ira_year(balances.roth_inflows, owner)
    found = {}
    used: dict[int, tuple[Money, Money]] = {}
    for year in span:
        _take_in(state, balances, owner, year, ira, used)
        payments = [p for p in balances.payments if p.account in mine and p.kind is Kind.DISTRIBUTE]
        for payment in payments:
            if payment.reason == "excess-ira" and (payment.for_year or payment.on.year) == year:
                state.regular = _least_zero(state.regular - payment.basis)
        before, layers = state.regular, tuple(state.layers)
        takings = tuple(
            _take(state, payment, first)
            for payment in payments
            if payment.on.year == year and payment.reason != "excess-ira"
        )
        found[year] = RothYear(year, before, layers, takings, state.regular, tuple(state.layers), tuple(state.tail))
    return found


def _least_zero(amount: Money) -> Money:
    return amount if amount > ZERO else ZERO


def _take_in(
    state: _Roth, balances: Balances, owner: str, year: int, ira: dict[int, IraYear],
    used: dict[int, tuple[Money, Money]],
) -> None:  # fmt: skip
    """A year's contributions and conversions, all of them before the year's distributions (Reg. §1.408A-6, A-9)."""
    for inflow in balances.roth_inflows:
        came = inflow.on.year if inflow.opens else inflow.year
        if inflow.owner != owner or came != year:
            continue
        state.regular = state.regular + inflow.regular
        _merge(state.tail, inflow.tail)
        taxed, untaxed = inflow.taxed, inflow.untaxed
        if inflow.from_ira > ZERO:
            # Each conversion of a year has its share of the year's untaxed part (Form 8606 line 11).
            whole = ira[inflow.from_ira_year]
            converted, given = used.get(inflow.from_ira_year, (ZERO, ZERO))
            converted = converted + inflow.from_ira
            upto = portion(whole.untaxed_converted, Rate(converted.cents, whole.converted.cents), Rounding.HALF_UP)
            taxed, untaxed = inflow.from_ira - (upto - given), upto - given
            used[inflow.from_ira_year] = (converted, upto)
        if taxed + untaxed > ZERO:
            _merge(state.layers, [Layer(inflow.year, taxed, untaxed)])


def _merge(layers: list[Layer], new: Iterable[Layer]) -> None:
    for layer in new:
        same = next((each for each in layers if each.year == layer.year), None)
        if same is None:
            layers.append(layer)
        else:
            both = Layer(layer.year, same.taxed + layer.taxed, same.untaxed + layer.untaxed)
            layers[layers.index(same)] = both
    layers.sort(key=lambda layer: layer.year)


def _take(state: _Roth, payment: Payment, first_year: int | None) -> RothTaking:
    """One distribution through the layers."""
    amount, year, period = payment.amount - payment.rolled, payment.on.year, statutory_number("roth_clock")
    ended = first_year is not None and bool(roth_ira_clock_ended(year, first_year, period))
    qualified = bool(roth_ira_is_qualified(ended, payment.qualified, False))
    regular = from_regular_contributions(amount, state.regular)
    beyond = beyond_regular_contributions(amount, state.regular)
    left, taken = beyond, []
    kept = []
    for layer in state.layers:
        taxed = from_conversion(left, layer.taxed)
        untaxed = from_conversion(left - taxed, layer.untaxed)
        left = left - taxed - untaxed
        kept.append(Layer(layer.year, layer.taxed - taxed, layer.untaxed - untaxed))
        if taxed + untaxed > ZERO:
            taken.append(Layer(layer.year, taxed, untaxed))
    earnings = from_earnings(beyond, total_of(each.taxed + each.untaxed for each in taken))
    taxable = taxable_from_roth_ira(earnings, qualified)
    from_tail = _take_tail(state, regular)
    recaptured = total_of(conversion_recaptured(each.taxed, year, each.year, period) for each in (*taken, *from_tail))
    state.regular = state.regular - regular
    state.layers = [layer for layer in kept if layer.taxed + layer.untaxed > ZERO]
    return RothTaking(
        payment, amount, qualified, regular, tuple(taken), earnings, taxable, recaptured,
        subject_to_10_percent=ZERO if payment.excepted else taxable + recaptured,
    )  # fmt: skip


def _take_tail(state: _Roth, regular: Money) -> list[Layer]:
    """Taxed parts of in-plan rollovers that came in as regular contributions: taken to come out after all others.

    No authority orders regular contributions among themselves; `forms` and `withdraw` say so where it matters.
    """
    exposed = total_of(layer.taxed for layer in state.tail)
    others = _least_zero(state.regular - exposed)
    left = _least_zero(regular - others)
    taken, kept = [], []
    for layer in state.tail:
        part = _least(left, layer.taxed)
        left = left - part
        kept.append(replace(layer, taxed=layer.taxed - part))
        if part > ZERO:
            taken.append(Layer(layer.year, part, ZERO))
    state.tail = [layer for layer in kept if layer.taxed > ZERO]
    return taken
