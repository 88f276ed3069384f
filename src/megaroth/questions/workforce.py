"""Questions about a whole workforce: a census file and the sponsor's file in, an answer or findings out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from megaroth.kit.finding import Finding

if TYPE_CHECKING:
    from megaroth.room.answer import RoomAnswer
    from megaroth.workforce.census import Census
    from megaroth.workforce.mapping import Mapping
    from megaroth.workforce.nondiscrimination import TestAnswer
    from megaroth.workforce.offer import Adoption, Offer
    from megaroth.workforce.run import LimitsDone
    from megaroth.workforce.settings import Sponsor

Progress = Callable[[int], None]
NEEDS = ("numpy", "pyarrow")


@dataclass(frozen=True, slots=True)
class Workforce:
    """A census that can be read, how its columns are called, and the plans it speaks of."""

    census: Census
    mapping: Mapping
    sponsor: Sponsor
    map_file: Path
    guessed: bool
    """Whether the mapping was guessed from names, not remembered."""


def missing_libraries() -> list[Finding]:
    """Whether what workforces need is installed."""
    from importlib.util import find_spec

    lacking = [name for name in NEEDS if find_spec(name) is None]
    if not lacking:
        return []
    message = f"Workforces need {' and '.join(lacking)}."
    return [Finding("not-installed", "error", message, "", 'Install it: pip install "megaroth[workforce]".')]


def open_workforce(
    census: Path, sponsor: Path | None, plan: str, year: int, map_file: Path | None
) -> Workforce | list[Finding]:
    """The census with its mapping and plans: `sponsor` is the sponsor's file, or else `plan` one plan for all rows."""
    if lacking := missing_libraries():
        return lacking
    from megaroth.workforce.census import open_census
    from megaroth.workforce.mapping import beside, guess, missing, read_mapping
    from megaroth.workforce.settings import one_plan, read_sponsor

    file = open_census(census)
    if isinstance(file, list):
        return file
    if sponsor is None and not plan:
        remedy = "Add --sponsor FILE, or --plan with a plan file or a name of `megaroth companies`."
        return [Finding("no-plan", "error", "Nothing says which plan the census is of.", "", remedy)]
    plans = read_sponsor(sponsor) if sponsor is not None else one_plan(plan, year, Path())
    if isinstance(plans, list):
        return plans
    place = map_file or beside(census)
    remembered = place.exists()
    mapping = read_mapping(place, file.columns) if remembered else guess(file.columns)
    if isinstance(mapping, list):
        return mapping
    if sponsor is None:
        # One plan for every row, whatever the census calls it.
        mapping = replace(mapping, columns={name: column for name, column in mapping.columns.items() if name != "plan"})
    if lacking := missing(mapping, str(place)):
        return lacking
    return Workforce(file, mapping, plans, place, not remembered)


def nondiscrimination(
    workforce: Workforce, progress: Progress, engine: str = "local", master: str = "local[*]"
) -> TestAnswer | list[Finding]:
    """The ADP and ACP tests of every plan, with what goes back to whom; `engine` is local, or spark on `master`."""
    from megaroth.workforce.nondiscrimination import run_tests

    if engine == "spark":
        from megaroth.workforce.spark_tests import spark_tests

        return spark_tests(workforce.census, workforce.mapping, workforce.sponsor, master)
    return run_tests(workforce.census.read, workforce.mapping, workforce.sponsor, progress)


def tests_json(workforce: Workforce, answer: TestAnswer) -> dict[str, Any]:
    """The summary for programs; single people are in the files."""
    reasons: dict[str, int] = {}
    for reason in answer.rejects.column("reason").to_pylist():
        reasons[reason] = reasons.get(reason, 0) + 1
    return {
        "format": 1,
        "year": workforce.sponsor.year,
        "law_status": workforce.sponsor.law.status,
        "rows": answer.rows,
        "used": answer.used,
        "rejected": reasons,
        "corrections": answer.corrections.num_rows,
        "tests": [each.as_json() for each in answer.outcomes],
        "findings": [finding.as_json() for finding in (*workforce.sponsor.findings, *test_findings(answer))],
    }


