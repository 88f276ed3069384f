"""From a household to what the pots need: the years ahead, their taxes, the budget, and how the money is taxed when taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from megaroth.household.model import Household
from megaroth.kit.money import ZERO, Money
from megaroth.law.book import UnknownYear, statutory_number, statutory_rate
from megaroth.law.income_tax import IncomeTax, income_tax_for, income_tax_years
from megaroth.outlook.ahead import YearAhead, path_of
from megaroth.outlook.assumptions import Assumptions
from megaroth.outlook.market import in_dollars, share, to_cents
from megaroth.outlook.of_state import UNKNOWN, Kind, OfState, all_known, at_own_rate, by_tables, known_above, says
from megaroth.outlook.pieces import Tax, flat
from megaroth.outlook.pots import Taking, YearTerms
from megaroth.outlook.strategies import Budget, Debt
from megaroth.outlook.taxes import OnTop, in_todays_dollars, pieces_of
from megaroth.room.answer import JobAnswer
from megaroth.tax.s61_income import Income

_UP_TO = 4_000_000.0
"""Dollars of further income up to which bends of a tax are looked for."""


def tax_tables(household: Household) -> IncomeTax:
    """The income tax of the household's year, or of the last year that has one. Raises `UnknownYear` before the first."""
    years = [year for year in income_tax_years() if year <= household.year]
    if not years:
        raise UnknownYear(f"there are no income tax tables for {household.year} or before")
    return income_tax_for(years[-1], household.filing)


def tables_or_none(household: Household) -> IncomeTax | None:
    """The tax tables for a household; None in years before the first."""
    try:
        return tax_tables(household)
    except UnknownYear:
        return None


