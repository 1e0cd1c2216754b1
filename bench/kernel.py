#!/usr/bin/env python3
"""What capturing costs the machine: processor time of loops of one system call with no agent, with an empty program on
the hook (the floor), and with the agent, filter off and on; then what the filter drops of a mixed
load, by system call. Medians and the least and most of all rounds; the kinds take turns in each
round, so that ratios are of one run.

    kernel.py --build BUILD [-r RULES...] [--rounds N] [--only loops|share]

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
LOOPS = {"getppid": 1000000, "read": 1000000, "open": 100000, "vfork+exec": 200}
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

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        self.process.wait()
        return self.text()


class Floor:
    def __init__(self, dir):
        self.process = subprocess.Popen([dir + "/attach", dir + "/empty.o"], stdout=subprocess.PIPE)
        if self.process.stdout.readline() != b"attached\n":
            sys.exit("the kernel refused the empty program")

    def stop(self):
        self.process.kill()
        self.process.wait()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", default=ROOT + "/build")
    parser.add_argument("-r", "--rules", nargs="+", default=[ROOT + "/rules"])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", choices=("loops", "share"))
    options = parser.parse_args()
    if os.geteuid() != 0:
        sys.exit("watching the kernel needs root")
    dir = tempfile.mkdtemp(prefix="rulec-bench-")
    try:
        run(options, dir)
    finally:
        shutil.rmtree(dir)


def run(options, dir):
    subprocess.run(["cc", "-O2", ROOT + "/bench/loops.c", "-o", dir + "/loops"], check=True)
    subprocess.run(["cc", "-O2", ROOT + "/bench/attach.c", "-o", dir + "/attach", "-lbpf"], check=True)
    subprocess.run(["clang", "-O2", "-g", "-target", "bpf", "-I/usr/include/x86_64-linux-gnu", "-c",
                    ROOT + "/bench/empty.bpf.c", "-o", dir + "/empty.o"], check=True)
    subprocess.run([options.build + "/bin/rulec", "build", "-r", *options.rules, "-o", dir + "/agent"], check=True)
    if options.only != "share":
        loops(options, dir)
    if options.only != "loops":
        shares(options, dir)


def loops(options, dir):
    times = {}
    for _ in range(options.rounds):
        for kind in ("no agent", "empty program", "filter off", "filter on"):
            agent = None
            if kind == "empty program":
                agent = Floor(dir)
            elif kind != "no agent":
                agent = Agent(dir + "/agent", "--filter", kind.split()[1])
            for loop, turns in LOOPS.items():
                done = subprocess.run([dir + "/loops", loop, str(turns)], stdout=subprocess.PIPE, check=True)
                times.setdefault((loop, kind), []).append(float(done.stdout))
            if agent:
                agent.stop()
    for (loop, kind), each in sorted(times.items(), key=lambda item: list(LOOPS).index(item[0][0])):
        base = statistics.median(times[loop, "empty program"])
        print(f"{loop:10} {kind:14} {statistics.median(each):9.0f} ns ({min(each):.0f} to {max(each):.0f}), "
              f"{statistics.median(each) / base:.2f} of the floor")


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
