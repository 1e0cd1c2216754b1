#!/usr/bin/env python3
"""What deciding costs: the agent beside the plain walk over the rules' trees, and growth with the rules.

    engine.py [--build DIR] [--corpus DIR] [--rounds N] [--sizes 10,100,...] [--peer 'COMMAND {}']...
    engine.py --instructions     adds a line to bench/instructions.md instead

busy    1.4 million events, decompressed, read from memory (/dev/shm where there is one), upstream stable
        rules: the agent; the same agent at -O0, nothing shared; the reference evaluator of the tests
        (tests/support/reference_agent.c); the floor, which only walks the file's blocks; any peers
growth  rules by make_rules.py: CPU time per event; time of `rulec build`, size of the agent

Figures are taken as replay.py takes them: user and system time of whole processes, everybody once in each
round, ratios within a round; median, least and most. --instructions counts with callgrind what the agents
of rules/ and of the upstream stable rules execute on the first 50,000 events of busy and on curl_google:
figures that a busy machine does not disturb.
"""

import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile

import replay
from repeat import EVENT_TIME_AT, blocks, read

HERE = os.path.dirname(os.path.realpath(__file__))
ROOT = os.path.dirname(HERE)
GOAL_NS = 60
GOAL_GROWTH = 2
TABLE = HERE + "/instructions.md"
INSTRUCTION_EVENTS = 50000


def build(rulec, rules, agent, *options):
    """Builds an agent; CPU seconds of rulec and the compilers under it, and seconds that passed."""
    before = os.times()
    done = subprocess.run([rulec, "build", "-r", rules, "-o", agent, *options], capture_output=True, text=True,
                          check=False)
    if done.returncode != 0:
        sys.exit(f"rulec build -r {rules} failed:\n{done.stderr[-2000:]}")
    after = os.times()
    return (after.children_user + after.children_system - before.children_user - before.children_system,
            after.elapsed - before.elapsed)


def make_rules(n, path):
    with open(path, "wb") as file:
        subprocess.run([sys.executable, HERE + "/make_rules.py", str(n)], stdout=file, check=True)


def bench_busy(options, tools, capture, events, directory):
    rules = options.corpus + "/../falco/rules/falco_rules.yaml"
    build(tools["rulec"], rules, directory + "/stable")
    build(tools["rulec"], rules, directory + "/plain", "-O", "0")
    contenders = [
        replay.Contender("agent, upstream stable rules", [directory + "/stable", "--capture", capture]),
        replay.Contender("the same at -O0", [directory + "/plain", "--capture", capture]),
        replay.Contender("reference evaluator", [tools["reference_agent"], "-r", rules, "--", "--capture", capture]),
        replay.Contender("floor: the file's blocks walked", [tools["floor"], capture]),
    ] + replay.peers(options, capture)
    replay.compete("busy", contenders, events, options.rounds)
    ns = statistics.median(contenders[0].ns)
    print(f"\ngoal: at most {GOAL_NS} ns an event; here {ns:.0f} ns "
          f"({'reached' if ns <= GOAL_NS else 'not reached'})")


def bench_growth(options, tools, capture, events, directory):
    contenders, facts = [], []
    for n in sorted(options.sizes, key=lambda size: (size != 100, size)):  # 100 is what all are compared with
        make_rules(n, f"{directory}/{n}.yaml")
        seconds, passed = build(tools["rulec"], f"{directory}/{n}.yaml", f"{directory}/rules{n}")
        size = os.path.getsize(f"{directory}/rules{n}")
        facts.append(f"| {n:,} rules | {seconds:.1f} | {1000 * seconds / n:.1f} | {passed:.1f} | {size:,} |")
        contenders.append(replay.Contender(f"{n:,} rules", [f"{directory}/rules{n}", "--capture", capture]))
    replay.compete("growth", contenders, events, options.rounds)
    print("\n| Building | CPU seconds | milliseconds a rule | seconds that passed | bytes of the agent |\n"
          "| --- | ---: | ---: | ---: | ---: |")
    print("\n".join(facts))
    if options.sizes[-1] == 10000 and 100 in options.sizes:
        of_size = {contender.name: contender.ns for contender in contenders}
        ratio = statistics.median(many / few for many, few in zip(of_size["10,000 rules"], of_size["100 rules"]))
        print(f"\ngoal: 10,000 rules at most {GOAL_GROWTH} times 100 rules; here {ratio:.2f} times "
              f"({'reached' if ratio <= GOAL_GROWTH else 'not reached'})")


