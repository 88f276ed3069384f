"""How many times `python -c pass` a whole command takes: processes started in turn, everything from start to exit.

`python -m benchmarks.startup [repeats]`; prints JSON. The bytecode of all modules is written beforehand, as installing
with pip or a first run does, unless `--as-it-is` is given.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

EXAMPLE = str(Path(__file__).parents[1] / "examples/households/amazon.toml")
COMMANDS = {"room": ["room", EXAMPLE], "plan": ["plan", EXAMPLE], "help": ["--help"]}


def run(arguments: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """Seconds on the clock and of processor time of one process."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run([sys.executable, *arguments], env=environment, stdout=subprocess.DEVNULL, check=False)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return wall, used


def main(repeats: int = 15, warm: bool = True) -> dict[str, Any]:
    environment = dict(os.environ)
    if warm:
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
    commands = {name: ["-m", "megaroth", *words] for name, words in COMMANDS.items()}
    runs: dict[str, list[tuple[float, float]]] = {name: [] for name in ["pass", *commands]}
    for command in commands.values():
        run(command, environment)
    for _ in range(repeats):
        runs["pass"].append(run(["-c", "pass"], environment))
        for name, command in commands.items():
            runs[name].append(run(command, environment))
    result: dict[str, Any] = {"bytecode": "written before" if warm else "as the environment has it", "repeats": repeats}
    for name, times in runs.items():
        walls = [wall for wall, _ in times]
        result[name] = {
            "wall_ms_median": round(statistics.median(walls) * 1e3, 1),
            "wall_ms_best": round(min(walls) * 1e3, 1),
            "times_pass_median": round(
                statistics.median(w / p for w, (p, _) in zip(walls, runs["pass"], strict=True)), 1
            ),
            "times_pass_best": round(min(walls) / min(wall for wall, _ in runs["pass"]), 1),
            "processor_ms_median": round(statistics.median(used for _, used in times) * 1e3, 1),
        }
    return result


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:] if word.isdigit()]
    print(json.dumps(main(numbers[0] if numbers else 15, "--as-it-is" not in sys.argv), indent=2))
