package dev.reprise.io;

import java.nio.charset.Charset;
import java.util.Objects;

/**
 * What a process has printed, and how it ended.
 *
 * @param exitCode what it returned; of one that a signal ended, 128 and the number of the signal
 * @param output all it wrote to its standard output; the caller's to change
 * @param error all it wrote to its standard error; the caller's to change
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are handed over, not kept
public record ProcessResult(int exitCode, byte[] output, byte[] error) {

    public ProcessResult {
        Objects.requireNonNull(output);
        Objects.requireNonNull(error);
    }

    /** Standard output as a text in the encoding of the system. */
    public String text() {
        return new String(output, Charset.defaultCharset());
    }

    /** Standard error as a text in the encoding of the system. */
    public String errorText() {
        return new String(error, Charset.defaultCharset());
    }

    @Override
    public String toString() {
        return "ProcessResult (exit code " + exitCode + ", " + output.length + " bytes of output, " + error.length
                + " of errors)";
    }
}
