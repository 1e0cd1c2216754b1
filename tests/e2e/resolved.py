#!/usr/bin/env python3
"""fs.path.resolved: the path of an opened file as the kernel resolved it, through links, mounts and "..", whatever a racing
thread shows in memory; live, and from a recording, which others read too.

Exit status: 0 passed, 1 failed, 77 the kernel refuses BPF programs.
"""

import json
import os
import shutil
import struct
import subprocess
import sys
import tempfile

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", ".."))
sys.path.insert(0, ROOT + "/tests/support")
import live_agent  # noqa: E402

OPENS = "open, openat, openat2, creat, open_by_handle_at"
RULES = f"""
- rule: Opened
  desc: a file of the test is opened
  condition: >
    evt.type in ({OPENS}) and proc.exepath = {{dir}}/resolved and
    (fs.path.resolved startswith {{dir}}/work or fs.path.resolved startswith ...)
  output: "%evt.rawres %fs.path.resolved %fd.name"
  priority: NOTICE
- rule: Nothing opened
  desc: what failed, or opens nothing, has no path
  condition: (evt.type in ({OPENS}) and evt.rawres < 0 or evt.type = close) and proc.exepath = {{dir}}/resolved and fs.path.resolved exists
  output: "%evt.type %fs.path.resolved"
  priority: NOTICE
"""
ROUNDS = 500
TRIES = 4
FDLIST = 0x218  # blocks of a recording
NAMES = 60  # at least so many of a very deep path


def differs(want, have):
    """Whether the path is another one. Of a very deep one, the end is there."""
    if want == have:
        return False
    return not (have.startswith(".../") and want.endswith(have[3:]) and have.count("/") >= NAMES)


def watch(dir, filtering):
    """What the program said, and the alerts. On a loaded machine the agent may not come to read in time: then once more."""
    work = dir + "/work"
    for _ in range(TRIES):
        os.mkdir(work)
        said, alerts, messages = live_agent.watch(dir, RULES.format(dir=dir), [dir + "/resolved", work, str(ROUNDS)], filtering,
                                                  ["--record", dir + "/record.scap"])
        shutil.rmtree(work)
        if "nothing lost" in messages:
            break
        print(messages)
    return said, alerts


def judge(dir, filtering, cases):
    work = dir + "/work"
    said, alerts = watch(dir, filtering)
    said = [line.split("\t") for line in said.splitlines()]
    for what, number, why in said:
        if number == "-1":
            print(f"      {what} is left out: {why}")
    said = [each for each in said if each[1] != "-1"]
    seen = [alert["output_fields"] for alert in alerts if alert["rule"] == "Opened"]
    for what, number, path in said:
        if what in ("race", "before the race"):
            continue
        have = [fields["fs.path.resolved"] for fields in seen if number == str(fields["evt.rawres"])]
        cases[f"{what}, filter {filtering}"] = any(not differs(path, each) for each in have)
        if not cases[f"{what}, filter {filtering}"]:
            print(f"FAIL  {what}: {path} is seen as {have}")
    raced = [path for what, _, path in said if what == "race"]
    races = [fields for fields in seen if fields["fs.path.resolved"] in (work + "/real/A", work + "/real/B")]
    races = races[len(races) - len(raced):]
    wrong = [pair for pair in zip(raced, races) if pair[0] != pair[1]["fs.path.resolved"]]
    fooled = sum(fields["fd.name"] != fields["fs.path.resolved"] for fields in races)
    cases[f"{len(races)} of {len(raced)} opens of a race, filter {filtering}"] = len(races) == len(raced) and not wrong
    print(f"      in a race {fooled} of {len(races)} names in memory are not those of the files that were opened, "
          f"and {len(wrong)} resolved paths")
    others = [alert for alert in alerts if alert["rule"] == "Nothing opened"]
    for alert in others:
        print("FAIL ", alert["output"])
    cases[f"no path of what is not opened, filter {filtering}"] = not others
    return seen


def without_descriptors(path, copy):
    """The recording without its lists of descriptors: sysdig of Debian 12 does not know all kinds that there are today."""
    with open(path, "rb") as file, open(copy, "wb") as out:
        while head := file.read(8):
            kind, size = struct.unpack("<II", head)
            rest = file.read(size - 8)
            if kind != FDLIST:
                out.write(head + rest)
    return copy


def replay(dir, seen, cases):
    """The recording gives the same alerts, and can be read by others."""
    record = dir + "/record.scap"
    done = subprocess.run([dir + "/agent", "--json", "--capture", record], capture_output=True, text=True, check=True)
    again = [json.loads(line)["output_fields"] for line in done.stdout.splitlines()]
    cases["the recording gives the same"] = again == seen
    if again != seen:
        print(len(again), len(seen), [pair for pair in zip(again, seen) if pair[0] != pair[1]][:3])
    openings = "evt.type in (open, openat, openat2, creat) and proc.name = resolved and fd.name startswith " + dir
    plain = without_descriptors(record, dir + "/without.scap")
    for reader, command in (("sysdig", ["sysdig", "-r", plain, "-p", "%fd.name", openings]),
                            ("tshark", ["tshark", "-n", "-r", record, "-T", "fields", "-e", "sysdig.event_type",
                                        "-Y", "sysdig.event_type == 307 || sysdig.event_type == 3"])):
        if not shutil.which(reader):
            print(f"      {reader} is not there")
            continue
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        lines = done.stdout.count("\n")
        cases[f"{reader} reads the recording ({lines} openings)"] = done.returncode == 0 and lines >= ROUNDS
        if not cases[f"{reader} reads the recording ({lines} openings)"]:
            print(done.stderr[-1000:])


def main():
    if os.geteuid() != 0:
        print("watching the kernel needs root")
        sys.exit(77)
    dir = os.path.realpath(tempfile.mkdtemp(prefix="rulec-resolved-"))
    cases = {}
    try:
        subprocess.run(["cc", "-O2", ROOT + "/tests/e2e/resolved.c", "-pthread", "-o", dir + "/resolved"], check=True)
        for filtering in ("off", "on"):
            seen = judge(dir, filtering, cases)
        replay(dir, seen, cases)
    finally:
        shutil.rmtree(dir, ignore_errors=True)
    for what, good in cases.items():
        print("ok   " if good else "FAIL ", what)
    print(f"{sum(cases.values())} of {len(cases)} cases")
    sys.exit(0 if all(cases.values()) else 1)


if __name__ == "__main__":
    main()
