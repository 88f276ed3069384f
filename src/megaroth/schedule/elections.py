"""Elections laid over the cheques of a year: which numbers each cheque follows."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from megaroth.household.pay import Cheque, Election, Elections

NOTHING = Election()


def per_cheque(cheques: Sequence[Cheque], elections: Sequence[Elections]) -> list[Election]:
    """The election of every cheque; nothing is elected where no numbers are in force yet."""
    if not elections:
        return [NOTHING] * len(cheques)
    return [_of(cheque, in_force(cheque.date, elections)) for cheque in cheques]


def in_force(day: datetime.date, elections: Sequence[Elections]) -> Elections | None:
    """The latest numbers entered for that day or one before it."""
    entered = [each for each in elections if each.since <= day]
    return max(entered, key=lambda each: each.since) if entered else None


def _of(cheque: Cheque, numbers: Elections | None) -> Election:
    if numbers is None:
        return NOTHING
    return (numbers.bonus or NOTHING) if cheque.own_election else numbers.regular
