#!/usr/bin/env python3
"""rulec bench: the report in all formats, two rule sets side by side, the gate; live where the kernel allows it.

Figures are not judged here, only that they are there and fit together.
"""

import html.parser
import json
import os
import subprocess
import sys
import tempfile

ROOT = os.path.realpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
sys.path.insert(0, os.path.join(ROOT, "tests", "support"))
from cases import expect, finish  # noqa: E402
RULEC = os.path.join(ROOT, "build", "bin", "rulec")
CAPTURE = os.path.join(ROOT, "tests", "demo", "demo.scap.gz")
HOSTILE = "</text><script>alert('1')</script> & \"more\""
RULES = f"""
- rule: {json.dumps(HOSTILE)}
  desc: d
  condition: evt.type in (open, openat) and fd.name startswith "/etc/<i>"
  output: x
  priority: DEBUG
- rule: Program started
  desc: d
  condition: evt.type in (execve, execveat) and proc.name in (sh, bash, cat) and proc.cmdline contains a
  output: x %proc.name
  priority: DEBUG
"""
MORE = RULES + """
- rule: Something opened
  desc: d
  condition: evt.type in (open, openat, openat2) and fd.name regex ".*a.*b.*"
  output: x %fd.name
  priority: DEBUG
"""
SPREAD = {"median": float, "least": float, "most": float, "rounds": [float]}
COST = {"asked": int, "ns": float, "share": float, "held": int}
LIVE = {"detections": int, "lost": int, "histogram": [{"up_to_us": float, "n": int}],
        "microseconds": {"p50": float, "p90": float, "p99": float, "p99_9": float, "max": float}}
SET = {"rules": str, "rules_hash": str, "nrules": int, "build_seconds": float, "agent_bytes": int,
       "ns_per_event": SPREAD, "memory_bytes": SPREAD, "alerts": int,
       "types": [{"name": str, "events": int, "ns": float, "share": float}],
       "rules_cost": [{"name": str, **COST}], "tests": [{"text": str, "evaluated": int, **COST}]}
REPORT = {"format": str, "rulec": str, "machine": {"processor": str, "processors": int, "kernel": str},
          "capture": {"file": str, "events": int}, "rounds": int, "sets": [SET]}


def fits(value, schema, where="report"):
    """What of the value is not as the schema has it; members beyond those are wrong too."""
    if isinstance(schema, list):
        if not isinstance(value, list):
            return f"{where} is no list"
        return next(filter(None, (fits(one, schema[0], f"{where}[{i}]") for i, one in enumerate(value))), None)
    if isinstance(schema, dict):
        if not isinstance(value, dict) or set(value) != set(schema):
            return f"{where} has {sorted(value) if isinstance(value, dict) else value}, not {sorted(schema)}"
        return next(filter(None, (fits(value[key], schema[key], f"{where}.{key}") for key in schema)), None)
    good = isinstance(value, (int, float) if schema is float else schema) and not isinstance(value, bool)
    return None if good else f"{where} is {value!r}"


class Page(html.parser.HTMLParser):
    """Whether every element is closed in order, and what is in it."""

    VOID = ("meta",)

    def __init__(self):
        super().__init__()
        self.open, self.tags, self.text, self.bad = [], [], "", []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        if tag not in self.VOID:
            self.open.append(tag)
        self.bad += [f"{tag} {name}={value}" for name, value in attrs
                     if name in ("src", "href") or name.startswith("on")]

    def handle_startendtag(self, tag, attrs):
        self.tags.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.bad.append(f"</{tag}> closes nothing")

    def handle_data(self, data):
        self.text += data


def bench(*args):
    return subprocess.run([RULEC, "bench", *args], capture_output=True, text=True, check=False,
                          env={**os.environ, "CFLAGS": "-O0"})


def test_json(rules, directory):
    path = directory + "/report.json"
    done = bench("-r", rules, "--capture", CAPTURE, "--rounds", "3", "--format", "json", "-o", path)
    expect(done.returncode == 0 and not done.stdout, f"json: exit status {done.returncode}: {done.stderr}")
    with open(path, encoding="utf-8") as file:
        report = json.load(file)
    problem = fits(report, REPORT)
    expect(problem is None, f"json: {problem}")
    first = report["sets"][0]
    expect(len(first["ns_per_event"]["rounds"]) == 3, "json: three rounds are no three rounds")
    expect(0 < first["ns_per_event"]["least"] <= first["ns_per_event"]["median"] <= first["ns_per_event"]["most"],
          "json: the median is not between least and most")
    expect(sum(kind["events"] for kind in first["types"]) == report["capture"]["events"],
          "json: events by type are not all events")
    asked = {test["text"]: test for test in first["tests"]}
    expect(any(text.startswith("proc.name in") for text in asked), f"json: no test of proc.name in {list(asked)}")
    expect(all(test["evaluated"] <= test["asked"] and test["held"] <= test["asked"] for test in first["tests"]),
          "json: a test is evaluated more often than it is asked")
    expect(first["nrules"] == 2 and all(rule["asked"] > 0 for rule in first["rules_cost"]), "json: rules are not asked")
    return report


