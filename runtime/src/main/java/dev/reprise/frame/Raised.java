package dev.reprise.frame;

/** What a generator receives at a yield that is to raise a failure instead of taking a value. */
record Raised(Throwable failure) {}
