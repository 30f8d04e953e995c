package dev.reprise.it.foreign;

import dev.reprise.processor.compiler.ClassBytes;
import dev.reprise.processor.compiler.CoroutineCompiler;
import dev.reprise.processor.compiler.Outcome;
import dev.reprise.processor.diagnostic.ClassFilePosition;
import dev.reprise.processor.diagnostic.Diagnostic;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectStreamClass;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Weaves a jar: every class file in it, everything else as it is. */
final class Weaving implements AutoCloseable {

    final Census census = new Census();

    /** Binary names of the classes in the plain jar. */
    final List<String> plainNames = new ArrayList<>();

    /** Binary names of the classes in the woven jar, frame classes too. */
    final List<String> wovenNames = new ArrayList<>();

    private final Map<String, String> excluded;
    private final URLClassLoader plain;

    /**
     * @param excluded methods to be left alone, as {@code a.b.C.m}, and why
     * @param classPath what the jar needs
     */
    Weaving(Map<String, String> excluded, List<Path> classPath) throws IOException {
        this.excluded = excluded;
        List<URL> urls = new ArrayList<>();
        for (Path jar : classPath) {
            urls.add(jar.toUri().toURL());
        }
        plain = new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    void weave(Path jar, Path woven) throws IOException {
        try (JarFile input = new JarFile(jar.toFile());
                JarOutputStream output = new JarOutputStream(Files.newOutputStream(woven))) {
            for (JarEntry entry : (Iterable<JarEntry>) input.stream()::iterator) {
                byte[] bytes = input.getInputStream(entry).readAllBytes();
                String name = entry.getName();
                if (name.matches("META-INF/.*\\.(SF|RSA|DSA|EC)")) {
                    continue;
                }
                if (name.startsWith("META-INF/") || name.endsWith("module-info.class") || !name.endsWith(".class")) {
                    put(output, name, bytes);
                    continue;
                }
                for (ClassBytes made : weave(bytes)) {
                    put(output, made.name() + ".class", made.bytes());
                    wovenNames.add(made.name().replace('/', '.'));
                }
            }
        }
    }

    private static void put(JarOutputStream output, String name, byte[] bytes) throws IOException {
        output.putNextEntry(new JarEntry(name));
        output.write(bytes);
        output.closeEntry();
    }

    private List<ClassBytes> weave(byte[] original) {
        String name = new ClassReader(original).getClassName();
        plainNames.add(name.replace('/', '.'));
        census.classes++;
        census.plainBytes += original.length;
        Map<String, Left> left = new HashMap<>();
        while (true) {
            ClassNode owner = read(original);
            Resumables resumables = new Resumables(owner, exclusions(owner, left));
            resumables.rewrite(serialVersion(name));
            if (resumables.moved.isEmpty()) {
                return done(owner, resumables, List.of(new ClassBytes(name, original)));
            }
            ClassWriter writer = new ClassWriter(0);
            try {
                owner.accept(writer);
            } catch (MethodTooLargeException e) {
                leave(name, resumables, e.getMethodName(), Left.NO_ROOM, Left.NO_ROOM.reason(), left);
                continue;
            }
            ClassBytes input = new ClassBytes(name, writer.toByteArray());
            Outcome outcome = CoroutineCompiler.compile(input, this::supertypes);
            if (outcome instanceof Outcome.Woven woven) {
                requireSame(woven, CoroutineCompiler.compile(input, this::supertypes));
                return done(owner, resumables, woven.classes());
            }
            if (!(outcome instanceof Outcome.Refused refused)) {
                throw new AssertionError(name + " holds coroutines and is unchanged");
            }
            for (Diagnostic problem : refused.problems()) {
                String method = ((ClassFilePosition) problem.position()).method();
                leave(name, resumables, method, Left.REFUSED, problem.message(), left);
            }
        }
    }

    private ClassNode read(byte[] original) {
        ClassNode owner = new ClassNode();
        new ClassReader(original).accept(owner, 0);
        return owner;
    }

    private Map<String, Left> exclusions(ClassNode owner, Map<String, Left> left) {
        Map<String, Left> all = new HashMap<>(left);
        for (MethodNode method : owner.methods) {
            if (excluded.containsKey(owner.name.replace('/', '.') + "." + method.name)) {
                all.put(Resumables.id(method), Left.EXCLUDED);
            }
        }
        return all;
    }

    private void leave(
            String className,
            Resumables resumables,
            String coroutine,
            Left reason,
            String text,
            Map<String, Left> left) {
        List<String> ids = coroutine.isEmpty()
                ? List.copyOf(resumables.moved.values())
                : List.of(Objects.requireNonNull(resumables.moved.get(coroutine), coroutine));
        for (String id : ids) {
            left.put(id, reason);
            census.refused.put(className.replace('/', '.') + "." + id, text);
        }
    }

    private List<ClassBytes> done(ClassNode owner, Resumables resumables, List<ClassBytes> classes) {
        int woven = resumables.moved.size();
        census.methods += woven + resumables.left.size();
        census.wovenMethods += woven;
        census.wovenClasses += woven == 0 ? 0 : 1;
        census.frames += classes.size() - 1;
        census.points += resumables.points;
        census.awaits += resumables.awaits;
        resumables.hazards.forEach((hazard, count) -> census.hazards.merge(hazard, count, Integer::sum));
        resumables.left.values().forEach(census::leave);
        classes.forEach(made -> census.wovenBytes += made.bytes().length);
        return classes;
    }

    private static void requireSame(Outcome.Woven woven, Outcome again) {
        List<ClassBytes> one = woven.classes();
        List<ClassBytes> other = ((Outcome.Woven) again).classes();
        for (int i = 0; i < one.size(); i++) {
            if (!Arrays.equals(one.get(i).bytes(), other.get(i).bytes())) {
                throw new AssertionError(one.get(i).name() + " is not the same when it is compiled again");
            }
        }
    }

    private Optional<Long> serialVersion(String internalName) {
        try {
            Class<?> type = Class.forName(internalName.replace('/', '.'), false, plain);
            return Optional.ofNullable(ObjectStreamClass.lookup(type)).map(ObjectStreamClass::getSerialVersionUID);
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty(); // it needs what is not there, so no test can make one
        }
    }

    private Optional<List<String>> supertypes(String internalName) {
        try (InputStream file = plain.getResourceAsStream(internalName + ".class")) {
            if (file == null) {
                return Optional.empty();
            }
            ClassReader type = new ClassReader(file);
            return Optional.of(Stream.concat(Stream.ofNullable(type.getSuperName()), Stream.of(type.getInterfaces()))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        plain.close();
    }
}
