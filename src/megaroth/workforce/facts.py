"""From the clean rows of a census to the facts that the rules take: the same that a household file gives.

Each row is one job of one person. What is not said is settled as `room/facts` settles it: pay of the year before unknown
counts as highly compensated, wages unknown as catch-up that must be Roth. People with several rows are `several.py`'s.
"""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

import numpy as np

from megaroth.kit.money import NO_LIMIT, ZERO, Money
from megaroth.kit.words import choose, least, remaining
from megaroth.law.book import Law
from megaroth.room.room import Facts, elective_deferral_limit
from megaroth.workforce.cells import Column, Flags
from megaroth.workforce.checks import Clean, _year_of
from megaroth.workforce.settings import Terms


def facts_of_rows(law: Law, terms: Terms, clean: Clean, as_of: datetime.date | None) -> Facts:
    """The facts of rows of one plan and year, wishing as much as allowed."""
    made = clean.money("pre_tax") + clean.money("roth")
    elsewhere = clean.money("deferred_elsewhere")
    is_over = is_over_of(clean, as_of)
    last = last_year(clean, "last_year_pay")
    top = terms.top_paid.get(int(clean.year[0])) if len(clean) else None
    facts = Facts(
        age=clean.values["age"],
        pay=clean.money("pay"),
        pay_415=clean.money("pay"),
        service=service_of(clean),
        last_year_pay=last,
        last_year_fica_wages=last_year(clean, "last_year_fica_wages"),
        owns=clean.rate("owner_percent"),
        is_roth=_is_roth(clean),
        in_top_paid_group=last >= Money(top) if top else True,
        after_tax_wanted=NO_LIMIT if terms.finished.may_lead_to_roth else ZERO,
        forfeitures=clean.money("forfeitures"),
        deferral_made=made,
        match_made=clean.money("match"),
        after_tax_made=clean.money("after_tax"),
        deferrals_elsewhere=least(elsewhere=elsewhere, limit=law.elective_deferrals),
        catch_up_elsewhere=remaining(of=elsewhere, limit=law.elective_deferrals),
        is_over=is_over,
    )
    if is_over is False:
        return facts
    beyond = remaining(of=made, limit=elective_deferral_limit(law, terms.finished.plan, facts))
    return replace(
        facts,
        deferral_wanted=choose(is_over, made, NO_LIMIT),
        catch_up_wanted=choose(is_over, beyond, NO_LIMIT),
    )


def last_year(clean: Clean, name: str) -> Money:
    """An amount of the year before: nothing for who was hired this year, no limit where it is not known."""
    said = clean.money_or_no_limit(name)
    if "hired" not in clean.values:
        return said
    new = clean.is_known("hired") & (_year_of(clean.values["hired"]) == clean.year) & ~clean.is_known(name)
    return choose(new, ZERO, said) if new.any() else said


def service_of(clean: Clean) -> Column | int:
    """Completed years of service, nought where not known."""
    if "service_years" in clean.values and clean.known["service_years"] is None:
        return clean.values["service_years"]
    told = clean.values.get("service_years", 0)
    if "hired" not in clean.values:
        return told
    since = np.maximum(clean.year - _year_of(clean.values["hired"]), 0)
    by_date = np.where(clean.is_known("hired"), since, 0)
    return np.where(clean.is_known("service_years"), told, by_date)


def service_known(clean: Clean) -> Flags:
    """Which rows say how long the person has served."""
    return clean.is_known("service_years") | clean.is_known("hired")


def is_over_of(clean: Clean, as_of: datetime.date | None) -> Any:
    """Which jobs have ended by the day of the file; False where none has."""
    if "left" not in clean.values or as_of is None:
        return False
    day = (as_of - datetime.date(1970, 1, 1)).days
    over = clean.is_known("left") & (clean.values["left"] <= day)
    return over if over.any() else False


def _is_roth(clean: Clean) -> Any:
    """Whose deferrals are Roth alone: it matters where a plan does not match Roth deferrals."""
    if "roth" not in clean.values:
        return False
    only = clean.values["roth"] > 0
    return only & (clean.values["pre_tax"] == 0) if "pre_tax" in clean.values else only
