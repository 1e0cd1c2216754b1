#!/usr/bin/env bash
# An agent needs nothing of the machine but its kernel: it is a static program, and works with a root directory that is
# empty but for itself, on a capture, and with /proc and /sys on the running kernel.
#
# Exit status: 0 passed, 1 failed.
set -uo pipefail
cd "$(dirname "$0")/../.."
dir=$(mktemp -d) || exit 1
trap 'kill -9 ${agent_pid:-} 2>/dev/null; rm -rf "$dir"' EXIT

fail() { printf '%s\n' "$*"; [ -e "$dir/messages" ] && cat "$dir/messages"; exit 1; }

cat >"$dir/rules.yaml" <<EOF
- rule: Standalone
  desc: a file that only this test opens
  condition: evt.type in (open, openat) and fd.name = $dir/wanted
  output: opened %fd.name by %proc.name of %user.name
  priority: NOTICE
EOF
mkdir "$dir/root"
build/bin/rulec build -r "$dir/rules.yaml" -o "$dir/root/agent" || fail "the agent cannot be built"
readelf -l "$dir/root/agent" | grep -q INTERP && fail "the agent wants an interpreter"
readelf -d "$dir/root/agent" | grep NEEDED && fail "the agent wants shared libraries"
ldd "$dir/root/agent" | grep -q 'statically linked' || fail "ldd does not call the agent static"
LDFLAGS=-pie build/bin/rulec build -r "$dir/rules.yaml" -o "$dir/shared" || fail "no agent with shared libraries"
readelf -d "$dir/shared" | grep -q 'NEEDED.*libc' || fail "LDFLAGS=-pie makes no agent with shared libraries"
[ "$(id -u)" -eq 0 ] || { echo "an empty root directory needs root: only the file was looked at"; exit 0; }

# The demo's capture: the same alerts as outside.
build/bin/rulec build -r rules -o "$dir/root/demo" || fail "the agent of rules/ cannot be built"
"$dir/root/demo" --capture tests/demo/demo.scap.gz >"$dir/outside" || fail "outside: exit status $?"
chroot "$dir/root" /demo --capture - <tests/demo/demo.scap.gz >"$dir/inside" 2>"$dir/messages" ||
    fail "in an empty root directory: exit status $?"
[ -s "$dir/outside" ] && cmp "$dir/outside" "$dir/inside" || fail "other alerts in an empty root directory"
alerts=$(wc -l <"$dir/inside")

# Live. The mounts are of a mount namespace of its own, and go with it.
mkdir "$dir/root/proc" "$dir/root/sys"
unshare -m sh -c "mount --rbind /proc $dir/root/proc && mount --rbind /sys $dir/root/sys &&
    exec chroot $dir/root /agent" >"$dir/live" 2>"$dir/messages" &
agent_pid=$!
for _ in $(seq 600); do
    grep -q 'watching the kernel' "$dir/messages" && break
    kill -0 $agent_pid 2>/dev/null || { echo "$alerts alerts of a capture; live is not tried: $(tail -n 1 "$dir/messages")"; exit 0; }
    sleep 0.1
done
: >"$dir/wanted"
cat "$dir/wanted"
sleep 0.5
kill -TERM $agent_pid
wait $agent_pid || fail "live: exit status $?"
agent_pid=
grep -q "opened $dir/wanted by cat" "$dir/live" || fail "live, the opening of a file was missed"
echo "$alerts alerts of a capture, and one of the kernel, in an empty root directory"
