"""The house words: rule bodies are written with these and nothing else.

Each works on one value or on a column alike. The keyword names of a pick are not decoration: they are the labels of
the explanation and the reason codes of a batch. Ties go to the first-named term. One rule makes one pick.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias, TypeVar

from megaroth.kit.money import NO_LIMIT, ZERO, Ints, Money, Rate, Rounding, Truth
from megaroth.kit.rule import Limit
from megaroth.kit.trace import Step, open_steps, silently

Term: TypeAlias = Money | Limit
V = TypeVar("V", Money, Rate, tuple[Money, Money, Money, Money])


def _amount(term: Term) -> Money:
    return term.amount if type(term) is Limit else term


def _note(step: Step, terms: dict[str, Term]) -> None:
    """Leave the named terms in the step that is being explained."""
    if step.terms:
        raise RuntimeError(f"{step.rule} picks twice: split it into two rules")
    for name, term in terms.items():
        step.terms[name] = _amount(term)
        if isinstance(term, Limit):
            step.sources[name] = f"{term.cite.ref} ({term.status})"


def least(**terms: Term) -> Money:
    """The smallest of the named amounts."""
    best: Money | None = None
    for term in terms.values():
        amount = term.amount if type(term) is Limit else term
        if type(amount.cents) is not int:
            return _extreme_of_columns(terms, smallest=True)
        if best is None or amount.cents < best.cents:
            best = amount
    return _picked(terms, best)


def greatest(**terms: Term) -> Money:
    """The largest of the named amounts."""
    best: Money | None = None
    for term in terms.values():
        amount = term.amount if type(term) is Limit else term
        if type(amount.cents) is not int:
            return _extreme_of_columns(terms, smallest=False)
        if best is None or amount.cents > best.cents:
            best = amount
    return _picked(terms, best)


def _picked(terms: dict[str, Term], best: Money | None) -> Money:
    if best is None:
        raise ValueError("a pick needs at least one named amount")
    if steps := open_steps.get():
        _note(steps[-1], terms)
        steps[-1].decided_by = next(name for name, term in terms.items() if _amount(term).cents == best.cents)
    return best


def _extreme_of_columns(terms: dict[str, Term], smallest: bool) -> Money:
    from megaroth.kit.column import extreme, first_equal

    cents = [_amount(term).cents for term in terms.values()]
    best = extreme(cents, smallest)
    if steps := open_steps.get():
        _note(steps[-1], terms)
        steps[-1].decided_by = first_equal(cents, best)
    return Money(best)


def total(**terms: Term) -> Money:
    """The sum of the named amounts."""
    if steps := open_steps.get():
        _note(steps[-1], terms)
    cents = 0
    for term in terms.values():
        each = (term.amount if type(term) is Limit else term).cents
        if type(each) is not int:
            from megaroth.kit.column import sum_of

            return Money(sum_of([_amount(term).cents for term in terms.values()]))
        cents += each
    return Money(cents)


def remaining(of: Term, **used: Term) -> Money:
    """What is left of an amount after the named ones, never below zero."""
    if steps := open_steps.get():
        _note(steps[-1], {"of": of, **used})
    left = _amount(of).cents
    single = type(left) is int
    for term in used.values():
        each = (term.amount if type(term) is Limit else term).cents
        if not single or type(each) is not int:
            from megaroth.kit.column import difference_of

            return Money(difference_of(_amount(of).cents, [_amount(term).cents for term in used.values()]))
        left -= each
    if single:
        return Money(left) if type(left) is int and left > 0 else ZERO
    from megaroth.kit.column import not_below_zero

    return Money(not_below_zero(left))


@dataclass(slots=True)
class Later:
    """A question that is asked only where its answer is needed; see `later`."""

    function: Callable[..., Any]
    arguments: tuple[Any, ...]

    def asked(self) -> Any:
        """The answer for every row."""
        return self.function(*self.arguments)


def later(function: Callable[..., V], *arguments: Any) -> Later:
    """A question for `choose` to ask only if, and in a column only for the rows where, its answer is needed."""
    return Later(function, arguments)


def choose(when: Truth, then: V | Later, otherwise: V | Later) -> V:
    """`then` where the condition holds, `otherwise` where it does not."""
    if type(when) is bool:
        chosen = then if when else otherwise
        return chosen.asked() if isinstance(chosen, Later) else chosen
    from megaroth.kit.column import choose_rows

    return choose_rows(when, then, otherwise)  # type: ignore[no-any-return]


def opposite(of: Truth) -> Truth:
    """True where the condition is false."""
    return (not of) if type(of) is bool else ~of


def by_age(age: Ints, *steps: tuple[Ints, Term]) -> Money:
    """Nothing below the first age; from each age on, the amount beside it."""
    picked = ZERO
    reached: int | None = None
    for first_age, term in steps:
        picked = choose(age >= first_age, _amount(term), picked)
        if type(age) is int and type(first_age) is int and age >= first_age:
            reached = first_age
    if type(age) is int and (steps_open := open_steps.get()):
        _note(steps_open[-1], {"below_the_first_age": ZERO, **{f"from_age_{first}": term for first, term in steps}})
        steps_open[-1].decided_by = "below_the_first_age" if reached is None else f"from_age_{reached}"
    return picked


def cap(of: Money, rate: Rate) -> Money:
    """The most that a plan's percentage cap lets through, cents dropped; no limit where the plan has no cap."""
    return choose(rate.top >= 0, later(portion, of, rate, Rounding.DOWN), NO_LIMIT)


