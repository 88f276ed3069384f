"""Worksheets: what is written down, what is left to the rule itself, and that either answers to the cent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest

from megaroth.kit import worksheet
from megaroth.kit.column import NotOnPaper, column
from megaroth.kit.line import Line, Sheet, reach_of
from megaroth.kit.money import LARGEST, NO_CAP, NO_LIMIT, ZERO, Money, Rate, Rounding, Truth
from megaroth.kit.trace import explaining, silently
from megaroth.kit.words import (
    cap,
    choose,
    greatest,
    largest_that_fits,
    largest_within,
    later,
    least,
    opposite,
    portion,
    remaining,
    smallest_that_earns,
    total,
)
from megaroth.kit.worksheet import Worksheet, over_columns, written_by


@pytest.fixture(autouse=True)
def few_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worksheet, "WORTHWHILE", 1)
    monkeypatch.setattr(worksheet, "PIECE", 4)
    monkeypatch.setattr(worksheet, "_SHEETS", {})


ROWS = column([0, 1, 99, 100, 101, 5_000, 2_000_000, 31, 7])
OTHERS = column([7, 0, 100, 100, 100, 4_999, 1, 31, 8])
FLAGS = np.array([True, False, True, True, False, False, True, False, True])


def written(rule: Callable[..., Any], *arguments: Any) -> list[str]:
    """The operations of its lines, in order."""
    sheet = written_by(rule, arguments)
    assert sheet is not None
    return [step[0].__name__ for step in sheet.steps]


def same(rule: Callable[..., Any], *arguments: Any) -> Any:
    """The answer, after checking that the rule gives it itself and that its worksheet was used."""
    assert written_by(rule, arguments) is not None
    answer, own = over_columns(rule, *arguments), rule(*arguments)
    for one, other in zip(_leaves(answer), _leaves(own), strict=True):
        assert np.array_equal(np.broadcast_to(one, 9), np.broadcast_to(other, 9))
    return answer


def _leaves(value: Any) -> list[Any]:
    if isinstance(value, Money):
        return [value.cents]
    if isinstance(value, Rate):
        return [value.top, value.bottom]
    if isinstance(value, tuple):
        return [leaf for part in value for leaf in _leaves(part)]
    return [value]


def test_what_says_the_same_is_written_once_and_what_changes_nothing_not_at_all() -> None:
    def rule(amount: Money) -> Money:
        capped = least(amount=amount, limit=Money(100))
        again = least(amount=amount, limit=Money(100))
        nothing_new = greatest(capped=remaining(of=capped, nothing=ZERO), nothing=ZERO)
        free = least(limit=NO_LIMIT, amount=nothing_new)
        return total(one=free, other=again, nothing=ZERO)

    assert written(rule, ROWS) == ["minimum", "add"]
    assert same(rule, ROWS).cents.tolist() == [0, 2, 198, 200, 200, 200, 200, 62, 14]


def test_what_is_certain_is_one_amount() -> None:
    def rule(amount: Money) -> tuple[Money, Truth, Money]:
        return Money(amount.cents * 0), amount >= ZERO, choose(amount < ZERO, amount, Money(3))

    assert written(rule, ROWS) == []
    assert same(rule, ROWS) == (ZERO, True, Money(3))


def test_a_pick_is_certain_only_where_no_number_can_pass_the_other() -> None:
    for pick, bound, values in ((least, 126, [127, 126]), (greatest, 1, [0, 5])):
        expected = [126, 126] if pick is least else [1, 5]
        for amount, other in ((column(values), Money(bound)), (Money(bound), column(values))):
            answer = over_columns(lambda a, b, pick=pick: pick(a=a, b=b), amount, other)
            assert answer.cents.tolist() == expected


def test_what_is_not_needed_is_not_filled_in() -> None:
    def rule(amount: Money) -> Money:
        portion(amount, Rate(1, 3), Rounding.UP)
        return amount + Money(1)

    assert written(rule, ROWS) == ["add"]


def test_a_column_given_may_be_the_answer() -> None:
    amount, flags = over_columns(lambda amount, flags: (amount, flags), ROWS, FLAGS)
    assert amount.cents is ROWS.cents
    assert flags is FLAGS


@pytest.mark.parametrize("rounding", Rounding)
@pytest.mark.parametrize("rate", [Rate(0, 3), Rate(1, 1), Rate(1, 2), Rate(2, 3), Rate(7, 1), Rate(999_999, 1_000_000)])
def test_portions(rate: Rate, rounding: Rounding) -> None:
    same(lambda amount: portion(amount, rate, rounding), ROWS)
    rates = Rate(np.full(9, rate.top), np.full(9, rate.bottom))
    same(lambda amount, rate: portion(amount, rate, rounding), ROWS, rates)
    assert "floor" in written(lambda amount, rate: portion(amount, rate, rounding), ROWS, rates)


def test_every_comparison_and_flag() -> None:
    def rule(one: Money, other: Money, flags: Truth) -> tuple[Truth, ...]:
        found = (one < other, one <= other, one == other, one != other, one >= other, one > other)
        return (*found, flags & found[0], flags | found[1], opposite(flags), (one < other) & True, False | found[5])

    same(rule, ROWS, OTHERS, FLAGS)
    for bound in (-1, 0, 1, 2**31, LARGEST):
        same(lambda one, other: rule(one, other, one > other), ROWS, Money(bound))
        same(lambda one, other: rule(other, one, one > other), ROWS, Money(bound))


def test_choosing() -> None:
    same(lambda flags, one, other: choose(flags, one, other), FLAGS, ROWS, OTHERS)
    same(lambda flags, one: choose(flags, one, ZERO), FLAGS, ROWS)
    same(lambda flags: choose(flags, Money(4), NO_LIMIT), FLAGS)
    same(lambda flags: choose(flags, Rate(1, 2), NO_CAP), FLAGS)
    same(lambda flags, one: choose(flags, (one, ZERO, one, Money(1)), (ZERO, ZERO, Money(9), one)), FLAGS, ROWS)
    same(lambda one, flags: cap(one, choose(flags, Rate(1, 2), NO_CAP)), ROWS, FLAGS)


def test_what_is_chosen_lies_between_the_two() -> None:
    sheet = Sheet()
    one, flags = sheet.blank((ROWS, FLAGS))
    assert isinstance(one.cents, Line)
    chosen = choose(flags, one, NO_LIMIT).cents
    assert (chosen.low, chosen.high) == (0, LARGEST)


def searching(amount: Money) -> Money:
    return largest_within(amount, Money(150), lambda part: part + portion(part, Rate(1, 2), Rounding.UP))


@pytest.mark.parametrize("needed", [np.zeros(9, bool), FLAGS, ~FLAGS, np.ones(9, bool)])
def test_rows_that_need_a_search_are_asked_of_the_rule(needed: np.ndarray[Any, Any]) -> None:
    def rule(flags: Truth, amount: Money) -> tuple[Money, Money, Money, Truth]:
        found = choose(flags, later(searching, amount), amount)
        nothing_or_found = choose(opposite(flags), ZERO, later(searching, amount))
        return found, found, nothing_or_found, found > Money(1_000)

    # Expected is nothing: one amount, until the rows that are searched are put in.
    found, again, searched, _ = same(rule, needed, ROWS)
    assert np.asarray(found.cents)[needed].tolist() == [
        100 if x > 100 else searching(Money(x)).cents for x in np.asarray(ROWS.cents)[needed].tolist()
    ]
    assert (found.cents is again.cents) == (not needed.any())
    assert (type(searched.cents) is int) == (not needed.any())
    assert np.array_equal(ROWS.cents, [0, 1, 99, 100, 101, 5_000, 2_000_000, 31, 7])


def test_a_few_are_asked_together_and_alone() -> None:
    asked: list[list[int]] = []

    def slow(amount: Money) -> Money:
        if isinstance(amount.cents, Line):
            raise NotOnPaper
        asked.append(np.asarray(amount.cents).tolist())
        return Money(amount.cents * 10)

    def rule(amount: Money) -> Money:
        return choose(amount > Money(150), later(slow, amount), amount)

    assert over_columns(rule, ROWS).cents.tolist() == [0, 1, 99, 100, 101, 50_000, 20_000_000, 31, 7]
    assert asked == [[5_000, 2_000_000]]


def test_a_question_given_up_leaves_no_expectation() -> None:
    def half(amount: Money, flags: Truth) -> Money:
        choose(flags, later(searching, amount), ZERO)
        return searching(amount)

    def rule(amount: Money, flags: Truth) -> Money:
        return choose(amount > Money(150), later(half, amount, flags), amount)

    sheet = written_by(rule, (ROWS, FLAGS))
    assert sheet is not None
    assert isinstance(sheet.fits, Line)
    assert sheet.fits.operation is np.invert


@pytest.mark.parametrize(
    "rule",
    [
        searching,
        lambda amount: largest_that_fits(amount, lambda part: part <= Money(5)),
        lambda amount: smallest_that_earns(amount, lambda part: part),
        lambda amount: choose(amount > ZERO, later(searching, amount), later(searching, amount)),
        lambda amount: amount if bool(amount.cents[0] > 3) else amount + amount,
        lambda amount: Money(np.add.accumulate(amount.cents)),
        lambda amount: Money(np.bitwise_xor(amount.cents, 1)),
        lambda amount: Money(np.where(amount.cents > 3, amount.cents, 0)),
        lambda amount: Money(amount.cents + np.arange(9)),
        lambda amount: Money(amount.cents // (amount.cents + 1 - 1) if type(amount.cents) is Line else amount.cents),
    ],
)
def test_what_is_not_on_paper_is_asked_of_the_rule(rule: Callable[[Money], Money]) -> None:
    assert written_by(rule, (ROWS,)) is None
    assert over_columns(rule, ROWS).cents.tolist() == rule(ROWS).cents.tolist()  # type: ignore[union-attr]
    assert over_columns(rule, ROWS).cents.tolist() == rule(ROWS).cents.tolist()  # type: ignore[union-attr]


def test_numbers_that_might_wrap_around_are_not_on_paper() -> None:
    def rule(amount: Money) -> Money:
        return portion(amount, Rate(1_000_000, 1_000_000 - 1), Rounding.HALF_UP)

    huge = column([LARGEST, 5])
    assert written_by(rule, (huge,)) is not None  # 2 * 10**18 fits
    assert over_columns(rule, huge).cents.tolist() == [
        portion(Money(c), Rate(1_000_000, 999_999), Rounding.HALF_UP).cents for c in (LARGEST, 5)
    ]

    def beyond(amount: Money) -> Money:
        return portion(rule(amount), Rate(3_000_000, 1), Rounding.DOWN)

    assert written_by(beyond, (column([7, 5]),)) is not None
    assert written_by(beyond, (huge,)) is None
    assert over_columns(beyond, column([7, 2**31 + 1])).cents.tolist() == [21_000_000, 2_147_485_796 * 3_000_000]

    def sums(amount: Money) -> Money:
        for _ in range(22):
            amount = amount + amount
        return amount

    assert written_by(sums, (huge,)) is None
    assert written_by(sums, (column([7, 5]),)) is not None
    assert written_by(lambda amount: Money(-1 - sums(amount).cents), (column([-7]),)) is None


def test_rates_without_a_positive_bottom_are_refused_by_the_rule() -> None:
    def rule(amount: Money, rate: Rate) -> Money:
        return portion(amount, rate, Rounding.DOWN)

    with pytest.raises(ZeroDivisionError, match="a positive bottom in every row"):
        over_columns(rule, ROWS, Rate(1, np.array([1] * 8 + [0])))


@dataclass(frozen=True)
class Odd:
    """Holds something that is no number."""

    name: str
    amount: Money


def test_structures_keep_what_is_no_column() -> None:
    def rule(odd: Odd) -> Odd:
        return Odd(odd.name + "!", choose(odd.amount > Money(150), later(searching, odd.amount), odd.amount))

    answer = over_columns(rule, Odd("x", ROWS))
    assert (answer.name, answer.amount.cents.tolist()) == ("x!", rule(Odd("x", ROWS)).amount.cents.tolist())  # type: ignore[union-attr]
    # Another name is another worksheet.
    assert over_columns(rule, Odd("y", ROWS)).name == "y!"


def test_single_values_and_reaches_have_worksheets_of_their_own() -> None:
    def rule(amount: Money, limit: Money) -> Money:
        return least(amount=amount, limit=limit)

    assert over_columns(rule, ROWS, Money(5)).cents.tolist() == [0, 1, 5, 5, 5, 5, 5, 5, 5]
    assert over_columns(rule, ROWS, Money(6)).cents.tolist() == [0, 1, 6, 6, 6, 6, 6, 6, 6]
    assert over_columns(rule, column([-3, 8]), Money(6)).cents.tolist() == [-3, 6]
    assert over_columns(rule, column([5, 3]), NO_LIMIT).cents.tolist() == [5, 3]
    assert over_columns(rule, Money(np.array([2**62, 3])), NO_LIMIT).cents.tolist() == [LARGEST, 3]
    assert len(worksheet._SHEETS) == 5


def test_worksheets_are_not_kept_forever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worksheet, "KEPT", 2)
    for cents in range(5):
        over_columns(lambda amount: amount + Money(1), column([cents]))
    assert len(worksheet._SHEETS) <= 2


@pytest.mark.parametrize(
    ("values", "reach"),
    [
        ([1, 127], (1, 127)),
        ([0, 128], (0, 2**20)),
        ([-1, 2**20 + 1], (-1, 2**31)),
        ([-2, 2**31 + 1], (-LARGEST, LARGEST)),
        ([-LARGEST - 1, LARGEST + 1], (-(2**63), 2**63)),
    ],
)
def test_the_reach_of_a_column(values: list[int], reach: tuple[int, int]) -> None:
    assert reach_of(np.array(values)) == (np.int64, *reach)


def test_the_rule_answers_itself_where_there_is_little_to_gain(monkeypatch: pytest.MonkeyPatch) -> None:
    def rule(amount: Money, other: Money = ZERO) -> Money:
        return least(amount=amount, other=other)

    monkeypatch.setattr(worksheet, "WORTHWHILE", 28)
    for _ in range(3):  # of nine rows each
        assert over_columns(rule, ROWS, OTHERS).cents.tolist() == rule(ROWS, OTHERS).cents.tolist()  # type: ignore[union-attr]
        assert list(worksheet._SHEETS.values())[-1] in (9, 18, 27)
    assert over_columns(rule, ROWS, OTHERS).cents.tolist() == rule(ROWS, OTHERS).cents.tolist()  # type: ignore[union-attr]
    assert isinstance(list(worksheet._SHEETS.values())[-1], Worksheet)

    monkeypatch.setattr(worksheet, "written_by", None)
    monkeypatch.setattr(worksheet, "WORTHWHILE", 1)
    assert over_columns(rule, Money(3), Money(2)) == Money(2)  # no column
    assert over_columns(rule, column([]), Money(2)).cents.tolist() == []
    lines = Money(np.array([[1, 2], [3, 4]]))
    assert over_columns(rule, lines, column([2, 2])).cents.tolist() == [[1, 2], [2, 2]]
    with explaining() as root:
        assert over_columns(rule, ROWS, OTHERS).cents.tolist() == [0, 0, 99, 100, 100, 4_999, 1, 31, 7]
    assert list(root.terms) == ["amount", "other"]


def test_other_kinds_of_numbers_are_left_to_the_rule() -> None:
    short = Money(np.array([1, 2, 3], dtype=np.int32))
    assert written_by(lambda amount: amount + Money(1), (short,)) is None
    assert over_columns(lambda amount: amount + Money(1), short).cents.tolist() == [2, 3, 4]


def test_a_line_has_no_numbers_yet() -> None:
    (line,) = Sheet().blank((np.array([1, 2]),))
    for asks in (bool, int, float, list, len, np.asarray, lambda each: range(5)[each]):
        with pytest.raises(NotOnPaper):
            asks(line)
    with pytest.raises(NotOnPaper):
        np.add(line, 0.5)


def test_what_nobody_could_ever_expect_is_asked_of_the_rule() -> None:
    def rule(flags: Truth, amount: Money) -> tuple[Money, Money]:
        return choose(flags, later(searching, amount), amount), choose(flags, amount, later(searching, amount))

    # Either expects what the other does not: every row is asked of the rule itself.
    found = over_columns(rule, FLAGS, ROWS)
    assert [np.asarray(each.cents).tolist() for each in found] == [
        np.asarray(each.cents).tolist() for each in rule(FLAGS, ROWS)
    ]


def test_nothing_is_recorded_while_a_worksheet_is_written() -> None:
    with silently():
        assert over_columns(lambda amount: least(amount=amount, other=Money(9)), ROWS).cents.max() == 9


def which_is_least(first: Money, second: Money, fixed: Money) -> Any:
    with explaining() as why:
        least(first=first, second=second, fixed=fixed)
    return why.decided_by


def test_what_decided_is_written_down_too() -> None:
    """The first of equals; a place of a single amount among columns counts like the others."""
    found = same(which_is_least, ROWS, OTHERS, Money(100))
    #      0|7  1|0  99|100 100|100 101|100 5000|4999 2000000|1 31|31 7|8, and 100 beside each
    assert list(found) == [0, 1, 0, 0, 1, 2, 1, 0, 0]