def test_html(rules, more, directory):
    path = directory + "/report.html"
    done = bench("-r", rules, "--compare", more, "--capture", CAPTURE, "--rounds", "2", "--format=html", "-o", path)
    expect(done.returncode == 0, f"html: exit status {done.returncode}: {done.stderr}")
    page = Page()
    with open(path, encoding="utf-8") as file:
        text = file.read()
    page.feed(text)
    expect(not page.bad and not page.open, f"html: {page.bad} {page.open}")
    expect("script" not in page.tags and "link" not in page.tags, "html: a script or a link is in it")
    expect(page.tags.count("svg") >= 7, f"html: {page.tags.count('svg')} charts")
    expect(HOSTILE in page.text, "html: the name of the hostile rule is not there as it is")
    expect("times as long as with the first" in page.text, "html: the sets are not compared")
    expect("http:" not in text and "https:" not in text, "html: something is fetched")


def test_text_and_gate(rules, report, directory):
    def baseline(name, factor):
        changed = json.loads(json.dumps(report))
        for key in ("median", "least", "most"):
            changed["sets"][0]["ns_per_event"][key] *= factor
        path = f"{directory}/{name}.json"
        with open(path, "w", encoding="utf-8") as file:
            json.dump(changed, file)
        return path

    common = ("-r", rules, "--capture", CAPTURE, "--rounds", "1")
    done = bench(*common, "--baseline", baseline("slow", 1000), "--fail-over", "50%")
    expect(done.returncode == 0, f"gate: slower than the baseline? {done.stderr}")
    expect("ns (" in done.stdout and "Program started" in done.stdout and "proc.name in" in done.stdout,
          f"text: {done.stdout}")
    done = bench(*common, "--baseline", baseline("fast", 0.001), "--fail-over", "50%")
    expect(done.returncode == 1 and "above the limit" in done.stderr, f"gate: as fast as the baseline? {done.stderr}")
    other = json.loads(json.dumps(report))
    other["capture"]["events"] += 1
    with open(directory + "/other.json", "w", encoding="utf-8") as file:
        json.dump(other, file)
    done = bench(*common, "--baseline", directory + "/other.json", "--fail-over", "50%")
    expect(done.returncode == 1 and "another capture" in done.stderr, f"gate: other captures are taken: {done.stderr}")


def test_usage(rules, directory):
    for words, status, message in (
            (("-r", rules), 2, "nothing is to be measured"),
            (("-r", rules, "--capture", CAPTURE, "--fail-over", "10%"), 2, "go together"),
            (("-r", rules, "--capture", CAPTURE, "--fail-over", "ten", "--baseline", rules), 2, "is a percentage"),
            (("-r", rules, "--capture", CAPTURE, "--rounds", "0"), 2, "1 to 1000"),
            (("-r", rules, "--capture", CAPTURE, "--fail-over", "1", "--baseline", rules), 1, "cannot read"),
            (("-r", rules, "--capture", directory + "/absent"), 1, "No such file"),
            (("-r", directory + "/absent", "--capture", CAPTURE), 1, "absent")):
        done = bench(*words)
        expect(done.returncode == status and message in done.stderr, f"bench {words}: {done.returncode} {done.stderr}")


def test_live(rules):
    """What the kernel refuses, or None."""
    done = bench("-r", rules, "--live", "1", "--format", "json")
    if done.returncode == 1 and "cannot watch this kernel" in done.stderr:
        return done.stderr.strip().splitlines()[-1]
    expect(done.returncode == 0, f"live: exit status {done.returncode}: {done.stderr}")
    if done.returncode == 0:
        live = json.loads(done.stdout)["sets"][0]["live"]
        problem = fits(live, {"idle": LIVE, "load": LIVE, "first_detection_ms": float, "resident_bytes": float,
                              "pss_bytes": float})
        expect(problem is None, f"live: {problem}")
        expect(live["idle"]["detections"] > 0, "live: nothing was detected")
        expect(sum(one["n"] for one in live["idle"]["histogram"]) == live["idle"]["detections"],
              "live: the histogram is not of all detections")
    return None


def main():
    with tempfile.TemporaryDirectory(prefix="rulec-bench-test-") as directory:
        rules, more = directory + "/rules.yaml", directory + "/more.yaml"
        for path, text in ((rules, RULES), (more, MORE)):
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
        report = test_json(rules, directory)
        test_html(rules, more, directory)
        test_text_and_gate(rules, report, directory)
        test_usage(rules, directory)
        refused = test_live(rules)
    if refused:
        print(f"live was left out: {refused}")
    return finish()


if __name__ == "__main__":
    sys.exit(main())
