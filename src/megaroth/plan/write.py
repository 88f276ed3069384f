"""From a `PlanDraft` to the text of a plan file, with the evidence of every field: read again, it is the same draft.

Amounts are written as TOML numbers, percentages too where four decimals hold them, else as a fraction in quotes.
"""

from __future__ import annotations

import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import tomlkit
from tomlkit.items import AoT, Item, Table

from megaroth.kit.money import NO_CAP, NO_LIMIT, NONE, ZERO, Money, Rate
from megaroth.plan.draft import OF_THE_MATCH, PlanDraft, Read
from megaroth.plan.file import PlanFile
from megaroth.plan.model import FOREVER, EmployerMoney, MatchLimits, MatchStep, Tier

Term = Tier | MatchStep | MatchLimits | EmployerMoney


def plan_text(draft: PlanDraft, comment: str = "") -> str:
    """The draft as a plan file in TOML; each line of `comment` stands at its head."""
    file = tomlkit.document()
    for line in comment.splitlines():
        file.add(tomlkit.comment(line))
    file.add("name", _text(draft.name))
    if draft.conflicts:
        file.add("conflicts", _texts(draft.conflicts))
    written = {name: _value(draft.stated[name].value) for name in PlanFile.model_fields if name in draft.stated}
    # In TOML the plain values of a table come before its tables.
    for plain in (True, False):
        for name, value in written.items():
            if _is_plain(value) is plain:
                file.add(name, value)
    proofs = {name: _evidence(draft.stated[name]) for name in written}
    has_match = bool(proofs.get("match"))
    evidence = tomlkit.table(is_super_table=True)
    for name, proof in proofs.items():
        # An empty table says that the evidence of the match is not that of this part of it.
        if proof or (has_match and name in OF_THE_MATCH):
            evidence.add(name, proof)
    if evidence:
        file.add("evidence", evidence)
    return tomlkit.dumps(file)


def _is_plain(value: Item) -> bool:
    return not isinstance(value, Table | AoT)


def _value(value: Any) -> Item:
    if isinstance(value, Money):
        return _number(Decimal(int(value.cents)) / 100)
    if isinstance(value, Rate):
        return _percent(Fraction(int(value.top), int(value.bottom)) * 100)
    if isinstance(value, Term):
        table = tomlkit.table()
        for name, (part, left_out) in _parts(value).items():
            if part != left_out:
                table.add(name, _value(part))
        return table
    if isinstance(value, list):
        return _list(value)
    return _text(value) if isinstance(value, str) else tomlkit.item(value)


def _parts(term: Term) -> dict[str, tuple[Any, Any]]:
    """The names of a table with their values, and the value that stands for a name left out."""
    match term:
        case Tier():
            return {
                "rate_percent": (term.rate, None),
                "up_to_percent_of_pay": (term.of_pay, NO_CAP),
                "up_to_dollars": (term.dollars, NO_LIMIT),
                "service_from": (term.service_from, 0),
                "service_below": (term.service_below, FOREVER),
            }
        case MatchStep():
            return {"deferring_percent": (term.deferring, None), "earns_percent_of_pay": (term.earns, None)}
        case MatchLimits():
            return {"max_dollars": (term.dollars, NO_LIMIT), "max_percent_of_pay": (term.of_pay, NO_CAP)}
        case EmployerMoney():
            return {"percent_of_pay": (term.of_pay, NONE), "dollars": (term.dollars, ZERO)}


def _list(values: list[Any]) -> Item:
    if not values or not isinstance(values[0], Term):
        return _texts(values)
    tables = tomlkit.aot()
    for value in values:
        tables.append(_value(value))
    return tables


def _percent(percent: Fraction) -> Item:
    exact = Decimal(percent.numerator) / Decimal(percent.denominator)
    if Fraction(exact) == percent:
        return _number(exact)
    whole, rest = divmod(percent.numerator, percent.denominator)
    return _text(f"{whole} {rest}/{percent.denominator}" if whole else f"{rest}/{percent.denominator}")


def _number(number: Decimal) -> Item:
    """A whole number, or a TOML float written with just these digits: they are read as decimals, never as a float."""
    if number == number.to_integral_value():
        return tomlkit.integer(int(number))
    return tomlkit.float_(f"{number.normalize():f}")


def _text(text: str) -> Item:
    """Text in double quotes, on one line whatever it holds."""
    return tomlkit.string(text)


def _texts(texts: Any) -> Item:
    array = tomlkit.array()
    for text in texts:
        array.append(_text(text))
    return array.multiline(len(array) > 1)


def _evidence(read: Read) -> Table:
    table = tomlkit.table()
    for name in ("quote", "note", "page", "source", "date", "confidence"):
        said = getattr(read, name)
        if name == "date" and said:
            table.add(name, _date(said))
        elif said not in ("", None):
            table.add(name, _text(said) if isinstance(said, str) else tomlkit.integer(said))
    if read.also:
        table.add("also", _quotes(read.also))
    return table


def _quotes(quotes: tuple[tuple[str, int | None], ...]) -> Item:
    array = tomlkit.array()
    for quote, page in quotes:
        one = tomlkit.inline_table()
        one.add("quote", _text(quote))
        if page is not None:
            one.add("page", tomlkit.integer(page))
        array.append(one)
    return array.multiline(len(array) > 1)


def _date(said: str) -> Item:
    try:
        return tomlkit.item(datetime.date.fromisoformat(said)) if len(said) == 10 else _text(said)
    except ValueError:
        return _text(said)
