#!/usr/bin/env python3
"""A storm: several times more events than the agent can read, which is held back (stopped most of the time). Events of
processes all come through; what is lost is counted exactly, an alert says so, and what the agent knows
afterwards is what /proc says. Then a flood of programs, in which those of processes are lost too.

    storm.py [--seconds N] [--filter on|off] [--times N]

With --times, the agent is stopped for longer, and there have to be so many times more events than it reads; else that is
only told.

Exit status: 0 passed, 1 failed, 77 the kernel refuses BPF programs.
"""

import argparse
import contextlib
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
FOLDER = "storm-directory-with-a-name-of-some-length"
DROP = "Falco internal: syscall event drop"
RULES = """
- rule: Started
  desc: a program of the storm starts
  condition: evt.type = execve and evt.failed = false and proc.exepath = {dir}/program
  output: "%proc.args %proc.ppid"
  priority: NOTICE
- rule: Probe
  desc: a descriptor is asked for
  condition: evt.type = lseek and evt.arg.offset = 7777
  output: "%proc.pid %proc.ppid %proc.name %proc.exepath %proc.cwd %proc.cmdline %fd.num %fd.name %fd.typechar"
  priority: NOTICE
"""
WORKERS = 2
PROGRAMS = 10        # of each worker, in a second
FLOOD = 300          # programs
SLICES = 0.005, 0.7         # seconds that the agent runs, and stands still
LONG = 1.8                  # or stands still: the ring then still has room for what processes do
EAGER = -10                 # how nice all are: a loaded machine is to see the same


def be_eager(pid):
    with contextlib.suppress(PermissionError):
        os.setpriority(os.PRIO_PROCESS, pid, EAGER)


class Worker:
    def __init__(self, dir, options, seed):
        self.process = subprocess.Popen([dir + "/storm", dir, str(options.seconds), str(seed), str(int(PROGRAMS * options.seconds))],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1,
                                        env={"PAD": "x" * 3500}, cwd=dir)
        be_eager(self.process.pid)
        self.pid = self.process.pid

    def done(self):
        """How many opens and programs there were; waits for it."""
        return [int(word) for word in self.process.stdout.readline().split()]

    def ask(self, what):
        self.process.stdin.write(what + "\n")
        self.process.stdin.flush()
        self.process.stdout.readline()

    def children(self):
        with open(f"/proc/{self.pid}/task/{self.pid}/children") as file:
            return [int(word) for word in file.read().split()]


def read(path):
    with open(path, "rb") as file:
        return file.read()


def facts(pid):
    """What /proc says of the process, as the rule's fields do."""
    args = read(f"/proc/{pid}/cmdline").decode().rstrip("\0").split("\0")
    return {"proc.pid": pid, "proc.ppid": int(re.search(r"PPid:\s+(\d+)", read(f"/proc/{pid}/status").decode())[1]),
            "proc.name": read(f"/proc/{pid}/comm").decode().strip(), "proc.exepath": os.readlink(f"/proc/{pid}/exe"),
            "proc.cwd": os.readlink(f"/proc/{pid}/cwd") + "/",
            "proc.cmdline": " ".join([read(f"/proc/{pid}/comm").decode().strip()] + args[1:])}


def descriptors(pid):
    """Name (of files alone) and type by number."""
    found = {}
    for number in os.listdir(f"/proc/{pid}/fd"):
        link = os.readlink(f"/proc/{pid}/fd/{number}")
        kind = "p" if link.startswith("pipe:") else "u" if link.startswith("socket:") else "f"
        if int(number) >= 10:
            found[int(number)] = (link if kind == "f" else None, kind)
    return found


