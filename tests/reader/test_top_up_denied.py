"""A true-up denied under another name, and one that is another plan's."""

from __future__ import annotations

import pytest
from tests.reader.said import fields

MATCH = "The company matches 50% of the first 6% of pay you save."


@pytest.mark.parametrize(
    "text",
    [
        "No make-whole match is paid at the end of the year.",
        "There is no top-up for those whose match fell short.",
        "There is no procedure for restoring missed match afterwards.",
    ],
)
def test_it_is_denied(text: str) -> None:
    assert fields(f"{MATCH} {text}").get("true_up") == "no"


@pytest.mark.parametrize(
    "text",
    [
        "There is no need for you to request the top-up.",
        "No top-up is made before the audit is complete.",
        "The sister company's plan has a true-up of the match.",
    ],
)
def test_what_looks_alike_is_not(text: str) -> None:
    assert "true_up" not in fields(f"{MATCH} {text}")


def test_what_may_be_borrowed_bounds_no_match() -> None:
    assert "match_limits" not in fields(f"{MATCH} You may borrow up to $50,000, including from the match.")
