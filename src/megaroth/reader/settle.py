"""Which claims may be believed: today's over yesterday's, outright over implied, everybody's over a group's. In doubt, none.

A field is accepted or it is not there. Two outright statements that disagree are a contradiction and settle nothing,
unless one of them names the date from which it holds.
"""

from __future__ import annotations

import json
import re
from collections import Counter

from megaroth.reader import spill
from megaroth.reader.context import Document
from megaroth.reader.pattern import Pattern
from megaroth.reader.units import Claim, Unit
from megaroth.reader.when import SINCE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

CRITICAL = ("after_tax_allowed", "in_plan_conversion", "in_service_withdrawal")
YES_NO = (
    "roth_deferrals",
    "match_on_catch_up",
    "match_on_after_tax",
    "match_on_roth",
    "true_up",
    "spillover",
    "super_catch_up",
    "safe_harbor",
    "true_up_last_day",
)
CAPS = (
    "after_tax_cap_percent",
    "after_tax_cap_dollars",
    "hce_after_tax_cap_percent",
    "deferral_cap_percent",
    "combined_cap_percent",
)
TERMS = ("auto_enrolment_percent", "auto_increase_percent", "auto_increase_up_to_percent", "nonelective", "match_limits", "match_steps", "match_alternative", "conversions_per_year", "conversion_minimum", "withdrawals_per_year", "plan_year_ends")  # fmt: skip
WORDS = ("eligible_pay", "match_eligible_pay", "vesting", "withdrawal_terms", "withdrawal_suspension", "pay_excludes")


class Settled:
    """The accepted claims by field, contradictions in words, and remarks on what was not accepted."""

    def __init__(self, remarks: list[str] | None = None) -> None:
        self.fields: dict[str, Claim] = {}
        self.contradictions: list[str] = []
        self.remarks = remarks or []


def settle(document: Document, claims: list[Claim]) -> Settled:
    """Settle every field of one document."""
    settled = Settled()
    by_field: dict[str, list[Claim]] = {}
    for claim in _joined_tiers(document, claims):
        by_field.setdefault(claim.field, []).append(claim)
    for name in (*CRITICAL, *YES_NO, *CAPS, *TERMS):
        if name in by_field:
            _one(document, name, by_field[name], settled)
    if "match" in by_field:
        _one(document, "match", by_field["match"], settled)
        if (match := settled.fields.get("match")) and match.value == "unknown":
            settled.remarks.append(match.note)
            del settled.fields["match"]
    for name in WORDS:
        if name in by_field:
            _first(document, name, by_field[name], settled)
    _period(document, by_field, settled)
    _contacts(by_field, settled)
    _sources(by_field, settled)
    _of_after_tax(settled)
    _together(document, by_field, settled)
    return settled


def _key(value: object) -> str:
    return json.dumps(value, sort_keys=True)


def _one(document: Document, name: str, claims: list[Claim], settled: Settled) -> None:
    """One value for one field, or none and why."""
    now = [
        claim for claim in claims if document.current(claim.unit) or (claim.value == "frozen" and not claim.unit.since)
    ]
    if not now and name not in CRITICAL:
        now = [claim for claim in claims if _of_next_plan_year(document, claim.unit)]
    for claim in claims:
        if claim.unit.since > document.today.isoformat() and name in CRITICAL:
            settled.remarks.append(
                f"From {claim.unit.since}: {_words(name)} {_said(claim.value)} (page {claim.unit.page})."
            )
    everybody = document.for_whom if name not in CRITICAL or document.of_one_group else ""
    general = [claim for claim in now if claim.unit.scope.rstrip("s") in ("", everybody)]
    scoped = [claim for claim in now if claim not in general]
    if name.startswith("auto_") and not general:
        # Who joins from here on: what holds for the hired since is what the plan does.
        general = [
            claim
            for claim in scoped
            if claim.unit.scope.startswith(("hired on or after", "hired after", "hired since", "rehired"))
        ]
    chosen = _agreed(name, general, settled)
    if chosen is None and not general and scoped:
        chosen = _of_groups(name, scoped, settled)
    elif chosen is not None:
        for claim in scoped:
            if _key(claim.value) != _key(chosen.value) and claim.strength > 1 and name in CRITICAL:
                settled.remarks.append(
                    f"For {claim.unit.scope}, page {claim.unit.page} says otherwise: {_words(name)} {_said(claim.value)}."
                )
    if chosen is not None:
        settled.fields[name] = chosen


