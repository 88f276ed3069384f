"""Every sentence of advice has the number that caused it; past the threshold the sentence is another."""

from __future__ import annotations

import datetime
import inspect
import re
from typing import Any

import pytest
from tests.outlook.households import CASH, FLAT, first, household, should

from megaroth.kit.money import Money, dollars
from megaroth.outlook import weighed
from megaroth.outlook.weighed import kept_for_soon

FULL: dict[str, Any] = {"cash": CASH, "debts": [], "hsa": {"coverage": "none"}}


def test_all_is_well() -> None:
    answer = should(**FULL)
    assert (answer.word, answer.amount) == ("yes", dollars(41_500))
    assert (
        answer.says
        == "Yes. Put up to $41,500.00 after tax into Initech 401(k) Plan this year and have it converted to Roth."
    )
    assert {reason.code for reason in answer.reasons} == {"way-in", "room", "acp-refund", "ahead", "break-even"}


def test_every_reason_has_number_threshold_and_source() -> None:
    households: list[dict[str, Any]] = [FULL, {}, {"plan": {"after_tax_allowed": "no"}}, {"plan": {"match": "unknown"}},
        {"plan": {"in_plan_conversion": "no", "in_service_withdrawal": "no"}}, {"cash": {**CASH, "to_save": 10}}]  # fmt: skip
    for parts in households:
        for reason in should(**parts).reasons:
            assert reason.number
            assert reason.turns
            assert reason.source
            assert reason.says.endswith((".", "?"))


