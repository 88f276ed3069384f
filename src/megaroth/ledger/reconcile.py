"""Expected against received: every Form 1099-R either matches, differs in a box, is missing, or was not expected.

Refuses to say who is wrong; it names the box, both amounts, and what to ask the payer or to mend in the ledger.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from megaroth.kit.finding import Finding
from megaroth.kit.money import ZERO, Money
from megaroth.ledger.form_1099r import Form1099R
from megaroth.ledger.imports import Received
from megaroth.ledger.model import Ledger

_BOXES = ("box_1", "box_2a", "box_4", "box_5", "box_10")
_LIKE = {"J": "JTQ", "T": "JTQ", "Q": "JTQ", "1": "12", "2": "12"}
"""Codes a payer may choose between by what it knows of a clock or an exception."""


@dataclass(frozen=True, slots=True)
class Match:
    """One expected form beside one received, and the boxes in which they differ."""

    account: str
    code: str
    expected: Form1099R | None
    received: Received | None
    differs: tuple[tuple[str, Money | None, Money | None], ...] = ()

    @property
    def says(self) -> str:
        """match, mismatch, missing or unexpected."""
        if self.expected is None:
            return "unexpected"
        if self.received is None:
            return "missing"
        return "mismatch" if self.differs else "match"


def reconcile(expected: Sequence[Form1099R], received: Sequence[Received]) -> list[Match]:
    """Pairs of one year. Payers may put payments of one account and code on one form or on several."""
    found: list[Match] = []
    left = list(received)
    merged: dict[tuple[str, str], list[Form1099R]] = {}
    for form in expected:
        merged.setdefault((form.account, form.box_7), []).append(form)
    for (account, code), forms in merged.items():
        theirs = [r for r in left if r.account == account and _alike(code, r.box_7)]
        if len(theirs) != len(forms):
            forms = [_sum_of(forms)]
            theirs = [_received_sum(theirs)] if theirs else []
        left = [r for r in left if not (r.account == account and _alike(code, r.box_7))]
        for form in forms:
            nearest = min(theirs, key=lambda r, f=form: _distance(f, r), default=None)  # type: ignore[misc]
            if nearest is None:
                found.append(Match(account, code, form, None))
                continue
            theirs.remove(nearest)
            found.append(Match(account, code, form, nearest, _differences(form, nearest)))
    found += [Match(r.account, r.box_7, None, r) for r in left]
    return found


def _alike(ours: str, theirs: str) -> bool:
    if sorted(ours) == sorted(theirs):
        return True
    return len(ours) == len(theirs) and all(
        t in _LIKE.get(o, o) for o, t in zip(sorted(ours), sorted(theirs), strict=True)
    )


def _distance(form: Form1099R, received: Received) -> int:
    return abs(int(form.box_1.cents) - int(received.box_1.cents))


def _sum_of(forms: Sequence[Form1099R]) -> Form1099R:
    from megaroth.ledger.form_1099r import added

    whole = forms[0]
    for form in forms[1:]:
        whole = added(whole, form)
    return whole


def _received_sum(forms: Sequence[Received]) -> Received:
    first = forms[0]
    taxable = [form.box_2a for form in forms if form.box_2a is not None]

    def total(amounts: list[Money]) -> Money:
        return Money(sum(int(amount.cents) for amount in amounts))

    return Received(
        first.year, first.account, total([f.box_1 for f in forms]),
        total(taxable) if len(taxable) == len(forms) else None, total([f.box_4 for f in forms]),
        total([f.box_5 for f in forms]), first.box_7, total([f.box_10 for f in forms]), first.box_11, first.where,
    )  # fmt: skip


def _differences(form: Form1099R, received: Received) -> tuple[tuple[str, Money | None, Money | None], ...]:
    found: list[tuple[str, Money | None, Money | None]] = []
    for box in _BOXES:
        ours, theirs = getattr(form, box), getattr(received, box)
        if ours is None or ours == theirs:
            continue  # box 2a of an IRA may be empty or not determined
        if box == "box_2a" and theirs is None and ours == ZERO:
            continue
        found.append((box, ours, theirs))
    if form.box_11 is not None and received.box_11 is not None and form.box_11 != received.box_11:
        found.append(("box_11", Money(form.box_11 * 100), Money(received.box_11 * 100)))
    return tuple(found)


def findings_of(ledger: Ledger, matches: Sequence[Match]) -> list[Finding]:
    """What to ask, for every form that does not match."""
    return [_finding(ledger, match) for match in matches if match.says != "match"]


def _finding(ledger: Ledger, match: Match) -> Finding:
    account = ledger.accounts[match.account]
    payer = account.payer or "the payer"
    form, received = match.expected, match.received
    if received is None:
        assert form is not None  # noqa: S101  (a match has one of the two)
        return Finding(
            "form-1099r-missing", "warning",
            f"The ledger expects a Form 1099-R of {form.year} from {account.name}: {form.box_1}, code {form.box_7}.",
            f"accounts.{account.name}", f"Forms are due by 31 January {form.year + 1}; ask {payer} for it, or check {', '.join(form.keys)}.",
        )  # fmt: skip
    if form is None:
        return Finding(
            "form-1099r-unexpected", "error",
            f"{account.name} sent a Form 1099-R of {received.box_1}, code {received.box_7}; the ledger has no such payment.",
            received.where, f"Add the entry that is missing, or ask {payer} what it is.",
        )  # fmt: skip
    told = "; ".join(_told(*each) for each in match.differs)
    return Finding(
        "form-1099r-differs", "error",
        f"Form 1099-R of {account.name}, code {received.box_7}: {told}.",
        received.where, f"{_ASK.get(match.differs[0][0], 'Compare the statement')} Ask {payer}, or mend the ledger.",
        "Instructions for Forms 1099-R and 5498",
    )  # fmt: skip


def _told(box: str, ours: Money | None, theirs: Money | None) -> str:
    name = box.replace("_", " ")
    if box == "box_11":
        assert ours is not None and theirs is not None  # noqa: S101, PT018  (both were years)
        return f"{name} says {int(theirs.cents) // 100}, the ledger {int(ours.cents) // 100}"
    return f"{name} says {'nothing' if theirs is None else theirs}, the ledger {ours}"


_ASK = {
    "box_1": "Is the amount one payment or several, and of which days?",
    "box_2a": "Which earnings did the plan count as paid out, and was the after-tax source a separate contract?",
    "box_4": "What was withheld, and from which payment?",
    "box_5": "What after-tax basis does the plan have on record for this distribution?",
    "box_10": "Which in-plan Roth rollovers of the last five years are in this payment?",
    "box_11": "In which year was the first Roth money in this plan?",
}
