package io.bactrian.moving;

import java.io.Console;
import java.io.PrintStream;

/**
 * What whoever moves house sees: lines, and how far it is; a bar where that is a terminal, elsewhere a line for each
 * tenth.
 */
final class Screen {

    private static final int WIDTH = 40;
    private static final long REDRAW_NS = 100_000_000;

    private final PrintStream out;
    private final boolean terminal;
    private String step;
    private long total;
    private long done;
    private long drawnAt;
    private long drawnTenth;

    Screen(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    static Screen ofTheProcess() {
        return new Screen(System.out, isTerminal(System.console()));
    }

    /** From Java 22 on there is a console also where the output goes to a file; it can then be asked. */
    private static boolean isTerminal(Console console) {
        try {
            return console != null
                    && (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    void say(String line) {
        out.println(line);
    }

    /**
     * @param already how many of them were done before
     * @param total how many there are in all
     */
    void begin(String step, long already, long total) {
        this.step = step;
        this.total = total;
        this.done = already;
        this.drawnAt = System.nanoTime() - REDRAW_NS;
        this.drawnTenth = tenth();
    }

    void advance(int records) {
        done += records;
        if (terminal && System.nanoTime() - drawnAt >= REDRAW_NS) {
            drawnAt = System.nanoTime();
            out.print("\r" + bar());
            out.flush();
        } else if (!terminal && tenth() > drawnTenth) {
            drawnTenth = tenth();
            out.println(step + ": " + drawnTenth * 10 + " % (" + done + " of " + total + ")");
        }
    }

    void end() {
        if (terminal) {
            out.println("\r" + bar());
        } else {
            out.println(step + ": done (" + done + ")");
        }
    }

    private String bar() {
        int filled = total == 0 ? WIDTH : (int) Math.min(WIDTH, WIDTH * done / total);
        return "%-9s [%s%s] %d of %d".formatted(step, "#".repeat(filled), " ".repeat(WIDTH - filled), done, total);
    }

    private long tenth() {
        return total == 0 ? 0 : Math.min(10, 10 * done / total);
    }
}
