"""Built programs, and what it costs to run them."""
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass

ROOT = pathlib.Path(__file__).resolve().parents[2]


def fail(sentence):
    print(f"{pathlib.Path(sys.argv[0]).name}: {sentence}", file=sys.stderr)
    sys.exit(2)


def built(name):
    """The release build of one of this checkout's programs."""
    path = ROOT / ".build/release" / name
    if not path.exists():
        fail(f"'{path}' is missing: build it with 'swift build -c release'")
    return str(path)


def given(path):
    """The program `postil` that `path` names: itself, or a checkout with a release build."""
    path = pathlib.Path(path)
    program = path / ".build/release/postil" if path.is_dir() else path
    if not os.access(program, os.X_OK):
        fail(f"'{program}' is no program: build it with 'swift build -c release', or name another")
    return str(program.absolute())


@dataclass
class Cost:
    """Seconds of the clock, seconds of the processor in the program's own code, and the peak of its memory in MB."""
    wall: float
    user: float
    peak: float


def cost(command, environment=None, core=None):
    """Runs `command`, whose output is dropped; on one core where one is named."""
    pin = (lambda: os.sched_setaffinity(0, {core})) if core is not None else None
    with tempfile.NamedTemporaryFile("r") as told:
        # A process that Python starts itself is told to have had at least Python's own peak.
        timed = ["time", "--quiet", "-f", "%M", "-o", told.name, *command]
        start = time.monotonic()
        process = subprocess.Popen(
            timed, stdout=subprocess.DEVNULL, env={**os.environ, **(environment or {})}, preexec_fn=pin)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            fail(f"'{' '.join(map(str, command))}' ended with {process.returncode}")
        return Cost(wall, usage.ru_utime, int(told.read()) / 1024)


def medians(costs):
    return Cost(*(statistics.median(getattr(cost, name) for cost in costs) for name in ("wall", "user", "peak")))


def alternating(commands, rounds, **options):
    """The costs of `commands` run one after the other, so many rounds: what else the machine does meets them alike."""
    costs = [[] for _ in commands]
    for _ in range(rounds):
        for command, own in zip(commands, costs):
            own.append(cost(command, **options))
    return costs


def annotate(program, path, *options):
    return [program, "annotate", "--quiet", "--input-format", "jsonl", "--format", "jsonl", *options, str(path)]
