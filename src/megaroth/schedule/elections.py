"""Elections laid over the paychecks of a year: which numbers each paycheck follows."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from megaroth.household.pay import Election, Elections, Paycheck

NOTHING = Election()


def per_paycheck(paychecks: Sequence[Paycheck], elections: Sequence[Elections]) -> list[Election]:
    """The election of every paycheck; nothing is elected where no numbers are in force yet."""
    if not elections:
        return [NOTHING] * len(paychecks)
    return [_of(paycheck, in_force(paycheck.date, elections)) for paycheck in paychecks]


def in_force(day: datetime.date, elections: Sequence[Elections]) -> Elections | None:
    """The latest numbers entered for that day or one before it."""
    entered = [each for each in elections if each.since <= day]
    return max(entered, key=lambda each: each.since) if entered else None


def _of(paycheck: Paycheck, numbers: Elections | None) -> Election:
    if numbers is None:
        return NOTHING
    return (numbers.bonus or NOTHING) if paycheck.own_election else numbers.regular
