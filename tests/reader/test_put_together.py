"""Statements put together from slots, and rows in every layout: whatever is read is what was said, and nearly all is read.

The sentences are nobody's: each slot (who, may, what money, how much, when) is filled by chance from a list. So a gap between two
patterns shows that no text at hand has. A wrong value fails; a few misses do not.
"""

from __future__ import annotations

import itertools
import random
from typing import Any

import pytest
from tests.reader.said import fields

Slots = tuple[tuple[str, ...], ...]
KINDS = "You can make pre-tax, Roth and traditional after-tax contributions. "
MATCHED = "The Company matches 50% of the first 6% of pay that you contribute. "
WHO = ("you can", "you may", "participants may", "the plan allows you to", "you may elect to")
AFTER_TAX = ("after-tax contributions", "your after-tax contributions", "traditional after-tax contributions")
PAY = ("of your pay", "of eligible pay", "of your eligible compensation", "of base salary")
LIMIT = ("once you reach the IRS limit,", "when you hit the annual limit,")

SENTENCES: dict[str, tuple[str, str | None, str, Slots]] = {
    "withdrawal": ("in_service_withdrawal", "yes", KINDS, (
        WHO, ("withdraw", "take out", "withdraw all or part of", "request a withdrawal of"), AFTER_TAX, ("", "from the plan", "and any earnings"),
        ("at any time", "whenever you like", "at any time and for any reason", "while you are still employed", "once a quarter", "at any age"),
    )),
    "no withdrawal": ("in_service_withdrawal", None, KINDS, (
        WHO[:3], ("withdraw", "take out"), AFTER_TAX[:2],
        ("only after age 59½", "when you leave the company", "in case of hardship", "if you become disabled", "to buy a first home", "upon death"),
    )),
    "by itself": ("in_plan_conversion", "automatic", KINDS, (
        WHO[:3], ("have",), AFTER_TAX, ("converted", "automatically converted", "moved", "swept", "rolled"), ("to Roth", "to your Roth account"),
        ("automatically", "each pay period", "every payday", "as they are made", "daily", "every time you're paid", "without calling each time"),
    )),
    "done by itself": ("in_plan_conversion", "automatic", KINDS, (
        AFTER_TAX, ("are converted", "are swept", "get converted", "will be converted"), ("to Roth", "into your Roth account"),
        ("each pay period", "daily", "as they come in", "automatically", "once a month", "every night"), ("", "unless you opt out", "at no cost"),
    )),
    "by itself once asked": ("in_plan_conversion", "automatic", KINDS, (
        ("once you sign up,", "if you opt in,", "after you turn it on,", "unless you opt out,"), AFTER_TAX, ("are converted", "are swept", "will be moved"),
        ("to Roth", "to your Roth account"), ("each pay period", "daily", "every payday", "as they come in"),
    )),
    "no conversion": ("in_plan_conversion", "no", KINDS, (
        ("you cannot", "you may not", "the plan does not let you", "our plan does not, however, allow you to"), ("convert", "change", "move"),
        (*AFTER_TAX, "pre-tax or after-tax balances"), ("to Roth within the plan", "to Roth savings inside the plan", "to Roth while in the plan"), ("", "at this time"),
    )),
    "on request": ("in_plan_conversion", "on-request", KINDS, (
        WHO, ("convert", "elect to convert", "move"), AFTER_TAX, ("to Roth", "into Roth within the plan", "through an in-plan Roth conversion"),
        ("", "at any time", "up to four times a year", "by calling Fidelity"),
    )),
    "other conversion": ("in_plan_conversion", None, KINDS, (
        WHO[:3], ("roll", "convert", "transfer"),
        ("your after-tax contributions to a Roth IRA", "pre-tax contributions to Roth", "your vested match to Roth", "your HSA to Roth"), ("", "each year"),
    )),
    "allowed": ("after_tax_allowed", "yes", "You can make pre-tax and Roth contributions. ", (
        WHO, ("make",), ("traditional after-tax contributions", "voluntary after-tax contributions of up to 10% of pay", "non-Roth after-tax contributions"),
        ("", "in addition to your pre-tax and Roth contributions", "that can later be converted to Roth", "each pay period"),
    )),
    "not allowed": ("after_tax_allowed", "no or frozen", "You can make pre-tax and Roth contributions. ", (
        ("the plan does not allow", "the plan no longer allows", "you cannot make", "there are no", "if the plan allows it, you can make", "some plans allow",
         "the committee is considering", "effective January 1, 2099 you may make", "your spouse's plan may allow"),
        ("after-tax contributions", "voluntary after-tax contributions", "non-Roth after-tax contributions"), ("", "to the plan", "at this time"),
    )),
    "not matched": ("match_on_after_tax", "no", KINDS + MATCHED, (
        AFTER_TAX, ("are not matched", "do not receive a match", "are not eligible for the match", "do not count toward the match", "get no match"), ("", "by the company"),
    )),
    "true-up": ("true_up", "yes", MATCHED, (
        ("the company", "the plan"), ("will make", "makes", "provides"), ("a true-up contribution", "a year-end true-up", "an additional matching contribution"),
        ("after the end of the year", "each February"), ("if you did not receive the full match", "so you get the full match for the year"),
    )),
    "no true-up": ("true_up", "no", MATCHED, (
        ("the company", "the plan"), ("does not make", "never makes"), ("a true-up contribution", "a year-end true-up"), ("", "after year-end"),
    )),
    "true-up left open": ("true_up", None, MATCHED, (
        ("the company", "the plan"), ("no longer makes", "stopped making", "may, in its discretion, make", "is considering"),
        ("a true-up contribution", "a year-end true-up"), ("", "after year-end"),
    )),
    "most of deferrals": ("deferral_cap_percent", "60", "", (
        WHO, ("contribute", "save", "defer"), ("60%", "up to 60%", "as much as 60%"), PAY, ("on a pre-tax or Roth basis", "as pre-tax and/or Roth contributions"),
    )),
    "most of all": ("combined_cap_percent", "75", KINDS, (
        ("the sum of pre-tax, Roth and after-tax contributions", "all of your contributions together"),
        ("cannot exceed", "are limited to", "can be up to", "may not be more than"), ("75%",), PAY,
    )),
    "goes on": ("spillover", "yes", KINDS, (
        LIMIT, ("your contributions will automatically continue as after-tax", "contributions spill over to after-tax", "the excess is automatically contributed as after-tax"),
        ("", "for the rest of the year", "unless you elect otherwise"),
    )),
    "stops": ("spillover", "no", KINDS, (
        LIMIT, ("your contributions do not automatically switch to after-tax", "nothing is moved to after-tax automatically"),
        ("", "; you need an after-tax election"),
    )),
    "enrolled": ("auto_enrolment_percent", "4", "", (
        ("you will be automatically enrolled at", "new hires are automatically enrolled at", "unless you opt out, you will be enrolled at"),
        ("4%", "4 percent"), ("", "of eligible pay after 30 days", "within 45 days of hire"),
    )),
}  # fmt: skip
MOST = 40
LEAST_READ = 0.85


