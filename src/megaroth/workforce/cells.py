"""From a column of a file, of whatever type, to whole numbers, and which cells were empty or not readable.

Amounts become cents, percentages ten-thousandths of a percent, days a count from 1970. Nothing is guessed: an amount with
a third decimal, `NaN`, or a date in another order is not readable.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from megaroth.workforce.fields import Kind
from megaroth.workforce.mapping import Mapping

Column = NDArray[np.int64]
Flags = NDArray[np.bool_]
_AMOUNT = r"^\s*-?\$?\s*([0-9]{1,3}(,[0-9]{3})+|[0-9]+)?(\.[0-9]*)?\s*$"
_DAYS = {
    "iso": r"^\s*(?P<y>[0-9]{4})-(?P<m>[0-9]{1,2})-(?P<d>[0-9]{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?)?\s*$",
    "us": r"^\s*(?P<m>[0-9]{1,2})/(?P<d>[0-9]{1,2})/(?P<y>[0-9]{4})\s*$",
    "european": r"^\s*(?P<d>[0-9]{1,2})\.(?P<m>[0-9]{1,2})\.(?P<y>[0-9]{4})\s*$",
}
YES, NO = {"yes", "y", "true", "t", "1", "x"}, {"no", "n", "false", "f", "0"}


@dataclass(frozen=True, slots=True)
class Cells:
    """One column: whole numbers (nothing where empty or bad), which cells are empty, which cannot be read (None: none)."""

    values: Column
    empty: Flags | None = None
    bad: Flags | None = None


def whole(array: Any, kind: Kind, mapping: Mapping) -> Cells:
    """A column as whole numbers. `array` is an Arrow array of any type."""
    if pa.types.is_dictionary(array.type):
        array = array.dictionary_decode()
    kind_of = array.type
    if pa.types.is_null(kind_of):
        return Cells(np.zeros(len(array), np.int64), np.ones(len(array), np.bool_))
    if pa.types.is_string(kind_of) or pa.types.is_large_string(kind_of) or pa.types.is_string_view(kind_of):
        return _texts(array.cast(pa.string()), kind, mapping)
    if kind == "date":
        return _days(array)
    if kind == "yes-no":
        return _yes_no(array)
    scale = _scale(kind, mapping)
    if pa.types.is_decimal(kind_of):
        return _decimals(array, scale)
    if pa.types.is_integer(kind_of):
        return _integers(array, scale)
    if pa.types.is_floating(kind_of):
        return _floats(array, scale)
    return _unreadable(array)


def _scale(kind: Kind, mapping: Mapping) -> int:
    """How many of the whole numbers make one of the file's."""
    if kind == "dollars":
        return 100 if mapping.amounts == "dollars" else 1
    if kind == "percent":
        return 10**4 if mapping.percents == "percent" else 10**6
    return 1


def _empty(array: Any) -> Flags | None:
    return None if array.null_count == 0 else np.asarray(array.is_null())


def _numbers(array: Any, kind: Any, nothing: Any = 0) -> Any:
    filled = array.fill_null(nothing) if array.null_count else array
    return filled.cast(kind).to_numpy(zero_copy_only=False)


def _integers(array: Any, scale: int) -> Cells:
    try:
        values = _numbers(array, pa.int64())
    except pa.ArrowInvalid:  # an unsigned number beyond 63 bits
        return _texts(array.cast(pa.string()), "count", Mapping({}))
    if scale == 1:
        return Cells(values, _empty(array))
    most = 2**62 // scale
    bad = (values > most) | (values < -most)
    if bad.any():
        return Cells(np.where(bad, 0, values) * scale, _empty(array), bad)
    return Cells(values * scale, _empty(array))


def _floats(array: Any, scale: int) -> Cells:
    values = _numbers(array, pa.float64(), 0.0)
    with np.errstate(over="ignore", invalid="ignore"):
        scaled = values * scale
        near = np.rint(scaled)
        # A float of at most two decimals is off by far less than this; a third decimal by a tenth.
        bad = ~np.isfinite(values) | (np.abs(near) >= 2**52) | (np.abs(scaled - near) > 1e-3)
    if bad.any():
        near = np.where(bad, 0.0, near)
        return Cells(near.astype(np.int64), _empty(array), bad)
    return Cells(near.astype(np.int64), _empty(array))


def _decimals(array: Any, scale: int) -> Cells:
    if array.type == pa.decimal64(18, 2) and scale == 100:
        return Cells(_stored(array), _empty(array))
    digits = len(str(scale)) - 1
    try:
        exact = array.cast(pa.decimal64(18, digits))
    except pa.ArrowInvalid:
        return _texts(array.cast(pa.string()), "dollars" if scale == 100 else "percent", Mapping({}), scale)
    return Cells(_stored(exact), _empty(array))


