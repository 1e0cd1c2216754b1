#!/usr/bin/env bash
# The golden files, said by a sanitized rulec.
cd "$(dirname "$0")/../.." && exec bash tests/golden/run.sh "$PWD/build-san/bin/rulec"
