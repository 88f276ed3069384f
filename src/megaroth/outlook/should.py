"""Should I: a decision for this household in words, from facts that were computed; each reason with its number.

A reason says what was found, the number, the number at which the sentence would change, and where it comes from.
`stop` closes the way, `wait` puts something before it, `ask` leaves it open, `mind` is a cost to know, `for` speaks for it.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from megaroth.household.model import Household
from megaroth.kit.finding import Finding
from megaroth.kit.money import ZERO, Money
from megaroth.outlook.ahead import main_job
from megaroth.outlook.answers import Brief
from megaroth.outlook.first import FirstAnswer
from megaroth.outlook.flowchart import Flowchart, flowchart
from megaroth.outlook.reasons import Reason, Weight
from megaroth.outlook.weighed import cash, figures, kept_for_soon, risks, room_of, way_in, worth_it
from megaroth.room.answer import JobAnswer, RoomAnswer

Word: TypeAlias = Literal["yes", "yes-partly", "not-yet", "ask", "no"]
SAYS: dict[Word, str] = {
    "yes": "Yes.",
    "yes-partly": "Yes, but not with all of the room.",
    "not-yet": "Not yet.",
    "ask": "Not before the plan has answered.",
    "no": "No.",
}
FIGURES = "Mend this first."


@dataclass(frozen=True, slots=True)
class ShouldAnswer:
    """The decision, its reasons and the flowchart."""

    household: Household
    job: JobAnswer
    word: Word
    says: str
    amount: Money | None
    """How much this year; None where it is not known."""
    reasons: tuple[Reason, ...]
    chart: Flowchart
    findings: tuple[Finding, ...]

    def reason(self, code: str) -> Reason | None:
        """One reason by its code."""
        return next((each for each in self.reasons if each.code == code), None)

    def as_json(self) -> dict[str, Any]:
        """The form for programs."""
        return {
            "format": 1,
            "year": self.household.year,
            "job": self.job.name,
            "should": self.word,
            "says": self.says,
            "amount": None if self.amount is None else self.amount.plain(),
            "reasons": [reason.as_json() for reason in self.reasons],
            "flowchart": self.chart.as_json(),
            "findings": [finding.as_json() for finding in self.findings],
        }


def should_answer(
    room: RoomAnswer, first: FirstAnswer, worth: Brief | None, today: datetime.date | None = None
) -> ShouldAnswer:
    """The decision for the job that takes most; `worth` may be missing where nothing could be compared."""
    job = main_job(room)
    reasons = [
        *figures(room),
        *way_in(job),
        *room_of(job, first),
        *cash(room, first, job),
        *risks(room, job, today),
        *worth_it(worth),
    ]
    word, amount = _decide(reasons, room, first)
    chart = flowchart(room, job, first, amount, worth)
    findings = tuple(finding for finding in room.findings if finding.severity == "error")
    return ShouldAnswer(
        room.household, job, word, _sentence(word, amount, first, reasons), amount, tuple(reasons), chart, findings
    )


def _decide(reasons: list[Reason], room: RoomAnswer, first: FirstAnswer) -> tuple[Word, Money | None]:
    weights = {reason.weight for reason in reasons}
    place = first.place("after-tax")
    takes, fills = (place.room, place.fills) if place else (ZERO, ZERO)
    if "stop" in weights:
        return "no", ZERO
    if "ask" in weights:
        return "ask", None
    if fills is None:
        return "yes", takes
    spare = fills - kept_for_soon(room.household)
    if not spare > ZERO:
        return "not-yet", ZERO
    return ("yes" if takes is not None and spare >= takes else "yes-partly"), spare


def _sentence(word: Word, amount: Money | None, first: FirstAnswer, reasons: list[Reason]) -> str:
    if word in ("yes", "yes-partly"):
        many = len(first.into) > 1
        where = " and ".join(f"{plan} (at most {most})" if many else plan for plan, most in first.into)
        return f"{SAYS[word]} Put up to {amount} after tax into {where} this year and have it converted to Roth."
    heaviest: dict[Word, tuple[Weight, ...]] = {"no": ("stop",), "ask": ("ask",), "not-yet": ("wait", "mind")}
    cause = next(reason for weight in heaviest[word] for reason in reasons if reason.weight == weight)
    said = FIGURES if cause.code == "figures" else SAYS[word]
    return f"{said} {cause.says[:1].upper()}{cause.says[1:]}"
