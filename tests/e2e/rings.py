#!/usr/bin/env python3
"""Operations of an io_uring as events: each with the parameters of the system call that does the same, by the process, by a
worker of the kernel's, by its polling thread, with files that are registered in place of descriptors, and where
success is not told.

Exit status: 0 passed, 1 failed, 77 the kernel refuses BPF programs, or has no io_uring.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", ".."))
sys.path.insert(0, ROOT + "/tests/support")
import live_agent  # noqa: E402

RULES = """
- rule: Ring
  desc: an operation of a ring
  condition: >
    evt.type in (openat, openat2, close, read, pread, preadv, write, mkdirat, unlinkat, renameat2, linkat, symlinkat, socket,
    connect, sendto, sendmsg, shutdown, accept4) and evt.is_io_uring = true and proc.exepath = {dir}/rings
  output: "%evt.type %evt.rawres %evt.args | %fd.num %fd.name %fd.typechar %fs.path.resolved"
  priority: NOTICE
- rule: Other
  desc: what is done without a ring is not marked
  condition: evt.type = close and evt.is_io_uring = false and proc.exepath = {dir}/rings
  output: "%fd.num"
  priority: NOTICE
"""
SLOT = 1 << 30  # of the first registered file
ANY = r"-?\w+"


def files(created):
    """What the operations on files look like, each a name, its result and what follows."""
    flags = r"O_CREAT\|O_RDWR\|O_F_CREATED" if created else r"O_CREAT\|O_RDWR"
    made = r"\d+ {dir}/made f"
    return [
        ("openat", None, rf"fd=\d+\(<f>{{dir}}/made\) dirfd=-100\(AT_FDCWD\) name=made\({{dir}}/made\) flags=\d+\({flags}\) mode=0640 dev=\w+ ino=\d+ \| {made} {{dir}}/made"),
        ("write", 5, rf"res=5 data=hello fd=\d+\(<f>{{dir}}/made\) size=5 \| {made}"),
        ("pread", 4, rf"res=4 data=ello fd=\d+\(<f>{{dir}}/made\) size=4 pos=1 \| {made}"),
        ("preadv", 3, rf"res=3 size=3 data=hel fd=\d+\(<f>{{dir}}/made\) pos=0 \| {made}"),
        ("close", 0, rf"res=0 fd=\d+\(<f>{{dir}}/made\) \| {made}"),
        ("openat2", None, rf"fd=\d+\(<f>{{dir}}/made\) .* flags=1\(O_RDONLY\) mode=0 resolve=8\(RESOLVE_NO_SYMLINKS\) .* \| {made} {{dir}}/made"),
        ("openat", -2, r"fd=-2\(ENOENT\) .* name=/none flags=1\(O_RDONLY\) .*"),
        ("mkdirat", 0, r"res=0 dirfd=-100\(AT_FDCWD\) path=folder\({dir}/folder\) mode=1C0 .*"),
        ("symlinkat", 0, r"res=0 target=made linkdirfd=-100\(AT_FDCWD\) linkpath=symbolic\({dir}/symbolic\) .*"),
        ("linkat", 0, r"res=0 olddir=-100\(AT_FDCWD\) oldpath=made\({dir}/made\) newdir=-100\(AT_FDCWD\) newpath=hard\({dir}/hard\) flags=0 .*"),
        ("renameat2", 0, r"res=0 .* oldpath=hard\({dir}/hard\) .* newpath=moved\({dir}/moved\) flags=0 .*"),
        ("unlinkat", 0, r"res=0 dirfd=-100\(AT_FDCWD\) name=moved\({dir}/moved\) flags=0 .*"),
        ("unlinkat", 0, r"res=0 dirfd=-100\(AT_FDCWD\) name=folder\({dir}/folder\) flags=512\(AT_REMOVEDIR\) .*"),
        ("openat", None, rf"fd=\d+\(<f>{{dir}}/made\) .* flags=1\(O_RDONLY\) .* \| {made} {{dir}}/made"),
        ("unlinkat", 0, r"res=0 dirfd=-100\(AT_FDCWD\) name=symbolic\({dir}/symbolic\) flags=0 .*"),
    ]


def registered():
    number = SLOT + 1
    return [
        ("openat", number, rf"fd={number}\(<f>{{dir}}/made\) .* name=made\({{dir}}/made\) .* \| {number} {{dir}}/made f <NA>"),
        ("read", 4, rf"res=4 data=hell fd={number}\(<f>{{dir}}/made\) size=4 \| {number} {{dir}}/made f"),
        ("close", 0, rf"res=0 fd={number}\(<f>{{dir}}/made\) .*"),
    ]


def sockets():
    pair = r"127\.0\.0\.1:\d+->127\.0\.0\.1:{port}"
    return [
        ("socket", None, r"fd=\d+\(<4>\) domain=2\(AF_INET\) type=\d+ proto=0 flags=4096\(O_CLOEXEC\) .*"),
        ("connect", 0, rf"res=0 tuple={pair} fd=\d+\(<4t>{pair}\) addr=127\.0\.0\.1:{{port}} \| \d+ {pair} 4"),
        ("sendto", 5, rf"res=5 data=hello fd=\d+\(<4t>{pair}\) size=5 .*"),
        ("sendmsg", 4, rf"res=4 data=ring fd=\d+\(<4t>{pair}\) size=4 .*"),
        ("shutdown", 0, rf"res=0 fd=\d+\(<4t>{pair}\) how=1\(SHUT_WR\) .*"),
        ("accept4", None, r"fd=\d+\(<4t>127\.0\.0\.1:\d+->127\.0\.0\.1:\d+\) tuple=127\.0\.0\.1:\d+->127\.0\.0\.1:\d+ .*"),
    ]


def serve():
    """A server that takes what comes; its port."""
    server = socket.create_server(("127.0.0.1", 0))

    def run():
        while True:
            client = server.accept()[0]
            while client.recv(100):
                pass
    threading.Thread(target=run, daemon=True).start()
    return server.getsockname()[1]


def watch(dir, filtering):
    """What the rings did, as they say, and as the agent says: two lists of (name, result, ...)."""
    work = dir + "/work"
    os.mkdir(work)
    port = serve()
    said, alerts, messages = live_agent.watch(dir, RULES.format(dir=dir), [dir + "/rings", work, str(port)], filtering)
    said = [line.split() for line in said.splitlines()]
    shutil.rmtree(work)
    outputs = {rule: [alert["output"].split(": Notice ", 1)[1] for alert in alerts if alert["rule"] == rule] for rule in ("Ring", "Other")}
    return port, said, outputs["Ring"], outputs["Other"], messages


def judge(dir, filtering):
    port, said, seen, others, messages = watch(dir, filtering)
    expected = files(True) + registered() + sockets() + files(False)
    said = [(name, int(result)) for name, result in said if name != "thread"]
    problems = []
    if len(said) < len(expected) - len(files(False)):
        problems.append(f"only {len(said)} operations were done")
    words = {"dir": re.escape(dir + "/work"), "port": str(port)}
    for number, (name, result) in enumerate(said):
        wanted, wanted_result, pattern = expected[number] if number < len(expected) else ("nothing", None, "")
        if name != wanted or wanted_result not in (None, result) and wanted_result < SLOT:
            problems.append(f"{name} gave {result}, not {wanted} {wanted_result}")
        have = seen[number] if number < len(seen) else "nothing"
        shown = wanted_result if wanted_result is not None and wanted_result >= SLOT else result
        for word, value in words.items():
            pattern = pattern.replace("{" + word + "}", value)
        if not re.match(rf"{wanted} {shown} {pattern}", have):
            problems.append(f"{wanted} {shown} was seen as {have}\n      not {pattern}")
    if len(seen) != len(said):
        problems.append(f"{len(seen)} events of {len(said)} operations:\n{messages}")
    if not others:
        problems.append("no close without a ring was seen")
    return len(said), problems


def main():
    if os.geteuid() != 0:
        print("watching the kernel needs root")
        sys.exit(77)
    dir = os.path.realpath(tempfile.mkdtemp(prefix="rulec-rings-"))
    failed = total = 0
    try:
        subprocess.run(["cc", "-O2", ROOT + "/tests/e2e/rings.c", "-o", dir + "/rings"], check=True)
        for filtering in ("on", "off"):
            count, problems = judge(dir, filtering)
            for problem in problems:
                print(f"FAIL  filter {filtering}: {problem}")
            failed, total = failed + min(len(problems), count), total + count
    finally:
        shutil.rmtree(dir, ignore_errors=True)
    print(f"{total - failed} of {total} cases")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
