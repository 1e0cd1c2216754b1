"""Where Falco says a fault is: the items around each error and warning of rulefiles/ (rule, macro, condition, ...).

The places themselves are not compared: Falco counts within a condition from the condition's start, and
rulec tells where it is in the file. Files that Falco judged without the fields of plugins are left out.
"""

import concurrent.futures
import os

from corpus import Figure


def items(fault):
    return [[location["item_type"], location["item_name"]] for location in fault["context"]["locations"]]


def judge(corpus, figure, case, result):
    for key in ("errors", "warnings"):
        for index, want in enumerate(case[key]):
            if "items" not in want:
                continue
            got = result[key][index] if index < len(result[key]) else None
            figure.note(got and got["code"] == want["code"] and items(got) == want["items"], want["code"],
                        lambda: f"{case['file']}: {got and items(got)}, not {want['items']} {want.get('message', '')}")


def run(corpus):
    figure = Figure()
    cases = [case for case in corpus.lines("rulefiles.jsonl")
             if not case.get("plugin_fields") and not case.get("reference_aborted")]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        results = pool.map(lambda case: corpus.check(corpus.path("rulefiles", case["file"])), cases)
        for case, result in zip(cases, results):
            judge(corpus, figure, case, result)
    return figure
