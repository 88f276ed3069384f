"""An independent payroll: written from docs/how-payroll-is-computed.md alone, in plain integers, sharing no code.

Only for small years: one list of paychecks (pay, matched), a concave match formula, every mode of payroll.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import product

NONE = 10**15


def half_up(amount: Fraction) -> int:
    return (2 * amount.numerator + amount.denominator) // (2 * amount.denominator)


@dataclass
class Terms:
    tiers: list[tuple[Fraction, Fraction | None, int | None]]
    """Rate, share of pay, dollars."""
    dollar_cap: int = NONE
    period: str = "payday"
    mode: str = "stop"
    true_up: bool = False
    stays: bool = True
    if_gone: bool = False
    spillover: bool = False
    stops: frozenset[str] = frozenset()
    deferral_cap: Fraction | None = None
    after_tax_cap: Fraction | None = None
    combined_cap: Fraction | None = None
    match_after_tax: bool = False
    match_catch_up: bool = True
    deferral_limit: int = NONE
    catch_up_limit: int = 0
    additions_limit: int = NONE
    after_tax_limit: int = NONE
    combined_limit: int = NONE
    countable: int = NONE


@dataclass
class End:
    deferral: int = 0
    catch_up: int = 0
    excess: int = 0
    after_tax: int = 0
    match: int = 0
    true_up: int = 0
    matched: int = 0
    pay: int = 0
    lines: list[tuple[int, int, int, int]] = field(default_factory=list)

    @property
    def additions(self) -> int:
        return self.deferral + self.excess + self.after_tax + self.match + self.true_up


def formula(terms: Terms, pay: int, matched: int, used: list[int] | None = None) -> int:
    earned, reaching = 0, matched
    for number, (rate, share, dollars) in enumerate(terms.tiers):
        if dollars is not None and used is not None:
            dollars = max(dollars - used[number], 0)
        most = [half_up(reaching * rate)]
        width = [reaching]
        if share is not None:
            most.append(half_up(pay * share * rate))
            width.append(half_up(pay * share))
        if dollars is not None:
            most.append(half_up(dollars * rate))
            width.append(dollars)
        earned += min(most)
        reaching -= min(width)
    return min(earned, terms.dollar_cap)


def widths(terms: Terms, pay: int, matched: int, used: list[int]) -> None:
    reaching = matched
    for number, (_, share, dollars) in enumerate(terms.tiers):
        width = [reaching]
        if share is not None:
            width.append(half_up(pay * share))
        if dollars is not None:
            width.append(max(dollars - used[number], 0))
        used[number] += min(width)
        reaching -= min(width)


def run(terms: Terms, paychecks: list[tuple[int, bool, int]], numbers: list[tuple[Fraction, Fraction]]) -> End:
    """`paychecks`: pay, whether matched, quarter. `numbers`: deferral and after-tax shares of each."""
    end = End()
    used = [0] * len(terms.tiers)
    period_pay = period_matched = 0
    for place, ((pay, is_matched, quarter), (x, y)) in enumerate(zip(paychecks, numbers, strict=True)):
        closes = place + 1 == len(paychecks) or paychecks[place + 1][2] != quarter

        def capped(amount: int, cap: Fraction | None, of: int = pay) -> int:
            return amount if cap is None else min(amount, int(of * cap))

        elected = min(capped(half_up(pay * x), terms.deferral_cap), pay)
        regular = min(elected, max(terms.deferral_limit - end.deferral, 0))
        catch_up = min(elected - regular, max(terms.catch_up_limit - end.catch_up, 0))
        beyond = elected - regular - catch_up
        spilled = beyond if terms.spillover else 0
        excess = 0 if terms.spillover or "deferrals" in terms.stops else beyond

        def credited(
            regular: int,
            after_tax: int,
            excess: int = excess,
            catch_up: int = catch_up,
            pay: int = pay,
            is_matched: bool = is_matched,
            closes: bool = closes,
            period: tuple[int, int] = (period_pay, period_matched),
        ) -> tuple[int, int]:
            own = regular + excess
            own += catch_up if terms.match_catch_up else 0
            own += after_tax if terms.match_after_tax else 0
            own = own if is_matched else 0
            if terms.period == "year" or (terms.period == "quarter" and not closes):
                return 0, own
            paid = period[0] + (pay if is_matched else 0)
            before = end.pay - period[0]
            counts = paid if terms.mode == "spread" else min(paid, max(terms.countable - before, 0))
            m = min(formula(terms, counts, period[1] + own, used), max(terms.dollar_cap - end.match, 0))
            if terms.mode == "spread":
                m = min(m, max(formula(terms, terms.countable, end.matched + own) - end.match, 0))
            return m, own

        left = terms.additions_limit - end.deferral - end.excess - end.after_tax - end.match
        if "annual-additions" in terms.stops:
            excess = min(excess, max(left - regular, 0))
            while regular > 0 and regular + excess + credited(regular, 0, excess)[0] > left:
                over = regular + excess + credited(regular, 0, excess)[0] - left
                regular -= min(max(over // 8, 1), regular)
        after_tax = half_up(pay * y) + spilled
        after_tax = capped(after_tax, terms.after_tax_cap)
        if terms.combined_cap is not None:
            after_tax = min(after_tax, max(int(pay * terms.combined_cap) - regular - excess, 0))
        after_tax = min(after_tax, max(pay - regular - excess - catch_up, 0))
        if "plan-caps" in terms.stops:
            after_tax = min(after_tax, max(terms.after_tax_limit - end.after_tax, 0))
            after_tax = min(after_tax, max(terms.combined_limit - end.deferral - end.after_tax - regular - excess, 0))
        if "annual-additions" in terms.stops:
            while after_tax > 0 and regular + excess + after_tax + credited(regular, after_tax, excess)[0] > left:
                over = regular + excess + after_tax + credited(regular, after_tax, excess)[0] - left
                after_tax -= min(max(over // 8, 1), after_tax)
        match, own = credited(regular, after_tax, excess)
        end.deferral += regular
        end.catch_up += catch_up
        end.excess += excess
        end.after_tax += after_tax
        end.match += match
        end.matched += own
        end.lines.append((regular + excess, catch_up, after_tax, match))
        if is_matched:
            end.pay += pay
            period_pay, period_matched = period_pay + pay, period_matched + own
            if terms.period == "payday" or (terms.period == "quarter" and closes):
                widths(terms, period_pay, period_matched, used)
        if terms.period != "quarter" or closes:
            period_pay = period_matched = 0
    whole = formula(terms, min(end.pay, terms.countable), end.matched)
    if (terms.period == "year" or terms.true_up or terms.mode == "true-up") and (terms.stays or terms.if_gone):
        end.true_up = max(whole - end.match, 0)
    return end


def is_legal(terms: Terms, end: End) -> bool:
    return (
        end.deferral + end.catch_up + end.excess <= terms.deferral_limit + terms.catch_up_limit
        and end.additions <= terms.additions_limit
        and end.after_tax <= terms.after_tax_limit
        and end.deferral + end.after_tax <= terms.combined_limit
    )


@dataclass
class Best:
    """The optimum: match, deferrals, after-tax, and the smallest days and shape among all that reach them."""

    match: int
    deferral: int
    after_tax: int
    shape: tuple[int, ...]

    @property
    def amounts(self) -> tuple[int, int, int]:
        return self.match, self.deferral, self.after_tax


def best(
    terms: Terms,
    paychecks: list[tuple[int, bool, int]],
    step: Fraction,
    wish: int,
    after_tax_wish: int,
    dollar: int = 99,
    holds: Callable[[int, int, int], bool] = lambda place, deferral, after_tax: True,
    shape: str = "even",
) -> Best:
    """The optimum of goals 2 to 6 over every pair of numbers that change at most once."""
    bare = Terms(**{**terms.__dict__, "stops": frozenset(), "spillover": False})
    count = len(paychecks)

    def highest(*caps: Fraction | None) -> int:
        return int(min([Fraction(1), *(cap for cap in caps if cap is not None)]) / step)

    def all_numbers(most: int) -> set[tuple[int, ...]]:
        found = {(k,) * count for k in range(most + 1)}
        for place, k, j in product(range(1, count), range(most + 1), range(most + 1)):
            found.add((k,) * place + (j,) * (count - place))
        return found

    together = highest(terms.combined_cap)
    tops: list[tuple[int, int, tuple[int, ...]]] = []
    for x in all_numbers(highest(terms.deferral_cap, terms.combined_cap)):
        end = run(bare, paychecks, [(k * step, Fraction(0)) for k in x])
        payable = all(holds(place, line[0] + line[1], 0) for place, line in enumerate(end.lines))
        if payable and is_legal(terms, end) and end.deferral + end.catch_up + end.excess <= wish:
            tops.append((end.match + end.true_up, end.deferral + end.catch_up, x))
    match = max(m for m, _, _ in tops)
    deferral = max(d for m, d, _ in tops if m >= match - dollar)
    xs = [x for m, d, x in tops if m >= match - dollar and d >= deferral - dollar]
    reached: list[tuple[int, tuple[int, ...]]] = []
    most = 0
    for x in xs:
        for y in all_numbers(highest(terms.after_tax_cap, terms.combined_cap)):
            if any(a + b > together for a, b in zip(x, y, strict=True)):
                continue
            amount = sum(half_up(c[0] * k * step) for c, k in zip(paychecks, y, strict=True))
            if amount < most - dollar or amount > after_tax_wish:
                continue
            end = run(bare, paychecks, [(a * step, b * step) for a, b in zip(x, y, strict=True)])
            payable = all(holds(place, line[0] + line[1], line[2]) for place, line in enumerate(end.lines))
            if payable and is_legal(terms, end):
                most = max(most, end.after_tax)
                reached.append((end.after_tax, shape_of(x, y, shape)))
    return Best(match, deferral, most, min(form for amount, form in reached if amount >= most - dollar))


def best_together(
    terms: Terms, paychecks: list[tuple[int, bool, int]], step: Fraction, wish: int, dollar: int = 99
) -> tuple[int, int, int]:
    """Match, deferrals and after-tax money at their best over all pairs at once: for after-tax money that is matched itself."""
    bare = Terms(**{**terms.__dict__, "stops": frozenset(), "spillover": False})
    count, most = len(paychecks), int(1 / step)
    numbers = {(k,) * count for k in range(most + 1)}
    for place, k, j in product(range(1, count), range(most + 1), range(most + 1)):
        numbers.add((k,) * place + (j,) * (count - place))

    def highest(*caps: Fraction | None) -> int:
        return int(min([Fraction(1), *(cap for cap in caps if cap is not None)]) / step)

    tops = (highest(terms.deferral_cap, terms.combined_cap), highest(terms.after_tax_cap, terms.combined_cap))
    together = highest(terms.combined_cap)
    ends = []
    for x, y in product(numbers, numbers):
        fits = max(x) <= tops[0] and max(y) <= tops[1]
        if not fits or any(a + b > together for a, b in zip(x, y, strict=True)):
            continue
        end = run(bare, paychecks, [(a * step, b * step) for a, b in zip(x, y, strict=True)])
        if is_legal(terms, end) and end.deferral + end.catch_up + end.excess <= wish:
            ends.append((end.match + end.true_up, end.deferral + end.catch_up, end.after_tax))
    match = max(each[0] for each in ends)
    deferral = max(each[1] for each in ends if each[0] >= match - dollar)
    after_tax = max(each[2] for each in ends if each[0] >= match - dollar and each[1] >= deferral - dollar)
    return match, deferral, after_tax


def shape_of(x: tuple[int, ...], y: tuple[int, ...], shape: str) -> tuple[int, ...]:
    """Days on which something is entered (the first among them), then the shape asked for."""
    days: int = len({0, *(i for i in range(1, len(x)) if x[i] != x[i - 1] or y[i] != y[i - 1])})
    jumps = abs(x[0] - x[-1]) + abs(y[0] - y[-1])
    forms: dict[str, int] = {"even": jumps, "front": -x[0] - y[0], "back": x[0] + y[0]}
    return days, forms[shape]
