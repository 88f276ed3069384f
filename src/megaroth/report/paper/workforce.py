"""What stands on a workforce's paper, as plain data: what must be acted on first, then the answer, then its tables.

One form for the limits, the tests and the offer. All texts are data for `workforce.typ`, which never reads them as markup.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from megaroth.kit.finding import Finding
from megaroth.report.paper.content import DISCLAIMER, SEVERITY
from megaroth.report.plain import written_day
from megaroth.report.workforce_text import because, in_words

if TYPE_CHECKING:
    from megaroth.workforce.nondiscrimination import TestAnswer
    from megaroth.workforce.offer import Cell, Offer
    from megaroth.workforce.outcomes import Outcome
    from megaroth.workforce.run import LimitsDone

MOST_PEOPLE = 30
"""People named on the paper: those with the most to give back; all of them are in the files."""


def limits_paper(
    done: LimitsDone, findings: Sequence[Finding], year: int, projected: bool, today: datetime.date
) -> dict[str, Any]:
    """The limits of a census: who is beyond one, who will be, and what could not be answered."""
    rejected = sum(done.rejected.values())
    over = done.counts["excess_deferral"] + done.counts["excess_additions"]
    tiles = [
        _tile("Beyond a limit now", f"{over:,}", "rows with an excess", "no" if over else "yes"),
        _tile(
            "At the year's end, if nothing changes", f"{done.counts['projected_excess']:,}", "by their elections", "ask"
        ),
        _tile("Not answered", f"{rejected:,}", f"of {done.rows:,} rows", "ask" if rejected else "yes"),
    ]
    beyond = over + done.counts["projected_excess"]
    people = [
        [each.employee, each.plan, in_words(each.what), str(each.amount), each.on.isoformat() if each.on else ""]
        for each in done.worst[:MOST_PEOPLE]
    ]
    tables = [
        _table("The largest", ["Employee", "Plan", "What", "Amount", "From payday"], people, "lllrl", _named(beyond)),
        _table("Rows that are not in the answer", ["Reason", "Rows"], _counted(done.rejected), "lr"),
        _table(
            "Everybody",
            ["What", "People"],
            [["answered", f"{done.answered:,}"], ["have no room for after-tax money", f"{done.counts['no_room']:,}"]],
            "lr",
        ),
    ]
    return _paper(f"Limits of a workforce, {year}", today, projected, tiles, findings, tables)


def test_paper(
    answer: TestAnswer, findings: Sequence[Finding], year: int, projected: bool, today: datetime.date
) -> Any:
    """The ADP and ACP tests: the failed ones first, who gives back most, and what the limits send back before."""
    failed = [each for each in answer.outcomes if each.verdict == "failed"]
    unknown = sum(each.verdict == "not-known" for each in answer.outcomes)
    back = sum(int(each.excess.cents) for each in failed)
    tiles = [
        _tile("Tests failed", f"{len(failed)}", f"of {len(answer.outcomes)}", "no" if failed else "yes"),
        _tile(
            "Goes back",
            _dollars(back),
            f"from {sum(e.people_refunded for e in failed):,} people",
            "no" if back else "yes",
        ),
        _tile("Not known", f"{unknown}", "tests lack a number", "ask" if unknown else "yes"),
    ]
    order = {"failed": 0, "not-known": 1, "passed": 2, "exempt": 3}
    outcomes = sorted(answer.outcomes, key=lambda each: order[each.verdict])
    refunds = _largest_first(answer.refunds, "excess")
    people = [
        [str(row["employee"]), row["plan"], f"{row['year']} {row['test']}", _two(row["excess"]),
         _two(row["kept_as_catch_up"]), _two(row["from_deferral"] + row["from_after_tax"] + row["match_paid"]),
         _two(row["match_forfeited"]), "" if row["income"] is None else _two(row["income"])]
        for row in refunds.slice(0, MOST_PEOPLE).to_pylist()
    ]  # fmt: skip
    rejected: dict[str, int] = {}
    for reason in answer.rejects.column("reason").to_pylist():
        rejected[reason] = rejected.get(reason, 0) + 1
    corrections = _largest_first(answer.corrections, "excess_deferral", "excess_additions")
    before = [
        [str(row["employee"]), row["plan"], _two(row["excess_deferral"]), _two(row["excess_additions"]),
         _two(row["kept_as_catch_up"]), _two(row["after_tax_returned"]), _two(row["deferral_returned"])]
        for row in corrections.slice(0, MOST_PEOPLE).to_pylist()
    ]  # fmt: skip
    tables = [
        _table("Correct by", ["Test", "Refund", "Without excise", "At the latest", "Excise if late", "Or contribute"],
               [_correct_by(each) for each in failed], "lrllrr"),
        _table("Who gives back most", ["Employee", "Plan", "Test", "Excess", "Kept as catch-up", "Paid back", "Forfeited",
                                       "Earnings"], people, "lllrrrrr", _named(refunds.num_rows)),
        _table("Beyond a limit before any test", ["Employee", "Plan", "Above §402(g)", "Above §415(c)", "Becomes catch-up",
                                                  "After-tax back", "Deferral back"], before, "llrrrrr",
               _named(corrections.num_rows)),
        _table("All tests", ["Test", "Verdict", "Highly paid", "Average", "Others", "Average", "Limit", "Because"],
               [_outcome(each) for each in outcomes], "llrrrrrl"),
        _table("Rows that are not in the answer", ["Reason", "Rows"], _counted(rejected), "lr"),
    ]  # fmt: skip
    return _paper(f"ADP and ACP tests, {year}", today, projected, tiles, findings, tables)


def offer_paper(
    plans: Sequence[Offer], findings: Sequence[Finding], year: int, projected: bool, today: datetime.date
) -> dict[str, Any]:
    """May we offer it: the cap, how sure that is, and refunds by adoption and cap."""
    from megaroth.workforce.outcomes import in_percent

    tiles, tables, maps = [], [], []
    for each in plans:
        cell = each.at_cap
        offered = f"Yes, up to {each.highest_cap}% of pay" if each.highest_cap else "No cap passes"
        sure = each.passing_draws * 20 >= each.adoption.draws * 19
        drawn = f"refunds at {cell.cap}%: {cell.refunds}; passed in {each.passing_draws} of {each.adoption.draws} draws"
        tiles.append(_tile(each.plan, offered, drawn, "no" if not cell.passes else "yes" if sure else "ask"))
        a = each.adoption
        rows = [
            ["If", f"{a.hce}% of the highly compensated go up to the cap, {a.others}% of the others put in "
                   f"{a.others_percent}% of pay (or the cap)"],
            ["People", f"{each.people:,}, of whom {each.highly_compensated:,} are highly compensated"],
            [f"Average at {cell.cap}%", f"{in_percent(cell.hce_average)}%; limit {in_percent(cell.highest)}% (others "
                                        f"{in_percent(cell.others_average)}%)"],
            ["Goes in", f"{cell.contributed} of after-tax money a year"],
            ["How sure", f"passed in {each.passing_draws} of {a.draws} draws with adoption {a.spread} points off either way; "
                         f"refunds {each.refunds_drawn[0]} at best, {each.refunds_drawn[2]} at worst"],
            ["Safer", f"{each.sure_cap}% passes in 19 of 20" if each.sure_cap else "no cap passes in 19 of 20"],
        ]  # fmt: skip
        if each.hce_adoption_edge is not None:
            rows.append(["Edge", f"above {each.hce_adoption_edge}% of the highly compensated it fails"])
        if each.alone is not None:
            alone = "passed" if each.alone.passes else f"failed, {each.alone.refunds} goes back"
            rows.append(["Alone", f"with the safe harbor match left out of the test: {alone}"])
        tables.append(_table(each.plan, ["", ""], rows, "ll"))
        maps.append(_heat_map(each.plan, each.table))
    paper = _paper(f"May we offer after-tax contributions? {year}", today, projected, tiles, findings, tables)
    return {**paper, "maps": maps}


def _heat_map(plan: str, table: Iterable[Cell]) -> dict[str, Any]:
    cells = list(table)
    caps = sorted({cell.cap for cell in cells})
    most = max((int(cell.refunds.cents) for cell in cells), default=0) or 1
    rows = []
    for adoption in sorted({cell.hce_adoption for cell in cells}):
        mine = {cell.cap: cell for cell in cells if cell.hce_adoption == adoption}
        told = [("passed" if mine[cap].passes else f"{int(mine[cap].refunds.cents) // 10**5:,}") for cap in caps]
        heat = [0 if mine[cap].passes else 10 + 50 * int(mine[cap].refunds.cents) // most for cap in caps]
        rows.append({"adoption": f"{adoption}%", "cells": told, "heat": heat})
    heading = f"{plan}: refunds in thousands of dollars, by adoption of the highly compensated and cap"
    return {"heading": heading, "caps": [f"{cap}%" for cap in caps], "rows": rows}


def _largest_first(table: Any, *amounts: str) -> Any:
    """The rows by the sum of these columns; equals stay in the order of the census.

    Not `sort_by`: with a second key, pyarrow (26) leaves decimals of 64 bits in no order, in silence.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    total = pc.cast(table.column(amounts[0]), pa.float64())
    for name in amounts[1:]:
        total = pc.add(total, pc.cast(table.column(name), pa.float64()))
    keys = pa.table({"total": total, "row": table.column("row")})
    return table.take(pc.sort_indices(keys, sort_keys=[("total", "descending"), ("row", "ascending")]))


