"""Whole rule files: rulefiles/ (one feature or fault each) and mutations.tar.zst (copies of the upstream
rules, each with one random change).

A case agrees if rulec accepts or rejects the file as Falco did, with the same set of error codes and the
same set of warning codes. Falco itself crashed on `reference_aborted` files: a clear error is right.
`plugin_fields` files name fields of plugins that were not loaded. Where rulec has those fields built in
the file is sound; where it has not, Falco's answer stands.
"""

import concurrent.futures
import os
import re
import subprocess

from corpus import Figure, rule

PLUGIN_FIELD = re.compile(r"\b(?:container|k8s|ka|ct|json|jevt)\.[a-z_]+(?:\.[a-z_]+)*")


def codes(result, key):
    return sorted({item["code"] for item in result.get(key, [])})


def verdict(result):
    return result["successful"], codes(result, "errors"), codes(result, "warnings")


def is_built_in(corpus, field):
    path = corpus.temp(f"field-{field}.yaml")
    with open(path, "w", encoding="utf-8") as file:
        file.write(rule("r", f"{field} exists", "x"))
    return corpus.check(path)["successful"]


def judge(corpus, path, case):
    """None if they agree, else what differs."""
    got = verdict(corpus.check(path))
    if case.get("reference_aborted"):
        same = not got[0] and all(code.startswith("LOAD_ERR") for code in got[1])
        return None if same else f"{got}, and an error was right"
    want = verdict(case)
    if case.get("plugin_fields"):
        with open(path, encoding="utf-8") as file:
            fields = set(PLUGIN_FIELD.findall(file.read())) - {"container.info"}
        if fields and all(is_built_in(corpus, field) for field in fields):
            return None if got[0] else f"{got}, and the fields are built in"
    if got == want:
        return None
    message = case["errors"][0].get("message", "") if case["errors"] else ""
    return f"{got}, not {want} {message}"


def run_cases(corpus, folder, answers):
    figure = Figure()
    cases = corpus.lines(answers)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        found = pool.map(lambda case: judge(corpus, os.path.join(folder, case["file"]), case), cases)
        for case, difference in zip(cases, found):
            group = case["file"].rpartition("-")[0]
            figure.note(difference is None, group, f"{case['file']}: {difference}")
    return figure


def run(corpus):
    return run_cases(corpus, corpus.path("rulefiles"), "rulefiles.jsonl")


def run_mutations(corpus):
    folder = corpus.temp("mutations")
    os.mkdir(folder)
    with subprocess.Popen(["zstd", "-dcq", corpus.path("mutations.tar.zst")], stdout=subprocess.PIPE) as zstd:
        subprocess.run(["tar", "-xf", "-", "-C", folder], stdin=zstd.stdout, check=True)
    return run_cases(corpus, folder, "mutations.jsonl")
