"""What the household's state takes of what the money earns: your own rate, else the state's dated tables, else nothing, and that is said.

The tables are those of a conversion (`law/limits/state`). Dividends and gains are taxed by them too, but in the few states named
here. Refuses to bridge a stretch whose rate the book does not know: then nothing is counted.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, TypeAlias

from megaroth.kit.money import NO_LIMIT, NONE, ZERO, Money, Rate, Rounding
from megaroth.kit.words import portion
from megaroth.law.book import Filing, statutory_rate
from megaroth.law.income_tax import Band, Bands
from megaroth.law.rates_of_states import WITHOUT_INCOME_TAX, StateTax, state_tax_for, state_years, states_of

Kind: TypeAlias = Literal["ordinary", "dividends", "gains"]
"""Income from a plan, and what a taxable account brings."""
How: TypeAlias = Literal["own", "tables", "none", "unknown"]

_OTHERWISE = {"IL": "illinois_income_tax", "PA": "pennsylvania_income_tax"}
"""States that tax dividends and gains at one rate of all income, and no conversion."""
_DEFERRALS_TAXED = ("PA",)
"""States in which a pre-tax deferral saves nothing."""
_GAINS_IN_PART = {"AZ": "arizona_share_of_gains_taxed"}
_CREDITS_FOR_THE_OLD = ("OH", "UT")
"""States whose relief for the old is a credit; of others the tables name an age or an amount."""
_FREE_LATER = ("IA",)
"""States that tax nothing of what is taken from a plan from the age on that their tables name."""


def flat_bands(rate: Rate) -> Bands:
    """One rate on every dollar."""
    return (Band(ZERO, NO_LIMIT, rate),) if rate.top else ()


@dataclass(frozen=True, slots=True)
class OfState:
    """A state's tax on further income of each kind, in dollars of the household's year, and how it was found."""

    how: How
    ordinary: Bands = ()
    dividends: Bands = ()
    gains: Bands = ()
    pay: Bands = ()
    """On pay: what a pre-tax deferral saves."""
    moves: bool = True
    """Whether the edges of the brackets move with prices: in the newest tables they are then still those of the year before."""
    year: int | None = None
    """The year of the tables."""
    leaves_out: bool = False
    """Whether the state leaves out a part of retirement income that is not counted here."""
    known_above: Money | None = None
    """Where nothing is counted: the income from which on its tables would know every rate, if there is one."""

    def bands(self, kind: Kind | Literal["pay"], deflator: float) -> Bands:
        """The bands of a kind in a year to come: what does not move with prices has lost value."""
        found: Bands = getattr(self, kind)
        return found if self.moves else tuple(_smaller(band, deflator) for band in found)


UNKNOWN = OfState("unknown")


def at_own_rate(rate: Rate) -> OfState:
    """Your own flat rate, on everything."""
    return OfState("own", *(flat_bands(rate),) * 4)


def by_tables(state: str | None, filing: Filing, year: int, inflation: Rate, age: int = 0) -> OfState:
    """By the tables of the year, or of the last year before it that has some; `age` from which the money is taken."""
    if state in WITHOUT_INCOME_TAX:
        return OfState("none")
    years = [each for each in state_years() if each <= year]
    found = state_tax_for(years[-1], state, filing) if state and years else None
    if found is None:
        return UNKNOWN
    bands = _moved(found, inflation)
    if bands is None:
        return UNKNOWN
    other = flat_bands(statutory_rate(_OTHERWISE[found.state])) if found.state in _OTHERWISE else bands
    gains = _in_part(other, statutory_rate(_GAINS_IN_PART[found.state])) if found.state in _GAINS_IN_PART else other
    free = found.state in _FREE_LATER and found.below_age is not None and age >= found.below_age
    newest = state_tax_for(state_years()[-1], found.state, filing)
    moves = newest is not None and bool(newest.edges_may_rise.top)
    pay = bands if found.state in _DEFERRALS_TAXED else other
    relieves = found.below_age is not None or found.retirement_exclusion > ZERO or found.state in _CREDITS_FOR_THE_OLD
    leaves_out = bool(relieves) and found.state not in _FREE_LATER
    return OfState("tables", () if free else bands, other, gains, pay, moves, years[-1], leaves_out)


def known_from(bands: Bands, income: Money) -> bool:
    """Whether the rate of every dollar above an income is known."""
    reached = income
    for band in bands:
        if band.over <= reached < band.up_to:
            reached = band.up_to
    return bool(reached >= NO_LIMIT)


def known_above(bands: Bands) -> Money | None:
    """The income from which on every rate is known, if there is one."""
    least = None
    for band in reversed(bands):
        if band.up_to < (NO_LIMIT if least is None else least):
            break
        least = band.over
    return least


def has_tables(state: str | None, year: int) -> bool:
    """Whether the book has rates of the state, or knows that it has no income tax."""
    years = [each for each in state_years() if each <= year]
    return state in WITHOUT_INCOME_TAX or (bool(years) and state in states_of(years[-1]))


def _moved(found: StateTax, inflation: Rate) -> Bands | None:
    """Edges that are those of the year before, moved by a year's assumed inflation; None where an edge cannot be placed."""
    if not found.edges_may_rise.top:
        return found.bands
    bands = list(found.bands)
    for at, (below, above) in enumerate(pairwise(found.bands)):
        # Only the edge moves; a band's other end is seen to in its turn.
        edge = below.up_to + portion(below.up_to, inflation, Rounding.HALF_UP)
        edge = edge if edge < above.over else above.over
        bands[at] = Band(bands[at].over, edge, below.rate)
        bands[at + 1] = Band(edge, above.up_to, above.rate)
    return tuple(bands)


