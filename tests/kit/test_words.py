"""The house words: on one amount and on a column, with their explanations, ties and guards."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import count
from math import ceil, floor

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from megaroth.kit.column import column
from megaroth.kit.money import NO_CAP, NO_LIMIT, ZERO, Money, Rate, Rounding, dollars
from megaroth.kit.rule import REGISTRY, Cite, Limit, rule
from megaroth.kit.trace import Step, explaining
from megaroth.kit.words import (
    by_age,
    cap,
    choose,
    greatest,
    largest_that_fits,
    later,
    least,
    opposite,
    portion,
    remaining,
    smallest_that_earns,
    total,
)

NUMBERS = count()
LIMIT = Limit(dollars(100), Cite("Notice 1"), "projected")


@pytest.fixture(autouse=True)
def registry(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = dict(REGISTRY)
    monkeypatch.setattr("megaroth.kit.rule.REGISTRY", kept)


def explained(body: Callable[[], Money]) -> Step:
    """The step of a rule with that body."""
    body.__name__ = f"rule_{next(NUMBERS)}"
    with explaining() as root:
        rule("§1", "A rule.")(body)()
    return root.parts[0]


def cents(amount: Money) -> list[int]:
    assert isinstance(amount.cents, np.ndarray)
    assert amount.cents.dtype == np.int64
    return [int(c) for c in amount.cents]


def test_least_and_greatest_of_one_person() -> None:
    assert least(a=Money(3), b=Money(2), c=Money(4)) == Money(2)
    assert greatest(a=Money(3), b=Money(5), c=Money(4)) == Money(5)
    assert least(a=dollars(101), limit=LIMIT) == dollars(100)


def test_least_and_greatest_of_a_column() -> None:
    rows = column([1, 200, 30])
    assert cents(least(rows=rows, other=Money(25))) == [1, 25, 25]
    assert cents(greatest(other=Money(25), rows=rows, third=column([0, 0, 31]))) == [25, 200, 31]


@pytest.mark.parametrize("word", [least, greatest])
def test_the_first_of_equals_decides(word: Callable[..., Money]) -> None:
    alone = explained(lambda: word(first=Money(7), second=Money(7)))
    assert alone.decided_by == "first"
    together = explained(lambda: word(first=column([7, 7]), second=column([7, 7])))
    assert isinstance(together.decided_by, np.ndarray)
    assert list(together.decided_by) == [0, 0]


def test_a_pick_of_nothing_is_refused() -> None:
    for word in (least, greatest):
        with pytest.raises(ValueError, match="at least one named amount"):
            word()


def test_a_column_says_row_by_row_what_decided() -> None:
    step = explained(lambda: least(a=column([1, 5, 3]), b=Money(3), c=column([9, 4, 2])))
    assert isinstance(step.decided_by, np.ndarray)
    assert step.decided_by.dtype == np.int8
    assert list(step.decided_by) == [0, 1, 2]
    assert list(step.terms) == ["a", "b", "c"]


def test_a_pick_leaves_terms_and_sources() -> None:
    step = explained(lambda: least(pay=dollars(90), limit=LIMIT))
    assert step.terms == {"pay": dollars(90), "limit": dollars(100)}
    assert step.sources == {"limit": "Notice 1 (projected)"}
    assert step.decided_by == "pay"


def test_one_rule_picks_once() -> None:
    with pytest.raises(RuntimeError, match=r"rule_\d+ picks twice: split it into two rules"):
        explained(lambda: least(a=greatest(x=Money(1)), b=Money(2)))


def test_outside_a_rule_nothing_is_noted() -> None:
    with explaining() as root:
        pass
    assert root.parts == []
    assert least(a=Money(1), b=Money(2)) == Money(1)


def test_total() -> None:
    assert total(a=Money(1), b=LIMIT, c=Money(-3)) == Money(9_998)
    assert cents(total(a=Money(1), b=column([1, 2]))) == [2, 3]
    step = explained(lambda: total(a=Money(1), b=LIMIT))
    assert step.terms == {"a": Money(1), "b": dollars(100)}
    assert step.decided_by is None


def test_remaining() -> None:
    assert remaining(LIMIT, a=dollars(30), b=dollars(20)) == dollars(50)
    assert remaining(dollars(5), a=dollars(5)) == ZERO
    assert remaining(dollars(5), a=dollars(6)) == ZERO
    assert remaining(dollars(5)) == dollars(5)
    assert cents(remaining(column([5, 5]), a=column([3, 9]))) == [2, 0]
    assert cents(remaining(column([5, -5]))) == [5, 0]
    step = explained(lambda: remaining(LIMIT, used=dollars(30)))
    assert step.terms == {"of": dollars(100), "used": dollars(30)}
    assert step.sources == {"of": "Notice 1 (projected)"}


def test_choose() -> None:
    assert choose(True, Money(1), Money(2)) == Money(1)
    assert choose(False, Money(1), Money(2)) == Money(2)
    assert choose(False, Rate(1, 2), NO_CAP) == NO_CAP
    assert cents(choose(np.array([True, False]), column([1, 1]), Money(2))) == [1, 2]
    rate = choose(np.array([True, False]), Rate(1, 2), Rate(3, 4))
    assert isinstance(rate.top, np.ndarray)
    assert isinstance(rate.bottom, np.ndarray)
    assert [*rate.top, *rate.bottom] == [1, 3, 2, 4]


def test_a_later_question_is_asked_only_where_needed() -> None:
    asked: list[int] = []

    def slow(amount: Money) -> Money:
        asked.append(np.size(amount.cents))
        return Money(amount.cents * 10)

    assert choose(True, later(slow, Money(4)), ZERO) == Money(40)
    assert choose(False, later(slow, Money(4)), ZERO) == ZERO
    assert choose(False, ZERO, later(slow, Money(6))) == Money(60)
    assert asked == [1, 1]

    asked.clear()
    rows = column([1, 2, 3])
    assert cents(choose(np.array([False, True, False]), later(slow, rows), rows)) == [1, 20, 3]
    assert cents(choose(np.array([False, True, True]), rows, later(slow, rows))) == [10, 2, 3]
    assert cents(choose(np.array([True, True, True]), later(slow, rows), rows)) == [10, 20, 30]
    assert cents(choose(np.array([False, False, False]), later(slow, rows), rows)) == [1, 2, 3]
    assert cents(choose(np.array([True, True, True]), rows, later(slow, rows))) == [1, 2, 3]
    # Few rows are asked for alone; where there are more, all rows are: taking them apart would cost more.
    assert asked == [3, 3, 3]

    asked.clear()
    many = column(list(range(16)))
    flags = np.arange(16) == 5
    assert cents(choose(flags, later(slow, many), many)) == [50 if row == 5 else row for row in range(16)]
    assert cents(choose(~flags, ZERO, later(slow, many))) == [50 if row == 5 else 0 for row in range(16)]
    lines = Money(np.array([range(16), range(16, 32)]))
    assert choose(flags, later(slow, lines), lines).cents[:, 5].tolist() == [50, 210]  # type: ignore[index]
    assert asked == [1, 1, 2]


def test_several_amounts_are_chosen_together() -> None:
    def slow(amount: Money) -> tuple[Money, Money, Money, Money]:
        return ZERO, amount, Money(7), column([8] * np.size(amount.cents))

    four = column(list(range(16)))
    other = (four, ZERO, four, Money(9))
    assert choose(True, other, later(slow, ZERO)) is other
    for flags in (np.arange(16) == 5, np.arange(16) >= 5):
        chosen = choose(flags, later(slow, four), other)
        for at, row in enumerate(flags):
            here = [np.broadcast_to(amount.cents, 16)[at] for amount in chosen]
            assert here == ([0, at, 7, 8] if row else [at, 0, at, 9])


def test_opposite() -> None:
    assert opposite(True) is False
    assert opposite(False) is True
    assert list(opposite(np.array([True, False]))) == [False, True]  # type: ignore[arg-type]


AGES = ((50, dollars(8_000)), (60, dollars(11_250)), (64, dollars(8_000)))


@pytest.mark.parametrize(
    ("age", "amount", "decided"),
    [
        (0, 0, "below_the_first_age"),
        (49, 0, "below_the_first_age"),
        (50, 8_000, "from_age_50"),
        (59, 8_000, "from_age_50"),
        (60, 11_250, "from_age_60"),
        (63, 11_250, "from_age_60"),
        (64, 8_000, "from_age_64"),
        (99, 8_000, "from_age_64"),
    ],
)
def test_by_age(age: int, amount: int, decided: str) -> None:
    assert by_age(age, *AGES) == dollars(amount)
    step = explained(lambda: by_age(age, *AGES))
    assert step.decided_by == decided
    assert step.terms[decided] == dollars(amount)
    assert list(step.terms) == ["below_the_first_age", "from_age_50", "from_age_60", "from_age_64"]
    # Where all rows agree one amount stands for the whole column.
    assert np.broadcast_to(by_age(np.array([age, 49]), *AGES).cents, 2).tolist() == [amount * 100, 0]


def test_by_age_with_a_limit_and_columns_of_ages() -> None:
    assert by_age(55, (50, LIMIT)) == dollars(100)
    assert explained(lambda: by_age(55, (50, LIMIT))).sources == {"from_age_50": "Notice 1 (projected)"}
    assert cents(by_age(55, (np.array([50, 56]), LIMIT))) == [10_000, 0]
    step = explained(lambda: by_age(np.array([49, 50]), (50, LIMIT)))
    assert step.terms == {}
    assert step.decided_by is None


def test_cap() -> None:
    assert cap(Money(1_999), Rate(1, 10)) == Money(199)
    assert cap(Money(1_999), NO_CAP) == NO_LIMIT
    assert cap(Money(1_999), Rate(0, 1)) == ZERO
    assert cents(cap(column([1_999, 5]), Rate(np.array([1, -1]), np.array([10, 1])))) == [199, NO_LIMIT.cents]


@pytest.mark.parametrize(
    ("upto", "most", "found"),
    [(100, 40, 40), (100, 100, 100), (100, 500, 100), (100, 0, 0), (100, -1, 0), (0, 5, 0), (-5, 5, 0), (1, 1, 1)],
)
def test_largest_that_fits(upto: int, most: int, found: int) -> None:
    assert largest_that_fits(Money(upto), lambda amount: amount <= Money(most)) == Money(found)
    rows = largest_that_fits(column([upto, 7]), lambda amount: amount <= Money(np.array([most, 6])))
    assert cents(rows) == [found, 6]


@pytest.mark.parametrize(("upto", "found"), [(0, 0), (100, 100), (300, 300), (1_000, 300)])
def test_smallest_that_earns(upto: int, found: int) -> None:
    def match(amount: Money) -> Money:
        return least(formula=portion(amount, Rate(1, 1), Rounding.DOWN), most=Money(300))

    assert smallest_that_earns(Money(upto), match) == Money(found)
    assert cents(smallest_that_earns(column([upto, 5]), match)) == [found, 5]


def test_a_search_explains_nothing() -> None:
    step = explained(lambda: largest_that_fits(Money(9), lambda a: least(a=a, b=Money(4)) == a))
    assert step.value == Money(4)
    assert step.terms == {}
    step = explained(lambda: smallest_that_earns(Money(9), lambda a: least(a=a, b=Money(4))))
    assert step.value == Money(4)
    assert step.terms == {}


def exact(of: int, top: int, bottom: int, rounding: Rounding) -> int:
    value = Fraction(of * top, bottom)
    if rounding is Rounding.HALF_UP:
        return floor(value + Fraction(1, 2))
    return floor(value) if rounding is Rounding.DOWN else ceil(value)


@pytest.mark.parametrize(
    ("of", "rate", "down", "up", "half_up"),
    [
        (100, Rate(1, 3), 33, 34, 33),
        (5, Rate(1, 2), 2, 3, 3),
        (-5, Rate(1, 2), -3, -2, -2),
        (7, Rate(2, 1), 14, 14, 14),
        (0, Rate(1, 3), 0, 0, 0),
        (200, Rate(1, 3), 66, 67, 67),
    ],
)
def test_roundings(of: int, rate: Rate, down: int, up: int, half_up: int) -> None:
    for rounding, wanted in ((Rounding.DOWN, down), (Rounding.UP, up), (Rounding.HALF_UP, half_up)):
        assert portion(Money(of), rate, rounding) == Money(wanted)
        assert cents(portion(column([of, 0]), rate, rounding)) == [wanted, 0]


@given(
    st.lists(st.integers(-2 * 10**12, 2 * 10**12), min_size=1, max_size=5),
    st.integers(0, 10**6),
    st.integers(1, 10**6),
    st.sampled_from(Rounding),
)
def test_a_portion_is_exact_at_every_size(of: list[int], top: int, bottom: int, rounding: Rounding) -> None:
    wanted = [exact(each, top, bottom, rounding) for each in of]
    if max(map(abs, wanted)) >= 2**62:
        return
    assert [portion(Money(each), Rate(top, bottom), rounding).cents for each in of] == wanted
    # Nothing of anything is one amount for the whole column.
    together = np.broadcast_to(portion(column(of), Rate(top, bottom), rounding).cents, len(of))
    assert together.tolist() == wanted
    bottoms = np.full(len(of), bottom)
    assert cents(portion(column(of), Rate(np.full(len(of), top), bottoms), rounding)) == wanted
    of_one = np.broadcast_to(portion(Money(of[0]), Rate(top, bottoms), rounding).cents, len(of))
    assert of_one.tolist() == [wanted[0]] * len(of)


@pytest.mark.parametrize("bottom", [0, -1])
def test_a_rate_needs_a_positive_bottom(bottom: int) -> None:
    with pytest.raises(ZeroDivisionError, match=f"a rate needs a positive bottom, not {bottom}"):
        portion(Money(1), Rate(1, bottom), Rounding.DOWN)
    with pytest.raises(ZeroDivisionError, match="a positive bottom in every row"):
        portion(column([1, 1]), Rate(1, np.array([1, bottom])), Rounding.DOWN)
    with pytest.raises(ZeroDivisionError, match="a positive bottom in every row"):
        portion(column([1, 1]), Rate(1, bottom), Rounding.DOWN)


def test_a_portion_that_is_no_amount() -> None:
    assert portion(Money(2**62 - 1), Rate(1, 1), Rounding.DOWN) == Money(2**62 - 1)
    for of in (2**62, -(2**62)):
        with pytest.raises(OverflowError, match="a portion does not fit in 64 bits"):
            portion(Money(of), Rate(1, 1), Rounding.DOWN)
    with pytest.raises(OverflowError, match="a portion does not fit in 64 bits"):
        portion(column([10**12]), Rate(10**7, 1), Rounding.DOWN)


def test_a_portion_without_its_rounding_is_refused() -> None:
    for rounding in (None, "down", True):
        with pytest.raises(TypeError, match="name the rounding"):
            portion(Money(5), Rate(1, 2), rounding)  # type: ignore[arg-type]
