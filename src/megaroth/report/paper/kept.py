"""The pages of the ledger: what is held, with which basis and clocks, what the year's forms say, what may come out, every entry."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from megaroth.kit.money import ZERO, Money
from megaroth.ledger.withdraw import free_now
from megaroth.report.paper.beside import Kept
from megaroth.report.plain import written_day

_MOST = 60
"""So many of the newest entries stand on paper; all of them are in the workbook."""
ACCESS = {"yes": "Yes", "ask": "Ask", "no": "No"}


def ledger_content(kept: Kept | None) -> dict[str, Any] | None:
    """The section, or None where there is no ledger."""
    if kept is None:
        return None
    through = kept.shown.balances.through
    entries = sorted((e for e in kept.shown.book.ledger.entries if e.on <= through), key=lambda each: each.on)
    undone = {entry.undoes for entry in entries if entry.undoes}
    told = kept.shown.as_json()
    return {
        "as_of": written_day(through),
        "link": told["last_link"][:16],
        "accounts": _accounts(told),
        "clocks": [
            f"{person['name']}, {clock['what']}: from {clock['first_year']}, over after December 31, {clock['ends_after']} ({clock['cite']})"
            for person in told["people"]
            for clock in person["clocks"]
        ],
        "year": str(kept.forms.year),
        "forms": _forms(kept),
        "entering": [step for steps in kept.forms.entering.values() for step in steps],
        "out": [
            {
                "name": name,
                "free": str(free_now(slices)),
                "rows": [
                    [ACCESS[part.access], f"{part.account}: {part.what}", str(part.amount), _plain(part.income), _plain(part.additional_tax)]
                    for part in slices
                ],
            }
            for name, slices in kept.out.slices.items()
        ],
        "entries": [
            [
                str(entry.on),
                entry.kind.value.replace("_", " ") + (" (corrected)" if entry.key in undone else ""),
                f"{entry.account}{f' to {entry.to}' if entry.to else ''}",
                entry.source.value.replace("_", " ") if entry.source else "",
                _plain(entry.amount),
            ]
            for entry in entries[: -_MOST - 1 : -1]
        ],
        "more": max(len(entries) - _MOST, 0),
        "findings": [
            f"{each.message} {each.remedy}".strip()
            for each in dict.fromkeys((*kept.shown.findings, *kept.forms.findings, *kept.out.findings))
        ],
    }  # fmt: skip


def _plain(amount: Money) -> str:
    return str(amount) if amount != ZERO else "–"


def _accounts(told: dict[str, Any]) -> list[dict[str, Any]]:
    found = []
    for account in told["accounts"]:
        basis = [
            f"{_dollars(account[name])} {label}"
            for name, label in (("after_tax_basis", "after-tax"), ("roth_basis", "Roth"))
            if account.get(name, "0.00") != "0.00"
        ]
        found.append(
            {
                "name": account["name"],
                "kind": account["kind"].replace("_", " "),
                "value": _dollars(account["value"]),
                "basis": ", ".join(basis),
                "sources": [
                    {"name": source.replace("_", " "), "amount": _dollars(held)}
                    for source, held in account["sources"].items()
                    if held != "0.00" and account["kind"] == "plan"
                ],
            }
        )
    return found


def _forms(kept: Kept) -> list[dict[str, str]]:
    rows = []
    for person in kept.forms.as_json()["people"]:
        for form in person["form_1099r"]:
            to = f" to {form['to']}" if form["to"] else ""
            boxes = [("1", form["box_1"]), ("2a", form["box_2a"]), ("4", form["box_4"]), ("5", form["box_5"])]
            said = [f"box {box} {'empty' if amount is None else _dollars(amount)}" for box, amount in boxes]
            rows.append(
                {
                    "form": "1099-R",
                    "about": f"{form['account']}{to}",
                    "lines": ", ".join([*said, f"box 7 {form['box_7']}"]),
                }
            )
        for form in person["forms"]:
            lines = ", ".join(f"{name}: {_dollars(amount)}" for name, amount in form["lines"].items())
            rows.append({"form": form["form"], "about": form["about"], "lines": lines})
    return rows  # fmt: skip


def _dollars(plain: str) -> str:
    return f"{'-' if plain.startswith('-') else ''}${Decimal(plain.removeprefix('-')):,.2f}"
