"""The paper: what stands on it, the same bytes twice, a tagged PDF, a calendar and a workbook whose formulas hold."""

from __future__ import annotations

import datetime
import io
import json
import re
import zipfile
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as Xml

import pikepdf
import pypdfium2
import pytest
from icalendar import Calendar

from megaroth import questions
from megaroth.questions.paper import beside, report
from megaroth.report.charts.paychecks import paychecks_chart
from megaroth.report.glossary import glossary
from megaroth.report.paper.beside import Beside
from megaroth.report.paper.calendar import Dated, dates_of, ics_of
from megaroth.report.paper.content import paper_content
from megaroth.report.paper.cover import CoverFile, read_cover
from megaroth.report.paper.pdf import pdf_of
from megaroth.report.paper.workbook import _sheet_name

EXAMPLES = Path(__file__).parents[2] / "examples"
PAYDAYS = EXAMPLES / "households" / "paydays.toml"
DAY = datetime.date(2026, 1, 2)


ANA = EXAMPLES / "ledger" / "ana.toml"


def made(source: object, kind: str = "pdf", cover: CoverFile | None = None, ledger: Path | None = None) -> bytes:
    paper = report(source, DAY, kind, cover, ledger)  # type: ignore[arg-type]
    assert isinstance(paper, bytes), paper
    return paper


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_range() for page in document).replace("\r\n", "\n")


def test_the_first_page_says_what_to_do() -> None:
    document = pypdfium2.PdfDocument(made(PAYDAYS))
    first = " ".join(document[0].get_textpage().get_text_range().split())
    assert "$40,900.00" in first  # 72,000 - 24,500 - 6,600, scenario S28
    assert "Your 4 steps" in first
    assert "Total into the plan $72,000.00" in first
    assert re.search(r"set \d+% pre-tax and \d+% after-tax from the payday of January \d+, 2026", first, re.I)


@pytest.mark.parametrize("example", sorted((EXAMPLES / "households").glob("*.toml")), ids=lambda path: path.stem)
def test_every_example_has_its_paper_for_readers_who_listen(example: Path) -> None:
    """Tagged as PDF/UA-1 asks, as far as it can be looked up in the file."""
    with pikepdf.open(io.BytesIO(made(example, ledger=ANA if example == PAYDAYS else None))) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert not pdf.Root.MarkInfo.get("/Suspects", False)  # false, though some Poppler calls that a wrong type
        assert pdf.Root.Lang == "en"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert str(pdf.docinfo["/Title"]).startswith("Mega-backdoor Roth plan for 20")
        assert re.search(rb'pdfuaid:part(="1"|>1<)', pdf.Root.Metadata.read_bytes())
        assert all({"/FontFile2", "/FontFile3"} & set(font.keys()) for font in of_type(pdf, "/FontDescriptor"))
        assert all("/ToUnicode" in font for font in of_type(pdf, "/Font") if font.get("/Subtype") == "/Type0")
        tags = list(elements(pdf.Root.StructTreeRoot))
        named = [name for name, _ in tags]
        levels = [int(name[2:]) for name in named if re.fullmatch(r"/H[1-6]", name)]
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels)), levels
        assert "/Figure" in named
        assert all(len(str(tag.get("/Alt", ""))) > 20 for name, tag in tags if name == "/Figure")
        tables = [tag for name, tag in tags if name == "/Table"]
        assert tables
        for table in tables:
            heads = [tag for name, tag in elements(table) if name == "/TH"]
            assert heads
            assert all(scope_of(head) == "/Column" for head in heads)


def scope_of(head: pikepdf.Object) -> object:
    attributes = head.get("/A")
    given = attributes if isinstance(attributes, pikepdf.Array) else [attributes]
    return next((each.get("/Scope") for each in given if each is not None and "/Scope" in each), None)


def of_type(pdf: pikepdf.Pdf, kind: str) -> list[pikepdf.Object]:
    return [thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == kind]


