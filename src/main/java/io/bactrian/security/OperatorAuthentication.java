package io.bactrian.security;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

/** Lets the operator in by name and password, with every scope. */
final class OperatorAuthentication implements AuthenticationProvider {

    private static final String[] AUTHORITIES =
            Scopes.ALL.stream().map(scope -> Callers.AUTHORITY_PREFIX + scope).toArray(String[]::new);

    private final OperatorAccount account;

    OperatorAuthentication(OperatorAccount account) {
        this.account = account;
    }

    @Override
    public Authentication authenticate(Authentication login) {
        String name = login.getName();
        Object password = login.getCredentials();
        if (password == null || !account.accepts(name, password.toString())) {
            throw new BadCredentialsException("name or password is wrong");
        }
        Caller caller = new Caller(name, Scopes.ALL, Caller.DEFAULT_TENANT);
        return UsernamePasswordAuthenticationToken.authenticated(
                caller, null, AuthorityUtils.createAuthorityList(AUTHORITIES));
    }

    @Override
    public boolean supports(Class<?> login) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(login);
    }
}
