#!/usr/bin/env python3
"""What an agent is made from: its manifest and its bill of materials say what is true, and the same input gives the
same bytes, with rules and rulec in other directories, and with debug information too.

Exit status: 0 passed, 1 failed."""
import hashlib, json, os, shutil, subprocess, sys, tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
RULE = """- rule: Rule {0}
  desc: one of some
  condition: evt.type = openat and fd.name = /wanted/{0} and proc.name != "{0}" and fd.name pmatch (/wanted)
  output: opened %fd.name by %proc.name
  priority: NOTICE
"""
EXPRESSION = """- rule: With an expression
  desc: re2c makes a part of the agent
  condition: evt.type = openat and fd.name regex "/w[a-z]+/[0-9]*"
  output: opened %fd.name
  priority: NOTICE
"""
SITE = "rules_files: [a.yaml, b.yaml]\njson_output: true\nsyslog_output: {enabled: true}\n"


def fail(text):
    sys.exit(f"failed: {text}")


def write(path, text):
    with open(path, "w") as file:
        file.write(text)


def read(path):
    with open(path, "rb") as file:
        return file.read()


def run(argv, cwd, **environment):
    done = subprocess.run(argv, cwd=cwd, env={**os.environ, **environment}, capture_output=True, text=True)
    if done.returncode != 0:
        fail(f"{' '.join(argv)}: exit status {done.returncode}\n{done.stderr}")
    return done.stdout


def make_folder(base, name):
    """A rulec of its own, and rules beside it."""
    folder = os.path.join(base, name)
    os.makedirs(folder + "/rulec/bin")
    shutil.copy(ROOT + "/build/bin/rulec", folder + "/rulec/bin/rulec")
    shutil.copytree(ROOT + "/build/lib", folder + "/rulec/lib")
    write(folder + "/a.yaml", RULE.format(1))
    write(folder + "/b.yaml", RULE.format(2) + EXPRESSION)
    write(folder + "/site.yaml", SITE)
    return folder


def check_bytes(first, second):
    for flags in ("", "-g"):
        made = []
        for folder in (first, second):
            temporary = folder + "/tmp"
            os.makedirs(temporary, exist_ok=True)
            run(["rulec/bin/rulec", "build", "-c", "site.yaml", "-o", "agent", "--sbom", "agent.json"], folder,
                CFLAGS=flags, TMPDIR=temporary, SOURCE_DATE_EPOCH="1700000000")
            if os.listdir(temporary):
                fail("something is left in the temporary directory")
            made.append((read(folder + "/agent"), read(folder + "/agent.json")))
        if made[0] != made[1]:
            fail(f"the same input gives other bytes in another directory, with CFLAGS={flags}")
        for path in (first, second, ROOT + "/"):
            if path.encode() in made[0][0]:
                fail(f"{path} is in the agent, with CFLAGS={flags}")


def check_manifest(folder):
    manifest = json.loads(run(["./agent", "--manifest"], folder))
    digest = lambda name: hashlib.sha256(read(f"{folder}/{name}")).hexdigest()
    expected = {
        "rules": 3,
        "rules_sha256": hashlib.sha256(read(folder + "/a.yaml") + read(folder + "/b.yaml")).hexdigest(),
        "sources": [{"name": name, "kind": "site" if name == "site.yaml" else "rules", "sha256": digest(name)}
                    for name in ("site.yaml", "a.yaml", "b.yaml")],
        "outputs": ["stdout", "syslog"],
        "event_sources": ["syscall"],
        "options": [],
    }
    for key, value in expected.items():
        if manifest[key] != value:
            fail(f"the manifest has {manifest[key]} as {key}, not {value}")
    version = run([os.environ.get("CC", "cc").split()[-1], "-dumpfullversion"], folder).strip()
    if version not in manifest["compiler"] or "-static-pie" not in manifest["build_options"]:
        fail(f"compiler {manifest['compiler']}, options {manifest['build_options']}")
    if manifest["rulec"] not in run(["./agent", "--version"], folder):
        fail("two versions of rulec")


