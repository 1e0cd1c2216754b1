#!/usr/bin/env python3
"""What a live agent knows about running threads, against what /proc says of them, under load.

Some hundred threads of a few dozen processes, half of them older than the agent, open, double and
close descriptors of every kind, change directory and user, execute programs (from secondary threads
too) and lose their parents, while others keep the machine busy with forks. Now and then a process
pauses: the test reads /proc/PID about it, then each of its threads calls lseek on each descriptor,
with an offset by which one rule of the agent knows it. That rule's alert tells name, executable,
directory, user, parents and the descriptor as the agent has them.

    proc_facts.py [--rulec RULEC] [--seed N]

Exit status: 0 all facts agree, 1 some do not, 77 the kernel refuses BPF programs.
"""

import argparse
import ctypes
import json
import os
import platform
import random
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", ".."))
SELF = os.path.realpath(__file__)
PYTHON = os.path.realpath(sys.executable)
LIBC = ctypes.CDLL(None, use_errno=True)
READY_SECONDS, ALERT_SECONDS = 60, 60
SECONDS = 120  # after which no process of the test is left, whatever happens
PROCESSES, THREADS = 28, 4  # threads of each process
ROUNDS, CHURN = 2, 15  # pauses of each process; operations before each
OFFSET = 735700000  # of the lseek by which the rule knows a pause; plus its number
ANCESTORS = 4

FIELDS = (["evt.arg.offset", "thread.tid", "proc.pid", "proc.vpid", "proc.name", "proc.exepath", "proc.cwd", "user.uid",
           "proc.ppid"] + [f"proc.apid[{n}]" for n in range(2, ANCESTORS + 1)] +
          ["proc.fdopencount", "fd.num", "fd.name", "fd.typechar", "fd.ino"])
RULE = f"""
- rule: facts
  desc: everything that is known, where a thread asks for it
  condition: evt.type = lseek and evt.rawarg.offset >= {OFFSET} and evt.rawarg.offset < {OFFSET + 1000}
  output: "{' '.join('%' + field for field in FIELDS)}"
  priority: DEBUG
"""


# --- the processes that are looked at -------------------------------------------------------------


