"""Rows whose table was lost: label and value on one line, on two, or parted by a tab."""

from __future__ import annotations

import pytest
from tests.reader.said import fields

ROWS = [
    "{label}: {value}",
    "{label} – {value}",
    "{label} - {value}",
    "• {label} — {value}",
    "{label}\t{value}",
    "{label}\n{value}",
    "{label}\n\n{value}",
]
OPENING = "You can make pre-tax, Roth and traditional after-tax contributions.\n\n"


def page(shape: str, head: str, *rows: tuple[str, str]) -> str:
    told = "\n".join(shape.format(label=label, value=value) for label, value in rows)
    return f"{OPENING}{head}\n\n{told}\n"


@pytest.mark.parametrize("shape", ROWS)
@pytest.mark.parametrize(("answer", "said"), [("No", "no"), ("Yes, each March", "yes")])
def test_a_row_on_the_true_up_says_what_stands_beside_it(shape: str, answer: str, said: str) -> None:
    text = page(shape, "Company match", ("Match", "50% of the first 6% of pay"), ("Year-end true-up", answer))
    assert fields(text).get("true_up") == said


@pytest.mark.parametrize("shape", ROWS)
def test_rows_on_what_is_matched(shape: str) -> None:
    text = page(shape, "Company match", ("Match frequency", "Each payroll"), ("After-tax contributions matched", "No"))
    assert fields(text).get("match_on_after_tax") == "no"


@pytest.mark.parametrize("shape", ROWS)
def test_rows_on_money_out(shape: str) -> None:
    text = page(shape, "In-service withdrawals", ("Pre-tax", "Age 59½ or hardship"), ("After-tax", "Any time"))
    assert fields(text).get("in_service_withdrawal") == "yes"


@pytest.mark.parametrize("feature", ["In-plan Roth conversion", "In-plan rollover"])
@pytest.mark.parametrize("shape", ROWS)
def test_rows_on_conversion(shape: str, feature: str) -> None:
    text = page(shape, "Plan features", ("Loans", "Two at a time"), (f"{feature} of after-tax", "Automatic, daily"))
    told = fields(text).get("in_plan_conversion")
    assert told == "automatic" if "\n" not in shape else told in ("automatic", None)


@pytest.mark.parametrize("shape", ROWS[:5])
def test_rows_on_what_goes_in(shape: str) -> None:
    text = page(shape, "Contributions", ("Pre-tax and Roth", "1% – 60% of pay"), ("After-tax", "Up to 10% of pay"))
    told = fields(text)
    assert (told.get("deferral_cap_percent"), told.get("after_tax_cap_percent")) == ("60", "10")


@pytest.mark.parametrize(
    "text",
    [
        "Roth contributions – taxed when you make them\nPre-tax contributions – taxed when you take them out",
        "Saving – from 1% to 50% – is up to you",
        "Matching contributions\nThe Company matches what you save.\nWithdrawals\nNo later than March you hear from us.",
    ],
)
def test_prose_with_dashes_and_short_lines_is_no_table(text: str) -> None:
    """Nothing is said of a true-up by a line that only looks like one."""
    told = fields(f"{OPENING}{text}\n")
    assert "true_up" not in told
    assert "match" not in told


def test_what_is_quoted_stands_on_the_page() -> None:
    from megaroth.reader import work

    text = page("{label} – {value}", "Match", ("Match", "50% of the first 6% of pay"), ("True-up", "No"))
    told = work.work(
        {"do": "read", "kind": "text", "today": "2026-11-27"}, f"The Exemplar 401(k) Plan\n\n{text}".encode()
    )
    assert isinstance(told, dict)
    for field in told["fields"].values():
        assert field["quote"] in text
