"""Random rules over the whole catalogue: every field, operator and modifier, with literals taken from
what the fields gave on real events, so that conditions hold now and then."""

import json
import os
import random
import re
import subprocess

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
NUMBERS = ("INT16", "INT32", "INT64", "UINT32", "UINT64", "PORT", "RELTIME", "ABSTIME", "DOUBLE")
KEYS = {"proc.env": ["PATH", "HOME"], "proc.aenv": ["PATH"], "evt.type.is": ["2", "3"],
        "thread.cgroup": ["cpu", "memory"], "proc.args": ["0", "1"], "proc.aargs": ["1", "2"]}
# What depends on when or where it is asked, or on how often.
# evt.deltatime counts from when each test was asked last, which no walk without that memory can tell.
# util.cnt counts how often it was asked: in Falco too that hangs on the order of the rules, on which of them
# stops the walk, and on what another condition asked before.
UNSTABLE = ("evt.hostname", "evt.datetime", "evt.time.iso8601", "evt.latency", "evt.plugininfo", "evt.deltatime",
            "util.cnt")


class Field:
    """A field with its argument, as a condition spells it."""

    def __init__(self, name, kind, flags):
        self.name, self.kind, self.flags = name, kind, flags
        self.values = []


def catalog_fields():
    """The fields that conditions may name, with some arguments each."""
    with open(os.path.join(ROOT, "runtime/catalog/events.def"), encoding="utf-8") as file:
        params = sorted(set(re.findall(r'PARAM(?:_FLAGS)?\("(\w+)"', file.read())))
    fields = []
    with open(os.path.join(ROOT, "runtime/catalog/fields.def"), encoding="utf-8") as file:
        rows = re.findall(r'^FIELD\(\w+, "([^"]+)", \w+, \w+, (\w+), \w+, (.*)\)$', file.read(), re.M)
    for name, kind, flags in rows:
        if "PRINT_ONLY" in flags or "TABLE_ONLY" in flags or name.startswith(UNSTABLE):
            continue
        spellings = [] if "ARG_REQUIRED" in flags else [name]
        if name in ("evt.arg", "evt.rawarg"):
            spellings += [f"{name}.{param}" for param in params] + [name + "[0]", name + "[1]"]
        elif name in KEYS:
            spellings += [f"{name}[{key}]" for key in KEYS[name]]
        elif "ARG_INDEX" in flags:
            spellings += [f"{name}[{index}]" for index in (0, 1, 2)]
        fields += [Field(spelling, kind, flags) for spelling in spellings]
    return fields


def rule(name, condition, output):
    return (f"- rule: {name}\n  desc: {name}\n  condition: {json.dumps(condition)}\n"
            f"  output: {json.dumps(output)}\n  priority: DEBUG\n")


def errors(rulec, path):
    done = subprocess.run([rulec, "check", "--format", "json", path], capture_output=True, check=False)
    return json.loads(done.stdout)["falco_load_results"][0]["errors"]


def faulty_rules(rulec, path):
    """The names of the rules that have errors."""
    return {location["item_name"] for error in errors(rulec, path)
            for location in error["context"]["locations"] if location["item_type"] == "rule"}


def harvest(fields, rulec, reference, captures, directory):
    """Fills the fields' values from events of the captures."""
    path = os.path.join(directory, "harvest.yaml")
    printable = [field for field in fields if "FILTER_ONLY" not in field.flags]

    def write(wanted):
        with open(path, "w", encoding="utf-8") as file:
            for index, field in enumerate(wanted):
                file.write(rule(f"f{index}", "evt.num in (" + ", ".join(map(str, numbers)) + ")", f"%{field.name}"))

    numbers = sorted(random.Random(1).sample(range(1, 12000), 150))
    write(printable)
    bad = faulty_rules(rulec, path)
    printable = [field for index, field in enumerate(printable) if f"f{index}" not in bad]
    write(printable)
    seen = {field.name: {} for field in printable}
    for capture in captures:
        done = subprocess.run([reference, "-r", path, "--no-suggested-output", "--", "--capture", capture, "--json",
                               "--rule-matching", "all"], stdout=subprocess.PIPE, check=True)
        for line in done.stdout.decode(errors="replace").splitlines():
            alert = json.loads(line)
            field = printable[int(alert["rule"][1:])]
            for name, value in alert["output_fields"].items():
                if name == "evt.time" and field.name != name:  # every alert tells its time
                    continue
                for one in value if isinstance(value, list) else [value]:
                    if one is not None:
                        seen[field.name][str(one)] = True
    pool = {}
    for field in fields:
        field.values = [value for value in seen.get(field.name, ()) if usable(value)][:200]
        pool.setdefault(field.kind, []).extend(field.values)
    # Names of hosts are looked up, and an address in digits is found without asking anybody.
    hosts = [value for value in pool.get("IPADDR", []) if re.fullmatch(r"[0-9.]+|[0-9a-f:]*:[0-9a-f:]*", value)]
    for field in fields:
        if field.name.endswith("ip.name"):
            field.values = hosts[:200] + ["localhost"]
    for field in fields:
        if not field.values:
            field.values = pool[field.kind][:200] or ["0"]


def usable(text):
    """Text that can stand in quotes."""
    return text.isascii() and text.isprintable() and not set(text) & set("\"'\\`") and len(text) < 200


