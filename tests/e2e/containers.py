#!/usr/bin/env python3
"""What the agent knows about real containers: of podman and containerd, and of runc's with the bundles that containerd,
CRI-O and Docker leave in Kubernetes, in control groups as they name them.

One agent watches all of it. It finds podman's store, which is in a temporary directory, through the monitor's command
line; the others lie below a temporary root (--container-root), so a second agent looks there. Every alert is compared
field by field, and a recording must replay to the same alerts.

    containers.py

Exit status: 0 passed, 1 failed, 77 the machine does not allow it.
"""

import hashlib
import io
import json
import os
import platform
import shutil
import signal
import subprocess
import sys
import tarfile
import tempfile
import time

sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))
from live import ROOT, make_root, touch  # noqa: E402

FIELDS = ["id", "full_id", "name", "image", "image.repository", "image.tag", "image.id", "image.digest", "type",
          "privileged", "mounts", "labels", "ip", "host_network", "mount.dest[/data-of-test]", "label[app]"]
PODS = ["k8s.pod.name", "k8s.ns.name", "k8s.pod.uid", "k8s.pod.sandbox_id", "k8s.pod.labels", "k8s.pod.ip"]
RULES = f"""
- rule: program run
  desc: every program of a container
  condition: evt.type in (execve, execveat) and evt.failed = false and container.id != host
  output: "run {' '.join('%container.' + field for field in FIELDS)} {' '.join('%' + field for field in PODS)}"
  priority: NOTICE
- rule: container told
  desc: what is told of containers themselves
  condition: evt.type in (container, container_removed)
  output: "%evt.type %container.id %container.name"
  priority: NOTICE
- rule: secret read by a name
  desc: a condition on metadata
  condition: evt.type in (open, openat, openat2) and fd.name = /etc/shadow and container.image.tag = 1.2
  output: "read %container.id %container.name"
  priority: NOTICE
- rule: program run by image
  desc: every program of the image, from the first one on
  condition: evt.type in (execve, execveat) and evt.failed = false and container.image.tag = 1.2
  output: "run %container.id"
  priority: NOTICE
"""
SANDBOX = "5a" * 32


class Fault(Exception):
    pass


def skip(why):
    print(why)
    sys.exit(77)


def run(*command, **more):
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False, **more)


class Agent:
    def __init__(self, program, dir, name, *arguments):
        self.out, self.err, self.capture = f"{dir}/{name}.out", f"{dir}/{name}.err", f"{dir}/{name}.scap"
        self.program = program
        self.process = subprocess.Popen(
            [program, "--json", "--rule-matching", "all", "--record", self.capture, "--stats",
             "-o", "hardening.tamper=false", *arguments],
            stdout=open(self.out, "wb"), stderr=open(self.err, "wb"))
        for _ in range(600):
            if "watching" in self.messages():
                time.sleep(0.3)
                return
            if self.process.poll() is not None:
                skip("the agent cannot watch here: " + self.messages().strip().splitlines()[-1])
            time.sleep(0.1)
        raise Fault("the agent is not ready in time")

    def messages(self):
        with open(self.err, errors="replace") as file:
            return file.read()

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        if self.process.wait(120) != 0:
            raise Fault("the agent failed:\n" + self.messages())
        with open(self.out) as file:
            self.lines = file.read().splitlines()
        self.alerts = [json.loads(line) for line in self.lines]

    def of(self, id, rule="program run"):
        found = [alert["output_fields"] for alert in self.alerts
                 if alert["rule"] == rule and alert["output_fields"].get("container.id") == id[:12]]
        if not found:
            raise Fault(f"no alert {rule!r} of container {id[:12]}\n{self.messages()}")
        return found

    def check(self, id, expected, rule="program run"):
        for have in self.of(id, rule):
            for name, value in expected.items():
                if have.get(name) != value:
                    raise Fault(f"{name} of {id[:12]} is {have.get(name)!r}, not {value!r}")

    def check_replay(self):
        done = run(self.program, "--json", "--rule-matching", "all", "--capture", self.capture)
        replayed = done.stdout.splitlines()
        if replayed != self.lines:
            differ = next((pair for pair in zip(self.lines, replayed) if pair[0] != pair[1]), None)
            raise Fault(f"{len(self.lines)} alerts live, {len(replayed)} replayed; the first that differs: {differ}")


