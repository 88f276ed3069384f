"""The page `docs/law.md`: every rule with its sentence and citation, every number of law with its source.

Knows: how to find all rules and to write tables. Refuses to know any rule or number itself; both come from the book
and the registry. `python -m megaroth.report.law_page > docs/law.md` writes the page anew.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, get_args

from megaroth.kit.money import Money, dollars
from megaroth.kit.rule import REGISTRY, Rule
from megaroth.law.book import Filing, Row, known_years, law_for, rows_of, statutory_rows, tax_rows
from megaroth.law.indexing import rows_415d, rows_chained
from megaroth.law.rates_of_states import state_tax_for, state_years, states_of

INTRO = """\
# The law

Every rule the program applies and every number of law it reads, with citations. This page is generated; do not edit it.

An amount is *announced* by a notice, *enacted* where a statute fixes it and no index moves it, or *projected* by the
statute's own indexing where no notice is out yet. Other years are refused, never replaced by a neighbour."""

ABBREVIATIONS = {"amt", "hce", "hdhp", "hsa", "ira", "niit", "oasdi", "salt", "sep"}


def law_page() -> str:
    """The whole page as Markdown."""
    parts = [
        INTRO,
        "## Rules",
        *_rules(),
        "## Numbers by year",
        *_yearly(),
        "## Numbers fixed by statute",
        _statutory(),
    ]
    parts += [
        "## How amounts are indexed",
        *_indexing(),
        "## Federal income tax",
        *_tax(),
        "## State rates",
        *_states(),
    ]
    return "\n\n".join(parts) + "\n"


def every_rule() -> list[Rule]:
    """All rules of the package, in the order of their files."""
    root = Path(__file__).parents[1]
    for path in sorted(root.rglob("*.py")):
        if "\n@rule(" in path.read_text(encoding="utf-8"):
            importlib.import_module(".".join(("megaroth", *path.relative_to(root).with_suffix("").parts)))
    return sorted((rule for rule in REGISTRY.values() if rule.module.startswith("megaroth.")), key=lambda r: r.module)


def _rules() -> Iterable[str]:
    by_module: dict[str, list[Rule]] = {}
    for rule in every_rule():
        by_module.setdefault(rule.module, []).append(rule)
    for module, rules in by_module.items():
        summary = (sys.modules[module].__doc__ or "").strip().split("\n\n")[0].replace("\n", " ")
        yield f"### `{module.removeprefix('megaroth.').replace('.', '/')}.py`"
        yield _plain(summary)
        yield _table(("Rule", "Says", "Citation"), [(f"`{rule.name}`", rule.says, rule.cite.ref) for rule in rules])


def _yearly() -> Iterable[str]:
    years = known_years()
    by_name: dict[str, list[tuple[int, Row]]] = {}
    for year in years:
        for row in rows_of(year):
            by_name.setdefault(row.name, []).append((year, row))
    for name, found in by_name.items():
        lines = [(str(year), _range(row.values), row.status, row.source) for year, row in found]
        if name == "hce_pay":  # it tests pay of the year before, so the first year needs one row more
            before = law_for(years.start).hce_pay
            lines.insert(0, (str(years.start - 1), _short(before.amount), before.status, before.cite.ref))
        yield f"### {_title(name)}"
        yield _table(("Year", "Amount", "Status", "Source"), lines)


def _statutory() -> str:
    lines = []
    for name, row in statutory_rows().items():
        span = f" ({row['first_year']} to {row.get('last_year', 'now')})" if "first_year" in row else ""
        lines.append((_title(name), _written(row) + span, row["status"], row["source"]))
    return _table(("Number", "Value", "Status", "Source"), lines)


def _indexing() -> Iterable[str]:
    yield "By the consumer price index of July to September (IRC §415(d)); base plus increase, rounded down."
    lines = [
        (_title(name), _short(dollars(row.base)), str(row.base_quarter), _short(dollars(row.unit)), row.cite)
        for name, row in rows_415d().items()
    ]
    yield _table(("Number", "Base", "Base quarter ends September", "Multiple of", "Citation"), lines)
    yield "By the chained index of the twelve months to August (IRC §1(f)(3)); the increase is rounded."
    lines = [
        (_title(name), _short(dollars(r.base)), str(r.base_year), f"{_short(dollars(r.unit))}, {r.rounding}", r.cite)
        for name, r in rows_chained().items()
    ]
    yield _table(("Number", "Base", "Base year", "Rounded to", "Citation"), lines)


def _tax() -> Iterable[str]:
    for year in known_years():
        lines = []
        for table, rows in tax_rows(year).items():
            for name, row in _leaves(rows, table):
                lines.append((_title(name), _written(row), row["status"], row["source"]))
        if lines:
            yield f"### {year}"
            yield _table(("Number", "Value (tops of the brackets, or one amount)", "Status", "Source"), lines)


def _states() -> Iterable[str]:
    for year in state_years():
        lines = []
        for state in states_of(year):
            for filing in get_args(Filing):
                tax = state_tax_for(year, state, filing)
                if tax is not None and (filing == "single" or tax.bands != _single(year, state)):
                    bands = ", ".join(f"{band.rate} from {_short(band.over)}" for band in tax.bands)
                    lines.append((f"{state}, {filing}", bands or "not known", tax.status, tax.source))
        yield f"### States, {year}"
        yield "By adjusted gross income without social security, with the standard deduction; the others as single."
        yield _table(("State and status", "Marginal rates", "Status", "Source"), lines)


def _single(year: int, state: str) -> object:
    tax = state_tax_for(year, state, "single")
    return tax.bands if tax else ()


def _leaves(rows: Any, name: str) -> Iterable[tuple[str, dict[str, Any]]]:
    """The tables that carry a source, with their dotted name in words."""
    if isinstance(rows, dict):
        if "source" in rows:
            yield name, rows
        for key, value in rows.items():
            yield from _leaves(value, f"{name}, {key}")


def _written(row: dict[str, Any]) -> str:
    if "years" in row:
        return f"{row['years']} years"
    if "top" in row:
        return f"{row['top']}/{row['bottom']}"
    if "percent" in row:
        rates = row["percent"] if isinstance(row["percent"], list) else [row["percent"]]
        return ", ".join(f"{rate}%" for rate in rates)
    amounts = row["upper"] if "upper" in row else [row[key] for key in ("amount", "start", "end") if key in row]
    if not amounts:
        return ", ".join(f"{key} {value}" for key, value in row.items() if key not in ("status", "source"))
    joint = ", " if "upper" in row else " to "
    return joint.join(_short(dollars(amount)) for amount in amounts)


def _range(values: tuple[Money, ...]) -> str:
    return " to ".join(_short(value) for value in values)


def _short(amount: Money) -> str:
    return str(amount).removesuffix(".00")


def _title(name: str) -> str:
    words = [word.upper() if word.strip(",") in ABBREVIATIONS else word for word in name.replace("_", " ").split()]
    title = " ".join(words)
    return title[:1].upper() + title[1:]


def _table(head: tuple[str, ...], lines: Iterable[tuple[str, ...]]) -> str:
    rows = [head, tuple("---" for _ in head), *lines]
    return "\n".join("| " + " | ".join(_plain(cell) for cell in row) + " |" for row in rows)


def _plain(text: str) -> str:
    return text.replace("|", "\\|").replace("[", "\\[").replace("<", "&lt;")


if __name__ == "__main__":
    sys.stdout.write(law_page())