@dataclass(frozen=True)
class Setup:
    """One household under one set of assumptions; everything in dollars of the household's year."""

    household: Household
    jobs: tuple[JobAnswer, ...]
    """The main job first."""
    made: Assumptions
    tables: IncomeTax | None
    path: tuple[YearAhead, ...]
    waits: tuple[float, ...]
    """The part of a year between contribution and conversion in the plan of each job."""
    convertible: bool
    made_taxes: dict[tuple[Kind, int], Tax] = field(default_factory=dict)

    @property
    def job(self) -> JobAnswer:
        """The main job."""
        return self.jobs[0]

    @cached_property
    def deflators(self) -> list[float]:
        """What a dollar of each year is worth today, at the assumed inflation."""
        return [(1 + share(self.made.inflation)) ** -ahead for ahead in range(len(self.path))]

    def real(self, amount: Money, ahead: int) -> float:
        """An amount of a year to come, in dollars of today."""
        return in_dollars(amount) * self.deflators[ahead]

    def beside(self, ahead: int) -> Income:
        """What the household is taxed on anyway in a year, in dollars of today; one beyond the last: when it is spent."""
        year = self.path[min(ahead, self.last)]
        old = statutory_number("senior_deduction_age")
        seniors = sum(1 for person in self.household.people.values() if year.year - person.born.year >= old)
        married = self.household.filing == "joint"
        seniors = min(seniors, 2 if married else 1)
        if year.works and ahead <= self.last:
            wages = to_cents(self.real(year.wages, ahead))
            return Income(wages=wages, medicare_wages=wages, aged_or_blind=seniors)
        return Income(retirement_income=self.made.later_income, aged_or_blind=seniors)

    def tax(self, kind: Kind, ahead: int) -> Tax:
        """The tax on further income of a kind in a year."""
        key = kind, ahead
        if key not in self.made_taxes:
            own = self._flat(kind, ahead)
            self.made_taxes[key] = self._engine(kind, ahead) if own is None else own
        return self.made_taxes[key]

    def _flat(self, kind: Kind, ahead: int) -> Tax | None:
        made = self.made
        later = made.rate_now if self._works(ahead) else made.rate_later
        rate = {"ordinary": later, "dividends": made.dividend_tax, "gains": made.gain_tax}[kind]
        return None if rate is None else flat(share(rate))

    def _engine(self, kind: Kind, ahead: int) -> OnTop:
        if self.tables is None:
            raise UnknownYear(f"there are no income tax tables for {self.household.year} or before")
        deflator = self.deflators[min(ahead, self.last)]
        state = self.states[0 if self._works(ahead) else 1]
        tables = in_todays_dollars(self.tables, deflator)
        return OnTop(tables, self.beside(ahead), kind, state.bands(kind, deflator))

    def _works(self, ahead: int) -> bool:
        return ahead <= self.last and self.path[ahead].works

    @cached_property
    def states(self) -> tuple[OfState, OfState]:
        """What the state takes while you work, and later; unknown where its tables do not know the rate of every dollar."""
        own = self.made.state, self.made.state_later
        later = min(self.made.saving_years, self.last)
        aheads = [range(self.made.saving_years), range(later, self.last + 2)]
        found = []
        for rate, years in zip(own, aheads, strict=True):
            age = self.path[min(years[0], self.last)].age
            way = at_own_rate(rate) if rate is not None else self._by_tables(age)
            if way.how == "tables" and not all_known(way, [self._state_income(ahead) for ahead in years]):
                way = replace(UNKNOWN, known_above=known_above(way.gains))
            found.append(way)
        return found[0], found[1]

    @property
    def state_says(self) -> str:
        """What is assumed of the state's tax, in words."""
        own, made = (self.made.state, self.made.state_later), self.made
        if None not in (made.dividend_tax, made.gain_tax, made.rate_now, made.rate_later):
            return "State income tax is in the rates that you give."
        return says(self.household.state, *self.states, own, self.beside(0).wages)

    def _by_tables(self, age: int) -> OfState:
        household = self.household
        return by_tables(household.state, household.filing, household.year, self.made.inflation, age)

    def _state_income(self, ahead: int) -> tuple[Money, float]:
        """The least that the state taxes in a year anyway, a deferral of all that is left taken off."""
        beside, deflator = self.beside(ahead), self.deflators[min(ahead, self.last)]
        income = beside.wages + beside.retirement_income
        if self._works(ahead):
            less = income - to_cents(self.real(self.path[ahead].deferral_left, ahead))
            income = less if less > ZERO else ZERO
        return income, deflator

    def with_pieces(self) -> Setup:
        """The same, with every tax of the engine laid out as straight pieces, for columns of futures."""
        years = range(len(self.path))
        asked: list[tuple[Kind, int]] = [("dividends", ahead) for ahead in years]
        asked += [("ordinary", ahead) for ahead in self._years_with_conversions()]
        asked += [("ordinary", len(self.path)), ("gains", len(self.path))]
        if share(self.made.turnover):
            asked += [("gains", ahead) for ahead in years]
        taxes = {key: self.tax(*key) for key in dict.fromkeys(asked)}
        engine = {key: tax for key, tax in taxes.items() if isinstance(tax, OnTop)}
        pieces = pieces_of(list(engine.values()), _UP_TO)
        return replace(self, made_taxes={**taxes, **dict(zip(engine, pieces, strict=True))})

    def _years_with_conversions(self) -> list[int]:
        return [ahead for ahead, year in enumerate(self.path) if year.after_tax > ZERO or ahead == self.late_at]

    @cached_property
    def late_at(self) -> int:
        """The year in which the late way converts: as said, else the last working year."""
        if self.made.convert_late_in is not None:
            return min(self.made.convert_late_in - self.household.year, len(self.path) - 1)
        return min(self.made.saving_years, len(self.path)) - 1

    @cached_property
    def terms(self) -> list[YearTerms]:
        """The years as the pots take them."""
        lived = 0.5 if self.made.through_the_year else 0.0
        dividends, turnover = share(self.made.dividends), share(self.made.turnover)
        converting = set(self._years_with_conversions())
        return [
            YearTerms(
                lived=lived,
                on_conversion=self.tax("ordinary", ahead) if ahead in converting else flat(0.0),
                on_dividends=self.tax("dividends", ahead) if dividends else flat(0.0),
                on_gains=self.tax("gains", ahead) if turnover else flat(0.0),
                dividends=dividends,
                turnover=turnover,
            )
            for ahead in range(len(self.path))
        ]

    @cached_property
    def last(self) -> int:
        """The last year, counted from 0."""
        return len(self.path) - 1

    @cached_property
    def taking(self) -> Taking:
        """How everything is taxed that is taken after the last year, in equal parts over some years."""
        over, later = self.made.payout_years, len(self.path)
        ordinary, gains = self.tax("ordinary", later), self.tax("gains", later).over_years(over)
        clock = statutory_number("roth_clock")
        young = self.young_parts
        early = max(young, min(max(clock - self.last, 0), over))
        left_at_55 = self.made.work_until_age >= statutory_number("separation_age")
        return Taking(
            on_ordinary=ordinary.over_years(over),
            on_gains=gains,
            on_roth_earnings=ordinary.over_years(early) if early else flat(0.0),
            penalty=share(statutory_rate("early_distribution_tax")),
            roth_early=early / over,
            roth_penalised=young / over,
            plan_penalised=0.0 if left_at_55 else young / over,
            step_up=self.made.step_up,
        )

    @property
    def young_parts(self) -> int:
        """How many of the yearly parts are taken before 59½."""
        return sum(not self.is_old(self.last + part) for part in range(self.made.payout_years))

    def is_old(self, ahead: int) -> bool:
        """Whether the main person is 59½ by the end of a year (which may lie beyond the last)."""
        born, months = self.household.people[self.job.person].born, statutory_number("early_distribution_age")
        return (born.year * 12 + born.month - 1 + months) // 12 <= self.household.year + ahead

    def taking_early(self, ahead: int) -> Taking:
        """How everything is taxed that is taken all at once at the end of a year, 59½ and the clock not waited for."""
        old, clock = self.is_old(ahead), ahead >= statutory_number("roth_clock")
        ordinary = self.tax("ordinary", ahead)
        return Taking(
            on_ordinary=ordinary,
            on_gains=self.tax("gains", ahead),
            on_roth_earnings=ordinary,
            penalty=share(statutory_rate("early_distribution_tax")),
            roth_early=0.0 if old and clock else 1.0,
            roth_penalised=0.0 if old else 1.0,
            plan_penalised=0.0 if old else 1.0,
        )

    @cached_property
    def budget(self) -> Budget:
        """What every way has to spend."""
        amounts = tuple(self.real(year.after_tax, ahead) for ahead, year in enumerate(self.path))
        left = tuple(self.real(year.deferral_left, ahead) for ahead, year in enumerate(self.path))
        deferred, cost = self._pre_tax(amounts, left)
        lived = 0.5 if self.made.through_the_year else 0.0
        closed = self.made.closed_from
        debts = self.household.wider.debts or ()
        return Budget(
            amounts=amounts,
            waits=tuple(min(self._wait(year), lived) for year in self.path),
            lived=lived,
            closed_at=None if closed is None else closed - self.household.year,
            late_at=self.late_at,
            deferral_left=left,
            pre_tax_for=deferred,
            pre_tax_cost=cost,
            debts=tuple(Debt(in_dollars(debt.balance), share(debt.rate_percent)) for debt in debts),
            inflation=share(self.made.inflation),
        )

    def _wait(self, year: YearAhead) -> float:
        """Of all jobs together: each job's money by its own wait."""
        total = int(year.after_tax.cents)
        if not total:
            return self.waits[0]
        return sum(int(amount.cents) * wait for amount, wait in zip(year.of_jobs, self.waits, strict=True)) / total

    def _pre_tax(self, amounts: Sequence[float], left: Sequence[float]) -> tuple[tuple[float, ...], tuple[float, ...]]:
        """Pre-tax deferrals that cost no more take-home pay than the amounts, and what they do cost."""
        deferred, cost = [], []
        for ahead, (amount, room) in enumerate(zip(amounts, left, strict=True)):
            room = min(room, amount * 3)
            if not room or not amount:
                deferred.append(0.0)
                cost.append(0.0)
                continue
            low, high = 0.0, room
            if room - self._saved(ahead, room) > amount:
                for _ in range(40):
                    middle = (low + high) / 2
                    low, high = (middle, high) if middle - self._saved(ahead, middle) <= amount else (low, middle)
                high = low
            whole = in_dollars(to_cents(high))
            deferred.append(whole)
            cost.append(min(whole - self._saved(ahead, whole), amount))
        return tuple(deferred), tuple(cost)

    def _saved(self, ahead: int, deferral: float) -> float:
        """The income tax that a further deferral saves in a year."""
        if self.made.rate_now is not None:
            return deferral * share(self.made.rate_now)
        top = self._engine("ordinary", ahead)
        top = replace(top, state=self.states[0].bands("pay", self.deflators[ahead]))
        wages = top.beside.wages - to_cents(deferral)
        lower = replace(top, beside=replace(top.beside, wages=wages if wages > ZERO else ZERO))
        return in_dollars(lower.in_cents(to_cents(deferral)))


def setup_of(
    household: Household,
    jobs: Sequence[JobAnswer],
    made: Assumptions,
    waits: Sequence[float],
    convertible: bool,
    tables: IncomeTax | None,
) -> Setup:
    """Everything ready to run; the main job first, `waits` in the same order."""
    return Setup(household, tuple(jobs), made, tables, path_of(household, jobs, made), tuple(waits), convertible)
