package dev.reprise.io;

import java.io.IOException;
import java.net.SocketOption;
import java.nio.channels.NetworkChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Socket options and their values, in the order in which they are set. */
record SocketSettings(List<Setting<?>> all) {

    static final SocketSettings NONE = new SocketSettings(List.of());

    /** One option. */
    record Setting<T extends @Nullable Object>(SocketOption<T> name, T value) {

        void apply(NetworkChannel socket) throws IOException {
            try {
                socket.setOption(name, value);
            } catch (IllegalArgumentException | UnsupportedOperationException e) {
                throw new IllegalArgumentException(
                        "the socket option " + name.name() + " cannot be set to " + value + " here: " + e.getMessage(),
                        e);
            }
        }
    }

    <T extends @Nullable Object> SocketSettings with(SocketOption<T> name, T value) {
        List<Setting<?>> more = new ArrayList<>(all);
        Objects.requireNonNull(name, "name");
        more.add(new Setting<>(name, value));
        return new SocketSettings(List.copyOf(more));
    }

    void apply(NetworkChannel socket) throws IOException {
        for (Setting<?> each : all) {
            each.apply(socket);
        }
    }
}
