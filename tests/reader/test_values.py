"""What the parent believes of a document is what a plan file may hold: for values of every shape, right and wrong."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from megaroth.plan.draft import draft_of
from megaroth.plan.file import PlanFile
from megaroth.reader.values import FIELDS, value_of

WORDS = (
    "yes", "no", "frozen", "none", "automatic", "on-request", "payday", "quarter", "year", "after-tax", "pre-tax", "match",
    "rollover", "bonus", "overtime", "Yes", "", "12", "4.5", "66 2/3", "1_000.00", "-3", "101", "1000", "1001", "1/0", "1e3",
    "12.345", "$5", "5%", "\u0661", "9" * 61,
)  # fmt: skip
NAMES = (
    "rate_percent", "up_to_percent_of_pay", "up_to_dollars", "service_from", "service_below", "deferring_percent",
    "earns_percent_of_pay", "max_dollars", "max_percent_of_pay", "percent_of_pay", "dollars", "rate",
)  # fmt: skip
plain = (
    st.sampled_from(WORDS) | st.integers(-2, 500) | st.integers() | st.floats() | st.booleans() | st.text(max_size=5)
)
tables = st.dictionaries(st.sampled_from(NAMES), plain, max_size=3)
tiers = st.fixed_dictionaries(
    {"rate_percent": st.sampled_from(("50", "100", "1001", 25))},
    optional={name: st.integers(-1, 90) | st.sampled_from(WORDS) for name in NAMES[1:5]},
)
steps = st.fixed_dictionaries({name: st.integers(0, 101).map(str) for name in NAMES[5:7]})
said = (
    plain | tables | tiers | steps | st.lists(plain | tables | tiers, max_size=3) | st.lists(tiers | steps, max_size=3)
)


def test_fields_stand_in_the_order_of_a_plan_file() -> None:
    assert [name for name in PlanFile.model_fields if name in FIELDS] == list(FIELDS)


def of_a_file(field: str, value: object) -> Any:
    """The value as a draft of a plan file has it."""
    return draft_of(PlanFile.model_validate({field: value})).stated[field].value


@pytest.mark.parametrize("field", FIELDS)
@given(said)
@settings(max_examples=60, deadline=None)
def test_as_a_plan_file(field: str, value: object) -> None:
    try:
        read = value_of(field, value)
    except ValueError:
        # "unknown" is the one word that a file has and a document does not.
        with pytest.raises(ValidationError):
            PlanFile.model_validate({field: value})
        return
    assert read == of_a_file(field, value)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (
            "match",
            [{"rate_percent": "100", "up_to_percent_of_pay": "3"}, {"rate_percent": "50", "up_to_dollars": "500"}],
        ),
        ("match", "none"),
        ("match_steps", [{"deferring_percent": "6", "earns_percent_of_pay": "4"}]),
        ("match_limits", {"max_dollars": "2000"}),
        ("nonelective", {"percent_of_pay": "3"}),
        ("pay_excludes", ["bonus", "equity"]),
        ("after_tax_cap_percent", "10"),
        ("conversions_per_year", 4),
    ],
)
def test_what_documents_say_is_believed(field: str, value: object) -> None:
    assert value_of(field, value) == of_a_file(field, value)


@pytest.mark.parametrize("field", ["name", "evidence", "read_on", "election_lead_days", "anything", "__class__"])
def test_nothing_else_is_a_term(field: str) -> None:
    with pytest.raises(ValueError, match="no term"):
        value_of(field, "yes")
