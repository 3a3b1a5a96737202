#!/usr/bin/env bash
# Builds everything and runs every test. Arguments go to Maven: deploy/test.sh -pl tracking-service -am
# SKYPATCH_TESTS=containers|embedded forces where integration tests get PostgreSQL and Kafka from; without it, containers
# are used where a Docker engine answers, else real servers are started without Docker.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. deploy/find-jdk.sh
find_jdk
find_maven

case "${SKYPATCH_TESTS:-}" in
  '' | containers | embedded) ;;
  *) echo "SKYPATCH_TESTS is '$SKYPATCH_TESTS'; it can be containers or embedded." >&2; exit 2 ;;
esac

echo "Testing with $("$JAVA_HOME/bin/java" -version 2>&1 | head -n 1), ${SKYPATCH_TESTS:-containers if a Docker engine answers, else embedded servers}"
exec "$MVN" -B --no-transfer-progress verify "$@" < /dev/null
