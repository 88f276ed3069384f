"""JSON Schemas of the answers of `worth`, `should` and `first`."""

from __future__ import annotations

from megaroth.questions.schemas import (
    AMOUNT,
    MAYBE_AMOUNT,
    STATUS,
    TEXT,
    WHOLE,
    WHY,
    YES_NO,
    Schema,
    _answer,
    _list,
    _object,
    _or_null,
    refusal,
)

_CHART = _object(name=TEXT, title=TEXT, spec={"type": "object"}, headings=_list(TEXT), rows=_list(_list(TEXT)))
_PERCENT: Schema = {"type": "string", "pattern": r"^[0-9]+\.[0-9]$"}
_REASON = _object(
    code=TEXT,
    weight={"enum": ["stop", "wait", "ask", "mind", "for"]},
    says=TEXT,
    number=TEXT,
    turns=TEXT,
    source=TEXT,
    why=WHY,
)
_ROOM: Schema = {"anyOf": [AMOUNT, {"const": "no limit"}, {"type": "null"}]}


def worth() -> Schema:
    """The answer of `worth`; all amounts but those of `years` in dollars of the household's year. Findings alone: nothing to compare."""
    way = _object(
        name=TEXT, called=TEXT, says=TEXT, paid=AMOUNT, before_tax=AMOUNT, after_tax=AMOUNT, ahead_by=AMOUNT, early=AMOUNT,
        cash=_list(AMOUNT),
    )  # fmt: skip
    spread = _object(
        name=TEXT, low=AMOUNT, middle=AMOUNT, high=AMOUNT, difference_low=AMOUNT, difference=AMOUNT, difference_high=AMOUNT,
        chance_ahead_percent=_PERCENT,
    )  # fmt: skip
    compared = _answer(
        year=WHOLE,
        job=TEXT,
        jobs=_list(TEXT),
        age_at_end=WHOLE,
        early_age=WHOLE,
        assumptions=_list(_object(name=TEXT, value=TEXT, stated=YES_NO, says=TEXT)),
        years=_list(_object(year=WHOLE, age=WHOLE, law_status=STATUS, after_tax=AMOUNT)),
        ways=_list(way),
        break_even=_or_null(WHOLE),
        this_year=AMOUNT,
        one_more_year=AMOUNT,
        uncertain=_list(_object(market=TEXT, futures=WHOLE, ways=_list(spread))),
        sensitivity=_list(_object(what=TEXT, low=TEXT, high=TEXT, ahead_low=AMOUNT, ahead_high=AMOUNT)),
        charts=_list(_CHART),
        why=WHY,
    )
    return {"anyOf": [compared, refusal()]}


def should() -> Schema:
    """The answer of `should`."""
    node = _object(
        key=TEXT, kind={"enum": ["question", "end"]}, text=TEXT, answer=TEXT, because=TEXT, taken=YES_NO
    )  # fmt: skip
    edge: Schema = {
        "type": "object",
        "properties": {"from": TEXT, "to": TEXT, "label": TEXT, "taken": YES_NO},
        "required": ["from", "to", "label", "taken"],
        "additionalProperties": False,
    }
    return _answer(
        year=WHOLE,
        job=TEXT,
        should={"enum": ["yes", "yes-partly", "not-yet", "ask", "no"]},
        says=TEXT,
        amount=MAYBE_AMOUNT,
        reasons=_list(_REASON),
        flowchart=_object(title=TEXT, nodes=_list(node), edges=_list(edge)),
        charts=_list(_CHART),
    )


def first() -> Schema:
    """The answer of `first`."""
    step = _object(
        step=TEXT, called=TEXT, room=_ROOM, fills=MAYBE_AMOUNT, cost=MAYBE_AMOUNT, why=TEXT, source=TEXT, notes=_list(TEXT),
        ask=TEXT, because=WHY,
    )  # fmt: skip
    vest = _object(
        job=TEXT, withheld_how=TEXT, value=AMOUNT, withheld=AMOUNT, due=AMOUNT, short=AMOUNT, cash=AMOUNT, why=WHY
    )
    deferred = _object(
        job=TEXT, amount=AMOUNT, lowers_eligible_pay={"enum": ["yes", "no", "unknown"]}, room_without=MAYBE_AMOUNT,
        room_with=MAYBE_AMOUNT, pay_415_with=AMOUNT, is_hce_next_year=YES_NO, why=WHY,
    )  # fmt: skip
    return _answer(
        year=WHOLE,
        to_save=MAYBE_AMOUNT,
        left=MAYBE_AMOUNT,
        marginal_rate=_or_null(TEXT),
        steps=_list(step),
        vests=_list(vest),
        deferred_pay=_list(deferred),
        roth_or_pre_tax=_list(_REASON),
        charts=_list(_CHART),
    )
