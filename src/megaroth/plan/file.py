"""The plan as people write it: a TOML file, a directory entry, or a table inside a household file."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import AfterValidator, Field

from megaroth.kit.money import NO_CAP, NO_LIMIT, NONE, ZERO, Money, Rate
from megaroth.kit.reading import Date, DollarCap, Dollars, FileModel, Percent, PercentCap, RatePercent, WordOr, YesNo
from megaroth.kit.written import Mistake, near, shown
from megaroth.plan.model import FOREVER, EmployerMoney, MatchLimits, MatchStep, Tier


def _a_step(step: Rate | Money) -> Rate | Money:
    if (step.cents if isinstance(step, Money) else step.top) == 0:
        raise Mistake("a step of nothing", "Write what the portal counts in, like 1; leave it out if you do not know.")
    return step


class TierFile(FileModel):
    """One tier of a match formula: the rate, and how far it reaches (the next share of pay, the next dollars, or all)."""

    rate_percent: RatePercent = Field(
        description="Percent of the matched contributions that the employer adds, like 50."
    )
    up_to_percent_of_pay: Percent | None = Field(
        default=None, description="Reaches to the next so many percent of eligible pay; left out: every further dollar."
    )
    up_to_dollars: Dollars | None = Field(
        default=None, description="Reaches to the next so many dollars of contributions."
    )
    service_from: Annotated[int, Field(ge=0, le=80)] = Field(
        default=0, description="Serves people with at least so many completed years of service."
    )
    service_below: Annotated[int, Field(ge=1, le=80)] | None = Field(
        default=None, description="Serves people with fewer completed years of service than this."
    )

    def term(self) -> Tier:
        """The tier as rules read it."""
        return Tier(
            self.rate_percent,
            NO_CAP if self.up_to_percent_of_pay is None else self.up_to_percent_of_pay,
            NO_LIMIT if self.up_to_dollars is None else self.up_to_dollars,
            self.service_from,
            FOREVER if self.service_below is None else self.service_below,
        )


class StepFile(FileModel):
    """A step match: whoever defers `deferring_percent` of pay earns `earns_percent_of_pay`."""

    deferring_percent: Percent = Field(description="Whoever defers at least this percent of eligible pay …")
    earns_percent_of_pay: Percent = Field(description="… earns this percent of eligible pay.")

    def term(self) -> MatchStep:
        """The step as rules read it."""
        return MatchStep(self.deferring_percent, self.earns_percent_of_pay)


class MatchLimitsFile(FileModel):
    """The most the whole match can be."""

    max_dollars: Dollars | None = Field(default=None, description="The most the match can be in a year, in dollars.")
    max_percent_of_pay: Percent | None = Field(
        default=None, description="The most the match can be, in percent of eligible pay."
    )

    def term(self) -> MatchLimits:
        """The limits as rules read them."""
        return MatchLimits(
            NO_LIMIT if self.max_dollars is None else self.max_dollars,
            NO_CAP if self.max_percent_of_pay is None else self.max_percent_of_pay,
        )


class EmployerMoneyFile(FileModel):
    """Employer money that needs no deferral: a share of pay, dollars, or both."""

    percent_of_pay: Percent | None = Field(default=None, description="In percent of eligible pay.")
    dollars: Dollars | None = Field(default=None, description="In dollars a year.")

    def term(self) -> EmployerMoney:
        """The money as rules read it."""
        return EmployerMoney(self.percent_of_pay or NONE, ZERO if self.dollars is None else self.dollars)


class QuoteFile(FileModel):
    """More words of the same document."""

    quote: str = Field(description="The words of the document.")
    page: int | None = Field(default=None, description="Page of the document.")


class EvidenceFile(FileModel):
    """Where a field was read, and how sure that is."""

    quote: str = Field(default="", description="The words of the document.")
    note: str = Field(default="", description="What else one should know.")
    page: int | None = Field(default=None, description="Page of the document.")
    also: list[QuoteFile] = Field(
        default_factory=list, description="What else it rests on: a second tier, a heading, a question."
    )
    source: str = Field(default="", description="Document or site where it was read.")
    date: WordOr[str, Date] = Field(default="", description="When it was published or read.")
    confidence: str = Field(
        default="",
        description="official, recordkeeper, guide, third-party, blog, blog_weak or forum; the last two do not count as stated.",
    )


def _field_name(written: str) -> str:
    if written not in PlanFile.model_fields:
        close = near(written, PlanFile.model_fields)
        remedy = f"Did you mean [evidence.{close}]?" if close else "Name it as the field that it is the evidence of."
        raise Mistake(f"a plan has no field {shown(written)}", remedy)
    return written


FieldName: TypeAlias = Annotated[str, AfterValidator(_field_name)]


class PlanFile(FileModel):
    """The terms of one plan. Every field may be left out or "unknown"; the answer then takes the safe side and asks."""

    name: str = Field(default="", description="Name of the plan, as its document calls it.")
    employer: str = Field(default="", description="The employer whose plan it is.")
    aliases: list[str] = Field(default=[], description="Other names under which the directory finds it.")
    read_on: Date | None = Field(default=None, description="When the document was read.")
    after_tax_allowed: Literal["yes", "no", "frozen", "unknown"] = Field(
        default="unknown",
        description="Does the plan take after-tax (non-Roth) employee contributions today? frozen: no longer.",
    )
    after_tax_cap_percent: PercentCap | None = Field(
        default=None, description='Cap on after-tax contributions in percent of eligible pay, or "none".'
    )
    after_tax_cap_dollars: DollarCap | None = Field(
        default=None, description='Cap on after-tax contributions in dollars a year, or "none".'
    )
    hce_after_tax_cap_percent: PercentCap | None = Field(
        default=None, description="Lower cap for highly compensated employees, in percent of eligible pay."
    )
    deferral_cap_percent: PercentCap | None = Field(
        default=None, description="Cap on pre-tax and Roth deferrals, in percent of eligible pay."
    )
    combined_cap_percent: PercentCap | None = Field(
        default=None, description="Cap on deferrals and after-tax contributions together, in percent of eligible pay."
    )
    roth_deferrals: YesNo = Field(default="unknown", description="Does the plan accept Roth deferrals?")
    super_catch_up: YesNo = Field(
        default="unknown", description="Does the plan offer the higher catch-up at ages 60 to 63?"
    )
    in_plan_conversion: Literal["automatic", "on-request", "no", "unknown"] = Field(
        default="unknown", description="Can after-tax money be converted to Roth inside the plan?"
    )
    conversions_per_year: Annotated[int, Field(ge=0, le=400)] | None = Field(
        default=None, description="How many conversions or withdrawals the plan lets one make in a year."
    )
    in_service_withdrawal: YesNo = Field(
        default="unknown", description="Can after-tax money be rolled to a Roth IRA while still employed?"
    )
    separate_accounting: YesNo = Field(
        default="unknown", description="Does the plan keep after-tax money and its earnings in an account of their own?"
    )
    match: WordOr[Literal["none", "unknown"], list[TierFile]] | None = Field(
        default=None, description='The match tiers in order, one [[match]] table each; or "none" or "unknown".'
    )
    match_alternative: list[TierFile] = Field(
        default=[], description="A second formula; the greater of the two counts."
    )
    match_steps: list[StepFile] = Field(
        default=[], description="A match that jumps: one [[match_steps]] table for each step."
    )
    match_limits: MatchLimitsFile = Field(
        default=MatchLimitsFile.empty(), description="The most the whole match can be."
    )
    match_on_roth: YesNo = Field(default="unknown", description="Are Roth deferrals matched?")
    match_on_catch_up: YesNo = Field(default="unknown", description="Are catch-up contributions matched?")
    match_on_after_tax: YesNo = Field(default="unknown", description="Are after-tax contributions matched?")
    match_period: Literal["payday", "quarter", "year", "unknown"] = Field(
        default="unknown", description="How often the match is computed."
    )
    true_up: YesNo = Field(default="unknown", description="Does the plan make up missed match after the year's end?")
    comp_cap_mode: Literal["stop", "spread", "true-up", "unknown"] = Field(
        default="unknown", description="How payroll applies the limit on pay, §401(a)(17), to the match."
    )
    nonelective: EmployerMoneyFile = Field(
        default=EmployerMoneyFile.empty(), description="Employer money that needs no deferral."
    )
    profit_sharing: EmployerMoneyFile = Field(
        default=EmployerMoneyFile.empty(), description="Profit sharing, as far as it is known."
    )
    spillover: YesNo = Field(
        default="unknown", description="Do deferrals go on as after-tax contributions once their limit is reached?"
    )
    auto_stop: YesNo = Field(default="unknown", description="Does payroll stop at a limit by itself?")
    auto_stop_limits: list[Literal["deferrals", "annual-additions", "plan-caps"]] = Field(
        default=[], description="With auto_stop: the limits at which payroll stops by itself; left out: all."
    )
    election_step_percent: Annotated[Percent, AfterValidator(_a_step)] | None = Field(
        default=None, description="Elections come in steps of so many percent."
    )
    election_step_dollars: Annotated[Dollars, AfterValidator(_a_step)] | None = Field(
        default=None, description="Elections are dollars a paycheck, in steps of so many."
    )
    election_lead_days: Annotated[int, Field(ge=0, le=120)] | None = Field(
        default=None, description="How many days before a payday a new election has to be entered."
    )
    catch_up_election: Literal["same", "separate", "unknown"] = Field(
        default="unknown", description="Does the deferral simply go on as catch-up, or has catch-up its own election?"
    )
    true_up_last_day: YesNo = Field(
        default="unknown", description="Must one be employed on 31 December to get the yearly match or the true-up?"
    )
    true_up_month: Annotated[int, Field(ge=1, le=12)] | None = Field(
        default=None, description="Month of the next year in which the yearly match or the true-up is paid in."
    )
    other_wages_in_415_pay: YesNo = Field(
        default="unknown",
        description="Does pay that is not eligible pay (RSU vests) count for the limit of all of pay?",
    )
    top_paid_group: YesNo = Field(
        default="no", description="Does the employer use the top-paid-group election for highly compensated employees?"
    )
    limitation_year_months: Annotated[int, Field(ge=1, le=12)] = Field(
        default=12, description="Months of a short limitation year; 12 for a whole one."
    )
    vesting: str = Field(
        default="", description="When employer money belongs to the participant, in the plan's own words."
    )
    recordkeeper: str = Field(default="", description="Who keeps the accounts.")
    phone: str = Field(default="", description="Where to ask by telephone.")
    website: str = Field(default="", description="Where to log in or read more.")
    eligible_pay: str = Field(default="", description="What the plan counts as eligible pay, in its own words.")
    match_eligible_pay: str = Field(
        default="", description="What counts as pay for the match, where that is not what counts for deferrals."
    )
    pay_excludes: list[Literal["bonus", "commission", "overtime", "equity", "severance", "expense allowances"]] = Field(
        default=[], description="Kinds of pay that are not eligible pay."
    )
    conversion_sources: list[Literal["after-tax", "pre-tax", "match", "rollover"]] = Field(
        default=[], description="Which money the plan converts to Roth; left out: not stated."
    )
    conversion_minimum_dollars: Dollars | None = Field(default=None, description="The least one may convert at a time.")
    withdrawals_per_year: Annotated[int, Field(ge=0, le=400)] | None = Field(
        default=None, description="How many withdrawals of after-tax money the plan lets one make in a year."
    )
    withdrawal_terms: str = Field(
        default="", description="On what after-tax money may be withdrawn while employed, in the plan's own words."
    )
    withdrawal_suspension: str = Field(
        default="", description="What is suspended after such a withdrawal, in the plan's own words."
    )
    auto_enrolment_percent: Percent | None = Field(
        default=None, description="The deferral at which new employees are enrolled if they do nothing."
    )
    auto_increase_percent: Percent | None = Field(
        default=None, description="By how much the deferral is raised each year if one does nothing."
    )
    auto_increase_up_to_percent: Percent | None = Field(
        default=None, description="The deferral at which the yearly raise ends."
    )
    safe_harbor: YesNo = Field(default="unknown", description="Is it a safe harbor plan, free of some yearly tests?")
    plan_year_ends: str = Field(default="", description="The last day of the plan year, like December 31.")
    conflicts: list[str] = Field(default=[], description="Where sources disagree.")
    history: list[str] = Field(default=[], description="What was different in earlier years.")
    evidence: dict[FieldName, EvidenceFile] = Field(
        default={},
        description="Where each field was read: [evidence.FIELD].",
        json_schema_extra=lambda schema: schema.update(propertyNames={"enum": list(PlanFile.model_fields)}),
    )
