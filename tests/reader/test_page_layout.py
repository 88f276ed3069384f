"""Pages as people save and paste them: tables between bars, answers that are counted, lines that a bracket was cut by."""

from __future__ import annotations

import datetime

import pytest
from tests.reader.test_traps import _fields

from megaroth.reader import reading

BARE = """Exemplar 401(k) Plan

 | Before-Tax | After-Tax | Roth |
---|---|---|---|
Plan limit | 50% of pay, with Roth | 15% of pay | 50% of pay, with before-tax |
Matched? | Yes | No | Yes |
Withdrawals while employed | Hardship | Any time | Hardship |
"""


def test_the_bar_at_the_head_of_a_table_without_a_border_follows_an_empty_cell() -> None:
    told = _fields(BARE)
    assert told["after_tax_cap_percent"] == "15"
    assert told.get("match_on_after_tax", "no") == "no"
    bordered = "\n".join(f"|{line.rstrip().rstrip('|')}|" if "|" in line else line for line in BARE.split("\n"))
    assert _fields(bordered)["after_tax_cap_percent"] == "15"


@pytest.mark.parametrize(
    "text",
    [
        "The plan doesn't have a Roth feature.",
        "The Plan has no Roth option.",
        "You may make pre-tax contributions. Roth and after-tax contributions are not available at this time.",
    ],
)
def test_no_roth(text: str) -> None:
    assert _fields(f"Exemplar 401(k) Plan. {text}")["roth_deferrals"] == "no"


def test_what_a_line_cut_from_its_bracket_denies_is_not_roth() -> None:
    text = "Exemplar 401(k) Plan.\n\nVoluntary after-tax contributions (other than\n\nRoth) are not permitted under the Plan."
    assert "roth_deferrals" not in _fields(text)


def test_tiers_that_semicolons_part_are_one_formula() -> None:
    text = "The Company matches 100% of the first 2%; 75% of the next 2%; and 25% of the next 4% of pay."
    assert [tier["up_to_percent_of_pay"] for tier in _fields(text)["match"]] == ["2", "2", "4"]


def test_what_the_employer_contributes_is_no_cap() -> None:
    text = "The Employer shall contribute for each Member an amount equal to 40% of Pre-Tax and any After-Tax Contributions which in total are not more than 5% of Pay."
    assert not {"combined_cap_percent", "deferral_cap_percent"} & set(_fields(f"Exemplar 401(k) Plan. {text}"))


def test_either_pre_tax_or_after_tax_is_no_list_of_three() -> None:
    assert "after_tax_allowed" not in _fields(
        "You have a Roth or traditional 401(k), so it can be either pre-tax or after-tax."
    )


def test_a_few_words_are_quoted_with_what_they_complete() -> None:
    text = "The Exemplar 401(k) Plan\n\nYou may make these contributions to the Plan:\n  - Pre-tax contributions\n  - Traditional (non-Roth) after-tax contributions\n"
    read = reading.read(text.encode(), "plan.txt", datetime.date(2026, 11, 26))
    assert isinstance(read, reading.Reading)
    said = read.draft.stated["after_tax_allowed"]
    assert said.quote == "Traditional (non-Roth) after-tax contributions"
    assert said.also == (("You may make these contributions to the Plan:", 1),)


def test_a_second_sentence_of_a_formula_is_quoted_too() -> None:
    text = "The Exemplar 401(k) Plan\n\nThe Firm matches the first 2% of pay dollar for dollar. Your next 4% is matched at 50 cents on the dollar."
    read = reading.read(text.encode(), "plan.txt", datetime.date(2026, 11, 26))
    assert isinstance(read, reading.Reading)
    assert read.draft.stated["match"].also == (("Your next 4% is matched at 50 cents on the dollar.", 1),)
