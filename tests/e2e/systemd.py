#!/usr/bin/env python3
"""What systemd makes of the package of an agent: in a virtual machine (kernels.py) Debian's systemd is the first process, and
the unit is the one of `rulec build --package deb`, as it is. The agent has to watch under all that the unit takes from it; a
system call that is forbidden has to end it by SIGSYS; and systemd has to start it anew, so that it watches again.

Exit status 77: no kernel, no qemu or no systemd.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile

import kernels

ROOT = kernels.ROOT
UNITS = "/lib/systemd/system"
TARGETS = "basic local-fs multi-user paths shutdown slices sockets sysinit timers".split()
PROGRAMS = ("/lib/systemd/systemd", "/bin/systemctl", "/bin/kill")
RULES = """- rule: Opened
  desc: a file of this test
  condition: evt.type in (open, openat) and fd.name startswith /marker-
  output: opened %fd.name
  priority: NOTICE
"""
SITE = """rules_files:
  - {rules}
file_output:
  enabled: true
  filename: /var/log/web-agent/alerts
"""

# The root has to be one that can be moved, or systemd cannot make file systems for units.
INIT = """#!/bin/busybox sh
/bin/busybox mkdir /new
/bin/busybox mount -t tmpfs none /new
/bin/busybox cp -a /bin /etc /lib /lib64 /sbin /scene /tmp /usr /var /new/
/bin/busybox mkdir /new/dev /new/proc /new/run /new/sys /new/root
exec /bin/busybox switch_root /new /lib/systemd/systemd --log-target=console --log-level=info
"""

SCENE_UNIT = """[Unit]
After=web-agent.service
[Service]
Type=oneshot
ExecStart=/bin/sh /scene
StandardOutput=tty
StandardError=tty
"""

SCENE = """
state() { systemctl show web-agent -p "$1" --value; }
watches() { # NAME: until an alert about it is there
    n=0
    while [ $n -lt 300 ] && ! grep -q "/marker-$1" /var/log/web-agent/alerts 2>/dev/null; do
        : >"/marker-$1"; sleep 0.3; n=$((n + 1))
    done
    grep -q "/marker-$1" /var/log/web-agent/alerts && echo "scene: watches $1, started again $(state NRestarts) times"
}
if watches first; then
    before=$(state MainPID)
    echo "scene: forbidden call: $(/bin/forbidden_call "$before")"
    n=0; while [ $n -lt 300 ] && { [ "$(state MainPID)" = "$before" ] || [ "$(state MainPID)" = 0 ]; }; do sleep 0.3; n=$((n + 1)); done
    watches second
fi
systemctl show web-agent -p ActiveState -p MainPID -p NRestarts | sed 's/^/scene: /'
echo "scene: end"
poweroff -f
"""


def write(path, text, mode=0o644):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    os.chmod(path, mode)


def copy_with_libraries(root, program):
    needed = subprocess.run(["ldd", program], capture_output=True, text=True, check=True).stdout
    for path in [program, *re.findall(r"(/\S+) \(0x", needed)]:
        to = root + path
        if not os.path.exists(to):
            os.makedirs(os.path.dirname(to), exist_ok=True)
            shutil.copy(path, to)


def write_root(dir):
    root = dir + "/root"
    for name in ("bin", "etc", "lib64", "sbin", "tmp", "usr/lib", "var/log", "etc/systemd/system/multi-user.target.wants"):
        os.makedirs(f"{root}/{name}")
    os.symlink("usr/lib", root + "/lib")
    for program in PROGRAMS:
        copy_with_libraries(root, program)
    shutil.copy(shutil.which("busybox"), root + "/bin/busybox")
    for name in "sh sleep grep sed poweroff".split():
        os.symlink("busybox", f"{root}/bin/{name}")
    os.makedirs(root + UNITS)
    for name in TARGETS:
        shutil.copy(f"{UNITS}/{name}.target", f"{root}{UNITS}/{name}.target")
    os.symlink(f"{UNITS}/multi-user.target", root + "/etc/systemd/system/default.target")
    write(root + "/etc/passwd", "root:x:0:0::/root:/bin/sh\n")
    write(root + "/etc/group", "root:x:0:\n")
    write(root + "/etc/os-release", "ID=test\n")
    write(root + "/etc/machine-id", "0123456789abcdef0123456789abcdef\n")
    write(root + "/init", INIT, 0o755)
    write(root + "/scene", SCENE)
    write(root + "/etc/systemd/system/scene.service", SCENE_UNIT)
    subprocess.run(["cc", "-static", "-O1", "-o", root + "/bin/forbidden_call", ROOT + "/tests/support/forbidden_call.c"], check=True)
    write(dir + "/rules.yaml", RULES)
    write(dir + "/site.yaml", SITE.format(rules=dir + "/rules.yaml"))
    subprocess.run([kernels.RULEC, "build", "-c", dir + "/site.yaml", "--package", "deb", "-o", dir + "/web-agent.deb"], check=True)
    subprocess.run(["dpkg-deb", "-x", dir + "/web-agent.deb", root], check=True)
    for name in ("web-agent", "scene"):
        unit = next(f"{path}/{name}.service" for path in (UNITS, "/etc/systemd/system")
                    if os.path.exists(f"{root}{path}/{name}.service"))
        os.symlink(unit, f"{root}/etc/systemd/system/multi-user.target.wants/{name}.service")
    return root


def main():
    missing = [tool for tool in ("qemu-system-x86_64", "busybox", "cpio", "dpkg", "systemctl") if not shutil.which(tool)]
    if missing:
        kernels.skip("no " + ", ".join(missing))
    image = kernels.kernel()
    with tempfile.TemporaryDirectory(prefix="rulec-systemd-") as dir:
        # As it is: the machine takes long to unpack what is compressed.
        subprocess.run(f"find . | cpio -o -H newc --quiet >{dir}/root.cpio", cwd=write_root(dir), shell=True, check=True)
        text = kernels.boot(image, dir + "/root.cpio")
    told = [line[7:] for line in text.split("\n") if line.startswith("scene: ")]
    ended = re.search(r"web-agent\.service: Main process exited, (code=\w+, status=31/SYS)", text)
    print("\n".join(told))
    wanted = ["watches first, started again 0 times", "watches second, started again 1 times", "NRestarts=1", "ActiveState=active"]
    if not ended or not set(wanted) <= set(told):
        sys.exit("FAILED: " + text[-6000:])
    print(f"systemd started the agent anew after {ended[1]}, and it watched again: 1 of 1 behaviours")
    return 0


if __name__ == "__main__":
    sys.exit(main())
