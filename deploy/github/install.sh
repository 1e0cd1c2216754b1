#!/usr/bin/env bash
# Makes `rulec` a command of the steps that follow: the package RULEC_DEB, a rulec that is there already, or one that is
# built from RULEC_SOURCE.
set -euo pipefail
if [ -n "${RULEC_DEB:-}" ]; then
    sudo=
    [ "$(id -u)" -eq 0 ] || sudo=sudo
    $sudo apt-get install -y --no-install-recommends "$(realpath "$RULEC_DEB")"
elif ! command -v rulec >/dev/null; then
    (cd "$RULEC_SOURCE" && ./dev build)
    echo "$RULEC_SOURCE/build/bin" >>"$GITHUB_PATH"
fi
