#!/usr/bin/env python3
"""The agent of rules/ on the running kernel: behaviours performed for real, and their alerts.

Each behaviour is performed by a process of its own (this file once more, with --act), so that its
alerts are found by their pid. What the machine does not allow (podman, say) is left out and named.
Everything happens in a temporary directory, or in new files that are removed at the end.

    live.py [--agent AGENT] [--only NAME]

Exit status: 0 passed, 1 failed, 77 the kernel refuses BPF programs.
"""

import argparse
import contextlib
import ctypes
import json
import os
import platform
import re
import shutil
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import time

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", ".."))
READY_SECONDS = 60
ALERT_SECONDS = 30
SELF = os.path.realpath(__file__)
PYTHON = os.path.realpath(sys.executable)
PYTHON_NAME = os.path.basename(PYTHON)[:15]
LIBC = ctypes.CDLL(None, use_errno=True)
BURST = 2000


class Skip(Exception):
    """The machine does not allow this behaviour; the text says why."""


def call(name, *arguments):
    result = getattr(LIBC, name)(*arguments)
    if result == -1:
        raise OSError(ctypes.get_errno(), f"{name}: {os.strerror(ctypes.get_errno())}")
    return result


def touch(path, text="# a test of rulec\n"):
    with open(path, "w") as file:
        file.write(text)


def copy_program(source, target):
    shutil.copyfile(source, target)
    os.chmod(target, 0o755)


# --- behaviours -------------------------------------------------------------------------------
# act_NAME(dir) runs in a process of its own. EXPECTED[NAME] is the rule, and the fields that its
# alert must have; {dir} stands for the temporary directory.

EXPECTED = {}


def expect(rule, **fields):
    """Of the function below: its alert. A double underscore in a field's name is a dot."""

    def register(function):
        name = function.__name__.removeprefix("act_")
        EXPECTED.setdefault(name, []).append((rule, {k.replace("__", "."): v for k, v in fields.items()}))
        return function

    return register


PYTHON_IS = {"proc__name": PYTHON_NAME, "proc__exepath": PYTHON, "user__name": "root", "user__uid": 0}


@expect("Password hashes read", fd__name="/etc/shadow", **PYTHON_IS)
def act_password_hashes(_dir):
    open("/etc/shadow").close()


@expect("Configuration below /etc written", fd__name="/etc/rulec-live-test.conf", **PYTHON_IS)
def act_configuration(_dir):
    touch("/etc/rulec-live-test.conf")
    os.unlink("/etc/rulec-live-test.conf")


@expect("Scheduled job planted", fd__name="/etc/cron.d/rulec-live-test", **PYTHON_IS)
def act_job(_dir):
    made = not os.path.isdir("/etc/cron.d")
    os.makedirs("/etc/cron.d", exist_ok=True)
    touch("/etc/cron.d/rulec-live-test")
    os.unlink("/etc/cron.d/rulec-live-test")
    if made:
        os.rmdir("/etc/cron.d")


@expect("System program overwritten", fd__name="/usr/local/bin/rulec-live-test", **PYTHON_IS)
def act_program(_dir):
    touch("/usr/local/bin/rulec-live-test")
    os.unlink("/usr/local/bin/rulec-live-test")


@expect("SSH login keys changed", fd__name="{dir}/.ssh/authorized_keys", **PYTHON_IS)
def act_login_keys(dir):
    os.mkdir(dir + "/.ssh")
    touch(dir + "/.ssh/authorized_keys")


@expect("Log erased", fs__path__name="/var/log/audit/rulec-live-test", **PYTHON_IS)
def act_log(_dir):
    made = not os.path.isdir("/var/log/audit")
    os.makedirs("/var/log/audit", exist_ok=True)
    touch("/var/log/audit/rulec-live-test")
    os.unlink("/var/log/audit/rulec-live-test")
    if made:
        os.rmdir("/var/log/audit")


@expect("Shell history destroyed", fs__path__name="{dir}/.bash_history", **PYTHON_IS)
def act_history(dir):
    # Made under another name and put in place, so that only its end is seen.
    touch(dir + "/history")
    os.rename(dir + "/history", dir + "/.bash_history")
    os.unlink(dir + "/.bash_history")


@expect("Link made to a secret", fs__path__target="/etc/shadow", fs__path__source="{dir}/innocent", **PYTHON_IS)
def act_link(dir):
    # Relative to a directory of which only its descriptor tells.
    here = os.open(dir, os.O_RDONLY | os.O_DIRECTORY)
    os.symlink("/etc/shadow", "innocent", dir_fd=here)
    os.close(here)


