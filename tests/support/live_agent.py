"""An agent that watches the running kernel while a program does what the test is about."""

import json
import os
import signal
import subprocess
import sys
import time

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "../.."))


def watch(dir, rules, program, filtering, options=()):
    """Builds an agent from rules (text), has it watch while program (a list) runs, and ends it. What the program printed,
    the alerts, what the agent said. Ends the test with 77 where the kernel refuses, or the program says that it cannot."""
    with open(dir + "/rules.yaml", "w") as file:
        file.write(rules)
    subprocess.run([ROOT + "/build/bin/rulec", "build", "-r", dir + "/rules.yaml", "-o", dir + "/agent"], check=True)
    with open(dir + "/out", "wb") as out, open(dir + "/err", "wb") as err:
        agent = subprocess.Popen([dir + "/agent", "--json", "--filter", filtering, *options], stdout=out, stderr=err)
    while "watching the kernel" not in messages(dir):
        if agent.poll() is not None:
            print("the kernel refuses:", messages(dir))
            sys.exit(77)
        time.sleep(0.05)
    done = subprocess.run(program, capture_output=True, text=True, check=False)
    agent.send_signal(signal.SIGTERM)
    status = agent.wait(60)
    if done.returncode == 77:
        print(done.stdout.strip())
        sys.exit(77)
    if done.returncode != 0 or status != 0:
        sys.exit(f"{program[0]} ended with {done.returncode}, the agent with {status}:\n{messages(dir)}")
    with open(dir + "/out") as file:
        return done.stdout, [json.loads(line) for line in file], messages(dir)


def messages(dir):
    with open(dir + "/err") as file:
        return file.read()
