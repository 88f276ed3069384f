"""Cash: can I afford it, which paychecks fall short of what I need, and which vests carry those months."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from megaroth.household.payment import Cash
from megaroth.kit.finding import Finding
from megaroth.kit.money import ZERO, Money
from megaroth.room.household import JobRoom
from megaroth.schedule.cash import net_pays
from megaroth.schedule.payroll import Outcome
from megaroth.schedule.year import JobYear

SMALL_SHARE = 4
"""A paycheck that leaves less than a quarter of its pay is worth a word."""


@dataclass(frozen=True, slots=True)
class Month:
    """One month: what paychecks leave, what vests leave in shares, and what is needed."""

    name: str
    net_pay: Money
    shares: Money
    need: Money

    @property
    def short(self) -> Money:
        """What the paychecks leave too little."""
        return self.need - self.net_pay if self.need > self.net_pay else ZERO


def months_of(year: JobYear, outcome: Outcome, nets: tuple[Money | None, ...], need: Money | None) -> list[Month]:
    """The months in which something is paid; `need` is what every regular paycheck has to leave."""
    found: dict[str, list[Money]] = {}
    for line, net in zip(outcome.lines, nets, strict=True):
        row = found.setdefault(f"{line.paycheck.date:%Y-%m}", [ZERO, ZERO, ZERO])
        if net is not None:
            row[1 if line.paycheck.in_kind > ZERO else 0] += net
        if need is not None and line.paycheck.kind == "regular":
            row[2] += need
    return [Month(name, *row) for name, row in found.items()]


def of_cash(
    case: JobRoom, year: JobYear, outcome: Outcome, cash: Cash | None, today: datetime.date | None
) -> list[Finding]:
    """What cash says of the paychecks still to be paid."""
    job, found = case.job, []

    def say(code: str, severity: str, message: str, remedy: str = "") -> None:
        found.append(Finding(code, severity, f"{job.name}: {message}", job.where, remedy))  # type: ignore[arg-type]

    if cash is None:
        return []
    nets = net_pays(year, outcome.lines, cash)
    pairs = [
        (line, net)
        for line, net in zip(outcome.lines, nets, strict=True)
        if net is not None and (today is None or line.paycheck.date >= today) and line.paycheck.pay > ZERO
    ]
    put_in = {
        line.paycheck.date for line, _ in pairs if line.pre_tax + line.roth + line.catch_up + line.after_tax > ZERO
    }
    unpaid = [line for line, net in pairs if net < ZERO and line.paycheck.date in put_in]
    if unpaid:
        say(
            "paycheck-cannot-hold",
            "warning",
            f"RISK: {_paychecks(len(unpaid))} cannot hold what is elected once taxes and deductions are paid, first that "
            f"of {unpaid[0].paycheck.date}; payroll will cut the contributions, and which it cuts first is its own rule.",
            "Lower the elections (`megaroth schedule` gives numbers that every paycheck can hold), or ask payroll what it cuts.",
        )
    need = job.wishes.least_net_pay
    months = months_of(year, outcome, nets, need)
    if need is None:
        small = [
            (line, net)
            for line, net in pairs
            if net >= ZERO and line.paycheck.date in put_in and Money(net.cents * SMALL_SHARE) < line.paycheck.pay
        ]
        if small:
            least = min((net for _, net in small), key=lambda net: int(net.cents))
            say(
                "little-net-pay",
                "warning",
                f"{_paychecks(len(small))} leave you less than a quarter of their pay, the smallest {least}; first that of "
                f"{small[0][0].paycheck.date}.",
                "Write what each paycheck has to leave you: [jobs.wishes] least_net_pay = 3_000, and ask again.",
            )
    else:
        found += _need(
            case,
            months,
            pairs_short=[line.paycheck.date for line, net in pairs if net < need and line.paycheck.kind == "regular"],
        )
    if cash.is_of_the_year:
        if cash.assumed:
            say(
                "net-pay-assumes",
                "info",
                f"net pay assumes {', '.join(cash.assumed)}.",
                f"Write [people.{job.person}.w4] and [jobs.deductions] for your own.",
            )
    else:
        say(
            "net-pay-not-known",
            "info",
            f"net pay is not shown: the withholding tables of {year.year} are not in this release. What a paycheck can hold "
            "is judged by those of the nearest year.",
        )
    return found


def _need(case: JobRoom, months: list[Month], pairs_short: list[datetime.date]) -> list[Finding]:
    job, need = case.job, case.job.wishes.least_net_pay
    if not pairs_short:
        return []
    at = {f"{day:%Y-%m}" for day in pairs_short}
    short = [month for month in months if month.name in at and month.short > ZERO]
    total = sum((month.short for month in short), ZERO)
    shares = sum((month.shares for month in months), ZERO)
    carried = _carried(months)
    message = f"{job.name}: {_paychecks(len(pairs_short))} leave less than the {need} that you need, first that of {pairs_short[0]}"
    if short:
        message += f"; {', '.join(month.name for month in short)} are {total} short together"
    if shares > ZERO:
        held = [month.name for month in short if month.name in carried]
        message += f". Vests leave {shares} in shares, withholding paid"
        message += f"; sold, they carry {', '.join(held)}" if held else "; they come too late for those months"
    return [
        Finding(
            "net-pay-below-need",
            "warning",
            f"{message}.",
            job.where,
            "Wish fewer dollars, or carry those months with savings or other pay.",
        )
    ]


def _carried(months: list[Month]) -> set[str]:
    """The short months that shares vested by then can carry, sold as they vest, one month after the other."""
    purse, carried = ZERO, set()
    for month in months:
        purse = purse + month.shares
        if ZERO < month.short <= purse:
            purse = purse - month.short
            carried.add(month.name)
    return carried


def _paychecks(count: int) -> str:
    return "1 paycheck" if count == 1 else f"{count} paychecks"