def elements(tag: pikepdf.Object) -> Iterator[tuple[str, pikepdf.Object]]:
    """Every element of the structure tree below one, with its tag, in reading order."""
    below = tag.get("/K")
    for each in below if isinstance(below, pikepdf.Array) else [below]:
        if isinstance(each, pikepdf.Dictionary) and "/S" in each:
            yield str(each.S), each
            yield from elements(each)


def test_the_same_input_and_day_give_the_same_bytes() -> None:
    for kind in ("pdf", "xlsx", "ics"):
        first = made(PAYDAYS, kind, ledger=ANA)
        assert first == made(PAYDAYS, kind, ledger=ANA), kind
    assert first != report(PAYDAYS, DAY + datetime.timedelta(days=1), "ics")


def test_every_section_stands_on_the_paper() -> None:
    text = " ".join(text_of(made(PAYDAYS, ledger=ANA)).split())
    heads = ["What goes in this year", "What to check", "Dates", "Paychecks", "Into Roth, and its tax", "What waiting costs",
             "What the return makes of it", "The years to come", "Should I?", "Is it worth it?", "What moves the answer", "What comes first",
             "Your ledger", "Five-year clocks", "What may come out today", "What the plan says, and where", "Assumptions",
             "The law of 2026, with its sources", "Words"]  # fmt: skip
    places = [text.find(head) for head in heads]
    assert -1 not in places, dict(zip(heads, places, strict=True))
    assert places == sorted(places)


def test_waiting_until_december_is_taxed_like_any_income() -> None:
    """Single, 220,000 less 24,500 deferred less 16,100 of standard deduction: in the bracket of 24% by thousands."""
    room = questions.room(PAYDAYS, DAY)
    assert not isinstance(room, list)
    told = beside(room, questions.schedule_beside(room, DAY), DAY)
    assert told.is_taxed
    late = told.waiting["Initech"].waiting[-1]
    made_of = [(line.paycheck.date, int(line.after_tax.cents)) for line in told.schedule.jobs[0].outcome.lines]  # type: ignore[union-attr]
    end = datetime.date(2026, 12, 31)
    earned = [Decimal(cents) * 6 * (end - day).days / 365 / 100 for day, cents in made_of]
    cents = sum(int(each.quantize(Decimal(1), ROUND_HALF_UP)) for each in earned)
    assert int(late.taxable.cents) == cents
    assert late.cost.plain() == f"{(Decimal(cents) * 24 / 100).quantize(Decimal(1), ROUND_HALF_UP) / 100:.2f}"
    assert str(late.cost) in text_of(made(PAYDAYS))


def test_where_less_can_be_reached_than_the_room_the_first_page_says_how_much() -> None:
    late = datetime.date(2026, 11, 26)
    paper = report(PAYDAYS, late)
    assert isinstance(paper, bytes)
    schedule = questions.schedule(PAYDAYS, late)
    assert not isinstance(schedule, list)
    reached = schedule.jobs[0].outcome.after_tax
    first = " ".join(pypdfium2.PdfDocument(paper)[0].get_textpage().get_text_range().split())
    assert f"{reached} of it can still go in this year" in first
    assert f"After-tax, then Roth {reached}" in first


def test_a_household_with_errors_gets_no_promises() -> None:
    text = text_of(made({"year": 2026, "people": {"me": {"born": "1985-03-14"}}, "jobs": [
        {"name": "A", "person": "me", "plan": "amazon", "pay": 210_000, "so_far": {"as_of": "2026-01-02", "pre_tax": 30_000}}]}))  # fmt: skip
    assert "Fix this" in text
    assert "Is it worth it?" not in text


def test_what_people_write_is_never_markup() -> None:
    evil = '#panic("x") $a$ *b* <c> @d \\ [e] `f` = g // h'
    household = {
        "year": 2026,
        "people": {"me": {"born": "1985-03-14"}},
        "jobs": [{"name": evil, "person": "me", "plan": {"name": evil, "after_tax_allowed": "yes"}, "pay": 210_000}],
    }
    text = " ".join(text_of(made(household, cover=CoverFile(firm=evil, disclaimer=evil))).split())
    assert text.count('#panic("x") $a$ *b* <c> @d \\ [e] `f` = g // h') >= 4


