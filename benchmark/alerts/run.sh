#!/usr/bin/env bash
# benchmark/alerts/run.sh; see the README beside this.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
pgbin=${PGBIN:-$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -1)}
[ -x "$pgbin/initdb" ] || { echo "no PostgreSQL server: set PGBIN to the folder of initdb" >&2; exit 2; }
command -v prometheus >/dev/null || { echo "no prometheus on the PATH (Debian: prometheus)" >&2; exit 2; }
mvn -q -B package -Dmaven.test.skip=true -Dcodegen.skip=true -Dspotless.check.skip=true # always: an older jar is not what stands here
PGBIN=$pgbin exec python3 benchmark/alerts/drill.py
