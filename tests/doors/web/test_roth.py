"""Into Roth and what-if: the ledger in the app is the ledger of the command line, and a what-if changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.doors.web.client import HOST, TODAY, Client
from tests.doors.web.test_pages import checked

from megaroth import questions


@pytest.fixture
def client(tmp_path: Path) -> Client:
    made = Client(tmp_path / "kept")
    made.post("/start")
    made.post(
        "/s/Mine/situation",
        [("people.0.born", "1981"), ("jobs.0.name", "Amazon"), ("jobs.0.pay.annual", "300k"), ("jobs.0.pay.frequency", "biweekly"), ("jobs.0.pay.payday", "2026-06-12")],
    )  # fmt: skip
    return made


def test_a_year_in_the_ledger(client: Client, tmp_path: Path) -> None:
    assert client.post("/s/Mine/ledger", [("do", "add"), ("on", "2026-01-09")]).status == 404
    client.post("/s/Mine/ledger", [("do", "begin")])
    client.post("/s/Mine/ledger", [("do", "begin")])  # begun once
    entry = [("do", "add"), ("account", "Amazon"), ("source", "after_tax")]
    for on, kind, amount in (
        ("2026-01-09", "contribute", "1,500"),
        ("2026-01-12", "convert", "$1,500.00"),
        ("2026-01-23", "contribute", "1500"),
    ):
        assert client.post("/s/Mine/ledger", [*entry, ("on", on), ("kind", kind), ("amount", amount)]).status == 303
    form = [
        ("do", "receive"),
        ("year", "2026"),
        ("account", "Amazon"),
        ("box_1", "1,500"),
        ("box_2a", "0"),
        ("box_5", "1500"),
        ("box_7", "G"),
    ]
    assert client.post("/s/Mine/ledger", form).status == 303
    text = client.get("/s/Mine/roth").text
    assert checked(text) == []
    assert "Fits" in text
    assert text.count("$3,000.00") >= 1
    file = tmp_path / "kept" / "ledger.toml"
    assert file.stat().st_mode & 0o077 == 0
    shown = questions.ledger(file, TODAY)
    assert not isinstance(shown, list)
    assert shown.as_json()["accounts"][0]["value"] == "3000.00"
    key = shown.book.ledger.entries[-1].key
    assert client.post("/s/Mine/ledger", [("undo", key)]).status == 303
    again = questions.ledger(file, TODAY)
    assert not isinstance(again, list)
    assert again.as_json()["accounts"][0]["value"] == "1500.00"


def test_what_is_wrong_is_said_and_nothing_is_written(client: Client, tmp_path: Path) -> None:
    client.post("/s/Mine/ledger", [("do", "begin")])
    file = tmp_path / "kept" / "ledger.toml"
    before = file.read_text()
    for more in (
        [("on", "x"), ("amount", "1")],
        [("on", "2026-01-09"), ("amount", "a lot")],
        [("on", "2026-01-09"), ("amount", "1"), ("account", "<img src=x>")],
    ):
        reply = client.post(
            "/s/Mine/ledger",
            [("do", "add"), ("kind", "contribute"), ("account", "Amazon"), ("source", "after_tax"), *more],
        )
        assert reply.status == 422
        assert "That was not entered" in reply.text
        assert checked(reply.text) == []
        assert "<img" not in reply.text
    assert file.read_text() == before


def test_pay_stubs_are_imported_once(client: Client) -> None:
    client.post("/s/Mine/ledger", [("do", "begin")])
    csv = "date,pre_tax,roth,after_tax,match\n01/09/2026,500,0,1000,250\n01/23/2026,500,0,1000,250\n"
    fields = {"do": "import", "kind": "pay_stubs", "account": "Amazon", "date_format": "%m/%d/%Y"}
    parts = "".join(f'--b\r\nContent-Disposition: form-data; name="{k}"\r\n\r\n{v}\r\n' for k, v in fields.items())
    body = f'{parts}--b\r\nContent-Disposition: form-data; name="file"; filename="stubs.csv"\r\n\r\n{csv}\r\n--b--\r\n'.encode()
    headers = {"content-type": "multipart/form-data; boundary=b", "origin": f"http://{HOST}"}
    for _ in range(2):
        assert client.send("POST", "/s/Mine/ledger", headers=headers, chunks=[body]).status == 303
    shown = questions.ledger(client.shelf.book.path, TODAY)
    assert not isinstance(shown, list)
    assert shown.as_json()["money_in"] == "3500.00"


def test_what_waiting_costs_follows_the_two_rates(client: Client) -> None:
    path = "/s/Mine/roth"
    none, some, bad = (client.get(f"{path}?return={r}&rate=35").text for r in ("0", "8", "much"))
    assert "What waiting costs" in none
    assert none != some
    assert "much" in bad
    assert checked(bad) == []


def test_a_what_if_changes_nothing_until_it_is_kept() -> None:
    client = Client()
    before = client.get("/s/Example/answer").text
    shown = client.get("/s/Example/paychecks?bonus=40,000&bonus_on=2026-09-15").text
    assert "Keep it as a scenario" in shown
    assert checked(shown) == []
    assert client.get("/s/Example/answer").text == before
    assert client.post("/s/Example/what-if", [("bonus", "40,000")]).status == 422
    kept = client.post("/s/Example/what-if", [("bonus", "40,000"), ("bonus_on", "2026-09-15")])
    assert kept.headers["location"] == "/s/Example%20what%20if/answer"
    made = client.shelf.get("Example what if")
    assert made is not None
    assert made.household["jobs"][0]["pay"]["extra"] == [{"on": "2026-09-15", "amount": "40000", "kind": "bonus"}]
    wrong = client.get("/s/Example/paychecks?bonus=x&bonus_on=2026-09-15").text
    assert "expected dollars" in wrong
