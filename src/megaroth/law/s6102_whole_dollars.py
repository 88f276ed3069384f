"""Whole dollars on a return, IRC §6102(a): cents may be dropped or rounded up at fifty, line by line."""

from megaroth.kit.money import Money, Rate, Rounding, dollars
from megaroth.kit.rule import rule
from megaroth.kit.words import portion

A_DOLLAR = dollars(1)


@rule("IRC §6102(a); Reg. §301.6102-1", "Under 50 cents is dropped; from 50 cents on it is the next dollar.")
def whole_dollars(amount: Money) -> Money:
    return Money(portion(amount, Rate(1, A_DOLLAR.cents), Rounding.HALF_UP).cents * A_DOLLAR.cents)