# --- podman -----------------------------------------------------------------------------------


class Podman:
    def __init__(self, dir):
        self.dir = dir
        self.base = ["podman", "--root", dir + "/store", "--runroot", dir + "/run", "--cgroup-manager", "cgroupfs",
                     "--runtime", "runc"]
        make_root(dir + "/image", ["sh", "cat", "sleep"])
        os.mkdir(dir + "/volume")
        packed = run("tar", "-C", dir + "/image", "-cf", dir + "/image.tar", ".")
        done = run(*self.base, "import", "--change", "LABEL from=image", dir + "/image.tar",
                   "registry.example:5000/team/app:1.2")
        if packed.returncode != 0 or done.returncode != 0:
            skip("podman does not work here: " + (done.stderr.strip().splitlines() or ["?"])[-1])

    def start(self, name, *arguments):
        done = run(*self.base, "run", "--name", name, "--network=none", "--ulimit", "nofile=1024:1024", "--ulimit",
                   "nproc=1024:1024", *arguments, "registry.example:5000/team/app:1.2", "sh", "-c",
                   "cat /etc/shadow >/dev/null")
        if done.returncode != 0:
            skip("podman does not work here: " + (done.stderr.strip().splitlines() or ["?"])[-1])
        return self.inspect(name)

    def inspect(self, name):
        return json.loads(run(*self.base, "inspect", name).stdout)[0]


def test_podman(program, dir):
    podman = Podman(dir)
    agent = Agent(program, dir, "podman")
    plain = podman.start("plain")
    special = podman.start("special", "--privileged", "--label", "app=shop", "-v",
                           dir + "/volume:/data-of-test:ro")
    brief = run(*podman.base, "run", "--rm", "--cidfile", dir + "/id", "--name", "brief", "--network=none", "--ulimit",
                "nofile=1024:1024", "--ulimit", "nproc=1024:1024", "registry.example:5000/team/app:1.2", "sh", "-c", ":")
    if brief.returncode != 0:
        raise Fault("podman run --rm: " + brief.stderr)
    time.sleep(1)
    agent.stop()
    with open(dir + "/id") as file:
        brief_id = file.read()
    for id in (plain["Id"], special["Id"], brief_id):
        if len(agent.of(id)) != len(agent.of(id, "program run by image")):
            raise Fault(f"a condition on the image missed one of {len(agent.of(id))} programs")
    common = {"container.image": "registry.example:5000/team/app:1.2", "container.type": "podman",
              "container.image.repository": "registry.example:5000/team/app", "container.image.tag": "1.2",
              "container.host_network": False, "container.ip": "", "k8s.pod.name": None}
    for seen in (plain, special):
        common |= {"container.image.id": seen["Image"], "container.image.digest": seen["ImageDigest"],
                   "container.full_id": seen["Id"], "container.name": seen["Name"]}
        own = {"container.privileged": False, "container.mounts": "", "container.labels": "from:image",
               "container.label[app]": None}
        if seen is special:
            own = {"container.privileged": True, "container.labels": "app:shop, from:image",
                   "container.mounts": f"{dir}/volume:/data-of-test::false:rprivate", "container.label[app]": "shop"}
        agent.check(seen["Id"], common | own)
        agent.check(seen["Id"], {"container.name": seen["Name"]}, "container told")
        if [told["evt.type"] for told in agent.of(seen["Id"], "container told")] != ["container", "container_removed"]:
            raise Fault("a container is told once, and its end once")
        if len(agent.of(seen["Id"], "secret read by a name")) != 1:
            raise Fault("a condition on the image holds once")
    agent.check(brief_id, {"container.name": "brief", "container.image.tag": "1.2"})
    agent.check_replay()
    return 3


