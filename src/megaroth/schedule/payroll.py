"""The payroll simulator: elections in, contributions out, cheque by cheque and to the cent.

Knows the order in which payroll applies the plan's terms (docs/how-payroll-is-computed.md); amounts come from the same
rules as the room. Refuses to judge: it says what payroll would do, also where that breaks a limit (`audit.py` judges).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from megaroth.household.pay import Cheque, Election, Share
from megaroth.kit.money import NO_LIMIT, ZERO, Money, Rounding
from megaroth.kit.trace import silently
from megaroth.kit.words import cap, largest_that_fits, least, portion, remaining
from megaroth.plan.caps import hce_after_tax_cap
from megaroth.plan.match import employer_match, matched_contributions, tier_width
from megaroth.plan.model import Tier
from megaroth.schedule.year import JobYear


@dataclass(frozen=True, slots=True)
class Line:
    """One cheque: what went where. `match` is what was credited on that day; `excess` is within pre-tax and Roth."""

    cheque: Cheque
    pre_tax: Money
    roth: Money
    catch_up: Money
    after_tax: Money
    match: Money
    excess: Money = ZERO


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


@dataclass(slots=True)
class _Till:
    """Year to date while the year runs."""

    pay: Money
    deferral: Money
    catch_up: Money
    after_tax: Money
    match: Money
    matched: Money
    excess: Money = ZERO
    period_pay: Money = ZERO
    period_matched: Money = ZERO
    used: list[Money] = field(default_factory=list)
    used_alternative: list[Money] = field(default_factory=list)


def simulate(year: JobYear, elections: Sequence[Election]) -> Outcome:
    """What payroll does with one election for every cheque of the year."""
    with silently():
        till = _opened(year)
        pairs = zip(year.cheques, elections, _closing(year), strict=True)
        lines = tuple(_cheque(year, till, cheque, election, closes) for cheque, election, closes in pairs)
        return _closed(year, till, lines)


def amount_of(pay: Money, share: Share) -> Money:
    """What an election takes from a cheque: a percentage rounded to the cent, halves up, or dollars up to the pay."""
    return least(pay=pay, dollars=share) if isinstance(share, Money) else portion(pay, share, Rounding.HALF_UP)


def _opened(year: JobYear) -> _Till:
    """The till as the pay stub left it. All pay so far is taken to be matched pay."""
    made, plan = year.made, year.plan
    before, over = _split(made.pre_tax + made.roth, _payroll_deferral(year))
    catch_up = least(over=over, limit=_payroll_catch_up(year))
    excess = over - catch_up
    roth = least(roth=made.roth, deferral=before)
    counted = before if plan.match_on_roth is True else before - roth
    matched = matched_contributions(plan, counted + excess, catch_up, made.after_tax, False)
    till = _Till(made.pay, before, catch_up, made.after_tax, made.match, matched, excess)
    till.used = [ZERO] * len(plan.match)
    till.used_alternative = [ZERO] * len(plan.match_alternative)
    countable = least(pay=made.pay, limit=year.limits.countable)
    _use(plan.match, till.used, countable, matched)
    _use(plan.match_alternative, till.used_alternative, countable, matched)
    return till


def _split(amount: Money, limit: Money) -> tuple[Money, Money]:
    under = least(amount=amount, limit=limit)
    return under, amount - under


def _payroll_deferral(year: JobYear) -> Money:
    return year.limits.deferral if year.told else year.limits.payroll_deferral


def _payroll_catch_up(year: JobYear) -> Money:
    return year.limits.catch_up if year.told else year.limits.payroll_catch_up


def _closing(year: JobYear) -> list[bool]:
    """Whether a cheque is the last of its quarter."""
    quarters = [(cheque.date.month - 1) // 3 for cheque in year.cheques]
    return [number + 1 == len(quarters) or quarters[number + 1] != quarter for number, quarter in enumerate(quarters)]


def _cheque(year: JobYear, till: _Till, cheque: Cheque, election: Election, closes: bool) -> Line:
    plan, payroll, limits, pay = year.plan, year.payroll, year.limits, cheque.pay
    most = cap(pay, plan.deferral_cap)
    pre_tax = least(elected=amount_of(pay, election.pre_tax), plan_cap=most, pay=pay)
    roth = least(
        elected=amount_of(pay, election.roth) if plan.roth_deferrals is True else ZERO,
        plan_cap=remaining(of=most, pre_tax=pre_tax),
        pay=remaining(of=pay, pre_tax=pre_tax),
    )
    own_catch_up = least(
        elected=amount_of(pay, election.catch_up) if payroll.separate_catch_up else ZERO,
        pay=remaining(of=pay, pre_tax=pre_tax, roth=roth),
    )
    left = remaining(of=_payroll_deferral(year), made=till.deferral)
    under_pre = least(pre_tax=pre_tax, left=left)
    under_roth = least(roth=roth, left=remaining(of=left, pre_tax=under_pre))
    over = (pre_tax - under_pre) + (roth - under_roth)
    catch_up_left = remaining(of=_payroll_catch_up(year), made=till.catch_up)
    going_on = ZERO if payroll.separate_catch_up else least(over=over, left=catch_up_left)
    catch_up = going_on + least(elected=own_catch_up, left=remaining(of=catch_up_left, used=going_on))
    cut = over - going_on
    excess, spilled = ZERO, ZERO
    if payroll.spillover:
        spilled = cut
    elif "deferrals" not in payroll.stops:
        excess = cut + (own_catch_up - (catch_up - going_on))

    known: dict[int, tuple[Money, Money]] = {}

    def match_on(pre: Money, under: Money, excess: Money, after_tax: Money) -> tuple[Money, Money]:
        """The match credited now, and the matched contributions of this cheque."""
        counted = pre + (under if plan.match_on_roth is True else ZERO) + excess
        counts = catch_up if plan.match_on_roth is True or not year.catch_up_is_roth else ZERO
        matched = matched_contributions(plan, counted, counts, after_tax, False) if cheque.matched else ZERO
        cents = int(matched.cents)
        if cents not in known:
            known[cents] = (_match(year, till, cheque, matched, closes), matched)
        return known[cents]

    additions_left = remaining(
        of=limits.payroll_additions,
        deferral=till.deferral + till.excess,
        after_tax=till.after_tax,
        match=till.match,
    )
    stops_at_additions = "annual-additions" in payroll.stops
    if stops_at_additions:
        under_pre, under_roth, excess = _that_fit(under_pre, under_roth, excess, additions_left, match_on)
    deferred = under_pre + under_roth + excess

    wanted = amount_of(pay, election.after_tax) if plan.after_tax_allowed is True else ZERO
    spilled = spilled if plan.after_tax_allowed is True else ZERO
    after_tax = least(
        elected=wanted + spilled,
        plan_cap=cap(pay, plan.after_tax_cap),
        hce_cap=hce_after_tax_cap(plan, pay, year.is_hce),
        combined=remaining(of=cap(pay, plan.combined_cap), deferred=deferred),
        pay=remaining(of=pay, deferred=deferred, catch_up=catch_up),
    )
    if "plan-caps" in payroll.stops:
        after_tax = least(
            wanted=after_tax,
            cap=remaining(of=limits.after_tax, made=till.after_tax),
            combined=remaining(of=limits.combined, made=till.deferral + till.after_tax, deferred=deferred),
        )
    if stops_at_additions:
        after_tax = _after_tax_that_fits(
            year, after_tax, additions_left - deferred, (under_pre, under_roth, excess), match_on
        )
    match, matched = match_on(under_pre, under_roth, excess, after_tax)
    _enter(year, till, cheque, (under_pre + under_roth, catch_up, after_tax, match, matched, excess), closes)
    over_pre = least(excess=excess, pre_tax=pre_tax - under_pre)
    return Line(cheque, under_pre + over_pre, under_roth + (excess - over_pre), catch_up, after_tax, match, excess)


MatchOn = Callable[[Money, Money, Money, Money], tuple[Money, Money]]


def _that_fit(pre_tax: Money, roth: Money, excess: Money, left: Money, match_on: MatchOn) -> tuple[Money, Money, Money]:
    """Deferrals as far as they and their match fit under the annual additions left: Roth is cut before pre-tax."""
    if excess > ZERO:
        excess = least(excess=excess, left=remaining(of=left, deferral=pre_tax + roth))

    def fits(deferral: Money) -> bool:
        pre = least(pre_tax=pre_tax, deferral=deferral)
        return bool(deferral + excess + match_on(pre, deferral - pre, excess, ZERO)[0] <= left)

    if fits(pre_tax + roth):
        return pre_tax, roth, excess
    deferral = largest_that_fits(pre_tax + roth, fits)
    pre = least(pre_tax=pre_tax, deferral=deferral)
    return pre, deferral - pre, excess


def _after_tax_that_fits(
    year: JobYear, wanted: Money, left: Money, deferred: tuple[Money, Money, Money], match_on: MatchOn
) -> Money:
    """After-tax money as far as it and the match on it fit: the fixed point, to the cent."""
    if year.plan.match_on_after_tax is not True:
        return least(wanted=wanted, left=remaining(of=left, match=match_on(*deferred, ZERO)[0]))

    def fits(after_tax: Money) -> bool:
        return bool(after_tax + match_on(*deferred, after_tax)[0] <= left)

    return wanted if fits(wanted) else largest_that_fits(wanted, fits)


def _match(year: JobYear, till: _Till, cheque: Cheque, matched: Money, closes: bool) -> Money:
    """The match credited with this cheque: its own, or that of the quarter it closes."""
    payroll, limits, plan = year.payroll, year.limits, year.plan
    if payroll.period == "year" or (payroll.period == "quarter" and not closes):
        return ZERO
    pay = till.period_pay + (cheque.pay if cheque.matched else ZERO)
    contributed = till.period_matched + matched
    before = till.pay - till.period_pay
    countable = (
        pay if payroll.cap_mode == "spread" else least(pay=pay, left=remaining(of=limits.countable, used=before))
    )
    terms = replace(
        plan,
        match=_tiers_left(plan.match, till.used),
        match_alternative=_tiers_left(plan.match_alternative, till.used_alternative),
        match_dollar_cap=remaining(of=plan.match_dollar_cap, made=till.match),
    )
    match = employer_match(terms, countable, contributed, year.service)
    if payroll.cap_mode == "spread":
        of_year = employer_match(plan, limits.countable, till.matched + matched, year.service)
        match = least(of_period=match, left_of_year=remaining(of=of_year, made=till.match))
    return match


def _tiers_left(tiers: tuple[Tier, ...], used: list[Money]) -> tuple[Tier, ...]:
    """Tiers with a width in dollars are of the year: what earlier periods took up is gone."""
    if all(tier.dollars is NO_LIMIT for tier in tiers):
        return tiers
    return tuple(
        replace(tier, dollars=remaining(of=tier.dollars, used=gone)) if tier.dollars is not NO_LIMIT else tier
        for tier, gone in zip(tiers, used, strict=True)
    )


def _use(tiers: tuple[Tier, ...], used: list[Money], pay: Money, matched: Money) -> None:
    left = _tiers_left(tiers, used)
    reaching = matched
    for number, tier in enumerate(left):
        taken = least(reaching=reaching, width=tier_width(tier, pay))
        used[number] = used[number] + taken
        reaching = reaching - taken


def _enter(year: JobYear, till: _Till, cheque: Cheque, amounts: tuple[Money, ...], closes: bool) -> None:
    deferral, catch_up, after_tax, match, matched, excess = amounts
    till.deferral = till.deferral + deferral
    till.catch_up = till.catch_up + catch_up
    till.after_tax = till.after_tax + after_tax
    till.match = till.match + match
    till.matched = till.matched + matched
    till.excess = till.excess + excess
    if not cheque.matched:
        if closes:
            till.period_pay = till.period_matched = ZERO
        return
    period_pay, period_matched = till.period_pay + cheque.pay, till.period_matched + matched
    till.pay = till.pay + cheque.pay
    if year.payroll.period == "quarter" and not closes:
        till.period_pay, till.period_matched = period_pay, period_matched
        return
    till.period_pay = till.period_matched = ZERO
    if year.payroll.period != "year":
        _use(year.plan.match, till.used, period_pay, period_matched)
        _use(year.plan.match_alternative, till.used_alternative, period_pay, period_matched)


def _closed(year: JobYear, till: _Till, lines: tuple[Line, ...]) -> Outcome:
    """The year's end: the formula on the whole year, and what of it is still paid in afterwards."""
    payroll = year.payroll
    countable = least(pay=till.pay, limit=year.limits.countable)
    formula = employer_match(year.plan, countable, till.matched, year.service)
    missing = remaining(of=formula, made=till.match)
    comes = payroll.period == "year" or payroll.trues_up
    kept = year.stays or payroll.true_up_if_gone
    unknown = "true_up" in payroll.unknown and not comes
    gone_unknown = comes and not kept and "true_up_last_day" in payroll.unknown
    return Outcome(
        lines=lines,
        deferral=till.deferral,
        catch_up=till.catch_up,
        excess=till.excess,
        after_tax=till.after_tax,
        match=till.match,
        true_up=missing if comes and kept else ZERO,
        true_up_possible=missing if unknown or gone_unknown else ZERO,
        formula=formula,
        pay=till.pay,
        matched=till.matched,
    )
