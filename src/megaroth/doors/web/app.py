"""The routes of the app. A handler finds the scenario, asks, and renders; what a page says stands in its template."""

from __future__ import annotations

import copy
import datetime
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from megaroth.doors.rest import api
from megaroth.doors.web import pages
from megaroth.doors.web import stub as stubs
from megaroth.doors.web.actions import act
from megaroth.doors.web.answers import answers_of
from megaroth.doors.web.book import TYPED, imported
from megaroth.doors.web.document import page_picture, plan_of
from megaroth.doors.web.example import blank
from megaroth.doors.web.first_fields import whole_rows
from megaroth.doors.web.form import with_fields
from megaroth.doors.web.render import STATIC, Page, error_page, page
from megaroth.doors.web.shape import household_read, household_toml
from megaroth.doors.web.shelf import FIRST, Scenario, Shelf
from megaroth.doors.web.what_if import what_if
from megaroth.kit.finding import Finding
from megaroth.questions.no_files import without_files
from megaroth.questions.paper import Kind, report

Clock = Callable[[], datetime.date]
Handler = Callable[[Request], Awaitable[Response]]
KINDS = {".css": "text/css", ".js": "text/javascript", ".woff2": "font/woff2", ".svg": "image/svg+xml"}
PAPER: dict[str, tuple[Kind, str]] = {
    "plan.pdf": ("pdf", "application/pdf"),
    "dates.ics": ("ics", "text/calendar"),
    "paychecks.xlsx": ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}
MOST_FIELDS = 2_000
OF_THE_FORM = ("jobs.", "people.", "return.", "outlook.", "cash.", "hsa.", "tax.")
"""Where the name of a field of a household begins."""


def build(shelf: Shelf, clock: Clock) -> Starlette:
    """The application; it has to stand behind a `Fence`."""
    app = _App(shelf, clock)
    return Starlette(
        routes=[
            Route("/", app.home, methods=["GET"]),
            Route("/start", app.start, methods=["POST"]),
            Route("/s/{name}/why", app.why, methods=["GET"]),
            Route("/s/{name}/household.toml", app.household, methods=["GET"]),
            Route("/s/{name}/schedule.csv", app.schedule, methods=["GET"]),
            *(Route(f"/s/{{name}}/{paper}", app.paper, methods=["GET"]) for paper in PAPER),
            Route("/s/{name}/document", app.document, methods=["POST"]),
            Route("/s/{name}/stub", app.stub, methods=["POST"]),
            Route("/s/{name}/paper", app.cover, methods=["POST"]),
            Route("/s/{name}/document-page.png", app.picture, methods=["GET"]),
            Route("/s/{name}/compared", app.compared, methods=["GET"]),
            Route("/s/{name}/what-if", app.keep, methods=["POST"]),
            Route("/s/{name}/ledger", app.enter, methods=["POST"]),
            Route("/s/{name}/{page}", app.show, methods=["GET"]),
            Route("/s/{name}/{page}", app.save, methods=["POST"]),
            Route("/scenarios", app.scenarios, methods=["GET"]),
            Route("/scenarios", app.manage, methods=["POST"]),
            Route("/open", app.opening, methods=["GET"]),
            Route("/open", app.open, methods=["POST"]),
            Route("/static/{path:path}", static, methods=["GET"]),
            *api.routes(clock),
        ],
        exception_handlers={HTTPException: _refused, Exception: _failed},
    )


