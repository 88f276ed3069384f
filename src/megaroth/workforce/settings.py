"""The sponsor's file: which plans the census speaks of, and how each is tested.

A plan is named as the census names it. Its terms are a plan file, a name of the directory, or a table inside, as in a
household file; what is not stated is settled on the safe side by `plan/draft`, and asked.
"""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from megaroth.kit.finding import Finding, has_errors
from megaroth.kit.money import NO_CAP, NONE, Rate, percent
from megaroth.kit.reading import Date, FileModel, Percent, WordOr, YesNo, check, parse_json, parse_toml, read_text
from megaroth.kit.toml_places import Source
from megaroth.law.book import Law, UnknownYear, law_for, statutory_rows
from megaroth.plan import companies
from megaroth.plan.draft import NO_FORMULA, Finished, PlanDraft, draft_of, finish
from megaroth.plan.file import PlanFile
from megaroth.plan.read import read_plan


class TestFile(FileModel):
    """How a plan's ADP and ACP tests are run."""

    method: Literal["current-year", "prior-year"] = Field(
        default="current-year", description="Whose year gives the average of those who are not highly compensated."
    )
    last_year_acp_percent: Percent | None = Field(
        default=None, description="Prior-year method: last year's ACP of those not highly compensated."
    )
    last_year_adp_percent: Percent | None = Field(
        default=None, description="Prior-year method: last year's ADP of them."
    )
    first_year: Literal["yes", "no"] = Field(
        default="no", description="Prior-year method in the plan's first year: the law's 3% stands for last year's."
    )
    safe_harbor: Literal["none", "match", "nonelective", "automatic-match", "automatic-nonelective"] = Field(
        default="none",
        description="A safe harbor exempts deferrals (ADP); after-tax contributions are tested all the same.",
    )
    match_is_safe: YesNo = Field(
        default="no", description="With a safe harbor: does the match meet the safe harbor of the ACP test too?"
    )
    match_in_acp: Literal["in", "part", "out"] = Field(
        default="in",
        description="With a safe harbor: match counts, only beyond the safe harbor part, or not at all, for everyone.",
    )
    borrow_percent: Percent | None = Field(
        default=None, description="Deferrals up to this percent of pay are borrowed from the ADP for the ACP test."
    )
    automatic_enrolment: Literal["yes", "no"] = Field(
        default="no",
        description="An eligible automatic contribution arrangement: six months to correct, not two and a half.",
    )
    refund_from: Literal["after-tax", "match"] = Field(
        default="after-tax", description="What an ACP refund is taken from first."
    )
    excludable: Literal["together", "left-out", "apart"] = Field(
        default="together",
        description="Employees under 21 or with less than a year of service: tested together, left out where they are not "
        "highly compensated, or apart.",
    )
    governmental: Literal["yes", "no"] = Field(default="no", description="A governmental plan has no test.")
    plan_year_end: Date | None = Field(default=None, description="Last day of the plan year; left out: 31 December.")


class SponsorPlanFile(FileModel):
    """One plan of the census."""

    plan: WordOr[str, PlanFile] = Field(description="A name of the directory, a plan file, or the terms themselves.")
    employer_group: str = Field(default="", description="Plans of one group share the annual additions limit.")
    test: TestFile = Field(default=TestFile(), description="How the plan is tested.")


class SponsorFile(FileModel):
    """The sponsor's file."""

    format: Literal[1] = Field(default=1, description="The format of this file: 1.")
    year: int = Field(description="The year of the census, where it has no column for it.")
    as_of: Date | None = Field(default=None, description="The day to which the year-to-date amounts reach.")
    paydays: list[Date] = Field(default=[], description="The paydays of the year; those after as_of are still to come.")
    plans: dict[str, SponsorPlanFile] = Field(description="The plans, by the name that the census uses.")


@dataclass(frozen=True, slots=True)
class Terms:
    """One plan with the way it is tested. `left_out` is the share of pay up to which match stays out of the ACP test."""

    name: str
    finished: Finished
    group: str
    test: TestFile
    left_out: Rate
    borrowed: Rate
    top_paid: dict[int, int] = field(default_factory=dict)
    """By year, the pay (in cents) of the year before from which on somebody is in the top-paid fifth; see `top_paid.py`."""

    @property
    def elects_top_paid(self) -> bool:
        """Whether the top-paid fifth alone is highly compensated."""
        return self.finished.draft.says("top_paid_group") == "yes"

    @property
    def has_adp(self) -> bool:
        """Whether deferrals are tested."""
        return self.test.safe_harbor == "none" and self.test.governmental == "no"


