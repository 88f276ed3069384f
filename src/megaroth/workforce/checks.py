"""From a batch of a census to columns that the rules take, and the rows that cannot be used, each with field and reason.

A bad row never stops the others and never vanishes: it goes to the rejects. Nothing is mended or guessed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from megaroth.kit.money import NO_LIMIT, Money, Rate
from megaroth.law.book import known_years
from megaroth.workforce.cells import Cells, Column, Flags, whole
from megaroth.workforce.fields import ALL, FIELDS, Kind
from megaroth.workforce.mapping import Mapping
from megaroth.workforce.masking import masked
from megaroth.workforce.settings import Sponsor

REJECTS = pa.schema(
    [
        ("row", pa.int64()),
        ("employee", pa.string()),
        ("field", pa.string()),
        ("reason", pa.string()),
        ("found", pa.string()),
        ("message", pa.string()),
    ]
)
"""What a rejected row tells: its number in the file, who, which field, why (a code and a sentence), what stood there."""
_NOT: dict[Kind, tuple[str, str]] = {
    "dollars": ("not-dollars", "is not an amount in dollars with at most two decimals"),
    "percent": ("not-percent", "is not a number of percent with at most four decimals"),
    "count": ("not-a-number", "is not a whole number"),
    "date": ("not-a-date", "is not a date as the map says dates are written"),
    "yes-no": ("not-yes-or-no", "is neither yes nor no"),
    "text": ("not-text", "is not text"),
}
_AMOUNTS = ("pre_tax", "roth", "after_tax")


@dataclass(frozen=True, slots=True)
class Clean:
    """The usable rows of a batch. A field without a column has no entry; `known` is None where every row says it."""

    rows: Column
    employee: Any
    plan: Column
    year: Column
    values: dict[str, Column]
    known: dict[str, Flags | None]

    def __len__(self) -> int:
        return len(self.rows)

    def money(self, name: str) -> Money:
        """A field's amounts, nothing where it is not said; one amount for all where there is no such column."""
        return Money(self.values.get(name, 0))

    def money_or_no_limit(self, name: str) -> Money:
        """A field's amounts, no limit where it is not said."""
        if name not in self.values:
            return NO_LIMIT
        known = self.known[name]
        return Money(self.values[name]) if known is None else Money(np.where(known, self.values[name], NO_LIMIT.cents))

    def rate(self, name: str, otherwise: int = 0) -> Rate:
        """A field's percentages as exact fractions."""
        if name not in self.values:
            return Rate(otherwise, ALL)
        known = self.known[name]
        return Rate(self.values[name] if known is None else np.where(known, self.values[name], otherwise), ALL)

    def says(self, name: str, otherwise: bool = False) -> Any:
        """A yes-or-no field."""
        if name not in self.values:
            return otherwise
        known, flags = self.known[name], self.values[name].astype(np.bool_)
        return flags if known is None else np.where(known, flags, otherwise)

    def is_known(self, name: str) -> Flags:
        """Which rows say a field."""
        if name not in self.values:
            return np.zeros(len(self), np.bool_)
        known = self.known[name]
        return np.ones(len(self), np.bool_) if known is None else known


class _Rejects:
    """The rows found unusable, each with the first reason."""

    def __init__(self, length: int) -> None:
        self.bad = np.zeros(length, np.bool_)
        self.found: list[tuple[Any, str, str, str]] = []

    def add(self, rows: Any, field: str, reason: str, message: str) -> None:
        """Rows (flags) that have this against them; those that have something already keep it."""
        if rows is None or rows is False or not np.any(rows):
            return
        fresh = np.asarray(rows, np.bool_) & ~self.bad
        if fresh.any():
            self.found.append((np.flatnonzero(fresh), field, reason, message))
            self.bad |= fresh


