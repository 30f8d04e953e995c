package dev.reprise.processor.diagnostic;

/** The place a diagnostic points to: in a source that javac is compiling, at a declaration, or in a class file. */
public sealed interface Position permits ClassFilePosition, ElementPosition, SourcePosition {}
