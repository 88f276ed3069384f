"""The commands that ask a ledger or add one entry to it: show, verify, add; forms, withdraw, convert."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from cyclopts import App, Parameter

from megaroth.doors.cli.own_ledger import book_at, ledger_at, now, unlocked
from megaroth.doors.cli.printing import Output, answered, refuse, today
from megaroth.doors.cli.terminal import width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from megaroth.store.records import Record

PRINTED = Output()
How = Annotated[Output, Parameter(name="*")]
File = Annotated[Path | None, Parameter(allow_leading_hyphen=True)]


def _examples(*lines: str) -> str:
    return "Examples:\n" + "\n".join(f"  {line}" for line in lines)


ledger = App(
    name="ledger",
    help="What was contributed, converted and paid out: balances, basis and clocks from one file of entries. "
    "Without FILE it is your own ledger, in your data folder.",
    help_epilogue=_examples(
        "megaroth ledger import examples/ledger/ana.toml   takes a ledger in, yours begins",
        "megaroth ledger import stubs.csv --account initech",
        "megaroth ledger show",
        "megaroth ledger show my-ledger.toml               a ledger kept as text",
    ),
)
EntryKind = Literal[
    "open", "contribute", "so_far", "earn", "value", "convert", "roll_out", "distribute", "roll_in", "correct"
]
SourceName = Literal["pre_tax", "match", "roth", "after_tax", "converted", "conversion"]


@ledger.command(
    help_epilogue=_examples("megaroth ledger show my-ledger.toml", "megaroth ledger show my-ledger.toml --json")
)
def show(file: File = None, /, *, output: How = PRINTED) -> int:
    """What is held where: by source, with basis, layers and clocks.

    Args:
        file: The ledger (a file of its own, or TOML or JSON); - reads standard input; left out: yours.
        output: How to print.
    """
    from megaroth import questions
    from megaroth.report.ledger_text import ledger_lines

    source = book_at(file)
    answer = source if isinstance(source, list) else questions.ledger(source, today())
    if isinstance(answer, list):
        return refuse(answer, output)
    return answered(answer.as_json(), ledger_lines(answer, width()), answer.findings, output)


@ledger.command(
    help_epilogue=_examples("megaroth ledger verify my-ledger.toml", "megaroth ledger verify old.toml --link 5f3a…")
)
def verify(file: File = None, /, *, link: str = "", output: How = PRINTED) -> int:
    """Whether every dollar is somewhere, and whether the entries are those of before.

    Args:
        file: The ledger (a file of its own, or TOML or JSON); - reads standard input; left out: yours.
        link: The last link of the hash chain, as it was printed before.
        output: How to print.
    """
    from megaroth import questions
    from megaroth.kit.finding import Finding
    from megaroth.ledger.entries import FIRST_LINK, chain
    from megaroth.report.lines import Line
    from megaroth.store.folder import is_store

    path = ledger_at(file)
    proven: tuple[str, ...] = ()
    if is_store(path):
        from megaroth.store.store import verify as verified

        stored = unlocked(lambda key: verified(path, passphrase=key))
        if isinstance(stored, list):
            return refuse(stored, output)
        proven = stored.links
        answer = questions.ledger(stored.book)
    else:
        source = book_at(file)
        answer = source if isinstance(source, list) else questions.ledger(source)
    if isinstance(answer, list):
        return refuse(answer, output)
    entries = answer.book.ledger.entries
    links = [FIRST_LINK, *chain(entries)]
    told: dict[str, Any] = {"format": 1, "entries": len(entries), "last_link": links[-1], "findings": []}
    lines = [
        Line(
            f"{len(entries)} entries; in {answer.balances.money_in}, out {answer.balances.money_out}: balanced.", "good"
        ),
        Line(f"Last link: {links[-1]}"),
    ]
    if proven:
        told |= {"records": len(proven) - 1, "last_record_link": proven[-1]}
        lines.append(Line(f"Every byte of {path} is as it was written: {len(proven) - 1} records.", "good"))
        lines.append(Line(f"Last link of all records: {proven[-1]}"))
        links = list(proven) if link in proven else links
    if link and link not in links:
        message = "The entries up to that link are not those of before: one was changed, taken out or moved."
        finding = Finding("link-not-found", "error", message, str(path), "Compare with a copy; entries are only added.")
        return refuse([finding], output)
    if link:
        since = len(links) - 1 - links.index(link)
        told["since_link"] = since
        lines.append(
            Line(f"Unchanged up to that link; {since} {'records' if link in proven else 'entries'} were added since.")
        )
    return answered(told, lines, (), output)


@ledger.command(
    help_epilogue=_examples(
        "megaroth ledger add my-ledger.toml --on 2026-11-27 --kind contribute",
        "    --account initech --source after_tax --amount 2800",
    )
)
def add(
    file: Path | None = None, /, *, on: str, kind: EntryKind, account: str = "", amount: str = "0", source: SourceName | None = None,
    to: str = "", basis: str | None = None, taxed: str | None = None, for_year: int | None = None, withheld: str = "0",
    event: str = "", reason: str = "", undoes: str = "", note: str = "", key: str = "", output: How = PRINTED,
) -> int:  # fmt: skip
    """Add one entry at the end of a ledger file; nothing in it is changed.

    Args:
        file: The ledger (a file of its own, or TOML); left out: yours.
        on: The day, like 2026-11-27.
        kind: What happened.
        account: The account.
        amount: Dollars, gross.
        source: The source of the money in a plan.
        to: The account that receives a rollover or conversion.
        basis: Its untaxed part.
        taxed: Opening of a conversion: what of it was income then.
        for_year: The year an IRA contribution is for.
        withheld: Federal income tax withheld.
        event: Payments with one event are one distribution.
        reason: An exception to the 10% tax, or the excess that is corrected.
        undoes: The key of the entry that was wrong.
        note: For you.
        key: A name of your own for the entry.
        output: How to print.
    """
    from megaroth.kit.finding import Finding
    from megaroth.ledger.imports import entry_of
    from megaroth.ledger.write import add as add_to
    from megaroth.store.folder import is_store

    said = {
        "key": key, "on": on, "kind": kind, "account": account, "amount": amount, "source": source or "", "to": to,
        "basis": basis or "", "taxed": taxed or "", "for_year": "" if for_year is None else str(for_year),
        "withheld": withheld, "event": event, "reason": reason, "undoes": undoes, "note": note,
    }  # fmt: skip
    entry = entry_of(said)
    if isinstance(entry, Finding):
        return refuse([entry], output)
    path = ledger_at(file)
    if is_store(path):
        return append_records(path, [entry], output, "add")
    added = add_to(path, [entry])
    return refuse(added, output) if isinstance(added, list) else say_added(added.new, added.known, output)


def append_records(path: Path, records: Sequence[Record], output: Output, source: str, strict: bool = True) -> int:
    """Records that a person typed, into a ledger's file; `strict`: they must leave a sound ledger sound."""
    from megaroth.store.store import Origin, append

    origin = Origin(now(), source)
    done = unlocked(lambda key: append(path, records, strict=strict, origin=origin, passphrase=key))
    if isinstance(done, list):
        return refuse(done, output)
    return say_added(done.new, done.known, output)


