"""JSON Schemas of the answers of a workforce in a question."""

from __future__ import annotations

from megaroth.questions.schemas import (
    AMOUNT,
    MAY_I,
    MAYBE_AMOUNT,
    STATUS,
    TEXT,
    WHOLE,
    YES_NO,
    Schema,
    _answer,
    _list,
    _object,
    _or_null,
)

_REJECT = _object(row=WHOLE, employee=TEXT, field=TEXT, reason=TEXT, found=TEXT, message=TEXT)
_PERCENT: Schema = {"type": "string", "pattern": r"^[0-9]+(\.[0-9]{1,4})?$"}


def limits() -> Schema:
    """The answer of `workforce-limits`; the columns of `projected…` on are there where elections and paydays are known."""
    from megaroth.workforce.limits import AMOUNTS
    from megaroth.workforce.projection import PROJECTED

    kinds = {"date32[day]": _or_null(TEXT), "int16": _or_null(WHOLE)}
    projected = {name: kinds.get(str(kind), MAYBE_AMOUNT) for name, kind in PROJECTED.items()}
    person = _object(
        tuple(projected),
        row=WHOLE,
        employee=TEXT,
        plan=TEXT,
        year=WHOLE,
        may_i=MAY_I,
        decided_by=TEXT,
        is_hce=_or_null(YES_NO),
        catch_up_must_be_roth=YES_NO,
        **dict.fromkeys(AMOUNTS, MAYBE_AMOUNT),
        **projected,
    )
    return _answer(year=WHOLE, law_status=STATUS, people=_list(person), rejects=_list(_REJECT))


def test() -> Schema:
    """The answer of `workforce-test`."""
    shares = ("hce_average", "others_average", "highest", "level", "qualified_share")
    outcome = _object(
        (),
        test={"enum": ["ADP", "ACP"]}, plan=TEXT, year=WHOLE, part=TEXT,
        verdict={"enum": ["passed", "failed", "exempt", "not-known"]}, because=TEXT, highly_compensated=WHOLE, others=WHOLE,
        **{f"{name}_percent": _or_null(_PERCENT) for name in shares},
        excess=AMOUNT, people_refunded=WHOLE, paid=AMOUNT, forfeited=AMOUNT, qualified_cost=MAYBE_AMOUNT,
        excise_if_late=AMOUNT, without_excise_until=_or_null(TEXT), correct_at_the_latest=_or_null(TEXT),
        form_5330_due=_or_null(TEXT),
    )  # fmt: skip
    back = (
        "excess", "kept_as_catch_up", "returned_already", "from_deferral", "from_after_tax", "from_match", "match_paid",
        "match_forfeited",
    )  # fmt: skip
    refund = _object(
        (),
        row=WHOLE, employee=TEXT, plan=TEXT, year=WHOLE, part=TEXT, test=TEXT, ratio_percent=AMOUNT,
        **dict.fromkeys(back, AMOUNT), income=MAYBE_AMOUNT,
    )  # fmt: skip
    gone = (
        "excess_deferral", "excess_additions", "kept_as_catch_up", "after_tax_returned", "deferral_returned",
        "match_forfeited", "employer_forfeited", "uncorrected",
    )  # fmt: skip
    correction = _object((), row=WHOLE, employee=TEXT, plan=TEXT, year=WHOLE, **dict.fromkeys(gone, AMOUNT))
    return _answer(
        year=WHOLE,
        law_status=STATUS,
        tests=_list(outcome),
        refunds=_list(refund),
        corrections=_list(correction),
        rejects=_list(_REJECT),
    )


def offer() -> Schema:
    """The answer of `workforce-offer`."""
    cell = _object(
        hce_adoption_percent=WHOLE, cap_percent=WHOLE, passes=YES_NO, hce_average_percent=_PERCENT,
        others_average_percent=_PERCENT, highest_percent=_PERCENT, refunds=AMOUNT, people_refunded=WHOLE, contributed=AMOUNT,
    )  # fmt: skip
    adoption = _object(
        hce_percent=WHOLE, others_percent=WHOLE, others_contribute_percent=WHOLE, spread_points=WHOLE, draws=WHOLE
    )
    plan = _object(
        plan=TEXT, year=WHOLE, people=WHOLE, highly_compensated=WHOLE, adoption=adoption, highest_cap_percent=WHOLE,
        sure_cap_percent=WHOLE, at_cap=cell, after_tax_alone=_or_null(cell), passing_draws=WHOLE,
        refunds_of_draws=_list(AMOUNT), hce_adoption_edge_percent=_or_null(WHOLE), table=_list(cell),
    )  # fmt: skip
    return _answer(year=WHOLE, law_status=STATUS, plans=_list(plan))
