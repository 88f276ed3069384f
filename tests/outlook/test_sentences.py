"""Every sentence of `should`, `first` and `worth` is turned by a pair of households: on one side of its number it is said, on the other not.

The sentences are read from the source, so that one that is new and has no pair fails here. What stands on every page of a kind is no
advice and needs none.
"""

from __future__ import annotations

import ast
import datetime
import functools
import inspect
import json
import sys
from contextlib import nullcontext
from types import ModuleType
from typing import Any
from unittest import mock

from tests.outlook.households import CASH, FLAT, first, household, room, should
from tests.outlook.test_should import FLIPS, FULL

from megaroth.outlook import (
    assumptions,
    compare,
    flowchart,
    of_state,
    places,
    roth_or_pre_tax,
    strategies,
    weighed,
)
from megaroth.outlook import first as first_
from megaroth.outlook import should as should_
from megaroth.outlook.compare import worth_answer
from megaroth.questions import outlook as outlook_
from megaroth.report import first_text, should_text, worth_text
from megaroth.report.first_text import first_lines
from megaroth.report.should_text import should_lines
from megaroth.report.text import finding_lines
from megaroth.report.worth_text import worth_lines

MODULES: tuple[ModuleType, ...] = (
    assumptions, compare, first_, flowchart, of_state, places, roth_or_pre_tax, should_, strategies, weighed,
    first_text, should_text, worth_text,
)  # fmt: skip
WIDE = 10**6
LATE = datetime.date(2026, 11, 26)
SHORT = {"work_until_age": 45, "spend_age": 50}

SOLO = {
    "name": "Noor LLC", "person": "ana", "self_employed": True, "profit": 200_000,
    "plan": {"name": "Noor 401(k)", "after_tax_allowed": "yes", "in_plan_conversion": "on-request", "roth_deferrals": "yes", "match": "none"},
}  # fmt: skip
NO_ROTH = {"roth_deferrals": "no", "in_plan_conversion": "no", "in_service_withdrawal": "yes"}
UNPAID = {name: value for name, value in household()["jobs"][0].items() if name != "last_year_pay"}
OLD = {"people": {"ana": {"born": "1970-03-14"}}}
TWO = {"jobs": [household()["jobs"][0], {**household()["jobs"][0], "name": "Umbrella", "pay": 90_000}]}
IRA = {"people": {"ana": {"born": "1986-03-14", "ira": {"year_end_value": 0, "basis": 0}}}}
SO_FAR = {"as_of": "2026-05-15", "pay": 80_000}
ESPP = {"job": "Initech", "discount_percent": 15}
PAYDAYS = {"pay": {"frequency": "semimonthly", "days_of_month": [15, 31], "annual": 180_000}}
STOCK = {"job": {"other_wages": 100_000}, "vests": [{"job": "Initech", "value": 100_000}]}
LATER_PAY = {"job": "Initech", "amount": 40_000}
DEBT = {"name": "card", "balance": 9_000, "rate_percent": "7.5"}
FLAT_RATES = {"dividend_tax_percent": 20, "gain_tax_percent": 20, "rate_now_percent": 40, "rate_later_percent": 30}


def outlook(**parts: Any) -> dict[str, Any]:
    return {"outlook": {**SHORT, **parts}}


