package io.bactrian.doctor;

import java.util.List;

/** Settings that are at odds with one another. */
final class ContradictionsExamination implements Examination {

    private static final List<Contradiction> ALL = List.of(
            new Contradiction(
                    Verdict.WRONG,
                    setup -> !setup.simulated()
                            && setup.store().equals("firestore")
                            && setup.has("firestore.emulator-host"),
                    "real messages are to be kept in an emulator of Firestore, which forgets them",
                    "Unset FIRESTORE_EMULATOR_HOST and set GOOGLE_CLOUD_PROJECT."),
            new Contradiction(
                    Verdict.WRONG,
                    setup -> setup.store().equals("embedded") && several(setup),
                    "several gateways are to share the senders, and the embedded store belongs to one process",
                    "Set SMS_STORE to postgres or firestore, or SMS_RATE_INSTANCES to 1."),
            new Contradiction(
                    Verdict.ADVICE,
                    setup -> setup.simulated() && setup.has("twilio.account-sid"),
                    "Twilio's credentials are set, and the simulator is the provider: nobody real gets a text",
                    "Set SMS_PROVIDERS=twilio to send, or unset TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN."),
            new Contradiction(
                    Verdict.ADVICE,
                    setup -> setup.providers().contains("twilio") && setup.has("twilio.base-url"),
                    "twilio is a provider, and its calls go to a stand-in",
                    "Unset TWILIO_BASE_URL to reach Twilio itself."),
            new Contradiction(
                    Verdict.ADVICE,
                    setup -> !setup.store().equals("postgres") && setup.has("DATABASE_URL"),
                    "DATABASE_URL is set, and no PostgreSQL is the store",
                    "Set SMS_STORE=postgres to use it, or unset it."),
            new Contradiction(
                    Verdict.ADVICE,
                    setup -> !setup.store().equals("embedded") && !setup.has("sms.operator.password"),
                    "the operator's password is made by each instance for itself, where several share a store",
                    "Set OPERATOR_PASSWORD, the same for all of them."),
            new Contradiction(
                    Verdict.ADVICE,
                    setup -> setup.publicUrl().startsWith("https:")
                            && setup.text("server.forward-headers-strategy").equals("none")
                            && !setup.has("server.ssl.bundle")
                            && !setup.has("server.ssl.key-store"),
                    "TLS ends at a proxy whose headers are not believed: the address of every caller is the proxy's, in"
                            + " the audit and for SMS_API_ALLOWED_IPS",
                    "Set SERVER_FORWARD_HEADERS_STRATEGY=native where the proxy writes X-Forwarded-For itself."));

    @Override
    public String part() {
        return "settings together";
    }

    @Override
    public List<Diagnosis> examine(Setup setup) {
        List<Diagnosis> found = ALL.stream()
                .filter(contradiction -> contradiction.holds().test(setup))
                .map(contradiction -> contradiction.told(part()))
                .toList();
        return found.isEmpty() ? List.of(Diagnosis.right(part(), "none is at odds with another")) : found;
    }

    private static boolean several(Setup setup) {
        return setup.text("sms.rate.instances").matches("\\d+")
                && !setup.text("sms.rate.instances").matches("0*[01]");
    }
}