def test_a_projected_year_says_so() -> None:
    household = {
        "year": 2027,
        "people": {"me": {"born": "1985-03-14"}},
        "jobs": [{"name": "Job", "person": "me", "plan": "amazon", "pay": 210_000}],
    }
    assert "projected from prices" in text_of(made(household)).replace("\n", " ")
    assert "projected from prices" not in text_of(made(PAYDAYS)).replace("\n", " ")


def test_each_finding_once_and_gravest_first() -> None:
    room = questions.room(EXAMPLES / "households" / "couple.toml", DAY)
    assert not isinstance(room, list)
    doubled = [*room.findings, *room.findings]
    content = paper_content(room, Beside(), DAY)
    told = [item["message"] for group in content["findings"] for item in group["items"]]
    assert len(told) == len(set(told)) == len({finding.message for finding in doubled})
    assert [group["severity"] for group in content["findings"]] == ["warning", "info"]
    json.dumps(content)


def test_the_numbers_of_the_schedule_replace_those_of_the_year() -> None:
    room, schedule = questions.room(PAYDAYS, DAY), questions.schedule(PAYDAYS, DAY)
    assert not isinstance(room, list)
    assert not isinstance(schedule, list)
    with_pay, without = paper_content(room, Beside(schedule), DAY), paper_content(room, Beside(), DAY)
    assert with_pay["jobs"][0]["steps"][-1]["name"] == "Elect"
    assert with_pay["jobs"][0]["headline"] in with_pay["jobs"][0]["steps"][-1]["text"]
    assert without["jobs"][0]["steps"][-1]["name"] == "Elect after tax"
    table = with_pay["jobs"][0]["paychecks"]
    assert len(table["rows"]) == 24
    pay = sum(Decimal(row[1].replace(",", "")) for row in table["rows"])
    assert f"{pay:,.2f}" == table["total"][1] == "220,000.00"


def test_a_chart_shows_what_the_rows_say() -> None:
    schedule = questions.schedule(PAYDAYS, DAY)
    assert not isinstance(schedule, list)
    chart = paychecks_chart(schedule.jobs[0])
    shown = sum(Decimal(str(value["amount"])) for value in chart["data"]["values"])
    outcome = schedule.jobs[0].outcome
    assert shown == Decimal((outcome.deferral + outcome.after_tax + outcome.match).plain())
    assert f"{shown:,.2f}" in chart["description"]


# The calendar


def dates(household: Path, today: datetime.date = DAY) -> list[Dated]:
    room = questions.room(household, today)
    schedule = questions.schedule(household, today)
    assert not isinstance(room, list)
    return dates_of(room, None if isinstance(schedule, list) else schedule, today)


def test_the_dates_of_a_year() -> None:
    found = {date.what: date.day for date in dates(PAYDAYS)}
    assert found["Last day for an excess deferral of 2026"] == datetime.date(2027, 4, 15)
    assert found["Initech: Form 1099-R for the conversions of 2026"] == datetime.date(2027, 1, 31)
    assert found["Initech: compare the pay stub with the plan"] == datetime.date(2026, 12, 16)
    assert min(found.values()) >= DAY


def test_a_number_that_is_due_already_is_for_today() -> None:
    today = datetime.date(2026, 11, 26)
    sets = [date.day for date in dates(PAYDAYS, today) if ": set " in date.what]
    assert sets[0] == today


def test_a_plan_that_takes_nothing_has_no_conversion_dates() -> None:
    county = [date.what for date in dates(EXAMPLES / "households" / "couple.toml") if "County" in date.what]
    assert county == ["County hospital: has the true-up of 2026 come?"]