def say_added(new: Sequence[Record], known: int, output: Output) -> int:
    """What was written, and is on the disk."""
    import json

    from megaroth.ledger.entries import Entry, as_record
    from megaroth.report.lines import Line

    told: dict[str, Any] = {"format": 1, "added": [as_record(e) for e in new if isinstance(e, Entry)], "known": known}
    others = [each for each in new if not isinstance(each, Entry)]
    if others:
        from megaroth.store.records import body_of

        told["others"] = [json.loads(body_of(each)) for each in others]
    told["findings"] = []
    line = f"Added {counted(len(new) - len(others), 'entry', 'entries')}"
    line += f" and {counted(len(others), 'other record', 'other records')}" if others else ""
    return answered(told, [Line(f"{line}; {known} stood there before.")], (), output)


def counted(number: int, one: str, many: str) -> str:
    """1 entry, 2 entries."""
    return f"{number} {one if number == 1 else many}"


def forms(year: int, file: File = None, /, *, output: How = PRINTED) -> int:
    """The forms of a year from a ledger, and how the Forms 1099-R that came compare.

    Args:
        year: The tax year.
        file: The ledger (a file of its own, or TOML or JSON); - reads standard input; left out: yours.
        output: How to print.
    """
    from megaroth import questions
    from megaroth.report.ledger_text import forms_lines

    source = book_at(file)
    answer = source if isinstance(source, list) else questions.forms(source, year, today())
    if isinstance(answer, list):
        return refuse(answer, output)
    return answered(answer.as_json(), forms_lines(answer, width()), answer.findings, output)


