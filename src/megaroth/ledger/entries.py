"""What happened, as it is written down once and never edited: accounts, entries, and the hash chain over them.

Knows the words for accounts, sources and kinds of entries, and the one canonical form that is hashed.
Refuses to judge whether an entry can be; that is `fold`. A wrong entry is undone by another one (`correct`).
"""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, replace
from enum import Enum
from typing import Any, Literal, TypeAlias

from megaroth.kit.money import ZERO, Money, parse_money

AccountKind: TypeAlias = Literal["plan", "traditional_ira", "roth_ira"]
YesNo: TypeAlias = Literal["yes", "no", "unknown"]


class Source(Enum):
    """Where money in an account came from; sources are kept apart for ever."""

    PRE_TAX = "pre_tax"
    """Pre-tax elective deferrals and rollovers, with their earnings."""
    MATCH = "match"
    """Match and every other employer contribution."""
    ROTH = "roth"
    """Roth elective deferrals."""
    AFTER_TAX = "after_tax"
    """After-tax contributions, not Roth; with their own earnings."""
    CONVERTED = "converted"
    """In-plan Roth rollovers, by year."""
    TRADITIONAL = "traditional"
    """All of a traditional, SEP or SIMPLE IRA."""
    REGULAR = "regular"
    """A Roth IRA's regular contributions, and the earnings of the whole Roth IRA."""
    CONVERSION = "conversion"
    """A Roth IRA's conversions and rollovers from plans, by year; only what opens an account is written with it."""


ROTH_IN_PLAN = (Source.ROTH, Source.CONVERTED)
"""The designated Roth account: one contract."""
SOURCES: dict[AccountKind, tuple[Source, ...]] = {
    "plan": (Source.PRE_TAX, Source.MATCH, Source.AFTER_TAX, *ROTH_IN_PLAN),
    "traditional_ira": (Source.TRADITIONAL,),
    "roth_ira": (Source.REGULAR, Source.CONVERSION),
}


class Kind(Enum):
    """What an entry says happened."""

    OPEN = "open"
    """An account or source is taken up with what it holds already."""
    CONTRIBUTE = "contribute"
    SO_FAR = "so_far"
    """A pay stub's total of the year so far: what the year's earlier contributions do not explain is a contribution."""
    EARN = "earn"
    """Earnings; a loss or a fee is below zero."""
    VALUE = "value"
    """At the end of the day the source is worth this much: what other entries do not explain is earnings."""
    CONVERT = "convert"
    """Into Roth: inside the plan, or from a traditional to a Roth IRA."""
    ROLL_OUT = "roll_out"
    """Paid by one account directly to another."""
    DISTRIBUTE = "distribute"
    """Paid to the person."""
    ROLL_IN = "roll_in"
    """The person puts a distribution into an account within 60 days."""
    CORRECT = "correct"
    """Undoes an earlier entry, as if it never had been."""


EXCEPTIONS: dict[str, str] = {
    "separation-55": "01",
    "periodic-payments": "02",
    "disability": "03",
    "death": "04",
    "medical": "05",
    "court-order": "06",
    "health-insurance": "07",
    "education": "08",
    "first-home": "09",
    "levy": "10",
    "reservist": "11",
}
"""Exceptions to the 10% tax that an entry may claim, and their numbers in the instructions for Form 5329, line 2."""
OF_PLANS_ALONE = ("separation-55", "court-order")
OF_IRAS_ALONE = ("health-insurance", "education", "first-home")
"""IRC §72(t)(3)(A), (2)(D)-(F): some exceptions are for plans alone, some for IRAs alone."""
EXCESSES = ("excess-402g", "excess-415c", "excess-acp", "excess-ira")
"""Corrective distributions: `basis` is the contribution that is returned, the rest is what it earned."""


