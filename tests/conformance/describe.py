"""The whole of what a rule file holds, as falco -L tells it: describe/RULES.json.zst against
`rulec list rules --format json`.

A case is a rule, a macro, a list, or the requirements of the file. Falco prints sets in the order of a hash
table: they are compared as sets, everything else as it is.
"""

import json
import os
import subprocess

from corpus import Figure

SETS = {"macros", "lists", "condition_operators", "condition_fields", "exception_fields", "exception_names",
        "exception_operators", "events", "plugins"}


def canonical(item):
    details = {key: sorted(value) if key in SETS else value for key, value in item["details"].items()}
    return {**{f"details.{key}": value for key, value in details.items()},
            **{f"info.{key}": value for key, value in item["info"].items()}}


def difference(want, got):
    """The first key that differs, with what differs."""
    for key in sorted(want.keys() | got.keys()):
        one, other = want.get(key), got.get(key)
        if one == other:
            continue
        if isinstance(one, list) and isinstance(other, list):
            return key, f"{key}: lacks {[x for x in one if x not in other][:8]}, has {[x for x in other if x not in one][:8]}"
        return key, f"{key}: {other!r}, not {one!r}"
    return None


def compare(figure, rules, part, want, got):
    got = {item["info"]["name"]: canonical(item) for item in got}
    for item in want:
        name = item["info"]["name"]
        if name not in got:
            figure.note(False, part, f"{rules}: {name} is missing")
            continue
        wrong = difference(canonical(item), got.pop(name))
        figure.note(wrong is None, f"{part} {wrong and wrong[0]}", lambda: f"{rules}: {name}: {wrong[1]}")
    for name in got:
        figure.note(False, part, f"{rules}: {name} is too much")


def run(corpus):
    figure = Figure()
    for file in corpus.names("describe"):
        rules = file.removesuffix(".json.zst")
        text = subprocess.run(["zstd", "-dcq", corpus.path("describe", file)], check=True, stdout=subprocess.PIPE).stdout
        want = json.loads(text)
        done = subprocess.run([corpus.rulec, "list", "rules", "--format", "json", "-r",
                               os.path.join(corpus.rules, rules + ".yaml")], stdout=subprocess.PIPE)
        got = json.loads(done.stdout) if done.returncode == 0 else {"rules": [], "macros": [], "lists": []}
        head = ("required_engine_version", "required_plugin_versions")
        same = all(want[key] == got.get(key) for key in head)
        figure.note(same, "requirements", lambda: f"{rules}: {[got.get(key) for key in head]}, not {[want[key] for key in head]}")
        for part in ("rules", "macros", "lists"):
            compare(figure, rules, part, want[part], got[part])
            order = [item["info"]["name"] for item in want[part]] == [item["info"]["name"] for item in got[part]]
            figure.note(order, "order", f"{rules}: the {part} come in another order")
    return figure
