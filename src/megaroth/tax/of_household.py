"""The facts of a return from a household file: wages of the jobs, less what is deferred before tax, and the table [tax].

Knows what is not stated, and says so. Refuses to guess income: what is unknown counts as nothing, with a finding.
"""

from __future__ import annotations

import datetime
from typing import Any

from megaroth.household.model import Household, Job
from megaroth.household.tax_file import AMOUNTS, TaxFile
from megaroth.kit.finding import Finding
from megaroth.kit.money import ZERO, Money
from megaroth.law.book import Law, statutory_number
from megaroth.law.income_tax import income_tax_years
from megaroth.law.s401c_earned_income import earned_income, net_earnings, self_employment_tax
from megaroth.room.household import JobRoom, find_rooms
from megaroth.tax.conversion import ConversionCost, conversion_cost
from megaroth.tax.s61_income import Income
from megaroth.tax.warnings import People


def cost_of(
    law: Law, household: Household, taxable: Money, today: datetime.date | None = None
) -> ConversionCost | list[Finding]:
    """What converting `taxable` costs this household in its year, or why that cannot be said."""
    if taxable < ZERO:
        return [Finding("negative", "error", "A conversion is not negative.", "conversion", "Give its taxable part.")]
    if household.year not in income_tax_years():
        known = ", ".join(map(str, income_tax_years()))
        message = f"The book has no income tax tables of {household.year}."
        return [Finding("no-tax-tables", "error", message, "year", f"It has those of {known}; use one with care.")]
    income, found = income_of(law, household, today)
    stated = household.tax or TaxFile()
    ages = tuple(person.age_at_end_of(household.year) for person in household.people.values())
    return conversion_cost(
        law,
        household.filing,
        income,
        taxable,
        state=household.state,
        own_rate=stated.state_percent,
        people=People(ages, any(job.self_employed for job in household.jobs)),
        found=(*household.findings, *found),
    )


def income_of(law: Law, household: Household, today: datetime.date | None = None) -> tuple[Income, list[Finding]]:
    """The return's facts without any conversion of this year that [tax] does not name, and what is not known of them."""
    stated = household.tax or TaxFile()
    rooms = find_rooms(law, household, today)
    values: dict[str, Money] = {
        name: written for name in AMOUNTS if isinstance(written := getattr(stated, name), Money)
    }
    of_jobs = _wages(household, rooms)
    owners = _owners(law, household, rooms)
    values["adjustments"] = values.get("adjustments", ZERO) + owners.pop("adjustments")
    qualified, dividends = values.get("qualified_dividends", ZERO), values.get("dividends", ZERO)
    of_65 = sum(p.age_at_end_of(household.year) >= statutory_number("senior_deduction_age") for p in _filers(household))
    income = Income(
        **{**of_jobs, **values, **owners, "dividends": max(dividends, qualified, key=lambda each: each.cents)},
        aged_or_blind=of_65 + stated.blind,
        seniors=of_65,
        children=stated.children,
        other_dependents=stated.other_dependents,
    )
    return income, _gaps(household, bool(qualified > dividends))


def _filers(household: Household) -> list[Any]:
    """Who signs the return: on any but a joint one the first person of the file."""
    people = list(household.people.values())
    return people if household.filing == "joint" else people[:1]


def _wages(household: Household, rooms: list[JobRoom]) -> dict[str, Money]:
    """Boxes 1 and 5 of all Forms W-2: pay, and pay less what is deferred before tax."""
    taxed, medicare = ZERO, ZERO
    filers = {person.name for person in _filers(household)}
    for room in rooms:
        job = room.job
        if job.self_employed or job.person not in filers:
            continue
        pay = job.pay + job.other_wages
        medicare += pay
        taxed += pay - _pre_tax(room, job)
    return {"wages": taxed, "medicare_wages": medicare}


def _pre_tax(room: JobRoom, job: Job) -> Money:
    if job.wishes.is_roth:
        return ZERO
    catch_up = ZERO if room.room.catch_up_must_be_roth else room.room.catch_up
    return room.room.elective_deferral + catch_up


def _owners(law: Law, household: Household, rooms: list[JobRoom]) -> dict[str, Money]:
    """Profit, self-employment tax, and what the self-employed put in their own plans before tax."""
    values = dict.fromkeys(
        ("profit", "self_employment_income", "self_employment_tax", "half_of_self_employment_tax", "adjustments"), ZERO
    )
    filers = {person.name for person in _filers(household)}
    for room in rooms:
        job = room.job
        if not job.self_employed or job.person not in filers:
            continue
        wages = sum(
            (j.pay + j.other_wages for j in household.jobs if j.person == job.person and not j.self_employed), ZERO
        )
        tax = self_employment_tax(law, job.profit, wages)
        values["profit"] += job.profit
        values["self_employment_tax"] += tax
        values["half_of_self_employment_tax"] += job.profit - earned_income(law, job.profit, wages)
        values["self_employment_income"] += net_earnings(law, job.profit) if tax > ZERO else ZERO
        values["adjustments"] += _pre_tax(room, job) + room.room.nonelective
    return values


def _gaps(household: Household, qualified_above: bool) -> list[Finding]:
    found = []
    if household.tax is None:
        message = "The file says nothing of other income, deductions or children: the tax is that of pay alone."
        remedy = "Add [tax] with interest, dividends, gains, itemized deductions, children …; `megaroth schema household` has all."
        found.append(Finding("tax-facts-missing", "warning", message, "tax", remedy))
    else:
        unknown = [name for name in AMOUNTS if getattr(household.tax, name) == "unknown"]
        if unknown:
            message = (
                f"Not known, and counted as nothing: {', '.join(unknown)}. More income can make the conversion dearer."
            )
            found.append(Finding("tax-facts-unknown", "warning", message, "tax", "Last year's return has them."))
    if qualified_above:
        message = "Qualified dividends are more than all dividends: all dividends are taken to be qualified."
        found.append(Finding("qualified-above-dividends", "warning", message, "tax.qualified_dividends",
                             "Write box 1a of Form 1099-DIV as dividends, box 1b as qualified_dividends."))  # fmt: skip
    if household.filing == "joint" and len(household.people) < 2:
        message = "A joint return has two persons; the file names one, so the other's pay is not counted."
        found.append(Finding("spouse-missing", "warning", message, "people", "Add [people.NAME] and the other's job."))
    if household.filing not in ("joint",) and len(household.people) > 1:
        first = next(iter(household.people))
        message = f"On a return that is not joint only {first}'s pay counts here."
        found.append(Finding("one-filer", "info", message, "filing", "Put the person whose return it is first."))
    return found
