#!/usr/bin/env python3
"""rulec fmt: what a file says stays as it is, laying out twice is laying out once, files are written whole.

The sanitized rulec lays out the golden files, rules/ and the upstream files; the release one the corpus. Of every file
that is accepted the description (rulec list rules --format json) must be the same before and after, of every
other the error codes.
"""

import concurrent.futures
import json
import os
import stat
import subprocess
import sys
import tempfile

ROOT = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
sys.path.insert(0, os.path.join(ROOT, "tests", "support"))
from cases import expect, finish  # noqa: E402
SHARED = os.path.join(ROOT, "..", "shared")
RELEASE = os.path.join(ROOT, "build", "bin", "rulec")
SANITIZED = os.path.join(ROOT, "build-san", "bin", "rulec")

left = 0


def run(rulec, *args, text=None):
    done = subprocess.run([rulec, *args], input=text, capture_output=True)
    return done.returncode, done.stdout, done.stderr


def meaning(text):
    """What rulec makes of a file."""
    status, out, _ = run(RELEASE, "list", "rules", "--format", "json", "-r", "-", text=text)
    if status == 0:
        return out
    _, out, _ = run(RELEASE, "check", "--format", "json", "-", text=text)
    result = json.loads(out)["falco_load_results"][0]
    return sorted({item["code"] for item in result["errors"]})


def comments(text):
    return sorted(line[line.index(b"#"):].strip() for line in text.split(b"\n") if b"#" in line)


def check(rulec, path):
    """None, or what is wrong; and whether the file was left as it stands."""
    with open(path, "rb") as file:
        before = file.read()
    status, after, err = run(rulec, "fmt", "--stdout", path)
    if status != 0:
        yaml_error = b": error: " in err and meaning(before) in (["LOAD_ERR_YAML_PARSE"], ["LOAD_ERR_YAML_VALIDATE"])
        return (None if yaml_error else f"{path}: exit status {status}: {err.decode()[:200]}"), False
    if b"would not say the same" in err:
        return f"{path}: {err.decode()}", True
    if b"left as it stands" in err:
        return (None if before == after else f"{path}: left as it stands, but changed"), True
    if meaning(before) != meaning(after):
        return f"{path}: another meaning", False
    if comments(before) != comments(after):
        return f"{path}: other comments", False
    again = run(rulec, "fmt", "--stdout", "-", text=after)[1]
    return (None if again == after else f"{path}: laid out again it changes"), False


def check_all(rulec, paths):
    global left
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for wrong, stands in pool.map(lambda path: check(rulec, path), paths):
            expect(wrong is None, wrong)
            left += stands


def yaml_files(folder):
    if not os.path.isdir(folder):
        return []
    return sorted(os.path.join(folder, name) for name in os.listdir(folder) if name.endswith(".yaml"))


def check_command(folder):
    golden = os.path.join(ROOT, "tests", "golden", "fmt", "mixed.yaml")
    path, link = os.path.join(folder, "a.yaml"), os.path.join(folder, "link.yaml")
    with open(golden, "rb") as file:
        text = file.read()
    with open(path, "wb") as file:
        file.write(text)
    os.chmod(path, 0o640)
    os.symlink(path, link)
    laid_out = run(SANITIZED, "fmt", "--stdout", path)[1]
    status, out, err = run(SANITIZED, "fmt", "--check", folder)
    expect(status == 1 and out.decode().split() == [path, link] and err == b"", f"--check: {status} {out} {err}")
    expect(run(SANITIZED, "fmt", link) == (0, b"", b""), "fmt of a link")
    with open(path, "rb") as file:
        expect(file.read() == laid_out, "the file is not laid out")
    expect(os.path.islink(link) and stat.S_IMODE(os.stat(path).st_mode) == 0o640, "link and mode stay")
    expect(run(SANITIZED, "fmt", "--check", folder) == (0, b"", b""), "--check of a file that is laid out")
    expect(sorted(os.listdir(folder)) == ["a.yaml", "link.yaml"], "files are left over")
    status, _, err = run(SANITIZED, "fmt", os.path.join(folder, "absent.yaml"))
    expect(status == 1 and b"No such file" in err, "a file that is not there")
    expect(run(SANITIZED, "fmt", "--check", "--stdout", path)[0] == 2, "--check --stdout")
    status, out, err = run(SANITIZED, "fmt", "-", text=b"- rule: [\n")
    expect(status == 1 and out == b"" and b"error" in err, "no YAML")
    with open("/dev/full", "w", encoding="ascii") as full:
        done = subprocess.run([SANITIZED, "fmt", "--stdout", path], stdout=full, stderr=subprocess.PIPE)
    expect(done.returncode == 1 and b"No space left" in done.stderr, "a full disk")


def main():
    with tempfile.TemporaryDirectory() as folder:
        check_command(folder)
    check_all(SANITIZED, yaml_files(os.path.join(ROOT, "tests", "golden", "fmt")) +
              yaml_files(os.path.join(ROOT, "tests", "golden", "check")) +
              yaml_files(os.path.join(ROOT, "rules")) + yaml_files(os.path.join(SHARED, "falco", "rules")))
    check_all(RELEASE, yaml_files(os.path.join(SHARED, "conformance", "rulefiles")))
    print(f"{left} files left as they stand")
    return finish()


if __name__ == "__main__":
    sys.exit(main())
