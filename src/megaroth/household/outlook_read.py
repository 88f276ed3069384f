"""From the tables around the plan to what the outlook reads: every name resolved, what contradicts itself found."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeAlias

from megaroth.household.model import Person, Wider
from megaroth.kit.toml_places import cut
from megaroth.kit.written import near

if TYPE_CHECKING:
    from megaroth.household.file import HouseholdFile

Tell: TypeAlias = Callable[[str, tuple[str | int, ...], str, str], None]
"""Code, place, message, remedy of an error."""


def wider_of(file: HouseholdFile, people: Mapping[str, Person], tell: Tell) -> Wider:
    """The tables as they were written; what is wrong with them goes to `tell`."""
    _check_jobs(file, tell)
    _check_ages(file, people, tell)
    if file.hsa is not None and file.hsa.person is not None and people and file.hsa.person not in people:
        _unknown(tell, "unknown-person", ("hsa", "person"), "person", file.hsa.person, list(people))
    return Wider(
        outlook=file.outlook,
        first=file.first,
        cash=file.cash,
        debts=None if file.debts is None else tuple(file.debts),
        hsa=file.hsa,
        espp=tuple(file.espp),
        vests=tuple(file.vests),
        deferred_pay=tuple(file.deferred_pay),
    )


def _check_jobs(file: HouseholdFile, tell: Tell) -> None:
    names = [job.name for job in file.jobs]
    tables = {
        "espp": [row.job for row in file.espp],
        "vests": [row.job for row in file.vests],
        "deferred_pay": [row.job for row in file.deferred_pay],
    }
    for table, jobs in tables.items():
        for number, job in enumerate(jobs):
            at: tuple[str | int, ...] = (table, number, "job")
            if job not in names:
                _unknown(tell, "unknown-job", at, "job", job, names)
            elif job in jobs[:number]:
                tell("name-twice", at, f"Two tables [[{table}]] are of {cut(job)}.", "Write one, with the sum.")


def _unknown(tell: Tell, code: str, at: tuple[str | int, ...], what: str, name: str, known: list[str]) -> None:
    close = near(name, {each.lower(): each for each in known})
    meant = next((each for each in known if each.lower() == close), None)
    remedy = f'Did you mean "{cut(meant)}"?' if meant else f"The file names {cut(', '.join(known), 200)}."
    tell(code, at, f'There is no {what} called "{cut(name)}".', remedy)


def _check_ages(file: HouseholdFile, people: Mapping[str, Person], tell: Tell) -> None:
    ahead = file.outlook
    if ahead is None or not people:
        return
    first = next((people[job.person] for job in file.jobs if job.person in people), next(iter(people.values())))
    age = first.age_at_end_of(file.year)
    for name in ("work_until_age", "spend_age", "early_age"):
        wanted = getattr(ahead, name)
        if wanted is not None and wanted < age:
            tell(
                "age-has-passed",
                ("outlook", name),
                f"{cut(first.name)} turns {age} in {file.year}; {name} is {wanted}.",
                f"Write an age of {age} or more.",
            )
    if ahead.work_until_age is not None and ahead.spend_age is not None and ahead.spend_age < ahead.work_until_age:
        tell(
            "spent-before-saved",
            ("outlook", "spend_age"),
            f"The money is wanted at {ahead.spend_age}, but contributions go on until {ahead.work_until_age}.",
            "Write a spend_age that is not below work_until_age.",
        )
    for name in ("closed_from", "convert_late_in"):
        year = getattr(ahead, name)
        if year is not None and year < file.year:
            tell(
                "year-has-passed",
                ("outlook", name),
                f"{name} is {year}, but the file plans {file.year}.",
                f"Write {file.year} or a later year.",
            )
