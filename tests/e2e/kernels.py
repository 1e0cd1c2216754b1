#!/usr/bin/env python3
"""Agents on the kernel that Debian 12 comes with, in a virtual machine: the capture programs are for any kernel with types, and
this one's verifier and system calls are older than those of most machines on which rulec is built.

The machine has busybox, two agents (rules/ and, where they are at hand, Falco's stable rules) and no disk. Each agent has to
watch, to tell of two deeds and to end with nothing lost. Exit status 77: no kernel or no qemu.
"""

import glob
import gzip
import os
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "../.."))
RULEC = ROOT + "/build/bin/rulec"
STABLE = ROOT + "/../shared/falco/rules/falco_rules.yaml"
KEPT = ROOT + "/build/kernel"
SECONDS = 240

INIT = """#!/bin/busybox sh
/bin/busybox --install -s /bin
mount -t proc none /proc; mount -t sysfs none /sys; mount -t devtmpfs none /dev
mount -t tracefs none /sys/kernel/tracing; mount -t bpf none /sys/fs/bpf
echo root:x:0:0::/root:/bin/sh > /etc/passwd; echo secret > /etc/shadow
echo "kernel $(uname -r)"
for agent in /agents/*; do
    echo "agent ${agent#/agents/}"
    rm -f /tmp/err # or the agent before this one is still read to be watching
    $agent > /tmp/out 2> /tmp/err & p=$!
    n=0; while [ $n -lt 120 ] && ! grep -q watching /tmp/err && kill -0 $p; do sleep 0.5; n=$((n + 1)); done
    cat /etc/shadow > /dev/null; ln -s /etc/shadow /tmp/${agent##*/}
    sleep 2; kill -INT $p; wait $p; echo "status $?"
    sed 's/^/said /' /tmp/err; sed 's/^/alert /' /tmp/out
done
poweroff -f
"""


def skip(why):
    print("skipped:", why)
    sys.exit(77)


def kernel():
    """Debian's kernel for virtual machines, fetched once."""
    if not glob.glob(KEPT + "/boot/vmlinuz-6.1*"):
        names = subprocess.run(["apt-cache", "search", "--names-only", r"^linux-image-6\.1\.[0-9.-]*-cloud-amd64$"],
                               capture_output=True, text=True, check=False).stdout.split("\n")
        names = sorted((line.split()[0] for line in names if line), key=lambda name: [int(n) for n in re.findall(r"\d+", name)])
        if not names:
            skip("Debian's archive has no kernel 6.1 here")
        with tempfile.TemporaryDirectory() as dir:
            os.chmod(dir, 0o777)  # apt fetches as another user
            done = subprocess.run(["apt-get", "download", names[-1]], cwd=dir, capture_output=True, text=True, check=False)
            packages = glob.glob(dir + "/*.deb")
            if done.returncode != 0 or not packages:
                skip(f"{names[-1]} cannot be fetched")
            subprocess.run(["dpkg", "-x", packages[0], KEPT], check=True)
    return glob.glob(KEPT + "/boot/vmlinuz-6.1*")[0]


def write_root(dir):
    for name in ("bin", "proc", "sys", "dev", "tmp", "etc", "agents"):
        os.makedirs(f"{dir}/{name}")
    shutil.copy(shutil.which("busybox"), dir + "/bin/busybox")
    with open(dir + "/init", "w") as init:
        init.write(INIT)
    os.chmod(dir + "/init", 0o755)
    rules = {"rules": ROOT + "/rules"}
    if os.path.exists(STABLE):
        rules["stable"] = STABLE
    for name, file in rules.items():
        subprocess.run([RULEC, "build", "-r", file, "-o", f"{dir}/agents/{name}"], check=True, stderr=subprocess.DEVNULL)
    return sorted(rules)


def pack(dir, out):
    names = subprocess.run(["find", "."], cwd=dir, capture_output=True, check=True).stdout
    archive = subprocess.run(["cpio", "-o", "-H", "newc", "--quiet"], cwd=dir, input=names, capture_output=True, check=True).stdout
    with gzip.open(out, "wb", compresslevel=1) as file:
        file.write(archive)


def boot(image, root):
    try:
        done = subprocess.run(["qemu-system-x86_64", "-m", "1024", "-smp", "2", "-cpu", "max", "-nographic", "-no-reboot", "-nic", "none",
                               "-kernel", image, "-initrd", root, "-append", "console=ttyS0 quiet panic=-1 rdinit=/init"],
                              stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace", timeout=SECONDS, check=False)
        return done.stdout.replace("\r", "")
    except subprocess.TimeoutExpired as late:
        return (late.stdout or b"").decode(errors="replace").replace("\r", "")


def main():
    missing = [tool for tool in ("qemu-system-x86_64", "busybox", "cpio", "dpkg") if not shutil.which(tool)]
    if missing:
        skip("no " + ", ".join(missing))
    image = kernel()
    with tempfile.TemporaryDirectory() as dir:
        agents = write_root(dir + "/root")
        pack(dir + "/root", dir + "/root.gz")
        text = boot(image, dir + "/root.gz")
    running = re.search(r"kernel (\S+)", text)
    if not running:
        sys.exit("the machine did not start:\n" + text[-2000:])
    good = 0
    for name in agents:
        part = re.search(rf"^agent {name}$(.*?)(?=^agent |\Z)", text, re.M | re.S)
        part = part.group(1) if part else ""
        alerts = re.findall(r"^alert .*(?:file=/etc/shadow|=/tmp/" + name + r")\b", part, re.M)
        if "status 0" in part and "nothing lost" in part and len(alerts) == 2:
            good += 1
        else:
            print(f"{name}: not as it should be:\n{part[-3000:]}")
    print(f"Linux {running.group(1)}: {good} of {len(agents)} agents watched and told")
    return 0 if good == len(agents) else 1


if __name__ == "__main__":
    sys.exit(main())
