#!/usr/bin/env python3
"""An agent under a mixed load with all outputs on, for long: does it grow, does it lose anything?

    soak.py [--build DIR] [--minutes N] [--rules PATH]

The load, without a pause: files that are written and read (some are alerts, most are not), short programs, connections on
loopback, what a shell does. The alerts go to a file that is rotated, to rsyslog over TCP, to a program, to an HTTPS server
that asks for a certificate and goes away now and then, to Kafka's mock brokers, to a web server that keeps them in
SQLite, and stand behind a spool. Each peer is a process of its own or of this script.

A row a minute: resident set, descriptors and threads of the agent; alerts that the load asked for; what the agent says a
moment later that each output got and delivered (the least of them), and what waits or is lost in all; alerts in SQLite; events
that were lost. The first third is warm-up of
caches and of bounded stores; after it, the last third is compared with the one before.

Exit status: 0 flat and nothing lost, 1 not so, 77 the kernel refuses BPF programs.
"""

import argparse
import http.server
import os
import re
import signal
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), ".."))
sys.path.insert(0, ROOT + "/tests/e2e")
import outputs  # noqa: E402

ROUND_S = 0.05
OUTPUTS = 5
GROWTH = 0.02  # of the resident set, that still counts as flat
RULES = """\
- rule: File of the soak
  desc: a file of the load is opened for writing
  condition: evt.type in (open, openat, openat2, creat) and evt.is_open_write = true and fd.name startswith {top}/alert-
  output: file=%fd.name by %proc.name %proc.cmdline
  priority: WARNING
- rule: Program of the soak
  desc: a program of the load starts
  condition: evt.type in (execve, execveat) and evt.failed = false and proc.args startswith soak-{pid}
  output: ran %proc.cmdline under %proc.pname in %container.id
  priority: NOTICE
- rule: Connection of the soak
  desc: a connection to the load's server
  condition: evt.type = connect and fd.sport = {port}
  output: connection %fd.name by %proc.name
  priority: INFO
"""
SITE = """\
json_output: true
rule_matching: all
stdout_output: {{enabled: false}}
outputs_spool: {{directory: {top}/spool, size_mb: 4}}
file_output: {{enabled: true, filename: {top}/alerts, rotate_size_mb: 1, rotate_keep: 3}}
syslog_output: {{enabled: true, address: "tcp://127.0.0.1:{syslog}"}}
program_output: {{enabled: true, keep_alive: true, program: "{program}"}}
http_output:
  {{enabled: true, url: "https://127.0.0.1:{https}/", ca_cert: {top}/ca.crt, keep_alive: true, mtls: true,
   client_cert: {top}/client.crt, client_key: {top}/client.key}}
kafka_output: {{enabled: true, brokers: "{kafka}", topic: alerts}}
webserver: {{enabled: true, listen_port: 0, prometheus_metrics_enabled: true, alerts_database: {top}/alerts.db, alerts_size_mb: 4}}
metrics: {{enabled: true, interval: 30s, output_file: {top}/metrics.jsonl}}
hardening: {{tamper: false}}
"""


# --- peers ---


class Counted:
    """In place of a list of all that came: how many."""

    def __init__(self):
        self.n = 0

    def append(self, _):
        self.n += 1

    def __len__(self):
        return self.n


class Web(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format, *args):
        pass


# --- the load ---