# --- bundles of runc, as others leave them ------------------------------------------------------


class Bundle:
    """A container of runc's: its specification is changed by the test, then it runs once."""

    def __init__(self, dir, root, id, place, cgroup):
        self.id, self.path, self.state = id, root + place, dir + "/runc"
        os.makedirs(self.path)
        run("runc", "spec", cwd=self.path)
        with open(self.path + "/config.json") as file:
            self.spec = json.load(file)
        self.spec["process"] |= {"terminal": False, "args": ["cat", "/etc/passwd"], "rlimits": []}
        self.spec["root"] = {"path": dir + "/image"}
        self.spec["linux"]["cgroupsPath"] = cgroup
        self.spec["annotations"] = {}

    def mount(self, source, dest):
        os.makedirs(source, exist_ok=True)
        self.spec["mounts"].append({"source": source, "destination": dest, "type": "bind",
                                    "options": ["rbind", "ro", "rprivate"]})

    def write(self):
        with open(self.path + "/config.json", "w") as file:
            json.dump(self.spec, file)

    def run(self):
        self.write()
        done = run("runc", "--root", self.state, "run", "--bundle", self.path, self.id)
        if done.returncode != 0:
            skip("runc does not work here: " + (done.stderr.strip().splitlines() or ["?"])[-1])


def put(path, document):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        json.dump(document, file)


def containerd(dir, root):
    tasks, id = "/run/containerd/io.containerd.runtime.v2.task/k8s.io/", "c1" * 32
    sandbox = Bundle(dir, root, SANDBOX, tasks + SANDBOX, "/kubepods/burstable/podu/" + SANDBOX)
    bundle = Bundle(dir, root, id, tasks + id, "/kubepods/burstable/podu/" + id)
    pod = {"io.kubernetes.cri.sandbox-id": SANDBOX, "io.kubernetes.cri.sandbox-name": "shop-0",
           "io.kubernetes.cri.sandbox-namespace": "prod", "io.kubernetes.cri.sandbox-uid": "u-1"}
    sandbox.spec["annotations"] = pod | {"io.kubernetes.cri.container-type": "sandbox"}
    sandbox.write()
    bundle.spec["annotations"] = pod | {"io.kubernetes.cri.container-type": "container",
                                        "io.kubernetes.cri.container-name": "web",
                                        "io.kubernetes.cri.image-name": "registry.k8s.io/shop/web:3"}
    bundle.mount(dir + "/data-of-test", "/tmp")
    put(f"{root}/var/lib/cni/results/net-{SANDBOX}-eth0",
        {"result": {"interfaces": [{"name": "eth0"}], "ips": [{"address": "10.244.0.7/24"}]}})
    bundle.run()
    return id, {"container.name": "web", "container.full_id": id, "container.type": "containerd",
                "container.image.repository": "registry.k8s.io/shop/web", "container.image.tag": "3",
                "container.ip": "10.244.0.7", "container.privileged": False, "container.host_network": False,
                "container.mounts": f"{dir}/data-of-test:/tmp::false:private",
                "container.mount.dest[/data-of-test]": "/tmp", "k8s.pod.name": "shop-0", "k8s.ns.name": "prod",
                "k8s.pod.uid": "u-1", "k8s.pod.sandbox_id": SANDBOX[:12], "k8s.pod.ip": "10.244.0.7"}


