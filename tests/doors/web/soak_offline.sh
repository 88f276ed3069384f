#!/usr/bin/env bash
# Journeys in a network namespace without any route but loopback: what needs the network fails here. Other tests may be named.
set -euo pipefail
cd "$(dirname "$0")/../../.."
soak=tests/doors/web/soak_browser.py
[ $# -gt 0 ] || set -- tests/doors/web/test_browser.py "$soak::test_a_journey_by_keyboard_alone" "$soak::test_the_server_connects_to_nobody"
exec unshare --net bash -c '
  python3 - <<"UP"
import fcntl, socket, struct
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:  # SIOCSIFFLAGS: lo up and running
    fcntl.ioctl(s, 0x8914, struct.pack("16sH14x", b"lo", 0x1 | 0x40))
UP
  exec uv run --offline --extra outlook --extra reader pytest -q "$@"
' offline "$@"
