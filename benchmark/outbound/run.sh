#!/usr/bin/env bash
# benchmark/outbound/run.sh [MESSAGES [SECONDS [SEED]]]; see the README beside this.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
mvn -q -B test-compile dependency:build-classpath -Dmdep.outputFile=target/benchmark.classpath
exec java -Xmx1g -cp "target/test-classes:target/classes:$(cat target/benchmark.classpath)" \
    -Dlogback.configurationFile=benchmark/store/quiet.xml \
    io.bactrian.faults.OutboundBenchmark "${1:-10000}" "${2:-90}" ${3:+"$3"}
