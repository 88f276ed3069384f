"""megaroth plans the mega-backdoor Roth: after-tax 401(k) contributions, converted to Roth.

`megaroth.ask("room", household)` asks any question by name and gives what `--json` prints; `megaroth.questions` has the
same questions as functions with typed answers (their names stay there, for `megaroth.room` and `.plan` are packages).
"""

from __future__ import annotations

TYPE_CHECKING = False  # as `typing` has it; the process that reads documents starts faster without
if TYPE_CHECKING:
    import datetime
    from typing import Any

    from megaroth.questions import Source

__all__ = ["ask"]


def ask(name: str, source: Source = "", today: datetime.date | None = None) -> dict[str, Any]:
    """The answer to a question as the public contract has it; findings are part of it, and nothing is raised for them.

    `name` is one of `megaroth.questions.ALL`; `source` a file (`Path`), a text (TOML or JSON) or a mapping; `today`
    decides which jobs are over and which year is meant where none is given.
    """
    from megaroth.questions.asking import ask as asked

    return asked(name, source, today).value
