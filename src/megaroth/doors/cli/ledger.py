"""The commands of the ledger: show, verify, add, import and export a ledger file; forms, withdraw, convert."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from cyclopts import App, Parameter

from megaroth.doors.cli.printing import Output, answered, refuse, source_of, today
from megaroth.doors.cli.terminal import width

if TYPE_CHECKING:
    from megaroth.kit.finding import Finding
    from megaroth.ledger.write import Added

PRINTED = Output()
How = Annotated[Output, Parameter(name="*")]
File = Annotated[Path, Parameter(allow_leading_hyphen=True)]


def _examples(*lines: str) -> str:
    return "Examples:\n" + "\n".join(f"  {line}" for line in lines)


ledger = App(
    name="ledger",
    help="What was contributed, converted and paid out: balances, basis and clocks from one file of entries.",
    help_epilogue=_examples(
        "megaroth ledger show my-ledger.toml", "megaroth ledger import my-ledger.toml stubs.csv --help"
    ),
)
EntryKind = Literal["open", "contribute", "earn", "value", "convert", "roll_out", "distribute", "roll_in", "correct"]
SourceName = Literal["pre_tax", "match", "roth", "after_tax", "converted", "conversion"]


@ledger.command(
    help_epilogue=_examples("megaroth ledger show my-ledger.toml", "megaroth ledger show my-ledger.toml --json")
)
def show(file: File, /, *, output: How = PRINTED) -> int:
    """What is held where: by source, with basis, layers and clocks.

    Args:
        file: The ledger file (TOML or JSON); - reads standard input.
        output: How to print.
    """
    from megaroth import questions
    from megaroth.report.ledger_text import ledger_lines

    source = source_of(file)
    answer = source if isinstance(source, list) else questions.ledger(source, today())
    if isinstance(answer, list):
        return refuse(answer, output)
    return answered(answer.as_json(), ledger_lines(answer, width()), answer.findings, output)


@ledger.command(
    help_epilogue=_examples("megaroth ledger verify my-ledger.toml", "megaroth ledger verify old.toml --link 5f3a…")
)
def verify(file: File, /, *, link: str = "", output: How = PRINTED) -> int:
    """Whether every dollar is somewhere, and whether the entries are those of before.

    Args:
        file: The ledger file (TOML or JSON); - reads standard input.
        link: The last link of the hash chain, as it was printed before.
        output: How to print.
    """
    from megaroth import questions
    from megaroth.kit.finding import Finding
    from megaroth.ledger.entries import FIRST_LINK, chain
    from megaroth.report.lines import Line

    source = source_of(file)
    answer = source if isinstance(source, list) else questions.ledger(source)
    if isinstance(answer, list):
        return refuse(answer, output)
    entries = answer.book.ledger.entries
    links = [FIRST_LINK, *chain(entries)]
    told = {"format": 1, "entries": len(entries), "last_link": links[-1], "findings": []}
    lines = [
        Line(
            f"{len(entries)} entries; in {answer.balances.money_in}, out {answer.balances.money_out}: balanced.", "good"
        ),
        Line(f"Last link: {links[-1]}"),
    ]
    if link and link not in links:
        message = "The entries up to that link are not those of before: one was changed, taken out or moved."
        finding = Finding("link-not-found", "error", message, str(file), "Compare with a copy; entries are only added.")
        return refuse([finding], output)
    if link:
        since = len(links) - 1 - links.index(link)
        told["since_link"] = since
        lines.append(Line(f"Unchanged up to that link; {since} entries were added since."))
    return answered(told, lines, (), output)


@ledger.command(
    help_epilogue=_examples(
        "megaroth ledger add my-ledger.toml --on 2026-11-27 --kind contribute",
        "    --account initech --source after_tax --amount 2800",
    )
)
def add(
    file: Path, /, *, on: str, kind: EntryKind, account: str = "", amount: str = "0", source: SourceName | None = None,
    to: str = "", basis: str | None = None, taxed: str | None = None, for_year: int | None = None, withheld: str = "0",
    event: str = "", reason: str = "", undoes: str = "", note: str = "", key: str = "", output: How = PRINTED,
) -> int:  # fmt: skip
    """Add one entry at the end of a ledger file; nothing in it is changed.

    Args:
        file: The ledger file (TOML).
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

    said = {
        "key": key, "on": on, "kind": kind, "account": account, "amount": amount, "source": source or "", "to": to,
        "basis": basis or "", "taxed": taxed or "", "for_year": "" if for_year is None else str(for_year),
        "withheld": withheld, "event": event, "reason": reason, "undoes": undoes, "note": note,
    }  # fmt: skip
    entry = entry_of(said)
    return _added([entry] if isinstance(entry, Finding) else add_to(file, [entry]), output)


