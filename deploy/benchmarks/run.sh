#!/usr/bin/env bash
# Measures the whole system on this machine: starts it afresh on ports of its own, runs the benchmarks, stops it.
#   deploy/benchmarks/run.sh                    200,000 events; 1,000,000 licences
#   deploy/benchmarks/run.sh --short             20,000 events;   100,000 licences
#   deploy/benchmarks/run.sh [--short] PART...  of ingest, start, registry, only these
#   deploy/benchmarks/run.sh year [--short] [N] a generated year: 100,000 movements (10,000; the full form is 500000)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. deploy/find-jdk.sh
find_jdk
find_maven

events=200000
probes=200
licences=1000000
seconds=60
movements=100000
parts=
for argument in "$@"; do
  case "$argument" in
    --short) events=20000 probes=50 licences=100000 seconds=20 movements=10000 ;;
    ingest | start | registry | year) parts="$parts $argument" ;;
    [1-9]*) movements=$argument ;;
    *) sed -n '2,6s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2; exit 2 ;;
  esac
done
parts=${parts:-ingest start registry}
port=${SKYPATCH_BENCHMARK_PORT:-18080}
data=deploy/benchmarks/target/system
mkdir -p deploy/benchmarks/target
log=deploy/benchmarks/target/system.log

echo "building what is stale" >&2
"$MVN" -B -q --no-transfer-progress package -DskipTests -Dspotless.check.skip=true -pl deploy/benchmarks -am < /dev/null
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
for part in $parts; do
  echo "$part" >&2
  case "$part" in
    ingest) measure IngestBenchmark "$port" "$events" "$probes" ;;
    start) measure StartBenchmark "$port" "$data" ;; # each service alone
    year) measure YearBenchmark "$port" "$movements" ;;
    registry) measure RegistryBenchmark "$port" "$data" "$licences" "$seconds" ;;
  esac
  echo
done
