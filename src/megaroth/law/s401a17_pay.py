"""Pay that a plan may take into account, IRC §401(a)(17).

Knows the yearly limit on pay. Refuses to say which pay a plan counts; that is the plan's definition of eligible pay.
"""

from megaroth.kit.money import Ints, Money, Rate, Rounding
from megaroth.kit.rule import rule
from megaroth.kit.words import least, portion
from megaroth.law.book import Law


@rule("IRC §401(a)(17); Reg. §1.401(a)(17)-1", "A plan counts pay only up to the yearly limit.")
def countable_pay(law: Law, pay: Money) -> Money:
    return least(pay=pay, compensation_limit=law.compensation)


@rule("Reg. §1.401(a)(17)-1(b)(3)(iii)", "Pay measured over less than a year counts only up to as many twelfths.")
def countable_pay_of_short_period(law: Law, pay: Money, months: Ints) -> Money:
    return least(pay=pay, share_of_the_limit=portion(law.compensation.amount, Rate(months, 12), Rounding.DOWN))