def check_sbom(folder):
    sbom = json.loads(read(folder + "/agent.json"))
    packages = {package["SPDXID"]: package for package in sbom["packages"]}
    names = {package["name"]: package for package in sbom["packages"]}
    files = {file["SPDXID"]: file for file in sbom["files"]}
    sums = lambda thing: {sum["algorithm"]: sum["checksumValue"] for sum in thing["checksums"]}
    if sbom["spdxVersion"] != "SPDX-2.3" or sbom["creationInfo"]["created"] != "2023-11-14T22:13:20Z":
        fail("version or date of the bill of materials")
    if sums(names["agent"])["SHA256"] != hashlib.sha256(read(folder + "/agent")).hexdigest():
        fail("the bill of materials is of another agent")
    if [file["fileName"] for file in sbom["files"]] != ["./site.yaml", "./a.yaml", "./b.yaml"]:
        fail(f"files {sbom['files']}")
    for file in files.values():
        data = read(f"{folder}/{file['fileName']}")
        if sums(file) != {"SHA1": hashlib.sha1(data).hexdigest(), "SHA256": hashlib.sha256(data).hexdigest()}:
            fail(f"checksums of {file['fileName']}")
    things = {"SPDXRef-DOCUMENT", *packages, *files}
    related = set()
    for relation in sbom["relationships"]:
        if not {relation["spdxElementId"], relation["relatedSpdxElement"]} <= things:
            fail(f"a relation to nothing: {relation}")
        related |= {relation["spdxElementId"], relation["relatedSpdxElement"]}
    if related != things or len(things) != 1 + len(sbom["packages"]) + len(sbom["files"]):
        fail("something is related to nothing, or twice there")
    if not shutil.which("dpkg-query"):
        return "no dpkg-query: versions of libraries are not compared"
    for library in ("libbpf-dev", "libelf-dev", "zlib1g-dev", "libjansson-dev", "libc6-dev"):
        version = run(["dpkg-query", "-W", "-f", "${Version}", library], folder)
        if library not in names or names[library]["versionInfo"] != version:
            fail(f"{library} {version} is not in the bill of materials")
    return f"{len(sbom['packages'])} packages and {len(files)} files in the bill of materials"


def check_shared(folder):
    """A dynamic agent: what it loads, and nothing that --as-needed left out."""
    run(["rulec/bin/rulec", "build", "-r", "a.yaml", "-o", "shared", "--sbom", "shared.json"], folder, LDFLAGS="-pie")
    sbom = json.loads(read(folder + "/shared.json"))
    kinds = {relation["relatedSpdxElement"]: relation["relationshipType"] for relation in sbom["relationships"]}
    loaded = {package["name"] for package in sbom["packages"] if kinds.get(package["SPDXID"]) == "DYNAMIC_LINK"}
    needed = [line.split("[")[1].rstrip("]") for line in run(["readelf", "-d", "shared"], folder).splitlines()
              if "NEEDED" in line]
    if len(loaded) != len(needed) and shutil.which("dpkg-query"):
        fail(f"the agent needs {needed}, and the bill of materials has {sorted(loaded)}")


def check_many(folder):
    """A program of several files has its site and its manifest as well."""
    write(folder + "/many.yaml", "".join(RULE.format(i) for i in range(501)))
    run(["rulec/bin/rulec", "build", "-c", "site.yaml", "-r", "many.yaml", "-o", "many"], folder)
    manifest = json.loads(run(["./many", "--manifest"], folder))
    if manifest["rules"] != 501 or manifest["outputs"] != ["stdout", "syslog"]:
        fail(f"an agent of many rules says {manifest}")


def main():
    with tempfile.TemporaryDirectory() as base:
        first, second = make_folder(base, "first"), make_folder(base, "second/deeper")
        check_bytes(first, second)
        # The manifest and the bill of materials are of the agent without debug information.
        run(["rulec/bin/rulec", "build", "-c", "site.yaml", "-o", "agent", "--sbom", "agent.json"], first, CFLAGS="",
            SOURCE_DATE_EPOCH="1700000000")
        check_manifest(first)
        said = check_sbom(first)
        check_shared(first)
        check_many(first)
        wrong = subprocess.run([first + "/rulec/bin/rulec", "build", "-r", "a.yaml", "--sbom", "x", "--dump=c"],
                               cwd=first, capture_output=True, text=True)
        if wrong.returncode != 2 or os.path.exists(first + "/x"):
            fail("--sbom without an agent is not refused")
    print(f"the same bytes in two directories; {said}")


main()
