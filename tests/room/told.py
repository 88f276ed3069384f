"""Households and the whole answer to each, word for word: `told.json`, written anew by `uv run python -m tests.room.told`.

Numbers are proven elsewhere (signed cases, the oracle). What stands here is what a reader is told: every finding with its
severity, remedy and citation, and the names in the answers for programs. Read the difference before you commit it.
"""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

from megaroth import questions

FILE = Path(__file__).with_name("told.json")


def answer(question: str, source: Any, today: str | None) -> dict[str, Any]:
    """The answer as programs read it, without the explanation but its head."""
    day = datetime.date.fromisoformat(today) if today else None
    found = questions.room(source, day) if question == "room" else questions.ira(source, day)
    assert not isinstance(found, list), found
    told = found.as_json()
    told["why"] = {name: told["why"][name] for name in ("rule", "says", "cite")} | {
        "parts": [[part["rule"], part["says"], part["cite"]] for part in told["why"]["parts"]]
    }
    return told


def all_told() -> list[dict[str, Any]]:
    """The recorded inputs with their recorded answers."""
    found: list[dict[str, Any]] = json.loads(FILE.read_text(encoding="utf-8"))
    return found


if __name__ == "__main__":
    rows = [{**row, "answer": answer(row["question"], row["input"], row["today"])} for row in all_told()]
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    FILE.write_text(f"[\n{lines}\n]\n", encoding="utf-8")
