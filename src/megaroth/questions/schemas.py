"""JSON Schemas of the answers, as programs read them. Tests hold every answer against its schema."""

from __future__ import annotations

from typing import Any, TypeAlias

Schema: TypeAlias = dict[str, Any]

AMOUNT: Schema = {"type": "string", "pattern": r"^-?[0-9]+\.[0-9]{2}$"}
MAYBE_AMOUNT: Schema = {"anyOf": [AMOUNT, {"type": "null"}]}
TEXT: Schema = {"type": "string"}
YES_NO: Schema = {"type": "boolean"}
WHOLE: Schema = {"type": "integer"}
STATUS: Schema = {"enum": ["announced", "enacted", "projected"]}
MAY_I: Schema = {"enum": ["yes", "no", "ask"]}


def _object(optional: tuple[str, ...] = (), **properties: Schema) -> Schema:
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _list(of: Schema) -> Schema:
    return {"type": "array", "items": of}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


FINDING = _object(
    code=TEXT,
    severity={"enum": ["error", "warning", "info"]},
    message=TEXT,
    where=TEXT,
    remedy=TEXT,
    cite=TEXT,
)
QUESTION = _object(field=TEXT, ask=TEXT, why=TEXT)
WHY: Schema = {
    "type": "object",
    "properties": {
        "rule": TEXT,
        "says": TEXT,
        "cite": TEXT,
        "terms": {"type": "object"},
        "sources": {"type": "object", "additionalProperties": TEXT},
        "decided_by": TEXT,
        "value": {},
        "parts": _list({"type": "object"}),
    },
    "required": ["rule", "says", "cite", "terms", "decided_by", "value", "parts"],
}


def _answer(**properties: Schema) -> Schema:
    return _object((), format={"const": 1}, **properties, findings=_list(FINDING))


def refusal() -> Schema:
    """What comes back when the input cannot be used (exit code 2)."""
    return {**_answer(), "title": "Refused: at least one error finding"}


def _room_parts() -> dict[str, Schema]:
    person = _object(
        name=TEXT, age=WHOLE, elective_deferral_limit=AMOUNT, catch_up_limit=AMOUNT, excess_deferral=AMOUNT
    )
    job = _object(
        name=TEXT,
        person=TEXT,
        plan=TEXT,
        may_i=MAY_I,
        is_hce=_or_null(YES_NO),
        catch_up_must_be_roth=YES_NO,
        decided_by=TEXT,
        annual_additions_limit=AMOUNT,
        elective_deferral=AMOUNT,
        catch_up=AMOUNT,
        match=MAYBE_AMOUNT,
        nonelective=AMOUNT,
        after_tax_room=MAYBE_AMOUNT,
        after_tax_room_absolute=MAYBE_AMOUNT,
        after_tax_planned=MAYBE_AMOUNT,
        after_tax_so_far=AMOUNT,
        after_tax_left=MAYBE_AMOUNT,
        total=MAYBE_AMOUNT,
        questions=_list(QUESTION),
    )
    # Answers grow: later versions may tell more of a job.
    return {"year": WHOLE, "law_status": STATUS, "people": _list(_open(person)), "jobs": _list(_open(job))}


def _open(schema: Schema) -> Schema:
    return {name: value for name, value in schema.items() if name != "additionalProperties"}


def room() -> Schema:
    """The answer of `room`."""
    return _answer(**_room_parts(), why=WHY)


def plan() -> Schema:
    """The answer of `plan`: that of `room`, and the steps."""
    return _answer(**_room_parts(), steps=_list(TEXT), schedule=_list({"type": "object"}), why=WHY)


