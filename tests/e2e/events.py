#!/usr/bin/python3
"""rulec events: alerts in every wrapping, counts, filters, noise, exports; drafts that load and silence; the terminal.

The alerts are an agent's own (the demo's capture) and lines as Falco, journald, syslog and container runtimes write
them. The terminal is a pty whose screen pyte keeps; without pyte that part is left out, and the exit status is 77.
"""

import csv
import fcntl
import io
import json
import os
import pty
import select
import struct
import subprocess
import sys
import tempfile
import termios
import time

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
sys.path.insert(0, os.path.join(ROOT, "tests", "support"))
from cases import expect, finish  # noqa: E402
RULEC = os.path.join(ROOT, "build-san", "bin", "rulec")
BUILD = os.path.join(ROOT, "build", "bin")
HOSTILE = "evil\x1b[31m\x9b2J\x07\u202e\x7f"  # colours, clearing, a bell, turned writing


def rulec(*args, data=None, program=RULEC):
    done = subprocess.run([program, *args], input=data, capture_output=True, timeout=120)
    return done.returncode, done.stdout, done.stderr.decode()


def alert(rule="A rule", priority="Warning", process="cat", second=0, **fields):
    fields = {"evt.time": 1500000000000000000, "proc.name": process, "container.id": "host", **fields}
    return {"hostname": "h", "output": f"12:00:00.0: {priority} seen {process}", "output_fields": fields,
            "priority": priority, "rule": rule, "source": "syscall", "tags": ["t"],
            "time": f"2026-07-31T13:53:{second:02}.726060287Z"}


def events(lines, *args):
    data = b"".join((line if isinstance(line, bytes) else line.encode()) + b"\n" for line in lines)
    return rulec("events", "-", *args, data=data)


def counts(lines, *args):
    status, out, err = events(lines, "--format", "json", *args)
    expect(status == 0, f"exit status {status}: {err}")
    return json.loads(out)


def by(document, kind):
    return {row["name"]: row["alerts"] for row in document["by_" + kind]}


def check_wrappings():
    plain = json.dumps(alert())
    lines = [
        plain,
        "Nov 25 03:33:02 host falco[123]: " + plain,
        json.dumps({"MESSAGE": plain, "SYSLOG_IDENTIFIER": "falco", "__REALTIME_TIMESTAMP": "1"}),
        json.dumps({"MESSAGE": list(plain.encode()), "_PID": "7"}),
        json.dumps({"log": plain + "\n", "stream": "stdout"}),
        json.dumps({"MESSAGE": json.dumps({"log": plain}), "_PID": "7"}),
        "2026-07-31T13:53:31.7Z stdout F " + plain,
    ]
    other = ["", "systemd[1]: Started something.", json.dumps({"MESSAGE": "Started", "_PID": "1"}),
             json.dumps({"MESSAGE": None}), json.dumps({"MESSAGE": [300, -1, "x"]}), "kernel: {brace"]
    malformed = [plain[:-9], '{"rule":7}', '{"rule":"r","priority":"p","output_fields":[]}', "{", "{}}",
                 b'{"rule":"\xff"}', "{" + "x" * (3 << 20)]
    document = counts(lines + other + malformed)
    expect(document["alerts"] == len(lines), f"alerts of {len(lines)} wrappings: {document}")
    expect(document["without_alert"] == len(other), f"lines without an alert: {document['without_alert']}")
    expect(document["malformed"] == len(malformed), f"malformed: {document['malformed']} of {len(malformed)}")
    status, out, err = events(lines + malformed)
    expect(status == 0 and f"{len(malformed)} malformed lines were left out" in err, f"malformed lines are not said: {err}")
    expect(b"7 alerts from 2026-07-31 13:53:00" in out, f"text: {out[:200]}")
    # The end of the input without a newline; numbers beyond 64 bits; a zero byte in a text.
    big = plain.replace("1500000000000000000", "99999999999999999999").replace("seen cat", "seen \\u0000")
    expect(rulec("events", "-", "--format=json", data=big.encode())[1].count(b'"alerts":1') > 0, "a big number, no newline")
    deep = '{"rule":"r","priority":"Error","output_fields":' + '{"a":' * 100000 + "1" + "}" * 100000 + "}"
    expect(counts([deep, plain])["malformed"] == 1, "an object nested 100,000 times")
    expect(rulec("events", "/nowhere/at/all")[0] == 1, "a file that is not there")
    expect(rulec("events", ROOT)[0] == 1, "a directory")
    expect(counts([])["alerts"] == 0, "no lines")


