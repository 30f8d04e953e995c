package dev.reprise;

/** Real time. */
enum SystemClock implements LoopClock {
    INSTANCE;

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public long realWait(long nanos, boolean workers, boolean channels) {
        return Math.max(nanos, 0);
    }

    @Override
    public void nothingBefore(long deadline) {
        // real time goes on by itself
    }
}