def schedule() -> Schema:
    """The answer of `schedule` and of `audit`."""
    numbers = _object(pre_tax=TEXT, roth=TEXT, catch_up=TEXT, after_tax=TEXT)
    election = _object(pre_tax=TEXT, roth=TEXT, catch_up=TEXT, after_tax=TEXT, bonus=_or_null(numbers))
    election["properties"]["from"] = TEXT  # a word of Python
    election["required"].append("from")
    payday = _object(
        date=TEXT,
        kind=TEXT,
        pay=AMOUNT,
        pre_tax=AMOUNT,
        roth=AMOUNT,
        catch_up=AMOUNT,
        after_tax=AMOUNT,
        match=AMOUNT,
        net_pay=MAYBE_AMOUNT,
    )
    sums = _object(
        elective_deferral=AMOUNT,
        catch_up=AMOUNT,
        after_tax=AMOUNT,
        match=AMOUNT,
        true_up=AMOUNT,
        annual_additions=AMOUNT,
    )
    meter = _object(limit=TEXT, so_far=AMOUNT, projected=AMOUNT, of={"anyOf": [AMOUNT, {"const": "no limit"}]})
    job = _object(
        name=TEXT,
        person=TEXT,
        headline=TEXT,
        elections=_list(election),
        paydays=_list(payday),
        totals=sums,
        meters=_list(meter),
        months=_list(_object(month=TEXT, net_pay=AMOUNT, shares=AMOUNT, need=AMOUNT, short=AMOUNT)),
        lost_match=AMOUNT,
        match_saved=MAYBE_AMOUNT,
        unfilled_deferral=AMOUNT,
        unfilled_after_tax=AMOUNT,
        is_proven=_or_null(YES_NO),
    )
    return _answer(year=WHOLE, law_status=STATUS, jobs=_list(_open(job)))


def ira() -> Schema:
    """The answer of `ira`."""
    conversion = _object(converted=AMOUNT, untaxed=AMOUNT, taxed=AMOUNT, basis_left=AMOUNT)
    person = _object(
        name=TEXT,
        age=WHOLE,
        compensation=AMOUNT,
        contribution_limit=AMOUNT,
        is_active_participant=YES_NO,
        roth_direct=MAYBE_AMOUNT,
        deductible=MAYBE_AMOUNT,
        back_door=MAYBE_AMOUNT,
        conversion=_or_null(conversion),
        steps=_list(TEXT),
    )
    filing = {"enum": ["single", "joint", "separate", "head", "survivor"]}
    return _answer(year=WHOLE, law_status=STATUS, filing=filing, magi=MAYBE_AMOUNT, people=_list(person), why=WHY)


def limits() -> Schema:
    """The answer of `limits`; a phase-out has two values, brackets as many as they have tops."""
    after = _object(values=_list(AMOUNT), status=STATUS, source=TEXT)
    number = _object(
        ("rates",),
        name=TEXT,
        label=TEXT,
        values=_list(AMOUNT),
        status=STATUS,
        source=TEXT,
        rates=_list(TEXT),
        next_year=_or_null(after),
    )
    return _answer(year=WHOLE, law_status=STATUS, groups=_list(_object(name=TEXT, numbers=_list(number))))


def check() -> Schema:
    """The answer of `check`, and of `companies` for one employer."""
    also = _object(quote=TEXT, page=WHOLE)
    said = _object(
        field=TEXT, value=TEXT, quote=TEXT, page=_or_null(WHOLE), also=_list(also), source=TEXT, date=TEXT,
        confidence=TEXT, note=TEXT,
    )  # fmt: skip
    return _answer(
        plan=TEXT,
        from_directory=YES_NO,
        year=_or_null(WHOLE),
        may_i=MAY_I,
        says=_list(said),
        missing=_list(TEXT),
        conflicts=_list(TEXT),
        history=_list(TEXT),
        questions=_list(QUESTION),
        letter=TEXT,
    )


def read() -> Schema:
    """The answer of `read`: that of `check` and the documents; or passages."""
    document = _object(
        file=TEXT, plan=TEXT, date=TEXT, year=_or_null(WHOLE), pages=WHOLE, unread=_list(WHOLE), by_ocr=_list(WHOLE)
    )
    side = _or_null(_object(value=TEXT, quote=TEXT, page=_or_null(WHOLE), source=TEXT))
    change = _object(field=TEXT, before=side, after=side)
    told = check()
    more = {"documents": _list(document), "remarks": _list(TEXT), "changes": _list(change)}
    whole = {**told, "properties": {**told["properties"], **more}, "required": [*told["required"], *more]}
    passage = _object(page=WHOLE, text=TEXT, under=TEXT)
    return {"anyOf": [whole, _answer(file=TEXT, words=TEXT, passages=_list(passage))]}


def companies() -> Schema:
    """The answer of `companies`: all of them, or one."""
    company = _object(name=TEXT, employer=TEXT, may_i=MAY_I)
    return {"anyOf": [_answer(companies=_list(company)), check()]}


def where() -> Schema:
    """The answer of `where`."""
    return _answer(words=TEXT, rules=_list(_object(name=TEXT, says=TEXT, cite=TEXT, module=TEXT)))


