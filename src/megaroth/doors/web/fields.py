"""Every field of the form: what it is called, what may stand in it, what “not sure” leads to. Words only; no figures of law."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["money", "percent", "date", "birth", "choice", "text", "whole", "employer", "slider"]
Choices: TypeAlias = tuple[tuple[str, str], ...]

NOT_SURE = "Not sure"
YES_NO: Choices = (("", NOT_SURE), ("yes", "Yes"), ("no", "No"))


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its path below the table that it belongs to, and its words. `help` says what not knowing means."""

    key: str
    label: str
    kind: Kind = "money"
    help: str = ""
    choices: Choices = ()
    unit: str = ""


def field_of(fields: tuple[Field, ...], key: str) -> Field:
    """The field of that key."""
    return next(each for each in fields if each.key == key)


PERSON: tuple[Field, ...] = (
    Field("name", "What shall we call you?", "text", "Only a label; no real name is needed."),
    Field("born", "Born", "birth", "A year like 1981 is enough. From age 50 on, more may go in."),
)
PERSON_MORE: tuple[Field, ...] = (
    Field("elsewhere", "Deferred this year at an employer you have left", "money", "Pre-tax and Roth together; the deferral limit is yours, over all employers."),
    Field("ira.year_end_value", "Traditional, SEP and SIMPLE IRAs, value on December 31", "money", "Only for the back door into a Roth IRA."),
    Field("ira.basis", "Of it already taxed (Form 8606, line 14)", "money", "Left empty: nothing of it was taxed."),
    Field("ira.distributed", "Taken out or converted this year", "money"),
)  # fmt: skip
W4: tuple[Field, ...] = (
    Field(
        "w4.status",
        "Step 1(c), filing status",
        "choice",
        "As the employer has it. Not sure: taken as single, nothing else entered.",
        (
            ("", NOT_SURE),
            ("single", "Single or married separately"),
            ("joint", "Married jointly"),
            ("head", "Head of household"),
        ),
    ),
    Field(
        "w4.step_2_checkbox", "Step 2(c), the box for two jobs", "choice", "", (("", "Not ticked"), ("yes", "Ticked"))
    ),
    Field("w4.step_3_credits", "Step 3, credits", "money", unit="a year"),
    Field("w4.step_4a_other_income", "Step 4(a), other income", "money", unit="a year"),
    Field("w4.step_4b_deductions", "Step 4(b), deductions", "money", unit="a year"),
    Field("w4.step_4c_extra", "Step 4(c), extra withholding", "money", unit="a paycheck"),
    Field("w4.allowances", "Allowances, only on a form of 2019 or earlier", "whole"),
    Field("w4.exempt", "Exempt from withholding", "choice", "", (("", "No"), ("yes", "Yes"))),
)
DEDUCTIONS: tuple[Field, ...] = (
    Field("section_125", "Health and other benefits before tax", "money", unit="a paycheck"),
    Field("hsa", "Own HSA contribution", "money", unit="a paycheck"),
    Field("espp_percent", "Employee stock purchase plan", "percent", unit="% of pay"),
    Field("after_tax", "Everything else out of taxed pay", "money", unit="a paycheck"),
    Field(
        "state_percent", "State and local tax on regular pay", "percent", "Your own marginal rate: a pay stub shows it."
    ),
    Field("state_supplemental_percent", "State tax on bonuses and vests", "percent"),
    Field("state_payroll_percent", "State disability insurance and the like", "percent"),
    Field(
        "supplemental",
        "Bonuses are withheld",
        "choice",
        "",
        (("", NOT_SURE), ("flat", "At the flat rate"), ("aggregate", "Together with the pay")),
    ),
    Field(
        "state_taxes_hsa",
        "The state taxes HSA contributions",
        "choice",
        "California and New Jersey do.",
        (("", "No"), ("yes", "Yes")),
    ),
)
PAY: tuple[Field, ...] = (
    Field("self_employed", "You are", "choice", "", (("", "An employee"), ("yes", "Self-employed, with a solo 401(k)"))),
    Field("pay.annual", "Base pay a year", "money", "Before deductions, without bonuses. If in doubt, the lower figure.", unit="a year"),
    Field("profit", "Net profit of the year", "money", "Schedule C, line 31.", unit="a year"),
    Field("pay.frequency", "Paid", "choice", "Not sure: you get amounts for the year, not percentages for each payday.",
          (("", NOT_SURE), ("weekly", "Every week"), ("biweekly", "Every two weeks"), ("semimonthly", "Twice a month"), ("monthly", "Once a month"))),
    Field("pay.payday", "One of your paydays this year", "date", "Any of them: the others follow from it."),
    Field("pay.days", "On the", "choice", "Weekends and bank holidays are paid the banking day before.",
          (("15 31", "15th and last day"), ("1 15", "1st and 15th"), ("5 20", "5th and 20th"), ("7 22", "7th and 22nd"), ("10 25", "10th and 25th"))),
    Field("pay.day", "On the", "choice", "", (("31", "Last day"), ("1", "1st"), ("15", "15th"), ("25", "25th"), ("28", "28th"))),
)  # fmt: skip
EXTRA: tuple[Field, ...] = (
    Field("on", "Paid on", "date"),
    Field("amount", "Amount", "money"),
    Field("kind", "What", "choice", "", (("bonus", "Bonus"), ("commission", "Commission"), ("rsu", "RSU vest"), ("espp", "ESPP gain"), ("severance", "Severance"), ("other", "Other"))),
)  # fmt: skip
RAISE: tuple[Field, ...] = (Field("from", "From", "date"), Field("annual", "New base pay a year", "money"))
PAY_MORE: tuple[Field, ...] = (
    Field("starts", "First day there, if this year", "date"),
    Field("ends", "Last day there, if this year", "date"),
    Field("other_wages", "Pay the plan does not count (RSU vests)", "money", "Wages, but not eligible pay."),
    Field("last_year_pay", "Pay there last year", "money", "Decides whether you are highly compensated. Left empty: the safe side is taken."),
    Field("last_year_fica_wages", "W-2 box 3 of last year, uncapped", "money", "Decides whether a catch-up must be Roth. Left empty: planned as Roth."),
    Field("service_years", "Years of service", "whole", "Only where the match depends on them."),
    Field("owner_percent", "Share of the company you own", "percent"),
    Field("employer_group", "Group of related employers", "text", "Two jobs with the same word here share one limit on annual additions."),
)  # fmt: skip
EMPLOYER = Field("name", "Employer", "employer", "Pick it if it is in the directory; otherwise type any name.")
BUSINESS = Field("name", "What is the business called?", "text", "Only a label.")
PLAN: tuple[Field, ...] = (
    Field("after_tax_allowed", "Does the plan take after-tax contributions?", "choice",
          "Not the Roth 401(k): “after-tax” or “voluntary” contributions. Not sure: the answer says whom to ask, and what.",
          (("", NOT_SURE), ("yes", "Yes"), ("no", "No"), ("frozen", "Not any more"))),
    Field("in_plan_conversion", "Can they become Roth inside the plan?", "choice", "Also called in-plan Roth rollover or Roth conversion.",
          (("", NOT_SURE), ("automatic", "Yes, by itself"), ("on-request", "Yes, when I ask"), ("no", "No"))),
    Field("in_service_withdrawal", "Can they leave for a Roth IRA while you work there?", "choice", "Also called in-service withdrawal.", YES_NO),
    Field("match_kind", "Does the employer match?", "choice", "Not sure: the room stays unknown, for the match uses the same limit.",
          (("", NOT_SURE), ("none", "No match"), ("formula", "Yes"))),
    Field("match.0.rate_percent", "It adds", "percent", unit="% of what I put in"),
    Field("match.0.up_to_percent_of_pay", "on the first", "percent", "Left empty: on everything.", unit="% of pay"),
    Field("match.1.rate_percent", "then", "percent", unit="% of what I put in"),
    Field("match.1.up_to_percent_of_pay", "on the next", "percent", unit="% of pay"),
    Field("match_limits.max_dollars", "but no more than", "money", "Left empty: no maximum in dollars.", unit="a year"),
)  # fmt: skip
PLAN_MORE: tuple[Field, ...] = (
    Field("after_tax_cap_percent", "Cap on after-tax, in percent of pay", "percent", "Write “none” if the document says that there is no cap."),
    Field("after_tax_cap_dollars", "Cap on after-tax, in dollars", "money", "Write “none” if the document says that there is no cap."),
    Field("hce_after_tax_cap_percent", "Lower cap for the highly compensated", "percent"),
    Field("combined_cap_percent", "Cap on deferral and after-tax together", "percent"),
    Field("deferral_cap_percent", "Cap on deferrals", "percent"),
    Field("election_step_percent", "Elections in steps of", "percent", "Left empty: whole percents."),
    Field("election_lead_days", "Days a new election needs before a payday", "whole"),
    Field("true_up", "Is missed match made up after the year?", "choice", "", YES_NO),
    Field("match_period", "The match is computed", "choice", "", (("", NOT_SURE), ("payday", "Each payday"), ("quarter", "Each quarter"), ("year", "Once a year"))),
    Field("match_on_catch_up", "Is catch-up matched?", "choice", "", YES_NO),
    Field("match_on_after_tax", "Are after-tax contributions matched?", "choice", "", YES_NO),
    Field("super_catch_up", "Higher catch-up at 60 to 63?", "choice", "", YES_NO),
    Field("roth_deferrals", "Roth deferrals?", "choice", "", YES_NO),
    Field("auto_stop", "Does payroll stop at a limit by itself?", "choice", "", YES_NO),
    Field("spillover", "Do deferrals go on as after-tax at their limit?", "choice", "", YES_NO),
    Field("comp_cap_mode", "When pay passes the yearly limit, the match", "choice", "",
          (("", NOT_SURE), ("stop", "Stops"), ("spread", "Is spread over the year"), ("true-up", "Is trued up"))),
    Field("nonelective.percent_of_pay", "Employer money without deferral, percent of pay", "percent"),
    Field("nonelective.dollars", "Employer money without deferral, dollars", "money"),
    Field("conversions_per_year", "Conversions a year", "whole", "Left empty: as often as you like."),
    Field("separate_accounting", "After-tax money in an account of its own?", "choice", "", YES_NO),
    Field("recordkeeper", "Who keeps the accounts", "text"),
)  # fmt: skip
SO_FAR: tuple[Field, ...] = (
    Field("as_of", "Date of the pay stub", "date", "Without a stub, this year is estimated from today’s percentages."),
    Field("pay", "Pay so far", "money"),
    Field("pre_tax", "Pre-tax 401(k) so far", "money"),
    Field("roth", "Roth 401(k) so far", "money"),
    Field("after_tax", "After-tax so far", "money"),
    Field("match", "Employer match so far", "money"),
)
ELECTIONS: tuple[Field, ...] = (
    Field("pre_tax", "Pre-tax today", "slider"),
    Field("roth", "Roth today", "slider"),
    Field("after_tax", "After-tax today", "slider"),
)
COVER: tuple[Field, ...] = (
    Field("firm", "Firm", "text", "At the head of every page."),
    Field("prepared_by", "Prepared by", "text"),
    Field("prepared_for", "Prepared for", "text"),
    Field("contact", "Contact", "text"),
    Field("disclaimer", "The firm’s own disclaimer", "text", "Stands after ours, at the end."),
)
WISHES: tuple[Field, ...] = (
    Field("deferral", "Deferral", "choice", "", (("max", "As much as the law allows"), ("match", "Just enough for the full match"), ("amount", "An amount"))),
    Field("deferral_amount", "Deferral a year", "money"),
    Field("deferral_kind", "Deferred", "choice", "", (("pre-tax", "Pre-tax"), ("roth", "Roth"))),
    Field("catch_up", "Catch-up from 50", "choice", "", (("max", "As much as allowed"), ("none", "None"))),
    Field("after_tax", "After-tax", "choice", "", (("max", "As much as fits"), ("none", "None"), ("amount", "An amount"))),
    Field("after_tax_amount", "After-tax a year", "money"),
    Field("employer", "Own employer contribution", "choice", "Only for the self-employed.", (("none", "None"), ("max", "As much as allowed"), ("amount", "An amount"))),
    Field("employer_amount", "Own employer contribution a year", "money"),
    Field("shape", "Through the year", "choice", "", (("even", "Even"), ("front", "Early"), ("back", "Late"))),
    Field("least_net_pay", "Each paycheck must leave me at least", "money"),
)  # fmt: skip
RETURN: tuple[Field, ...] = (
    Field("year", "Year", "choice"),
    Field("filing", "Tax return", "choice", "", (("single", "Single"), ("joint", "Married, jointly"), ("separate", "Married, separately"), ("head", "Head of household"), ("survivor", "Surviving spouse"))),
    Field("state", "State", "choice"),
    Field("magi", "Adjusted gross income", "money", "Only for the Roth IRA."),
)  # fmt: skip
OUTLOOK: tuple[Field, ...] = (
    Field("return_percent", "Yearly return above inflation", "percent", "Left empty: 5%."),
    Field("work_until_age", "Contributions until age", "whole"),
    Field("spend_age", "The money is wanted at age", "whole"),
    Field("early_age", "Could it come out early, at age", "whole"),
    Field("later_income", "Other taxable income a year then", "money", "In today’s dollars. Left empty: half of this year’s wages."),
    Field("state_percent", "State income tax", "percent", "A flat rate on what is earned beside your pay."),
    Field("yearly_amount", "After-tax dollars a year", "money", "Left empty: the room of each year."),
    Field("closed_from", "If Congress closed it, from the year", "whole", "Left empty: it stays open."),
)  # fmt: skip
TAX: tuple[Field, ...] = (
    Field("interest", "Taxable interest", "money"),
    Field("dividends", "Dividends", "money", "Form 1099-DIV, box 1a."),
    Field("qualified_dividends", "Of them qualified", "money", "Box 1b."),
    Field("short_term_gains", "Short-term gains", "money"),
    Field("long_term_gains", "Long-term gains", "money"),
    Field("other_income", "Other income", "money"),
    Field("adjustments", "Adjustments", "money", "HSA outside payroll, student loan interest and the like."),
    Field("state_and_local_taxes", "State and local taxes paid", "money", "For itemizing."),
    Field("other_itemized", "Other itemized deductions", "money", "Mortgage interest, gifts."),
    Field("children", "Children under 17", "whole"),
    Field(
        "state_percent",
        "Your marginal rate of state and local tax",
        "percent",
        "Left empty: by the state’s brackets, where they are known.",
    ),
)
CASH: tuple[Field, ...] = (
    Field("savings", "Cash and savings at hand", "money"),
    Field("monthly_spending", "Spending a month", "money"),
    Field("to_save", "What you can put aside this year", "money", "Out of take-home pay."),
    Field("needed_within_five_years", "Needed within five years", "money", "A house, a car, school."),
)
FIRST: tuple[Field, ...] = (
    Field(
        "debts.0.balance",
        "Debt at a high rate: what you owe",
        "money",
        "Credit card and the like, not the mortgage. 0: none.",
    ),
    Field("debts.0.rate_percent", "Its yearly rate", "percent"),
    Field("espp.0.discount_percent", "Employee stock purchase plan: discount", "percent", "Left empty: there is none."),
    Field("first.college", "For college (529) this year", "money", "Left empty: nothing."),
)
HSA: tuple[Field, ...] = (
    Field("coverage", "Health plan that allows an HSA", "choice", "", (("", NOT_SURE), ("self", "Yes, for me alone"), ("family", "Yes, for the family"), ("none", "No"))),
)  # fmt: skip
JOB_TABLES: dict[str, tuple[Field, ...]] = {
    "": (EMPLOYER, *PAY, *PAY_MORE),
    "plan.": (*PLAN, *PLAN_MORE),
    "so_far.": SO_FAR,
    "current_elections.": ELECTIONS,
    "deductions.": DEDUCTIONS,
    "wishes.": WISHES,
}
"""The fields of a job by the table they stand in."""


_LABELS = {
    f"{head}{each.key}": each.label
    for head, those in (
        ("people.#.", (*PERSON, *PERSON_MORE, *W4)),
        ("jobs.#.pay.extra.#.", EXTRA),
        ("jobs.#.pay.raises.#.", RAISE),
        *((f"jobs.#.{table}", those) for table, those in JOB_TABLES.items()),
        ("return.", RETURN),
        ("outlook.", OUTLOOK),
        ("cash.", CASH),
        ("hsa.", HSA),
        ("tax.", TAX),
        ("", FIRST),
    )
    for each in those
}


def label_of(name: str) -> str:
    """What the field of that name is called on the page; empty where there is none."""
    parts = name.split(".")
    if parts[0] in ("people", "jobs") and len(parts) > 2:
        parts[1] = "#"
        if parts[2:4] in (["pay", "extra"], ["pay", "raises"]) and len(parts) > 4:
            parts[4] = "#"
    return _LABELS.get(".".join(parts), "")
