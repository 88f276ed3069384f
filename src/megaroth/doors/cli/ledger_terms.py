"""The commands that say something to a ledger's file on purpose: people, accounts, received forms, and undoing an import."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Literal

from megaroth.doors.cli.excess import excess as excess  # a command of its own, registered with these
from megaroth.doors.cli.ledger import PRINTED, How, append_records, ledger, say_added
from megaroth.doors.cli.ledger_file import wrong
from megaroth.doors.cli.own_ledger import ledger_at, now, unlocked
from megaroth.doors.cli.printing import Output, answered, refuse, today

COMMANDS = ledger
"""All commands of `megaroth ledger`, those of this module among them."""
YesNo = Literal["yes", "no", "unknown"]


def _examples(*lines: str) -> str:
    return "Examples:\n" + "\n".join(f"  {line}" for line in lines)


@ledger.command(help_epilogue=_examples("megaroth ledger person ana --born 1985-06-14"))
def person(
    name: str, /, *, born: str = "", disabled_from: str = "", file: Path | None = None, output: How = PRINTED
) -> int:
    """Say who owns accounts, or change what was said.

    Args:
        name: The person.
        born: Date of birth; it decides what is early.
        disabled_from: First day of disability, only if so.
        file: The ledger; left out: yours.
        output: How to print.
    """
    return _set("people", name, {"born": born, "disabled_from": disabled_from}, file, output)


@ledger.command(
    help_epilogue=_examples(
        "megaroth ledger account initech --kind plan --owner ana --separate-contract yes",
        "megaroth ledger account initech --separated 2026-11-30",
    )
)
def account(
    name: str, /, *, kind: Literal["plan", "traditional_ira", "roth_ira"] | None = None, owner: str = "",
    separate_contract: YesNo | None = None, in_service: YesNo | None = None, separated: str = "", payer: str = "",
    file: Path | None = None, output: How = PRINTED,
) -> int:  # fmt: skip
    """Add an account, or change its terms.

    Args:
        name: The account.
        kind: What it is; SEP and SIMPLE IRAs are traditional ones.
        owner: Whose it is; may be left out when there is one person.
        separate_contract: Plan: are after-tax money and its earnings a contract of their own?
        in_service: Plan: may after-tax money leave while employed?
        separated: Plan: the day you left the employer.
        payer: Who sends the Form 1099-R.
        file: The ledger; left out: yours.
        output: How to print.
    """
    said = {
        "kind": kind or "", "owner": owner, "separate_contract": separate_contract or "", "in_service": in_service or "",
        "separated": separated, "payer": payer,
    }  # fmt: skip
    return _set("accounts", name, said, file, output)


def _set(what: str, name: str, said: dict[str, str], file: Path | None, output: Output) -> int:
    from megaroth.store.folder import is_store
    from megaroth.store.terms import say

    path = ledger_at(file)
    if not is_store(path):
        return wrong(f"{path.name} is a text.", what, f"Write it there, under [{what}.{name}].", output)
    done = unlocked(lambda key: say(path, what, name, said, now(), key))
    if isinstance(done, list):
        return refuse(done, output)

    return say_added(done.new, done.known, output)


@ledger.command(
    help_epilogue=_examples("megaroth ledger received 2026 initech --box-1 6045 --box-2a 45 --box-5 6000 --box-7 G")
)
def received(
    year: int, account: str, /, *, box_1: str, box_7: str, box_2a: str = "", box_4: str = "0", box_5: str = "0",
    box_10: str = "0", box_11: int | None = None, withdraw: bool = False, file: Path | None = None, output: How = PRINTED,
) -> int:  # fmt: skip
    """Type in a Form 1099-R that came; `megaroth forms YEAR` compares it.

    Args:
        year: The tax year on the form.
        account: The account it is about.
        box_1: Gross distribution.
        box_7: The distribution codes, like G or 1B.
        box_2a: Taxable amount; left out where it is empty.
        box_4: Federal income tax withheld.
        box_5: Employee contributions or Roth basis.
        box_10: Allocable to in-plan Roth rollovers of the last five years.
        box_11: First year of designated Roth money.
        withdraw: Take back a form that was typed wrong, or that the payer corrected; give its boxes as they stand there.
        file: The ledger; left out: yours.
        output: How to print.
    """
    from megaroth.ledger.file import ImportFile
    from megaroth.ledger.imports import rows_of
    from megaroth.store.folder import is_store
    from megaroth.store.importing import forms_of
    from megaroth.store.records import Record, Withdrawn

    row = {
        "year": year, "account": account, "box_1": box_1, "box_2a": box_2a, "box_4": box_4, "box_5": box_5,
        "box_7": box_7, "box_10": box_10, "box_11": "" if box_11 is None else box_11,
    }  # fmt: skip
    cells = ['"' + str(cell).replace('"', '""') + '"' for cell in row.values()]
    text = f"{','.join(row)}\n{','.join(cells)}\n"
    rows = rows_of(text, "the form", ImportFile(kind="form_1099r", file="the form"))
    if rows.findings:
        return refuse(rows.findings, output)
    path = ledger_at(file)
    forms = forms_of(rows.received)
    if is_store(path):
        records: list[Record] = [Withdrawn(replace(f, where="")) for f in forms] if withdraw else [*forms]
        return append_records(path, records, output, "received")
    if withdraw:
        return wrong(f"{path.name} is a text.", "--withdraw", "Take its [[received]] table out there.", output)
    from megaroth.ledger.write import add

    added = add(path, [], forms)
    return refuse(added, output) if isinstance(added, list) else say_added(added.forms, added.known, output)


@ledger.command(help_epilogue=_examples("megaroth ledger undo", "megaroth ledger undo 3"))
def undo(number: int | None = None, /, *, file: Path | None = None, output: How = PRINTED) -> int:
    """List what was written together, or undo the entries of one import; nothing is removed.

    Args:
        number: Which one, as the list numbers them; left out: the list.
        file: The ledger; left out: yours.
        output: How to print.
    """
    from megaroth.report.lines import Line
    from megaroth.store.store import read
    from megaroth.store.terms import corrections_of

    path = ledger_at(file)
    stored = unlocked(lambda key: read(path, passphrase=key))
    if isinstance(stored, list):
        return refuse(stored, output)
    if number is None:
        rows = [
            {"number": n, "records": last - first + 1, "at": at, "source": source}
            for n, (first, last, at, source, _) in enumerate(stored.batches, 1)
        ]
        lines = [Line(f"{r['number']:>4}  {r['at']}  {r['records']:>5} records  {r['source']}") for r in rows]
        return answered({"format": 1, "batches": rows, "findings": []}, lines, (), output)
    if not 1 <= number <= len(stored.batches):
        remedy = "`megaroth ledger undo` lists them."
        return wrong(f"There is no import {number}.", "NUMBER", remedy, output)
    return append_records(path, corrections_of(stored, number - 1, today()), output, f"undo {number}", strict=False)
