"""Any row of a census explained: the person it is, answered by `megaroth room` with every rule that was applied."""

from __future__ import annotations

import numpy as np

from megaroth.kit.finding import Finding
from megaroth.room.answer import RoomAnswer
from megaroth.workforce.census import Census
from megaroth.workforce.checks import clean
from megaroth.workforce.mapping import Mapping
from megaroth.workforce.one_by_one import explained
from megaroth.workforce.repeats import find_repeats
from megaroth.workforce.run import for_limits
from megaroth.workforce.settings import Sponsor
from megaroth.workforce.several import people_with_several_rows, person_of, with_broken
from megaroth.workforce.testing import rows_of
from megaroth.workforce.top_paid import with_top_paid


def explain_row(census: Census, mapping: Mapping, sponsor: Sponsor, row: int) -> RoomAnswer | list[Finding]:
    """All rows of the person who stands in row number `row`, of that year; or why there is no answer."""
    sponsor = with_top_paid(census.read, mapping, sponsor)
    mapping = for_limits(mapping)
    for part in census.read(list(dict.fromkeys(mapping.columns.values()))):
        used, rejected = clean(part.batch, part.rows, mapping, sponsor)
        for bad in with_broken(part, rejected).to_pylist():
            if bad["row"] == row:
                message = f"Row {row} is rejected: {bad['message']} (found {bad['found']!r})."
                return [Finding(bad["reason"], "error", message, f"row {row}, {bad['field']}", "Mend the census.")]
        places = np.flatnonzero(used.rows == row)
        if places.size:
            repeats = find_repeats(census.read, mapping, sponsor.names, sponsor.year)
            people = people_with_several_rows(census.read, mapping, sponsor, repeats)
            one = rows_of(used, places)
            return explained(people.get(person_of(one, 0), one), sponsor)
    remedy = "Rows are numbered as in the answers."
    return [Finding("no-such-row", "error", f"The census has no row {row}.", "", remedy)]