class Worker:
    """Does what processes do, by the dice. Its standard input says when; standard output answers."""

    def __init__(self, dir, seed):
        self.dir, self.dice, self.keep = dir, random.Random(seed), []
        self.listener = None
        self.orders = [None] * (THREADS - 1)
        self.events = [threading.Event() for _ in self.orders]
        self.answers = threading.Semaphore(0)
        for number in range(len(self.orders)):
            threading.Thread(target=self.obey, args=(number,), daemon=True).start()

    def obey(self, number):
        """A secondary thread: does what it is told, one thing after the other."""
        while True:
            self.events[number].wait()
            self.events[number].clear()
            try:
                self.orders[number]()
            finally:
                self.answers.release()

    def by_any(self, function):
        """Lets any of the threads do it."""
        number = self.dice.randrange(THREADS)
        if number == THREADS - 1:
            function()
            return
        self.orders[number] = function
        self.events[number].set()
        self.answers.acquire()

    def open_file(self):
        here = os.open(self.dir, os.O_RDONLY | os.O_DIRECTORY)
        path, options = self.dice.choice([
            ("/etc/hosts", {}), ("/proc/self/../version", {}), ("/dev/null", {}), (self.dir + "/./a/../a/file", {}),
            ("a/file", {"dir_fd": here}), ("a", {"dir_fd": here}), (self.dir + "/missing", {})])
        try:
            self.keep.append(os.open(path, os.O_RDONLY, **options))
        except FileNotFoundError:
            pass
        os.close(here)

    def make_pipe(self):
        self.keep += os.pipe()

    def make_pair(self):
        self.keep += [one.detach() for one in socket.socketpair()]

    def pass_files(self):
        """Over a unix socket, as daemons hand them out; the numbers that came are kept."""
        here, there = socket.socketpair()
        files = [os.open(path, os.O_RDONLY) for path in ("/etc/hosts", "/dev/null", self.dir + "/a")]
        socket.send_fds(here, [b"x"], files)
        for file in files:
            os.close(file)
        self.keep += socket.recv_fds(there, 1, len(files))[1]
        here.close()
        there.close()

    def bind(self, kind):
        """To a port that is named: which one the kernel chose for 0, bind does not tell."""
        while True:
            bound = socket.socket(socket.AF_INET, kind)
            try:
                bound.bind(("127.0.0.1", self.dice.randrange(20000, 32000)))
                return bound
            except OSError:
                bound.close()

    def make_server(self):
        server = self.bind(socket.SOCK_STREAM)
        server.listen()
        client = socket.socket()
        client.connect(server.getsockname())
        self.keep += [server.accept()[0].detach(), client.detach(), server.detach()]

    def make_datagrams(self):
        one, other = self.bind(socket.SOCK_DGRAM), socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        other.connect(one.getsockname())
        other.send(b"x")
        one.recvfrom(10)
        one.close()
        self.keep.append(other.detach())

    def make_other(self):
        self.keep.append(self.dice.choice([
            lambda: os.eventfd(0), lambda: os.memfd_create("facts"), lambda: LIBC.epoll_create1(0),
            lambda: LIBC.inotify_init1(0), lambda: LIBC.timerfd_create(1, 0)])())

    def double(self):
        if self.keep:
            fd = self.dice.choice(self.keep)
            self.keep.append(self.dice.choice([
                lambda: os.dup(fd), lambda: os.dup2(fd, self.dice.choice([n for n in range(100, 120) if n != fd]),
                                                    inheritable=False)])())

    def close(self):
        for _ in range(min(4, len(self.keep))):
            fd = self.keep.pop(self.dice.randrange(len(self.keep)))
            if fd not in self.keep:
                os.close(fd)

    def close_range(self):
        self.keep = [fd for fd in self.keep if not 100 <= fd < 120]
        LIBC.close_range(100, 119, 0)

    def move(self):
        here = os.open(self.dir + "/a", os.O_RDONLY | os.O_DIRECTORY)
        self.dice.choice([lambda: os.chdir("/"), lambda: os.chdir(self.dir), lambda: os.fchdir(here),
                          lambda: os.chdir("/usr/share/../lib")])()
        os.close(here)

    def fork(self):
        child = os.fork()
        if child == 0:
            os._exit(0)
        os.waitpid(child, 0)

    def run(self):
        subprocess.run(["/bin/true"], check=True)

    def become(self):
        uid = self.dice.choice([0, 1, 65534, 1000])
        os.seteuid(0)
        os.setresuid(uid, uid, 0)  # so that another may follow

    def churn(self):
        what = [self.open_file] * 4 + [self.make_pipe, self.make_pair, self.pass_files, self.make_server, self.make_datagrams, self.double,
                                       self.double, self.close, self.close, self.close_range, self.move, self.fork,
                                       self.run, self.make_other, self.make_other, self.become]
        for _ in range(CHURN):
            self.by_any(self.dice.choice(what))

    def mark(self, number):
        """Every thread asks about every descriptor."""
        fds = sorted({0, 1, 2, *self.keep})

        def ask():
            for fd in fds:
                LIBC.lseek(fd, ctypes.c_long(OFFSET + number), 99)  # no such way to seek: nothing moves

        for at, event in enumerate(self.events):
            self.orders[at] = ask
            event.set()
            self.answers.acquire()
        ask()

    def serve(self):
        for line in sys.stdin:
            word, _, number = line.strip().partition(" ")
            if word == "churn":
                self.churn()
            elif word == "mark":
                self.mark(int(number))
            print(f"{os.getpid()} done", flush=True)


def act(kind, dir, seed):
    """A process of this file once more: what it does before it serves."""
    signal.alarm(SECONDS)
    command = [sys.executable, SELF, "--act", "plain", dir, str(seed)]
    if kind == "named":  # a program of another name, through a symbolic link
        os.execv(f"{dir}/facts-{seed}", command)
    if kind == "threaded":  # a secondary thread executes it
        threading.Thread(target=os.execv, args=(PYTHON, command)).start()
        time.sleep(60)
    if kind == "orphan" and os.fork() != 0:
        os._exit(0)
    Worker(dir, seed).serve()


class Process:
    def __init__(self, kind, dir, seed):
        self.child = subprocess.Popen([PYTHON, SELF, "--act", kind, dir, str(seed)], stdin=subprocess.PIPE,
                                      stdout=subprocess.PIPE, text=True)
        self.kind = kind
        self.pid = None

    def tell(self, text):
        self.child.stdin.write(text + "\n")
        self.child.stdin.flush()

    def wait(self):
        answer = self.child.stdout.readline().split()
        if answer[1:] != ["done"]:
            sys.exit(f"a process that was to be looked at ({self.kind}) ended: {answer}")
        self.pid = int(answer[0])

    def end(self):
        self.child.stdin.close()
        self.child.wait()
        self.child.stdout.close()


def make_noise(dir):
    """Keeps the machine busy: a shell that forks and executes without end."""
    return subprocess.Popen(["/bin/sh", "-c", "while kill -0 $PPID; do /bin/ls /usr/lib >/dev/null; (cd /; : </dev/null) | cat; done"],
                            cwd=dir, start_new_session=True)


# --- what /proc says --------------------------------------------------------------------------------


def read(path):
    with open(path, "rb") as file:
        return file.read().decode(errors="replace")


