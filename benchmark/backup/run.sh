#!/usr/bin/env bash
# benchmark/backup/run.sh [MESSAGES]; see the README beside this.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
messages=${1:-10000}
pgbin=${PGBIN:-$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -1)}
[ -x "$pgbin/initdb" ] || { echo "no PostgreSQL server: set PGBIN to the folder of initdb, pg_dump and pg_restore" >&2; exit 2; }

jar=$PWD/target/bactrian.jar
mvn -q -B package -Dmaven.test.skip=true -Dcodegen.skip=true -Dspotless.check.skip=true # always: an older jar is not what stands here
work=$(mktemp -d)
chmod 755 "$work"
port=${SERVER_PORT:-18081} pgport=${PGPORT:-15433}
export OPERATOR_PASSWORD=a-word-of-a-benchmark-only SERVER_PORT=$port SMS_GUARD_ANSWERS=1000000 SMS_GUARD_SAME_TEXT=1000000
export SMS_QUIET_HOURS_BULK=false
gateway=
trap 'kill -9 ${gateway:-} 2>/dev/null || true; postgres stop -m immediate >/dev/null 2>&1 || true; rm -rf "$work"' EXIT

start() { # the data folder
    SMS_DATA_DIR=$1 java -jar "$jar" >>"$work/gateway.log" 2>&1 &
    gateway=$!
    for _ in $(seq 180); do
        curl -sf -o /dev/null "localhost:$port/actuator/health/readiness" && return
        kill -0 $gateway || { tail -20 "$work/gateway.log"; exit 1; }
        sleep 1
    done
    echo "the gateway did not come up" >&2
    exit 1
}
stop() { kill -TERM $gateway; wait $gateway || true; gateway=; }
api() { curl -sf -u "operator:$OPERATOR_PASSWORD" -H 'Content-Type: application/json' "localhost:$port/api/$1" "${@:2}"; }
play() { # how many texts that come in
    for i in $(seq "$1"); do echo "url = \"localhost:$port/simulator/incoming\""; echo "data = \"Body=text $i\""; echo 'output = "/dev/null"'; done \
        | curl -s --max-time 60 --parallel --parallel-max 8 -K - 2>/dev/null
}
load() {
    for ((i = 0; i < messages; i += 1000)); do
        n=$((messages - i < 1000 ? messages - i : 1000))
        seq $n | jq -nc '{messages: [inputs | {to: "+1500555\(1000 + . % 8000)", body: "message \(.)"}]}' | api sms/bulk -d @- >/dev/null
    done
    play 100
    for _ in $(seq 600); do
        [ "$(api 'messages/outgoing?status=queued&limit=1' | jq '.items | length')$(api 'messages/outgoing?status=sending&limit=1' | jq '.items | length')" = 00 ] && return
        sleep 1
    done
}
held() { zcat "$1" | tail -1 | jq -r '.manifest // . | to_entries[] | "\(.key) \(.value.count // .value | tostring)"' | sort; }
same() { # what, before, after
    join -a1 -a2 -e- -o0,1.2,2.2 "$2" "$3" | awk -v what="$1" 'BEGIN {printf "%-34s %10s %10s\n", what, "before", "after"} {printf "%-34s %10s %10s\n", $1, $2, $3; if ($2 != $3) bad = 1} END {exit bad}' \
        || { echo "$1: what came back is not what was there" >&2; exit 1; }
    echo
}
postgres() { # as nobody in particular: PostgreSQL refuses to run as root
    if [ "$(id -u)" = 0 ]; then runuser -u nobody -- "$pgbin/pg_ctl" -D "$work/pg" "$@"; else "$pgbin/pg_ctl" -D "$work/pg" "$@"; fi
}
tables() { psql -qAt -h localhost -p "$pgport" -U bactrian -c "select tablename from pg_tables where schemaname = 'public'" "$1"; }
rows() { # every table of a database
    for table in $(tables "$1"); do
        echo "$table $(psql -qAt -h localhost -p "$pgport" -U bactrian -c "select count(*) from $table" "$1")"
    done | sort
}

