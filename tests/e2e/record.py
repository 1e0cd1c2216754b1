#!/usr/bin/env python3
"""Recordings: what the agent writes is what it saw.

    record.py [--build DIR] [--corpus DIR] [--keep DIR] [--only capture|live]

From captures: the agent prints many fields of every event while it records. It prints the same when
it reads the recording, plain and gzip, and what it records of a recording is the same file, byte by
byte. tshark, which knows nothing of rulec, reads the recording too: as many events, and of each the
same number, type, time and thread.

Live, under load: the alerts while recording are those of the recording replayed, with all their
fields; tshark agrees here, too.

Exit status: 0 passed, 1 failed, 77 nothing could be tried.
"""

import argparse
import contextlib
import gzip
import json
import os
import platform
import re
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import time

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", ".."))
READY_SECONDS, LOAD_SECONDS, STOP_SECONDS = 60, 4, 60
LARGE = 20 << 20  # bytes; captures above are for benchmarks
FIELDS = """evt.num evt.rawtime evt.type evt.category evt.cpu evt.args evt.res evt.rawres evt.failed evt.is_open_write
    evt.arg.flags evt.buffer evt.buflen evt.count evt.info evt.dir evt.latency evt.deltatime proc.name proc.exe proc.args
    proc.cmdline proc.exepath proc.cwd proc.env proc.pid proc.ppid proc.vpid proc.sid proc.tty proc.pname proc.pcmdline
    proc.aname[2] proc.apid[3] proc.loginshellid proc.fdlimit proc.fdopencount proc.duration proc.is_exe_writable
    proc.is_exe_upper_layer proc.is_exe_from_memfd proc.exe_ino proc.exe_ino.ctime proc.exe_ino.mtime proc.pid.ts
    proc.vmsize proc.sname proc.vpgid proc.pgid thread.tid thread.vtid thread.ismain thread.cap_permitted
    thread.cap_effective thread.cap_inheritable thread.cgroups fd.num fd.name fd.type fd.typechar fd.ino fd.dev fd.sip fd.cip fd.sport
    fd.cport fd.l4proto fd.nameraw fd.types fd.is_server fd.containername fs.path.name fs.path.source fs.path.target
    user.uid user.name user.homedir user.shell user.loginuid user.loginname group.gid group.name container.id""".split()
LOAD = "record-load"


FD_LIST = 0x218


def in_order(data):
    """A capture with each list of fds in the order of its bytes: what order an fd has in a table depends on what the
    table held before, so that a recording of a recording may have them in another."""
    blocks, at = [], 0
    while at < len(data):
        kind, length = struct.unpack_from("<II", data, at)
        block = data[at:at + length]
        if kind == FD_LIST:
            entries, place = [], 16  # behind the block's header and the thread
            while place + 12 <= length:
                size = struct.unpack_from("<I", block, place)[0]
                entries.append(block[place:place + size])
                place += size
            block = block[:16] + b"".join(sorted(entries)) + block[place:]
        blocks.append(block)
        at += length
    return b"".join(blocks)


class Skip(Exception):
    """Cannot be tried here; the text says why."""


def rules(path, condition):
    output = " ".join("%" + field for field in FIELDS)
    with open(path, "w", encoding="ascii") as file:
        file.write(f"- rule: seen\n  desc: prints many fields\n  condition: {condition}\n  output: \"{output}\"\n"
                   "  priority: DEBUG\n")
    return path


def build(rulec, condition, agent):
    done = subprocess.run([rulec, "build", "-r", rules(agent + ".yaml", condition), "-o", agent], capture_output=True,
                          text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"rulec build failed:\n{done.stderr}")
    return agent


def event_names():
    """Names of events by their number, from the catalogue."""
    with open(ROOT + "/runtime/catalog/events.def", encoding="ascii") as file:
        return {int(number): name for number, name in re.findall(r'^EVENT\((\d+), \w+, "(\w+)"', file.read(), re.MULTILINE)}


