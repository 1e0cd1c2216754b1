#!/usr/bin/env python3
"""An agent that is tampered with tells of it: each deed is done to a running agent, and its alert must name it and who
did it. What cannot be undone comes last: a link of its programs is taken off.

Exit status: 0 passed, 1 failed, 77 without root or where the kernel refuses BPF programs.
"""

import ctypes
import errno
import json
import os
import re
import signal
import struct
import subprocess
import sys
import tempfile
import time

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "../.."))
sys.path.insert(0, os.path.join(ROOT, "tests/support"))
import inject  # noqa: E402

RULEC = os.path.join(ROOT, "build/bin/rulec")
LIBC = ctypes.CDLL(None, use_errno=True)
BPF, GET_FD_OF_MAP, UPDATE, CLOSE, GETPID = 321, 14, 2, 3, 39
RULE = "Falco internal: agent tampering"
done = []


def fail(what):
    sys.exit(f"FAILED: {what}")


class Agent:
    def __init__(self, directory, command):
        self.alerts_file, self.messages_file = f"{directory}/alerts", f"{directory}/messages"
        with open(self.alerts_file, "w", encoding="utf-8") as alerts, open(self.messages_file, "w",
                                                                            encoding="utf-8") as messages:
            self.process = subprocess.Popen(command, stdout=alerts, stderr=messages, stdin=subprocess.DEVNULL)
        self.pid = self.process.pid
        for _ in range(1200):
            if "watching the kernel" in self.said() or self.process.poll() is not None:
                break
            time.sleep(0.05)
        if self.process.poll() is not None:
            if "the kernel refused" in self.said():
                print(self.said().strip().splitlines()[-1])
                sys.exit(77)
            fail(self.said())

    def said(self):
        with open(self.messages_file, encoding="utf-8") as file:
            return file.read()

    def told(self, what):
        with open(self.alerts_file, encoding="utf-8") as file:
            alerts = [json.loads(line) for line in file if line.endswith("\n")]
        return [a for a in alerts if a["rule"] == RULE and a["output_fields"]["tamper.what"] == what]

    def objects(self, kind):
        """Descriptors of maps or links, and their numbers."""
        found = {}
        for fd in os.listdir(f"/proc/{self.pid}/fd"):
            with open(f"/proc/{self.pid}/fdinfo/{fd}", encoding="utf-8") as file:
                match = re.search(rf"^{kind}_id:\s*(\d+)", file.read(), re.M)
            if match:
                found[int(fd)] = int(match[1])
        return found


def expect(agent, what, text, by_me=True, seconds=20):
    """Waits for the alert; *by_me*: it names this process."""
    for _ in range(seconds * 20):
        for alert in agent.told(what):
            fields = alert["output_fields"]
            if text in alert["output"] and (not by_me or fields.get("proc.pid") == os.getpid()):
                if alert["priority"] != "Critical" or alert["source"] != "syscall":
                    fail(f"priority and source: {alert}")
                done.append(what)
                return
        time.sleep(0.05)
    fail(f"no alert of {what}, {text}: {agent.told(what)}, {agent.said()}")


def bpf(command, attributes):
    buffer = ctypes.create_string_buffer(attributes, 128)
    return LIBC.syscall(BPF, command, buffer, len(buffer))


def write_memory(pid):
    """One byte of it, as it is."""
    with open(f"/proc/{pid}/maps", encoding="utf-8") as file:
        address = next(int(line.split("-")[0], 16) for line in file if " rw-p " in line)
    byte = ctypes.create_string_buffer(1)
    here = (ctypes.c_uint64 * 2)(ctypes.addressof(byte), 1)
    there = (ctypes.c_uint64 * 2)(address, 1)
    if LIBC.process_vm_readv(pid, here, 1, there, 1, 0) != 1 or LIBC.process_vm_writev(pid, here, 1, there, 1, 0) != 1:
        fail(f"the agent's memory cannot be written: {os.strerror(ctypes.get_errno())}")


def deeds(agent):
    os.kill(agent.pid, signal.SIGUSR1)
    expect(agent, "signal", "Signal 10")
    pidfd = os.pidfd_open(agent.pid)
    signal.pidfd_send_signal(pidfd, signal.SIGUSR1)
    LIBC.syscall(234, agent.pid, agent.pid, signal.SIGHUP)  # tgkill
    expect(agent, "signal", "Signal 1 ")
    for _ in range(200):
        if len([a for a in agent.told("signal") if "Signal 10" in a["output"]]) == 2:
            break
        time.sleep(0.05)
    else:
        fail(f"the signal by pidfd is not told: {agent.told('signal')}")
    if LIBC.syscall(438, pidfd, 1, 0) < 0:  # pidfd_getfd
        fail("its descriptor cannot be taken")
    expect(agent, "descriptor", "Descriptor 1 ")
    os.kill(agent.pid, 0)
    inject.inject(inject.threads(agent.pid)[-1], GETPID)
    expect(agent, "trace", "is traced")
    write_memory(agent.pid)
    expect(agent, "memory", "is written")
    change_maps(agent)
    expect(agent, "map", "(command 2)")


def change_maps(agent):
    """Tries to add an element that is there already, which changes nothing. What is filled at the start is frozen: of
    those the try is told."""
    element = ctypes.create_string_buffer(1 << 16)
    refused = 0
    for number in agent.objects("map").values():
        fd = bpf(GET_FD_OF_MAP, struct.pack("<II", number, 0))
        if fd < 0:
            fail(f"map {number} cannot be opened")
        at = ctypes.addressof(element)
        if bpf(UPDATE, struct.pack("<IIQQQ", fd, 0, at, at, 1)) != 0 and ctypes.get_errno() == errno.EPERM:
            refused += 1
        os.close(fd)
    if refused < 4:
        fail(f"{refused} maps are frozen")


def main():
    if os.geteuid() != 0:
        print("needs root")
        return 77
    with tempfile.TemporaryDirectory(prefix="rulec-tamper-") as directory:
        with open(f"{directory}/rules.yaml", "w", encoding="utf-8") as file:
            file.write("- rule: Never\n  desc: none\n  condition: evt.type = open and proc.name = rulec-none\n"
                       "  output: none\n  priority: NOTICE\n")
        subprocess.run([RULEC, "build", "-r", f"{directory}/rules.yaml", "-o", f"{directory}/agent"], check=True)
        agent = Agent(directory, [f"{directory}/agent", "--json"])
        try:
            deeds(agent)
            if agent.told("removed") or agent.told("silence"):
                fail("told of what is in place")
            for fd in agent.objects("link"):
                inject.inject(agent.pid, CLOSE, fd)
            expect(agent, "removed", "link of", by_me=False)
            expect(agent, "silence", "heart-beat", by_me=False)
            agent.process.terminate()
            if agent.process.wait(30) != 0:
                fail(f"the end: {agent.said()}")
            agent = Agent(directory, [f"{directory}/agent", "--json", "-o", "hardening.tamper=false"])
            os.kill(agent.pid, signal.SIGUSR1)
            agent.process.terminate()
            agent.process.wait(30)
            if agent.told("signal"):
                fail("told though it is switched off")
        finally:
            if agent.process.poll() is None:
                agent.process.kill()
    print(f"{len(done)} of {len(done)} deeds were told: {', '.join(done)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
