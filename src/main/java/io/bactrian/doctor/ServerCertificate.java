package io.bactrian.doctor;

import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.apache.hc.client5.http.ssl.DefaultHostnameVerifier;

/** Holds the certificate of a server against the clock, its host and whom the world trusts. */
final class ServerCertificate {

    private static final String PART = "TLS";

    /** Whoever renews by program does so a month before the end; by then that has failed. */
    private static final Duration SOON = Duration.ofDays(14);

    private final KeyStore trusted;
    private final Clock clock;

    /** @param trusted whom to trust; null for whom this Java trusts */
    ServerCertificate(KeyStore trusted, Clock clock) {
        this.trusted = trusted;
        this.clock = clock;
    }

    Diagnosis of(URI url) throws GeneralSecurityException {
        ShownCertificate shown;
        try {
            shown = ShownCertificate.by(url);
        } catch (IOException e) {
            return Diagnosis.wrong(
                    PART,
                    "no TLS connection to the host of the public URL ("
                            + e.getClass().getSimpleName() + ")",
                    "Have the proxy up, its name in the DNS and its port open, also for calls from this machine.");
        }
        Diagnosis dates = dates(shown);
        return dates.verdict() == Verdict.RIGHT ? trust(url, shown, dates) : dates;
    }

    private Diagnosis dates(ShownCertificate shown) {
        Instant now = clock.instant();
        Duration left = Duration.between(now, shown.ends());
        if (left.isNegative()) {
            return Diagnosis.wrong(
                    PART, "the certificate ended " + left.negated().toDays() + " days ago", "Renew it.");
        }
        if (shown.begins().isAfter(now)) {
            return Diagnosis.wrong(PART, "the certificate does not hold yet", "Set the clock, or take another one.");
        }
        return left.compareTo(SOON) < 0
                ? Diagnosis.wrong(
                        PART,
                        "the certificate ends in " + left.toDays() + " days, and has not been renewed",
                        "Renew it, and see why that was not done by itself.")
                : Diagnosis.right(
                        PART, "the certificate is trusted, is for that host, and holds for " + left.toDays() + " days");
    }

    private Diagnosis trust(URI url, ShownCertificate shown, Diagnosis sound) throws GeneralSecurityException {
        try {
            new DefaultHostnameVerifier().verify(url.getHost(), shown.chain()[0]);
        } catch (SSLException e) {
            return Diagnosis.wrong(
                    PART,
                    "the certificate is for another host than that of the public URL",
                    "Give the proxy a certificate for that host, or correct SMS_PUBLIC_URL.");
        }
        try {
            trust().checkServerTrusted(shown.chain(), "UNKNOWN");
            return sound;
        } catch (CertificateException e) {
            return Diagnosis.wrong(
                    PART,
                    "the certificate leads to nobody whom this machine trusts: Twilio calls no such server",
                    "Take one of a public authority, and have the proxy show the whole chain with it.");
        }
    }

    private X509TrustManager trust() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
