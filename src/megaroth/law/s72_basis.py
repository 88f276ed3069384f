"""Basis in an employer plan, IRC §72(e)(8): every payment carries its share of after-tax money.

Knows the share, the separate contract of after-tax contributions, basis from before 1987, and the 10% tax on early
distributions. Refuses to say whether a plan accounts separately; that is the plan's record.
"""

from megaroth.kit.money import ZERO, Money, Rate, Rounding, Truth
from megaroth.kit.rule import rule
from megaroth.kit.words import choose, least, portion, remaining, total


@rule(
    "IRC §72(d)(2); Notice 87-13 Q&A-14",
    "After-tax contributions with their own earnings are a contract of their own where the plan accounts separately.",
)
def value_of_contract(separate: Truth, after_tax_source: Money, all_but_roth: Money) -> Money:
    return choose(separate, after_tax_source, all_but_roth)


@rule("IRC §72(e)(8)(D)", "Basis from before 1987 comes out first, where the plan allowed its withdrawal in 1986.")
def pre_1987_basis_in_payment(payment: Money, pre_1987_basis: Money) -> Money:
    return least(payment=payment, pre_1987_basis=pre_1987_basis)


@rule("IRC §72(e)(8)(B)", "A payment is untaxed in the proportion of basis to the value of the contract.")
def basis_in_payment(payment: Money, basis: Money, value: Money) -> Money:
    """`value` is that of the whole contract just before the payment. After a loss all of it is basis, but no more."""
    at_least_a_cent = choose(value > ZERO, value, Money(1))
    return least(
        share=portion(payment, Rate(basis.cents, at_least_a_cent.cents), Rounding.HALF_UP), payment=payment, basis=basis
    )


@rule("IRC §72(e)(8)(B), (D)", "Basis in a payment: that from before 1987, then the share of the rest.")
def basis_in_payment_with_old_basis(payment: Money, basis: Money, value: Money, pre_1987_basis: Money) -> Money:
    """`basis` and `value` are of the whole contract, what is from before 1987 included."""
    first = pre_1987_basis_in_payment(payment, pre_1987_basis)
    return total(
        before_1987=first, share_of_the_rest=basis_in_payment(payment - first, basis - pre_1987_basis, value - first)
    )


@rule("IRC §72(e)(8), §402(a)", "What is not basis is ordinary income unless it is rolled over.")
def taxable_in_payment(payment: Money, basis_out: Money) -> Money:
    return remaining(of=payment, basis=basis_out)


@rule("IRC §72(e)(8); §67(g)", "Basis that a total distribution leaves behind after a loss is not recovered.")
def basis_lost(basis: Money, basis_out: Money) -> Money:
    return remaining(of=basis, recovered=basis_out)


@rule("IRC §72(t)(1), (2)", "An additional tax on what an early distribution puts into income, unless excepted.")
def early_distribution_tax(taxed: Money, excepted: Truth, rate: Rate) -> Money:
    """`excepted`: 59½ or older, or another exception of §72(t)(2). Rolled-over amounts are not in `taxed`."""
    return choose(excepted, ZERO, portion(taxed, rate, Rounding.HALF_UP))