class Storm:
    def __init__(self, dir, options):
        self.dir, self.options, self.checks = dir, options, {}
        self.agent = subprocess.Popen([dir + "/agent", "--json", "--stats", "--filter", options.filter, "--rule-matching", "all",
                                       "-o", "syscall_event_drops.rate=100", "-o", "syscall_event_drops.max_burst=100"],
                                      stdout=open(dir + "/out", "wb"), stderr=open(dir + "/err", "wb"))

        be_eager(self.agent.pid)

    def check(self, what, good):
        self.checks[what] = bool(good)
        print("ok   " if good else "FAIL ", what, flush=True)

    def messages(self):
        return read(self.dir + "/err").decode(errors="replace")

    def alerts(self, rule):
        found = [json.loads(line) for line in read(self.dir + "/out").decode(errors="replace").splitlines(True) if line.endswith("\n")]
        return [alert["output_fields"] for alert in found if alert["rule"] == rule]

    def ready(self):
        while "watching the kernel" not in self.messages():
            if self.agent.poll() is not None:
                return False
            time.sleep(0.05)
        return True

    def signal(self, number):
        self.agent.send_signal(number)

    def hold_back(self, workers):
        """Until all workers have something to say."""
        end, (run, stand) = time.monotonic() + self.options.seconds, SLICES
        stand = LONG if self.options.times else stand
        while (left := end - time.monotonic()) > 0:
            self.signal(signal.SIGSTOP)
            time.sleep(min(stand, left))
            self.signal(signal.SIGCONT)
            self.let_run(run)
        self.signal(signal.SIGSTOP)
        done = [worker.done() for worker in workers]
        self.signal(signal.SIGCONT)
        return [sum(column) for column in zip(*done)]

    def let_run(self, seconds):
        """Until the agent had so much of a processor: on a loaded machine that takes longer."""
        begin, end = self.cpu_seconds(), time.monotonic() + 1
        while self.cpu_seconds() < begin + seconds and time.monotonic() < end:
            time.sleep(seconds / 2)

    def cpu_seconds(self):
        return int(read(f"/proc/{self.agent.pid}/schedstat").split()[0]) / 1e9

    def told(self):
        """How many events there were, and how many of them are gone, as the alerts of losses say."""
        return tuple(sum(int(alert[name]) for alert in self.alerts(DROP)) for name in ("n_evts", "n_drops"))

    def wrong(self, workers):
        """What the agent believes of the workers, their children and descriptors, against /proc."""
        seen = len(self.alerts("Probe"))
        want = {}
        for worker in workers:
            want |= {(worker.pid, number): facts(worker.pid) | {"fd.typechar": kind} | ({"fd.name": name} if name else {})
                     for number, (name, kind) in descriptors(worker.pid).items()}
            for child in worker.children():
                want[child, 0] = facts(child)
            worker.ask("probe")
        end = time.monotonic() + 10
        while time.monotonic() < end:
            have = {(alert["proc.pid"], alert["fd.num"]): alert for alert in self.alerts("Probe")[seen:]}
            if want.keys() <= have.keys():
                break
            time.sleep(0.1)
        problems = []
        for key, fields in want.items():
            problems += [f"{key}: {name} is {have.get(key, {}).get(name)!r}, not {value!r}" for name, value in fields.items()
                         if have.get(key, {}).get(name) != value]
        self.compared = len(want)
        return problems

    def check_state(self, when, workers):
        for _ in range(10): # what is in doubt is read when there is time
            problems = self.wrong(workers)
            if not problems:
                break
            time.sleep(0.3)
        for problem in problems[:10]:
            print("     ", problem)
        self.check(f"{when} what the agent knows of {self.compared} descriptors and processes is as /proc says", not problems)


def account(messages):
    """Written, read and lost events by kind, as --stats tells them."""
    found = {}
    for kind, written, seen, rest in re.findall(r"stats: (\w+): (\d+) events written, (\d+) read(.*)", messages):
        lost = sum(int(count) for count, cause in re.findall(r", (\d+) ([a-z' ]+)", rest)
                   if cause.startswith(("no room", "larger")))
        found[kind] = int(written), int(seen), lost
    return found


