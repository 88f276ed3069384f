"""Of when a paper is: amendments with their signatures, notices for a plan year, a line below the title."""

from __future__ import annotations

import pytest

from megaroth.reader import work


def _date(text: str) -> str:
    told = work.work({"do": "read", "kind": "text", "today": "2026-11-26"}, text.encode())
    assert isinstance(told, dict)
    return str(told.get("date") or "")


AMENDMENT = "Amendment No. 2 to the Exemplar 401(k) Plan\n\n"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # All of it holds from one day, whenever the plan was restated before.
        ("The Exemplar 401(k) Plan, as amended and restated effective March 1, 2015, is hereby amended effective July 1, 2019, as follows:", "2019-07-01"),
        ("The Plan was last restated in its entirety as of January 1, 2014. Effective April 1, 2018, Section 3.1 of the Plan is amended to read as follows:", "2018-04-01"),
        ("The Exemplar 401(k) Plan, as most recently amended effective June 1, 2016, is further amended, effective as of October 1, 2020:", "2020-10-01"),
        # Each part holds from a day of its own: when it was signed tells.
        ("Section 3.1 is amended, effective January 1, 2024, to read: You may save.\n\nSection 4.2 is restated, effective July 1, 2022, to read: We match.\n\nSigned on May 3, 2022.", "2022-05-03"),
        ("Article 5.1 is replaced, effective January 1, 2020: You may save.\n\nNew Section 5.9 is added, effective January 1, 2021: We match.\n\nAdopted by the Board on December 2, 2019.", "2019-12-02"),
        ("Section 3.1 is amended, effective January 1, 2024, to read: You may save.\n\nSection 4.2 is restated, effective July 1, 2022, to read: We match.", ""),
        ("Section 3.1 is amended, effective January 1, 2024, to read: You may save.", "2024-01-01"),
    ],
)  # fmt: skip
def test_an_amendment(text: str, day: str) -> None:
    assert _date(AMENDMENT + text) == day


def test_a_long_title_that_names_the_last_restatement() -> None:
    title = "First Amendment to the Exemplar 401(k) Savings Plan (As Amended and Restated Effective January 1, 2016)"
    assert _date(f"{title}\n\nThe Plan is hereby amended as follows, effective as of May 1, 2019:") == "2019-05-01"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Re: Annual notice for the plan year January 1 - December 31, 2023, on automatic enrollment, the safe harbor match and the default investment", "2023-01-01"),
        ("Re: Annual notice for the plan year July 1 - June 30, 2023, on automatic enrollment, the safe harbor match and the default investment", "2022-07-01"),
        ("This notice to participants is for the plan year beginning January 1, 2021.", "2021-01-01"),
        ("This disclosure covers the plan year that begins on April 1, 2022, and no other one, and should be kept with your papers for the Plan.", "2022-04-01"),
        ("The notice is sent early. Contributions for the plan year 2019 were returned.", ""),
        ("Contributions made for the plan year January 1 - December 31, 2018 were tested.", ""),
    ],
)  # fmt: skip
def test_a_notice_for_a_plan_year(text: str, day: str) -> None:
    assert _date(f"The Exemplar 401(k) Plan\n\nTo: all employees\n{text}\n\nYou may save before tax.") == day


def test_the_line_below_a_title_above_the_contents() -> None:
    contents = "Contents\nIntroduction .... 1\nWho may join? .... 2\nHow do I enroll? .... 3\nWhat may I save? .... 4\n"
    text = f"Exemplar Savings Plan\nSummary Plan Description\nEffective January 1, 2021\n{contents}\n\nYou may save before tax."
    assert _date(text) == "2021-01-01"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Date: 2022\nQuestions and answers\nLast updated May 9, 2022", "2022-05-09"),
        ("Date: 2022\nQuestions and answers\nLast updated May 9, 2021", "2022-01-01"),  # another year is another day
    ],
)
def test_a_whole_day_goes_before_its_year_alone(text: str, day: str) -> None:
    assert _date(f"The Exemplar 401(k) Plan\n{text}\n\nThe Plan allows loans.\n") == day
