"""Reading OFX and QFX statements of a plan or an IRA: contributions by source, and earnings; the rest is named, not guessed.

Takes a purchase of a 401(k) source for a contribution where the statement gives its payday (DTPAYROLL), for one without may
be an exchange of funds. Balances become entries only when asked, for a conversion that the ledger does not have yet
would look like a loss. The bank's own number of a transaction (FITID) is its key, so overlapping statements agree.
"""

from __future__ import annotations

import datetime
import hashlib
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from megaroth.kit.finding import Finding
from megaroth.kit.money import ZERO, AmountError, Money, parse_money
from megaroth.kit.toml_places import cut
from megaroth.ledger.entries import Entry, Kind, Source
from megaroth.ledger.imports import Rows

MOST_ELEMENTS = 2**18
_SOURCES = {
    "PRETAX": Source.PRE_TAX, "AFTERTAX": Source.AFTER_TAX, "MATCH": Source.MATCH, "PROFITSHARING": Source.MATCH,
    "ROTH": Source.ROTH,
}  # fmt: skip
_TOKEN = re.compile(r"<(/?)([A-Za-z0-9._]+)[^<>]*>([^<]*)")
_BUYS = ("BUYMF", "BUYSTOCK", "BUYOTHER", "BUYDEBT", "BUYOPT")
_EARNED = ("INCOME", "REINVEST")


@dataclass(slots=True)
class Element:
    """An element of a statement: its text, or what is in it."""

    name: str
    text: str = ""
    below: list[Element] = field(default_factory=list)
    line: int = 0

    def all(self, *names: str) -> Iterator[Element]:
        """Every element of some names at any depth."""
        for each in self.below:
            if each.name in names:
                yield each
            yield from each.all(*names)

    def text_of(self, name: str) -> str:
        """The text of the first element of a name, or nothing."""
        return next((each.text for each in self.all(name)), "")


def is_ofx(text: str) -> bool:
    """Whether a text begins as OFX does, in the old form or as XML."""
    return bool(re.match(r"\s*(OFXHEADER\s*:|<\?xml[^>]*>\s*<\?OFX|<\?OFX|<OFX>)", text[:2_000], re.IGNORECASE))


def parsed(text: str) -> Element | None:
    """The elements of a statement; those without an end tag hold a text. None where it is no OFX."""
    start = text.upper().find("<OFX>")
    if start < 0:
        return None
    root = Element("")
    path, count, line, at = [root], 0, text.count("\n", 0, start) + 1, start
    for match in _TOKEN.finditer(text, start):
        line += text.count("\n", at, match.start())
        at = match.start()
        count += 1
        if count > MOST_ELEMENTS or len(path) > 64:
            return None
        closes, name, after = match[1], match[2].upper(), html.unescape(match[3].strip())
        if closes:
            depth = next((n for n in range(len(path) - 1, 0, -1) if path[n].name == name), None)
            if depth is not None:
                del path[depth:]
            continue
        made = Element(name, after, line=line)
        path[-1].below.append(made)
        if not after:
            path.append(made)
    return root


def ofx_rows(text: str, name: str, account: str, balances: bool = False, every_purchase: bool = False) -> Rows:
    """The entries of a statement. `every_purchase`: purchases without a payday are contributions as well."""
    rows = Rows()
    root = parsed(text)
    statements = list(root.all("INVSTMTRS")) if root else []
    if not statements:
        message = "This is not an OFX statement of an investment account."
        remedy = "Download the statement of the plan or IRA as OFX or QFX (Quicken), or as CSV."
        rows.findings.append(Finding("not-ofx", "error", message, f"{name}:1:1", remedy))
        return rows
    numbers = {statement.text_of("ACCTID") for statement in statements}
    if len(numbers) > 1:
        message = f"The file has statements of {len(numbers)} accounts."
        rows.findings.append(Finding("ofx-accounts", "error", message, name, "Download one account at a time."))
        return rows
    for statement in statements:
        _Statement(rows, name, account, balances, every_purchase, statement).read()
    return rows


