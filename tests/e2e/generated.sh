#!/usr/bin/env bash
# generated/ is what rulec emits for rules/; it looks as clang-format would have it and compiles without a warning; and
# the same rules give the same bytes, sources and agent, wherever they are built.
set -euo pipefail
cd "$(dirname "$0")/../.."
root=$PWD rulec=$PWD/build/bin/rulec
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cases=0

$rulec build -r rules --emit-dir "$dir/now" --emit-only
diff -r generated "$dir/now" >"$dir/diff" || {
    head -n 20 "$dir/diff"
    echo "generated/ is not what rulec emits for rules/: run ./dev regen"
    exit 1
}
cases=$((cases + 1))

clang-format --dry-run --Werror generated/*.c generated/*.h
cases=$((cases + 1))

cp generated/* "$dir/now"
(cd "$dir/now" && re2c -8 -i --no-generation-date --no-version -o regexes.c regexes.re)
for source in "$dir"/now/*.c; do
    for compiler in gcc clang; do
        $compiler -std=gnu17 -O1 -Wall -Wextra -Werror -I"$root/build/lib/rulec/include" -c "$source" -o "$dir/object.o"
        cases=$((cases + 1))
    done
done

# Two folders of different names and depths, each with rules of its own.
for folder in "$dir/one" "$dir/another/that/lies/deeper"; do
    mkdir -p "$folder"
    cp -r rules "$folder/rules"
    (cd "$folder" && $rulec build -r rules -o agent --emit-dir emitted)
done
diff -r "$dir/one/emitted" "$dir/another/that/lies/deeper/emitted"
cmp "$dir/one/agent" "$dir/another/that/lies/deeper/agent"
cases=$((cases + 2))
echo "$cases cases"
