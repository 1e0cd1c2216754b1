#!/usr/bin/env python3
"""Peers that are killed (SIGKILL) and started again under a load of 10,000 alerts: an HTTPS server that asks for certificates
and librdkafka's mock brokers, each a process of its own at the same ports. Each alert bears a number of its own, so
that produced = delivered + spooled + lost is not only what the agent says of itself: the peers have each that it counts as
delivered, and at the next start each that it counts as spooled. rsyslog, a program and a file are in outputs.py."""

import argparse
import glob
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time

import outputs
from outputs import ROOT, check

KILLS = 3
AHEAD = 256  # alerts that librdkafka has unconfirmed: MOST in runtime/output/kafka.c
LEAST = outputs.LEAST
AT_BYTES = 120  # for each alert of the load, that a peer has got when it is killed
SITE = """\
http_output:
  enabled: true
  url: http://127.0.0.1:9/
kafka_output:
  enabled: true
  brokers: 127.0.0.1:9
  properties: [reconnect.backoff.max.ms=200]
"""


def free_ports(n):
    """Ports that nobody listens at, and none of those that the kernel takes for connections: what is killed finds its own
    again."""
    ports = []
    for port in range(20000 + os.getpid() % 10000, 32000):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) != 0:
                ports.append(str(port))
        if len(ports) == n:
            return ports
    sys.exit("FAILED: no ports are free")


class Peer:
    """A peer that is killed whenever it has got so many bytes more, and started anew; away: how often."""

    def __init__(self):
        self.process, self.away, self.stopping = None, 0, threading.Event()

    def begin(self, command, **environment):
        self.process = subprocess.Popen([sys.executable, *command], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                                        env={**os.environ, **environment})
        line = self.process.stdout.readline().strip()
        check(line, "a peer does not start")
        return line

    def kill(self):
        if self.process:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()
            self.process.stdout.close()
            self.process = None
            self.away += 1

    def has_bytes(self):
        return sum(os.path.getsize(path) for path in self.paths())

    def kill_under_load(self, step, times, for_good):
        """In a thread. After `times`, or with for_good after the first one, it is left as it is."""
        at = self.has_bytes()
        for _ in range(times):
            while self.has_bytes() < at + step:
                if self.stopping.wait(0.002):
                    return
            self.kill()
            if for_good:
                return
            at = self.has_bytes()
            time.sleep(0.2)
            self.start()

    def killing(self, step, times=KILLS, for_good=False):
        self.stopping.clear()
        thread = threading.Thread(target=self.kill_under_load, args=(step, times, for_good))
        thread.start()
        return thread


class Https(Peer):
    def __init__(self, directory):
        super().__init__()
        self.directory, self.port, self.file = directory, free_ports(1)[0], f"{directory}/bodies"
        outputs.certificates(directory)

    def start(self):
        self.begin([ROOT + "/tests/support/https_peer.py", self.directory, self.port, self.file])

    def paths(self):
        return glob.glob(self.file)

    def has(self):
        """The numbers of the alerts that it has, as often as it has them."""
        return [number for path in self.paths() for number in outputs.numbers(outputs.lines_of(path))]


class Brokers(Peer):
    def __init__(self, directory):
        super().__init__()
        self.record, self.shim = f"{directory}/received", f"{directory}/kafka_ports.so"
        subprocess.run(["cc", "-shared", "-fPIC", "-O2", "-o", self.shim, ROOT + "/tests/support/kafka_ports.c", "-ldl"], check=True)
        self.ports = ",".join(free_ports(3))
        self.addresses = ",".join("127.0.0.1:" + port for port in self.ports.split(","))

    def start(self):
        addresses = self.begin([ROOT + "/tests/support/kafka_peer.py"], LD_PRELOAD=self.shim, KAFKA_PORTS=self.ports,
                               KAFKA_RECORD=self.record)
        check(addresses == self.addresses, f"the brokers are at {addresses}, not at {self.addresses}")

    def paths(self):
        return glob.glob(self.record + ".*")

    def has(self):
        found = []
        for path in self.paths():
            with open(path, "rb") as file:
                found += re.findall(rb'"evt\.num":(\d+).*?"rule":"([^"]*)"', file.read())
        return [(int(number), rule.decode()) for number, rule in found]


