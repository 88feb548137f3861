#!/usr/bin/env bash
# benchmark/faults/run.sh [STORE [SECONDS [TEXTS [KILLS [SEED]]]]]; see the README beside this.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
mvn -q -B test-compile dependency:build-classpath -Dmdep.outputFile=target/benchmark.classpath
exec java -Xmx1g -cp "target/test-classes:target/classes:$(cat target/benchmark.classpath)" \
    -Dlogback.configurationFile=benchmark/store/quiet.xml \
    io.bactrian.faults.FaultsBenchmark "${1:-postgres}" "${2:-600}" "${3:-24000}" "${4:-24}" ${5:+"$5"}
