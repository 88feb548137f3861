package io.bactrian.security;

import io.bactrian.web.Problem;
import io.bactrian.web.ProblemAnswers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Spring Security's firewall in front of the chains, which refuses paths, methods, headers and parameters that nobody
 * means well with.
 */
@Configuration(proxyBeanMethods = false)
class Firewall {

    @Bean
    HttpFirewall atTheDoor() {
        return new AtTheDoor();
    }

    /** A span and a timer around each filter of each chain tell nobody anything, and cost a third of an answer. */
    @Bean
    SecurityObservationSettings noSpansOfFilters() {
        return SecurityObservationSettings.noObservations();
    }

    /** An error page would have to pass the firewall once more, and would not. */
    @Bean
    RequestRejectedHandler refusals(ProblemAnswers answers) {
        return (request, response, refusal) -> answers.write(response, Problem.of(400));
    }

    /**
     * Looks at all that Spring's own looks at when it is first read: that may be anywhere, and whoever reads it there takes
     * the refusal for a failure and says in the log what was sent.
     */
    private static final class AtTheDoor extends StrictHttpFirewall {

        /** Spring's own patterns cost ten times as much as a look whether there is anything to ask them about. */
        private AtTheDoor() {
            setAllowedHeaderNames(name -> isPrintableAscii(name) || ALLOWED_HEADER_NAMES.test(name));
            setAllowedHeaderValues(value -> isPrintableAscii(value) || ALLOWED_HEADER_VALUES.test(value));
        }

        private static boolean isPrintableAscii(String text) {
            for (int at = 0; at < text.length(); at++) {
                if (text.charAt(at) < ' ' || text.charAt(at) > '~') {
                    return false;
                }
            }
            return true;
        }

        @Override
        public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
            FirewalledRequest checked = super.getFirewalledRequest(request);
            Collections.list(checked.getHeaderNames()).forEach(name -> Collections.list(checked.getHeaders(name)));
            if (hasNoForm(request)) {
                checked.getParameterMap();
            }
            return checked;
        }

        /** Of a form, the parameters are in the body, which is not read here. */
        private static boolean hasNoForm(HttpServletRequest request) {
            String type = request.getContentType();
            return type == null || type.startsWith("application/json");
        }
    }
}