class Load(threading.Thread):
    """asked: how many alerts there have to be."""

    def __init__(self, top, port):
        super().__init__(daemon=True)
        self.top, self.port, self.asked, self.stopping = top, port, 0, threading.Event()
        os.makedirs(f"{top}/quiet", exist_ok=True)

    def files(self, number):
        for i in range(3):
            with open(f"{self.top}/alert-{number % 50}-{i}", "w", encoding="utf-8") as file:
                file.write("x" * 1000)
            self.asked += 1
        for i in range(50):
            path = f"{self.top}/quiet/{i}"
            with open(path, "w", encoding="utf-8") as file:
                file.write("x")
            with open(path, encoding="utf-8") as file:
                file.read()
            os.rename(path, path + ".moved")
            os.chmod(path + ".moved", 0o600)
            os.unlink(path + ".moved")
        for path in ("/etc/passwd", "/etc/hosts", "/proc/self/stat", "/proc/meminfo"):
            with open(path, "rb") as file:
                file.read()

    def programs(self, number):
        subprocess.run(["/bin/true", f"soak-{os.getpid()}", str(number)], check=True)
        self.asked += 1
        if number % 10 == 0:
            subprocess.run(["/bin/sh", "-c", "ls /usr/bin | sort -r | head -n 3; find /etc -name passwd"], check=False,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def network(self):
        with socket.create_connection(("127.0.0.1", self.port)) as peer:
            peer.sendall(b"GET / HTTP/1.0\r\n\r\n")
            peer.recv(1000)
        self.asked += 1
        left, right = socket.socketpair()
        left.send(b"x")
        right.recv(1)
        left.close()
        right.close()

    def run(self):
        number = 0
        while not self.stopping.wait(ROUND_S):
            number += 1
            self.files(number)
            self.programs(number)
            self.network()

    def stop(self):
        self.stopping.set()
        self.join()


# --- what is seen of the agent ---


class Agent:
    def __init__(self, path, top):
        self.err = f"{top}/messages"
        with open(self.err, "wb") as err:
            self.process = subprocess.Popen([path], stdout=subprocess.DEVNULL, stderr=err, cwd=top)
        self.pid, self.top, self.address = self.process.pid, top, None
        for _ in range(400):
            found = re.search(r"the web server is at http://([^/]+)/", self.messages())
            if found and "watching the kernel" in self.messages():
                self.address = found[1]
                return
            if self.process.poll() is not None:
                break
            time.sleep(0.05)
        print(f"the agent does not run: {self.messages()}")
        sys.exit(77 if "refused" in self.messages() else 1)

    def messages(self):
        with open(self.err, encoding="utf-8", errors="replace") as file:
            return file.read()

    def told(self):
        """How often an output was told of."""
        return len(outputs.ACCOUNT.findall(self.messages()))

    def accounts(self):
        """By output, the last that was said of it: produced, recovered, delivered, spooled, lost, waiting."""
        return {found[1]: [int(number or 0) for number in found.groups()[1:]]
                for found in outputs.ACCOUNT.finditer(self.messages())}

    def status(self, name):
        with open(f"/proc/{self.pid}/status", encoding="utf-8") as file:
            return int(re.search(rf"^{name}:\s*(\d+)", file.read(), re.M)[1])

    def drops(self):
        with urllib.request.urlopen(f"http://{self.address}/metrics", timeout=10) as answer:
            text = answer.read().decode()
        return int(float(re.search(r"^falcosecurity_scap_n_drops_total\S* ([\d.e+]+)", text, re.M)[1]))

    def stored(self):
        with sqlite3.connect(f"file:{self.top}/alerts.db?mode=ro", uri=True) as database:
            table = [name for (name,) in database.execute("select name from sqlite_master where type = 'table'")
                     if name.startswith("alert")][0]
            return database.execute(f"select count(*) from {table}").fetchone()[0]

    def row(self, minute, load):
        before, asked = self.told(), load.asked
        self.process.send_signal(signal.SIGUSR1)
        for _ in range(100):
            if self.told() >= before + OUTPUTS:
                break
            time.sleep(0.1)
        accounts = self.accounts().values()
        return {"minute": minute, "RSS, KiB": self.status("VmRSS"), "fds": len(os.listdir(f"/proc/{self.pid}/fd")),
                "threads": self.status("Threads"), "asked": asked, "produced": min(one[0] for one in accounts),
                "delivered": min(one[2] for one in accounts), "waiting": sum(one[3] + one[5] for one in accounts),
                "lost": sum(one[4] for one in accounts), "in SQLite": self.stored(), "events lost": self.drops()}


def is_flat(rows):
    """Compares the last third with the one before it."""
    third = len(rows) // 3
    flat = True
    for name in ("RSS, KiB", "fds", "threads"):
        before, after = (statistics.median(row[name] for row in part)
                         for part in (rows[third:len(rows) - third], rows[len(rows) - third:]))
        grew = (after - before) / before
        bound = GROWTH if name.startswith("RSS") else 0
        flat = flat and grew <= bound
        print(f"{name}: {before:.0f} in the middle third, {after:.0f} in the last, {grew:+.1%}: "
              f"{'flat' if grew <= bound else 'NOT flat'}")
    return flat


def soak(options, top):
    brokers = subprocess.Popen([sys.executable, ROOT + "/tests/support/kafka_peer.py"], stdout=subprocess.PIPE,
                               stderr=subprocess.DEVNULL, text=True)
    syslog = outputs.Rsyslog(top)
    web = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Web)
    agent = None
    try:
        syslog.start()
        outputs.certificates(top)
        https = outputs.Server(top)
        https.bodies = Counted()
        https.start()
        threading.Thread(target=web.serve_forever, daemon=True).start()
        values = {"top": top, "pid": os.getpid(), "port": web.server_port, "syslog": syslog.port, "https": https.port,
                  "kafka": brokers.stdout.readline().strip(), "program": f"wc -l >{top}/program.lines"}
        outputs.write(f"{top}/rules.yaml", RULES.format(**values))
        outputs.write(f"{top}/agent.yaml", SITE.format(**values))
        more = ["-r", options.rules] if options.rules else []
        subprocess.run([options.build + "/bin/rulec", "build", "-c", f"{top}/agent.yaml", "-r", f"{top}/rules.yaml", *more, "-o",
                        f"{top}/agent"], check=True)
        agent = Agent(f"{top}/agent", top)
        return watch(options, top, agent, Load(top, web.server_port), https)
    finally:
        if agent and agent.process.poll() is None:
            agent.process.kill()
            agent.process.wait()
        if syslog.process:
            syslog.stop()
        web.shutdown()
        brokers.kill()
        brokers.wait()


