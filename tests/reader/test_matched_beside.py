"""Which money is matched, where a clause, brackets or the name of basic contributions tell it."""

from __future__ import annotations

import pytest
from tests.reader.said import fields, tiers

THREE = "You may make pre-tax contributions, Roth contributions and after-tax contributions, which are not Roth.\n\n"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("We match 60 cents on the dollar on the first 5% of pay you save pre-tax or Roth (catch-up included).", "yes"),
        ("We match 60% of the first 5% of pay. Catch-up savings are counted where we calculate the match.", "yes"),
        ("We match 60% of the first 5% of pay. Catch-up savings do not count when we work out the match.", "no"),
        ("You may save 5% of pay pre-tax or Roth (catch-up included).", None),
        ("Catch-up savings count when we test the limits.", None),
    ],
)
def test_catch_up(text: str, value: str | None) -> None:
    assert fields(text).get("match_on_catch_up") == value


def test_an_answer_that_goes_on_about_other_money() -> None:
    read = fields(f"{THREE}The match\n\nAre catch-up contributions matched?\nNo. Nor are after-tax contributions.")
    assert (read.get("match_on_catch_up"), read.get("match_on_after_tax")) == ("no", "no")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Traditional after-tax contributions\nThey go up to 9% of pay, on top of pre-tax and Roth; they are not matched; they can be stopped.", "no"),
        ("Catch-up contributions\nThey go up to $7,500, on top of pre-tax and Roth; they are not matched.", None),
        ("The company adds 40 cents to every dollar of the first 5% of base pay that you save, and it makes no difference in which of the three ways you save it.", "yes"),
        ("The first 5% of pay is called Basic contributions. Basic contributions can be pre-tax, Roth or traditional after-tax, and the Company matches all of them alike: 70 cents for each dollar.", "yes"),
        ("Basic contributions can be pre-tax or Roth, and the Company matches all of them alike. After-tax contributions cannot be basic.", None),
    ],
)  # fmt: skip
def test_after_tax(text: str, value: str | None) -> None:
    assert fields(THREE + text).get("match_on_after_tax") in ((value,) if value else (None, "no"))


def test_the_rate_of_basic_contributions_and_how_far_they_go() -> None:
    text = "The first 5% of pay is called Basic contributions and is matched. Basic contributions can be pre-tax or Roth, and the Company matches all of them alike: 70 cents for each dollar."
    assert fields(text).get("match") == tiers((70, 5))
    text = 'An amount of not less than 2% and not more than 7% of Compensation ("Basic Contributions") is withheld. The Employer shall contribute an amount equal to 90% of each Participant\'s Basic Contributions.'
    assert fields(text).get("match") == tiers((90, 7))


SECTIONS = (
    "3.1 Contributions. A Participant may contribute (a) Pre-Tax Contributions, (b) Roth Contributions or (c) After-Tax Contributions{but}.\n\n"
    '3.2 Basic Contributions. Contributions under Section {number} that do not exceed 4% of Compensation are "Basic Contributions."\n\n'
    "4.1 Match. The Employer shall contribute an amount equal to 50% of the Participant's Basic Contributions.\n"
)


@pytest.mark.parametrize(
    ("number", "but", "value"),
    [("3.1", "", "yes"), ("3.7", "", None), ("3.1", ", but no After-Tax Contributions before 2030", None)],
)
def test_basic_contributions_of_a_section(number: str, but: str, value: str | None) -> None:
    assert fields(SECTIONS.format(number=number, but=but)).get("match_on_after_tax") == value
