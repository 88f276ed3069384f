"""The payroll simulator: elections in, contributions out, paycheck by paycheck and to the cent.

Knows the order in which payroll applies the plan's terms (docs/how-payroll-is-computed.md); the match comes from the same
rules as the room. Refuses to judge: it says what payroll would do, also where that breaks a limit (`audit.py` judges).
Within the year it reckons in bare cents: a schedule is searched by running many years.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import NamedTuple, TypeAlias

from megaroth.household.pay import Election, Paycheck, Share
from megaroth.kit.money import NO_LIMIT, ZERO, Money, Rate, Rounding
from megaroth.kit.trace import silently
from megaroth.kit.words import least, portion, remaining
from megaroth.plan.match import employer_match, matched_contributions, tier_width, tiers_match
from megaroth.plan.model import Tier
from megaroth.schedule.year import JobYear


class Line(NamedTuple):
    """One paycheck: what went where. In cents until asked: a schedule is searched by running many years."""

    paycheck: Paycheck
    cents: tuple[int, int, int, int, int, int]
    """Pre-tax, Roth, catch-up, after-tax, match, excess."""

    @property
    def pre_tax(self) -> Money:
        """Deferred before tax, with what is beyond every limit."""
        return Money(self.cents[0])

    @property
    def roth(self) -> Money:
        """Deferred as Roth, with what is beyond every limit."""
        return Money(self.cents[1])

    @property
    def catch_up(self) -> Money:
        """Catch-up."""
        return Money(self.cents[2])

    @property
    def after_tax(self) -> Money:
        """After-tax contribution."""
        return Money(self.cents[3])

    @property
    def match(self) -> Money:
        """Credited on that day."""
        return Money(self.cents[4])

    @property
    def excess(self) -> Money:
        """What of pre-tax and Roth is beyond every limit."""
        return Money(self.cents[5])


@dataclass(frozen=True, slots=True)
class Outcome:
    """The year as it ends, year to date included."""

    lines: tuple[Line, ...]
    deferral: Money
    """Regular deferrals; what was withheld beyond every limit is `excess`."""
    catch_up: Money
    excess: Money
    after_tax: Money
    match: Money
    """Credited within the year."""
    true_up: Money
    """The yearly match or true-up, paid in after the year's end."""
    true_up_possible: Money
    """A true-up of which it is not known whether it will come: it is not counted on, but room is kept for it."""
    formula: Money
    """What the formula gives for the year's pay and contributions, however they were spread."""
    pay: Money
    matched: Money

    @property
    def additions(self) -> Money:
        """Annual additions of the year, catch-up left out, a possible true-up counted in."""
        return self.deferral + self.excess + self.after_tax + self.match + self.true_up + self.true_up_possible


def simulate(year: JobYear, elections: Sequence[Election]) -> Outcome:
    """What payroll does with one election for every paycheck of the year."""
    return Simulator(year).run(elections)


def amount_of(pay: Money, share: Share) -> Money:
    """What an election takes from a paycheck: a percentage rounded to the cent, halves up, or dollars up to the pay."""
    return least(pay=pay, dollars=share) if isinstance(share, Money) else portion(pay, share, Rounding.HALF_UP)


def _cents(money: Money) -> int:
    return money.cents  # type: ignore[return-value]  # one person's amount is no column


def _taken(pay: int, share: Share) -> int:
    """`amount_of` in cents."""
    if isinstance(share, Money):
        return min(pay, _cents(share))
    top, bottom = share.top, share.bottom
    return (2 * pay * top + bottom) // (2 * bottom) if top else 0  # type: ignore[return-value]


def _capped(pay: int, rate: Rate) -> int:
    """A plan's cap on one paycheck, cents dropped; no limit where it sets none."""
    return pay * rate.top // rate.bottom if rate.top >= 0 else _NO_LIMIT  # type: ignore[return-value]


_NO_LIMIT = _cents(NO_LIMIT)


