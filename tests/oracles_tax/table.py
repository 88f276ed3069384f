"""The comparison in `docs/tax.md`: households, agreement, and how often each class explains a difference.

`python -m tests.oracles_tax.table` writes the part of the page between its two marks anew.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from tests.oracles_tax.compare import PROGRAMS, ROUNDING, YEARS, recorded
from tests.oracles_tax.faults import FAULTS

PAGE = Path(__file__).parents[2] / "docs" / "tax.md"
START, END = "<!-- comparison: generated -->\n", "<!-- end of the comparison -->\n"
NAMES = {"taxcalc": "Tax-Calculator 6.8.0", "policyengine": "PolicyEngine-US 2.68.0"}


def table() -> str:
    """The tables as Markdown."""
    counts = {
        (year, program): Counter(
            name
            for seen in recorded(year)
            if seen.program == program
            for name in (seen.classes or ("agrees",)) + ("households",)
        )
        for year in YEARS
        for program in PROGRAMS
    }
    head = "| | " + " | ".join(f"{NAMES[p]}, {y}" for y, p in counts) + " |"
    lines = [head, "|" + "---|" * (len(counts) + 1)]
    for name, title in (("households", "households"), ("agrees", "every line agrees to the cent")):
        lines.append(f"| {title} | " + " | ".join(f"{each[name]:,}" for each in counts.values()) + " |")
    for name in (*(fault.name for fault in FAULTS), ROUNDING, "UNEXPLAINED"):
        shown = [str(each[name]) if each[name] else "" for each in counts.values()]
        lines.append(
            f"| {name.lower()} | {' | '.join(shown if name != 'UNEXPLAINED' else [s or '0' for s in shown])} |"
        )
    lines += ["", "| class | what the other program does | law |", "|---|---|---|"]
    lines += [f"| {fault.name} | {fault.says} | {fault.cite} |" for fault in FAULTS]
    lines.append(f"| {ROUNDING} | Nothing: each of our lines is rounded half up, and the total is their sum. | |")
    return "\n".join(lines) + "\n"


def page() -> str:
    """The whole page with the tables of today."""
    before, rest = PAGE.read_text(encoding="utf-8").split(START)
    return before + START + table() + END + rest.split(END)[1]


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