@ledger.command(
    name="import",
    help_epilogue=_examples(
        "megaroth ledger import my-ledger.toml stubs.csv --account initech",
        '    --column date="Pay date" --column after_tax="After-tax" --date-format %m/%d/%Y',
        "megaroth ledger import my-ledger.toml 1099r.csv --kind form_1099r",
    ),
)
def import_(
    file: Path, csv: Path, /, *, kind: Literal["pay_stubs", "form_1099r", "entries"] = "pay_stubs", account: str = "",
    date_format: str = "%Y-%m-%d", year_to_date: bool = False,
    column: tuple[str, ...] = (), output: How = PRINTED,
) -> int:  # fmt: skip
    """Add the rows of a CSV file to a ledger file; what stands there already is left out.

    Args:
        file: The ledger file (TOML).
        csv: Pay stubs, Forms 1099-R, or entries, one in a row.
        kind: What the rows are.
        account: The account they belong to.
        date_format: How dates are written, like %m/%d/%Y.
        year_to_date: Amounts of pay stubs are totals of the year so far.
        column: Which column is which, as OURS=THEIRS; several times.
        output: How to print.
    """
    from megaroth.kit.finding import Finding
    from megaroth.kit.reading import read_text
    from megaroth.ledger.file import ImportFile
    from megaroth.ledger.imports import rows_of
    from megaroth.ledger.write import add as add_to

    pairs = [each.partition("=") for each in column]
    wrong = next((ours for ours, sign, _ in pairs if not sign), None)
    if wrong is not None:
        remedy = 'Write --column date="Pay date".'
        return refuse([Finding("wrong-usage", "error", f'"{wrong}" has no =.', "--column", remedy)], output)
    text = read_text(csv)
    if isinstance(text, Finding):
        return refuse([text], output)
    columns = {ours: theirs for ours, _, theirs in pairs}
    wanted = ImportFile(
        kind=kind, file=str(csv), account=account, date_format=date_format, year_to_date=year_to_date, columns=columns
    )
    rows = rows_of(text, str(csv), wanted)
    if rows.findings:
        return refuse(rows.findings, output)
    return _added(add_to(file, [entry for entry, _ in rows.entries], rows.received), output)


def _added(added: Added | list[Any], output: Output) -> int:
    from megaroth.ledger.entries import as_record
    from megaroth.report.lines import Line

    if isinstance(added, list):
        findings: list[Finding] = added
        return refuse(findings, output)
    told = {"format": 1, "added": [as_record(e) for e in added.new], "forms": len(added.forms), "known": added.known,
            "findings": []}  # fmt: skip
    line = f"Added {len(added.new)} entries and {len(added.forms)} forms; {added.known} stood there before."
    return answered(told, [Line(line)], (), output)


@ledger.command(
    help_epilogue=_examples(
        "megaroth ledger export my-ledger.toml csv", "megaroth ledger export my-ledger.toml hledger"
    )
)
def export(file: File, to: Literal["json", "csv", "beancount", "hledger"], /) -> int:
    """Print a ledger as text that others read and that comes back whole.

    Args:
        file: The ledger file (TOML or JSON); - reads standard input.
        to: In which form.
    """
    import sys

    from megaroth import questions
    from megaroth.ledger.export import to_beancount, to_csv, to_hledger, to_json

    source = source_of(file)
    answer = source if isinstance(source, list) else questions.ledger(source)
    if isinstance(answer, list):
        return refuse(answer, PRINTED)
    book = answer.book.ledger
    if to in ("json", "csv"):
        text = to_json(book) if to == "json" else to_csv(book)
    else:
        text = (to_beancount if to == "beancount" else to_hledger)(book, answer.balances)
    sys.stdout.write(text)
    return 0


def forms(year: int, file: File, /, *, output: How = PRINTED) -> int:
    """The forms of a year from a ledger, and how the Forms 1099-R that came compare.

    Args:
        year: The tax year.
        file: The ledger file (TOML or JSON); - reads standard input.
        output: How to print.
    """
    from megaroth import questions
    from megaroth.report.ledger_text import forms_lines

    source = source_of(file)
    answer = source if isinstance(source, list) else questions.forms(source, year, today())
    if isinstance(answer, list):
        return refuse(answer, output)
    return answered(answer.as_json(), forms_lines(answer, width()), answer.findings, output)


def withdraw(file: File, /, *, output: How = PRINTED) -> int:
    """What may come out of the accounts of a ledger now, taxed how, in which order.

    Args:
        file: The ledger file (TOML or JSON); - reads standard input.
        output: How to print.
    """
    from megaroth import questions
    from megaroth.report.ledger_text import withdraw_lines

    source = source_of(file)
    answer = source if isinstance(source, list) else questions.withdraw(source, today())
    if isinstance(answer, list):
        return refuse(answer, output)
    return answered(answer.as_json(), withdraw_lines(answer, width()), answer.findings, output)


def convert(
    file: File, /, *, rate: str, return_: Annotated[str, Parameter(name="--return")] = "0", account: str = "",
    output: How = PRINTED,
) -> int:  # fmt: skip
    """What converting after-tax money today would be, what waiting costs, and where to.

    Args:
        file: The ledger file (TOML or JSON); - reads standard input.
        rate: Your marginal tax rate in percent, federal and state together.
        return_: The yearly return you assume, in percent.
        account: The plan, where the ledger has several.
        output: How to print.
    """
    from megaroth import questions
    from megaroth.kit.finding import Finding
    from megaroth.kit.money import AmountError, percent
    from megaroth.report.ledger_text import convert_lines

    try:
        rates = percent(return_), percent(rate)
    except AmountError as error:
        return refuse([Finding("bad-value", "error", f"{error}.", "--rate", "Write percent like 4.5.")], output)
    source = source_of(file)
    answer = source if isinstance(source, list) else questions.convert(source, today(), *rates, account)
    if isinstance(answer, list):
        return refuse(answer, output)
    return answered(answer.as_json(), convert_lines(answer, width()), answer.findings, output)
