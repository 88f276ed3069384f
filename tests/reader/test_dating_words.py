"""Of when a document is: the year of accounts, what it says of itself, and what only names a year."""

from __future__ import annotations

import pytest

from megaroth.reader import work


def _date(text: str) -> str:
    told = work.work(
        {"do": "read", "kind": "text", "today": "2026-11-26"}, f"The Exemplar 401(k) Plan\n\n{text}\n".encode()
    )
    assert isinstance(told, dict)
    return str(told["date"])


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (
            "Notes to Financial Statements\n\nDecember 31, 2024 and 2023\n\nEffective January 1, 2021, the Plan was amended.",
            "2024-12-31",
        ),
        (
            "Statement of Changes in Net Assets Available for Benefits\nYear Ended June 30, 2025\n\nThe Plan was restated on January 1, 2020.",
            "2025-06-30",
        ),
        ("The Plan was restated effective January 1, 2019. For the year ended March 31, 2024, no match was made.", "2024-03-31"),
        ("During 2024, the Company matched half of 6% of pay. Effective January 1, 2021 the plan was amended.", "2024-01-01"),
        ("Posted on May 3, 2025 by the benefits team.\nYou may defer pay.", "2025-05-03"),
        ("Published 2024. You may defer pay.", "2024-01-01"),
        ("You may defer up to $23,500, the most for the 2025 tax year.", "2025-01-01"),
        ("You may defer pay.\n\n© 2024 Exemplar Inc.", "2024-01-01"),
        ("You may defer pay.\n\nFor calendar year 2024 the limits are:\n\n• Deferrals: the limit of the law", "2024-01-01"),
        ("For plan year 2023 they are:\n\n• Pre-tax and Roth: up to the limit", "2023-01-01"),
        ("For calendar year 2021 we thank you for saving.", ""),
        ("Effective July 1, 2024 the plan was amended to add loans.\n\nYou may defer pay.", ""),
        ("You may defer pay.\n\n© 2019 Exemplar Inc.\n\n© 2024 Another Inc.", ""),
        ("You were told during 2022 how to enroll.", ""),
        ("Plan Summary for the U.K. and U.S. Staff, 2024\n\nYou may defer pay.", "2024-01-01"),
        ("You may defer pay.\n\nForm 12-B. Rev. 7/23", "2023-07-01"),
        ("You may defer pay.\n\nWiki page last edited by Ana B. on Mar 4, 2025", "2025-01-01"),
        ("You may defer pay.\n\nAll figures shown are for 2025.", "2025-01-01"),
        ("You may defer pay.\n\nContribution amounts are as of 2024.", "2024-01-01"),
        ("News about your savings\n\nOn July 1, 2023, the two plans will become one.\n\nYou may defer pay.", "2023-07-01"),
        ("Effective April 1, 2024 you will have a new way to save.\n\nYou may defer pay.", "2024-04-01"),
        ("On July 1, 2023, one plan will close.\n\nOn May 1, 2024, another one will open.\n\nYou may defer pay.", ""),
        ("Those hired on July 1, 2023 will be enrolled.\n\nYou may defer pay.", ""),
        ("You may defer pay.\n\nThe ratio is 7/23 for those who rev up.", ""),
        ("You may defer pay. Rates rose in 2024.", ""),
    ],
)  # fmt: skip
def test_of_when_a_document_is(text: str, date: str) -> None:
    assert _date(text) == date
