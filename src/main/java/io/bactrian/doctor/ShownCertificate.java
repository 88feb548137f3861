package io.bactrian.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * What a TLS server shows of itself, whoever it is.
 *
 * @param chain its own first
 */
record ShownCertificate(X509Certificate[] chain) {

    private static final int PATIENCE_MS = 10_000;
    private static final int HTTPS = 443;

    /** Nothing is sent over this connection, so it may be with anybody. */
    static ShownCertificate by(URI url) throws IOException, GeneralSecurityException {
        Anybody anybody = new Anybody();
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {anybody}, null);
        int port = url.getPort() < 0 ? HTTPS : url.getPort();
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(url.getHost(), port), PATIENCE_MS);
            plain.setSoTimeout(PATIENCE_MS);
            try (SSLSocket socket =
                    (SSLSocket) context.getSocketFactory().createSocket(plain, url.getHost(), port, true)) {
                socket.startHandshake();
            }
        }
        return new ShownCertificate(anybody.chain);
    }

    Instant begins() {
        return Arrays.stream(chain)
                .map(certificate -> certificate.getNotBefore().toInstant())
                .max(Instant::compareTo)
                .orElseThrow();
    }

    Instant ends() {
        return Arrays.stream(chain)
                .map(certificate -> certificate.getNotAfter().toInstant())
                .min(Instant::compareTo)
                .orElseThrow();
    }

    private static final class Anybody implements X509TrustManager {

        private X509Certificate[] chain;

        @Override
        public void checkClientTrusted(X509Certificate[] shown, String type) throws CertificateException {
            throw new CertificateException("this is no server");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] shown, String type) {
            chain = shown;
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
