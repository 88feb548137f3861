#!/usr/bin/env bash
# benchmark/overload/run.sh [CONNECTIONS] [SECONDS]; see the README beside this.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
connections=${1:-2000} seconds=${2:-60} heap=${HEAP:-256m}

mvn -q -B package -DskipTests # always: an older jar is not what stands here
ulimit -n "$(ulimit -Hn)"
work=$(mktemp -d -p target overload-XXXXXX)
mkdir -p "$work/classes"
javac -d "$work/classes" benchmark/overload/*.java

export SERVER_PORT=${SERVER_PORT:-18080} SMS_DATA_DIR="$work/data" SMS_PUBLIC_URL=https://gateway.example
export TWILIO_AUTH_TOKEN=a-token-of-a-benchmark SMS_JWT_SECRET=a-secret-of-a-benchmark-of-32-bytes
jvm=(-Xmx"$heap" -XX:+ExitOnOutOfMemoryError "-Xlog:gc:file=$work/gc.log")

java "${jvm[@]}" -jar target/bactrian.jar >"$work/gateway.log" 2>&1 &
gateway=$!
trap 'kill -9 $gateway 2>/dev/null || true' EXIT
for _ in $(seq 120); do
    curl -sf -o /dev/null "localhost:$SERVER_PORT/actuator/health/readiness" && break
    kill -0 $gateway || { tail -20 "$work/gateway.log"; exit 1; }
    sleep 1
done

java -Xmx1g -cp "$work/classes" Overload load "$SERVER_PORT" "$connections" "$seconds" "$work/answered"

kill -0 $gateway || { echo "the gateway is gone:"; tail -20 "$work/gateway.log"; exit 1; }
echo "resident memory, most:  $(sed -n 's/^VmHWM:\s*//p' "/proc/$gateway/status" 2>/dev/null)"
echo "heap after a collection, most: $(grep -o -- '->[0-9]*M' "$work/gc.log" | tr -dc '0-9\n' | sort -n | tail -1) MB of $heap"
echo "out of memory: $(grep -c OutOfMemoryError "$work/gateway.log" || true)"
kill -TERM $gateway
begin=$SECONDS
wait $gateway || true
echo "stopped in $((SECONDS - begin)) s"
java -jar target/bactrian.jar --export="$work/house.jsonl.gz" >"$work/export.log" 2>&1 || { tail -5 "$work/export.log"; exit 1; }
java -cp "$work/classes" Overload check "$work/answered" "$work/house.jsonl.gz" "$work/data/dead-letters"
