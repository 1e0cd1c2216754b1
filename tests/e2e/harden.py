#!/usr/bin/env python3
"""What an agent gives up: how its file is made; on the running kernel its capabilities, the system calls that it keeps to
and the paths of its outputs; that all outputs work so; and that what steps over the line ends it. That systemd starts it again then is in systemd.py.

Calls that the agent itself never makes are made by its threads with ptrace (tests/support/inject.py).

Exit status: 0 passed, 1 failed, 77 without root or where the kernel refuses BPF programs.
"""

import atexit
import http.server
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "../.."))
sys.path.insert(0, os.path.join(ROOT, "tests/support"))
import inject  # noqa: E402

RULEC = os.path.join(ROOT, "build/bin/rulec")
READY_SECONDS = 60
FOUR = 1 << 39 | 1 << 38 | 1 << 19 | 1 << 2  # BPF, PERFMON, SYS_PTRACE, DAC_READ_SEARCH
OPENAT, SOCKET, MPROTECT = 257, 41, 10
MARKERS = 300
checks = 0


def check(holds, what):
    global checks
    checks += 1
    if not holds:
        sys.exit(f"FAILED: {what}")


def output(*command, status=0):
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    check(done.returncode == status, f"exit status {done.returncode} of {command}: {done.stdout}{done.stderr}")
    return done.stdout + done.stderr


def build(directory, name, site):
    with open(f"{directory}/{name}.yaml", "w", encoding="utf-8") as file:
        file.write(site)
    agent = f"{directory}/{name}"
    output(RULEC, "build", "-c", f"{agent}.yaml", "-r", f"{directory}/rules.yaml", "-o", agent)
    return agent


# --- the file ---------------------------------------------------------------------------------


def check_file(agent, is_static):
    headers = output("readelf", "-hlW", agent)
    dynamic = output("readelf", "-dW", agent)
    check(re.search(r"Type: +DYN", headers), "position-independent")
    check(("INTERP" not in headers) == is_static, "static or not")
    check("GNU_RELRO" in headers, "RELRO")
    check("BIND_NOW" in dynamic and re.search(r"FLAGS_1.*NOW.*PIE", dynamic), "all is bound at the start")
    check(re.search(r"GNU_STACK.* RW +0x", headers), "the stack does not run")
    check(not re.search(r"LOAD.* (RWE|WE) ", headers), "nothing is both written and run")
    symbols = output("readelf", "-sW", agent)
    check("__stack_chk_fail" in symbols, "the stack is protected")
    check(re.search(r" __(memcpy|snprintf|vsnprintf|fprintf|printf)_chk", symbols), "FORTIFY")
    check_landing_pads(agent, symbols)


def check_landing_pads(agent, symbols):
    """Functions of the runtime and of the rules begin with endbr64 if their address is taken; those of others are the
    distribution's."""
    wanted = {"rt_agent_main", "main", "live_next", "live_close"}
    found = {}
    for line in symbols.splitlines():
        words = line.split()
        if len(words) == 8 and words[3] == "FUNC" and words[7] in wanted:
            found[words[7]] = int(words[1], 16)
    check(found.keys() >= {"rt_agent_main", "main"}, f"functions of the agent in its symbols: {found}")
    headers = output("readelf", "-lW", agent)
    loads = [tuple(int(n, 16) for n in m) for m in re.findall(
        r"LOAD +(0x[0-9a-f]+) (0x[0-9a-f]+) 0x[0-9a-f]+ (0x[0-9a-f]+)", headers)]
    with open(agent, "rb") as file:
        data = file.read()
    for name, address in found.items():
        at = next(offset + address - begin for offset, begin, size in loads if begin <= address < begin + size)
        check(data[at:at + 4] == b"\xf3\x0f\x1e\xfa", f"{name} begins with endbr64")


# --- a running agent --------------------------------------------------------------------------


class Agent:
    def __init__(self, directory, command):
        self.messages = f"{directory}/messages"
        self.alerts = f"{directory}/alerts"
        with open(self.messages, "w", encoding="utf-8") as messages, open(self.alerts, "w", encoding="utf-8") as alerts:
            self.process = subprocess.Popen(command, stdout=alerts, stderr=messages, stdin=subprocess.DEVNULL)
        self.pid = self.process.pid
        atexit.register(self.kill)
        for _ in range(READY_SECONDS * 20):
            if "watching the kernel" in self.said() or self.process.poll() is not None:
                break
            time.sleep(0.05)

    def said(self):
        with open(self.messages, encoding="utf-8") as file:
            return file.read()

    def is_ready(self):
        return "watching the kernel" in self.said() and self.process.poll() is None

    def status(self, tid):
        with open(f"/proc/{self.pid}/task/{tid}/status", encoding="utf-8") as file:
            return dict(line.rstrip("\n").split(":\t", 1) for line in file if ":\t" in line)

    def stop(self):
        self.process.terminate()
        return self.process.wait(60)

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()


