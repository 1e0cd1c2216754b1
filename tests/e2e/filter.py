#!/usr/bin/env python3
"""The kernel's filter is sound: what it drops, no rule holds on.

  captures   The filter is compiled for the host too: in shadow it judges every open event of the
             captures, and the full evaluation of all rules runs beside it. Rules hold on none of the
             events that it would drop. With generated rule sets, each of some rules over paths,
             flags, results and descriptors, on events that open, use, double and close these.
  kernel     The same programs are loaded for each of some generated rule sets; files are read,
             written and left alone under an agent that filters and one in shadow: no rule holds on a
             marked event, and both give the same alerts.

    filter.py [--sets N] [--catalogue N] [--live N] [--verify N] [--seed N] [--rulec PATH]

Of --sets, each has rules over paths, flags, results and descriptors; of --catalogue, over any fields of the catalogue with
values from the captures. --live of each are tried in the kernel too, under random operations. --verify N loads the
programs of N more and does nothing else: the kernel has to accept them all.

Exit status: 0 passed, 1 failed, 77 nothing could be tried.
"""

import argparse
import ctypes
import glob
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", ".."))
RULEC = ROOT + "/build/bin/rulec"
sys.path.insert(0, ROOT + "/tests/support")
import random_rules  # noqa: E402

SHARED = os.path.realpath(ROOT + "/../shared")
PATHS = ["/etc/passwd", "/etc/shadow", "/etc/ld.so.cache", "/tmp", "/usr/lib", "/dev/null", "/proc/self/stat", "/etc/"]
EVENTS = """open openat openat2 creat close dup dup2 dup3 fcntl read write pread pwrite unlink unlinkat rename renameat mkdir
mkdirat chmod fchmod fchmodat symlink symlinkat link linkat connect accept4 accept bind sendto recvfrom socket execve
clone vfork close_range fchdir chdir pipe2 newfstatat access getdents64""".split()
NAMES = ["passwd", "shadow", "libc.so.6", "null", "stat", "ld.so.cache", "locale-archive"]


# --- rule sets ---


def text_test(rng, field):
    kind = rng.randrange(7)
    path = rng.choice(PATHS)
    if field == "fd.filename":
        return f'{field} {rng.choice(["=", "!=", "startswith", "endswith", "contains"])} {rng.choice(NAMES)}'
    if kind == 0:
        return f"{field} = {path}"
    if kind == 1:
        return f"{field} != {path}"
    if kind == 2:
        return f"{field} in ({', '.join(rng.sample(PATHS, 3))})"
    if kind == 3:
        return f"{field} startswith {path[:rng.randrange(2, len(path) + 1)]}"
    if kind == 4:
        return f"{field} endswith {rng.choice(NAMES)}"
    if kind == 5 and field != "fd.directory":
        return f"{field} glob '{path[:rng.randrange(1, len(path))]}*{rng.choice(NAMES)[-3:]}'"
    return f"{field} contains {rng.choice(NAMES)[:4]}"


def test(rng):
    kind = rng.randrange(9)
    if kind < 4:
        return text_test(rng, rng.choice(["fd.name", "fd.name", "fd.directory", "fd.filename", "fd.nameraw"]))
    if kind == 4:
        return f"evt.is_open_{rng.choice(['read', 'write', 'create', 'exec'])} = {rng.choice(['true', 'false'])}"
    if kind == 5:
        return f"fd.num {rng.choice(['=', '!=', '<', '>=', '>'])} {rng.choice(['-1', '0', '3', '4'])}"
    if kind == 6:
        return rng.choice(["fd.typechar = f", "fd.typechar != f", "fd.typechar = d", "fd.type = file", "fd.type in (ipv4, ipv6)"])
    if kind == 7:
        return rng.choice(["evt.rawres >= 0", "evt.rawres = -2", "evt.res = SUCCESS", "evt.res != SUCCESS",
                           "evt.arg.flags contains O_TRUNC", "evt.arg.flags contains O_CREAT"])
    return rng.choice(["proc.name = cat", "proc.name startswith p", "user.uid = 0", "proc.pname exists", "container.id = host"])


def condition(rng, depth):
    if depth == 0 or rng.random() < 0.25:
        text = test(rng)
    else:
        word = rng.choice([" and ", " and ", " or "])
        text = "(" + word.join(condition(rng, depth - 1) for _ in range(rng.randrange(2, 4))) + ")"
    return "not " + text if rng.random() < 0.2 else text


def rule_set(rng):
    rules = []
    for number in range(rng.randrange(1, 6)):
        types = rng.choice(["open, openat, openat2", "open, openat", "openat", "openat, creat"])
        if rng.random() < 0.3:
            types = rng.choice(["dup, dup2, dup3", "read, pread", "connect", "execve", "write", "fchmod"])
        rules.append(f"- rule: Rule {number}\n  desc: generated\n  condition: >\n    evt.type in ({types}) and {condition(rng, 3)}\n"
                     f'  output: "event=%evt.type file=%fd.name num=%fd.num"\n  priority: NOTICE\n')
    return "\n".join(rules)


