package dev.reprise.examples.crawler;

import java.io.Console;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.function.LongSupplier;

/** How far something is: a bar that is drawn again in its line on a terminal, a line now and then anywhere else. */
final class Progress {

    private static final int BAR = 30;
    private static final int PERCENT_A_LINE = 10;

    private final PrintStream out;
    private final boolean terminal;
    private final LongSupplier nanoTime;
    private final long began;
    private int percentShown;

    Progress(PrintStream out, boolean terminal, LongSupplier nanoTime) {
        this.out = out;
        this.terminal = terminal;
        this.nanoTime = nanoTime;
        this.began = nanoTime.getAsLong();
    }

    static Progress onConsole(PrintStream out) {
        return new Progress(out, isTerminal(System.console()), System::nanoTime);
    }

    /** Since JDK 22 there is a console without a terminal, too, and it can be asked. */
    private static boolean isTerminal(Console console) {
        if (console == null) {
            return false;
        }
        try {
            Method isTerminal = Console.class.getMethod("isTerminal");
            return (boolean) isTerminal.invoke(console);
        } catch (NoSuchMethodException thisJdkHasNoOtherConsole) {
            return true;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Shows that {@code done} of {@code known} things are done; more of them may become known. */
    void show(int done, int known) {
        int percent = known == 0 ? 0 : (int) (100L * done / known);
        if (terminal) {
            out.print("\r" + bar(done, known) + text(percent, done, known));
            out.flush();
        } else if (percent / PERCENT_A_LINE > percentShown / PERCENT_A_LINE) {
            percentShown = percent;
            out.println(text(percent, done, known));
        }
    }

    /** Shows the end. */
    void last(int done, int known) {
        show(done, known);
        if (terminal) {
            out.println();
        }
    }

    private static String bar(int done, int known) {
        int full = known == 0 ? 0 : (int) ((long) BAR * done / known);
        return "[" + "#".repeat(full) + "-".repeat(BAR - full) + "] ";
    }

    private String text(int percent, int done, int known) {
        double seconds = (nanoTime.getAsLong() - began) / 1e9;
        double rate = seconds == 0 ? 0 : done / seconds;
        String left = rate == 0 ? "?" : String.valueOf(Math.round((known - done) / rate));
        return String.format(Locale.ROOT, "%3d %%  %d of %d  %.0f/s  %s s left ", percent, done, known, rate, left)
                .stripTrailing();
    }
}