def clean(batch: Any, rows: Column, mapping: Mapping, sponsor: Sponsor) -> tuple[Clean, Any]:
    """The usable rows of a record batch and a table of the others (`REJECTS`); `rows` are the numbers in the file."""
    wrong = _Rejects(len(batch))
    employee = _employees(batch, mapping, wrong)
    values: dict[str, Column] = {}
    known: dict[str, Flags | None] = {}
    for name, column in mapping.columns.items():
        field = FIELDS[name]
        if field.kind == "text":
            continue
        cells = whole(batch.column(column), field.kind, mapping)
        wrong.add(cells.bad, name, *_not(name, field.kind))
        _bounds(name, cells, wrong)
        values[name] = cells.values
        known[name] = None if cells.empty is None else ~cells.empty
    plan = _plans(batch, mapping, sponsor, wrong)
    year = _years(values, known, sponsor, len(batch), wrong)
    _consistent(values, known, plan, year, sponsor, len(batch), wrong)
    rejected = _table(batch, rows, mapping, wrong)
    if not wrong.bad.any():
        return Clean(rows, employee, plan, year, values, known), rejected
    good = ~wrong.bad
    kept = {name: column[good] for name, column in values.items()}
    says = {name: None if flags is None else flags[good] for name, flags in known.items()}
    return Clean(rows[good], employee.filter(pa.array(good)), plan[good], year[good], kept, says), rejected


def _not(name: str, kind: Kind) -> tuple[str, str]:
    reason, message = _NOT[kind]
    return reason, f"{name} {message}"


def _employees(batch: Any, mapping: Mapping, wrong: _Rejects) -> Any:
    array = batch.column(mapping.columns["employee"])
    if pa.types.is_dictionary(array.type):
        array = array.dictionary_decode()
    if array.null_count:
        wrong.add(np.asarray(array.is_null()), "employee", "missing", "the row does not say who it is about")
    if pa.types.is_integer(array.type):
        return array
    text = array.cast(pa.string())
    wrong.add(
        _flags(pc.equal(pc.utf8_trim_whitespace(text), "")),
        "employee",
        "missing",
        "the row does not say who it is about",
    )
    odd = _flags(pc.match_substring_regex(text, r"[\x00-\x1f\x7f\x{FFFD}]"))
    wrong.add(odd, "employee", "odd-letters", "the employee has letters that cannot be printed")
    wrong.add(
        _flags(pc.greater(pc.utf8_length(text), 200)), "employee", "too-long", "the employee has more than 200 letters"
    )
    return text


def _flags(array: Any) -> Flags:
    return np.asarray(array.fill_null(False).to_numpy(zero_copy_only=False), np.bool_)


def _bounds(name: str, cells: Cells, wrong: _Rejects) -> None:
    field, values = FIELDS[name], cells.values
    if not len(values) or (values.min() >= field.least and values.max() <= field.most):
        return
    told = np.ones(len(values), np.bool_) if cells.empty is None else ~cells.empty
    low = told & (values < field.least)
    if field.least == 0:
        wrong.add(low, name, "negative", f"{name} is below zero")
    else:
        wrong.add(low, name, "too-small", f"{name} is smaller than can be")
    wrong.add(told & (values > field.most), name, "too-large", f"{name} is larger than can be")


def _plans(batch: Any, mapping: Mapping, sponsor: Sponsor, wrong: _Rejects) -> Column:
    names = sponsor.names
    if "plan" not in mapping.columns:
        if len(names) > 1:
            wrong.add(np.ones(len(batch), np.bool_), "plan", "missing", "the census has no column for the plan")
        return np.zeros(len(batch), np.int64)
    array = batch.column(mapping.columns["plan"])
    if not pa.types.is_dictionary(array.type):
        array = array.cast(pa.string()).dictionary_encode()
    said = [str(name).strip() if name is not None else "" for name in array.dictionary.to_pylist()]
    number = {name: at for at, name in enumerate(names)}
    places = np.array([number.get(name, -1 if name else -2) for name in [*said, ""]], np.int64)
    codes = array.indices.fill_null(len(said)).to_numpy(zero_copy_only=False)
    plan: Column = places[codes]
    wrong.add(plan == -2, "plan", "missing", "the row names no plan")
    wrong.add(plan == -1, "plan", "unknown-plan", "the sponsor's file has no plan of this name")
    return plan


def _years(
    values: dict[str, Column], known: dict[str, Flags | None], sponsor: Sponsor, length: int, wrong: _Rejects
) -> Column:
    if "year" not in values:
        return np.full(length, sponsor.year, np.int64)
    told = known["year"]
    year = values["year"] if told is None else np.where(told, values["year"], sponsor.year)
    years = known_years()
    unknown = (year < years.start) | (year >= years.stop)
    wrong.add(unknown, "year", "year-without-law", f"there is law for {years.start} to {years.stop - 1} only")
    return year


