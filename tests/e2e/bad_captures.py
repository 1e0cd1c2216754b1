#!/usr/bin/env python3
"""Captures that are cut, damaged or no captures, and recordings that cannot be written.

A sanitized agent reads each, with one rule that prints many fields of every event. What came before
the damage must have been delivered; then a clear message and exit status 1, or, where only the
contents of a block lie, a count of what was skipped and exit status 0. Never a crash, never a word
of the sanitizers, never silence.

The capture is a selection of the demonstration's: its lists, and the first event of each kind.

    bad_captures.py [--build DIR] [--only PART]
"""

import argparse
import concurrent.futures
import contextlib
import gzip
import os
import random
import re
import resource
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", ".."))
sys.path.insert(0, ROOT + "/bench")

from repeat import EVENT_TIME_AT, blocks  # noqa: E402

SANITIZERS = {"CFLAGS": "-O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all",
              "LDFLAGS": "-fsanitize=address,undefined"}
RULES = """- rule: every event
  desc: prints many fields of every event
  condition: evt.num > 0
  output: "%evt.num %evt.type %evt.args %evt.res %evt.rawres %proc.cmdline %proc.exepath %proc.cwd %proc.aname[2]
    %proc.env %proc.exe_ino %proc.sname %thread.cap_effective %fd.name %fd.typechar %fd.ino %fd.cip %fs.path.name
    %fs.path.target %user.name %user.homedir %group.name %container.id %proc.tty %evt.is_open_write"
  priority: DEBUG
"""
SEED = 20240229
DAMAGED_PLAIN, DAMAGED_GZIP = 80, 30
SECONDS = 60
EVENT_LENGTHS_AT = 26  # behind an event's start: its parameters' lengths
PROCLIST_V9, FDLIST_V2, USERLIST_V2, IFLIST_V2 = 0x215, 0x218, 0x220, 0x219


class Block:
    def __init__(self, kind, data):
        self.kind, self.data = kind, data
        self.is_event = kind in EVENT_TIME_AT

    def event_at(self):
        """Where the event's own header begins."""
        return EVENT_TIME_AT[self.kind]

    def event_type(self):
        return struct.unpack_from("<H", self.data, self.event_at() + 20)[0]

    def with_bytes(self, at, data):
        return self.data[:at] + data + self.data[at + len(data):]


def small_capture():
    with open(ROOT + "/tests/demo/demo.scap.gz", "rb") as file:
        data = gzip.decompress(file.read())
    chosen, seen = [], set()
    for kind, at, length in blocks(data):
        block = Block(kind, data[at:at + length])
        if not block.is_event:
            chosen.append(block)
        elif block.event_type() not in seen:
            seen.add(block.event_type())
            chosen.append(block)
    return chosen


# --- cases --------------------------------------------------------------------------------------
# A case is (name, bytes of the capture, exit status or None for either, what standard error must
# hold, number of events that must be printed or None).

EMPTY, NO_EVENTS = "it is empty", "holds no events"
CUT = "ends in the middle of a block|gzip data end too early"
FRAME = "two lengths of a block differ|length is impossible|ends in the middle of a block|larger than 1 GiB"
SKIPPED = r"loss: \d+ "


def flushed_gzip(capture):
    """The blocks as one gzip member, and where in it each block begins."""
    packer, packed, starts = zlib.compressobj(6, zlib.DEFLATED, 31), b"", []
    packed += packer.flush(zlib.Z_FULL_FLUSH)
    for block in capture:
        starts.append(len(packed))
        packed += packer.compress(block.data) + packer.flush(zlib.Z_FULL_FLUSH)
    return packed + packer.flush(), starts


