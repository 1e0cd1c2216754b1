#!/usr/bin/env python3
"""Old captures, read by Debian's sysdig 0.29 and by rulec: fd.name, proc.name, evt.res and evt.args.

    sysdig.py [--rulec FILE] [--corpus DIR] [-v]

sysdig shows enter and exit events as they were recorded; rulec joins both into the exit event, as
Falco does today. So events are found by time, thread and kind, and the arguments of an exit are
compared one by one with those of sysdig's enter and exit together.

Where the two differ, the corpus decides: fields/ holds what Falco gave for most of these events.
Differences are grouped into classes (field, kind of event, argument). A class is explained if Falco
gives rulec's value wherever fields/ has the event, and it has one. Anything else is a failure.

What they come from: parameters that the table of today has and 0.29 had not (dev, ino, addr, the
fd of mmap; <NA> where the capture has no value for them), texts without a value that are NULL today
and were empty, numbers that are decimal today (res of mmap), names of flags (AF_LOCAL|AF_UNIX), and
what is known of sockets: the fd among the arguments is looked up after the event today and was
before it then, a failed connect leaves no name, a connect of a connected datagram socket renames it.

Exit status: 0 every difference is explained, 1 one is not, 77 sysdig or the corpus is not here.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys

from corpus import Corpus, Skipped, rule

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", ".."))
CAPTURES = ("curl_google", "single_ipv6_conn", "test_ipv6_client")
FIELDS = ("evt.rawtime", "thread.tid", "evt.type", "evt.args", "proc.name", "fd.name", "evt.res")
COMPARED = ("proc.name", "fd.name", "evt.res")
SEPARATOR = "\x1f"


def plain(value):
    """As sysdig has it: texts; no value and a value of <NA> are one."""
    return None if value in (None, "<NA>") else str(value)


class Event:
    def __init__(self, number, values):
        self.number = number
        self.values = dict(zip(FIELDS, values))

    def key(self):
        return tuple(self.values[name] for name in FIELDS[:3])

    def arguments(self, names):
        """Name and text of each argument. A text may hold spaces, so only known names begin one."""
        text = self.values["evt.args"] or ""
        begins = list(re.finditer(r"(?:^| )(" + "|".join(map(re.escape, names)) + ")=", text)) if names else []
        ends = [match.start() for match in begins[1:]] + [len(text)]
        return {match.group(1): text[match.end():end].rstrip(" ") for match, end in zip(begins, ends)}


def parameter_names():
    """By the name of an event: the names of the parameters of all its versions."""
    names, current = {}, None
    with open(ROOT + "/runtime/catalog/events.def", encoding="ascii") as file:
        for line in file:
            if match := re.match(r'EVENT\(\d+, \w+, "(\w+)"', line):
                current = names.setdefault(match.group(1), [])
            elif match := re.match(r'\s+PARAM(?:_FLAGS)?\("(\w+)"', line):
                if match.group(1) not in current:
                    current.append(match.group(1))
    return names


def by_sysdig(corpus, capture):
    """The events as sysdig shows them: exits by their key, each with the enter before it."""
    form = "*" + SEPARATOR.join("%" + name for name in ("evt.dir",) + FIELDS)
    done = subprocess.run(["sysdig", "-r", corpus.path("captures", capture + ".scap"), "-p", form],
                          stdout=subprocess.PIPE, check=True)
    enters, exits = {}, {}
    for line in done.stdout.decode(errors="replace").split("\n"):
        direction, *values = line.split(SEPARATOR)
        if len(values) != len(FIELDS):
            continue
        event = Event(None, [plain(value) for value in values])
        tid = event.values["thread.tid"]
        if direction == ">":
            enters[tid] = event
        else:
            enter = enters.pop(tid, None)
            same = enter is not None and enter.values["evt.type"] == event.values["evt.type"]
            exits[event.key()] = (enter if same else None, event)
    return exits


def by_rulec(corpus, capture, agent):
    for line in corpus.replay(agent, capture, "--json", "--json-no-output", "--json-no-tags"):
        fields = json.loads(line)["output_fields"]
        if fields["evt.dir"] == "<":
            yield Event(fields["evt.num"], [plain(fields[name]) for name in FIELDS])


class Class:
    def __init__(self):
        self.count = self.falco_ours = self.falco_other = 0
        self.example = ""


class Comparison:
    def __init__(self):
        self.classes, self.compared, self.equal, self.events = {}, 0, 0, 0
        self.names = parameter_names()

    def note(self, what, ours, theirs, falco, where):
        self.compared += 1
        if ours == theirs:
            self.equal += 1
            return
        group = self.classes.setdefault(what, Class())
        group.count += 1
        group.example = group.example or f"{where}: {ours!r}, sysdig {theirs!r}"
        if falco is not None:
            group.falco_ours += falco[0] == ours
            group.falco_other += falco[0] != ours

    def capture(self, corpus, capture, agent):
        _, *sample = corpus.lines("fields", capture + ".jsonl.zst")
        falco = {event["evt.num"]: event for event in sample}
        theirs = by_sysdig(corpus, capture)
        for event in by_rulec(corpus, capture, agent):
            kind, where = event.values["evt.type"], f"{capture}, event {event.number}"
            enter, other = theirs.pop(event.key(), (None, None))
            if other is None:
                self.note(f"the event itself, {kind}", "there", None, None, where)
                continue
            self.events += 1
            answer = falco.get(event.number)
            for name in COMPARED:
                self.note(f"{name}, {kind}", event.values[name] or None, other.values[name] or None,
                          None if answer is None else (plain(answer.get(name)) or None,), where)
            names = self.names.get(kind, ["res"])
            ours = event.arguments(names)
            there = (enter.arguments(names) if enter else {}) | other.arguments(names)
            decided = Event(None, [None] * 3 + [answer.get("evt.args")]).arguments(names) if answer else None
            for name in dict.fromkeys([*ours, *there]):
                self.note(f"evt.args, {kind}: {name}", ours.get(name), there.get(name),
                          None if decided is None else (decided.get(name),), where)
        for _, kind in ((key, key[2]) for key in theirs):
            self.note(f"the event itself, {kind}", None, "there", None, capture)

    def report(self):
        unexplained = 0
        for what, group in sorted(self.classes.items(), key=lambda item: (-item[1].count, item[0])):
            if group.falco_other:
                verdict = f"NOT EXPLAINED: Falco gives another value than rulec in {group.falco_other}"
            elif group.falco_ours:
                verdict = f"Falco gives rulec's value ({group.falco_ours} in fields/)"
            else:
                verdict = "NOT EXPLAINED: fields/ has none of these events"
            unexplained += verdict.startswith("NOT")
            print(f"{group.count:5} {what}: {verdict}\n        {group.example[:240]}")
        print(f"{self.equal} of {self.compared} values of {self.events} events are the same; "
              f"{len(self.classes)} classes of differences, {unexplained} unexplained")
        return 1 if unexplained else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rulec", default=ROOT + "/build/bin/rulec")
    parser.add_argument("--corpus", default=ROOT + "/../shared/conformance")
    options = parser.parse_args()
    if not shutil.which("sysdig"):
        print("sysdig is not installed")
        return 77
    try:
        corpus = Corpus(options.corpus, options.rulec, False)
    except Skipped as why:
        print(why)
        return 77
    comparison = Comparison()
    with corpus:
        path = corpus.temp("all.yaml")
        with open(path, "w", encoding="ascii") as file:
            file.write(rule("all", "evt.num > 0", " ".join("%" + name for name in ("evt.num", "evt.dir") + FIELDS)))
        agent = corpus.build(path, "all", "--no-suggested-output")
        for capture in CAPTURES:
            comparison.capture(corpus, capture, agent)
    return comparison.report()


if __name__ == "__main__":
    sys.exit(main())
