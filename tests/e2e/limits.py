#!/usr/bin/env python3
"""Rules that alert too often: throttle and deduplicate, on a capture, beside a model of both; and where an agent's own
messages go.

Exit status: 0 passed, 1 failed.
"""

import collections
import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import threading

ROOT = os.path.realpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
sys.path.insert(0, os.path.join(ROOT, "tests", "support"))
from cases import expect, finish  # noqa: E402

RULEC = os.path.join(ROOT, "build", "bin", "rulec")
CAPTURE = os.path.join(ROOT, "tests", "demo", "demo.scap.gz")
BUSY = os.path.join(ROOT, "..", "shared", "conformance", "captures", "busy.scap")
SECOND = 1000000000
RULES = """
- rule: Event
  desc: nearly all
  condition: evt.num > 0
  warn_evttypes: false
  output: "%evt.type by %proc.name at %evt.num"
  priority: NOTICE
  tags: [noisy]
- rule: Opened
  desc: opens
  condition: evt.type in (open, openat, openat2)
  output: "%proc.name opened %fd.name"
  priority: WARNING
- rule: Started
  desc: programs
  condition: evt.type in (execve, execveat)
  output: "%proc.name started"
  priority: ERROR
"""
SITE = "json_output: true\nrule_matching: all\n"
LIMITS = re.compile(r"limits: (\d+) alerts of rules, (\d+) sent, (\d+) held back \((\d+) by throttle, (\d+) alike\); "
                    r"(\d+) of these told of, (\d+) summaries sent; (\d+) windows ended early")


def build(folder, name, site):
    path = os.path.join(folder, name)
    with open(path + ".yaml", "w", encoding="utf-8") as file:
        file.write(SITE + site)
    subprocess.run([RULEC, "build", "-c", path + ".yaml", "-r", os.path.join(folder, "rules.yml"), "-o", path],
                   check=True)
    return path


def run(agent, *options):
    command = [agent, "--capture", CAPTURE, "--stats"]
    for option in options:
        command += ["-o", option]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    expect(done.returncode == 0, f"exit status {done.returncode}: {done.stderr}")
    return [json.loads(line) for line in done.stdout.splitlines()], done.stderr


def message(alert):
    """The output without its time, which is never alike."""
    return alert["output"].split(" ", 2)[2]


class Model:
    """What passes, told by what would have been sent without limits."""

    def __init__(self, alerts=0, seconds=60, alike=0, key=message, of=lambda rule: {}):
        self.common = {"alerts": alerts, "seconds": seconds, "alike": alike, "key": key}
        self.of = of
        self.throttles, self.alike = {}, {}

    def passes(self, alert):
        limit = {**self.common, **self.of(alert["rule"])}
        now, rule = alert["output_fields"]["evt.time"], alert["rule"]
        key = (rule, limit["key"](alert)) if limit["alike"] else None
        if key and key in self.alike and now < self.alike[key] + limit["alike"] * SECOND:
            return False
        if limit["alerts"]:
            begin, count = self.throttles.get(rule, (None, 0))
            if begin is not None and now < begin + limit["seconds"] * SECOND:
                if count >= limit["alerts"]:
                    return False
                self.throttles[rule] = (begin, count + 1)
            else:
                self.throttles[rule] = (now, 1)
        if key:
            self.alike[key] = now
        return True


def compare(agent, options, everything, model, what):
    alerts, err = run(agent, *options)
    sent = [alert for alert in alerts if alert["source"] != "internal"]
    told = [alert for alert in alerts if alert["source"] == "internal"]
    expected = [alert for alert in everything if model.passes(alert)]
    # What was held before an alert stands in the alert, and nothing else differs.
    plain = []
    for alert in sent:
        held = alert["output_fields"].pop("rulec.held", 0)
        output = alert["output"]
        if held:
            output = output.replace(f" (rulec.held={held})", "")
            expect(output != alert["output"], f"{what}: the text does not tell of {held}")
        plain.append({**alert, "output": output, "held": held})
    expect([{k: v for k, v in alert.items() if k != "held"} for alert in plain] == expected,
           f"{what}: {len(plain)} alerts pass, {len(expected)} should")
    produced, passed, held, throttled, alike, tells, summaries, crowded = map(int, LIMITS.search(err).groups())
    expect((produced, passed, held) == (len(everything), len(expected), len(everything) - len(expected)),
           f"{what}: the account is {produced}, {passed}, {held}")
    expect(held == throttled + alike == tells and summaries == len(told) and crowded == 0, f"{what}: {err}")
    # By rule, what was held is told of, each once.
    missing = collections.Counter(alert["rule"] for alert in everything)
    missing.subtract(alert["rule"] for alert in expected)
    for alert in plain:
        missing[alert["rule"]] -= alert["held"]
    for alert in told:
        fields = alert["output_fields"]
        missing[alert["rule"]] -= fields["rulec.held"]
        expect(fields["evt.time"] > fields["rulec.since"] and "tags" not in alert, f"{what}: {alert}")
    expect(not any(missing.values()), f"{what}: held and not told of, or twice: {missing}")
    return held, told


