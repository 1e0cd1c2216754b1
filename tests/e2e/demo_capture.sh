#!/usr/bin/env bash
# The capture that ships for the demo: the rules that its behaviours are about fire, and a capture made of it anew gives the
# same alerts, also read from standard input. The agent and its runtime are built with the sanitizers.
set -uo pipefail
cd "$(dirname "$0")/../.."
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
capture=tests/demo/demo.scap.gz
cases=0 bad=0

fail() { bad=$((bad + 1)); printf '%s\n' "$*"; }
alerts() { TZ=UTC "$dir/agent" "$@" --json >"$dir/out" 2>"$dir/err" || fail "exit status $? of $*: $(cat "$dir/err")"; }

CFLAGS="-O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all" LDFLAGS="-fsanitize=address,undefined" \
    build-san/bin/rulec build -r rules -o "$dir/agent" || { echo "the agent cannot be built"; exit 1; }

alerts --capture "$capture"
cp "$dir/out" "$dir/first"
while read -r rule; do
    cases=$((cases + 1))
    grep -Fq "\"rule\":\"$rule\"" "$dir/first" || fail "no alert of: $rule"
done <<'RULES'
Password hashes read
Link made to a secret
Configuration below /etc written
System program overwritten
Program run from shared memory
Setuid bit set
SSH login keys changed
Decoded text run by a shell
Program run from memory only
RULES

alerts --capture "$capture" --record "$dir/again.scap"
alerts --capture "$dir/again.scap"
cases=$((cases + 1))
cmp -s "$dir/first" "$dir/out" || fail "what was recorded gives other alerts: $(diff "$dir/first" "$dir/out" | head -n 4)"

alerts --capture - <"$capture"
cases=$((cases + 1))
cmp -s "$dir/first" "$dir/out" || fail "from standard input there are other alerts"

echo "$cases cases, $bad bad"
[ "$bad" -eq 0 ]
