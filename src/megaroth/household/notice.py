"""A user's own notice of limits (`law_file`): the numbers of a year that the program only projects, as the user read them.

The book of law applies the file (`law_for(year, notice)`); here its mistakes become findings that say where they stand.
"""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any

from megaroth.kit.finding import Finding
from megaroth.kit.reading import parse_toml, read_text
from megaroth.kit.toml_places import Source, cut
from megaroth.kit.written import near, shown
from megaroth.law.book import Law, known_years, rows_of

NAMES = tuple(field.name for field in fields(Law) if field.type in ("Limit", "PhaseOut"))
RANGES = tuple(field.name for field in fields(Law) if field.type == "PhaseOut")
FAR = 25
"""A number that differs from the book's by more than so many percent is asked about: a digit may be missing."""
STATUSES = ("announced", "enacted", "projected")


def check_notice(path: Path, name: str, year: int) -> list[Finding]:
    """What is wrong with a file of limits for a household of `year`; `name` is how findings call it."""
    text = read_text(path)
    if isinstance(text, Finding):
        return [text]
    source = parse_toml(text, name)
    if isinstance(source, Finding):
        return [source]
    written: dict[str, Any] = source.values
    found = _year(source, written.get("year"), year)
    for row, values in written.items():
        if row != "year":
            found.extend(_row(source, row, values, year if written.get("year") == year else None))
    if not found and len(written) == 1:
        remedy = "Write rows like [annual_additions] with amount = …."
        found.append(Finding("law-file-empty", "warning", f"{name} changes no number.", source.where(()), remedy))
    return found


def _year(source: Source, written: object, year: int) -> list[Finding]:
    where = source.where(("year",))
    if type(written) is not int:
        message = "`year` is missing." if written is None else f"`year` needs a whole number, found {shown(written)}."
        return [Finding("bad-law-file", "error", message, where, f"Write the year of the numbers, like year = {year}.")]
    if written == year:
        return []
    message = f"{source.name} holds numbers of {shown(written)}, not of {year}: none of them is used."
    remedy = "Name the file of the household's year, or leave law_file out."
    return [Finding("law-file-other-year", "warning", message, where, remedy)]


def _row(source: Source, row: str, values: object, year: int | None) -> list[Finding]:
    where = source.where((row,))
    if row not in NAMES:
        close = near(row, NAMES)
        remedy = f"Did you mean [{close}]?" if close else f"Known names: {', '.join(NAMES)}."
        return [Finding("bad-law-file", "error", f"`{cut(row)}` is not a planning number.", where, remedy)]
    keys = ("start", "end") if row in RANGES else ("amount",)
    if not isinstance(values, dict):
        message = f"`{row}` needs a table, found {shown(values)}."
        return [
            Finding("bad-law-file", "error", message, where, f"Write [{row}] and below it {' and '.join(keys)} = ….")
        ]
    found = [f for key in values if (f := _other_key(source, row, key, values[key], keys))]
    found += [f for key in keys if (f := _amount(source, row, key, values.get(key)))]
    if found:
        return found
    if row in RANGES and values["end"] <= values["start"]:
        message = f"`{row}` ends where it starts or before."
        return [Finding("bad-law-file", "error", message, source.where((row, "end")), "Check both amounts.")]
    if row == "hce_pay":
        message = "`hce_pay` of a year tests pay of that year and counts in the year after; it changes nothing here."
        return [Finding("law-file-not-used", "warning", message, where, "Leave it out.", "IRC §414(q)(1)(B)")]
    return _against_the_book(source, row, values, year)


def _other_key(source: Source, row: str, key: str, value: object, keys: tuple[str, ...]) -> Finding | None:
    known = (*keys, "source", "status")
    where, called = source.where((row, key)), f"`{cut(key)}` in [{row}]"
    if key not in known:
        close = near(key, known)
        remedy = f"Did you mean `{close}`?" if close else "Known names: " + ", ".join(known) + "."
        return Finding("bad-law-file", "error", f"{called} is not a name we know.", where, remedy)
    if key == "status" and value not in STATUSES:
        listed = ", ".join(f'"{status}"' for status in STATUSES)
        message = f"{called} must be one of {listed}, found {shown(value)}."
        return Finding("bad-law-file", "error", message, where, "Write one of these words, in quotes.")
    if key == "source" and not isinstance(value, str):
        message = f"{called} needs text in quotes, found {shown(value)}."
        return Finding("bad-law-file", "error", message, where, "Name where the number was published.")
    return None


def _amount(source: Source, row: str, key: str, value: object) -> Finding | None:
    if type(value) is int and 0 < value < 10**9:
        return None
    where = source.where((row, key))
    if value is None:
        return Finding("bad-law-file", "error", f"`{key}` in [{row}] is missing.", where, f"Add `{key} = …`.")
    message = f"`{key}` in [{row}] needs whole dollars, found {shown(value)}."
    return Finding("bad-law-file", "error", message, where, "Write digits alone, like 73_500.")


def _against_the_book(source: Source, row: str, values: dict[str, Any], year: int | None) -> list[Finding]:
    """Numbers of law are stable: one that is far from ours, or another than a published one, is looked at twice."""
    if year is None or year not in known_years():
        return []
    ours = next((each for each in rows_of(year) if each.name == row), None)
    if ours is None:
        return []
    found = []
    for key, known in zip(("start", "end") if row in RANGES else ("amount",), ours.values, strict=True):
        cents, where = values[key] * 100, source.where((row, key))
        if abs(cents - int(known.cents)) * 100 > FAR * int(known.cents):
            message = f"`{key}` in [{row}] is far from the {known} that we know as {ours.status}."
            found.append(Finding("law-file-far-off", "warning", message, where, "Count the digits; it is used."))
        elif ours.status != "projected" and cents != int(known.cents):
            message = f"`{key}` in [{row}] takes the place of {known}, which {ours.source} has published."
            found.append(
                Finding("law-file-overrides", "warning", message, where, "Leave it out unless a newer notice says so.")
            )
    return found
