#!/usr/bin/env python3
"""Each output with a real peer that goes away and comes back under a load of 10,000 alerts: a file that is renamed and
rotated, a program that ends, rsyslog, an HTTPS server that asks for certificates, Kafka's mock brokers. What the agent
says of itself adds up, and the peers have what it says that they have."""
import argparse
import datetime
import json
import os
import re
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "../.."))
sys.path.insert(0, os.path.join(ROOT, "tests", "support"))
import https_peer  # noqa: E402

RULEC = os.path.join(ROOT, "build/bin/rulec")
CAPTURE = os.path.join(ROOT, "tests/demo/demo.scap.gz")
LEAST = 10000
ACCOUNT = re.compile(r"output (\w+): (\d+) produced, (?:(\d+) recovered, )?(\d+) delivered, (\d+) spooled, "
                     r"(\d+) lost, (\d+) waiting")
PRIORITIES = {"Emergency", "Alert", "Critical", "Error", "Warning", "Notice", "Informational", "Debug"}
checks = 0
rows = []  # of the table at the end


def note(peer, account, has):
    """A row: what the peer did, the account of its output, and what the peer has, each alert once."""
    rows.append((peer, *account, has))


def print_table():
    head = ("PEER", "PRODUCED", "RECOVERED", "DELIVERED", "SPOOLED", "LOST", "PEER HAS")
    print(f"{head[0]:48}" + "".join(f"{word:>11}" for word in head[1:]))
    for peer, *numbers_of in rows:
        print(f"{peer:48}" + "".join(f"{number:>11}" for number in numbers_of))


def check_sidekick(line):
    """What Falcosidekick asks of an alert before it takes it."""
    alert = json.loads(line)
    fields = alert["output_fields"]
    check(isinstance(fields, dict) and fields, f"no output_fields: {line}")
    check(isinstance(alert["rule"], str) and alert["rule"], f"no rule: {line}")
    check(alert["priority"] in PRIORITIES, f"no priority: {line}")
    check(isinstance(alert["source"], str) and alert["source"], f"no source: {line}")
    moment = re.fullmatch(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\.\d{9}Z", alert["time"])
    check(moment and datetime.datetime.fromisoformat(moment[1]).year > 2000, f"no time: {line}")
    for name in "k8s.ns.name", "k8s.pod.name":
        check(fields.get(name) is None or isinstance(fields[name], str), f"{name} is no text: {line}")
    check(len(line.encode()) <= 4096, f"cut by the peer: {line}")


def check(holds, what):
    global checks
    checks += 1
    if not holds:
        sys.exit(f"FAILED: {what}")


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def lines_of(path):
    with open(path, encoding="utf-8") as file:
        return file.read().splitlines()


def build(directory, name, site, rules):
    write(f"{directory}/{name}.yaml", site)
    agent = f"{directory}/{name}"
    subprocess.run([RULEC, "build", "-c", f"{agent}.yaml", "-r", rules, "-o", agent], check=True)
    return agent


def run(agent, *options, status=0, **environment):
    """Replays; returns the account by output: produced, recovered, delivered, spooled, lost."""
    command = [agent, "--capture", CAPTURE, "-o", "output_timeout=8000"]
    for option in options:
        command += ["-o", option]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False,
                          env={**os.environ, **environment})
    check(done.returncode == status, f"exit status {done.returncode} of {options}: {done.stderr}")
    accounts = {}
    for match in ACCOUNT.finditer(done.stderr):
        produced, recovered, delivered, spooled, lost, waiting = (int(n or 0) for n in match.groups()[1:])
        check(waiting == 0, f"something waits at the end: {done.stderr}")
        check(produced + recovered == delivered + spooled + lost, f"it does not add up: {done.stderr}")
        accounts[match[1]] = (produced, recovered, delivered, spooled, lost)
    check(accounts, f"no account: {done.stderr}")
    return accounts


def numbers(lines):
    """What tells alerts apart: the event, and which of the rules."""
    found = []
    for line in lines:
        alert = json.loads(line)
        found.append((alert["output_fields"]["evt.num"], alert["rule"]))
    return found


