"""The app in a real Chromium: the way from the first page to the answer, axe, and pages of other sites that try.

Few and quick; the long walks are `soak_browser.py`, run by its own command.
"""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.doors.web.browser import axe, chromium, need_chromium, serving, typed, watched


def test_start_mine_type_and_read_the_answer() -> None:
    need_chromium()
    with serving() as server, chromium() as browser:
        base = server.link.partition("/?")[0]
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        wrong = watched(page, base)
        page.goto(server.link)
        assert page.url == f"{base}/s/Example/answer"
        page.get_by_text("$40,300 after tax in 2026").wait_for()
        page.get_by_role("button", name="Start mine").click()
        typed(page, "Born", "1981")
        typed(page, "Base pay a year", "500000")
        page.get_by_label("Paid", exact=True).select_option("biweekly")
        page.get_by_label("One of your paydays this year").fill("2026-06-12")
        typed(page, "Employer", "Amazon")
        aside = page.get_by_role("complementary", name="The answer so far")
        aside.get_by_text("Set in payroll").wait_for()
        assert page.get_by_label("Base pay a year").input_value() == "500,000"
        assert aside.locator(".share").count() >= 2
        # While typing the field keeps its focus, and the page does not jump.
        page.get_by_label("Date of the pay stub").fill("2026-05-29")
        before = page.evaluate("scrollY")
        page.get_by_label("Pay so far").press_sequentially("0")
        page.get_by_label("Pay so far").fill("much")
        page.get_by_text("expected dollars").first.wait_for()
        assert page.evaluate("document.activeElement.id") == "jobs-0-so_far-pay"
        assert page.get_by_label("Pay so far").get_attribute("aria-invalid") == "true"
        assert page.evaluate("scrollY") == before
        page.get_by_label("Pay so far").fill("211538.47")
        aside.get_by_text("Set in payroll").wait_for()
        page.get_by_role("link", name="The whole answer").click()
        page.get_by_role("heading", name="after tax in 2026").get_by_role("link").click()
        page.get_by_role("dialog").get_by_text("decides").first.wait_for()
        assert axe(page) == []
        page.keyboard.press("Escape")
        for theme in ("light", "dark"):
            page.evaluate("theme => window.setTheme(theme)", theme)
            for name in ("situation", "answer", "paychecks"):
                page.goto(f"{base}/s/Mine/{name}")
                assert axe(page) == [], (theme, name)
        page.set_viewport_size({"width": 320, "height": 640})
        for name in ("situation", "answer", "paychecks", "why", "law", "guide"):
            page.goto(f"{base}/s/Mine/{name}")
            assert page.evaluate("document.documentElement.scrollWidth") <= 320, name
        assert wrong == []


def test_on_a_phone_the_answer_stays_in_sight_and_no_table_scrolls_sideways() -> None:
    need_chromium()
    with serving() as server, chromium() as browser:
        base = server.link.partition("/?")[0]
        page = browser.new_page(viewport={"width": 390, "height": 700}, reduced_motion="reduce")
        wrong = watched(page, base)
        page.goto(server.link)
        for path in ("paychecks", "roth", "worth", "law", "answer"):
            page.goto(f"{base}/s/Example/{path}")
            page.wait_for_function("() => !document.querySelector('#compared[hx-get]')", timeout=60_000)
            page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
            wide = page.evaluate("[...document.querySelectorAll('.scroll')].filter(e => !e.querySelector('.drawn') && e.scrollWidth > e.clientWidth).map(e => e.ariaLabel)")  # fmt: skip
            assert wide == [], path
        page.set_viewport_size({"width": 320, "height": 640})
        page.goto(f"{base}/s/Example/answer")
        page.get_by_role("button", name="Start mine").click()
        bar = page.locator(".bar")
        assert "Still needed The year of birth" in " ".join(bar.inner_text().split())
        page.get_by_label("Born", exact=True).press_sequentially("1981")
        page.get_by_label("Base pay a year").press_sequentially("500000")
        page.get_by_label("Paid", exact=True).select_option("biweekly")
        page.get_by_label("One of your paydays this year").fill("2026-06-12")
        page.get_by_label("Employer", exact=True).fill("Amazon")
        bar.get_by_text("after-tax").wait_for()
        assert axe(page) == []
        page.get_by_label("Born", exact=True).focus()
        reached = 0
        for _ in range(40):  # by keyboard: what has the focus is never behind the bar
            page.keyboard.press("Tab")
            here, top, inside = page.evaluate("""() => {
                const at = document.activeElement, bar = document.querySelector('.bar').getBoundingClientRect();
                return [at.getBoundingClientRect().bottom, bar.top, Boolean(at.closest('form'))];
            }""")
            if inside:
                reached += 1
                assert here <= top + 1
        assert reached > 20
        field = page.get_by_label("What shall we call you?")
        field.focus()
        before = page.evaluate("scrollY")
        with page.expect_response(lambda r: r.request.method == "POST"):
            field.press_sequentially("5")
        page.wait_for_timeout(200)
        assert page.evaluate("scrollY") == before
        box = bar.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] == 640
        bar.click()
        assert page.evaluate("document.activeElement.id") == "so-far"
        assert page.get_by_role("link", name="The whole answer").is_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        assert wrong == []


