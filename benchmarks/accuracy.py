#!/usr/bin/env python3
"""Holds the accuracy of every stage against floors that may only rise.

Runs `./dateline stage` over annotated data that others made, scores it with the scorer beside that data, and compares each
figure with accuracy-floors.json. The data is not part of the project: without it, or with other data in its place, this says so
and checks nothing.

  benchmarks/accuracy.py                 check all sets
  benchmarks/accuracy.py wcxb lgl        check some
  benchmarks/accuracy.py --raise         check, and raise the floors to what was reached

Exit code: 0 all floors held (or no data), 1 a figure fell below its floor, 2 a stage or the scorer failed.
"""
import argparse
import hashlib
import json
import math
import os
import pathlib
import subprocess
import sys
import tempfile

HOME = pathlib.Path(__file__).resolve().parent.parent
FLOORS = HOME / "benchmarks" / "accuracy-floors.json"
SHARED = pathlib.Path(os.environ.get("DATELINE_EVALUATION", HOME.parent / "shared"))
# Figures of which less is better
CEILINGS = {"errors", "bad_links", "same_event_pairs_merged", "clusters_across_events", "bulletins_linked", "empty",
            "about_per_document", "top_level_per_document"}


def existing(folder, name):
    """The file of that name, compressed or not."""
    return next(path for path in (folder / name, folder / (name + ".gz")) if path.exists())


def run(*command):
    done = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if done.returncode != 0:
        sys.stderr.write(done.stderr)
        sys.exit(2)
    return done.stdout


def figures(name, task, stage, scratch):
    folder = SHARED / "data" / name
    if task == "feeds":
        return json.loads(run(sys.executable, HOME / "benchmarks" / "feeds.py", folder, "--json"))
    output = scratch / "output.jsonl"
    run(HOME / "dateline", "stage", stage, "--input", existing(folder, "input.jsonl"), "--output", output)
    return json.loads(run(sys.executable, SHARED / "eval" / "score.py", task, existing(folder, "gold.jsonl"), output))


def holds(figure, value, floor):
    return value <= floor if figure in CEILINGS else value >= floor


def better(figure, value, floor):
    """What a floor may be raised to: rounded so that the same run holds it again."""
    if figure in CEILINGS:
        return min(floor, math.ceil(value * 1000) / 1000)
    return max(floor, math.floor(value * 1000) / 1000)


def is_known(name, entry):
    """Floors hold for the data that they were reached on; what else lies there is skipped."""
    folder = SHARED / "data" / name
    try:
        gold = sorted(folder.rglob("*.json")) if entry["task"] == "feeds" else [existing(folder, "gold.jsonl")]
        digest = hashlib.sha256(b"".join(path.read_bytes() for path in gold)).hexdigest()
    except (StopIteration, OSError):
        digest = "none"
    if digest != entry["gold"]:
        print(f"SKIPPED: {name}: not the data that the floors are of", file=sys.stderr)
    return digest == entry["gold"]


def check(name, entry, scratch):
    reached = figures(name, entry["task"], entry["stage"], scratch)
    fallen = 0
    for figure, floor in entry["floors"].items():
        value = reached[figure]
        held = holds(figure, value, floor)
        fallen += not held
        print(f"{'ok  ' if held else 'FELL'} {name:24} {figure:24} {value:8.4f}   {'ceiling' if figure in CEILINGS else 'floor'} {floor}")
        if held:
            entry["floors"][figure] = better(figure, value, floor)
    return fallen


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("sets", nargs="*", help="last part of the names of the sets; all when none is given")
    arguments.add_argument("--raise", dest="raised", action="store_true", help="write the floors that were reached")
    given = arguments.parse_args()
    if not (SHARED / "eval" / "score.py").exists():
        print(f"SKIPPED: no annotated data at {SHARED}; name its folder in DATELINE_EVALUATION", file=sys.stderr)
        return 0
    floors = json.loads(FLOORS.read_text())
    with tempfile.TemporaryDirectory() as scratch:
        fallen = sum(check(name, entry, pathlib.Path(scratch)) for name, entry in floors.items()
                     if (not given.sets or name.split("/")[-1] in given.sets or name in given.sets) and is_known(name, entry))
    if given.raised:
        FLOORS.write_text(json.dumps(floors, indent=2) + "\n")
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