def make_rules(directory):
    """As many rules that hold on every event as it takes."""
    rule = ("- rule: Any {}\n  desc: all\n  condition: evt.num > 0\n  output: event %evt.num %evt.type by %proc.name\n"
            "  priority: {}\n  warn_evttypes: false\n")
    write(f"{directory}/one.yaml", rule.format(0, "NOTICE"))
    subprocess.run([RULEC, "build", "-r", f"{directory}/one.yaml", "-o", f"{directory}/one"], check=True)
    events = subprocess.run([f"{directory}/one", "--capture", CAPTURE], capture_output=True, check=True).stdout
    copies = LEAST // events.count(b"\n") + 1
    priorities = ["NOTICE", "WARNING", "CRITICAL"]
    write(f"{directory}/rules.yaml", "".join(rule.format(i, priorities[i % 3]) for i in range(copies)))
    return f"{directory}/rules.yaml"


def common(more):
    return "json_output: true\nrule_matching: all\nstdout_output:\n  enabled: false\n" + more


def test_file(agent, directory):
    path = f"{directory}/alerts"
    stop = threading.Event()

    def rename():
        for i in range(1000):
            if os.path.exists(path) and os.path.getsize(path) > 100000:
                os.rename(path, f"{path}.renamed{i}")
            if stop.wait(0.002):
                return

    thread = threading.Thread(target=rename)
    thread.start()
    account = run(agent, "file_output.enabled=true", f"file_output.filename={path}",
                  "file_output.rotate_size_mb=1", "file_output.rotate_keep=1000")["file"]
    produced, _, delivered, _, _ = account
    stop.set()
    thread.join()
    files = [f"{directory}/{name}" for name in os.listdir(directory) if name.startswith("alerts")]
    check(produced >= LEAST and delivered == produced, "a file did not take all")
    check(len(files) > 2, "nothing was rotated or renamed")
    check(all(os.path.getsize(file) <= 1 << 20 for file in files), "a file is too large")
    found = [number for file in files for number in numbers(lines_of(file))]
    check(len(found) == len(set(found)) == delivered, "files do not hold each alert once")
    note(f"file, renamed and rotated, {len(files)} files", account, len(set(found)))


def test_full_disk(agent):
    account = run(agent, "file_output.enabled=true", "file_output.filename=/dev/full", status=1)["file"]
    _, _, delivered, _, lost = account
    note("file on a full disk", account, 0)
    check(delivered == 0 and lost >= LEAST, "a full disk took something")


