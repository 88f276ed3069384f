"""The tax of a conversion as lines: what it costs, every line of the return without and with it, what it touches."""

from __future__ import annotations

from megaroth.kit.money import ZERO
from megaroth.report.lines import BLANK, Line, labelled, wrapped
from megaroth.report.text import finding_lines, why_lines
from megaroth.tax.conversion import ConversionCost


def tax_lines(answer: ConversionCost, width: int = 80, why: bool = False) -> list[Line]:
    """The cost first, then the return, then the findings; with `why` the rules of the return with the conversion."""
    head = f"Converting {answer.taxable} of taxable money in {answer.year}, filing {answer.filing}"
    lines = [*wrapped(head, width, role="faint"), BLANK]
    lines += labelled("It costs", f"{answer.total} in tax{_percent(answer)}", width, 13, "title")
    if answer.state_tax is None:
        lines += labelled("of it", f"{answer.federal} federal; state tax is not counted", width)
    else:
        lines += labelled("of it", f"{answer.federal} federal, {answer.state_tax} {answer.state or 'state'}", width)
    lines += [BLANK, *_table(answer, width)]
    if answer.findings:
        lines += [BLANK, Line("To know and to do", "title"), *finding_lines(list(answer.findings), width)]
    if why:
        lines += [BLANK, Line("Why", "title"), *(line for part in answer.why.parts for line in why_lines(part, width))]
    else:
        lines += [
            BLANK,
            *wrapped("--why shows every rule with its citation. A planning aid, not advice.", width, role="faint"),
        ]
    return lines


def _percent(answer: ConversionCost) -> str:
    share = answer.share(answer.total)
    return f", {share}% of it" if share else ""


def _table(answer: ConversionCost, width: int) -> list[Line]:
    """Lines that are nothing in both returns are left out; a narrow window shows what changes under each other."""
    shown = [(label, before, after) for label, before, after in answer.lines if before != ZERO or after != ZERO]
    if width < 76:
        return [line for label, before, after in shown for line in labelled(label, f"{before} -> {after}", width, 34)]
    lines = [Line(f"  {'':<34}{'without':>14}{'with':>14}{'change':>13}", "faint")]
    for label, before, after in shown:
        change = str(after - before) if after != before else "-"
        role = "title" if label == "federal tax" else ""
        lines.append(Line(f"  {label:<34}{before!s:>14}{after!s:>14}{change:>13}", role))  # type: ignore[arg-type]
    return lines
