"""The household as people write it: a TOML file (or the same shape as JSON)."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias

from pydantic import AfterValidator, ConfigDict, Field, WithJsonSchema
from pydantic.config import JsonDict

from megaroth.household.cash_file import DeductionsFile, W4File
from megaroth.household.outlook_file import (
    CashFile,
    DebtFile,
    DeferredPayFile,
    EsppFile,
    FirstFile,
    HsaFile,
    OutlookFile,
    VestFile,
)
from megaroth.household.pay_file import ElectionsFile, PayOrTable
from megaroth.household.tax_file import TaxFile
from megaroth.kit.money import Money
from megaroth.kit.reading import Date, Dollars, DollarsOrUnknown, FileModel, Percent, WordOr, dollars_or
from megaroth.kit.written import Mistake, shown
from megaroth.plan.file import PlanFile

STATES = re.findall(
    r"\w\w",
    "AL AK AZ AR CA CO CT DC DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR "
    "PA RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR VI AA AE AP",
)
"""Postal codes: the states and the District, the territories, the armed forces."""


def _first_format(written: int) -> int:
    if written != 1:
        raise Mistake(
            f"this program reads format 1, found {shown(written)}", "Write format = 1, or use a newer megaroth."
        )
    return written


def _state(written: str) -> str:
    if written not in STATES:
        near = written.upper() if written.upper() in STATES else None
        remedy = f'Did you mean "{near}"?' if near else 'Write the two capital letters of the state, like "CA".'
        raise Mistake(f"expected the two letters of a state, found {shown(written)}", remedy)
    return written


if TYPE_CHECKING:
    DeferralWish: TypeAlias = Money | Literal["max", "match"]
    Wish: TypeAlias = Money | Literal["max", "none"]
    Format: TypeAlias = int
    State: TypeAlias = str
else:
    DeferralWish = dollars_or("max", "match")
    Wish = dollars_or("max", "none")
    Format = Annotated[int, AfterValidator(_first_format), WithJsonSchema({"const": 1})]
    State = Annotated[str, AfterValidator(_state), WithJsonSchema({"enum": STATES})]


class IraFile(FileModel):
    """A person's IRAs, for the backdoor Roth IRA: values of all traditional, SEP and SIMPLE IRAs together."""

    year_end_value: Dollars = Field(default=Money(0), description="Value of all of them on 31 December, in dollars.")
    basis: Dollars = Field(
        default=Money(0), description="After-tax money in them (Form 8606, line 14 of last year), in dollars."
    )
    distributed: Dollars = Field(default=Money(0), description="Taken out or converted during the year, in dollars.")


class PersonFile(FileModel):
    """One person of the household."""

    born: Date = Field(description="Date of birth; it decides the catch-up.")
    ira: IraFile | None = Field(default=None, description="Only for the backdoor Roth IRA.")
    w4: W4File | None = Field(
        default=None, description="Form W-4, for net pay; left out: the filing status and nothing else entered."
    )


class WishesFile(FileModel):
    """What the person wants from one job's plan."""

    deferral: DeferralWish = Field(
        default="max",
        description='Pre-tax or Roth deferral: "max", "match" (just enough for the full match), or dollars a year.',
    )
    deferral_kind: Literal["pre-tax", "roth"] = Field(default="pre-tax", description="How the deferral is taxed.")
    catch_up: Wish = Field(
        default="max", description='Catch-up contributions from age 50: "max", "none", or dollars a year.'
    )
    after_tax: Wish = Field(default="max", description='After-tax contributions: "max", "none", or dollars a year.')
    employer: Wish = Field(
        default="none", description='Own employer contribution of the self-employed: "max", "none", or dollars a year.'
    )
    shape: Literal["even", "front", "back"] = Field(
        default="even", description="Among equally good schedules: even, early in the year, or late."
    )
    most_changes: Annotated[int, Field(ge=0, le=1)] = Field(
        default=1, description="How often you will change each number after you first set it: 0 or 1."
    )
    least_net_pay: Dollars | None = Field(
        default=None, description="What every paycheck has to leave you after everything, in dollars."
    )


SO_FAR_COLUMNS = ("date", "pay", "pre_tax", "roth", "after_tax", "match")


class SoFarFile(FileModel):
    """Year to date from the last pay stub: typed, or added up from a CSV file of the payroll portal."""

    model_config = ConfigDict(json_schema_extra={"anyOf": [{"required": ["as_of"]}, {"required": ["file"]}]})

    as_of: Date | None = Field(
        default=None, description="Date of that pay stub; with a file, its last row if left out."
    )
    file: str = Field(default="", description="Path of a CSV file, one row a paycheck, instead of amounts typed here.")
    columns: dict[Literal["date", "pay", "pre_tax", "roth", "after_tax", "match"], str] = Field(
        default={}, description='Which column of the file is which: { date = "Pay date", pre_tax = "401k" }.'
    )
    date_format: str = Field(default="%Y-%m-%d", description='How the file writes dates, such as "%m/%d/%Y".')
    year_to_date: bool = Field(
        default=False, description="true: the file's amounts are year to date, not of each paycheck."
    )
    pay: Dollars = Field(default=Money(0), description="Eligible pay so far this year, in dollars.")
    pre_tax: Dollars = Field(default=Money(0), description="Pre-tax deferrals so far, catch-up included, in dollars.")
    roth: Dollars = Field(default=Money(0), description="Roth deferrals so far, catch-up included, in dollars.")
    after_tax: Dollars = Field(default=Money(0), description="After-tax (non-Roth) contributions so far, in dollars.")
    match: Dollars = Field(default=Money(0), description="Employer match so far, in dollars.")

    @property
    def day(self) -> datetime.date:
        """The date, once the file is read."""
        if self.as_of is None:
            raise ValueError("the pay stub has no date yet")
        return self.as_of


