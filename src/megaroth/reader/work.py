"""The whole of reading, inside the child: bytes in, what they say out, as plain values that become JSON."""

from __future__ import annotations

import importlib
import itertools
import json
import re
import sys
from datetime import date

from megaroth.reader import (
    after_tax,
    asserted,
    benefits,
    contact,
    conversion,
    conversion_way,
    dating,
    employer,
    formula_passages,
    gate,
    glance,
    glued,
    implied,
    joined,
    kept,
    layout,
    one_formula,
    pattern,
    sheet,
    tables,
    terms,
    topics,
    withdrawal,
)
from megaroth.reader.context import Document
from megaroth.reader.kinds import Unreadable
from megaroth.reader.pattern import Pattern
from megaroth.reader.settle import CRITICAL, Settled, settle, verified
from megaroth.reader.units import Claim, Line, Page, Unit
from megaroth.reader.words import folded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

MOST_QUOTE = 1000
_FEW_WORDS = 7
_RETIREMENT = Pattern(
    r"401k|403b|\bdeferrals?\b|@roth|@pre\b|@at\b|@amb|retirement (?:savings|plan)|savings plan|thrift plan|profit[- ]sharing|matching contribution|\bthe match\b|\bcatch-?up\b|eligible (?:pay|compensation|earnings)|vested|vesting|employee stock ownership|\bmatch(?:es|ed)? (?:your|the first|\d)|company match|employer match|company contributions?|(?:you|employees?|participants?) (?:save|contribute)s?\b"
)
_HEALTH = Pattern(
    r"\bcopay|\bcoinsurance|\bdeductible\b(?! contribution)|\bin-network|\bout-of-network|\bprescription|\bprovider network|\bmedical plan|\bdental plan|\bcobra\b|\bhospital|\bsurgery",
    "cobra", "coinsurance", "copay", "deductible", "dental plan", "hospital", "medical plan", "network", "prescription",
    "surgery",
)  # fmt: skip
_NAME = Pattern(
    r"((?:(?:[A-Z][\w&.'’/-]*|&|and|of|the|for),? ){1,8}?(?:(?:401\(k\)|Savings|Retirement|Thrift|Investment|Profit[- ]Sharing|Deferred|Compensation|Deferral|Incentive|Employees?|Stock|Ownership|and|&|of|for|the|Tax) ){1,7}Plan)\b"
)


def prepare(asked: dict[str, Any]) -> Callable[[dict[str, Any], bytes], dict[str, Any] | bytes]:
    """Import what this kind of document needs, before nothing can be opened any more."""
    for name in ("utf-16-le", "utf-16", "utf-8-sig", "cp1252", "latin-1"):
        "x".encode(name)
    kind = asked.get("kind")
    module = importlib.import_module("megaroth.reader.pdf" if kind == "pdf" else "megaroth.reader.other")
    if kind == "docx":
        module.warm_up()
    if asked.get("find"):
        importlib.import_module("megaroth.reader.find").passages([], "warm up")
    kept.ready(pattern.EVERY)
    sys.setrecursionlimit(4000)
    return work


def work(asked: dict[str, Any], data: bytes) -> dict[str, Any] | bytes:
    """Do what is asked: `read` a document, or `picture` one page of it."""
    try:
        if asked["do"] == "picture":
            from megaroth.reader import drawn, pdf

            return drawn.picture_for_ocr(pdf.open_pdf(data), asked["page"] - 1)
        if asked["do"] == "marked":
            from megaroth.reader import drawn, pdf

            return drawn.marked(pdf.open_pdf(data), asked["page"], str(asked["quote"])[:2000])
        return _read(asked, data)
    except Unreadable as error:
        return {"refused": error.code, "message": str(error)}


def _read(asked: dict[str, Any], data: bytes) -> dict[str, Any]:
    kind = asked["kind"]
    opened: Any = None
    size = asked.get("ocr_bytes", 0)
    given, data = (json.loads(data[:size]), data[size:]) if size else ({}, data)
    if kind == "pdf":
        from megaroth.reader import pdf

        opened = pdf.open_pdf(data)
        pages = pdf.read_pages(opened)
        _put_ocr(pages, given)
    else:
        if kind == "image":
            pages = [Page(1, status="unread")]
            _put_ocr(pages, given)
        else:
            from megaroth.reader import other

            pages = other.pages_of(kind, data)
    if not pages or all(page.status == "empty" for page in pages):
        raise Unreadable("document-empty", "The document has no text and no picture.")
    glued.part(pages)
    units = layout.units_of(pages)
    if asked.get("find"):
        from megaroth.reader.find import passages

        return {**_about_pages(pages), "passages": passages(units, asked["find"])}
    document = Document(units, date.fromisoformat(asked["today"]))
    told = _about_pages(pages)
    told["name"], told["date"], told["year"] = _name(units), *dating.dated(document)
    document.own_date = told["date"]
    told["plans"] = _plans(document)
    told["about"] = _about(document, told)
    settled, doubts = _believed(document, pages, opened)
    settled.remarks += document.doubts
    raw = {page.number: page.raw for page in pages}
    told["fields"] = {name: _field(claim, raw) for name, claim in settled.fields.items()}
    told["contradictions"], told["remarks"] = settled.contradictions[:40], list(dict.fromkeys(settled.remarks))[:40]
    told["flags"] += doubts
    told["open_after_tax"] = _open_after_tax(document, settled)
    told["template"], told["general"] = document.template, document.general
    return told


