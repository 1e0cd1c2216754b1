#!/usr/bin/env bash
# The golden files, said by a sanitized rulec.
exec bash "$(dirname "$0")/../golden/run.sh" "$(dirname "$0")/../../build-san/bin/rulec"
