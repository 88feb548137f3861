package io.bactrian.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets through what is JSON and not too large, and nothing else, so that no later step meets a form, an upload or a
 * body without end. It reads the body, within the limit, whether its length is told or not.
 *
 * <p>A browser cannot send JSON to another site without asking first, which is why these paths need no token against
 * forged requests; what a browser says comes from another site ({@code Sec-Fetch-Site}) is refused besides, unless it is
 * one that may.
 */
public final class JsonBodies extends OncePerRequestFilter {

    private final int limit;
    private final Bodies bodies;
    private final List<String> origins;
    private final ProblemAnswers answers;

    /**
     * @param limit bytes
     * @param origins of other sites whose pages may call
     */
    public JsonBodies(int limit, Bodies bodies, List<String> origins, ProblemAnswers answers) {
        this.limit = limit;
        this.bodies = bodies;
        this.origins = List.copyOf(origins);
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isFromAnotherSite(request)) {
            answers.write(response, Problem.of(403, "A browser may not send this for another site."));
        } else if (!isJson(request)) {
            answers.write(response, Problem.of(415));
        } else if (request.getContentLengthLong() > limit) {
            refuseLarge(response);
        } else {
            passOn(request, response, chain);
        }
    }

    private void passOn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body = bodies.read(request, limit);
        if (body.length > limit) {
            refuseLarge(response);
        } else if (!isUtf8(body)) {
            answers.write(response, Problem.of(400, "The body is not well-formed UTF-8."));
        } else {
            chain.doFilter(new RequestWithBody(request, body), response);
        }
    }

    private void refuseLarge(HttpServletResponse response) throws IOException {
        // What was not read would be taken for the next request of the connection.
        response.setHeader("Connection", "close");
        answers.write(response, Problem.of(413, "The body is larger than " + limit + " bytes."));
    }

    private static boolean isUtf8(byte[] body) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private boolean isFromAnotherSite(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        if (origin != null && origins.contains(origin)) {
            return false;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        boolean reads = "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
        return !reads && site != null && !site.equals("same-origin") && !site.equals("none");
    }

    /** True where there is no body to speak of, too. */
    private static boolean isJson(HttpServletRequest request) {
        String type = request.getContentType();
        if (type == null) {
            return request.getContentLengthLong() <= 0 && request.getHeader("Transfer-Encoding") == null;
        }
        try {
            MediaType media = MediaType.parseMediaType(type);
            boolean utf8 = media.getCharset() == null || StandardCharsets.UTF_8.equals(media.getCharset());
            return media.equalsTypeAndSubtype(MediaType.APPLICATION_JSON) && utf8;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