def _put_ocr(pages: list[Page], given: dict[str, Any]) -> None:
    for page in pages:
        lines = given.get(str(page.number))
        if lines is not None and page.status == "unread":
            page.lines = [Line(*each) for each in lines]
            page.raw = "\n".join(line.text for line in page.lines)
            page.status = "ocr" if sum(len(line.text) for line in page.lines) > 20 else "unread"


def _about_pages(pages: list[Page]) -> dict[str, Any]:
    return {
        "pages": len(pages),
        "unread": [page.number for page in pages if page.status == "unread"],
        "by_ocr": [page.number for page in pages if page.status == "ocr"],
        "flags": [[page.number, flag] for page in pages for flag in page.flags][:200],
    }


def claims_of(document: Document, pages: list[Page]) -> list[Claim]:
    """Every claim of a document."""
    claims = [
        claim
        for module in (after_tax, conversion, withdrawal, employer, terms, contact, tables, glance)
        for claim in module.claims_of(document)
    ]
    claims += formula_passages.where_none_is_told(document, claims)
    claims = sheet.decide(document, pages, topics.decide(document, pages, claims))
    claims = conversion_way.decide(document, claims)
    claims = benefits.without_others(document, [claim for claim in claims if not _of_another_matter(document, claim)])
    claims = joined.only_of_the_new(document, asserted.only(document, claims))
    claims += implied.of_a_cap(document, claims)
    one_formula.no_half(document, claims)
    if document.general:
        claims = [claim for claim in claims if claim.field in ("recordkeeper", "phone")]
    for claim in claims:
        document.place(claim.unit)
        if claim.unit.rest is not None:
            claim.also = (*claim.also, claim.unit.rest)
    return gate.firm(document, claims)


_MATTER = Pattern(
    r"^(?!.*\b(?:contribut|deferral|sav(?:e|ings?)\b|match)).*\b(?:loans?|borrow\w*|vest(?:ing|ed)|withdrawals?|distributions?|hardship|returns?|performance|fees?|forfeitures?|beneficiar\w*)\b"
)
"""A heading over a table that is on none of what goes in."""
_MATCHED = Pattern(r"\b(?:match(?:ed|able|es)?|gets? the match)\b", "match")
_ANSWERED = Pattern(r": (?:yes|no|n/a|not \w+)\W*$", ": ")
_WHICH_COUNT = Pattern(
    r"\b(?:which|what)(?: of (?:my|your))? (?:kinds? of |types? of )?(?:contributions?|money|savings|dollars)\b[^.;]{0,30}\b(?:counts?|qualif\w+|earns?|eligible|matched|gets?)\b",
    "which",
    "what",
)
"""`Which contributions count?`, below a title on the match."""
_GOES_IN = (
    "after_tax_allowed", "roth_deferrals", "deferral_cap_percent", "after_tax_cap_percent", "combined_cap_percent", "hce_after_tax_cap_percent",
)  # fmt: skip


def _of_another_matter(document: Document, claim: Claim) -> bool:
    """Whether a row or a bare answer stands below a heading on loans, vesting or withdrawals, and so says nothing of what goes in."""
    unit = claim.unit
    none = claim.field == "match" and claim.value == "none"
    if not unit.heads or not (none or claim.field in _GOES_IN) or (unit.cell is None and len(unit.raw.split()) > 4):
        return False
    above = document.heads[unit.heads[0]]
    if claim.field == "after_tax_allowed" and claim.value == "no":
        heads = [document.heads[head] for head in unit.heads[:2]]
        place = next((n for n, each in enumerate(document.units) if each is unit), 0)
        rows = itertools.dropwhile(_ANSWERED.search, (each.norm for each in reversed(document.units[:place])))
        heads += [text for text in itertools.islice(rows, 1) if _WHICH_COUNT.search(text)]  # above the rows of it
        if any((_MATCHED.search(head) and "contribut" not in head) or _WHICH_COUNT.search(head) for head in heads):
            return True  # `What's matched: … After-tax: no.`
    if claim.field == "after_tax_allowed" and tables.AT_ONLY.match(above) and len(unit.heads) > 1:
        above = document.heads[unit.heads[1]]
    return bool(_MATTER.search(above))


