package dev.reprise.it;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.ArrayReference;
import com.sun.jdi.Bootstrap;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.LocalVariable;
import com.sun.jdi.Location;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.StackFrame;
import com.sun.jdi.StringReference;
import com.sun.jdi.Value;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.LaunchingConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.LocatableEvent;
import com.sun.jdi.event.StepEvent;
import com.sun.jdi.event.VMDeathEvent;
import com.sun.jdi.event.VMDisconnectEvent;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.StepRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A program that runs under a debugger, in a process of its own. Breakpoints are set as development environments set
 * them: at every place in the class files that belongs to the line.
 */
final class DebugSession {

    /** Time in which the next event has to come, in milliseconds. */
    private static final long PATIENCE = 60_000;

    private static final List<String> FILTERS = List.of("java.*", "jdk.*", "sun.*", "dev.reprise.*");

    private final VirtualMachine machine;
    private final String mainClass;
    private final Set<Integer> lines;
    private final List<Stop> stops = new ArrayList<>();
    private final List<String> steps = new ArrayList<>();
    private int depth;

    /**
     * One hit of a breakpoint.
     *
     * @param line its line
     * @param method the name of the method that the debugger shows
     * @param variables all that it shows, {@code this} first, the others by name
     * @param callers names of the methods below it on the stack, with their classes, the nearest first
     */
    record Stop(int line, String method, String variables, List<String> callers) {}

    private DebugSession(VirtualMachine machine, String mainClass, Set<Integer> lines) {
        this.machine = machine;
        this.mainClass = mainClass;
        this.lines = lines;
    }

    /** Starts a program with breakpoints in its main class and the classes within it. */
    static DebugSession start(List<Path> classPath, String mainClass, String arguments, Set<Integer> lines)
            throws Exception {
        LaunchingConnector connector = Bootstrap.virtualMachineManager().defaultConnector();
        Map<String, Connector.Argument> settings = connector.defaultArguments();
        settings.get("main").setValue(mainClass + " " + arguments);
        settings.get("options").setValue("-XX:TieredStopAtLevel=1 -cp \"" + Javac.join(classPath) + "\"");
        return new DebugSession(connector.launch(settings), mainClass, lines);
    }

    /** Where it stopped, in the order of time, when the program runs to its end. */
    List<Stop> runToEnd() throws Exception {
        run(0);
        return stops;
    }

    /** Where it is after each of so many steps over a line, from the first breakpoint on; breakpoints are gone then. */
    List<String> stepOver(int count) throws Exception {
        depth = StepRequest.STEP_OVER;
        run(count);
        return steps;
    }

    /** Where a step into the line of the first breakpoint leads, if one does not step into the JDK and the runtime. */
    String stepInto() throws Exception {
        depth = StepRequest.STEP_INTO;
        run(1);
        return steps.get(0);
    }

    private void run(int stepsWanted) throws Exception {
        for (String pattern : List.of(mainClass, mainClass + "$*")) {
            ClassPrepareRequest prepared = machine.eventRequestManager().createClassPrepareRequest();
            prepared.addClassFilter(pattern);
            prepared.enable();
        }
        try {
            while (true) {
                EventSet events = machine.eventQueue().remove(PATIENCE);
                if (events == null) {
                    throw new AssertionError("the program does not go on; until here it stopped at " + stops);
                }
                for (Event event : events) {
                    if (event instanceof VMDeathEvent || event instanceof VMDisconnectEvent) {
                        return;
                    }
                    if (!handle(event, stepsWanted)) {
                        return;
                    }
                }
                events.resume();
            }
        } finally {
            machine.process().destroyForcibly();
        }
    }

    private boolean handle(Event event, int stepsWanted) throws Exception {
        if (event instanceof ClassPrepareEvent prepared) {
            setBreakpoints(prepared.referenceType());
        } else if (event instanceof BreakpointEvent hit) {
            stops.add(stop(hit));
            if (stepsWanted > 0) {
                machine.eventRequestManager().deleteAllBreakpoints();
                StepRequest step =
                        machine.eventRequestManager().createStepRequest(hit.thread(), StepRequest.STEP_LINE, depth);
                if (depth == StepRequest.STEP_INTO) {
                    FILTERS.forEach(step::addClassExclusionFilter);
                }
                step.enable();
            }
        } else if (event instanceof StepEvent stepped) {
            Location location = stepped.location();
            steps.add(name(location) + ":" + location.lineNumber());
            return steps.size() < stepsWanted;
        }
        return true;
    }

    private void setBreakpoints(ReferenceType type) {
        for (int line : lines) {
            try {
                for (Location location : type.locationsOfLine(line)) {
                    machine.eventRequestManager()
                            .createBreakpointRequest(location)
                            .enable();
                }
            } catch (AbsentInformationException e) {
                return; // a frame class: it has no lines
            }
        }
    }

    private static Stop stop(LocatableEvent hit) throws IncompatibleThreadStateException, AbsentInformationException {
        List<StackFrame> frames = hit.thread().frames();
        StackFrame frame = frames.get(0);
        Map<String, String> values = new TreeMap<>();
        for (LocalVariable variable : frame.visibleVariables()) {
            values.put(variable.name(), text(frame.getValue(variable)));
        }
        StringJoiner variables = new StringJoiner(" ");
        if (frame.thisObject() != null) {
            variables.add("this=" + text(frame.thisObject()));
        }
        values.forEach((name, value) -> variables.add(name + "=" + value));
        return new Stop(
                hit.location().lineNumber(),
                hit.location().method().name(),
                variables.toString(),
                frames.stream().skip(1).map(caller -> name(caller.location())).toList());
    }

    private static String name(Location location) {
        return location.declaringType().name() + "." + location.method().name();
    }

    private static String text(@Nullable Value value) {
        if (value instanceof StringReference string) {
            return string.value();
        }
        if (value instanceof ArrayReference array) {
            return simpleName(array.type().name()).replace("]", array.length() + "]");
        }
        return value instanceof ObjectReference object
                ? simpleName(object.referenceType().name())
                : String.valueOf(value);
    }

    private static String simpleName(String binaryName) {
        return binaryName.substring(Math.max(binaryName.lastIndexOf('.'), binaryName.lastIndexOf('$')) + 1);
    }
}
