#!/usr/bin/env bash
# benchmark/trace/run.sh [TEXTS A ROUND]; see the README beside this.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
mvn -q -B test-compile dependency:build-classpath -Dmdep.outputFile=target/benchmark.classpath
exec java -Xmx1g -cp "target/test-classes:target/classes:$(cat target/benchmark.classpath)" \
    -Dlogback.configurationFile=benchmark/store/quiet.xml \
    io.bactrian.camel.trace.benchmark.TraceBenchmark "${1:-20000}"
