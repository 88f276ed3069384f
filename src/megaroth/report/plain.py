"""Sentences that speak of files, commands and verdicts, in the words of a page or a paper.

Knows how our own sentences are written; refuses to change what somebody typed: nothing here matches plain words.
"""

from __future__ import annotations

import datetime
import re
from functools import cache

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_WORDS = (
    (r" \(`megaroth [^`]*`\)", ""),
    (r"`megaroth plan` has the questions", "the questions are listed with your steps"),
    (r"`megaroth should` says", "“Should I?” says"),
    (r"(?:Run )?`megaroth (?:schedule|audit)[^`]*`", "the page Paychecks"),
    (r"`megaroth companies[^`]*`", "the directory"),
    (r": `megaroth check` writes the letter", "; Paper has the letter"),
    (r"Add \[tax\] with ([^;…]*?),? …; `megaroth schema household` has all\.", r"Give \1 and the like for a closer figure."),
    (r"Write election_step_percent[^.]*\.", "Say in which steps, and the numbers follow them."),
    (r"Write \[people\.[^]]+\] and \[jobs\.deductions\] for your own\.", "Give your own Form W-4 and deductions for a closer figure."),
    (r": add \[jobs\.so_far\] for what is left", "; with one, only what is left is counted"),
    (r"\ba newer \[jobs\.so_far\]", "a newer pay stub"),
    (r"\[jobs\.so_far\]", "the pay stub"),
    (r"Replace `pay` by a table: \[jobs\.pay\][^.]*\.", "Say how often you are paid, and on which day."),
    (r"\[jobs\.pay\]", "how you are paid"),
    (r"\[jobs\.current_elections\]", "what is entered in the portal today"),
    (r"; if your employer has one, add \[\[espp\]\]", "; if your employer has one, say so"),
    (r"; add college to \[first\]", ""),
    (r"Add \[\[debts\]\][^.]*\.", "Say what you owe and at which rate."),
    (r"Add \[cash\] with savings and monthly_spending\.", "Say what you have saved and what you spend in a month."),
    (r'Add \[hsa\] with coverage = "self", "family" or "none"\.', "Say whether your health plan is HSA-eligible, for you alone or the family."),
    (r"`megaroth first` shows it", "“What comes first” shows it"),
    (r"`megaroth first` says what is open instead", "“What comes first” says what is open instead"),
    (r"once it is stated: to_save in \[cash\]", "once it is stated"),
    (r"to_save of your file", "what you can put aside"),
    (r" in \[cash\]| of \[tax\]", ""),
    (r"write state_percent in \[outlook\]", "say your rate of state tax"),
    (r"Write what each paycheck has to leave you: .*?, and ask again\.", "Say what each paycheck has to leave you, and the numbers follow."),
    (r"The file names no state:", "No state is named:"),
    (r'Add state = "[A-Z]{2}", or: Add state_percent = … under \[tax\]: your', "Name it, or say your"),
    (r"Add state_percent = … under \[tax\]: your", "Say your"),
    (r"The file says nothing of", "Nothing is said of"),
    (r"for the file names no state", "for no state is named"),
    (r"your income(?:, magi,| \(magi\))", "your adjusted gross income"),
    (r"\binput:\d+:\d+ jobs\[\d+\](?:\.plan)?", "the plan’s terms as entered"),
    (r"(?<=: )(?:RISK|FAIL|PASS): ", ""),
    (r"Write a whole number without quotes and without decimals\.", "Write a whole number."),
    (r'Write year-month-day, like "1981-03-14"\.', "Write the year, like 1981, or the day, like 1981-03-14."),
    (r'"(\d+(?:\.\d+)?)" percent', r"\1 percent"),
    (r"\bPROJECTED\b", "projected"),
    (r"the figures of your file\b", "your figures"),
    (r"this is reckoned without\.", "these numbers do not count on it."),
    (r"; give (?:the )?announced ones in a file(?:: | with )law_file = \"…\"(?: in the household file)?\.", "; the announced ones come out in November."),
    (r"the wishes of your file\b", "your wishes"),
    (r"what your file wishes\b", "what you wish"),
    (r"by your plan file\b", "by the plan’s terms as you gave them"),
    (r"The plan file does not say", "The plan’s terms do not say"),
    (r'Add \[?\[?match\]?\]?, or say match = "none"\.', "Say how the employer matches, or that it does not."),
    (r"in the order of the file", "in the order in which they are entered"),
    (r"the plan's terms are public hearsay about (.*), with sources", r"the terms are what public sources say of \1"),
    (rf"\b(\d{{1,2}}) ({_MONTHS}) (\d{{4}})\b", r"\2 \1, \3"),
    (rf"\b(\d{{1,2}}) ({_MONTHS})\b", r"\2 \1"),
    (r"(?<=\d)_(?=\d{3}\b)", ","),
    (r"; megaroth \w+(?: --\w+)?|megaroth \w+(?: --\w+)?(?:; |, |$)", ""),
)  # fmt: skip
_TERMS = (
    ("pre tax", "pre-tax"), ("after tax", "after-tax"), ("in plan ", "in-plan "), ("in service ", "in-service "), ("catch up", "catch-up"), ("true up", "true-up"),
    ("roth", "Roth"), ("hce ", "HCE "), ("acp ", "ACP "),
)  # fmt: skip


def head(text: str) -> str:
    """The text as the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def written_day(day: datetime.date) -> str:
    """`June 12, 2026`."""
    return f"{day:%B} {day.day}, {day.year}"


@cache
def _compiled() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Only page and paper need them: whoever reads a document on the command line does not wait for them."""
    return tuple((re.compile(pattern), words) for pattern, words in _WORDS)


def plain(text: str) -> str:
    """The sentence without files, commands and marks of a verdict, which page and paper show in another way."""
    for pattern, words in _compiled():
        text = pattern.sub(words, text)
    return text


_CALLED = {
    "after_tax_allowed": "After-tax contributions", "after_tax_cap_percent": "Cap on after-tax, share of pay",
    "after_tax_cap_dollars": "Cap on after-tax, dollars", "hce_after_tax_cap_percent": "Cap for the highly compensated",
    "combined_cap_percent": "Cap on deferral and after-tax together", "deferral_cap_percent": "Cap on deferrals",
    "election_step_percent": "Elections in steps of", "in_plan_conversion": "Conversion to Roth in the plan",
    "in_service_withdrawal": "Withdrawal while you work there", "match_limits": "Match, at most", "match_on_catch_up": "Match on catch-up",
    "match_on_after_tax": "Match on after-tax", "super_catch_up": "Higher catch-up at 60 to 63", "auto_stop": "Payroll stops at limits",
    "election_lead_days": "Days an election needs", "conversions_per_year": "Conversions a year", "comp_cap_mode": "At the yearly limit on pay",
}  # fmt: skip


def term_label(name: str) -> str:
    """The name of a plan's term at the head of a line."""
    words = term_words(name)
    return _CALLED.get(name) or head(words)


def term_words(name: str) -> str:
    """The name of a plan's term as people write it: `after_tax_allowed` is “after-tax allowed”."""
    words = name.replace("_", " ")
    for part, written in _TERMS:
        words = words.replace(part, written)
    return words
