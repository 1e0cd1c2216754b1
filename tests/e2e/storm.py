#!/usr/bin/env python3
"""A storm: more events than there is room for, while the agent cannot read (it is stopped meanwhile). Events of processes
all come through, what is lost is counted, an alert says so, and what the agent knows afterwards is right.

    storm.py [--opens N] [--programs N]

Exit status: 0 passed, 1 failed, 77 the kernel refuses BPF programs.
"""

import argparse
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", ".."))
RULES = """
- rule: Opened
  desc: a file of the storm is opened
  condition: evt.type = openat and evt.is_open_write = true and fd.name startswith {dir}/
  output: "opened %fd.name by %proc.name of %proc.pname"
  priority: NOTICE
- rule: Started
  desc: a program of the storm starts
  condition: evt.type = execve and evt.failed = false and proc.exepath = {dir}/program
  output: "started by %proc.pname"
  priority: NOTICE
"""


def storm(dir, opens, programs):
    """Opens all the way, and programs in between."""
    path = f"{dir}/" + "x" * 200
    for number in range(opens):
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT))
        if number % (opens // programs) == 0:
            subprocess.run([f"{dir}/program"], check=True)


def alerts(dir):
    with open(dir + "/out") as file:
        return [json.loads(line) for line in file]


def wait_for(dir, what, seconds=60):
    end = time.time() + seconds
    while time.time() < end:
        if what():
            return True
        time.sleep(0.1)
    return False


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--opens", type=int, default=40000)
    parser.add_argument("--programs", type=int, default=40)
    options = parser.parse_args()
    dir = os.path.realpath(tempfile.mkdtemp(prefix="rulec-storm-"))
    try:
        sys.exit(run(options, dir))
    finally:
        shutil.rmtree(dir, ignore_errors=True)


def run(options, dir):
    shutil.copyfile("/bin/true", dir + "/program")
    os.chmod(dir + "/program", 0o755)
    with open(dir + "/rules.yaml", "w") as file:
        file.write(RULES.format(dir=dir))
    subprocess.run([ROOT + "/build/bin/rulec", "build", "-r", dir + "/rules.yaml", "-o", dir + "/agent"], check=True)
    agent = subprocess.Popen([dir + "/agent", "--json", "--stats"], stdout=open(dir + "/out", "wb"),
                             stderr=open(dir + "/err", "wb"))
    messages = lambda: open(dir + "/err", errors="replace").read()
    if not wait_for(dir, lambda: "watching the kernel" in messages() or agent.poll() is not None) or agent.poll() is not None:
        print("the kernel refuses:", messages())
        return 77
    agent.send_signal(signal.SIGSTOP)
    storm(dir, options.opens, options.programs)
    agent.send_signal(signal.SIGCONT)
    drops = lambda: [alert for alert in alerts(dir) if alert["rule"] == "Falco internal: syscall event drop"]
    wait_for(dir, lambda: drops())
    time.sleep(1)
    with open(dir + "/after", "w"):
        pass
    wait_for(dir, lambda: any("/after" in alert["output"] for alert in alerts(dir)), 10)
    agent.send_signal(signal.SIGTERM)
    status = agent.wait(60)
    return judge(options, dir, status, messages(), drops())


def judge(options, dir, status, messages, drops):
    opened = [alert for alert in alerts(dir) if alert["rule"] == "Opened" and "xxx" in alert["output"]]
    started = [alert for alert in alerts(dir) if alert["rule"] == "Started"]
    after = [alert["output"].split(": ", 1)[1] for alert in alerts(dir) if "/after" in alert["output"]]
    lost = sum(int(alert["output_fields"]["n_drops_buffer_open_exit"]) for alert in drops)
    kept = 0
    for dropped, seen in re.findall(r"stats: (\d+) of (\d+) events of (?:open|openat|openat2|creat) dropped", messages):
        kept += int(seen) - int(dropped)
    missing = options.opens - len(opened)
    checks = {
        "the agent ends well": status == 0,
        f"all {options.programs} programs were seen ({len(started)})": len(started) == options.programs,
        f"some of {options.opens} opens were lost ({missing})": missing > 0,
        "an alert says that there was a loss": bool(drops) and all(alert["source"] == "internal" for alert in drops),
        f"each is counted: {lost} lost in all, {kept - options.opens} of the kept were of others":
            missing <= lost <= missing + kept - options.opens,
        f"what comes after is right: {after}": len(after) == 1 and "by python" in after[0],
        "nothing of processes was lost": "events of processes lost" not in messages,
    }
    for what, good in checks.items():
        print("ok   " if good else "FAIL ", what)
    print(f"{sum(checks.values())} of {len(checks)} cases")
    return 0 if all(checks.values()) else 1


if __name__ == "__main__":
    main()
