"""Alerts under other output settings: formats/SETTINGS.txt, a line an alert.

Each file holds what Falco printed for the stable rules on attack.scap; the agent's options, or those of
`rulec build`, set the same. Lines are compared as they are, but for the host's name.
"""

import os

from corpus import Figure

RULES = "falco_rules"
CAPTURE = "attack"
HOSTNAME = "vm"  # of the machine that Falco ran on

# SETTINGS: options of rulec build, options of the agent
SETTINGS = {
    "text": ((), ()),
    "text-iso8601": ((), ("--time-iso8601",)),
    "text-priority-warning": ((), ("--priority", "warning")),
    "json": ((), ("--json",)),
    "json-iso8601-message-notags": ((), ("--json", "--time-iso8601", "--json-message", "--json-no-tags")),
    "json-bare": ((), ("--json", "--json-no-output", "--json-no-output-fields")),
    "json-append": (("--append-output", "pid=%proc.pid exe=%proc.exepath", "--append-field", "proc.pid",
                     "--append-field", "who=%user.name/%proc.name"), ("--json", "--buffer-base64")),
}


def compare(figure, name, expected, got):
    for number in range(max(len(expected), len(got))):
        want = expected[number] if number < len(expected) else None
        have = got[number] if number < len(got) else None
        figure.note(want == have, name, f"line {number + 1}:\n      {have}, not\n      {want}")


def run(corpus):
    figure = Figure()
    agents = {}
    for file in corpus.names("formats"):
        name = file.removesuffix(".txt")
        with open(corpus.path("formats", file), encoding="utf-8") as text:
            expected = text.read().splitlines()
        if name not in SETTINGS:
            figure.note(False, name, "nobody knows these settings", len(expected))
            continue
        build, options = SETTINGS[name]
        if build not in agents:
            agents[build] = corpus.build(os.path.join(corpus.rules, RULES + ".yaml"), name, *build)
        got = []
        if agents[build]:
            lines = corpus.replay(agents[build], CAPTURE, *options, hostname=HOSTNAME)
            got = [line.decode().rstrip("\n") for line in lines]
        compare(figure, name, expected, got)
    return figure
