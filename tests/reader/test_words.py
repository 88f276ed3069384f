"""Whose money a phrase speaks of. The sentences are ours; the ways to say it are those of real documents."""

from __future__ import annotations

import random

import pytest
from tests.reader.corpus import clauses, filler

from megaroth.reader.sources import tagged
from megaroth.reader.words import all_plain, plain

ROTH = [
    "Save with pre-tax dollars or in a Roth after-tax account",
    "Elect pre-tax and/or Roth after-tax deferrals",
    "an after-tax Roth 401(k) election",
    "contributions on a post-tax (also known as Roth) basis",
    "pre-tax or after-tax (Roth 401(k)) contributions",
    'on an after-tax basis through "Roth" contributions',
    "Voluntary After-Tax Roth Contributions",
    "Roth 401(k) contributions are after-tax contributions that grow tax-free",
    "Your Roth contributions come out of your pay on an after-tax basis",
    "post-tax Roth savings",
]
TRUE = [
    "traditional after-tax contributions",
    "after-tax (non-Roth) contributions",
    "regular after-tax money",
    "pre-tax, Roth and after-tax contributions",
    "pre-tax, Roth after-tax contributions, and after-tax contributions",
    "Voluntary After-Tax Contributions",
    "After-Tax Employee Contributions",
    "Non-Deductible Employee Contributions",
    "after-tax contributions other than Roth contributions",
    "convert your after-tax balance to Roth",
    "in addition to your pre-tax and Roth contributions you may make after-tax contributions",
]
NEITHER = ["contributions are made with after-tax dollars", "the after-tax cost of saving", "your after-tax income"]


@pytest.mark.parametrize("text", ROTH)
def test_roth_under_another_name(text: str) -> None:
    told = tagged(plain(text))
    assert "@true" not in told
    assert "after-tax" not in told.replace("@roth-basis", ""), told


@pytest.mark.parametrize("text", TRUE)
def test_true_after_tax(text: str) -> None:
    assert "@true" in tagged(plain(text))


@pytest.mark.parametrize("text", NEITHER)
def test_a_way_to_be_taxed(text: str) -> None:
    told = tagged(plain(text))
    assert "@true" not in told
    assert "@basis" in told


@pytest.mark.parametrize("text", ["pre-tax or after-tax contributions", "your after-tax contributions"])
def test_what_could_be_either_stays_open(text: str) -> None:
    assert "after-tax" in tagged(plain(text))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("fifteen percent (15%)", "15%"), ("66-2/3% of pay", "66.6667% of pay"), ("fifty percent", "50%"), ("25 cents", "$0.25"),
        ("age 59½", "age 59.5"), ("age 59-1/2", "age 59.5"), ("contributions1 and", "contributions and"), ("in- service", "in-service"),
        ("contri- butions", "contributions"), ("contributions$500", "contributions $500"), ("10 per cent", "10%"),
    ],
)  # fmt: skip
def test_one_spelling(text: str, told: str) -> None:
    assert plain(text) == told


def test_sentences_of_a_document_are_made_plain_together_as_each_would_be_alone() -> None:
    """What is looked for only once in all of them must be put in for each: words that another rule brought in as well."""
    spelled = [
        "You may save fifty-nine and one-half percent, or 1/2 of one per cent, of pay.",
        "Section 3.12 says: don't contribute after-tax dollars post tax between one and 6 percent.",
        "Co-workers' before-tax and aftertax money, $2.5 million, as of 1/2/2024 and Jan 3rd, 2025.",
        "a Participant's pre- or post-tax Contributions made from after tax dollars1 (see exhibit 4.2)",
    ]
    sentences = [
        *filler.FILLER,
        *clauses.AFTER_TAX_CAP,
        *clauses.CONVERSION["automatic"],
        *clauses.TRAPS,
        *spelled,
        *ROTH,
        *TRUE,
    ]
    for seed in range(5):
        some = random.Random(seed).sample(sentences, 4 + 9 * seed)
        assert all_plain(some) == [plain(each) for each in some]
    assert all_plain(sentences) == [plain(each) for each in sentences]
    # `after tax` becomes `after-tax`, and only then can `contributions after-tax` be turned round.
    assert all_plain(["Do I make my contributions after tax?"]) == ["do i make my after-tax contributions?"]
