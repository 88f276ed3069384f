"""The question of tax: what one conversion costs a household, and its entry in the list of questions."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from pydantic import Field

from megaroth import questions
from megaroth.household.schema import household_schema
from megaroth.kit.finding import Finding
from megaroth.kit.money import Money
from megaroth.kit.reading import Dollars, FileModel
from megaroth.questions import Source, schemas

if TYPE_CHECKING:
    from megaroth.questions.asking import Question, Reply, Schema
    from megaroth.tax.conversion import ConversionCost


class TaxInput(FileModel):
    """A household and the taxable part of a conversion."""

    household: dict[str, Any] = Field(description="A household, as in a household file.")
    conversion: Dollars = Field(description="What of the conversion is income: its earnings, or pre-tax money.")


def tax(source: Source, conversion: Money, today: datetime.date | None = None) -> ConversionCost | list[Finding]:
    """What a conversion costs a household: its tax with it, less its tax without it. `conversion` is the taxable part."""
    from megaroth.tax.of_household import cost_of

    household = questions._household(source, is_json=False)
    if isinstance(household, list):
        return household
    law = questions._law_of(household)
    return law if isinstance(law, list) else cost_of(law, household, conversion, today)


def _tax(source: Source, today: datetime.date | None) -> Reply:
    from megaroth.questions.asking import _small_input

    given = _small_input(source, TaxInput)
    if isinstance(given, list):
        return given
    answer = tax(given.household, given.conversion, today)
    return answer if isinstance(answer, list) else answer.as_json()


def _inputs() -> Schema:
    made = TaxInput.model_json_schema()
    return {**made, "properties": {**made["properties"], "household": household_schema()}}


def entries() -> tuple[Question, ...]:
    """The questions of this module, for the list of all."""
    from megaroth.questions.asking import Question

    says = "What a conversion costs in tax, line by line, and what it touches."
    return (Question("tax", says, _inputs, schemas.conversion_tax, _tax),)
