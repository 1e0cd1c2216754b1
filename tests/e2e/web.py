#!/usr/bin/env python3
"""The web server of an agent, asked by real clients: an agent that replays a capture again and again, through a pipe.
Health, versions and metrics; Falco's snapshots of metrics. Then an agent on the running kernel: its page in a browser, with
alerts of a program named <script>, and Prometheus, which scrapes it and answers what dashboards ask."""
import http.client
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "../.."))
RULEC = os.path.join(ROOT, "build/bin/rulec")
CAPTURE = os.path.join(ROOT, "tests/demo/demo.scap.gz")
SITE = """\
json_output: true
stdout_output: {enabled: false}
rule_matching: all
file_output: {enabled: true, filename: alerts.jsonl}
webserver: {enabled: true, listen_port: 0, prometheus_metrics_enabled: true}
metrics: {enabled: true, interval: 1s, output_rule: true, output_file: metrics.jsonl, rules_evaluations_enabled: true}
"""
RULES = """\
- rule: Opened "quoted" back\\slash
  desc: Names that have to be escaped
  condition: evt.type in (open, openat, openat2) and fd.name startswith /etc
  output: opened %fd.name by %proc.name
  priority: WARNING
  tags: [a-tag, a_tag, T1555]
- rule: Never
  desc: never
  condition: evt.type in (execve, execveat) and proc.name = "no such process"
  output: never %proc.name
  priority: INFO
"""
# What promtool has to say against names that Falco has settled; nothing else.
KNOWN = {f'falcosecurity_falco_{name}_timestamp_nanoseconds use base unit "seconds" instead of "nanoseconds"'
         for name in ("host_boot", "reload", "start")}
LIVE_SITE = """\
stdout_output: {enabled: false}
webserver:
  enabled: true
  listen_port: 0
  prometheus_metrics_enabled: true
  alerts_database: alerts.db
metrics: {enabled: true, kernel_event_counters_per_cpu_enabled: true, rules_evaluations_enabled: true}
"""
LIVE_RULES = """\
- rule: Marked <b>program</b>
  desc: A program whose name is markup was run
  condition: evt.type in (execve, execveat) and proc.name startswith "<script>"
  output: ran %proc.name as %proc.cmdline
  priority: CRITICAL
  tags: [T1059]
"""
RUNS = 5
# What the dashboard in Falco's chart asks for. Not falcosecurity_falco_n_evts_total, which Falco has no more.
DASHBOARD = """cpu_usage_ratio memory_rss_bytes memory_vsz_bytes outputs_queue_num_drops_total rules_matches_total
    version_info""".split()
DASHBOARD_KERNEL = """engine_name_info n_drops_buffer_total n_drops_cpu_total n_drops_full_threadtable_total
    n_drops_scratch_map_total n_drops_total n_evts_total""".split()
checks = 0
skipped = []


def check(holds, what):
    global checks
    checks += 1
    if not holds:
        print(f"FAILED: {what}", flush=True)
        os._exit(1)  # whatever threads still do


class Agent:
    """A replay that goes on until it is stopped; `address` is where its web server is, `fed` how often it had the
    capture."""

    def __init__(self, path, *options):
        self.process = subprocess.Popen([path, "--capture", "-", *options], stdin=subprocess.PIPE,
                                        stderr=subprocess.PIPE, text=False)
        self.fed = 0
        self.stopping = threading.Event()
        self.thread = threading.Thread(target=self.feed)
        self.thread.start()
        line = self.process.stderr.readline().decode()
        match = re.search(r"the web server is at http://([^/]+)/", line)
        check(match, f"no address: {line}")
        self.address = match[1]

    def feed(self):
        with open(CAPTURE, "rb") as file:
            capture = file.read()
        while not self.stopping.wait(0.02):
            self.process.stdin.write(capture)
            self.process.stdin.flush()
            self.fed += 1

    def stop(self):
        self.stopping.set()
        self.thread.join()
        self.process.stdin.close()
        check(self.process.wait(timeout=20) == 0, "the agent failed: " + self.process.stderr.read().decode())

    def get(self, path, method="GET", **headers):
        connection = http.client.HTTPConnection(self.address, timeout=10)
        connection.request(method, path, headers=headers)
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read().decode()


