"""What the years to come add to a plan, in a few lines: should I, is it worth it, what comes first; each names its command."""

from __future__ import annotations

import datetime

from megaroth.kit.finding import has_errors
from megaroth.kit.money import ZERO
from megaroth.outlook.compare import brief_answer
from megaroth.outlook.first import FirstAnswer, first_answer
from megaroth.outlook.should import should_answer
from megaroth.report.first_text import room_of
from megaroth.report.lines import BLANK, Line, labelled, wrapped
from megaroth.report.should_text import ROLES
from megaroth.report.worth_text import verdict, when
from megaroth.room.answer import RoomAnswer
from megaroth.room.ira import ira_answer


def outlook_section(room: RoomAnswer, width: int = 80, today: datetime.date | None = None) -> list[Line]:
    """The section; nothing where the household's figures have errors, for nothing could be relied upon."""
    if has_errors(list(room.findings)):
        return []
    compared = brief_answer(room)
    worth = None if isinstance(compared, list) else compared
    first = first_answer(room, ira_answer(room.law, room.household, today), today)
    should = should_answer(room, first, worth, today)
    lines = [BLANK, Line("The years to come, and the next dollar", "title")]
    lines += labelled("Should I?", should.says, width, role=ROLES[should.word])
    if worth is not None:
        sure = "" if worth.job.may_i == "yes" else "If the plan allows it: "
        lines += labelled("Worth it?", f"{sure}{verdict(worth)} {when(worth)}", width)
        made = worth.made
        assumed = f"Assumed: {made.real_return} a year above inflation, contributions to age {made.work_until_age}."
        lines += labelled("", assumed, width, role="faint")
    lines += labelled("First", _in_order(first), width)
    text = "`megaroth should`, `worth` and `first` say why, with every number and assumption."
    return lines + wrapped(text, width, "  ", "  ", "faint")


def _in_order(first: FirstAnswer) -> str:
    """The steps that take money, in order, with what the cash fills of each, or their room; then what is not stated."""
    takes = [place for place in first.places if place.step != "taxable" and place.room != ZERO]
    told = [
        f"{place.called} {room_of(place) if place.fills is None else f'{place.fills} of {room_of(place)}'}"
        for place in takes
        if place.room is not None
    ]
    unknown = [place.called for place in takes if place.room is None]
    asked = f" Not stated, so not counted: {', '.join(unknown)}." if unknown else ""
    return f"{'; '.join(told)}.{asked}"
