#!/usr/bin/env bash
# Rule files that nobody should write: each gets a clear error, in bounded time, from a sanitized rulec; never a crash.
set -uo pipefail
cd "$(dirname "$0")/../.."
rulec=build-san/bin/rulec
dir=$(mktemp -d)
trap 'chmod -R u+rwx "$dir"; rm -rf "$dir"' EXIT
cases=0 bad=0

# expect STATUS PATTERN COMMAND...: the exit status, and what standard error must hold
expect() {
    local status=$1 pattern=$2 got=0
    shift 2
    timeout 120 "$@" >"$dir/out" 2>"$dir/err" || got=$?
    cases=$((cases + 1))
    if [ "$got" -ne "$status" ] || { [ -n "$pattern" ] && ! grep -Eq -- "$pattern" "$dir/err"; }; then
        bad=$((bad + 1))
        printf 'exit status %d (expected %d), message (expected /%s/):\n' "$got" "$status" "$pattern"
        printf '  %s\n' "$*" | cut -c 1-200
        head -c 600 "$dir/err"
    fi
}

repeat() { head -c "$2" /dev/zero | tr '\0' "$1"; }
rule() { # NAME CONDITION
    printf -- '- rule: %s\n  desc: d\n  condition: %s\n  output: "x"\n  priority: NOTICE\n' "$1" "$2"
}

rule ok 'evt.type = open' >"$dir/good.yaml"
expect 0 '' $rulec check "$dir/good.yaml"

printf -- '- rule: a\0b\n  desc: d\n' >"$dir/nul.yaml"
expect 1 'nul.yaml.*error' $rulec check "$dir/nul.yaml"
head -c 100000 /dev/urandom >"$dir/noise.yaml"
expect 1 'noise.yaml.*error' $rulec check "$dir/noise.yaml"

{ rule long "evt.type = open and fd.name = /$(repeat a 100)"; repeat '#' 10000000; echo; } >"$dir/comment.yaml"
expect 0 '' $rulec check "$dir/comment.yaml"
{ printf -- '- rule: long\n  desc: d\n  condition: evt.type = open and '; repeat a 10000000; printf '\n  output: x\n  priority: NOTICE\n'; } >"$dir/line.yaml"
expect 1 'line.yaml.*error' $rulec check "$dir/line.yaml"

{ printf -- '- rule: deep\n  desc: d\n  condition: evt.type = open and '; repeat '(' 100000; printf 'proc.name = x'; repeat ')' 100000; printf '\n  output: x\n  priority: NOTICE\n'; } >"$dir/parentheses.yaml"
expect 1 'parentheses.yaml.*error.*deep' $rulec check "$dir/parentheses.yaml"
{ printf -- '- rule: deep\n  desc: d\n  condition: evt.type = open and '; for ((i = 0; i < 100000; i++)); do printf 'not '; done; printf 'proc.name = x\n  output: x\n  priority: NOTICE\n'; } >"$dir/nots.yaml"
expect 0 '' $rulec check "$dir/nots.yaml" # Falco reads them in a loop, too
{ repeat '[' 100000; repeat ']' 100000; echo; } >"$dir/brackets.yaml"
expect 1 'brackets.yaml.*error' $rulec check "$dir/brackets.yaml"
{ for ((i = 0; i < 20000; i++)); do printf -- '- '; done; echo x; } >"$dir/dashes.yaml"
expect 1 'dashes.yaml.*error' $rulec check "$dir/dashes.yaml"
{ # lists of lists, each twice the one behind it: 2^40 items if nobody counts
    for ((i = 0; i < 40; i++)); do printf -- '- list: l%02d\n  items: [l%02d, l%02d]\n' $i $((i + 1)) $((i + 1)); done
    printf -- '- list: l40\n  items: [a, b]\n'
    rule bomb 'evt.type = open and proc.name in (l00)'
} >"$dir/bomb.yaml"
expect 1 'bomb.yaml.*error' $rulec check "$dir/bomb.yaml"
{ # macros likewise
    printf -- '- macro: m0\n  condition: proc.name = a\n'
    for ((i = 1; i <= 40; i++)); do printf -- '- macro: m%d\n  condition: m%d and m%d\n' $i $((i - 1)) $((i - 1)); done
    rule shared 'evt.type = open and m40'
} >"$dir/macros.yaml"
expect 0 '' $rulec check "$dir/macros.yaml"
{ # an alias bomb of YAML
    echo 'a: &a [x, x, x, x, x, x, x, x, x]'
    previous=a
    for name in b c d e f g h i j; do
        echo "$name: &$name [*$previous, *$previous, *$previous, *$previous, *$previous, *$previous, *$previous, *$previous, *$previous]"
        previous=$name
    done
} >"$dir/alias.yaml"
expect 1 'alias.yaml.*error' $rulec check "$dir/alias.yaml"

expect 1 'absent.yaml.*[Nn]o such file' $rulec check "$dir/absent.yaml"
mkdir "$dir/empty"
expect 1 'empty' $rulec check "$dir/empty"
expect 2 'try' $rulec check
expect 2 'unknown option' $rulec check --no-such-option "$dir/good.yaml"
: >"$dir/nothing.yaml"
expect 0 '' $rulec check "$dir/nothing.yaml"

export CFLAGS='-fsanitize=address,undefined' LDFLAGS='-fsanitize=address,undefined'
expect 1 'error' $rulec build -r "$dir/line.yaml" -o "$dir/agent"
[ ! -e "$dir/agent" ] || { echo 'rules with errors left an agent'; bad=$((bad + 1)); }
expect 1 'cannot .*no-such-dir' $rulec build -r "$dir/good.yaml" -o "$dir/no-such-dir/agent"
expect 1 'cannot .*full' $rulec build -r "$dir/good.yaml" --emit-only --emit-dir /dev/full
expect 2 'no output' $rulec build -r "$dir/good.yaml"

echo "$((cases - bad)) of $cases cases"
[ "$bad" -eq 0 ]
