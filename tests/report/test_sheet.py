"""What page and paper show of a job beside its numbers."""

from __future__ import annotations

from megaroth.kit.finding import Finding
from megaroth.report.sheet import in_order


def test_how_jobs_share_a_limit_is_said_once() -> None:
    def shared(message: str, where: str = "people.ann") -> Finding:
        return Finding("deferral-shared", "info", message, where)

    other = Finding("match-lost", "warning", "lost", "people.ann")
    told = [shared("by the room"), shared("of ben", "people.ben"), other, shared("by the schedule")]
    assert [each.message for each in in_order(told)] == ["lost", "by the schedule", "of ben"]