class _App:
    def __init__(self, shelf: Shelf, clock: Clock) -> None:
        self.shelf, self.clock = shelf, clock

    async def home(self, request: Request) -> Response:
        return _to(self.shelf.first(), "answer")

    async def start(self, request: Request) -> Response:
        """Start mine: an empty scenario, and its form."""
        return _to(self._add(blank(self.clock()), FIRST), "situation")

    async def show(self, request: Request) -> Response:
        """A page of a scenario."""
        return await run_in_threadpool(page, self._page(request))

    async def save(self, request: Request) -> Response:
        """What was typed on a page. A button of the form does something besides; a script gets the page back to morph."""
        shown = self._page(request)
        form = await request.form(max_fields=MOST_FIELDS, max_files=0)
        pairs = [(name, value) for name, value in form.multi_items() if isinstance(value, str)]
        scenario = shown.scenario
        fields = [(name, value) for name, value in pairs if name != "do"]
        touched = frozenset(name for name, value in fields if name.startswith(OF_THE_FORM))
        changed = scenario.change(with_fields(scenario.household, fields), touched) if touched else False
        done = next((value for name, value in pairs if name == "do"), "")
        anchor = act(scenario, done) if done else ""
        if changed or done:
            self._keep(scenario)
        if request.headers.get("hx-request") == "true" and not done:
            return await run_in_threadpool(page, self._page(request, pairs))
        return RedirectResponse(f"{shown.url(shown.name)}{'#' + anchor if anchor else ''}", 303)

    async def document(self, request: Request) -> Response:
        """A plan document is read, or what was read becomes the terms of a job."""
        shown, desk = self._page(request, name="document"), self.shelf.desk
        scenario = shown.scenario
        async with request.form(max_fields=100, max_files=1) as form:
            job, do, taken = str(form.get("job", "0")), form.get("do"), {str(each) for each in form.getlist("take")}
            sent = form.get("file")
            name, data = (
                ("", b"") if sent is None or isinstance(sent, str) else (sent.filename or "", await sent.read())
            )
        number = int(job) if job.isdecimal() and len(job) < 4 else -1
        if not 0 <= number < len(scenario.household["jobs"]):
            raise HTTPException(404)
        shown.asked["job"] = job
        if do == "take":
            if (read := desk.get(scenario.name, number)) is None:
                raise HTTPException(404)
            made = copy.deepcopy(scenario.household)
            made["jobs"][number]["plan"] = plan_of(read, taken)
            scenario.change(made)
            self._keep(scenario)
            return RedirectResponse(f"{shown.url('situation')}#job-{number}-plan", 303)
        found = await run_in_threadpool(desk.put, scenario.name, number, Path(name).name, data, self.clock())
        shown.findings = found
        return page(shown, 422) if found else RedirectResponse(shown.url("document", job=number), 303)

    async def stub(self, request: Request) -> Response:
        """The portal's CSV is dropped, or its sums become the year so far of a job."""
        shown = self._page(request, name="stub")
        async with request.form(max_fields=50, max_files=1) as form:
            said = {name: value for name, value in form.items() if isinstance(value, str)}
            sent = form.get("file")
            text = "" if sent is None or isinstance(sent, str) else (await sent.read()).decode("utf-8-sig", "replace")
        number, jobs = stubs.job_number(said.get("job", "0")), shown.scenario.household["jobs"]
        if not 0 <= number < len(jobs):
            raise HTTPException(404)
        if said.get("do") == "read":
            self.shelf.stubs.put(shown.scenario.name, number, text)
            return RedirectResponse(shown.url("stub", job=number), 303)
        shown.asked |= said
        found = stubs.taken(shown)
        if isinstance(found, list):
            shown.findings = found
            return page(shown, 422)
        made = copy.deepcopy(shown.scenario.household)
        made["jobs"][number]["so_far"] = found
        shown.scenario.change(made)
        self._keep(shown.scenario)
        return RedirectResponse(f"{shown.url('situation')}#job-{number}-so-far", 303)

    async def cover(self, request: Request) -> Response:
        """What a planner's firm puts on the paper."""
        shown = self._page(request, name="paper")
        form = await request.form(max_fields=20, max_files=0)
        found = list[Finding]()
        self._writing(
            lambda: found.extend(self.shelf.firm.write({n: v for n, v in form.items() if isinstance(v, str)}))
        )
        if found:
            shown.findings = found
            return page(shown, 422)
        return RedirectResponse(f"{shown.url('paper')}#cover", 303)

    async def picture(self, request: Request) -> Response:
        """A page of the document with the quote of one term marked, drawn by the reader's child."""
        job, term = request.query_params.get("job", ""), request.query_params.get("term", "")
        read = self.shelf.desk.get(self._scenario(request).name, int(job)) if job.isdecimal() and len(job) < 4 else None
        told = next((each for each in read.terms if each["name"] == term), None) if read else None
        if read is None or told is None or not told["page"]:
            raise HTTPException(404)
        made = await run_in_threadpool(page_picture, read, told["page"], told["quote"])
        if made is None:
            raise HTTPException(404)
        return Response(made, media_type="image/png")

    async def compared(self, request: Request) -> Response:
        """The years to come: a second of work, and others are answered meanwhile."""
        shown = Page("compared", self._scenario(request), self.shelf, self.clock(), {}, True)
        return await run_in_threadpool(page, shown)

    async def keep(self, request: Request) -> Response:
        """A what-if becomes a scenario of its own."""
        scenario = self._scenario(request)
        form = await request.form(max_fields=20, max_files=0)
        jobs = scenario.household["jobs"]
        number = next((n for n, job in enumerate(jobs) if isinstance(job.get("pay"), dict)), 0)
        made = what_if(scenario.household, {name: str(value) for name, value in form.items()}, number)
        if made is None:
            raise HTTPException(422, "Nothing was asked.")
        return _to(self._add(made, f"{scenario.name} what if"), "answer")

    async def enter(self, request: Request) -> Response:
        """Something goes into the ledger: an entry, a form, a file, a correction, or its beginning."""
        shown, ledger = self._page(request, name="roth"), self.shelf.book
        async with request.form(max_fields=50, max_files=1) as form:
            said = {name: value for name, value in form.items() if isinstance(value, str)}
            sent = form.get("file")
            text = "" if sent is None or isinstance(sent, str) else (await sent.read()).decode("utf-8-sig", "replace")
        do, found = said.get("do", ""), list[Finding]()

        def enter() -> None:
            if do == "begin" and not shown.scenario.is_example:
                ledger.begin(shown.scenario.household)
            elif not ledger.exists():
                raise HTTPException(404)
            elif do == "import":
                wanted = imported(said)
                found.extend(wanted if isinstance(wanted, list) else ledger.take(text, wanted))
            elif do == "receive":
                found.extend(ledger.receive(said))
            elif do == "add":
                found.extend(ledger.enter({name: said[name] for name in TYPED if name in said}))
            elif said.get("undo"):
                found.extend(ledger.undo(said["undo"], self.clock()))

        self._writing(enter)
        if found:
            shown.findings = found
            return page(shown, 422)
        return RedirectResponse(f"{shown.url('roth')}#ledger", 303)

    async def why(self, request: Request) -> Response:
        """The explanation of one number: a page, or the part of it that the dialog shows."""
        return page(self._page(request, name="why"))

    async def household(self, request: Request) -> Response:
        """The scenario as a household file."""
        scenario = self._scenario(request)
        return _file(household_toml(scenario.household), "text/plain", f"{scenario.name}.toml")

    async def schedule(self, request: Request) -> Response:
        """Every paycheck as comma-separated values."""
        scenario = self._scenario(request)
        planned = answers_of(scenario, self.clock()).schedule
        if planned is None:
            raise HTTPException(404)
        return _file(planned.as_csv(), "text/csv", f"{scenario.name} paychecks.csv")

    async def paper(self, request: Request) -> Response:
        """The plan on paper: a PDF, a calendar or a workbook."""
        scenario, name = self._scenario(request), request.url.path.rpartition("/")[2]
        kind, media = PAPER[name]
        asked, _ = without_files(whole_rows(scenario.household))
        book = self.shelf.book
        ledger = book.path if book.exists() and not scenario.is_example else None
        cover = self.shelf.firm.read()
        if isinstance(cover, list):
            raise HTTPException(409, f"{cover[0].message} {cover[0].remedy}")
        made = await run_in_threadpool(report, asked, self.clock(), kind, cover, ledger)
        if isinstance(made, list):
            raise HTTPException(409, f"{made[0].message} {made[0].remedy}")
        return _file(made, media, f"{scenario.name} {name}")

    async def scenarios(self, request: Request) -> Response:
        """All scenarios, or some side by side."""
        return page(self._bare(request, "scenarios"))

    async def manage(self, request: Request) -> Response:
        """Duplicate, rename or delete a scenario."""
        form = await request.form(max_fields=50, max_files=0)
        said = {name: str(value) for name, value in form.items()}
        do, _, name = said.get("do", "").partition(":")
        scenario = self.shelf.get(name)
        if scenario is None:
            raise HTTPException(404)
        with self.shelf.lock:
            if do == "duplicate":
                return _to(self._add(scenario.household, f"{scenario.name} copy"), "situation")
            if do == "rename":
                self._writing(lambda: self.shelf.rename(scenario, said.get(f"name:{name}", "")))
            elif do == "delete":
                self._writing(lambda: self.shelf.delete(scenario))
        return RedirectResponse("/scenarios", 303)

    async def opening(self, request: Request) -> Response:
        """Open a household file or a link that somebody shared."""
        return page(self._bare(request, "open"))

    async def open(self, request: Request) -> Response:
        """A household comes in, as a file or as text, and becomes a scenario of its own; nothing is overwritten."""
        async with request.form(max_fields=10, max_files=1) as form:
            given, name = form.get("file"), str(form.get("name", ""))
            if given is not None and not isinstance(given, str) and given.size:
                text, name = (await given.read()).decode("utf-8", "replace"), Path(given.filename or "").stem
            else:
                text = str(form.get("text", ""))
        read = household_read(text)
        if isinstance(read, list):
            shown = self._bare(request, "open")
            shown.findings = read
            return page(shown, 422)
        return _to(self._add(read, name or FIRST), "answer")

    # --- the parts of a handler

    def _scenario(self, request: Request) -> Scenario:
        found = self.shelf.get(request.path_params["name"])
        if found is None:
            raise HTTPException(404)
        return found

    def _page(self, request: Request, said: list[tuple[str, str]] | None = None, name: str = "") -> Page:
        scenario, wanted = self._scenario(request), name or request.path_params["page"]
        if wanted not in pages.PAGES:
            raise HTTPException(404)
        fragment = request.headers.get("hx-request") == "true"
        asked = {**request.query_params, **dict(said or ())}
        return Page(wanted, scenario, self.shelf, self.clock(), asked, fragment)

    def _bare(self, request: Request, name: str) -> Page:
        asked = {key: "|".join(request.query_params.getlist(key)) for key in request.query_params}
        return Page(name, self.shelf.first(), self.shelf, self.clock(), asked, False)

    def _add(self, household: dict[str, Any], name: str) -> Scenario:
        try:
            return self.shelf.add(household, name)
        except ValueError:
            raise HTTPException(409, "There are very many scenarios already. Delete some first.") from None
        except OSError:
            raise HTTPException(507, "Your folder of scenarios cannot be written; nothing was changed.") from None

    def _keep(self, scenario: Scenario) -> None:
        self._writing(lambda: self.shelf.save(scenario))

    def _writing(self, write: Callable[[], None]) -> None:
        try:
            with self.shelf.lock:
                write()
        except OSError:
            raise HTTPException(507, "Your folder of scenarios cannot be written; what you see is not kept.") from None


async def static(request: Request) -> Response:
    """A file that we ship, by its exact name among them."""
    found = STATIC.get(request.path_params["path"])
    if found is None:
        raise HTTPException(404)
    return Response(found, media_type=KINDS[Path(request.path_params["path"]).suffix])


def _to(scenario: Scenario, name: str) -> Response:
    return RedirectResponse(f"/s/{quote(scenario.name, safe='')}/{name}", 303)


def _file(content: str | bytes, kind: str, name: str) -> Response:
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
    return Response(content, media_type=kind, headers=headers)


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 (the type of Starlette's signature)
    says = {404: "There is no such page.", 405: "This page does not take that."}
    sentence = says.get(error.status_code, error.detail)
    if request.url.path.startswith("/api"):
        return api.refusal(error.status_code, sentence, error.headers)
    return error_page(error.status_code, sentence, error.headers)


async def _failed(request: Request, error: Exception) -> Response:
    """A mistake of ours: no trace, no path, nothing that was typed."""
    sentence = "megaroth itself failed here. What you entered before is kept."
    return api.refusal(500, sentence) if request.url.path.startswith("/api") else error_page(500, sentence)