LAYER = _object(year=WHOLE, taxed=AMOUNT, untaxed=AMOUNT)


def ledger() -> Schema:
    """The answer of `ledger`."""
    account = _object(
        ("after_tax_basis", "roth_basis", "converted"),
        name=TEXT,
        kind={"enum": ["plan", "traditional_ira", "roth_ira"]},
        value=AMOUNT,
        sources={"type": "object", "additionalProperties": AMOUNT},
        after_tax_basis=AMOUNT,
        roth_basis=AMOUNT,
        converted=_list(LAYER),
    )
    clock = _object(what=TEXT, first_year=WHOLE, ends_after=WHOLE, cite=TEXT)
    person = _object(
        name=TEXT,
        of_age_from=_or_null(TEXT),
        traditional_ira_basis=AMOUNT,
        roth_ira_contributions=AMOUNT,
        roth_ira_conversions=_list(LAYER),
        clocks=_list(clock),
    )
    return _answer(
        as_of=TEXT,
        entries=WHOLE,
        last_link=TEXT,
        content=TEXT,
        money_in=AMOUNT,
        money_out=AMOUNT,
        accounts=_list(account),
        people=_list(person),
    )


def forms() -> Schema:
    """The answer of `forms`: what is expected by person, and how what was received compares."""
    sent = _object(
        account=TEXT,
        to=TEXT,
        box_1=AMOUNT,
        box_2a=MAYBE_AMOUNT,
        box_4=AMOUNT,
        box_5=AMOUNT,
        box_7=TEXT,
        box_10=AMOUNT,
        box_11=_or_null(WHOLE),
    )
    form = _object(form=TEXT, about=TEXT, lines={"type": "object", "additionalProperties": AMOUNT}, notes=_list(TEXT))
    match = _object(
        account=TEXT,
        code=TEXT,
        says={"enum": ["match", "mismatch", "missing", "unexpected"]},
        differs={"type": "object", "additionalProperties": _list(MAYBE_AMOUNT)},
    )
    person = _object(name=TEXT, form_1099r=_list(sent), forms=_list(form), entering=_list(TEXT))
    return _answer(year=WHOLE, people=_list(person), received=_list(match))


def withdraw() -> Schema:
    """The answer of `withdraw`."""
    part = _object(
        account=TEXT, what=TEXT, access=MAY_I, amount=AMOUNT, income=AMOUNT, additional_tax=AMOUNT, why=TEXT, cite=TEXT
    )
    return _answer(as_of=TEXT, people=_list(_object(name=TEXT, free_now=AMOUNT, slices=_list(part))))


def convert() -> Schema:
    """The answer of `convert`."""
    now = _object(amount=AMOUNT, basis=AMOUNT, taxable=AMOUNT, tax=AMOUNT)
    plan = _object(
        frequency=TEXT, conversions=WHOLE, taxable=AMOUNT, tax=AMOUNT, left=AMOUNT, later_tax=AMOUNT, cost=AMOUNT
    )
    row = _object(
        about=TEXT, in_plan=TEXT, roth_ira=TEXT, leans={"enum": ["in-plan", "roth-ira", "even", "ask"]}, cite=TEXT
    )
    return _answer(account=TEXT, as_of=TEXT, now=now, waiting=_list(plan), in_plan_or_roth_ira=_list(row))


def conversion_tax() -> Schema:
    """The answer of `tax`."""
    cost = _object(federal=AMOUNT, state=_or_null(AMOUNT), total=AMOUNT, percent=TEXT)
    line = _object(name=TEXT, line=TEXT, before=AMOUNT, after=AMOUNT, change=AMOUNT)
    return _answer(year=WHOLE, filing=TEXT, state=_or_null(TEXT), taxable=AMOUNT, cost=cost, lines=_list(line), why=WHY)


def excess() -> Schema:
    """The answer of `excess`."""
    step = _object(what=TEXT, returned=AMOUNT, forfeited=AMOUNT)
    return _answer(
        kind={"enum": ["402g", "415c", "acp"]},
        year=WHOLE,
        paid=TEXT,
        steps=_list(step),
        uncovered=AMOUNT,
        paid_to_you=AMOUNT,
        income={"type": "object", "additionalProperties": AMOUNT},
        codes=_list(TEXT),
        ten_percent_tax=YES_NO,
        may_be_rolled_over=YES_NO,
        lines=_list(TEXT),
    )
