#!/usr/bin/env python3
"""rulec check --format json|sarif|github|junit: each is whole and well formed, and all tell the same faults.

The files are those of tests/golden/check and a few that no golden file can hold. What SARIF 2.1.0 and JUnit's
readers ask for is written out below: what must be there, what may be there, and of which type.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
sys.path.insert(0, os.path.join(ROOT, "tests", "support"))
from cases import expect, finish  # noqa: E402
RULEC = os.path.join(ROOT, "build-san", "bin", "rulec")

TEXT = {"text": str}
REGION = {"startLine": int, "startColumn": int, "endLine": int, "endColumn": int}
PLACE = {"artifactLocation": {"uri": str}, "region?": REGION}
# The part of SARIF that rulec writes. A key with ? may be missing; [x] is an array of x.
SARIF = {
    "$schema": str,
    "version": str,
    "runs": [{
        "tool": {"driver": {"name": str, "version": str, "informationUri": str, "rules": [
            {"id": str, "shortDescription": TEXT, "defaultConfiguration": {"level": str}}]}},
        "columnKind": str,
        "results": [{
            "ruleId": str, "ruleIndex": int, "level": str, "message": TEXT,
            "locations": [{"physicalLocation": PLACE, "logicalLocations?": [{"name": str, "kind": str}]}],
            "relatedLocations?": [{"message": TEXT, "physicalLocation": PLACE}],
        }],
    }],
}
POSITION = {"column": int, "line": int, "name": str, "offset": int}
FAULT = {"code": str, "codedesc": str, "context": {"locations": [
    {"item_name": str, "item_type": str, "position": POSITION}], "snippet": str}, "deprecated_field?": str, "message": str}
LOAD = {"falco_load_results": [{"errors": [FAULT], "more_errors?": [FAULT], "more_warnings?": [FAULT], "name": str,
                               "successful": bool, "warnings": [FAULT]}]}


def misfit(value, shape, where="document"):
    """None if the value has the shape, else what is wrong."""
    if isinstance(shape, list):
        if not isinstance(value, list):
            return f"{where} is no array"
        return next(filter(None, (misfit(item, shape[0], f"{where}[{i}]") for i, item in enumerate(value))), None)
    if isinstance(shape, dict):
        if not isinstance(value, dict):
            return f"{where} is no object"
        known = {key.rstrip("?") for key in shape}
        if set(value) - known:
            return f"{where} has {sorted(set(value) - known)}"
        for key, inner in shape.items():
            if key.rstrip("?") in value:
                wrong = misfit(value[key.rstrip("?")], inner, f"{where}.{key.rstrip('?')}")
                if wrong:
                    return wrong
            elif not key.endswith("?"):
                return f"{where} lacks {key}"
        return None
    return None if type(value) is shape else f"{where} is {value!r}"


def run(form, files, *options):
    done = subprocess.run([RULEC, "check", "--format", form, *options, *files], capture_output=True)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def sorted_keys(value):
    if isinstance(value, list):
        return all(map(sorted_keys, value))
    if isinstance(value, dict):
        return list(value) == sorted(value) and all(map(sorted_keys, value.values()))
    return True


def check_json(files, name):
    status, out, err = run("json", files)
    document = json.loads(out)
    wrong = misfit(document, LOAD)
    expect(wrong is None and err == "" and out.count("\n") == 1, f"{name}: json: {wrong} {err}")
    expect(sorted_keys(document), f"{name}: json: keys are not sorted")
    results = document["falco_load_results"]
    expect(all(result["successful"] == (not result["errors"]) for result in results), f"{name}: json: successful")
    expect((status == 0) == all(result["successful"] for result in results), f"{name}: json: exit status {status}")


def check_sarif(files, name, sources):
    """The faults: level, code, message, file, line."""
    _, out, err = run("sarif", files)
    document = json.loads(out)
    wrong = misfit(document, SARIF)
    expect(wrong is None and err == "" and document["version"] == "2.1.0", f"{name}: sarif: {wrong} {err}")
    run_ = document["runs"][0]
    rules = [rule["id"] for rule in run_["tool"]["driver"]["rules"]]
    expect(len(set(rules)) == len(rules), f"{name}: sarif: a rule twice")
    faults = []
    for result in run_["results"]:
        expect(rules[result["ruleIndex"]] == result["ruleId"], f"{name}: sarif: ruleIndex")
        expect(result["level"] in ("error", "warning"), f"{name}: sarif: level")
        place = result["locations"][0]["physicalLocation"]
        region = place.get("region")
        if region:
            start, end = (region["startLine"], region["startColumn"]), (region["endLine"], region["endColumn"])
            lines = sources.get(place["artifactLocation"]["uri"])
            expect(start <= end and start[1] >= 1, f"{name}: sarif: region {region}")
            if lines:
                expect(start[0] <= len(lines) + 1 and (start[0] > len(lines) or start[1] <= len(lines[start[0] - 1]) + 1),
                       f"{name}: sarif: {region} is not in the file")
        faults.append((result["level"], result["ruleId"], result["message"]["text"].split("\n")[0],
                       place["artifactLocation"]["uri"], region and region["startLine"]))
    return faults


def check_github(files, name):
    _, out, err = run("github", files)
    faults = []
    for line in out.split("\n")[:-1]:
        match = re.fullmatch(r"::(error|warning) file=([^,:]*)(?:,line=(\d+)[^:]*?)?,title=(\w+)::(.*)", line)
        expect(match is not None, f"{name}: github: {line}")
        if match:
            message = match[5].split("%0A")[0].replace("%0D", "\r").replace("%25", "%")
            faults.append((match[1], match[4], message, match[2], match[3] and int(match[3])))
    expect(err == "", f"{name}: github: {err}")
    return faults


def check_junit(files, name):
    _, out, _ = run("junit", files)
    root = xml.etree.ElementTree.fromstring(out)
    expect(root.tag == "testsuites" and len(root) == len(files), f"{name}: junit: {root.tag}, {len(root)} suites")
    faults = 0
    for suite in root:
        tests = suite.findall("testcase")
        failing = [test for test in tests if test.find("failure") is not None]
        expect(int(suite.get("tests")) == len(tests) and int(suite.get("failures")) == len(failing),
               f"{name}: junit: counts of {suite.get('name')}")
        expect(len({test.get("name") for test in tests}) == len(tests), f"{name}: junit: a test twice")
        faults += sum(len(test) for test in tests)
    return faults


def check(files, sources):
    name = " ".join(map(os.path.basename, files))
    check_json(files, name)
    sarif = check_sarif(files, name, sources)
    github = check_github(files, name)
    expect(sarif == github, f"{name}: sarif and github differ: {sarif} {github}")
    expect(check_junit(files, name) == len(sarif), f"{name}: junit has another number of faults than sarif")


def main():
    os.chdir(os.path.join(ROOT, "tests", "golden", "check"))
    names = sorted(name for name in os.listdir(".") if name.endswith(".yaml"))
    sources = {}
    for name in names:
        with open(name, encoding="utf-8", errors="replace") as file:
            sources[name] = file.read().split("\n")
    for name in names:
        check([name], sources)
    check(names, sources)
    check(["absent.yaml"], {})

    status, out, _ = run("sarif", ["warnings.yaml"], "--werror")
    levels = {result["level"] for result in json.loads(out)["runs"][0]["results"]}
    expect(status == 1 and levels == {"error"}, f"--werror: exit status {status}, levels {levels}")
    status, out, _ = run("junit", ["warnings.yaml"], "--werror")
    expect(status == 1 and "<failure" in out and "system-out" not in out, "--werror: junit")
    status, out, _ = run("github", ["warnings.yaml"], "--werror")
    expect(status == 1 and "::warning" not in out and "::error" in out, "--werror: github")
    for form in ("text", "json", "sarif", "github", "junit"):
        status, out, err = run(form, ["macro_error.yaml"], "--quiet")
        expect(status == 1 and out == "" and err == "", f"--quiet: {form}")

    # Names that every one of the forms must escape.
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "a b,c:d%é<&\">.yaml")
        with open(path, "wb") as file:
            file.write(b"- rule: \"<&\\\"' %0A\\u00e9\\u2028\\u0001,:\"\n  desc: d\n  condition: no.such < 3\n"
                       b"  output: x\n  priority: NOTICE\n")
        check_json([path], "odd names")
        _, out, _ = run("sarif", [path])
        uri = json.loads(out)["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        expect(uri.startswith("file:///") and uri.endswith("/a%20b%2Cc%3Ad%25%C3%A9%3C%26%22%3E.yaml"), uri)
        _, out, _ = run("github", [path])
        expect("a b%2Cc%3Ad%25é<&\">.yaml,line=3," in out, out)
        expect(check_junit([path], "odd names") == 1, "odd names: junit")
    return finish()


if __name__ == "__main__":
    sys.exit(main())
