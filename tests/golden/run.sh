#!/usr/bin/env bash
# What rulec says, to the letter:
#   check/CASE.yaml gives CASE.err    rulec check: messages and exit status
#   format/check.FORMAT               rulec check --format FORMAT: two files, errors with notes and warnings
#   list/WHAT.FORMAT                  rulec list WHAT --format FORMAT, of the catalogue or of list/rules.yaml
#   fmt/CASE.yaml gives CASE.out       rulec fmt --stdout
#   site/CASE.yaml gives CASE.out      rulec build -c: messages, what the site says, exit status
#   help/COMMAND.txt                  rulec COMMAND --help; rulec.txt is rulec --help
# usage: run.sh [--bless] [RULEC]     --bless takes what rulec says now
set -uo pipefail
cd "$(dirname "$0")"
bless=
[ "${1:-}" = --bless ] && { bless=1; shift; }
rulec=$(realpath "${1:-../../build/bin/rulec}")
[ -x "$rulec" ] || { echo "$rulec is not there; build first"; exit 1; }
cases=0 bad=0

compare() { # FILE: what is read must be in it
    cases=$((cases + 1))
    if [ -n "$bless" ]; then
        cat >"$1"
    elif ! diff -u "$1" -; then
        bad=$((bad + 1))
    fi
}

cd check
for case in *.yaml; do
    compare "${case%.yaml}.err" < <("$rulec" check --max-errors 0 "$case" 2>&1; echo "exit status $?")
done
for format in json sarif github junit; do
    compare "../format/check.$format" < <("$rulec" check --format $format macro_error.yaml warnings.yaml 2>&1)
done
cd ../list
for what in operators transformers; do
    compare "$what.text" < <("$rulec" list "$what" 2>&1)
done
for what in rules macros lists; do
    for format in text json markdown; do
        compare "$what.$format" < <("$rulec" list "$what" -r rules.yaml --format $format 2>&1)
    done
done
cd ../fmt
for case in *.yaml; do
    compare "${case%.yaml}.out" < <("$rulec" fmt --stdout "$case" 2>&1)
done
cd ../site
for case in *.yaml; do
    compare "${case%.yaml}.out" < <("$rulec" build -c "$case" -r rules.yml --dump=site 2>&1; echo "exit status $?")
done
cd ../help
compare rulec.txt < <("$rulec" --help 2>&1)
for command in $("$rulec" --help | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p'); do
    compare "$command.txt" < <("$rulec" "$command" --help 2>&1)
done
cd ..
cases=$((cases + 1))
python3 messages.py || bad=$((bad + 1)) # every message stands in some check/CASE.err
echo "$((cases - bad)) of $cases cases"
[ "$bad" -eq 0 ]
