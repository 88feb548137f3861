package io.bactrian.security;

import io.bactrian.domain.Tenant;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Checks tokens, as the settings say. */
final class Tokens {

    private Tokens() {}

    /** Nothing, where no token is to be accepted. */
    static Optional<JwtDecoder> decoder(JwtSettings settings) {
        if (!settings.secret().isEmpty()) {
            byte[] secret = settings.secret().getBytes(StandardCharsets.UTF_8);
            return Optional.of(checked(
                    NimbusJwtDecoder.withSecretKey(new SecretKeySpec(secret, "HmacSHA256"))
                            .macAlgorithm(MacAlgorithm.HS256)
                            .build(),
                    settings));
        }
        if (!settings.jwksUrl().isEmpty()) {
            return Optional.of(checked(
                    NimbusJwtDecoder.withJwkSetUri(settings.jwksUrl())
                            .jwsAlgorithms(algorithms -> algorithms.addAll(List.of(SignatureAlgorithm.values())))
                            .build(),
                    settings));
        }
        return Optional.empty();
    }

    private static JwtDecoder checked(NimbusJwtDecoder decoder, JwtSettings settings) {
        OAuth2TokenValidator<Jwt> tenant = new JwtClaimValidator<>("tenant", Tokens::isTenant);
        OAuth2TokenValidator<Jwt> ends = new JwtClaimValidator<>("exp", Objects::nonNull);
        List<OAuth2TokenValidator<Jwt>> all = new ArrayList<>(List.of(JwtValidators.createDefault(), tenant, ends));
        if (!settings.issuer().isEmpty()) {
            all.add(new JwtIssuerValidator(settings.issuer()));
        }
        if (!settings.audience().isEmpty()) {
            all.add(new JwtClaimValidator<List<String>>(
                    "aud", audience -> audience != null && audience.contains(settings.audience())));
        }
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(all));
        return decoder;
    }

    private static boolean isTenant(Object tenant) {
        return tenant == null || tenant instanceof String name && Tenant.isName(name);
    }
}
