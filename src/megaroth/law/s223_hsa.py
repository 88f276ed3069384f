"""Health savings accounts, IRC §223: what may go in for a person's months under an eligible health plan.

Knows the limit and what is left of it. Refuses the last-month rule (§223(b)(8)): whoever uses it must stay covered for a
further year, which nobody can promise.
"""

from megaroth.kit.money import Ints, Money, Rate, Rounding, Truth
from megaroth.kit.rule import rule
from megaroth.kit.words import by_age, choose, portion, remaining, total
from megaroth.law.book import Law


@rule("IRC §223(b)(2)", "By the coverage: a family's, or the person's alone.")
def hsa_coverage_limit(law: Law, family: Truth) -> Money:
    return choose(family, law.hsa_family.amount, law.hsa_self_only.amount)


@rule("IRC §223(b)(3)", "A further amount from the year a person turns 55.")
def hsa_catch_up_limit(law: Law, age: Ints) -> Money:
    return by_age(age, (law.hsa_catch_up_age, law.hsa_catch_up))


@rule("IRC §223(b)(1), (3)", "The limit of a year with coverage in every month.")
def hsa_yearly_limit(law: Law, family: Truth, age: Ints) -> Money:
    return total(coverage=hsa_coverage_limit(law, family), catch_up=hsa_catch_up_limit(law, age))


@rule("IRC §223(b)(1), (2)", "A twelfth of the year's limit for every month that begins with the coverage.")
def hsa_limit(law: Law, family: Truth, age: Ints, months: Ints) -> Money:
    return portion(hsa_yearly_limit(law, family, age), Rate(months, 12), Rounding.DOWN)


@rule("IRC §223(b)(4)(B), §106(d)", "What the employer puts in uses the same limit.")
def hsa_left(limit: Money, employer: Money, own: Money) -> Money:
    return remaining(of=limit, employer=employer, own=own)