STUB = {"as_of": "2026-05-15", "pay": 80_000}
FLIPS: list[tuple[str, dict[str, Any], dict[str, Any], str, str]] = [
    # code, on this side of the threshold, on the other, decision on this side, on the other
    ("no-after-tax", {"plan": {"after_tax_allowed": "no"}}, FULL, "no", "yes"),
    ("no-conversion", {"plan": {"in_plan_conversion": "no", "in_service_withdrawal": "no"}},
     {**FULL, "plan": {"in_plan_conversion": "no", "in_service_withdrawal": "yes"}}, "no", "yes"),
    ("plan-unknown", {"plan": {"in_plan_conversion": "unknown"}}, FULL, "ask", "yes"),
    ("room-unknown", {"plan": {"match": "unknown"}}, FULL, "ask", "yes"),
    ("no-room", {"plan": {"after_tax_cap_dollars": 0}}, {**FULL, "plan": {"after_tax_cap_dollars": 1}}, "no", "yes"),
    ("no-room", {"plan": {"nonelective": {"dollars": 41_500}}}, {**FULL, "plan": {"nonelective": {"dollars": 41_499}}}, "no", "yes"),
    ("no-pay", {**FULL, "job": {"pay": 0}}, {**FULL, "job": {"pay": "0.01"}}, "no", "no"),
    ("no-gain", {**FULL, "outlook": {**FLAT, "rate_now_percent": 20}}, {**FULL, "outlook": {**FLAT, "dividend_tax_percent": "0.01"}}, "no", "yes"),
    ("acp-refund", {**FULL, "job": {"last_year_pay": 100_000, "owner_percent": "5.01"}}, {**FULL, "job": {"last_year_pay": 100_000, "owner_percent": 5}}, "yes", "yes"),
    ("figures", {**FULL, "job": {"so_far": {**STUB, "pre_tax": "24_500.01"}}}, {**FULL, "job": {"so_far": {**STUB, "pre_tax": 24_500}}}, "ask", "yes"),
    ("job-over", {**FULL, "job": {"ends": "2026-01-01", "so_far": {"as_of": "2026-01-01", "pay": 9_000}}},
     {**FULL, "job": {"ends": "2026-01-03", "so_far": {"as_of": "2026-01-01", "pay": 9_000}}}, "no", "yes"),
    ("not-in-order", {**FULL, "first": {"order": ["match"]}}, {**FULL, "first": {"order": ["match", "after-tax"]}}, "not-yet", "yes"),
    # What may be deferred takes all of the pay: the wish to defer nothing leaves room, what comes first does not.
    ("no-room-now", {**FULL, "job": {"pay": 24_500, "wishes": {"deferral": 0}}, "plan": {"match": "none"}},
     {**FULL, "job": {"pay": "24_500.01", "wishes": {"deferral": 0}}, "plan": {"match": "none"}}, "no", "no"),
    ("pay-too-low", {**FULL, "job": {"pay": 71_999}}, {**FULL, "job": {"pay": 72_000}}, "yes", "yes"),
    ("acp-refund", {**FULL, "job": {"last_year_pay": "160_000.01"}}, {**FULL, "job": {"last_year_pay": 160_000}}, "yes", "yes"),
    ("emergency-cash-first", {**FULL, "cash": {**CASH, "savings": 0, "to_save": "29_999.99"}},
     {**FULL, "cash": {**CASH, "savings": 0, "to_save": 200_000}}, "not-yet", "yes"),
    ("high-rate-debt-first", {**FULL, "cash": {**CASH, "to_save": 20_000}, "debts": [{"name": "card", "balance": 30_000, "rate_percent": "7.5"}]},
     {**FULL, "debts": [{"name": "card", "balance": 30_000, "rate_percent": "7.49"}]}, "not-yet", "yes"),
    ("hsa-first", {"debts": [], "hsa": {"coverage": "family"}, "cash": {**CASH, "to_save": 11_000}},
     {"debts": [], "hsa": {"coverage": "family"}, "cash": CASH}, "not-yet", "yes"),
    ("match-first", {**FULL, "cash": {**CASH, "to_save": 3_000}}, {**FULL, "cash": CASH}, "not-yet", "yes"),
    ("deferral-first", {**FULL, "cash": {**CASH, "to_save": 12_000}}, {**FULL, "cash": CASH}, "not-yet", "yes"),
    ("cash-short", {**FULL, "cash": {**CASH, "to_save": 60_000}}, {**FULL, "cash": CASH}, "yes-partly", "yes"),
    ("cash-unknown", {"debts": [], "hsa": {"coverage": "none"}}, FULL, "yes", "yes"),
    ("needed-soon", {**FULL, "cash": {**CASH, "needed_within_five_years": 60_001}},
     {**FULL, "cash": {**CASH, "needed_within_five_years": 60_000}}, "yes-partly", "yes"),
    ("needed-soon", {**FULL, "cash": {**CASH, "needed_within_five_years": 200_000}},
     {**FULL, "cash": {**CASH, "needed_within_five_years": 0}}, "not-yet", "yes"),
    ("earnings-taxed", {**FULL, "plan": {"in_plan_conversion": "on-request"}}, {**FULL, "plan": {"in_plan_conversion": "automatic"}}, "yes", "yes"),
    ("earnings-trap", {**FULL, "plan": {"in_plan_conversion": "no", "in_service_withdrawal": "yes"}}, FULL, "yes", "yes"),
    ("job-over", {**FULL, "job": {"ends": "2026-01-02"}}, {**FULL, "job": {"ends": "2026-01-03"}}, "no", "yes"),
    ("leaving", {**FULL, "job": {"ends": "2027-01-02"}}, {**FULL, "job": {"ends": "2027-01-03"}}, "yes", "yes"),
    ("leaving-unvested", {**FULL, "job": {"ends": "2026-12-31", "service_years": 2}, "plan": {"vesting": "cliff after 3 years"}},
     {**FULL, "job": {"ends": "2026-12-31", "service_years": 3}, "plan": {"vesting": "cliff after 3 years"}}, "yes", "yes"),
    ("leaving-unvested", {**FULL, "job": {"ends": "2026-12-31", "service_years": 4}, "plan": {"vesting": "20% a year"}},
     {**FULL, "job": {"ends": "2026-12-31", "service_years": 5}, "plan": {"vesting": "20% a year"}}, "yes", "yes"),
    ("leaving-unvested", {**FULL, "job": {"ends": "2026-12-31"}, "plan": {"vesting": "cliff after 3 years"}},
     {**FULL, "job": {"ends": "2026-12-31"}, "plan": {"vesting": "immediate"}}, "yes", "yes"),
    ("leaving-vesting-unclear", {**FULL, "job": {"ends": "2026-12-31"}, "plan": {"vesting": "by quarters"}},
     {**FULL, "job": {"ends": "2026-12-31"}, "plan": {"vesting": "immediate"}}, "yes", "yes"),
    ("needed-soon-there", {**FULL, "cash": {**CASH, "needed_within_five_years": 60_000}},
     {**FULL, "cash": {**CASH, "needed_within_five_years": "60_000.01"}}, "yes", "yes-partly"),
    ("way-in", FULL, {**FULL, "plan": {"after_tax_allowed": "frozen"}}, "yes", "no"),
    ("room", FULL, {**FULL, "plan": {"after_tax_cap_dollars": 0}}, "yes", "no"),
    ("ahead", {**FULL, "outlook": {"gain_tax_percent": 15, "dividend_tax_percent": 15}},
     {**FULL, "outlook": {"gain_tax_percent": 0, "dividend_tax_percent": 0}, "plan": {"in_plan_conversion": "on-request"}}, "yes", "no"),
    ("emergency-cash-unknown", {**FULL, "cash": {"to_save": 200_000}}, {**FULL, "cash": {**CASH, "to_save": 200_000}}, "yes", "yes"),
    ("no-break-even", {**FULL, "outlook": {"work_until_age": 41, "spend_age": 42}},
     {**FULL, "outlook": {"work_until_age": 41, "spend_age": 60}}, "yes", "yes"),
    ("behind", {**FULL, "outlook": {"gain_tax_percent": 0, "dividend_tax_percent": 0}, "plan": {"in_plan_conversion": "on-request"}},
     {**FULL, "outlook": {"gain_tax_percent": 15, "dividend_tax_percent": 15}, "plan": {"in_plan_conversion": "on-request"}}, "no", "yes"),
    ("break-even", FULL, {**FULL, "outlook": {"return_percent": 0, "inflation_percent": 0, "dividend_percent": 0, "gain_tax_percent": 1}},
     "yes", "no"),
]  # fmt: skip