def test_findings(answer: TestAnswer) -> list[Finding]:
    """What a reader has to do, the failed tests first."""
    found = []
    for each in answer.outcomes:
        where = " ".join(filter(None, (each.plan, str(each.year), each.part, each.test)))
        if each.verdict == "failed" and each.deadlines:
            found.append(
                Finding(
                    "test-failed",
                    "error",
                    f"{where}: failed; {each.excess} goes back from {each.people_refunded} people.",
                    where,
                    f"Return it by {each.deadlines.without_excise} (after that the employer pays {each.excise} of excise "
                    f"tax), at the latest by {each.deadlines.last}.",
                    "IRC §401(m)(6), §4979" if each.test == "ACP" else "IRC §401(k)(8), §4979",
                )
            )
        elif each.verdict == "not-known":
            found.append(
                Finding(
                    each.because,
                    "error",
                    f"{where}: not known.",
                    where,
                    _NOT_KNOWN.get(each.because, ""),
                    "Reg. §1.401(m)-2",
                )
            )
        elif (
            each.verdict == "exempt" and each.because == "safe-harbor" and _has_after_tax(answer, each.plan, each.year)
        ):
            found.append(
                Finding(
                    "safe-harbor-does-not-exempt-after-tax",
                    "info",
                    f"{where}: the safe harbor exempts deferrals; after-tax contributions are tested all the same.",
                    where,
                    "",
                    "Reg. §1.401(m)-3(j)(6)",
                )
            )
    if answer.corrections.num_rows:
        message = f"{answer.corrections.num_rows} people are beyond the limit on deferrals or on annual additions."
        found.append(
            Finding("beyond-a-limit", "error", message, "", "See the corrections file.", "IRC §402(g)(2), §415(c)")
        )
    if answer.rejects.num_rows:
        message = f"{answer.rejects.num_rows} rows are not in the answer."
        found.append(Finding("rows-rejected", "warning", message, "", "See the rejects file: row, field, reason."))
    return found


_NOT_KNOWN = {
    "last-year-average-not-stated": "Say last_year_acp_percent and last_year_adp_percent, or put last year's rows into "
    "the census.",
    "borrowing-fails-the-adp-test": "The ADP test has to be passed with and without the deferrals that are borrowed.",
}


def _has_after_tax(answer: TestAnswer, plan: str, year: int) -> bool:
    return any(
        each.plan == plan and each.year == year and each.test == "ACP" and each.hce_average for each in answer.outcomes
    )


def check_outs(paths: list[Path | None]) -> list[Finding]:
    """What speaks against writing to these files."""
    from megaroth.workforce.files import check_out

    return [finding for path in paths if path is not None for finding in check_out(path)]


def write_tests(answer: TestAnswer, refunds: Path | None, corrections: Path | None, rejects: Path | None) -> None:
    """The people of a test, to files."""
    from megaroth.workforce.files import write_table

    for table, path in ((answer.refunds, refunds), (answer.corrections, corrections), (answer.rejects, rejects)):
        if path is not None:
            write_table(table, path)


def limits(
    workforce: Workforce,
    out: Path,
    rejects: Path | None,
    threads: int,
    progress: Progress,
    engine: str = "local",
    master: str = "local[*]",
) -> LimitsDone | list[Finding]:
    """Everybody's limits, room, excess and elections, written to `out`; `engine` is local, or spark on `master`."""
    from megaroth.workforce.files import check_out
    from megaroth.workforce.run import run_limits

    wrong = check_outs([rejects])
    if out.suffix:
        wrong += check_out(out, workforce.census.rows)
    if engine not in ("local", "spark"):
        wrong.append(Finding("engine", "error", f"There is no engine {engine!r}.", "--engine", "Say local or spark."))
    if wrong:
        return wrong
    if engine == "spark":
        from megaroth.workforce.spark import spark_limits

        return spark_limits(workforce.census, workforce.mapping, workforce.sponsor, out, rejects, master)
    return run_limits(workforce.census, workforce.mapping, workforce.sponsor, out, rejects, threads, progress)


def limits_findings(done: LimitsDone) -> tuple[Finding, ...]:
    """What a reader has to do after the limits."""
    found = []
    if count := done.counts["excess_deferral"]:
        message = f"{count} people have deferred more than the law allows."
        found.append(
            Finding(
                "excess-deferral",
                "error",
                message,
                "excess_deferral",
                "It has to be returned by 15 April.",
                "IRC §402(g)(2)",
            )
        )
    if count := done.counts["excess_additions"]:
        message = f"{count} people are above the annual additions limit."
        remedy = "See `megaroth workforce test`: what goes back, in which order."
        found.append(Finding("excess-additions", "error", message, "excess_additions", remedy, "IRC §415(c)"))
    if count := done.counts["projected_excess"]:
        message = f"{count} people will be above a limit if their elections stay as they are."
        remedy = "See date_of_excess, and the elections that land exactly."
        found.append(Finding("projected-excess", "warning", message, "projected_excess_deferral", remedy, ""))
    if count := sum(done.rejected.values()):
        message = f"{count} rows are not in the answer."
        found.append(Finding("rows-rejected", "warning", message, "", "Give --rejects FILE: row, field, reason."))
    return tuple(found)


def limits_json(workforce: Workforce, done: LimitsDone, found: tuple[Finding, ...]) -> dict[str, Any]:
    """The summary for programs."""
    return {
        "format": 1,
        "year": workforce.sponsor.year,
        "law_status": workforce.sponsor.law.status,
        "rows": done.rows,
        "answered": done.answered,
        "rejected": done.rejected,
        "counts": done.counts,
        "parts_kept": done.parts_kept,
        "findings": [finding.as_json() for finding in found],
    }


