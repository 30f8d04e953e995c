#!/usr/bin/env bash
# Runs Reprise beside hand-written code, Kotlin's coroutines and virtual threads, and prints the table of docs/performance.md.
#
#   benchmarks/arena.sh                                  with the JDK of the path
#   JAVA_HOME=/usr/lib/jvm/jdk-25 benchmarks/arena.sh    with another one; from 21 on with virtual threads
#
# ARENA_OPTIONS are JMH's, "-f 1 -wi 4 -i 6 -w 500ms -r 500ms" if not given. ARENA_JAR is a jar that is built already.
set -euo pipefail
cd "$(dirname "$0")/.."

java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
jar="${ARENA_JAR:-benchmarks/target/benchmarks.jar}"
if [[ -z "${ARENA_JAR:-}" ]]; then
    mvn -q package -Pkotlin -pl benchmarks -am -DskipTests
fi

release="$("$java" -version 2>&1 | sed -n 's/^[^"]*"\([0-9]*\).*/\1/p;q')"
benchmarks='LoopTurn|SuspendResume|Spawn|PingPong|AwaitCost|RecursionCost.*Tree|KotlinTasks'
if ((release >= 21)); then
    benchmarks+='|VirtualThreads'
fi

result="$(mktemp -d)"
trap 'rm -rf "$result"' EXIT
# shellcheck disable=SC2086 # several options
"$java" -jar "$jar" "$benchmarks" ${ARENA_OPTIONS:--f 1 -wi 4 -i 6 -w 500ms -r 500ms} -prof gc -rf csv -rff "$result/csv" \
    >"$result/log" 2>&1 || { tail -50 "$result/log" >&2; exit 1; }

"$java" -version 2>&1 | sed -n '2s/^/JDK: /p'
echo "machine: $(nproc) CPUs, $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1), load $(cut -d' ' -f1-3 /proc/loadavg) at the end"
echo
awk -F, '
    function cell(key,    by) {
        if (!(key in ns)) return " | |"
        by = sprintf("%.1f ± %.1f (%.0f B)", ns[key], error[key], bytes[key])
        return by " | " (limit in ns ? sprintf("%.1f", ns[key] / ns[limit]) : "") " |"
    }
    function row(title, limitKey, own, kotlin, virtual) {
        limit = limitKey
        if (own in ns)
            printf "| %s | %.1f ± %.1f | %s %s %s\n", title, ns[limit], error[limit], cell(own), cell(kotlin), cell(virtual)
    }
    NR > 1 {
        gsub(/["\r]/, "")
        sub(/^dev\.reprise\.benchmarks\./, "", $1)
        name = $1
        norm = sub(/:.*gc\.alloc\.rate\.norm$/, "", name)
        if (!norm && name ~ /:/) next
        key = name (NF > 7 && $8 != "" ? "/" $8 : "")
        if (norm) bytes[key] = $5; else { ns[key] = $5; error[key] = $6 }
    }
    END {
        print "| ns an operation (bytes) | limit | Reprise | × | Kotlin | × | virtual threads | × |"
        print "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
        row("await that does not suspend, direct", "AwaitCost.plain", "AwaitCost.fused")
        row("the same through an object", "AwaitCost.plain", "AwaitCost.virtual")
        row("fibonacci(20), direct, a call", "RecursionCost.plainTree", "RecursionCost.fusedTree")
        row("the same through objects", "RecursionCost.plainTree", "RecursionCost.virtualTree")
        for (depth = 1; depth <= 1000; depth *= 10)
            row("a turn of the loop, " depth " deep", "LoopTurn.handWritten", "LoopTurn.coroutine/" depth,
                "KotlinTasks.loopTurn/" depth, "VirtualThreads.loopTurn/" depth)
        for (depth = 1; depth <= 100; depth *= 100)
            row("a turn of a minimal loop, " depth " deep", "SuspendResume.handWritten/" depth, "SuspendResume.coroutine/" depth)
        row("a task made, ended, awaited", "Spawn.handWritten", "Spawn.coroutine", "KotlinTasks.spawn", "VirtualThreads.spawn")
        row("ping-pong, a round trip", "PingPong.handWritten", "PingPong.coroutine", "KotlinTasks.pingPong",
            "VirtualThreads.pingPong")
    }' "$result/csv"