echo "== H2: stop, --export and the data folder's files, into a folder that is empty"
start "$work/data"
load
stop
begin=$SECONDS
SMS_DATA_DIR=$work/data java -jar "$jar" --export="$work/backup.jsonl.gz" >"$work/export.log" || { tail "$work/export.log"; exit 1; }
tar -C "$work/data" --exclude='bactrian.*' -czf "$work/files.tar.gz" .
echo "backup: $((SECONDS - begin)) s, $(du -ch "$work/backup.jsonl.gz" "$work/files.tar.gz" | tail -1 | cut -f1)"
held "$work/backup.jsonl.gz" >"$work/before"
begin=$SECONDS
mkdir -m 700 "$work/restored"
tar -C "$work/restored" -xzf "$work/files.tar.gz"
SMS_DATA_DIR=$work/restored java -jar "$jar" --import="$work/backup.jsonl.gz" >"$work/import.log" || { tail "$work/import.log"; exit 1; }
echo "restore: $((SECONDS - begin)) s"
SMS_DATA_DIR=$work/restored java -jar "$jar" --export="$work/again.jsonl.gz" >"$work/export.log" || { tail "$work/export.log"; exit 1; }
held "$work/again.jsonl.gz" >"$work/after"
same "records" "$work/before" "$work/after"

echo "== PostgreSQL: pg_dump while the gateway runs, and its spool, into a database that is empty"
install -d -m 700 "$work/pg"
[ "$(id -u)" != 0 ] || chown nobody "$work/pg"
postgres initdb -o "-A trust -U bactrian" >/dev/null
postgres -w -l "$work/pg/log" -o "-p $pgport -k $work/pg" start >/dev/null
createdb -h localhost -p "$pgport" -U bactrian bactrian
export SMS_STORE=postgres DATABASE_URL=jdbc:postgresql://localhost:$pgport/bactrian DATABASE_USERNAME=bactrian
start "$work/pgdata"
load
# Counted at the very instant that is dumped, since the gateway works on.
coproc session { psql -qAt -h localhost -p "$pgport" -U bactrian bactrian; }
echo 'begin isolation level repeatable read; select pg_export_snapshot();' >&"${session[1]}"
read -r snapshot <&"${session[0]}"
play 20
begin=$SECONDS
"$pgbin/pg_dump" -h localhost -p "$pgport" -U bactrian --snapshot="$snapshot" -Fc -f "$work/backup.dump" bactrian
for table in $(tables bactrian); do
    echo "select '$table ' || count(*) from $table;" >&"${session[1]}"
    read -r counted <&"${session[0]}"
    echo "$counted"
done >"$work/counted" # no pipe: it would be another shell, without the session
sort "$work/counted" >"$work/before"
echo "pg_dump: $((SECONDS - begin)) s, $(du -h "$work/backup.dump" | cut -f1)"
begin=$SECONDS
createdb -h localhost -p "$pgport" -U bactrian restored
"$pgbin/pg_restore" -h localhost -p "$pgport" -U bactrian --exit-on-error --single-transaction -d restored "$work/backup.dump"
echo "pg_restore: $((SECONDS - begin)) s"
rows restored >"$work/after"
same "rows" "$work/before" "$work/after"

echo "== The machine is lost while its spool holds 50 texts: the dump and the data folder's files"
came() { psql -qAt -h localhost -p "$pgport" -U bactrian -c "select count(*) from communications where direction = 'inbound'" restored; }
logged=$(came)
postgres -w -m fast stop >/dev/null
play 50
stop
tar -C "$work/pgdata" -czf "$work/files.tar.gz" .
postgres -w -l "$work/pg/log" -o "-p $pgport -k $work/pg" start >/dev/null
mkdir -m 700 "$work/pgrestored"
tar -C "$work/pgrestored" -xzf "$work/files.tar.gz"
export DATABASE_URL=jdbc:postgresql://localhost:$pgport/restored
SMS_DATA_DIR=$work/pgrestored java -jar "$jar" --doctor | grep -E 'store|schema'
start "$work/pgrestored"
for _ in $(seq 60); do [ "$(came)" = $((logged + 50)) ] && break; sleep 1; done
echo "texts in the log: $logged in the dump, $(came) with those of the spool"
[ "$(came)" = $((logged + 50)) ] || { echo "texts of the spool are lost" >&2; exit 1; }
stop
