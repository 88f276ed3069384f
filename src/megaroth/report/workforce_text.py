"""Answers about a workforce as lines: what stands out first, then the tests, the table, where the files are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from megaroth.report.lines import BLANK, Line, labelled, wrapped

if TYPE_CHECKING:
    from megaroth.workforce.nondiscrimination import TestAnswer
    from megaroth.workforce.offer import Cell, Offer
    from megaroth.workforce.outcomes import Outcome
    from megaroth.workforce.run import LimitsDone

_BECAUSE = {
    "125-percent": "limit: 125% of the others' average",
    "twice-or-2-points": "limit: twice the others' average, at most 2 points above it",
    "no-highly-compensated": "nobody is highly compensated",
    "only-highly-compensated": "everybody is highly compensated: deemed passed",
    "safe-harbor": "a safe harbor plan runs no ADP test",
    "governmental-plan": "a governmental plan is not tested",
    "collectively-bargained": "employees of a union are not tested for match and after-tax money",
    "last-year-average-not-stated": "last year's average of the others is not stated",
    "borrowing-fails-the-adp-test": "the ADP test is not passed with and without what is borrowed",
}
_WORDS = {
    "excess_deferral": "deferred above §402(g)",
    "excess_additions": "above annual additions, §415(c)",
    "projected_excess_deferral": "will defer above §402(g)",
    "projected_excess_additions": "will be above annual additions",
}


def because(code: str) -> str:
    """Why a test came out as it did, in words."""
    return _BECAUSE.get(code, code)


def in_words(excess: str) -> str:
    """What an excess is, in words."""
    return _WORDS.get(excess, excess)


_ORDER = {"failed": 0, "not-known": 1, "passed": 2, "exempt": 3}


def test_lines(answer: TestAnswer, width: int) -> list[Line]:
    """Every test, the failed ones first."""
    lines = [Line(f"{answer.used:,} of {answer.rows:,} rows tested", "faint")]
    for each in sorted(answer.outcomes, key=lambda o: _ORDER[o.verdict]):
        lines += _outcome(each, width)
    if answer.corrections.num_rows:
        lines += [BLANK, Line("Beyond a limit before any test", "title")]
        table = answer.corrections
        for name, words in (
            ("excess_deferral", "deferred above §402(g)"),
            ("excess_additions", "annual additions above §415(c)"),
            ("kept_as_catch_up", "deferrals that become catch-up"),
        ):
            column = table.column(name).to_pylist()
            if people := sum(1 for cell in column if cell):
                lines += labelled(f"{people:,} people", f"{words}: ${sum(column):,}", width)
    return lines


def _outcome(each: Outcome, width: int) -> list[Line]:
    from megaroth.workforce.outcomes import in_percent

    name = ", ".join(filter(None, (each.plan, str(each.year), each.part)))
    role = {"failed": "bad", "not-known": "unsure", "passed": "good", "exempt": "faint"}[each.verdict]
    verdict = {"failed": "FAILED", "not-known": "NOT KNOWN", "passed": "passed", "exempt": "not tested"}[each.verdict]
    lines = [BLANK, Line(f"{each.test} test, {name}: {verdict}", role)]  # type: ignore[arg-type]
    lines += labelled("because", _BECAUSE.get(each.because, each.because), width)
    if each.hce_average is not None:
        text = f"{in_percent(each.hce_average)}% ({each.hce_people:,} highly compensated)"
        lines += labelled("average", text, width)
    if each.others_average is not None:
        lines += labelled("others", f"{in_percent(each.others_average)}% ({each.others_people:,} people)", width)
    if each.highest is not None:
        lines += labelled("limit", f"{in_percent(each.highest)}%", width)
    if each.verdict == "failed" and each.deadlines is not None:
        lines += labelled("goes back", f"{each.excess} from {each.people_refunded:,} people, with its earnings", width)
        if each.qualified_cost is not None and each.qualified_share is not None:
            share = in_percent(each.qualified_share)
            lines += labelled(
                "or", f"a qualified contribution of {share}% of pay to all the others: {each.qualified_cost}", width
            )
        lines += labelled(
            "by", f"{each.deadlines.without_excise}, or the employer pays {each.excise} of excise tax", width
        )
        lines += labelled(
            "at latest", f"{each.deadlines.last}; Form 5330 is due on {each.deadlines.excise_return}", width
        )
    return lines


def limits_done_lines(done: LimitsDone, out: str, rejects: str, width: int) -> list[Line]:
    """What stands out in the limits of a census."""
    lines = [Line(f"{done.answered:,} people answered, {sum(done.rejected.values()):,} rows rejected", "title")]
    words = {
        "excess_deferral": "have deferred more than the law allows",
        "excess_additions": "are above the annual additions limit",
        "projected_excess": "will be above a limit if nothing changes",
        "no_room": "have no room for after-tax money",
    }
    for name, text in words.items():
        if count := done.counts[name]:
            lines += labelled(f"{count:,}", text, width, role="bad" if name.startswith("excess") else "")
    for reason, count in sorted(done.rejected.items(), key=lambda each: -each[1]):
        lines += labelled(f"{count:,}", f"rejected: {reason}", width, role="unsure")
    lines += [BLANK, *labelled("answers", out, width)]
    if rejects:
        lines += labelled("rejects", rejects, width)
    if done.parts_kept:
        lines += labelled("kept", f"{done.parts_kept} parts of an earlier run", width)
    return lines


def offer_lines(answer: Offer, width: int) -> list[Line]:
    """May we offer it: the answer, the table, the uncertainty."""
    from megaroth.workforce.outcomes import in_percent

    cell, adoption = answer.at_cap, answer.adoption
    lines = [
        Line(
            f"{answer.plan}, {answer.year}: {answer.people:,} people, {answer.highly_compensated:,} highly compensated",
            "title",
        )
    ]
    assumed = (
        f"{adoption.hce}% of the highly compensated contribute up to the cap, {adoption.others}% of the others "
        f"{adoption.others_percent}% of pay (or the cap)"
    )
    lines += [*labelled("if", assumed, width), BLANK]
    if answer.highest_cap:
        lines += wrapped(
            f"Offer it with a cap of {answer.highest_cap}% of pay: the ACP test is passed, refunds $0.00.",
            width,
            role="good",
        )
    else:
        lines += wrapped("No cap passes the ACP test: whatever is offered, something goes back.", width, role="bad")
    if cell.cap != answer.highest_cap or not cell.passes:
        lines += wrapped(
            f"With a cap of {cell.cap}%: {cell.refunds} goes back from {cell.people_refunded:,} people.",
            width,
            role="bad" if not cell.passes else "",
        )
    lines += labelled("average", f"{in_percent(cell.hce_average)}% of the highly compensated", width)
    lines += labelled("limit", f"{in_percent(cell.highest)}% (others {in_percent(cell.others_average)}%)", width)
    lines += labelled("goes in", f"{cell.contributed} of after-tax money a year", width)
    if answer.alone is not None:
        alone = "passed" if answer.alone.passes else f"failed, {answer.alone.refunds} goes back"
        lines += labelled("alone", f"with the safe harbor match left out of the test: {alone}", width)
    lines += [
        BLANK,
        Line(
            f"How sure: adoption {adoption.spread} points off either way, {adoption.draws} draws at {cell.cap}%",
            "title",
        ),
    ]
    lines += labelled("passed", f"{answer.passing_draws} of {adoption.draws}", width)
    sure = f"a cap of {answer.sure_cap}% passes in 19 of 20" if answer.sure_cap else "no cap passes in 19 of 20"
    lines += labelled("safer", sure, width)
    low, middle, high = answer.refunds_drawn
    lines += labelled("refunds", f"{low} at best, {middle} in the middle, {high} at worst", width)
    if answer.hce_adoption_edge is not None:
        lines += labelled("edge", f"above {answer.hce_adoption_edge}% of the highly compensated it fails", width)
    return [*lines, BLANK, *_heat_map(answer.table, width)]


def _heat_map(table: tuple[Cell, ...], width: int) -> list[Line]:
    """Refunds by adoption and cap: a dot where the test is passed, else thousands of dollars."""
    caps = sorted({cell.cap for cell in table})
    adoptions = sorted({cell.hce_adoption for cell in table})
    of = {(cell.hce_adoption, cell.cap): cell for cell in table}
    lines = [Line("Refunds in thousands of dollars (. = passed): adoption of the highly compensated by cap", "title")]
    if width < 12 + 8 * len(caps):
        caps = caps[: max((width - 12) // 8, 1)]
    lines.append(Line("  adoption " + "".join(f"{cap:>7}%" for cap in caps), "faint"))
    for adoption in adoptions:
        cells = [of[adoption, cap] for cap in caps]
        shown = "".join(f"{'.' if cell.passes else f'{int(cell.refunds.cents) // 100_000:,}':>8}" for cell in cells)
        lines.append(Line(f"  {adoption:>7}% {shown}"))
    return lines
