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
        ("You may defer up to $23,500, the most for the 2025 tax year.", ""),
        ("You may defer pay.\n\n© 2024 Exemplar Inc.", "2024-01-01"),
        ("You may defer pay.\n\nFor calendar year 2024 the limits are:\n\n• Deferrals: the limit of the law", ""),
        ("For plan year 2023 they are:\n\n• Pre-tax and Roth: up to the limit", ""),
        ("For calendar year 2021 we thank you for saving.", ""),
        ("Effective July 1, 2024 the plan was amended to add loans.\n\nYou may defer pay.", ""),
        ("You may defer pay.\n\n© 2019 Exemplar Inc.\n\n© 2024 Another Inc.", ""),
        ("You were told during 2022 how to enroll.", ""),
        ("Plan Summary for the U.K. and U.S. Staff, 2024\n\nYou may defer pay.", "2024-01-01"),
        ("You may defer pay.\n\nForm 12-B. Rev. 7/23", "2023-07-01"),
        ("You may defer pay.\n\nWiki page last edited by Ana B. on Mar 4, 2025", "2025-03-04"),
        ("You may defer pay.\n\nAll figures shown are for 2025.", ""),
        ("You may defer pay.\n\nContribution amounts are as of 2024.", ""),
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


KINDS_OF_PAPER = ["Summary Plan Description", "Fact sheet", "Plan snapshot", "Comparison of features"]
DAYS = [("May 4, 2024", "2024-05-04"), ("5/4/2024", "2024-05-04"), ("May 2024", "2024-05-01")]


@pytest.mark.parametrize("paper", KINDS_OF_PAPER)
@pytest.mark.parametrize("act", ["Issued", "Revised", "Revision:", "Prepared", "Current as of", "Restated effective"])
@pytest.mark.parametrize(("day", "iso"), DAYS)
def test_a_paper_says_when_it_was_made(paper: str, act: str, day: str, iso: str) -> None:
    assert _date(f"{paper}\n{act} {day}\n\nYou may defer pay.")[:4] == iso[:4]
    assert _date(f"You may defer pay.\n\nIn 2026 the most is $24,500.\n\n{paper}, {act.lower()} {day}")[:4] in (
        "",
        iso[:4],
    )


@pytest.mark.parametrize("who", ["The Plan", "Your employer amended the Plan, which", "It"])
@pytest.mark.parametrize(
    "first", ["was originally effective May 1, 1999 and ", "became effective on May 1, 1999. The Plan ", ""]
)
@pytest.mark.parametrize(
    "act", ["was restated effective", "has been amended and restated as of", "was completely restated on"]
)
def test_the_last_restatement_counts_wherever_it_stands(who: str, first: str, act: str) -> None:
    text = "You may defer pay.\n\n" * 70 + f"{who} {first}{act} July 1, 2022."
    assert _date(text) == "2022-07-01"


@pytest.mark.parametrize("number", ["First", "Third"])
@pytest.mark.parametrize("how", ["effective July 1, 2025", "as follows, effective as of July 1, 2025"])
@pytest.mark.parametrize("signed", ["\n\nExecuted this 3rd day of June, 2025.", ""])
def test_an_amendment_is_of_its_own_day(number: str, how: str, signed: str) -> None:
    text = f"{number} Amendment\nto the Plan as amended and restated effective January 1, 2021\n\nThe Plan is hereby amended {how}:{signed}"
    assert _date(text) == "2025-07-01"
    only_signed = (
        f"{number} Amendment\n\nThe Plan takes after-tax contributions.\n\nExecuted this 3rd day of June, 2025."
    )
    assert _date(only_signed) == "2025-06-03"


@pytest.mark.parametrize(
    "sentence",
    [
        "Effective January 1, 2025, loans are limited to one.",
        "As of January 1, 2024, you are vested.",
        "The Plan has been in effect since 2012.",
        "The Plan was first effective on July 1, 1998.",
        "The provisions of the Plan became effective January 1, 2001.",
        "The Plan was established on April 1, 1987.",
        "For the 2027 plan year the match will be 5%.",
        "Beginning with the plan year 2027, the match will be 5%.",
        "The 2026 limit on deferrals is $24,500.",
        "Annual limits for 2026: $24,500",
        "Your account moved to another keeper effective June 1, 2022.",
        "The other plan was merged into it effective December 31, 2020.",
        "The plan will be restated as of January 1, 2027.",
    ],
)
def test_limits_events_and_beginnings_date_nothing(sentence: str) -> None:
    assert _date(f"You may defer pay.\n\n{sentence}") == ""
    assert _date(f"{sentence}\n\nYou may defer pay.") == ""


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ("The summary describes the Plan as it is on July 1, 2024. You may contribute 5% of pay.", "2024-07-01"),
        ("This booklet reflects the Plan as amended through April 1, 2025. It replaces the booklet dated 2019.", "2025-04-01"),
        ("Keep this notice with your copy of the Summary Plan Description, dated January 1, 2022.\n\nEffective January 1, 2026:\nThe match becomes 50% of the first 6% of pay.", "2026-01-01"),
        ("You may contribute 5% of pay.\n\nSpecimen Benefits Communications, March 2024", "2024-03-01"),
        ("These highlights are for the plan year that starts January 1, 2023. You may contribute 5% of pay.", "2023-01-01"),
    ],
)  # fmt: skip
def test_the_day_as_of_which_the_plan_is_described_or_the_page_was_issued(said: str, date: str) -> None:
    assert _date(said) == date
