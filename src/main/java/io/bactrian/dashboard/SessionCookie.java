package io.bactrian.dashboard;

import java.time.Duration;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Cookie.SameSite;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.server.Session;
import org.springframework.boot.web.servlet.server.Session.SessionTrackingMode;
import org.springframework.stereotype.Component;

/**
 * The session's cookie: no script reads it, no other site sends it, and behind TLS it never travels without (Tomcat marks
 * it so where the request came by TLS). Set here and not in the settings, where an edit could take it away.
 */
@Component
class SessionCookie implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    static final String NAME = "bactrian";

    /** Whoever is logged in holds a few KiB; more logins than this at one time are refused. */
    private static final int MOST = 2_000;

    private final Duration idle;

    SessionCookie(@Value("${sms.dashboard.idle:30m}") Duration idle) {
        this.idle = idle;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        Session session = factory.getSession();
        session.setTimeout(idle);
        session.setTrackingModes(Set.of(SessionTrackingMode.COOKIE));
        session.getCookie().setName(NAME);
        session.getCookie().setHttpOnly(true);
        session.getCookie().setSameSite(SameSite.STRICT);
        factory.addContextCustomizers(context -> context.addLifecycleListener(new Bound(MOST)));
    }
}
