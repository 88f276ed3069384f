"""The rules and the oracle, written apart from each other, agree to the cent; planted bugs make them differ.

Quick: the first 2,000 households. All 20,000: `MEGAROTH_HOUSEHOLDS=20000 uv run pytest tests/oracle/test_agreement.py`.
"""

from __future__ import annotations

import datetime
import json
import os
import random
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest
from tests.oracle.generate import random_household
from tests.oracle.oracle import answer, numbers

from megaroth import questions
from megaroth.kit.money import NO_LIMIT, ZERO, Money, Rounding
from megaroth.law import s401c_earned_income, s414v_catch_up
from megaroth.plan import caps, match
from megaroth.room import facts, household, room

HOUSEHOLDS = int(os.environ.get("MEGAROTH_HOUSEHOLDS", "2000"))
CHUNKS = 8
COMPARED = (
    "annual_additions_limit", "elective_deferral", "catch_up", "match", "nonelective",
    "after_tax_room", "after_tax_room_absolute", "after_tax_planned", "total",
)  # fmt: skip


def cents(written: str | None) -> int | None:
    return None if written is None else int(written.replace(".", ""))


def differences(seed: int) -> list[str]:
    """Every amount in which the answer and the oracle differ for one random household."""
    made: dict[str, Any] = random_household(random.Random(seed))
    year = made["year"]
    today = datetime.date(year, 1, 1)
    found = questions.room(json.dumps(made, default=str), today, is_json=True)
    if isinstance(found, list):
        return [f"seed {seed}: refused: {finding.message} {finding.where}" for finding in found]
    expected = {job["name"]: job for job in answer(made, numbers(year), today)}
    wrong = []
    for job in found.as_json()["jobs"]:
        oracle = expected[job["name"]]
        for field in COMPARED:
            if cents(job[field]) != oracle[field]:
                wrong.append(f"seed {seed} {job['name']} {field}: {job[field]}, oracle {oracle[field]} cents")
        if (job["is_hce"], job["catch_up_must_be_roth"]) != (oracle["is_hce"], oracle["catch_up_must_be_roth"]):
            wrong.append(f"seed {seed} {job['name']}: highly compensated or Roth catch-up")
    return wrong


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_rules_and_oracle_agree(chunk: int) -> None:
    wrong = [line for seed in range(chunk, HOUSEHOLDS, CHUNKS) for line in differences(seed)]
    assert not wrong, f"{len(wrong)} differences: " + "\n".join(wrong[:10])


def half_down(of: Money, rate: Any, rounding: Rounding) -> Money:
    return Money(int(of.cents) * rate.top // rate.bottom)


BUGS: list[tuple[str, ModuleType, str, Callable[..., Any]]] = [
    ("pay above the compensation limit is matched", room, "countable_pay", lambda law, pay: pay),
    ("catch-up counts as room", room, "deferral_that_must_count", lambda deferral, unused: ZERO),
    ("the match takes no room", room, "left_of_annual_additions", lambda limit, d, m, n, f, o: limit - d),
    ("deferrals are not cut", room, "deferral_that_fits", lambda plan, facts, pay, available, wished, *_: wished),
    ("the cap on after-tax is forgotten", room, "after_tax_cap", lambda plan, pay: NO_LIMIT),
    ("the cap for the highly compensated is forgotten", room, "hce_after_tax_cap", lambda plan, pay, hce: NO_LIMIT),
    ("caps are of pay less a dollar", caps, "cap", lambda of, rate: ZERO if rate.top > 0 else NO_LIMIT),
    ("the higher catch-up is for everyone", s414v_catch_up, "higher_catch_up", lambda law, o: law.catch_up_60_to_63.amount),
    ("a match is rounded down", match, "portion", half_down),
    ("tiers have no width", match, "tier_width", lambda tier, pay: ZERO),
    ("deferrals elsewhere are forgotten", room, "elective_deferral_left", lambda law, e: law.elective_deferrals.amount),
    ("pay does not cap annual additions", room, "annual_additions_limit", lambda law, pay, m: law.annual_additions.amount),
    ("unknown last year's pay is not highly compensated", facts, "_last_year_pay_of_group", lambda law, h, job: ZERO),
    ("self-employment tax has no wage base", s401c_earned_income, "earnings_under_wage_base", lambda law, e, w: e),
    ("jobs of a group have a limit each", household, "_share_annual_additions", lambda law, jobs, cases: {}),
    ("what was made can be undone", facts, "deferral_wish", lambda job, facts, needs: ZERO),
]  # fmt: skip


@pytest.mark.parametrize(("what", "module", "name", "bug"), BUGS, ids=[bug[0] for bug in BUGS])
def test_a_planted_bug_is_found(
    what: str, module: ModuleType, name: str, bug: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert hasattr(module, name)
    monkeypatch.setattr(module, name, bug)
    if module is facts and hasattr(household, name):
        monkeypatch.setattr(household, name, bug)
    assert any(differences(seed) for seed in range(400)), what
