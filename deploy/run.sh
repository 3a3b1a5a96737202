#!/usr/bin/env bash
# Builds what is stale and runs the whole system on this machine; see --help.
set -euo pipefail

usage() {
  cat << 'END'
deploy/run.sh [options]     builds what is stale, starts everything, waits until it is healthy; Ctrl-C stops it

  --fresh            throw away the data of earlier runs first
  --data DIR         keep the data there (default: data/ in the checkout)
  --ports-from N     use the ports N, N+1, ... N+7 (default: 8080); the first is the one address of the system
  --scenario NAME    then play a story, such as 01-silent-arrival; if the system runs already, play it there
  --skip-build       take what is built as it is
  --help             this text

Needs a JDK 25 and Maven, no Docker: PostgreSQL, Kafka and Keycloak are started as real servers from their Maven artefacts.
Their programs are kept unpacked in ~/.cache/skypatch (or $SKYPATCH_CACHE), shared by all checkouts.
END
}

misused() {
  echo "$1; see deploy/run.sh --help" >&2
  exit 2
}

checkout=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
launcher_arguments=(--checkout "$checkout")
build=yes
scenario=''
port=8080
while [ $# -gt 0 ]; do
  case "$1" in
    --help | -h) usage; exit 0 ;;
    --fresh) launcher_arguments+=("$1") ;;
    --skip-build) build=no ;;
    --data | --ports-from | --scenario)
      [ $# -ge 2 ] || misused "$1 needs a value"
      launcher_arguments+=("$1" "$2")
      case "$1" in
        --scenario) scenario=$2 ;;
        --ports-from) port=$2 ;;
      esac
      shift ;;
    *) misused "unknown option $1" ;;
  esac
  shift
done
case "$port" in
  '' | *[!0-9]*) misused "--ports-from needs a number, not '$port'" ;;
esac

. "$checkout/deploy/find-jdk.sh"
find_jdk

# --- building -------------------------------------------------------------------------------------------------------

# Prints the program that a module's build leaves behind.
artefact_of() {
  case "$1" in
    *-service) echo "$checkout/$1/target/quarkus-app/quarkus-run.jar" ;;
    *) find "$checkout/$1/target" -maxdepth 1 -name '*.jar' ! -name '*-tests.jar' ! -name '*-sources.jar' 2> /dev/null | head -n 1 || true ;;
  esac
}

# Prints the modules whose sources go into a module.
ingredients_of() {
  case "$1" in
    *-service) echo "contracts deploy/service-edge $1" ;;
    *) echo "contracts deploy/embedded-servers $1" ;;
  esac
}

is_stale() {
  local module=$1 artefact stamp sources=() ingredient newest
  artefact=$(artefact_of "$module")
  [ -n "$artefact" ] && [ -e "$artefact" ] || return 0
  stamp=$checkout/$module/target/built-by-run.stamp
  newest=$artefact
  if [ -e "$stamp" ] && [ "$stamp" -nt "$artefact" ]; then newest=$stamp; fi
  for ingredient in $(ingredients_of "$module"); do
    sources+=("$checkout/$ingredient/pom.xml" "$checkout/$ingredient/src/main")
  done
  [ -n "$(find "$checkout/pom.xml" "$checkout/deploy/pom.xml" "${sources[@]}" \
    \( -name node_modules -o -name dist \) -prune -o -newer "$newest" -print 2> /dev/null | head -n 1)" ]
}

# Runs Maven quietly, with a line for each module and for every ten seconds.
run_maven() {
  local log=$1 began last='' current line_at=0 seconds
  shift
  began=$(date +%s)
  "$MVN" -B --no-transfer-progress -DskipTests "$@" > "$log" 2>&1 < /dev/null &
  local maven=$!
  trap 'kill "$maven" 2> /dev/null; exit 130' INT TERM
  while kill -0 "$maven" 2> /dev/null; do
    sleep 1
    current=$(sed -n 's/^\[INFO\] Building \(.*\) \[\(.*\)\]$/\1 (\2)/p' "$log" | tail -n 1)
    seconds=$(($(date +%s) - began))
    if [ "$current" != "$last" ] || [ $((seconds - line_at)) -ge 10 ]; then
      [ "$seconds" -lt 2 ] || echo "  building ${current:-...} ... $seconds s"
      last=$current
      line_at=$seconds
    fi
  done
  trap - INT TERM
  if ! wait "$maven"; then
    echo "The build failed; $log ends:" >&2
    grep -E '^\[(ERROR|FATAL)' "$log" | head -n 30 >&2 || tail -n 30 "$log" >&2
    exit 1
  fi
  echo "  built in $(($(date +%s) - began)) s"
}

build_stale() {
  local modules=(registry-service tracking-service notification-service deploy/local deploy/stories) module stale=()
  if [ -n "$scenario" ] && (exec 3<> "/dev/tcp/127.0.0.1/$port") 2> /dev/null; then
    modules=(deploy/stories) # a system runs there: leave the programs alone that it runs on
    [ -n "$(artefact_of deploy/local)" ] || modules+=(deploy/local)
  fi
  for module in "${modules[@]}"; do
    if [ -e "$checkout/$module/pom.xml" ] && is_stale "$module"; then stale+=("$module"); fi
  done
  [ ${#stale[@]} -gt 0 ] || return 0
  find_maven
  echo "Building ${stale[*]}"
  local stamp logs=$checkout/target
  mkdir -p "$logs"
  stamp=$(mktemp "$logs/build-began.XXXXXX")
  (cd "$checkout" && run_maven "$logs/run-build.log" package -am -pl "$(IFS=,; echo "${stale[*]}")")
  for module in "${stale[@]}"; do
    cp -p "$stamp" "$checkout/$module/target/built-by-run.stamp"
  done
  rm -f "$stamp"
}

[ "$build" = no ] || build_stale

# --- running --------------------------------------------------------------------------------------------------------

launcher=$(artefact_of deploy/local)
if [ -z "$launcher" ]; then
  echo "deploy/local is not built: leave out --skip-build." >&2
  exit 1
fi
echo "Starting Skypatch"
exec "$JAVA_HOME/bin/java" -Xmx96m -Xss512k -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:TieredStopAtLevel=1 \
  --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED \
  -jar "$launcher" "${launcher_arguments[@]}"
