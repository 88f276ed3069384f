"""The top-paid fifth, for plans whose employer counts it alone as highly compensated, IRC §414(q)(1)(B)(ii), (q)(3).

One pass before the others finds the pay from which on somebody belongs to it. The fifth is one of the employer's people,
not of a plan's: all plans of one `employer_group` are counted together, each person once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from megaroth.law.book import law_for
from megaroth.workforce.checks import _year_of, clean
from megaroth.workforce.mapping import Mapping
from megaroth.workforce.repeats import Read
from megaroth.workforce.settings import Sponsor

FIELDS = ("employee", "plan", "year", "pay", "born", "age", "last_year_pay", "hired", "not_top_paid")
PAYS = pa.schema(
    [("group", pa.int32()), ("year", pa.int32()), ("who", pa.string()), ("plan", pa.int32()), ("pay", pa.int64())]
)
"""The employer (a position in `groups`), the year of the row, who, in which plan, and the pay of the year before, in cents."""


def groups(sponsor: Sponsor) -> list[str]:
    """The employers of which a plan makes the election."""
    return list(dict.fromkeys(terms.group for terms in sponsor.plans if terms.elects_top_paid))


def for_top_paid(mapping: Mapping) -> Mapping:
    """The mapping with the fields alone that decide who is counted."""
    return replace(mapping, columns={name: column for name, column in mapping.columns.items() if name in FIELDS})


def is_needed(mapping: Mapping, sponsor: Sponsor) -> bool:
    """Whether a plan makes the election and the census says what it is decided by."""
    return bool(groups(sponsor)) and "last_year_pay" in mapping.columns


def with_top_paid(read: Read, mapping: Mapping, sponsor: Sponsor) -> Sponsor:
    """The sponsor, whose terms now say from which pay on somebody is in the top-paid fifth of each year."""
    if not is_needed(mapping, sponsor):
        return sponsor
    mapping = for_top_paid(mapping)
    columns = list(dict.fromkeys(mapping.columns.values()))
    batches = [pays_of(part.batch, part.rows, mapping, sponsor) for part in read(columns)]
    table = pa.Table.from_batches(batches, schema=PAYS)
    # A row that stands twice is one row; somebody in two plans of the employer is one person with both pays.
    once = table.group_by(["group", "year", "who", "plan"]).aggregate([("pay", "max")])
    people = once.group_by(["group", "year", "who"]).aggregate([("pay_max", "sum")])
    found = {}
    for group, year in sorted(set(zip(people["group"].to_pylist(), people["year"].to_pylist(), strict=True))):
        mine = pc.and_(pc.equal(people["group"], group), pc.equal(people["year"], year))
        pays = people.filter(mine).column("pay_max_sum").to_numpy()
        place = len(pays) - in_the_fifth(len(pays), year)
        found[group, year] = int(np.partition(pays, place)[place])
    return with_cutoffs(sponsor, found)


def in_the_fifth(people: int, year: int) -> int:
    """How many are the top-paid fifth: a fifth of those counted, rounded up."""
    share = law_for(year).top_paid_share
    return -(-people * int(share.top) // int(share.bottom))


def with_cutoffs(sponsor: Sponsor, found: dict[tuple[int, int], int]) -> Sponsor:
    """The sponsor with the lowest pay of each employer's fifth, by (employer, year)."""
    number = {name: at for at, name in enumerate(groups(sponsor))}

    def of(group: str) -> dict[int, int]:
        return {year: cents for (at, year), cents in found.items() if at == number.get(group)}

    plans = tuple(
        replace(terms, top_paid=of(terms.group)) if terms.elects_top_paid else terms for terms in sponsor.plans
    )
    return replace(sponsor, plans=plans)


def pays_of(batch: Any, rows: Any, mapping: Mapping, sponsor: Sponsor) -> Any:
    """What the rows of a batch bring into the count (`PAYS`).

    Counted is who worked for the employer in the year before: not who was hired since or is said to have had no pay.
    Whose pay is not known counts as a person, the lowest paid.
    """
    used, _ = clean(batch, rows, mapping, sponsor)
    names = groups(sponsor)
    of_plan = np.array([names.index(t.group) if t.group in names else -1 for t in sponsor.plans], np.int32)
    group, known = of_plan[used.plan], used.is_known("last_year_pay")
    pay = np.where(known, used.values["last_year_pay"], 0)
    counted = (group >= 0) & ~np.broadcast_to(used.says("not_top_paid"), len(used)) & ~(known & (pay == 0))
    if "hired" in used.values:
        counted &= ~(used.is_known("hired") & (_year_of(used.values["hired"]) >= used.year) & (pay == 0))
    places = np.flatnonzero(counted)
    who = pc.utf8_trim_whitespace(used.employee.take(pa.array(places)).cast(pa.string()))
    columns: Iterable[Any] = (group, used.year, who, used.plan, pay)
    arrays = [each if each is who else pa.array(each[places]) for each in columns]
    return pa.RecordBatch.from_arrays([a.cast(f.type) for a, f in zip(arrays, PAYS, strict=True)], schema=PAYS)
