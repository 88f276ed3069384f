"""Rows whose table was lost: `True-up – No` on one line, or `True-up` and `No` on two. They are made label and cell again."""

from __future__ import annotations

from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Line

LABEL_WORD = r"(?:contributions?|match(?:ing)?|pay|(?:pre-?|after-?)tax|types?|frequency|true-?ups?|vesting|deferrals?|increases?|enrol(?:l|lment)|withdrawals?|conversions?|loans?|limits?|amounts?|eligibility|401\(k\)|plans?|periods?|timing|rates?|maximum|minimum|rollovers?|record-?keeper|administrator|provider|questions|contact|phone|features?|options?|details?|roth|catch-?up|year|compensation|earnings|hardship|service|formula|escalation)"
"""A word that labels of plans have."""
_NAMES = Pattern(
    rf"(?i)\b(?:{LABEL_WORD}|matched|enrollment|spill-?over|savings|accounts?|default|in-plan|ages?)\b(?!.*(?:\d%|\$\d))"
)
_ANSWER = Pattern(
    r"(?i)^(?:yes\b|no\b(?! (?:later|earlier|sooner|more|less|fewer|matter|need|action|form|one))|none\b|n/a\b|not (?:available|allowed|permitted|offered|provided|matched|accepted)\b|(?:at )?any ?time\b|available\b|allowed\b|permitted\b|automatic\b|daily\b|on request\b|upon request\b|immediate(?:ly)?\b|up to \$?\d|\d[\d.]*(?:%| ?[–-] ?\d[\d.]*%)|\$\d|(?:each|every|per) (?:pay\w*|year|quarter|month)|(?:month|quarter|annual|year)ly\b|whenever\b|(?:only )?(?:after |at )?age \d|(?:on |for )?hardship|no (?:restrictions?|limits?)\b)"
)
"""How an answer begins that stands alone."""
_ROW = Pattern(
    r"^(?:[•▪■●○◦*·-] +)?(?P<label>[A-Z(][^.;:?!|–—]{1,55}?) ?(?: –| —| --?) (?P<value>\S.{0,70})$", " –", " —", " -"
)
_BRACKETED = Pattern(
    r"^(?:[•▪■●○◦*·-] +)?(?P<label>[A-Z][^.;:?!|()]{1,55}?) \((?P<value>(?:Yes|No|None|Not \w+)\b[^()]{0,40})\)$",
    " (Yes", " (No",
)  # fmt: skip
"""`True-up (None)`."""
_LABEL = Pattern(r"^(?:[•▪■●○◦*·-] +)?(?P<label>[A-Z][^.;:?!|]{1,45})$")
_VALUE = Pattern(r"^(?:[•▪■●○◦*·-] +)?(?P<value>\S.{0,60})$")
_DASH = Pattern(r"[a-z.)½] [–—-] ", " –", " —", " -")
_SAYS = Pattern(
    r"(?i)\b(?:is|are|may|can|will|if|allowed|permitted|available|offered)\b(?=.)|\b(?:allowed|permitted|available|offered)$"
)
"""What speaks for itself, and not as the label or the value of something."""
_ASKS = Pattern(r"^(?:Is|Are|Does|Do|Can|Will) ")
_NOT = Pattern(r"(?i)^not \w+$")
_FAR = 3
_LONG = 12


def paired(lines: list[Line]) -> list[Line]:
    """The lines of a page with such rows as the cells of a table; a row by itself only where its value is plainly an answer."""
    rows: dict[int, tuple[str, str, int]] = {}
    place = 0
    while place < len(lines):
        row = _on_one(lines, place) or _on_two(lines, place)
        if row:
            rows[place] = row
        place += row[2] if row else 1
    rows = {at: row for at, row in rows.items() if _is_sure(row, at, rows)}
    if not rows:
        return lines
    out: list[Line] = []
    number = -1
    last = place = 0
    while place < len(lines):
        if place not in rows:
            out.append(lines[place])
            place += 1
            continue
        label, value, taken = rows[place]
        number = number + 1 if number >= 0 and place == last else 0
        out += _cells(lines[place], lines[place + taken - 1], label, value, number)
        place = last = place + taken
    return out


def _is_sure(row: tuple[str, str, int], at: int, rows: dict[int, tuple[str, str, int]]) -> bool:
    if row[2] == 1 and _ANSWER.match(row[1]):
        return True
    if row[2] == 2:
        return any(other in rows and rows[other][2] == 2 for other in (at - 2, at + 2))
    return any(0 < abs(other - at) <= _FAR and rows[other][2] == 1 for other in rows)


def _on_one(lines: list[Line], place: int) -> tuple[str, str, int] | None:
    line = lines[place]
    found = _ROW.match(line.text) or _BRACKETED.match(line.text)
    if line.column >= 10 or not found:
        return None
    label, value = found["label"].strip(), found["value"].strip()
    if len(label.split()) > 7 or len(value.split()) > _LONG or not _NAMES.search(label) or _goes_on(lines, place):
        return None
    if _DASH.search(value) or (value[:1].islower() and not _ANSWER.match(value)):
        return None  # three cells, or what explains the label
    return label, value, 1


def _on_two(lines: list[Line], place: int) -> tuple[str, str, int] | None:
    line = lines[place]
    after = lines[place + 1] if place + 1 < len(lines) else None
    if after is None or line.column >= 10 or after.column != line.column or len(line.text) > 50:
        return None
    found, given = _LABEL.match(line.text), _VALUE.match(after.text)
    if not found or not given or not _ANSWER.match(given["value"]):
        return None
    label, value = found["label"].strip(), given["value"].strip()
    if len(label.split()) > 6 or len(value.split()) > _LONG or not _NAMES.search(label) or _ANSWER.match(label):
        return None
    if (_SAYS.search(label) and not _ASKS.match(label)) or (_SAYS.search(value) and not _NOT.match(value)):
        return None
    if place + 2 < len(lines):
        beyond = lines[place + 2]
        close = beyond.column == after.column and beyond.top - after.bottom < 0.9 * max(after.height, 0.6)
        if beyond.text[:1].islower() or (close and not _on_two(lines, place + 2)):
            return None  # a second line of this label
    return label, value, 2


def _goes_on(lines: list[Line], place: int) -> bool:
    """Whether the next line goes on with the sentence of this one."""
    after = lines[place + 1] if place + 1 < len(lines) else None
    return after is not None and after.column == lines[place].column and after.text[:1].islower()


def _cells(first: Line, last: Line, label: str, value: str, row: int) -> list[Line]:
    one = Line(label, first.x0, first.x1, first.top, first.bottom)
    two = Line(value, last.x0, last.x1, last.top, last.bottom)
    one.column, two.column = 10 + 100 * row, 11 + 100 * row
    two.label = label
    one.above = two.above = first.above
    return [one, two]