def check_counts():
    lines = [json.dumps(alert("Loud", "Notice", "backup", n % 60, **{"fd.name": "/etc/shadow", "user.uid": n % 3}))
             for n in range(40)]
    lines += [json.dumps(alert(f"Rule {n}", "Critical", f"p{n}", 59)) for n in range(12)]
    lines += [json.dumps(alert("Loud", "Notice", "vim", **{"container.name": "web", "fd.name": "/x"}))]
    document = counts(lines)
    expect(by(document, "rule")["Loud"] == 41 and len(by(document, "rule")) == 13, f"rules: {by(document, 'rule')}")
    expect(list(by(document, "priority")) == ["Critical", "Notice"], "priorities begin with the most urgent")
    expect(by(document, "process")["backup"] == 40 and by(document, "container") == {"host": 52, "web": 1}, "processes")
    expect([row["name"] for row in document["by_rule"] if row["noise"]] == ["Loud"], "the loud rule, and no other, is noise")
    expect(document["by_rule"][0]["last"] == "2026-07-31 13:53:39", f"last: {document['by_rule'][0]}")
    for args, number in [
        (["--rule", "Loud"], 41), (["--rule", "Rule *"], 12), (["--priority", "error"], 12), (["--process", "vim"], 1),
        (["--container", "w*"], 1), (["--field", "fd.name=/etc/*"], 40), (["--field", "user.uid=1"], 13),
        (["--field", "fd.name="], 12), (["--search", "SHADOW"], 40), (["--rule", "Loud", "--process", "p*"], 0),
    ]:
        document = counts(lines, *args)
        expect(document["alerts"] == number and document["filtered"] == 53 - number, f"{args}: {document['alerts']}")
    status, out, _ = events(lines, "--top", "3")
    expect(b"10 more" in out and b"Loud  [noise]" in out and b"40  process backup, container host" in out, "text of noise")
    kept = counts(lines, "--keep", "0")
    expect(kept["kept"] == 0 and kept["alerts"] == 53, f"nothing is kept, all is counted: {kept['kept']}")
    many = counts([json.dumps(alert(process=f"p{n}")) for n in range(20500)], "--keep", "1")
    expect(many["alerts"] == 20500 == sum(by(many, "process").values()) and by(many, "process")["(others)"] == 501,
           f"too many names: {by(many, 'process').get('(others)')}")


def check_exports():
    lines = [json.dumps(alert("Quote \" and, comma", process=HOSTILE), ensure_ascii=False), json.dumps(alert())]
    for args in (["--alerts"], ["--alerts", "--format", "csv"], ["--alerts", "--format", "json"], [], ["--format", "csv"],
                 ["--format", "json"], ["--draft"]):
        _, out, _ = events(lines, *args)
        text = out.decode()
        expect(not any(ord(c) < 32 and c != "\n" or 0x7f <= ord(c) < 0xa0 for c in text), f"{args}: control characters: {out}")
        if "json" not in args:
            expect("\u202e" not in text, f"{args}: turned writing")
    rows = list(csv.DictReader(io.StringIO(events(lines, "--alerts", "--format", "csv")[1].decode())))
    expect(len(rows) == 2 and rows[0]["rule"] == 'Quote " and, comma', f"csv: {rows}")
    back = [json.loads(line) for line in events(lines, "--alerts", "--format", "json")[1].splitlines()]
    expect(back == [json.loads(line) for line in lines], "json: not the alerts that went in")


