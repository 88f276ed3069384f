"""Amounts, percentages and words as people and programs write them: read one at a time, or refused with what to write instead.

Knows nothing of files; `kit.reading` makes the fields of files of these.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from megaroth.kit.money import AmountError, Money, Rate, parse_money, percent
from megaroth.kit.toml_places import cut

LARGEST_NUMBER = 10**16


class Mistake(AmountError):
    """A value that cannot be used: what is wrong with it, and what to write instead."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.remedy = remedy


def dollars(*words: str) -> Callable[[object], Any]:
    """Reads dollars, at most two decimals and never negative, or one of some words; what it refuses raises `AmountError`."""
    return _amount_or_word(_dollars, "dollars", "23_500.00", *words)


def signed_dollars() -> Callable[[object], Any]:
    """Reads dollars that may be below zero: a loss, a difference."""
    return _amount_or_word(parse_money, "dollars", "-1_250.00")


def percent_of(*words: str, most: int = 100) -> Callable[[object], Any]:
    """Reads a number of percent up to `most`, or one of some words."""
    return _amount_or_word(_percent_up_to(most), "a number of percent", "4.5", *words)


def listed(unit: str, *words: str) -> str:
    """What may be written, for people: `dollars or "none"`."""
    return " or ".join([unit, *(f'"{word}"' for word in words)])


def _amount_or_word(read: Callable[[object], Any], unit: str, example: str, *words: str) -> Callable[[object], Any]:
    expected = listed(unit, *words)

    def read_either(written: object) -> Any:
        if isinstance(written, str) and written in words:
            return written
        number = isinstance(written, int | Decimal | str) and not isinstance(written, bool)
        if isinstance(written, str):
            number = not re.match(r"\s*[^\W\d]", written) and len(written) <= 60
        elif isinstance(written, int):
            number = number and abs(written) < LARGEST_NUMBER
        if number:
            return read(written)
        close = near(written, words) if isinstance(written, str) else None
        or_words = f", or {expected.partition(' or ')[2]}" if words else ""
        remedy = f'Did you mean "{close}"?' if close else f"Write {unit} in digits, like {example}{or_words}."
        raise Mistake(f"expected {expected}, found {shown(written)}", remedy)

    return read_either


def _dollars(written: object) -> Money:
    amount = parse_money(written)
    if amount.cents < 0:
        raise Mistake(f"an amount cannot be negative here, found {shown(written)}", "Write it without the minus sign.")
    return amount


def _percent_up_to(most: int) -> Callable[[object], Rate]:
    def read(written: object) -> Rate:
        rate = percent(written)
        if rate.top * 100 > most * rate.bottom:
            message = f"{shown(written)} percent is more than a plan can mean"
            raise Mistake(message, "Write percentages as a number, like 4.5.")
        return rate

    return read


def near(found: str, options: Any) -> str | None:
    """The option that was most likely meant; None when none looks like it."""
    import difflib

    found = found[:100].lower()
    inside = [option for option in options if len(found) > 1 and (option in found or found in option)]
    close = difflib.get_close_matches(found, options, 1, 0.6)
    return next(iter([*close, *inside]), None)


def shown(found: object) -> str:
    """A value as a message shows it: short, and as it was written."""
    if found is None:
        return "nothing"
    if isinstance(found, bool):
        return str(found).lower()
    if isinstance(found, dict):
        return "a table"
    if isinstance(found, list):
        return "a list"
    if isinstance(found, int) and abs(found) >= LARGEST_NUMBER:
        return "a number beyond all bounds"
    return f'"{cut(found)}"' if isinstance(found, str) else cut(str(found))
