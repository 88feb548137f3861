package io.bactrian.dashboard;

import io.bactrian.security.Callers;
import io.bactrian.security.LoginAttempts;
import io.bactrian.security.Logins;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** The login by form. What is wrong, the name or the password, is told to nobody. */
class LoginCheck implements AuthenticationProvider {

    /** Passwords that are checked at one time: each check takes a core for 70 ms. */
    private static final int AT_ONCE = 2;

    private final Semaphore cores = new Semaphore(AT_ONCE);
    private final Logins logins;
    private final LoginAttempts attempts;

    LoginCheck(Logins logins, LoginAttempts attempts) {
        this.logins = logins;
        this.attempts = attempts;
    }

    @Override
    public Authentication authenticate(Authentication given) {
        String name = given.getName();
        String address = ((WebAuthenticationDetails) given.getDetails()).getRemoteAddress();
        if (!attempts.wait(name, address).isZero() || !cores.tryAcquire()) {
            throw new LockedException("too many attempts");
        }
        try {
            Logins.Login login =
                    logins.login(name, given.getCredentials().toString()).orElseThrow(() -> failed(name, address));
            attempts.succeeded(name);
            return authenticated(login);
        } finally {
            cores.release();
        }
    }

    private BadCredentialsException failed(String name, String address) {
        attempts.failed(name, address);
        return new BadCredentialsException("name or password is wrong");
    }

    private static Authentication authenticated(Logins.Login login) {
        var token = UsernamePasswordAuthenticationToken.authenticated(
                login.caller(), null, Callers.authorities(login.caller()));
        token.setDetails(login);
        return token;
    }

    @Override
    public boolean supports(Class<?> login) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(login);
    }

    void refused(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        Duration wait = attempts.wait(String.valueOf(request.getParameter("username")), request.getRemoteAddr());
        boolean slow = refusal instanceof LockedException;
        response.sendRedirect(
                slow ? "/login?wait=" + Math.max(1, wait.plusMillis(999).toSeconds()) : "/login?wrong");
    }
}
