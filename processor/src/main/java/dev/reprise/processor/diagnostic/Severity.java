package dev.reprise.processor.diagnostic;

/** Whether the build may succeed, and whether anything is said at all. */
public enum Severity {
    ERROR,
    WARNING,
    OFF
}
