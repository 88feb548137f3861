package io.bactrian.provider.twilio;

import io.bactrian.domain.PhoneNumber;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * The account that holds, real or simulated: the one place that knows what an empty setting means. Where Twilio is not
 * a provider, the credentials that are missing are made up for the simulator; a token made up lives in memory only.
 */
public final class TwilioAccount {

    /** The name of this provider in {@code sms.providers} and in the store. */
    public static final String PROVIDER = "twilio";

    private static final String SIMULATED_SID = "AC" + "0".repeat(32);
    private static final PhoneNumber SIMULATED_SENDER = new PhoneNumber("+15005550006");
    private static final String ANY_PORT = ":0";

    private final TwilioSettings settings;
    private final boolean simulated;
    private final List<String> authTokens;
    private final String publicUrl;
    private final Supplier<OptionalInt> localPort;

    TwilioAccount(TwilioSettings settings, List<String> providers, String publicUrl, Supplier<OptionalInt> localPort) {
        this.settings = settings;
        this.simulated = !providers.contains(PROVIDER);
        this.authTokens = simulated && settings.authTokens().isEmpty() ? List.of(randomToken()) : settings.authTokens();
        this.publicUrl = publicUrl.strip().replaceAll("/+$", "");
        this.localPort = localPort;
    }

    /** Whether the simulator stands in for Twilio. */
    public boolean simulated() {
        return simulated;
    }

    public String accountSid() {
        return simulated && settings.accountSid().isEmpty() ? SIMULATED_SID : settings.accountSid();
    }

    /** Never empty. The first one signs our calls, any of them may sign a webhook. */
    public List<String> authTokens() {
        return authTokens;
    }

    /** Who sends a message that names no sender, or null where only a messaging service is set. */
    public PhoneNumber sender() {
        PhoneNumber set = PhoneNumber.of(settings.phoneNumber());
        return set == null && simulated ? SIMULATED_SENDER : set;
    }

    /** {@code MG…}, or null. */
    public String messagingServiceSid() {
        return settings.messagingServiceSid().isEmpty() ? null : settings.messagingServiceSid();
    }

    /**
     * Where the REST paths begin, or null for Twilio's own.
     *
     * @throws IllegalStateException for the simulator while our own web server has not started
     */
    public URI baseUrl() {
        if (!settings.baseUrl().isEmpty()) {
            return URI.create(settings.baseUrl());
        }
        return simulated ? URI.create("http://localhost:" + startedPort() + "/simulator") : null;
    }

    /** What the world calls us by, without a slash at the end: what Twilio signs begins with it. */
    public String publicUrl() {
        if (!publicUrl.endsWith(ANY_PORT)) {
            return publicUrl;
        }
        OptionalInt port = localPort.get();
        String host = publicUrl.substring(0, publicUrl.length() - ANY_PORT.length());
        return port.isPresent() ? host + ":" + port.getAsInt() : publicUrl;
    }

    private int startedPort() {
        return localPort.get().orElseThrow(() -> new IllegalStateException("the web server has not started yet"));
    }

    private static String randomToken() {
        byte[] token = new byte[16];
        new SecureRandom().nextBytes(token);
        return HexFormat.of().formatHex(token);
    }
}
