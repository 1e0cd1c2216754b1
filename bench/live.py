#!/usr/bin/env python3
"""An agent in the running kernel, measured by `rulec bench --live`: detection latency, memory, start.

    live.py latency|memory [--build DIR] [--rules PATH] [--seconds N] [--rounds N]

latency  from the end of a system call to the alert in a pipe, idle and while a loop on another processor opens
         and closes files
memory   resident set (RSS), and what of it is the agent's own (PSS); time from start to the first detection: from
         before the agent is run until its first alert on a file that is opened every two milliseconds can be read

The agent keeps no alert back until a container is known (--container-wait 0): where the maker of the deed is in a
cgroup that looks like a container, the wait would be measured and not the agent.

Rounds are runs of an agent each. Load of the machine counts: measure when it does nothing else.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys

import replay

HERE = os.path.dirname(os.path.realpath(__file__))
ROOT = os.path.dirname(HERE)
STABLE = ROOT + "/../shared/falco/rules/falco_rules.yaml"
GOALS = {"latency": {"idle": 200, "load": 2000}, "memory": {"resident_bytes": 12e6, "first_detection_ms": 150}}
FIGURES = ("p50", "p90", "p99", "p99_9", "max")


def measure(options):
    done = subprocess.run([options.build + "/bin/rulec", "bench", "-r", options.rules, "--live", str(options.seconds),
                           "--format", "json"], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(done.stderr.strip()[-800:])
    return json.loads(done.stdout)["sets"][0]["live"]


def row(name, values, goal=""):
    print(f"| {name} | {replay.number(statistics.median(values))} | {replay.spread(values)} | {goal} |")


def print_latency(rounds):
    print("\n| Microseconds | median | least .. most | goal |\n| --- | ---: | ---: | ---: |")
    for phase in ("idle", "load"):
        for figure in FIGURES:
            goal = f"at most {GOALS['latency'][phase]}" if figure == "p99" else ""
            row(f"{phase}, {figure.replace('_', '.')}", [one[phase]["microseconds"][figure] for one in rounds], goal)
    lost = sum(one[phase]["lost"] for one in rounds for phase in ("idle", "load"))
    detections = sum(one[phase]["detections"] for one in rounds for phase in ("idle", "load"))
    print(f"\n{detections} detections, {lost} did not come")


def print_memory(rounds):
    goals = GOALS["memory"]
    print("\n| Agent | median | least .. most | goal |\n| --- | ---: | ---: | ---: |")
    row("resident set, MB", [one["resident_bytes"] / 1e6 for one in rounds], f"at most {goals['resident_bytes'] / 1e6:.0f}")
    row("its own share (PSS), MB", [one["pss_bytes"] / 1e6 for one in rounds])
    row("first detection, ms", [one["first_detection_ms"] for one in rounds], f"at most {goals['first_detection_ms']}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("latency", "memory"))
    parser.add_argument("--build", default=ROOT + "/build", help="the release build")
    parser.add_argument("--rules", default=STABLE, help="upstream's stable rules if it is not given")
    parser.add_argument("--seconds", type=int, default=5, help="idle, and as many under load")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    print(replay.machine())
    rounds = [measure(options) for _ in range(options.rounds)]
    (print_latency if options.what == "latency" else print_memory)(rounds)


if __name__ == "__main__":
    main()
