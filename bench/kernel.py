#!/usr/bin/env python3
"""What capturing costs the machine: processor time of loops of one system call with no agent, with an empty program on
the hook (the floor), and with the agent, filter off and on; what the agent itself takes meanwhile; then what the filter
drops of a mixed load, by system call.

A loop runs on one CPU in many short pieces, the kinds taking turns in each round. A round's figure is the least of its
pieces, the one that other work on the machine disturbed least; ratios are of figures of the same round. Printed are medians
and the least and most of all rounds. A piece that ran beside somebody else's programs on the hooks does not count.

    kernel.py --build BUILD [-r RULES...] [--rounds N] [--only loops|share] [--loop NAME...]

The share that is dropped is one of call events: of what returned from the system calls that the agent has looked at, those
that a rule or what the agent keeps of the machine needs. Calls that neither needs (read, say, with most rules) do not count at
all; nor do events of processes, which are always sent: a program that began, the child's side of a fork, the end of a thread.
An exec that failed counts as a call. Failures of calls that only what is kept needs do not count. Whatever else the machine
does meanwhile counts too, so that the figures are those of a quiet one.
"""

import argparse
import os
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), ".."))
# Turns of a piece, of some milliseconds; pieces of a round.
LOOPS = {"getppid": (5000, 60), "read": (5000, 60), "open": (1500, 100), "vfork+exec": (10, 40)}
# What each loop is held against: programs on the hook, or nothing at all.
BASES = {"getppid": "floor", "read": "floor", "open": "floor", "vfork+exec": "none"}
KINDS = ("none", "floor", "off", "on")
LOAD = """cp -r /usr/include/linux {dir}/copy; tar cf {dir}/x.tar -C {dir} copy; find /usr/share/doc; rm -r {dir}/copy
for i in 1 2 3 4; do echo 'int main(void) {{ return 0; }}' | cc -x c - -o {dir}/a; {dir}/a; ls | sort | head; done
python3 -m http.server --bind 127.0.0.1 --directory /usr/include 8765 & sleep 1
for i in $(seq 20); do python3 -c "import urllib.request as u; u.urlopen('http://127.0.0.1:8765/stdio.h').read()"; done; kill $!"""


class Agent:
    def __init__(self, program, *options):
        self.messages = tempfile.TemporaryFile("w+")
        self.process = subprocess.Popen([program, "--stats", *options], stdout=subprocess.DEVNULL, stderr=self.messages)
        while "watching the kernel" not in self.text():
            if self.process.poll() is not None:
                sys.exit(self.text())
            time.sleep(0.05)

    def text(self):
        self.messages.seek(0)
        return self.messages.read()

    def spent(self):
        """Nanoseconds of processor time so far."""
        total = 0
        for thread in os.listdir(f"/proc/{self.process.pid}/task"):
            with open(f"/proc/{self.process.pid}/task/{thread}/schedstat") as times:
                total += int(times.read().split()[0])
        return total

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        self.process.wait()
        return self.text()


class Floor:
    def __init__(self, dir):
        self.process = subprocess.Popen([dir + "/attach", dir + "/empty.o"], stdout=subprocess.PIPE)
        if self.process.stdout.readline() != b"attached\n":
            sys.exit("the kernel refused the empty program")

    def spent(self):
        return 0

    def stop(self):
        self.process.kill()
        self.process.wait()


def build_floor(dir):
    subprocess.run(["cc", "-O2", ROOT + "/bench/attach.c", "-o", dir + "/attach", "-lbpf"], check=True)
    subprocess.run(["clang", "-O2", "-g", "-target", "bpf", "-I/usr/include/x86_64-linux-gnu", "-c",
                    ROOT + "/bench/empty.bpf.c", "-o", dir + "/empty.o"], check=True)


def own_links(agent):
    """How many programs the agent has on hooks."""
    if not agent:
        return 0
    descriptors = f"/proc/{agent.process.pid}/fd"
    return sum(os.readlink(f"{descriptors}/{fd}") == "anon_inode:bpf_link" for fd in os.listdir(descriptors))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", default=ROOT + "/build")
    parser.add_argument("-r", "--rules", nargs="+", default=[ROOT + "/rules"])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", choices=("loops", "share"))
    parser.add_argument("--loop", nargs="+", choices=LOOPS, default=list(LOOPS))
    options = parser.parse_args()
    if os.geteuid() != 0:
        sys.exit("watching the kernel needs root")
    dir = tempfile.mkdtemp(prefix="rulec-bench-")
    try:
        run(options, dir)
    finally:
        shutil.rmtree(dir)


