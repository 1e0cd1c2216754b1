"""The corpus of Falco's answers, and the tools that every part of it needs.

A part is a module with run(corpus) -> Figure. Standard library only; zstd is the command.
"""

import json
import os
import subprocess
import tempfile


class Skipped(Exception):
    """The part cannot be run; the message says why."""


class Figure:
    """How many cases agree, and the differences by the group they belong to (a rule, a field)."""

    def __init__(self):
        self.agree = 0
        self.total = 0
        self.left_out = 0  # cases that nothing can agree with; the part says which
        self.known = 0  # differences that are accounted for; they count as differences all the same
        self.groups = {}

    def note(self, same, group, difference, cases=1):
        """Counts cases. difference is text, or a function that makes it, asked only when needed."""
        self.total += cases
        if same:
            self.agree += cases
            return
        entries = self.groups.setdefault(group, [0, []])
        entries[0] += cases
        if len(entries[1]) < 8:
            entries[1].append(difference() if callable(difference) else difference)

    def print_differences(self):
        for group, (count, examples) in sorted(self.groups.items(), key=lambda item: -item[1][0]):
            print(f"  {group}: {count} differ")
            for example in examples:
                print(f"    {example}")


class Corpus:
    """A corpus folder with the rulec that is to answer. Temporary files go with it (`with`)."""

    def __init__(self, folder, rulec, verbose):
        self.folder = folder
        self.rulec = os.path.abspath(rulec)
        self.verbose = verbose
        if not os.path.isdir(folder):
            raise Skipped(f"the corpus {folder} is not here")
        if not os.access(self.rulec, os.X_OK):
            raise SystemExit(f"{self.rulec} is not there; build first")
        self.rules = os.path.join(folder, "..", "falco", "rules")

    def __enter__(self):
        self.temporary = tempfile.TemporaryDirectory(prefix="rulec-conformance-")
        return self

    def __exit__(self, *_):
        self.temporary.cleanup()

    def path(self, *names):
        return os.path.join(self.folder, *names)

    def temp(self, name):
        return os.path.join(self.temporary.name, name)

    def names(self, part):
        """The files of a part, sorted."""
        if not os.path.isdir(self.path(part)):
            raise Skipped(f"{self.path(part)} is not here")
        return sorted(os.listdir(self.path(part)))

    def lines(self, *names):
        """The JSON objects of a .jsonl or .jsonl.zst file."""
        path = self.path(*names)
        if path.endswith(".zst"):
            text = subprocess.run(["zstd", "-dcq", path], check=True, stdout=subprocess.PIPE).stdout
        else:
            with open(path, "rb") as file:
                text = file.read()
        return [json.loads(line) for line in text.decode().splitlines() if line]

    def check(self, path):
        """rulec's verdict on one rule file, as Falco's -V gives it: the first load result."""
        done = subprocess.run([self.rulec, "check", "--format", "json", path], capture_output=True)
        try:
            return json.loads(done.stdout)["falco_load_results"][0]
        except (ValueError, KeyError, IndexError):
            message = done.stderr.decode(errors="replace").strip().splitlines()[-1:]
            return {"successful": False, "warnings": [],
                    "errors": [{"code": f"exit status {done.returncode}", "message": "".join(message)}]}

    def build(self, rules, name, *options):
        """An agent for a rule file; None, with what rulec said, if it cannot be built."""
        agent = self.temp(name)
        done = subprocess.run([self.rulec, "build", "-r", rules, "-o", agent, *options], stderr=subprocess.PIPE)
        if done.returncode == 0:
            return agent
        print(f"  rulec build {os.path.basename(rules)}: exit status {done.returncode}")
        print("\n".join("    " + line for line in done.stderr.decode(errors="replace").splitlines()[:12]))
        return None

    def replay(self, agent, capture, *options, hostname=""):
        """The lines (bytes) that an agent prints for a capture of the corpus."""
        command = [agent, "--capture", self.path("captures", capture + ".scap"), *options]
        environment = {**os.environ, "TZ": "UTC", "FALCO_HOSTNAME": hostname}
        with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as process:
            yield from process.stdout
        if process.returncode != 0:
            print(f"  {os.path.basename(agent)} on {capture}: exit status {process.returncode}")


def yaml_string(text):
    """A text as a double-quoted YAML scalar: JSON's escapes are among YAML's."""
    return json.dumps(text)


def rule(name, condition, output):
    return (f"- rule: {name}\n  desc: {name}\n  condition: {yaml_string(condition)}\n"
            f"  output: {yaml_string(output)}\n  priority: DEBUG\n")
