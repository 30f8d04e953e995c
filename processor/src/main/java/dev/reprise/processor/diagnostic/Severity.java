package dev.reprise.processor.diagnostic;

/** Whether the build may succeed. */
public enum Severity {
    ERROR,
    WARNING
}
