"""The limits of a whole census, part by part: on all cores, in bounded memory, and never twice.

A folder takes one Parquet file for each part, written whole or not at all; a run that was killed goes on after the parts
that are there and comes to the same bytes. A single file appears when it is complete.
"""

from __future__ import annotations

import datetime
import hashlib
import json
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from megaroth.kit.finding import Finding
from megaroth.kit.money import Money
from megaroth.workforce.census import Census, Part
from megaroth.workforce.checks import REJECTS, Clean, clean
from megaroth.workforce.files import csv_rows, whole_file, write_table
from megaroth.workforce.limits import AMOUNTS, FLAGS, Answers, answer_rows, table_of_answers
from megaroth.workforce.mapping import Mapping
from megaroth.workforce.masking import masked_column
from megaroth.workforce.one_by_one import answer_people
from megaroth.workforce.repeats import Repeats, find_repeats
from megaroth.workforce.settings import Sponsor
from megaroth.workforce.several import people_with_several_rows, person_of, with_broken, without_doubles
from megaroth.workforce.top_paid import with_top_paid

NOT_READ = {
    "employer",
    "qualified",
    "eligible",
    "union",
    "excludable",
    "not_top_paid",
    "vested_percent",
    "income",
    "balance",
}
"""Fields that the limits do not need."""
Progress = Callable[[int], None]
JOB = "job.json"
MOST_NAMED = 100
"""People named in the summary: those most beyond a limit."""


EXCESSES = ("excess_deferral", "excess_additions", "projected_excess_deferral", "projected_excess_additions")


@dataclass(frozen=True, slots=True)
class Beyond:
    """Somebody who is beyond a limit, or will be: `what` is the column of the answers, `on` the payday where it is known."""

    what: str
    amount: Money
    row: int
    employee: str
    plan: str
    on: datetime.date | None


@dataclass(frozen=True, slots=True)
class LimitsDone:
    """What a run came to: rows read, answered and rejected by reason, and how many stand out."""

    rows: int
    answered: int
    rejected: dict[str, int]
    counts: dict[str, int]
    parts_kept: int
    worst: tuple[Beyond, ...] = ()
    """Those with the largest excess, the ones that are there before the ones to come; not from Spark."""


def for_limits(mapping: Mapping) -> Mapping:
    """The mapping with the fields alone that the limits read."""
    kept = {name: column for name, column in mapping.columns.items() if name not in NOT_READ}
    return Mapping(kept, mapping.amounts, mapping.percents, mapping.days, mapping.mask, mapping.key)


def answer_batch(
    batch: Any, rows: Any, mapping: Mapping, sponsor: Sponsor, repeats: Repeats, people: dict[Any, Clean] | None = None
) -> tuple[Any, Any]:
    """The answers of a batch and its rejects; the same function runs on one machine and on Spark.

    `people` holds, for employees with several rows, all their rows (by employee and year).
    """
    used, rejected = clean(batch, rows, mapping, sponsor)
    again = repeats.among(used)
    if again is not None:
        used, rejected, again = without_doubles(used, rejected, mapping, sponsor, repeats, again)
    answers = answer_rows(used, sponsor)
    if again is not None and people is not None:
        answers.own()
        for place in np.flatnonzero(again):
            _with_their_other_jobs(answers, used, int(place), people, sponsor)
    return table_of_answers(answers, used, sponsor, masked_column(used.employee, mapping)), rejected


def _with_their_other_jobs(answers: Any, used: Clean, place: int, people: dict[Any, Clean], sponsor: Sponsor) -> None:
    rows = people.get(person_of(used, place))
    if rows is None or len(rows) < 2:
        return
    own = Answers(len(rows))
    nothing = np.zeros(len(rows), np.int64)
    own.put(slice(0, len(rows)), [Money(nothing)] * len(AMOUNTS), [nothing > 0] * len(FLAGS), nothing.astype(np.int8))
    own.own()
    own.unknown = {name: np.zeros(len(rows), np.bool_) for name in answers.unknown}
    answer_people(own, rows, np.arange(len(rows)), sponsor)
    at = int(np.flatnonzero(rows.rows == used.rows[place])[0])
    for name, column in own.amounts.items():
        if name != "excess_additions":
            answers.amounts[name][place] = column[at]
    for name, flags in own.flags.items():
        answers.flags[name][place] = flags[at]
    answers.decided[place], answers.may_i[place] = own.decided[at], own.may_i[at]
    for name, unknown in own.unknown.items():
        if unknown[at] or name in answers.unknown:
            answers.mark_unknown((name,), place, unknown[at])