def test_the_calendar_can_be_read_and_names_its_events_stably() -> None:
    found = dates(PAYDAYS)
    events = Calendar.from_ical(ics_of(found, DAY)).walk("VEVENT")
    assert [(event.decoded("dtstart"), str(event["summary"])) for event in events] == [(d.day, d.what) for d in found]
    assert len({str(event["uid"]) for event in events}) == len(found)
    later = Calendar.from_ical(ics_of(found, datetime.date(2026, 2, 1))).walk("VEVENT")
    assert [str(event["uid"]) for event in later] == [str(event["uid"]) for event in events]


# The workbook: its formulas are worked out again here, by a small reader of its own


def cells_of(workbook: bytes, number: int) -> tuple[dict[str, Decimal], dict[str, str]]:
    """Numbers and formulas of one sheet by cell."""
    space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    with zipfile.ZipFile(io.BytesIO(workbook)) as file:
        sheet = Xml.fromstring(file.read(f"xl/worksheets/sheet{number}.xml"))
    numbers: dict[str, Decimal] = {}
    formulas: dict[str, str] = {}
    for cell in sheet.iter(f"{space}c"):
        formula, value = cell.find(f"{space}f"), cell.find(f"{space}v")
        if formula is not None:
            formulas[cell.attrib["r"]] = str(formula.text)
        elif value is not None and cell.get("t") != "s":
            numbers[cell.attrib["r"]] = Decimal(str(value.text))
    return numbers, formulas


def work_out(cell: str, numbers: dict[str, Decimal], formulas: dict[str, str]) -> Decimal:
    if cell not in formulas:
        return numbers.get(cell, Decimal(0))

    def value(name: str) -> Decimal:
        return work_out(name, numbers, formulas)

    formula = formulas[cell]
    if product := re.fullmatch(r"ROUND\((\w+)\*(\w+),2\)", formula):
        return (value(product[1]) * value(product[2])).quantize(Decimal("0.01"), ROUND_HALF_UP)
    if reach := re.fullmatch(r"SUM\(([A-Z]+)(\d+):([A-Z]+)(\d+)\)", formula):
        columns = [chr(code) for code in range(ord(reach[1]), ord(reach[3]) + 1)]
        rows = range(int(reach[2]), int(reach[4]) + 1)
        return sum((value(f"{column}{row}") for column in columns for row in rows), Decimal(0))
    left = re.fullmatch(r"(\w+)-(\w+)(?:-\((.+)\))?", formula)
    assert left, formula
    return (
        value(left[1]) - value(left[2]) - sum((value(part) for part in (left[3] or "").split("+") if part), Decimal(0))
    )


def test_the_formulas_of_the_workbook_give_the_schedule() -> None:
    schedule = questions.schedule(PAYDAYS, DAY)
    assert not isinstance(schedule, list)
    outcome = schedule.jobs[0].outcome
    numbers, formulas = cells_of(made(PAYDAYS, "xlsx"), 2)
    total = len(outcome.lines) + 2
    assert work_out(f"B{total}", numbers, formulas) == 220_000
    assert work_out(f"E{total}", numbers, formulas) == Decimal(outcome.deferral.plain())  # pre-tax
    assert work_out(f"F{total}", numbers, formulas) == Decimal(outcome.after_tax.plain())
    assert work_out(f"G{total}", numbers, formulas) == Decimal(outcome.match.plain())
    assert sum("ROUND" in formula for formula in formulas.values()) >= 2 * (len(outcome.lines) - 1)
    left = [work_out(f"D{row}", numbers, formulas) for row in (total + 3, total + 4)]
    assert left == [
        Decimal(24_500) - Decimal(outcome.deferral.plain()),
        Decimal(72_000) - Decimal(outcome.additions.plain()),
    ]
    numbers["C2"] += Decimal("0.01")  # one percent more on the first paycheck of 7,500
    assert work_out(f"E{total}", numbers, formulas) == Decimal(outcome.deferral.plain()) + 75


