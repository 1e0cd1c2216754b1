#!/usr/bin/env python3
"""The filter is sound on the running kernel: with --filter=shadow, which marks what would be dropped and sends it all the
same, no rule fires on a marked event.

  scenes     The scenes of rules/ are replayed in shadow; the compiled filter judges each of their events.
  rules      The attack script of live.py is performed for real under agents of rules/, of what was found before and, if
             there are more than a few sets, of Falco's own rules.
  sets       The attack script and random operations, under agents of random rule sets, made as filter.py makes them.
             Agents are built without optimisation, and several watch the same work.

    filter_shadow.py [--sets N] [--first N] [--together N] [--marks] [--seed N] [--rulec PATH]

Each of the sets has a second agent that filters for real. Where files lie in the folder of the random operations, both have
to give the same alerts: that shows what marks cannot, that the agent lacks something that it was not told. Sets of the
catalogue may name fields that change from one look to the next (times, sizes, counts of events); their differences are
shown, but are no failures. With --marks there are no second agents.

Exit status: 0 passed, 1 failed, 77 the kernel refuses BPF programs.
"""

import argparse
import concurrent.futures
import glob
import os
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))
import filter as tests  # noqa: E402
import live  # noqa: E402

ROOT = tests.ROOT
FEW = 4  # sets: a test, which is to be quick


# Conditions that once did not hold, or held on marked events.
FOUND = """
evt.type in (open, openat) and fd.typechar != f and evt.is_open_create = true
evt.type in (open, openat) and fd.typechar = d and evt.is_open_exec = true
""".strip().splitlines()


class Tally:
    def __init__(self):
        self.sets = self.events = self.marked = self.fired = self.compared = 0
        self.wrong, self.odd = [], []
        self.shown = {"differs": 0, "FAIL ": 0}

    def add(self, what, verdict, rules):
        """Of an agent in shadow: (marked, events, rules that fired on marked ones)."""
        if verdict is None:
            self.wrong.append(f"{what}: no verdict")
            return
        self.marked += verdict[0]
        self.events += verdict[1]
        self.fired += verdict[2]
        if verdict[2]:
            self.wrong.append(f"{what}: rules fired on {verdict[2]} of {verdict[0]} marked events\n{rules}")

    def show(self):
        """What there is to be said since the last time."""
        for word, lines in (("differs", self.odd), ("FAIL ", self.wrong)):
            for line in lines[self.shown[word]:]:
                print(word, line)
            self.shown[word] = len(lines)
        print(self.line(), flush=True)

    def line(self):
        return (f"{self.sets} rule sets, {self.events} events, {self.marked} marked, {self.fired} fired on marked, "
                f"{self.compared} alerts as with the filter on")


# --- what is done ---