class Simulator:
    """One job's payroll: the terms that never change, and the year to date while its year runs.

    It may run the year as often as one likes; what the same paychecks asked of the same formula is remembered.
    """

    def __init__(self, year: JobYear) -> None:
        self.year, self.plan, self.payroll = year, year.plan, year.payroll
        limits, plan = year.limits, year.plan
        self.deferral_limit = _cents(limits.deferral if year.told else limits.payroll_deferral)
        self.catch_up_limit = _cents(limits.catch_up if year.told else limits.payroll_catch_up)
        self.additions_limit = _cents(limits.payroll_additions)
        self.countable = _cents(limits.countable)
        self.takes_roth = plan.roth_deferrals is True
        self.matches_roth = plan.match_on_roth is True
        self.matches_after_tax = plan.match_on_after_tax is True
        self.matches_catch_up = plan.match_on_catch_up is True and (self.matches_roth or not year.catch_up_is_roth)
        self.takes_after_tax = plan.after_tax_allowed is True
        self.stops_deferrals = "deferrals" in year.payroll.stops
        self.stops_additions = "annual-additions" in year.payroll.stops
        self.stops_caps = "plan-caps" in year.payroll.stops
        self.is_yearly, self.is_quarterly = self.payroll.period == "year", self.payroll.period == "quarter"
        self.spreads = self.payroll.cap_mode == "spread"
        self.has_dollar_tiers = any(tier.dollars < NO_LIMIT for tier in (*plan.match, *plan.match_alternative))
        self.has_tiers_only = not plan.match_alternative and not plan.match_steps and plan.match_pay_cap.top < 0
        self.dollar_cap = _cents(plan.match_dollar_cap)
        self.uncapped = plan if plan.match_dollar_cap == NO_LIMIT else replace(plan, match_dollar_cap=NO_LIMIT)
        self.formulas: dict[tuple[int, int], int] = {}
        self.elected: dict[tuple[int, int], tuple[Election, _Elected]] = {}
        self.closing = self._closing()

    def run(self, elections: Sequence[Election]) -> Outcome:
        """Every paycheck, then the year's end."""
        with silently():
            self._begin()
            paychecks = zip(self.year.paychecks, elections, self.closing, strict=True)
            return self._closed(tuple([self._paycheck(*each) for each in paychecks]))

    def _begin(self) -> None:
        """The till as the pay stub left it."""
        self.deferral, self.catch_up, self.excess, self.after_tax, self.match = self.put_in
        self.matched, self.pay = self.matched_before, _cents(self.year.made.pay)
        self.period_pay = self.period_matched = 0
        self.used = [ZERO] * len(self.plan.match)
        self.used_alternative = [ZERO] * len(self.plan.match_alternative)
        self._use(min(self.pay, self.countable), self.matched)

    @cached_property
    def put_in(self) -> tuple[int, int, int, int, int]:
        """Year to date: regular deferrals, catch-up, what is beyond both, after-tax, match."""
        made = self.year.made
        deferred = _cents(made.pre_tax + made.roth)
        deferral = min(deferred, self.deferral_limit)
        catch_up = min(deferred - deferral, self.catch_up_limit)
        return deferral, catch_up, deferred - deferral - catch_up, _cents(made.after_tax), _cents(made.match)

    @cached_property
    def matched_before(self) -> int:
        """Matched contributions of the year to date; all pay so far is taken to be matched pay."""
        deferral, catch_up, excess, after_tax, _ = self.put_in
        roth = 0 if self.matches_roth else min(_cents(self.year.made.roth), deferral)
        own = Money(deferral - roth + excess), Money(catch_up), Money(after_tax)
        return _cents(matched_contributions(self.plan, *own, False))

    def _closing(self) -> list[bool]:
        """Whether a paycheck is the last of its quarter."""
        quarters = [(paycheck.date.month - 1) // 3 for paycheck in self.year.paychecks]
        return [a != b for a, b in zip(quarters, [*quarters[1:], None], strict=False)]

    def _asked(self, pay: int, election: Election) -> _Elected:
        """What an election asks of a paycheck before any limit of the year."""
        key = (pay, id(election))
        if key in self.elected:  # the election is kept beside it, so that its id stays its own
            return self.elected[key][1]
        plan = self.plan
        most = min(_capped(pay, plan.deferral_cap), pay)
        pre_tax = min(_taken(pay, election.pre_tax), most)
        roth = min(_taken(pay, election.roth), most - pre_tax) if self.takes_roth else 0
        separate = self.payroll.separate_catch_up
        own_catch_up = min(_taken(pay, election.catch_up), pay - pre_tax - roth) if separate else 0
        after_tax = _taken(pay, election.after_tax) if self.takes_after_tax else 0
        cap = min(
            _capped(pay, plan.after_tax_cap), _capped(pay, plan.hce_after_tax_cap) if self.year.is_hce else _NO_LIMIT
        )
        asked = (pre_tax, roth, own_catch_up, after_tax, cap, _capped(pay, plan.combined_cap))
        self.elected[key] = (election, asked)
        return asked

    def _paycheck(self, paycheck: Paycheck, election: Election, closes: bool) -> Line:
        pay = _cents(paycheck.pay)
        pre_tax, roth, own_catch_up, after_tax, cap, combined_cap = self._asked(pay, election)
        if not (pre_tax or roth or own_catch_up or after_tax):
            return self._nothing(paycheck, pay, closes)
        under_pre, under_roth, catch_up, excess, spilled = pre_tax, roth, 0, 0, 0
        if own_catch_up or pre_tax + roth > self.deferral_limit - self.deferral:
            under_pre, under_roth, catch_up, excess, spilled = self._under_limits(pre_tax, roth, own_catch_up)
        additions_left, match_on = 0, partial(self._match_on, paycheck, catch_up, closes)
        if self.stops_additions:
            put_in = self.deferral + self.excess + self.after_tax + self.match
            additions_left = max(self.additions_limit - put_in, 0)
            under_pre, under_roth, excess = _that_fit(under_pre, under_roth, excess, additions_left, match_on)
        deferred = under_pre + under_roth + excess
        if self.takes_after_tax and (spilled or after_tax):
            after_tax = min(after_tax + spilled, cap, combined_cap - deferred, pay - deferred - catch_up)
            if self.stops_caps:
                limits = self.year.limits
                put_in = self.deferral + self.after_tax + deferred
                after_tax = min(after_tax, _cents(limits.after_tax) - self.after_tax, _cents(limits.combined) - put_in)
            after_tax = max(after_tax, 0)
            if self.stops_additions:
                match_on = partial(match_on, under_pre, under_roth, excess)
                after_tax = self._that_fits(after_tax, additions_left - deferred, match_on)
        matched = self._counted(under_pre, under_roth, catch_up, excess, after_tax) if paycheck.matched else 0
        self.deferral += under_pre + under_roth
        self.catch_up += catch_up
        self.excess += excess
        self.after_tax += after_tax
        match = self._credited(paycheck.matched, pay, matched, closes)
        over_pre = min(excess, pre_tax - under_pre)
        roth = under_roth + excess - over_pre
        return Line(paycheck, (under_pre + over_pre, roth, catch_up, after_tax, match, excess))

    def _match_on(
        self, paycheck: Paycheck, catch_up: int, closes: bool, pre_tax: int, roth: int, excess: int, after_tax: int
    ) -> int:
        """The match that a paycheck would be credited with."""
        if not paycheck.matched:
            return self._match(0, 0, closes)
        return self._match(_cents(paycheck.pay), self._counted(pre_tax, roth, catch_up, excess, after_tax), closes)

    def _under_limits(self, pre_tax: int, roth: int, own_catch_up: int) -> tuple[int, int, int, int, int]:
        """Pre-tax and Roth under the limit, catch-up, what is withheld beyond every limit, and what spills over."""
        left = max(self.deferral_limit - self.deferral, 0)
        under_pre = min(pre_tax, left)
        under_roth = min(roth, left - under_pre)
        over = (pre_tax - under_pre) + (roth - under_roth)
        catch_up_left = max(self.catch_up_limit - self.catch_up, 0)
        going_on = 0 if self.payroll.separate_catch_up else min(over, catch_up_left)
        own = min(own_catch_up, catch_up_left - going_on)
        cut = over - going_on
        if self.payroll.spillover:
            return under_pre, under_roth, going_on + own, 0, cut
        excess = 0 if self.stops_deferrals else cut + (own_catch_up - own)
        return under_pre, under_roth, going_on + own, excess, 0

    def _counted(self, pre_tax: int, roth: int, catch_up: int, excess: int, after_tax: int) -> int:
        """The matched contributions of a paycheck that is matched."""
        return (
            pre_tax
            + excess
            + (roth if self.matches_roth else 0)
            + (catch_up if self.matches_catch_up else 0)
            + (after_tax if self.matches_after_tax else 0)
        )

    def _nothing(self, paycheck: Paycheck, pay: int, closes: bool) -> Line:
        """A paycheck on which nothing is elected; it may still close a quarter."""
        match = self._credited(paycheck.matched, pay, 0, closes)
        return Line(paycheck, (0, 0, 0, 0, match, 0))

    def _credited(self, is_matched: bool, pay: int, matched: int, closes: bool) -> int:
        """The match of a paycheck, which is then part of the year."""
        own_pay = pay if is_matched else 0
        match = self._match(own_pay, matched, closes)
        self.match += match
        self.matched += matched
        self._enter(own_pay, matched, is_matched, closes)
        return match

    def _that_fits(self, wanted: int, left: int, match_on: Callable[[int], int]) -> int:
        """After-tax money as far as it and the match on it fit: the fixed point, to the cent."""
        if not self.matches_after_tax:
            return min(wanted, max(left - match_on(0), 0))
        return _largest(wanted, lambda more: more + match_on(more) <= left)

    def _formula(self, pay: int, matched: int) -> int:
        """The plan's formula without its yearly cap in dollars; the same paychecks ask it the same."""
        if not matched and not self.plan.match_steps:
            return 0  # tiers match what is contributed
        key = (pay, matched)
        if key not in self.formulas:
            asked = Money(pay), Money(matched), self.year.service
            formula = (
                tiers_match(self.plan.match, *asked) if self.has_tiers_only else employer_match(self.uncapped, *asked)
            )
            self.formulas[key] = _cents(formula)
        return self.formulas[key]

    def _match(self, own_pay: int, own_matched: int, closes: bool) -> int:
        """The match credited with this paycheck: its own, or that of the quarter it closes."""
        if self.is_yearly or (self.is_quarterly and not closes):
            return 0
        pay = self.period_pay + own_pay
        contributed = self.period_matched + own_matched
        if not self.spreads:
            pay = min(pay, max(self.countable - (self.pay - self.period_pay), 0))
        if self.has_dollar_tiers:
            left = replace(
                self.uncapped,
                match=_tiers_left(self.plan.match, self.used),
                match_alternative=_tiers_left(self.plan.match_alternative, self.used_alternative),
            )
            match = _cents(employer_match(left, Money(pay), Money(contributed), self.year.service))
        else:
            match = self._formula(pay, contributed)
        match = min(match, max(self.dollar_cap - self.match, 0))
        if self.spreads:
            of_year = min(self._formula(self.countable, self.matched + own_matched), self.dollar_cap)
            match = min(match, max(of_year - self.match, 0))
        return match

    def _use(self, pay: int, matched: int) -> None:
        """Tiers in dollars are taken up by a period's contributions."""
        if self.has_dollar_tiers:
            _use(self.plan.match, self.used, Money(pay), Money(matched))
            _use(self.plan.match_alternative, self.used_alternative, Money(pay), Money(matched))

    def _enter(self, pay: int, matched: int, is_matched: bool, closes: bool) -> None:
        if not is_matched:
            if closes:
                self.period_pay = self.period_matched = 0
            return
        self.pay += pay
        if self.is_quarterly and not closes:
            self.period_pay += pay
            self.period_matched += matched
            return
        if self.has_dollar_tiers and not self.is_yearly:
            self._use(self.period_pay + pay, self.period_matched + matched)
        self.period_pay = self.period_matched = 0

    def _closed(self, lines: tuple[Line, ...]) -> Outcome:
        """The year's end: the formula on the whole year, and what of it is still paid in afterwards."""
        payroll = self.payroll
        formula = min(self._formula(min(self.pay, self.countable), self.matched), self.dollar_cap)
        missing = Money(max(formula - self.match, 0))
        comes = payroll.period == "year" or payroll.trues_up
        kept = self.year.stays or payroll.true_up_if_gone
        unknown = "true_up" in payroll.unknown and not comes
        gone_unknown = comes and not kept and "true_up_last_day" in payroll.unknown
        return Outcome(
            lines=lines,
            deferral=Money(self.deferral),
            catch_up=Money(self.catch_up),
            excess=Money(self.excess),
            after_tax=Money(self.after_tax),
            match=Money(self.match),
            true_up=missing if comes and kept else ZERO,
            true_up_possible=missing if unknown or gone_unknown else ZERO,
            formula=Money(formula),
            pay=Money(self.pay),
            matched=Money(self.matched),
        )


MatchOn: TypeAlias = Callable[[int, int, int, int], int]
_Elected: TypeAlias = tuple[int, int, int, int, int, int]
"""Pre-tax, Roth, own catch-up, after-tax, its cap, and the combined cap of one paycheck."""


def _that_fit(pre_tax: int, roth: int, excess: int, left: int, match_on: MatchOn) -> tuple[int, int, int]:
    """Deferrals as far as they and their match fit under the annual additions left: Roth is cut before pre-tax."""
    excess = min(excess, max(left - pre_tax - roth, 0))

    def fits(deferral: int) -> bool:
        pre = min(pre_tax, deferral)
        return deferral + excess + match_on(pre, deferral - pre, excess, 0) <= left

    deferral = _largest(pre_tax + roth, fits)
    pre = min(pre_tax, deferral)
    return pre, deferral - pre, excess


def _largest(upto: int, fits: Callable[[int], bool]) -> int:
    """The largest whole cents that fit; nothing where none do."""
    if fits(upto):
        return upto
    low, high = 0, max(upto - 1, 0)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(middle) else (low, middle - 1)
    return low


def _tiers_left(tiers: tuple[Tier, ...], used: list[Money]) -> tuple[Tier, ...]:
    """Tiers with a width in dollars are of the year: what earlier periods took up is gone."""
    return tuple(
        replace(tier, dollars=remaining(of=tier.dollars, used=gone)) if tier.dollars is not NO_LIMIT else tier
        for tier, gone in zip(tiers, used, strict=True)
    )


def _use(tiers: tuple[Tier, ...], used: list[Money], pay: Money, matched: Money) -> None:
    reaching = matched
    for number, tier in enumerate(_tiers_left(tiers, used)):
        taken = least(reaching=reaching, width=tier_width(tier, pay))
        used[number] = used[number] + taken
        reaching = reaching - taken