@expect("Program run from memory only", proc__exepath="memfd:hidden", user__name="root")
def act_memory(_dir):
    memory = os.memfd_create("hidden", 0)
    with open("/bin/true", "rb") as program:
        os.write(memory, program.read())
    os.execv(f"/proc/self/fd/{memory}", ["innocent"])


@expect("Program run from shared memory", proc__exepath="{shm}/tool", proc__cmdline="tool one two")
def act_shared_memory(dir):
    folder = tempfile.mkdtemp(prefix="rulec-live-", dir="/dev/shm")
    touch(dir + "/shm", folder)
    copy_program("/bin/true", folder + "/tool")
    os.execv(folder + "/tool", ["tool", "one", "two"])


@expect("Program poses as a kernel thread", proc__exe="[kworker/0:3]")
def act_kernel_name(_dir):
    os.execv("/bin/true", ["[kworker/0:3]"])


@expect("Another process attached by a debugger", evt__arg__request="PTRACE_ATTACH", evt__arg__pid="cat", **PYTHON_IS)
def act_debugger(_dir):
    victim = subprocess.Popen(["/bin/cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    # The parent runs on before the kernel says that the exec is done: wait until the program answers.
    victim.stdin.write(b"x\n")
    victim.stdin.flush()
    victim.stdout.readline()
    call("ptrace", 16, victim.pid, None, None)
    os.waitpid(victim.pid, os.WUNTRACED)
    call("ptrace", 17, victim.pid, None, None)
    victim.kill()
    victim.wait()


class Vector(ctypes.Structure):
    _fields_ = [("base", ctypes.c_void_p), ("size", ctypes.c_size_t)]


@expect("Memory of another process written", evt__rawres=4, **PYTHON_IS)
def act_memory_of_another(_dir):
    target = ctypes.create_string_buffer(b"good", 5)
    ready, done = os.pipe()
    child = os.fork()
    if child == 0:
        os.read(ready, 1)
        os._exit(0)
    words = ctypes.create_string_buffer(b"evil", 5)
    mine = Vector(ctypes.addressof(words), 4)
    theirs = Vector(ctypes.addressof(target), 4)
    call("process_vm_writev", child, ctypes.byref(mine), 1, ctypes.byref(theirs), 1, 0)
    os.write(done, b"x")
    os.waitpid(child, 0)


@expect("Packet socket opened", evt__arg__domain="AF_PACKET", **PYTHON_IS)
def act_packet_socket(_dir):
    socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 0).close()


@expect("Standard stream tied to a network connection", fd__name="{connection}", evt__rawres=0, **PYTHON_IS)
@expect("Shell works over a network connection", proc__stdin__name="{connection}", proc__name="sh", proc__cmdline="sh -c true")
def act_reverse_shell(dir):
    server = socket.create_server(("127.0.0.1", 0))
    client = socket.create_connection(server.getsockname())
    near, far = client.getsockname(), client.getpeername()
    touch(dir + "/connection", f"{near[0]}:{near[1]}->{far[0]}:{far[1]}")
    os.dup2(client.fileno(), 0)
    os.execv("/bin/sh", ["sh", "-c", "true"])


@expect("Setuid bit set", fs__path__name="{dir}/way-back", **PYTHON_IS)
def act_setuid_bit(dir):
    copy_program("/bin/true", dir + "/way-back")
    os.chmod(dir + "/way-back", 0o4755)


def leave_container():
    """Into the root control groups, if those of this process look like a container's."""
    with open("/proc/self/cgroup") as file:
        groups = [line.rstrip("\n").split(":", 2) for line in file]
    for _, controllers, path in groups:
        if not re.search("[0-9a-f]{12}", path):
            continue
        try:
            touch(f"/sys/fs/cgroup/{controllers}/cgroup.procs", str(os.getpid()))
        except OSError as error:
            raise Skip(f"this is a container, and cannot be left: {error}") from error


@expect("Login user became root without asking", user__loginuid=4242, proc__name="sh", proc__cmdline="sh -c true")
def act_escalation(_dir):
    leave_container()
    try:
        touch("/proc/self/loginuid", "4242")
    except OSError as error:
        raise Skip(f"the kernel does not let the login user be set: {error}") from error
    os.execv("/bin/sh", ["sh", "-c", "true"])


@expect("User namespace made without rights", user__uid=65534, proc__name=PYTHON_NAME)
def act_user_namespace(_dir):
    os.setresuid(65534, 65534, 65534)
    try:
        call("unshare", 0x10000000)
    except OSError as error:
        raise Skip(str(error)) from error


@expect("Program loaded into the kernel", **PYTHON_IS)
def act_bpf(_dir):
    # r0 = 0; exit
    program = ctypes.create_string_buffer(struct.pack("<BBhiBBhi", 0xB7, 0, 0, 0, 0x95, 0, 0, 0))
    licence = ctypes.create_string_buffer(b"GPL")
    attributes = struct.pack("<IIQQIIQI", 1, 2, ctypes.addressof(program), ctypes.addressof(licence), 0, 0, 0, 0)
    attributes = ctypes.create_string_buffer(attributes.ljust(128, b"\0"))
    os.close(call("syscall", 321, 5, ctypes.byref(attributes), 128))


@expect("Password hashes read", fd__name="/etc/shadow", proc__exepath="{dir}/thirty-two", proc__name="thirty-two")
def act_thirty_two_bits(dir):
    """A program of 32-bit code: other numbers for the same calls."""
    base, start, code_size = 0x8048000, 52 + 32, 28
    # open("/etc/shadow", 0); exit(0)
    code = struct.pack("<BIBI", 0xB8, 5, 0xBB, base + start + code_size) + b"\x31\xc9\xcd\x80"
    code += struct.pack("<BI", 0xB8, 1) + b"\x31\xdb\xcd\x80"
    body = code.ljust(code_size, b"\x90") + b"/etc/shadow\0"
    size = start + len(body)
    elf = b"\x7fELF\x01\x01\x01".ljust(16, b"\0")
    elf += struct.pack("<HHIIIIIHHHHHH", 2, 3, 1, base + start, 52, 0, 0, 52, 32, 1, 0, 0, 0)
    elf += struct.pack("<IIIIIIII", 1, 0, base, base, size, size, 5, 0x1000)
    with open(dir + "/thirty-two", "wb") as file:
        file.write(elf + body)
    os.chmod(dir + "/thirty-two", 0o755)
    try:
        os.execv(dir + "/thirty-two", ["thirty-two"])
    except OSError as error:
        raise Skip(f"32-bit code does not run here: {error}") from error


def act_quiet(_dir):
    """Nothing of this is worth an alert."""
    open("/etc/passwd").close()
    subprocess.run(["/bin/true"], check=True)
    socket.create_server(("127.0.0.1", 0)).close()


EXPECTED["quiet"] = []


# --- a container ------------------------------------------------------------------------------


def make_root(dir, programs):
    """A root file system with these programs and the libraries that they need."""
    for program in programs:
        found = shutil.which(program)
        listed = subprocess.run(["ldd", found], capture_output=True, text=True, check=False).stdout
        files = [word for word in listed.split() if word.startswith("/")]
        for file in [found] + files:
            target = dir + file
            os.makedirs(os.path.dirname(target), exist_ok=True)
            copy_program(os.path.realpath(file), target)
    for folder in ("proc", "sys", "dev", "etc", "tmp", "run"):
        os.makedirs(f"{dir}/{folder}", exist_ok=True)
    touch(dir + "/etc/shadow", "root:*:19000:0:99999:7:::\n")
    touch(dir + "/etc/passwd", "root:x:0:0:root:/root:/bin/sh\n")


class Container:
    """A container of podman's, of a root file system made here. Raises Skip if that does not work."""

    def __init__(self, dir):
        if not shutil.which("podman"):
            raise Skip("podman is not installed")
        self.root, self.store = dir + "/root", dir + "/store"
        make_root(self.root, ["sh", "cat", "sleep"])
        self.podman = ["podman", "--root", self.store, "--runroot", dir + "/run", "--cgroup-manager", "cgroupfs"]
        if shutil.which("runc"):
            self.podman += ["--runtime", "runc"]

    def run(self, command, terminal=False, user=None):
        """Runs a shell command in a new container; its id."""
        arguments = ["run", "--rm", "--network=none", "--ulimit", "nofile=1024:1024", "--ulimit", "nproc=1024:1024",
                     "--cidfile", self.root + ".id", "--security-opt", "seccomp=unconfined"]
        arguments += ["--tty"] if terminal else []
        arguments += ["--user", user] if user else []
        with contextlib.suppress(FileNotFoundError):
            os.unlink(self.root + ".id")
        done = subprocess.run(self.podman + arguments + ["--rootfs", self.root, "sh", "-c", command],
                              capture_output=True, text=True, timeout=60, check=False)
        if done.returncode != 0:
            raise Skip("podman: " + (done.stderr.strip().splitlines() or ["failed"])[-1])
        with open(self.root + ".id") as file:
            return file.read()[:12]


# --- the agent --------------------------------------------------------------------------------


class Agent:
    def __init__(self, program, dir):
        self.out, self.err = dir + "/alerts", dir + "/messages"
        self.process = subprocess.Popen([program, "--json", "--rule-matching", "all"], stdin=subprocess.DEVNULL,
                                        stdout=open(self.out, "wb"), stderr=open(self.err, "wb"))
        self.wait_until_ready()

    def messages(self):
        with open(self.err, errors="replace") as file:
            return file.read()

    def wait_until_ready(self):
        deadline = time.monotonic() + READY_SECONDS
        while "watching the kernel" not in self.messages():
            if self.process.poll() is not None:
                if "refused" in self.messages() or "does not describe its types" in self.messages():
                    print(self.messages().strip().splitlines()[-1])
                    sys.exit(77)
                sys.exit(f"the agent ended with status {self.process.returncode}:\n{self.messages()}")
            if time.monotonic() > deadline:
                self.process.kill()
                sys.exit("the agent was not ready in time:\n" + self.messages())
            time.sleep(0.05)

    def alerts(self):
        with open(self.out, errors="replace") as file:
            return [json.loads(line) for line in file if line.endswith("\n")]

    def stop(self, number):
        if self.process.poll() is None:
            self.process.send_signal(number)
        try:
            return self.process.wait(ALERT_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            return "killed: it did not stop"


def differences(alert, fields):
    have = alert["output_fields"]
    return [f"{name} is {have.get(name)!r}, not {value!r}" for name, value in fields.items()
            if name in have and str(have[name]) != str(value) or name not in have]


class Test:
    def __init__(self, agent, dir):
        self.agent, self.dir = agent, dir
        self.passed, self.failed, self.left_out = 0, [], []

    def wait_for(self, rule, chosen, fields):
        """Waits for the alert of that rule that `chosen` says is meant."""
        deadline, wrong = time.monotonic() + ALERT_SECONDS, []
        while True:
            meant = [alert for alert in self.agent.alerts() if alert["rule"] == rule and chosen(alert["output_fields"])]
            for alert in meant:
                wrong = differences(alert, fields)
                if not wrong:
                    return None
            if time.monotonic() > deadline or meant:
                return f"{rule}: " + ("; ".join(wrong) if meant else "no alert")
            if self.agent.process.poll() is not None:
                return f"{rule}: the agent ended:\n{self.agent.messages()}"
            time.sleep(0.1)

    def note(self, name, error):
        if error:
            self.failed.append(f"{name}: {error}")
        else:
            self.passed += 1
        print(f"{'FAIL ' if error else 'ok   '} {name}{': ' + error if error else ''}", flush=True)

    def skip(self, name, why):
        self.left_out.append(name)
        print(f"skip  {name}: {why}", flush=True)

    def perform(self, name):
        dir = f"{self.dir}/{name}"
        os.mkdir(dir)
        os.chmod(dir, 0o755)
        done = subprocess.Popen([PYTHON, "-I", "-B", SELF, "--act", name, dir], stdin=subprocess.DEVNULL,
                                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        output = done.communicate(timeout=60)[0]
        if done.returncode == 77:
            return self.skip(name, output.strip())
        if done.returncode != 0:
            return self.note(name, f"the behaviour itself failed ({done.returncode}): {output[-300:]}")
        words = {"dir": dir}
        for word in ("connection", "shm"):
            with contextlib.suppress(FileNotFoundError), open(f"{dir}/{word}") as file:
                words[word] = file.read()
        for rule, fields in EXPECTED[name]:
            fields = {k: v.format(**words) if isinstance(v, str) else v for k, v in fields.items()}
            self.note(name, self.wait_for(rule, lambda have: have.get("proc.pid") == done.pid, fields))
        if not EXPECTED[name]:
            time.sleep(0.5)
            heard = [alert["rule"] for alert in self.agent.alerts()
                     if alert["output_fields"].get("proc.pid") == done.pid]
            self.note(name, f"alerts: {heard}" if heard else None)
        if "shm" in words:
            shutil.rmtree(words["shm"])

    def containers(self):
        names = {"container_secret": ("cat /etc/shadow", False, "Password hashes read",
                                      {"fd.name": "/etc/shadow", "proc.name": "cat", "proc.pname": "sh"}),
                 "container_shell": ("true", True, "Terminal in a container", {"proc.name": "sh", "user.uid": 0})}
        try:
            container = Container(self.dir)
        except Skip as why:
            for name in names:
                self.skip(name, why)
            return
        for name, (command, terminal, rule, fields) in names.items():
            try:
                number = container.run(command, terminal)
            except (Skip, subprocess.TimeoutExpired) as why:
                self.skip(name, why)
                continue
            fields["container.id"] = number
            self.note(name, self.wait_for(rule, lambda have, number=number: have.get("container.id") == number, fields))


def burst(program, dir):
    """What happened before the signal is delivered, however much is waiting."""
    os.mkdir(dir)
    agent = Agent(program, dir)
    for _ in range(BURST):
        os.close(os.open("/etc/shadow", os.O_RDONLY))
    status = agent.stop(signal.SIGTERM)
    mine = [alert for alert in agent.alerts() if alert["output_fields"].get("proc.pid") == os.getpid()
            and alert["rule"] == "Password hashes read"]
    if status != 0 or len(mine) != BURST or "nothing lost" not in agent.messages():
        return f"status {status}, {len(mine)} of {BURST} alerts:\n{agent.messages()}"
    return None


SANITIZERS = {"CFLAGS": "-O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all",
              "LDFLAGS": "-fsanitize=address,undefined"}


def build(dir):
    """Agents of rules/: one with the sanitizers, if they were built, and one as it ships."""
    agents = []
    for folder, flags in (("build-san", SANITIZERS), ("build", {})):
        rulec, agent = f"{ROOT}/{folder}/bin/rulec", f"{dir}/agent-{folder}"
        if os.path.exists(rulec):
            done = subprocess.run([rulec, "build", "-r", ROOT + "/rules", "-o", agent], capture_output=True, text=True,
                                  env=os.environ | flags, check=False)
            if done.returncode != 0:
                sys.exit(f"{rulec} build failed:\n{done.stderr[-2000:]}")
            agents.append(agent)
    return agents or sys.exit("rulec is not built")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--agent", help="an agent of rules/; else it is built")
    parser.add_argument("--only", help="only this behaviour")
    parser.add_argument("--act", nargs=2, metavar=("NAME", "DIR"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.act:
        try:
            globals()["act_" + options.act[0]](options.act[1])
        except Skip as why:
            print(why)
            sys.exit(77)
        return
    if platform.machine() != "x86_64" or os.geteuid() != 0:
        print("watching the kernel needs root, on x86-64")
        sys.exit(77)

    dir = os.path.realpath(tempfile.mkdtemp(prefix="rulec-live-"))
    os.chmod(dir, 0o755)
    try:
        sys.exit(run(options, dir))
    finally:
        shutil.rmtree(dir, ignore_errors=True)


def run(options, dir):
    passed, failed, left_out = 0, 0, 0
    for number, program in enumerate([options.agent] if options.agent else build(dir)):
        print(f"--- {os.path.basename(program)}", flush=True)
        own = f"{dir}/{number}"
        os.mkdir(own)
        test = watch(program, own, options.only)
        passed, failed, left_out = passed + test.passed, failed + len(test.failed), left_out + len(test.left_out)
    left_out = f", {left_out} left out" if left_out else ""
    print(f"{passed} of {passed + failed} behaviours seen as expected{left_out}")
    return 1 if failed else 0


def watch(program, dir, only):
    """Everything with one agent; the test, done."""
    agent = Agent(program, dir)
    test = Test(agent, dir)
    try:
        for name in EXPECTED:
            if only in (None, name):
                test.perform(name)
        if only is None:
            test.containers()
    finally:
        status = agent.stop(signal.SIGINT)
    test.note("clean stop", None if status == 0 else f"exit status {status}:\n{agent.messages()}")
    test.note("no loss", None if "nothing lost" in agent.messages() else agent.messages())
    if only is None:
        test.note("everything before a signal", burst(program, dir + "/burst"))
    return test


if __name__ == "__main__":
    main()
