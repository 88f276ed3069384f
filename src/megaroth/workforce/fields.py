"""The fields of a census: what each is called, what it holds, and the names under which files carry it.

Amounts are of the census year and to the day of the file; at the year's end that is the whole year.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["text", "dollars", "percent", "count", "date", "yes-no"]


@dataclass(frozen=True, slots=True)
class Field:
    """One field. `least` and `most` bound it, in cents, in ten-thousandths of a percent, or as it stands."""

    name: str
    kind: Kind
    says: str
    aliases: tuple[str, ...] = ()
    least: int = 0
    most: int = 2_000_000_000_000
    needed: bool = False


MOST_PAY = 10**12
"""Ten billion dollars, in cents: more pay than anybody has."""
ALL = 10**6
"""All of something: 100 percent, in ten-thousandths of a percent."""

FIELDS: dict[str, Field] = {
    field.name: field
    for field in (
        Field(
            "employee",
            "text",
            "Who it is: a number or name that the file uses once for each person and plan.",
            ("employee id", "ee id", "emp id", "empid", "id", "participant", "participant id", "person id", "ssn"),
            needed=True,
        ),
        Field(
            "plan", "text", "The plan's name, as the sponsor's file has it.", ("plan name", "plan id", "plan number")
        ),
        Field("employer", "text", "The employer.", ("company", "employer name", "ein", "entity")),
        Field("year", "count", "The calendar year of the row.", ("plan year", "tax year"), 2000, 2100),
        Field(
            "pay",
            "dollars",
            "The whole year's eligible pay, before any limit.",
            (
                "annual pay",
                "eligible pay",
                "compensation",
                "comp",
                "plan compensation",
                "salary",
                "eligible compensation",
            ),
            most=MOST_PAY,
            needed=True,
        ),
        Field("born", "date", "Date of birth.", ("birth date", "date of birth", "dob", "birthdate"), -25_600, 47_500),
        Field("age", "count", "Age at the end of the year, where there is no date of birth.", (), 14, 110),
        Field(
            "last_year_pay",
            "dollars",
            "Pay from this employer in the year before: decides who is highly compensated.",
            ("prior year pay", "prior year compensation", "prior year comp", "lookback pay", "look back compensation"),
            most=MOST_PAY,
        ),
        Field(
            "last_year_fica_wages",
            "dollars",
            "Social security wages (W-2 box 3, uncapped) of the year before: decides whether catch-up must be Roth.",
            ("prior year fica wages", "prior year fica", "fica wages", "box 3 wages"),
            most=MOST_PAY,
        ),
        Field(
            "owner_percent",
            "percent",
            "Percent of the company owned.",
            ("ownership", "owner", "ownership percent"),
            0,
            ALL,
        ),
        Field(
            "service_years",
            "count",
            "Completed years of service by 31 December.",
            ("years of service", "service"),
            0,
            80,
        ),
        Field("hired", "date", "First day of work.", ("hire date", "date of hire", "doh"), -11_000, 47_500),
        Field(
            "left",
            "date",
            "Last day of work.",
            ("termination date", "term date", "date of termination", "dot"),
            -11_000,
            47_500,
        ),
        Field(
            "pay_so_far",
            "dollars",
            "Eligible pay so far this year.",
            ("ytd pay", "ytd compensation", "ytd comp"),
            most=MOST_PAY,
        ),
        Field(
            "pre_tax",
            "dollars",
            "Pre-tax deferrals of the year, catch-up included.",
            ("pretax", "pre-tax deferrals", "ytd pre tax", "pretax deferral", "ytd pretax", "deferral", "401k"),
        ),
        Field(
            "roth",
            "dollars",
            "Roth deferrals of the year, catch-up included.",
            ("roth deferrals", "ytd roth", "roth 401k"),
        ),
        Field(
            "after_tax",
            "dollars",
            "After-tax (non-Roth) contributions of the year.",
            ("aftertax", "after-tax contributions", "ytd after tax", "voluntary after tax", "employee after tax"),
        ),
        Field(
            "match", "dollars", "Employer match of the year.", ("employer match", "ytd match", "matching", "er match")
        ),
        Field(
            "employer_money",
            "dollars",
            "Other employer money of the year: nonelective, profit sharing.",
            ("nonelective", "profit sharing", "employer nonelective"),
        ),
        Field("forfeitures", "dollars", "Forfeitures allocated in the year.", ("forfeiture",)),
        Field(
            "qualified", "dollars", "Qualified contributions (QNEC, QMAC) that count in the ACP test.", ("qnec", "qmac")
        ),
        Field(
            "deferred_elsewhere",
            "dollars",
            "Deferrals of the year at an employer outside this file.",
            ("prior employer deferrals", "other employer deferrals", "deferrals elsewhere"),
        ),
        Field(
            "pre_tax_percent",
            "percent",
            "Pre-tax election now, in percent of pay.",
            ("pretax election", "pre tax election"),
            0,
            ALL,
        ),
        Field("roth_percent", "percent", "Roth election now, in percent of pay.", ("roth election",), 0, ALL),
        Field(
            "after_tax_percent",
            "percent",
            "After-tax election now, in percent of pay.",
            ("after tax election",),
            0,
            ALL,
        ),
        Field(
            "paydays_left",
            "count",
            "Paydays still to come this year.",
            ("remaining paydays", "pay periods left"),
            0,
            366,
        ),
        Field("eligible", "yes-no", "Whether the person may take part in the plan; left out: yes.", ("is eligible",)),
        Field("union", "yes-no", "Covered by a collective bargaining agreement.", ("collectively bargained", "cba")),
        Field(
            "excludable",
            "yes-no",
            "Under 21 or with less than a year of service, though the plan lets them in.",
            ("otherwise excludable", "statutory exclusion"),
        ),
        Field("not_top_paid", "yes-no", "Left out when the top-paid fifth is counted.", ("excluded from top paid",)),
        Field(
            "vested_percent",
            "percent",
            "How much of the match belongs to the person, in percent.",
            ("vesting", "vested"),
            0,
            ALL,
        ),
        Field(
            "income",
            "dollars",
            "What the refunded accounts earned in the year; a loss is below zero.",
            ("earnings", "investment earnings", "gain loss"),
            -MOST_PAY,
        ),
        Field(
            "balance",
            "dollars",
            "What those accounts held without that: at the year's start, and the year's contributions.",
            ("account balance", "beginning balance plus contributions"),
        ),
    )
}


def plain(name: str) -> str:
    """A column's name as it is compared: lower case, words divided by single blanks."""
    words = re.sub(r"([a-z])([A-Z])", r"\1 \2", name)
    return " ".join(re.findall(r"[a-z0-9]+", words.lower()))


def guessed(columns: list[str]) -> dict[str, str]:
    """The column of each field, as far as names tell: a field's own name first, then the others it goes by."""
    left: dict[str, str] = {}
    for column in columns:
        left.setdefault(plain(column), column)
    found: dict[str, str] = {}
    for aliases in (False, True):
        for field in FIELDS.values():
            if field.name in found:
                continue
            for name in field.aliases if aliases else (field.name,):
                if plain(name) in left:
                    found[field.name] = left.pop(plain(name))
                    break
    return found
