"""Passages by words: SQLite's full-text search with the vocabulary of plans, for the question that the fields do not answer."""

from __future__ import annotations

import re
import sqlite3

from megaroth.reader.units import Unit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

SYNONYMS: tuple[tuple[str, ...], ...] = (
    ("after-tax", "aftertax", "post-tax", "nondeductible", "voluntary", "thrift"),
    ("pre-tax", "pretax", "before-tax", "deferral", "deferrals", "elective", "salary reduction"),
    ("conversion", "convert", "in-plan", "rollover", "transfer", "roth"),
    ("withdrawal", "withdraw", "distribution", "in-service", "hardship", "payout"),
    ("match", "matching", "company contribution", "employer contribution"),
    ("true-up", "true up", "year-end", "reconciliation", "adjustment"),
    ("pay", "compensation", "earnings", "salary", "wages"),
    ("highly compensated", "hce", "nondiscrimination", "acp"),
    ("cap", "limit", "maximum", "most", "exceed"),
    ("catch-up", "catchup", "age 50", "60 to 63"),
    ("bonus", "commission", "incentive", "overtime", "rsu", "stock"),
    ("vesting", "vested", "forfeit", "years of service"),
    ("recordkeeper", "administrator", "phone", "call", "website", "contact"),
    ("spillover", "spill", "continue", "automatically"),
    ("enrollment", "enrolment", "enroll", "automatic", "opt out"),
)


def passages(units: list[Unit], words: str, most: int = 8) -> list[dict[str, Any]]:
    """The passages nearest to some words, best first: page and text."""
    index = sqlite3.connect(":memory:")
    index.execute("pragma temp_store = memory")
    index.execute("create virtual table passage using fts5(text, heads, tokenize = 'porter unicode61')")
    told = [unit for unit in units if unit.kind not in ("contents", "heading") and len(unit.raw) > 15]
    index.executemany(
        "insert into passage(rowid, text, heads) values (?, ?, ?)",
        [(number, unit.raw, " ".join((unit.lead, *unit.heads[:2]))) for number, unit in enumerate(told)],
    )
    wanted = query_of(words)
    if not wanted:
        return []
    rows = index.execute(
        "select rowid from passage where passage match ? order by bm25(passage, 1.0, 0.5) limit ?", (wanted, most)
    ).fetchall()
    return [
        {"page": told[row[0]].page, "text": told[row[0]].raw[:600], "under": (told[row[0]].heads or ("",))[0][:120]}
        for row in rows
    ]


def query_of(words: str) -> str:
    """The words and what plans say for them, as an FTS5 query in which nothing of the words is an operator."""
    low = words.lower()
    terms = [re.sub(r"[^\w -]", " ", word).strip() for word in re.findall(r"[\w-]+", low)]
    for group in SYNONYMS:
        if any(re.search(rf"\b{re.escape(word)}\b", low) for word in group):
            terms += group
    quoted = dict.fromkeys(" ".join(re.findall(r"\w+", term)) for term in terms if re.search(r"\w", term))
    return " OR ".join(
        f'"{term}"' for term in quoted if term not in ("the", "a", "of", "is", "i", "may", "can", "my", "to", "do")
    )
