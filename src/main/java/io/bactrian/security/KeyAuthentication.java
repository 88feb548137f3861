package io.bactrian.security;

import io.bactrian.keys.KeyRing;
import io.bactrian.web.Failures;
import io.bactrian.web.ProblemAnswers;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;

/** Lets in who shows a key, with the scopes and the tenant of that key. */
final class KeyAuthentication {

    static final String HEADER = "X-API-Key";

    private final KeyRing keys;
    private final ProblemAnswers answers;
    private final AuthenticationEntryPoint refusal;

    KeyAuthentication(KeyRing keys, ProblemAnswers answers, AuthenticationEntryPoint refusal) {
        this.keys = keys;
        this.answers = answers;
        this.refusal = refusal;
    }

    AuthenticationFilter filter() {
        AuthenticationFilter filter = new AuthenticationFilter(this::authenticate, KeyAuthentication::read);
        filter.setSuccessHandler((request, response, caller) -> {});
        filter.setFailureHandler(this::refuse);
        return filter;
    }

    /** Nothing, where there is no key: another may know who is calling. */
    private static Authentication read(HttpServletRequest request) {
        String key = request.getHeader(HEADER);
        if (key == null) {
            return null;
        }
        if (request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
            throw new BadCredentialsException("a key and other credentials at once");
        }
        return new PreAuthenticatedAuthenticationToken(null, key);
    }

    private Authentication authenticate(Authentication shown) {
        String key = shown.getCredentials().toString();
        try {
            return keys.find(key)
                    .map(Callers::of)
                    .map(caller -> UsernamePasswordAuthenticationToken.authenticated(
                            caller, null, Callers.authorities(caller)))
                    .orElseThrow(() -> new BadCredentialsException("the key opens nothing"));
        } catch (AuthenticationException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new AuthenticationServiceException("the key cannot be looked up", e);
        }
    }

    /** Where the store is away, that is not the caller's fault. */
    private void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException, ServletException {
        if (why instanceof AuthenticationServiceException) {
            answers.write(response, Failures.problem("Looking up a key", why.getCause()));
        } else {
            refusal.commence(request, response, why);
        }
    }
}