def start(directory, agent, *options):
    command = [agent]
    for option in options:
        command += ["-o", option]
    running = Agent(directory, command)
    if not running.is_ready():
        said = running.said()
        running.kill()
        if "the kernel refused" in said:
            print("77: " + said.strip().splitlines()[-1])
            sys.exit(77)
        sys.exit(f"FAILED: the agent does not start: {said}")
    return running


def open_markers(directory, n):
    for number in range(n):
        open(f"{directory}/marker-{number}", "w", encoding="utf-8").close()


# --- scenes -----------------------------------------------------------------------------------


def limits_of_threads(directory, agent):
    """Capabilities, no_new_privs and the filter are those of all threads; a switch turns each off."""
    running = start(directory, agent)
    said = running.said()
    tids = inject.threads(running.pid)
    check(len(tids) > 1, "there are threads")
    for tid in tids:
        status = running.status(tid)
        for name in ("CapPrm", "CapEff", "CapBnd"):
            check(int(status[name], 16) == FOUR, f"{name} of thread {tid}: {status[name]}")
        check(int(status["CapInh"], 16) == int(status["CapAmb"], 16) == 0, "nothing is handed on")
        check(status["NoNewPrivs"] == "1" and status["Seccomp"] == "2", "no new privileges, and a filter")
    check("goes on with CAP_DAC_READ_SEARCH, CAP_SYS_PTRACE, CAP_PERFMON, CAP_BPF; no new privileges" in said, said)
    check(running.stop() == 0, f"the end: {running.said()}")
    with open("/proc/self/status", encoding="utf-8") as file:
        before = re.search(r"CapEff:\s*(\w+)", file.read())[1]
    running = start(directory, agent, "hardening.seccomp=false", "hardening.landlock=false",
                    "hardening.no_new_privs=false", "hardening.capabilities=false")
    status = running.status(running.pid)
    check(status["CapEff"].strip() == before and status["NoNewPrivs"] == "0" and status["Seccomp"] == "0",
          f"all switched off: {status}")
    check(running.stop() == 0, "the end without any")
    return f"capabilities {before} before, {FOUR:016x} after"


def forbidden_calls(directory, agent):
    """Each ends the agent with SIGSYS, from whichever thread."""
    tries = [("socket", SOCKET, (2, 1, 0)),
             ("openat to write", OPENAT, (-100 & (1 << 64) - 1, f"{directory}/made", os.O_WRONLY | os.O_CREAT, 0o600)),
             ("memory that runs", MPROTECT, (1 << 20, 4096, 7))]
    for name, number, arguments in tries:
        running = start(directory, agent)
        try:
            inject.inject(inject.threads(running.pid)[-1], number, *arguments)
        except inject.Ended as end:
            check(end.signal in (signal.SIGSYS, signal.SIGKILL), f"{name} ended it by {end.signal}")
        except (OSError, RuntimeError) as error:
            running.kill()
            sys.exit(f"FAILED: {name} could not be made: {error}")
        else:
            running.kill()
            sys.exit(f"FAILED: {name} is not forbidden")
        check(running.process.wait(20) == -signal.SIGSYS, f"{name} ended it by {running.process.returncode}")
        check(not os.path.exists(f"{directory}/made"), f"{name} has done nothing")
    return len(tries)


def paths_of_outputs(directory, agent):
    """The thread of an output opens its own files, and no others: seccomp lets it write, Landlock decides where."""
    os.mkdir(f"{directory}/out")
    running = start(directory, agent, "file_output.enabled=true", f"file_output.filename={directory}/out/file")
    results = {}
    write = (os.O_WRONLY | os.O_CREAT, 0o600)
    for tid in inject.threads(running.pid):
        inside = inject.inject(tid, OPENAT, -100 & (1 << 64) - 1, f"{directory}/out/new", *write)
        outside = inject.inject(tid, OPENAT, -100 & (1 << 64) - 1, f"{directory}/elsewhere-{tid}", *write)
        read = inject.inject(tid, OPENAT, -100 & (1 << 64) - 1, "/root", os.O_RDONLY | os.O_DIRECTORY, 0)
        results[tid] = (inside >= 0, outside, read)
    bound = [tid for tid, result in results.items() if result[0] and result[1] == result[2] == -13]
    check(len(bound) >= 2, f"threads of outputs are bound (stdout, file): {results}, {running.said()}")
    for tid in bound:
        check(not os.path.exists(f"{directory}/elsewhere-{tid}"), "nothing was made elsewhere")
    check(running.stop() == 0, f"the end: {running.said()}")
    return len(bound)


class Receiver(http.server.BaseHTTPRequestHandler):
    received = 0

    def do_POST(self):
        Receiver.received += self.rfile.read(int(self.headers["Content-Length"])).count(b"marker-")
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_):
        pass


