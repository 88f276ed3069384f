"""Asking one thing at a time in a terminal: prompts, defaults, help, “not sure”, and reading what people type.

Knows how people write amounts, days and match formulas. Refuses to know what is done with them.
"""

from __future__ import annotations

import datetime
import re
import sys
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from megaroth.kit.money import AmountError, Money, Rate, parse_money, percent

T = TypeVar("T")
_UNSURE = {"not sure", "notsure", "unsure", "don't know", "dont know", "no idea", "unknown", "ns"}


class Unclear(ValueError):
    """What was typed cannot be used; the message says what to type instead."""


class Talk:
    """A conversation: `hear` gives the next line typed after a prompt (`EOFError` at the end), `tell` prints one."""

    def __init__(self, hear: Callable[[str], str], tell: Callable[[str], None]) -> None:
        self.hear, self.tell = hear, tell

    def ask(self, prompt: str, read: Callable[[str], T], help_: str, default: str | None = None) -> T | None:
        """Ask until the reply can be read. None means “not sure”; Enter takes the default, ? explains."""
        shown = f" [{default}]" if default else ""
        while True:
            typed = self.hear(f"{prompt}{shown} ").strip()
            if typed == "?":
                self.tell(f"    {help_} “not sure” is fine too.")
                continue
            typed = typed or (default or "")
            if not typed or typed.lower().rstrip(".") in _UNSURE:
                return None
            try:
                return read(typed)
            except (Unclear, AmountError) as error:
                self.tell(f"    [!] {error}. Type ? for help.")

    def yes(self, prompt: str, help_: str, default: bool) -> bool:
        """A yes or no; not sure counts as the default."""
        answer = self.ask(prompt, one_of({"yes": True, "no": False}), help_, "yes" if default else "no")
        return default if answer is None else answer


def one_of(words: dict[str, T]) -> Callable[[str], T]:
    """A reader of one of some words; the beginning of a word is enough."""

    def read(typed: str) -> T:
        fitting = [word for word in words if word.startswith(typed.lower())]
        if typed.lower() in words:
            fitting = [typed.lower()]
        if len(fitting) != 1:
            raise Unclear(f"Please type one of: {', '.join(words)}")
        return words[fitting[0]]

    return read


def label(taken: Sequence[str] = ()) -> Callable[[str], str]:
    """A reader of a name that is not taken yet."""

    def read(typed: str) -> str:
        if typed in taken:
            raise Unclear(f"{typed} is taken; choose another name")
        if len(typed) > 60 or not typed.isprintable():
            raise Unclear("Please choose a short name")
        return typed

    return read


def amount(typed: str) -> Money:
    """Dollars as people type them: `300000`, `$300,000`, `300k`, `1.2m`."""
    plain = re.sub(r"[\s$,_]", "", typed.lower())
    found = re.fullmatch(r"(\d+(?:\.\d+)?|\.\d+)([km]?)", plain)
    if not found:
        raise Unclear("Please type an amount in dollars, like 300000 or 300k")
    if not found[2]:
        return parse_money(found[1])
    return parse_money(_scaled(found[1], {"k": 3, "m": 6}[found[2]]))


def _scaled(digits: str, places: int) -> str:
    whole, _, part = digits.partition(".")
    part = part.ljust(places, "0")
    return f"{whole}{part[:places]}.{part[places:]}".rstrip(".")


def amount_up_to(most: Money, what: str) -> Callable[[str], Money]:
    """A reader of dollars that cannot be more than something."""

    def read(typed: str) -> Money:
        read_amount = amount(typed)
        if read_amount > most:
            raise Unclear(f"{read_amount} is more than {what}, {most}")
        return read_amount

    return read


def rate(typed: str) -> Rate:
    """A percentage as people type it: `6.5`, `6.5%`."""
    return rate_up_to(1000)(typed)


