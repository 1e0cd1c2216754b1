#!/usr/bin/env python3
"""Whatever the compiler shares, folds and reorders: the alerts stay the same.

Agents at every level of optimisation print, byte for byte, what an agent prints that walks the syntax
trees (tests/support/reference_agent.c), on every capture of the corpus: for the upstream rule files, and
for random rule sets. At the highest level, where answers about processes and files are kept, an agent that
works everything out afresh on each event prints the same, and finds nothing stale among what is kept.

usage: equality.py [--sets N] [--first SEED] [--rules N] [--batch N] [--rulec PATH]
"""

import argparse
import concurrent.futures
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
sys.path.insert(0, os.path.join(ROOT, "tests", "support"))
import random_rules  # noqa: E402

CORPUS = os.path.join(ROOT, "..", "shared", "conformance")
UPSTREAM = ("falco_rules", "falco-incubating_rules", "falco-sandbox_rules")
LEVELS = ("0", "1", "2")
KEEPING = "2"
SMALL = ("curl_google", "single_ipv6_conn", "test_ipv6_client", "mixed")
LARGE = ("attack",)


def run(command):
    """Status and hash of what the command prints, and the lines if a difference is to be shown."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, "TZ": "UTC"},
                          check=False)
    return done.returncode, done.stdout.splitlines(), done.stderr.decode(errors="replace").strip()


def first_difference(expected, got):
    for index, line in enumerate(expected):
        if index >= len(got) or got[index] != line:
            return f"line {index + 1} is {got[index] if index < len(got) else None!r}, not {line!r}"
    return f"a line too many: {got[len(expected)]!r}"


class Equality:
    def __init__(self, rulec, directory):
        self.rulec = rulec
        self.reference = os.path.join(os.path.dirname(rulec), "reference_agent")
        self.directory = directory
        self.alerts = 0
        self.kept = 0

    def build(self, rules, level, name, options):
        agent = os.path.join(self.directory, f"{name}-O{level}")
        # How the C compiler optimises is not the question, and -O0 is quick.
        done = subprocess.run([self.rulec, "build", "-r", rules, "-O", level, "-o", agent, *options],
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env={**os.environ, "CFLAGS": "-O0"},
                              check=False)
        if done.returncode != 0:
            return None, f"{name}: no agent at -O{level}: {done.stdout.decode(errors='replace')[:400]}"
        return agent, None

    def check_kept(self, agent, args, expected, what, differences):
        status, got, report = run([agent, "--check-kept", *args])
        found = re.search(r"(\d+) kept answers compared with fresh ones, (\d+) of them stale", report)
        if not found:
            differences.append(f"{what}: --check-kept: exit status {status}: {report[:300]}")
            return
        self.kept += int(found.group(1))
        if status != 0 or found.group(2) != "0":
            differences.append(f"{what}: {found.group(0)}")
        if got != expected:
            differences.append(f"{what}, everything afresh: {first_difference(expected, got)}")

    def compare(self, rules, name, captures, options=(), modes=("all",)):
        """The differences, as lines for people."""
        differences, agents = [], {}
        for level in LEVELS:
            agents[level], problem = self.build(rules, level, name, options)
            if problem:
                differences.append(problem)
        for capture in captures:
            for mode in modes:
                args = ["--capture", os.path.join(CORPUS, "captures", capture + ".scap"), "--rule-matching", mode]
                status, expected, error = run([self.reference, "-r", rules, *options, "--", *args])
                if status != 0:
                    differences.append(f"{name}: reference: exit status {status}: {error[:300]}")
                    continue
                self.alerts += len(expected)
                for level in LEVELS:
                    if not agents[level]:
                        continue
                    status, got, error = run([agents[level], *args])
                    if status != 0 or got != expected:
                        why = f"exit status {status}: {error[:300]}" if status else first_difference(expected, got)
                        differences.append(f"{name} on {capture} ({mode}) at -O{level}: {why}")
                if agents[KEEPING]:
                    self.check_kept(agents[KEEPING], args, expected, f"{name} on {capture} ({mode})", differences)
        for agent in agents.values():
            if agent:
                os.unlink(agent)
        return differences


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sets", type=int, default=2, help="how many random rule sets")
    parser.add_argument("--first", type=int, default=1, help="the seed of the first one")
    parser.add_argument("--rules", type=int, default=40, help="rules in each")
    parser.add_argument("--batch", type=int, default=1, help="so many sets are built into one agent: quicker for many")
    parser.add_argument("--rulec", default=os.path.join(ROOT, "build", "bin", "rulec"))
    options = parser.parse_args()
    if not os.path.isdir(CORPUS):
        print(f"the corpus {CORPUS} is not here")
        return 77
    with tempfile.TemporaryDirectory(prefix="rulec-equality-") as directory:
        equality = Equality(os.path.abspath(options.rulec), directory)
        differences = []
        for name in UPSTREAM:
            path = os.path.join(CORPUS, "..", "falco", "rules", name + ".yaml")
            differences += equality.compare(path, name, SMALL + LARGE, modes=("all", "first"))
        fields = random_rules.catalog_fields()
        captures = [os.path.join(CORPUS, "captures", name + ".scap") for name in SMALL]
        random_rules.harvest(fields, equality.rulec, equality.reference, captures, directory)

        last = options.first + options.sets - 1

        def batch(first):
            seeds = range(first, min(first + options.batch - 1, last) + 1)
            path = os.path.join(directory, f"sets{first}.yaml")
            with open(path, "w", encoding="utf-8") as whole:
                for seed in seeds:
                    part = os.path.join(directory, f"set{seed}.yaml")
                    random_rules.rule_set(fields, seed, equality.rulec, part, options.rules, f"s{seed}")
                    with open(part, encoding="utf-8") as file:
                        whole.write(file.read())
            name = f"set {first}" if len(seeds) == 1 else f"sets {first} to {seeds[-1]}"
            return equality.compare(path, name, SMALL, options=("--no-suggested-output",))

        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            for found in pool.map(batch, range(options.first, last + 1, options.batch)):
                differences += found
        for line in differences:
            print(line)
        print(f"{len(UPSTREAM)} upstream rule files, {options.sets} random rule sets, {equality.alerts} alerts, "
              f"{equality.kept} kept answers compared, {len(differences)} differences")
        return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