def watch(options, top, agent, load, https):
    load.start()
    rows = []
    begin = time.monotonic()
    for minute in range(1, options.minutes + 1):
        time.sleep(max(0, begin + 60 * minute - time.monotonic()))
        rows.append(agent.row(minute, load))
        if minute == 1:
            print("".join(f"{name:>12}" for name in rows[0]))
        print("".join(f"{value:>12}" for value in rows[-1].values()), flush=True)
        if agent.process.poll() is not None or not load.is_alive():
            print(f"it ended: {agent.messages()[-2000:]}")
            return 1
    load.stop()
    time.sleep(1)
    agent.process.send_signal(signal.SIGTERM)
    status = agent.process.wait(60)
    accounts = agent.accounts()
    print(f"\n{load.asked} alerts asked for; exit status {status}\n")
    print("".join(f"{name:>12}" for name in ("output", "produced", "recovered", "delivered", "spooled", "lost", "waiting")))
    for name, numbers in accounts.items():
        print(f"{name:>12}" + "".join(f"{number:>12}" for number in numbers))
    with open(f"{top}/program.lines", encoding="utf-8") as file:
        print(f"the HTTPS server, {https.away} times away, has {len(https.bodies)}; the program {file.read().strip()}; rsyslog "
              f"{sum(1 for _ in open(f'{top}/syslog', 'rb'))}")
    whole = all(one[0] + one[1] == one[2] + one[3] + one[4] and one[4] == 0 and one[0] >= load.asked for one in accounts.values())
    whole = whole and len(accounts) == OUTPUTS + 1 and rows[-1]["events lost"] == 0 and status == 0
    print("nothing lost" if whole else f"something was LOST: {agent.messages()[-2000:]}")
    flat = is_flat(rows) if options.minutes >= 3 else True
    return 0 if whole and flat else 1


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", default=ROOT + "/build", help="the release build")
    parser.add_argument("--minutes", type=int, default=30)
    parser.add_argument("--rules", help="rules beside those of the load")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="rulec-soak-") as top:
        return soak(options, os.path.realpath(top))


if __name__ == "__main__":
    sys.exit(main())
