package io.bactrian.dashboard;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Sends whoever is not logged in to the login; a part of a page must not have the login put in its place. */
final class LoginNeeded implements AuthenticationEntryPoint {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        if (isPart(request)) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.setHeader("HX-Redirect", "/login");
        } else {
            response.sendRedirect("/login");
        }
    }

    /** Whether a script asks, and not a person. */
    static boolean isPart(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null
                || request.getRequestURI().equals("/live");
    }
}
