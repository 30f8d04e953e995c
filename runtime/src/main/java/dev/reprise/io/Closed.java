package dev.reprise.io;

import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedChannelException;

/** What fails because a stream is closed. The JDK's exceptions for this have no text. */
final class Closed {

    private Closed() {}

    /**
     * The failure of what begins after the close.
     *
     * @param operation a call or a noun with its article
     */
    static ClosedChannelException before(String operation, Object where) {
        return new StreamClosedException(operation + " on " + where + ", which is closed: open another one");
    }

    /** The failure of what is under way when the stream is closed. */
    static AsynchronousCloseException during(String operation, Object where) {
        return new StreamClosedMeanwhileException(where + " was closed by this side during " + operation);
    }

    private static final class StreamClosedException extends ClosedChannelException {

        private static final long serialVersionUID = 1L;

        private final String message;

        StreamClosedException(String message) {
            this.message = message;
        }

        @Override
        public String getMessage() {
            return message;
        }
    }

    private static final class StreamClosedMeanwhileException extends AsynchronousCloseException {

        private static final long serialVersionUID = 1L;

        private final String message;

        StreamClosedMeanwhileException(String message) {
            this.message = message;
        }

        @Override
        public String getMessage() {
            return message;
        }
    }
}
