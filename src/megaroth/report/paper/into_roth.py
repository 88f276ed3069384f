"""The pages of conversion and tax: how the money gets into Roth, what waiting costs, what the return makes of it."""

from __future__ import annotations

from typing import Any

from megaroth.kit.money import ZERO
from megaroth.ledger.convert import ConvertAnswer
from megaroth.report.paper.beside import Beside
from megaroth.report.plain import head
from megaroth.report.steps import steps_of
from megaroth.room.answer import JobAnswer, RoomAnswer
from megaroth.tax.conversion import ConversionCost

CALLED = {
    "automatic": "At once, by itself",
    "payday": "On every payday",
    "monthly": "Every month",
    "quarterly": "Every quarter",
    "twice-a-year": "Twice a year",
    "annual": "Once, at the year's end",
}
"""How often one converts, in words."""
LEANS = {"in-plan": "the plan", "roth-ira": "the Roth IRA", "even": "neither", "ask": "ask"}


def conversion_content(room: RoomAnswer, beside: Beside) -> dict[str, Any] | None:
    """The section, or None where no plan of the household has a way into Roth."""
    jobs = [_job(room, job, beside) for job in room.jobs if job.may_i != "no"]
    if not jobs:
        return None
    return {
        "jobs": jobs,
        "taxed": beside.is_taxed,
        "tax": _tax(beside.tax) if isinstance(beside.tax, ConversionCost) else None,
        "untaxed": [f"{each.message} {each.remedy}" for each in beside.tax] if isinstance(beside.tax, list) else [],
        "forms": _forms(room.household.year),
    }


def _job(room: RoomAnswer, job: JobAnswer, beside: Beside) -> dict[str, Any]:
    found = beside.waiting.get(job.name)
    # The third step is the way into Roth; what is asked first stands before it and says so.
    way = next((step for step in steps_of(job, room.law, None) if step.startswith("Into Roth")), "")
    return {
        "name": job.name,
        "way": _sentence(way.partition(": ")[2]),
        "waiting": _waiting(found) if found else [],
        "table": [
            {"about": head(row.about), "cite": row.cite, "in_plan": head(row.in_plan), "roth_ira": head(row.roth_ira), "leans": head(LEANS[row.leans])}
            for row in (found.table if found else ())
        ],
    }  # fmt: skip


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _waiting(found: ConvertAnswer) -> list[dict[str, str]]:
    return [
        {
            "called": CALLED.get(plan.frequency, plan.frequency),
            "times": str(len(plan.conversions)),
            "taxable": str(plan.taxable),
            "left": str(plan.left) if plan.left > ZERO else "–",
            "tax": str(plan.cost),
        }
        for plan in found.waiting
    ]


def _tax(cost: ConversionCost) -> dict[str, Any]:
    share = cost.share(cost.total)
    return {
        "taxable": str(cost.taxable),
        "total": str(cost.total),
        "share": f"{share}%" if share else "",
        "federal": str(cost.federal),
        "state": "not counted" if cost.state_tax is None else str(cost.state_tax),
        "place": cost.state or "state",
        "lines": [
            {"label": label, "before": str(before), "after": str(after), "change": str(after - before)}
            for label, before, after in cost.lines
            if before != after
        ],
        "findings": [
            {"message": each.message, "remedy": each.remedy, "cite": each.cite} for each in cost.findings
        ],
    }  # fmt: skip


def _forms(year: int) -> list[str]:
    return [
        f"In January {year + 1} the recordkeeper sends Form 1099-R for every kind of conversion of {year}: box 1 what was converted, box 2a what of "
        "it is income, box 5 your own contributions, code G in box 7. Compare it with your record before you file.",
        f"On the return of {year} it stands on the lines for pensions: the whole amount, and the taxable part. A rollover from a plan to a Roth IRA "
        "needs no Form 8606; money that went through a traditional IRA does.",
        "Nothing is withheld from a direct conversion. If its income is more than a little, raise Form W-4 step 4(c) or pay an estimate.",
    ]
