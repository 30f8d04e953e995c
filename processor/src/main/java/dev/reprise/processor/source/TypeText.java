package dev.reprise.processor.source;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/** Types and methods as messages name them: {@code load(String)}, {@code Async<Map<String, Integer>>}. */
public final class TypeText {
    private static final Pattern PACKAGE = Pattern.compile("(?<![\\w$.])(?:[a-z_][\\w$]*\\.)+(?=[A-Z@])");
    private static final Pattern COMMA = Pattern.compile(",(?! )");

    private TypeText() {}

    public static String of(TypeMirror type) {
        return COMMA.matcher(PACKAGE.matcher(type.toString()).replaceAll("")).replaceAll(", ");
    }

    public static String of(ExecutableElement method) {
        return method.getParameters().stream()
                .map(parameter -> of(parameter.asType()))
                .collect(Collectors.joining(", ", method.getSimpleName() + "(", ")"));
    }
}
