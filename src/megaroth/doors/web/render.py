"""Templates and the files that we ship. Everything is escaped; a template says so where it means not to, and none does."""

from __future__ import annotations

import datetime
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import jinja2
from starlette.responses import HTMLResponse, Response

from megaroth.doors.web import fields
from megaroth.doors.web.answers import Answers, answers_of
from megaroth.doors.web.form import written
from megaroth.doors.web.shelf import Scenario, Shelf
from megaroth.kit.finding import Finding
from megaroth.kit.money import Money
from megaroth.report.plain import head, plain, term_words

HERE = Path(__file__).parent
STATIC = {
    path.relative_to(HERE / "static").as_posix(): path.read_bytes()
    for path in sorted((HERE / "static").rglob("*"))
    if path.suffix in (".css", ".js", ".woff2", ".svg")
}
"""What is shipped, by name: no address ever becomes a path."""
_HASH = {name: hashlib.sha256(content).hexdigest()[:12] for name, content in STATIC.items()}


@dataclass(slots=True)
class Page:
    """One page of one scenario, as its template sees it."""

    name: str
    scenario: Scenario
    shelf: Shelf
    today: datetime.date
    asked: dict[str, str]
    fragment: bool
    findings: list[Finding] = field(default_factory=list)

    @property
    def answers(self) -> Answers:
        """What the questions answer for it."""
        return answers_of(self.scenario, self.today)

    def url(self, name: str, **query: Any) -> str:
        """The address of a page of this scenario."""
        asked = f"?{urlencode(query)}" if query else ""
        return f"/s/{quote(self.scenario.name, safe='')}/{name}{asked}"

    def value(self, name: str) -> str:
        """What stands in a field."""
        return written(self.scenario.household, name)

    def error(self, name: str) -> Finding | None:
        """What is wrong with a field."""
        return self.answers.by_field.get(name)


def page(shown: Page, status: int = 200) -> Response:
    """The page, or only what is inside its frame."""
    from megaroth.doors.web.pages import EVERY

    build = EVERY.get(shown.name)
    made = build(shown) if build else {}
    template = ENVIRONMENT.get_template(f"{shown.name}.html")
    return HTMLResponse(template.render(page=shown, **made), status)


def error_page(status: int, sentence: str, headers: Mapping[str, str] | None = None) -> Response:
    """A short page about what went wrong."""
    return HTMLResponse(
        ENVIRONMENT.get_template("error.html").render(status=status, sentence=sentence), status, headers
    )


_ENDLESS = 10**12


def _money(amount: Money | str | None) -> str:
    """`$40,300`, with cents only where there are some; a dash where it is not known."""
    if amount is None:
        return "not known"
    if isinstance(amount, Money) and int(amount.cents) >= _ENDLESS:
        return "no limit"  # a rule's own stand-in for one
    text = str(amount)
    if not text.startswith("$") and text.replace(".", "").lstrip("-").isdecimal():
        whole, _, cents = text.lstrip("-").partition(".")
        text = "-" * text.startswith("-") + f"${int(whole):,}" + (f".{cents}" if cents else "")
    return text.removesuffix(".00")


def _day(day: datetime.date | str) -> str:
    """`Fri, Dec 4`."""
    day = datetime.date.fromisoformat(day) if isinstance(day, str) else day
    return f"{day:%a}, {day:%b} {day.day}"


def _long_day(day: datetime.date | str) -> str:
    day = datetime.date.fromisoformat(day) if isinstance(day, str) else day
    return f"{day:%A}, {day:%B} {day.day}, {day.year}"


def _short_day(found: re.Match[str]) -> str:
    try:
        day = datetime.date.fromisoformat(found[0])
    except ValueError:  # somebody typed it
        return found[0]
    return f"{day:%b}\N{NO-BREAK SPACE}{day.day}, {day.year}"


def _asset(name: str) -> str:
    # The files of others carry their version in their name.
    return f"/static/{name}" if name.startswith("vendor/") else f"/static/{name}?v={_HASH[name]}"


def _cents(amount: Money | str | None) -> str:
    """`$40,300.00`: in a table the points stand below each other."""
    text = _money(amount)
    return text if "." in text or not text[-1:].isdecimal() else f"{text}.00"


def _whole(amount: Money | str | None) -> str:
    """`$160,742`: of what is decades away nobody wants the cents."""
    text = _money(amount)
    if "." not in text:
        return text
    dollars, _, cents = text.partition(".")
    sign, digits = ("-", dollars.lstrip("-$")) if dollars.startswith("-") else ("", dollars.lstrip("$"))
    return f"{sign}${int(digits.replace(',', '')) + (cents >= '50'):,}"


def _at_field(text: str) -> str:
    """A sentence that stands below its field need not name it again."""
    return head(re.sub(r"^“[^”]*”(?: of [^:]*)?: ", "", text))


_RULES = {
    "find_room": "The room for after-tax money",
    "match_on": "match of the year",
    "within": "the smaller of wish and room",
    "catch_up_beside": "catch-up, beside the limit",
    "of": "out of",
}


def _rule(name: str) -> str:
    """A rule or one of its terms: its name says it, but for a few."""
    return _RULES.get(name) or term_words(name)


_LABELS = {
    each.key: each.label
    for each in (*fields.PLAN, *fields.PLAN_MORE, *fields.PAY_MORE, *fields.SO_FAR, *fields.OUTLOOK, *fields.CASH)
}
_PLAIN_NAMES = {each.key.rpartition(".")[2]: each.label for each in (*fields.PAY, *fields.PAY_MORE)}
"""Names of one word, which are names only in quotes."""
_ON_A_PAGE = (
    (re.compile(r"Add \[cash\][^.]*\."), "Say above what you have put aside and what you spend."),
    (re.compile(r"Add \[hsa\][^.]*\."), "Say above whether you have one."),
    (re.compile(r" in \[outlook\]"), " above"),
    (re.compile(r"(\$[\d,]+)\.00\b"), r"\1"),
    (re.compile(r" - (?=\$)"), " − "),
    (re.compile(r"\[\[?(\w+)\]\]?"), r"\1"),
)


def _plain(text: str) -> str:
    """A sentence that speaks of files and commands in the words of the page."""
    text = plain(text)
    for pattern, words in _ON_A_PAGE:
        text = pattern.sub(words, text)
    text = re.sub(
        r"`?\b(?:[a-z]+\.)?([a-z]+(?:_[a-z]+)+)\b(?: = …)?`?|`(?:[a-z]+\.)?([a-z]+)`",
        lambda m: f"“{_PLAIN_NAMES.get(m[2], m[2]) if m[2] else _LABELS[m[1]]}”" if m[2] or m[1] in _LABELS else m[0],
        text,
    )
    return re.sub(r"\b20\d\d-\d\d-\d\d\b", _short_day, text)


ENVIRONMENT = jinja2.Environment(
    loader=jinja2.FileSystemLoader(HERE / "templates"),
    autoescape=True,
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,
)
ENVIRONMENT.filters |= {
    "money": _money,
    "cents": _cents,
    "whole": _whole,
    "plain": _plain,
    "day": _day,
    "long_day": _long_day,
    "rule": _rule,
    "words": term_words,
    "sentence": head,
    "at_field": _at_field,
}
ENVIRONMENT.globals |= {"asset": _asset, "fields": fields}
