package dev.reprise.benchmarks.cores;

import java.util.function.BooleanSupplier;

/** A client: it sends a request, waits for the answer, and sends the next, which goes on from that answer. */
final class Session {

    /** Every so many requests an answer is checked. */
    private static final int CHECKED = 1_000;

    private final Work work;
    private final BooleanSupplier goesOn;
    private final BooleanSupplier counts;
    private final Latencies latencies = new Latencies();

    private long request;
    private long requests;
    private long sent;

    /**
     * @param first what the first request asks for
     * @param goesOn asked before each request
     * @param counts asked after each answer: whether the time that it took counts
     */
    Session(Work work, long first, BooleanSupplier goesOn, BooleanSupplier counts) {
        this.work = work;
        this.request = first;
        this.goesOn = goesOn;
        this.counts = counts;
    }

    boolean goesOn() {
        return goesOn.getAsBoolean();
    }

    /** What the next request asks for; its time runs from here. */
    long request() {
        sent = System.nanoTime();
        return request;
    }

    void answered(long answer) {
        if (counts.getAsBoolean()) {
            latencies.add(System.nanoTime() - sent);
        }
        if (requests++ % CHECKED == 0 && answer != work.compute(work.compute(request))) {
            throw new AssertionError("the answer to " + request + " was " + answer);
        }
        request = answer;
    }

    /** After its end. */
    Latencies latencies() {
        return latencies;
    }
}