def attack(dir):
    """Performs the behaviours of live.py. Those that the machine does not allow are left out by themselves."""
    os.makedirs(dir)
    os.chmod(dir, 0o755)
    running = []
    for name in live.EXPECTED:
        own = f"{dir}/{name}"
        os.mkdir(own)
        os.chmod(own, 0o755)
        running.append(subprocess.Popen([live.PYTHON, "-I", "-B", live.SELF, "--act", name, own], stdin=subprocess.DEVNULL,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
        if len(running) > 1:
            running.pop(0).wait(60)
    for each in running:
        each.wait(60)
    for path in glob.glob(dir + "/*/shm"):
        with open(path) as file:
            shutil.rmtree(file.read(), ignore_errors=True)
    return len(live.EXPECTED)


def random_work(dir, seed):
    os.makedirs(dir)
    subprocess.run([sys.executable, "-I", ROOT + "/tests/support/random_work.py", dir, str(seed)], check=True,
                   stderr=subprocess.DEVNULL)


# --- scenes ---


def scenes(dir, agent, tally):
    """Every part of every scene, as a capture."""
    parts = 0
    for path in sorted(glob.glob(ROOT + "/tests/rules/*/*.scene")):
        folder = tempfile.mkdtemp(dir=dir)
        subprocess.run([os.path.dirname(tests.RULEC) + "/scene", path, folder], stdout=subprocess.DEVNULL, check=True)
        for capture in sorted(glob.glob(folder + "/*.scap")):
            tally.add(f"{os.path.basename(path)}, {os.path.basename(capture)}", tests.shadow(agent, capture), "rules/")
            parts += 1
    tally.sets += 1
    return parts


# --- agents ---


class Watched:
    """A rule set under watch: an agent in shadow and, for generated ones, one that filters."""

    def __init__(self, what, dir, agent, rules, strict):
        self.what, self.rules, self.strict = what, rules, strict
        os.mkdir(dir)
        self.shadow = tests.Live(agent, dir, "shadow")
        self.on = tests.Live(agent, dir, "on") if strict is not None else None

    def agents(self):
        return [each for each in (self.shadow, self.on) if each]

    def refused(self):
        return next((each.messages() for each in self.agents() if each.refused()), None)

    def judge(self, tally, name):
        for each in self.agents():
            status = each.stop()
            if status != 0:
                tally.wrong.append(f"{self.what}: the agent ended with {status}: {each.messages()}\n{self.rules}")
        tally.add(self.what, tests.judged(self.shadow.messages()), self.rules)
        tally.sets += 1
        if not self.on or any("nothing lost" not in each.messages() for each in self.agents()):
            return
        marked, on = self.shadow.alerts(name), self.on.alerts(name)
        tally.compared += len(on)
        if marked != on:
            missing, more = ([one for one in a if one not in b][:3] for a, b in ((marked, on), (on, marked)))
            text = f"{self.what}: {len(marked)} alerts in shadow, {len(on)} with the filter: missing {missing}, more {more}\n{self.rules}"
            (tally.wrong if self.strict else tally.odd).append(text)


def watch(sets, dir, seed, tally):
    """Runs the work once under some agents. The reason, if the kernel refuses."""
    watched = []
    try:
        for number, each in enumerate(sets):
            watched.append(Watched(each[0], f"{dir}/watch-{number}", *each[1:]))
        refused = next((each.refused() for each in watched if each.refused()), None)
        if refused:
            return refused
        attack(dir + "/attack")
        random_work(f"{dir}/work-{seed}-of-filter-shadow", seed)
        time.sleep(0.1)
        for each in watched:
            each.judge(tally, f"work-{seed}-of-filter-shadow")
    finally:
        for each in watched:
            for agent in each.agents():
                if agent.process.poll() is None:
                    agent.process.kill()
                    agent.process.wait()
    return None


def generated(numbers, dir, options, makers):
    """Builds the sets of these numbers, two at a time: even ones of filter.py's own, odd ones of the catalogue."""
    work = []
    for number in numbers:
        path = makers.write(number // 2, number % 2 == 1)
        rules = f"{dir}/rules-{number}.yaml"
        os.rename(path, rules)
        work.append((number, rules))
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        agents = list(pool.map(lambda one: tests.build(dir, one[1], options.rulec, f"agent-{one[0]}"), work))
    found = []
    for (number, rules), agent in zip(work, agents):
        with open(rules) as file:
            found.append((f"set {number}", agent, file.read(), None if options.marks else number % 2 == 0))
    return found


def found_rules(dir):
    with open(dir + "/found.yaml", "w") as file:
        for number, condition in enumerate(FOUND):
            file.write(f"- rule: Found {number}\n  desc: found\n  condition: {condition}\n  priority: NOTICE\n"
                       '  output: "event=%evt.type file=%fd.name num=%fd.num"\n')
    return dir + "/found.yaml"


def stock_rules(dir, rules, options):
    """rules/, found, and of a longer run Falco's."""
    sets = [("rules/", rules, "", None),
            ("found", tests.build(dir, found_rules(dir), options.rulec, "agent-found"), "", True)]
    for path in glob.glob(tests.SHARED + "/falco/rules/falco_rules.yaml") if options.sets > FEW else []:
        sets.append(("falco_rules.yaml", tests.build(dir, path, options.rulec, "agent-falco"), "", None))
    return sets


def run(options, dir):
    tally = Tally()
    rules = tests.build(dir, ROOT + "/rules", options.rulec, "agent-rules")
    print(f"{scenes(dir, rules, tally)} parts of scenes")
    tally.show()
    makers = tests.Sets(options, dir)
    end = options.first + options.sets
    for first in range(options.first, end, options.together):
        own = tempfile.mkdtemp(dir=dir)
        sets = generated(range(first, min(first + options.together, end)), own, options, makers)
        if first == options.first:
            sets += stock_rules(own, rules, options)
        refused = watch(sets, own, options.seed * 1000 + first, tally)
        shutil.rmtree(own)
        if refused:
            print(refused.strip().splitlines()[-1])
            return 77
        tally.show()
    print(f"{tally.line()}, {len(tally.odd)} sets of the catalogue differ, {len(tally.wrong)} wrong; in {tally.sets} cases")
    return 1 if tally.wrong or not tally.marked else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sets", type=int, default=1)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--together", type=int, default=6)
    parser.add_argument("--marks", action="store_true")
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--rulec", default=tests.RULEC)
    options = parser.parse_args()
    if os.geteuid() != 0:
        print("watching the kernel needs root")
        sys.exit(77)
    with tempfile.TemporaryDirectory(prefix="rulec-shadow-", ignore_cleanup_errors=True) as dir:
        os.chmod(dir, 0o755)
        sys.exit(run(options, os.path.realpath(dir)))


if __name__ == "__main__":
    main()
