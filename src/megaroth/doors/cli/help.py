"""The look of `--help`: two columns of plain words, as wide as the window, the same on a terminal and in a pipe."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from megaroth.doors.cli.terminal import width
from megaroth.report.lines import labelled

if TYPE_CHECKING:
    from cyclopts.help import HelpPanel


class Help:
    """Formats the panels of a help page (`cyclopts.help.HelpFormatter`)."""

    def __call__(self, console: Any, options: Any, panel: HelpPanel) -> None:
        """Print one panel: its title, then each entry beside what it means."""
        if not panel.entries:
            return
        rows = []
        for entry in panel.entries:
            names = [each for each in (entry.positional_label, *entry.positive_names, *entry.positive_shorts) if each]
            wide = console.options.update(width=10_000)
            drawn = console.render(entry.description, wide) if entry.description else ()
            text = "".join(segment.text for segment in drawn)
            if entry.choices:
                text += f" One of {', '.join(entry.choices)}."
            rows.append((", ".join(dict.fromkeys(names)), " ".join(text.split())))
        column = min(max(len(name) for name, _ in rows) + 2, 24)
        self._print(console, f"{panel.title}:")
        for name, text in rows:
            if len(name) + 2 > column:
                self._print(console, f"  {name}")
                name = ""
            for line in labelled(name, text, width(), column):
                self._print(console, line.text)
        if panel.title == "Arguments":
            console.print()

    def render_usage(self, console: Any, options: Any, usage: Any) -> None:
        """Print how the command is typed."""
        self._print(console, f"Usage: {getattr(usage, 'plain', usage)}".replace("Usage: Usage:", "Usage:").strip())
        console.print()

    def _print(self, console: Any, text: str) -> None:
        console.print(text, highlight=False, markup=False, soft_wrap=True)
