#!/usr/bin/env python3
"""What is to be installed: the packages of rulec itself, which build agents from wherever they are unpacked; packages and
images of site agents; and what checks rules elsewhere: the manifest for Kubernetes, the GitHub action, the GitLab job, the
hooks for pre-commit, whose commands are run here.

Exit status: 0 passed, 1 failed.
"""

import filecmp
import glob
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "../.."))
RULEC = os.path.join(ROOT, "build/bin/rulec")
FOUR = {"BPF", "PERFMON", "SYS_PTRACE", "DAC_READ_SEARCH"}
ULIMITS = ("--ulimit", "nofile=1024:1024", "--ulimit", "nproc=1000:1000")
checks = 0
left_out = []

RULES = """- rule: Opened
  desc: a file of this test
  condition: evt.type in (open, openat) and fd.name = /tmp/rulec-package-test
  output: opened %fd.name
  priority: NOTICE
"""


def check(holds, what):
    global checks
    checks += 1
    if not holds:
        sys.exit(f"FAILED: {what}")


def output(*command, status=0, **options):
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False, **options)
    check(done.returncode == status, f"exit status {done.returncode} of {command}: {done.stdout}{done.stderr}")
    return done.stdout + done.stderr


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


# --- rulec ------------------------------------------------------------------------------------


def package_of_rulec(directory, rules):
    output("cpack", "--config", f"{ROOT}/build/CPackConfig.cmake", "-B", f"{directory}/cpack", cwd=f"{ROOT}/build")
    deb, = glob.glob(f"{directory}/cpack/*.deb")
    archive, = glob.glob(f"{directory}/cpack/*.tar.gz")
    info = output("dpkg-deb", "--info", deb)
    for wanted in ("Package: rulec", "libseccomp-dev", "libyaml-0-2"):
        check(wanted in info, f"{wanted} in {info}")
    output("dpkg-deb", "-x", deb, f"{directory}/deb")
    with tarfile.open(archive) as tar:
        tar.extractall(f"{directory}/tgz")
    unpacked, = glob.glob(f"{directory}/tgz/*/**/bin/rulec", recursive=True)
    os.rename(f"{directory}/deb", f"{directory}/moved")
    for rulec in (f"{directory}/moved/usr/bin/rulec", unpacked):
        agent = f"{directory}/agent-of-a-package"
        output(rulec, "build", "-r", rules, "-o", agent)
        check("1 rules" in output(agent, "--version"), "the agent of an unpacked rulec")
    check(os.path.exists(f"{directory}/moved/usr/share/man/man1/rulec.1"), "the manual")
    output(f"{directory}/moved/usr/bin/rulec", "check", f"{directory}/moved/usr/share/rulec/rules")


# --- site agents ------------------------------------------------------------------------------


def same_tree(one, other):
    compared = filecmp.dircmp(one, other)
    return not (compared.left_only or compared.right_only or compared.diff_files) and all(
        same_tree(f"{one}/{name}", f"{other}/{name}") for name in compared.subdirs)


def deb_of_agent(directory, rules):
    site = write(f"{directory}/site.yaml", f"rules_files:\n  - {rules}\nfile_output:\n  enabled: true\n"
                                           "  filename: /var/log/web/alerts.json\n")
    debs = []
    for name in ("one", "two"):
        os.mkdir(f"{directory}/{name}")
        debs.append(f"{directory}/{name}/web-agent.deb")
        output(RULEC, "build", "-c", site, "--package", "deb", "-o", debs[-1])
    check(filecmp.cmp(*debs, shallow=False), "the same bytes in another directory")
    info = output("dpkg-deb", "--info", debs[0])
    check(re.search(r"Package: web-agent\n Version: \d\S*\+rules[0-9a-f]{12}\n Architecture: amd64", info), info)
    files = output("dpkg-deb", "-c", debs[0])
    check("root/root" in files and "./usr/bin/web-agent\n" in files, files)
    root = f"{directory}/root"
    os.makedirs(f"{root}/var/lib/dpkg/updates")
    os.makedirs(f"{root}/var/lib/dpkg/info")
    for name in ("status", "available"):
        write(f"{root}/var/lib/dpkg/{name}", "")
    output("dpkg", f"--root={root}", "--force-script-chrootless", "--force-not-root", "--force-depends", f"--log={root}/log",
           "-i", debs[0])
    check("1 rules" in output(f"{root}/usr/bin/web-agent", "--version"), "the installed agent")
    unit = f"{root}/usr/lib/systemd/system/web-agent.service"
    with open(unit, encoding="utf-8") as file:
        text = file.read()
    check(set(re.search(r"^CapabilityBoundingSet=(.*)$", text, re.M)[1].split()) == {f"CAP_{name}" for name in FOUR},
          "the unit's capabilities")
    check("ReadWritePaths=-/var/log/web\n" in text, "where the output writes")
    output("dpkg", f"--root={root}", "--force-script-chrootless", "--force-not-root", f"--log={root}/log", "-r", "web-agent")
    check(not os.path.exists(f"{root}/usr/bin/web-agent"), "the removed agent")
    exposure = exposure_of(directory, text)
    depends_of_agent(directory, rules)
    check("small letters" in output(RULEC, "build", "-c", site, "--package", "deb", "-o", f"{directory}/Bad.deb", status=2),
          "names of packages")
    return exposure