def run(options, dir):
    shutil.copyfile("/bin/true", dir + "/program")
    os.chmod(dir + "/program", 0o755)
    os.mkdir(f"{dir}/{FOLDER}")
    subprocess.run(["cc", "-O2", ROOT + "/tests/e2e/storm.c", "-o", dir + "/storm"], check=True)
    with open(dir + "/rules.yaml", "w") as file:
        file.write(RULES.format(dir=dir))
    subprocess.run([ROOT + "/build/bin/rulec", "build", "-r", dir + "/rules.yaml", "-o", dir + "/agent"], check=True)
    storm = Storm(dir, options)
    if not storm.ready():
        print("the kernel refuses:", storm.messages())
        return 77
    workers = [Worker(dir, options, seed) for seed in range(WORKERS)]
    try:
        return watch(storm, options, workers)
    finally:
        storm.agent.kill()
        for worker in workers:
            worker.process.kill()


def watch(storm, options, workers):
    opens, programs = storm.hold_back(workers)
    time.sleep(1.1) # alerts of losses come once a second
    events, gone = storm.told()
    print(f"      {opens} opens and {programs} programs in {options.seconds} s; {events} events, {gone} of them lost: "
          f"{events / max(events - gone, 1):.1f} times more than were read")
    if options.times:
        storm.check(f"at least {options.times:g} times", events >= options.times * (events - gone))
    storm.check_state("after the storm", workers)
    started = [alert for alert in storm.alerts("Started") if "storm" in alert["proc.args"]]
    storm.check(f"all {programs} programs were seen ({len(started)})", len(started) == programs)

    storm.signal(signal.SIGSTOP)
    for worker in workers:
        worker.ask(f"flood {FLOOD}")
    storm.signal(signal.SIGCONT)
    storm.check_state("after the flood", workers)
    for worker in workers:
        worker.process.communicate("end\n")
    storm.signal(signal.SIGTERM)
    status = storm.agent.wait(60)
    storm.check(f"the agent ends well ({status})", status == 0)

    messages, drops = storm.messages(), storm.alerts(DROP)
    kinds = account(messages)
    written, seen, lost = (sum(column) for column in zip(*kinds.values()))
    alone = kinds["open_exit"]
    dropped = sum(int(n) for n in re.findall(r"stats: (\d+) of \d+ events of open\w* dropped", messages))
    print(f"      {written} events written in all, {seen} read, {lost} lost")
    storm.check(f"all {opens} opens are in the account ({alone[0]} written, {dropped} dropped)", alone[0] + dropped >= opens and alone[2] > 0)
    storm.check("of each kind read and lost events are those that were written",
                all(number == got + gone for number, got, gone in kinds.values()))
    told = {kind: sum(int(alert["n_drops_buffer_" + kind]) for alert in drops) for kind in kinds}
    storm.check(f"alerts of losses ({len(drops)}) say what was lost of each kind",
                drops and all(told[kind] == kinds[kind][2] for kind in kinds))
    again = re.search(r"stats: (\d+) times a process was read again", messages)
    storm.check(f"processes were read again ({again and again[1]})", again)
    for line in messages.splitlines():
        if line.startswith("loss:"):
            print("     ", line)
    print(f"{sum(storm.checks.values())} of {len(storm.checks)} cases")
    return 0 if all(storm.checks.values()) else 1


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=3)
    parser.add_argument("--times", type=float)
    parser.add_argument("--filter", default="on", choices=("on", "off", "shadow"))
    options = parser.parse_args()
    if os.geteuid() != 0:
        print("watching the kernel needs root")
        sys.exit(77)
    dir = os.path.realpath(tempfile.mkdtemp(prefix="rulec-storm-"))
    try:
        sys.exit(run(options, dir))
    finally:
        shutil.rmtree(dir, ignore_errors=True)


if __name__ == "__main__":
    main()