def all_outputs(directory, agent):
    """A file under rotation and reopened, a spool, syslog, a program, HTTP and Kafka, all held to the list; Kafka has no
    broker, and its alerts are spooled."""
    log = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    log.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 22)
    log.bind(f"{directory}/log")
    lines = []
    threading.Thread(target=lambda: [lines.append(log.recv(65536)) for _ in range(MARKERS)], daemon=True).start()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    os.makedirs(f"{directory}/all")
    running = start(
        directory, agent, "priority=notice", "hardening.tamper=false", "file_output.enabled=true", f"file_output.filename={directory}/all/file",
        "file_output.rotate_size_mb=1", "syslog_output.enabled=true",
        f"syslog_output.address=unix+rfc5424:{directory}/log", "program_output.enabled=true",
        f"program_output.program=cat >{directory}/program", "program_output.keep_alive=true",
        "http_output.enabled=true", f"http_output.url=http://localhost:{server.server_port}/",
        "http_output.keep_alive=true", "kafka_output.enabled=true", "kafka_output.brokers=127.0.0.1:1",
        f"outputs_spool.directory={directory}/spool", "output_timeout=2000")
    open_markers(directory, MARKERS // 2)
    time.sleep(0.5)
    os.rename(f"{directory}/all/file", f"{directory}/all/moved")
    running.process.send_signal(signal.SIGHUP)
    time.sleep(1.2)
    running.process.send_signal(signal.SIGUSR1)
    for number in range(MARKERS // 2, MARKERS):
        open(f"{directory}/marker-{number}", "w", encoding="utf-8").close()
    time.sleep(1)
    status = running.stop()
    check(status in (0, 1), f"exit status {status}: {running.said()}")  # Kafka's are not delivered
    delivered = dict(re.findall(r"output (\w+): \d+ produced, (?:\d+ recovered, )?(\d+) delivered", running.said()))
    for name in ("stdout", "file", "syslog", "program", "http"):
        check(int(delivered.get(name, 0)) == MARKERS, f"{name} has {delivered.get(name)} of {MARKERS}: {running.said()}")
    with open(f"{directory}/all/moved", encoding="utf-8") as old, open(f"{directory}/all/file", encoding="utf-8") as new:
        check(len(old.readlines()) + len(new.readlines()) == MARKERS, "the file, and the one before it")
    check(Receiver.received == MARKERS, f"HTTP received {Receiver.received}")
    check(len(lines) == MARKERS, f"syslog received {len(lines)}")
    server.shutdown()
    return len(delivered)


def missing_capabilities(directory, agent):
    """What is missing is named; without the first two nothing can be watched."""
    without = ("setpriv", "--inh-caps", "-all", "--bounding-set")
    said = output(*without, "-all,+sys_ptrace", agent, status=1)
    check("CAP_BPF is missing" in said and "CAP_PERFMON is missing" in said and "CAP_DAC_READ_SEARCH is missing" in said,
          said)
    check("CAP_SYS_PTRACE is missing" not in said, said)
    running = Agent(directory, [*without, "-all,+bpf,+perfmon,+sys_ptrace,+dac_read_search", agent])
    check(running.is_ready() and "missing" not in running.said(), f"the four are enough: {running.said()}")
    check(running.stop() == 0, "the end with four")
    return 4


def main():
    with tempfile.TemporaryDirectory(prefix="rulec-harden-") as directory:
        with open(f"{directory}/rules.yaml", "w", encoding="utf-8") as file:
            file.write("- rule: Marker\n  desc: files of this test\n  condition: evt.type in (open, openat) and "
                       f"fd.name startswith {directory}/marker-\n  output: opened %fd.name\n  priority: NOTICE\n")
        plain = build(directory, "plain", "priority: debug\n")
        check_file(plain, True)
        everything = build(directory, "everything", "http_output:\n  enabled: true\nkafka_output:\n  enabled: true\n")
        check_file(everything, False)
        table = output(plain, "--seccomp-list").splitlines()
        check(table[0].split() == ["CALL", "ARGUMENTS", "PART", "FOR"] and len(table) > 50, "the table of system calls")
        longer = output(plain, "-o", "http_output.enabled=true", "--seccomp-list").splitlines()
        check(set(table) < set(longer), "an output adds its calls")
        check("hardening.seccomp: true" in output(plain, "--config"), "the switches are settings")
        if os.geteuid() != 0:
            print("the rest needs root")
            return 77
        told = limits_of_threads(directory, plain)
        calls = forbidden_calls(directory, plain)
        bound = paths_of_outputs(directory, plain)
        outputs = all_outputs(directory, everything)
        missing_capabilities(directory, plain)
    print(f"{told}; {calls} forbidden calls ended the agent, {bound} threads bound to their paths, {outputs} outputs; "
          f"{checks} of {checks} checks")
    return 0


if __name__ == "__main__":
    sys.exit(main())