def depends_of_agent(directory, rules):
    """The package of an agent that is no static program names each library that its file needs."""
    site = write(f"{directory}/all.yaml", f"rules_files:\n  - {rules}\nhttp_output: {{enabled: true, url: http://localhost/}}\n"
                                          "kafka_output: {enabled: true, brokers: localhost}\nwebserver: {enabled: true}\n")
    output(RULEC, "build", "-c", site, "--package", "deb", "-o", f"{directory}/all-agent.deb")
    depends = re.search(r"Depends: (.*)", output("dpkg-deb", "--info", f"{directory}/all-agent.deb"))[1]
    output("dpkg-deb", "-x", f"{directory}/all-agent.deb", f"{directory}/all")
    needed = re.findall(r"NEEDED.*\[lib([a-z]+)", output("readelf", "-dW", f"{directory}/all/usr/bin/all-agent"))
    check(len(needed) > 5, f"libraries: {needed}")
    for name in needed:
        package = {"z": "zlib"}.get(name, "lib" + name)
        check(package in depends, f"{package} in {depends}")


def exposure_of(directory, text):
    if not shutil.which("systemd-analyze"):
        left_out.append("systemd-analyze: it is not there")
        return "not known"
    write(f"{directory}/web-agent.service", text)
    said = output("systemd-analyze", "security", "--offline=true", f"{directory}/web-agent.service")
    check("nknown" not in said, f"systemd knows all settings: {said}")
    exposure = float(re.search(r"Overall exposure level for \S+: ([\d.]+)", said)[1])
    check(exposure < 3, f"exposure {exposure}")
    return exposure


def image_of_agent(directory, rules):
    layouts = [f"{directory}/image/one/web-agent", f"{directory}/image/two/web-agent"]
    for layout in layouts:
        os.makedirs(os.path.dirname(layout))
        output(RULEC, "build", "-r", rules, "--package", "oci", "-o", layout)
    check(same_tree(*layouts), "the same bytes in another directory")
    for path in glob.glob(f"{layouts[0]}/blobs/sha256/*"):
        with open(path, "rb") as file:
            check(hashlib.sha256(file.read()).hexdigest() == os.path.basename(path), "a blob has its hash's name")
    with open(f"{layouts[0]}/index.json", encoding="utf-8") as file:
        manifest, = json.load(file)["manifests"]
    with open(f"{layouts[0]}/blobs/{manifest['digest'].replace(':', '/')}", encoding="utf-8") as file:
        config = json.load(file)["config"]
    with open(f"{layouts[0]}/blobs/{config['digest'].replace(':', '/')}", encoding="utf-8") as file:
        labels = json.load(file)["config"]["Labels"]
    check(set(labels["rulec.capabilities"].split(",")) == FOUR, "what it needs")
    run_image(layouts[0])
    site = write(f"{directory}/http.yaml", "http_output:\n  enabled: true\n  url: http://localhost/\n")
    check("needs libraries" in output(RULEC, "build", "-c", site, "-r", rules, "--package", "oci", "-o",
                                      f"{directory}/http-agent", status=1), "no image of a dynamic agent")


def run_image(layout):
    if not shutil.which("podman") or os.geteuid() != 0:
        left_out.append("podman: it is not there, or this is not root")
        return
    folder, name = os.path.split(layout)  # podman makes the image's name of what it is given: not every path can be one
    image = output("podman", "pull", "-q", f"oci:{name}", cwd=folder).split()[-1]
    options = ("podman", "run", "--rm", "--network=none", "--cap-drop=all", *ULIMITS, image)
    try:
        check("1 rules" in output(*options, "--version"), "the agent in a container")
        check("hardening.seccomp: true" in output(*options, "--config"), "its settings")
        check("CAP_BPF is missing" in output(*options, status=1), "and it says what it needs")
    finally:
        subprocess.run(["podman", "rmi", "-f", image], capture_output=True, check=False)


# --- what others run --------------------------------------------------------------------------