def _of_next_plan_year(document: Document, unit: Unit) -> bool:
    """Whether a notice on the plan year that is about to begin says it, and its sentence names no day of its own."""
    return not SINCE.search(unit.norm) and any(
        "plan year" in document.heads[head] and SINCE.search(document.heads[head]) for head in unit.heads
    )


def _of_groups(name: str, scoped: list[Claim], settled: Settled) -> Claim | None:
    groups = {claim.unit.scope for claim in scoped}
    values = {_key(claim.value) for claim in scoped}
    if len(values) == 1 and len(groups) > 1:
        return max(scoped, key=lambda claim: claim.strength)
    listed = "; ".join(
        f"{claim.unit.scope}: {_said(claim.value)} (page {claim.unit.page})" for claim in _distinct(scoped)
    )
    settled.remarks.append(f"The document says it by group, {_words(name)}: {listed}. Ask which is yours.")
    return None


def _distinct(claims: list[Claim]) -> list[Claim]:
    seen: dict[str, Claim] = {}
    for claim in claims:
        seen.setdefault(f"{claim.unit.scope}{_key(claim.value)}", claim)
    return list(seen.values())


def _agreed(name: str, claims: list[Claim], settled: Settled) -> Claim | None:
    if not claims:
        return None
    top = max(claim.strength for claim in claims)
    firm = [claim for claim in claims if claim.strength > 1] if top > 1 else claims
    values = {_key(claim.value) for claim in firm}
    if name == "in_plan_conversion" and values == {'"automatic"', '"on-request"'}:
        # What can be had on request can be made automatic, where the document says so outright.
        firm = [claim for claim in firm if claim.value == "automatic"]
        values = {'"automatic"'}
    if name == "after_tax_allowed" and values == {'"frozen"', '"no"'}:
        # That nobody can make them now, and that they were ended, say the same; the one says more.
        firm = [claim for claim in firm if claim.value == "frozen"]
        values = {'"frozen"'}
    if len(values) == 1:
        return max(
            firm,
            key=lambda claim: (
                claim.strength,
                claim.unit.kind == "sentence",
                -len(claim.unit.raw) > -500,
                -claim.unit.page,
            ),
        )
    dated = [claim for claim in firm if claim.unit.since]
    latest = max((claim.unit.since for claim in dated), default="")
    newest = [claim for claim in dated if claim.unit.since == latest]
    if latest and len({_key(claim.value) for claim in newest}) == 1 and _may_override(newest[0], firm):
        if name in CRITICAL:
            other = next(claim for claim in firm if _key(claim.value) != _key(newest[0].value))
            settled.contradictions.append(
                _contradiction(name, other, newest[0]) + f" The later one counts, from {latest}."
            )
        return newest[0]
    if name not in CRITICAL:
        best = [claim for claim in firm if claim.strength == top]
        if len({_key(claim.value) for claim in best}) == 1 and len(best) < len(firm):
            return best[0]
    one = firm[0]
    other = next(claim for claim in firm if _key(claim.value) != _key(one.value))
    settled.contradictions.append(_contradiction(name, one, other) + " Neither is believed; ask.")
    return None


def _may_override(newest: Claim, firm: list[Claim]) -> bool:
    """A dated statement beats undated ones; but a dated permission does not beat an undated "no longer"."""
    return not (newest.value == "yes" and any(claim.value == "frozen" and not claim.unit.since for claim in firm))


def _contradiction(name: str, one: Claim, other: Claim) -> str:
    return f"{_words(name).capitalize()}: page {one.unit.page} says {_said(one.value)}, page {other.unit.page} says {_said(other.value)}."


def _words(name: str) -> str:
    return name.replace("_", " ")


def _said(value: object) -> str:
    return str(value) if isinstance(value, str | int) else _key(value)


