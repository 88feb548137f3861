package io.bactrian.security;

import io.bactrian.domain.Tenant;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Lets the operator in by name and password, with every scope. */
final class OperatorAuthentication implements AuthenticationProvider {

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
        Caller caller = new Caller(name, Scopes.ALL, Tenant.DEFAULT, Caller.Via.PASSWORD, null);
        return UsernamePasswordAuthenticationToken.authenticated(caller, null, Callers.authorities(caller));
    }

    @Override
    public boolean supports(Class<?> login) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(login);
    }
}
