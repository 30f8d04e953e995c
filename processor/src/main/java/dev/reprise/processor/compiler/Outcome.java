package dev.reprise.processor.compiler;

import dev.reprise.processor.diagnostic.Diagnostic;
import java.util.List;

/** What became of one class file. All or nothing: a class is woven entirely, or not at all. */
public sealed interface Outcome {

    /** The class holds no coroutine, or was woven before. */
    record Unchanged() implements Outcome {}

    /**
     * The class was rewritten.
     *
     * @param classes the rewritten class first, then its frame classes
     * @param warnings what is to be said of its coroutines
     */
    record Woven(List<ClassBytes> classes, List<Diagnostic> warnings) implements Outcome {
        public Woven {
            classes = List.copyOf(classes);
            warnings = List.copyOf(warnings);
        }

        /** The class that was handed in, rewritten. */
        public ClassBytes rewritten() {
            return classes.get(0);
        }

        /** The classes that did not exist before and belong beside the rewritten one. */
        public List<ClassBytes> frames() {
            return classes.subList(1, classes.size());
        }
    }

    /**
     * The class holds a coroutine that cannot be resumed.
     *
     * @param problems all of them, not only the first; at least one
     */
    record Refused(List<Diagnostic> problems) implements Outcome {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
