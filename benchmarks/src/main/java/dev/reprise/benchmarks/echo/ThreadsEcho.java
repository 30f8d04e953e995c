package dev.reprise.benchmarks.echo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** A virtual thread for each connection, with blocking streams. Needs JDK 21. */
final class ThreadsEcho {

    private static final int BACKLOG = 1_024;
    private static final int MOST = 4_096;

    private ThreadsEcho() {}

    static void serve() throws IOException, ReflectiveOperationException {
        Executor threads = (Executor)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        try (ServerSocket server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress())) {
            EchoServer.listening(server.getLocalPort());
            while (true) {
                Socket client = server.accept();
                threads.execute(() -> echo(client));
            }
        }
    }

    private static void echo(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            InputStream in = client.getInputStream();
            OutputStream out = client.getOutputStream();
            byte[] buffer = new byte[MOST];
            int come;
            while ((come = in.read(buffer)) > 0) {
                out.write(buffer, 0, come);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
