package dev.reprise.io;

import dev.reprise.Awaitable;
import dev.reprise.EventLoop;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;

/** The other side of a connection: blocking sockets that worker threads use. */
final class Peer implements AutoCloseable {

    /** What a thread does with the other side. */
    interface Work<T> {
        T with(Peer peer) throws IOException;
    }

    private final Socket socket;

    private Peer(Socket socket) {
        this.socket = socket;
    }

    static Peer connectTo(SocketAddress address) throws IOException {
        Socket socket = new Socket();
        socket.connect(address);
        return new Peer(socket);
    }

    static Peer acceptedBy(ServerSocket server) throws IOException {
        return new Peer(server.accept());
    }

    /** A socket that listens on a free port of loopback, with little room for bytes on their way. */
    static ServerSocket listening() throws IOException {
        ServerSocket server = new ServerSocket();
        server.setReceiveBufferSize(16 * 1024);
        server.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        return server;
    }

    /** As {@link #listening()}, for those who speak TLS. */
    static ServerSocket listeningTls() throws IOException {
        ServerSocket server =
                TestCertificates.SERVER.context().getServerSocketFactory().createServerSocket();
        server.setReceiveBufferSize(16 * 1024);
        server.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        return server;
    }

    /** Does something with this peer on a worker thread. */
    <T> Awaitable<T> does(Work<T> work) throws Exception {
        return EventLoop.current().runInExecutor(() -> work.with(this));
    }

    void send(String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Reads to the end, byte by byte. */
    long countSlowly() throws IOException {
        InputStream in = socket.getInputStream();
        long count = 0;
        while (in.read() >= 0) {
            count++;
        }
        return count;
    }

    byte[] readAll() throws IOException {
        return socket.getInputStream().readAllBytes();
    }

    byte[] readAllAndClose() throws IOException {
        byte[] all = readAll();
        close();
        return all;
    }

    int read() throws IOException {
        return socket.getInputStream().read();
    }

    void endOutput() throws IOException {
        socket.shutdownOutput();
    }

    /** Closes with a reset. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
