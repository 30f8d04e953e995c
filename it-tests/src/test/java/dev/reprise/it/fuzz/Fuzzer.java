package dev.reprise.it.fuzz;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Makes programs from seeds, compiles them by the batch, and keeps count of what was found. */
final class Fuzzer {

    /** Seeds whose programs are compiled at the same time, each dialect by itself. */
    private static final int BLOCK = 900;

    private final Javac javac = new Javac();

    /** Nanoseconds of the thread's CPU time that went into javac. */
    long compiling;

    /** Failing programs by the kind of their failure, the first of each kind first. */
    final Map<String, List<Found>> failures = new LinkedHashMap<>();

    int programs;
    int rejected;
    int runs;
    long suspensions;

    /** How many of the programs that were compared have it. */
    final Map<Feature, Integer> features = new EnumMap<>(Feature.class);

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
        for (long start = first; start < last; start += BLOCK) {
            LongStream.range(start, Math.min(last, start + BLOCK))
                    .boxed()
                    .collect(Collectors.groupingBy(Dialect::of, LinkedHashMap::new, Collectors.toList()))
                    .forEach(this::batch);
        }
    }

    private void batch(Dialect dialect, List<Long> seeds) {
        List<Program> made = seeds.stream()
                .map(seed -> ProgramGenerator.of(seed, dialect.release()))
                .toList();
        long before = cpuTime();
        Javac.Compiled compiled = compile(made.stream().map(Sources::of).toList(), dialect.options());
        compiling += cpuTime() - before;
        made.forEach(program -> judge(program, dialect, compiled));
    }

    private void judge(Program program, Dialect dialect, Javac.Compiled compiled) {
        Optional<String> error = error(program, compiled);
        if (error.isPresent()) {
            rejected++;
            rejections.putIfAbsent(error.get().replaceAll("[0-9]+", "#"), error.get());
            return;
        }
        Verdict verdict = Verdict.of(program, compiled.classes());
        Optional<Failure> failure = verdict.find();
        if (failure.isPresent() && failure.get().kind().equals(Verdict.JAVAC)) {
            rejected++;
            return;
        }
        programs++;
        failure.ifPresent(found -> failures.computeIfAbsent(found.kind(), kind -> new ArrayList<>())
                .add(new Found(program, found, dialect.options())));
        program.features().forEach(feature -> features.merge(feature, 1, Integer::sum));
        runs += verdict.runs;
        suspensions += verdict.suspensions;
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

    Javac.Compiled compile(List<Sources> programs, List<String> options) {
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

    void close() {
        javac.close();
    }
}
