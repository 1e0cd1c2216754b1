#!/usr/bin/env python3
"""Calls that 32-bit code makes through socketcall and ipc as events: each with the parameters of the call that is made.

Exit status: 0 passed, 1 failed, 77 the kernel refuses BPF programs, or calls of 32-bit code.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", ".."))
sys.path.insert(0, ROOT + "/tests/support")
import live_agent  # noqa: E402

PAIR = r"127\.0\.0\.1:\d+->127\.0\.0\.1:\d+"
FD = rf"fd=\d+\(<4t>{PAIR}\)"
# The name, the result if it is known, the parameters.
EXPECTED = [
    ("socket", None, r"fd=\d+\(<4>\) domain=2\(AF_INET\) type=\d+ proto=0 flags=4096\(O_CLOEXEC\)"),
    ("setsockopt", 0, r"res=0 fd=\d+\(.*\) level=1\(SOL_SOCKET\) optname=2\(SO_REUSEADDR\) val=1 optlen=4"),
    ("bind", 0, r"res=0 addr=127\.0\.0\.1:0 fd=\d+\(.*\)"),
    ("listen", 0, r"res=0 fd=\d+\(.*\) backlog=5"),
    ("getsockname", 0, ""),
    ("socket", None, r"fd=\d+\(<4>\) domain=2\(AF_INET\) type=1 proto=0 flags=0\(O_NONE\)"),
    ("connect", 0, rf"res=0 tuple={PAIR} {FD} addr=127\.0\.0\.1:\d+"),
    ("accept", None, rf"{FD} tuple={PAIR} queuepct=\d+ queuelen=0 queuemax=5"),
    ("getpeername", 0, ""),
    ("sendto", 5, rf"res=5 data=hello {FD} size=5 tuple=.*"),
    ("recvfrom", 5, rf"res=5 data=hello tuple=.* {FD} size=16"),
    ("send", 5, rf"res=5 data=short {FD} size=5 tuple=.*"),
    ("recv", 5, rf"res=5 data=short {FD} size=16 tuple=.*"),
    ("sendmsg", 5, rf"res=5 data=parts {FD} size=5 tuple=.*"),
    ("recvmsg", 5, rf"res=5 size=5 data=parts tuple=.* {FD}"),
    ("getsockopt", 0, rf"res=0 {FD} level=1\(SOL_SOCKET\) optname=3\(SO_TYPE\) val=1 optlen=4"),
    ("shutdown", 0, rf"res=0 {FD} how=1\(SHUT_WR\)"),
    ("socket", None, r"fd=\d+\(<4>\) .*"),
    ("connect", 0, rf"res=0 tuple={PAIR} {FD} addr=127\.0\.0\.1:\d+"),
    ("accept4", None, rf"{FD} tuple={PAIR} queuepct=\d+ queuelen=0 queuemax=5 flags=\d+.*"),
    ("socketpair", 0, r"res=0 fd1=\d+\(<u>.*\) fd2=\d+\(<u>.*\) source=\w+ peer=\w+ domain=1\(AF_LOCAL\|AF_UNIX\) type=1 proto=0"),
    ("shutdown", -9, r"res=-9\(EBADF\) fd=-1\(.*\) how=0\(SHUT_RD\)"),
    ("semget", None, r"res=\d+ key=0 nsems=2 semflg=\d+\(IPC_CREAT\)"),
    ("semctl", 0, r"res=0 semid={semget} semnum=1 cmd=\d+\(SETVAL\) val=3"),
    ("semop", 0, r"res=0 nsops=1 sem_num_0=1 sem_op_0=-2 sem_flg_0=1\(IPC_NOWAIT\) .* semid={semget}"),
    ("semtimedop", -11, ""),
    ("semctl", 0, r"res=0 semid={semget} semnum=0 cmd=\d+\(IPC_RMID\) val=0"),
    ("shmget", -2, ""),
    ("msgget", -2, ""),
]
RULES = """
- rule: Made
  desc: a call that socketcall or ipc makes
  condition: evt.type in ({names}) and proc.exepath = {dir}/multiplex
  output: "%evt.type %evt.args"
  priority: NOTICE
"""


def watch(dir, filtering):
    """The calls, as (name, result), and the events, as text."""
    names = ", ".join(sorted({name for name, _, _ in EXPECTED}))
    said, alerts, _ = live_agent.watch(dir, RULES.format(dir=dir, names=names), [dir + "/multiplex"], filtering)
    seen = [alert["output"].split(": Notice ", 1)[1].split(" container_id=")[0].rstrip() for alert in alerts if alert["rule"] == "Made"]
    return [(name, int(result)) for name, result in map(str.split, said.splitlines())], seen


def judge(said, seen):
    problems, results = [], dict(said)
    if len(seen) != len(EXPECTED) or len(said) != len(EXPECTED):
        problems.append(f"{len(seen)} events of {len(said)} calls, not of {len(EXPECTED)}")
    for (name, result, pattern), made, have in zip(EXPECTED, said, seen):
        if made[0] != name or made[1] != result and result is not None:
            problems.append(f"the call gave {made[1]}: {name} {result}")
        pattern = f"{name} {pattern}".rstrip().replace("{semget}", str(results["semget"]))
        if not re.fullmatch(pattern, have):
            problems.append(f"{name} was seen as {have}\n      not {pattern}")
    return problems


def main():
    if os.geteuid() != 0 or os.uname().machine != "x86_64":
        print("watching calls of 32-bit code needs root, and x86-64")
        sys.exit(77)
    dir = os.path.realpath(tempfile.mkdtemp(prefix="rulec-multiplex-"))
    failed = 0
    try:
        subprocess.run(["cc", "-O2", "-Wall", "-Wextra", ROOT + "/tests/e2e/multiplex.c", "-o", dir + "/multiplex"], check=True)
        able = subprocess.run([dir + "/multiplex"], capture_output=True, text=True, check=False)
        if able.returncode == 77:
            print(able.stdout.strip())
            sys.exit(77)
        for filtering in ("on", "off"):
            problems = judge(*watch(dir, filtering))
            for problem in problems:
                print(f"FAIL  filter {filtering}: {problem}")
            failed += min(len(problems), len(EXPECTED))
    finally:
        shutil.rmtree(dir, ignore_errors=True)
    print(f"{2 * len(EXPECTED) - failed} of {2 * len(EXPECTED)} cases")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
