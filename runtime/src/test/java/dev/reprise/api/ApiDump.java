package dev.reprise.api;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The public and protected API of compiled classes as text, one line per member, in an order that does not change. */
final class ApiDump {

    private ApiDump() {}

    /**
     * The API of the classes of some packages.
     *
     * @param classes folder of class files
     */
    static String of(Path classes, List<String> packages) throws IOException, ClassNotFoundException {
        List<String> blocks = new ArrayList<>();
        for (String name : packages) {
            try (Stream<Path> files = Files.list(classes.resolve(name.replace('.', '/')))) {
                List<String> simpleNames = files.map(file -> file.getFileName().toString())
                        .filter(file -> file.endsWith(".class") && !file.equals("package-info.class"))
                        .map(file -> file.substring(0, file.length() - ".class".length()))
                        .sorted()
                        .toList();
                for (String simpleName : simpleNames) {
                    Class<?> type = Class.forName(name + "." + simpleName, false, ApiDump.class.getClassLoader());
                    if (isVisible(type)) {
                        blocks.add(block(type));
                    }
                }
            }
        }
        return String.join("\n", blocks);
    }

    private static boolean isVisible(Class<?> type) {
        for (Class<?> each = type; each != null; each = each.getEnclosingClass()) {
            if (!isApi(each.getModifiers()) || each.isAnonymousClass() || each.isLocalClass()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isApi(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static String block(Class<?> type) {
        Stream<String> fields = Arrays.stream(type.getDeclaredFields())
                .filter(field -> isApi(field.getModifiers()) && !field.isSynthetic())
                .map(ApiDump::line);
        Stream<String> constructors = Arrays.stream(type.getDeclaredConstructors())
                .filter(made -> isApi(made.getModifiers()) && !made.isSynthetic() && !type.isEnum())
                .map(ApiDump::line);
        Stream<String> methods = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> isApi(method.getModifiers()) && !method.isSynthetic())
                .map(ApiDump::line);
        String members = Stream.of(fields.sorted(), constructors.sorted(), methods.sorted())
                .flatMap(lines -> lines)
                .map(line -> "    " + line + "\n")
                .collect(Collectors.joining());
        return header(type) + " {\n" + members + "}\n";
    }

    private static String header(Class<?> type) {
        int shown = type.isInterface() || type.isAnnotation()
                ? type.getModifiers() & ~(Modifier.ABSTRACT | Modifier.INTERFACE)
                : type.getModifiers();
        String kind = type.isAnnotation()
                ? "@interface"
                : type.isInterface() ? "interface" : type.isRecord() ? "record" : type.isEnum() ? "enum" : "class";
        StringBuilder text = new StringBuilder(modifiers(shown))
                .append(type.isSealed() ? "sealed " : "")
                .append(kind)
                .append(' ')
                .append(type.getName())
                .append(variables(type.getTypeParameters()));
        Type parent = type.getGenericSuperclass();
        if (parent != null && parent != Object.class && !type.isRecord() && !type.isEnum()) {
            text.append(" extends ").append(parent.getTypeName());
        }
        if (type.getGenericInterfaces().length > 0) {
            text.append(type.isInterface() ? " extends " : " implements ").append(names(type.getGenericInterfaces()));
        }
        return text.toString();
    }

    private static String line(Field field) {
        return modifiers(field.getModifiers()) + field.getGenericType().getTypeName() + " " + field.getName();
    }

    private static String line(Constructor<?> constructor) {
        return modifiers(constructor.getModifiers())
                + constructor.getDeclaringClass().getSimpleName()
                + parameters(constructor);
    }

    private static String line(Method method) {
        int shown = method.getModifiers() & ~(Modifier.TRANSIENT | Modifier.VOLATILE | Modifier.SYNCHRONIZED);
        if (method.getDeclaringClass().isInterface()) {
            shown &= ~Modifier.ABSTRACT;
        }
        String variables = variables(method.getTypeParameters());
        return modifiers(shown)
                + (method.isDefault() ? "default " : "")
                + (variables.isEmpty() ? "" : variables + " ")
                + method.getGenericReturnType().getTypeName()
                + " " + method.getName() + parameters(method);
    }

    private static String parameters(Executable executable) {
        String thrown = executable.getExceptionTypes().length == 0
                ? ""
                : " throws " + names(executable.getGenericExceptionTypes());
        return Arrays.stream(executable.getParameters()).map(ApiDump::type).collect(Collectors.joining(", ", "(", ")"))
                + thrown;
    }

    private static String type(Parameter parameter) {
        String name = parameter.getParameterizedType().getTypeName();
        return parameter.isVarArgs() ? name.substring(0, name.length() - 2) + "..." : name;
    }

    private static String modifiers(int modifiers) {
        return modifiers == 0 ? "" : Modifier.toString(modifiers) + " ";
    }

    private static String variables(TypeVariable<?>[] variables) {
        return variables.length == 0
                ? ""
                : Arrays.stream(variables)
                        .map(variable -> Arrays.equals(variable.getBounds(), new Type[] {Object.class})
                                ? variable.getName()
                                : variable.getName() + " extends " + names(variable.getBounds()))
                        .collect(Collectors.joining(", ", "<", ">"));
    }

    private static String names(Type[] types) {
        return Arrays.stream(types).map(Type::getTypeName).collect(Collectors.joining(", "));
    }
}