def status(path):
    return dict(line.split(":\t", 1) for line in read(path + "/status").splitlines() if ":\t" in line)


def sockets(pid):
    """Of IPv4 and unix sockets by inode: type and names that are right."""

    def address(text):
        ip, port = text.split(":")
        return ".".join(str(byte) for byte in bytes.fromhex(ip)[::-1]) + f":{int(port, 16)}"

    found = {}
    for kind in "tcp", "udp":
        for line in read(f"/proc/{pid}/net/{kind}").splitlines()[1:]:
            words = line.split()
            local, remote = address(words[1]), address(words[2])
            names = {f"{local}->{remote}", f"{remote}->{local}"}
            if words[2].endswith(":0000"):
                names = {local}
            found[int(words[9])] = ("4", names)
    for line in read(f"/proc/{pid}/net/unix").splitlines()[1:]:
        found[int(line.split()[6])] = ("u", None)
    return found


ANONYMOUS = {"anon_inode:[eventfd]": "e", "anon_inode:[eventpoll]": "l", "anon_inode:inotify": "i",
             "anon_inode:[timerfd]": "t"}


def descriptors(pid):
    """number: (type, names that are right or None, inode or None)"""
    known, result = sockets(pid), {}
    for number in os.listdir(f"/proc/{pid}/fd"):
        path = f"/proc/{pid}/fd/{number}"
        link, inode = os.readlink(path), None
        if match := re.fullmatch(r"(pipe|socket):\[(\d+)\]", link):
            inode = int(match[2])
            kind, names = ("p", None) if match[1] == "pipe" else known.get(inode, ("?", None))
            if match[1] == "socket":
                inode = None  # not told by every event that makes one
        elif link.startswith("/memfd:"):
            kind, names = "m", {link, link.removeprefix("/memfd:").removesuffix(" (deleted)")}
        elif link in ANONYMOUS:
            kind, names = ANONYMOUS[link], None
        else:
            kind, names = "d" if os.path.isdir(path) else "f", {link}
            inode = os.stat(path).st_ino if kind == "f" else None
        result[int(number)] = (kind, names, inode)
    return result


def facts(pid):
    """By tid what /proc says of the process' threads; and its descriptors."""
    threads = {}
    parents, parent = [], pid
    while parent and len(parents) < ANCESTORS:
        parent = int(status(f"/proc/{parent}")["PPid"])
        parents.append(parent)
    parents = (parents + [None] * ANCESTORS)[:ANCESTORS]
    fds = descriptors(pid)
    for tid in os.listdir(f"/proc/{pid}/task"):
        path = f"/proc/{pid}/task/{tid}"
        said = status(path)
        cwd = os.readlink(path + "/cwd")
        threads[int(tid)] = {
            "proc.pid": pid, "proc.vpid": int(said["NStgid"].split()[-1]), "proc.name": read(path + "/comm").rstrip("\n"),
            "proc.exepath": os.readlink(path + "/exe"), "proc.cwd": cwd if cwd.endswith("/") else cwd + "/",
            "user.uid": int(said["Uid"].split()[1]), "proc.fdopencount": len(fds), "proc.ppid": parents[0],
            **{f"proc.apid[{n + 1}]": parents[n] for n in range(1, ANCESTORS)},
        }
    return threads, fds


# --- the test ---------------------------------------------------------------------------------------


class Agent:
    def __init__(self, program, dir):
        self.out, self.err = dir + "/alerts", dir + "/messages"
        with open(self.out, "wb") as out, open(self.err, "wb") as err:
            self.process = subprocess.Popen([program, "--json", "--stats"], stdin=subprocess.DEVNULL, stdout=out, stderr=err)
        deadline = time.monotonic() + READY_SECONDS
        while "watching the kernel" not in self.messages():
            if self.process.poll() is not None:
                last = self.messages().strip().splitlines()[-1:]
                if "refused" in self.messages() or "does not describe its types" in self.messages():
                    raise Refused(*last)
                sys.exit(f"the agent ended with status {self.process.returncode}: {last}")
            if time.monotonic() > deadline:
                sys.exit("the agent was not ready in time:\n" + self.messages())
            time.sleep(0.05)

    def messages(self):
        return read(self.err)

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(ALERT_SECONDS)

    def alerts(self):
        with open(self.out, errors="replace") as file:
            return [json.loads(line)["output_fields"] for line in file]


class Refused(Exception):
    """The kernel does not let the agent watch it; the text says why."""


