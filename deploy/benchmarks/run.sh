#!/usr/bin/env bash
# Measures the whole system on this machine: starts it afresh on ports of its own, runs the benchmarks, stops it.
#   deploy/benchmarks/run.sh            200,000 events
#   deploy/benchmarks/run.sh --short     20,000 events
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. deploy/find-jdk.sh
find_jdk

events=200000
probes=200
case "${1:-}" in
  '') ;;
  --short) events=20000 probes=50 ;;
  *) sed -n '2,4s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2; exit 2 ;;
esac
port=${SKYPATCH_BENCHMARK_PORT:-18080}
data=deploy/benchmarks/target/system
mkdir -p deploy/benchmarks/target
log=deploy/benchmarks/target/system.log

deploy/run.sh --fresh --data "$data" --ports-from "$port" > "$log" 2>&1 &
system=$!
trap 'kill -TERM $system 2> /dev/null || true; wait $system 2> /dev/null || true' EXIT
echo "starting the system (see $log)" >&2
until grep -q 'Skypatch is up' "$log"; do
  kill -0 $system 2> /dev/null || { tail -n 20 "$log" >&2; exit 1; }
  sleep 1
done

measure() { # main-class arguments...
  "$JAVA_HOME/bin/java" -Xmx2g -cp 'deploy/benchmarks/target/lib/*:deploy/benchmarks/target/classes' "org.skypatch.benchmarks.$@"
}
echo "ingest" >&2
measure IngestBenchmark "$port" "$events" "$probes"
echo
echo "start-up and memory, each service alone" >&2
measure StartBenchmark "$port" "$data"
