package io.bactrian.security;

import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;

/** Finds out who is calling. The threads of {@link ExchangeThreads} carry it with them. */
@Component
public class Callers {

    static final String AUTHORITY_PREFIX = "SCOPE_";

    /** The one on whose behalf this thread works; nobody, where the call is open to all. */
    public Optional<Caller> current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication instanceof JwtAuthenticationToken token) {
            return Optional.of(of(token));
        }
        return authentication != null && authentication.getPrincipal() instanceof Caller caller
                ? Optional.of(caller)
                : Optional.empty();
    }

    private static Caller of(JwtAuthenticationToken token) {
        var scopes = token.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> authority.startsWith(AUTHORITY_PREFIX))
                .map(authority -> authority.substring(AUTHORITY_PREFIX.length()))
                .collect(Collectors.toUnmodifiableSet());
        return new Caller(token.getToken().getSubject(), scopes, tenant(token.getToken()));
    }

    static String tenant(Jwt token) {
        Object tenant = token.getClaim("tenant");
        return tenant == null ? Caller.DEFAULT_TENANT : tenant.toString();
    }
}
