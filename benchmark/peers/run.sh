#!/usr/bin/env bash
# benchmark/peers/run.sh [ROUNDS [SECONDS [JAVA_HOME …]]]; see the README beside this.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
rounds=${1:-3} seconds=${2:-5}
shift $(($# < 2 ? $# : 2))
command -v node >/dev/null || { echo "there is no node on the PATH"; exit 1; }
(cd benchmark/peers/express && npm install --silent --no-audit --no-fund --no-package-lock)
mvn -q -B package -DskipTests dependency:build-classpath -Dmdep.outputFile=target/benchmark.classpath
home=${JAVA_HOME:-$(dirname "$(dirname "$(readlink -f "$(command -v java)")")")}
exec java -Xmx1g -cp "target/test-classes:target/classes:$(cat target/benchmark.classpath)" \
    -Dlogback.configurationFile=benchmark/store/quiet.xml \
    -Dsun.net.httpserver.idleInterval=3600 -Dsun.net.httpserver.maxIdleConnections=1000 \
    io.bactrian.peers.PeersBenchmark "$rounds" "$seconds" "${@:-$home}"
