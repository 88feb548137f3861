import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Many connections that want more than a gateway can give.
 *
 * <pre>
 * Overload load PORT CONNECTIONS SECONDS SIDS   opens the connections, prints what came back, writes down each MessageSid
 *                                               that was answered 200
 * Overload check SIDS HOUSE DEAD-LETTERS        tells which of them the exported house does not hold, or holds twice
 * </pre>
 */
final class Overload {

    private static final int STACK = 128 * 1024;
    private static final Pattern SID = Pattern.compile("SMload\\d+x\\d+");

    private Overload() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("load")) {
            load(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]),
                    Path.of(arguments[4]));
        } else {
            check(Path.of(arguments[1]), Path.of(arguments[2]), Path.of(arguments[3]));
        }
    }

    private static void load(int port, int connections, int seconds, Path sids) throws Exception {
        Tally tally = new Tally();
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        List<Thread> threads = new ArrayList<>();
        for (int number = 0; number < connections; number++) {
            Thread thread = new Thread(null, new Visitor(number, port, end, tally), "visitor-" + number, STACK);
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        Files.write(sids, tally.answered());
        System.out.print(tally);
    }

    private static void check(Path sids, Path house, Path letters) throws Exception {
        Set<String> answered = new TreeSet<>(Files.readAllLines(sids));
        Set<String> logged = new TreeSet<>();
        int twice = 0;
        try (Stream<String> lines = new String(new GZIPInputStream(Files.newInputStream(house)).readAllBytes(),
                java.nio.charset.StandardCharsets.UTF_8).lines()) {
            for (String line : (Iterable<String>) lines::iterator) {
                Matcher sid = SID.matcher(line);
                if (line.contains("incoming") && sid.find() && !logged.add(sid.group())) {
                    twice++;
                }
            }
        }
        Set<String> missing = new TreeSet<>(answered);
        missing.removeAll(logged);
        int kept = 0;
        try (Stream<Path> files = Files.isDirectory(letters) ? Files.walk(letters) : Stream.empty()) {
            for (Path letter : files.filter(Files::isRegularFile).toList()) {
                Matcher sid = SID.matcher(Files.readString(letter));
                kept += sid.find() && missing.remove(sid.group()) ? 1 : 0;
            }
        }
        System.out.printf("answered 200: %d; logged: %d; kept as dead letters: %d; missing: %d; logged twice: %d%n",
                answered.size(), logged.size(), kept, missing.size(), twice);
        System.exit(missing.isEmpty() && twice == 0 && !answered.isEmpty() ? 0 : 1);
    }
}
