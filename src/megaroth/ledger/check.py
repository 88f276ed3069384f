"""Whether the entries of a ledger can be read at all: known accounts, the fields each kind needs, reversals.

Findings name an entry as `entries.KEY`; the reader of a file puts line and column in its place.
"""

from __future__ import annotations

from collections.abc import Iterable

from megaroth.kit.finding import Finding
from megaroth.kit.money import ZERO
from megaroth.kit.toml_places import cut
from megaroth.kit.written import near
from megaroth.ledger.entries import (
    EXCEPTIONS,
    EXCESSES,
    OF_IRAS_ALONE,
    OF_PLANS_ALONE,
    ROTH_IN_PLAN,
    SOURCES,
    Account,
    Entry,
    Kind,
    Source,
)  # fmt: skip
from megaroth.ledger.model import Ledger

DISBURSEMENTS = (Kind.CONVERT, Kind.ROLL_OUT, Kind.DISTRIBUTE)


def error(entry: Entry, code: str, message: str, remedy: str, cite: str = "") -> Finding:
    """A finding that stops the fold, at an entry."""
    return Finding(code, "error", message, f"entries.{entry.key}", remedy, cite)


def standing(entries: Iterable[Entry]) -> tuple[list[Entry], list[Finding]]:
    """The entries that were not undone by a correction, and what is wrong with corrections or keys."""
    by_key: dict[str, Entry] = {}
    found: list[Finding] = []
    for entry in entries:
        if entry.key in by_key:
            found.append(error(entry, "key-twice", f'Two entries have the key "{cut(entry.key)}".', "Change one."))
        by_key[entry.key] = entry
    undone: set[str] = set()
    for entry in by_key.values():
        if entry.kind is not Kind.CORRECT:
            continue
        wrong = by_key.get(entry.undoes)
        if wrong is None:
            close = near(entry.undoes, by_key)
            remedy = f'Did you mean "{cut(close)}"?' if close else "Name the key of the entry that was wrong."
            found.append(error(entry, "undoes-nothing", f'There is no entry "{cut(entry.undoes)}" to undo.', remedy))
        elif wrong.kind is Kind.CORRECT:
            message = "A correction is not undone; the entry it undid is written anew."
            found.append(error(entry, "undoes-a-correction", message, "Add the entry again under a new key."))
        elif entry.undoes in undone:
            message = f'"{cut(entry.undoes)}" was undone before.'
            found.append(error(entry, "undone-twice", message, "Leave one correction out."))
        elif entry.on < wrong.on:
            message = f"The correction of {entry.on} is older than the entry it undoes."
            found.append(error(entry, "undone-before", message, "Check both dates."))
        undone.add(entry.undoes)
    return [e for e in by_key.values() if e.kind is not Kind.CORRECT and e.key not in undone], found


def check_ledger(ledger: Ledger, entries: list[Entry]) -> list[Finding]:
    """What is wrong with the shape of accounts and standing entries."""
    found = []
    for account in ledger.accounts.values():
        if account.owner not in ledger.people:
            message = f'{account.name} belongs to "{cut(account.owner)}", who is not among the people.'
            found.append(Finding("unknown-person", "error", message, f"accounts.{account.name}", "Add the person."))
    for entry in entries:
        found += _of_entry(ledger.accounts, entry)
    return found


