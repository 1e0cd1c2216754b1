#!/usr/bin/env python3
"""Compares rulec with what the real Falco answered.

usage: run.py [PART...] [--corpus DIR] [--rulec PATH] [--verbose]

PART is one of alerts, formats, rulefiles, contexts, describe, mutations, conditions, fields; all of them unless some are named.
DIR is ../shared/conformance beside the repository unless given; the upstream rule files are expected
in DIR/../falco/rules. Each part ends with a line `PART: N of M agree`; --verbose lists the differences
before it, by rule or field. The exit status is 0 when every part could be run, whatever its figure,
and 77 when the corpus is not there.
"""

import argparse
import importlib
import os
import sys

from corpus import Corpus, Skipped

PARTS = ("alerts", "formats", "rulefiles", "contexts", "describe", "mutations", "conditions", "fields")


def main():
    root = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--corpus", metavar="DIR", default=os.path.join(root, "..", "shared", "conformance"))
    parser.add_argument("--rulec", metavar="PATH", default=os.path.join(root, "build", "bin", "rulec"))
    parser.add_argument("--verbose", action="store_true", help="list the differences")
    options = parser.parse_args()
    for part in options.parts:
        if part not in PARTS:
            parser.error(f"there is no part {part}; the parts are {', '.join(PARTS)}")
    try:
        with Corpus(options.corpus, options.rulec, options.verbose) as corpus:
            for part in options.parts or PARTS:
                run_part(corpus, part)
    except Skipped as reason:
        print(f"skipped: {reason}")
        return 77
    return 0


def run_part(corpus, part):
    module = "rulefiles" if part == "mutations" else part
    run = getattr(importlib.import_module(module), "run_mutations" if part == "mutations" else "run")
    figure = run(corpus)
    if corpus.verbose:
        figure.print_differences()
    print(f"{part}: {figure.agree} of {figure.total} agree", flush=True)


if __name__ == "__main__":
    sys.exit(main())
