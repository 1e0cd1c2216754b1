#!/usr/bin/env python3
"""A user that only a container knows: named in live alerts, and in those of the recording.

podman runs a shell as a user of the container's /etc/passwd, whose number the machine does not know.

Exit status: 0 passed, 1 failed, 77 no BPF programs or no podman here.
"""

import json
import os
import signal
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import live

UID, GID = 34567, 45678
RULES = f"""
- rule: user of a container
  desc: a program of a user that only the container knows
  condition: evt.type in (execve, execveat) and proc.name = cat and user.uid = {UID}
  output: uid=%user.uid name=%user.name home=%user.homedir shell=%user.shell group=%group.name id=%container.id
  priority: NOTICE
"""
EXPECTED = {"user.name": "visitor", "user.homedir": "/home/visitor", "user.shell": "/bin/odd", "group.name": "guests"}


class RecordingAgent(live.Agent):
    def __init__(self, program, dir):
        self.out, self.err = dir + "/alerts", dir + "/messages"
        self.process = subprocess.Popen([program, "--json", "--record", dir + "/record.scap"],
                                        stdin=subprocess.DEVNULL, stdout=open(self.out, "wb"),
                                        stderr=open(self.err, "wb"))
        self.wait_until_ready()


def make_agent(dir):
    with open(dir + "/rules.yaml", "w") as file:
        file.write(RULES)
    rulec = os.path.join(live.ROOT, "build", "bin", "rulec")
    subprocess.run([rulec, "build", "-r", dir + "/rules.yaml", "-o", dir + "/agent"], check=True)
    return dir + "/agent"


def wrong_values(alerts, id, where):
    """What differs; the last program is judged, the first may run before the files are read."""
    alerts = [alert for alert in alerts if alert["output_fields"]["container.id"] == id]
    if not alerts:
        return [f"{where}: no alert"]
    return [f"{where}: {text}" for text in live.differences(alerts[-1], EXPECTED)]


def main():
    with tempfile.TemporaryDirectory(prefix="rulec-accounts-") as dir:
        container = live.Container(dir)
        with open(container.root + "/etc/passwd", "a") as file:
            file.write(f"visitor:x:{UID}:{GID}:A guest:/home/visitor:/bin/odd\n")
        live.touch(container.root + "/etc/group", f"root:x:0:\nguests:x:{GID}:\n")
        program = make_agent(dir)
        agent = RecordingAgent(program, dir)
        try:
            id = container.run("cat /etc/passwd; sleep 0.3; cat /etc/group", user=f"{UID}:{GID}")
        finally:
            status = agent.stop(signal.SIGINT)
        if status != 0:
            sys.exit(f"the agent ended with {status}:\n{agent.messages()}")
        replay = subprocess.run([program, "--json", "--capture", dir + "/record.scap"], check=True,
                                capture_output=True, text=True)
        wrong = wrong_values(agent.alerts(), id, "live")
        wrong += wrong_values(map(json.loads, replay.stdout.splitlines()), id, "replayed")
        print("\n".join(wrong) or "2 cases: the user of a container has a name, live and replayed")
        sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    try:
        main()
    except live.Skip as reason:
        print(reason)
        sys.exit(77)
