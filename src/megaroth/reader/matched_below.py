"""Which money is matched, in a table whose cells a page gives one below the other: a label, what may go in, and under `Matched?` yes or no."""

from __future__ import annotations

from itertools import pairwise

from megaroth.reader.context import Document
from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Claim

_HEAD = Pattern(
    r"^\W*(?:is it |are they |company |employer )?match(?:ed|able)?(?: by (?:us|the company))?\W*$", "match"
)
_LABEL = Pattern(r"^\W*(?P<kind>@pre|@roth|@at|catch-?up)(?: (?:contributions?|savings|deferrals?|401k))*\W*$")
_SAYS = Pattern(r"^\W*(?:(?P<yes>yes)|no)\b(?! (?:limit|maximum|later|more|less))")
_FIELDS = {
    "@roth": "match_on_roth",
    "@at": "match_on_after_tax",
    "catch-up": "match_on_catch_up",
    "catchup": "match_on_catch_up",
}
WIDEST = 5


def claims_of(document: Document) -> list[Claim]:
    """What each row says below the head `Matched?`; nothing where the rows are not all of one length."""
    units = document.units
    for place, head in enumerate(units):
        if head.cell is not None or not _HEAD.match(head.norm):
            continue
        rows: list[tuple[int, str]] = []
        for number, unit in enumerate(units[place + 1 : place + 40], place + 1):
            if unit.cell is None and (found := _LABEL.match(unit.norm)):
                if number - (rows[-1][0] if rows else place) > WIDEST:
                    break
                rows.append((number, found["kind"]))
        widths = {two[0] - one[0] for one, two in pairwise(rows)}
        if len(rows) < 2 or len(widths) != 1 or (width := widths.pop()) < 2:
            continue
        column = width - (rows[0][0] - place)
        answers = [units[at + column] for at, _ in rows if 0 < column < width and at + column < len(units)]
        said = [_SAYS.match(answer.norm) for answer in answers]
        if len(said) == len(rows) and all(said):
            return [
                Claim(_FIELDS[kind], "yes" if each and each["yes"] else "no", answer, 2, also=(units[at],))
                for (at, kind), each, answer in zip(rows, said, answers, strict=True)
                if kind in _FIELDS
            ]
    return []
