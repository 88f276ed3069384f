"""Every page in every state: it renders, escapes what was typed, and holds nothing that the policy would have to allow."""

from __future__ import annotations

import hashlib
import html
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from tests.doors.web.client import TODAY, Client

from megaroth.doors.web.example import blank, example
from megaroth.doors.web.form import with_fields
from megaroth.doors.web.pages import PAGES
from megaroth.doors.web.render import STATIC
from megaroth.doors.web.shape import household_read

ROOT = Path(__file__).parents[3]
WEB = ROOT / "src/megaroth/doors/web"
PAYLOAD = "\"'><img src=x onerror=alert(1)><script>alert(2)</script>{{7*7}}"


def example_states() -> dict[str, dict[str, Any]]:
    made: dict[str, dict[str, Any]] = {"blank": blank(TODAY), "example": example(TODAY)}
    for path in sorted((ROOT / "examples/households").glob("*.toml")):
        read = household_read(path.read_text(encoding="utf-8"))
        assert not isinstance(read, list)
        for job in read["jobs"]:
            job["plan"] = "dell" if str(job.get("plan")).endswith(".toml") else job.get("plan", "unknown")
        made[path.stem] = read
    made["no plan"] = with_fields(example(TODAY), [("jobs.0.name", "Nobody & Sons")])
    made["mistakes"] = with_fields(example(TODAY), [("jobs.0.pay.annual", "a lot"), ("people.0.born", "2030")])
    made["2027"] = {**example(TODAY), "year": 2027}
    return made


STATES = example_states()


class Checked(HTMLParser):
    """Collects what a strict policy forbids, doubled ids, labels without fields and fields without labels."""

    def __init__(self) -> None:
        super().__init__()
        self.wrong: list[str] = []
        self.ids: set[str] = set()
        self.labels: set[str] = set()
        self.inputs: list[dict[str, str | None]] = []
        self.in_script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        at = dict(attrs)
        self.wrong += [f"{tag} {name}" for name in at if name.startswith("on") or name == "style"]
        self.wrong += [
            f"{tag} {name}={at[name]}"
            for name in ("href", "src", "action")
            if re.match(r"\s*(javascript|data|https?):", at.get(name) or "")
        ]
        if tag in ("style", "base", "iframe", "object"):
            self.wrong.append(tag)
        if tag == "script" and not at.get("src"):
            self.wrong.append("an inline script")
        if (id_ := at.get("id")) is not None:
            if id_ in self.ids:
                self.wrong.append(f"id {id_} twice")
            self.ids.add(id_)
        if tag == "label" and at.get("for"):
            self.labels.add(str(at["for"]))
        if tag in ("input", "select") and at.get("type") not in ("hidden", "checkbox"):
            self.inputs.append(at)


def checked(page: str) -> list[str]:
    parser = Checked()
    parser.feed(page)
    unlabelled = [
        f"no label: {at.get('id')}"
        for at in parser.inputs
        if not at.get("aria-label") and at.get("id") not in parser.labels
    ]
    return parser.wrong + unlabelled + [f"label of nothing: {each}" for each in parser.labels - parser.ids]


@pytest.mark.parametrize("state", STATES)
def test_every_page_renders(state: str) -> None:
    client = Client()
    client.shelf.add(STATES[state], "State")
    for page in PAGES:
        reply = client.get(f"/s/State/{page}")
        assert reply.status == 200, page
        assert checked(reply.text) == []
        assert not re.search(r">\s*None\s*<(?!/option)", reply.text), page
        if page == "worth":  # its part is compared in test_document.py
            continue
        part = client.get(f"/s/State/{page}", headers={"hx-request": "true"})
        assert "<html" not in part.text
        assert part.text.strip() in reply.text
    for path in ("/scenarios?compare=State&compare=Example", "/open"):
        reply = client.get(path)
        assert reply.status == 200
        assert checked(reply.text) == []


TONGUE_OF_FILES = re.compile(
    r"`|\[\[?\w|\b(RISK|FAIL|PROJECTED|None|unknown)\b(?!,)|\b20\d\d-\d\d-\d\d\b|\w_\w|\binto {2}|by job is over"
)
"""What belongs to household files and programs: a page has words of its own for it."""
NAMED_ON_PURPOSE = ('law_file = "…"', "None is stated", "stays unknown")


@pytest.mark.parametrize("state", STATES)
def test_a_page_speaks_no_tongue_of_files(state: str) -> None:
    client = Client()
    client.shelf.add(STATES[state], "State")
    pages = [*PAGES, "compared"] if state in ("job-changer", "solo-401k") else list(PAGES)
    for page in pages:
        text = client.get(f"/s/State/{page}").text
        text = re.sub(r"(?s)<(script|textarea|code|select|datalist)\b.*?</\1>", "", text)
        for line in html.unescape(re.sub(r"<[^>]+>", "\n", text)).splitlines():
            if not any(each in line for each in NAMED_ON_PURPOSE):
                assert not TONGUE_OF_FILES.search(line), (page, line.strip())


def test_what_is_not_asked_of_this_person_is_not_asked() -> None:
    client = Client()
    for state in ("solo-401k", "job-changer"):
        client.shelf.add(STATES[state], state)
    owner = client.get("/s/solo-401k/situation").text
    assert "paid into the plan’s own after-tax account" in owner
    assert "Say how often you are paid" not in owner
    assert "Your employer’s plan" not in owner
    assert "There is no payroll to set" in client.get("/s/solo-401k/paychecks").text
    assert "ACP test" not in client.get("/s/solo-401k/worth").text
    left = client.get("/s/job-changer/situation").text
    assert "The job is over: nothing more can go in there." in left
    answer = client.get("/s/job-changer/answer").text
    assert re.search(r">\$5,000</a>\s*went in after tax", answer)
    assert answer.index("Initech") < answer.index("Globex")  # what can still be done comes first


