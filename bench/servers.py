#!/usr/bin/env python3
"""What an agent costs servers: requests per second of redis (redis-benchmark) and nginx (wrk) on loopback, with no agent,
with an empty program on the hook (the floor), and with the agent, filter off and on. The kinds take turns in each round, so
that ratios are of one run; medians and the least and most of all rounds.

    servers.py --build BUILD [-r RULES...] [--rounds N] [--seconds N]
"""

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from kernel import ROOT, Agent, Floor

REDIS_PORT, NGINX_PORT = 16379, 18080
NGINX = """worker_processes 1; daemon off; pid {dir}/nginx.pid; error_log {dir}/nginx.log;
events {{ worker_connections 256; }}
http {{ access_log {dir}/access.log; client_body_temp_path {dir}/body; proxy_temp_path {dir}/proxy; fastcgi_temp_path {dir}/fastcgi;
        uwsgi_temp_path {dir}/uwsgi; scgi_temp_path {dir}/scgi;
        server {{ listen 127.0.0.1:{port}; root {dir}/www; }} }}
"""


def wait_for(port):
    import socket
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    sys.exit(f"nothing listens on port {port}")


def start_redis(dir):
    redis = subprocess.Popen(["redis-server", "--port", str(REDIS_PORT), "--bind", "127.0.0.1", "--save", "", "--dir", dir],
                             stdout=subprocess.DEVNULL)
    wait_for(REDIS_PORT)
    return redis


def start_nginx(dir):
    os.mkdir(dir + "/www")
    os.chmod(dir, 0o755)  # its worker is another user
    with open(dir + "/www/index.html", "w") as page:
        page.write("<p>hello</p>\n" * 64)
    with open(dir + "/nginx.conf", "w") as conf:
        conf.write(NGINX.format(dir=dir, port=NGINX_PORT))
    nginx = subprocess.Popen(["nginx", "-c", dir + "/nginx.conf"], stderr=subprocess.DEVNULL)
    wait_for(NGINX_PORT)
    return nginx


def ask_redis(test, seconds):
    # As many requests as take about the time: 25,000 a second are few on any machine.
    text = subprocess.run(["redis-benchmark", "-p", str(REDIS_PORT), "-t", test, "-n", str(25000 * seconds), "-c", "20", "--csv"],
                          capture_output=True, text=True, check=True).stdout
    return float(re.search(rf'^"{test.upper()}[^"]*","([\d.]+)"', text, re.M).group(1))


def ask_nginx(seconds):
    text = subprocess.run(["wrk", "-t", "1", "-c", "20", "-d", f"{seconds}s", f"http://127.0.0.1:{NGINX_PORT}/index.html"],
                          capture_output=True, text=True, check=True).stdout
    return float(re.search(r"Requests/sec:\s*([\d.]+)", text).group(1))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", default=ROOT + "/build")
    parser.add_argument("-r", "--rules", nargs="+", default=[ROOT + "/rules"])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=2, help="of each measurement, about")
    options = parser.parse_args()
    if os.geteuid() != 0:
        sys.exit("watching the kernel needs root")
    for tool in ("redis-server", "redis-benchmark", "nginx", "wrk"):
        if not shutil.which(tool):
            sys.exit(f"{tool} is not there")
    dir = tempfile.mkdtemp(prefix="rulec-bench-")
    servers = []
    try:
        subprocess.run(["cc", "-O2", ROOT + "/bench/attach.c", "-o", dir + "/attach", "-lbpf"], check=True)
        subprocess.run(["clang", "-O2", "-g", "-target", "bpf", "-I/usr/include/x86_64-linux-gnu", "-c",
                        ROOT + "/bench/empty.bpf.c", "-o", dir + "/empty.o"], check=True)
        subprocess.run([options.build + "/bin/rulec", "build", "-r", *options.rules, "-o", dir + "/agent"], check=True)
        servers += [start_redis(dir)]
        servers += [start_nginx(dir)]
        run(options, dir)
    finally:
        for server in servers:
            server.terminate()
            server.wait()
        shutil.rmtree(dir)


def run(options, dir):
    loads = {"redis set": lambda: ask_redis("set", options.seconds), "redis get": lambda: ask_redis("get", options.seconds),
             "nginx": lambda: ask_nginx(options.seconds)}
    kinds = {
        "none": lambda: None,
        "floor": lambda: Floor(dir),
        "off": lambda: Agent(dir + "/agent", "--filter=off"),
        "on": lambda: Agent(dir + "/agent", "--filter=on"),
    }
    rates = {load: {kind: [] for kind in kinds} for load in loads}
    for _ in range(options.rounds):
        for kind, start in kinds.items():
            agent = start()
            for load, ask in loads.items():
                rates[load][kind].append(ask())
            if agent:
                agent.stop()
    print(f"requests a second, {options.rounds} rounds of {options.seconds} s: median (least .. most), and the ratio to no agent of the medians")
    print(f"{'':<10}" + "".join(f"{kind:>34}" for kind in kinds))
    for load, of in rates.items():
        cells = []
        for kind in kinds:
            ratio = statistics.median(of[kind]) / statistics.median(of["none"])
            cells.append(f"{statistics.median(of[kind]):>10.0f} ({min(of[kind]):.0f} .. {max(of[kind]):.0f}) {ratio:.2f}")
        print(f"{load:<10}" + "".join(f"{cell:>34}" for cell in cells))


if __name__ == "__main__":
    main()
