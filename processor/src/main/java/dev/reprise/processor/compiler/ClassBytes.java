package dev.reprise.processor.compiler;

/**
 * A class file in memory. The array is handed over, not copied: whoever made the record does not write to it afterwards.
 *
 * @param name the internal name of the class, {@code a/b/Outer$Inner}
 * @param bytes the content of the class file
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; a copy per class would cost more than it protects
public record ClassBytes(String name, byte[] bytes) {}