def test_start_mine_shows_questions_and_no_mistakes() -> None:
    client = Client()
    place = client.post("/start").headers["location"]
    text = client.get(place).text
    assert "aria-invalid" not in text
    assert "found &" not in text
    assert "Still needed" in text
    assert "The year of birth" in text
    assert "Something does not fit" not in text


def test_whatever_is_typed_is_escaped() -> None:
    client = Client()
    path = "/s/Example/situation"
    client.post(path, [("do", "own-terms:0")])
    client.post(path, [("do", "add-extra:0"), ("do", "add-raise:0")])
    names = set(re.findall(r'name="((?:jobs|people|return)\.[^"]+)"', client.get(path).text))
    assert len(names) > 50
    for name in sorted(names):
        fresh = Client()
        fresh.post(path, [("do", "own-terms:0")])
        assert fresh.post(path, [(name, PAYLOAD)]).status == 303
        for page in ("situation", "answer", "paychecks"):
            text = fresh.get(f"/s/Example/{page}").text
            assert checked(text) == [], (name, page)
            assert "<img" not in text
            assert "{{7*7}}" in text or "49" not in text
    for query in ("why?rule=", "law?words=", "why?job="):
        assert "<img" not in client.get(f"/s/Example/{query}{PAYLOAD.replace('&', '')}").text


def test_scenarios_are_kept_as_household_files(tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    client = Client(folder)
    assert client.post("/start").headers["location"] == "/s/Mine/situation"
    assert (
        client.post(
            "/s/Mine/situation", [("people.0.born", "1981"), ("jobs.0.pay.annual", "200k"), ("jobs.0.name", "Dell")]
        ).status
        == 303
    )
    kept = folder / "Mine.json"
    assert kept.stat().st_mode & 0o077 == 0
    assert folder.stat().st_mode & 0o077 == 0
    client.post("/scenarios", [("do", "duplicate:Mine")])
    client.post("/scenarios", [("do", "rename:Mine copy"), ("name:Mine copy", "../../With a bonus")])
    assert sorted(path.name for path in folder.iterdir()) == ["Mine.json", "With a bonus.json"]
    again = Client(folder)
    assert [each.name for each in again.shelf.all()] == ["Mine", "With a bonus", "Example"]
    assert again.get("/").headers["location"] == "/s/Mine/answer"
    again.post("/scenarios", [("do", "delete:With a bonus")])
    again.post("/scenarios", [("do", "delete:Example")])
    assert sorted(path.name for path in folder.iterdir()) == ["Mine.json"]
    assert again.post("/scenarios", [("do", "delete:Nobody")]).status == 404


def test_a_file_that_comes_in_becomes_a_scenario_of_its_own() -> None:
    client = Client()
    text = client.get("/s/Example/household.toml").text
    reply = client.post("/open", [("text", text), ("name", "Example")])
    assert reply.headers["location"] == "/s/Example%202/answer"
    refused = client.post("/open", [("text", "<script>alert(1)</script>")])
    assert refused.status == 422
    assert checked(refused.text) == []
    body = (
        b'--b\r\nContent-Disposition: form-data; name="file"; filename="../../x<y>.toml"\r\n\r\n'
        + text.encode()
        + b"\r\n--b--\r\n"
    )
    sent = client.send(
        "POST",
        "/open",
        headers={"content-type": "multipart/form-data; boundary=b", "origin": "http://127.0.0.1:8737"},
        chunks=[body],
    )
    assert sent.headers["location"] == "/s/x%20y/answer"


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    client = Client(tmp_path / "file" / "below")
    reply = client.post("/start")
    assert reply.status == 507
    assert str(tmp_path) not in reply.text


def test_why_explains_one_number() -> None:
    client = Client()
    text = client.get("/s/Example/why?job=0&rule=after_tax_room", headers={"hx-request": "true"}).text
    assert "Why $40,300?" in text
    assert "IRC §415(c)" in text
    assert "decides" in text


def test_what_others_made_is_what_we_say_it_is() -> None:
    said = (WEB / "static/vendor/README.md").read_text(encoding="utf-8")
    table = dict(re.findall(r"^\| `([^`]+)` \|.*`([0-9a-f]{64})`", said, re.MULTILINE))
    shipped = {name.removeprefix("vendor/"): content for name, content in STATIC.items() if name.startswith("vendor/")}
    assert {name: hashlib.sha256(content).hexdigest() for name, content in shipped.items()} == table


def test_a_template_marks_nothing_as_safe() -> None:
    for path in (WEB / "templates").glob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert "| safe" not in text
        assert "|safe" not in text
        assert "autoescape" not in text
        assert not re.search(r"tojson(?!\s*\|\s*forceescape)", text), path.name


def test_no_colour_stands_outside_the_variables() -> None:
    css = (WEB / "static/app.css").read_text(encoding="utf-8")
    rules = css[css.index("*, *::before") :]
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b", rules) == []
    light, dark = re.findall(r":root[^{]*\{([^}]*)\}", css)
    colours = {name for name in re.findall(r"(--[a-z-]+):", light) if not re.match(r"--(s\d|t-|round|wide)", name)}
    assert colours == set(re.findall(r"(--[a-z-]+):", dark))
