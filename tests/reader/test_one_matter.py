"""A line for one matter, and a date that somebody guessed: neither is the plan's own."""

from __future__ import annotations

from tests.reader.said import fields


def test_the_line_for_rollovers_is_not_the_line_for_all() -> None:
    said = fields(
        "Bring other savings in: call the Schwab Rollover Desk at 877-555-0177.\n\nQuestions? Participant Services 800-555-0144"
    )
    assert said["phone"].endswith("800-555-0144")


def test_a_page_said_to_be_undated_has_no_date() -> None:
    assert "date" not in fields("Page of the benefits site | Date: undated (2023+)\n\nYou may make Roth contributions.")
