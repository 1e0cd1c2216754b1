#!/usr/bin/env python3
"""What rulec check costs: time per rule as rule files grow, and the three upstream files.

    check.py [--build DIR] [--corpus DIR] [--rounds N] [--sizes N,N,...]

The generated rules are those of make_rules.py. A figure is user and system time of the whole process by
rusage, and its largest resident size; in each round everybody runs once, after one run that warms the file cache.
Printed are median, least and most over the rounds. Growth is the median time per rule of the largest size
over that of the one before, taken within each round: 1.0 is linear. The table is Markdown.
"""

import argparse
import os
import platform
import statistics
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.realpath(__file__))
ROOT = os.path.dirname(HERE)
UPSTREAM = ("falco_rules", "falco-incubating_rules", "falco-sandbox_rules")
MOST_MS, MOST_MB = 50, 20


class Contender:
    def __init__(self, name, rules, command):
        self.name, self.rules, self.command = name, rules, command
        self.ms, self.mb = [], []

    def run(self, note=True):
        """The exit status must be 0; peak.c measures."""
        done = subprocess.run(self.command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
        if done.returncode != 0:
            sys.exit(f"{' '.join(self.command)}: exit status {done.returncode}")
        microseconds, kib = map(int, done.stdout.split())
        if note:
            self.ms.append(microseconds / 1e3)
            self.mb.append(kib / 1024)


def spread(values, digits=1):
    return f"{statistics.median(values):.{digits}f} ({min(values):.{digits}f} to {max(values):.{digits}f})"


def count_rules(paths):
    n = 0
    for path in paths:
        with open(path, encoding="utf-8") as file:
            n += sum(line.startswith("- rule:") for line in file)
    return n


def contenders(options, folder):
    # Without the warnings: what is written to a terminal is not rulec's time.
    check = [os.path.join(options.build, "bin", "peak"), os.path.join(options.build, "bin", "rulec"), "check", "--quiet"]
    generated = []
    for size in map(int, options.sizes.split(",")):
        path = os.path.join(folder, f"{size}.yaml")
        with open(path, "wb") as file:
            subprocess.run([sys.executable, os.path.join(HERE, "make_rules.py"), str(size)], check=True, stdout=file)
        generated.append(Contender(f"{size} generated rules", size, [*check, path]))
    paths = [os.path.join(options.corpus, "..", "falco", "rules", name + ".yaml") for name in UPSTREAM]
    upstream = []
    if all(map(os.path.exists, paths)):
        upstream = [Contender(os.path.basename(path), count_rules([path]), [*check, path]) for path in paths]
        upstream.append(Contender("all three", count_rules(paths), [*check, *paths]))
    else:
        print("the upstream files are not here: generated rules only\n")
    return generated, upstream


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", metavar="DIR", default=os.path.join(ROOT, "build"))
    parser.add_argument("--corpus", metavar="DIR", default=os.path.join(ROOT, "..", "shared", "conformance"))
    parser.add_argument("--rounds", metavar="N", type=int, default=7)
    parser.add_argument("--sizes", metavar="N,N,...", default="100,1000,10000")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="rulec-bench-") as folder:
        generated, upstream = contenders(options, folder)
        for contender in generated + upstream:
            contender.run(note=False)
        for _ in range(options.rounds):
            for contender in generated + upstream:
                contender.run()
    print(f"rulec check, {options.rounds} rounds, {os.cpu_count()} CPUs, {platform.machine()}, Linux {platform.release()}\n")
    print("| rules | CPU ms | us per rule | peak RSS MB |")
    print("|---|---|---|---|")
    for contender in generated + upstream:
        print(f"| {contender.name} | {spread(contender.ms)} | {spread([ms * 1e3 / contender.rules for ms in contender.ms])} "
              f"| {spread(contender.mb)} |")
    print()
    for small, large in zip(generated, generated[1:]):
        growth = [(b / large.rules) / (a / small.rules) for a, b in zip(small.ms, large.ms)]
        print(f"growth from {small.rules} to {large.rules} rules: {spread(growth, 2)} times the time per rule")
    if upstream:
        ms, mb = statistics.median(upstream[-1].ms), max(upstream[-1].mb)
        print(f"the three upstream files: {ms:.1f} ms (under {MOST_MS}: {'yes' if ms < MOST_MS else 'no'}), "
              f"{mb:.1f} MB (under {MOST_MB}: {'yes' if mb < MOST_MB else 'no'})")


if __name__ == "__main__":
    main()
