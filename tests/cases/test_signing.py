"""The loop itself can fail: a wrong cent, an unknown key, a missing parameter and unstated law are all told."""

from __future__ import annotations

import pytest
from pydantic import ValidationError
from tests.cases.signed import HouseholdCase, IndexedCase, RuleCase, Signed, differences, import_rules

import_rules()
LIMIT = {"name": "limit", "source": "IRC §415(c)(1)", "rule": "annual_additions_limit", "year": 2026}
FACTS = {"pay": "60000", "months": 12}
HOUSEHOLD = """
year = 2026
[people.ana]
born = 1986-05-05
[[jobs]]
name = "job"
person = "ana"
pay = 60_000
plan = { after_tax_allowed = "yes", in_plan_conversion = "automatic", match = "none" }
"""


def rule_case(**changes: object) -> Signed:
    return Signed("", RuleCase.model_validate(LIMIT | {"given": FACTS, "expect": "60000"} | changes), {})


def household_case(**changes: object) -> Signed:
    written = {"name": "h", "source": "IRC §415(c)(1)", "household": HOUSEHOLD} | changes
    return Signed("", HouseholdCase.model_validate(written), {})


def test_right_cases_agree() -> None:
    assert differences(rule_case()) == []
    assert differences(household_case(expect={"jobs": {"job": {"after_tax_room": "35500"}}})) == []


@pytest.mark.parametrize("amount", ["60000.01", "59999.99", "no limit"])
def test_a_cent_is_told(amount: str) -> None:
    assert differences(rule_case(expect=amount))


def test_a_published_figure_is_told() -> None:
    assert differences(rule_case(published="60001"))
    assert differences(rule_case(published="60000")) == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"expect": {"jobs": {"job": {"after_tax_room": "35500.01"}}}},
        {"expect": {"jobs": {"job": {"is_hce": True}}}},
        {"expect": {"jobs": {"job": {"match": "not known"}}}},
        {"refused": ["law-year-unknown"]},
        {"expect": {"jobs": {"job": {"match": "0"}}}, "findings": ["no-such-finding"]},
        {"expect": {"jobs": {"job": {"match": "0"}}}, "without": ["limit-is-pay"]},
        {"household": HOUSEHOLD.replace("2026", "2017"), "expect": {"jobs": {}}},
        {"household": HOUSEHOLD.replace("2026", "2017"), "refused": ["bad-value"]},
    ],
)
def test_a_wrong_answer_is_told(wrong: dict[str, object]) -> None:
    assert differences(household_case(**wrong))


def test_an_error_that_the_case_does_not_name_is_told() -> None:
    more = HOUSEHOLD.replace("[[jobs]]", '[[elsewhere]]\nperson = "ana"\nelective_deferrals = 30_000\n[[jobs]]')
    expect = {"jobs": {"job": {"elective_deferral": "0"}}}
    assert differences(household_case(household=more, expect=expect)) == ["error excess-deferral is found"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"given": {"pay": "60000"}},
        {"given": FACTS | {"age": 50}},
        {"given": FACTS | {"pay": 60000}},
        {"given": FACTS | {"months": "12"}},
        {"year": None},
        {"year": 2017},
        {"year": 2017, "law": {"compensation": "270000"}},
    ],
)
def test_a_case_that_says_too_little_or_too_much_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises((ValueError, TypeError)):
        differences(rule_case(**wrong))


def test_a_year_outside_the_book_needs_its_own_numbers() -> None:
    stated = rule_case(
        year=2017, law={"annual_additions": "54000"}, given={"pay": "90000", "months": 12}, expect="54000"
    )
    assert differences(stated) == []


@pytest.mark.parametrize("wrong", [{"expected": "60000"}, {"expect": None}, {"year": "2026"}, {"source": None}])
def test_an_unknown_key_is_an_error(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        rule_case(**wrong)


def test_a_row_without_a_place_in_the_household_is_an_error() -> None:
    with pytest.raises(ValueError, match="no place"):
        differences(Signed("", household_case().case, {"bonus": 1}))


def test_a_wrong_index_or_amount_is_told() -> None:
    written = {"name": "i", "source": "IRC §415(d)", "indexed": "annual_additions"}
    right = {"index_of_q3": {"2001": ["177.5", "177.5", "178.3"]}, "expect": {"2026": "72000"}}
    assert differences(Signed("", IndexedCase.model_validate(written | right), {})) == []
    for wrong in ({"index_of_q3": {"2001": ["177.5", "177.5", "178.4"]}}, {"expect": {"2026": "73000"}}):
        assert differences(Signed("", IndexedCase.model_validate(written | right | wrong), {}))