def withdraw(file: File = None, /, *, output: How = PRINTED) -> int:
    """What may come out of the accounts of a ledger now, taxed how, in which order.

    Args:
        file: The ledger (a file of its own, or TOML or JSON); - reads standard input; left out: yours.
        output: How to print.
    """
    from megaroth import questions
    from megaroth.report.ledger_text import withdraw_lines

    source = book_at(file)
    answer = source if isinstance(source, list) else questions.withdraw(source, today())
    if isinstance(answer, list):
        return refuse(answer, output)
    return answered(answer.as_json(), withdraw_lines(answer, width()), answer.findings, output)


def convert(
    file: File = None, /, *, rate: str | None = None, household: Path | None = None,
    return_: Annotated[str, Parameter(name="--return")] = "0", account: str = "", times: int | None = None,
    minimum: str = "0", on: tuple[str, ...] = (), in_plan: Literal["yes", "no", "unknown"] = "unknown", state: str = "",
    plan_cost: str | None = None, ira_cost: str | None = None, output: How = PRINTED,
) -> int:  # fmt: skip
    """What converting after-tax money today would be, what waiting costs, and where to.

    Args:
        file: The ledger (a file of its own, or TOML or JSON); - reads standard input; left out: yours.
        rate: Your marginal tax rate in percent, federal and state together.
        household: Your household file: what a conversion costs on your return, your plan's terms, your state.
        return_: The yearly return you assume, in percent.
        account: The plan, where the ledger has several.
        times: How often the plan converts in a year.
        minimum: The smallest conversion of the plan, in dollars.
        on: A day on which you convert by phone; several times.
        in_plan: Whether the plan converts inside it.
        state: Your state.
        plan_cost: What the plan's funds cost in a year, in percent.
        ira_cost: What the IRA's funds cost in a year, in percent.
        output: How to print.
    """
    import datetime

    from megaroth import questions
    from megaroth.kit.finding import Finding
    from megaroth.kit.money import AmountError, parse_money, percent
    from megaroth.questions.conversion import assumed_of
    from megaroth.report.ledger_text import convert_lines

    try:
        rates = [None if each is None else percent(each) for each in (rate, plan_cost, ira_cost)]
        least, grows = parse_money(minimum), percent(return_)
    except AmountError as error:
        return refuse([Finding("bad-value", "error", f"{error}.", "--rate", "Write percent like 4.5.")], output)
    try:
        days = tuple(datetime.date.fromisoformat(day) for day in on)
    except ValueError as error:
        return refuse([Finding("bad-value", "error", f"{error}.", "--on", "Write a date like 2026-06-30.")], output)
    assumed = assumed_of(
        rate=rates[0], household=household, today=today(), yearly_return=grows, times_a_year=times, minimum=least,
        on=days, in_plan=in_plan, state=state, plan_cost=rates[1], ira_cost=rates[2],
    )  # fmt: skip
    if isinstance(assumed, list):
        return refuse(assumed, output)
    source = book_at(file)
    answer = source if isinstance(source, list) else questions.convert(source, today(), assumed, account)
    if isinstance(answer, list):
        return refuse(answer, output)
    return answered(answer.as_json(), convert_lines(answer, width()), answer.findings, output)