def test_the_sums_of_the_ledger_follow_its_rows() -> None:
    """SUMIFS worked out here from the rows of the sheet; then one row is struck out."""
    rows = read_rows(made(PAYDAYS, "xlsx", ledger=ANA), "Ledger")
    heads, *entries = rows
    where = {name: heads.index(name) for name in ("Year", "What", "Account", "Source", "Amount", "Counts")}
    sums = read_rows(made(PAYDAYS, "xlsx", ledger=ANA), "Ledger by year")
    years = [int(float(str(each))) for each in sums[0][3:-1]]
    shown = 0
    for row in sums[1:]:
        if not row[0] or str(row[0]).startswith("Held"):
            break
        for year, cell in zip(years, row[3:], strict=False):
            found = sum(
                Decimal(str(e[where["Amount"]])) for e in entries
                if [e[where["What"]], e[where["Account"]], e[where["Source"]]] == list(row[:3])
                and e[where["Year"]] == year and e[where["Counts"]] == 1
            )  # fmt: skip
            assert Decimal(str(cell)) == found
            shown += found > 0
    assert shown > 8
    assert sums[2][0] == "contribute"
    with zipfile.ZipFile(io.BytesIO(made(PAYDAYS, "xlsx", ledger=ANA))) as file:
        last = file.read(sorted(n for n in file.namelist() if "worksheets/sheet" in n)[-1]).decode()
    assert last.count("SUMIFS(Ledger!$G:$G,Ledger!$C:$C,$A") > 20


def read_rows(workbook: bytes, sheet: str) -> list[list[Any]]:
    from python_calamine import CalamineWorkbook

    return CalamineWorkbook.from_filelike(io.BytesIO(workbook)).get_sheet_by_name(sheet).to_python()


def test_texts_of_the_workbook_stay_texts() -> None:
    household = {
        "year": 2026,
        "people": {"me": {"born": "1985-03-14"}},
        "jobs": [{"name": '=HYPERLINK("http://x")', "person": "me", "plan": "amazon", "pay": 210_000}],
    }
    with zipfile.ZipFile(io.BytesIO(made(household, "xlsx"))) as file:
        everything = b"".join(file.read(name) for name in file.namelist())
    assert b"<f>HYPERLINK" not in everything
    assert b"=HYPERLINK" in everything


def test_sheets_have_names_that_workbooks_take() -> None:
    taken = {"year", "dates"}
    names = [_sheet_name(name, taken) for name in ("a/b:c", "a/b:c", "Year", "'x'", "", "x" * 60)]
    assert names == ["a-b-c", "a-b-c 2", "Year 2", "x", "Job", "x" * 25]


# Settings and words


def test_a_cover_is_printed_and_its_mistakes_are_found(tmp_path: Path) -> None:
    cover = read_cover(EXAMPLES / "firm.toml")
    assert isinstance(cover, CoverFile)
    assert "Prepared for The client of the example." in " ".join(text_of(made(PAYDAYS, cover=cover)).split())
    wrong = tmp_path / "firm.toml"
    wrong.write_text('frim = "x"\n')
    found = read_cover(wrong)
    assert isinstance(found, list)
    assert "firm.toml:1" in found[0].where
    assert isinstance(read_cover(tmp_path / "none.toml"), list)


def test_every_word_of_the_glossary_once_and_in_order() -> None:
    terms = [term for term, _ in glossary()]
    assert terms == sorted(set(terms), key=str.lower)
    assert all(means.endswith(".") for _, means in glossary())


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    found = report(PAYDAYS, DAY)
    assert isinstance(found, list)
    assert found[0].code == "library-missing"
    assert "megaroth[report]" in found[0].remedy


def test_the_page_is_set_from_data_alone() -> None:
    room = questions.room(PAYDAYS, DAY)
    assert not isinstance(room, list)
    assert pdf_of(paper_content(room, Beside(), DAY), DAY).startswith(b"%PDF")
