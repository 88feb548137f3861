package io.bactrian.desk;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets through what our own pages ask of Jolokia. It obeys without a token against forged requests, and by GET as well, so
 * a page of somebody else in the same browser could else switch routes off.
 */
public final class OwnPages extends OncePerRequestFilter {

    /** By GET a page asks whether Jolokia is there and which version it is. */
    private static final Set<String> HARMLESS = Set.of("", "/", "/version");

    private static final String JOLOKIA = "/jolokia";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (mayPass(request)) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    static boolean mayPass(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (HttpMethod.GET.matches(request.getMethod())) {
            int jolokia = path.indexOf(JOLOKIA);
            return jolokia < 0
                    || HARMLESS.contains(path.substring(jolokia + JOLOKIA.length()))
                            && request.getParameter("p") == null;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        return site == null ? isOwn(request) : site.equals("same-origin");
    }

    /** An older browser, or one that does not trust plain HTTP, names the origin alone. */
    private static boolean isOwn(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        try {
            return origin != null
                    && URI.create(origin).getAuthority() != null
                    && URI.create(origin).getAuthority().equals(request.getHeader(HttpHeaders.HOST));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
