package dev.reprise.it.fuzz;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Makes programs from seeds, compiles them by the batch, and keeps count of what was found. */
final class Fuzzer {

    private static final int BATCH = 50;

    private final Javac javac = new Javac();

    /** Nanoseconds of the thread's CPU time that went into javac. */
    long compiling;

    /** Failing programs by the kind of their failure, the first of each kind first. */
    final Map<String, List<Found>> failures = new LinkedHashMap<>();

    int programs;
    int rejected;
    int runs;
    long suspensions;
    final Map<String, String> rejections = new TreeMap<>();

    /** A failing program. */
    record Found(Program program, Failure failure, List<String> options) {}

    /** The two forms of a program as they are at this moment. */
    record Sources(Program program, String plain, String woven) {
        static Sources of(Program program) {
            return new Sources(program, program.source(false), program.source(true));
        }
    }

    /** Runs the programs of the seeds from {@code first} to {@code last - 1}. */
    void run(long first, long last) {
        for (long start = first; start < last; start += BATCH) {
            batch(start, Math.min(last, start + BATCH));
        }
    }

    private void batch(long first, long last) {
        List<Program> made =
                LongStream.range(first, last).mapToObj(ProgramGenerator::of).toList();
        List<String> options = options(first / BATCH);
        long before = cpuTime();
        Javac.Compiled compiled = compile(made.stream().map(Sources::of).toList(), options);
        compiling += cpuTime() - before;
        for (Program program : made) {
            Optional<String> error = error(program, compiled);
            if (error.isPresent()) {
                rejected++;
                rejections.putIfAbsent(error.get().replaceAll("[0-9]+", "#"), error.get());
                continue;
            }
            Verdict verdict = Verdict.of(program, compiled.classes());
            Optional<Failure> failure = verdict.find();
            if (failure.isPresent() && failure.get().kind().equals(Verdict.JAVAC)) {
                rejected++;
                continue;
            }
            programs++;
            failure.ifPresent(found -> failures.computeIfAbsent(found.kind(), kind -> new ArrayList<>())
                    .add(new Found(program, found, options)));
            runs += verdict.runs;
            suspensions += verdict.suspensions;
        }
    }

    /** What is wrong with each of some programs; nothing if javac rejects it. */
    List<Optional<Failure>> check(List<Sources> candidates, List<String> options) {
        Javac.Compiled compiled = compile(candidates, options);
        return candidates.stream()
                .map(candidate -> error(candidate.program, compiled).isPresent()
                        ? Optional.<Failure>empty()
                        : Verdict.of(candidate.program, compiled.classes()).find())
                .toList();
    }

    private Javac.Compiled compile(List<Sources> programs, List<String> options) {
        Map<String, String> sources = new TreeMap<>();
        programs.forEach(program -> {
            sources.put(program.program.plainName(), program.plain);
            sources.put(program.program.wovenName(), program.woven);
        });
        return javac.compile(sources, options);
    }

    private static Optional<String> error(Program program, Javac.Compiled compiled) {
        return Stream.of(program.plainName(), program.wovenName())
                .map(compiled.errors()::get)
                .filter(Objects::nonNull)
                .findFirst();
    }

    static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Options of javac that change the bytecode. */
    private static List<String> options(long batch) {
        return switch ((int) Math.floorMod(batch, 4L)) {
            case 0 -> List.of("-g");
            case 1 -> List.of("-g:none");
            case 2 -> List.of("-g:source,lines");
            default -> List.of("-g", "-XDstringConcat=inline");
        };
    }

    void close() {
        javac.close();
    }
}