def _sentences(slots: Slots) -> list[str]:
    every = [" ".join(word for word in words if word) for words in itertools.product(*slots)]
    drawn = every if len(every) <= MOST else random.Random(7).sample(every, MOST)
    return [f"{text[0].upper()}{text[1:]}.".replace(" ;", ";") for text in drawn]


def _right(expected: str | None, got: Any) -> bool:
    if expected is None:
        return got in (None, "no")
    return got in ("no", "frozen") if expected == "no or frozen" else got == expected


@pytest.mark.parametrize("name", SENTENCES)
def test_what_is_read_of_sentences_is_what_they_say(name: str) -> None:
    field, expected, before, slots = SENTENCES[name]
    told = [(text, fields(before + text).get(field)) for text in _sentences(slots)]
    assert not [each for each in told if each[1] is not None and not _right(expected, each[1])], "read, and not said"
    if expected not in (None, "no or frozen"):
        assert sum(_right(expected, got) for _, got in told) >= LEAST_READ * len(told), [
            t for t, got in told if got is None
        ]


LAYOUTS = (
    "{label}: {value}", "{label} - {value}", "{label} – {value}", "• {label}: {value}", "• {label} – {value}", "{label}        {value}",
    "{label}\t{value}", "| {label} | {value} |", "{label}\n{value}", "{label}\n\n{value}", "{label}\n• {value}", "{label} ..... {value}", "{label} ({value})",
)  # fmt: skip
ROWS: dict[str, tuple[str, str, str, tuple[str, str], tuple[str, ...], tuple[str, ...]]] = {
    "after-tax": ("after_tax_allowed", "yes", "Contributions", ("Pre-tax", "1% - 50% of eligible pay"),
                  ("After-tax contributions", "Traditional after-tax"), ("1% - 10% of eligible pay", "Up to 10% of pay")),
    "no after-tax": ("after_tax_allowed", "no", "Plan features", ("Roth", "Yes"),
                     ("After-tax contributions", "Traditional after-tax contributions"), ("No", "Not available", "Not permitted")),
    "conversion": ("in_plan_conversion", "on-request", "Plan features", ("Loans", "Yes, two at a time"),
                   ("In-plan Roth conversion", "After-tax to Roth conversion"), ("Yes", "Available", "Any time online")),
    "by itself": ("in_plan_conversion", "automatic", "Plan features", ("Loans", "Yes, two at a time"),
                  ("In-plan Roth conversion", "Automatic Roth conversion of after-tax"), ("Automatic, each pay period", "Daily, automatic")),
    "withdrawal": ("in_service_withdrawal", "yes", "In-service withdrawals", ("Pre-tax", "Age 59½ or hardship"),
                   ("After-tax", "After-tax contributions"), ("Any time", "At any time", "Any time, up to twice a year")),
    "Roth": ("roth_deferrals", "yes", "Contributions", ("Pre-tax", "1% - 50%"), ("Roth contributions", "Roth 401(k)"), ("Yes", "Up to 50% of pay")),
    "true-up": ("true_up", "yes", "Company match", ("Match", "50% of the first 6% of pay"), ("True-up", "Year-end true-up"), ("Yes", "Made each March")),
    "no true-up": ("true_up", "no", "Company match", ("Match", "50% of the first 6% of pay"), ("True-up", "Year-end true-up"), ("No", "None", "Not provided")),
    "period": ("match_period", "payday", "Company match", ("Match", "50% of the first 6% of pay"), ("Match frequency", "Matching period"), ("Each pay period", "Every payroll")),
    "not matched": ("match_on_after_tax", "no", "Company match", ("Match", "50% of the first 6% of pay"),
                    ("After-tax contributions matched", "Match on after-tax"), ("No", "Not matched")),
    "spillover": ("spillover", "yes", "Plan features", ("Pre-tax", "1% - 50%"), ("Spillover to after-tax", "After-tax spillover"), ("Yes", "Available")),
    "enrolment": ("auto_enrolment_percent", "5", "Enrollment", ("Eligibility", "Immediate"), ("Automatic enrollment", "Default rate"), ("5%", "Yes, at 5%")),
    "increase": ("auto_increase_percent", "1", "Enrollment", ("Automatic enrollment", "5%"), ("Automatic increase", "Annual increase"), ("1%", "1% per year up to 10%")),
    "deferrals": ("deferral_cap_percent", "50", "Contributions", ("Eligibility", "Immediate"), ("Pre-tax and Roth", "Pre-tax/Roth contributions"), ("Up to 50% of pay", "1–50%")),
    "cap": ("after_tax_cap_percent", "10", "Contributions", ("Pre-tax and Roth", "1% - 50% of pay"), ("After-tax contributions", "Traditional after-tax"), ("Up to 10% of pay", "1–10%")),
    "60 to 63": ("super_catch_up", "yes", "Limits", ("Catch-up (50+)", "$7,500"), ("Ages 60-63", "Catch-up, ages 60–63"), ("$11,250", "Up to $11,250")),
}  # fmt: skip
_NEED_KINDS = ("in_plan_conversion", "in_service_withdrawal", "match_on_after_tax", "spillover")


@pytest.mark.parametrize("name", ROWS)
def test_what_is_read_of_rows_is_what_they_say_in_every_layout(name: str) -> None:
    field, expected, head, other, labels, values = ROWS[name]
    opening = KINDS + "\n\n" if field in _NEED_KINDS else ""
    told = []
    for layout, label, value in itertools.product(LAYOUTS, labels, values):
        rows = "\n".join(layout.format(label=one, value=two) for one, two in (other, (label, value)))
        text = f"{opening}{head}\n\n{rows}\n"
        told.append((text, fields(text).get(field)))
    assert not [each for each in told if each[1] not in (None, expected)]
    assert sum(got == expected for _, got in told) >= LEAST_READ * len(told), [t for t, got in told if got is None]