def crio(dir, root):
    place, id = "/run/containers/storage/overlay-containers/{}/userdata", "d2" * 32
    sandbox = Bundle(dir, root, SANDBOX, place.format(SANDBOX), "/kubepods/besteffort/podv/crio-" + SANDBOX)
    bundle = Bundle(dir, root, id, place.format(id), "/kubepods/besteffort/podv/crio-" + id)
    prefix = "io.kubernetes.cri-o."
    sandbox.spec["annotations"] = {prefix + "ContainerType": "sandbox", prefix + "IP.0": "10.85.0.9",
                                   prefix + "Labels": json.dumps({"team": "shop"}), prefix + "CNIResult": "{}"}
    sandbox.write()
    labels = {"app": "shop", "io.kubernetes.pod.name": "shop-1", "io.kubernetes.pod.namespace": "stage",
              "io.kubernetes.pod.uid": "u-2", "io.kubernetes.container.name": "api"}
    bundle.spec["annotations"] = labels | {
        prefix + "ContainerType": "container", prefix + "SandboxID": SANDBOX, prefix + "Labels": json.dumps(labels),
        prefix + "ImageName": "quay.io/shop/api:7", prefix + "ImageRef": "e3" * 32,
        prefix + "Volumes": json.dumps([{"host_path": "/data-of-test", "container_path": "/d", "readonly": False}])}
    for part in ("maskedPaths", "readonlyPaths"):
        del bundle.spec["linux"][part]
    for mount in bundle.spec["mounts"]:
        if mount["type"] in ("sysfs", "cgroup"):
            mount["options"] = [option for option in mount["options"] if option != "ro"]
    put(root + "/var/lib/containers/storage/overlay-images/images.json", [{"id": "e3" * 32, "digest": "sha256:d"}])
    bundle.run()
    return id, {"container.name": "api", "container.full_id": id, "container.type": "cri-o",
                "container.image": "quay.io/shop/api:7", "container.image.tag": "7", "container.image.id": "e3" * 32,
                "container.image.digest": "sha256:d", "container.labels": "app:shop", "container.label[app]": "shop",
                "container.ip": "10.85.0.9", "container.privileged": True,
                "container.mounts": "/data-of-test:/d::true:private", "k8s.pod.name": "shop-1", "k8s.ns.name": "stage",
                "k8s.pod.uid": "u-2", "k8s.pod.sandbox_id": SANDBOX[:12], "k8s.pod.labels": "team:shop",
                "k8s.pod.ip": "10.85.0.9"}


def docker(dir, root):
    id, image = "f4" * 32, "sha256:" + "a5" * 32
    bundle = Bundle(dir, root, id, "/run/docker-bundle", "/docker/" + id)
    data = root + "/var/lib/docker"
    put(f"{data}/containers/{id}/config.v2.json",
        {"ID": id, "Name": "/cache", "Image": image, "Config": {"Image": "redis", "Labels": {"app": "cache"}},
         "NetworkSettings": {"Networks": {"bridge": {"IPAddress": "172.17.0.4"}}},
         "MountPoints": {"/d": {"Source": "/data-of-test", "Destination": "/d", "RW": True, "Propagation": "rprivate"}}})
    put(f"{data}/containers/{id}/hostconfig.json", {"Privileged": True, "NetworkMode": "host"})
    put(f"{data}/image/overlay2/repositories.json",
        {"Repositories": {"redis": {"redis:7": image, "redis@sha256:b": image}}})
    bundle.run()
    return id, {"container.name": "cache", "container.image": "redis", "container.image.repository": "redis",
                "container.image.tag": "7", "container.image.digest": "sha256:b", "container.image.id": "a5" * 32,
                "container.type": "docker", "container.privileged": True, "container.host_network": True,
                "container.labels": "app:cache", "container.ip": "172.17.0.4",
                "container.mounts": "/data-of-test:/d::true:rprivate"}


def test_bundles(program, dir):
    root = dir + "/root"
    os.mkdir(root)
    agent = Agent(program, dir, "bundles", "--container-root", root)
    expected = [make(dir, root) for make in (containerd, crio, docker)]
    time.sleep(1)
    agent.stop()
    for id, fields in expected:
        agent.check(id, fields)
    agent.check_replay()
    return len(expected)