def _first(document: Document, name: str, claims: list[Claim], settled: Settled) -> None:
    now = [claim for claim in claims if document.current(claim.unit) and not claim.unit.scope]
    if not now:
        return
    top = max(claim.strength for claim in now)
    settled.fields[name] = next(claim for claim in now if claim.strength == top)


_CONTINUES = Pattern(
    r"\b(?:next|subsequent|additional) (?:up to |the )*\$?\d|\badditional match", "next", "subsequent", "additional"
)


def _joined_tiers(document: Document, claims: list[Claim]) -> list[Claim]:
    """Tiers that stand in items of their own, one after the other, are one formula; a "next" without a "first" is none."""
    place = {id(unit): number for number, unit in enumerate(document.units)}
    out: list[Claim] = []
    for claim in claims:
        if claim.field == "match" and isinstance(claim.value, list):
            continues = (
                len(claim.value) == 1
                and _CONTINUES.search(claim.unit.norm)
                and not re.search(r"\bfirst\b", claim.unit.norm)
            )
            last = next(
                (each for each in reversed(out) if each.field == "match" and isinstance(each.value, list)), None
            )
            if continues:
                # What was read of a block of lines (`topics.py`) has no place among the sentences.
                here = place.get(id(claim.unit))
                before = place.get(id((last.also or (last.unit,))[-1])) if last is not None else None
                same_block = here is None and before is None
                if last is not None and (
                    same_block or (here is not None and before is not None and 0 < here - before <= 2)
                ):
                    last.value = [*last.value, *claim.value]
                    last.also = (*last.also, claim.unit)
                continue
            claim = Claim(claim.field, list(claim.value), claim.unit, claim.strength, claim.note, claim.also)
        out.append(claim)
    joined = {id(unit) for claim in out if claim.field == "match" and claim.also for unit in (claim.unit, *claim.also)}
    return [claim for claim in out if claim.field != "match" or claim.also or id(claim.unit) not in joined]


def _period(document: Document, by_field: dict[str, list[Claim]], settled: Settled) -> None:
    claims = [claim for claim in by_field.get("match_period", []) if document.current(claim.unit)]
    top = max((claim.strength for claim in claims), default=0)
    best = [claim for claim in claims if claim.strength == top]
    if len({claim.value for claim in best}) == 1:
        settled.fields["match_period"] = best[0]


def _contacts(by_field: dict[str, list[Claim]], settled: Settled) -> None:
    for name in ("recordkeeper", "phone"):
        claims = by_field.get(name, [])
        if not claims:
            continue
        if name == "phone":
            claims = _of_the_keeper(claims, settled) or claims
        weights: Counter[str] = Counter()
        for claim in claims:
            weights[re.sub(r"\W", "", claim.value)[-10:] if name == "phone" else claim.value] += claim.strength
        # Not `most_common`; see `layout._gutter`.
        ranked = sorted(weights.items(), key=lambda pair: -pair[1])[:2]
        if name == "recordkeeper" and len(ranked) > 1 and ranked[0][1] < 1.5 * ranked[1][1]:
            said = [claim for claim in claims if claim.strength == 3]
            if len({claim.value for claim in said}) != 1:
                continue
            ranked = [(said[0].value, 3)]
        best = [
            claim
            for claim in claims
            if (re.sub(r"\W", "", claim.value)[-10:] if name == "phone" else claim.value) == ranked[0][0]
        ]
        settled.fields[name] = max(best, key=lambda claim: (claim.strength, -claim.unit.page))


def _of_the_keeper(claims: list[Claim], settled: Settled) -> list[Claim]:
    """The numbers said beside the keeper's name: however often a handbook gives that of a department."""
    keeper = settled.fields.get("recordkeeper")
    words = str(keeper.value).lower().split() if keeper is not None else []
    name = next((word for word in words if word not in ("the", "t.")), "")
    return [claim for claim in claims if name and claim.strength == 3 and name in claim.unit.norm]


def _sources(by_field: dict[str, list[Claim]], settled: Settled) -> None:
    if "in_plan_conversion" not in settled.fields or settled.fields["in_plan_conversion"].value == "no":
        return
    named: list[str] = []
    best: Claim | None = None
    for claim in by_field.get("conversion_sources", []):
        best = best or claim
        named += [name for name in claim.value if name not in named]
    if best is not None:
        order = ["after-tax", "pre-tax", "match", "rollover"]
        settled.fields["conversion_sources"] = Claim(
            "conversion_sources", sorted(named, key=order.index), best.unit, best.strength
        )


