"""What Medicare takes more of those with a higher income (IRMAA), 42 U.S.C. §1395r(i) and §1395w-113(a)(7).

Knows the tiers of a year. Refuses to know those of the year that a conversion will decide: they are not published.
"""

from dataclasses import dataclass
from typing import ClassVar

from megaroth.kit.money import NO_LIMIT, ZERO, Ints, Money, Rate, Rounding
from megaroth.kit.rule import rule
from megaroth.kit.words import choose, portion, total


@dataclass(frozen=True, slots=True)
class Surcharge:
    """From an income of `at_least` on, `monthly` is added to the premiums of Parts B and D together."""

    at_least: Money
    monthly: Money
    PAD: ClassVar["Surcharge"]


# No income reaches it.
Surcharge.PAD = Surcharge(NO_LIMIT, ZERO)


@rule("42 U.S.C. §1395r(i)(4)(A)", "Income that Medicare looks at: adjusted gross income and tax-exempt interest.")
def income_for_medicare(agi: Money, tax_exempt_interest: Money) -> Money:
    return total(agi=agi, tax_exempt_interest=tax_exempt_interest)


@rule("42 U.S.C. §1395r(i)(3)", "The surcharge of the highest tier that income reaches, a month and person.")
def monthly_surcharge(tiers: tuple[Surcharge, ...], income: Money) -> Money:
    found = ZERO
    for tier in tiers:
        found = choose((income >= tier.at_least) & (tier.at_least < NO_LIMIT), tier.monthly, found)
    return found


@rule("42 U.S.C. §1395r(i)(1), §1395w-113(a)(7)", "The surcharges of a year, for everybody who has Medicare.")
def yearly_surcharge(monthly: Money, people: Ints) -> Money:
    return portion(monthly, Rate(people * 12, 1), Rounding.DOWN)