def check_draft(folder):
    """What was drafted from an agent's alerts silences them on the capture they came from, and nothing else."""
    capture = os.path.join(ROOT, "tests", "demo", "demo.scap.gz")
    rules = os.path.join(ROOT, "rules")
    exceptions = os.path.join(folder, "exceptions.yaml")

    def replay(capture, *files):
        status, out, err = rulec("run", "-r", *files, "--capture", capture, "--json", program=os.path.join(BUILD, "rulec"))
        expect(status == 0, f"{files}: {err}")
        return [json.loads(line) for line in out.splitlines()]

    def draft(lines, *args):
        status, out, err = events(map(json.dumps, lines), "--draft", *args)
        with open(exceptions, "wb") as file:
            file.write(out)
        return status, out.decode(), err

    before = replay(capture, rules)
    status, text, err = draft(before, "--rule", "Password*", "--process", "cat")
    expect(status == 0 and "override:" in text, f"draft: {err}")
    checked = rulec("check", "--werror", rules, exceptions)
    expect(checked[0] == 0, f"the draft does not check: {checked[2]}")
    after = replay(capture, rules, exceptions)
    expect(len(before) > 1 and after == [one for one in before if one["rule"] != "Password hashes read"],
           f"{len(before)} alerts, with the draft {len(after)}")
    draft(before)
    expect(rulec("check", "--werror", rules, exceptions)[0] == 0, "the draft for all does not check")
    expect(replay(capture, rules, exceptions) == [], "the draft for all silences not all")

    # Names made to break out of quotes, and two programs of which one is chosen.
    scene, rule = os.path.join(folder, "a.scene"), os.path.join(folder, "rule.yaml")
    names = ['a b', "it's", 'q"uote', "back\\slash\\", "and", "(x)", "true", "*", "a, b]", "# c", "12", "- d", "\u00e9"]
    with open(scene, "w", encoding="utf-8") as file:
        file.write("rule Seen\n\nstart\n")
        for n, name in enumerate(names):
            quoted = name.replace("\\", "\\\\").replace('"', '\\"')
            file.write(f'process p{n} name="{quoted}" exepath="/bin/{quoted}"\n')
        file.write("\nfires\n")
        for n in range(len(names)):
            file.write(f"p{n} openat fd=3 name=/srv/x flags=O_RDONLY\n  => Seen\n")
    with open(rule, "w", encoding="utf-8") as file:
        file.write("- rule: Seen\n  desc: d\n  condition: evt.type = openat\n  output: seen %proc.name %proc.exepath %fd.name\n"
                   "  priority: NOTICE\n")
    made = subprocess.run([os.path.join(BUILD, "scene"), scene, folder], capture_output=True, text=True)
    expect(made.returncode == 0, f"scene: {made.stderr}")
    capture = os.path.join(folder, "1.scap")
    before = replay(capture, rule)
    expect([one["output_fields"]["proc.name"] for one in before] == names, "the scene's names")
    for fields in ([], ["--by", "proc.name"]):
        status, text, err = draft(before, *fields)
        checked = rulec("check", "--werror", rule, exceptions)
        expect(status == 0 and checked[0] == 0, f"odd names: {err} {checked[2]}")
        expect(replay(capture, rule, exceptions) == [], f"odd names are not silenced: {text}")
    _, text, _ = draft(before, "--process", "it's")
    left = [one["output_fields"]["proc.name"] for one in replay(capture, rule, exceptions)]
    expect(left == [name for name in names if name != "it's"], f"one of them was chosen, left are {left}")
    _, text, err = draft(before, "--process", "it's", "--by", "fd.name")
    expect("12 THAT WERE NOT CHOSEN" in text and "12 that were not chosen" in err, f"others are not said: {text}")
    # What cannot be named is said.
    status, text, _ = draft([alert(process="bad\ufffd", rule="Seen")], "--by", "proc.name")
    expect(status == 1 and "no exception for Seen" in text, f"a name that is not known: {text}")
    expect(rulec("events", "-", "--draft", "--by", "proc.nmae", data=b"")[0] == 2, "--by with no field")


class Terminal:
    """rulec on a pty; its screen as pyte sees it."""

    def __init__(self, args, rows=24, columns=100, feed=None):
        import pyte
        self.raw = b""
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        source = subprocess.PIPE if feed is not None else None
        self.master, slave = pty.openpty()
        self.size(rows, columns, quiet=True)
        environment = dict(os.environ, TERM="xterm-256color", LC_ALL="C.UTF-8")
        self.process = subprocess.Popen([RULEC, "events", *args], stdin=source if source else slave, stdout=slave,
                                        stderr=slave, env=environment, start_new_session=True,
                                        preexec_fn=lambda: fcntl.ioctl(1, termios.TIOCSCTTY, 0))
        os.close(slave)

    def size(self, rows, columns, quiet=False):
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        if not quiet:
            self.screen.resize(rows, columns)

    def read(self, seconds):
        ready, _, _ = select.select([self.master], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self.master, 65536)
        except OSError:
            return False
        self.raw += data
        self.stream.feed(data)
        return bool(data)

    def text(self):
        return "\n".join(self.screen.display)

    def wait(self, wanted, what=None):
        end = time.monotonic() + 60
        while wanted not in self.text() and time.monotonic() < end:
            if not self.read(1) and self.process.poll() is not None:
                break
        expect(wanted in self.text(), f"{what or wanted!r} is not on the screen:\n{self.text()}")

    def press(self, keys):
        os.write(self.master, keys if isinstance(keys, bytes) else keys.encode())

    def leave(self):
        self.press("q")
        while self.read(10):
            pass
        expect(self.process.wait(timeout=60) == 0, f"exit status {self.process.returncode}:\n{self.text()}")
        os.close(self.master)