def read_plain(path):
    with open(path, "rb") as file:
        data = file.read()
    return gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data


class Test:
    def __init__(self, dir, keep):
        self.dir, self.keep = dir, keep
        self.good, self.failures, self.events = 0, 0, 0
        self.names = event_names()
        self.tshark = shutil.which("tshark")

    def note(self, what, problem):
        print(f"{'FAIL ' if problem else 'ok   '} {what}{': ' + problem if problem else ''}", flush=True)
        self.failures += bool(problem)
        self.good += not problem

    def agent(self, agent, *arguments):
        done = subprocess.run([agent, "--json", "--json-no-output", *arguments], capture_output=True, check=False,
                              env=os.environ | {"TZ": "UTC"})
        if done.returncode != 0:
            sys.exit(f"{agent} {' '.join(arguments)}: exit status {done.returncode}\n{done.stderr.decode()[-1000:]}")
        return done.stdout.splitlines()

    def compare(self, what, want, have):
        """Two lists of alerts, line by line."""
        problem = None if len(want) == len(have) else f"{len(have)} alerts, not {len(want)}"
        for a, b in zip(want, have):
            if a != b:
                a, b = (json.loads(line)["output_fields"] for line in (a, b))
                differ = [f"{key}: {b.get(key)!r}, not {a.get(key)!r}" for key in a if a.get(key) != b.get(key)]
                problem = f"event {a['evt.num']}: {'; '.join(differ)[:600]}"
                break
        self.note(what, problem)

    def by_tshark(self, what, path, alerts, total):
        """tshark on a recording, beside the agent's alerts on it."""
        if not self.tshark:
            return self.note(what + ", by tshark", None)
        done = subprocess.run([self.tshark, "-n", "-r", path, "-T", "fields", "-e", "frame.number", "-e", "frame.time_epoch",
                               "-e", "sysdig.event_type", "-e", "sysdig.thread_id", "-e", "sysdig.cpu_id"],
                              capture_output=True, text=True, check=False)
        if done.returncode != 0:
            return self.note(what + ", by tshark", done.stderr[-500:])
        frames = [line.split("\t") for line in done.stdout.splitlines()]
        problem = None if len(frames) == total else f"{len(frames)} events, not {total}"
        for alert in alerts:
            fields = json.loads(alert)["output_fields"]
            number = fields["evt.num"]
            if number > len(frames):
                problem = f"no event {number}"
                break
            frame, when, kind, thread, cpu = frames[number - 1]
            seconds, fraction = when.split(".")
            have = (int(frame), int(seconds) * 10**9 + int(fraction.ljust(9, "0")), int(cpu))
            want = (number, fields["evt.rawtime"], fields["evt.cpu"])
            name = self.names[int(kind)]
            if have != want or int(kind) > 1 and name != fields["evt.type"]:
                problem = f"event {number}: {have} {name}, not {want} {fields['evt.type']}"
                break
            if fields["thread.tid"] is not None and int(thread) & (1 << 63) - 1 != fields["thread.tid"] & (1 << 63) - 1:
                problem = f"event {number}: thread {thread}, not {fields['thread.tid']}"
                break
        self.events += len(alerts)
        return self.note(f"{what}, by tshark: {len(alerts)} events beside the agent's, {total} in all", problem)

    def sections(self, agent, paths):
        """Captures one behind the other, each with a start state of its own."""
        joined, record = self.dir + "/joined.scap", self.dir + "/joined-again.scap"
        with open(joined, "wb") as file:
            for path in [*paths, paths[0]]:
                file.write(read_plain(path))
        alerts = self.agent(agent, "--capture", joined, "--record", record)
        self.compare(f"{len(paths) + 1} captures joined, replayed", alerts, self.agent(agent, "--capture", record))

    def capture(self, agent, path):
        name = os.path.basename(path).split(".")[0]
        record, packed, again = (f"{self.dir}/{name}{end}" for end in (".scap", ".scap.gz", ".again"))
        alerts = self.agent(agent, "--capture", path, "--record", record)
        self.agent(agent, "--capture", path, "--record", packed)
        self.compare(f"{name}: {len(alerts)} events and their fields, replayed", alerts, self.agent(agent, "--capture", record, "--record", again))
        with open(record, "rb") as a, open(again, "rb") as b, gzip.open(packed) as c:
            data = a.read()
            same = in_order(data) == in_order(b.read())
            self.note(f"{name}: recorded again, the same {len(data)} bytes", None if same else "other bytes")
            self.note(f"{name}: gzip, the same", None if data == c.read() else "other bytes")
        self.by_tshark(name, record, alerts, self.count(agent, record))
        for file in (again, packed) if self.keep else (again, packed, record):
            os.unlink(file)

    def count(self, agent, path):
        """Events in a recording, as the agent counts them."""
        done = subprocess.run([agent, "--capture", path, "--stats"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                              text=True, check=True)
        return int(re.search(r"stats: (\d+) events of", done.stderr).group(1))

    def live(self, agent):
        record, out, err = self.dir + "/live.scap", self.dir + "/live.out", self.dir + "/live.err"
        process = subprocess.Popen([agent, "--json", "--json-no-output", "--record", record,
                                    "-o", "hardening.tamper=false"], stdin=subprocess.DEVNULL,
                                   stdout=open(out, "wb"), stderr=open(err, "wb"), env=os.environ | {"TZ": "UTC"})

        def messages():
            with open(err, errors="replace") as file:
                return file.read()

        deadline = time.monotonic() + READY_SECONDS
        while "watching the kernel" not in messages():
            if process.poll() is not None:
                if "refused" in messages() or "does not describe its types" in messages():
                    raise Skip(messages().strip().splitlines()[-1])
                sys.exit(f"the agent ended with status {process.returncode}:\n{messages()}")
            if time.monotonic() > deadline:
                process.kill()
                sys.exit("the agent was not ready in time:\n" + messages())
            time.sleep(0.05)
        loads = [load(self.dir, number) for number in range(2)]
        for one in loads:
            if one.wait() != 0:
                sys.exit("the load itself failed")
        process.send_signal(signal.SIGINT)
        try:
            status = process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            status = "none: it did not stop"
        self.note("live: stops, nothing lost", None if status == 0 and "nothing lost" in messages() else
                  f"exit status {status}\n{messages()}")
        with open(out, "rb") as file:
            alerts = file.read().splitlines()
        total = int(re.search(r"stopped after (\d+) events", messages()).group(1))
        self.note(f"live: {len(alerts)} alerts of the load", None if len(alerts) > 1000 else "too few")
        self.compare("live: the recording replayed, the same alerts", alerts, self.agent(agent, "--capture", record))
        self.by_tshark("live", record, alerts, total)


# --- the load -----------------------------------------------------------------------------------
# A copy of Python, so that its name is its own; it runs LOAD_TEXT for a while.

LOAD_TEXT = """
import os, socket, subprocess, sys, threading, time
end, dir = time.monotonic() + float(sys.argv[1]), sys.argv[2]
os.makedirs(dir)
os.chdir(dir)

def files():
    for name in ("a", "b/../c", "d" * 200):
        os.makedirs("b", exist_ok=True)
        with open(name, "w") as file:
            file.write("some text\\n" * 10)
        with open(name) as file:
            file.read()
        os.chmod(name, 0o600)
        os.rename(name, "moved")
        os.link("moved", "linked")
        os.symlink("moved", "symbolic")
        for each in ("moved", "linked", "symbolic"):
            os.unlink(each)

def sockets():
    for family, address in ((socket.AF_INET, ("127.0.0.1", 0)), (socket.AF_INET6, ("::1", 0)), (socket.AF_UNIX, "listener")):
        try:
            server = socket.socket(family)
            server.bind(address)
        except OSError:
            continue
        server.listen()
        client = socket.create_connection(server.getsockname()[:2]) if family != socket.AF_UNIX else socket.socket(family)
        if family == socket.AF_UNIX:
            client.connect(address)
        peer = server.accept()[0]
        client.sendall(b"hello" * 50)
        peer.recv(1000)
        for each in (client, peer, server):
            each.close()
        if family == socket.AF_UNIX:
            os.unlink(address)
    datagram = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    datagram.bind(("127.0.0.1", 0))
    datagram.sendto(b"x" * 300, datagram.getsockname())
    datagram.recvfrom(1000)

def processes():
    subprocess.run(["sh", "-c", "cat </etc/hostname >copy; (cd / && ls >/dev/null); exit 3"], check=False)
    child = os.fork()
    if child == 0:
        os.setpgid(0, 0)
        os._exit(0)
    os.waitpid(child, 0)

def others():
    reader, writer = os.pipe()
    again = os.dup(writer)
    os.write(again, b"through a pipe")
    os.read(reader, 100)
    for fd in (reader, writer, again, os.memfd_create("memory"), os.eventfd(1)):
        os.close(fd)

def work():
    while time.monotonic() < end:
        for each in (files, sockets, processes, others):
            each()

thread = threading.Thread(target=lambda: [others() or time.sleep(0.01) for _ in range(100)])
thread.start()
work()
thread.join()
"""


def load(dir, number):
    program = f"{dir}/{LOAD}"
    if not os.path.exists(program):
        shutil.copyfile(os.path.realpath(sys.executable), program)
        os.chmod(program, 0o755)
    return subprocess.Popen([program, "-I", "-B", "-c", LOAD_TEXT, str(LOAD_SECONDS), f"{dir}/load-{number}"],
                            stdin=subprocess.DEVNULL, env=os.environ | {"PYTHONHOME": sys.base_prefix})


def captures(corpus):
    yield ROOT + "/tests/demo/demo.scap.gz"
    folder = corpus + "/captures"
    for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else []:
        path = f"{folder}/{name}"
        with open(path, "rb") as file, contextlib.suppress(gzip.BadGzipFile):
            large = os.path.getsize(path) > LARGE or len(gzip.decompress(file.read())) > LARGE
        if name.endswith(".scap") and not large:
            yield path


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", default=ROOT + "/build")
    parser.add_argument("--corpus", default=ROOT + "/../shared/conformance")
    parser.add_argument("--keep", metavar="DIR", help="leaves the recordings there")
    parser.add_argument("--only", choices=("capture", "live"))
    options = parser.parse_args()
    rulec = os.path.realpath(options.build + "/bin/rulec")
    if not os.access(rulec, os.X_OK):
        sys.exit(f"{rulec} is not there; build first")
    why = None
    with contextlib.ExitStack() as stack:
        dir = options.keep or tempfile.mkdtemp(prefix="rulec-record-")
        os.makedirs(dir, exist_ok=True)
        if not options.keep:
            stack.callback(shutil.rmtree, dir, ignore_errors=True)
        test = Test(os.path.realpath(dir), options.keep)
        if options.only in (None, "capture"):
            agent = build(rulec, "evt.num > 0", dir + "/agent")
            for path in captures(options.corpus):
                test.capture(agent, path)
            test.sections(agent, list(captures(options.corpus))[:3])
        if options.only in (None, "live"):
            try:
                if platform.machine() != "x86_64" or os.geteuid() != 0:
                    raise Skip("watching the kernel needs root, on x86-64")
                test.live(build(rulec, f"proc.name = {LOAD} or proc.aname = {LOAD}", dir + "/live-agent"))
            except Skip as reason:
                why = str(reason)
    if why:
        print(f"live: left out: {why}")
    if test.good + test.failures == 0:
        return 77
    print(f"{test.good} of {test.good + test.failures} cases, {test.events} events beside tshark's"
          f"{', live left out: ' + why if why else ''}")
    return 1 if test.failures else 0


if __name__ == "__main__":
    sys.exit(main())
