"""Employee stock purchase plans, IRC §423: how much stock a year may be bought at a discount, and what that costs.

Stock is valued when the right to buy is granted. Refuses plans that do not qualify under §423.
"""

from megaroth.kit.money import Money, Rate, Rounding
from megaroth.kit.rule import rule
from megaroth.kit.words import least, portion
from megaroth.law.book import Law


@rule("IRC §423(b)(8)", "What stock of the yearly value costs at the plan's price.")
def espp_cost_of_yearly_value(law: Law, price: Rate) -> Money:
    """`price`: the share of the value that is paid, 85% at a discount of 15%."""
    return portion(law.espp_stock_value.amount, price, Rounding.DOWN)


@rule("IRC §423(b)(8) and the plan's own cap", "What may be paid in a year.")
def espp_room(law: Law, price: Rate, plan_cap: Money) -> Money:
    return least(yearly_value=espp_cost_of_yearly_value(law, price), plan_cap=plan_cap)