def check_terminal(folder):
    path = os.path.join(folder, "alerts.json")
    with open(path, "w", encoding="utf-8") as file:
        for n in range(30):
            file.write(json.dumps(alert("Loud one", "Notice", "backup", n, **{"fd.name": "/etc/shadow"})) + "\n")
        for n in range(30):
            file.write(json.dumps(alert(f"Other {n:02}", "Critical", HOSTILE, n), ensure_ascii=False) + "\n")
        file.write("{broken\n{\"rule\n")
    terminal = Terminal([path])
    terminal.wait("60 alerts")
    terminal.wait("2 malformed")
    terminal.wait("Loud one")
    terminal.wait("[noise]")
    terminal.press("\r")
    terminal.wait("rule: Loud one")
    terminal.wait("backup")
    terminal.press("\r")
    terminal.wait("process: backup")
    terminal.press("\r")
    terminal.wait("fd.name = /etc/shadow")
    terminal.press(b"\x1b")
    terminal.wait("Enter: into")
    terminal.press("d")
    terminal.wait("- rule: Loud one")
    draft = os.path.join(folder, "draft.yaml")
    terminal.press("w")
    terminal.wait("write draft to:")
    terminal.press(draft + "\r")
    terminal.wait("is written")
    with open(draft, encoding="utf-8") as file:
        expect("values:" in file.read(), "the draft's file")
    terminal.press("w" + draft + "\r")
    terminal.wait("cannot write", "a file that is there stays")
    terminal.press(b"\x1b")
    terminal.wait("Enter: into")
    terminal.press(b"\x7f\x7f")
    terminal.wait("all alerts")
    terminal.press("/")
    terminal.wait("alerts with:")
    terminal.press("other 07\r")
    terminal.wait("with: other 07")
    terminal.press("5")
    terminal.wait("evil\\x1b[31...")
    terminal.press("\r")
    terminal.wait("proc.name = evil\\x1b[31m\\x9b2J\\x07\\u{202e}\\x7f")
    terminal.press(b"\x1b")
    terminal.wait("with: other 07")
    export = os.path.join(folder, "export.csv")
    terminal.press("e" + export + "\r")
    terminal.wait("is written")
    with open(export, newline="", encoding="utf-8") as file:
        expect([row["rule"] for row in csv.DictReader(file)] == ["Other 07"], "the exported alerts")
    # Sizes: small, tiny, narrow, wide; nothing of it ends the program or is drawn beyond the edge.
    for rows, columns in ((10, 40), (2, 5), (1, 1), (50, 200), (24, 60)):
        terminal.size(rows, columns)
        for key in ("1", "5", "?", b"\x1b", b"\x1b[B", b"\x1b[6~"):
            terminal.press(key)
            while terminal.read(0.05):
                pass
    terminal.wait("5 alerts")
    terminal.leave()
    for sequence in (b"\x1b[31m\xc2\x9b", "\x9b".encode(), "\u202e".encode(), b"\x07"):
        expect(sequence not in terminal.raw, f"{sequence} reached the terminal")

    # What comes later, by way of standard input, is shown while the keys come from the terminal.
    terminal = Terminal(["-"], feed=True)
    terminal.wait("no alerts yet")
    terminal.process.stdin.write((json.dumps(alert("First")) + "\n").encode())
    terminal.process.stdin.flush()
    terminal.wait("First")
    terminal.process.stdin.write((json.dumps(alert("Second")) + "\n").encode())
    terminal.process.stdin.flush()
    terminal.wait("Second")
    terminal.process.stdin.close()
    terminal.leave()

    # A file that grows.
    terminal = Terminal(["-f", path])
    terminal.wait("60 alerts")
    with open(path, "a", encoding="utf-8") as file:
        file.write("broken\"}\n" + json.dumps(alert("Grown")) + "\n")
    terminal.wait("61 alerts")
    terminal.leave()


def main():
    check_wrappings()
    check_counts()
    check_exports()
    with tempfile.TemporaryDirectory() as folder:
        check_draft(folder)
        try:
            import pyte  # noqa: F401
            shown = True
        except ImportError:
            shown = False
        if shown:
            check_terminal(folder)
    status = finish()
    if status == 0 and not shown:
        print("the terminal was not looked at: python3-pyte is missing")
        return 77
    return status


if __name__ == "__main__":
    sys.exit(main())
