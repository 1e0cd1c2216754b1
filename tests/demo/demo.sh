#!/bin/bash
# The demo: the agent watches the kernel while a few harmless things happen. Where the kernel refuses the capture programs, a
# capture that such an agent recorded is replayed instead.
# usage: demo.sh AGENT
set -u
here=$(cd "$(dirname "$0")" && pwd)
agent=$1
alerts=$(mktemp) messages=$(mktemp)
pid=
trap '[ -n "$pid" ] && kill "$pid" 2>/dev/null; rm -f "$alerts" "$messages"' EXIT

show() { sed 's/^/  /' "$alerts"; }

"$agent" >"$alerts" 2>"$messages" &
pid=$!
for ((i = 0; i < 100; i++)); do
    grep -q 'watching the kernel' "$messages" && break
    kill -0 "$pid" 2>/dev/null || break
    sleep 0.1
done

if ! grep -q 'watching the kernel' "$messages"; then
    kill "$pid" 2>/dev/null
    wait "$pid"
    pid=
    echo "live detection is not to be had here:"
    sed 's/^/  /' "$messages"
    echo "so a recorded capture is replayed instead (tests/demo/demo.scap.gz):"
    "$agent" --capture "$here/demo.scap.gz" >"$alerts" || exit 1
    show
    exit 0
fi

echo "the agent watches this machine; a few harmless things happen (tests/demo/behaviour.sh) ..."
"$here/behaviour.sh"
sleep 0.5
kill -INT "$pid"
wait "$pid"
status=$?
pid=
show
sed 's/^/  /' "$messages"
[ "$status" -eq 0 ] && [ -s "$alerts" ]
