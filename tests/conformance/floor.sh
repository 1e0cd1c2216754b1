#!/usr/bin/env bash
# Runs one part of the corpus and fails when fewer cases agree than tests/conformance/floor says: what agrees once must go on agreeing.
# usage: floor.sh PART
set -uo pipefail
cd "$(dirname "$0")/../.."
part=$1
[ -d ../shared/conformance ] || { echo "the corpus ../shared/conformance is not here"; exit 77; }
floor=$(awk -v part="$part" '$1 == part {print $2}' tests/conformance/floor)
[ -n "$floor" ] || { echo "tests/conformance/floor does not name $part"; exit 1; }
output=$(python3 tests/conformance/run.py "$part" --rulec build/bin/rulec) || { printf '%s\n' "$output"; exit 1; }
printf '%s\n' "$output"
agree=$(printf '%s\n' "$output" | sed -n "s/^$part: \([0-9]*\) of [0-9]* agree\$/\1/p")
[ -n "$agree" ] || { echo "no figure for $part"; exit 1; }
[ "$agree" -ge "$floor" ] || { echo "fewer than the $floor that agreed before"; exit 1; }