def _of_entry(accounts: dict[str, Account], entry: Entry) -> list[Finding]:
    account = accounts.get(entry.account)
    if account is None:
        return [_unknown(accounts, entry, entry.account)]
    found = []
    if entry.to and entry.to not in accounts:
        return [_unknown(accounts, entry, entry.to)]
    kinds = SOURCES[account.kind]
    if account.kind == "plan" and entry.source is None and entry.kind is not Kind.ROLL_IN:
        found.append(error(entry, "source-missing", "Money in a plan has a source.", f"Add source = {_words(kinds)}."))
    elif entry.source is not None and entry.source not in kinds:
        message = f"{account.name} has no source {entry.source.value}."
        found.append(error(entry, "source-unknown", message, f"Use {_words(kinds)}."))
    if entry.amount < ZERO and entry.kind is not Kind.EARN:
        found.append(error(entry, "amount-negative", f"{entry.amount} is below zero.", "Only earnings may be."))
    if entry.basis is not None and not ZERO <= entry.basis:
        found.append(error(entry, "basis-negative", "Basis is never below zero.", "Check the amounts."))
    may_exceed = entry.kind is Kind.OPEN
    if entry.basis is not None and entry.basis > entry.amount and not may_exceed:
        message = f"The untaxed part ({entry.basis}) is more than the amount ({entry.amount})."
        found.append(error(entry, "basis-above-amount", message, "Check both."))
    if entry.kind in _OF_KIND:
        found += _OF_KIND[entry.kind](accounts, account, entry)
    return found


def _unknown(accounts: dict[str, Account], entry: Entry, name: str) -> Finding:
    close = near(name, accounts) if name else None
    remedy = f'Did you mean "{cut(close)}"?' if close else "Add it under [accounts.NAME], or name one of those."
    return error(entry, "unknown-account", f'There is no account called "{cut(name)}".', remedy)


def _words(kinds: Iterable[Source]) -> str:
    return ", ".join(f'"{kind.value}"' for kind in kinds)


def _open(_: dict[str, Account], account: Account, entry: Entry) -> list[Finding]:
    found = []
    needs_basis = entry.source in (Source.AFTER_TAX, *ROTH_IN_PLAN, Source.TRADITIONAL, Source.REGULAR)
    if (needs_basis or account.kind != "plan") and entry.basis is None and entry.source is not Source.CONVERSION:
        remedy = "Add basis = …: what was put in and already taxed (0 if nothing was)."
        found.append(error(entry, "basis-missing", "The opening does not say how much of it was taxed before.", remedy))
    if entry.source in (Source.CONVERTED, Source.CONVERSION):
        if entry.for_year is None or entry.taxed is None:
            remedy = "Add for_year = … and taxed = … from that year's Form 1099-R (box 2a) or Form 8606."
            found.append(error(entry, "conversion-year-missing", "A conversion has a year and a taxed part.", remedy))
        elif entry.taxed > (entry.basis if entry.basis is not None else entry.amount):
            found.append(error(entry, "taxed-above-converted", "More was taxed than converted.", "Check both."))
    if entry.pre_1987 > entry.untaxed:
        found.append(error(entry, "basis-below-old", "Basis from before 1987 is part of basis.", "Check both."))
    return found


def _contribute(_: dict[str, Account], account: Account, entry: Entry) -> list[Finding]:
    if account.kind == "plan":
        if entry.source is Source.CONVERTED:
            remedy = "Write the contribution to after_tax, and a `convert` entry."
            return [error(entry, "contributed-converted", "Nothing is contributed as converted money.", remedy)]
        return []
    found = []
    if entry.for_year is None:
        found.append(error(entry, "year-missing", "An IRA contribution is for a year.", "Add for_year = …."))
    elif entry.on.year not in (entry.for_year, entry.for_year + 1):
        message = f"A contribution for {entry.for_year} is made in that year or early in the next, not on {entry.on}."
        found.append(error(entry, "year-impossible", message, "Check both.", "IRC §219(f)(3)"))
    if account.kind == "traditional_ira" and entry.basis is None:
        message = "The entry does not say how much of the contribution was nondeductible."
        found.append(error(entry, "basis-missing", message, "Add basis = … (Form 8606 line 1; 0 if it was deducted)."))
    return found


def _convert(accounts: dict[str, Account], account: Account, entry: Entry) -> list[Finding]:
    if account.kind == "plan":
        if entry.source in ROTH_IN_PLAN:
            return [error(entry, "converts-roth", "This money is Roth already.", "Check the source.")]
        if entry.to not in ("", account.name):
            remedy = 'A conversion stays in the plan; write kind = "roll_out" for a rollover to a Roth IRA.'
            return [error(entry, "convert-leaves-plan", "A conversion inside the plan has no other account.", remedy)]
        return []
    if account.kind == "roth_ira" or not entry.to or accounts[entry.to].kind != "roth_ira":
        remedy = "Name the Roth IRA in `to`; only a traditional IRA or a plan is converted."
        return [error(entry, "convert-to-nothing", "A conversion goes to a Roth IRA.", remedy)]
    return _same_owner(accounts, account, entry)