def _outcome(each: Outcome) -> list[str]:
    from megaroth.workforce.outcomes import in_percent

    def share(rate: Any) -> str:
        return "" if rate is None else f"{in_percent(rate)}%"

    verdict = {"failed": "FAILED", "not-known": "not known", "passed": "passed", "exempt": "not tested"}[each.verdict]
    people = (f"{each.hce_people:,}", share(each.hce_average), f"{each.others_people:,}", share(each.others_average))
    return [_name(each), verdict, *people, share(each.highest), because(each.because)]


def _correct_by(each: Outcome) -> list[str]:
    from megaroth.workforce.outcomes import in_percent

    days = each.deadlines
    instead = ""
    if each.qualified_cost is not None:
        instead = f"{each.qualified_cost} ({in_percent(each.qualified_share)}% of pay)"
    first, last = (days.without_excise.isoformat(), days.last.isoformat()) if days else ("", "")
    return [_name(each), str(each.excess), first, last, str(each.excise), instead]


def _name(each: Outcome) -> str:
    return " ".join(filter(None, (each.plan, str(each.year), each.part, each.test)))


def _named(count: int) -> str:
    return f"The first {MOST_PEOPLE} of {count:,}; all are in the files." if count > MOST_PEOPLE else ""


def _counted(reasons: dict[str, int]) -> list[list[str]]:
    return [[reason, f"{count:,}"] for reason, count in sorted(reasons.items(), key=lambda each: -each[1])]