HOSTILE = b"""<!doctype html><body><script>
const target = "TARGET", done = [];
const note = (name, outcome) => done.push(name + ": " + outcome);
(async () => {
  for (const path of ["/", "/s/Example/answer", "/api", "/s/Example/household.toml", "/static/app.css"]) {
    for (const [name, how] of [["plain", {}], ["with cookies", {credentials: "include"}], ["opaque", {mode: "no-cors", credentials: "include"}]]) {
      try { const r = await fetch(target + path, how); note(name + path, r.type === "opaque" ? "opaque" : "READ " + r.status + (await r.text()).length); }
      catch (error) { note(name + path, "refused"); }
    }
  }
  try { const r = await fetch(target + "/start", {method: "POST", mode: "no-cors", credentials: "include"}); note("post", r.type); } catch { note("post", "refused"); }
  const frame = document.createElement("iframe"); frame.src = target + "/s/Example/answer"; document.body.append(frame);
  await new Promise((ok) => { frame.onload = ok; setTimeout(ok, 1500); });
  try { note("frame", frame.contentDocument ? "OPEN " + (frame.contentDocument.body.innerText.length > 400) : "closed"); } catch { note("frame", "closed"); }
  const image = new Image(); image.src = target + "/static/icon.svg";
  await new Promise((ok) => { image.onload = () => { note("image", "LOADED"); ok(); }; image.onerror = () => { note("image", "refused"); ok(); }; });
  try { new WebSocket(target.replace("http", "ws") + "/"); note("socket", "tried"); } catch { note("socket", "refused"); }
  document.title = "done"; window.done = done;
})();
</script></body>"""


def test_pages_of_other_sites_fail_to_do_harm() -> None:
    need_chromium()
    with serving() as server, chromium("--host-resolver-rules=MAP evil.test 127.0.0.1") as browser:
        port, base = server.keys.port, server.link.partition("/?")[0]
        kept = [(each.name, dict(each.household)) for each in server.shelf.all()]

        class Evil(BaseHTTPRequestHandler):
            target = base

            def do_GET(self) -> None:
                self.send_response(200)
                self.send_header("content-type", "text/html")
                self.end_headers()
                self.wfile.write(HOSTILE.replace(b"TARGET", self.target.encode()))

            def log_message(self, *_: object) -> None:
                return

        evil = ThreadingHTTPServer(("127.0.0.1", 0), Evil)
        threading.Thread(target=evil.serve_forever, daemon=True).start()
        try:
            context = browser.new_context()
            page = context.new_page()
            page.goto(server.link)  # the victim is logged in
            for site in (f"http://evil.test:{evil.server_port}", f"http://127.0.0.1:{evil.server_port}"):
                hostile = context.new_page()
                hostile.goto(f"{site}/")
                hostile.wait_for_function("document.title === 'done'", timeout=15_000)
                done = hostile.evaluate("window.done")
                assert len(done) > 15
                assert [each for each in done if "READ" in each or "LOADED" in each or "OPEN true" in each] == [], site
            # The rebound name: the browser takes our server for the page's own.
            for path in ("/", f"/?token={server.keys.token}", "/s/Example/answer", "/static/app.js", "/api"):
                answer = context.new_page().goto(f"http://evil.test:{port}{path}")
                assert answer is not None
                assert answer.status == 421, path
            # A form of another site that the victim submits.
            form = context.new_page()
            form.goto(f"http://evil.test:{evil.server_port}/")
            form.evaluate(
                "target => { const f = document.createElement('form'); f.method = 'post'; f.action = target + '/start'; document.body.append(f); f.submit(); }",
                base,
            )
            form.wait_for_load_state()
            assert "/situation" not in form.url
        finally:
            evil.shutdown()
            evil.server_close()
        assert [(each.name, dict(each.household)) for each in server.shelf.all()] == kept


def test_the_years_to_come_are_worked_out_beside_what_one_types() -> None:
    """The old comparison stands until the new one is there; a mistake takes neither the field nor the focus away."""
    need_chromium()
    with serving() as server, chromium() as browser:
        page = browser.new_page()
        base = server.link.partition("/?")[0]
        wrong = watched(page, base)
        page.goto(server.link)
        page.goto(f"{base}/s/Example/worth")
        row = page.locator("#compared tr.best td").first
        row.wait_for(timeout=30_000)
        before = row.inner_text()
        page.locator("#outlook-return_percent").click()
        page.keyboard.type("7")
        page.locator(".again").wait_for(state="attached", timeout=30_000)
        assert page.locator("#compared tr.best").count() == 1
        page.wait_for_function(
            "before => document.querySelector('#compared tr.best td').innerText !== before", arg=before, timeout=30_000
        )
        with page.expect_response(lambda r: r.request.method == "POST"):
            page.keyboard.type("x")
        page.get_by_role("heading", name="Not yet").wait_for(timeout=30_000)
        assert page.evaluate("document.activeElement.id") == "outlook-return_percent"
        page.keyboard.press("Backspace")
        page.locator("#compared tr.best").wait_for(timeout=30_000)
        assert page.evaluate("document.activeElement.value") == "7"
        assert wrong == []
