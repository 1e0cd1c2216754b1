"""Conditions, and the events that they match: conditions/CAPTURE.jsonl.

A valid condition must match the same events of the capture, all of them: count, the first ones, and a
hash over all numbers. An invalid one must be rejected with the same code. Conditions become rules,
some hundred in one agent, that print the number of each event they hold on. Falco had no container
plugin here: the agents are built without the fields that it would add to outputs.
"""

import concurrent.futures
import hashlib
import os

from corpus import Figure, rule

BATCH = 150  # conditions in an agent: compiling takes a second or two then


def known_differences():
    path = os.path.join(os.path.dirname(__file__), "known-differences")
    with open(path, encoding="utf-8") as file:
        return {tuple(line.rstrip("\n").split("\t", 1)) for line in file if "\t" in line}


KNOWN = known_differences()


def check(corpus, capture, index, case):
    """rulec's verdict on one condition: the code of its first error, or None."""
    path = corpus.temp(f"{capture}-{index}.yaml")
    with open(path, "w", encoding="utf-8") as file:
        file.write(rule(f"c{index}", case["expr"], "x"))
    result = corpus.check(path)
    os.unlink(path)
    return None if result["successful"] else result["errors"][0]


def matches(corpus, capture, batch):
    """The numbers of the matching events by the index of the condition; None if there is no agent."""
    name = f"{capture}-from-{batch[0][0]}"
    path = corpus.temp(name + ".yaml")
    with open(path, "w", encoding="utf-8") as file:
        for index, case in batch:
            file.write(rule(f"c{index}", case["expr"], f"c{index} %evt.num"))
    agent = corpus.build(path, name, "--no-suggested-output")
    if not agent:
        return None
    numbers = {b"c%d" % index: [] for index, _ in batch}
    for line in corpus.replay(agent, capture, "--rule-matching", "all"):
        _, _, index, number = line.split()  # 01:51:18.634137611: Debug c17 1632
        numbers[index].append(number)
    os.unlink(agent)
    return {index: numbers[b"c%d" % index] for index, _ in batch}


def judge(figure, capture, case, numbers):
    first = [int(number) for number in numbers[:len(case["first"])]]
    digest = hashlib.sha256(b",".join(numbers)).hexdigest()[:16]
    same = len(numbers) == case["count"] and first == case["first"] and digest == case["sha256"]
    if not same and (capture, case["expr"]) in KNOWN:
        figure.known += 1
    figure.note(same, group(case), lambda: f"{capture}: {case['expr'][:150]}: {len(numbers)} events {first}, "
                f"not {case['count']} {case['first']}")


def group(case):
    """The field that a condition begins with."""
    return case["expr"].lstrip("( ").removeprefix("not ").split()[0]


def run_capture(corpus, figure, capture, pool):
    cases = list(enumerate(corpus.lines("conditions", capture + ".jsonl")))
    errors = pool.map(lambda case: check(corpus, capture, *case), cases)
    good = []
    for (index, case), error in zip(cases, errors):
        if case["valid"] and not error:
            good.append((index, case))
        elif case["valid"]:
            figure.note(False, group(case), f"{capture}: {case['expr'][:150]}: rejected: {error.get('message')}")
        else:
            figure.note(error and error["code"] == case["code"], group(case),
                        lambda: f"{capture}: {case['expr'][:150]}: {error['code'] if error else 'accepted'}, "
                                f"not {case['code']}: {case['message']}")
    batches = [good[i:i + BATCH] for i in range(0, len(good), BATCH)]
    for batch, numbers in zip(batches, pool.map(lambda batch: matches(corpus, capture, batch), batches)):
        for index, case in batch:
            if numbers is None:
                figure.note(False, group(case), f"{capture}: {case['expr'][:150]}: its agent cannot be built")
            else:
                judge(figure, capture, case, numbers[index])


def run(corpus):
    figure = Figure()
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for name in corpus.names("conditions"):
            run_capture(corpus, figure, name.removesuffix(".jsonl"), pool)
    if figure.known:
        print(f"  {figure.known} differences are known: see tests/conformance/known-differences")
    return figure
