"""A plan document is dropped, looked at with its quotes marked, confirmed."""

from __future__ import annotations

import io

import pytest
from reportlab.pdfgen import canvas
from tests.doors.web.client import HOST, Client, Reply
from tests.doors.web.test_pages import checked

PAGES = (
    ("Initech 401(k) Plan", "Summary Plan Description", "January 1, 2026"),
    (
        "Your contributions",
        "You may make pre-tax and Roth elective deferrals of up to 75% of your eligible pay.",
        "You may also make traditional after-tax contributions of up to 10% of your eligible pay.",
        "After-tax contributions are automatically converted to Roth within the Plan on each business day.",
        "Employer match",
        "The Company matches 50% of the first 6% of eligible pay that you contribute as elective deferrals.",
    ),
)


def spd(pages: tuple[tuple[str, ...], ...] = PAGES) -> bytes:
    """A short plan document, written by us."""
    out = io.BytesIO()
    drawn = canvas.Canvas(out, invariant=True)
    for lines in pages:
        drawn.setFont("Helvetica", 11)
        for number, line in enumerate(lines):
            drawn.drawString(60, 780 - 22 * number, line)
        drawn.showPage()
    drawn.save()
    return out.getvalue()


def sent(client: Client, data: bytes, name: str = "spd.pdf", job: str = "0") -> Reply:
    head = f'--b\r\nContent-Disposition: form-data; name="job"\r\n\r\n{job}\r\n--b\r\nContent-Disposition: form-data; name="do"\r\n\r\nread\r\n'
    head += f'--b\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
    headers = {"content-type": "multipart/form-data; boundary=b", "origin": f"http://{HOST}"}
    return client.send("POST", "/s/Example/document", headers=headers, chunks=[head.encode() + data + b"\r\n--b--\r\n"])


def test_a_document_becomes_the_terms_of_the_job() -> None:
    pytest.importorskip("pypdfium2")
    client = Client()
    assert sent(client, spd()).headers["location"] == "/s/Example/document?job=0"
    text = client.get("/s/Example/document?job=0").text
    assert checked(text) == []
    assert "traditional after-tax contributions of up to 10%" in text
    picture = client.get("/s/Example/document-page.png?job=0&term=after_tax_allowed")
    assert picture.headers["content-type"] == "image/png"
    assert picture.body.startswith(b"\x89PNG")
    for path in ("document-page.png?job=0&term=nothing", "document-page.png?job=7&term=match", "document-page.png"):
        assert client.get(f"/s/Example/{path}").status == 404
    assert "page 2" in text
    taken = [
        ("do", "take"),
        ("job", "0"),
        ("take", "after_tax_allowed"),
        ("take", "in_plan_conversion"),
        ("take", "match"),
    ]
    assert client.post("/s/Example/document", taken).headers["location"] == "/s/Example/situation#job-0-plan"
    scenario = client.shelf.get("Example")
    assert scenario is not None
    plan = scenario.household["jobs"][0]["plan"]
    assert plan["after_tax_allowed"] == "yes"
    assert plan["evidence"]["after_tax_allowed"]["page"] == 2
    assert "deferral_cap_percent" not in plan
    assert "after_tax_cap_percent" not in plan
    assert "Yes, you may" in client.get("/s/Example/answer").text


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 broken", b"MZ\x90\x00", b"<html><script>alert(1)</script></html>"])
def test_what_is_no_document_is_refused(data: bytes) -> None:
    client = Client()
    reply = sent(client, data, "<img src=x>.pdf")
    assert reply.status in (303, 422)
    shown = reply.text if reply.status == 422 else client.get("/s/Example/document?job=0").text
    assert checked(shown) == []
    assert "<img src=x" not in shown
    assert "Traceback" not in shown


def test_a_hostile_document_is_shown_as_text() -> None:
    pytest.importorskip("pypdfium2")
    line = (
        "You may make traditional after-tax contributions <script>alert(1)</script> of up to 10% of your eligible pay."
    )
    client = Client()
    sent(
        client,
        spd((("<img src=x onerror=alert(1)> 401(k) Plan", "Summary Plan Description"), ("Your contributions", line))),
    )
    shown = client.get("/s/Example/document?job=0").text
    assert checked(shown) == []
    assert "<script>alert" not in shown


def test_a_job_that_is_not_there_takes_no_document() -> None:
    assert sent(Client(), b"x", job="9").status == 404
    assert Client().post("/s/Example/document", [("do", "take"), ("job", "0")]).status == 404


def test_the_years_to_come_follow_what_one_expects() -> None:
    client = Client()
    before = client.get("/s/Example/compared").text
    assert checked(before) == []
    assert "Mega-backdoor Roth" in before
    reply = client.post(
        "/s/Example/worth",
        [("outlook.return_percent", "7"), ("outlook.work_until_age", "55"), ("cash.savings", "50,000")],
    )
    assert reply.status == 303
    scenario = client.shelf.get("Example")
    assert scenario is not None
    assert scenario.household["outlook"] == {"return_percent": "7", "work_until_age": 55}
    assert client.get("/s/Example/compared").text != before
    wrong = client.post("/s/Example/worth", [("outlook.return_percent", "a lot")], headers={"hx-request": "true"})
    assert "a number of percent" in wrong.text
    client.post(
        "/s/Example/worth", [("outlook.return_percent", ""), ("outlook.work_until_age", ""), ("cash.savings", "")]
    )
    assert "outlook" not in scenario.household


def test_a_text_has_no_pages_to_draw() -> None:
    client = Client()
    text = "\n".join(line for page in PAGES for line in (*page, "")).encode()
    assert sent(client, text, "spd.txt").headers["location"] == "/s/Example/document?job=0"
    shown = client.get("/s/Example/document?job=0").text
    assert "traditional after-tax contributions of up to 10%" in shown
    assert "with the quote marked" not in shown
