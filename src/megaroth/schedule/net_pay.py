"""The seam to cash: what a function of net pay is told of one cheque. Knows no tax; `tax/` brings the function."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from megaroth.kit.money import ZERO, Money
from megaroth.schedule.payroll import Line
from megaroth.schedule.year import JobYear


@dataclass(frozen=True, slots=True)
class PaydayFacts:
    """One cheque as tax sees it. `gross` is all pay of the day; `gross_before` this job's pay of the year before it."""

    job: str
    date: datetime.date
    gross: Money
    gross_before: Money
    pre_tax: Money
    """Deferred before income tax, catch-up included unless it is Roth; FICA is due on it all the same."""
    after_taxes: Money
    """Roth deferrals and after-tax contributions: they come out of taxed pay."""


NetPay: TypeAlias = Callable[[PaydayFacts], Money]


def facts_of_paydays(year: JobYear, lines: tuple[Line, ...]) -> list[PaydayFacts]:
    """What net pay depends on, cheque by cheque."""
    found, before = [], year.made.pay
    catch_up_is_roth = year.catch_up_is_roth or year.is_roth
    for line in lines:
        gross = line.cheque.pay + line.cheque.other
        taxed_catch_up = line.catch_up if catch_up_is_roth else ZERO
        found.append(
            PaydayFacts(
                year.name,
                line.cheque.date,
                gross,
                before,
                line.pre_tax + (line.catch_up - taxed_catch_up),
                line.roth + line.after_tax + taxed_catch_up,
            )
        )
        before = before + gross
    return found
