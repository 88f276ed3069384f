"""`megaroth new`: an interview in the terminal that writes a household file. “Not sure” always leads to the safe path.

It asks only what changes the answer. The file is checked by its own reader before anything is written, and written whole.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.items import Table

from megaroth.doors.cli import interview_ahead, talk
from megaroth.doors.cli.talk import Talk
from megaroth.doors.cli.writing import number_of, wishes_of
from megaroth.household.read import household_of
from megaroth.kit.money import NO_CAP, NO_LIMIT, ZERO, Money
from megaroth.kit.writing import write_whole
from megaroth.law.book import Law, known_years, law_for
from megaroth.plan import companies
from megaroth.plan.model import Tier
from megaroth.report.plan_text import said
from megaroth.report.text import finding_lines

_PLAN_QUESTIONS: tuple[tuple[str, str, tuple[str, ...], str], ...] = (
    (
        "after_tax_allowed",
        "  Does the plan take after-tax (non-Roth) contributions? (yes/no)",
        ("yes", "no"),
        "It stands in the summary plan description under “after-tax” or “voluntary” contributions; not the Roth 401(k).",
    ),
    (
        "in_plan_conversion",
        "  Can after-tax money be converted to Roth inside the plan? (automatic/on-request/no)",
        ("automatic", "on-request", "no"),
        "Also called in-plan Roth rollover or Roth conversion; automatic means the plan does it by itself.",
    ),
    (
        "in_service_withdrawal",
        "  Can after-tax money be taken out to a Roth IRA while you work there? (yes/no)",
        ("yes", "no"),
        "Also called in-service distribution or withdrawal of after-tax contributions.",
    ),
)


def interview(
    file: Path, today: datetime.date, hear: Callable[[str], str] = input, tell: Callable[[str], None] = print
) -> int:
    """Ask, check, write; the exit code. Nothing is written unless the interview comes to its end."""
    if file.is_dir() or not file.parent.is_dir():
        what = "is a folder" if file.is_dir() else f"cannot be written: there is no folder {file.parent}"
        tell(f"[!!] ERROR: {file} {what}.\n    -> Name a file, like: megaroth new household.toml")
        return 2
    talking = Talk(hear, tell)
    try:
        if file.exists() and not talking.yes(f"{file} exists. Write over it? (yes/no)", "yes replaces it.", False):
            tell("Nothing was written.")
            return 2
        text = _Interview(talking, today).household()
    except EOFError:
        tell("\nThe answers ended early; nothing was written.")
        return 2
    except KeyboardInterrupt:
        tell("\nInterrupted; nothing was written.")
        return 130
    try:
        write_whole(file, text)
    except OSError as error:
        tell(f"[!!] ERROR: {file} cannot be written: {error.strerror}.\n    -> Name another file.")
        return 2
    tell(f"\nWrote {file}; any editor opens it. What you want from the plan stands under wishes.")
    read = household_of(text, str(file), file.parent)
    if isinstance(read, list):
        tell("Two of your answers contradict each other; mend the file where it says:")
        tell("\n".join(line.text for line in finding_lines(read)))
        return 1
    tell(f"Now run: megaroth plan {file}")
    return 0


class _Interview:
    def __init__(self, talking: Talk, today: datetime.date) -> None:
        self.talk, self.today = talking, today
        self.file = tomlkit.document()
        self.people: list[str] = []
        self.jobs: list[str] = []
        self.owners: set[str] = set()
        self.law: Law
        self.ahead = False
        """Whether money beside the plan and the years to come are asked for too."""
        self.age: int | None = None
        """Of the first person, whose outlook it is."""

    def household(self) -> str:
        """The whole interview; the text of the file."""
        talk_, years = self.talk, known_years()
        talk_.tell("A few questions; nothing you type leaves this machine.")
        talk_.tell("Enter takes what stands in [brackets], ? explains, “not sure” is always fine.\n")
        default = min(max(self.today.year, years.start), years.stop - 1)
        asked = talk_.ask(
            "Which year do you plan?",
            talk.whole_number(years.start, years.stop - 1),
            "A calendar year.",
            str(default),
        )
        year = asked or default
        self.law = law_for(year)
        self.ahead = talk_.yes(
            "Ask about cash, debts and the years to come too? (yes/no)",
            "For: is it worth it, should I, what comes first. Without it only the plan of the year is asked for.",
            True,
        )
        self.file.add(
            tomlkit.comment("Written by `megaroth new`. Amounts are dollars; leave out what you do not know.")
        )
        self.file.add("format", tomlkit.item(1))
        self.file.add("year", tomlkit.item(year))
        self._return()
        self.file.add(tomlkit.nl())
        self.file.add("people", tomlkit.table(is_super_table=True))
        self.file.add("jobs", tomlkit.aot())
        self._person("What shall I call you?", "me")
        while talk_.yes(
            "\nIs there another person in your household to plan for? (yes/no)",
            "A spouse with a plan of their own.",
            False,
        ):
            self._person("What shall I call this person?", "spouse" if "spouse" not in self.people else None)
        head = interview_ahead.wider(talk_, self.file, self.age or 0, self.jobs) if self.ahead else []
        # tomlkit sets no blank line before every table.
        text = re.sub(r"(?<!\n)\n\[", "\n\n[", tomlkit.dumps(self.file)).replace("\n\n\n", "\n\n")
        # A key after a table would belong to it.
        year_line = f"year = {year}\n"
        return text.replace(year_line, "".join((year_line, *(f"{line}\n" for line in head))), 1)

    def _person(self, prompt: str, default: str | None) -> None:
        name = self.talk.ask(
            prompt, talk.label(self.people), "Only a label for the report; no real name is needed.", default
        )
        name = name or f"person{len(self.people) + 1}"
        self.people.append(name)
        year = int(self.law.year)
        born = self.talk.ask(
            f"Year of birth of {name}, like 1981:",
            talk.birth(year),
            f"Catch-up contributions begin in the year one turns {self.law.catch_up_age}; only the year matters.",
        )
        table = tomlkit.table()
        shown = born or datetime.date(year - 40, 12, 31)
        table.add("born", tomlkit.item(shown))
        if born is None:
            table["born"].comment("not known: planned without catch-up")
        age = year - shown.year
        self.age = age if self.age is None else self.age
        if self.ahead and (ira := interview_ahead.ira(self.talk, name)) is not None:
            table.add("ira", ira)
        people: Any = self.file["people"]
        people.add(name, table)
        self._job(name, age, born is not None)
        while self.talk.yes(
            f"\n{_does(name, 'Have', 'Has')} another job with a plan in {year}? (yes/no)", "At the same time.", False
        ):
            self._job(name, age, born is not None)
        gone = self.talk.ask(
            f"Deferred in {year} at an employer that {'you have' if name == 'me' else f'{name} has'} left, in dollars:",
            talk.amount,
            "Pre-tax and Roth 401(k) deferrals there; the deferral limit is the person's own, over all employers.",
            "0",
        )
        if gone is not None and gone > ZERO:
            elsewhere = tomlkit.table()
            elsewhere.add("person", name)
            elsewhere.add("elective_deferrals", number_of(gone))
            self.file.setdefault("elsewhere", tomlkit.aot()).append(elsewhere)

    def _job(self, person: str, age: int, age_known: bool) -> None:
        talk_, year = self.talk, int(self.law.year)
        self.talk.tell("")
        name = talk_.ask(
            f"Employer of {person}, like Amazon:",
            talk.label(self.jobs),
            "If the directory has public facts about its plan, you need not type them.",
        )
        name = name or f"job {len(self.jobs) + 1}"
        self.jobs.append(name)
        job = tomlkit.table()
        job.add("name", name)
        job.add("person", person)
        own = person not in self.owners and talk_.yes(
            f"{_does(person, 'Are', 'Is')} self-employed there, with profit instead of wages? (yes/no)",
            "Schedule C.",
            False,
        )
        plan = self._own_plan() if own else self._plan(name)
        if isinstance(plan, str):
            job.add("plan", plan)
            job["plan"].comment("public hearsay, to be confirmed: megaroth companies " + plan)
        pay = self._pay(job, person, own)
        if self.ahead and not own and (stock := interview_ahead.stock(talk_, name)) is not None:
            self._vests(job, name, stock)
        if not own:
            self._last_year(job, person, age, age_known)
        job.add("wishes", wishes_of(age_known, bool(age >= self.law.catch_up_age), own and "profit" in job))
        if not isinstance(plan, str):
            job.add("plan", plan)
        jobs: Any = self.file["jobs"]
        jobs.append(job)
        if not own and pay > ZERO and year <= self.today.year:
            self._so_far(len(jobs) - 1, pay)

    def _plan(self, employer: str) -> str | Table:
        """A name of the directory, or a table of the terms that the person knows."""
        found = companies.entry(employer)
        if found is None and (near := companies.nearest(employer)):
            fitting = {**{name: name for name in near}, "no": ""}
            close = self.talk.ask(
                f"  Is it {' or '.join(near)} of the directory? ({'/'.join(fitting)})",
                talk.one_of(fitting if len(near) > 1 else {"yes": near[0], **fitting}),
                "Then the public facts about that plan are used.",
                "no",
            )
            found = companies.entry(close) if close else None
        if found is not None and self.talk.yes(
            f"  The directory has public facts about the {found.name}. Use them? (yes/no)",
            "They are hearsay with sources; the report says what to confirm.",
            True,
        ):
            return next(name for name in companies.names() if companies.entry(name) is found)
        table = self._terms()
        self._match(table)
        return table

    def _own_plan(self) -> Table:
        """The solo plan of an owner: its employer money is what the owner wishes, not a match."""
        table = self._terms()
        table.add("match", "none")
        return table

    def _terms(self) -> Table:
        table = tomlkit.table()
        for field, prompt, words, help_ in _PLAN_QUESTIONS:
            said_word = self.talk.ask(prompt, talk.one_of({word: word for word in words}), help_)
            table.add(field, said_word or "unknown")
        return table

    def _match(self, table: Table) -> None:
        help_ = "Like: 50% up to 6%; or 100% of the first 3% then 50% of the next 2%; or 50% of everything; or none."
        while True:
            tiers = self.talk.ask("  How does the employer match?", talk.match_tiers, help_)
            if tiers is None:
                table.add("match", "unknown")
                return
            if not tiers:
                table.add("match", "none")
                return
            words = said([_tier(tier) for tier in tiers])
            if self.talk.yes(
                f"    I read: {words}. Right? (yes/no)", "“next” counts from where the last tier ends.", True
            ):
                break
        most = self.talk.ask("  The most it pays in a year, in dollars:", talk.amount, "Enter if there is no maximum.")
        written = tomlkit.aot()
        for tier in tiers:
            part = tomlkit.table()
            for field, value in tier.items():
                part.add(field, number_of(value))
            written.append(part)
        if most is not None and most > ZERO:
            limits = tomlkit.inline_table()
            limits.append("max_dollars", number_of(most))
            table.add("match_limits", limits)
        table.add("match", written)

    def _pay(self, job: Table, person: str, own: bool) -> Money:
        year = self.law.year
        what = (
            f"Net profit in {year}, in dollars:"
            if own
            else f"Eligible pay of {person} there in all of {year}, in dollars:"
        )
        help_ = (
            "Profit after expenses, Schedule C line 31."
            if own
            else "Base pay and whatever else the plan counts, often bonus but not RSUs; before any limit. Too little is safe."
        )
        pay = self.talk.ask(what, talk.amount, help_)
        if own and pay is not None and pay > ZERO:
            self.owners.add(person)
            job.add("self_employed", tomlkit.item(True))
            job.add("profit", number_of(pay))
            return ZERO
        job.add("pay", number_of(ZERO if pay is None else pay))
        if pay is None or pay == ZERO:
            job["pay"].comment(
                "not known: nothing can be planned without" + (" (or self_employed, profit)" if own else "")
            )
            return ZERO
        job["pay"].comment("eligible pay of the whole year, before any limit")
        return pay

    def _vests(self, job: Table, name: str, value: Money) -> None:
        """Stock is wages, but not eligible pay."""
        job.add("other_wages", number_of(value))
        job["other_wages"].comment("the stock that vests: wages, but not eligible pay")
        vest = tomlkit.table()
        vest.add("job", name)
        vest.add("value", number_of(value))
        self.file.setdefault("vests", tomlkit.aot()).append(vest)

    def _last_year(self, job: Table, person: str, age: int, age_known: bool) -> None:
        year = int(self.law.year)
        if not self.talk.yes(
            f"Did {person} work there in {year - 1} already? (yes/no)",
            "Pay of last year decides whether one is highly compensated this year.",
            True,
        ):
            first, last = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
            starts = self.talk.ask(
                f"First day there, like {year}-03-02:", talk.day_of(first, last), "Roughly is enough."
            )
            job.add("starts", tomlkit.item(starts or first))
            return
        paid = self.talk.ask(
            f"Pay there in {year - 1}, in dollars:",
            talk.amount,
            f"Above {self.law.hce_pay.amount} one is highly compensated, and some plans cap after-tax money lower then.",
        )
        if paid is None:
            job.add(tomlkit.comment("last_year_pay is not known: a cap for the highly compensated is taken to apply"))
        else:
            job.add("last_year_pay", number_of(paid))
            job["last_year_pay"].comment("decides whether one is highly compensated")
        if not age_known or age < self.law.catch_up_age or not self.law.roth_catch_up_in_force:
            return
        wages = self.talk.ask(
            f"W-2 of {year - 1} from there, box 3 (social security wages), in dollars:",
            talk.amount,
            f"Above {self.law.roth_catch_up_wages.amount} the catch-up must be Roth.",
        )
        if wages is None:
            job.add(tomlkit.comment("last_year_fica_wages is not known: the catch-up is planned as Roth"))
        else:
            job.add("last_year_fica_wages", number_of(wages))
            job["last_year_fica_wages"].comment("decides whether the catch-up must be Roth")

    def _so_far(self, number: int, pay: Money) -> None:
        year = int(self.law.year)
        if not self.talk.yes(
            "Is this year's last pay stub at hand? (yes/no)", "Then the answer says what is left.", False
        ):
            return
        jobs: Any = self.file["jobs"]
        job = jobs[number]
        first = job["starts"] if "starts" in job else datetime.date(year, 1, 1)
        last = min(self.today, datetime.date(year, 12, 31))
        as_of = self.talk.ask(
            "  Its date:",
            talk.day_of(first, last),
            "The pay date; year-month-day.",
            str(last) if last >= first else None,
        )
        if as_of is None:
            return
        table = tomlkit.table()
        table.add("as_of", tomlkit.item(as_of))
        paid = self.talk.ask(
            "  Eligible pay so far this year:",
            talk.amount_up_to(pay, "the whole year's pay"),
            "The year-to-date column.",
        )
        if paid is None:
            return
        table.add("pay", number_of(paid))
        left = paid
        for field, prompt in (
            ("pre_tax", "  Pre-tax 401(k) so far:"),
            ("roth", "  Roth 401(k) so far:"),
            ("after_tax", "  After-tax (non-Roth) 401(k) so far:"),
        ):
            put = self.talk.ask(
                prompt, talk.amount_up_to(left, "what is left of pay so far"), "Year to date; 0 if none.", "0"
            )
            if put is not None and put > ZERO:
                table.add(field, number_of(put))
                left = left - put
        match = self.talk.ask("  Employer match so far:", talk.amount, "Year to date; 0 if none.", "0")
        if match is not None and match > ZERO:
            table.add("match", number_of(match))
        job.add("so_far", table)

    def _return(self) -> None:
        words = ("single", "joint", "separate", "head", "survivor")
        filing = self.talk.ask(
            f"How is the tax return filed? ({'/'.join(words)})",
            talk.one_of({word: word for word in words}),
            "It decides IRA limits and tax, not the room in the plan; head: head of household.",
            "single",
        )
        magi = self.talk.ask(
            "Adjusted gross income, for `megaroth ira` only (Enter leaves it out):",
            talk.amount,
            "Modified adjusted gross income of the return, in dollars; it decides what may go to a Roth IRA directly.",
        )
        self.file.add("filing", tomlkit.item(filing or "single"))
        self.file["filing"].comment("single | joint | separate | head | survivor")
        if magi is not None:
            self.file.add("magi", number_of(magi))
            self.file["magi"].comment("modified adjusted gross income, for `megaroth ira`")
        if self.ahead and (state := interview_ahead.state(self.talk)) is not None:
            self.file.add("state", state)


def _tier(typed: dict[str, Any]) -> Tier:
    return Tier(typed["rate_percent"], typed.get("up_to_percent_of_pay", NO_CAP), typed.get("up_to_dollars", NO_LIMIT))


def _does(name: str, yours: str, theirs: str) -> str:
    """The verb before a person: who answers calls himself “me”, and is asked as “you”."""
    return f"{yours} you" if name == "me" else f"{theirs} {name}"
