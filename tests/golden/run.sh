#!/usr/bin/env bash
# What rulec check says, to the letter: tests/golden/check/CASE.yaml gives CASE.err (messages and exit status).
# usage: run.sh [--bless] [RULEC]     --bless takes what rulec says now
set -uo pipefail
cd "$(dirname "$0")"
bless=
[ "${1:-}" = --bless ] && { bless=1; shift; }
rulec=$(realpath "${1:-../../build/bin/rulec}")
[ -x "$rulec" ] || { echo "$rulec is not there; build first"; exit 1; }
cases=0 bad=0
cd check
for case in *.yaml; do
    expected=${case%.yaml}.err
    found=$("$rulec" check --max-errors 0 "$case" 2>&1; echo "exit status $?")
    cases=$((cases + 1))
    if [ -n "$bless" ]; then
        printf '%s\n' "$found" >"$expected"
    elif ! printf '%s\n' "$found" | diff -u "$expected" - ; then
        bad=$((bad + 1))
    fi
done
echo "$((cases - bad)) of $cases cases"
[ "$bad" -eq 0 ]