def wait_for(what, holds, seconds=10):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = holds()
        if found:
            return found
        time.sleep(0.1)
    print(f"FAILED: {what}", flush=True)
    os._exit(1)


def samples(text):
    """Name with labels -> value; each once, of a family that was declared once."""
    found, families = {}, {}
    for line in text.splitlines():
        if line.startswith("# TYPE "):
            _, _, name, kind = line.split(" ")
            check(name not in families, f"{name} is declared twice")
            families[name] = kind
        elif not line.startswith("#"):
            key, value = line.rsplit(" ", 1)
            check(key not in found, f"{key} is there twice")
            name = re.sub("_(bucket|sum|count)$", "", key.split("{")[0])
            check(name in families or key.split("{")[0] in families, f"{key} has no type")
            found[key] = float(value)
    return found


def test_health(agent):
    wait_for("it is never well", lambda: agent.get("/healthz")[0] == 200)
    status, headers, body = agent.get("/healthz")
    check(status == 200 and body == '{"status": "ok"}', f"health: {status} {body}")
    check(headers["Content-Type"] == "application/json", "the type of health")
    versions = json.loads(agent.get("/versions")[2])
    check({"falco_version", "engine_version_semver", "driver_schema_version", "plugin_versions"} <= set(versions),
          f"versions: {versions}")
    check(agent.get("/nowhere")[0] == 404, "a page that is not there")
    check(agent.get("/healthz", "POST")[0] == 405, "a request that would change something")
    check(agent.get("/healthz", Host="alerts.example:80")[0] == 403, "a foreign name")
    check(agent.get("/healthz", Host="localhost:80")[0] == 200, "an own name")
    check(agent.get("/healthz", "HEAD")[2] == "", "HEAD")


def test_metrics(agent):
    name = r'falcosecurity_falco_rules_matches_total{rule_name="Opened \"quoted\" back\\slash",priority="4",'
    name += 'source="syscall",tag_T1555="true",tag_a_tag="true"}'
    text = wait_for("the matches are never told",
                    lambda: (lambda body: body if name in body else None)(agent.get("/metrics")[2]))
    found = samples(text)
    check(found[name] > 0, "no matches")
    matches = [key for key in found if key.startswith("falcosecurity_falco_rules_matches_total")]
    check(not any("Never" in key for key in matches), "a rule without matches has a sample")
    # The rules are for different events, so that each of these asks one of them.
    asked = {key: value for key, value in found.items() if key.startswith("rulec_rule_evaluations_total")}
    check(len(asked) == 2 and sum(asked.values()) == found["rulec_events_evaluated_total"], f"askings: {asked}")
    took = [value for key, value in found.items() if key.startswith("rulec_rule_evaluation_seconds_total")]
    check(0 < len(took) <= 2 and all(0 < value < found["rulec_deciding_seconds_total"] for value in took), f"times: {took}")
    if shutil.which("promtool"):
        done = subprocess.run(["promtool", "check", "metrics"], input=text, capture_output=True, text=True, check=False)
        remarks = {line for line in (done.stdout + done.stderr).splitlines() if line.strip()}
        check(remarks <= KNOWN, f"promtool says: {remarks - KNOWN}")


def test_snapshots(path):
    def whole():
        with open(path, encoding="utf-8") as file:
            lines = [json.loads(line) for line in file if line.endswith("\n")]
        return [line for line in lines if line["output_fields"].get("falco.rules.matches_total", 0) > 0]

    line = wait_for("no snapshot has the matches", whole)[0]
    fields = line["output_fields"]
    check(line["sample"] >= 1 and list(fields) == sorted(fields), "the shape of a snapshot")
    check(fields["falco.rules.Opened_quoted_back_slash"] > 0, "matches of the rule")
    for key in ("evt.hostname", "falco.start_ts", "falco.memory_rss_mb", "scap.engine_name", "scap.n_evts",
                "scap.n_drops_perc", "falco.num_evts_prev", "falco.sha256_rules_file.rules_yaml"):
        check(key in fields, f"{key} is not in the snapshot")


