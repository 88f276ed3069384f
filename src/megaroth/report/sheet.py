"""One answer as a page shows it, for the app and for the paper: verdict, what to set, the stack to the ceiling, meters.

Knows words and which rule each number comes from. Refuses to compute: every amount is one of the room's or the schedule's.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from megaroth.household.pay import Election
from megaroth.kit.finding import Finding
from megaroth.kit.money import ZERO, Money
from megaroth.report.plain import term_label
from megaroth.report.steps import asked_of, keeper_of, reason, steps_of
from megaroth.report.text import proof_of
from megaroth.room.answer import JobAnswer, RoomAnswer
from megaroth.schedule.answer import JobSchedule, ScheduleAnswer
from megaroth.schedule.payroll import Line as PayrollLine
from megaroth.schedule.words import is_nothing

SOURCES = (("pre_tax", "Pre-tax"), ("roth", "Roth"), ("catch_up", "Catch-up"), ("after_tax", "After-tax"))
ORDER = {"error": 0, "warning": 1, "info": 2}


@dataclass(frozen=True, slots=True)
class Part:
    """One amount with its name and the rule that explains it."""

    key: str
    label: str
    amount: Money | None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Meter:
    """A limit: what goes against it in the year, and how much there is."""

    label: str
    used: Money
    limit: Money
    rule: str
    cite: str

    @property
    def state(self) -> str:
        """In words, for colour is not the only sign: kept, full or broken."""
        return "over" if self.used > self.limit else "full" if self.used == self.limit else "kept"


@dataclass(frozen=True, slots=True)
class Stage:
    """The numbers to set from one payday on: source, number as the portal takes it, dollars of the first such paycheck."""

    since: datetime.date
    numbers: tuple[tuple[str, str, Money | None], ...]


@dataclass(frozen=True, slots=True)
class JobSheet:
    """One job on one page."""

    name: str
    person: str
    age: int
    plan: str
    may_i: str
    verdict: str
    from_directory: bool
    is_over: bool
    self_employed: bool
    room: Money | None
    decided_by: str
    stages: tuple[Stage, ...]
    keeps: bool
    """The numbers in force are already right."""
    stack: tuple[Part, ...]
    total: Money | None
    ceiling: Money
    catch_up_on_top: Money
    meters: tuple[Meter, ...]
    after_tax: Money | None
    """What really goes in after tax by this schedule."""
    unfilled: Money
    match_saved: Money
    steps: tuple[str, ...]
    questions: tuple[tuple[str, str], ...]
    sources: tuple[tuple[str, str], ...]
    keeper: str

    @property
    def is_reached(self) -> bool:
        """Whether all of the room can still be filled, but for one step of the election."""
        return not self.unfilled > ZERO


def sheets(room: RoomAnswer, schedule: ScheduleAnswer | None, today: datetime.date | None) -> list[JobSheet]:
    """A sheet a job, in the order of the file."""
    solved = {job.name: job for job in schedule.jobs} if schedule else {}
    return [_sheet(room, job, solved.get(job.name), today) for job in room.jobs]


def _sheet(room: RoomAnswer, job: JobAnswer, solved: JobSchedule | None, today: datetime.date | None) -> JobSheet:
    case = job.case
    ends = solved.outcome if solved else None
    elections = solved.elections if solved else ()
    in_force = case.job.year_of_pay.elections if case.job.year_of_pay else ()
    person = next(each for each in room.people if each.name == job.person)
    roth = case.job.wishes.is_roth
    match = ends.match + ends.true_up if ends else job.match
    after_tax = ends.after_tax if ends else job.after_tax_planned
    deferral = ends.deferral + ends.excess if ends else job.elective_deferral
    catch_up = ends.catch_up if ends else job.catch_up
    stack = [
        Part("deferral", f"Deferral, {'Roth' if roth else 'pre-tax'}", deferral, "deferral_as_wished"),
        Part("match", "Match", match, "match_on"),
        Part(
            "employer",
            "Own employer money" if case.job.self_employed else "Other employer money",
            job.nonelective,
            "nonelective_contribution",
        ),
        Part("forfeitures", "Forfeitures", case.facts.forfeitures, ""),
        Part("after_tax", "After-tax, then Roth", after_tax, "after_tax_as_wished"),
    ]
    used = ZERO
    for part in stack:
        used = used + (ZERO if part.amount is None else part.amount)
    meters = [
        Meter("Deferrals", deferral + _elsewhere(job, solved, person.elective_deferral_limit), person.elective_deferral_limit, "elective_deferral_left", "§402(g)"),
        Meter("Annual additions", used + case.facts.other_plans, job.annual_additions_limit, "annual_additions_limit", "§415(c)"),
    ]  # fmt: skip
    if person.catch_up_limit > ZERO:
        meters.insert(1, Meter("Catch-up", catch_up + case.facts.catch_up_elsewhere, person.catch_up_limit, "catch_up_limit", "§414(v)"))  # fmt: skip
    if job.after_tax_room is not None and after_tax is not None and job.after_tax_room > ZERO:
        left = _room_left(job, after_tax, used - after_tax + case.facts.other_plans)
        meters.append(Meter("Room for after-tax", after_tax, left, "after_tax_room", "law and plan"))
    draft = case.job.plan.draft
    return JobSheet(
        name=job.name,
        person=job.person,
        age=person.age,
        plan=job.plan,
        may_i=job.may_i,
        verdict=_verdict(job),
        from_directory=draft.from_directory,
        is_over=case.job.is_over(today),
        self_employed=case.job.self_employed,
        room=job.after_tax_room,
        decided_by=reason(job.decided_by, job) if job.after_tax_room is not None else "",
        stages=tuple(_stages(solved)) if solved else (),
        keeps=bool(
            solved
            and in_force
            and len(elections) == 1
            and elections[0].regular == in_force[-1].regular
            and elections[0].bonus == in_force[-1].bonus
        ),
        stack=tuple(
            part
            for part in stack
            if part.amount is None
            or part.amount > ZERO
            or part.key == "after_tax"
            or (part.key == "match" and not case.job.self_employed)
        ),
        total=None if match is None or after_tax is None else used + catch_up,
        ceiling=job.annual_additions_limit,
        catch_up_on_top=catch_up,
        meters=tuple(meters),
        after_tax=after_tax,
        unfilled=solved.unfilled_after_tax if solved and solved.unfilled_after_tax > _one_step(solved) else ZERO,
        match_saved=solved.match_saved if solved and solved.match_saved is not None else ZERO,
        steps=_steps(job, solved, room, today),
        questions=tuple((question.ask, question.why) for question in asked_of(job).questions),
        sources=_sources(job),
        keeper=keeper_of(job),
    )


def _room_left(job: JobAnswer, after_tax: Money, beside: Money) -> Money:
    """The room: where more goes in because deferral and match stay a little under plan, what they leave is room too."""
    room = ZERO if job.after_tax_room is None else job.after_tax_room
    if job.decided_by != "annual_additions":
        return room
    left = job.annual_additions_limit - beside
    return left if after_tax > room and left > room else room


def _elsewhere(job: JobAnswer, solved: JobSchedule | None, limit: Money) -> Money:
    """Deferred in other jobs: the schedule splits the person's limit anew, and its split is the one that counts beside it."""
    elsewhere = job.case.facts.deferrals_elsewhere
    if solved is None:
        return elsewhere
    left_to_others = limit - solved.year.limits.deferral
    return left_to_others if elsewhere > left_to_others > ZERO else elsewhere


