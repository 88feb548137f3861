package io.bactrian.security;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * From where the API may be called.
 *
 * @param allowedIps addresses and networks (CIDR); empty: from anywhere
 * @param corsOrigins the origins whose pages may call from a browser ({@code https://desk.example.org}); empty: none but
 *     our own
 */
@ConfigurationProperties("sms.api")
record ApiSettings(@DefaultValue List<String> allowedIps, @DefaultValue List<String> corsOrigins) {}