def alerts(path, internal):
    with open(path, encoding="utf-8") as file:
        lines = [json.loads(line) for line in file if line.endswith("\n")]
    return [line for line in lines if (line["source"] == "internal") == internal]


def ask(address, path):
    connection = http.client.HTTPConnection(address, timeout=10)
    connection.request("GET", path)
    answer = connection.getresponse()
    return answer.status, answer.read().decode()


def start_live():
    """The agent and the address of its server; None where the kernel refuses it."""
    with open("live.log", "w", encoding="utf-8") as log:
        process = subprocess.Popen(["./live"], stderr=log)
    for _ in range(600):
        with open("live.log", encoding="utf-8") as log:
            text = log.read()
        if "watching the kernel" in text:
            return process, re.search(r"the web server is at http://([^/]+)/", text)[1]
        if process.poll() is not None:
            skipped.append("live: " + text.strip().splitlines()[-1])
            return None, None
        time.sleep(0.1)
    return sys.exit("FAILED: the agent does not begin")


def total(address):
    return json.loads(ask(address, "/api/counts")[1])["total"]


def test_page(address):
    """What a browser makes of it."""
    if not shutil.which("chromium"):
        skipped.append("the page: there is no chromium")
        return
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={os.getcwd()}/profile",
               "--virtual-time-budget=2000", "--dump-dom", f"http://{address}/?still#id=1"]
    page = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False).stdout
    check('data-ready="true"' in page, f"the page is not ready: {page[:2000]}")
    check(page.count("<script") == 1 and "<b>program" not in page, "an event's text is markup")
    check(page.count("&lt;script&gt;") >= 2, "the name of the process is not there")
    # All are alike: one row, which is open since one of them is shown.
    check(page.count('class="edge"') == 1 and f"<b>×{RUNS}</b>" in page, "alerts that are alike are not one row")
    members = re.search(r'<ol class="members">(.*?)</ol>', page)
    check(members and members[1].count("data-id=") == RUNS, "the row does not show them all")
    check(re.search(r"<b>proc\.name</b><q>&lt;script&gt;", page), "the condition has no values")
    check("Marked &lt;b&gt;program&lt;/b&gt;" in page and 'class="badge"' in page, "the rule is not there")


def test_prometheus(address):
    if not shutil.which("prometheus"):
        skipped.append("Prometheus is not there")
        return
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        own = f"127.0.0.1:{probe.getsockname()[1]}"
    with open("prometheus.yaml", "w", encoding="utf-8") as file:
        json.dump({"global": {"scrape_interval": "1s"}, "rule_files": [f"{ROOT}/deploy/prometheus/rulec-alerts.yaml"],
                   "scrape_configs": [{"job_name": "rulec", "static_configs": [{"targets": [address]}]}]}, file)
    server = subprocess.Popen(["prometheus", "--config.file=prometheus.yaml", "--storage.tsdb.path=tsdb",
                               f"--web.listen-address={own}", "--log.level=error"])

    def query(expression):
        try:
            body = json.loads(ask(own, "/api/v1/query?query=" + urllib.parse.quote(expression))[1])
        except (OSError, ValueError):
            return []
        return body["data"]["result"] if body["status"] == "success" else []

    try:
        matches = wait_for("Prometheus has no matches",
                           lambda: query('falcosecurity_falco_rules_matches_total{tag_T1059="true"}'), 20)
        check(matches[0]["value"][1] == str(RUNS) and matches[0]["metric"]["rule_name"] == "Marked <b>program</b>" and
              matches[0]["metric"]["priority"] == "2", f"{matches}")
        for name in [f"falcosecurity_falco_{n}" for n in DASHBOARD] + [f"falcosecurity_scap_{n}" for n in DASHBOARD_KERNEL]:
            check(query(name), f"Prometheus has no {name}")
        check(float(query("rulec_detection_latency_seconds_count")[0]["value"][1]) == RUNS, "latencies")
        check(query("sum(rulec_kernel_events_total)"), "events by system call")
        with open(f"{ROOT}/deploy/grafana/rulec-agents.json", encoding="utf-8") as file:
            board = json.load(file)
        known = {entry for entry in json.loads(ask(own, "/api/v1/label/__name__/values")[1])["data"]}
        for panel in board["panels"]:
            for target in panel["targets"]:
                names = set(re.findall(r"\b(?:rulec|falcosecurity)_[a-z_]+", target["expr"]))
                check(names and names <= known, f"{panel['title']}: {names - known}")
        rules = json.loads(ask(own, "/api/v1/rules")[1])["data"]["groups"]
        check(len(rules) == 1 and all(rule["health"] in ("ok", "unknown") for rule in rules[0]["rules"]), f"{rules}")
    finally:
        server.terminate()
        server.wait(timeout=20)


