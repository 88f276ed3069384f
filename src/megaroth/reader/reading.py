"""From a document to a `PlanDraft`: the side of the parent, which believes nothing but known shapes."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from megaroth.kit.finding import Finding
from megaroth.kit.money import NO_LIMIT, Money
from megaroth.plan.draft import PlanDraft, Read
from megaroth.reader import ocr
from megaroth.reader.kinds import kind_of
from megaroth.reader.sandbox import MOST_BYTES, MOST_PICTURE, Refused, ask_child, run_child
from megaroth.reader.values import value_of

MOST_OCR_PAGES = 120
_MOST_QUOTES = 16
_NAMES = {"conversion_minimum": "conversion_minimum_dollars"}
_REMEDY = {
    "document-encrypted": "Open it with its password in a PDF reader, print it to a new PDF without one, and read that.",
    "document-broken": "Open it in a PDF reader and print it to a new PDF, or download it again.",
    "document-huge": "Take the pages on contributions, match, withdrawals and conversions out into a file of their own.",
    "document-too-much": "Take the pages on contributions, match, withdrawals and conversions out into a file of their own.",
    "document-too-slow": "Print it to a new PDF in a PDF reader, and read that.",
    "document-empty": "Check that it is the right file.",
    "document-not-known": "Give a PDF, a web page saved as HTML, a Word document (.docx), a text, or a picture of a page.",
}
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Reading:
    """What one document says: its draft, what it is, and what has to be known about how it was read."""

    file: str
    draft: PlanDraft
    date: str = ""
    pages: int = 0
    unread: tuple[int, ...] = ()
    by_ocr: tuple[int, ...] = ()
    contradictions: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    year: int | None = None
    """The year whose limits it gives, or else of its date."""

    def as_json(self) -> dict[str, Any]:
        """What program readers get to know of the document itself."""
        return {
            "file": self.file, "plan": self.draft.name, "date": self.date, "year": self.year, "pages": self.pages, "unread": list(self.unread),
            "by_ocr": list(self.by_ocr),
        }  # fmt: skip


def load(path: Path) -> bytes | Finding:
    """The bytes of a document, or why there are none."""
    try:
        if path.is_dir():
            return Finding("document-not-known", "error", f"{path} is a folder.", str(path), "Name a document.")
        if path.stat().st_size > MOST_BYTES:
            message = (
                f"{path} has {path.stat().st_size // 2**20} MB; a plan document has fewer than {MOST_BYTES // 2**20}."
            )
            return Finding("document-huge", "error", message, str(path), _REMEDY["document-huge"])
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        message = f"{path} cannot be opened: {error.strerror or error}."
        return Finding("document-missing", "error", message, str(path), "Check the name and the folder.")


def read(
    data: bytes, name: str, today: datetime.date, progress: Progress | None = None, use_ocr: bool = True
) -> Reading | list[Finding]:
    """What a document says, field by field; findings alone when it cannot be read or is no plan document."""
    told = _told({"do": "read", "today": today.isoformat()}, data, name, progress, use_ocr)
    return told if isinstance(told, list) else _reading(told, name)


def find(
    data: bytes, name: str, words: str, today: datetime.date, use_ocr: bool = True
) -> dict[str, Any] | list[Finding]:
    """The passages of a document that are nearest to some words."""
    return _told({"do": "read", "find": words[:200], "today": today.isoformat()}, data, name, None, use_ocr)


Picture = tuple[int, int, bytes, list[tuple[int, int, int, int]]]
"""Width, height, greys, and boxes (left, right, top, bottom), all in dots."""


def marked_page(data: bytes, number: int, quote: str) -> Picture | None:
    """A page of a PDF as a picture, with the boxes of a quote; None where there is none. Nothing the child says is believed."""
    if kind_of(data) != "pdf" or len(data) > MOST_BYTES or find_spec("pypdfium2") is None or number < 1:
        return None
    told = run_child({"do": "marked", "kind": "pdf", "page": number, "quote": quote}, data, MOST_PICTURE)
    if isinstance(told, Refused):
        return None
    line, _, picture = told.partition(b"\n")
    head = re.match(rb"P5 (\d{1,5}) (\d{1,5}) 255\n", picture)
    if head is None:
        return None
    wide, tall, grey = int(head[1]), int(head[2]), picture[head.end() :]
    try:
        boxes = [
            tuple(min(max(int(part), 0), wide if n < 2 else tall) for n, part in enumerate(box[:4]))
            for box in json.loads(line)[:500]
        ]
    except (ValueError, TypeError, KeyError):
        boxes = []
    kept = [(box[0], box[1], box[2], box[3]) for box in boxes if len(box) == 4]
    return (wide, tall, grey, kept) if len(grey) == wide * tall else None


def _told(
    asked: dict[str, Any], data: bytes, name: str, progress: Progress | None, use_ocr: bool
) -> dict[str, Any] | list[Finding]:
    kind = kind_of(data)
    asked["kind"] = kind
    if not data.strip():
        return _refused(Refused("document-empty", "The file is empty."), name)
    if len(data) > MOST_BYTES:
        return _refused(Refused("document-huge", f"The document has more than {MOST_BYTES // 2**20} MB."), name)
    if kind == "other":
        return _refused(Refused("document-not-known", "The file is of no kind that can be read here."), name)
    need = {"pdf": "pypdfium2", "docx": "docx"}.get(kind)
    if need and find_spec(need) is None:
        message = f"Reading {name} needs a library that is not installed."
        return [Finding("missing-library", "error", message, name, 'Install it with: pip install "megaroth[reader]"')]
    told = ask_child(asked, data)
    if isinstance(told, Refused):
        return _refused(told, name)
    if use_ocr and (kind == "image" or told.get("unread")) and ocr.engine():
        told = _with_ocr(asked, data, told, kind, progress)
    return _refused(told, name) if isinstance(told, Refused) else told


def _with_ocr(
    asked: dict[str, Any], data: bytes, told: dict[str, Any], kind: str, progress: Progress | None
) -> dict[str, Any] | Refused:
    pages = [int(number) for number in told.get("unread", [])][:MOST_OCR_PAGES]
    found: dict[str, Any] = {}
    for done, number in enumerate(pages):
        if progress:
            progress(done, len(pages))
        picture = (
            data if kind == "image" else run_child({"do": "picture", "kind": kind, "page": number}, data, MOST_PICTURE)
        )
        if not isinstance(picture, Refused) and picture[:1] != b"{":
            found[str(number)] = ocr.read_picture(picture)
    if progress:
        progress(len(pages), len(pages))
    given = json.dumps(found).encode()
    return ask_child({**asked, "ocr_bytes": len(given)}, given + data) if any(found.values()) else told


def _refused(why: Refused, name: str) -> list[Finding]:
    remedy = _REMEDY.get(why.code, "Print it to a new PDF in a PDF reader, and read that.")
    return [Finding(why.code, "error", f"{name}: {why.message}", name, remedy)]


def _reading(told: dict[str, Any], name: str) -> Reading | list[Finding]:
    unread = tuple(int(number) for number in told.get("unread", []))
    pages = int(told.get("pages", 0))
    about = told.get("about")
    if about != "plan" and not (unread and about == "other"):
        what = "a health or welfare plan" if about == "health" else "no document of a 401(k) plan"
        message = f"{name} seems to be {what}: it says next to nothing of contributions, match or retirement savings."
        return [
            Finding(
                "document-not-401k", "error", message, name, "Ask for the summary plan description of the 401(k) plan."
            )
        ]
    if pages and len(unread) == pages:
        hint = "" if ocr.engine() else ' Install tesseract (or "megaroth[ocr]") to read pictures of pages.'
        message = f"None of the pages of {name} could be read ({pages}): they hold pictures, not text."
        return [Finding("document-unread", "error", message, name, f"Ask for the document as text.{hint}")]
    date = str(told.get("date", ""))[:10]
    remarks = [str(remark) for remark in told.get("remarks", [])]
    stated = _stated(told, name, date, remarks)
    draft = PlanDraft(
        _title(told, name), stated, False, name, tuple(str(each) for each in told.get("contradictions", []))
    )
    return Reading(
        name, draft, date, pages, unread, tuple(int(number) for number in told.get("by_ocr", [])), draft.conflicts,
        tuple(remarks), tuple(_findings(told, name, unread, pages)), _year(told.get("year")),
    )  # fmt: skip


def _year(told: Any) -> int | None:
    return told if type(told) is int and len(str(told)) == 4 else None


def _title(told: dict[str, Any], name: str) -> str:
    return str(told.get("name") or "")[:90] or Path(name).stem.replace("_", " ").replace("-", " ")


def _stated(told: dict[str, Any], name: str, date: str, remarks: list[str]) -> dict[str, Read]:
    """Every field as a plan file would hold it; what a document cannot state is left out."""
    stated: dict[str, Read] = {}
    fields = {_NAMES.get(said, said): given for said, given in told.get("fields", {}).items()}
    for field_name, given in fields.items():
        try:
            value = value_of(field_name, given.get("value"))
        except ValueError:
            continue
        sure = "official" if int(given.get("sure", 0)) > 1 else "implied"
        stated[field_name] = Read(
            value, str(given["quote"]), int(given["page"]), name, date, sure, str(given.get("note", "")),
            tuple((str(each["quote"]), int(each["page"])) for each in given.get("more", ())[:_MOST_QUOTES]),
        )  # fmt: skip
    _drop_remainder(stated, date, remarks)
    return stated


def _drop_remainder(stated: dict[str, Read], date: str, remarks: list[str]) -> None:
    """A dollar figure that is the law's, or only what the law left in one year, is no cap of the plan."""
    cap, limits = stated.get("after_tax_cap_dollars"), stated.get("match_limits")
    if cap is None and limits is None:
        return
    from megaroth.law.book import law_for

    if limits is not None:
        for year in range(2019, 2028):
            law = law_for(year)
            if limits.value.dollars in (law.elective_deferrals.amount, law.annual_additions.amount):
                del stated["match_limits"]
                remarks.append(
                    f"{limits.value.dollars} on page {limits.page} is a limit of the law of {year}, not the most of the match."
                )
                break
    if cap is None or not isinstance(cap.value, Money):
        return
    limits = stated.get("match_limits")
    matches = [limits.value.dollars.cents] if limits is not None and limits.value.dollars != NO_LIMIT else []
    for year in range(2019, 2028):
        law = law_for(year)
        beyond = law.annual_additions.amount.cents - law.elective_deferrals.amount.cents
        pay = law.compensation.amount.cents
        # A round figure is a plan's own; one that is what a match of so many percent leaves is not.
        digits = str(cap.value.cents).rstrip("0")
        is_round = len(digits) == 1 or (len(digits) == 2 and digits.endswith("5"))
        shares = [] if is_round else [pay * half // 200 for half in range(1, 25)]
        if cap.value.cents in {
            beyond,
            law.annual_additions.amount.cents,
            *(beyond - match for match in (*matches, *shares)),
        }:
            del stated["after_tax_cap_dollars"]
            remarks.append(f"{cap.value} on page {cap.page} is what the law left in {year}, not a cap of the plan.")
            return


def _findings(told: dict[str, Any], name: str, unread: tuple[int, ...], pages: int) -> list[Finding]:
    found = []
    if unread:
        listed = _listed(unread)
        hint = (
            "Ask for these pages as text."
            if ocr.engine()
            else 'Install tesseract (or "megaroth[ocr]"), or ask for these pages as text.'
        )
        message = f"{len(unread)} of {pages} pages could not be read ({listed}). They may say what is not stated here."
        found.append(Finding("pages-unread", "warning", message, name, hint))
    flags: dict[str, set[int]] = {}
    for page, flag in told.get("flags", []):
        flags.setdefault(str(flag), set()).add(int(page))
    texts = {
        "hidden-text": "has text that the eye cannot see (white, tiny, covered or off the page); it was not believed.",
        "text-differs-from-picture": "has letters that look other than the text layer says; it was not believed.",
        "text-layer-over-picture": "is a picture with an unseen layer of text; the picture counts, not the layer.",
        "page-overfull": "holds more than a page can; it was not read.",
    }
    for flag, says in texts.items():
        if flag in flags:
            where = _listed(tuple(sorted(flags[flag])))
            remedy = (
                "Compare with a copy from your employer; such a document may be made to deceive."
                if "layer" not in flag
                else "Nothing, if the answer agrees with what you see."
            )
            found.append(Finding(flag, "info" if "layer" in flag else "warning", f"Page {where} {says}", name, remedy))
    if told.get("template"):
        message = "The document is a form or a basic plan document: what holds is decided by what the employer ticked."
        found.append(
            Finding(
                "document-is-template",
                "warning",
                message,
                name,
                "Ask for the summary plan description, or the adoption agreement as signed.",
            )
        )
    if told.get("general"):
        found.append(
            Finding(
                "document-is-general",
                "warning",
                "The text speaks of plans in general, not of one plan: nothing of it was taken as a term of yours.",
                name,
                "Ask for the summary plan description of your plan.",
            )
        )
    if told.get("open_after_tax"):
        where = _listed(tuple(int(page) for page in told["open_after_tax"]))
        message = f'The "after-tax" on page {where} may be Roth under another name; nothing tells which.'
        found.append(
            Finding(
                "after-tax-may-be-roth",
                "warning",
                message,
                name,
                "Ask whether the plan takes after-tax contributions that are not Roth.",
            )
        )
    return found


def _listed(pages: tuple[int, ...]) -> str:
    shown = ", ".join(str(page) for page in pages[:8])
    return f"{shown}, …" if len(pages) > 8 else shown