@dataclass(frozen=True, slots=True)
class Account:
    """One account, and the terms of it that bear on tax and access."""

    name: str
    kind: AccountKind
    owner: str
    separate_contract: YesNo = "unknown"
    """Plan: whether after-tax money and its earnings are accounted for separately (IRC §72(d)(2))."""
    in_service: YesNo = "unknown"
    """Plan: whether after-tax money may leave while employed."""
    separated: datetime.date | None = None
    """Plan: the day the person left the employer."""
    payer: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened. Amounts are gross; `key` is the entry's name in the ledger, unique for ever."""

    key: str
    on: datetime.date
    kind: Kind
    account: str = ""
    amount: Money = ZERO
    source: Source | None = None
    to: str = ""
    """The receiving account of a rollover or a conversion to a Roth IRA."""
    to_source: Source | None = None
    basis: Money | None = None
    """The untaxed part: after-tax money in it (1099-R box 5), nondeductible part of a contribution, excess returned."""
    taxed: Money | None = None
    """`open` of a conversion: the part of it that was income in `for_year`."""
    pre_1987: Money = ZERO
    """`open` of after-tax money: basis from before 1987."""
    for_year: int | None = None
    """IRA contribution: the year it is for. `open`: the year of a conversion, or of the first Roth money."""
    withheld: Money = ZERO
    """Federal income tax withheld from a distribution."""
    event: str = ""
    """Payments of one account with the same event, or else of the same day, are one distribution."""
    reason: str = ""
    """`distribute`: an exception to the 10% tax, or the excess that is corrected."""
    undoes: str = ""
    """`correct`: the key of the entry that is undone."""
    note: str = ""

    @property
    def untaxed(self) -> Money:
        """`basis`, nothing where it is not written."""
        return ZERO if self.basis is None else self.basis

    @property
    def taxed_then(self) -> Money:
        """`taxed`, nothing where it is not written."""
        return ZERO if self.taxed is None else self.taxed


def as_record(entry: Entry) -> dict[str, Any]:
    """The entry as plain texts and numbers; what is empty is left out."""
    record: dict[str, Any] = {}
    for field in fields(Entry):
        value = getattr(entry, field.name)
        if (field.name != "amount" and value in ("", None)) or (isinstance(value, Money) and value == field.default):
            continue
        if isinstance(value, Money):
            value = value.plain()
        elif isinstance(value, Enum):
            value = value.value
        elif isinstance(value, datetime.date):
            value = value.isoformat()
        record[field.name] = value
    return record


def from_record(record: dict[str, Any]) -> Entry:
    """The entry of a record that `as_record` made."""
    read: dict[str, Any] = {}
    for name, value in record.items():
        made = _READ.get(name)
        read[name] = made(value) if made else value
    return Entry(**read)


_READ: dict[str, Callable[[Any], Any]] = {
    "on": datetime.date.fromisoformat,
    "kind": Kind,
    "source": Source,
    "to_source": Source,
    **dict.fromkeys(("amount", "basis", "taxed", "pre_1987", "withheld"), parse_money),
}


def canonical(entry: Entry) -> bytes:
    """The one byte form of an entry that is hashed: JSON with sorted names, no spaces, ASCII alone."""
    return json.dumps(as_record(entry), sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode("ascii")


def account_record(account: Account) -> dict[str, Any]:
    """The account as plain texts; what is empty is left out."""
    record: dict[str, Any] = {}
    for field in fields(Account):
        value = getattr(account, field.name)
        if value not in ("", None):
            record[field.name] = value.isoformat() if isinstance(value, datetime.date) else value
    return record


FIRST_LINK = hashlib.sha256(b"megaroth ledger 1").hexdigest()


def chain(entries: Iterable[Entry], start: str = FIRST_LINK) -> list[str]:
    """The hash after each entry, in the order they were added: SHA-256 of the one before and the canonical form."""
    links = []
    for entry in entries:
        start = hashlib.sha256(start.encode("ascii") + b"\n" + canonical(entry)).hexdigest()
        links.append(start)
    return links


def content_hash(entries: Iterable[Entry]) -> str:
    """One hash of what a ledger says, whatever the order in which it was written down, and whatever the notes."""
    return hashlib.sha256(b"\n".join(sorted(canonical(replace(each, note="")) for each in entries))).hexdigest()


def own_key(entry: Entry, nth: int = 0) -> str:
    """A key made from what an entry says, for entries without one; `nth` parts the truly equal ones of one file."""
    said = {name: value for name, value in as_record(entry).items() if name not in ("key", "note")}
    text = json.dumps([said, nth], sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()[:16]
