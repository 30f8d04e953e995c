package dev.reprise.sync;

/** The wait for a permit, and then the permit. */
final class Acquiring extends Waiting<Permit> implements Permit {

    private final Permits permits;
    private boolean held;

    Acquiring(Permits permits) {
        this.permits = permits;
    }

    @Override
    void join() {
        permits.line.add(this);
    }

    @Override
    Permit value() {
        return this;
    }

    @Override
    void admitted() {
        hold();
    }

    /** Becomes the permit. */
    void hold() {
        held = true;
        permits.lastIn = this;
    }

    boolean isHeld() {
        return held;
    }

    /** Stops being the permit, which goes to somebody else. */
    void lend() {
        held = false;
        permits.giveBack();
    }

    @Override
    public void close() {
        permits.home.enter(permits.owner);
        if (held) {
            lend();
        }
    }

    @Override
    void giveBack() {
        lend();
    }

    @Override
    public String toString() {
        return held ? "a permit of " + permits.owner : "acquire() of " + permits.owner;
    }
}
