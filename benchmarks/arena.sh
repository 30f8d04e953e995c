#!/usr/bin/env bash
# Has Reprise compete with hand-written code and with other libraries, and prints the tables of docs/performance.md.
#
#   benchmarks/arena.sh                                  all workloads, with the JDK of the path
#   JAVA_HOME=/usr/lib/jvm/jdk-25 benchmarks/arena.sh    with another one; from 21 on with virtual threads
#   benchmarks/arena.sh W4 W8 Reprise Kotlin             some workloads, some peers; the limit always takes part
#
# ARENA_FORKS is the number of JVMs for each figure of the short workloads, 2 if not given.
# The first run fetches the peers and their compilers. JMH's output is left in benchmarks/target/arena.
set -euo pipefail
cd "$(dirname "$0")/.."

mvn -q package -Ppeers -pl benchmarks/peers/kotlin,benchmarks/peers/eaasync,benchmarks/peers/javaflow,benchmarks/peers/offbynull,benchmarks/peers/kilim \
    -am -DskipTests

class_path=benchmarks/target/benchmarks.jar
for peer in benchmarks/peers/*/target; do
    class_path+=":$peer/classes:$peer/lib/*"
done

echo "Commit $(git describe --always --dirty 2>/dev/null || echo unknown)."
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" "-Darena.forks=${ARENA_FORKS:-2}" -cp "$class_path" \
    dev.reprise.benchmarks.arena.Arena benchmarks/target/arena "$@"
