#!/usr/bin/env python3
"""Scenes against the agent: every rule of rules/ has a scene that shows it fire and a near miss that does not.

    tests/rules/run.py [--rulec build/bin/rulec] [--scene build/bin/scene] [--rules rules] [SCENE...]

The agent is built once. Each part of a scene becomes a capture (tests/support/scene.h tells the format), the agent
replays it with all matching rules, and its alerts must be those that stand below the events: no more, no fewer.
"""
import argparse
import json
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def read_expectations(text):
    """What `scene` prints, as the rule's name and a list of parts."""
    rule, parts = None, []
    for line in text.splitlines():
        kind, *columns = line.split("\t")
        if kind == "rule":
            rule = columns[0]
        elif kind == "part":
            parts.append({"number": columns[0], "near_miss": columns[1] == "near miss", "line": columns[2],
                          "title": columns[3], "lines": {}, "alerts": {}})
        elif kind == "event":
            parts[-1]["lines"][int(columns[0])] = columns[1]
        elif kind == "alert":
            fields = parts[-1]["alerts"].setdefault((int(columns[0]), columns[2]), [])
        elif kind == "field":
            fields.append(columns)
    return rule, parts


def value_text(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    return "<NA>" if value is None else str(value)


def replay(agent, capture):
    """The alerts on a capture: (event number, rule) -> output fields."""
    done = subprocess.run([agent, "--capture", capture, "--json", "--rule-matching", "all", "--output-field", "evt.num"],
                          capture_output=True, text=True, timeout=60)
    if done.returncode != 0:
        raise RuntimeError(f"the agent ended with {done.returncode}: {done.stderr.strip()}")
    alerts = {}
    for line in done.stdout.splitlines():
        alert = json.loads(line)
        alerts[(alert["output_fields"]["evt.num"], alert["rule"])] = alert["output_fields"]
    return alerts


def check_part(path, rule, part, alerts):
    """Faults of a part, as lines for people."""
    faults = []
    for (number, name), fields in part["alerts"].items():
        where = f"{path}:{part['lines'][number]}"
        got = alerts.get((number, name))
        if got is None:
            faults.append(f"{where}: `{name}` did not fire")
            continue
        for field, text in fields:
            if field not in got:
                faults.append(f"{where}: `{name}` has no field {field} in its output")
            elif value_text(got[field]) != text:
                faults.append(f"{where}: {field} is `{value_text(got[field])}`, not `{text}`")
    for (number, name), fields in alerts.items():
        if (number, name) not in part["alerts"]:
            faults.append(f"{path}:{part['lines'].get(number, '?')}: `{name}` fired, and is not expected: "
                          + " ".join(f"{k}={value_text(v)}" for k, v in list(fields.items())[:6]))
    fires = any(name == rule for _, name in part["alerts"])
    if part["near_miss"] and fires:
        faults.append(f"{path}:{part['line']}: a near miss in which `{rule}` fires")
    if not part["near_miss"] and not fires:
        faults.append(f"{path}:{part['line']}: `{rule}` fires nowhere in this part")
    return faults


def check_scene(path, arguments, agent, folder):
    """The scene's rule, its numbers of firing and near-miss parts, and its faults."""
    shown = os.path.relpath(path)
    done = subprocess.run([arguments.scene, path, folder], capture_output=True, text=True, timeout=60)
    if done.returncode != 0:
        return None, 0, 0, [done.stderr.strip() or f"{shown}: scene ended with {done.returncode}"]
    rule, parts = read_expectations(done.stdout)
    faults = []
    for part in parts:
        try:
            alerts = replay(agent, os.path.join(folder, part["number"] + ".scap"))
        except (RuntimeError, ValueError, KeyError, subprocess.TimeoutExpired) as problem:
            faults.append(f"{shown}:{part['line']}: {problem}")
            continue
        faults += check_part(shown, rule, part, alerts)
    near = sum(part["near_miss"] for part in parts)
    return rule, len(parts) - near, near, faults


def rules_of(folder):
    names = []
    for file in sorted(os.listdir(folder)):
        if file.endswith(".yaml"):
            with open(os.path.join(folder, file), encoding="utf-8") as text:
                names += [(name.strip(), file) for name in re.findall(r"^- rule: (.*)$", text.read(), re.M)]
    return names


def find_scenes(folder):
    return sorted(os.path.join(where, name) for where, _, names in os.walk(folder) for name in names
                  if name.endswith(".scene"))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rulec", default=os.path.join(ROOT, "build/bin/rulec"))
    parser.add_argument("--scene", default=None)
    parser.add_argument("--rules", default=os.path.join(ROOT, "rules"))
    parser.add_argument("scenes", nargs="*")
    arguments = parser.parse_args()
    arguments.scene = arguments.scene or os.path.join(os.path.dirname(os.path.abspath(arguments.rulec)), "scene")
    scenes = arguments.scenes or find_scenes(os.path.join(ROOT, "tests/rules"))
    shown, parts, faults = {}, 0, []
    with tempfile.TemporaryDirectory() as folder:
        agent = os.path.join(folder, "agent")
        subprocess.run([arguments.rulec, "build", "-r", arguments.rules, "-o", agent], check=True)
        for path in scenes:
            rule, firing, near, found = check_scene(path, arguments, agent, folder)
            parts += firing + near
            faults += found
            if rule:
                counts = shown.setdefault(rule, [0, 0])
                counts[0] += firing
                counts[1] += near
    rules = rules_of(arguments.rules)
    if not arguments.scenes:
        for name, file in rules:
            firing, near = shown.get(name, (0, 0))
            if not firing or not near:
                faults.append(f"{file}: `{name}` has {firing} parts in which it fires and {near} near misses")
        faults += [f"a scene of `{name}`, which is no rule" for name in shown if name not in dict(rules)]
    print("\n".join(faults), end="\n" if faults else "")
    print(f"{len(scenes)} scenes, {parts} parts, {len(rules)} rules, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
