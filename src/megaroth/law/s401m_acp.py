"""The actual contribution percentage (ACP) test, IRC §401(m)(2): match and after-tax money of the highly compensated.

Knows what counts, the ratio of one person, the average of a group, the limit, and what a failed test does. A safe harbor
does not exempt after-tax contributions, Reg. §1.401(m)-3(j)(6). Refuses to group people: `workforce` does.
"""

from megaroth.kit.money import ZERO, Ints, Money, Rate, Rounding, Truth
from megaroth.kit.rule import rule
from megaroth.kit.words import cap, choose, least, portion, remaining, total
from megaroth.law.book import Law


def _at_most(one: Rate, other: Rate) -> Truth:
    return one.top * other.bottom <= other.top * one.bottom


@rule(
    "Reg. §1.401(m)-2(a)(5)(iv)",
    "A safe harbor plan may leave match up to a share of pay out of the test, for everyone.",
)
def match_in_acp(match: Money, pay: Money, left_out: Rate) -> Money:
    """`left_out` is `NO_CAP` where all match stays out."""
    return remaining(of=match, left_out=cap(pay, left_out))


@rule(
    "Reg. §1.401(m)-2(a)(3)(i), (6)",
    "Match and after-tax contributions count, with qualified employer money and deferrals that are borrowed for it.",
)
def contributions_in_acp(match: Money, after_tax: Money, qualified: Money, borrowed: Money) -> Money:
    """Elective deferrals, pre-tax, Roth or catch-up, do not count unless they are borrowed."""
    return total(match=match, after_tax=after_tax, qualified=qualified, borrowed=borrowed)


@rule("Reg. §1.401(m)-2(a)(6)(ii)", "Deferrals up to a share of pay may count in this test instead of the other.")
def deferral_borrowed(deferral: Money, pay: Money, share: Rate) -> Money:
    return least(deferral=deferral, share_of_pay=portion(pay, share, Rounding.DOWN))


@rule(
    "Reg. §1.401(m)-2(a)(2), (3)(i); §1.401(k)-2(a)(2), (3)(i)",
    "A person's ratio: contributions over countable pay, to the nearest hundredth of a percentage point.",
)
def tested_ratio(law: Law, contributions: Money, pay: Money) -> Rate:
    at_least_a_cent = choose(pay > ZERO, pay, Money(1))
    steps = portion(
        contributions,
        Rate(law.test_precision.bottom, at_least_a_cent.cents * law.test_precision.top),
        Rounding.HALF_UP,
    )
    return Rate(steps.cents * law.test_precision.top, law.test_precision.bottom)


@rule(
    "Reg. §1.401(m)-2(a)(2); §1.401(k)-2(a)(2)",
    "A group's percentage: the average of its people's ratios, noughts among them, to the nearest hundredth of a point.",
)
def average_ratio(law: Law, sum_of_ratios: Rate, people: Ints) -> Rate:
    steps = portion(
        Money(sum_of_ratios.top),
        Rate(law.test_precision.bottom, sum_of_ratios.bottom * people * law.test_precision.top),
        Rounding.HALF_UP,
    )
    return Rate(steps.cents * law.test_precision.top, law.test_precision.bottom)


@rule(
    "IRC §401(m)(2)(A), §401(k)(3)(A)(ii)",
    "The most the highly compensated may average: 125% of the others' average, or if more the lesser of twice it and 2 "
    "points above it.",
)
def highest_average(law: Law, others: Rate) -> Rate:
    share, twice, points = others * law.test_share, others * law.test_multiple, others + law.test_points
    lesser = choose(_at_most(twice, points), twice, points)
    return choose(_at_most(lesser, share), share, lesser)


@rule(
    "IRC §401(m)(2)(A), §401(k)(3)(A)(ii)", "The test is passed where the average is not more than the highest allowed."
)
def passes_test(average: Rate, highest: Rate) -> Truth:
    return _at_most(average, highest)


@rule(
    "IRC §401(m)(2)(A), §401(k)(3)(A)(ii), (D)",
    "The others' average that would pass: the highly compensated's over 125%, or if less the greater of its half and 2 "
    "points below it.",
)
def average_needed(law: Law, average: Rate) -> Rate:
    points = law.test_points
    of_share = Rate(average.top * law.test_share.bottom, average.bottom * law.test_share.top)
    half = Rate(average.top * law.test_multiple.bottom, average.bottom * law.test_multiple.top)
    below = Rate(average.top * points.bottom - points.top * average.bottom, average.bottom * points.bottom)
    greater = choose(_at_most(below, half), half, below)
    return choose(_at_most(of_share, greater), of_share, greater)


@rule(
    "Reg. §1.401(m)-2(a)(6)(i), (v); §1.401(k)-2(a)(6)", "A qualified contribution: the same share of pay for everyone."
)
def qualified_contribution(pay: Money, share: Rate) -> Money:
    """Rounded up, so that the share is reached."""
    return portion(pay, share, Rounding.UP)


@rule(
    "Reg. §1.401(m)-2(b)(2)(ii); §1.401(k)-2(b)(2)(ii)",
    "First step: what a ratio above the level to which the highest are cut is too much, in dollars.",
)
def excess_above_level(contributions: Money, pay: Money, ratio: Rate, level: Rate) -> Money:
    left = remaining(of=contributions, at_the_level=portion(pay, level, Rounding.DOWN))
    return choose(_at_most(ratio, level), ZERO, left)


@rule(
    "Reg. §1.401(m)-2(b)(2)(iii); §1.401(k)-2(b)(2)(iii)",
    "Second step: the total is taken from the largest dollar amounts, which are cut to one level.",
)
def share_of_excess(contributions: Money, level: Money) -> Money:
    return remaining(of=contributions, level=level)


@rule("IRC §4979(a), (f)(1)", "An excess not corrected in time costs the employer an excise tax.")
def excise_if_late(excess: Money, excise: Rate) -> Money:
    return portion(excess, excise, Rounding.HALF_UP)