def _in_part(bands: Bands, part: Rate) -> Bands:
    return tuple(Band(band.over, band.up_to, band.rate * part) for band in bands)


def _smaller(band: Band, deflator: float) -> Band:
    over, up_to = (
        each if each >= NO_LIMIT or each == ZERO else Money(round(int(each.cents) * deflator))
        for each in (band.over, band.up_to)
    )
    return Band(over, up_to, band.rate)


def first_rate(bands: Bands, income: Money) -> Rate:
    """The rate on the next dollar."""
    return next((band.rate for band in bands if band.over <= income < band.up_to), NONE)


def all_known(way: OfState, incomes: Iterable[tuple[Money, float]]) -> bool:
    """Whether every rate above these incomes (each with its year's deflator) is known."""
    return all(
        known_from(way.bands(kind, deflator), income)
        for income, deflator in incomes
        for kind in ("ordinary", "dividends", "gains")
        if way.bands(kind, deflator)
    )


def says(state: str | None, now: OfState, later: OfState, own: tuple[Rate | None, Rate | None], income: Money) -> str:
    """What is assumed of the state's income tax; silence would look like certainty. `income`: what it taxes now anyway."""
    if own[0] is not None:
        after = "" if own[1] == own[0] else f", and {own[1]} when the money is spent"
        return f"The state taxes dividends, gains and converted earnings at {own[0]}{after}, as you say."
    if now.how == "none":
        gains = " (its tax on gains of some hundred thousands a year is not counted)" if state == "WA" else ""
        return f"{state} has no income tax{gains}."
    ask = "write state_percent in [outlook] (a taxable account then looks worse)"
    if now.how == "unknown" and later.how == "unknown":
        if state is None:
            return f"State income tax is not counted, for the file names no state: add one, or {ask}."
        return f"Income tax of {state} is not counted, for {_not_known(now)}: {ask}."
    if now.how == "unknown":
        return f"Income tax of {state} is counted only when the money is spent: for some year of work {_not_known(now)}; for those years {ask}."
    dividends, plan = (first_rate(now.bands(kind, 1.0), income) for kind in ("dividends", "ordinary"))
    rates = f"{dividends}" if dividends == plan else f"{dividends} on dividends and {plan} on converted earnings"
    edges = "edges moved with inflation" if now.moves else "edges as they stand"
    told = f"{state} taxes by its brackets of {now.year}, {edges}: {rates} on the next dollar now."
    if later.how == "own":
        return f"{told} When the money is spent: {own[1]}, as you say."
    if later.how == "unknown":
        return f"{told} When the money is spent it is not counted, for {_not_known(later)}: write state_later_percent."
    if now.leaves_out:
        told += " What it leaves out of retirement income is not counted"
        return f"{told}; if you will live elsewhere then, write state_later_percent."
    return f"{told} If you will live elsewhere when the money is spent, write state_later_percent."


def _not_known(way: OfState) -> str:
    if way.known_above is None or not way.known_above > ZERO:
        return "the book does not know its rate at every income"
    return f"the book knows its rates only for incomes above {way.known_above}, and yours would be below"
