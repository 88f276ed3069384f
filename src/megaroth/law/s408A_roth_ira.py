"""Roth IRAs, IRC §408A: what comes out in which order, what of it is income, and the two five-year clocks.

All Roth IRAs of one person are one. A year's distributions are added up, and so are its contributions, those made
by the due date of the return for that year included (Reg. §1.408A-6, A-9).
"""

from megaroth.kit.money import ZERO, Ints, Money, Truth
from megaroth.kit.rule import rule
from megaroth.kit.words import choose, least, remaining, total


@rule("IRC §408A(d)(4)(B)(i); Form 8606 line 22", "Regular contributions come out first.")
def from_regular_contributions(distributed: Money, contributions: Money) -> Money:
    return least(distributed=distributed, contributions=contributions)


@rule("IRC §408A(d)(4)(B); Form 8606 line 23", "What is more than the regular contributions.")
def beyond_regular_contributions(distributed: Money, contributions: Money) -> Money:
    return remaining(of=distributed, contributions=contributions)


@rule("IRC §408A(d)(4)(B)(ii)", "Conversions come out by year, the oldest first; of each the taxed part first.")
def from_conversion(left: Money, part_of_conversion: Money) -> Money:
    """Asked part by part: `left` is what older parts did not cover."""
    return least(left=left, part_of_conversion=part_of_conversion)


@rule("IRC §408A(d)(4)(B); Form 8606 line 25a", "What is more than contributions and conversions is earnings.")
def from_earnings(beyond_contributions: Money, conversions: Money) -> Money:
    return remaining(of=beyond_contributions, conversions=conversions)


@rule("IRC §408A(d)(2)(B); Reg. §1.408A-6, A-2", "One lifetime clock: five taxable years from the first contribution.")
def roth_ira_clock_ended(year: Ints, first_year: Ints, period: Ints) -> Truth:
    """`first_year`: the year the first contribution was made for, or of the first conversion, if earlier."""
    return year >= first_year + period


@rule("IRC §408A(d)(2)(A)", "Qualified: after the clock, and at 59½, by death or disability, or for a first home.")
def roth_ira_is_qualified(clock_ended: Truth, of_age: Truth, other_reason: Truth) -> Truth:
    return clock_ended & (of_age | other_reason)


@rule("IRC §408A(d)(1)", "Earnings are income unless the distribution is qualified.")
def taxable_from_roth_ira(earnings: Money, qualified: Truth) -> Money:
    return choose(qualified, ZERO, earnings)


@rule(
    "IRC §408A(d)(3)(F); Reg. §1.408A-6, A-5",
    "Within five taxable years the taxed part of a conversion counts as income for the 10% tax.",
)
def conversion_recaptured(taxed_part_taken: Money, year: Ints, converted_in: Ints, period: Ints) -> Money:
    return choose(year < converted_in + period, taxed_part_taken, ZERO)


@rule("Reg. §1.408A-10, A-3", "Of a rollover from a designated Roth account the basis is a regular contribution.")
def regular_part_of_roth_rollover(rolled: Money, basis: Money, qualified: Truth) -> Money:
    """All of it where the distribution was qualified."""
    return choose(qualified, rolled, basis)


@rule("IRC §408A(d)(4)(B)(i), (c)(6)", "Regular contributions: those not yet taken out, and this year's.")
def regular_contributions_of_all_years(left_of_earlier_years: Money, for_this_year: Money) -> Money:
    return total(left_of_earlier_years=left_of_earlier_years, for_this_year=for_this_year)
