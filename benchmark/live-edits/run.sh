#!/usr/bin/env bash
# benchmark/live-edits/run.sh [EDITS [CALLERS]]; see the README beside this.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
mvn -q -B test-compile dependency:build-classpath -Dmdep.outputFile=target/benchmark.classpath
exec java -Xmx1g -cp "target/test-classes:target/classes:$(cat target/benchmark.classpath)" \
    io.bactrian.edits.LiveEditsBenchmark "${1:-100}" "${2:-16}"
