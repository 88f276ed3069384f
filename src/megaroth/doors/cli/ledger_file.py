"""The commands that keep a ledger's file: import and export, backup and restore, versions, lock and unlock."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from cyclopts import Parameter

from megaroth.doors.cli.ledger import PRINTED, How, append_records, counted, ledger
from megaroth.doors.cli.own_ledger import book_at, ledger_at, now, passphrase, unlocked
from megaroth.doors.cli.printing import Output, answered, refuse, today
from megaroth.doors.cli.terminal import width

if TYPE_CHECKING:
    from megaroth.questions.store import TakenInAll
    from megaroth.report.lines import Line
    from megaroth.store.copies import Copied

ImportKind = Literal["auto", "ledger", "pay_stubs", "form_1099r", "entries", "ofx", "beancount", "hledger", "schedule"]


def _examples(*lines: str) -> str:
    return "Examples:\n" + "\n".join(f"  {line}" for line in lines)


def wrong(message: str, where: str, remedy: str, output: Output) -> int:
    """Refuse what was typed."""
    from megaroth.kit.finding import Finding

    return refuse([Finding("wrong-usage", "error", message, where, remedy)], output)


@ledger.command(
    name="import",
    help_epilogue=_examples(
        "megaroth ledger import examples/ledger/ana.toml",
        "megaroth ledger import stubs.csv --account initech",
        '    --column date="Pay date" --column after_tax="After-tax" --date-format %m/%d/%Y',
        "megaroth ledger import 1099r.csv statement.qfx --account initech",
        "megaroth ledger import household.toml --kind schedule --through 2026-06-30",
        "megaroth ledger import my-ledger.toml stubs.csv --account initech   into a text",
    ),
)
def import_(
    *files: Path, into: Path | None = None, kind: ImportKind = "auto", account: str = "",
    date_format: str = "%Y-%m-%d", year_to_date: bool = False, column: tuple[str, ...] = (), balances: bool = False,
    every_purchase: bool = False, through: str = "", output: How = PRINTED,
) -> int:  # fmt: skip
    """Take files into a ledger; what stands there already is left out, so any import may be repeated.

    Takes ledgers (text or file), what `export` wrote, pay stubs, Forms 1099-R, entries (CSV), statements (OFX, QFX), and
    the contributions of a schedule. If the first of several files is a ledger, the others go into it.

    Args:
        files: The files.
        into: The ledger they go into; left out: yours.
        kind: What the files are, where it cannot be seen from them.
        account: The account they belong to.
        date_format: How dates of CSV are written, like %m/%d/%Y.
        year_to_date: Amounts of pay stubs are totals of the year so far.
        column: Which column is which, as OURS=THEIRS; several times.
        balances: Take the balances of a statement too; what entries do not explain is earnings.
        every_purchase: Purchases of a statement without a payday are contributions too.
        through: Of a schedule: paydays up to this day; left out: up to today.
        output: How to print.
    """
    from megaroth.questions.store import take_in
    from megaroth.store.folder import is_store
    from megaroth.store.importing import Wanted

    pairs = [each.partition("=") for each in column]
    unpaired = next((ours for ours, sign, _ in pairs if not sign), None)
    if unpaired is not None:
        return wrong(f'"{unpaired}" has no =.', "--column", 'Write --column date="Pay date".', output)
    sources = list(files)
    if into is None and len(sources) > 1 and (sources[0].suffix in (".toml", ".json") or is_store(sources[0])):
        into = sources.pop(0)
    if not sources:
        return wrong("There is no file to import.", "FILES", "Name the files to take in.", output)
    path = ledger_at(into)
    if kind == "schedule":
        return _import_schedule(path, sources, account, through, output)
    columns = {ours: theirs for ours, _, theirs in pairs}
    wanted = Wanted(kind, account, date_format, year_to_date, columns, balances, every_purchase)
    done = unlocked(lambda key: take_in(path, sources, wanted, now(), key))
    if isinstance(done, list):
        return refuse(done, output)
    told = {
        "format": 1, "ledger": str(path),
        "files": [
            {"file": str(each.file), "entries": each.entries, "forms": each.forms, "others": each.others,
             "known": each.known}
            for each in done.files
        ],
        "findings": [finding.as_json() for finding in done.findings],
    }  # fmt: skip
    return answered(told, _import_lines(path, done, width()), done.findings, output)


def _import_lines(path: Path, done: TakenInAll, width: int) -> list[Line]:
    """What each file brought, and what is to be known about it."""
    from megaroth.report.ledger_text import ending
    from megaroth.report.lines import Line, wrapped

    lines: list[Line] = []
    for each in done.files:
        parts = [counted(each.entries, "entry", "entries"), counted(each.forms, "form", "forms")]
        parts += [counted(each.others, "person or account", "people and accounts")] if each.others else []
        lines += wrapped(
            f"{each.file.name}: added {', '.join(parts)}; {each.known} stood there before.", width, hang="  "
        )
    lines.append(Line(f"On the disk, in {path}.", "good"))
    if any(finding.severity == "error" for finding in done.findings):
        lines += wrapped("The ledger does not add up yet; nothing is answered from it before it does.", width)
    return lines + ending(done.findings, width)


def _import_schedule(path: Path, sources: list[Path], account: str, through: str, output: Output) -> int:
    import datetime

    from megaroth import questions
    from megaroth.questions.store import planned_entries

    try:
        day = datetime.date.fromisoformat(through) if through else today()
    except ValueError:
        return wrong(f'"{through}" is not a date.', "--through", "Write a date like 2026-06-30.", output)
    entries = []
    for source in sources:
        answer = questions.schedule(source, today())
        if isinstance(answer, list):
            return refuse(answer, output)
        accounts = {job.name: account for job in answer.jobs} if account else {}
        entries += planned_entries(answer, accounts, day)
    from megaroth.store.folder import is_store

    if is_store(path):
        return append_records(path, entries, output, "schedule")
    from megaroth.doors.cli.ledger import say_added
    from megaroth.ledger.write import add

    added = add(path, entries)
    return refuse(added, output) if isinstance(added, list) else say_added(added.new, added.known, output)


@ledger.command(
    help_epilogue=_examples(
        "megaroth ledger export json > my-ledger.json", "megaroth ledger export my-ledger.toml hledger"
    )
)
def export(*words: Annotated[str, Parameter(allow_leading_hyphen=True)]) -> int:
    """Print a ledger as text that others read and that comes back whole: json, csv, beancount, hledger.

    Args:
        words: The ledger (left out: yours), and the form.
    """
    from megaroth import questions
    from megaroth.ledger.export import to_beancount, to_csv, to_hledger, to_json

    *file, form = words or ("",)
    if form not in ("json", "csv", "beancount", "hledger") or len(file) > 1:
        return wrong(f'"{form}" is not a form.', "FORM", "Write json, csv, beancount or hledger last.", PRINTED)
    source = book_at(Path(file[0]) if file else None)
    book = source if isinstance(source, list) else questions.book(source)
    if isinstance(book, list):
        return refuse(book, PRINTED)
    if form in ("json", "csv"):
        text = (to_json if form == "json" else to_csv)(book.ledger, book.received)
    else:
        # These two carry balances, so the ledger must add up.
        answer = questions.ledger(book)
        if isinstance(answer, list):
            return refuse(answer, PRINTED)
        write = to_beancount if form == "beancount" else to_hledger
        text = write(book.ledger, answer.balances, book.received)
    sys.stdout.write(text)
    return 0


@ledger.command(help_epilogue=_examples("megaroth ledger backup", "megaroth ledger backup --to /media/stick/my.ledger"))
def backup(file: Path | None = None, /, *, to: Path | None = None, output: How = PRINTED) -> int:
    """Copy a ledger's file, and prove the copy; others may write meanwhile.

    Args:
        file: The ledger; left out: yours.
        to: Where to; left out: beside it, under a name of its last link.
        output: How to print.
    """
    from megaroth.store.copies import backup as back_up

    path = ledger_at(file)
    return _copied(unlocked(lambda key: back_up(path, to, passphrase=key)), "Backed up to", output)


@ledger.command(help_epilogue=_examples("megaroth ledger restore my-143-7e9eb81e1ac4.backup.ledger"))
def restore(copy: Path, file: Path | None = None, /, *, older: bool = False, output: How = PRINTED) -> int:
    """Put a backup in the place of a ledger; the file that stood there is moved aside, never removed.

    Args:
        copy: The backup.
        file: The ledger; left out: yours.
        older: Go back to it even if the ledger has records that it has not.
        output: How to print.
    """
    from megaroth.store.copies import restore as put_back

    path = ledger_at(file)
    return _copied(unlocked(lambda key: put_back(copy, path, passphrase=key, older=older)), "Restored", output)


@ledger.command(help_epilogue=_examples("megaroth ledger migrate", "megaroth ledger migrate my.ledger --to 1"))
def migrate(file: Path | None = None, /, *, to: int | None = None, output: How = PRINTED) -> int:
    """Bring a ledger's file to another version of its tables, up or down, after a proven backup.

    Args:
        file: The ledger; left out: yours.
        to: The version; left out: the newest.
        output: How to print.
    """
    from megaroth.store.copies import migrate as bring
    from megaroth.store.schema import NEWEST

    path = ledger_at(file)
    return _copied(unlocked(lambda key: bring(path, to or NEWEST, passphrase=key)), "Brought to its version:", output)


@ledger.command(help_epilogue=_examples("megaroth ledger lock", "MEGAROTH_KEY_FILE=key.txt megaroth ledger lock"))
def lock(file: Path | None = None, /, *, output: How = PRINTED) -> int:
    """Encrypt a ledger's file with a passphrase. Without it nobody opens the file again, you neither.

    Args:
        file: The ledger; left out: yours.
        output: How to print.
    """
    key = passphrase(new=True)
    if isinstance(key, list):
        return refuse(key, output)
    if not key:
        remedy = "Run it in a terminal, or name a key file with MEGAROTH_KEY_FILE."
        return wrong("There is no passphrase.", "", remedy, output)
    from megaroth.store.copies import rekey

    return _copied(rekey(ledger_at(file), "", key), "Encrypted; plain backups of before stay plain:", output)


@ledger.command(help_epilogue=_examples("megaroth ledger unlock"))
def unlock(file: Path | None = None, /, *, output: How = PRINTED) -> int:
    """Take the encryption off a ledger's file.

    Args:
        file: The ledger; left out: yours.
        output: How to print.
    """
    key = passphrase()
    if isinstance(key, list):
        return refuse(key, output)
    from megaroth.store.copies import rekey

    return _copied(rekey(ledger_at(file), key, ""), "Not encrypted any more:", output)


def _copied(copied: Copied | list[Any], what: str, output: Output) -> int:
    from megaroth.report.lines import Line

    if isinstance(copied, list):
        return refuse(copied, output)
    told: dict[str, Any] = {
        "format": 1, "path": str(copied.path), "records": copied.records, "last_link": copied.last_link,
        "kept": str(copied.aside) if copied.aside else None, "findings": [],
    }  # fmt: skip
    lines = [Line(f"{what} {copied.path}", "good"), Line(f"{counted(copied.records, 'record', 'records')}, proven.")]
    if copied.aside:
        lines.append(Line(f"The file of before is kept: {copied.aside}"))
    return answered(told, lines, (), output)
