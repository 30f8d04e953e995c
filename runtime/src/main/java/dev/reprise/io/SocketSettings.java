package dev.reprise.io;

import java.io.IOException;
import java.net.SocketOption;
import java.nio.channels.NetworkChannel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Socket options and their values, in the order in which they are set. */
record SocketSettings(List<Setting<?>> all) {

    static final SocketSettings NONE = new SocketSettings(List.of());

    /** One option. */
    record Setting<T extends @Nullable Object>(SocketOption<T> name, T value) {

        void apply(NetworkChannel socket) throws IOException {
            socket.setOption(name, value);
        }
    }

    <T extends @Nullable Object> SocketSettings with(SocketOption<T> name, T value) {
        List<Setting<?>> more = new ArrayList<>(all);
        more.add(new Setting<>(name, value));
        return new SocketSettings(List.copyOf(more));
    }

    void apply(NetworkChannel socket) throws IOException {
        for (Setting<?> each : all) {
            each.apply(socket);
        }
    }
}
