package io.bactrian.provider.simulator.fault;

import io.bactrian.provider.simulator.WhileSimulated;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Lets a connection be closed in the middle of a call. A servlet cannot; Tomcat can, and lends the means to it. */
@Component
@WhileSimulated
class Connections implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final String CUT = Connections.class.getName() + ".cut";
    private static final String PATHS = "/simulator/";

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextValves(new Lending());
    }

    /** Closes the connection of that call at once, whatever has been written so far. */
    static void cut(ServletRequest request) {
        ((Runnable) request.getAttribute(CUT)).run();
    }

    private static final class Lending extends ValveBase {

        private Lending() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            if (request.getRequestURI().startsWith(PATHS)) {
                Runnable cut = () -> response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
                request.setAttribute(CUT, cut);
            }
            getNext().invoke(request, response);
        }
    }
}