class Test:
    def __init__(self):
        self.expected = {}  # (number of the pause, tid, fd): what the alert must say
        self.samples = 0
        self.pauses = 0

    def pause(self, process):
        threads, fds = facts(process.pid)
        for tid, known in threads.items():
            self.samples += 1
            for fd, descriptor in fds.items():
                self.expected[self.pauses, tid, fd] = (process.kind, known, descriptor)
        process.tell(f"mark {self.pauses}")
        process.wait()
        self.pauses += 1

    def compare(self, alerts):
        """How many facts were compared, and what differed."""
        compared, wrong, heard = 0, [], set()
        for alert in alerts:
            if "evt.arg.offset" not in alert:  # the agent's own alert that somebody signals it
                continue
            key = (int(alert["evt.arg.offset"]) - OFFSET, alert["thread.tid"], alert["fd.num"])
            if key not in self.expected:
                continue
            heard.add(key)
            kind, known, (fd_type, names, inode) = self.expected[key]
            known = dict(known)
            if fd_type == "d" and alert["fd.typechar"] == "f":
                fd_type = "f"  # as Falco has it where a directory was not opened as one
            known["fd.typechar"] = fd_type
            if inode is not None:
                known["fd.ino"] = inode
            for field, value in known.items():
                if field.startswith("proc.apid") and value in (None, 0):
                    continue  # above init
                compared += 1
                if alert[field] != value:
                    wrong.append(f"{kind} {key}: {field} is {alert[field]!r}, /proc says {value!r}")
            if names is not None:
                compared += 1
                if alert["fd.name"] not in names:
                    wrong.append(f"{kind} {key}: fd.name is {alert['fd.name']!r}, /proc says {' or '.join(sorted(names))}")
        asked = {key for key in self.expected if key[2] in heard_fds(heard, key)}
        wrong += [f"{self.expected[key][0]} {key}: no alert" for key in sorted(asked - heard)]
        return compared, wrong


def heard_fds(heard, key):
    """The descriptors that some thread asked about in that pause: those that the process keeps."""
    if not hasattr(heard_fds, "cache"):
        heard_fds.cache = {}
        for pause, _, fd in heard:
            heard_fds.cache.setdefault(pause, set()).add(fd)
    return heard_fds.cache.get(key[0], {0, 1, 2})


def build(rulec, dir):
    with open(dir + "/facts.yaml", "w") as file:
        file.write(RULE)
    done = subprocess.run([rulec, "build", "-r", dir + "/facts.yaml", "-o", dir + "/agent"], capture_output=True, text=True,
                          check=False)
    if done.returncode != 0:
        sys.exit(f"rulec build failed:\n{done.stderr[-2000:]}")
    return dir + "/agent"


def run(program, dir, seed):
    kinds, test, processes = ("plain", "named", "threaded", "orphan"), Test(), []
    os.mkdir(dir + "/a")
    with open(dir + "/a/file", "w") as file:
        file.write("facts\n")
    os.chmod(dir, 0o755)

    def start(first, last):
        started = []
        for number in range(first, last):
            os.symlink(PYTHON, f"{dir}/facts-{seed + number}")
            started.append(Process(kinds[number % len(kinds)], dir, seed + number))
        for process in started:
            process.tell("churn")
        for process in started:
            process.wait()
        processes.extend(started)

    noise = make_noise(dir)
    agent = None
    try:
        start(0, PROCESSES // 2)
        agent = Agent(program, dir)
        start(PROCESSES // 2, PROCESSES)
        for _ in range(ROUNDS):
            for process in processes:  # some are busy while others are looked at
                process.tell("churn")
            for process in processes:
                process.wait()
                test.pause(process)
    finally:
        os.killpg(noise.pid, signal.SIGKILL)
        noise.wait()
        for process in processes:
            process.end()
        ended = agent.stop() if agent else 0
    if ended != 0:
        sys.exit(f"the agent ended with status {ended}:\n{agent.messages()}")
    alerts = agent.alerts()
    compared, wrong = test.compare(alerts)
    for line in wrong[:40]:
        print(line)
    if "nothing lost" not in agent.messages():
        print(agent.messages())
    if test.samples < 200:
        sys.exit(f"only {test.samples} threads were looked at")
    print(f"{test.samples} threads looked at, {compared - len(wrong)} of {compared} facts as /proc says")
    return 1 if wrong else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rulec", default=ROOT + "/build/bin/rulec")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--act", nargs=3, metavar=("KIND", "DIR", "SEED"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.act:
        act(options.act[0], options.act[1], int(options.act[2]))
        return
    if platform.machine() != "x86_64" or os.geteuid() != 0:
        print("watching the kernel needs root, on x86-64")
        sys.exit(77)
    dir = os.path.realpath(tempfile.mkdtemp(prefix="rulec-facts-"))
    try:
        sys.exit(run(build(options.rulec, dir), dir, options.seed))
    except Refused as why:
        print(why)
        sys.exit(77)
    finally:
        shutil.rmtree(dir, ignore_errors=True)


if __name__ == "__main__":
    main()
