import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;

/** One connection, kept alive, which asks again as soon as it is answered, or says so slowly that it never comes to an end. */
final class Visitor implements Runnable {

    private static final int PATIENCE_MS = 30_000;
    private static final long PAUSE_NS = 200_000_000;
    private static final long DRIP_NS = 1_000_000_000;

    private final int number;
    private final int port;
    private final long end;
    private final Tally tally;

    Visitor(int number, int port, long end, Tally tally) {
        this.number = number;
        this.port = port;
        this.end = end;
        this.tally = tally;
    }

    /** Of twenty: fourteen webhooks, three with large bodies, three slow ones. */
    @Override
    public void run() {
        int kind = number % 20;
        String what = kind < 14 ? "webhook" : kind < 17 ? "large body" : kind < 18 ? "slow headers" : "slow body";
        for (int time = 0; System.nanoTime() < end; time++) {
            try (Socket socket = new Socket()) {
                socket.setSoTimeout(PATIENCE_MS);
                socket.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE_MS);
                visit(what, socket, time);
            } catch (IOException e) {
                tally.count(what, e.getClass().getSimpleName());
                LockSupport.parkNanos(PAUSE_NS);
            }
        }
    }

    private void visit(String what, Socket socket, int time) throws IOException {
        OutputStream out = socket.getOutputStream();
        InputStream in = new BufferedInputStream(socket.getInputStream());
        boolean open = true;
        for (int turn = 0; open && System.nanoTime() < end; turn++) {
            String sid = "SMload" + number + "x" + (time * 100_000L + turn);
            byte[] request = what.equals("large body") ? Requests.large(sid) : Requests.webhook(sid, number);
            long start = System.nanoTime();
            if (what.startsWith("slow")) {
                drip(out, request, what.equals("slow headers") ? 0 : Requests.headerLength(request));
            } else {
                out.write(request);
            }
            Answer answer = Answer.read(in);
            tally.took(what, answer.status(), System.nanoTime() - start);
            if (answer.status() == 200 && !what.equals("large body")) {
                tally.answered(sid);
            }
            if (answer.status() == 429 || answer.status() == 503) {
                tally.count(what, answer.retryAfter() ? "with Retry-After" : "WITHOUT Retry-After");
                LockSupport.parkNanos(PAUSE_NS);
            }
            open = !answer.closes();
        }
    }

    /** A byte a second, as far as time allows. */
    private void drip(OutputStream out, byte[] request, int quickly) throws IOException {
        out.write(request, 0, quickly);
        for (int i = quickly; i < request.length; i++) {
            if (System.nanoTime() > end) {
                throw new IOException("time is up");
            }
            out.write(request[i]);
            out.flush();
            LockSupport.parkNanos(DRIP_NS);
        }
    }

    private record Answer(int status, boolean closes, boolean retryAfter) {

        static Answer read(InputStream in) throws IOException {
            String line = line(in);
            int status = Integer.parseInt(line.split(" ")[1]);
            boolean closes = false;
            boolean retryAfter = false;
            int length = 0;
            boolean chunked = false;
            for (line = line(in); !line.isEmpty(); line = line(in)) {
                String header = line.toLowerCase(java.util.Locale.ROOT);
                closes |= header.startsWith("connection:") && header.contains("close");
                retryAfter |= header.startsWith("retry-after:");
                chunked |= header.startsWith("transfer-encoding:");
                if (header.startsWith("content-length:")) {
                    length = Integer.parseInt(header.substring(15).strip());
                }
            }
            if (chunked) {
                for (int size = size(in); size > 0; size = size(in)) {
                    in.readNBytes(size + 2);
                }
                line(in);
            }
            in.readNBytes(length);
            return new Answer(status, closes, retryAfter);
        }

        private static int size(InputStream in) throws IOException {
            return Integer.parseInt(line(in), 16);
        }

        private static String line(InputStream in) throws IOException {
            StringBuilder line = new StringBuilder();
            for (int read = in.read(); read != '\n'; read = in.read()) {
                if (read < 0) {
                    throw new java.io.EOFException();
                }
                line.append((char) read);
            }
            return line.toString().strip();
        }
    }
}
