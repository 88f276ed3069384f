"""The schedule as a workbook: percentages stand in cells of their own, and every amount below is a formula of them.

Who changes a percentage sees at once what each paycheck, the totals and the room left become. A formula rounds to the cent
as payroll does; caps that stop payroll by itself are not rebuilt, which the first sheet says.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from megaroth.household.pay import Election, Elections, Share
from megaroth.kit.money import ZERO, Money
from megaroth.report.paper.beside import Kept
from megaroth.report.paper.calendar import Dated
from megaroth.report.text import law_rows, limit_rows
from megaroth.room.answer import RoomAnswer
from megaroth.schedule.answer import JobSchedule, ScheduleAnswer
from megaroth.schedule.elections import in_force

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

SOURCES = (("pre_tax", "Pre-tax"), ("roth", "Roth"), ("catch_up", "Catch-up"), ("after_tax", "After-tax"))
READ_ME = (
    "Percentages on the sheets of paychecks may be changed: amounts, totals and what is left follow.",
    "An amount is pay times percentage, rounded to the cent. Where payroll stops at a limit by itself, this sheet does not: "
    "watch the line “Left of the limit”: a negative amount there is too much.",
    "The match is the amount of the plan's formula for the percentages megaroth chose; it does not follow your changes.",
    "A planning aid, not advice.",
)


@dataclass(frozen=True, slots=True)
class Looks:
    """The formats of cells."""

    head: Format
    money: Format
    sum: Format
    percent: Format
    day: Format
    text: Format


def workbook_of(
    room: RoomAnswer, schedule: ScheduleAnswer | None, dates: Sequence[Dated], kept: Kept | None = None
) -> bytes:
    """The workbook: numbers of the year, a sheet of paychecks a job, dates. Needs the `report` extra (xlsxwriter)."""
    import datetime

    from xlsxwriter import Workbook

    out = io.BytesIO()
    # Text stays text: nothing a person or a plan wrote can become a formula or a link.
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties(
        {"title": f"Mega-backdoor Roth {room.household.year}", "created": datetime.datetime(2000, 1, 1)}
    )
    looks = _looks(book)
    _numbers(book.add_worksheet("Year"), looks, room)
    names = {"year", "dates", "ledger", "ledger by year"}
    for job in schedule.jobs if schedule else ():
        if job.outcome.lines:
            _paychecks(book.add_worksheet(_sheet_name(job.name, names)), looks, job)
    _dates(book.add_worksheet("Dates"), looks, dates)
    if kept is not None:
        from megaroth.report.paper.ledger_sheets import ledger_sheets

        ledger_sheets(book.add_worksheet("Ledger"), book.add_worksheet("Ledger by year"), looks, kept)
    book.close()
    return out.getvalue()


def _looks(book: Workbook) -> Looks:
    money = "#,##0.00"
    return Looks(
        head=book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
        money=book.add_format({"num_format": money}),
        sum=book.add_format({"num_format": money, "bold": True, "top": 1}),
        percent=book.add_format({"num_format": "0.0#%", "bg_color": "#FFF6DD"}),
        day=book.add_format({"num_format": "yyyy-mm-dd", "align": "left"}),
        text=book.add_format({"text_wrap": True, "valign": "top"}),
    )


def _sheet_name(name: str, taken: set[str]) -> str:
    """A name that a workbook takes: without its seven forbidden signs, short, and once only."""
    clean = "".join("-" if sign in "[]:*?/\\" else sign for sign in name).strip("' ")[:25] or "Job"
    unique, number = clean, 2
    while unique.lower() in taken:
        unique, number = f"{clean} {number}", number + 1
    taken.add(unique.lower())
    return unique


def _amount(money: Money) -> float:
    """Spreadsheets keep decimals; two of them survive exactly up to ninety trillion."""
    return int(money.cents) / 100


def _numbers(sheet: Worksheet, looks: Looks, room: RoomAnswer) -> None:
    sheet.set_column(0, 0, 44)
    sheet.set_column(1, 3, 16)
    row = 0
    for sentence in READ_ME:
        sheet.merge_range(row, 0, row, 3, "", looks.text)
        sheet.write_string(row, 0, sentence, looks.text)
        sheet.set_row(row, 30)
        row += 1
    for job in room.jobs:
        row += 1
        for column, text in enumerate((f"{job.name} ({job.person})", "Used", "Limit", "Left")):
            sheet.write_string(row, column, text, looks.head)
        for label, used, limit, _ in limit_rows(room, job):
            row += 1
            sheet.write_string(row, 0, label)
            sheet.write_number(row, 1, _amount(used), looks.money)
            sheet.write_number(row, 2, _amount(limit), looks.money)
            sheet.write_formula(row, 3, f"=C{row + 1}-B{row + 1}", looks.money, _amount(limit) - _amount(used))
        row += 1
    row += 1
    for column, text in enumerate((f"Law of {room.law.year}", "Amount", "Status", "Source")):
        sheet.write_string(row, column, text, looks.head)
    for label, number in law_rows(room):
        row += 1
        sheet.write_string(row, 0, label)
        sheet.write_number(row, 1, _amount(number.amount), looks.money)
        sheet.write_string(row, 2, number.status)
        sheet.write_string(row, 3, number.cite.ref)


def _paychecks(sheet: Worksheet, looks: Looks, job: JobSchedule) -> None:
    """A column of percentages for each source in use, and a column of amounts that is a formula of it."""
    lines = job.outcome.lines
    used = [(n, label) for n, label in SOURCES if any(int(getattr(line, n).cents) for line in lines)]
    heads = [
        "Payday",
        "Pay",
        *(f"{label} %" for _, label in used),
        *(label for _, label in used),
        "Match",
        "In the plan",
    ]
    sheet.freeze_panes(1, 1)
    sheet.set_column(0, 0, 12)
    sheet.set_column(1, len(heads), 13)
    for column, text in enumerate(heads):
        sheet.write_string(0, column, text, looks.head)
    match_at, all_at = 2 + 2 * len(used), 3 + 2 * len(used)
    for number, line in enumerate(lines, 1):
        sheet.write_datetime(number, 0, _midnight(line.paycheck.date), looks.day)
        sheet.write_number(number, 1, _amount(line.paycheck.pay), looks.money)
        for place, (name, _) in enumerate(used):
            amount = getattr(line, name)
            share = _share_of(job.elections, line.paycheck.date, line.paycheck.own_election, name)
            percent_at, amount_at = 2 + place, 2 + len(used) + place
            if share is not None and _taken(line.paycheck.pay, share) == amount:
                sheet.write_number(number, percent_at, share.top / share.bottom, looks.percent)
                formula = f"=ROUND({_cell(number, 1)}*{_cell(number, percent_at)},2)"
                sheet.write_formula(number, amount_at, formula, looks.money, _amount(amount))
            else:  # dollars, or an amount at which payroll stops by itself
                sheet.write_number(number, amount_at, _amount(amount), looks.money)
        sheet.write_number(number, match_at, _amount(line.match), looks.money)
        first, last = _cell(number, 2 + len(used)), _cell(number, match_at)
        together = sum(_amount(getattr(line, name)) for name, _ in used) + _amount(line.match)
        sheet.write_formula(number, all_at, f"=SUM({first}:{last})", looks.money, together)
    sums = {1: sum(int(line.paycheck.pay.cents) for line in lines) / 100}
    for column, (name, _) in enumerate((*used, ("match", "")), 2 + len(used)):
        sums[column] = sum(int(getattr(line, name).cents) for line in lines) / 100
    sums[all_at] = sum(sums[column] for column in range(2 + len(used), all_at))
    end = len(lines) + 1
    sheet.write_string(end, 0, "Total", looks.sum)
    for column in (1, *range(2 + len(used), all_at + 1)):
        formula = f"=SUM({_cell(1, column)}:{_cell(end - 1, column)})"
        sheet.write_formula(end, column, formula, looks.sum, sums[column])
    _left(sheet, looks, job, used, end + 2, end)


def _left(sheet: Worksheet, looks: Looks, job: JobSchedule, used: list[tuple[str, str]], row: int, total: int) -> None:
    """What the year to date and the rows above leave of each limit."""
    columns = {name: _cell(total, 2 + len(used) + place) for place, (name, _) in enumerate((*used, ("match", "")))}
    sums: dict[str, Money] = {name: sum((getattr(line, name) for line in job.outcome.lines), ZERO) for name in columns}
    made, limits = job.year.made, job.year.limits
    deferred: list[str] = [name for name in ("pre_tax", "roth", "catch_up") if name in columns]
    added: list[str] = [name for name in ("pre_tax", "roth", "after_tax", "match") if name in columns]
    rows: list[tuple[str, Money, Money, list[str]]] = [
        ("Deferrals and catch-up", limits.deferral + limits.catch_up, made.pre_tax + made.roth, deferred),
        ("Annual additions", limits.additions, made.pre_tax + made.roth + made.after_tax + made.match, added),
    ]
    for column, text in enumerate(("", "Limit", "So far", "Left of the limit")):
        sheet.write_string(row, column, text, looks.head)
    for label, limit, so_far, names in rows:
        row += 1
        sheet.write_string(row, 0, label)
        sheet.write_number(row, 1, _amount(limit), looks.money)
        sheet.write_number(row, 2, _amount(so_far), looks.money)
        left = limit - so_far - sum((sums[name] for name in names), ZERO)
        formula = f"={_cell(row, 1)}-{_cell(row, 2)}-({'+'.join(columns[name] for name in names) or '0'})"
        sheet.write_formula(row, 3, formula, looks.money, int(left.cents) / 100)


def _share_of(elections: Sequence[Elections], day: Any, own: bool, name: str) -> Any:
    """The percentage in force for one source, or None where it is dollars or nothing is set."""
    numbers = in_force(day, elections)
    if numbers is None:
        return None
    election: Election = numbers.bonus if own and numbers.bonus is not None else numbers.regular
    share: Share = getattr(election, name)
    return None if isinstance(share, Money) else share


def _taken(pay: Money, share: Any) -> Money:
    """Pay times percentage as the sheet's formula rounds it: halves up."""
    return Money((2 * int(pay.cents) * share.top + share.bottom) // (2 * share.bottom))


def _dates(sheet: Worksheet, looks: Looks, dates: Sequence[Dated]) -> None:
    sheet.set_column(0, 0, 12)
    sheet.set_column(1, 2, 60)
    for column, text in enumerate(("When", "What", "Why")):
        sheet.write_string(0, column, text, looks.head)
    for row, date in enumerate(dates, 1):
        sheet.write_datetime(row, 0, _midnight(date.day), looks.day)
        sheet.write_string(row, 1, date.what, looks.text)
        sheet.write_string(row, 2, date.why, looks.text)


def _midnight(day: Any) -> Any:
    import datetime

    return datetime.datetime.combine(day, datetime.time())


def _cell(row: int, column: int) -> str:
    from xlsxwriter.utility import xl_rowcol_to_cell

    return str(xl_rowcol_to_cell(row, column))
