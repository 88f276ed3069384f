"""The command for an excess: what goes back, taxed when, on which form."""

from __future__ import annotations

from typing import Literal

from megaroth.doors.cli.ledger import PRINTED, How
from megaroth.doors.cli.printing import answered, refuse, today
from megaroth.doors.cli.terminal import width


def excess(
    kind: Literal["402g", "415c", "acp"], amount: str, /, *, year: int, paid: str = "", earnings: str = "0",
    unmatched_after_tax: str = "0", matched_after_tax: str = "0", unmatched_deferrals: str = "0",
    matched_deferrals: str = "0", match: str = "0", other_employer: str = "0", match_rate: str = "0",
    roth: bool = False, vested: str = "100", converted: Literal["no", "in_plan", "roth_ira"] = "no",
    output: How = PRINTED,
) -> int:  # fmt: skip
    """Too much was put in: what goes back, in which order, taxed when, on which form.

    Args:
        kind: 402g (deferrals), 415c (annual additions) or acp (the test).
        amount: The excess in dollars, without what it earned.
        year: The year of the excess.
        paid: The day it is paid back, like 2026-03-10; today if left out.
        earnings: What the returned part earned; below zero for a loss.
        unmatched_after_tax: After-tax contributions without match.
        matched_after_tax: After-tax contributions that were matched.
        unmatched_deferrals: Deferrals without match.
        matched_deferrals: Deferrals that were matched.
        match: The match.
        other_employer: Other employer money.
        match_rate: The match on the last dollars that were matched, in percent.
        roth: What goes back was Roth.
        vested: How much of the match is vested, in percent.
        converted: Whether the excess went into Roth already, and where.
        output: How to print.
    """
    import json

    from megaroth.kit.finding import Finding
    from megaroth.kit.reading import check, parse_json
    from megaroth.questions.excess import ExcessInput
    from megaroth.questions.excess import excess as of
    from megaroth.report.ledger_text import excess_lines

    said = {
        "kind": kind, "excess": amount, "year": year, "earnings": earnings, "unmatched_after_tax": unmatched_after_tax,
        "matched_after_tax": matched_after_tax, "unmatched_deferrals": unmatched_deferrals,
        "matched_deferrals": matched_deferrals, "match": match, "other_employer": other_employer,
        "match_rate_percent": match_rate, "roth": roth, "vested_percent": vested, "converted": converted,
        **({"paid": paid} if paid else {}),
    }  # fmt: skip
    source = parse_json(json.dumps(said), "command line")
    if isinstance(source, Finding):
        return refuse([source], output)
    given = check(source, ExcessInput)
    answer = given if isinstance(given, list) else of(given, today())
    if isinstance(answer, list):
        return refuse(answer, output)
    return answered(answer.as_json(), excess_lines(answer, width()), answer.findings, output)
