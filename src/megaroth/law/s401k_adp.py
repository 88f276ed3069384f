"""The actual deferral percentage (ADP) test, IRC §401(k)(3): elective deferrals of the highly compensated.

Knows which deferrals count and what of an excess is returned. Ratio, average, limit and levelling are those of
`s401m_acp`; the two tests are one method.
"""

from megaroth.kit.money import ZERO, Money, Truth
from megaroth.kit.rule import rule
from megaroth.kit.words import choose, least, remaining


@rule(
    "Reg. §1.401(k)-2(a)(4)(i), (5)(ii); §1.414(v)-1(d)(2)",
    "Deferrals count without catch-up; beyond §402(g) only those of the highly compensated; what was borrowed does not.",
)
def deferral_in_adp(deferral: Money, excess_deferral: Money, borrowed: Money, is_hce: Truth) -> Money:
    """`deferral` has no catch-up in it. What was returned to correct annual additions is not in it either."""
    return remaining(of=deferral, beyond_402g=choose(is_hce, ZERO, excess_deferral), borrowed=borrowed)


@rule(
    "Reg. §1.414(v)-1(b)(1)(iii), (d)(2)(iii)", "From 50 on, an excess becomes catch-up as far as its limit is unused."
)
def excess_kept_as_catch_up(excess: Money, catch_up_unused: Money) -> Money:
    return least(excess=excess, catch_up_unused=catch_up_unused)


@rule(
    "Reg. §1.401(k)-2(b)(4)(i)",
    "An excess contribution is returned, less what stays as catch-up and what was returned as excess deferral.",
)
def excess_contribution_returned(excess: Money, as_catch_up: Money, excess_deferral_returned: Money) -> Money:
    return remaining(of=excess, as_catch_up=as_catch_up, excess_deferral_returned=excess_deferral_returned)