def killed(peer, name, agent, options, most_twice):
    """A peer that comes back takes all; most_twice: how many alerts it may have got unconfirmed when it was killed."""
    peer.start()
    killing = peer.killing(LEAST * AT_BYTES)
    account = outputs.run(agent, *options)[name]
    peer.stopping.set()
    killing.join()
    produced, _, delivered, _, _ = account
    found = peer.has()
    twice = len(found) - len(set(found))
    check(peer.away == KILLS, f"{name} was killed {peer.away} times")
    check(produced == delivered >= LEAST, f"not all were delivered: {account}")
    check(len(set(found)) == produced, f"{name} has {len(set(found))} of {produced}")
    check(twice <= KILLS * most_twice, f"{name} has {twice} twice")
    outputs.note(f"{name}, killed {KILLS} times, {twice} came twice", account, len(set(found)))


def killed_for_good(peer, name, agent, options, most_twice, directory):
    """What a peer that stays dead has not taken is in the spool or counted as lost; at the next start the spool arrives."""
    peer.start()
    spool = [f"outputs_spool.directory={directory}/{name}-spool", "outputs_spool.size_mb=1"]
    killing = peer.killing(LEAST * AT_BYTES, 1, for_good=True)
    account = outputs.run(agent, *options, *spool, "output_timeout=500")[name]
    peer.stopping.set()
    killing.join()
    produced, _, delivered, spooled, lost = account
    had = set(peer.has())
    check(peer.away == 1 and min(delivered, spooled, lost) > 0, f"{name}: {account}")
    check(produced == delivered + spooled + lost, f"it does not add up: {account}")
    check(delivered <= len(had) <= delivered + most_twice, f"{name} has {len(had)} of {delivered} delivered ones")
    outputs.note(f"{name}, killed for good, with a spool of 1 MB", account, len(had))
    peer.start()
    account = outputs.run(agent, *options, *spool, "priority=emergency")[name]
    peer.kill()
    now = set(peer.has())
    check(account[1:] == (spooled, spooled, 0, 0), f"the spool was not delivered: {account}")
    check(len(now) == delivered + spooled, f"{name} has {len(now)} of {delivered} delivered and {spooled} spooled ones")
    outputs.note("the same, at the next start", account, len(now - had))


def main():
    global LEAST
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--alerts", type=int, default=outputs.LEAST, help="how many each output gets, at least")
    LEAST = outputs.LEAST = parser.parse_args().alerts
    with tempfile.TemporaryDirectory() as top:
        rules = outputs.make_rules(top)
        agent = outputs.build(top, "agent", outputs.common(SITE), rules)
        for scene, run in ("comes-back", killed), ("stays", killed_for_good):
            directory = f"{top}/{scene}"
            os.mkdir(directory)
            more = (directory,) if run == killed_for_good else ()
            peer = Https(directory)
            run(peer, "http", agent,
                ["kafka_output.enabled=false", f"http_output.url=https://127.0.0.1:{peer.port}/",
                 f"http_output.ca_cert={directory}/ca.crt", "http_output.keep_alive=true", "http_output.mtls=true",
                 f"http_output.client_cert={directory}/client.crt", f"http_output.client_key={directory}/client.key"], 1, *more)
            peer.kill()
            peer = Brokers(directory)
            run(peer, "kafka", agent, ["http_output.enabled=false", f"kafka_output.brokers={peer.addresses}"], AHEAD, *more)
            peer.kill()
    outputs.print_table()
    print(f"{outputs.checks} of {outputs.checks} checks")


if __name__ == "__main__":
    main()