def _of_after_tax(settled: Settled) -> None:
    """Conversion of other money alone says nothing of after-tax money, and that is what the field is about."""
    sources, said = settled.fields.get("conversion_sources"), settled.fields.get("in_plan_conversion")
    if sources is not None and said is not None and "after-tax" not in sources.value:
        settled.remarks.append(
            f"Page {said.unit.page} lets {', '.join(sources.value)} money be converted, and says nothing of after-tax money; ask."
        )
        del settled.fields["in_plan_conversion"], settled.fields["conversion_sources"]


_LOW = 20
"""No plan holds deferrals so low that has after-tax contributions beside them, but for the highly compensated."""
_OF_DEFERRALS = Pattern(r"@pre|@roth|\bdefer|\belective|\bsalary reduction|\btraditional\b")


def _may_be_another_cap(document: Document, cap: Claim) -> bool:
    """A low share of pay, beside after-tax money, of which neither its words nor those above it say that it is of deferrals."""
    unit = cap.unit
    if not str(cap.value).isdigit() or int(cap.value) > _LOW:
        return False
    return not _OF_DEFERRALS.search(_said_around(document, unit))


def _said_around(document: Document, unit: Unit) -> str:
    """Its own words, and those that lead to it."""
    head = document.heads[unit.heads[0]] if unit.heads else ""
    return f"{unit.norm} {document.lead_of(unit)} {unit.answer_to} {head}"


def _names_them_all(document: Document, unit: Unit) -> bool:
    """Whether the sentence behind names the kinds among which one chooses: `You designate them as pre-tax, Roth or after-tax`."""
    place = next(at for at, each in enumerate(document.units) if each is unit)
    after = document.units[place + 1].norm if place + 1 < len(document.units) else ""
    return "@pre" in after and "@at" in after and "%" not in after


_WITH_THE_OTHERS = Pattern(
    r"\b(?:when|if) (?:added to|combined with|taken (?:together )?with)\b[^.;]{0,20}@pre|\b(?:together|in combination|combined|along) with (?:your |the )?@pre",
    "@pre",
)
"""`Not more than 40% when added to before-tax`, of after-tax money."""
_OF_ALL = Pattern(
    r"\b(?:all|total\w*|combin\w+|together|both|sum|overall|mix\w*|types|kinds|aggregate|either|each|any|whole|added)\b|@pre|@roth|\bdefer"
)