def cuts(capture):
    plain, events = b"", 0
    packed, starts = flushed_gzip(capture)
    for number, block in enumerate(capture):
        where = f"before block {number}"
        if number == 0:
            yield "cut to nothing", b"", 1, EMPTY, 0
        elif events == 0:
            yield f"cut {where}", plain, 1, NO_EVENTS, 0
        else:
            yield f"cut {where}", plain, 0, "", events
        yield f"gzip, cut {where}", packed[:starts[number]], 1, CUT, events
        yield f"cut in the header of block {number}", plain + block.data[:5], 1, CUT, events
        yield f"cut in block {number}", plain + block.data[:len(block.data) // 2], 1, CUT, events
        plain += block.data
        events += block.is_event
    yield "whole", plain, 0, "", events
    yield "gzip, whole", packed, 0, "", events
    yield "gzip, without its checksum", packed[:-8], 1, CUT, events
    yield "bytes behind the last block", plain + b"\x16\x02", 1, CUT, events


def damage(capture):
    chance = random.Random(SEED)
    plain = b"".join(block.data for block in capture)
    packed = gzip.compress(plain, mtime=0)
    for number in range(DAMAGED_PLAIN + DAMAGED_GZIP):
        of_gzip = number >= DAMAGED_PLAIN
        data = bytearray(packed if of_gzip else plain)
        for _ in range(chance.choice((1, 1, 2, 8, 64))):
            data[chance.randrange(len(data))] = chance.choice((0, 0xff, chance.randrange(256)))
        yield f"damaged{' gzip' if of_gzip else ''}, number {number}", bytes(data), None, "", None


def put_u32(block, at, value):
    return block.with_bytes(at, struct.pack("<I", value))


def lies(capture):
    """Lengths that lie, in the frame of a block and within."""

    def whole(number, data):
        return b"".join(data if i == number else block.data for i, block in enumerate(capture))

    total = sum(block.is_event for block in capture)
    first = next(i for i, block in enumerate(capture) if block.is_event)
    for number in {0, 1, first - 1, first, first + 3, len(capture) - 1}:
        block, before = capture[number], sum(block.is_event for block in capture[:number])
        length = len(block.data)
        for lie in (0, 4, 11, length - 4, length + 4, length * 1000, 0x7fffffff, 0xffffffff):
            yield f"block {number} of {length} bytes says {lie}", whole(number, put_u32(block, 4, lie)), 1, FRAME, before
        yield f"block {number} ends with another length", whole(number, put_u32(block, length - 4, length + 4)), 1, FRAME, before
    for number, block in enumerate(capture):
        if block.kind in (PROCLIST_V9, USERLIST_V2, IFLIST_V2, FDLIST_V2):
            at = 16 if block.kind == FDLIST_V2 else 8
            if len(block.data) < at + 8:
                continue
            for lie in (1, 0x7fffffff, 0xffffffff):
                yield f"an entry of list {block.kind:#x} says {lie}", whole(number, put_u32(block, at, lie)), 0, SKIPPED, total
    for number in (first, first + 5, len(capture) - 2):
        block = capture[number]
        at = block.event_at()
        for lie in (0, 25, 0x7fffffff, 0xffffffff):
            yield f"event {number} says {lie} bytes", whole(number, put_u32(block, at + 16, lie)), 0, SKIPPED, total - 1
        yield f"event {number} says 2^32-1 parameters", whole(number, put_u32(block, at + 22, 0xffffffff)), 0, SKIPPED, total - 1
        data = block.with_bytes(at + EVENT_LENGTHS_AT, b"\xff\xff")
        yield f"event {number}: a parameter of 65535 bytes", whole(number, data), 0, SKIPPED, total - 1
    header = capture[0]
    for what, at, data, message in (("magic number", 8, b"abcd", "wrong magic number"),
                                    ("byte order", 8, b"\x1a\x2b\x3c\x4d", "big endian"),
                                    ("version", 12, b"\x09\x00", "version 9")):
        yield f"section header: {what}", whole(0, header.with_bytes(at, data)), 1, message, 0


# --- running ------------------------------------------------------------------------------------


def limited():
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


class Test:
    def __init__(self, agent, dir):
        self.agent, self.dir = agent, dir
        self.cases, self.failures = 0, []

    def run(self, arguments, before=limited):
        """Exit status, standard output, standard error."""
        try:
            done = subprocess.run([self.agent, *arguments], stdin=subprocess.DEVNULL, capture_output=True,
                                  timeout=SECONDS, preexec_fn=before, check=False)
        except subprocess.TimeoutExpired:
            return "no end", "", ""
        return done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace")

    def judge(self, name, got, status, message, events):
        have, out, err = got
        problems = []
        if have != status if status is not None else have not in (0, 1):
            problems.append(f"exit status {have}, not {'0 or 1' if status is None else status}")
        if re.search(r"AddressSanitizer|LeakSanitizer|runtime error:|DEADLYSIGNAL", err):
            problems.append("sanitizers")
        if not re.search(message, err):
            problems.append(f"no /{message}/")
        if have == 1 and not err.strip():
            problems.append("a failure without a word")
        if have == 0 and message == "" and status == 0 and err.strip():
            problems.append("words without a failure")
        printed = len(re.findall(r"^[0-9:.]+: Debug \d+ ", out, re.MULTILINE))
        if events is not None and printed != events:
            problems.append(f"{printed} events, not {events}")
        self.cases += 1
        if problems:
            self.failures.append(name)
            print(f"FAIL {name}: {'; '.join(problems)}\n    {err.strip()[:1500]}")

    def capture(self, case, number):
        name, data, status, message, events = case
        path = f"{self.dir}/{number}.scap"
        with open(path, "wb") as file:
            file.write(data)
        got = self.run(["--capture", path])
        os.unlink(path)
        return name, got, status, message, events

    def captures(self, cases):
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            for judged in pool.map(self.capture, cases, range(len(cases))):
                self.judge(*judged)

    def no_captures(self):
        """What is no file, or no capture."""
        os.mkdir(self.dir + "/folder")
        texts = {"text": b"- rule: no capture\n" * 10, "noise": random.Random(SEED).randbytes(5000),
                 "gzip of nothing": gzip.compress(b""), "gzip of text": gzip.compress(b"text" * 100),
                 "half a gzip header": b"\x1f\x8b\x08", "pcap": b"\xd4\xc3\xb2\xa1\x02\x00\x04\x00" + bytes(16)}
        for name, data in texts.items():
            with open(f"{self.dir}/{name}", "wb") as file:
                file.write(data)
        for name, message in (("folder", "Is a directory"), ("missing", "No such file"), ("text", "no .scap"),
                              ("noise", "no .scap"), ("gzip of nothing", "empty"), ("gzip of text", "no .scap"),
                              ("half a gzip header", "gzip data end too early"), ("pcap", "no .scap")):
            self.judge(f"capture: {name}", self.run(["--capture", f"{self.dir}/{name}"]), 1, f"{re.escape(name)}.*{message}", 0)
        self.judge("capture: nothing on standard input", self.run(["--capture", "-"]), 1, EMPTY, 0)

    def recordings(self, capture):
        """Recordings that cannot be written, or end in the middle. Detection goes on."""
        path, target = self.dir + "/good.scap", self.dir + "/recorded.scap"
        data = b"".join(block.data for block in capture)
        many = data + b"".join(block.data for block in capture if block.is_event) * 3
        with open(path, "wb") as file:
            file.write(many)
        total = sum(block.is_event for block in capture) * 4
        before = ["--capture", path, "--record"]
        self.judge("record", self.run(before + [target]), 0, "", total)
        self.judge("recorded", self.run(["--capture", target]), 0, "", total)
        for name, message in ((self.dir, "cannot record.*Is a directory"), (self.dir + "/no/where", "cannot record.*No such"),
                              ("/proc/version", "cannot record|recording into"), ("", "cannot record.*No such")):
            self.judge(f"record to {name}", self.run(before + [name]), 1, message, None)
        self.judge("record to /dev/full", self.run(before + ["/dev/full"]), 1, "recording into /dev/full failed: No space", total)

        self.judge("record onto the capture itself", self.run(before + [path]), 1, "cannot record.*the capture", 0)
        os.link(path, self.dir + "/other-name")
        self.judge("record onto the capture by another name", self.run(before + [self.dir + "/other-name"]), 1,
                   "cannot record.*the capture", 0)
        with open(path, "rb") as file:
            if file.read() != many:
                self.failures.append("the capture is gone")

        def small_files():
            limited()
            resource.setrlimit(resource.RLIMIT_FSIZE, (len(data) // 2, len(data) // 2))

        self.judge("record to a file that may not grow", self.run(before + [target], small_files), 1,
                   "recording into .* failed: File too large", total)
        disk = self.dir + "/disk"
        os.mkdir(disk)
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16k", "none", disk], capture_output=True, check=False).returncode == 0:
            try:
                with open(disk + "/other", "wb", buffering=0) as file, contextlib.suppress(OSError):
                    while True:
                        file.write(bytes(4096))
                for name in ("/full.scap.gz", "/full.scap"):
                    self.judge("record to a disk that fills up, " + name, self.run(before + [disk + name]), 1,
                               "recording into .* failed: No space left", total)
                    os.truncate(disk + "/other", os.path.getsize(disk + "/other") - 4096)
            finally:
                subprocess.run(["umount", disk], check=False)


def build(folder, dir):
    rulec = f"{folder}/bin/rulec"
    if not os.access(rulec, os.X_OK):
        sys.exit(f"{rulec} is not there; build first")
    with open(dir + "/rules.yaml", "w", encoding="ascii") as file:
        file.write(RULES)
    done = subprocess.run([rulec, "build", "-r", dir + "/rules.yaml", "-o", dir + "/agent", "--no-suggested-output"],
                          capture_output=True, text=True, env=os.environ | SANITIZERS, check=False)
    if done.returncode != 0:
        sys.exit(f"rulec build failed:\n{done.stderr}")
    return dir + "/agent"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", default=ROOT + "/build-san")
    parser.add_argument("--only", choices=("cuts", "damage", "lies", "files", "recordings"))
    options = parser.parse_args()
    with contextlib.ExitStack() as stack:
        dir = tempfile.mkdtemp(prefix="rulec-bad-")
        stack.callback(shutil.rmtree, dir, ignore_errors=True)
        test, capture = Test(build(options.build, dir), dir), small_capture()
        for name, make in (("cuts", cuts), ("damage", damage), ("lies", lies)):
            if options.only in (None, name):
                test.captures(list(make(capture)))
        if options.only in (None, "files"):
            test.no_captures()
        if options.only in (None, "recordings"):
            test.recordings(capture)
    print(f"{test.cases - len(test.failures)} of {test.cases} cases")
    return 1 if test.failures else 0


if __name__ == "__main__":
    sys.exit(main())
