"""Elective deferrals, IRC §402(g): one limit a person and year, across all employers.

Counts pre-tax and Roth deferrals to 401(k), 403(b), SARSEP and SIMPLE plans; not 457(b), not match, not after-tax.
"""

from megaroth.kit.money import Money
from megaroth.kit.rule import rule
from megaroth.kit.words import remaining
from megaroth.law.book import Law


@rule("IRC §402(g)(1), (3)", "Pre-tax and Roth deferrals of one person at all employers share one yearly limit.")
def elective_deferral_left(law: Law, elsewhere: Money) -> Money:
    return remaining(of=law.elective_deferrals, deferred_elsewhere=elsewhere)


@rule("IRC §402(g)(1), (2); Reg. §1.402(g)-1", "Deferrals beyond the yearly limit and the catch-up are in excess.")
def excess_deferral(law: Law, deferred: Money, catch_up: Money) -> Money:
    """What one plan must be asked to return by 15 April of the next year. `catch_up` is the person's catch-up limit."""
    return remaining(of=deferred, yearly_limit=law.elective_deferrals, catch_up=catch_up)
