#!/usr/bin/env bash
# The agent's command line: options, what it prints where, exit status, and outputs that fail.
# The agent and its runtime are built with the sanitizers.
set -uo pipefail
cd "$(dirname "$0")/../.."
rulec=$PWD/build-san/bin/rulec
capture=${CORPUS:-../shared/conformance}/captures/mixed.scap
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cases=0 bad=0

# expect STATUS PATTERN COMMAND...: the exit status, and what the output (both streams) must hold
expect() {
    local status=$1 pattern=$2 got=0
    shift 2
    timeout 60 "$@" >"$dir/out" 2>&1 </dev/null || got=$?
    check "$status" "$pattern" "$got" "$*"
}

check() { # STATUS PATTERN GOT WHAT
    cases=$((cases + 1))
    [ "$3" -eq "$1" ] && grep -Eq -- "$2" "$dir/out" && return
    bad=$((bad + 1))
    printf 'exit status %d (expected %d), output (expected /%s/): %s\n' "$3" "$1" "$2" "$4"
    head -c 600 "$dir/out"
}

cat >"$dir/rules.yaml" <<'EOF'
- rule: Opened
  desc: every open
  condition: evt.type in (open, openat, openat2)
  output: opened %fd.name by %proc.name
  priority: WARNING
  tags: [a, b]
- rule: Closed
  desc: every close
  condition: evt.type = close
  output: closed %fd.num
  priority: DEBUG
EOF
agent=$dir/agent
CFLAGS="-O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all" LDFLAGS="-fsanitize=address,undefined" \
    $rulec build -r "$dir/rules.yaml" -o "$agent" || { echo "the agent cannot be built"; exit 1; }

expect 0 '^usage: .*agent' "$agent" --help
expect 0 '^rulec .* 2 rules, SHA-256 .* [0-9a-f]{64}$' "$agent" --version
expect 2 "unrecognized option '--nonsense'" "$agent" --nonsense
expect 2 'unknown argument more' "$agent" more
expect 2 'no such priority: urgent' "$agent" --priority urgent
expect 2 '--rule-matching is first or all, not some' "$agent" --rule-matching some
expect 2 'needs --json' "$agent" --json-message
expect 2 "requires an argument" "$agent" --capture
expect 1 'does-not-exist' "$agent" --capture "$dir/does-not-exist"
expect 1 '.' "$agent" --capture "$dir"
: >"$dir/empty"
expect 1 'empty' "$agent" --capture "$dir/empty"
expect 1 '[Nn]ot a|capture|magic|block' "$agent" --capture "$dir/rules.yaml"

if [ ! -e "$capture" ]; then
    echo "$cases cases, $bad bad; without a corpus, the rest is not tried"
    [ "$bad" -eq 0 ]
    exit
fi

expect 0 'Warning opened /etc/ld.so.cache by [a-z]+ container_id=[0-9a-z]+ ' "$agent" --capture "$capture"
expect 0 '^[0-9:.]+: Debug closed [0-9]+ container_id=' "$agent" --capture "$capture"
expect 0 '^2026-[0-9T:.-]+\+0000: Warning opened ' env TZ=UTC "$agent" --capture "$capture" --time-iso8601
expect 0 '^\{"hostname":"me",.*"priority":"Debug","rule":"Closed"' env FALCO_HOSTNAME=me "$agent" --capture "$capture" --json
expect 0 '"evt.num":[0-9]+,' "$agent" --capture "$capture" --json --output-field evt.num
expect 1 'proc.cmdline is neither' "$agent" --capture "$capture" --json --output-field proc.cmdline
expect 0 '^stats: .* times Opened \(.*rules.yaml:1\)' "$agent" --capture "$capture" --stats
expect 0 '.' "$agent" --capture "$capture" --priority info
cases=$((cases + 1))
grep -q closed "$dir/out" && { bad=$((bad + 1)); echo "--priority info let a debug rule through"; }

# What cannot be delivered is counted and said, and the exit status tells.
"$agent" --capture "$capture" >/dev/full 2>"$dir/out"
check 1 'alerts lost: the output failed: No space left on device' $? "a full disk"
{ "$agent" --capture "$capture" 2>"$dir/out"; echo $? >"$dir/status"; } | true
check 1 'alerts lost: the output failed: Broken pipe' "$(cat "$dir/status")" "a reader that left"

# A signal stops it in the middle; what was read is delivered.
mkfifo "$dir/fifo"
"$agent" --capture "$dir/fifo" >"$dir/out" 2>&1 &
pid=$!
exec 3>"$dir/fifo"
cat "$capture" >&3
sleep 1
kill -INT $pid
sleep 0.2
exec 3>&-
wait $pid
check 0 'Warning opened ' $? "SIGINT while waiting for input"

echo "$cases cases, $bad bad"
[ "$bad" -eq 0 ]
