"""One day in many spellings, and the places where a paper says of when it is."""

from __future__ import annotations

import pytest

from megaroth.reader import work
from megaroth.reader.words import plain

PLAIN_WORDS = "You may defer pay.\n\n" * 8


def _date(text: str) -> str:
    told = work.work({"do": "read", "kind": "text", "today": "2026-11-26"}, f"Exemplar Savings\n\n{text}\n".encode())
    assert isinstance(told, dict)
    return str(told["date"])


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("Nov. 4, 2024", "november 4, 2024"),
        ("Sept 4 2024", "september 4 2024"),
        ("4 November 2024", "november 4, 2024"),
        ("this 4th day of November, 2024", "this november 4, 2024"),
        ("November 4th, 2024", "november 4, 2024"),
        ("2024-11-04", "11/04/2024"),
        ("11.4.2024", "11/4/2024"),
        ("11/4/24", "11/4/2024"),
        ("11/4/99", "11/4/1999"),
        # no days
        ("call 800-555-2024", "call 800-555-2024"),
        ("rev 14 January 2025", "rev 14 january 2025"),
        ("24/7 and 1/2/50", "24/7 and 1/2/50"),
        ("13/40/24", "13/40/24"),
        ("we decided 20 years ago", "we decided 20 years ago"),
        ("mark 4 of them", "mark 4 of them"),
        ("10-12-14", "10-12-14"),
    ],
)
def test_one_spelling_for_a_day(said: str, day: str) -> None:
    assert plain(said) == day


@pytest.mark.parametrize(
    ("end", "date"),
    [
        ("Modified by J. Doe · Feb 3, 2025 · 4 comments", "2025-02-03"),
        ("Last updated: 2025-02-03", "2025-02-03"),
        ("Reviewed 02/03/2025", "2025-02-03"),
        ("Approved on 3 February 2025", "2025-02-03"),
        ("Handout no. 3, February 2025", "2025-02-01"),
        ("Exemplar Savings (May 2019)", "2019-05-01"),
        ("Slides v. February 2025", "2025-02-01"),
        ("This section was printed in February 2025 and replaces the one before.", "2025-02-01"),
        ("These pages are current as of Feb. 3, 2025.", "2025-02-03"),
        ("Signed at Exemplar City this 3rd day of February, 2025.", "2025-02-03"),
        ("Agreed and dated as of 2/3/25", "2025-02-03"),
        ("Form 12 (Rev 2-25)", "2025-02-01"),
        ("Effective date: February 3, 2025", "2025-02-03"),
        ("No. 33 v2 02/03/2025", "2025-02-03"),
        ("2/25", "2025-02-01"),
        ("This booklet replaces the one dated January 2019. February 2025", "2025-02-01"),
        ("This booklet was first printed in 2005 and revised in 2024.", "2024-01-01"),
        # nothing of the paper
        ("The old booklet, printed in 2011, is void.", ""),
        ("Next meeting May 2027", ""),
        ("Open enrollment ends 11/15/2025", ""),
        ("Adopted by the IRS on 5/2/2019", ""),
        ("This booklet replaces the one dated January 2019", ""),
        ("1/2", ""),
        ("The ratio is 2/25", ""),
        ("Claims reviewed after February 3, 2025 are paid by another.", ""),
        ("Elections signed by February 3, 2025 count.", ""),
        ("This notice will be printed in February 2027.", ""),
        ("The limit in May 2019", ""),
        ("Your next statement comes in May 2019.", ""),
        ("We were founded in February 1985", ""),
        ("Approved on 3 February 2031", ""),
    ],
)
def test_the_day_of_a_paper_at_its_end(end: str, date: str) -> None:
    assert _date(PLAIN_WORDS + end) == date


@pytest.mark.parametrize(
    ("title", "date"),
    [
        ("[copy exported from the intranet 2024-06-30]", "2024-06-30"),
        ("Captured on 30 June 2024", "2024-06-30"),
        ("As amended through June 30, 2024", "2024-06-30"),
        ("Rev. 06/2024", "2024-06-01"),
        ("Savings booklet 6.2024", "2024-01-01"),
        ("Summary of provisions 06/30/24", "2024-01-01"),
        ("Those hired after 2024-06-30 wait.", ""),
        ("The booklet costs $6.2024.", ""),
    ],
)
def test_the_day_of_a_paper_at_its_head(title: str, date: str) -> None:
    assert _date(f"{title}\n\n{PLAIN_WORDS}") == date
