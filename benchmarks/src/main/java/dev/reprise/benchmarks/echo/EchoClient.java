package dev.reprise.benchmarks.echo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Keeps one message under way on each of its connections, with a selector and nothing else. One thread. */
final class EchoClient implements AutoCloseable {

    private static final int MESSAGE = 64;
    private static final long MICROS_COUNTED = 10_000_000;

    private final Selector selector = Selector.open();
    private final List<SocketChannel> channels = new ArrayList<>();
    private final ByteBuffer out = ByteBuffer.allocateDirect(MESSAGE);
    private final ByteBuffer in = ByteBuffer.allocateDirect(MESSAGE);
    private final int[] micros = new int[(int) MICROS_COUNTED];

    /**
     * What was measured.
     *
     * @param messages that came back
     * @param medianMicros of the time from sending to the whole answer
     * @param p99Micros which one message in a hundred took longer than
     */
    record Result(long messages, long medianMicros, long p99Micros) {}

    /** A message under way: when it was sent, and how much of it has come back. */
    private static final class UnderWay {
        private long sent;
        private int come;
    }

    EchoClient(int port, int connections) throws IOException {
        for (int i = 0; i < connections; i++) {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, new UnderWay());
            channels.add(channel);
        }
    }

    /** Sends on all connections for that long, then waits for the answers that are left. */
    Result run(Duration time) throws IOException {
        Arrays.fill(micros, 0);
        long end = System.nanoTime() + time.toNanos();
        for (SelectionKey key : selector.keys()) {
            send(key);
        }
        long messages = 0;
        int underWay = channels.size();
        while (underWay > 0) {
            selector.select();
            for (SelectionKey key : selector.selectedKeys()) {
                if (!receive(key)) {
                    continue;
                }
                messages++;
                if (System.nanoTime() < end) {
                    send(key);
                } else {
                    underWay--;
                }
            }
            selector.selectedKeys().clear();
        }
        return new Result(messages, percentile(messages, 0.5), percentile(messages, 0.99));
    }

    private void send(SelectionKey key) throws IOException {
        UnderWay message = (UnderWay) key.attachment();
        message.sent = System.nanoTime();
        message.come = 0;
        out.clear();
        if (((SocketChannel) key.channel()).write(out) != MESSAGE) {
            throw new IOException("a socket took less than " + MESSAGE + " bytes");
        }
    }

    /** Whether the whole message is back. */
    private boolean receive(SelectionKey key) throws IOException {
        UnderWay message = (UnderWay) key.attachment();
        in.clear();
        int come = ((SocketChannel) key.channel()).read(in);
        if (come < 0) {
            throw new IOException("the server has hung up");
        }
        message.come += come;
        if (message.come < MESSAGE) {
            return false;
        }
        micros[(int) Math.min(MICROS_COUNTED - 1, (System.nanoTime() - message.sent) / 1_000)]++;
        return true;
    }

    private long percentile(long messages, double part) {
        long wanted = (long) (messages * part);
        long seen = 0;
        for (int i = 0; i < micros.length; i++) {
            seen += micros[i];
            if (seen > wanted) {
                return i;
            }
        }
        return MICROS_COUNTED;
    }

    @Override
    public void close() throws IOException {
        for (SocketChannel channel : channels) {
            channel.close();
        }
        selector.close();
    }
}
