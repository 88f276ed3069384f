"""Reading what people write: one TOML or JSON text in, a checked model out, or findings that say where and what to do."""

from __future__ import annotations

import datetime
import json
import re
import tomllib
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self, TypeAlias, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, Discriminator, PlainValidator, Tag, ValidationError, ValidationInfo
from pydantic import WithJsonSchema as Schema

from megaroth.kit import written
from megaroth.kit.finding import Finding
from megaroth.kit.money import LARGEST, Money, Rate
from megaroth.kit.toml_places import Path as KeyPath
from megaroth.kit.toml_places import Source, cut, dotted, places_in_json, places_of, syntax_mistake
from megaroth.kit.written import Mistake, near, shown

MOST_BYTES = 2**20
"""A household or plan file is small; anything larger is not one."""
MOST_MISTAKES = 50
"""Nobody mends more in one go; the rest is counted."""
_DEEP_KEY = re.compile(r"""(?<![\w."'-])(?:[\w"'-]++[ \t]*+\.[ \t]*+){30}""")
"""A name of thirty parts: no file needs it, and `tomllib` takes very long over longer ones."""

M = TypeVar("M", bound=BaseModel)


class FileModel(BaseModel):
    """A table of a file: unknown keys are refused, values are not coerced."""

    # Built when first used: a program that reads one kind of file does not pay for all of them.
    model_config = ConfigDict(extra="forbid", strict=True, arbitrary_types_allowed=True, frozen=True, defer_build=True)

    @classmethod
    def empty(cls) -> Self:
        """The table left out: every field at its default. Needs no validator, which calling the class would build."""
        return cls.model_construct()


