"""The answers that stand on the paper beside the room: all of them may be missing, and then the paper says why or nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from megaroth.kit.finding import Finding
from megaroth.ledger.answer import FormsAnswer, LedgerAnswer, WithdrawAnswer
from megaroth.ledger.convert import ConvertAnswer
from megaroth.outlook.answers import WorthAnswer
from megaroth.outlook.first import FirstAnswer
from megaroth.outlook.should import ShouldAnswer
from megaroth.schedule.answer import ScheduleAnswer
from megaroth.tax.conversion import ConversionCost


@dataclass(frozen=True, slots=True)
class Kept:
    """A ledger as it stands, the forms of the year, and what may come out."""

    shown: LedgerAnswer
    forms: FormsAnswer
    out: WithdrawAnswer


@dataclass(frozen=True, slots=True)
class Beside:
    """What was asked besides the room."""

    schedule: ScheduleAnswer | None = None
    waiting: Mapping[str, ConvertAnswer] = field(default_factory=dict)
    """By job: what waiting with the year's conversions costs, and in the plan or to a Roth IRA."""
    is_taxed: bool = False
    """Whether the tax in `waiting` is that of the household's return; else it is not known."""
    tax: ConversionCost | list[Finding] | None = None
    """What the earnings of the year cost if they are converted once, at its end."""
    should: ShouldAnswer | None = None
    first: FirstAnswer | None = None
    worth: WorthAnswer | list[Finding] | None = None
    kept: Kept | None = None


NOTHING = Beside()