PAIRS: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    *(("should", here, there) for _, here, there, _, _ in FLIPS),
    ("should", {}, {"why": False}),
    ("should", {**FULL, "first": {"order": ["taxable", "after-tax"]}}, {**FULL, "first": {"order": ["after-tax", "taxable"]}}),
    ("should", {**FULL, "job": {"so_far": {**SO_FAR, "after_tax": "0.01"}}}, {**FULL, "job": {"so_far": {**SO_FAR, "after_tax": 0}}}),
    ("should", {"jobs": [UNPAID]}, {"job": {"last_year_pay": 160_000}}),
    ("should", {"jobs": [SOLO]}, {"jobs": [{**SOLO, "owner_percent": 100}]}),
    ("should", {"jobs": [SOLO]}, {}),
    ("should", {"job": {"so_far": {**SO_FAR, "pre_tax": "24_500.01"}}}, {"job": {"so_far": {**SO_FAR, "pre_tax": 24_500}}}),
    # first: cash, match, debts
    ("first", {}, {"why": False}),
    ("first", {}, {"cash": CASH}),
    ("first", {}, {"first": {"order": ["match"]}}),
    ("first", {"first": {"order": ["hsa"]}}, {"first": {"order": ["hsa"]}, "hsa": {"coverage": "none"}}),
    ("first", {"cash": {"to_save": 1_000}}, {"cash": {"to_save": 2_000_000}}),
    ("first", {"cash": CASH, "first": {"order": ["match"]}}, {"cash": {**CASH, "to_save": 9_120}, "first": {"order": ["match"]}}),
    ("first", {"plan": {"match": "none"}}, {"plan": {"match": "unknown"}}),
    ("first", {"job": {"pay": 0}}, {"job": {"pay": "0.01"}}),
    ("first", {"plan": {"match": [{"rate_percent": 50, "up_to_percent_of_pay": 6, "service_from": 1}]}, "job": {"service_years": 0}},
     {"plan": {"match": [{"rate_percent": 50, "up_to_percent_of_pay": 6, "service_from": 1}]}, "job": {"service_years": 1}}),
    *(("first", {"job": {"so_far": {**SO_FAR, "pre_tax": one}}, "plan": plan}, {"job": {"so_far": {**SO_FAR, "pre_tax": other}}, "plan": plan})
      for plan in ({}, {"true_up": "yes"}) for one, other in (("0.01", 0), (24_500, "24_499.99"))),
    ("first", {"debts": [DEBT]}, {"debts": [{**DEBT, "rate_percent": "7.49"}]}),
    ("first", {"debts": [DEBT]}, {"debts": [DEBT], "first": {"high_rate_percent": 8}}),
    # stock plan, HSA
    ("first", {"espp": [ESPP]}, {"espp": [{**ESPP, "lookback": True}]}),
    ("first", {"espp": [ESPP]}, {}),
    ("first", {"hsa": {"coverage": "self"}, "state": "CA"}, {"hsa": {"coverage": "none"}, "state": "CA"}),
    ("first", {"hsa": {"coverage": "self"}, "state": "CA"}, {"state": "TX"}),
    # deferral and catch-up: 50 in the year, Roth above last year's wages of 150,000, a plan without Roth
    ("first", OLD, {"people": {"ana": {"born": "1977-01-01"}}}),
    ("first", OLD, {**OLD, "job": {"last_year_fica_wages": 150_000}}),
    ("first", {**OLD, "job": {"last_year_fica_wages": "unknown"}}, {**OLD, "job": {"last_year_fica_wages": 150_000}}),
    ("first", {**OLD, "plan": NO_ROTH}, {**OLD, "plan": NO_ROTH, "job": {"last_year_fica_wages": 150_000}}),
    ("first", {**OLD, "plan": {"match": "none"}, "job": {"pay": 24_500}}, {**OLD, "plan": {"match": "none"}, "job": {"pay": "24_500.01"}}),
    ("first", {"job": {"wishes": {"deferral_kind": "roth"}}}, {}),
    ("first", {"plan": {"match": "none"}, "job": {"pay": 24_500}}, {"plan": {"match": "none"}, "job": {"pay": "24_500.01"}}),
    # Roth IRA: income in the phase-out, what the other IRAs hold
    ("first", {**IRA, "magi": 400_000}, {"magi": 400_000}),
    ("first", {"magi": 400_000}, {}),
    ("first", {"magi": "153_019.99"}, {"magi": 153_020}),
    ("first", {"magi": 167_999}, {"magi": 168_000}),
    ("first", {"people": {"ana": {"born": "1986-03-14", "ira": {"year_end_value": 1, "basis": 0}}}, "magi": 400_000}, {**IRA, "magi": 400_000}),
    # after-tax
    ("first", {"plan": {"after_tax_allowed": "unknown"}}, {"plan": {"after_tax_allowed": "no"}}),
    ("first", {"plan": {"after_tax_cap_dollars": 0}}, {"plan": {"after_tax_cap_dollars": 1}}),
    ("first", {"job": {"so_far": {**SO_FAR, "after_tax": "0.01"}}}, {"job": {"so_far": {**SO_FAR, "after_tax": 0}}}),
    ("first", {"late": True, "job": PAYDAYS}, {"job": PAYDAYS}),
    ("first", {"first": {"college": 1}}, {"first": {"college": 0}}),
    # stock that vests, deferred pay
    ("first", STOCK, {}),
    ("first", STOCK, {**STOCK, "vests": [{"job": "Initech", "value": 100_000, "withheld_percent": 37}]}),
    ("first", {**STOCK, "year": 2022}, STOCK),
    ("first", {"deferred_pay": [LATER_PAY]}, {}),
    ("first", {"deferred_pay": [LATER_PAY]}, {"deferred_pay": [{**LATER_PAY, "amount": "39_999.99"}]}),
    *(("first", {"deferred_pay": [{**LATER_PAY, "lowers_eligible_pay": one}]}, {"deferred_pay": [{**LATER_PAY, "lowers_eligible_pay": other}]})
      for one, other in (("yes", "no"), ("unknown", "yes"))),
    # Roth or pre-tax, Roth IRA or plan
    *(("first", {"outlook": {"rate_later_percent": one}}, {"outlook": {"rate_later_percent": other}})
      for one, other in (("23.9", 24), (24, "24.1"))),
    ("first", {"outlook": {"rate_now_percent": 30}}, {}),
    ("first", {"outlook": {"later_income": 50_000}}, {}),
    ("first", {"people": {"ana": {"born": "1967-01-01"}}}, {"people": {"ana": {"born": "1966-12-31"}}}),
    ("first", {"plan": NO_ROTH}, {"plan": {"roth_deferrals": "yes"}}),
    ("first", {"plan": {"roth_deferrals": "unknown"}}, {"plan": {"roth_deferrals": "yes"}}),
    # an order of one's own, a year without tables
    ("first", {"first": {"order": ["after-tax", "match"]}}, {"first": {"order": ["match", "after-tax"]}}),
    ("first", {"first": {"order": ["taxable"]}}, {"first": {"order": ["match", "taxable"]}}),
    ("first", {"year": 2022}, {}),
    # worth: the answer, its break-even, its years
    ("worth", outlook(), {**outlook(), "why": False}),
    ("worth", outlook(), {**outlook(), "sensitivity": True}),
    ("worth", {**outlook(), "markets": True}, {**outlook(), "markets": True, "numpy": False}),
    ("worth", {**outlook(), "markets": True}, {**outlook(), "markets": False}),
    ("worth", outlook(**FLAT | {"rate_now_percent": 20}), outlook(**FLAT | {"dividend_tax_percent": "0.01"})),
    ("worth", {**outlook(**FLAT), "plan": {"in_plan_conversion": "on-request"}}, outlook()),
    ("worth", {**outlook(gain_tax_percent=0, dividend_tax_percent=0), "plan": {"in_plan_conversion": "on-request"}},
     {**outlook(gain_tax_percent=15, dividend_tax_percent=15), "plan": {"in_plan_conversion": "on-request"}}),
    ("worth", {**outlook(gain_tax_percent=0, dividend_tax_percent=15, work_until_age=50), "plan": {"in_plan_conversion": "on-request"}}, outlook()),
    ("worth", outlook(spend_age=45), outlook()),
    ("worth", outlook(work_until_age=40), outlook(work_until_age=41)),
    ("worth", outlook(gain_tax_percent=60, later_income=0), outlook()),
    # what is assumed
    ("worth", outlook(payout_years=1), outlook(payout_years=2)),
    ("worth", outlook(deposits="end-of-year"), outlook()),
    ("worth", outlook(at_end="step-up"), outlook()),
    ("worth", outlook(yearly_amount=10_000), outlook()),
    ("worth", outlook(later_income=90_000), outlook()),
    ("worth", {**outlook(), "job": {"wishes": {"after_tax": 9_000}}}, outlook()),
    ("worth", outlook(closed_from=2030), outlook()),
    ("worth", {**outlook(), "tax": {"state_percent": 0}}, outlook()),
    ("worth", outlook(**FLAT_RATES), outlook()),
    # ways: one that waits half a year is none of its own, one year's money cannot be late
    ("worth", {**outlook(), "plan": {"in_plan_conversion": "on-request", "conversions_per_year": 1}}, outlook()),
    ("worth", {**outlook(), "plan": {"in_plan_conversion": "on-request"}}, outlook()),
    ("worth", {**outlook(), "plan": {"in_plan_conversion": "no", "in_service_withdrawal": "yes"}}, outlook()),
    ("worth", {**outlook(), "plan": {"in_plan_conversion": "unknown"}}, outlook()),
    ("worth", {**outlook(), "job": {"wishes": {"deferral": 24_499}}}, outlook()),
    ("worth", {**outlook(), "debts": [DEBT]}, outlook()),
    # the state
    ("worth", {**outlook(), "state": "CA"}, {**outlook(), "state": "NJ"}),
    ("worth", {**outlook(), "state": "WA"}, {**outlook(), "state": "TX"}),
    ("worth", {**outlook(), "state": "TX"}, outlook()),
    ("worth", {**outlook(), "state": "NY"}, outlook()),
    ("worth", {**outlook(later_income=30_000), "state": "VA"}, {**outlook(), "state": "VA"}),
    ("worth", {**outlook(pay_growth_percent=0, inflation_percent=5, later_income=90_000), "state": "VA", "job": {"pay": 70_000, "last_year_pay": 70_000}},
     {**outlook(), "state": "VA"}),
    ("worth", {**outlook(), "state": "IL"}, outlook(state_percent=5)),
    ("worth", outlook(state_percent=5, state_later_percent=0), outlook(state_percent=5)),
    ("worth", {**outlook(state_later_percent=0), "state": "CA"}, {**outlook(), "state": "CA"}),
    # what is said besides, and why nothing can be compared
    ("worth", {**outlook(), "job": {"starts": "2026-01-02"}}, {**outlook(), "job": {"starts": "2026-01-01"}}),
    ("worth", {**outlook(), **TWO}, {**outlook(), "jobs": [TWO["jobs"][0], {**TWO["jobs"][1], "plan": {"after_tax_allowed": "unknown"}}]}),
    ("worth", outlook(payout_years=9), outlook(payout_years=10)),
    ("worth", {**outlook(payout_years=1, spend_age=59)}, outlook(payout_years=1, spend_age=60)),
    ("worth", {"plan": {"after_tax_allowed": "no"}}, {"plan": {"after_tax_allowed": "yes"}}),
    ("worth", {"plan": {"match": "unknown"}}, outlook(yearly_amount=1)),
    ("worth", {"plan": {"after_tax_cap_dollars": 0}}, {"plan": {"after_tax_cap_dollars": 1}}),
    ("worth", {"year": 2022}, {"year": 2022, **outlook(**FLAT_RATES)}),
]  # fmt: skip


