#!/usr/bin/env python3
"""A running agent is replaced (rulec deploy) while 1,000 marker events a second happen: each has an alert, and has two only
if both agents saw it and the second says so. What the first agent held, a file of alerts, a spool and the port of its web
server, the second has then. Deployments that cannot go well leave the running agent alone.

Exit status: 0 passed, 1 failed, 77 without root or where the kernel refuses BPF programs.
"""

import ctypes
import json
import os
import re
import signal
import socket
import stat
import subprocess
import sys
import tempfile
import time
import urllib.request

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "../.."))
RULEC = os.path.join(ROOT, "build/bin/rulec")
MARKERS, A_SECOND = 2500, 1000
TAMPERING = "Falco internal: agent tampering"
SUBREAPER = 36

# Opens files that are not there, each once, as fast as it is told to; each name tells its number.
GENERATOR = """
import os, sys, time
path, markers, pace = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
begin = time.monotonic()
for i in range(markers):
    wait = begin + i / pace - time.monotonic()
    if wait > 0:
        time.sleep(wait)
    try:
        os.open(f"{path}/marker-{i}", os.O_RDONLY)
    except FileNotFoundError:
        pass
"""

RULES = """
- rule: Marker
  desc: a file of this test is opened
  condition: evt.type in (open, openat) and fd.name startswith {path}/marker-
  output: opened %fd.name
  priority: NOTICE
"""

SECOND = """
- rule: Never
  desc: none
  condition: evt.type in (open, openat) and proc.name = rulec-none
  output: none
  priority: NOTICE
"""

SITE = """
json_output: true
output_timeout: 200
control_socket: {path}/control
file_output:
  enabled: true
  filename: {path}/alerts
outputs_spool:
  directory: {path}/spool
http_output:
  enabled: true
  url: http://127.0.0.1:{dead}/
webserver:
  enabled: true
  listen_port: {port}
"""


def fail(what):
    sys.exit(f"FAILED: {what}")


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def free_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    for each in sockets:
        each.bind(("127.0.0.1", 0))
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


def wait_for(what, true, seconds=60):
    for _ in range(seconds * 50):
        if true():
            return
        time.sleep(0.02)
    fail(f"no {what}")


def build(path):
    """The first agent, and one with a rule more; returns the port of their web server."""
    port, dead = free_ports(2)
    for name, text in (("rules.yaml", RULES), ("more.yaml", SECOND), ("site.yaml", SITE)):
        with open(f"{path}/{name}", "w", encoding="utf-8") as file:
            file.write(text.format(path=path, port=port, dead=dead))
    builds = [subprocess.Popen([RULEC, "build", "-c", f"{path}/site.yaml", "-r", *rules, "-o", f"{path}/{agent}"])
              for agent, rules in (("first", [f"{path}/rules.yaml"]),
                                   ("second", [f"{path}/rules.yaml", f"{path}/more.yaml"]))]
    if any([each.wait() for each in builds]):
        fail("the agents cannot be built")
    return port


def start_first(path):
    with open(f"{path}/first.out", "w", encoding="utf-8") as out, open(f"{path}/first.err", "w",
                                                                       encoding="utf-8") as err:
        process = subprocess.Popen([f"{path}/first"], stdout=out, stderr=err, stdin=subprocess.DEVNULL)
    wait_for("first agent", lambda: "watching the kernel" in read(f"{path}/first.err") or process.poll() is not None)
    if process.poll() is not None:
        said = read(f"{path}/first.err")
        if "the kernel refused" in said:
            print(said.strip().splitlines()[-1])
            sys.exit(77)
        fail(said)
    mode = stat.S_IMODE(os.stat(f"{path}/control").st_mode)
    if mode != 0o600:
        fail(f"the mode of the control socket is {mode:o}")
    return process


def deploy(path):
    """Returns the pid of the second agent."""
    with open(f"{path}/second.out", "w", encoding="utf-8") as out, open(f"{path}/second.err", "w",
                                                                        encoding="utf-8") as err:
        status = subprocess.run([RULEC, "deploy", f"{path}/second"], stdout=out, stderr=err, check=False).returncode
    said = re.search(r"watches as process (\d+)", read(f"{path}/second.out"))
    if status != 0 or not said:
        fail(f"rulec deploy: {status}, {read(f'{path}/second.err')}, {read(f'{path}/first.err')}")
    return int(said[1])