def test_every_sentence_is_turned() -> None:
    """No reason is without its pair of households, on this side of its threshold and on the other."""
    source = inspect.getsource(weighed)
    codes = set(re.findall(r'Reason\(\s*f?"([\w{}.-]+)"', source))
    assert len(codes) > 20
    turned = {code for code, *_ in FLIPS}
    assert {code for code in codes if "{" not in code} <= turned
    assert {"match-first", "hsa-first", "emergency-cash-unknown"} <= turned


@pytest.mark.parametrize(
    ("code", "here", "there", "word_here", "word_there"),
    FLIPS,
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_sentence_turns_at_its_threshold(
    code: str, here: dict[str, Any], there: dict[str, Any], word_here: str, word_there: str
) -> None:
    this, other = should(**here), should(**there)
    assert this.reason(code) is not None, [reason.code for reason in this.reasons]
    assert other.reason(code) is None
    assert (this.word, other.word) == (word_here, word_there)
    for answer in (this, other):
        assert (answer.chart.path[-1].key == "go") == (answer.word in ("yes", "yes-partly"))


def test_the_number_of_a_sentence_is_the_number_of_the_rule() -> None:
    answer = should(**{**FULL, "job": {"pay": 60_000, "last_year_pay": 60_000}})
    assert answer.reason("pay-too-low") is not None
    room = answer.reason("room")
    assert room is not None
    assert room.number == str(answer.job.after_tax_room)
    assert room.number in room.says


def test_graded_vesting_loses_its_share() -> None:
    """Match 6,000, 40% vested after two years of 20% each: 3,600 lost."""
    reason = should(**FULL, job={"ends": "2026-12-31", "service_years": 2}, plan={"vesting": "20% a year"}).reason(
        "leaving-unvested"
    )
    assert reason is not None
    assert (reason.number, reason.turns) == ("$3,600.00", "3 years of service")
    assert "40% of the match is yours; from 3 years on 60%" in reason.says


def test_what_is_needed_soon_lowers_the_amount_by_just_that() -> None:
    answer = should(**{**FULL, "cash": {**CASH, "needed_within_five_years": 70_000}})
    assert answer.amount == dollars(41_500 - 10_000)


def test_savings_beyond_what_is_needed_soon_do_not_raise_the_amount() -> None:
    answer = should(**{**FULL, "cash": {**CASH, "to_save": 50_000, "needed_within_five_years": 10_000}})
    assert kept_for_soon(answer.household) == Money(0)
    place = first(**{**FULL, "cash": {**CASH, "to_save": 50_000}}).place("after-tax")
    assert place is not None
    assert place.fills is not None
    assert Money(0) < place.fills < dollars(41_500)
    assert answer.amount == place.fills


def test_steps_that_are_not_stated_are_named() -> None:
    answer = should(cash={"to_save": 200_000})
    assert {f"{step}-unknown" for step in ("emergency-cash", "high-rate-debt", "hsa")} <= {
        reason.code for reason in answer.reasons
    }
    assert answer.word == "yes"


def test_two_open_plans_are_both_named() -> None:
    two = household()
    second = {**two["jobs"][0], "name": "Umbrella", "pay": 90_000}
    second["plan"] = {**second["plan"], "name": "Umbrella Plan"}
    answer = should(**FULL, jobs=[two["jobs"][0], second])
    assert "Initech 401(k) Plan (at most" in answer.says
    assert "Umbrella Plan (at most" in answer.says


# The flowchart


def path(**parts: Any) -> list[str]:
    return [node.key for node in should(**parts).chart.path]


def test_the_way_through() -> None:
    assert path(**FULL) == ["figures", "after-tax", "into-roth", "room", "worth", "acp", "cash", "convert", "go"]


@pytest.mark.parametrize(
    ("parts", "ends"),
    [
        ({"plan": {"after_tax_allowed": "frozen"}}, ["figures", "after-tax", "after-tax-no"]),
        ({"plan": {"after_tax_allowed": "unknown"}}, ["figures", "after-tax", "after-tax-not-known"]),
        ({"plan": {"in_plan_conversion": "unknown"}}, ["figures", "after-tax", "into-roth", "into-roth-not-known"]),
        ({"plan": {"match": "unknown"}}, ["figures", "after-tax", "into-roth", "room", "room-not-known"]),
        ({"plan": {"after_tax_cap_dollars": 0}}, ["figures", "after-tax", "into-roth", "room", "room-no"]),
        (
            {"job": {"ends": "2026-01-01", "so_far": {"as_of": "2026-01-01", "pay": 200_000}}},
            ["figures", "after-tax", "into-roth", "room", "room-no"],
        ),
        (
            {**FULL, "cash": {**CASH, "to_save": 0}},
            ["figures", "after-tax", "into-roth", "room", "worth", "acp", "cash", "cash-no"],
        ),
    ],
)
def test_the_ways_out(parts: dict[str, Any], ends: list[str]) -> None:
    assert path(**parts) == ends


@pytest.mark.parametrize("parts", [FULL, {}, {"plan": {"after_tax_allowed": "no"}}, {"plan": {"match": "unknown"}}])
def test_the_chart_hangs_together(parts: dict[str, Any]) -> None:
    chart = should(**parts).chart
    keys = {node.key for node in chart.nodes}
    assert len(keys) == len(chart.nodes)
    assert all(edge.start in keys and edge.to in keys for edge in chart.edges)
    taken = [edge for edge in chart.edges if edge.taken]
    steps = list(zip(chart.path, chart.path[1:], strict=False))
    assert [(edge.start, edge.to) for edge in taken] == [(a.key, b.key) for a, b in steps]
    for node in chart.nodes:
        if node.kind == "question":
            assert sum(edge.start == node.key and edge.label == node.answer for edge in chart.edges) == 1
            assert node.because


def test_an_owner_is_not_sent_to_ask_about_a_test_of_his_own_plan() -> None:
    """As the room's findings do: a self-employed owner knows whom the plan covers."""
    plan = {"after_tax_allowed": "yes", "in_plan_conversion": "automatic", "match": "none"}
    mine = should(
        **FULL, jobs=[{"name": "Noor", "person": "ana", "self_employed": True, "profit": 200_000, "plan": plan}]
    )
    assert mine.word == "yes"
    assert mine.reason("acp-refund") is None


def test_today_is_an_argument() -> None:
    parts = {**FULL, "job": {"ends": "2026-06-30"}}
    assert should(datetime.date(2026, 1, 2), **parts).reason("leaving") is not None
    assert should(datetime.date(2025, 1, 2), **parts).reason("leaving") is None


def test_nothing_is_below_nothing() -> None:
    answer = should(**{**FULL, "cash": {**CASH, "to_save": 0, "needed_within_five_years": 500_000}})
    assert answer.amount == Money(0)
