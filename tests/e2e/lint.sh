#!/usr/bin/env bash
# rulec lint finds what can never fire, and says nothing of rules/; rulec explain tells what becomes of a rule.
set -uo pipefail
cd "$(dirname "$0")/../.."
rulec=$PWD/build/bin/rulec
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cases=0 bad=0

expect() { # STATUS PATTERN COMMAND...
    local status=$1 pattern=$2 got=0
    shift 2
    "$@" >"$dir/out" 2>&1 || got=$?
    cases=$((cases + 1))
    [ "$got" -eq "$status" ] && grep -Eq -- "$pattern" "$dir/out" && return
    bad=$((bad + 1))
    printf 'exit status %d (expected %d), output (expected /%s/): %s\n' "$got" "$status" "$pattern" "$*"
    head -c 600 "$dir/out"
}

rule() { # NAME CONDITION
    printf -- '- rule: %s\n  desc: x\n  condition: %s\n  output: x\n  priority: DEBUG\n' "$1" "$2"
}

{
    rule Contradicts 'evt.type = open and proc.name = a and not proc.name = a'
    rule 'No such parameter' 'evt.type = close and evt.arg.flags contains O_CREAT'
    rule One 'evt.type = open and proc.name = a'
    rule Other 'proc.name = a and evt.type = open'
} >"$dir/rules.yaml"
expect 1 ':1:9: warning: .*`Contradicts`.* \[contradiction\]$' "$rulec" lint "$dir/rules.yaml"
expect 1 ':6:9: warning: .*`No such parameter`.* \[never-fires\]$' "$rulec" lint "$dir/rules.yaml"
expect 1 ':16:9: warning: rule `Other` asks for the same as rule `One`.* \[same-condition\]$' "$rulec" lint "$dir/rules.yaml"
[ "$(wc -l <"$dir/out")" -eq 3 ] || { bad=$((bad + 1)); echo "not three warnings"; }
"$rulec" lint rules >"$dir/out" 2>&1
[ -s "$dir/out" ] && { bad=$((bad + 1)); echo "lint complains about rules/"; cat "$dir/out"; }
expect 0 '^events: open$' "$rulec" explain One -r "$dir/rules.yaml"
expect 0 'process .* proc.name = a' "$rulec" explain One -r "$dir/rules.yaml"
expect 0 'none: the rule can never fire' "$rulec" explain Contradicts -r "$dir/rules.yaml"
expect 1 'no rule that is enabled is called `Two`' "$rulec" explain Two -r "$dir/rules.yaml"
expect 2 'which rule is to be explained' "$rulec" explain -r "$dir/rules.yaml"
[ "$bad" -eq 0 ] || { echo "$bad of $cases cases are bad"; exit 1; }
echo "$cases cases"