def _consistent(
    values: dict[str, Column],
    known: dict[str, Flags | None],
    plan: Column,
    year: Column,
    sponsor: Sponsor,
    length: int,
    wrong: _Rejects,
) -> None:
    """What one row says against itself."""

    def told(name: str) -> Any:
        if name not in values:
            return False
        flags = known[name]
        return True if flags is None else flags

    def of(name: str) -> Any:
        return values.get(name, 0)

    if known.get("pay") is not None:
        wrong.add(~known["pay"], "pay", "missing", "the row has no pay")  # type: ignore[operator]
    has_age = told("born") | told("age")
    if has_age is not True:
        wrong.add(
            np.broadcast_to(~np.asarray(has_age, np.bool_), length),
            "born",
            "missing",
            "the row has neither date of birth nor age",
        )
    if "born" in values:
        born_in = _year_of(values["born"])
        age = year - born_in
        off = told("born") & ((age < 14) | (age > 110))
        wrong.add(off, "born", "impossible-age", "the date of birth gives an age that nobody at work has")
        differs = told("born") & told("age") & (age != of("age"))
        wrong.add(differs, "age", "contradiction", "age is not what the date of birth gives at the end of the year")
        values["age"] = np.where(told("born"), age, of("age"))
        known["age"] = None
    contributed = of("pre_tax") + of("roth") + of("after_tax")
    wrong.add(contributed > of("pay"), "pay", "more-than-pay", "the contributions are more than the year's pay")
    if "pay_so_far" in values:
        so_far = told("pay_so_far")
        wrong.add(
            so_far & (of("pay_so_far") > of("pay")),
            "pay_so_far",
            "more-than-year",
            "pay so far is more than the year's",
        )
        over = so_far & (contributed > of("pay_so_far"))
        wrong.add(over, "pay_so_far", "more-than-pay", "the contributions are more than the pay so far")
    elected = of("pre_tax_percent") + of("roth_percent") + of("after_tax_percent")
    wrong.add(elected > ALL, "pre_tax_percent", "more-than-pay", "the elections are more than all of pay")
    if "hired" in values:
        wrong.add(
            told("hired") & (_year_of(values["hired"]) > year), "hired", "not-yet", "the hire date is after the year"
        )
        if "left" in values:
            both = told("hired") & told("left")
            wrong.add(both & (values["left"] < values["hired"]), "left", "contradiction", "left before hired")
        if "born" in values:
            both = told("hired") & told("born")
            wrong.add(both & (values["hired"] < values["born"]), "hired", "contradiction", "hired before born")
    if "left" in values:
        gone = told("left") & (_year_of(values["left"]) < year)
        wrong.add(gone & (contributed > 0), "left", "contradiction", "contributions of the year after having left")
    no_after_tax = np.array([t.finished.draft.says("after_tax_allowed") == "no" for t in sponsor.plans])
    if no_after_tax.any() and "after_tax" in values:
        closed = no_after_tax[np.maximum(plan, 0)] & (plan >= 0)
        wrong.add(
            closed & (of("after_tax") > 0), "after_tax", "not-in-this-plan", "the plan takes no after-tax contributions"
        )
    no_roth = np.array([not t.finished.plan.roth_deferrals for t in sponsor.plans])
    if no_roth.any() and "roth" in values:
        closed = no_roth[np.maximum(plan, 0)] & (plan >= 0)
        wrong.add(closed & (of("roth") > 0), "roth", "not-in-this-plan", "the plan takes no Roth deferrals")


def _year_of(days: Column) -> Column:
    years: Any = days.astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64) + 1970
    return years  # type: ignore[no-any-return]


def _table(batch: Any, rows: Column, mapping: Mapping, wrong: _Rejects) -> Any:
    if not wrong.found:
        return REJECTS.empty_table()
    parts = []
    for at, field, reason, message in wrong.found:
        took = pa.array(at)
        who = [masked(each, mapping) for each in batch.column(mapping.columns["employee"]).take(took).to_pylist()]
        column = mapping.columns.get(field)
        cells = batch.column(column).take(took).to_pylist() if column else [None] * len(at)
        hidden = mapping.mask and field == "employee"
        found = ["" if cell is None or hidden else str(cell)[:80] for cell in cells]
        count = len(at)
        parts.append(
            pa.table([rows[at], who, [field] * count, [reason] * count, found, [message] * count], schema=REJECTS)
        )
    return pa.concat_tables(parts).sort_by("row")
