#!/usr/bin/env python3
"""CPU time per event of replaying a capture: the agent, beside a floor and beside other readers.

    replay.py [--build DIR] [--corpus DIR] [--rounds N] [--peer 'COMMAND {}']... [--repeat N]

Two captures, each as a plain file:
  busy         1.4 million events of today's form, and the upstream stable rules
  curl_google  a capture of 2018, made large by repeating its events; beside Debian's sysdig with a
               filter that matches nothing, and an agent with one rule of that condition

The floor (floor.c) only walks the file's blocks. A peer is any command; {} stands for the capture's
path. Its output goes to /dev/null, and its exit status must be 0.

A figure is user and system time of the whole process, by rusage, over the number of event blocks,
so start and end are in it. In each round everybody runs once, one after the other; printed are
median, least and most over the rounds. Ratios are taken within a round. The table is Markdown.
"""

import argparse
import os
import platform
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile

from repeat import read, repeat

HERE = os.path.dirname(os.path.realpath(__file__))
ROOT = os.path.dirname(HERE)
FALCO_US = (0.57, 0.77)  # CPU an event of busy; measured where the corpus was made
TIMES_LESS = 10
NOTHING = "proc.name = no-program-has-this-name"


def cpu_seconds(command):
    """User and system time of a command."""
    with open(os.devnull, "wb") as null, tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=null, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            errors.seek(0)
            text = errors.read().decode(errors="replace").strip()[-400:]
            sys.exit(f"{shlex.join(command)}: exit status {process.returncode}\n{text}")
    return usage.ru_utime + usage.ru_stime


class Contender:
    def __init__(self, name, command):
        self.name, self.command, self.ns = name, command, []

    def run(self, events):
        self.ns.append(cpu_seconds(self.command) / events * 1e9)


def number(value):
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def spread(values):
    return f"{number(min(values))} .. {number(max(values))}"


def compete(title, contenders, events, rounds):
    """Runs everybody `rounds` times, and prints the table. The first is what all are compared with."""
    for contender in contenders:  # once unmeasured: file and programs in memory
        cpu_seconds(contender.command)
    for _ in range(rounds):
        for contender in contenders:
            contender.run(events)
    print(f"\n{title}: {events} events, {rounds} rounds\n")
    rows = [("CPU time", "ns an event", "least .. most", "times the agent's", "least .. most")]
    for contender in contenders:
        ratios = [ns / first for ns, first in zip(contender.ns, contenders[0].ns)]
        rows.append((contender.name, number(statistics.median(contender.ns)), spread(contender.ns),
                     number(statistics.median(ratios)), spread(ratios)))
    widths = [max(len(row[column]) for row in rows) for column in range(5)]
    rows.insert(1, tuple("-" * width for width in widths))
    for index, row in enumerate(rows):
        first, *others = (cell.ljust(width) if column == 0 else cell.rjust(width)
                          for column, (cell, width) in enumerate(zip(row, widths)))
        if index == 1:  # figures stand on the right
            others = [cell[:-1] + ":" for cell in others]
        print("| " + " | ".join([first, *others]) + " |")


def build_agent(rulec, rules, agent):
    done = subprocess.run([rulec, "build", "-r", rules, "-o", agent], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"rulec build -r {rules} failed:\n{done.stderr[-2000:]}")
    return agent


def count_events(floor, path):
    return int(subprocess.run([floor, path], check=True, capture_output=True).stdout)


def machine():
    with open("/proc/cpuinfo", encoding="ascii", errors="replace") as file:
        models = [line.split(":", 1)[1].strip() for line in file if line.startswith("model name")]
    return (f"{models[0] if models else platform.machine()}, {os.cpu_count()} CPUs, Linux {platform.release()}, "
            f"load {os.getloadavg()[0]:.1f}")


def peers(options, path):
    return [Contender("`" + peer.replace("{}", "FILE") + "`", [word.replace("{}", path) for word in shlex.split(peer)])
            for peer in options.peer]


def bench_busy(options, rulec, floor, dir):
    path = dir + "/busy.scap"
    with open(path, "wb") as file:
        file.write(read(options.corpus + "/captures/busy.scap"))
    rules = options.corpus + "/../falco/rules/falco_rules.yaml"
    agent = build_agent(rulec, rules, dir + "/stable-agent")
    contenders = [Contender("agent, upstream stable rules", [agent, "--capture", path]),
                  Contender("floor: the file's blocks walked", [floor, path])] + peers(options, path)
    compete("busy", contenders, count_events(floor, path), options.rounds)
    ns = statistics.median(contenders[0].ns)
    low, high = (us * 1000 / TIMES_LESS for us in FALCO_US)
    print(f"\ngoal: {low:.0f} .. {high:.0f} ns an event, {TIMES_LESS} times less than Falco's {FALCO_US[0]} .. "
          f"{FALCO_US[1]} microseconds where the corpus was made; here {ns:.0f} ns, "
          f"{FALCO_US[0] * 1000 / ns:.1f} .. {FALCO_US[1] * 1000 / ns:.1f} times less "
          f"({'reached' if ns <= low else 'within the range' if ns <= high else 'not reached'})")


def bench_old(options, rulec, floor, dir):
    path = dir + "/curl_google.scap"
    events = repeat(options.corpus + "/captures/curl_google.scap", path, options.repeat)
    if events != count_events(floor, path):
        sys.exit("the large capture does not hold what was written")
    rules = dir + "/nothing.yaml"
    with open(rules, "w", encoding="utf-8") as file:
        file.write(f"- rule: nothing\n  desc: matches nothing\n  condition: {NOTHING}\n  output: x\n  priority: DEBUG\n")
    nothing = build_agent(rulec, rules, dir + "/nothing-agent")
    contenders = [Contender("agent, one rule that matches nothing", [nothing, "--capture", path]),
                  Contender("agent, upstream stable rules", [dir + "/stable-agent", "--capture", path]),
                  Contender("floor: the file's blocks walked", [floor, path])]
    sysdig = shutil.which("sysdig")
    if sysdig:
        version = subprocess.run([sysdig, "--version"], capture_output=True, text=True).stdout.split()[-1:]
        contenders.append(Contender(" ".join(["sysdig", *version, "-r, a filter that matches nothing"]),
                                    [sysdig, "-r", path, NOTHING.replace(" ", "")]))
    else:
        print("\nsysdig is not installed; its row is left out")
    compete(f"curl_google x {options.repeat}", contenders, events, options.rounds)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", default=ROOT + "/build", help="the release build")
    parser.add_argument("--corpus", default=ROOT + "/../shared/conformance")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--repeat", type=int, default=1000, help="how often curl_google's events stand")
    parser.add_argument("--peer", action="append", default=[], metavar="'COMMAND {}'", help="runs on busy, too")
    options = parser.parse_args()
    if options.rounds < 1 or options.repeat < 1:
        parser.error("--rounds and --repeat are at least 1")
    rulec, floor = (os.path.realpath(f"{options.build}/bin/{name}") for name in ("rulec", "floor"))
    if not os.access(rulec, os.X_OK) or not os.access(floor, os.X_OK):
        sys.exit(f"{rulec} and {floor} are not both there; build first")
    if not os.path.exists(options.corpus + "/captures/busy.scap"):
        sys.exit(f"{options.corpus}/captures/busy.scap is not there: it is what is replayed (--corpus DIR)")
    print(machine())
    with tempfile.TemporaryDirectory(prefix="rulec-bench-") as dir:
        bench_busy(options, rulec, floor, dir)
        bench_old(options, rulec, floor, dir)


if __name__ == "__main__":
    main()