_NUMBER = {
    "anyOf": [
        {"type": "number", "minimum": 0, "exclusiveMaximum": LARGEST // 100},
        {"type": "string", "pattern": r"^[0-9][0-9_]*(\.[0-9]{1,2})?$"},
    ]
}


def _percent_schema(most: int) -> dict[str, Any]:
    text = {"type": "string", "pattern": r"^([0-9][0-9_]*(\.[0-9]+)?|([0-9]+ )?[0-9]+/0*[1-9][0-9]*)$"}
    return {"anyOf": [{"type": "number", "minimum": 0, "maximum": most}, text]}


def dollars_or(*words: str) -> Any:
    """The field type of dollars, at most two decimals and never negative, or one of some words."""
    return _field(written.dollars(*words), _NUMBER, "dollars", *words)


def percent_or(*words: str, most: int = 100) -> Any:
    """The field type of a number of percent up to `most`, or one of some words."""
    return _field(written.percent_of(*words, most=most), _percent_schema(most), "a number of percent", *words)


def signed_dollars() -> Any:
    """The field type of dollars that may be below zero: a loss, a difference."""
    arms = [{"type": "number"}, {"type": "string", "pattern": r"^-?[0-9_]+(\.[0-9]{1,2})?$"}]
    return _field(written.signed_dollars(), {"anyOf": arms}, "dollars")


def _field(read: Callable[[object], Any], schema: dict[str, Any], unit: str, *words: str) -> Any:
    arms = [*schema["anyOf"], {"enum": list(words)}] if words else schema["anyOf"]
    return Annotated[Any, PlainValidator(read), Schema({"anyOf": arms, "description": written.listed(unit, *words)})]


FIRST_YEAR, LAST_YEAR = 1800, 2199
"""Days that people of a plan can mean; others are slips of a digit, and some have no day a lifetime later."""


def _near_day(day: datetime.date) -> datetime.date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise Mistake(f"{day} is no day that a plan can mean", f"Write a year from {FIRST_YEAR} to {LAST_YEAR}.")
    return day


def _date(given: object, info: ValidationInfo) -> datetime.date:
    """A day; JSON, which has no dates, may write it as text."""
    is_json = bool(info.context)
    example = '"1981-03-14"' if is_json else "1981-03-14, without quotes"
    if type(given) is datetime.date:
        return _near_day(given)
    if isinstance(given, datetime.datetime):
        raise Mistake("expected a date, found a date with a time", f"Leave the time out: {given.date()}.")
    if isinstance(given, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", given):
        try:
            day = datetime.date.fromisoformat(given)
        except ValueError:
            raise Mistake(f"there is no day {given}", "Check month and day.") from None
        if is_json:
            return _near_day(day)
        raise Mistake(f"expected a date, found the text {shown(given)}", f"Write it without quotes: {given}.")
    raise Mistake(f"expected a date, found {shown(given)}", f"Write year-month-day, like {example}.")


if TYPE_CHECKING:
    Dollars: TypeAlias = Money
    SignedDollars: TypeAlias = Money
    Percent: TypeAlias = Rate
    RatePercent: TypeAlias = Rate
    DollarsOrUnknown: TypeAlias = Money | Literal["unknown"]
    DollarCap: TypeAlias = Money | Literal["none", "unknown"]
    PercentCap: TypeAlias = Rate | Literal["none", "unknown"]
    Date: TypeAlias = datetime.date
else:
    Dollars = dollars_or()
    SignedDollars = signed_dollars()
    Percent = percent_or()
    RatePercent = percent_or(most=1000)
    DollarsOrUnknown = dollars_or("unknown")
    DollarCap = dollars_or("none", "unknown")
    PercentCap = percent_or("none", "unknown")
    Date = Annotated[datetime.date, PlainValidator(_date), Schema({"type": "string", "format": "date"})]
YesNo: TypeAlias = Literal["yes", "no", "unknown"]


def _word_or_structure(value: object) -> str:
    return "__word__" if isinstance(value, str) else "__structure__"


W = TypeVar("W")
S = TypeVar("S")
WordOr: TypeAlias = Annotated[
    Annotated[W, Tag("__word__")] | Annotated[S, Tag("__structure__")], Discriminator(_word_or_structure)
]
"""Either a word or a structure (a table, a list); only the shape that was written is checked, so errors stay plain."""


UNREADABLE = ("file-is-a-folder", "file-not-found", "file-not-readable", "file-too-large", "file-not-text")
"""The codes of `read_text`: what it finds has no line, for there is no text."""


def read_text(path: Path) -> str | Finding:
    """The text of a file, or a finding that says why it cannot be read."""
    name = cut(str(path), 200)
    try:
        if path.is_dir():
            return Finding("file-is-a-folder", "error", f"{name} is a folder, not a file.", name, "Name a file.")
        with path.open("rb") as file:
            read = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        remedy = "Check the path; `megaroth new` writes a file to start from."
        return Finding("file-not-found", "error", f"There is no file {name}.", name, remedy)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "no file can have this name"
        return Finding("file-not-readable", "error", f"{name} cannot be read: {why}.", name, "Check the path.")
    if len(read) > MOST_BYTES:
        message = f"{name} is larger than any household or plan file."
        return Finding("file-too-large", "error", message, name, "Name a TOML file.")
    try:
        return read.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        message = f"{name} is not UTF-8 text (byte {error.start})."
        remedy = "If it is a text, save it as UTF-8; a PDF or spreadsheet cannot be read here."
        return Finding("file-not-text", "error", message, name, remedy)


def parse_toml(text: str, name: str) -> Source | Finding:
    """The values of a TOML text with their places, or a finding with line and column."""
    text = text.removeprefix("\ufeff")
    if deep := _DEEP_KEY.search(text):
        where = f"{name}:{text.count(chr(10), 0, deep.start()) + 1}:1"
        return Finding("not-toml", "error", "A name has more parts than any file needs.", where, "Simplify the file.")
    try:
        values = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        (line, column), message, remedy = syntax_mistake(text, str(error))
        return Finding("not-toml", "error", cut(message, 300), f"{name}:{line}:{column}", remedy)
    except (RecursionError, ValueError, ArithmeticError) as error:
        return _beyond("not-toml", text, name, error)
    return Source(name, values, places_of(text), False)


def parse_json(text: str, name: str) -> Source | Finding:
    """The values of a JSON text with their places, or a finding with line and column."""
    text = text.removeprefix("\ufeff")
    try:
        values = json.loads(text, parse_float=Decimal, object_pairs_hook=_each_once)
        json.dumps(values, ensure_ascii=False, default=str).encode()
    except json.JSONDecodeError as error:
        where = f"{name}:{error.lineno}:{error.colno}"
        remedy = "Mend it: names and texts in double quotes, a comma between items and none after the last."
        return Finding("not-json", "error", f"This is not valid JSON: {error.msg}.", where, remedy)
    except Mistake as twice:
        return Finding("not-json", "error", f"{twice}.", f"{name}:1:1", twice.remedy)
    except (RecursionError, ValueError, ArithmeticError) as error:
        return _beyond("not-json", text, name, error)
    return Source(name, values, places_in_json(text), True)


def _beyond(code: str, text: str, name: str, error: Exception) -> Finding:
    line, column = 1, 1
    if isinstance(error, RecursionError):
        why = "it is nested too deeply"
    elif isinstance(error, UnicodeEncodeError):
        why = "it holds half a character (a lone surrogate)"
    else:
        why = "it holds a number beyond all bounds"
        if number := re.search(r"[eE][-+]?[0-9]{6}|[0-9]{4301}", text):
            line = text.count("\n", 0, number.start()) + 1
            column = number.start() - text.rfind("\n", 0, number.start())
    remedy = "Simplify the file: amounts, dates, words and a few tables are all it needs."
    return Finding(code, "error", f"This file cannot be read: {why}.", f"{name}:{line}:{column}", remedy)


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table = dict(pairs)
    if len(table) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise Mistake(f"`{cut(twice)}` is set twice in one object", "Delete one of the two.")
    return table


def check(source: Source, model: type[M]) -> M | list[Finding]:
    """The values as `model`, or one located finding for every mistake."""
    if not isinstance(source.values, dict):
        message = f"Expected names with values, found {shown(source.values)}."
        return [Finding("not-a-table", "error", message, source.where(()), 'Begin the JSON with {"year": 2026, …}.')]
    try:
        return model.model_validate(source.values, context=source.is_json)
    except ValidationError as error:
        errors = error.errors(include_url=False)
    found = [_finding(source, model, dict(each)) for each in errors[:MOST_MISTAKES]]
    if more := len(errors) - len(found):
        found.append(
            Finding("more-mistakes", "error", f"And {more} more.", source.where(()), "Mend the first ones, run again.")
        )
    return found


def without_mistakes(source: Source, model: type[M]) -> M | None:
    """The values as `model` with the mistaken ones left out, so that the rest can be looked at; None if they cannot."""
    values = source.values
    if not isinstance(values, dict):
        return None
    try:
        model.model_validate(values, context=source.is_json)
    except ValidationError as error:
        for each in error.errors(include_url=False)[:MOST_MISTAKES]:
            values = _without(values, _path(each["loc"]))
    try:
        return model.model_validate(values, context=source.is_json)
    except ValidationError:
        return None


def _without(values: Any, path: KeyPath) -> Any:
    """A copy in which the named value is left out; items of lists stay, for the numbers of the others depend on them."""
    first: Any = path[0]
    if not isinstance(values, dict | list) or (isinstance(values, dict) and first not in values):
        return values
    copy: Any = values.copy()
    if len(path) > 1:
        copy[first] = _without(values[first], path[1:])
    elif isinstance(copy, dict):
        del copy[first]
    return copy


def _path(loc: KeyPath) -> KeyPath:
    return tuple(part for part in loc if part not in ("__word__", "__structure__", "[key]"))


def _finding(source: Source, model: type[BaseModel], error: dict[str, Any]) -> Finding:
    path = _path(error["loc"])
    where, field = source.where(path), source.called(path)
    kind, found, given = error["type"], error.get("input"), error.get("ctx", {})
    if kind == "extra_forbidden":
        known = _names_at(model, path[:-1])
        close = near(str(path[-1]), known)
        remedy = f"Did you mean `{close}`?" if close else "Known names: " + ", ".join(known) + "."
        return Finding("unknown-name", "error", f"{field} is not a name we know.", where, remedy)
    if kind == "missing":
        return Finding("missing", "error", f"{field} is missing.", where, f"Add `{path[-1]} = …`.")
    if kind == "value_error":
        message, remedy = _split(given["error"])
        return Finding("bad-value", "error", f"{field}: {message}.", where, remedy)
    if kind == "literal_error":
        expected = given["expected"].replace("'", '"')
        options = re.findall(r'"([^"]*)"', expected)
        written = {True: "yes", False: "no"}[found] if isinstance(found, bool) else str(found)
        close = near(written, options)
        remedy = f'Did you mean "{close}"?' if close else "Write one of these words, in quotes."
        return Finding("bad-value", "error", f"{field} must be {expected}, found {shown(found)}.", where, remedy)
    if kind in _BOUNDS:
        expected = _BOUNDS[kind].format(**given)
        message = f"{field} must be {expected}, found {shown(found)}."
        return Finding("bad-value", "error", message, where, f"Write {expected}.")
    expected, remedy = _TYPES.get(kind, (error["msg"].lower(), "Correct the value."))
    if error["loc"][-1] == "__structure__":
        expected = f"a word in quotes or {expected}"
    if kind == "list_type" and isinstance(found, str):
        remedy = 'Write a list in brackets, like ["text"].'
    header = dotted(tuple(part for part in path if isinstance(part, str)))
    if isinstance(path[-1], int):
        header = f"[{header}]"
    remedy = remedy.format(header=header)
    return Finding("wrong-type", "error", f"{field} needs {expected}, found {shown(found)}.", where, remedy)


_BOUNDS = {
    "greater_than_equal": "{ge} or more",
    "less_than_equal": "{le} or less",
    "string_too_short": "a name of at least one letter",
}
_TYPES = {
    "string_type": ("text in quotes", 'Write it in quotes, like "text".'),
    "int_type": ("a whole number", "Write a whole number without quotes and without decimals."),
    "bool_type": ("true or false", "Write true or false, without quotes."),
    "list_type": ("a list", 'Write [[{header}]] with double brackets for a list of tables, or ["…"] for a list of texts.'),
    "dict_type": ("a table of names", "Write [{header}.NAME] with single brackets, one for each name."),
    "model_type": ("a table", "Write [{header}] and its fields below it, each `name = value`."),
}  # fmt: skip


def _split(error: Exception) -> tuple[str, str]:
    """What is wrong and what to do: money's own messages say both in one sentence, parted by a semicolon."""
    if isinstance(error, Mistake):
        return str(error), error.remedy
    parts = re.fullmatch(r"(.*); ([^\"]*)", cut(str(error), 300))
    if parts is None:
        return cut(str(error), 300), "Write the number in digits, like 23_500.00 or 4.5."
    wrong = parts[1].replace("found ", "expected a plain number, found ") if parts[1].startswith("found") else parts[1]
    return wrong, f"{parts[2][:1].upper()}{parts[2][1:]}."


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for argument in get_args(annotation) for model in _models_in(argument)]


def _names_at(model: type[BaseModel], path: KeyPath) -> list[str]:
    models = [model]
    for part in path:
        inner = [m.model_fields[part] for m in models if isinstance(part, str) and part in m.model_fields]
        if inner:
            models = [found for field in inner for found in _models_in(field.annotation)] or models
    return [field.alias or name for m in models for name, field in m.model_fields.items()]