def _believed(document: Document, pages: list[Page], opened: Any) -> tuple[Settled, list[list[Any]]]:
    """Settle; look every accepted quote up on its page; leave out what is not there and settle again."""
    claims = claims_of(document, pages)
    texts: dict[int, tuple[str, str]] = {}
    by_number = {page.number: page for page in pages}
    known: dict[tuple[int, str], str] = {}
    doubts: list[list[Any]] = []

    def is_there(unit: Unit) -> str:
        at = (unit.page, unit.raw)
        if at not in known:
            known[at] = _trouble(unit, by_number[unit.page], texts, opened)
        return known[at]

    settled = settle(document, claims)
    for _ in range(12):
        wrong = verified(settled, is_there)
        if not wrong:
            break
        bad = {id(unit) for claim, _ in wrong for unit in (claim.unit, *claim.also)}
        doubts += [[claim.unit.page, trouble] for claim, trouble in wrong if [claim.unit.page, trouble] not in doubts]
        claims = [claim for claim in claims if id(claim.unit) not in bad]
        settled = settle(document, claims)
    else:
        return Settled(remarks=["Too much of the document is not what it seems; nothing of it is believed."]), doubts
    for claim in settled.fields.values():
        if (lead := _lead_in(document, claim)) and not is_there(lead):
            claim.also = (*claim.also, lead)
    return settled, doubts


def _lead_in(document: Document, claim: Claim) -> Unit | None:
    """What a line of a list, the cell of a row or a short answer says its few words of: without it nobody knows what they mean."""
    unit = claim.unit
    if len(unit.raw.split()) > _FEW_WORDS or claim.also or not (unit.lead or unit.answer_to):
        return None
    before = document.units[: document.units.index(unit)] if unit in document.units else []
    if unit.answer_to and before and before[-1].kind == "question":
        return before[-1]
    label = unit.lead.partition(" | ")[0]
    return next((each for each in reversed(before[-40:]) if each.raw in (unit.lead, label)), None)


def _trouble(unit: Unit, page: Page, texts: dict[int, tuple[str, str]], opened: Any) -> str:
    if page.number not in texts:
        texts[page.number] = folded(page.raw), folded(" ".join(line.text for line in page.lines))
    raw, ordered = texts[page.number]
    quote = glued.as_it_stands(folded(unit.raw), raw)
    if quote not in raw and quote not in ordered and folded(quote.replace(" ", "")) not in raw.replace(" ", ""):
        return "quote-not-found"
    if opened is not None and page.status == "text":
        from megaroth.reader.drawn import is_drawn

        # What a form was filled in with is no text of the page: what stands around it is looked at.
        pieces = (
            [piece.strip() for piece in re.split("[\u2610\u2612]", quote)]
            if re.search("[\u2610\u2612]", quote)
            else [quote]
        )
        return next((trouble for piece in pieces if piece and (trouble := is_drawn(opened, page.number, piece))), "")
    return ""


def _field(claim: Claim, raw: dict[int, str]) -> dict[str, Any]:
    quote = _as_printed(claim.unit, raw)
    told = {
        "value": claim.value,
        "quote": quote[:MOST_QUOTE],
        "page": claim.unit.page,
        "sure": claim.strength,
        "note": claim.note,
        "since": claim.unit.since,
    }
    if claim.also:
        told["more"] = [{"quote": _as_printed(unit, raw)[:MOST_QUOTE], "page": unit.page} for unit in claim.also]
    return told


def _as_printed(unit: Unit, raw: dict[int, str]) -> str:
    """What a unit says with the blanks of its page."""
    return glued.as_it_stands(folded(unit.raw), folded(raw[unit.page]))


def _open_after_tax(document: Document, settled: Settled) -> list[int]:
    """Pages with an "after-tax" of which nobody can say whether it is Roth."""
    if "after_tax_allowed" in settled.fields:
        return []
    return sorted({unit.page for unit in document.units if "@amb" in unit.norm and unit.kind != "contents"})[:20]


_ARTICLE = Pattern(
    r"^(?:The|Your|This|Our|Under|In|Welcome to|About|and|of|for|the|PLAN OVERVIEW|(?:Summary Plan )?Description(?: of| for)?)(?: [Tt]he)? "
)
_NO_NAME = Pattern(r"^(?:Summary|Important|Features|If|When|How|What|All|Any|Each|As|Contact)\b")


def _name(units: list[Unit]) -> str:
    seen: dict[str, int] = {}
    for unit in units[:400]:
        for found in _NAME.finditer(unit.raw if len(unit.raw) < 400 else unit.raw[:400]):
            name = _ARTICLE.sub("", found[1]).strip()
            if 8 < len(name) < 90 and not _NO_NAME.match(name):
                seen[name] = seen.get(name, 0) + 1
    return max(seen, key=lambda name: (seen[name], -list(seen).index(name))) if seen else ""


_LETTERED_PLAN = Pattern(r"\bplan [a-d1-4]\b(?! year)")


def _plans(document: Document) -> list[str]:
    return sorted(set(_LETTERED_PLAN.findall(document.text)))


def _about(document: Document, told: dict[str, Any]) -> str:
    """Plan | health | other: what the document is about."""
    spoken = document.text
    if not _RETIREMENT.search(spoken) and not told["unread"]:
        return "other"
    health = len(_HEALTH.findall(spoken))
    return "health" if health > 5 and health > 4 * max(len(_RETIREMENT.findall(spoken)), 1) else "plan"


__all__ = ["CRITICAL", "claims_of", "prepare", "work"]
