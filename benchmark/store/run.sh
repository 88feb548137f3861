#!/usr/bin/env bash
# benchmark/store/run.sh h2|postgres|firestore [MESSAGES] [FILE FOR THE PLANS]; see the README beside this.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
mvn -q -B test-compile dependency:build-classpath -Dmdep.outputFile=target/benchmark.classpath
run=(java -Xmx4g -cp "target/test-classes:target/classes:$(cat target/benchmark.classpath)"
    -Dlogback.configurationFile=benchmark/store/quiet.xml)
if [ "$1" = firestore ]; then
    exec "${run[@]}" -Dfirestore-emulator.heap="${EMULATOR_HEAP:-12g}" \
        io.bactrian.store.firestore.benchmark.FirestoreBenchmark "${2:-1000000}"
fi
exec "${run[@]}" io.bactrian.store.sql.benchmark.SqlBenchmark "$1" "${2:-1000000}" ${3:+"$3"}
