"""Every row of a census answered as the one person it is, by `megaroth room`, beside what the columns said of it.

The household is made here from the census's cells, apart from the product's own way from rows to households
(`workforce/one_by_one`). Findings, which are not compared, are left out: they take a third of the time.
"""

from __future__ import annotations

import datetime
import gc
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from tests.workforce import people

from megaroth.household.model import Household, Job, Person, SoFar, Wishes
from megaroth.kit.money import Money, Rate
from megaroth.room import answer as room
from megaroth.workforce.settings import Sponsor

AMOUNTS = (
    "annual_additions_limit", "elective_deferral", "catch_up", "match", "nonelective", "after_tax_room",
    "after_tax_room_absolute", "after_tax_planned", "total", "after_tax_left",
)  # fmt: skip
CELLS = (
    "employee", "plan", "pay", "born", "last_year_pay", "last_year_fica_wages", "owner_percent", "hired", "left",
    "pay_so_far", "pre_tax", "roth", "after_tax", "match", "forfeitures", "deferred_elsewhere",
)  # fmt: skip
CENTS = ("pay", "last_year_pay", "last_year_fica_wages", "owner_percent", "pay_so_far", "pre_tax", "roth", "after_tax",
         "match", "forfeitures", "deferred_elsewhere")  # fmt: skip


def whole(column: Any) -> list[int | None]:
    """Decimals with two places as whole hundredths."""
    hundred = pa.scalar(100, pa.decimal128(3, 0))
    cents: list[int | None] = pc.multiply(column.cast(pa.decimal128(18, 2)), hundred).cast(pa.int64()).to_pylist()
    return cents


def lists(table: Any, names: tuple[str, ...], amounts: tuple[str, ...]) -> dict[str, list[Any]]:
    return {name: whole(table.column(name)) if name in amounts else table.column(name).to_pylist() for name in names}


def job(cells: dict[str, list[Any]], at: int, sponsor: Sponsor, name: str) -> Job:
    def money(field: str) -> Money:
        return Money(cells[field][at] or 0)

    hired = cells["hired"][at]
    new = hired is not None and hired.year == sponsor.year

    def before(field: str) -> Money | None:
        cents = cells[field][at]
        return Money(cents) if cents is not None else Money(0) if new else None

    terms = sponsor.plans[sponsor.names.index(cells["plan"][at])]
    made = SoFar(people.AS_OF, *(money(each) for each in ("pay_so_far", "pre_tax", "roth", "after_tax", "match")))
    return Job(
        name=name,
        person="p",
        plan=terms.finished,
        group=terms.group,
        pay=money("pay"),
        last_year_pay=before("last_year_pay"),
        last_year_fica_wages=before("last_year_fica_wages"),
        owns=Rate(cells["owner_percent"][at], 10_000),
        service_years=None if hired is None else max(sponsor.year - hired.year, 0),
        forfeitures=money("forfeitures"),
        starts=hired,
        ends=cells["left"][at],
        wishes=Wishes(is_roth=cells["roth"][at] > 0 and cells["pre_tax"][at] == 0),
        so_far=made,
    )


def person(cells: dict[str, list[Any]], places: list[int], sponsor: Sponsor) -> room.RoomAnswer:
    """The answer of `megaroth room` for the person of these rows."""
    born: datetime.date = cells["born"][places[0]]
    jobs = tuple(job(cells, at, sponsor, f"job {at}") for at in places)
    elsewhere = max(cells["deferred_elsewhere"][at] or 0 for at in places)
    asked = Household(sponsor.year, "single", {"p": Person("p", born)}, jobs, {"p": Money(elsewhere)})
    return room.room_answer(sponsor.law, asked, sponsor.as_of)


def told(answer: room.RoomAnswer, at: int) -> list[Any]:
    mine = answer.jobs[at]
    amounts = [getattr(mine, name) for name in AMOUNTS]
    others = [mine.is_hce, mine.decided_by, mine.may_i, mine.catch_up_must_be_roth]
    return [
        *(None if each is None else each.cents for each in amounts),
        *others,
        answer.people[0].excess_deferral.cents,
    ]


def compare(folder: str, first: int, last: int) -> tuple[int, list[str]]:
    """The rows `first` to `last` of the census in a folder beside the answers in `out1`: how many, and which differ."""
    for name in ("findings_of_household", "findings_of_job"):
        setattr(room, name, lambda *_: ())
    gc.disable()  # nothing made here is a ring; looking for rings took a fifth of the time
    sponsor = people.sponsor(Path(folder))
    census = pq.read_table(Path(folder) / "census.parquet", columns=list(CELLS))
    answers = pa.concat_tables(pq.read_table(path) for path in sorted((Path(folder) / "out1").glob("part-*.parquet")))
    usable = answers.column("row").to_pylist()
    who = census.column("employee").to_pylist()
    jobs: dict[int, list[int]] = {}
    for row in usable:
        jobs.setdefault(who[row - 1], []).append(row - 1)
    mine = answers.filter(pc.and_(pc.greater_equal(answers["row"], first), pc.less_equal(answers["row"], last)))
    columns = lists(mine, (*AMOUNTS, "is_hce", "decided_by", "may_i", "catch_up_must_be_roth", "excess_deferral"),
                    (*AMOUNTS, "excess_deferral"))  # fmt: skip
    rows = mine.column("row").to_pylist()
    wanted = sorted({at for row in rows for at in jobs[who[row - 1]]})
    place = {at: number for number, at in enumerate(wanted)}
    cells = lists(census.take(pa.array(wanted)), CELLS, CENTS)
    wrong = []
    for row, *ours in zip(rows, *columns.values(), strict=True):
        places = [place[at] for at in jobs[who[row - 1]]]
        theirs = told(person(cells, places, sponsor), places.index(place[row - 1]))
        if ours != theirs:
            off = [(n, a, b) for n, a, b in zip(columns, ours, theirs, strict=True) if a != b]
            wrong.append(f"row {row}: {off}")
    return len(rows), wrong
