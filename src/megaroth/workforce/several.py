"""Rows beside each other: what is twice, and who stands in several rows, all of which are needed to answer one of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pyarrow as pa

from megaroth.workforce.cells import Flags
from megaroth.workforce.census import Part
from megaroth.workforce.checks import REJECTS, Clean, clean
from megaroth.workforce.employer_pay import Pays, employers_pay, shares_employers, with_employers_pay
from megaroth.workforce.mapping import Mapping
from megaroth.workforce.masking import masked_column
from megaroth.workforce.repeats import Read, Repeats, find_repeats, keys_of, twice_in_one_plan
from megaroth.workforce.settings import Sponsor
from megaroth.workforce.testing import rows_of


def usable(read: Read, mapping: Mapping, sponsor: Sponsor) -> Iterator[tuple[Part, Clean, Any]]:
    """Each part of a census with its usable rows, for the tests, and the table of the others."""
    repeats = find_repeats(read, mapping, sponsor.names, sponsor.year)
    pays: Pays = {}
    if shares_employers(sponsor):
        pays = employers_pay(people_with_several_rows(read, mapping, sponsor, repeats), sponsor)
    for part in read(list(dict.fromkeys(mapping.columns.values()))):
        used, rejected = clean(part.batch, part.rows, mapping, sponsor)
        again = repeats.among(used)
        if again is not None:
            used, rejected, _ = without_doubles(used, rejected, mapping, sponsor, repeats, again)
        yield part, with_employers_pay(used, pays, sponsor), with_broken(part, rejected)


def without_doubles(
    used: Clean, rejected: Any, mapping: Mapping, sponsor: Sponsor, repeats: Repeats, again: Flags
) -> tuple[Clean, Any, Flags]:
    """The rows without those that say one person, plan and year twice, which join the rejects."""
    double = twice_in_one_plan(used, sponsor.names, repeats, again)
    if not double.any():
        return used, rejected, again
    rejected = pa.concat_tables([rejected, doubles(rows_of(used, np.flatnonzero(double)), mapping)]).sort_by("row")
    return rows_of(used, np.flatnonzero(~double)), rejected, again[~double]


def with_broken(part: Part, rejected: Any) -> Any:
    """The rejects together with the lines that are no rows."""
    if not part.broken:
        return rejected
    nothing = [""] * len(part.broken)
    lines = [[each.row for each in part.broken], nothing, nothing, [each.reason for each in part.broken], nothing]
    lines.append([each.message for each in part.broken])
    return pa.concat_tables([rejected, pa.table(lines, schema=REJECTS)]).sort_by("row")


def doubles(rows: Clean, mapping: Mapping) -> Any:
    """Rows that say one person, plan and year twice, as rejects."""
    count = len(rows)
    who = masked_column(rows.employee, mapping).cast(pa.string())
    message = "the employee has several rows for this plan and year; none of them is used"
    return pa.table([rows.rows, who, ["employee"] * count, ["twice"] * count, who, [message] * count], schema=REJECTS)


def person_of(used: Clean, place: int) -> tuple[Any, int]:
    """Who a row is about: the employee and the year."""
    who = used.employee[place].as_py()
    return who.strip() if isinstance(who, str) else who, int(used.year[place])


def people_with_several_rows(census: Any, mapping: Mapping, sponsor: Sponsor, repeats: Repeats) -> dict[Any, Clean]:
    """All usable rows of everybody who has several, by employee and year."""
    if not len(repeats.keys):
        return {}
    found = []
    for part in census(list(dict.fromkeys(mapping.columns.values()))):
        column = part.batch.column(mapping.columns["employee"])
        column = column.dictionary_decode() if pa.types.is_dictionary(column.type) else column
        places = np.flatnonzero(np.isin(keys_of(column), repeats.keys))
        if places.size:
            few = part.batch.take(pa.array(places))
            used, rejected = clean(few, part.rows[places], mapping, sponsor)
            again = repeats.among(used)
            if again is not None:
                used, _, _ = without_doubles(used, rejected, mapping, sponsor, repeats, again)
            found.append(used)
    if not found:
        return {}
    every = _joined(found)
    groups: dict[Any, list[int]] = {}
    for place in range(len(every)):
        groups.setdefault(person_of(every, place), []).append(place)
    return {who: rows_of(every, np.array(places)) for who, places in groups.items() if len(places) > 1}


def _joined(parts: list[Clean]) -> Clean:
    if len(parts) == 1:
        return parts[0]
    names = list(parts[0].values)
    known = {}
    for name in names:
        flags = [part.is_known(name) for part in parts]
        known[name] = None if all(each.all() for each in flags) else np.concatenate(flags)
    return Clean(
        np.concatenate([part.rows for part in parts]),
        pa.concat_arrays([part.employee for part in parts]),
        np.concatenate([part.plan for part in parts]),
        np.concatenate([part.year for part in parts]),
        {name: np.concatenate([part.values[name] for part in parts]) for name in names},
        known,
    )