# Keys that are in the manifest, by the last two keys of their place: a wrong name or a wrong place is seen without a
# cluster. "" stands for a document, "[]" for an element.
KEYS = {
    "": "apiVersion kind metadata spec automountServiceAccountToken",
    "metadata": "name namespace labels",
    "spec": "selector updateStrategy template",
    "template": "metadata spec",
    "template.spec": "serviceAccountName automountServiceAccountToken hostPID terminationGracePeriodSeconds tolerations "
                     "containers volumes",
    "containers.[]": "name image args env resources securityContext volumeMounts",
    "securityContext": "allowPrivilegeEscalation readOnlyRootFilesystem runAsUser capabilities seccompProfile",
    "volumeMounts.[]": "name mountPath readOnly mountPropagation",
    "volumes.[]": "name hostPath",
}


def check_keys(value, place):
    if isinstance(value, list):
        for item in value:
            check_keys(item, [*place, "[]"])
    if not isinstance(value, dict):
        return
    allowed = KEYS.get(".".join(place[-2:]), KEYS.get(place[-1] if place else ""))
    for key, item in value.items():
        check(allowed is None or key in allowed.split(), f"{key} in {'.'.join(place)} of the manifest")
        check_keys(item, [*place, key])


def kubernetes(yaml):
    with open(f"{ROOT}/deploy/kubernetes/daemonset.yaml", encoding="utf-8") as file:
        documents = list(yaml.safe_load_all(file))
    for document in documents:
        check_keys(document, [])
    daemon, = [d for d in documents if d["kind"] == "DaemonSet"]
    template = daemon["spec"]["template"]
    container, = template["spec"]["containers"]
    check(daemon["spec"]["selector"]["matchLabels"].items() <= template["metadata"]["labels"].items(), "the selector")
    check(set(container["securityContext"]["capabilities"]["add"]) == FOUR, "its capabilities")
    check({m["name"] for m in container["volumeMounts"]} == {v["name"] for v in template["spec"]["volumes"]}, "volumes")
    accounts = {d["metadata"]["name"] for d in documents if d["kind"] == "ServiceAccount"}
    check(template["spec"]["serviceAccountName"] in accounts, "its account")
    return container["args"]


def shell(script, status, **environment):
    return output("bash", "-euo", "pipefail", "-c", script, status=status, cwd=environment.pop("cwd", ROOT),
                  env={**os.environ, **environment, "PATH": f"{os.path.dirname(RULEC)}:{os.environ['PATH']}"})


def commands(yaml, directory, rules):
    bad = write(f"{directory}/bad.yaml", RULES.replace("fd.name", "fd.nmae", 1))
    with open(f"{ROOT}/action.yml", encoding="utf-8") as file:
        install, run = yaml.safe_load(file)["runs"]["steps"]
    shell(install["run"], 0, RULEC_SOURCE=ROOT, RULEC_DEB="", GITHUB_PATH=f"{directory}/path")
    shell(run["run"], 0, RULEC_OPTIONS="--werror", RULEC_RULES=rules)
    check("::error file=" in shell(run["run"], 1, RULEC_OPTIONS="", RULEC_RULES=bad), "an annotation of the change")
    with open(f"{ROOT}/deploy/gitlab/rulec.gitlab-ci.yml", encoding="utf-8") as file:
        job = yaml.safe_load(file)[".rulec-check"]
    for path, status in ((rules, 0), (bad, 1)):
        for line in job["script"]:
            shell(line, status, RULEC_OPTIONS="", RULEC_RULES=path)
        for line in job["after_script"]:
            shell(line, 0, RULEC_OPTIONS="", RULEC_RULES=path, cwd=directory)
        with open(f"{directory}/{job['artifacts']['reports']['junit']}", encoding="utf-8") as file:
            check(("<failure" in file.read()) == (status == 1), "the report")
    with open(f"{ROOT}/.pre-commit-hooks.yaml", encoding="utf-8") as file:
        hooks = {hook["id"]: hook for hook in yaml.safe_load(file)}
    shell(f"{hooks['rulec-check']['entry']} {rules}", 0)
    check("unknown field" in shell(f"{hooks['rulec-check']['entry']} {rules} {bad}", 1), "the hook says why")
    copy = shutil.copy(rules, f"{directory}/copy.yaml")
    shell(f"{hooks['rulec-fmt']['entry']} {copy}", 0)


def main():
    with tempfile.TemporaryDirectory(prefix="rulec-packages-") as directory:
        rules = write(f"{directory}/rules.yaml", RULES)
        package_of_rulec(directory, rules)
        exposure = deb_of_agent(directory, rules)
        image_of_agent(directory, rules)
        try:
            import yaml  # pylint: disable=import-outside-toplevel
        except ImportError:
            left_out.append("the manifest and the jobs: there is no yaml for Python")
        else:
            kubernetes(yaml)
            commands(yaml, directory, rules)
    for reason in left_out:
        print(f"left out: {reason}")
    print(f"exposure of the unit {exposure}; {checks} of {checks} checks")
    return 0


if __name__ == "__main__":
    sys.exit(main())
