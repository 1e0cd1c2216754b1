#!/usr/bin/env python3
"""The tests of the filter notice a filter that is wrong: rulec's generator of it is broken on purpose, in one place after
another, and each time rules must hold on events that the filter would have dropped: on the captures or, where what is broken
is what later events see of a descriptor, in the kernel.

    filter_mutants.py [--all]

Without --all, every third one is tried. Exit status: 0 passed, 1 failed, 77 nothing could be tried.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))
import filter as tests  # noqa: E402

ROOT = tests.ROOT

# Each is right on some event of the captures, and says something that the generator has to get right.
RULES = """
evt.type = openat and proc.name exists and fd.name startswith /etc
evt.type = openat and not fd.name startswith /lib
evt.type = openat and not (fd.name startswith /lib and evt.failed = false)
evt.type = openat and fd.name startswith /tmp and not fd.name = /x/y
evt.type = close and evt.rawres >= 0
evt.type = openat and fd.name != /etc/passwd and fd.name startswith /etc/ld
evt.type = openat and fd.name endswith passwd
evt.type = openat and evt.arg.flags contains O_CLOEXEC
evt.type = openat and evt.is_open_read = true and fd.name startswith /proc
evt.type = openat and fd.num = -1
evt.type = openat and fd.directory = /etc
evt.type = openat and fd.filename = passwd
evt.type = dup2 and evt.rawres in (0, 1, 2)
evt.type = openat and evt.res = ENOENT
evt.type = socket and evt.arg.domain contains AF_UNIX
evt.type = openat and proc.name = cp and proc.pname != cp
""".strip().splitlines()

# The second is for the agent to be told of the directory: the kernel side knows names below one that it kept to itself.
RELATIVE = ["evt.type = openat and fd.name endswith /shadow and fd.name contains rulec-filter-work",
            "evt.type = openat and fd.name startswith /tmp/rulec-filter-work and not fd.name contains shadow"]
# What the kernel knows of a descriptor's kind, the captures do not say.
KIND = ["evt.type = write and fd.type = file and fd.name contains rulec-filter-work"]
NOT_KIND = ["evt.type = pread and not fd.type = file and fd.name contains rulec-filter-work"]
UNIX = ["evt.type = sendto and fd.type = unix and fd.name contains rulec-filter-work"]
LATER = ["evt.type = close and fd.name contains rulec-filter-work"]

# File, text, what it is replaced by, and the rules (by number, or RELATIVE, LATER) that have to notice.
MUTANTS = [
    ("low.c", "return low ? low : &always;", "return low ? low : &never;", [0]),
    ("low.c", "return lower(space, node->children[0], !negated, test, context);",
     "return lower(space, node->children[0], negated, test, context);", [1]),
    ("low.c", "if ((node->kind == RC_NODE_AND) == negated)", "if (node->kind != RC_NODE_AND)", [2]),
    ("facts.c", "return m->inexact ? NULL : rc_low_not(&m->space, low);", "return m->inexact ? low : rc_low_not(&m->space, low);", [3]),
    ("facts.c", "[CAT_OP_GE] = RT_COMPARE_GE", "[CAT_OP_GE] = RT_COMPARE_GT", [4]),
    ("facts.c", "return test->op == CAT_OP_NE ? rc_low_not(&m->space, low) : low;\\n}\\n\\n/* evt.res", "return low;\\n}\\n\\n/* evt.res", [5]),
    ("filter_path.c", "if (op == CAT_OP_ENDSWITH || op == CAT_OP_CONTAINS)\\n        puts_(text, RT_ANY_TEXT);\\n    put(text, literal->text, literal->len);\\n    if (op == CAT_OP_STARTSWITH || op == CAT_OP_CONTAINS)\\n        puts_(text, RT_ANY_TEXT);\\n    return true;",
     "put(text, literal->text, literal->len);\\n    return true;", [6]),
    ("filter_path.c", "put(&text, literal->text + i + 1, literal->len - i - 1);", "put(&text, literal->text + i, literal->len - i);", RELATIVE),
    ("facts.c", "mask |= flag->value;", "mask |= flag->value << 1;", [7]),
    ("facts.c", "return compare_bool(m, test, flag_atom(m, 0x1));", "return compare_bool(m, test, flag_atom(m, 0x2));", [8]),
    ("filter.c", "i < handler->nsteps && !rc_low_is_true(any)", "i < 1 && !rc_low_is_true(any)", [9, 6]),
    ("filter.c", "if (low->negated) {", "if (low->negated && m->full) {", [1]),
    ("filter_path.c", 'puts_(text, "/" RT_ANY_NAME);\\n    return true;', 'puts_(text, "/");\\n    return true;', [10]),
    ("filter_path.c", 'puts_(text, RT_ANY_TEXT "/");', 'puts_(text, "/");', [11]),
    ("facts.c", ".value = test->literals[k]->number});", ".value = test->literals[0]->number});", [12]),
    ("filter.c", "rc_low_or(&m->space, question(m, events[i]), later)", "question(m, events[i])", LATER),
    ("observe.c", "if (shows != 0)", "if (m->full)", LATER),
    ("observe.c", "!(cat_events[event].flags & CAT_EF_DESTROYS_FD) && event != EV_POLL_X", "event != EV_POLL_X", LATER),
    ("facts.c", '{"ENOENT", 2}', '{"ENOENT", 1}', [13]),
    ("facts.c", ".value = table->flags[i].value});", ".value = table->flags[i].value + 1});", [14]),
    ("low.c", "return a->left == b->left && a->op == CAT_OP_EQ", "return a->op == CAT_OP_EQ", [15]),
    ("descriptor.c", '{"file", "f", RT_KIND_OTHER}', '{"file", "f", RT_KIND_UNIX}', KIND),
    ("descriptor.c", "    m->inexact = true;\n", "", NOT_KIND),
    ("filter.c", "filter->unseen_unix = is_unseen(&m, &rc_fd_kinds[RC_KIND_UNIX], false);", "filter->unseen_unix = true;", UNIX),
]


def write_rules(dir, conditions):
    path = dir + "/rules.yaml"
    with open(path, "w") as file:
        for number, condition in enumerate(conditions):
            file.write(f"- rule: Rule {number}\n  desc: made\n  condition: {condition}\n  priority: NOTICE\n"
                       '  output: "event=%evt.type file=%fd.name num=%fd.num"\n')
    return path


def mutate(dir, name, old, new):
    """A rulec with that one change."""
    source = ROOT + "/compiler/filter/" + name
    with open(source) as file:
        text = file.read()
    old, new = old.replace("\\n", "\n"), new.replace("\\n", "\n")
    if text.count(old) < 1:
        sys.exit(f"{source} has no longer: {old}")
    with open(dir + "/" + name, "w") as file:
        file.write(text.replace(old, new, 1))
    os.makedirs(dir + "/bin", exist_ok=True)
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", "yaml-0.1", "jansson", "ncursesw", "zlib"], capture_output=True, text=True,
                           check=True).stdout.split()
    done = subprocess.run(["cc", "-std=gnu17", "-D_GNU_SOURCE", '-DRULEC_VERSION="0"', "-w", "-I" + ROOT + "/compiler",
                           "-I" + ROOT + "/runtime", "-I" + ROOT + "/build/compiler", dir + "/" + name,
                           ROOT + "/compiler/main.c", ROOT + "/build/compiler/libcompiler.a", *flags, "-lpthread", "-lm",
                           "-o", dir + "/bin/rulec"], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{name} does not compile: {done.stderr[:1000]}")
    return dir + "/bin/rulec"


def is_noticed(rulec, dir, number, rules):
    found = {"wrong": [], "dropped": 0, "alerts": 0}
    if isinstance(rules[0], str):
        agent = tests.build(dir, write_rules(dir, rules), rulec)
        refused = tests.try_kernel(agent, dir, "mutant", 7, found)
        return None if refused else bool(found["wrong"])
    agent = tests.build(dir, write_rules(dir, [RULES[rule] for rule in rules]), rulec)
    tests.try_captures(agent, "mutant", found)
    return bool(found["wrong"])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--all", action="store_true")
    options = parser.parse_args()
    dir = os.path.realpath(tempfile.mkdtemp(prefix="rulec-mutants-"))
    os.symlink(ROOT + "/build/lib", dir + "/lib")
    noticed, missed, left_out = 0, [], 0
    try:
        found = {"wrong": [], "dropped": 0, "alerts": 0}
        tests.try_captures(tests.build(dir, write_rules(dir, RULES), tests.RULEC), "the filter as it is", found)
        if found["wrong"]:
            missed.append(f"as it is: {found['wrong']}")
        for number, (name, old, new, rules) in enumerate(MUTANTS):
            if not options.all and number % 3 != 0 or isinstance(rules[0], str) and os.geteuid() != 0:
                left_out += 1
                continue
            verdict = is_noticed(mutate(dir, name, old, new), dir, number, rules)
            left_out += verdict is None
            noticed += verdict is True
            if verdict is False:
                missed.append(f"mutant {number} of {name}: {old} -> {new}")
    finally:
        shutil.rmtree(dir, ignore_errors=True)
    for line in missed:
        print("not noticed:", line)
    print(f"{noticed} of {noticed + len(missed)} mutants noticed, {left_out} left out")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
