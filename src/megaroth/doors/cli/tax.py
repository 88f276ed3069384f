"""The command `tax`: what a conversion costs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from megaroth.doors.cli.printing import Output, answered, refuse, source_of, today
from megaroth.doors.cli.terminal import width

PRINTED = Output()
How = Annotated[Output, Parameter(name="*")]
File = Annotated[Path, Parameter(allow_leading_hyphen=True)]


def tax(file: File, /, *, conversion: str, why: bool = False, output: How = PRINTED) -> int:
    """What a conversion to Roth costs in tax, line by line, and what it touches.

    Args:
        file: The household file (TOML or JSON) with its [tax] table; - reads standard input.
        conversion: What of the conversion is income, in dollars: its earnings, or pre-tax money.
        why: Show every rule of the return.
        output: How to print.
    """
    from megaroth.kit.finding import Finding
    from megaroth.kit.money import AmountError, parse_money
    from megaroth.questions.tax import tax as tax_of
    from megaroth.report.tax_text import tax_lines

    try:
        amount = parse_money(conversion)
    except AmountError as error:
        return refuse(
            [Finding("bad-value", "error", f"{error}.", "--conversion", "Write dollars like 1_250.40.")], output
        )
    source = source_of(file)
    answer = source if isinstance(source, list) else tax_of(source, amount, today())
    if isinstance(answer, list):
        return refuse(answer, output)
    return answered(answer.as_json(), tax_lines(answer, width(), why), answer.findings, output)
