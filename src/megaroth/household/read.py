"""From a household text to a checked `Household`, or findings: what, in which file and line, and what to do."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from pathlib import Path

from megaroth.household.file import HouseholdFile, JobFile
from megaroth.household.model import Household, Ira, Job, Person, SoFar, Wishes
from megaroth.household.notice import check_notice
from megaroth.household.outlook_read import wider_of
from megaroth.household.pay import YearOfPay
from megaroth.household.pay_read import pay_of_year, year_of_pay
from megaroth.household.stubs import so_far_of
from megaroth.kit.finding import Finding, has_errors
from megaroth.kit.money import NO_LIMIT, ZERO, Money
from megaroth.kit.reading import UNREADABLE, check, parse_json, parse_toml, read_text, without_mistakes
from megaroth.kit.toml_places import Source, cut
from megaroth.kit.written import near, shown
from megaroth.law.book import Law, known_years, law_for
from megaroth.plan import companies
from megaroth.plan.draft import NO_FORMULA, Finished, PlanDraft, draft_of, finish
from megaroth.plan.file import PlanFile
from megaroth.plan.read import contradictions, read_plan

OLDEST = 110


def read_household(path: Path) -> Household | list[Finding]:
    """The household of a TOML or JSON file, or what is wrong with it."""
    text = read_text(path)
    return [text] if isinstance(text, Finding) else household_of(text, str(path), path.parent)


def household_of(text: str, name: str, folder: Path, is_json: bool | None = None) -> Household | list[Finding]:
    """The household of a text; `name` is how findings call it, `folder` where plan files it names are looked for."""
    if is_json is None:
        is_json = name.endswith(".json") or text.lstrip().startswith("{")
    source = parse_json(text, name) if is_json else parse_toml(text, name)
    if isinstance(source, Finding):
        return [source]
    if unlike := _no_household(source):
        return [unlike]
    file = check(source, HouseholdFile)
    if not isinstance(file, list):
        read = _Reading(source, file, folder).household()
        return _in_order(read, source) if isinstance(read, list) else read
    rest = without_mistakes(source, HouseholdFile)
    found = _Reading(source, rest, folder).found() if rest else []
    # What was mistaken is left out of `rest`: only findings that cannot follow from its absence are true.
    here = f"{source.name}:"
    true = [f for f in found if f.code in _TRUE_OF_A_PART or not f.where.startswith(here)]
    return _in_order([*file, *true], source)


def _in_order(found: list[Finding], source: Source) -> list[Finding]:
    """As the file is read: from top to bottom, and what is wrong in other files after it."""

    def place(finding: Finding) -> tuple[bool, int, int]:
        numbers = re.search(r":(\d+):(\d+)", finding.where)
        line, column = (int(numbers[1]), int(numbers[2])) if numbers else (0, 0)
        return not finding.where.startswith(f"{source.name}:"), line, column

    return sorted(found, key=place)


_TRUE_OF_A_PART = (
    "law-year-unknown",
    "impossible-age",
    "unknown-person",
    "unknown-plan",
    "name-twice",
    "file-not-found",
)


def _no_household(source: Source) -> Finding | None:
    values = source.values
    if values == {}:
        return Finding(
            "file-empty",
            "error",
            f"{source.name} says nothing yet.",
            source.where(()),
            "Write `year`, [people.NAME] and [[jobs]]; `megaroth new` writes a file to start from.",
        )
    if isinstance(values, dict) and not values.keys() & {"year", "people", "jobs"} and values.keys() & _PLAN_ONLY:
        return Finding(
            "plan-not-household",
            "error",
            f"{source.name} describes a plan, not a household.",
            source.where(()),
            f'Name it in a household file, under [[jobs]]: plan = "{source.name}".',
        )
    return None


_PLAN_ONLY = PlanFile.model_fields.keys() - {"name"}


class _Reading:
    """One pass over a file whose types are right: resolves names, and collects what contradicts itself."""

    def __init__(self, source: Source, file: HouseholdFile, folder: Path) -> None:
        self.source, self.file, self.folder = source, file, folder
        self.findings: list[Finding] = []
        self.year_is_known = file.year in known_years()

    def found(self) -> list[Finding]:
        """What is wrong, whether or not it stops the reading."""
        self.household()
        return self.findings

    def household(self) -> Household | list[Finding]:
        file = self.file
        self._check_year()
        people = {name: self._person(name) for name in file.people}
        if not file.people:
            self._error(
                "no-people", ("people",), "The file names no person.", "Add [people.NAME] with born = 1985-03-14."
            )
        if not file.jobs:
            self._error("no-jobs", ("jobs",), "The file names no job.", "Add [[jobs]] with name, person, plan and pay.")
        jobs = [job for number in range(len(file.jobs)) if (job := self._job(number)) is not None]
        self._check_names()
        notice = self._notice(file.law_file) if file.law_file is not None else None
        elsewhere: dict[str, Money] = {}
        for number, item in enumerate(file.elsewhere):
            self._known_person(item.person, ("elsewhere", number, "person"))
            elsewhere[item.person] = elsewhere.get(item.person, ZERO) + item.elective_deferrals
        wider = wider_of(file, people, self._error)
        if has_errors(self.findings):
            return self.findings
        found = tuple(self.findings)
        return Household(
            file.year,
            file.filing,
            people,
            tuple(jobs),
            elsewhere,
            file.state,
            file.magi,
            notice,
            found,
            file.tax,
            wider,
        )

    def _error(self, code: str, path: tuple[str | int, ...], message: str, remedy: str) -> None:
        self.findings.append(Finding(code, "error", cut(message, 300), self.source.where(path), remedy))

    def _check_year(self) -> None:
        years = known_years()
        if not self.year_is_known:
            self._error(
                "law-year-unknown",
                ("year",),
                f"There is no law data for {shown(self.file.year)}; a year is never replaced by its neighbour.",
                f"Use a year from {years.start} to {years.stop - 1}.",
            )

    def _person(self, name: str) -> Person:
        file = self.file.people[name]
        age = self.file.year - file.born.year
        if self.year_is_known and not 0 <= age <= OLDEST:
            would = f"would be {age} in" if age > 0 else "is born after"
            self._error(
                "impossible-age",
                ("people", name, "born"),
                f"{cut(name)} {would} {self.file.year}.",
                "Check the year of birth.",
            )
        ira = file.ira
        return Person(name, file.born, Ira(ira.year_end_value, ira.basis, ira.distributed) if ira else None, file.w4)

    def _known_person(self, name: str, path: tuple[str | int, ...]) -> None:
        if self.file.people and name not in self.file.people:
            people = {each.lower(): each for each in self.file.people}
            close, listed = near(name, people), ", ".join(self.file.people)
            remedy = f'Did you mean "{cut(people[close])}"?' if close else f"The file names {cut(listed, 200)}."
            self._error("unknown-person", path, f'There is no person called "{cut(name)}".', remedy)

    def _check_names(self) -> None:
        seen: set[str] = set()
        for number, job in enumerate(self.file.jobs):
            if job.name in seen:
                self._error(
                    "name-twice",
                    ("jobs", number, "name"),
                    f"Two jobs are called {job.name}.",
                    "Give each its own name.",
                )
            seen.add(job.name)

    def _job(self, number: int) -> Job | None:
        file = self.file.jobs[number]
        at: tuple[str | int, ...] = ("jobs", number)
        self._known_person(file.person, (*at, "person"))
        file = self._with_stubs(file, at)
        self._check_dates(file, at)
        pay, paydays = self._pay(file, at)
        self._check_amounts(file, pay, at)
        plan = self._plan(file, at)
        if plan is None:
            return None
        if file.self_employed:
            self._check_owner(file, plan, at)
        new_this_year = file.starts is not None and file.starts.year >= self.file.year
        so_far, wishes = file.so_far, file.wishes
        return Job(
            name=file.name,
            person=file.person,
            plan=plan,
            group=file.employer_group or f"job {number}",
            pay=ZERO if pay is None else pay,
            other_wages=file.other_wages + (paydays.other if paydays else ZERO),
            last_year_pay=_known(file.last_year_pay, ZERO if new_this_year else None),
            last_year_fica_wages=_known(
                file.last_year_fica_wages, ZERO if new_this_year or file.self_employed else None
            ),
            owns=file.owner_percent,
            service_years=file.service_years if file.service_years is not None else self._service(file),
            self_employed=file.self_employed,
            employer_lowers_pay=file.self_employed_pay == "twice",
            profit=file.profit,
            forfeitures=file.forfeitures,
            starts=file.starts,
            ends=file.ends,
            wishes=Wishes(
                wishes.deferral,
                wishes.deferral_kind == "roth",
                wishes.catch_up,
                wishes.after_tax,
                wishes.employer,
                wishes.shape,
                wishes.most_changes,
                wishes.least_net_pay,
            ),
            so_far=SoFar(so_far.day, so_far.pay, so_far.pre_tax, so_far.roth, so_far.after_tax, so_far.match)
            if so_far
            else None,
            year_of_pay=paydays,
            deductions=file.deductions,
            where=self.source.where(at),
        )

    def _with_stubs(self, file: JobFile, at: tuple[str | int, ...]) -> JobFile:
        """The job with the year to date that its CSV file says, if it names one."""
        so_far, path = file.so_far, (*at, "so_far")
        if so_far is None:
            return file
        typed = (so_far.pay, so_far.pre_tax, so_far.roth, so_far.after_tax, so_far.match)
        if not so_far.file:
            if so_far.as_of is None:
                self._error(
                    "missing",
                    (*path, "as_of"),
                    f'`so_far.as_of` in [[jobs]] "{file.name}" is missing.',
                    "Add `as_of = …`.",
                )
                return file.model_copy(update={"so_far": None})
            return file
        if any(amount > ZERO for amount in typed):
            self._error("so-far-twice", path, "Amounts are typed beside a file.", "Leave out the amounts or the file.")
        found = so_far_of(so_far, self.folder, self.file.year)
        if isinstance(found, list):
            self.findings.extend(self._placed(found, (*path, "file")))
            return file.model_copy(update={"so_far": None})
        return file.model_copy(update={"so_far": found})

    def _pay(self, file: JobFile, at: tuple[str | int, ...]) -> tuple[Money | None, YearOfPay | None]:
        """Eligible pay of the year, written or added up from the pay table (no limit where that cannot be read)."""
        if file.pay is None or isinstance(file.pay, Money):
            return file.pay, None

        def tell(code: str, path: tuple[str | int, ...], message: str, remedy: str) -> None:
            self._error(code, (*at, *path), message, remedy)

        paydays = year_of_pay(file, self.file.year, tell) if self.year_is_known else None
        so_far = file.so_far
        if paydays is None:
            return NO_LIMIT, None
        return pay_of_year(paydays, so_far.day if so_far else None, so_far.pay if so_far else ZERO), paydays

    def _service(self, file: JobFile) -> int | None:
        """Completed years by 31 December: a step of the match that is reached during the year keeps its room."""
        return None if file.starts is None else max(self.file.year - file.starts.year, 0)

    def _check_dates(self, file: JobFile, at: tuple[str | int, ...]) -> None:
        year = self.file.year
        if file.starts and file.ends and file.ends < file.starts:
            self._error("ends-before-start", (*at, "ends"), f"{file.name} ends before it starts.", "Check both dates.")
        elif not self.year_is_known:
            return
        elif file.starts and file.starts.year > year:
            self._error(
                "starts-later", (*at, "starts"), f"{file.name} starts after {year}.", "Check the date or the year."
            )
        elif file.ends and file.ends.year < year:
            self._error("ended-earlier", (*at, "ends"), f"{file.name} ended before {year}.", "Leave the job out.")
        so_far = file.so_far
        if so_far and not self._belongs(so_far.day, file):
            self._error(
                "so-far-other-year",
                (*at, "so_far", "as_of"),
                f"The pay stub of {so_far.as_of} is not from {file.name} in {year}.",
                f"Use year-to-date figures of {year}.",
            )

    def _check_owner(self, file: JobFile, plan: Finished, at: tuple[str | int, ...]) -> None:
        """What is not worked out for a self-employed owner is refused, not guessed."""
        if plan.plan.match or plan.plan.match_alternative or plan.plan.match_steps:
            self._error(
                "match-of-an-owner",
                (*at, "plan"),
                f"`{file.name}` is self-employed, and its plan matches deferrals; the match would lower the earned "
                "income that it is a share of, and that is not worked out here.",
                "Write the owner's employer money as [nonelective] or [profit_sharing], or wish it with `employer`.",
            )
        first = next(n for n, job in enumerate(self.file.jobs) if job.person == file.person and job.self_employed)
        if self.file.jobs[first] is not file:
            self._error(
                "two-self-employments",
                (*at, "self_employed"),
                f"{cut(file.person)} is self-employed twice; self-employment tax is figured on both profits together.",
                "Write one job with the sum of the profits if one plan covers both; else ask a tax adviser.",
            )

    def _belongs(self, day: datetime.date, file: JobFile) -> bool:
        return day.year == self.file.year and (file.starts is None or day >= file.starts)

    def _check_amounts(self, file: JobFile, of_year: Money | None, at: tuple[str | int, ...]) -> None:
        if of_year is None and not file.self_employed:
            self._error(
                "missing",
                (*at, "pay"),
                f"`{file.name}` has no pay.",
                "Add `pay = …`: the year's eligible pay in dollars.",
            )
        if file.self_employed and file.profit == ZERO:
            self._error(
                "missing", (*at, "profit"), f"`{file.name}` is self-employed without profit.", "Add `profit = …`."
            )
        if file.self_employed and of_year is not None and of_year > ZERO:
            self._error(
                "pay-and-profit",
                (*at, "pay"),
                f"`{file.name}` is self-employed and has pay as well.",
                "A sole proprietor has `profit`; the owner of a corporation has `pay` and self_employed = false.",
            )
        if file.profit > ZERO and not file.self_employed:
            self._error(
                "profit-of-an-employee",
                (*at, "profit"),
                f"`{file.name}` has profit, but is not self-employed.",
                "Add self_employed = true, or leave the profit out.",
            )
        so_far, pay = file.so_far, file.profit if file.self_employed else of_year
        if so_far is None or pay is None or (file.self_employed and pay == ZERO):
            return
        if so_far.pay > pay:
            self._error(
                "so-far-above-pay",
                (*at, "so_far", "pay"),
                f"Pay so far ({so_far.pay}) is more than the whole year's pay ({pay}).",
                "Check both; `pay` is eligible pay of the whole year.",
            )
        put_in = so_far.pre_tax + so_far.roth + so_far.after_tax
        paid, of = (so_far.pay, "pay so far") if so_far.pay > ZERO else (pay, "the whole year's pay")
        if put_in > paid:
            self._error(
                "so-far-above-pay",
                (*at, "so_far"),
                f"Contributions so far ({put_in}) are more than {of} ({paid}).",
                "Check the pay stub.",
            )

    def _plan(self, file: JobFile, at: tuple[str | int, ...]) -> Finished | None:
        path = (*at, "plan")
        if isinstance(file.plan, PlanFile):
            draft = draft_of(file.plan, self.source.where(path))
            return self._finished(draft, self.source, path)
        if file.plan == "unknown":
            return finish(PlanDraft(f"the plan of {file.name}", NO_FORMULA, where=self.source.where(path)))
        if file.plan.lower().endswith((".toml", ".json")) or "/" in file.plan:
            return self._plan_file(file.plan, path)
        found = companies.draft_from_directory(file.plan)
        if found is None:
            close = " or ".join(f'"{name}"' for name in companies.nearest(file.plan))
            hint = f"Did you mean {close}? " if close else ""
            self._error(
                "unknown-plan",
                path,
                f'The directory has no plan called "{file.plan}".',
                f'{hint}`megaroth companies` lists them; or write [jobs.plan], the path of a .toml file, or "unknown".',
            )
            return None
        return finish(found)

    def _plan_file(self, name: str, path: tuple[str | int, ...]) -> Finished | None:
        draft, found = read_plan(self.folder / name, self._law(), name)
        self.findings.extend(self._placed(found, path))
        return finish(draft) if draft else None

    def _finished(self, draft: PlanDraft, source: Source, path: tuple[str | int, ...]) -> Finished:
        self.findings.extend(contradictions(draft, source, path, self._law()))
        return finish(draft)

    def _law(self) -> Law | None:
        return law_for(self.file.year) if self.year_is_known else None

    def _notice(self, name: str) -> Path:
        path = self.folder / name
        self.findings.extend(self._placed(check_notice(path, name, self.file.year), ("law_file",)))
        return path

    def _placed(self, found: list[Finding], path: tuple[str | int, ...]) -> list[Finding]:
        """A file that cannot be read has no line: its finding stands where the household names it."""
        here = self.source.where(path)
        return [replace(each, where=here) if each.code in UNREADABLE else each for each in found]


def _known(written: Money | str | None, otherwise: Money | None) -> Money | None:
    return written if isinstance(written, Money) else otherwise
