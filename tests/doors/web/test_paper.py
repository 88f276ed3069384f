"""The paper and its letters from the app, a planner's cover, the portal's CSV, and the fields that net pay needs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from tests.doors.web.client import HOST, TODAY, Client, Reply
from tests.doors.web.test_pages import STATES, checked

from megaroth import questions
from megaroth.doors.web.answers import ask_all
from megaroth.doors.web.example import example
from megaroth.doors.web.form import with_fields, written
from megaroth.doors.web.stub import guessed

CSV = (
    "Pay Date,Gross Earnings,401(k) Pre-Tax,Roth 401k,After-Tax 401k,Employer Match\n"
    '01/09/2026,"8,000.00",800.00,0.00,400.00,200.00\n'
    '01/23/2026,"8,000.00",800.00,0.00,400.00,200.00\n'
    '02/06/2026,"8,000.00",(50.00),0.00,400.00,200.00\n'
)


def dropped(client: Client, text: str, job: str = "0") -> Reply:
    head = f'--b\r\nContent-Disposition: form-data; name="job"\r\n\r\n{job}\r\n--b\r\nContent-Disposition: form-data; name="do"\r\n\r\nread\r\n'
    head += '--b\r\nContent-Disposition: form-data; name="file"; filename="portal.csv"\r\n\r\n'
    headers = {"content-type": "multipart/form-data; boundary=b", "origin": f"http://{HOST}"}
    return client.send("POST", "/s/Example/stub", headers=headers, chunks=[(head + text + "\r\n--b--\r\n").encode()])


def test_the_portals_csv_becomes_the_year_so_far_once_it_is_confirmed() -> None:
    client = Client()
    reply = dropped(client, CSV)
    assert reply.headers["location"] == "/s/Example/stub?job=0"
    shown = client.get(reply.headers["location"]).text
    assert checked(shown) == []
    for sum_of in ("$24,000.00", "$1,550.00", "$1,200.00", "$600.00", "Friday, February 6, 2026"):
        assert sum_of in shown, sum_of
    job = client.shelf.first().household["jobs"][0]
    assert "so_far" not in job  # nothing is taken before it is confirmed
    columns = [
        ("date", "Pay Date"), ("pay", "Gross Earnings"), ("pre_tax", "401(k) Pre-Tax"), ("roth", ""),
        ("after_tax", "After-Tax 401k"), ("match", "Employer Match"), ("date_format", "%m/%d/%Y"), ("job", "0"),
    ]  # fmt: skip
    assert client.post("/s/Example/stub", [*columns, ("do", "take")]).headers["location"].endswith("#job-0-so-far")
    job = client.shelf.first().household["jobs"][0]
    assert job["so_far"] == {
        "as_of": "2026-02-06", "pay": "24000.00", "pre_tax": "1550.00", "after_tax": "1200.00", "match": "600.00",
    }  # fmt: skip
    assert "so_far" not in client.shelf.first().before[-1]["jobs"][0]  # undo


@pytest.mark.parametrize(
    "text",
    ["", "\x00\x01\x02", 'a,b\n"unclosed', "Pay Date\n01/01/2026\n", "no,columns,at,all\n1,2,3,4\n", CSV.replace("01/09/2026", "soon"),
     CSV.replace("800.00", "much"), "x" * 5000, "Pay Date,Roth\n01/01/1999,5\n"],
)  # fmt: skip
def test_a_csv_that_cannot_be_used_is_said(text: str) -> None:
    client = Client()
    dropped(client, text)
    shown = client.get("/s/Example/stub?job=0")
    assert shown.status == 200
    assert checked(shown.text) == []
    assert 'value="take" disabled' in shown.text
    assert client.post("/s/Example/stub", [("do", "take"), ("job", "0"), ("date", "Pay Date")]).status == 422
    assert dropped(client, CSV, "7").status == 404
    assert client.post("/s/Example/stub", [("do", "take"), ("job", "x")]).status == 404


def test_headings_of_portals() -> None:
    head = ["Check Date", "Total Gross", "401K PRETAX", "ROTH 401K", "AFTER TAX", "ER Match"]
    assert list(guessed(head).values()) == ["Check Date", "Total Gross", "401K PRETAX", "ROTH 401K", "AFTER TAX", "ER Match"]  # fmt: skip
    assert list(guessed(["date", "pay", "pre_tax", "roth", "after_tax", "match"]).values()) == [
        "date", "pay", "pre_tax", "roth", "after_tax", "match",
    ]  # fmt: skip
    assert set(guessed(["a", "b", ""]).values()) == {""}


def test_a_planners_cover_is_kept_beside_the_scenarios_and_printed(tmp_path: Path) -> None:
    client = Client(tmp_path)
    said = [("firm", "Harbor <Planning>"), ("prepared_for", "The client"), ("disclaimer", "Made up.")]
    assert client.post("/s/Example/paper", said).status == 303
    assert (tmp_path / "cover.toml").stat().st_mode & 0o077 == 0
    again = Client(tmp_path)
    shown = again.get("/s/Example/paper").text
    assert checked(shown) == []
    assert "Harbor &lt;Planning&gt;" in shown
    pdf = pypdfium2.PdfDocument(again.get("/s/Example/plan.pdf").body)
    assert "Harbor <Planning>" in pdf[0].get_textpage().get_text_range()
    assert client.post("/s/Example/paper", [("firm", "x" * 500)]).status == 422
    (tmp_path / "cover.toml").write_text("frim = 1\n")
    broken = Client(tmp_path)
    assert "frim" in broken.get("/s/Example/paper").text
    assert broken.get("/s/Example/plan.pdf").status == 409


def test_the_letters_that_apply() -> None:
    client = Client()
    text = client.get("/s/Example/paper").text
    assert checked(text) == []
    assert "Automatic Roth conversion of after-tax contributions" in text
    assert "above the limit" not in text
    over = with_fields(example(TODAY), [("people.0.elsewhere", "24500")])
    over["jobs"][0]["so_far"] = {"as_of": "2026-05-29", "pre_tax": "3000"}
    client.shelf.add(over, "Over")
    text = client.get("/s/Over/paper").text
    assert "exceed the limit of IRC §402(g) by $3,000.00" in text  # 24,500 there and 3,000 here
    nothing = with_fields(example(TODAY), [("jobs.0.name", "Nobody & Sons"), ("jobs.0.plan.after_tax_allowed", "no")])
    client.shelf.add(nothing, "No")
    assert "Automatic Roth conversion" not in client.get("/s/No/paper").text


W4 = [("people.0.w4.status", "joint"), ("people.0.w4.step_2_checkbox", "yes"), ("people.0.w4.step_3_credits", "2,000"),
      ("people.0.w4.exempt", ""), ("jobs.0.deductions.section_125", "180"), ("jobs.0.deductions.state_percent", "9.3%"),
      ("jobs.0.deductions.state_taxes_hsa", "yes"), ("tax.long_term_gains", "5k"), ("tax.children", "2")]  # fmt: skip


def test_what_net_pay_and_the_return_need_can_be_typed() -> None:
    made: dict[str, Any] = with_fields(example(TODAY), W4)
    assert made["people"]["Jeff"]["w4"] == {"status": "joint", "step_2_checkbox": True, "step_3_credits": "2000"}
    assert made["jobs"][0]["deductions"] == {"section_125": "180", "state_percent": "9.3", "state_taxes_hsa": True}
    assert made["tax"] == {"long_term_gains": "5000", "children": 2}
    assert [written(made, name) for name, _ in W4] == ["joint", "yes", "2,000", "", "180", "9.3", "yes", "5,000", "2"]
    schedule = questions.schedule(made, TODAY)
    assert not isinstance(schedule, list)
    assert schedule.jobs[0].rows()[-1]["net_pay"] is not None
    gone = with_fields(made, [(name, "") for name, _ in W4])
    assert "w4" not in gone["people"]["Jeff"]
    assert "deductions" not in gone["jobs"][0]
    assert "tax" not in gone
    client = Client()
    client.shelf.add(with_fields(example(TODAY), [("people.0.w4.allowances", "2"), *W4]), "Both")
    assert "allowances belong to a Form W-4 of 2019" in client.get("/s/Both/situation").text


def test_a_meter_is_over_only_where_something_is_wrong() -> None:
    """Whole percents leave deferral and match a little under plan; what they leave is room for after-tax, not a breach."""
    made = with_fields(
        example(TODAY), [("jobs.0.name", "Meta"), ("jobs.0.pay.annual", "230000"), ("people.0.born", "1985")]
    )
    made["jobs"][0].pop("current_elections")
    answers = ask_all(made, TODAY)
    assert answers.schedule is not None
    outcome, sheet = answers.schedule.jobs[0].outcome, answers.sheets[0]
    assert sheet.room is not None
    assert outcome.after_tax > sheet.room  # the case this test is for
    assert outcome.additions < sheet.ceiling
    assert {meter.label: meter.state for meter in sheet.meters} == {
        "Deferrals": "kept", "Annual additions": "kept", "Room for after-tax": "kept",
    }  # fmt: skip
    for state, household in STATES.items():
        found = ask_all(household, TODAY)
        over = any(meter.state == "over" for sheet in found.sheets for meter in sheet.meters)
        assert not over or any(f.severity == "error" for f in found.findings), state
