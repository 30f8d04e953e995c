package dev.reprise.it.fuzz;

import dev.reprise.it.fuzz.Fuzzer.Found;
import dev.reprise.it.fuzz.Fuzzer.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes a failing program smaller for as long as it fails in the same way: leaves out statements and members, puts a
 * piece in the place of what is around it, and leaves in the place of expressions.
 */
final class Shrinker {

    private static final int CHUNK = 30;

    private final Fuzzer fuzzer;
    private Found best;

    Shrinker(Fuzzer fuzzer, Found found) {
        this.fuzzer = fuzzer;
        best = found;
    }

    Found shrink() {
        boolean smaller = true;
        while (smaller) {
            smaller = pass();
        }
        return best;
    }

    /** A piece of the program, and what could take its place. */
    private record Candidate(Node node, List<Object> replacement) {}

    /** Tries every piece once, and goes on behind the last one that could be replaced. */
    private boolean pass() {
        boolean smaller = false;
        int next = 0;
        while (true) {
            List<Candidate> candidates = new ArrayList<>();
            collect(best.program().root(), candidates);
            if (next >= candidates.size()) {
                return smaller;
            }
            List<Candidate> chunk = candidates.subList(next, Math.min(candidates.size(), next + CHUNK));
            int failing = firstFailing(chunk);
            if (failing < 0) {
                next += chunk.size();
            } else {
                chunk.get(failing).node.parts = chunk.get(failing).replacement;
                next += failing;
                smaller = true;
            }
        }
    }

    /** Index of the first candidate with which the program fails as before, -1 if there is none. */
    private int firstFailing(List<Candidate> chunk) {
        List<Sources> sources = new ArrayList<>();
        for (Candidate candidate : chunk) {
            List<Object> before = candidate.node.parts;
            candidate.node.parts = candidate.replacement;
            sources.add(Sources.of(best.program().named(best.program().name() + "c" + sources.size())));
            candidate.node.parts = before;
        }
        List<Optional<Failure>> found = fuzzer.check(sources, best.options());
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).isPresent()
                    && found.get(i).get().kind().equals(best.failure().kind())) {
                best = new Found(best.program(), found.get(i).get(), best.options());
                return i;
            }
        }
        return -1;
    }

    private static void collect(Node node, List<Candidate> candidates) {
        replacements(node).forEach(replacement -> candidates.add(new Candidate(node, replacement)));
        node.children().forEach(child -> collect(child, candidates));
    }

    private static List<List<Object>> replacements(Node node) {
        List<List<Object>> found = new ArrayList<>();
        if (node.sort == Node.Sort.EXPRESSION) {
            found.add(List.of(node.type.leaf));
            inner(node, found);
        } else if (node.sort != Node.Sort.OTHER) {
            found.add(List.of());
            inner(node, found);
        }
        boolean isLeaf = node.parts.isEmpty()
                || node.children().isEmpty() && node.sort == Node.Sort.EXPRESSION && isLiteral(node.parts.get(0));
        found.removeIf(replacement -> isLeaf || replacement.equals(node.parts));
        return found;
    }

    /** Whether the text of an expression names nothing that could be left out if it did not. */
    private static boolean isLiteral(Object text) {
        return !(text instanceof String name) || !Character.isLetter(name.charAt(0)) || name.startsWith("Gate.flag");
    }

    /** The pieces of the same sort and type that are found first on the way down from a piece. */
    private static void inner(Node from, List<List<Object>> found) {
        List<Object> all = new ArrayList<>();
        if (from.sort == Node.Sort.MEMBER) {
            return;
        }
        collect(from, from, all);
        if (from.sort == Node.Sort.STATEMENT && all.size() > 1) {
            found.add(new ArrayList<>(all));
        }
        for (Object one : all) {
            found.add(new ArrayList<>(List.of(one)));
        }
    }

    private static void collect(Node from, Node like, List<Object> found) {
        for (Node child : from.children()) {
            if (child.sort == like.sort && child.type == like.type) {
                if (!child.parts.isEmpty()) {
                    found.add(child);
                }
            } else {
                collect(child, like, found);
            }
        }
    }
}