def run_limits(
    census: Census,
    mapping: Mapping,
    sponsor: Sponsor,
    out: Path,
    rejects: Path | None,
    threads: int = 1,
    progress: Progress = lambda rows: None,
) -> LimitsDone | list[Finding]:
    """Reads the census, answers every row, writes the answers to `out` (a file, or a folder) and the rejects."""
    folder = out.suffix == ""
    if folder and (other := _claim(out, census, mapping, sponsor)):
        return [other]
    sponsor = with_top_paid(census.read, mapping, sponsor)
    mapping = for_limits(mapping)
    columns = list(dict.fromkeys(mapping.columns.values()))
    repeats = find_repeats(census.read, mapping, sponsor.names, sponsor.year)
    people = people_with_several_rows(census.read, mapping, sponsor, repeats)

    def work(part: Part) -> tuple[int, Any, Any]:
        answer, rejected = answer_batch(part.batch, part.rows, mapping, sponsor, repeats, people)
        return part.number, answer, with_broken(part, rejected)

    tally = _Tally()
    if folder:
        _to_folder(census, columns, work, out, threads, progress, tally)
        found = (pq.read_table(path) for path in sorted(out.glob("rejects-*.parquet")))
        if rejects is not None:
            write_table(pa.concat_tables([REJECTS.empty_table(), *found]), rejects)
    else:
        _to_file(census, columns, work, out, rejects, threads, progress, tally)
    return LimitsDone(tally.rows, tally.answered, tally.reasons, tally.counts, tally.kept, tuple(tally.worst))


def limits_of_parts(read: Any, mapping: Mapping, sponsor: Sponsor) -> tuple[Any, Any]:
    """The answers and the rejects of a table in memory, amounts as ordinary decimals that every program reads.

    `sponsor` knows the top-paid fifth already (`with_top_paid`): the table may be a part of the census.
    """
    mapping = for_limits(mapping)
    repeats = find_repeats(read, mapping, sponsor.names, sponsor.year)
    people = people_with_several_rows(read, mapping, sponsor, repeats)
    answers, rejects = [], [REJECTS.empty_table()]
    for part in read(list(dict.fromkeys(mapping.columns.values()))):
        answer, rejected = answer_batch(part.batch, part.rows, mapping, sponsor, repeats, people)
        answers.append(plain(pa.Table.from_batches([answer])))
        rejects.append(with_broken(part, rejected))
    return pa.concat_tables(answers), pa.concat_tables(rejects)


def plain(table: Any) -> Any:
    """A table with the types that every program knows: decimals of 128 bits, names as texts."""
    fields = []
    for field in table.schema:
        kind = field.type
        if pa.types.is_decimal64(kind):
            kind = pa.decimal128(18, 2)
        elif pa.types.is_dictionary(kind):
            kind = pa.string()
        fields.append(pa.field(field.name, kind))
    return table.cast(pa.schema(fields))


