#!/usr/bin/env python3
"""Rules for which the kernel's filter has no room: rulec says so, the agent loads, says so too, watches, and alerts on each
file, those that there was no room for among them.

  tests   more tests of paths than the filter has atoms
  states  more paths than the table of its walk has states
  steps   questions of more steps than it has nodes

`bench/make_rules.py 10000` makes rules that run into the first two; they take a minute to build, and are not tried here.
"""
import json
import os
import signal
import subprocess
import sys
import tempfile
import time

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "../.."))
RULEC = ROOT + "/build/bin/rulec"
OPENS = "evt.type in (open, openat, openat2)"
checks = 0


def check(holds, what):
    global checks
    checks += 1
    if not holds:
        sys.exit(f"FAILED: {what}")


def rule(number, condition):
    return (f"- rule: Rule {number}\n  desc: made up\n  condition: {OPENS} and {condition}\n"
            f"  output: file=%fd.name\n  priority: NOTICE\n")


def tests(top):
    """A test of a path in each rule."""
    return [(f"fd.name startswith {top}/{i}-", f"{top}/{i}-x") for i in range(400)]


def states(top):
    """Many paths in each rule that have little in common."""
    return [(f"fd.name in ({', '.join(f'{top}/{i * 7919 % 100}{k}/{k * 31 % 97}/{i}/a-long-name-of-a-file' for k in range(40))})",
             f"{top}/{i * 7919 % 100}0/0/{i}/a-long-name-of-a-file") for i in range(40)]


def steps(top):
    """For each of some paths one of many ends."""
    ends = " or ".join(f"fd.nameraw endswith x{k}" for k in range(100))
    return [(f"fd.name startswith {top}/{i}- and ({ends})", f"{top}/{i}-x{i}") for i in range(100)]


def watch(agent, files):
    """What the agent says and alerts on while the files are opened."""
    with open(agent + ".out", "w+", encoding="utf-8") as out, open(agent + ".err", "w+", encoding="utf-8") as err:
        process = subprocess.Popen([agent, "--json", "--rule-matching", "all", "-o", "hardening.tamper=false"],
                                   stdout=out, stderr=err)
        try:
            for _ in range(600):
                if "watching the kernel" in open(agent + ".err", encoding="utf-8").read() or process.poll() is not None:
                    break
                time.sleep(0.02)
            check(process.poll() is None, f"{agent} does not load: {open(agent + '.err', encoding='utf-8').read()}")
            for path in files:
                os.makedirs(os.path.dirname(path), exist_ok=True)
                open(path, "wb").close()
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(60)
        out.seek(0)
        err.seek(0)
        return err.read(), [json.loads(line) for line in out]


def try_rules(directory, name, make, build_note, run_note):
    top = f"{directory}/{name}-files"
    made = make(top)
    agent = f"{directory}/{name}"
    with open(f"{agent}.yaml", "w", encoding="utf-8") as file:
        file.writelines(rule(i, condition) for i, (condition, _) in enumerate(made))
    done = subprocess.run([RULEC, "build", "-r", f"{agent}.yaml", "-o", agent], capture_output=True, text=True,
                          check=False, env=os.environ | {"CFLAGS": "-O0"})
    check(done.returncode == 0, f"rulec build failed: {done.stderr}")
    check(build_note in done.stderr, f"rulec does not say {build_note!r}: {done.stderr}")
    if os.geteuid() != 0:
        return
    messages, alerts = watch(agent, [path for _, path in made])
    check(run_note in messages, f"the agent does not say {run_note!r}: {messages}")
    check("nothing lost" in messages, messages)
    ours = sorted((alert["rule"], alert["output_fields"]["fd.name"]) for alert in alerts
                  if alert["output_fields"].get("fd.name", "").startswith(top))
    expected = sorted((f"Rule {i}", path) for i, (_, path) in enumerate(made))
    check(ours == expected, f"{name}: {len(ours)} alerts of {len(expected)}: {sorted(set(expected) - set(ours))[:3]}")
    print(f"{name}: {len(made)} rules, {len(ours)} alerts: {run_note}")


def main():
    with tempfile.TemporaryDirectory(prefix="rulec-large-") as directory:
        directory = os.path.realpath(directory)
        try_rules(directory, "tests", tests, "room for 255 tests of paths", "had no room for")
        try_rules(directory, "states", states, "", "no event is dropped by its path")
        try_rules(directory, "steps", steps, "steps, and the rules need more", "more steps than")
    if os.geteuid() != 0:
        print("watching the kernel needs root")
        sys.exit(77)
    print(f"{checks} of {checks} checks")


if __name__ == "__main__":
    main()
