#!/usr/bin/env bash
# benchmark/store/run.sh h2|postgres [MESSAGES] [FILE FOR THE PLANS]; see the README beside this.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
mvn -q -B test-compile dependency:build-classpath -Dmdep.outputFile=target/benchmark.classpath
exec java -Xmx4g -cp "target/test-classes:target/classes:$(cat target/benchmark.classpath)" \
    -Dlogback.configurationFile=benchmark/store/quiet.xml \
    io.bactrian.store.sql.benchmark.StoreBenchmark "$1" "${2:-1000000}" ${3:+"$3"}