class _Tally:
    """What has been seen, whatever was computed now or kept from before."""

    def __init__(self) -> None:
        self.rows = self.answered = self.kept = 0
        self.reasons: dict[str, int] = {}
        self.worst: list[Beyond] = []
        self.counts = {"excess_deferral": 0, "excess_additions": 0, "projected_excess": 0, "no_room": 0}

    def add(self, answer: Any, rejected: Any) -> None:
        self.rows += answer.num_rows + rejected.num_rows
        self.answered += answer.num_rows
        for reason in rejected.column("reason").to_pylist():
            self.reasons[reason] = self.reasons.get(reason, 0) + 1
        for name in ("excess_deferral", "excess_additions"):
            self.counts[name] += int(np.count_nonzero(_cents(answer.column(name)) > 0))
        self.counts["no_room"] += int(np.count_nonzero(_cents(answer.column("after_tax_room"), 1) <= 0))
        if "projected_excess_deferral" in answer.schema.names:
            deferral, additions = (answer.column(f"projected_excess_{name}") for name in ("deferral", "additions"))
            self.counts["projected_excess"] += int(np.count_nonzero((_cents(deferral) > 0) | (_cents(additions) > 0)))
        found = [each for name in EXCESSES if name in answer.schema.names for each in _largest(answer, name)]
        if found:
            order = {name: at // 2 for at, name in enumerate(EXCESSES)}
            now = {each.row for each in found if order[each.what] == 0}
            both = [*self.worst, *(each for each in found if order[each.what] == 0 or each.row not in now)]
            self.worst = sorted(both, key=lambda each: (order[each.what], -int(each.amount.cents), each.row))[
                :MOST_NAMED
            ]


def _largest(answer: Any, name: str) -> list[Beyond]:
    """Those with the largest amounts in one column of the answers."""
    cents = _cents(answer.column(name))
    places = np.flatnonzero(cents > 0)
    if not places.size:
        return []
    # By amount, equals by row: what is named does not depend on how the file was cut.
    places = places[np.argsort(-cents[places], kind="stable")][:MOST_NAMED]
    wanted = [each for each in ("row", "employee", "plan", "date_of_excess") if each in answer.schema.names]
    few = answer.select(wanted).take(pa.array(places)).to_pylist()
    return [
        Beyond(name, Money(int(at)), each["row"], str(each["employee"]), str(each["plan"]),
               each.get("date_of_excess") if name.startswith("projected") else None)
        for at, each in zip(cents[places], few, strict=True)
    ]  # fmt: skip


def _cents(column: Any, unknown: int = 0) -> Any:
    """The cents of a column, `unknown` where a cell is empty."""
    parts = column.chunks if isinstance(column, pa.ChunkedArray) else [column]
    found = []
    for part in parts:
        values = np.frombuffer(part.buffers()[1], np.int64)[part.offset : part.offset + len(part)]
        found.append(np.where(np.asarray(part.is_valid()), values, unknown) if part.null_count else values)
    return np.concatenate(found) if found else np.zeros(0, np.int64)


def _in_order(parts: Iterator[Any], work: Callable[[Any], Any], threads: int) -> Iterator[Any]:
    """The results in the order of the parts; only a few parts are in memory at a time."""
    if threads <= 1:
        yield from map(work, parts)
        return
    waiting: deque[Future[Any]] = deque()
    with ThreadPoolExecutor(threads) as pool:
        for part in parts:
            waiting.append(pool.submit(work, part))
            if len(waiting) > threads:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _sources(census: Census, columns: list[str], skip: set[int]) -> Iterator[Any]:
    """Parts to work on: numbers for Parquet (each worker reads its own), whole parts for files of lines."""
    if census.kind == "parquet":
        yield from (number for number in range(census.parts or 0) if number not in skip)
    else:
        yield from (part for part in census.read(columns) if part.number not in skip)


def _to_folder(
    census: Census, columns: list[str], work: Any, out: Path, threads: int, progress: Progress, tally: _Tally
) -> None:
    kept = {int(path.stem.removeprefix("part-")) for path in out.glob("part-*.parquet")}
    tally.kept = len(kept)
    for number in sorted(kept):
        answer = pq.read_table(out / f"part-{number:06}.parquet")
        told = out / f"rejects-{number:06}.parquet"
        tally.add(answer, pq.read_table(told) if told.exists() else REJECTS.empty_table())
        progress(answer.num_rows)

    def one(source: Any) -> tuple[Any, Any]:
        part = census.part(source, columns) if isinstance(source, int) else source
        number, answer, rejected = work(part)
        if rejected.num_rows:
            with whole_file(out / f"rejects-{number:06}.parquet") as aside:
                pq.write_table(rejected, aside)
        with whole_file(out / f"part-{number:06}.parquet") as aside:
            write_batch(answer, aside)
        return answer, rejected

    for answer, rejected in _in_order(_sources(census, columns, kept), one, threads):
        tally.add(answer, rejected)
        progress(answer.num_rows + rejected.num_rows)


def write_batch(batch: Any, path: Path) -> None:
    """A batch as one Parquet row group, in the layout that is written and read fastest."""
    with pq.ParquetWriter(path, batch.schema, **layout(batch.schema)) as writer:
        writer.write_batch(batch, row_group_size=max(batch.num_rows, 1))


def layout(schema: Any) -> dict[str, Any]:
    """How columns are written: whole numbers as differences, names as dictionaries, lightly compressed."""
    named = [field.name for field in schema if pa.types.is_dictionary(field.type)]
    delta = {
        field.name: "DELTA_BINARY_PACKED"
        for field in schema
        if pa.types.is_integer(field.type) or pa.types.is_decimal64(field.type) or pa.types.is_date32(field.type)
    }
    return {
        "use_dictionary": named or False,
        "column_encoding": delta,
        "compression": "none",
        "write_statistics": False,
        "store_decimal_as_integer": True,
    }


def _to_file(
    census: Census,
    columns: list[str],
    work: Any,
    out: Path,
    rejects: Path | None,
    threads: int,
    progress: Progress,
    tally: _Tally,
) -> None:
    def one(source: Any) -> tuple[int, Any, Any]:
        found: tuple[int, Any, Any] = work(census.part(source, columns) if isinstance(source, int) else source)
        return found

    results = _in_order(_sources(census, columns, set()), one, threads)
    if out.suffix == ".xlsx":
        told = []
        for _, answer, rejected in results:
            tally.add(answer, rejected)
            progress(answer.num_rows + rejected.num_rows)
            told.append((answer, rejected))
        tables = [pa.Table.from_batches([answer]) for answer, _ in told]
        write_table(pa.concat_tables(tables), out)
        if rejects is not None:
            write_table(pa.concat_tables([REJECTS.empty_table(), *(each for _, each in told)]), rejects)
        return
    left = []
    with whole_file(out) as aside:
        writer: Any = None
        file = aside.open("w", encoding="utf-8", newline="") if out.suffix == ".csv" else None
        for _, answer, rejected in results:
            tally.add(answer, rejected)
            left.append(rejected)
            if file is not None:
                import csv

                if writer is None:
                    writer = csv.writer(file, lineterminator="\n")
                    writer.writerow(answer.schema.names)
                writer.writerows(csv_rows(answer))
            else:
                writer = writer or pq.ParquetWriter(aside, answer.schema, **layout(answer.schema))
                writer.write_batch(answer, row_group_size=max(answer.num_rows, 1))
            progress(answer.num_rows + rejected.num_rows)
        if file is not None:
            file.close()
        elif writer is not None:
            writer.close()
    if rejects is not None:
        write_table(pa.concat_tables([REJECTS.empty_table(), *left]), rejects)


def _claim(out: Path, census: Census, mapping: Mapping, sponsor: Sponsor) -> Finding | None:
    """The folder is this job's: it is new, or what stands there is the same job half done."""
    job = json.dumps(
        {
            "megaroth": version("megaroth"),
            "census": [str(census.path.resolve()), census.path.stat().st_size, census.rows],
            "settings": hashlib.sha256(f"{mapping!r} {sponsor.fingerprint}".encode()).hexdigest(),
        },
        indent=1,
    )
    out.mkdir(parents=True, exist_ok=True)
    told = out / JOB
    if told.exists():
        if told.read_text(encoding="utf-8") == job:
            for aside in out.glob(".*.part"):
                aside.unlink()
            return None
        remedy = "Name a new folder, or delete this one."
        return Finding("out-of-another-job", "error", f"{out} holds the answers of another run.", str(out), remedy)
    if any(path for path in out.iterdir() if not path.name.startswith(".")):
        remedy = "Name a new folder."
        return Finding("out-not-empty", "error", f"{out} holds other files.", str(out), remedy)
    with whole_file(told) as aside:
        aside.write_text(job, encoding="utf-8")
    return None