@dataclass(slots=True)
class _Statement:
    rows: Rows
    name: str
    account: str
    balances: bool
    every_purchase: bool
    root: Element
    left: dict[str, list[Money]] = field(default_factory=dict)

    def read(self) -> None:
        currency = self.root.text_of("CURDEF").upper()
        if currency not in ("", "USD"):
            message = f"The statement is in {cut(currency, 20)}, not in US dollars."
            self.rows.findings.append(Finding("ofx-currency", "error", message, self.name, "Download it in dollars."))
            return
        for each in self.root.all(*_BUYS, *_EARNED):
            self._transaction(each)
        for each in self.root.all("INVBANKTRAN", "TRANSFER", "SELLMF", "SELLSTOCK", "SELLOTHER", "INVEXPENSE"):
            amount = self._money(each, "TOTAL") or self._money(each, "TRNAMT") or ZERO
            self.left.setdefault(each.name, []).append(amount)
        for each in self.root.all("INV401KBAL"):
            self._balances(each)
        self._tell_what_is_left()

    def _transaction(self, element: Element) -> None:
        number, day = element.text_of("FITID"), self._day(element, "DTPAYROLL") or self._day(element, "DTTRADE")
        amount = self._money(element, "TOTAL")
        if not number or day is None or amount is None:
            message = f"A {element.name} has no number, day or amount that can be read."
            where = f"{self.name}:{element.line}:1"
            self.rows.findings.append(Finding("ofx-unreadable", "error", message, where, "Download it again."))
            return
        source = self._source(element)
        is_plan = any(self.root.all("INV401KSOURCE", "INV401K", "INV401KBAL"))
        if is_plan and source is None:
            self.left.setdefault(f"{element.name} of {element.text_of('INV401KSOURCE') or 'no source'}", []).append(
                amount
            )
            return
        if element.name in _EARNED:
            earned = amount if element.name == "INCOME" else ZERO - amount
            self._add(number, day, Kind.EARN, earned, source, element)
        elif is_plan and amount < ZERO and (self.every_purchase or element.text_of("DTPAYROLL")):
            self._add(number, day, Kind.CONTRIBUTE, ZERO - amount, source, element)
        else:
            self.left.setdefault(f"{element.name} without a payday" if is_plan else element.name, []).append(amount)

    def _source(self, element: Element) -> Source | None:
        return _SOURCES.get(element.text_of("INV401KSOURCE").upper())

    def _add(
        self, number: str, day: datetime.date, kind: Kind, amount: Money, source: Source | None, at: Element
    ) -> None:
        said = hashlib.sha256(f"{self.account}\n{number}".encode()).hexdigest()[:16]
        entry = Entry(f"ofx-{said}", day, kind, self.account, amount, source)
        self.rows.entries.append((entry, f"{self.name}:{at.line}"))

    def _balances(self, element: Element) -> None:
        asof = self.root.text_of("DTASOF")
        day = self._day(self.root, "DTASOF")
        held = [(word, self._money(element, word)) for word in _SOURCES]
        if not self.balances:
            shown = ", ".join(f"{word.lower()} {amount}" for word, amount in held if amount is not None)
            message = f"The balances of {day} were not taken: {shown}."
            remedy = "When every conversion and payment until that day is in the ledger, import again with --balances."
            self.rows.findings.append(Finding("ofx-balances", "info", message, self.name, remedy))
            return
        sums: dict[Source, Money] = {}
        for word, amount in held:
            if amount is not None:
                sums[_SOURCES[word]] = sums.get(_SOURCES[word], ZERO) + amount
        for source, amount in sums.items():
            if day is not None:
                stamp = re.sub(r"\D", "", asof)[:14]
                entry = Entry(
                    f"ofx-{self.account}-{stamp}-{source.value}", day, Kind.VALUE, self.account, amount, source
                )
                self.rows.entries.append((entry, f"{self.name}:{element.line}"))

    def _tell_what_is_left(self) -> None:
        for what, amounts in self.left.items():
            total = Money(sum(int(amount.cents) for amount in amounts))
            message = f"{len(amounts)} transactions were left out: {what}, {total} in all."
            remedy = "Add what they were by hand: a conversion, a rollover, a payment"
            remedy += ", or say --every-purchase if they were contributions." if "payday" in what else "."
            self.rows.findings.append(Finding("ofx-left-out", "warning", message, self.name, remedy))

    def _money(self, element: Element, name: str) -> Money | None:
        text = element.text_of(name).replace(",", ".")
        try:
            return parse_money(text) if text else None
        except AmountError:
            # More decimals than cents: a price, no amount of ours.
            return None

    def _day(self, element: Element, name: str) -> datetime.date | None:
        text = element.text_of(name)[:8]
        try:
            return datetime.datetime.strptime(text, "%Y%m%d").date()
        except ValueError:
            return None
