package dev.reprise.processor.ecj;

import dev.reprise.processor.compiler.ClassBytes;
import dev.reprise.processor.compiler.CoroutineCompiler;
import dev.reprise.processor.compiler.Outcome;
import dev.reprise.processor.compiler.Supertypes;
import dev.reprise.processor.source.SupertypeNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compiles the coroutines of one source file. */
final class UnitWeaver implements Supertypes {
    private final Unit unit;
    private final SupertypeNames others;

    /** The classes of the file by internal name, as ecj has made them. */
    private final Map<String, ClassBytes> own = new HashMap<>();

    /** @param others knows the classes that can be asked for by name; local ones cannot, and need not outside of their file */
    UnitWeaver(Unit unit, SupertypeNames others) {
        this.unit = unit;
        this.others = others;
    }

    void weave() {
        List<EcjClassFile> files = unit.classFiles();
        List<ClassBytes> inputs = files.stream().map(EcjClassFile::read).toList();
        inputs.forEach(input -> own.put(input.name(), input));
        for (int i = 0; i < files.size(); i++) {
            weave(files.get(i), inputs.get(i));
        }
    }

    private void weave(EcjClassFile file, ClassBytes input) {
        Outcome outcome = CoroutineCompiler.compileOrRefuse(input, this);
        if (outcome instanceof Outcome.Refused refused) {
            refused.problems().forEach(unit::report);
        } else if (outcome instanceof Outcome.Woven woven) {
            file.write(woven.rewritten().bytes());
            woven.frames().forEach(frame -> unit.add(file.nested(frame)));
        }
    }

    @Override
    public Optional<List<String>> of(String internalName) {
        ClassBytes file = own.get(internalName);
        return file == null ? others.of(internalName) : Optional.of(file.supertypes());
    }
}
