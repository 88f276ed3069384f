"""The terms of payroll: what a plan states is taken, what it does not state is settled on the safe side and told."""

from __future__ import annotations

import json
from typing import Any

from megaroth.kit.finding import Finding
from megaroth.kit.money import Rate, dollars
from megaroth.kit.reading import check, parse_json
from megaroth.plan.draft import PlanDraft, draft_of
from megaroth.plan.file import PlanFile
from megaroth.plan.payroll import STOPS, Payroll, payroll_of


def draft(**terms: Any) -> PlanDraft:
    source = parse_json(json.dumps(terms), "a plan")
    assert not isinstance(source, Finding)
    file = check(source, PlanFile)
    assert isinstance(file, PlanFile), file
    return draft_of(file)


def test_nothing_stated_is_the_safe_side_and_everything_is_asked() -> None:
    """No true-up, no stop, pay counted until its limit: the sides on which match is lost if one defers too fast."""
    assert payroll_of(draft()) == Payroll(
        unknown=(
            "match_period", "true_up", "comp_cap_mode", "auto_stop", "spillover", "election_step_percent", "true_up_last_day",
        )
    )  # fmt: skip
    assert not payroll_of(draft()).trues_up


def test_everything_stated_is_taken() -> None:
    terms = draft(
        match_period="quarter", true_up="yes", true_up_last_day="no", true_up_month=3, comp_cap_mode="spread",
        spillover="yes", auto_stop="yes", auto_stop_limits=["deferrals"], catch_up_election="separate",
        election_step_percent=0.5, election_lead_days=10,
    )  # fmt: skip
    assert payroll_of(terms) == Payroll(
        period="quarter", true_up=True, true_up_if_gone=True, true_up_month=3, cap_mode="spread", spillover=True,
        stops=("deferrals",), separate_catch_up=True, step=Rate(1, 200), lead_days=10,
    )  # fmt: skip
    assert payroll_of(terms).trues_up


def test_a_plan_that_stops_stops_at_every_limit_unless_it_says_which() -> None:
    assert payroll_of(draft(auto_stop="yes")).stops == STOPS
    assert payroll_of(draft(auto_stop="no", auto_stop_limits=["deferrals"])).stops == ()
    assert payroll_of(draft(auto_stop="unknown")).stops == ()


def test_steps_in_dollars_leave_nothing_to_ask() -> None:
    stated = payroll_of(draft(election_step_dollars=25))
    assert stated.step_dollars == dollars(25)
    assert "election_step_percent" not in stated.unknown


def test_pay_counted_with_a_true_up_trues_up_without_saying_so() -> None:
    assert payroll_of(draft(comp_cap_mode="true-up", true_up="no")).trues_up
    assert not payroll_of(draft(true_up_last_day="yes")).true_up_if_gone
