"""The year of pay as people write it: the tables [jobs.pay] and [jobs.current_elections] of a household file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias

from pydantic import Discriminator, Field, Tag

from megaroth.kit.money import NONE, Money
from megaroth.kit.reading import Date, Dollars, FileModel, Percent


class RaiseFile(FileModel):
    """A new salary from a day on."""

    from_: Date = Field(alias="from", description="First day of work at the new salary.")
    annual: Dollars = Field(description="The new base pay a year, in dollars.")


class UnpaidFile(FileModel):
    """Days without pay."""

    from_: Date = Field(alias="from", description="First day without pay.")
    to: Date = Field(description="Last day without pay.")


class ExtraFile(FileModel):
    """Pay that does not come with every payday: a bonus, a commission, a vest."""

    on: Date = Field(description="The day it is paid.")
    amount: Dollars = Field(description="In dollars, before any deduction.")
    kind: Literal["bonus", "commission", "rsu", "espp", "severance", "other"] = Field(
        default="bonus",
        description="What it is; RSU vests, ESPP gains and severance are not eligible pay unless you say so.",
    )
    eligible: bool | None = Field(default=None, description="Whether the plan counts it as eligible pay.")
    matched: bool = Field(default=True, description="Whether contributions from it are matched.")
    own_election: bool = Field(default=False, description="Whether it has an election of its own.")


class PayFile(FileModel):
    """A job's paydays and pay."""

    frequency: Literal["weekly", "biweekly", "semimonthly", "monthly", "listed"] = Field(
        description="How often you are paid; listed: you list the dates in `paydays`."
    )
    first_payday: Date | None = Field(default=None, description="The first payday of the year (or of the job).")
    paydays: list[Date] = Field(default=[], description="With frequency = listed: every date on which you are paid.")
    days_of_month: list[Annotated[int, Field(ge=1, le=31)]] = Field(
        default=[], description="Monthly and semimonthly: the days of the month, 31 for its last day."
    )
    shift: Literal["before", "after", "none"] = Field(
        default="before", description="Where a payday goes that falls on a weekend or bank holiday."
    )
    arrears_days: Annotated[int, Field(ge=0, le=60)] = Field(
        default=0, description="How many days before the payday the period that it pays has ended."
    )
    periods_per_year: Annotated[int, Field(ge=1, le=366)] | None = Field(
        default=None,
        description="What the salary is divided by; left out: 52, 26, 24, 12 or the number of listed dates.",
    )
    annual: Dollars = Field(description="Base pay a year, in dollars.")
    raises: list[RaiseFile] = Field(default=[], description="New salaries during the year.")
    extra: list[ExtraFile] = Field(default=[], description="Bonuses, commissions, vests: pay beside the salary.")
    unpaid: list[UnpaidFile] = Field(default=[], description="Unpaid leave.")


class NumbersFile(FileModel):
    """What is entered in the portal, in percent of each paycheck, or in dollars a paycheck."""

    pre_tax: Percent = Field(default=NONE, description="Pre-tax deferral, in percent.")
    roth: Percent = Field(default=NONE, description="Roth deferral, in percent.")
    catch_up: Percent = Field(default=NONE, description="Catch-up, in percent, where it has an election of its own.")
    after_tax: Percent = Field(default=NONE, description="After-tax contributions, in percent.")
    pre_tax_dollars: Dollars | None = Field(default=None, description="Pre-tax deferral in dollars a paycheck instead.")
    roth_dollars: Dollars | None = Field(default=None, description="Roth deferral in dollars a paycheck instead.")
    catch_up_dollars: Dollars | None = Field(default=None, description="Catch-up in dollars a paycheck instead.")
    after_tax_dollars: Dollars | None = Field(
        default=None, description="After-tax contributions in dollars a paycheck instead."
    )


class ChangeFile(NumbersFile):
    """Other numbers from a day on."""

    from_: Date = Field(alias="from", description="First day on which paychecks follow these numbers.")
    bonus: NumbersFile | None = Field(default=None, description="The numbers for pay with an election of its own.")


class ElectionsFile(NumbersFile):
    """What is entered in the portal today."""

    bonus: NumbersFile | None = Field(default=None, description="The numbers for pay with an election of its own.")
    changes: list[ChangeFile] = Field(default=[], description="Changes that are entered already or that you consider.")


def _table_or_amount(value: object) -> str:
    return "__structure__" if isinstance(value, dict) else "__word__"


if TYPE_CHECKING:
    PayOrTable: TypeAlias = Money | PayFile
else:
    PayOrTable = Annotated[
        Annotated[Dollars, Tag("__word__")] | Annotated[PayFile, Tag("__structure__")],
        Discriminator(_table_or_amount),
    ]
