"""The rows beside the paychecks still to come, so that a table of them adds up to the year: the pay stub before, a true-up after."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from megaroth.kit.money import ZERO

if TYPE_CHECKING:
    from megaroth.schedule.answer import JobSchedule

Row: TypeAlias = dict[str, str | None]
_AMOUNTS = ("pay", "pre_tax", "roth", "catch_up", "after_tax", "match", "net_pay")


def stub_rows(job: JobSchedule) -> list[Row]:
    """The last pay stub as a row, where one is given: what it does not say (catch-up of its own, net pay) is None."""
    made = job.year.made
    if made.pay == ZERO:
        return []
    row = {name: getattr(made, name).plain() for name in ("pay", "pre_tax", "roth", "after_tax", "match")}
    return [{"date": None, "kind": "stub", **row, "catch_up": None, "net_pay": None}]


def true_up_rows(job: JobSchedule) -> list[Row]:
    """The true-up as a row: paid in after the year's end, as a part of this year's match."""
    if not job.outcome.true_up > ZERO:
        return []
    return [
        {
            "date": None,
            "kind": "true-up",
            **dict.fromkeys(_AMOUNTS),
            "match": job.outcome.true_up.plain(),
            "net_pay": "0.00",
        }
    ]


def sum_of(rows: Sequence[Row], name: str) -> Decimal | None:
    """The sum of a column; None for net pay where a row does not say it."""
    if name == "net_pay" and any(row[name] is None for row in rows):
        return None
    return sum((Decimal(row[name] or 0) for row in rows), Decimal(0))
