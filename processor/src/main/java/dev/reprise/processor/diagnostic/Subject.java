package dev.reprise.processor.diagnostic;

/** What a message is about, and so where its mend lies. */
public enum Subject {
    /** The user's code: a source file alone can bring the message about. */
    CODE,
    /** How the code is compiled: the tool, its options, the file system. */
    BUILD
}
