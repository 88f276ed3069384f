"""What a conversion would be, for programs: a ledger, and a rate or a household that says what its income costs."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from pydantic import Field

from megaroth import questions
from megaroth.kit.finding import Finding
from megaroth.kit.money import NONE, ZERO, Money, Rate
from megaroth.kit.reading import Date, Dollars, FileModel, Percent
from megaroth.ledger.conversions import TaxOn, Terms, at_rate
from megaroth.ledger.convert import Assumed, FindingsOn
from megaroth.ledger.entries import YesNo
from megaroth.ledger.schema import ledger_schema
from megaroth.questions import Source, schemas

if TYPE_CHECKING:
    from megaroth.household.model import Household, Job
    from megaroth.ledger.convert import ConvertAnswer
    from megaroth.questions.asking import Question, Reply, Schema
    from megaroth.tax.conversion import ConversionCost


class ConvertInput(FileModel):
    """A ledger, and what a conversion's income costs: a rate, or a household whose return says it."""

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
    facts = _OfHousehold()
    if household is not None:
        found = _of_household(household, today, needs_tax=rate is None)
        if isinstance(found, list):
            return found
        facts = found
    if rate is not None:
        facts = replace(facts, tax_on=at_rate(rate), findings_on=lambda _: ())
    terms = Terms(facts.times_a_year if times_a_year is None else times_a_year, minimum)
    return Assumed(
        facts.tax_on, yearly_return, terms, on, facts.in_plan if in_plan == "unknown" else in_plan, facts.in_service,
        state or facts.state, plan_cost, ira_cost, facts.findings_on,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _OfHousehold:
    """What a household file knows: its tax, its state, and its plan's terms where it has one job."""

    tax_on: TaxOn = at_rate(NONE)  # noqa: RUF009  (a rate of nothing, replaced by the one that is said)
    findings_on: FindingsOn = lambda _: ()
    state: str = ""
    times_a_year: int | None = None
    in_plan: YesNo = "unknown"
    in_service: YesNo = "unknown"


def _of_household(source: Source, today: datetime.date, needs_tax: bool) -> _OfHousehold | list[Finding]:
    household = questions._household(source, is_json=False)
    if isinstance(household, list):
        return household
    only = household.jobs[0] if len(household.jobs) == 1 else None
    known = _terms_of(household, only)
    return _with_tax(known, household, today) if needs_tax else known


def _terms_of(household: Household, job: Job | None) -> _OfHousehold:
    """The state, and what the plan of one job says of conversions."""
    known = _OfHousehold(state=household.state or "")
    if job is None:
        return known
    draft = job.plan.draft
    times, inside, out = (
        draft.value("conversions_per_year"), draft.says("in_plan_conversion"), draft.says("in_service_withdrawal"),
    )  # fmt: skip
    return replace(
        known,
        times_a_year=times if isinstance(times, int) else None,
        in_plan="yes" if inside in ("automatic", "on-request") else "no" if inside == "no" else "unknown",
        in_service="yes" if out == "yes" else "no" if out == "no" else "unknown",
    )


def assumed_of_job(
    household: Household, name: str, today: datetime.date, yearly_return: Rate
) -> tuple[Assumed, tuple[Finding, ...]]:
    """What is known for one job's conversions: its plan's terms and, where the household's return says it, the tax.

    Findings say why there is no tax; it is then nothing, and must not be shown.
    """
    known = _terms_of(household, next(job for job in household.jobs if job.name == name))
    taxed = _with_tax(known, household, today)
    facts = known if isinstance(taxed, list) else taxed
    assumed = Assumed(
        facts.tax_on, yearly_return, Terms(facts.times_a_year), (), facts.in_plan, facts.in_service, facts.state,
        findings_on=facts.findings_on,
    )  # fmt: skip
    return assumed, tuple(taxed) if isinstance(taxed, list) else ()


def _with_tax(known: _OfHousehold, household: Household, today: datetime.date) -> _OfHousehold | list[Finding]:
    """The tax of the whole return with a conversion, less that without it."""
    from megaroth.tax.of_household import cost_of

    law = questions._law_of(household)
    if isinstance(law, list):
        return law
    if household.year != today.year:
        message = f"The household file is of {household.year}; a conversion today is income of {today.year}."
        return [Finding("household-year", "error", message, "year", "Give this year's household file, or --rate.")]
    first = cost_of(law, household, ZERO, today)
    if isinstance(first, list):
        return first

    def of(income: Money) -> ConversionCost:
        cost = cost_of(law, household, income, today)
        assert not isinstance(cost, list)  # noqa: S101  (the same household answered before)
        return cost

    return replace(known, tax_on=lambda income: of(income).total, findings_on=lambda income: of(income).findings)


def waiting(
    after_tax: Iterable[tuple[datetime.date, str]],
    today: datetime.date,
    assumed: Assumed,
    born: datetime.date | None = None,
) -> ConvertAnswer | list[Finding]:
    """What converting late costs for after-tax money that is still to come (day and amount), and in the plan or to a Roth IRA.

    The same question as `questions.convert`, of a ledger of nothing but these contributions.
    """
    ledger = {
        "people": {"you": {"born": born.isoformat()} if born else {}},
        "accounts": {"plan": {"kind": "plan", "separate_contract": "yes"}},
        "entries": [
            {"on": day.isoformat(), "kind": "contribute", "account": "plan", "source": "after_tax", "amount": amount}
            for day, amount in after_tax
        ],
    }
    return questions.convert(ledger, today, assumed)


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
