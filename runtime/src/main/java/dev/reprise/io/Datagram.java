package dev.reprise.io;

import java.net.InetSocketAddress;

/**
 * A packet that was received.
 *
 * @param data what is in it, maybe nothing; the receiver's to change
 * @param from who has sent it
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are handed over, not kept
public record Datagram(byte[] data, InetSocketAddress from) {

    @Override
    public String toString() {
        return "Datagram (" + data.length + " bytes from " + from + ")";
    }
}
