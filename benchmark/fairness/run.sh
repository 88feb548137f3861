#!/usr/bin/env bash
# benchmark/fairness/run.sh; see the README beside this.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
mvn -q -B test-compile dependency:build-classpath -Dmdep.outputFile=target/benchmark.classpath
run=(java -Xmx1g -cp "target/test-classes:target/classes:$(cat target/benchmark.classpath)")
if [ "${1:-}" = claims ]; then
    exec "${run[@]}" -Dlogback.configurationFile=benchmark/store/quiet.xml \
        io.bactrian.store.sql.benchmark.ClaimBenchmark "${2:-postgres}" "${3:-1000000}" "${4:-1000}"
fi
exec "${run[@]}" io.bactrian.outbound.FairnessBenchmark