def _roll_out(accounts: dict[str, Account], account: Account, entry: Entry) -> list[Finding]:
    if not entry.to or entry.to == account.name:
        return [error(entry, "rollover-to-nothing", "A rollover goes to another account.", "Add to = …")]
    to = accounts[entry.to].kind
    roth = account.kind == "roth_ira" or entry.source in ROTH_IN_PLAN
    fits = to == "roth_ira" or (to == "plan" and account.kind == "plan") if roth else True
    if account.kind == "roth_ira":
        fits = to == "roth_ira"
    if account.kind == "traditional_ira" and to == "roth_ira":
        return [error(entry, "rollover-is-conversion", "This is a conversion.", 'Write kind = "convert".')]
    if not fits:
        message = "Roth money is rolled over to Roth accounts alone."
        return [error(entry, "rollover-of-roth", message, "Check source and `to`.", "IRC §402A(c)(3), §408A(e)")]
    return _same_owner(accounts, account, entry)


def _same_owner(accounts: dict[str, Account], account: Account, entry: Entry) -> list[Finding]:
    if accounts[entry.to].owner == account.owner:
        return []
    return [error(entry, "other-owner", "The accounts belong to two people.", "A rollover stays with one person.")]


def _distribute(_: dict[str, Account], account: Account, entry: Entry) -> list[Finding]:
    found = []
    if entry.withheld > entry.amount:
        found.append(error(entry, "withheld-above-amount", "More was withheld than paid.", "`amount` is gross."))
    known = (*EXCEPTIONS, *EXCESSES)
    if entry.reason and entry.reason not in known:
        close = near(entry.reason, known)
        remedy = f'Did you mean "{close}"?' if close else f"Known reasons: {', '.join(known)}."
        found.append(error(entry, "reason-unknown", f'"{cut(entry.reason)}" is not a reason we know.', remedy))
    elif entry.reason in (OF_IRAS_ALONE if account.kind == "plan" else OF_PLANS_ALONE):
        message = f'"{entry.reason}" is no exception for {account.kind.replace("_", " ")}s.'
        found.append(error(entry, "reason-of-another", message, "Leave it out.", "IRC §72(t)(2)(C)-(F), (3)(A)"))
    elif entry.reason in EXCESSES:
        if (entry.reason == "excess-ira") == (account.kind == "plan"):
            found.append(error(entry, "reason-of-another", "This excess is not of this kind of account.", "Check it."))
        if entry.basis is None:
            remedy = "Add basis = …: the contribution that is returned; the rest of the amount is what it earned."
            found.append(error(entry, "basis-missing", "A returned excess has a principal.", remedy))
        if entry.reason == "excess-ira" and entry.for_year is None:
            found.append(error(entry, "year-missing", "The contribution was for a year.", "Add for_year = …."))
    return found


def _so_far(_: dict[str, Account], account: Account, entry: Entry) -> list[Finding]:
    if account.kind == "plan" and entry.source is not Source.CONVERTED:
        return []
    message = "A total of the year so far is of contributions to a plan, from a pay stub."
    return [error(entry, "so-far-of-another", message, "Write each contribution, or the source it went to.")]


def _roll_in(_: dict[str, Account], account: Account, entry: Entry) -> list[Finding]:
    if entry.event:
        return []
    return [error(entry, "rolled-from-nothing", "It does not say which distribution is rolled over.", "Add event = ….")]


_OF_KIND = {
    Kind.OPEN: _open,
    Kind.CONTRIBUTE: _contribute,
    Kind.CONVERT: _convert,
    Kind.ROLL_OUT: _roll_out,
    Kind.DISTRIBUTE: _distribute,
    Kind.ROLL_IN: _roll_in,
    Kind.SO_FAR: _so_far,
}