def test_live():
    for name, text in (("live.yaml", LIVE_SITE), ("live-rules.yaml", LIVE_RULES)):
        with open(name, "w", encoding="utf-8") as file:
            file.write(text)
    subprocess.run([RULEC, "build", "-c", "live.yaml", "-r", "live-rules.yaml", "-o", "live"], check=True)
    shutil.copy("/bin/true", "<script>")
    process, address = start_live()
    if not process:
        return
    try:
        for _ in range(RUNS):
            subprocess.run(["./<script>", "<img src=x>"], check=True)
        wait_for("the page has no alerts", lambda: total(address) == RUNS)
        check(ask(address, "/api/alerts?limit=x")[0] == 400, "a parameter that is no number")
        check(len(json.loads(ask(address, "/api/alerts?after=3&search=%3Cimg")[1])["alerts"]) == RUNS - 3, "search")
        test_page(address)
        test_prometheus(address)
    finally:
        process.send_signal(signal.SIGTERM)
        check(process.wait(timeout=20) == 0, "the live agent failed")
    with open("live.log", encoding="utf-8") as log:
        check(f"output page: {RUNS} produced, {RUNS} delivered, 0 spooled, 0 lost, 0 waiting" in log.read(), "the account")
    check(os.stat("alerts.db").st_mode & 0o077 == 0, "the database is not its owner's alone")
    process, address = start_live()
    try:
        check(total(address) == RUNS, "the page has no past")
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=20)


def main():
    with tempfile.TemporaryDirectory() as directory:
        os.chdir(directory)
        for name, text in (("site.yaml", SITE), ("rules.yaml", RULES)):
            with open(name, "w", encoding="utf-8") as file:
                file.write(text)
        subprocess.run([RULEC, "build", "-c", "site.yaml", "-r", "rules.yaml", "-o", "agent"], check=True)
        plain = subprocess.run(["./agent", "--capture", CAPTURE, "-o", "webserver.enabled=false"], check=False,
                               stderr=subprocess.DEVNULL)
        check(plain.returncode == 0, "a run without the server")
        count = len(alerts("alerts.jsonl", False))
        check(count > 0, "the capture has no alerts")
        os.unlink("alerts.jsonl")
        agent = Agent("./agent")
        test_health(agent)
        test_metrics(agent)
        test_snapshots("metrics.jsonl")
        snapshot = wait_for("no alert of metrics", lambda: alerts("alerts.jsonl", True))[0]
        check(snapshot["rule"] == "Falco internal: metrics snapshot" and snapshot["priority"] == "Informational" and
              snapshot["output"].endswith(": Informational Falco metrics snapshot"), f"{snapshot}")
        agent.stop()
        told = len(alerts("alerts.jsonl", False))
        check(told == agent.fed * count, f"{told} alerts of {agent.fed} replays with {count} each")
        test_live()
    print(f"{checks} checks of the web server" + "".join(f"; skipped {why}" for why in skipped))


main()
