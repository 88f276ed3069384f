"""The disposable process that reads one document: it locks itself in, reads, prints JSON, ends.

After its imports it can open nothing: the number of open files is limited to the three it has, which the kernel enforces
for native code too, and so for sockets. Beside that: a network of its own without any interface where the system grants
one, an audit hook that refuses, no new privileges, and limits of memory, processor time and file size.
"""

from __future__ import annotations

import gc
import json
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

MEGABYTE = 2**20
MEMORY = 480 * MEGABYTE
SECONDS = 8
MOST_OUT = 12 * MEGABYTE
_MOST_FILES = 64
_REFUSED = ("socket.", "open", "subprocess.", "os.", "shutil.", "ctypes.dlopen", "urllib.", "ftplib.", "http.")


def main() -> None:
    """Read what stands on standard input as `sys.argv[1]` (JSON) asks, and print the answer."""
    asked = json.loads(sys.argv[1])
    gc.disable()  # the process ends before there is anything worth collecting
    limit_memory()
    tools = _import_everything(asked)
    data = sys.stdin.buffer.read()
    lock_in()
    try:
        told = tools(asked, data)
    except MemoryError:
        told = {
            "refused": "document-too-much",
            "message": "Reading the document needs more memory than any plan document.",
        }
    except RecursionError:
        told = {"refused": "document-broken", "message": "The document is nested deeper than any plan document."}
    out = told if isinstance(told, bytes) else json.dumps(told, separators=(",", ":")).encode()
    if len(out) > MOST_OUT:
        out = b'{"refused":"document-too-much","message":"The document holds more text than any plan document."}'
    view = memoryview(out)
    while view:
        view = view[os.write(1, view) :]
    os._exit(0)


def _import_everything(asked: dict[str, Any]) -> Any:
    """Import what will be needed, for nothing can be opened afterwards."""
    from megaroth.reader import work

    return work.prepare(asked)


def limit_memory() -> None:
    """Limits that the kernel keeps, from the start."""
    try:
        import resource
    except ImportError:
        return  # not a Unix: the timeout of the parent remains
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def lock_in() -> None:
    """From here on no file, no socket, no process."""
    try:
        import resource
    except ImportError:
        pass
    else:
        _own_network()
        # What the imports left open: the kept patterns are mapped, and their file is needed no more.
        os.closerange(3, _MOST_FILES)
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_NOFILE, (3, 3))
    sys.addaudithook(_refuse)


def _own_network() -> None:
    """A network namespace without interfaces, and no new privileges; best effort: the limit on files holds without."""
    try:
        import ctypes

        libc = ctypes.CDLL(None)
        clone_newuser, clone_newnet, pr_set_no_new_privs = 0x10000000, 0x40000000, 38
        if libc.unshare(clone_newnet) != 0:
            libc.unshare(clone_newuser | clone_newnet)
        libc.prctl(pr_set_no_new_privs, 1, 0, 0, 0)
    except (OSError, AttributeError):
        pass


def _refuse(event: str, _: Any) -> None:
    if event.startswith(_REFUSED):
        raise PermissionError(f"a document that is read may not {event}")
