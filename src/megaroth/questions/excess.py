"""Too much was put in: the question, and its entry in the list of questions."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from megaroth.kit.finding import Finding
from megaroth.kit.money import NONE, ZERO, Money, percent
from megaroth.kit.reading import Date, Dollars, FileModel, Percent, SignedDollars
from megaroth.ledger.excess import Additions
from megaroth.ledger.excess_answer import ExcessAnswer, ExcessFacts, excess_answer
from megaroth.questions import Source, schemas

if TYPE_CHECKING:
    from megaroth.questions.asking import Question, Reply


class ExcessInput(FileModel):
    """An excess, and the amounts it may be corrected from."""

    kind: Literal["402g", "415c", "acp"] = Field(description="Deferrals, annual additions, or the ACP test.")
    excess: Dollars = Field(description="The excess itself, without what it earned.")
    year: int = Field(ge=2020, le=2199, description="The year of the excess.")
    paid: Date | None = Field(default=None, description="The day it is paid back; today if left out.")
    earnings: SignedDollars = Field(default=ZERO, description="What the returned part earned; below zero for a loss.")
    unmatched_after_tax: Dollars = Field(default=ZERO, description="After-tax contributions without match.")
    matched_after_tax: Dollars = Field(default=ZERO, description="After-tax contributions that were matched.")
    unmatched_deferrals: Dollars = Field(default=ZERO, description="Deferrals without match.")
    matched_deferrals: Dollars = Field(default=ZERO, description="Deferrals that were matched.")
    match: Dollars = Field(default=ZERO, description="The match.")
    other_employer: Dollars = Field(default=ZERO, description="Other employer money.")
    match_rate_percent: Percent = Field(default=NONE, description="The match on the last dollars that were matched.")
    roth: bool = Field(default=False, description="Whether what goes back was Roth.")
    vested_percent: Percent = Field(default=percent(100), description="How much of the match is vested.")
    converted: Literal["no", "in_plan", "roth_ira"] = Field(
        default="no", description="Whether the excess went into Roth already, and where."
    )


def excess(given: ExcessInput, today: datetime.date) -> ExcessAnswer | list[Finding]:
    """What goes back, in which order, taxed when, on which form."""
    paid = given.paid or today
    if paid.year < given.year:
        message = f"It cannot be paid back on {paid}, before the year of the excess."
        return [Finding("paid-before", "error", message, "paid", "Check year and day.")]
    lost = Money(-int(given.earnings.cents)) if given.earnings < ZERO else ZERO
    if lost > given.excess:
        return [Finding("loss-above-excess", "error", "It cannot lose more than it was.", "earnings", "Check both.")]
    additions = Additions(
        given.unmatched_after_tax, given.matched_after_tax, given.unmatched_deferrals, given.matched_deferrals,
        given.match, given.other_employer, given.match_rate_percent,
    )  # fmt: skip
    facts = ExcessFacts(
        given.kind, given.excess, given.year, paid, given.earnings, additions, given.roth, given.vested_percent,
        given.converted,
    )  # fmt: skip
    return excess_answer(facts)


def _excess(source: Source, today: datetime.date | None) -> Reply:
    from megaroth.questions.asking import _NO_DAY, _small_input

    if today is None:
        return [_NO_DAY]
    given = _small_input(source, ExcessInput)
    if isinstance(given, list):
        return given
    answer = excess(given, today)
    return answer if isinstance(answer, list) else answer.as_json()


def entries() -> tuple[Question, ...]:
    """The questions of this module, for the list of all."""
    from megaroth.questions.asking import Question

    says = "Too much was put in: what goes back, in which order, taxed when, on which form."
    return (Question("excess", says, ExcessInput.model_json_schema, schemas.excess, _excess),)
