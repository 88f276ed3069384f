"""What a household may not do when it comes over the network door: name a file of this machine."""

from __future__ import annotations

from typing import Any

from megaroth.kit.finding import Finding
from megaroth.plan import companies


def without_files(household: Any) -> tuple[Any, list[Finding]]:
    """The household without paths (a plan by path becomes unknown), and a finding for each that was left out.

    Whatever is not shaped like a household passes: its own reader refuses it.
    """
    if not isinstance(household, dict):
        return household, []
    found: list[Finding] = []
    made = dict(household)
    if made.pop("law_file", None) is not None:
        found.append(_refused("law_file", "A file of limits cannot be named here.", "Use the command line for it."))
    jobs = made.get("jobs")
    if isinstance(jobs, list):
        made["jobs"] = [_job(job, number, found) for number, job in enumerate(jobs)]
    return made, found


def _job(job: Any, number: int, found: list[Finding]) -> Any:
    plan = job.get("plan") if isinstance(job, dict) else None
    if not isinstance(plan, str) or plan == "unknown" or companies.entry(plan):
        return job
    message = f'The directory has no plan called "{plan[:60]}", and no file can be named here.'
    found.append(
        _refused(f"jobs[{number}].plan", message, "Pick an employer of the directory, or write the plan's terms.")
    )
    return {**job, "plan": "unknown"}


def _refused(where: str, message: str, remedy: str) -> Finding:
    return Finding("file-not-here", "error", message, where, remedy)


def names_a_file(values: dict[str, Any]) -> Finding | None:
    """The finding for an input of any question that names a file of this machine: a household, a ledger, or one inside."""
    for part in (values, values.get("household"), values.get("ledger")):
        if not isinstance(part, dict):
            continue
        if part.get("imports"):
            return _refused(
                "imports", "A file cannot be named here.", "Send its rows as entries, or use the command line."
            )
        if found := without_files(part)[1]:
            return found[0]
    return None
