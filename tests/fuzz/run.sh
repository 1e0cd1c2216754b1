#!/usr/bin/env bash
# Runs one fuzzer for a minute (20 seconds where there is little to find out), from seeds that the tree and (where it is there) the corpus hold. Fails with the input that broke it kept.
# usage: run.sh NAME_fuzz [SECONDS]
set -euo pipefail
cd "$(dirname "$0")/../.."
name=$1
[ "$name" = query_fuzz ] && usual=20 || usual=60
seconds=${2:-$usual}
seeds=build-fuzz/seeds/$name found=build-fuzz/found/$name
mkdir -p "$seeds" "$found"
corpus=../shared/conformance
take() { # the files that exist, each under a name of its own
    local file
    for file; do [ -f "$file" ] && cp "$file" "$seeds/$(echo "$file" | tr '/' '_')"; done
    return 0
}
case $name in
rules_fuzz) take rules/*.yaml tests/golden/*/*.yaml $corpus/rulefiles/*.yaml ;;
container_fuzz) take tests/data/container/* ;;
capture_fuzz)
    take tests/data/*.scap
    for capture in $corpus/captures/{curl_google,test_ipv6_client,single_ipv6_conn}.scap tests/data/*.scap.gz; do
        [ -f "$capture" ] && zcat -f "$capture" >"$seeds/$(basename "$capture").plain"
    done
    ;;
esac
export TMPDIR # what a fuzzer makes of folders goes with them
TMPDIR=$(mktemp -d)
trap 'rm -rf "$TMPDIR"' EXIT
dict=()
[ -e "tests/fuzz/$name.dict" ] && dict=(-dict="tests/fuzz/$name.dict")
build-fuzz/bin/"$name" "${dict[@]}" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=4096 -max_len=400000 -print_final_stats=1 \
    -artifact_prefix="build-fuzz/$name-" "$found" "$seeds" >build-fuzz/"$name".log 2>&1 ||
    { tail -n 60 build-fuzz/"$name".log; exit 1; }
echo "$(sed -n 's/^stat::number_of_executed_units: *//p' build-fuzz/"$name".log) cases in $seconds seconds, none broke it"