def measure_loops(options, dir, agent):
    """By loop: the least and the median time of a turn, and the agent's time for each."""
    cpu, figures = max(os.sched_getaffinity(0)), {}
    for loop in options.loop:
        turns, pieces = LOOPS[loop]
        before = agent.spent() if agent else 0
        began = time.monotonic_ns()
        done = subprocess.run([dir + "/loops", str(cpu), loop, str(turns), str(pieces), str(own_links(agent))], stdout=subprocess.PIPE, check=True)
        took = time.monotonic_ns() - began
        times = [float(line) for line in done.stdout.split()]
        if not times:
            sys.exit(f"{loop}: somebody else's programs were on the hooks all the time")
        own = agent.spent() - before if agent else 0
        figures[loop] = {"least": min(times), "median": statistics.median(times), "agent": own / (turns * pieces), "core": own / took}
    return figures


def spread(values, form):
    return f"{statistics.median(values):{form}} ({min(values):{form}} to {max(values):{form}})"


def run(options, dir):
    subprocess.run(["cc", "-O2", ROOT + "/bench/loops.c", "-o", dir + "/loops"], check=True)
    build_floor(dir)
    subprocess.run([options.build + "/bin/rulec", "build", "-r", *options.rules, "-o", dir + "/agent"], check=True)
    if options.only != "share":
        loops(options, dir)
    if options.only != "loops":
        shares(options, dir)


def loops(options, dir):
    """What the loops cost, the kinds taking turns in each round."""
    starts = {"none": lambda: None, "floor": lambda: Floor(dir), "off": lambda: Agent(dir + "/agent", "--filter=off"),
              "on": lambda: Agent(dir + "/agent", "--filter=on")}
    rounds = []
    for _ in range(options.rounds):
        rounds.append({})
        for kind in KINDS:
            agent = starts[kind]()
            try:
                rounds[-1][kind] = measure_loops(options, dir, agent)
            finally:
                if agent:
                    agent.stop()
    print(f"{'':11}{'':6} {'ns a turn, least of a round':>30} {'of the median piece':>20} {'held against':>30} {'agent: ns a turn':>18} {'% of a core':>12}")
    for loop in options.loop:
        base = BASES[loop]
        for kind in KINDS:
            of = [each[kind][loop] for each in rounds]
            ratios = [each[kind][loop]["least"] / each[base][loop]["least"] for each in rounds]
            print(f"{loop:11}{kind:6} {spread([one['least'] for one in of], '.0f'):>30} "
                  f"{statistics.median(one['median'] for one in of):>20.0f} {base + ': ' + spread(ratios, '.2f'):>30}"
                  + (f" {statistics.median(one['agent'] for one in of):>18.0f} {100 * statistics.median(one['core'] for one in of):>12.1f}"
                     if kind in ("off", "on") else ""))


def shares(options, dir):
    """What is dropped of the mixed load, in each round under an agent of its own."""
    counts, whole = {}, []
    for _ in range(options.rounds):
        agent = Agent(dir + "/agent", "--filter", "on")
        subprocess.run(["sh", "-c", LOAD.format(dir=dir)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        for line in agent.stop().splitlines():
            if match := re.match(r"stats: (\d+) of (\d+) events of (\S+) dropped", line):
                dropped, seen = int(match[1]), int(match[2])
                if match[3] == "calls":
                    whole.append(100 * dropped / seen)
                before = counts.get(match[3], (0, 0))
                counts[match[3]] = (before[0] + dropped, before[1] + seen)
            elif line.startswith("loss") or "nothing lost" in line:
                print(line)
    for name, (dropped, seen) in sorted(counts.items(), key=lambda item: item[1][0] - item[1][1]):
        print(f"{name:18} {seen - dropped:>8} of {seen:>8} sent, {100 * dropped / seen:5.1f} % dropped")
    print(f"of call events {statistics.median(whole):.1f} % dropped ({min(whole):.1f} to {max(whole):.1f}, {len(whole)} rounds)")


if __name__ == "__main__":
    main()