def build(dir, rules, rulec, name="agent"):
    if not os.path.exists(rules):
        sys.exit(f"{rules} is missing")
    done = subprocess.run([rulec, "build", "-r", rules, "-o", f"{dir}/{name}"], capture_output=True, text=True,
                          env=os.environ | {"CFLAGS": "-O0"}, check=False)
    if done.returncode != 0:
        sys.exit(f"rulec build failed:\n{done.stderr}\n{open(rules).read()}")
    return f"{dir}/{name}"


def judged(messages):
    found = re.search(r"would have dropped (\d+) of (\d+) events; rules held on (\d+) of these", messages)
    return [int(each) for each in found.groups()] if found else None


# --- captures ---


def captures():
    return [path for path in [ROOT + "/tests/demo/demo.scap.gz"] +
            sorted(glob.glob(SHARED + "/conformance/captures/mixed.scap")) if os.path.exists(path)]


def shadow(agent, capture, *options):
    done = subprocess.run([agent, "--capture", capture, "--filter=shadow", "--rule-matching", "all", *options],
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
    return judged(done.stderr) or sys.exit(f"{agent} on {capture}:\n{done.stderr}")


def try_captures(agent, what, found):
    for capture in captures():
        dropped, events, held = shadow(agent, capture)
        found["dropped"] += dropped
        if held:
            found["wrong"].append(f"{what} on {os.path.basename(capture)}: rules held on {held} of {dropped} dropped of {events}")


# --- the kernel ---


class Live:
    def __init__(self, agent, dir, mode):
        self.out, self.err = f"{dir}/{mode}.out", f"{dir}/{mode}.err"
        self.process = subprocess.Popen([agent, "--json", "--rule-matching", "all", "--filter", mode,
                                         "--container-wait", "0", "-o", "hardening.tamper=false"],
                                        stdout=open(self.out, "wb"), stderr=open(self.err, "wb"))
        for _ in range(600):
            if "watching the kernel" in self.messages() or self.process.poll() is not None:
                return
            time.sleep(0.05)

    def messages(self):
        with open(self.err, errors="replace") as file:
            return file.read()

    def refused(self):
        return self.process.poll() is not None

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(60)

    def alerts(self, output):
        with open(self.out, errors="replace") as file:
            alerts = [json.loads(line) for line in file]
        return sorted((alert["rule"], alert["output"].split(" ", 2)[2]) for alert in alerts if output in alert["output"])


def try_kernel(agent, dir, what, seed, found):
    agents = [Live(agent, dir, mode) for mode in ("on", "shadow", "off")]
    for each in agents:
        if each.refused():
            for other in agents:
                other.process.kill()
            return each.messages()
    work = tempfile.mkdtemp(prefix="rulec-filter-work-")
    subprocess.run([sys.executable, "-I", ROOT + "/tests/support/random_work.py", work, str(seed)], check=True)
    time.sleep(0.2)
    for each in agents:
        each.stop()
    name = os.path.basename(work)
    on, marked, off = [each.alerts(name) for each in agents]
    verdict = judged(agents[1].messages())
    if verdict is None or verdict[2]:
        found["wrong"].append(f"{what}, live: {agents[1].messages()}")
    if on != off or marked != off:
        found["wrong"].append(f"{what}, live: {len(off)} alerts without the filter, {len(on)} with it: "
                              f"{[each for each in off if each not in on][:3]} {[each for each in on if each not in off][:3]}")
    found["alerts"] += len(off)
    shutil.rmtree(work)
    return None


# --- all of it ---


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--sets", type=int, default=3)
    parser.add_argument("--live", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--catalogue", type=int, default=2)
    parser.add_argument("--verify", type=int, default=0)
    parser.add_argument("--rulec", default=RULEC)
    options = parser.parse_args()
    dir = os.path.realpath(tempfile.mkdtemp(prefix="rulec-filter-"))
    try:
        sys.exit(run(options, dir))
    finally:
        shutil.rmtree(dir, ignore_errors=True)


class Sets:
    """The rule sets, by number: the first ones of --sets, then those of --catalogue."""

    def __init__(self, options, dir):
        self.options, self.dir = options, dir
        self.fields = None

    def catalogue(self, seed):
        if self.fields is None:
            self.fields = random_rules.catalog_fields()
            random_rules.harvest(self.fields, self.options.rulec, os.path.dirname(RULEC) + "/reference_agent", captures(),
                                 self.dir)
        rng = random.Random(seed)
        close = [field for field in self.fields if field.name.startswith(("evt.", "fd."))]
        made = random_rules.Generator(close if rng.random() < .7 else self.fields, seed)
        rules = [f"evt.type in ({', '.join(rng.sample(EVENTS, rng.randrange(1, 4)))}) and "
                 f"{made.condition(rng.randrange(3))}" for _ in range(12)]
        path = self.dir + "/candidates.yaml"
        with open(path, "w") as file:
            file.writelines(random_rules.rule(f"r{i}", text, "x") for i, text in enumerate(rules))
        bad = random_rules.faulty_rules(self.options.rulec, path)
        good = [text for i, text in enumerate(rules) if f"r{i}" not in bad][:rng.randrange(1, 4)]
        return "".join(random_rules.rule(f"Rule {i}", text, "event=%evt.type file=%fd.name num=%fd.num")
                       for i, text in enumerate(good))

    def write(self, number, from_catalogue):
        seed = self.options.seed * 1000003 + number
        with open(self.dir + "/rules.yaml", "w") as file:
            file.write(self.catalogue(seed) if from_catalogue else rule_set(random.Random(seed)))
        return self.dir + "/rules.yaml"


# --- the verifier ---
# Rule sets are tables that the same programs read, but the verifier does not see them all alike. It takes what is in the
# frozen .rodata at a place that is constant for a constant, and prunes by it: the filter's settings, and the entries of
# tables by system call for those calls that the programs compare with. Which programs are loaded depends on the rules too. So
# each set is loaded; how many instructions the verifier then went through tells how many ways it has seen.

BPF_CALL, PROG_GET_FD_BY_ID, OBJ_GET_INFO_BY_FD = 321, 13, 15
INFO_SIZE, INFO_NAME, INFO_STEPS = 232, slice(64, 80), slice(216, 220)


def steps_of(pid):
    """The programs of an agent, and how many instructions the verifier went through for each."""
    libc = ctypes.CDLL(None, use_errno=True)
    found = {}
    for name in os.listdir(f"/proc/{pid}/fdinfo"):
        with open(f"/proc/{pid}/fdinfo/{name}", encoding="utf-8") as file:
            number = re.search(r"^prog_id:\s*(\d+)", file.read(), re.M)
        if not number:
            continue
        attributes = ctypes.create_string_buffer(int(number[1]).to_bytes(4, "little"), 128)
        fd = libc.syscall(BPF_CALL, PROG_GET_FD_BY_ID, attributes, 128)
        info = ctypes.create_string_buffer(INFO_SIZE)
        attributes = ctypes.create_string_buffer(fd.to_bytes(4, "little") + INFO_SIZE.to_bytes(4, "little") +
                                                 ctypes.addressof(info).to_bytes(8, "little"), 128)
        if fd < 0 or libc.syscall(BPF_CALL, OBJ_GET_INFO_BY_FD, attributes, 128) != 0:
            sys.exit(f"bpf: {os.strerror(ctypes.get_errno())}")
        os.close(fd)
        found[info.raw[INFO_NAME].rstrip(b"\0").decode()] = int.from_bytes(info.raw[INFO_STEPS], "little")
    return found


def verify(options, dir, sets, found):
    """Loads the programs of some rule sets."""
    ways, loaded = {}, 0
    for number in range(options.verify):
        one = Live(build(dir, sets.write(1000 + number, number % 2 == 1), options.rulec), dir, "on")
        if one.refused():
            found["wrong"].append(f"set {1000 + number} is refused: {one.messages()}")
        else:
            way = tuple(sorted(steps_of(one.process.pid).items()))
            ways[way] = ways.get(way, 0) + 1
            loaded += 1
            one.stop()
        if number % 20 == 19:
            print(f"{loaded} of {number + 1} rule sets loaded, in {len(ways)} ways", flush=True)
    for way, count in sorted(ways.items(), key=lambda item: -item[1]):
        print(f"{count:5} sets: " + ", ".join(f"{name} {steps}" for name, steps in way))
    if options.verify:
        print(f"{loaded} of {options.verify} rule sets loaded; the verifier went {len(ways)} ways")


def run(options, dir):
    found = {"wrong": [], "dropped": 0, "alerts": 0}
    made, refused = 0, "not root" if os.geteuid() != 0 else None
    for rules in [ROOT + "/rules"] + sorted(glob.glob(SHARED + "/falco/rules/falco*_rules.yaml")):
        try_captures(build(dir, rules, options.rulec), os.path.basename(rules), found)
        made += 1
    sets = Sets(options, dir)
    for from_catalogue, count in ((False, options.sets), (True, options.catalogue)):
        for number in range(count):
            what = f"{'catalogue' if from_catalogue else 'generated'} set {number}"
            agent = build(dir, sets.write(number, from_catalogue), options.rulec)
            before = len(found["wrong"])
            try_captures(agent, what, found)
            made += 1
            if number < options.live and refused is None:
                refused = try_kernel(agent, dir, what, options.seed * 1000 + number, found)
            if len(found["wrong"]) > before:
                found["wrong"].append(open(dir + "/rules.yaml").read())
    if refused is None:
        verify(options, dir, sets, found)
    for line in found["wrong"]:
        print("FAIL ", line)
    if refused:
        print(f"not in the kernel: {refused.strip()}")
    print(f"{made} rule sets, {found['dropped']} events dropped, {found['alerts']} alerts live, {len(found['wrong'])} wrong")
    return 1 if found["wrong"] or not found["dropped"] else 0


if __name__ == "__main__":
    main()
