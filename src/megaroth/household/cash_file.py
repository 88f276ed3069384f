"""What net pay needs of a household file: a person's Form W-4, and what else comes off a job's paychecks.

Knows the tables [people.X.w4] and [jobs.deductions] and their mistakes. Refuses to know what they do to a paycheck.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from megaroth.kit.money import NONE, ZERO, Money
from megaroth.kit.reading import Dollars, FileModel, Percent
from megaroth.kit.written import Mistake


class W4File(FileModel):
    """Form W-4 as the employer has it. Left out: single, nothing else entered, as for one who gave no form."""

    status: Literal["single", "joint", "head"] = Field(
        default="single",
        description='Step 1(c): "single" (also married filing separately), "joint" (also surviving spouse), "head".',
    )
    step_2_checkbox: bool = Field(default=False, description="The box in Step 2(c): two jobs, or the spouse works.")
    step_3_credits: Dollars = Field(default=Money(0), description="Step 3: credits, in dollars a year.")
    step_4a_other_income: Dollars = Field(default=Money(0), description="Step 4(a): other income, in dollars a year.")
    step_4b_deductions: Dollars = Field(default=Money(0), description="Step 4(b): deductions, in dollars a year.")
    step_4c_extra: Dollars = Field(
        default=Money(0),
        description="Step 4(c), or line 6 of an older form: extra withholding per paycheck, in dollars.",
    )
    allowances: Annotated[int, Field(ge=0, le=99)] | None = Field(
        default=None, description="Only for a form of 2019 or earlier: line 5, the number of allowances."
    )
    exempt: bool = Field(default=False, description="true: the form claims exemption from withholding.")

    @model_validator(mode="after")
    def _is_one_form(self) -> W4File:
        newer = (self.step_3_credits, self.step_4a_other_income, self.step_4b_deductions)
        has_newer = self.step_2_checkbox or self.status == "head" or any(amount > ZERO for amount in newer)
        if self.allowances is not None and has_newer:
            raise Mistake(
                "allowances belong to a Form W-4 of 2019 or earlier, which has no Steps 2 to 4(b) and no head of household",
                "Leave out allowances, or the entries of the newer form.",
            )
        return self


class DeductionsFile(FileModel):
    """What comes off the paychecks of one job besides the 401(k), and how the employer and the state withhold."""

    section_125: Dollars = Field(
        default=Money(0), description="Health and other cafeteria-plan benefits before tax, in dollars per paycheck."
    )
    hsa: Dollars = Field(
        default=Money(0), description="Own HSA contributions through payroll, in dollars per paycheck."
    )
    espp_percent: Percent = Field(default=NONE, description="Employee stock purchase plan, in percent of eligible pay.")
    after_tax: Dollars = Field(
        default=Money(0), description="Everything else that comes out of taxed pay, in dollars per paycheck."
    )
    supplemental: Literal["flat", "aggregate"] = Field(
        default="flat",
        description='How bonuses and vests are withheld: "flat" (22%, 37% above a million), "aggregate".',
    )
    state_percent: Percent = Field(
        default=NONE,
        description="State (and local) tax on regular pay, in percent, instead of the state's own tables.",
    )
    state_supplemental_percent: Percent = Field(default=NONE, description="State tax on bonuses and vests, in percent.")
    state_payroll_percent: Percent = Field(
        default=NONE, description="State disability insurance and the like on FICA wages, in percent."
    )
    state_allowances: Annotated[int, Field(ge=0, le=99)] = Field(
        default=0,
        description="Allowances or exemptions claimed on the state's withholding certificate, for its own tables.",
    )
    state_taxes_hsa: bool = Field(default=False, description="true: the state taxes HSA contributions (CA, NJ).")