def count_instructions(agent, capture, directory):
    """Instructions of a whole run, by callgrind."""
    done = subprocess.run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={directory}/callgrind", agent,
                           "--capture", capture], capture_output=True, text=True, check=False)
    found = re.search(r"Collected : (\d+)", done.stderr)
    if done.returncode != 0 or not found:
        sys.exit(f"valgrind on {agent} failed:\n{done.stderr[-800:]}")
    return int(found.group(1))


def first_events(source, target, most):
    """Writes the start of a capture, up to so many events; their number."""
    data, events = read(source), 0
    with open(target, "wb") as file:
        for kind, at, length in blocks(data):
            if kind in EVENT_TIME_AT and events == most:
                break
            events += kind in EVENT_TIME_AT
            file.write(data[at:at + length])
    return events


def add_instructions(options, tools, directory):
    commit = subprocess.run(["git", "-C", ROOT, "log", "-1", "--format=%h"], capture_output=True, text=True,
                            check=True).stdout.strip()
    figures = []
    captures = []
    for name in ("busy", "curl_google"):
        path = f"{directory}/{name}.scap"
        captures.append((path, first_events(f"{options.corpus}/captures/{name}.scap", path, INSTRUCTION_EVENTS)))
    for rules in (ROOT + "/rules", options.corpus + "/../falco/rules/falco_rules.yaml"):
        build(tools["rulec"], rules, directory + "/agent")
        figures += [count_instructions(directory + "/agent", path, directory) / events for path, events in captures]
    line = f"| {commit} | " + " | ".join(f"{figure:,.0f}" for figure in figures) + " |"
    with open(TABLE, "a", encoding="utf-8") as file:
        file.write(line + "\n")
    print(line)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", default=ROOT + "/build", help="the release build")
    parser.add_argument("--corpus", default=ROOT + "/../shared/conformance")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--sizes", default="10,100,1000,10000", help="numbers of rules; none: no growth")
    parser.add_argument("--peer", action="append", default=[], metavar="'COMMAND {}'", help="runs on busy, too")
    parser.add_argument("--instructions", action="store_true", help="add a line to bench/instructions.md")
    options = parser.parse_args()
    options.sizes = sorted(int(size) for size in options.sizes.split(",") if size and size != "none")
    tools = {name: os.path.realpath(f"{options.build}/bin/{name}") for name in ("rulec", "floor", "reference_agent")}
    for tool in tools.values():
        if not os.access(tool, os.X_OK):
            sys.exit(f"{tool} is not there; build first")
    if not os.path.exists(options.corpus + "/captures/busy.scap"):
        sys.exit(f"{options.corpus}/captures/busy.scap is not there: it is what is replayed (--corpus DIR)")
    print(replay.machine())
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="rulec-bench-") as directory:
        if options.instructions:
            add_instructions(options, tools, directory)
            return
        with tempfile.NamedTemporaryFile(prefix="rulec-bench-", suffix=".scap", dir=memory) as capture:
            capture.write(read(options.corpus + "/captures/busy.scap"))
            capture.flush()
            events = replay.count_events(tools["floor"], capture.name)
            bench_busy(options, tools, capture.name, events, directory)
            if options.sizes:
                bench_growth(options, tools, capture.name, events, directory)


if __name__ == "__main__":
    main()
