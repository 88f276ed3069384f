"""How payroll applies a plan's terms within the year; gaps are settled here, on the safe side.

Knows the terms and which of them were stated. Refuses to know any paycheck: that is `schedule/payroll.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from megaroth.kit.money import Money, Rate
from megaroth.plan.draft import PlanDraft

STOPS = ("deferrals", "annual-additions", "plan-caps")
ONE_PERCENT = Rate(1, 100)


@dataclass(frozen=True, slots=True)
class Payroll:
    """The terms of payroll. `stops` are the limits at which it stops by itself; `unknown` the fields not stated."""

    period: Literal["payday", "quarter", "year"] = "payday"
    true_up: bool = False
    true_up_if_gone: bool = False
    """Whether the yearly match or the true-up is paid to somebody who left during the year."""
    true_up_month: int | None = None
    cap_mode: Literal["stop", "spread", "true-up"] = "stop"
    spillover: bool = False
    stops: tuple[str, ...] = ()
    separate_catch_up: bool = False
    step: Rate = ONE_PERCENT
    step_dollars: Money | None = None
    lead_days: int = 0
    unknown: tuple[str, ...] = ()

    @property
    def trues_up(self) -> bool:
        """Whether missed match is made up after the year's end."""
        return self.true_up or self.cap_mode == "true-up"


def payroll_of(draft: PlanDraft) -> Payroll:
    """The terms as stated. Not stated: match per payday without true-up, pay counted until its limit, no stop, steps of 1%."""
    value, says = draft.value, draft.says
    asked = ("match_period", "true_up", "comp_cap_mode", "auto_stop", "spillover")
    stops = tuple(value("auto_stop_limits", [])) or STOPS
    unknown = [name for name in asked if says(name) == "unknown"]
    if not {"election_step_percent", "election_step_dollars"} & draft.stated.keys():
        unknown.append("election_step_percent")
    if "true_up_last_day" not in draft.stated:
        unknown.append("true_up_last_day")
    return Payroll(
        period=value("match_period", "payday"),
        true_up=says("true_up") == "yes",
        true_up_if_gone=says("true_up_last_day") == "no",
        true_up_month=value("true_up_month"),
        cap_mode=value("comp_cap_mode", "stop"),
        spillover=says("spillover") == "yes",
        stops=stops if says("auto_stop") == "yes" else (),
        separate_catch_up=says("catch_up_election") == "separate",
        step=value("election_step_percent", ONE_PERCENT),
        step_dollars=value("election_step_dollars"),
        lead_days=value("election_lead_days", 0),
        unknown=tuple(unknown),
    )
