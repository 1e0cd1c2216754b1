#!/usr/bin/env bash
# rulec's command line: usage errors, help, completions as the shells take them, the manual, outputs that fail.
set -uo pipefail
cd "$(dirname "$0")/../.."
root=$PWD rulec=$PWD/build-san/bin/rulec
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cases=0 bad=0

# expect STATUS PATTERN COMMAND...: the exit status, and what both streams together must hold
expect() {
    local status=$1 pattern=$2 got=0
    shift 2
    timeout 60 "$@" >"$dir/out" 2>&1 </dev/null || got=$?
    cases=$((cases + 1))
    if [ "$got" -ne "$status" ] || { [ -n "$pattern" ] && ! grep -Eq -- "$pattern" "$dir/out"; }; then
        bad=$((bad + 1))
        printf 'exit status %d (expected %d), output (expected /%s/): %s\n' "$got" "$status" "$pattern" "$*"
        head -c 600 "$dir/out"
    fi
}

# same WHAT GOT EXPECTED
same() {
    cases=$((cases + 1))
    [ "$2" = "$3" ] && return
    bad=$((bad + 1))
    printf '%s: %s, not %s\n' "$1" "$2" "$3"
}

cat >"$dir/good.yaml" <<'YAML'
- rule: ok
  desc: d
  condition: evt.type = open
  output: x
  priority: NOTICE
YAML

# --- usage
expect 2 '^usage: rulec COMMAND' "$rulec"
expect 0 '^usage: rulec COMMAND' "$rulec" --help
expect 0 '^usage: rulec COMMAND' "$rulec" help
expect 0 '^usage: rulec check ' "$rulec" help check
expect 0 '^usage: rulec check ' "$rulec" check -h
expect 0 '^rulec [0-9]' "$rulec" --version
expect 2 'no command `chek`; did you mean `check`\?' "$rulec" chek
expect 2 'unknown option `--qiet`; did you mean `--quiet`\?' "$rulec" check --qiet "$dir/good.yaml"
expect 2 'unknown option `-z`' "$rulec" check -z "$dir/good.yaml"
expect 2 '`--quiet` takes no value' "$rulec" check --quiet=yes "$dir/good.yaml"
expect 2 '`--format` needs a value' "$rulec" check "$dir/good.yaml" --format
expect 2 '--format is one of .*json.*, not `xml`' "$rulec" check --format xml "$dir/good.yaml"
expect 2 '--max-errors is a number, not `many`' "$rulec" check --max-errors many "$dir/good.yaml"
expect 2 '--max-errors is a number, not `99999999999`' "$rulec" check --max-errors=99999999999 "$dir/good.yaml"
expect 2 '`--max-errors` needs a value' "$rulec" check "$dir/good.yaml" --max-errors -1
expect 2 'no rule files are given' "$rulec" check
expect 1 'quiet.*[Nn]o such file' "$rulec" check -- --quiet
expect 2 'no rules are given: -r FILE\|DIR, or -c SITE' "$rulec" build -o "$dir/agent"
expect 2 'unexpected argument `more`' "$rulec" build -o "$dir/agent" more
expect 2 'one of bash\|zsh\|fish, not `tcsh`' "$rulec" completion tcsh
expect 2 'there is no command `nothing`' "$rulec" help nothing
expect 0 '' "$rulec" check --format=text --format json -q "$dir/good.yaml"
expect 2 'what is to be listed' "$rulec" list
expect 2 'one of fields\|events.*not `nothing`' "$rulec" list nothing
expect 2 'no rule files are given' "$rulec" list rules
expect 2 'rule files say nothing about fields' "$rulec" list fields -r "$dir/good.yaml"
expect 2 'there is no source `k8s_audit`' "$rulec" list fields --source k8s_audit
expect 0 '^proc\.name ' "$rulec" list fields --source syscall
expect 0 '^openat +FILE ' "$rulec" list events
expect 0 '^acct +163 +syscall' "$rulec" list syscalls
expect 1 'no such file|No such file' "$rulec" list rules -r "$dir/absent.yaml"
expect 0 'error|ok|^$' "$rulec" build -r"$dir/good.yaml" --dump=ast

# --- what cannot be written is an error
for command in '--help' '--version' 'help check' 'help --man' 'completion bash' "check --format json $dir/good.yaml" \
    "build -r $dir/good.yaml --dump=c" "list fields" "list rules -r $dir/good.yaml --format json"; do
    got=0
    # shellcheck disable=SC2086 # words on purpose
    "$rulec" $command >/dev/full 2>"$dir/out" || got=$?
    same "rulec $command into a full disk" "$got" 1
    grep -q 'No space left' "$dir/out" || { bad=$((bad + 1)); echo "rulec $command into a full disk says nothing"; }
done

# --- completions
"$rulec" completion bash >"$dir/rulec.bash"
complete_bash() {
    bash -c 'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _rulec; echo "${COMPREPLY[*]}"' - \
        "$dir/rulec.bash" rulec "$@"
}
same "bash: rulec ch" "$(complete_bash ch)" check
same "bash: check --f" "$(complete_bash check --f)" --format
same "bash: check --format=j" "$(complete_bash check --format = js)" json
same "bash: build --dump" "$(complete_bash build --dump dag-)" dag-dot
same "bash: completion z" "$(complete_bash completion z)" zsh
same "bash: the second of several values" "$(complete_bash build -r rules/00-common.yaml rules/10)" rules/10-files.yaml
same "bash: an operand" "$(complete_bash check --quiet rules/10)" rules/10-files.yaml
if command -v zsh >/dev/null; then
    "$rulec" completion zsh >"$dir/_rulec"
    same "zsh reads it" "$(zsh -f -c "autoload -U compinit; compinit -u -D; source $dir/_rulec; echo \$_comps[rulec]" 2>&1)" _rulec
fi
if command -v fish >/dev/null; then
    "$rulec" completion fish >"$dir/rulec.fish"
    complete_fish() { HOME=$dir fish -c "source $dir/rulec.fish; complete -C '$1'" 2>&1 | cut -f 1 | tr '\n' ' '; }
    same "fish: rulec ch" "$(complete_fish 'rulec ch')" 'check '
    same "fish: check --format" "$(complete_fish 'rulec check --format js')" 'json '
    same "fish: rules" "$(complete_fish 'rulec build -r rules/10')" 'rules/10-files.yaml '
fi

# --- the manual: nothing that a formatter complains about, and every option is in it
"$rulec" help --man >"$dir/rulec.1"
if command -v mandoc >/dev/null; then
    same "mandoc has no complaint" "$(mandoc -Tlint "$dir/rulec.1" 2>&1)" ""
fi
if command -v man >/dev/null; then
    same "man has no complaint" "$(man -l --warnings "$dir/rulec.1" 2>&1 >/dev/null)" ""
fi
for option in $(for c in check build run list fmt completion help; do "$rulec" $c --help; done | grep -o '^  .*--[a-z-]*' | grep -o -- '--[a-z-]*' | sort -u); do
    cases=$((cases + 1))
    grep -qF -- "${option//-/\\-}" "$dir/rulec.1" || { bad=$((bad + 1)); echo "rulec(1) does not name $option"; }
done
cmp -s "$dir/rulec.1" "$root/build/share/man/man1/rulec.1" || { bad=$((bad + 1)); echo "the build made another manual"; }

echo "$((cases - bad)) of $cases cases"
[ "$bad" -eq 0 ]
