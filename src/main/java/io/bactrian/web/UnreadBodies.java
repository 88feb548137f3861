package io.bactrian.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * What was refused before its body was read. Tomcat would read the rest in any case, so that the caller sees the answer,
 * and hold a thread for as long as somebody drips. Here a bounded number of threads do so, for a moment; other
 * connections are closed.
 */
@Component
class UnreadBodies implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final Duration MOMENT = Duration.ofSeconds(2);

    private final BodyWaits waits;

    UnreadBodies(BodyWaits waits) {
        this.waits = waits;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addEngineValves(new Reading(waits));
    }

    private static final class Reading extends ValveBase {

        private final BodyWaits waits;

        private Reading(BodyWaits waits) {
            super(true);
            this.waits = waits;
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            getNext().invoke(request, response);
            if (!request.isAsync() && !request.getCoyoteRequest().isFinished()) {
                response.finishResponse();
                readRest(request.getCoyoteRequest());
            }
        }

        private void readRest(org.apache.coyote.Request request) {
            if (waits.begin()) {
                try {
                    readFor(MOMENT, request);
                } finally {
                    waits.end();
                }
            }
            if (!request.isFinished()) {
                request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            }
        }

        private static void readFor(Duration moment, org.apache.coyote.Request request) {
            long latest = System.nanoTime() + moment.toNanos();
            Nowhere nowhere = new Nowhere();
            try {
                while (!request.isFinished() && request.doRead(nowhere) >= 0 && System.nanoTime() < latest) {
                    nowhere.setByteBuffer(null);
                }
            } catch (IOException e) {
                // whoever was answered has gone: the connection is closed, as it is for whoever is too slow
                request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            }
        }
    }

    /** Takes what Tomcat has read, and forgets it. */
    private static final class Nowhere implements ApplicationBufferHandler {

        private ByteBuffer buffer;

        @Override
        public void setByteBuffer(ByteBuffer given) {
            buffer = given;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {
            // nothing is kept
        }
    }
}
