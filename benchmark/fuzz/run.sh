#!/usr/bin/env bash
# benchmark/fuzz/run.sh [REQUESTS [SEED]]; see the README beside this.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
mvn -q -B test-compile dependency:build-classpath -Dmdep.outputFile=target/benchmark.classpath
exec java -Xmx1g -cp "target/test-classes:target/classes:$(cat target/benchmark.classpath)" \
    io.bactrian.fuzz.FuzzBenchmark "${1:-20000}" ${2:+"$2"}