def refuse(path, pid):
    """None of these may harm the agent that runs."""
    for words, why in (([f"{path}/second", "--control", f"{path}/nobody"], "no agent watches that answers"),
                       (["/bin/true"], "is no agent"), ([f"{path}/second", "--", "--bogus"], "not deployed"),
                       ([f"{path}/second", "--", "-o", f"file_output.filename={path}/no/file"], "still watches")):
        run = subprocess.run([RULEC, "deploy", *words], capture_output=True, text=True, check=False)
        if run.returncode != 1 or why not in run.stderr:
            fail(f"rulec deploy {words}: {run.returncode}, {run.stderr}")
    os.kill(pid, 0)


def alerts_of(path, name):
    """By number: whether it is marked."""
    found = {}
    for line in read(f"{path}/{name}.out").splitlines():
        if not line.startswith("{"):
            continue
        alert = json.loads(line)
        if alert["rule"] == TAMPERING and "Signal 15" not in alert["output"]:
            fail(f"the hand-over is taken for tampering: {alert}")
        if alert["rule"] != "Marker":
            continue
        number = int(alert["output_fields"]["fd.name"].rsplit("-", 1)[1])
        if number in found:
            fail(f"{name} tells marker {number} twice")
        found[number] = alert["output_fields"].get("rulec.overlap", False)
        if found[number] != ("rulec.overlap=true" in alert["output"]):
            fail(f"text and field differ: {alert}")
    return found


def check_alerts(path):
    first, second = alerts_of(path, "first"), alerts_of(path, "second")
    missing = set(range(MARKERS)) - first.keys() - second.keys()
    twice = first.keys() & second.keys()
    if missing:
        fail(f"no alert of {len(missing)} of {MARKERS} markers: {sorted(missing)[:20]}")
    if any(first.values()):
        fail("the first agent marks alerts")
    if not all(second[number] for number in twice):
        fail(f"told twice and not marked: {[number for number in twice if not second[number]][:20]}")
    if not first or not second:
        fail(f"{len(first)} alerts of the first agent, {len(second)} of the second")
    in_file = sum('"rule":"Marker"' in line for line in read(f"{path}/alerts").splitlines())
    if in_file != len(first) + len(second):
        fail(f"{in_file} alerts in the file of {len(first)} + {len(second)}")
    spooled = re.search(r"output http: .* (\d+) spooled", read(f"{path}/first.err"))
    recovered = re.search(r"output http: .* (\d+) recovered", read(f"{path}/second.err"))
    if not spooled or not recovered or spooled[1] != recovered[1]:
        fail(f"the spool: {read(f'{path}/first.err')}, {read(f'{path}/second.err')}")
    for name in ("first", "second"):
        if "nothing lost" not in read(f"{path}/{name}.err"):
            fail(f"losses: {read(f'{path}/{name}.err')}")
    print(f"{MARKERS} markers: {len(first)} alerts of the first agent, {len(second)} of the second, {len(twice)} of both, "
          f"{sum(second.values())} marked")


def hand_over(path):
    port = build(path)
    first = start_first(path)
    second = 0
    generator = subprocess.Popen([sys.executable, "-c", GENERATOR, path, str(MARKERS), str(A_SECOND)])
    try:
        time.sleep(0.4)
        second = deploy(path)
        if first.wait(30) != 0:
            fail(f"the first agent: {first.returncode}, {read(f'{path}/first.err')}")
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=10) as answer:
            if answer.status != 200:
                fail(f"the web server: {answer.status}")
        refuse(path, second)
        generator.wait()
        last = f'marker-{MARKERS - 1}"'
        wait_for("alert of the last marker", lambda: last in read(f"{path}/second.out"), 20)
        os.kill(second, signal.SIGTERM)
        status = os.waitpid(second, 0)[1]
        second = 0
        if os.waitstatus_to_exitcode(status) != 0:
            fail(f"the second agent: {status}, {read(f'{path}/second.err')}")
    finally:
        generator.kill()
        if first.poll() is None:
            first.kill()
        if second:
            os.kill(second, signal.SIGKILL)
    check_alerts(path)


def main():
    if os.geteuid() != 0:
        print("needs root")
        return 77
    ctypes.CDLL(None).prctl(SUBREAPER, 1, 0, 0, 0)  # the second agent's end is told to this process
    with tempfile.TemporaryDirectory(prefix="rulec-handover-") as path:
        hand_over(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
