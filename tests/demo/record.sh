#!/bin/bash
# Records tests/demo/demo.scap.gz anew: the agent watches behaviour.sh, and only the processes of behaviour.sh are kept.
# Wants a built tree and a kernel that takes the capture programs.
set -eu
cd "$(dirname "$0")/../.."
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

build/bin/rulec build -r rules -o "$dir/agent"
# The shell that runs it has nothing of this machine in its environment, and waits until the agent is ready.
mkfifo "$dir/go" "$dir/done"
cp tests/demo/behaviour.sh "$dir/behaviour.sh"
(cd / && exec env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C bash -c "read -r < '$dir/go'; bash '$dir/behaviour.sh'; echo > '$dir/done'") \
    </dev/null >/dev/null 2>&1 &
shell=$!
"$dir/agent" --record "$dir/all.scap.gz" >"$dir/alerts" 2>"$dir/messages" &
agent=$!
until grep -q 'watching the kernel' "$dir/messages"; do
    kill -0 $agent || { cat "$dir/messages"; exit 1; }
    sleep 0.1
done
echo >"$dir/go"
read -r <"$dir/done"
sleep 0.5
kill -INT $agent
wait $agent
build/bin/prune "$dir/all.scap.gz" tests/demo/demo.scap.gz $shell
ls -l tests/demo/demo.scap.gz
"$dir/agent" --capture tests/demo/demo.scap.gz
