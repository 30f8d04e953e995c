package dev.reprise.it;

import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LdcInsnNode;

/**
 * What weaving adds to one coroutine: a row of a table.
 *
 * @param body the coroutine
 * @param frameClass bytes of the class file of its frames
 * @param points how many suspension points it has
 */
record AddedSize(WovenBody body, int frameClass, int points) {

    static final String HEAD =
            "%-28s %6s %6s %6s %6s %6s %6s".formatted("coroutine", "plain", "body", "hot", "frame", "points", "each");

    static AddedSize of(WovenBody body, byte[] frameClass) {
        return new AddedSize(body, frameClass.length, points(WovenBody.read(frameClass)));
    }

    /** How much longer the body is than the method that was written. */
    int added() {
        return body.size().whole() - body.plainSize().whole();
    }

    String row() {
        OptionalInt hot = body.size().hotPath();
        return "%-28s %6d %6d %6s %6s %6s %6s"
                .formatted(
                        body.plain().name + (body.isPushBody() ? ", second body" : ""),
                        body.plainSize().whole(),
                        body.size().whole(),
                        hot.isPresent() ? hot.getAsInt() : "",
                        body.isPushBody() ? "" : frameClass,
                        points == 0 ? "" : points,
                        points == 0 ? "" : Math.round(added() / (double) points))
                .stripTrailing();
    }

    /** The table that the frame class carries names the line of each point in the last part of its first line. */
    private static int points(ClassNode frame) {
        String table = frame.methods.stream()
                .filter(method -> method.name.equals("points"))
                .flatMap(method -> Stream.of(method.instructions.toArray()))
                .map(instruction -> instruction instanceof LdcInsnNode constant ? constant.cst : null)
                .filter(Objects::nonNull)
                .map(String.class::cast)
                .findFirst()
                .orElseThrow();
        String lines = table.lines().findFirst().orElseThrow().split("\\|", -1)[4];
        return lines.isEmpty() ? 0 : lines.split(",").length;
    }
}