def _stored(array: Any) -> Column:
    """The whole numbers that a column of 64-bit decimals stores; nothing where a cell is empty."""
    buffer = array.buffers()[1]
    values = np.frombuffer(buffer, dtype=np.int64)[array.offset : array.offset + len(array)]
    return np.where(np.asarray(array.is_valid()), values, 0) if array.null_count else values


def _days(array: Any) -> Cells:
    if not (pa.types.is_date(array.type) or pa.types.is_timestamp(array.type)):
        return _unreadable(array)
    days = array.cast(pa.date32(), safe=False)
    return Cells(_numbers(days.cast(pa.int32()), pa.int64()), _empty(array))


def _yes_no(array: Any) -> Cells:
    if pa.types.is_boolean(array.type):
        return Cells(_numbers(array, pa.int64(), False), _empty(array))
    if not pa.types.is_integer(array.type):
        return _unreadable(array)
    values = _numbers(array, pa.int64())
    return Cells(values, _empty(array), (values < 0) | (values > 1))


def _unreadable(array: Any) -> Cells:
    empty = _empty(array)
    bad = np.ones(len(array), np.bool_) if empty is None else ~empty
    return Cells(np.zeros(len(array), np.int64), empty, bad)


def _texts(array: Any, kind: Kind, mapping: Mapping, scale: int | None = None) -> Cells:
    text = pc.utf8_trim_whitespace(array)
    empty = np.asarray(pc.equal(text, "").fill_null(True).to_numpy(zero_copy_only=False), np.bool_)
    if kind == "date":
        return _text_days(text, empty, mapping)
    if kind == "yes-no":
        lower = pc.utf8_lower(text)
        yes, no = pc.is_in(lower, pa.array(sorted(YES))), pc.is_in(lower, pa.array(sorted(NO)))
        values = yes.to_numpy(zero_copy_only=False).astype(np.int64)
        return Cells(values, empty, ~(yes.to_numpy(zero_copy_only=False) | no.to_numpy(zero_copy_only=False) | empty))
    scale = scale or _scale(kind, mapping)
    text = pc.replace_substring_regex(text, r"%\s*$", "") if kind == "percent" else text
    fits = pc.and_(pc.match_substring_regex(text, _AMOUNT), pc.match_substring_regex(text, "[0-9]"))
    good = fits.fill_null(False).to_numpy(zero_copy_only=False) & ~empty
    digits = pc.replace_substring_regex(text, r"[$,\s]", "")
    plain = pc.if_else(pa.array(good), digits, "0")
    places = len(str(scale)) - 1
    try:
        values = _stored(plain.cast(pa.decimal64(18, places)))
    except pa.ArrowInvalid:  # one of them has too many digits or decimals: one by one
        values, good = _one_by_one(plain.to_pylist(), good, places)
    return Cells(np.where(good, values, 0), empty, ~good & ~empty)


def _one_by_one(texts: list[str], good: Flags, places: int) -> tuple[Column, Flags]:
    from decimal import Decimal, InvalidOperation

    values, fits = np.zeros(len(texts), np.int64), good.copy()
    for at in np.flatnonzero(good):
        try:
            number = Decimal(texts[at]).scaleb(places)
            fits[at] = number == number.to_integral_value() and abs(number) < 10**18
        except InvalidOperation:
            fits[at] = False
        values[at] = int(number) if fits[at] else 0
    return values, fits


def _text_days(text: Any, empty: Flags, mapping: Mapping) -> Cells:
    parts = pc.extract_regex(text, _DAYS[mapping.days])
    fits = parts.is_valid().to_numpy(zero_copy_only=False) & ~empty
    values, bad = np.zeros(len(text), np.int64), ~fits & ~empty
    if not fits.any():
        return Cells(values, empty, bad)
    found = parts.flatten() if parts.null_count == 0 else [parts.field(at) for at in range(parts.type.num_fields)]
    names = [parts.type.field(at).name for at in range(parts.type.num_fields)]
    number = {
        name: pc.if_else(pa.array(fits), found[at], "1").cast(pa.int64()).to_numpy(zero_copy_only=False)
        for at, name in enumerate(names)
        if name in ("y", "m", "d")
    }
    year, month, day = number["y"], number["m"], number["d"]
    real = (month >= 1) & (month <= 12) & (day >= 1) & (year >= 1800) & (year < 2199)
    months = (np.where(real, year, 1970) - 1970) * 12 + np.where(real, month, 1) - 1
    first = months.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
    last = (months + 1).astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
    real &= day <= last - first
    return Cells(np.where(fits & real, first + day - 1, 0), empty, bad | (fits & ~real))
