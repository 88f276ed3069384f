"""Who stands in several plans of one employer: highly compensated by the pay from the employer, of all its plans together.

IRC §414(q)(1)(B); `megaroth room` counts a person's jobs in the same way.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from megaroth.kit.money import NO_LIMIT
from megaroth.workforce.checks import Clean
from megaroth.workforce.facts import last_year
from megaroth.workforce.settings import Sponsor
from megaroth.workforce.testing import column_of, law_for_year

Pays = dict[tuple[Any, int, str], int | None]
"""By employee, year and employer: the pay of the year before in cents; None where it is not known and cannot decide."""


def shares_employers(sponsor: Sponsor) -> bool:
    """Whether any employer has several plans."""
    return any(count > 1 for count in Counter(terms.group for terms in sponsor.plans).values())


def employers_pay(people: dict[Any, Clean], sponsor: Sponsor) -> Pays:
    """Of people with all their rows (by employee and year), the pay of those who have several rows with one employer."""
    found: Pays = {}
    for (who, year), rows in people.items():
        each = column_of(last_year(rows, "last_year_pay"), len(rows)).tolist()
        by_group: dict[str, list[int]] = {}
        for plan, cents in zip(rows.plan.tolist(), each, strict=True):
            by_group.setdefault(sponsor.plans[plan].group, []).append(cents)
        for group, pays in by_group.items():
            if len(pays) > 1:
                known = sum(cents for cents in pays if cents < NO_LIMIT.cents)
                decides = known > law_for_year(sponsor, year).hce_pay.amount.cents
                found[who, year, group] = known if decides or max(pays) < NO_LIMIT.cents else None
    return found


def with_employers_pay(used: Clean, pays: Pays, sponsor: Sponsor) -> Clean:
    """The rows with the pay of the year before that their employer paid in all its plans."""
    if not pays or not len(used) or "last_year_pay" not in used.values:
        return used
    names = pc.utf8_trim_whitespace(used.employee.cast(pa.string()))
    several = pc.is_in(names, pa.array(sorted({str(who) for who, _, _ in pays}), pa.string()))
    places = np.flatnonzero(several.to_numpy(zero_copy_only=False))
    if not places.size:
        return used
    cents, known = np.array(used.values["last_year_pay"]), np.array(used.is_known("last_year_pay"))
    for place, who in zip(places, used.employee.take(pa.array(places)).to_pylist(), strict=True):
        who = who.strip() if isinstance(who, str) else who
        key = (who, int(used.year[place]), sponsor.plans[used.plan[place]].group)
        if key in pays:
            stated = pays[key]
            known[place], cents[place] = True, NO_LIMIT.cents if stated is None else stated
    return replace(used, values={**used.values, "last_year_pay": cents}, known={**used.known, "last_year_pay": known})
