package io.bactrian.faults;

import io.bactrian.Gateway;
import java.util.HashMap;
import java.util.Map;

/** Settings that make seconds of what takes minutes, in the proportions of the defaults. */
final class Settings {

    static final String JWT_SECRET = "a-secret-of-the-fault-tests-and-nothing-else";
    static final String PUBLIC = "http://127.0.0.1:";

    private Settings() {}

    static Map<String, String> ofSimulator() {
        Map<String, String> settings = new HashMap<>(account());
        settings.put("sms.providers", "simulator");
        settings.put("sms.simulator.step", "100ms");
        settings.put("sms.simulator.keep", "10000000");
        return settings;
    }

    /**
     * @param balancer the port by which the world reaches any of the gateways
     * @param provider the port that leads to the simulator
     */
    static Map<String, String> ofGateway(int balancer, int provider) {
        Map<String, String> settings = new HashMap<>(account());
        settings.put("sms.providers", "twilio");
        settings.put("sms.public-url", PUBLIC + balancer);
        settings.put("sms.jwt.secret", JWT_SECRET);
        settings.put("twilio.base-url", PUBLIC + provider + "/simulator");
        settings.put("twilio.connect-timeout", "500ms");
        settings.put("twilio.read-timeout", "1500ms");
        settings.put("sms.dispatch.lease", "4s");
        settings.put("sms.retry.initial-delay", "200ms");
        settings.put("sms.retry.multiplier", "2");
        settings.put("sms.retry.max-delay", "3s");
        // nobody is given up: whoever was not refused is reached in the end
        settings.put("sms.retry.max-attempts", "1000");
        settings.put("sms.retry.settle-after", "4s");
        settings.put("sms.poll.after", "5s");
        settings.put("sms.guard.answers", "1000");
        settings.put("sms.guard.same-text", "1000");
        settings.put("sms.provider.pause", "1s");
        settings.put("sms.provider.longest-pause", "3s");
        settings.put("sms.provider.probe-after", "1s");
        settings.put("sms.provider.longest-probe-after", "3s");
        return settings;
    }

    private static Map<String, String> account() {
        return Map.of(
                "sms.operator.password",
                "a-password-of-a-test",
                "twilio.account-sid",
                "AC" + "0".repeat(32),
                "twilio.auth-token",
                Gateway.TOKEN,
                "twilio.phone-number",
                Numbers.OURS);
    }
}
