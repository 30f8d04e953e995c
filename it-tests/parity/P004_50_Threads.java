import static dev.reprise.Async.waitUntil;

import dev.reprise.EventLoop;
import dev.reprise.LoopOptions;
import dev.reprise.Task;
import dev.reprise.Until;
import dev.reprise.testing.VirtualClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Ten pages are fetched by blocking code on the threads of an executor; the host is a server of this program. */
class P004_50_Threads {

    private static final int PAGES = 10;

    public static void main(String[] args) throws Exception {
        ExecutorService executor = Executors.newCachedThreadPool();
        VirtualClock clock = new VirtualClock();
        try (ServerSocket server = new ServerSocket(0, PAGES, InetAddress.getLoopbackAddress());
                EventLoop loop = EventLoop.open(LoopOptions.defaults().clock(clock))) {
            executor.execute(() -> serve(server));
            List<Task<String>> tasks = new ArrayList<>();
            for (int i = 0; i < PAGES; i++) {
                tasks.add(loop.createTask(loop.runInExecutor(executor, () -> get(server.getLocalPort()))));
            }
            loop.runUntilComplete(waitUntil(Until.ALL, tasks));
            for (Task<String> task : tasks) {
                if (!task.result().equals("<html>hello</html>")) {
                    throw new AssertionError("got " + task.result());
                }
            }
        } finally {
            executor.shutdown();
        }
        System.out.println(clock.elapsed().toNanos() / 1e9);
    }

    private static String get(int port) throws IOException {
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
            client.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost:localhost\r\nConnection:close\r\n\r\n"
                            .getBytes(StandardCharsets.UTF_8));
            String answer = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.split("\r\n\r\n")[1];
        }
    }

    private static void serve(ServerSocket server) {
        try {
            for (int i = 0; i < PAGES; i++) {
                try (Socket client = server.accept()) {
                    BufferedReader asked = new BufferedReader(
                            new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
                    String status = asked.readLine().startsWith("GET ") ? "200 OK" : "400 Bad Request";
                    while (!asked.readLine().isEmpty()) {
                        // the headers do not matter
                    }
                    client.getOutputStream()
                            .write(("HTTP/1.1 " + status + "\r\nConnection: close\r\n\r\n<html>hello</html>")
                                    .getBytes(StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
