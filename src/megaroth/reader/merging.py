"""Several documents of one plan: merged by date, or compared."""

from __future__ import annotations

from dataclasses import dataclass

from megaroth.plan.draft import PlanDraft, Read
from megaroth.reader.reading import Reading
from megaroth.reader.values import FIELDS


def _of_before(stated: dict[str, Read]) -> list[str]:
    """Take out what an earlier document says of contributions that a later one has ended."""
    allowed = stated.get("after_tax_allowed")
    if allowed is None or allowed.value not in ("no", "frozen"):
        return []
    told = []
    for name in (
        "after_tax_cap_percent",
        "after_tax_cap_dollars",
        "hce_after_tax_cap_percent",
        "match_on_after_tax",
        "spillover",
    ):
        said = stated.get(name)
        if said is not None and said.source != allowed.source:
            del stated[name]
            told.append(
                f"{name.replace('_', ' ').capitalize()}: what {said.source} says (page {said.page}) was before after-tax contributions ended."
            )
    return told


def merge(readings: list[Reading]) -> Reading:
    """Several documents of one plan as one: the later overrides the earlier, field by field; both are named."""
    dated = sorted(readings, key=lambda reading: reading.date or str(reading.year or ""))
    stated: dict[str, Read] = {}
    conflicts: list[str] = []
    undated: set[str] = set()
    for reading in dated:
        for name, said in reading.draft.stated.items():
            before = stated.get(name)
            if before is not None and before.value != said.value:
                words = name.replace("_", " ").capitalize()
                text = f"{words}: {before.source} (page {before.page}) and {said.source} (page {said.page}) differ"
                same_day = before.date == said.date or not said.date or not before.date
                if same_day:
                    undated.add(name)
                    conflicts.append(f"{text}, and their dates do not tell which counts. Neither is believed; ask.")
                else:
                    conflicts.append(f"{text}; the later of {said.date} counts.")
            stated[name] = said
    for name in undated:
        stated.pop(name, None)
    conflicts += _of_before(stated)
    last = dated[-1]
    draft = PlanDraft(
        next((each.draft.name for each in dated if each.draft.name), ""),
        stated,
        False,
        last.file,
        (*(text for each in dated for text in each.contradictions), *conflicts),
    )
    return Reading(
        " + ".join(each.file for each in dated), draft, last.date, sum(each.pages for each in readings), (), (), draft.conflicts,
        tuple(f"{each.file}: {remark}" for each in dated for remark in each.remarks), tuple(finding for each in dated for finding in each.findings),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Change:
    """One field that two documents state differently; None where one does not state it."""

    field: str
    before: Read | None
    after: Read | None


def changes(old: Reading, new: Reading) -> list[Change]:
    """What the second document says otherwise than the first, in the order of the plan file."""
    said = [name for name in FIELDS if name in old.draft.stated or name in new.draft.stated]
    pairs = [(name, old.draft.stated.get(name), new.draft.stated.get(name)) for name in said]
    free_text = ("eligible_pay", "vesting", "match_eligible_pay", "withdrawal_terms", "withdrawal_suspension")
    return [
        Change(name, before, after)
        for name, before, after in pairs
        if (before is None) != (after is None)
        or (
            before is not None
            and after is not None
            and before.value != after.value
            and not (name in free_text and _squeezed(before.value) == _squeezed(after.value))
        )
    ]


def _squeezed(text: object) -> str:
    return "".join(str(text).lower().split())