_PAY_OR_PROFIT: JsonDict = {
    "if": {"properties": {"self_employed": {"const": True}}, "required": ["self_employed"]},
    "then": {"required": ["profit"]},
    "else": {"required": ["pay"]},
}


class JobFile(FileModel):
    """One job and its plan."""

    model_config = ConfigDict(json_schema_extra=_PAY_OR_PROFIT)

    name: Annotated[str, Field(min_length=1)] = Field(description="A label of your choice, different for every job.")
    person: str = Field(description="Whose job it is: a name from [people].")
    plan: WordOr[str, PlanFile] = Field(
        default="unknown", description='A directory name, a path to a plan file, "unknown", or a table [jobs.plan].'
    )
    employer_group: str = Field(
        default="", description="Jobs with the same group share one limit on annual additions (related employers)."
    )
    pay: PayOrTable | None = Field(
        default=None,
        description="The whole year's eligible pay from this job before any limit, in dollars; or a table [jobs.pay].",
    )
    other_wages: Dollars = Field(
        default=Money(0), description="W-2 pay that is not eligible pay, such as RSU vests, in dollars."
    )
    last_year_pay: DollarsOrUnknown | None = Field(
        default=None,
        description="Last year's pay from this employer: whether you are highly compensated. Dollars or unknown.",
    )
    last_year_fica_wages: DollarsOrUnknown | None = Field(
        default=None,
        description="Last year's W-2 box 3 wages, uncapped: whether catch-up must be Roth. Dollars or unknown.",
    )
    owner_percent: Percent | None = Field(default=None, description="How much of the employer you own, in percent.")
    service_years: Annotated[int, Field(ge=0, le=80)] | None = Field(
        default=None, description="Completed years of service by 31 December, where the match depends on them."
    )
    self_employed: bool = Field(
        default=False, description="true: sole proprietor with a solo 401(k); then write `profit`."
    )
    self_employed_pay: Literal["twice", "once"] = Field(
        default="twice",
        description="Whether the own employer contribution lowers pay for the limits too (twice: the statute).",
    )
    profit: Dollars = Field(default=Money(0), description="Net profit of the self-employed (Schedule C), in dollars.")
    forfeitures: Dollars = Field(
        default=Money(0), description="Forfeitures allocated to the account this year, in dollars."
    )
    starts: Date | None = Field(default=None, description="First day of the job, if it matters for the year.")
    ends: Date | None = Field(default=None, description="Last day of the job, if it ends this year.")
    wishes: WishesFile = Field(
        default=WishesFile.empty(), description="What you want from this plan; left out: as much as possible."
    )
    so_far: SoFarFile | None = Field(default=None, description="Year to date from the last pay stub.")
    deductions: DeductionsFile | None = Field(
        default=None, description="What else comes off the paychecks, and the state's rates: for net pay."
    )
    current_elections: ElectionsFile | None = Field(
        default=None, description="What is entered in the portal today: `audit` says what comes of it."
    )


class ElsewhereFile(FileModel):
    """Deferrals of the year at an employer that is not listed as a job."""

    person: str = Field(description="Whose deferrals: a name from [people].")
    elective_deferrals: Dollars = Field(description="Pre-tax and Roth deferrals there this year, in dollars.")


class HouseholdFile(FileModel):
    """A household and one year."""

    format: Format = Field(default=1, description="Version of this format.")
    year: int = Field(description="The calendar year to plan.")
    filing: Literal["single", "joint", "separate", "head", "survivor"] = Field(
        default="single", description="Filing status of the tax return; head: head of household."
    )
    state: State | None = Field(default=None, description="Two letters of the state of residence.")
    magi: Dollars | None = Field(
        default=None, description="Modified adjusted gross income in dollars, for Roth IRA and IRA deduction limits."
    )
    tax: TaxFile | None = Field(
        default=None, description="The rest of the year's tax return, for the tax of a conversion."
    )
    law_file: str | None = Field(default=None, description="Path of a file with newer limits than this program knows.")
    people: dict[str, PersonFile] = Field(default={}, description="The people by name: [people.ana].")
    jobs: list[JobFile] = Field(default=[], description="The jobs, one [[jobs]] table each.")
    elsewhere: list[ElsewhereFile] = Field(
        default=[], description="Deferrals at employers that are not listed as jobs."
    )
    outlook: OutlookFile | None = Field(default=None, description="What is assumed about the years to come.")
    first: FirstFile | None = Field(default=None, description="The order of the next dollar; left out: the usual one.")
    cash: CashFile | None = Field(default=None, description="Cash at hand, spending, and what will be needed soon.")
    debts: list[DebtFile] | None = Field(default=None, description="What is owed, one [[debts]] table each.")
    hsa: HsaFile | None = Field(default=None, description="The health savings account.")
    espp: list[EsppFile] = Field(default=[], description="Employee stock purchase plans, one [[espp]] table each.")
    vests: list[VestFile] = Field(default=[], description="Stock that vests this year, one [[vests]] table a job.")
    deferred_pay: list[DeferredPayFile] = Field(
        default=[], description="Nonqualified deferred compensation, one [[deferred_pay]] table a job."
    )