@dataclass(frozen=True, slots=True)
class Sponsor:
    """The plans and the year, ready for the rules."""

    year: int
    law: Law
    plans: tuple[Terms, ...]
    as_of: datetime.date | None
    paydays: tuple[datetime.date, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def names(self) -> list[str]:
        """The plans' names, in the order of the file."""
        return [terms.name for terms in self.plans]

    @property
    def fingerprint(self) -> str:
        """The same for the same terms, in every process."""
        told: list[object] = [self.year, self.as_of, self.paydays]
        for terms in self.plans:
            stated = sorted((name, repr(read.value)) for name, read in terms.finished.draft.stated.items())
            told += [terms.name, terms.group, terms.test.model_dump_json(), repr(terms.finished.plan), stated]
        return hashlib.sha256(repr(told).encode()).hexdigest()


def read_sponsor(path: Path) -> Sponsor | list[Finding]:
    """The sponsor's file, or what is wrong with it."""
    text = read_text(path)
    return [text] if isinstance(text, Finding) else sponsor_of(text, str(path), path.parent)


def sponsor_of(text: str, name: str, folder: Path) -> Sponsor | list[Finding]:
    """The sponsor's file as text (TOML or JSON); `folder` is where plan files are looked for."""
    source = parse_json(text, name) if text.lstrip().startswith("{") else parse_toml(text, name)
    if isinstance(source, Finding):
        return [source]
    file = check(source, SponsorFile)
    return file if isinstance(file, list) else _sponsor(file, source, folder)


def one_plan(plan: str, year: int, folder: Path) -> Sponsor | list[Finding]:
    """A census of one plan that is a plan file or a name of the directory, tested by the current year."""
    file = SponsorFile(year=year, plans={plan: SponsorPlanFile(plan=plan)})
    return _sponsor(file, parse_json("{}", "--plan"), folder)


def _sponsor(file: SponsorFile, source: Any, folder: Path) -> Sponsor | list[Finding]:
    try:
        law = law_for(file.year)
    except UnknownYear as error:
        message, remedy = f"{str(error.args[0]).capitalize()}.", "A year is never replaced by its neighbour."
        return [Finding("law-year-unknown", "error", message, source.where(("year",)), remedy)]
    found: list[Finding] = []
    plans = []
    if not file.plans:
        found.append(Finding("no-plan", "error", "The file names no plan.", source.where(()), "Add [plans.NAME]."))
    for name, each in file.plans.items():
        at = ("plans", name)
        finished = _finished(each.plan, name, at, source, folder, law, found)
        found += [replace(f, where=source.where((*at, "test"))) for f in _contradictions(name, each.test)]
        if finished is not None:
            test = each.test
            borrowed = test.borrow_percent or NONE
            plans.append(Terms(name, finished, each.employer_group or name, test, _left_out(test), borrowed))
    if has_errors(found):
        return found
    return Sponsor(file.year, law, tuple(plans), file.as_of, tuple(sorted(file.paydays)), tuple(found))


def _finished(
    plan: Any, name: str, at: tuple[str | int, ...], source: Source, folder: Path, law: Law, found: list[Finding]
) -> Finished | None:
    if isinstance(plan, PlanFile):
        return finish(draft_of(plan, source.where((*at, "plan"))))
    if plan == "unknown":
        return finish(PlanDraft(name, NO_FORMULA, where=source.where(at)))
    if plan.endswith((".toml", ".json")) or "/" in plan:
        draft, wrong = read_plan(folder / plan, law, plan)
        found += wrong
        return finish(draft) if draft else None
    draft = companies.draft_from_directory(plan)
    if draft is None:
        near = " or ".join(f'"{each}"' for each in companies.nearest(plan))
        remedy = f"Did you mean {near}?" if near else "Name a plan file, or see `megaroth companies`."
        message = f'The directory has no plan called "{plan[:60]}".'
        found.append(Finding("unknown-plan", "error", message, source.where((*at, "plan")), remedy))
        return None
    return finish(draft)


def _contradictions(name: str, test: TestFile) -> list[Finding]:
    """Settings that the regulations do not let stand together."""
    found = []

    def wrong(code: str, message: str, remedy: str, cite: str) -> None:
        found.append(Finding(code, "error", message, "", remedy, cite))

    safe = test.safe_harbor != "none"
    if test.borrow_percent and safe:
        wrong(
            "borrowing-in-safe-harbor",
            f"{name} is a safe harbor plan: it runs no ADP test, so no deferrals can be borrowed from it.",
            "Leave borrow_percent out, or set safe_harbor to none.",
            "Reg. §1.401(m)-2(a)(6)(ii)",
        )
    if test.match_in_acp != "in" and not safe:
        wrong(
            "match-left-out",
            f"{name} leaves match out of the ACP test, which only a safe harbor plan may.",
            'Set match_in_acp = "in", or name the safe harbor.',
            "Reg. §1.401(m)-2(a)(5)(iv)",
        )
    if test.match_in_acp == "out" and safe and test.match_is_safe != "yes":
        wrong(
            "match-left-out",
            f"{name} leaves all match out, but its match is not said to meet the ACP safe harbor.",
            'Set match_is_safe = "yes" if it does; else match_in_acp = "part" or "in".',
            "Reg. §1.401(m)-2(a)(5)(iv)",
        )
    if test.match_in_acp == "part" and "match" not in test.safe_harbor and safe:
        wrong(
            "match-left-out",
            f"{name} has no safe harbor match of which a part could be left out.",
            'Set match_in_acp = "in", or "out" if the match meets the ACP safe harbor.',
            "Reg. §1.401(m)-2(a)(5)(iv)",
        )
    return found


def _left_out(test: TestFile) -> Rate:
    if test.match_in_acp == "in":
        return NONE
    if test.match_in_acp == "out":
        return NO_CAP
    row = "automatic_safe_harbor_match_left_out" if "automatic" in test.safe_harbor else "safe_harbor_match_left_out"
    return percent(statutory_rows()[row]["percent"])