@dataclass(frozen=True, slots=True)
class Offers:
    """May we offer it, plan by plan."""

    plans: tuple[Offer, ...]

    def as_json(self, workforce: Workforce) -> dict[str, Any]:
        """The answer as programs read it."""
        return {
            "format": 1,
            "year": workforce.sponsor.year,
            "law_status": workforce.sponsor.law.status,
            "plans": [each.as_json() for each in self.plans],
            "findings": [finding.as_json() for finding in workforce.sponsor.findings],
        }


def offers_of_table(frame: Any, sponsor: Path | str, adoption: Adoption, cap: int | None) -> Offers | list[Finding]:
    """May we offer it, from a table or frame; as `limits_of_table`."""
    from megaroth.workforce.tables import reader_of, table_of

    table = table_of(frame)
    prepared = _prepared(table, sponsor, None)
    if isinstance(prepared, list):
        return prepared
    return _offers(reader_of(table), *prepared, adoption, cap, None, lambda rows: None)


def offer(
    workforce: Workforce, adoption: Adoption, cap: int | None, refunds: Path | None, progress: Progress
) -> Offers | list[Finding]:
    """What would happen if after-tax contributions were offered."""
    read, mapping, sponsor = workforce.census.read, workforce.mapping, workforce.sponsor
    return _offers(read, mapping, sponsor, adoption, cap, refunds, progress)


def _offers(
    read: Any,
    mapping: Mapping,
    sponsor: Sponsor,
    adoption: Adoption,
    cap: int | None,
    refunds: Path | None,
    progress: Progress,
) -> Offers | list[Finding]:
    import pyarrow as pa

    from megaroth.workforce.files import write_table
    from megaroth.workforce.offer import offer as offer_of
    from megaroth.workforce.offer import pools, refunds_of_offer

    shares = (adoption.hce, adoption.others, adoption.others_percent, adoption.spread, 1 if cap is None else cap)
    if not all(0 <= share <= 100 for share in shares) or cap == 0:
        return [Finding("not-percent", "error", "Adoption, spread and cap are percents.", "", "Say 0 to 100.")]
    found = pools(read, mapping, sponsor, progress)
    if not found:
        return [
            Finding(
                "nobody", "error", "The census has no usable row of that year.", "", "See `workforce test --rejects`."
            )
        ]
    plans, tables = [], []
    for plan, pool in sorted(found.items()):
        answer, amounts = offer_of(sponsor, plan, pool, adoption, cap)
        plans.append(answer)
        tables.append(refunds_of_offer(answer, pool, amounts, mapping))
    if refunds is not None:
        write_table(pa.concat_tables(tables), refunds)
    return Offers(tuple(plans))


def explain(workforce: Workforce, row: int) -> RoomAnswer | list[Finding]:
    """The answer of `megaroth room` for the person of one row, all that person's rows of the year together."""
    from megaroth.workforce.explain import explain_row

    return explain_row(workforce.census, workforce.mapping, workforce.sponsor, row)


def limits_of_table(frame: Any, sponsor: Path | str, columns: dict[str, str] | None = None) -> Any:
    """Everybody's limits from an Arrow table or a polars, pandas or duckdb frame: two Arrow tables, answers and rejects.

    `sponsor` is the sponsor's file, or its text. `columns` says which column is which field; left out, names tell.
    Findings where the sponsor's file or the columns cannot be used.
    """
    from megaroth.workforce.run import limits_of_parts
    from megaroth.workforce.tables import reader_of, table_of
    from megaroth.workforce.top_paid import with_top_paid

    table = table_of(frame)
    prepared = _prepared(table, sponsor, columns)
    if isinstance(prepared, list):
        return prepared
    mapping, plans = prepared
    return limits_of_parts(reader_of(table), mapping, with_top_paid(reader_of(table), mapping, plans))


def outcomes_of_table(
    frame: Any, sponsor: Path | str, columns: dict[str, str] | None = None
) -> TestAnswer | list[Finding]:
    """The ADP and ACP tests from a table or frame; as `limits_of_table`."""
    from megaroth.workforce.nondiscrimination import run_tests
    from megaroth.workforce.tables import reader_of, table_of

    table = table_of(frame)
    prepared = _prepared(table, sponsor, columns)
    return prepared if isinstance(prepared, list) else run_tests(reader_of(table), *prepared)


def _prepared(
    table: Any, sponsor: Path | str, columns: dict[str, str] | None
) -> tuple[Mapping, Sponsor] | list[Finding]:
    from megaroth.workforce.mapping import Mapping as Mapped
    from megaroth.workforce.mapping import guess, missing
    from megaroth.workforce.settings import read_sponsor, sponsor_of

    plans = read_sponsor(sponsor) if isinstance(sponsor, Path) else sponsor_of(sponsor, "sponsor", Path())
    if isinstance(plans, list):
        return plans
    mapping = guess(table.column_names) if columns is None else Mapped(columns)
    lacking = missing(mapping, "columns")
    return lacking or (mapping, plans)
