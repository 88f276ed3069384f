"""What is said twice of a person or an account: the same, more than before, or a contradiction.

Files may be imported in any order, so what one knows and another leaves open is filled in either way, and a
contradiction is refused either way. A change is made by the person with a command of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from megaroth.ledger.entries import Account
from megaroth.ledger.model import Person

T = TypeVar("T", Person, Account)
_OPEN = ("", None, "unknown")


@dataclass(frozen=True, slots=True)
class Conflict:
    """Why a record cannot be added."""

    code: str
    message: str
    remedy: str


def merged_person(old: Person | None, new: Person) -> Person | Conflict | None:
    """The person as known now; None where nothing is new."""
    return _merged(old, new, "person")


def merged_account(old: Account | None, new: Account) -> Account | Conflict | None:
    """The account as known now; None where nothing is new."""
    return _merged(old, new, "account")


def _merged(old: T | None, new: T, what: str) -> T | Conflict | None:
    if old is None:
        return new
    more: dict[str, Any] = {}
    for field in fields(old):
        before, after = getattr(old, field.name), getattr(new, field.name)
        if before == after or after in _OPEN:
            continue
        if before not in _OPEN:
            message = f"The {what} {old.name} stands there with {field.name} = {before}, not {after}."
            remedy = f"Check both; `megaroth ledger {what}` changes it on purpose."
            return Conflict(f"{what}-differs", message, remedy)
        more[field.name] = after
    return replace(old, **more) if more else None