def largest_that_fits(upto: Money, fits: Callable[[Money], Truth]) -> Money:
    """The largest whole-cent amount from nothing to `upto` that fits; zero when none does.

    `fits` must not become true again above an amount for which it is false.
    """
    with silently():
        if type(upto.cents) is int:
            low, high = 0, max(upto.cents, 0)
            while low < high:
                middle = (low + high + 1) // 2
                if fits(Money(middle)):
                    low = middle
                else:
                    high = middle - 1
            return Money(low)
        from megaroth.kit.column import largest_in_every_row

        return largest_in_every_row(upto, fits)


def largest_within(upto: Money, within: Money, uses: Callable[[Money], Money]) -> Money:
    """The largest whole-cent amount from nothing to `upto` that uses no more than `within`; zero when none does.

    `uses` must grow at least as fast as the amount does, so the search can estimate where it ends, not only halve.
    """
    with silently():
        if type(upto.cents) is not int or type(within.cents) is not int:
            from megaroth.kit.column import largest_within_in_every_row

            return largest_within_in_every_row(upto, within, uses)
        limit, high = within.cents, max(upto.cents, 0)
        high_used: Any = uses(Money(high)).cents
        if high_used <= limit or high == 0:
            return Money(high)
        low, halve = max(high - (high_used - limit), 0), False
        low_used: Any = uses(Money(low)).cents
        if low_used > limit:
            return ZERO
        while high - low > 1:
            guess = low + (high - low) * (limit - low_used) // (high_used - low_used)
            middle = (low + high) // 2 if halve else min(max(guess, low + 1), high - 1)
            used: Any = uses(Money(middle)).cents
            if used <= limit:
                # The estimate is the last that fits, or nearly so: the cent above it often ends the search.
                low, low_used = middle, used
                after: Any = uses(Money(low + 1)).cents if low + 1 < high else high_used
                if after > limit:
                    break
            else:
                high, high_used = middle, used
            halve = not halve
        return Money(low)


def smallest_that_earns(upto: Money, earns: Callable[[Money], Money]) -> Money:
    """The smallest whole-cent amount that earns as much as `upto` would. `earns` must never fall as the amount grows."""
    with silently():
        full = earns(upto)
        # The largest amount that earns less, plus one cent; nothing at all if even nothing earns it all.
        below = largest_that_fits(upto, lambda amount: earns(amount) < full)
        return choose(earns(ZERO) >= full, ZERO, Money(below.cents + 1))


def portion(of: Money, rate: Rate, rounding: Rounding) -> Money:
    """An exact fraction of an amount: multiplied first, divided once, rounded to the cent as named.

    Amounts may be negative; rounding is toward lower amounts (DOWN), higher ones (UP), or to the nearest with halves
    going up. Raises `ZeroDivisionError` for a rate without a positive bottom, `OverflowError` when a result cannot be
    an amount. On columns every row is exact: products beyond 2**61 are computed with whole numbers of any size.
    """
    if type(rounding) is not Rounding:
        raise TypeError("name the rounding")
    cents, top, bottom = of.cents, rate.top, rate.bottom
    if type(cents) is int and type(top) is int and type(bottom) is int:
        if bottom <= 0:
            raise ZeroDivisionError(f"a rate needs a positive bottom, not {bottom}")
        product = cents * top
        if rounding is Rounding.DOWN:
            result = product // bottom
        elif rounding is Rounding.UP:
            result = -(-product // bottom)
        else:
            result = (2 * product + bottom) // (2 * bottom)
        if abs(result) >= 2**62:
            raise OverflowError("a portion does not fit in 64 bits")
        return Money(result)
    from megaroth.kit.column import portion_of_column

    return Money(portion_of_column(cents, top, bottom, rounding))