def rate_up_to(most: int) -> Callable[[str], Rate]:
    """A reader of a percentage that cannot be more than something."""

    def read(typed: str) -> Rate:
        digits = typed.strip().removesuffix("%").strip()
        if not re.fullmatch(r"\d{1,4}(\.\d{1,4})?", digits):
            raise Unclear("Please type a percentage, like 6.5")
        found = percent(digits)
        if int(found.top) * 100 > most * int(found.bottom):
            raise Unclear(f"{digits}% is more than {most}%")
        return found

    return read


def amount_or(*words: str) -> Callable[[str], Money | str]:
    """A reader of dollars or one of some words."""

    def read(typed: str) -> Money | str:
        if re.search(r"\d", typed):
            return amount(typed)
        return one_of({word: word for word in words})(typed)

    return read


def whole_number(first: int, last: int) -> Callable[[str], int]:
    """A reader of a whole number in a range."""

    def read(typed: str) -> int:
        if not re.fullmatch(r"[0-9]{1,6}", typed) or not first <= int(typed) <= last:
            raise Unclear(f"Please type a whole number from {first} to {last}")
        return int(typed)

    return read


def day_of(first: datetime.date, last: datetime.date) -> Callable[[str], datetime.date]:
    """A reader of a day in a range, year-month-day."""

    def read(typed: str) -> datetime.date:
        try:
            day = datetime.date.fromisoformat(typed)
        except ValueError:
            raise Unclear(f"Please type the day as year-month-day, like {last}") from None
        if not first <= day <= last:
            raise Unclear(f"The day must be from {first} to {last}")
        return day

    return read


def birth(year: int) -> Callable[[str], datetime.date]:
    """A reader of a year or day of birth; for the plan only the year matters, so the day may stay private."""

    def read(typed: str) -> datetime.date:
        if re.fullmatch(r"[0-9]{4}", typed):
            typed = f"{typed}-12-31"
        return day_of(datetime.date(year - 105, 1, 1), datetime.date(year - 14, 12, 31))(typed)

    return read


def match_tiers(typed: str) -> list[dict[str, Any]]:
    """A match formula in words: `50% up to 4%`, `100% of 3% then 50% of 2%`, `50% of everything`, `none` (no tiers)."""
    text = typed.lower().replace("dollar for dollar", "100%").replace("percent", "%")
    if re.fullmatch(r"none|no match|no|0%?", text.strip()):
        return []
    tiers: list[dict[str, Any]] = []
    for part in re.split(r",|;|\bthen\b|\band\b|\+", text):
        if not part.strip():
            continue
        numbers = re.findall(r"(\d+(?:\.\d+)?)\s*%", part)
        dollar_width = re.search(r"\$\s*([\d,]+(?:\.\d\d)?)", part)
        if not numbers or len(numbers) > 2 or (dollar_width and len(numbers) > 1):
            raise Unclear("Please type the formula like: 100% of the first 3% then 50% of the next 2%")
        tier: dict[str, Any] = {"rate_percent": _percent(numbers[0], 1000)}
        if len(numbers) == 2:
            tier["up_to_percent_of_pay"] = _percent(numbers[1], 100)
        elif dollar_width:
            tier["up_to_dollars"] = amount(dollar_width[1])
        tiers.append(tier)
    open_ended = [number for number, tier in enumerate(tiers) if len(tier) == 1]
    if not tiers or any(number < len(tiers) - 1 for number in open_ended):
        raise Unclear("Please give every tier but the last its width, like: 100% of the first 3%")
    return tiers


def _percent(digits: str, most: int) -> Rate:
    rate = percent(digits)
    if int(rate.top) * 100 > most * int(rate.bottom):
        raise Unclear(f"{digits}% is more than a plan can mean")
    return rate


def completing(names: Sequence[str]) -> None:
    """Complete some names with the tab key, where the terminal can."""
    if not sys.stdin.isatty():
        return
    try:
        import readline
    except ImportError:  # not on every platform
        return

    def complete(typed: str, number: int) -> str | None:
        fitting = [name for name in names if name.startswith(typed.lower())]
        return fitting[number] if number < len(fitting) else None

    readline.set_completer_delims("")
    readline.set_completer(complete)
    readline.parse_and_bind("tab: complete")
