package dev.reprise.processor.diagnostic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How severe each message is in one compilation. Options of the processor change that for warnings about code: {@code
 * -Areprise.neverAwaited=error} for {@link DiagnosticKind#NeverAwaited}, and so on.
 */
public final class Severities {
    private static final String PREFIX = "reprise.";

    private final Map<DiagnosticKind, Severity> set = new EnumMap<>(DiagnosticKind.class);
    private final List<Diagnostic> mistakes = new ArrayList<>();

    private Severities() {}

    /** The severities that the kinds have by themselves. */
    public static Severities usual() {
        return new Severities();
    }

    /**
     * What the options of a compilation say.
     *
     * @param options ours and those of others, without their {@code -A}
     */
    public static Severities of(Map<String, String> options) {
        Severities severities = new Severities();
        adjustable()
                .filter(kind -> options.containsKey(option(kind)))
                .forEach(kind -> severities.set(kind, options.get(option(kind))));
        return severities;
    }

    /** The names of the options. */
    public static Set<String> options() {
        return adjustable().map(Severities::option).collect(Collectors.toUnmodifiableSet());
    }

    /** What is said of options whose value has no meaning; they change nothing. */
    public List<Diagnostic> mistakes() {
        return mistakes;
    }

    Severity of(DiagnosticKind kind) {
        return Objects.requireNonNull(set.getOrDefault(kind, kind.severity()));
    }

    private void set(DiagnosticKind kind, @Nullable String value) {
        Optional<Severity> severity = Arrays.stream(Severity.values())
                .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(value))
                .findAny();
        severity.ifPresentOrElse(
                it -> set.put(kind, it),
                () -> mistakes.add(Diagnostic.of(
                        DiagnosticKind.UnknownSetting,
                        ClassFilePosition.ofClass(option(kind)),
                        value == null ? option(kind) : option(kind) + "=" + value)));
    }

    private static Stream<DiagnosticKind> adjustable() {
        return Arrays.stream(DiagnosticKind.values())
                .filter(kind -> kind.severity() == Severity.WARNING && kind.subject() == Subject.CODE);
    }

    private static String option(DiagnosticKind kind) {
        String tag = kind.tag();
        return PREFIX + tag.substring(0, 1).toLowerCase(Locale.ROOT) + tag.substring(1);
    }
}
