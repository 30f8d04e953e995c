package dev.reprise.benchmarks.echo;

import java.io.IOException;

/** One of the servers, in a process of its own: prints its port, and serves until its standard input ends. */
public final class EchoServer {

    private EchoServer() {}

    /** @param args the kind: {@code raw}, {@code reprise}, {@code netty} or {@code threads} */
    public static void main(String[] args) throws Exception {
        Thread end = new Thread(EchoServer::endWithInput, "end");
        end.setDaemon(true);
        end.start();
        switch (args[0]) {
            case "raw" -> RawEcho.serve();
            case "reprise" -> RepriseEcho.serve();
            case "netty" -> NettyEcho.serve();
            case "threads" -> ThreadsEcho.serve();
            default -> throw new IllegalArgumentException("no such server: " + args[0]);
        }
    }

    static void listening(int port) {
        System.out.println(port);
    }

    private static void endWithInput() {
        try {
            while (System.in.read() >= 0) {
                // only its end counts
            }
        } catch (IOException e) {
            e.printStackTrace();
        }
        Runtime.getRuntime().halt(0);
    }
}
