"""Highly compensated employees, IRC §414(q): decided by pay of the year before, or by owning more than 5%."""

from megaroth.kit.money import Money, Rate, Truth
from megaroth.kit.rule import rule
from megaroth.law.book import Law


@rule("IRC §414(q)(1)(B)", "Pay of the year before above the threshold published for that year.")
def paid_above_hce_threshold(law: Law, last_year_pay: Money) -> Truth:
    return last_year_pay > law.hce_pay.amount


@rule("IRC §414(q)(2), §416(i)(1)(B)(i)", "Owned more than 5% in this year or the year before.")
def more_than_5_percent_owner(law: Law, owns: Rate) -> Truth:
    return owns.top * law.five_percent_owner.bottom > law.five_percent_owner.top * owns.bottom


@rule("IRC §414(q)(1)", "Highly compensated: a more-than-5% owner, or paid above the threshold last year.")
def is_highly_compensated(law: Law, last_year_pay: Money, owns: Rate, in_top_paid_group: Truth) -> Truth:
    """`in_top_paid_group` is True where the plan has not elected the top-paid-group limit."""
    return more_than_5_percent_owner(law, owns) | (paid_above_hce_threshold(law, last_year_pay) & in_top_paid_group)
