package dev.reprise.it.foreign;

/** Why a method was left as it is. */
enum Left {
    NO_CODE("abstract or native"),
    CONSTRUCTOR("constructor"),
    INITIALISER("static initialiser"),
    SYNCHRONIZED("synchronized method"),
    NO_POINT("no call and no backward branch, so nothing to suspend at"),
    MONITOR("every point is inside of a synchronized block"),
    NO_ROOM("past 64 KB when the points have been written into it, before the compiler sees it"),
    REFUSED("refused by the compiler"),
    EXCLUDED("listed in the description of the library");

    private final String reason;

    Left(String reason) {
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
