"""The long walks in a real Chromium, by their own command: `uv run pytest tests/doors/web/soak_browser.py`.

Six journeys from the first page to the PDF by keyboard alone, axe on every page and state in both themes, 320 px, 200 payloads
through every text field, and the whole of it in a network namespace without any route but loopback (`soak_offline.sh`).
Results are recorded in docs/performance.md.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import pytest
from reportlab.pdfgen import canvas
from tests.doors.web.browser import axe, chromium, need_chromium, serving, watched
from tests.doors.web.payloads import PAYLOADS
from tests.doors.web.test_document import spd
from tests.doors.web.test_pages import STATES

from megaroth.doors.web.pages import PAGES
from megaroth.doors.web.serve import Server

if TYPE_CHECKING:
    from playwright.sync_api import Browser, FilePayload, Page

SLOW = 180_000
"""Milliseconds for a PDF on a machine that does much else."""
Step = tuple[str, str]
"""The id of a field (or the words of a button) and what is typed there."""
JOURNEYS: dict[str, tuple[list[Step], str]] = {
    "the guide's case": (
        [("people-0-born", "1981"), ("jobs-0-pay-annual", "500000"), ("jobs-0-pay-frequency", "Every two"), ("jobs-0-pay-payday", "06122026"), ("jobs-0-name", "Amazon")],
        "$40,300 after tax in 2026",
    ),
    "terms from a plan document and a pay stub in the year": (
        [
            ("people-0-born", "1988"), ("jobs-0-pay-annual", "210000"), ("jobs-0-pay-frequency", "Twice"), ("jobs-0-name", "Initech"),
            ("jobs-0-plan-after_tax_allowed", "Yes"), ("jobs-0-plan-in_plan_conversion", "Yes, by"), ("jobs-0-plan-match_kind", "Yes"),
            ("jobs-0-plan-match-0-rate_percent", "50"), ("jobs-0-plan-match-0-up_to_percent_of_pay", "6"),
            ("jobs-0-so_far-as_of", "05292026"), ("jobs-0-so_far-pay", "87500"), ("jobs-0-so_far-pre_tax", "10000"), ("jobs-0-so_far-after_tax", "5000"), ("jobs-0-so_far-match", "2625"),
        ],
        "after tax in 2026",
    ),
    "a plan that says no": (
        [("people-0-born", "1979"), ("jobs-0-pay-annual", "190000"), ("jobs-0-name", "County"), ("jobs-0-plan-after_tax_allowed", "No"), ("jobs-0-plan-match_kind", "No match")],
        "No mega-backdoor Roth in this plan",
    ),
    "a job changer": (
        [
            ("people-0-born", "1985"), ("jobs-0-pay-annual", "150000"), ("jobs-0-name", "Dell"), ("+ Another job, or a new employer", ""),
            ("jobs-1-pay-annual", "120000"), ("jobs-1-pay-frequency", "Once"), ("jobs-1-name", "Microsoft"),
        ],
        "after tax in 2026",
    ),
    "a couple, one aged 61": (
        [
            ("people-0-born", "1985"), ("jobs-0-pay-annual", "290000"), ("jobs-0-name", "Meta"), ("+ A spouse or another person", ""),
            ("people-1-born", "1965"), ("jobs-1-pay-annual", "130000"), ("jobs-1-name", "County hospital"), ("jobs-1-plan-after_tax_allowed", "No"),
            ("jobs-1-plan-match_kind", "No match"),
        ],
        "61 this year",
    ),
    "a solo 401(k)": (
        [("people-0-born", "1986"), ("jobs-0-self_employed", "Self"), ("jobs-0-profit", "200000"), ("jobs-0-name", "Noor Consulting"), ("jobs-0-plan-after_tax_allowed", "Yes"), ("jobs-0-plan-in_plan_conversion", "Yes, when")],
        "after tax in 2026",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    need_chromium()
    with chromium() as made:
        yield made


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as made:
        yield made


def tab_to(page: Page, wanted: str) -> None:
    """Press Tab until the field or button has the focus; the page alone says where that is."""
    here = "w => { const a = document.activeElement; return a.id === w || (a.tagName === 'BUTTON' || a.tagName === 'A') && a.innerText.trim() === w }"
    for _ in range(260):
        if page.evaluate(here, wanted):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the keyboard does not reach {wanted}")


def test_an_spd_and_a_stub_in_the_year(server: Server, browser: Browser, tmp_path: Path) -> None:
    """The document is dropped, confirmed and used; the stub is typed; the answer rests on both."""
    (tmp_path / "spd.pdf").write_bytes(spd())
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    base = server.link.partition("/?")[0]
    wrong = watched(page, base)
    page.goto(server.link)
    walk(
        page,
        [
            ("people-0-born", "1988"),
            ("jobs-0-pay-annual", "210000"),
            ("jobs-0-pay-frequency", "Twice"),
            ("jobs-0-name", "Initech"),
        ],
    )
    tab_to(page, "Read the plan document for me")
    page.keyboard.press("Enter")
    page.wait_for_url("**/document?job=0")
    page.locator("#file").set_input_files(tmp_path / "spd.pdf")
    tab_to(page, "Read it")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Confirm what it says").wait_for(timeout=20_000)
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    page.wait_for_function("() => [...document.images].some(i => i.complete && i.naturalWidth > 500)", timeout=20_000)
    for theme in ("light", "dark"):
        page.evaluate("theme => window.setTheme(theme)", theme)
        assert axe(page) == [], theme
    tab_to(page, "Use these terms")
    page.keyboard.press("Enter")
    page.wait_for_url("**/situation*")
    for wanted, text in [
        ("as_of", "05292026"),
        ("pay", "87500"),
        ("pre_tax", "10000"),
        ("after_tax", "5000"),
        ("match", "2625"),
    ]:
        tab_to(page, f"jobs-0-so_far-{wanted}")
        with page.expect_response(lambda r: r.request.method == "POST"):
            page.keyboard.type(text, delay=5)
        page.wait_for_timeout(150)
    page.goto(f"{base}/s/Mine/answer")
    assert "Yes, you may" in page.locator("main").inner_text()
    assert "the plan's cap on after-tax contributions, 10% of eligible pay" in page.locator("main").inner_text()
    assert page.request.get(f"{base}/s/Mine/plan.pdf", timeout=SLOW).body().startswith(b"%PDF-1.7")
    assert wrong == []
    context.close()


def compared(page: Page) -> None:
    """On Worth it?: wait until the years to come are there, drawings and all."""
    page.wait_for_function("() => !document.querySelector('#compared[hx-get]')", timeout=SLOW)


def walk(page: Page, steps: list[Step]) -> None:
    tab_to(page, "Start mine")
    page.keyboard.press("Enter")
    page.wait_for_url("**/situation")
    for wanted, text in steps:
        if (
            wanted.endswith(
                (
                    "name",
                    "annual",
                    "born",
                    "kind",
                    "allowed",
                    "conversion",
                    "percent",
                    "pay",
                    "tax",
                    "match",
                    "frequency",
                    "payday",
                    "of",
                    "employed",
                    "profit",
                )
            )
            and "-" in wanted
        ):
            page.locator(f"[id='{wanted}']").wait_for()
        tab_to(page, wanted)
        if not text:
            with page.expect_navigation():
                page.keyboard.press("Enter")
            continue
        with page.expect_response(lambda r: r.request.method == "POST"):
            page.keyboard.type(text, delay=5)
        page.wait_for_timeout(150)


@pytest.mark.parametrize("name", JOURNEYS)
def test_a_journey_by_keyboard_alone(name: str, server: Server, browser: Browser) -> None:
    steps, expected = JOURNEYS[name]
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    base = server.link.partition("/?")[0]
    wrong = watched(page, base)
    page.goto(server.link)
    walk(page, steps)
    tab_to(page, "The whole answer")
    page.keyboard.press("Enter")
    page.wait_for_url("**/answer")
    assert expected in page.locator("main").inner_text()
    tab_to(page, "The plan on paper (PDF)")
    with page.expect_download(timeout=SLOW) as sent:
        page.keyboard.press("Enter")
    content = sent.value.path().read_bytes()
    assert content.startswith(b"%PDF-1.7")
    assert b"/StructTreeRoot" in content or b"/MarkInfo" in content or b"ObjStm" in content
    again = page.request.get(f"{base}/s/Mine/plan.pdf", timeout=SLOW).body()
    assert again == content
    for theme in ("light", "dark"):
        page.evaluate("theme => window.setTheme(theme)", theme)
        for each in PAGES:
            page.goto(f"{base}/s/Mine/{each}")
            compared(page)
            page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
            assert axe(page) == [], (theme, each)
    page.set_viewport_size({"width": 320, "height": 640})
    for each in PAGES:
        page.goto(f"{base}/s/Mine/{each}")
        compared(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, each
    assert wrong == []
    context.close()


@pytest.mark.parametrize("state", STATES)
def test_axe_on_every_page_and_state(state: str, server: Server, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    base = server.link.partition("/?")[0]
    page.goto(server.link)
    server.shelf.add(STATES[state], "State")
    paths = [*(f"/s/State/{each}" for each in PAGES), "/scenarios?compare=State&compare=Example", "/open", "/nothing"]
    for theme in ("light", "dark"):
        page.goto(f"{base}/")
        page.evaluate("theme => window.setTheme(theme)", theme)
        for path in paths:
            page.goto(base + path)
            compared(page)
            page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
            assert axe(page) == [], (theme, path)
    context.close()


def test_200_payloads_through_every_text_field(server: Server, browser: Browser) -> None:
    assert len(PAYLOADS) == 200
    context = browser.new_context()
    page = context.new_page()
    base = server.link.partition("/?")[0]
    wrong = watched(page, base)
    page.goto(server.link)
    for do in ("own-terms:0", "add-extra:0", "add-raise:0"):
        page.request.post(f"{base}/s/Example/situation", form={"do": do}, headers={"origin": base}, max_redirects=0)
    page.goto(f"{base}/s/Example/situation")
    names: list[str] = page.evaluate(
        "[...document.querySelectorAll('#form [name]')].map(e => e.name).filter(n => n.includes('.'))"
    )
    assert len(names) > 60
    for number, payload in enumerate(PAYLOADS):
        form: dict[str, Any] = dict.fromkeys(names, payload)
        page.request.post(f"{base}/s/Example/situation", form=form, headers={"origin": base}, max_redirects=0)
        for path in (
            ("situation", "answer") if number % 4 else ("situation", "answer", "paychecks", "roth", "guide", "why")
        ):
            page.goto(f"{base}/s/Example/{path}")
            assert page.evaluate(
                "window.pwned === undefined && document.querySelector('main img, main svg[onload], main iframe') === null"
            )
        page.request.post(f"{base}/s/Example/situation", form={"do": "undo"}, headers={"origin": base}, max_redirects=0)
    # One field at a time, so that the answer exists and shows what was typed.
    for payload in PAYLOADS:
        page.request.post(f"{base}/s/Example/situation", form={"people.0.name": payload, "jobs.0.name": payload, "jobs.0.plan.recordkeeper": payload}, headers={"origin": base}, max_redirects=0)  # fmt: skip
        page.goto(f"{base}/s/Example/answer")
        assert page.evaluate("window.pwned === undefined")
        page.goto(f"{base}/scenarios?compare=Example")
        assert page.evaluate("window.pwned === undefined")
    # A date field says that it takes no such text; that is all the browser has to say.
    assert [each for each in wrong if "does not conform" not in each] == []
    context.close()


def evil_pdf(payloads: Sequence[str]) -> bytes:
    """A plan document that carries payloads in every string it can: text, file properties, form fields, notes, bookmarks."""
    out, every = io.BytesIO(), " ".join(payloads)
    drawn = canvas.Canvas(out, invariant=True)
    for set_to in (drawn.setTitle, drawn.setAuthor, drawn.setSubject, drawn.setKeywords, drawn.setCreator):
        set_to(every)
    for lines in (
        (f"{every} Initech 401(k) Plan", "Summary Plan Description", "January 1, 2026"),
        (
            f"You may also make traditional after-tax contributions of up to 10% of your eligible pay, {every}.",
            f"After-tax contributions are automatically converted to Roth within the Plan, {every}, on each business day.",
            f"The Company matches 50% of the first 6% of eligible pay that you contribute, {every}, as elective deferrals.",
            f"The recordkeeper is {every}.",
        ),
    ):
        drawn.setFont("Helvetica", 3)
        for number, line in enumerate(lines):
            drawn.drawString(20, 780 - 22 * number, line)
        drawn.bookmarkPage("a")
        for payload in payloads:
            drawn.addOutlineEntry(payload, "a")
            drawn.textAnnotation(payload, (20, 20, 40, 40), relative=False)
            drawn.acroForm.textfield(name=payload, value=payload, tooltip=payload, x=20, y=500, width=300, maxlen=500)
        drawn.showPage()
    drawn.save()
    return out.getvalue()


def test_200_payloads_in_every_string_of_a_pdf(server: Server, browser: Browser) -> None:
    """Read, shown with its quotes, taken over, printed: nothing of a document runs, wherever it stands in it.

    Four share a document. Each has to be read on the page letter by letter: what were taken as markup would not be.
    """
    context = browser.new_context()
    page = context.new_page()
    base = server.link.partition("/?")[0]
    wrong = watched(page, base)
    page.goto(server.link)
    shown = 0
    for number in range(50):
        payloads = PAYLOADS[number::50]
        page.goto(f"{base}/s/Example/document?job=0")
        # A browser takes no name with a slash; the rest of the payload comes through.
        name = f"{payloads[0].replace('/', '')[:100]}.pdf"
        file: FilePayload = {"name": name, "mimeType": "application/pdf", "buffer": evil_pdf(payloads)}
        parts: dict[str, Any] = {"job": "0", "do": "read", "file": file}
        sent = page.request.post(f"{base}/s/Example/document", multipart=parts, headers={"origin": base})
        assert sent.ok, payloads
        for path in (
            ("document?job=0", "situation", "answer", "paper", "why") if number % 5 == 0 else ("document?job=0",)
        ):
            if path == "situation":
                terms = page.eval_on_selector_all("[name=take]", "all => all.map(e => e.value)")
                body = urlencode([("job", "0"), ("do", "take"), *(("take", term) for term in terms)])
                headers = {"origin": base, "content-type": "application/x-www-form-urlencoded"}
                assert page.request.post(f"{base}/s/Example/document", data=body, headers=headers).ok
            page.goto(f"{base}/s/Example/{path}")
            page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
            assert page.evaluate("window.pwned === undefined"), payloads
            made = page.evaluate("[...document.querySelectorAll('main img:not(.sheet-of-paper), main iframe, main svg[onload], main script, main object')].length")  # fmt: skip
            assert made == 0, payloads
            text = "".join(page.locator("main").inner_text().split())
            if path.startswith("document"):
                for payload in payloads:
                    assert "".join(payload.split()) in text, payload
                    shown += 1
    assert shown == len(PAYLOADS) == 200
    assert wrong == []
    context.close()


def test_the_server_connects_to_nobody(server: Server, browser: Browser) -> None:
    """Counts what the process tries to connect to or look up while a journey runs; the browser's own driver is not it."""
    tried: list[str] = []

    def hook(event: str, given: Any) -> None:
        if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname") and not str(given).count(
            "127.0.0.1"
        ):
            tried.append(f"{event} {given}")

    sys.addaudithook(hook)
    context = browser.new_context()
    page = context.new_page()
    wrong = watched(page, server.link.partition("/?")[0])
    page.goto(server.link)
    walk(page, JOURNEYS["the guide's case"][0])
    for each in (*PAGES, "plan.pdf", "dates.ics", "paychecks.xlsx"):
        assert page.request.get(f"{server.link.partition('/?')[0]}/s/Mine/{each}", timeout=SLOW).ok
    assert tried == []
    assert wrong == []
    context.close()
