"""Texts that lost their blanks are parted into words, and quoted as they stand."""

from __future__ import annotations

import datetime

import pytest
from tests.reader.said import fields, tiers

from megaroth.reader import glued, reading

COSTS = glued._costs()
TEXT = (
    "SummaryPlanDescriptionoftheExemplarMarine401(k)Plan\n\n"
    "MayImakevoluntaryemployeecontributions?\nNo. ThePlandoesnotallownondeductible(after-tax)employeecontributions.\n\n"
    "HowmuchmayIdefer?\nYoumaydeferfrom1% to60% ofyourCompensationeachpayperiod.\n\n"
    "WhatdoestheEmployercontribute?\nTheEmployerwillmatch50% ofthefirst6% ofCompensationthatyoudefer, everypayperiod.\n"
)


@pytest.mark.parametrize(
    ("run", "words"),
    [
        ("ThePlandoesnotpermit", "The Plan does not permit"),
        ("IRSdollarlimitfortheyear", "IRS dollar limit for the year"),
        ("WITHDRAWALSBEFORETERMINATION", "WITHDRAWALS BEFORE TERMINATION"),
        ("upto", "up to"),
        ("KestrelWidgetsPlan", "Kestrel Widgets Plan"),
        # What is a word, or no words, stays.
        ("recharacterization", "recharacterization"),
        ("Vanguard", "Vanguard"),
        ("qzxkjqzxkjqzxkj", "qzxkjqzxkjqzxkj"),
    ],
)
def test_a_run_of_letters(run: str, words: str) -> None:
    assert glued._parted(run, COSTS) == words


def test_a_page_without_blanks_is_read() -> None:
    told = fields(TEXT)
    assert (told["after_tax_allowed"], told["deferral_cap_percent"]) == ("no", "60")
    assert told["match"] == tiers((50, 6))


def test_quotes_have_the_blanks_of_the_page() -> None:
    read = reading.read(TEXT.encode(), "plan.txt", datetime.date(2026, 11, 27))
    assert isinstance(read, reading.Reading)
    assert len(read.draft.stated) > 2
    page = " ".join(TEXT.split())
    for said in read.draft.stated.values():
        assert said.quote in page
        assert all(quote in page for quote, _ in said.also)


def test_a_page_with_a_few_long_words_is_left_alone() -> None:
    text = "The Plan permits recharacterizations. Nondiscriminatory counterproposals are unconstitutional. We matched one upto date."
    assert fields(f"{text} You may contribute upto 5%.") == {}


def test_what_is_not_on_the_page_stays_as_it_is() -> None:
    assert glued.as_it_stands("may not", "You maynot go") == "maynot"
    assert glued.as_it_stands("may never", "You maynot go") == "may never"
    assert glued.as_it_stands("You", "You maynot go") == "You"
