"""Alerts of the upstream rule files: alerts/CAPTURE.RULES.MODE.jsonl.

Each expected alert must come with the same rule, priority, tags, evt.num and output fields, but for the
container facts that the corpus could not know (see its README). The total counts what is expected and
what comes unexpectedly, so that an alert too many lowers the figure as one too few does.
"""

import json
import os

from corpus import Figure

UNKNOWN_FIELDS = ("container.name", "container.image", "container.privileged", "container.mounts", "k8s.")
# The verdict of these rests on such facts. Other rules called "Launch ..." only ask for container.id.
UNKNOWN_RULES = ("Launch Privileged Container", "Launch Excessively Capable Container",
                 "Launch Sensitive Mount Container", "Launch Disallowed Container")


def is_judged(alert):
    return alert["rule"] not in UNKNOWN_RULES


def facts(alert):
    """What is compared: a dictionary of its own."""
    fields = alert.get("output_fields") or {}
    return {"priority": alert["priority"], "tags": alert.get("tags"),
            **{name: value for name, value in fields.items() if not name.startswith(UNKNOWN_FIELDS)}}


def key(alert):
    return (alert["output_fields"]["evt.num"], alert["rule"])


def compare(figure, label, expected, got):
    waiting = {}
    for alert in got:
        waiting.setdefault(key(alert), []).append(alert)
    for alert in expected:
        place = f"{label}: event {key(alert)[0]}"
        group = alert["rule"]
        if not waiting.get(key(alert)):
            figure.note(False, group, f"{place}: missing")
            continue
        want, have = facts(alert), facts(waiting[key(alert)].pop(0))
        figure.note(want == have, group, lambda: place + ": " + "; ".join(
            f"{name} is {have.get(name)!r}, not {want.get(name)!r}"
            for name in sorted({*want, *have}) if want.get(name, ...) != have.get(name, ...)))
    for (number, name), alerts in waiting.items():
        for _ in alerts:
            figure.note(False, name, f"{label}: event {number}: unexpected")
    if [key(alert) for alert in expected] != [key(alert) for alert in got] and not any(waiting.values()):
        print(f"  {label}: the order of the alerts differs")


def run(corpus):
    figure = Figure()
    agents = {}
    for name in corpus.names("alerts"):
        capture, rules, mode, _ = name.rsplit(".", 3)
        if rules not in agents:
            agents[rules] = corpus.build(os.path.join(corpus.rules, rules + ".yaml"), rules)
        expected = [alert for alert in corpus.lines("alerts", name) if is_judged(alert)]
        got = []
        if agents[rules]:
            lines = corpus.replay(agents[rules], capture, "--json", "--rule-matching", mode,
                                  "--output-field", "evt.num")
            got = [alert for alert in map(json.loads, lines) if is_judged(alert)]
        compare(figure, f"{capture} {rules} {mode}", expected, got)
    return figure