def _steps(
    job: JobAnswer, solved: JobSchedule | None, room: RoomAnswer, today: datetime.date | None
) -> tuple[str, ...]:
    """The steps; where there is a schedule, the last one is what it says and not the estimate over the year."""
    steps = steps_of(job, room.law, today)
    if solved is not None and len(steps) == 4 and job.may_i == "yes":
        words = solved.headline.removeprefix(f"{job.name}: ")
        steps[-1] = f"Elect: {words}"
    return tuple(steps)


def _verdict(job: JobAnswer) -> str:
    if job.may_i == "yes":
        return "Yes, by public sources: confirm it" if job.case.job.plan.draft.from_directory else "Yes, you may"
    if job.may_i == "no":
        return "No, not in this plan"
    return "Ask first"


def _one_step(solved: JobSchedule) -> Money:
    """What a single step of the election is on the largest paycheck left: less than that cannot be aimed at."""
    largest = ZERO
    for line in solved.outcome.lines:
        largest = line.paycheck.pay if line.paycheck.pay > largest else largest
    return Money(int(largest.cents) // 100)


def _stages(solved: JobSchedule) -> list[Stage]:
    found = []
    for each in solved.elections:
        line = next(
            (x for x in solved.outcome.lines if x.paycheck.date >= each.since and not x.paycheck.own_election), None
        )
        numbers = tuple(
            (label, share_shown(each.regular, key), _dollars(each.regular, key, line) if line else None)
            for key, label in SOURCES
            if not is_nothing(getattr(each.regular, key)) or key == "after_tax"
        )
        found.append(Stage(each.since, numbers))
    return found


def _dollars(election: Election, key: str, line: PayrollLine) -> Money:
    """What a number takes of that paycheck. Past the limit a deferral goes on as catch-up, where catch-up has no number of its own."""
    taken: Money = getattr(line, key)
    deferred = [name for name in ("pre_tax", "roth") if not is_nothing(getattr(election, name))]
    return taken + line.catch_up if deferred == [key] and is_nothing(election.catch_up) else taken


def share_shown(election: Election, key: str) -> str:
    """A number as the portal takes it: `8%`, or `$350`."""
    share = getattr(election, key)
    return str(share).removesuffix(".00")


_MATTER = (
    "after_tax_allowed", "after_tax_cap_percent", "after_tax_cap_dollars", "hce_after_tax_cap_percent", "combined_cap_percent",
    "in_plan_conversion", "in_service_withdrawal", "match", "match_on_catch_up", "super_catch_up", "true_up",
)  # fmt: skip


def _sources(job: JobAnswer) -> tuple[tuple[str, str], ...]:
    """Where the terms that matter were read: proof and the terms it proves."""
    stated = job.case.job.plan.draft.stated
    proofs: dict[str, list[str]] = {}
    for name in _MATTER:
        if name in stated and (proof := proof_of(stated[name])):
            proofs.setdefault(proof, []).append(term_label(name))
    return tuple((proof, ", ".join(names)) for proof, names in proofs.items())


def in_order(findings: list[Finding]) -> list[Finding]:
    """Gravest first, each once; how jobs share a limit as it was said last: the schedule's steps move a cent of the room's split."""
    once = {(f.code, f.where if f.code == "deferral-shared" else f.message): f for f in findings}
    return sorted(once.values(), key=lambda f: ORDER[f.severity])
