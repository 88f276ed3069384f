"""What a conversion would be, for programs: a ledger, and a rate or a household that says what its income costs."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, Literal

from pydantic import Field

from megaroth import questions
from megaroth.kit.finding import Finding
from megaroth.kit.money import NONE, ZERO, Money, Rate
from megaroth.kit.reading import Date, Dollars, FileModel, Percent
from megaroth.ledger.conversions import Terms, at_rate
from megaroth.ledger.convert import Assumed
from megaroth.ledger.schema import ledger_schema
from megaroth.questions import Source, schemas

if TYPE_CHECKING:
    from megaroth.plan.draft import PlanDraft
    from megaroth.questions.asking import Question, Reply, Schema


class ConvertInput(FileModel):
    """A ledger, and what a conversion's income costs: a rate."""

    ledger: dict[str, Any] = Field(description="A ledger, as in a ledger file.")
    rate_percent: Percent | None = Field(
        default=None, description="Your marginal tax rate, federal and state together."
    )
    household: dict[str, Any] | None = Field(
        default=None, description="A household, as in a household file: its whole return says what a conversion costs."
    )
    return_percent: Percent = Field(default=NONE, description="The yearly return you assume.")
    account: str = Field(default="", description="The plan, where the ledger has several.")
    times_a_year: int | None = Field(default=None, ge=0, le=400, description="How often the plan converts in a year.")
    minimum: Dollars = Field(default=ZERO, description="The smallest conversion of the plan.")
    on: list[Date] = Field(default_factory=list, description="Days on which you convert by phone.")
    in_plan: Literal["yes", "no", "unknown"] = Field(default="unknown", description="Does the plan convert inside it?")
    state: str = Field(default="", max_length=40, description="Your state.")
    plan_cost_percent: Percent | None = Field(default=None, description="What the plan's funds cost in a year.")
    ira_cost_percent: Percent | None = Field(default=None, description="What the IRA's funds cost in a year.")


def assumed_of(
    *, rate: Rate | None, household: Source | None, today: datetime.date, yearly_return: Rate = NONE,
    times_a_year: int | None = None, minimum: Money = ZERO, on: tuple[datetime.date, ...] = (),
    in_plan: Literal["yes", "no", "unknown"] = "unknown", state: str = "", plan_cost: Rate | None = None,
    ira_cost: Rate | None = None,
) -> Assumed | list[Finding]:  # fmt: skip
    """What is said, and what the household file knows where it is not said. One of `rate` and `household` is needed."""
    if rate is None and household is None:
        remedy = "Say --rate with your marginal rate in percent, or --household with your household file."
        return [Finding("rate-missing", "error", "Nothing says what a conversion costs in tax.", "--rate", remedy)]
    draft: PlanDraft | None = None
    if household is not None:
        read = questions._household(household, is_json=False)
        if isinstance(read, list):
            return read
        state = state or read.state or ""
        draft = read.jobs[0].plan.draft if len(read.jobs) == 1 else None
    if draft is not None:
        said = draft.value("conversions_per_year")
        times_a_year = said if times_a_year is None and isinstance(said, int) else times_a_year
        inside = draft.says("in_plan_conversion")
        if in_plan == "unknown" and inside in ("automatic", "on-request", "no"):
            in_plan = "no" if inside == "no" else "yes"
    out: Literal["yes", "no", "unknown"] = "unknown"
    if draft is not None and draft.says("in_service_withdrawal") in ("yes", "no"):
        out = "yes" if draft.says("in_service_withdrawal") == "yes" else "no"
    if rate is not None:
        tax_on = at_rate(rate)
    else:
        return [
            Finding(
                "tax-not-there",
                "error",
                "The tax of a household's conversion is not there yet.",
                "--household",
                "Say --rate.",
            )
        ]
    terms = Terms(times_a_year, minimum)
    return Assumed(tax_on, yearly_return, terms, on, in_plan, out, state, plan_cost, ira_cost)


def _convert(source: Source, today: datetime.date | None) -> Reply:
    from megaroth.questions.asking import _NO_DAY, _small_input

    if today is None:
        return [_NO_DAY]
    given = _small_input(source, ConvertInput)
    if isinstance(given, list):
        return given
    assumed = assumed_of(
        rate=given.rate_percent, household=given.household, today=today, yearly_return=given.return_percent,
        times_a_year=given.times_a_year, minimum=given.minimum, on=tuple(given.on), in_plan=given.in_plan,
        state=given.state, plan_cost=given.plan_cost_percent, ira_cost=given.ira_cost_percent,
    )  # fmt: skip
    if isinstance(assumed, list):
        return assumed
    answer = questions.convert(given.ledger, today, assumed, given.account)
    return answer if isinstance(answer, list) else answer.as_json()


def _inputs() -> Schema:
    from megaroth.household.schema import household_schema

    made = ConvertInput.model_json_schema()
    more = {"ledger": ledger_schema(), "household": {"anyOf": [household_schema(), {"type": "null"}]}}
    return {**made, "properties": {**made["properties"], **more}}


def entries() -> tuple[Question, ...]:
    """The questions of this module, for the list of all."""
    from megaroth.questions.asking import Question

    says = "What converting after-tax money today would be, and what waiting costs."
    return (Question("convert", says, _inputs, schemas.convert, _convert),)
