#!/usr/bin/env python3
"""Regular expressions are accepted, and match, as in RE2 with the options with which Falco calls it.

Some thousand random expressions and those of a list are given to rulec's parser (tests/support/regex_tree.c) and to RE2
(tests/support/re2_judge.cc, built here; without libre2-dev or a C++ compiler the test is skipped).
"""

import os
import random
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
RANDOM = 6000
PIECES = ["a", "b", "ab", "A", "0", ".", "-", " ", "\n", "é", "€", "𝄞", "x", "_", "/", ",", ":", "=", "!", "<", ">", "#", "&", "~", "'", '"',
          "\\.", "\\\\", "\\/", "\\-", "\\n", "\\t", "\\r", "\\f", "\\v", "\\a", "\\x41", "\\x{1d11e}", "\\x{}", "\\x4", "\\101", "\\7", "\\18", "\\0",
          "\\d", "\\w", "\\b", "\\B", "\\A", "\\z", "\\C", "\\Q", "\\E", "\\pL", "\\p{Greek}", "\\_", "\\é", "\\e", "\\1",
          "[ab]", "[^ab]", "[a-c]", "[c-a]", "[]a]", "[^]a]", "[a-]", "[-a]", "[a-b-c]", "[a\\-c]", "[[:alpha:]]", "[[:^alpha:]]", "[^[:digit:]x]",
          "[[:foo:]]", "[[:alpha:]", "[a", "[]", "[^]", "[\\n]", "[\\d]", "[\\w]", "[.]", "[é-ü]", "[\\x41-\\x43]", "[a-\\n]", "[[:alpha:]-z]", "[[a]",
          "[[.a.]]", "[[=a=]]", "[&&b]", "[\\]]", "[\\pL]", "[a-b]", "[+--]", "[--a]", "[a--]", "[\\Q]", "]", "}", "{", "{,2}", "{a}", "{1", "{1,",
          "^", "$", "(?:a)", "(?i)", "(?P<n>a)", "()", "(", ")", "|", "||"]
SUFFIXES = ["", "", "", "", "*", "+", "?", "{2}", "{0}", "{1,2}", "{2,}", "{0,1}", "{2,1}", "{1000}", "{1001}", "**", "+?", "*?", "??", "{2}{3}", "*+", "{2}*"]
LISTED = ["", "^", "$", "^$", "^^a$$", "a^b", "a$b", "(^a)", "(a$)", "a|^b|c$", "(a|)", "(|a)", "|", "a||b", "()*", "(a*)*", "(a*)+", "((a))", "a{0}b",
          "a{1000}", "a{1001}", "(a{10}){101}", "(a{10}){100}", "((a{10}){10}){10}", "((a{10}){10}){11}", "x{2}{500}", "x{2}{501}", "a{,3}", "a{1,2,3}",
          "a{-1}", "a{99999999999}", "a{999999999}", "a{1000000000}", "a{2,9999999999}", "a{01}", "a{1,02}", "a{00}", "a{1}{2}{3}", "[[:word:]]", "[[:ascii:]]", "[[:blank:]][[:space:]][[:cntrl:]]", "[[:graph:]]|[[:print:]]", "[[:^word:]]",
          "[[:punct:]]+", "[[:xdigit:]]{2}", "[:alpha:]", "[[:alpha]", "[[:alpha:", "[a-[:digit:]]", "[[:digit:]-a]", ".*", ".", "\n", "a.b", "[^a]",
          "[^\\n]", "\\", "a\\", "(a", "a)", "[a", "*", "+a", "?", "{1}", "a|*", "(*a)", "^*", "$*", "^+a", "(^)*", "^{2}", "a{2}{3}b", "\\x{110000}",
          "\\x{10ffff}", "\\x{d800}", "\\xzz", "\\x{1", "\\400", "\\377", "\\08", "[\\400]", "[\\x{110000}]", "(((((((((((a)))))))))))", "a" * 300]
ALPHABET = ["a", "b", "c", "A", "0", "7", ".", "-", " ", "\n", "é", "ü", "€", "𝄞", "x", "_", "/", "[", "]", "\\", "{", "}", "\x07", "\t", "^", "$", "(", ","]


def expression(rnd, depth=0):
    parts = []
    for _ in range(rnd.choice([1, 1, 2, 3, 4])):
        if depth < 3 and rnd.random() < 0.25:
            piece = "(" + expression(rnd, depth + 1) + ")"
        else:
            piece = rnd.choice(PIECES)
        parts.append(piece + rnd.choice(SUFFIXES))
    return rnd.choice(["", "", "", "|"]).join(parts)


def subjects(rnd, pattern):
    texts = ["", pattern[:12]] + ["".join(rnd.choices(ALPHABET, k=rnd.choice([1, 1, 2, 3, 5]))) for _ in range(8)]
    texts.append("".join(c for c in pattern if c not in "\\()[]{}*+?|^$")[:16])
    return texts


def answers(command, lines):
    result = subprocess.run([command], input="".join(lines), capture_output=True, text=True)
    if result.returncode != 0:
        sys.exit(f"{command} ended with {result.returncode}: {result.stderr}")
    return result.stdout.splitlines()


def build_judge(folder):
    compiler = shutil.which("c++") or shutil.which("g++") or shutil.which("clang++")
    judge = os.path.join(folder, "re2_judge")
    source = os.path.join(ROOT, "tests", "support", "re2_judge.cc")
    if not compiler:
        return None
    built = subprocess.run([compiler, "-O1", "-o", judge, source, "-lre2", "-pthread"], capture_output=True)
    return judge if built.returncode == 0 else None


def main():
    rnd = random.Random(1)
    patterns = LISTED + [expression(rnd) for _ in range(RANDOM)]
    tests = [(pattern, subjects(rnd, pattern)) for pattern in patterns]
    lines = ["\t".join(text.encode().hex() for text in [pattern] + texts) + "\n" for pattern, texts in tests]
    with tempfile.TemporaryDirectory() as folder:
        judge = build_judge(folder)
        if not judge:
            print("skipped: no C++ compiler, or no RE2 (libre2-dev)")
            return 77
        expected = answers(judge, lines)
    found = answers(os.path.join(ROOT, "build", "bin", "regex_tree"), lines)
    differ = 0
    for (pattern, texts), theirs, ours in zip(tests, expected, found):
        if theirs == ours:
            continue
        differ += 1
        wrong = [text for text, a, b in zip(texts, theirs.split()[1:], ours.split()[1:]) if a != b]
        print(f"{pattern!r}: RE2 {theirs}, rulec {ours}{' on ' + repr(wrong) if wrong else ''}")
    print(f"{len(tests) - differ} of {len(tests)} expressions as in RE2")
    return 1 if differ or len(expected) != len(tests) or len(found) != len(tests) else 0


if __name__ == "__main__":
    sys.exit(main())