def _together(document: Document, by_field: dict[str, list[Claim]], settled: Settled) -> None:
    """What one field says about another."""
    fields = settled.fields
    allowed = fields.get("after_tax_allowed")
    takes = allowed is not None and allowed.value == "yes"
    spoken_of = any("@at" in unit.norm and not document.is_rollover(unit) for unit in document.units)
    if allowed is not None and allowed.strength == 1 and allowed.value == "no" and spoken_of:
        # A closed list beside other words on after-tax money settles nothing.
        del fields["after_tax_allowed"]
        settled.remarks.append(
            f"Page {allowed.unit.page} names two ways to contribute without after-tax, but after-tax money is spoken of elsewhere; ask."
        )
    stops = fields.get("spillover")
    if stops is not None and stops.note == spill.STOPS and (allowed is None or allowed.value not in ("no", "frozen")):
        del fields["spillover"]  # what goes on after-tax may be said where nobody looked
    for claim in by_field.get("after_tax_doubt", []):
        if (
            takes
            and not claim.unit.scope
            and not (allowed and allowed.unit.since and allowed.unit.since > claim.unit.since)
        ):
            fields.pop("after_tax_allowed", None)
            takes = False
            settled.contradictions.append(
                f"After tax allowed: page {allowed.unit.page if allowed else 0} says yes, but page {claim.unit.page} may say otherwise: “{claim.unit.raw[:160]}”. Ask."
            )
            break
    cap = fields.get("deferral_cap_percent")
    if cap is not None and spoken_of and _may_be_another_cap(document, cap):
        settled.remarks.append(
            f"Page {cap.unit.page} caps something at {cap.value}%, and may mean after-tax contributions; ask."
        )
        del fields["deferral_cap_percent"]
        cap = None
    if cap is not None and "combined_cap_percent" not in fields and _WITH_THE_OTHERS.search(cap.unit.norm):
        fields["combined_cap_percent"] = Claim("combined_cap_percent", cap.value, cap.unit, cap.strength)
        del fields["deferral_cap_percent"]
        cap = None
    both = fields.get("combined_cap_percent")
    if (
        both is not None
        and str(both.value).isdigit()
        and int(both.value) <= _LOW
        and not _OF_ALL.search(_said_around(document, both.unit))
        and not _names_them_all(document, both.unit)
    ):
        settled.remarks.append(
            f"Page {both.unit.page} caps something at {both.value}%, and does not say that it is all; ask."
        )
        del fields["combined_cap_percent"]
    if cap is not None and cap.strength == 1 and not re.search(r"\bdefer", cap.unit.norm):
        if takes:
            del fields["deferral_cap_percent"]
            if "combined_cap_percent" not in fields and "after_tax_cap_percent" not in fields:
                fields["combined_cap_percent"] = Claim(
                    "combined_cap_percent", cap.value, cap.unit, 1, "said of contributions in general"
                )
        elif allowed is None and document.after_tax_is_true and "@at" in document.text:
            del fields["deferral_cap_percent"]
    if allowed is not None and allowed.value in ("no", "frozen"):
        for name in (
            "after_tax_cap_percent",
            "after_tax_cap_dollars",
            "hce_after_tax_cap_percent",
            "spillover",
            "match_on_after_tax",
            "combined_cap_percent",
        ):
            old = fields.get(name)
            if (
                old is not None
                and (name != "combined_cap_percent" or "@at" in old.unit.norm)
                and old.value not in ("no", "none")
            ):
                del fields[name]
                settled.remarks.append(
                    f"Page {old.unit.page} still has {_words(name)} {_said(old.value)}, from before."
                )
    for claim in by_field.get("after_tax_cap_remainder", []):
        settled.remarks.append(
            f"${int(float(claim.value)):,} on page {claim.unit.page} is what the law left in one year, not a cap of the plan."
        )
    steps, tiers = fields.get("match_steps"), fields.get("match")
    if steps is not None and tiers is not None:
        del fields["match_steps"]
    if "match_limits" in fields and "match" not in fields and "match_steps" not in fields:
        fields.pop("match_limits")
    if "match_alternative" in fields and (
        "match" not in fields or fields["match"].unit is not fields["match_alternative"].unit
    ):
        # A formula of which only one half can be believed is none.
        fields.pop("match_alternative")
    period = fields.get("match_period")
    if "true_up" not in fields and (period is None or period.value != "year"):
        fields.pop("true_up_last_day", None)
    if "in_service_withdrawal" not in fields or fields["in_service_withdrawal"].value != "yes":
        for name in ("withdrawals_per_year", "withdrawal_terms", "withdrawal_suspension"):
            fields.pop(name, None)
    conversion = fields.get("in_plan_conversion")
    if conversion is None or conversion.value == "no":
        for name in ("conversions_per_year", "conversion_minimum"):
            fields.pop(name, None)
    elif (
        conversion.value == "automatic"
        and "@at contribution" in conversion.unit.norm
        and not any(document.current(claim.unit) for claim in by_field.get("after_tax_allowed", []))
        and not by_field.get("after_tax_doubt")
        and not any("after tax allowed" in doubt for doubt in document.doubts)
    ):
        note = "implied: what is converted by itself is contributed"
        fields["after_tax_allowed"] = Claim("after_tax_allowed", "yes", conversion.unit, 1, note)
    elif fields.get("roth_deferrals") is None:
        fields.pop("roth_deferrals", None)


def verified(settled: Settled, is_there: Callable[[Unit], str]) -> list[tuple[Claim, str]]:
    """The accepted claims whose quote does not stand on its page as an eye would read it, and what is wrong."""
    wrong = []
    for claim in settled.fields.values():
        for unit in (claim.unit, *claim.also):
            if trouble := is_there(unit):
                wrong.append((claim, trouble))
                break
    return wrong
