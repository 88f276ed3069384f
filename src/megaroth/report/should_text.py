"""Should I, as lines: the decision, each reason with its number and source, the flowchart with the taken path."""

from __future__ import annotations

from megaroth.outlook.flowchart import Flowchart
from megaroth.outlook.should import ShouldAnswer
from megaroth.report.glossary import word_lines
from megaroth.report.lines import BLANK, Line, Role, wrapped
from megaroth.report.text import finding_lines, why_lines

HEADS = {
    "stop": "What closes the way",
    "ask": "What must be answered first",
    "wait": "What comes before it",
    "for": "What speaks for it",
    "mind": "What to mind",
}
ROLES: dict[str, Role] = {"yes": "good", "yes-partly": "good", "not-yet": "unsure", "ask": "unsure", "no": "bad"}
_WORDS = (
    "Mega-backdoor Roth",
    "After-tax contribution",
    "Deferral",
    "Match",
    "Roth",
    "Conversion",
    "ACP test",
    "Taxable account",
)


def should_lines(answer: ShouldAnswer, width: int = 80, why: bool = False) -> list[Line]:
    """The whole answer; `why` adds to each reason the rules that gave its number."""
    lines = wrapped(f"Should I? {answer.job.name} ({answer.job.person}), {answer.household.year}", width, role="title")
    lines += wrapped(answer.says, width, "  ", "  ", ROLES[answer.word])
    for weight, head in HEADS.items():
        reasons = [reason for reason in answer.reasons if reason.weight == weight]
        if reasons:
            lines += [BLANK, Line(head, "title")]
        for reason in reasons:
            lines += wrapped(f"- {reason.says}", width, "  ", "    ")
            lines += wrapped(f"found: {reason.number}; would change at: {reason.turns}", width, "    ", "    ", "faint")
            lines += wrapped(f"({reason.source})", width, "    ", "    ", "faint")
            lines += why_lines(reason.why, width, 2) if why else []
    if answer.word in ("no", "not-yet"):
        lines += [BLANK, *wrapped("What to do with the money instead, step by step: `megaroth first`.", width)]
    lines += [BLANK, *flowchart_lines(answer.chart, width)]
    if answer.findings:
        lines += [BLANK, Line("To know and to do", "title"), *finding_lines(list(answer.findings), width)]
    lines += [BLANK, *word_lines(_WORDS, width)]
    text = (
        "A planning aid, not advice."
        if why
        else "A planning aid, not advice. --why shows the rules behind each number."
    )
    return [*lines, BLANK, *wrapped(text, width, role="faint")]


def flowchart_lines(chart: Flowchart, width: int = 80) -> list[Line]:
    """The questions from top to bottom; `[x]` marks the path taken, `->` an answer that leads out."""
    lines = wrapped(chart.title, width, role="title")
    lines += wrapped(
        "[x] is your path; the other ways are shown so that you see what would change it.", width, "  ", role="faint"
    )
    ends = {node.key: node for node in chart.nodes if node.kind == "end"}
    questions = [node for node in chart.nodes if node.kind == "question"]
    for node in questions:
        mark = "[x]" if node.taken else "[ ]"
        lines += wrapped(f"{mark} {node.text}", width, "  ", "      ", "title" if node.taken else "")
        for edge in chart.edges:
            if edge.start != node.key:
                continue
            own = edge.label == node.answer
            arrow = f"{'=>' if own else '  '} {edge.label}"
            text = f"{arrow}: {ends[edge.to].text}" if edge.to in ends and edge.to != "go" else arrow
            if own:
                text += f"  ({node.because})" if node.because else ""
            lines += wrapped(text, width, "      ", "         ", "" if own else "faint")
    go = ends["go"]
    lines += wrapped(
        f"{'[x]' if go.taken else '[ ]'} {go.text}", width, "  ", "      ", "good" if go.taken else "faint"
    )
    return lines
