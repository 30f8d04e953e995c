package dev.reprise.benchmarks.echo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** The limit: a selector and nothing else. */
final class RawEcho {

    private static final int BACKLOG = 1_024;
    private static final int BUFFER = 4_096;

    private RawEcho() {}

    static void serve() throws IOException {
        Selector selector = Selector.open();
        ServerSocketChannel server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        server.configureBlocking(false);
        server.register(selector, SelectionKey.OP_ACCEPT);
        EchoServer.listening(server.socket().getLocalPort());
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
        while (true) {
            selector.select(key -> {
                try {
                    if (key.isAcceptable()) {
                        accept(server, selector);
                    } else {
                        echo(key, (SocketChannel) key.channel(), buffer);
                    }
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }

    private static void accept(ServerSocketChannel server, Selector selector) throws IOException {
        SocketChannel client;
        while ((client = server.accept()) != null) {
            client.configureBlocking(false);
            client.setOption(StandardSocketOptions.TCP_NODELAY, true);
            client.register(selector, SelectionKey.OP_READ);
        }
    }

    /** Sends back what has come; the rest of what the socket does not take waits in the key. */
    private static void echo(SelectionKey key, SocketChannel client, ByteBuffer buffer) throws IOException {
        ByteBuffer rest = (ByteBuffer) key.attachment();
        if (rest == null) {
            buffer.clear();
            if (client.read(buffer) < 0) {
                client.close();
                return;
            }
            buffer.flip();
            client.write(buffer);
            if (buffer.hasRemaining()) {
                key.attach(ByteBuffer.allocate(BUFFER).put(buffer).flip());
                key.interestOps(SelectionKey.OP_WRITE);
            }
        } else {
            client.write(rest);
            if (!rest.hasRemaining()) {
                key.attach(null);
                key.interestOps(SelectionKey.OP_READ);
            }
        }
    }
}