class Generator:
    """Conditions by a seed."""

    def __init__(self, fields, seed):
        self.random = random.Random(seed)
        # A set asks few fields often, as rule files do.
        self.fields = self.random.sample(fields, 25)
        names = ("proc.name", "fd.name", "evt.type", "proc.aname", "proc.exepath", "proc.cmdline", "fd.ip", "user.name")
        self.fields += [field for field in fields if field.name in names]

    def literal(self, field):
        value = self.random.choice(field.values)
        if field.kind in NUMBERS:
            value = value.split(".")[0] if field.kind != "DOUBLE" else value
            try:
                return str(max(int(value) + self.random.choice((0, 0, 1, -1)), 0))
            except ValueError:
                return "1"
        if field.kind == "BOOL":
            return self.random.choice(("true", "false"))
        if field.kind == "IPADDR":
            return value if re.fullmatch(r"[0-9.]+|[0-9a-f:]+", value) else "127.0.0.1"
        if field.kind == "IPNET":
            return self.random.choice(("127.0.0.0/8", "10.0.0.0/8", "192.168.0.0/16", "::/0", "fe80::/10"))
        return self.quoted(value)

    def quoted(self, text):
        return f'"{text}"'

    def part(self, field, operator):
        """A literal for an operator on text."""
        text = self.random.choice(field.values)
        begin = self.random.randrange(len(text) + 1)
        end = self.random.randrange(begin, len(text) + 1)
        if operator == "startswith":
            return self.quoted(text[:max(end, 1)])
        if operator == "endswith":
            return self.quoted(text[begin:])
        if operator in ("contains", "icontains"):
            text = text[begin:end] or "a"
            return self.quoted(text.upper() if operator == "icontains" and self.random.random() < .5 else text)
        if operator in ("glob", "iglob"):
            return self.quoted(text[:begin] + self.random.choice("*?") + text[end:])
        if operator == "regex":
            return self.quoted(plain(text[:begin]) + self.random.choice((".*", ".", "[a-z0-9/]*", "(a|b|sh)?")) +
                               plain(text[end:]))
        if operator == "pmatch":
            return self.quoted("/".join(text.split("/")[:self.random.randint(1, 4)]) or "/")
        return self.quoted(text)

    def test(self):
        field = self.random.choice(self.fields)
        name = field.name
        draw = self.random.random()
        if draw < .04:
            return f"{name} exists"
        if field.kind in ("CHARBUF", "BYTEBUF", "DYN"):
            if draw < .08:
                name = self.random.choice(("toupper", "tolower", "basename", "len")) + f"({name})"
                if name.startswith("len"):
                    return f"{name} {self.random.choice(('>', '=', '<='))} {self.random.randrange(30)}"
            elif draw < .12:
                other = self.random.choice([one for one in self.fields if one.kind == "CHARBUF"])
                return f"{name} {self.random.choice(('=', '!=', 'startswith'))} val({other.name})"
            operator = self.random.choice(("=", "!=", "in", "startswith", "endswith", "contains", "icontains", "glob",
                                           "iglob", "regex", "pmatch", "in", "=", "startswith", "contains", "<",
                                           "intersects"))
            make = lambda: self.part(field, operator)
        else:
            operator = self.random.choice(("=", "!=", "in", "=", "<", ">=", "intersects"))
            make = lambda: self.literal(field)
        if operator in ("in", "pmatch", "intersects"):
            return f"{name} {operator} ({', '.join(make() for _ in range(self.random.randint(1, 5)))})"
        if self.random.random() < .12:
            modifier = self.random.choice(("oneof", "anyof", "allof"))
            return f"{name} {operator} {modifier} ({', '.join(make() for _ in range(self.random.randint(1, 3)))})"
        return f"{name} {operator} {make()}"

    def condition(self, depth, names=()):
        draw = self.random.random()
        if depth == 0 or draw < .2:
            return self.random.choice(names) if names and draw < .08 else self.test()
        if draw < .35:
            return "not (" + self.condition(depth - 1, names) + ")"
        word = " and " if draw < .7 else " or "
        return "(" + word.join(self.condition(depth - 1, names) for _ in range(self.random.randint(2, 3))) + ")"


def plain(text):
    return re.sub(r"([^A-Za-z0-9/_ -])", r"[\1]", text).replace("[^]", ".").replace("[[]", ".").replace("[]]", ".")


def rule_set(fields, seed, rulec, path, nrules, prefix=""):
    """Writes a rule set that rulec accepts: some macros, nrules rules or a few less. prefix begins their names."""
    made = Generator(fields, seed)
    candidates = [made.condition(made.random.randint(1, 3)) for _ in range(2 * nrules)]
    with open(path, "w", encoding="utf-8") as file:
        for index, condition in enumerate(candidates):
            file.write(rule(f"c{index}", condition, "x"))
    bad = faulty_rules(rulec, path)
    good = [condition for index, condition in enumerate(candidates) if f"c{index}" not in bad][:nrules + 6]
    macros = good[:6]
    with open(path, "w", encoding="utf-8") as file:
        for index, condition in enumerate(macros):
            file.write(f"- macro: {prefix}m{index}\n  condition: {json.dumps(condition)}\n")
        for index, condition in enumerate(good[6:]):
            draw = made.random.random()
            macro = f"{prefix}m{made.random.randrange(6)}"
            if draw < .3:
                condition = f"{macro} and ({condition})"
            elif draw < .4:
                condition = f"not {macro} and ({condition} or {prefix}m{made.random.randrange(6)})"
            elif draw < .6:
                condition = f"evt.type in (openat, execve, connect, read, clone) and ({condition})"
            file.write(rule(f"{prefix}r{index}", condition, f"{prefix}r{index} %evt.num"))
