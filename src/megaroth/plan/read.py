"""From the text of a plan file to a `PlanDraft`, and what is wrong with it: in which line, and what to do.

An error means that the file does not say what its document can say, so there is no draft; warnings come beside one.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from megaroth.kit.finding import Finding, has_errors
from megaroth.kit.reading import check, parse_json, parse_toml, read_text
from megaroth.kit.toml_places import Path as KeyPath
from megaroth.kit.toml_places import Source, path_of
from megaroth.law.book import Law
from megaroth.plan.check import check_draft, check_plan
from megaroth.plan.draft import PlanDraft, draft_of
from megaroth.plan.file import PlanFile


def read_plan(path: Path, law: Law | None = None, name: str = "") -> tuple[PlanDraft | None, list[Finding]]:
    """The draft of a TOML or JSON plan file, and the findings, which call it `name`.

    `law` adds what contradicts the law of its year.
    """
    text = read_text(path)
    return (None, [text]) if isinstance(text, Finding) else plan_of(text, name or str(path), law)


def plan_of(text: str, name: str, law: Law | None = None) -> tuple[PlanDraft | None, list[Finding]]:
    """The draft of a text, and the findings; `name` is how they call the file."""
    is_json = name.lower().endswith(".json") or text.lstrip().startswith("{")
    source = parse_json(text, name) if is_json else parse_toml(text, name)
    if isinstance(source, Finding):
        return None, [source]
    if isinstance(source.values, dict) and source.values.keys() & {"jobs", "people"}:
        remedy = "Name a file that holds the terms of one plan, like after_tax_allowed."
        message = f"{name} describes a household, not a plan."
        return None, [Finding("household-not-plan", "error", message, source.where(()), remedy)]
    file = check(source, PlanFile)
    if isinstance(file, list):
        return None, file
    draft = draft_of(file, name)
    found = contradictions(draft, source, (), law)
    if not draft.stated:
        message = f"{name} states no term of a plan: everything has to be asked."
        remedy = "Write what the document says, like after_tax_allowed; `megaroth schema plan` names the fields."
        found.append(Finding("plan-says-nothing", "warning", message, source.where(()), remedy))
    return (None if has_errors(found) else draft), found


def contradictions(draft: PlanDraft, source: Source, at: KeyPath, law: Law | None) -> list[Finding]:
    """What contradicts itself, or the law of a year, in the plan that stands `at` a place of a text."""
    found = check_draft(draft) if law is None else check_plan(draft, law)
    return [replace(finding, where=source.where((*at, *path_of(finding.where)))) for finding in found]
