"""Runs mutmut (extra `mutation`) with one change: functions marked `@rule(...)` or `@cache` are mutated too.

mutmut leaves decorated functions alone, and every rule is one. Here the mark stays on the dispatcher alone, so that a rule
is registered once and its mutants stand behind it. Caches are emptied in each mutant's process: what was read before it was
forked would hide it. Arguments are mutmut's: `uv run python -m tests.mutate run`.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import Any

import libcst as cst
from mutmut.__main__ import cli
from mutmut.mutation import file_mutation

skips = file_mutation.MutationVisitor._skip_node_and_children
arrange = file_mutation.function_trampoline_arrangement


def is_marked(node: object) -> bool:
    """Whether the node is a function whose only decorator is `@rule(...)` or `@cache`."""
    if not isinstance(node, cst.FunctionDef) or len(node.decorators) != 1:
        return False
    mark = node.decorators[0].decorator
    name = mark.func if isinstance(mark, cst.Call) else mark
    return isinstance(name, cst.Name) and name.value in ("rule", "cache")


def skip(self: Any, node: Any) -> bool:
    """What mutmut passes over, without the marked functions."""
    return False if is_marked(node) else bool(skips(self, node))


def arrangement(function: cst.FunctionDef, mutants: Iterable[Any], class_name: str | None) -> tuple[Sequence[Any], ...]:
    """mutmut's arrangement, the mark on its first function only."""
    if not is_marked(function):
        return tuple(arrange(function, mutants, class_name))
    bare = function.with_changes(decorators=())
    declared, (dispatcher, *copies), assigned, names = arrange(bare, mutants, class_name)
    assert isinstance(dispatcher, cst.FunctionDef)
    marked = dispatcher.with_changes(decorators=(*function.decorators, *dispatcher.decorators))
    return declared, [marked, *copies], assigned, names


def empty_caches() -> None:
    """The plugin's, which pytest must be the first to import."""
    from tests.fresh_caches import empty_caches as empty

    empty()


if __name__ == "__main__":
    setattr(file_mutation.MutationVisitor, "_skip_node_and_children", skip)  # noqa: B010
    setattr(file_mutation, "function_trampoline_arrangement", arrangement)  # noqa: B010
    os.register_at_fork(after_in_child=empty_caches)
    cli()