READER = """
import os, signal, sys
with open(f"{sys.argv[1]}.{os.getpid()}", "wb") as out:
    left = 1000000
    while left > 0:
        data = os.read(0, 65536)
        if not data:
            sys.exit(0)
        out.write(data)
        left -= len(data)
    out.flush()
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_program(agent, directory):
    """A program that is killed after a megabyte, in the middle of a line, and is started anew."""
    write(f"{directory}/reader.py", READER)
    account = run(agent, "program_output.enabled=true", "program_output.keep_alive=true",
                  f"program_output.program={sys.executable} {directory}/reader.py {directory}/read")["program"]
    produced, _, delivered, _, _ = account
    parts = [name for name in os.listdir(directory) if name.startswith("read.")]
    found = []
    for part in parts:
        with open(f"{directory}/{part}", encoding="utf-8") as file:
            found += numbers(line for line in file if line.endswith("\n"))
    check(len(parts) > 1, "the program did not end")
    check(len(found) == len(set(found)) == delivered == produced,
          f"the program has {len(found)} alerts of {produced}, {delivered} count as delivered")
    note(f"program, killed and started {len(parts)} times", account, len(set(found)))


def certificates(directory):
    def openssl(*words):
        subprocess.run(["openssl", *words], cwd=directory, check=True, capture_output=True)

    openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "ca.key", "-out", "ca.crt", "-days", "30",
            "-subj", "/CN=test authority")
    for name in "server", "client":
        write(f"{directory}/{name}.ext", "subjectAltName=IP:127.0.0.1\n")
        openssl("req", "-newkey", "rsa:2048", "-nodes", "-keyout", f"{name}.key", "-out", f"{name}.csr", "-subj",
                f"/CN={name}")
        openssl("x509", "-req", "-in", f"{name}.csr", "-CA", "ca.crt", "-CAkey", "ca.key", "-CAcreateserial", "-days",
                "30", "-extfile", f"{name}.ext", "-out", f"{name}.crt")


class Server(threading.Thread):
    """HTTPS with client certificates. It goes away for a moment after every 4,000 requests."""

    def __init__(self, directory):
        super().__init__(daemon=True)
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(f"{directory}/server.crt", f"{directory}/server.key")
        self.context.load_verify_locations(f"{directory}/ca.crt")
        self.context.verify_mode = ssl.CERT_REQUIRED
        self.bodies, self.agents, self.away = [], set(), 0
        self.listener = self.listen(0)
        self.port = self.listener.getsockname()[1]

    def listen(self, port):
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", port))
        listener.listen(16)
        return listener

    def run(self):
        while True:
            connection, _ = self.listener.accept()
            try:
                with self.context.wrap_socket(connection, server_side=True) as secure:
                    if self.serve(secure):
                        self.away += 1
                        self.listener.close()
                        time.sleep(0.3)
                        self.listener = self.listen(self.port)
            except (ssl.SSLError, ConnectionError):
                pass

    def serve(self, secure):
        for head, body in https_peer.requests(secure):
            self.agents.add(re.search(rb"(?i)user-agent: ([^\r]*)", head)[1])
            self.bodies.append(body.decode())
            secure.sendall(https_peer.ANSWER)
            if len(self.bodies) % 4000 == 0:
                return True
        return False


def test_https(agent, directory):
    certificates(directory)
    server = Server(directory)
    server.start()
    options = ["http_output.enabled=true", f"http_output.url=https://127.0.0.1:{server.port}/",
               f"http_output.ca_cert={directory}/ca.crt", "http_output.keep_alive=true"]
    mtls = ["http_output.mtls=true", f"http_output.client_cert={directory}/client.crt",
            f"http_output.client_key={directory}/client.key"]
    spool = [f"outputs_spool.directory={directory}/spool", "outputs_spool.size_mb=1"]

    account = run(agent, *options, *mtls)["http"]
    produced, _, delivered, _, _ = account
    check(server.away >= 2, "the server was not away")
    check(delivered == produced, "the server did not get all")
    found = numbers(server.bodies)
    check(len(set(found)) == produced and len(found) - produced <= server.away, "the server lacks alerts, or has many twice")
    check(server.agents == {b"falcosecurity/falco"}, "the agent has another name")
    note(f"HTTPS with certificates, away {server.away} times", account, len(set(found)))
    for body in server.bodies[:1000]:
        check_sidekick(body)

    # Without a certificate the server takes nothing: the spool fills up to its bound, and the rest is counted.
    before = len(server.bodies)
    short = ["output_timeout=500"]
    account = run(agent, *options, *spool, *short)["http"]
    _, _, delivered, spooled, lost = account
    note("HTTPS that refuses, with a spool of 1 MB", account, len(server.bodies) - before)
    check(delivered == 0 and spooled > 0 and lost > 0, "a spool of a megabyte holds everything")
    check(os.path.getsize(f"{directory}/spool/http.spool") <= (1 << 20) + 4096, "the spool is too large")
    check(len(server.bodies) == before, "the server took something without a certificate")
    # What is on disk arrives at the next start, before all else.
    account = run(agent, *options, *mtls, *spool, "priority=emergency")["http"]
    recovered = account[1]
    check(recovered == spooled, "the spool was not found again")
    check(len(server.bodies) - before >= account[2], f"{account}: the server has {len(server.bodies) - before}")
    check(account[3] == 0 or os.path.exists(f"{directory}/spool/http.spool"), f"{account}: the spool is not there")
    note("the same, at the next start", account, len(set(numbers(server.bodies[before:]))))
    # Alerts about alerts that were held back are taken too.
    before = len(server.bodies)
    run(agent, *options, *mtls, "throttle.alerts=2")
    internal = [body for body in server.bodies[before:] if '"source":"internal"' in body]
    check(internal, "no alert about alerts")
    for body in server.bodies[before:]:
        check_sidekick(body)


class Rsyslog:
    """A daemon of our own behind TCP, on a port that was free; what it gets is in the file."""

    def __init__(self, directory):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.config, self.file, self.process = f"{directory}/rsyslog.conf", f"{directory}/syslog", None
        write(self.config,
              f'global(workDirectory="{directory}" maxMessageSize="64k")\nmodule(load="imtcp")\n'
              f'input(type="imtcp" port="{self.port}" address="127.0.0.1")\n'
              f'template(name="plain" type="string" string="%syslogseverity% %msg%\\n")\n'
              f'action(type="omfile" file="{self.file}" template="plain")\n')

    def start(self):
        self.process = subprocess.Popen(["rsyslogd", "-n", "-iNONE", "-f", self.config], stderr=subprocess.DEVNULL)
        for _ in range(200):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.02)
        sys.exit("rsyslog does not listen")

    def stop(self, number=signal.SIGTERM):
        self.process.send_signal(number)
        self.process.wait()


def test_syslog(agent, directory):
    if not shutil.which("rsyslogd"):
        print("without rsyslog, syslog is not tried")
        return
    daemon = Rsyslog(directory)
    daemon.start()

    def restart():
        for _ in range(1000):
            if os.path.exists(f"{directory}/syslog") and os.path.getsize(f"{directory}/syslog") > 200000:
                break
            time.sleep(0.005)
        daemon.stop(signal.SIGKILL)
        time.sleep(0.2)
        daemon.start()

    thread = threading.Thread(target=restart)
    thread.start()
    account = run(agent, "syslog_output.enabled=true", f"syslog_output.address=tcp://127.0.0.1:{daemon.port}")["syslog"]
    produced, _, delivered, _, _ = account
    thread.join()
    time.sleep(0.5)
    daemon.stop()
    # One that is killed may have begun a line.
    lines = [line for line in lines_of(f"{directory}/syslog") if line.rstrip().endswith("}")]
    found = numbers(line.split(" ", 1)[1].strip() for line in lines)
    # TCP tells only that the peer's kernel has the bytes: those of a daemon that ends are gone.
    check(delivered == produced, "rsyslog did not get all")
    check(0 < len(set(found)) == len(found) <= delivered, "rsyslog has alerts twice")
    note("rsyslog over TCP, killed and started anew", account, len(set(found)))
    severities = {alert["rule"]: alert["priority"] for alert in (json.loads(line.split(" ", 1)[1]) for line in lines)}
    for line in lines:
        severity, text = line.split(" ", 1)
        check(["Critical", "Warning", "Notice"][[2, 4, 5].index(int(severity))] ==
              severities[json.loads(text)["rule"]], "a severity is wrong")


def test_kafka(directory, rules):
    site = common("kafka_output:\n  enabled: true\n  properties: [%s]\n")
    agent = build(directory, "kafka", site % "test.mock.num.brokers=3", rules)
    account = run(agent)["kafka"]
    produced, _, delivered, _, _ = account
    note("Kafka, 3 mock brokers", account, delivered)
    check(delivered == produced >= LEAST, "the mock brokers did not get all")
    dead = build(directory, "dead", site.replace("properties", "brokers: 127.0.0.1:9\n  properties") % "", rules)
    account = run(dead, f"outputs_spool.directory={directory}/kafka-spool", "output_timeout=300")["kafka"]
    _, _, delivered, spooled, _ = account
    note("Kafka, no broker answers, with a spool", account, 0)
    check(delivered == 0 and spooled == produced, "dead brokers lose alerts")


def main():
    global LEAST
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--alerts", type=int, default=LEAST, help="how many each output gets, at least")
    LEAST = parser.parse_args().alerts
    with tempfile.TemporaryDirectory() as directory:
        rules = make_rules(directory)
        agent = build(directory, "plain", common(""), rules)
        libraries = subprocess.run(["ldd", agent], capture_output=True, text=True, check=False)
        check("curl" not in libraries.stdout and "rdkafka" not in libraries.stdout, "a plain agent needs libcurl")
        test_file(agent, directory)
        test_full_disk(agent)
        test_program(agent, directory)
        test_syslog(agent, directory)
        test_https(build(directory, "http", common("http_output:\n  enabled: true\n  url: http://127.0.0.1:9/\n"), rules),
                   directory)
        test_kafka(directory, rules)
    print_table()
    print(f"{checks} of {checks} checks")


if __name__ == "__main__":
    main()