def _tile(label: str, figure: str, note: str, tone: str) -> dict[str, str]:
    return {"label": label, "figure": figure, "note": note, "tone": tone}


def _table(heading: str, header: list[str], rows: list[list[str]], align: str, note: str = "") -> dict[str, Any]:
    sides = ["right" if each == "r" else "left" for each in align]
    return {"heading": heading, "header": header, "rows": rows, "align": sides, "note": note}


def _paper(
    title: str, today: datetime.date, projected: bool, tiles: Any, findings: Sequence[Finding], tables: Any
) -> dict[str, Any]:
    groups = [
        {
            "severity": severity,
            "heading": heading,
            "items": [
                {"message": each.message, "remedy": each.remedy, "cite": each.cite}
                for each in dict.fromkeys(findings)
                if each.severity == severity
            ],
        }
        for severity, heading in SEVERITY.items()
    ]
    return {
        "title": title,
        "date": written_day(today),
        "projected": projected,
        "tiles": tiles,
        "findings": [each for each in groups if each["items"]],
        "tables": [each for each in tables if each["rows"]],
        "maps": [],
        "disclaimer": DISCLAIMER,
    }


def _dollars(cents: int) -> str:
    from megaroth.kit.money import Money

    return str(Money(cents))


def _two(amount: Any) -> str:
    return f"{amount:,.2f}"