def test_limits(folder):
    plain = build(folder, "plain", "")
    everything, err = run(plain)
    expect(not LIMITS.search(err) and len(everything) > 500, f"no limits, no account; {len(everything)} alerts")

    held, _ = compare(plain, ["throttle.alerts=3", "throttle.seconds=1"], everything, Model(alerts=3, seconds=1),
                      "throttle")
    expect(held > 400, "the throttle holds little")
    held, told = compare(plain, ["deduplicate.seconds=2"], everything, Model(alike=2), "alike by text")
    expect(held > 10 and told, "little is alike")
    compare(plain, ["deduplicate.seconds=2", "throttle.alerts=5", "throttle.seconds=3"], everything,
            Model(alerts=5, seconds=3, alike=2), "both")

    own = build(folder, "own", """
throttle:
  alerts: 100
  rules:
    - {tag: noisy, alerts: 7, seconds: 2}
    - {rule: "Start*", alerts: 0}
deduplicate:
  rules:
    - {rule: Opened, seconds: 5, by: [proc.name]}
""")
    rules = {"Event": {"alerts": 7, "seconds": 2}, "Started": {"alerts": 0},
             "Opened": {"alike": 5, "key": lambda alert: alert["output_fields"]["proc.name"]}}
    compare(own, [], everything, Model(alerts=100, of=rules.get), "limits of their own")

    # Lines of text say the same.
    text = subprocess.run([plain, "--capture", CAPTURE, "-o", "json_output=false", "-o", "throttle.alerts=1"],
                          capture_output=True, text=True, check=True).stdout.splitlines()
    counts = [int(match[1]) for match in (re.search(r"\(rulec.held=(\d+)\)$", line) for line in text) if match]
    expect(sum(counts) + len([line for line in text if " held back in " not in line]) == len(everything),
           "lines of text do not add up")
    # What is counted under both conditions is the same each time.
    first, second = (run(plain, "throttle.alerts=2", "deduplicate.seconds=1")[0] for _ in range(2))
    expect(first == second, "two runs differ")


def test_crowd(folder):
    """More windows than there is room for: some end early, and nothing is lost."""
    rule = ("- rule: Event {0}\n  desc: d\n  condition: evt.num > {0}\n  output: {1}\n  priority: NOTICE\n"
            "  warn_evttypes: false\n")
    with open(os.path.join(folder, "rules.yml"), "w", encoding="utf-8") as file:
        file.write("".join(rule.format(i, '\"%evt.num\"' if i % 2 else '\"%proc.name\"') for i in range(60)))
    agent = build(folder, "crowd", "deduplicate:\n  seconds: 3600\nstdout_output:\n  enabled: true\n")
    alerts, err = run(agent)
    produced, passed, held, _, alike, told, summaries, crowded = map(int, LIMITS.search(err).groups())
    expect(produced == passed + held and told == held == alike > 0 and crowded > 0, err)
    expect(len(alerts) == passed + summaries and
           sum(alert["output_fields"].get("rulec.held", 0) for alert in alerts) == held, "the alerts do not add up")


def own_messages(folder, *options):
    """Standard error, and what came to /dev/log, of a run in a mount namespace whose /dev is another."""
    devices = os.path.join(folder, "dev")
    os.makedirs(devices, exist_ok=True)
    path = os.path.join(devices, "log")
    if os.path.exists(path):
        os.unlink(path)
    received = []
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listener:
        listener.bind(path)
        listener.settimeout(0.5)

        def listen():
            try:
                while True:
                    received.append(listener.recv(65536).decode())
            except TimeoutError:
                pass

        thread = threading.Thread(target=listen)
        thread.start()
        words = " ".join(f"-o {option}" for option in options)
        done = subprocess.run(["unshare", "-m", "sh", "-c",
                               f"mount --bind {devices} /dev && exec {folder}/plain --capture {CAPTURE} "
                               f"-o stdout_output.enabled=false -o file_output.enabled=true "
                               f"-o file_output.filename={folder}/alerts {words}"],
                              capture_output=True, text=True, stdin=subprocess.DEVNULL)
        thread.join()
    return done, received


def test_log(folder):
    done, received = own_messages(folder, "log_syslog=true")
    if done.returncode != 0 and "mount" in done.stderr:
        print(f"syslog was not tried: {done.stderr.strip()}")
        return
    expect(done.returncode == 0 and "output file: " in done.stderr, f"no account: {done.stderr}")
    expect(len(received) == len(done.stderr.splitlines()) and
           all(re.match(r"<30>plain\[\d+\]: output file: \d+ produced", line) for line in received),
           f"syslog has {received}")
    done, received = own_messages(folder, "log_syslog=true", "log_stderr=false")
    expect(done.stderr == "" and received, f"{done.stderr} and {received}")
    done, received = own_messages(folder, "log_syslog=true", "log_level=warning")
    expect(done.stderr == "" and not received, f"{done.stderr} and {received}")
    done, received = own_messages(folder, "log_syslog=true", "log_level=error", "file_output.filename=/nowhere/x")
    expect(done.returncode == 1 and "/nowhere" in done.stderr and received and received[0].startswith("<27>plain["),
           f"{done.stderr} and {received}")


def test_threads(folder):
    """Room for fewer threads than there are: those that are forgotten are counted, and told."""
    if not os.path.exists(BUSY):
        print("without the shared captures the limit of threads is not tried")
        return
    done = subprocess.run([os.path.join(folder, "plain"), "--capture", BUSY, "--stats", "-o",
                           "falco_libs.thread_table_size=16"], capture_output=True, text=True)
    told = re.search(r"loss: (\d+) threads forgotten: the table is full", done.stderr)
    counted = re.search(r"of them (\d+) to make room", done.stderr)
    expect(done.returncode == 0 and told and "(most 16 of 16)" in done.stderr and int(counted[1]) == int(told[1]) > 0,
           done.stderr)


def main():
    with tempfile.TemporaryDirectory(prefix="rulec-limits-") as folder:
        with open(os.path.join(folder, "rules.yml"), "w", encoding="utf-8") as file:
            file.write(RULES)
        test_limits(folder)
        test_threads(folder)
        test_log(folder)
        test_crowd(folder)
    return finish()


if __name__ == "__main__":
    sys.exit(main())
