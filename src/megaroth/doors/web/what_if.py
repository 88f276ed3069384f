"""What if: a bonus, a raise, a last day. A household with one thing changed, and what comes of it beside what was."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any

from megaroth.doors.web.fields import Field
from megaroth.doors.web.form import amount_of, day_of

FIELDS: tuple[Field, ...] = (
    Field("bonus", "A bonus of", "money"),
    Field("bonus_on", "paid on", "date"),
    Field("raise", "A new base pay of", "money", unit="a year"),
    Field("raise_from", "from", "date"),
    Field("ends", "Leaving on", "date"),
)


def what_if(household: Mapping[str, Any], asked: Mapping[str, str], number: int) -> dict[str, Any] | None:
    """The household as it would be; None where nothing is asked. What is half said (an amount without a day) is left out."""
    given = {field.key: asked.get(field.key, "").strip()[:40] for field in FIELDS}
    made: dict[str, Any] = copy.deepcopy(dict(household))
    job = made["jobs"][number]
    pay = job.get("pay")
    if not isinstance(pay, dict):
        return None
    changed = False
    if given["bonus"] and given["bonus_on"]:
        pay["extra"] = [
            *pay.get("extra", []),
            {"on": day_of(given["bonus_on"]), "amount": amount_of(given["bonus"]), "kind": "bonus"},
        ]
        changed = True
    if given["raise"] and given["raise_from"]:
        pay["raises"] = [
            *pay.get("raises", []),
            {"from": day_of(given["raise_from"]), "annual": amount_of(given["raise"])},
        ]
        changed = True
    if given["ends"]:
        job["ends"] = day_of(given["ends"])
        changed = True
    return made if changed else None
