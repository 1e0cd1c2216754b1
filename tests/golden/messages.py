#!/usr/bin/env python3
"""Every message that the checks can give stands in some golden file.

Messages are the string literals of calls that report something in compiler/check, compiler/rules and compiler/syntax.
usage: messages.py
"""

import glob
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
COMPILER = os.path.join(HERE, "..", "..", "compiler")
REPORTS = re.compile(r"\b(?:rc_error|rc_warning|rc_note|fail|rc_problem_add|bad)\(")
STRING = re.compile(r'"((?:[^"\\\n]|\\.)*)"(?:\s*"((?:[^"\\\n]|\\.)*)")*')
PLACEHOLDER = re.compile(r"%(?:\.\*|\d+)?(?:l|z)?[a-z]")

# Messages that no rule file of a few lines can bring about, and why.
OUT_OF_REACH = {
    "out of memory": "",
    "the condition is too long to be parsed": "over 4 GiB",
    "expression nests too deeply": "an expression has at most 255 bytes, which nest 127 times",
    "`%s` is no field": "about an option of rulec build, not about a rule file",
}


def arguments(text, start):
    """What stands between the bracket before start and the one that closes it."""
    depth, quote, at = 1, "", start
    while depth > 0:
        c = text[at]
        if quote:
            if c == "\\":
                at += 1
            elif c == quote:
                quote = ""
        elif c in "\"'":
            quote = c
        else:
            depth += (c == "(") - (c == ")")
        at += 1
    return text[start:at]


def messages():
    for path in sorted(glob.glob(os.path.join(COMPILER, "check", "*.c")) + glob.glob(os.path.join(COMPILER, "rules", "*.c")) +
                       glob.glob(os.path.join(COMPILER, "syntax", "*.c")) + glob.glob(os.path.join(COMPILER, "syntax", "*.re"))):
        with open(path, encoding="utf-8") as file:
            text = file.read()
        for call in REPORTS.finditer(text):
            for found in STRING.finditer(arguments(text, call.end())):
                message = "".join(re.findall(r'"((?:[^"\\\n]|\\.)*)"', found.group(0)))
                if len(message) >= 14 and " " in message and message not in OUT_OF_REACH:
                    yield f"{os.path.relpath(path, COMPILER)}:{text.count(chr(10), 0, call.start()) + 1}", message


def main():
    goldens = ""
    for path in glob.glob(os.path.join(HERE, "check", "*.err")):
        with open(path, encoding="utf-8", errors="replace") as file:
            goldens += file.read()
    missing = total = 0
    for place, message in messages():
        total += 1
        plain = message.replace('\\"', '"').replace("\\\\", "\\")
        pattern = ".*".join(re.escape(part.replace("%%", "%")) for part in PLACEHOLDER.split(plain))
        if not re.search(pattern, goldens):
            missing += 1
            print(f"no golden file holds the message of {place}: {message}")
    print(f"{total - missing} of {total} messages are in golden files")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
