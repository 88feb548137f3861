package io.bactrian.security;

import io.bactrian.domain.Tenant;
import io.bactrian.keys.ApiKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;
import org.springframework.stereotype.Component;

/** Finds out who is calling. The threads of {@link ExchangeThreads} carry it with them. */
@Component
public class Callers {

    public static final String AUTHORITY_PREFIX = "SCOPE_";

    private static final JwtGrantedAuthoritiesConverter SCOPES_OF_TOKENS = new JwtGrantedAuthoritiesConverter();

    /** The one on whose behalf this thread works; nobody, where the call is open to all. */
    public Optional<Caller> current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication instanceof JwtAuthenticationToken token) {
            return Optional.of(of(token.getToken()));
        }
        return authentication != null && authentication.getPrincipal() instanceof Caller caller
                ? Optional.of(caller)
                : Optional.empty();
    }

    static Caller of(Jwt token) {
        Set<String> scopes = SCOPES_OF_TOKENS.convert(token).stream()
                .map(GrantedAuthority::getAuthority)
                .map(authority -> authority.substring(AUTHORITY_PREFIX.length()))
                .collect(Collectors.toUnmodifiableSet());
        Object tenant = token.getClaim("tenant");
        return new Caller(
                token.getSubject(),
                scopes,
                tenant == null ? Tenant.DEFAULT : tenant.toString(),
                Caller.Via.TOKEN,
                null);
    }

    static Caller of(ApiKey key) {
        return new Caller(key.name(), Set.copyOf(key.scopes()), key.tenant(), Caller.Via.KEY, key.id());
    }

    /** What the security chains ask for. */
    public static List<GrantedAuthority> authorities(Caller caller) {
        return AuthorityUtils.createAuthorityList(
                caller.scopes().stream().map(scope -> AUTHORITY_PREFIX + scope).toList());
    }
}
