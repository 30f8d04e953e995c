package dev.reprise.examples;

import static dev.reprise.Async.await;
import static dev.reprise.Async.done;
import static dev.reprise.Async.of;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;
import dev.reprise.TaskGroup;
import dev.reprise.io.Connection;
import dev.reprise.io.Net;
import dev.reprise.io.Server;
import dev.reprise.sync.Queue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A chat room: the first line of a visitor is a name, every other one is for all that are there. Two coroutines for each
 * visitor, one that listens and one that talks, and no lock around the set of visitors.
 */
public final class ChatServer {

    private static final int MESSAGES_WAITING = 100;

    private final Set<Visitor> visitors = new LinkedHashSet<>();

    /** @param messages what is still to be sent */
    private record Visitor(String name, Connection connection, Queue<String> messages) {}

    /** Serves one visitor until it hangs up. */
    @Coroutine
    Async<Void> serve(Connection connection) throws IOException {
        String name = await(connection.readLine());
        if (name == null) {
            return done();
        }
        Visitor visitor = new Visitor(name, connection, Queue.bounded(MESSAGES_WAITING));
        visitors.add(visitor);
        tellAll(name + " is here");
        try (TaskGroup group = TaskGroup.open()) {
            group.fork(talk(visitor));
            for (String line : await(connection.lines())) {
                tellAll(name + ": " + line);
            }
            group.cancel();
        } finally {
            visitors.remove(visitor);
            tellAll(name + " has left");
        }
        return done();
    }

    /** Nobody waits for a visitor who does not read: who has too much waiting is put out. */
    private void tellAll(String message) {
        for (Visitor visitor : visitors) {
            if (!visitor.messages().offer(message)) {
                visitor.connection().abort();
            }
        }
    }

    @Coroutine
    private Async<Void> talk(Visitor visitor) throws IOException {
        for (String message : await(visitor.messages())) {
            visitor.connection().write(message + "\n");
            await(visitor.connection().drain());
        }
        return done();
    }

    public static void main(String[] args) throws IOException {
        EventLoop.run(program());
    }

    @Coroutine
    static Async<Void> program() throws IOException {
        ChatServer room = new ChatServer();
        InetSocketAddress anyFreePort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (Server server = Net.listen(anyFreePort, room::serve);
                Connection tortoise = await(enter(server.address(), "tortoise"));
                Connection hare = await(enter(server.address(), "hare"))) {
            print("tortoise", await(tortoise.readLine()));
            say(hare, "I am faster");
            print("tortoise", await(tortoise.readLine()));
            print("hare", await(hare.readLine()));
            say(tortoise, "we shall see");
            print("tortoise", await(tortoise.readLine()));
            print("hare", await(hare.readLine()));
            hare.closeOutput();
            print("tortoise", await(tortoise.readLine()));
        }
        return done();
    }

    /** Waits until the others have been told. */
    @Coroutine
    private static Async<Connection> enter(SocketAddress server, String name) throws IOException {
        Connection connection = await(Net.connect(server));
        say(connection, name);
        print(name, await(connection.readLine()));
        return of(connection);
    }

    private static void say(Connection connection, String line) {
        connection.write(line + "\n");
    }

    private static void print(String reader, String line) {
        System.out.println(reader + " reads: " + line);
    }
}
