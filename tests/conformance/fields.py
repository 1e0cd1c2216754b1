"""What each field gives on a sample of events: fields/CAPTURE.jsonl.zst.

One rule prints all the fields on every event. The figure counts values: each field on each event of
the sample, and a field without a value must have none. Falco had no container plugin here, as with
conditions.

Left out, and counted, is what Falco 0.44 took from memory that it had not set:
- the two durations of an executable's ctime, of processes in a capture's process list: its reader fills
  a structure on the stack and forgets them. The first is 15 ns then, the second an address.
- evt.buffer of a call without data: the text NULL and, behind its NUL, what an earlier event left.
"""

import json

from corpus import Figure, rule


def build(corpus, figure, capture, fields, nevents):
    """An agent that prints the fields, and those of them that rulec takes."""
    path = corpus.temp(capture + ".yaml")

    def write(names):
        with open(path, "w", encoding="utf-8") as file:
            file.write(rule("fields", "evt.num > 0", " ".join("%" + name for name in names)))

    write(fields)
    known = fields
    if not corpus.check(path)["successful"]:
        known = []
        for field in fields:
            write([field])
            result = corpus.check(path)
            if result["successful"]:
                known.append(field)
            else:
                figure.note(False, field, f"rejected: {result['errors'][0].get('message')}", nevents)
        write(known)
    return corpus.build(path, "fields-" + capture, "--no-suggested-output"), known


def is_unset(name, event, have):
    """Whether Falco's value is one that it did not set: the word NULL, or what of it there was room for."""
    return name == "evt.buffer" and have == "" and event.get(name, "")[:5] in ("N", "NU", "NUL", "NULL", "NULL.")


def run_capture(corpus, figure, capture, head, sample):
    fields = [name for name in head["#fields"] if name != "evt.num"]
    expected = {event["evt.num"]: event for event in sample}
    agent, known = build(corpus, figure, capture, fields + ["evt.num"], len(expected))
    known = [name for name in known if name != "evt.num"]
    lines = corpus.replay(agent, capture, "--json", "--json-no-output", "--json-no-tags") if agent else []
    for line in lines:
        got = json.loads(line)["output_fields"]
        number = got["evt.num"]
        event = expected.pop(number, None)
        if event is None:
            continue
        for name in known:
            want, have = event.get(name), got.get(name)
            if is_unset(name, event, have):
                figure.left_out += 1
                continue
            figure.note(want == have and type(want) is type(have), name,
                        lambda: f"{capture}: event {number} ({got.get('evt.type')}): {have!r}, not {want!r}")
    for number in expected:
        figure.note(False, "events without an answer", f"{capture}: event {number}", len(known))


def run(corpus):
    figure = Figure()
    for name in corpus.names("fields"):
        head, *sample = corpus.lines("fields", name)
        run_capture(corpus, figure, name.split(".")[0], head, sample)
    if figure.left_out:
        print(f"  {figure.left_out} values left out: Falco had not set them")
    return figure