# --- containerd -------------------------------------------------------------------------------


def save_image(dir, name):
    """The root file system as an image, in the layout of `docker save`."""
    layer = io.BytesIO()
    with tarfile.open(fileobj=layer, mode="w") as packed:
        packed.add(dir + "/image", arcname=".")
    digest = "sha256:" + hashlib.sha256(layer.getvalue()).hexdigest()
    config = {"architecture": "amd64", "os": "linux", "config": {"Cmd": ["sh"], "Labels": {"from": "image"}},
              "rootfs": {"type": "layers", "diff_ids": [digest]}}
    manifest = [{"Config": "config.json", "RepoTags": [name], "Layers": ["layer.tar"]}]
    files = {"config.json": json.dumps(config).encode(), "layer.tar": layer.getvalue(),
             "manifest.json": json.dumps(manifest).encode()}
    with tarfile.open(dir + "/saved.tar", "w") as saved:
        for file, data in files.items():
            entry = tarfile.TarInfo(file)
            entry.size = len(data)
            saved.addfile(entry, io.BytesIO(data))


def test_containerd(program, dir):
    """A containerd of its own, whose files are below the root that the agent is told; 0 if there is none."""
    if not shutil.which("containerd") or not shutil.which("ctr"):
        return 0
    root, image = dir + "/containerd-root", "registry.example:5000/shop/web:3"
    ctr = ["ctr", "--address", dir + "/containerd.sock"]
    daemon = subprocess.Popen(["containerd", "--address", dir + "/containerd.sock", "--state", root + "/run/containerd",
                               "--root", root + "/var/lib/containerd"], stdout=subprocess.DEVNULL,
                              stderr=open(dir + "/containerd.log", "wb"))
    try:
        save_image(dir, image)
        for _ in range(100):
            if run(*ctr, "image", "import", dir + "/saved.tar").returncode == 0:
                break
            time.sleep(0.1)
        digest = next((line.split()[2] for line in run(*ctr, "image", "ls").stdout.splitlines() if image in line), None)
        if not digest:
            print("containerd does not work here")
            return 0
        agent = Agent(program, dir, "containerd", "--container-root", root)
        done = run(*ctr, "run", "--rm", "--label", "app=shop", image, "web-of-test", "cat", "/etc/passwd")
        if done.returncode != 0:
            print("containerd does not run containers here: " + done.stderr.strip())
            agent.process.kill()
            return 0
        time.sleep(1)
        agent.stop()
    finally:
        daemon.terminate()
        daemon.wait(60)
    agent.check("web-of-test", {"container.type": "containerd", "container.image": image, "container.image.tag": "3",
                                "container.image.repository": "registry.example:5000/shop/web",
                                "container.image.digest": digest, "container.label[app]": "shop",
                                "container.privileged": False})
    agent.check_replay()
    return 1


def main():
    if platform.machine() != "x86_64" or os.geteuid() != 0:
        skip("watching the kernel needs root, on x86-64")
    for program in ("podman", "runc"):
        if not shutil.which(program):
            skip(program + " is not installed")
    dir = os.path.realpath(tempfile.mkdtemp(prefix="rulec-containers-"))
    os.chmod(dir, 0o755)
    try:
        touch(dir + "/rules.yaml", RULES)
        done = run(ROOT + "/build/bin/rulec", "build", "-r", dir + "/rules.yaml", "-o", dir + "/agent",
                   "--no-suggested-output")
        if done.returncode != 0:
            raise Fault(done.stderr)
        count = sum(test(dir + "/agent", dir) for test in (test_podman, test_bundles, test_containerd))
        print(f"{count} containers are known as they are")
    except Fault as why:
        print(why)
        sys.exit(1)
    finally:
        run("podman", "--root", dir + "/store", "--runroot", dir + "/run", "rm", "-fa")
        shutil.rmtree(dir, ignore_errors=True)


if __name__ == "__main__":
    main()
