"""The part of `megaroth new` on money beside the plan and the years to come: what `worth`, `should` and `first` need.

Every question may be answered with “not sure”: then nothing is written, and those commands ask or say what they assume.
"""

from __future__ import annotations

from typing import Any

import tomlkit
from tomlkit.items import Table

from megaroth.doors.cli import talk
from megaroth.doors.cli.talk import Talk
from megaroth.doors.cli.writing import number_of
from megaroth.household.file import STATES
from megaroth.kit.money import ZERO, Money

OLDEST = 100


def state(talking: Talk) -> str | None:
    """Two letters of a state."""
    return talking.ask(
        "Which state do you live in? (two letters, like CA)",
        _state,
        "State tax is counted by its brackets where we have them; Enter leaves it out.",
    )


def stock(talking: Talk, job: str) -> Money | None:
    """The value of what vests; none where there is none."""
    value = talking.ask(
        f"Stock (RSUs) of {job} that vests in the year, in dollars:",
        talk.amount,
        "Its value on the days it vests; wages, but seldom eligible pay of the plan. 0 if there is none.",
        "0",
    )
    return value if value is not None and value > ZERO else None


def ira(talking: Talk, person: str) -> Table | None:
    """What the back door needs: the value of all traditional IRAs, and the after-tax money in them."""
    value = talking.ask(
        f"All traditional, SEP and SIMPLE IRAs of {person} together, in dollars:",
        talk.amount,
        "Their value decides what of a backdoor Roth IRA is taxed. 0 if there are none.",
    )
    if value is None:
        return None
    table = tomlkit.table()
    table.add("year_end_value", number_of(value))
    if value > ZERO:
        basis = talking.ask(
            "  After-tax money in them (Form 8606, line 14):", talk.amount_up_to(value, "all of it"), "0 if none.", "0"
        )
        table.add("basis", number_of(ZERO if basis is None else basis))
    return table


def wider(talking: Talk, file: tomlkit.TOMLDocument, age: int, jobs: list[str]) -> list[str]:
    """Cash, debts, health savings, stock purchase plan, horizon; lines that must stand at the head of the file."""
    talking.tell("\nNow money beside the plan, and the years to come.")
    _cash(talking, file)
    head = _debts(talking, file)
    _health(talking, file)
    _stock_plan(talking, file, jobs)
    _horizon(talking, file, age)
    return head


def _cash(talking: Talk, file: tomlkit.TOMLDocument) -> None:
    table = tomlkit.table()
    for field, prompt, help_ in (
        ("savings", "Cash and savings that you could use at once, in dollars:", "Not what is invested for later."),
        ("monthly_spending", "What your household spends a month, in dollars:", "Roughly; six months of it are kept as emergency cash."),
        ("to_save", "What you can put aside this year out of your take-home pay, in dollars:",
         "All of it, before any contribution to a plan; it is poured down the list of what comes first."),
        ("needed_within_five_years", "What you will need within five years (a house, a car, school), in dollars:", "0 if nothing."),
    ):  # fmt: skip
        value = talking.ask(prompt, talk.amount, help_)
        if value is not None:
            table.add(field, number_of(value))
    if table:
        file.add("cash", table)


def _debts(talking: Talk, file: tomlkit.TOMLDocument) -> list[str]:
    """Debts as tables; that there is none must stand at the head of the file."""
    any_ = talking.ask(
        "Do you owe money that costs interest: cards, car, student loan, mortgage? (yes/no)",
        talk.one_of({"yes": True, "no": False}),
        "Dear debt comes before investing.",
    )
    if any_ is None:
        return []
    found, names = tomlkit.aot(), list[str]()
    while any_:
        name = (
            talking.ask(
                "  What is it? A name, like card:", talk.label(names), "Only a label.", f"debt {len(names) + 1}"
            )
            or f"debt {len(names) + 1}"
        )
        balance = talking.ask("  What is owed, in dollars:", talk.amount, "The balance today.")
        rate = talking.ask(
            "  Its yearly interest rate, in percent, like 6.5:", talk.rate, "It stands on the statement as APR."
        )
        if balance is None or rate is None:
            talking.tell("    Left out: a debt counts only with both numbers.")
        elif name not in names:
            debt = tomlkit.table()
            debt.add("name", name)
            debt.add("balance", number_of(balance))
            debt.add("rate_percent", number_of(rate))
            found.append(debt)
            names.append(name)
        any_ = talking.yes("  Another debt? (yes/no)", "One at a time.", False)
    if names:
        file.add("debts", found)
        return []
    return ["debts = []"]


def _health(talking: Talk, file: tomlkit.TOMLDocument) -> None:
    coverage = talking.ask(
        "Is your health plan HSA-eligible (high deductible)? (self/family/none)",
        talk.one_of({word: word for word in ("self", "family", "none")}),
        "self: it covers you alone; family: others too; none: no HSA this year.",
    )
    if coverage is None:
        return
    table = tomlkit.table()
    table.add("coverage", coverage)
    if coverage != "none":
        given = talking.ask(
            "  What your employer puts into the HSA this year, in dollars:", talk.amount, "0 if nothing.", "0"
        )
        if given is not None and given > ZERO:
            table.add("employer", number_of(given))
    file.add("hsa", table)


def _stock_plan(talking: Talk, file: tomlkit.TOMLDocument, jobs: list[str]) -> None:
    found = tomlkit.aot()
    for job in jobs:
        discount = talking.ask(
            f"The discount of {job}'s stock purchase plan (ESPP), in percent:",
            talk.rate_up_to(15),
            "Mostly 15; 0 if there is no such plan.",
            "0",
        )
        if discount is None or not discount.top:
            continue
        table = tomlkit.table()
        table.add("job", job)
        table.add("discount_percent", number_of(discount))
        most = talking.ask(
            "  The most it takes, in percent of pay:",
            talk.rate_up_to(100),
            "Often 10 or 15; Enter if there is no such limit.",
        )
        if most is not None:
            table.add("max_percent", number_of(most))
        found.append(table)
    if found:
        file.add("espp", found)


def _horizon(talking: Talk, file: tomlkit.TOMLDocument, age: int) -> None:
    table = tomlkit.table()
    work = talking.ask(
        "Until which age will you put money in?",
        talk.whole_number(age, OLDEST),
        "The last year of these contributions; not sure: 60.",
    )
    spend = talking.ask(
        "From which age will you want the money?", talk.whole_number(max(age, work or age), OLDEST), "Not sure: 65."
    )
    later = talking.ask(
        "Other taxable income a year by then, in today's dollars:",
        talk.amount,
        "Pensions, Social Security, rents; it decides the tax. Not sure: half of this year's wages.",
    )
    for field, value in (("work_until_age", work), ("spend_age", spend)):
        if value is not None:
            table.add(field, tomlkit.item(value))
    if later is not None:
        table.add("later_income", number_of(later))
    if table:
        file.add("outlook", table)


def _state(typed: str) -> Any:
    if typed.upper() not in STATES:
        raise talk.Unclear("Please type the two letters of a state, like CA")
    return typed.upper()