@functools.cache
def page(kind: str, written: str) -> str:
    answer: Any
    parts = json.loads(written)
    why, markets, moved = parts.pop("why", True), parts.pop("markets", False), parts.pop("sensitivity", False)
    # What is imported while `sys.modules` is patched is forgotten after: only what needs it is patched.
    hidden = nullcontext() if parts.pop("numpy", True) else mock.patch.dict(sys.modules, numpy=None)
    if kind == "should":
        answer = should(**parts)
        lines = should_lines(answer, WIDE, why)
    elif kind == "first":
        late = parts.pop("late", False)
        answer = outlook_.first(household(**parts), LATE) if late else first(**parts)
        assert not isinstance(answer, list)
        lines = first_lines(answer, WIDE, why)
    else:
        with hidden:
            answer = worth_answer(room(**parts), markets, moved)
        lines = finding_lines(answer, WIDE) if isinstance(answer, list) else worth_lines(answer, WIDE, why)
    data = answer if isinstance(answer, list) else answer.as_json()
    return " ".join([*(line.text for line in lines), json.dumps(data, ensure_ascii=False, default=repr)])


def sentences(module: ModuleType) -> set[str]:
    """Every literal of three words and more that is no docstring; of one with values in it the parts between them."""
    tree = ast.parse(inspect.getsource(module))
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    texts = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in docs]
    found = {" ".join(text.split()).strip(" .,:;()") for text in texts if isinstance(text, str)}
    return {text for text in found if len(text.split()) >= 3}


def test_every_sentence_is_turned() -> None:
    pages = [(kind, page(kind, json.dumps(here)), page(kind, json.dumps(there))) for kind, here, there in PAIRS]
    missing = []
    assert sum(len(sentences(module)) for module in MODULES) > 400
    for module in MODULES:
        for text in sorted(sentences(module)):
            turned = any((text in here) != (text in there) for _, here, there in pages)
            said = {kind for kind, here, there in pages if text in here and text in there}
            fixed = any(all(text in here and text in there for of, here, there in pages if of == kind) for kind in said)
            if not turned and not fixed:
                missing.append(f"{module.__name__}: {'never said' if not said else 'not turned'}: {text}")
    assert not missing, "\n".join(missing)
