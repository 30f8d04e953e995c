package dev.reprise.benchmarks.cores;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/** The process that {@link CoresLoad} starts for a way: its sessions run for some seconds to warm up, and for some that count. */
final class Measurement {

    private static final Duration WARM_UP = Duration.ofSeconds(3);

    private final List<Session> sessions;
    private volatile boolean counting;
    private volatile boolean over;

    private Measurement(int count, Work work) {
        sessions = LongStream.range(0, count)
                .mapToObj(number -> new Session(work, number, () -> !over, () -> counting))
                .toList();
    }

    /**
     * Prints the figures.
     *
     * @param args way, sessions, steps of each computation, seconds
     */
    public static void main(String[] args) throws InterruptedException, ExecutionException {
        Work work = new Work(Integer.parseInt(args[2]));
        try (Cores cores = Way.of(args[0]).open(work)) {
            System.out.println(new Measurement(Integer.parseInt(args[1]), work)
                    .take(cores, Duration.ofSeconds(Long.parseLong(args[3]))));
        }
    }

    private Figures take(Cores cores, Duration time) throws InterruptedException, ExecutionException {
        List<? extends Future<?>> running = sessions.stream().map(cores::start).toList();
        Thread.sleep(WARM_UP.toMillis());
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long began = System.nanoTime();
        long cpu = system.getProcessCpuTime();
        counting = true;
        Thread.sleep(time.toMillis());
        counting = false;
        cpu = system.getProcessCpuTime() - cpu;
        long wall = System.nanoTime() - began;
        over = true;
        for (Future<?> session : running) {
            session.get();
        }
        List<Latencies> all = sessions.stream().map(Session::latencies).toList();
        double count = Latencies.count(all);
        return new Figures(
                count / (wall / 1e9),
                cpu / 1e3 / count,
                Latencies.percentile(all, 0.5) / 1e3,
                Latencies.percentile(all, 0.99) / 1e3);
    }
}
