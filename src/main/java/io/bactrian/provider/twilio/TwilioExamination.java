package io.bactrian.provider.twilio;

import com.twilio.exception.ApiException;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.Domains;
import io.bactrian.doctor.ClockCheck;
import io.bactrian.doctor.Diagnosis;
import io.bactrian.doctor.Examination;
import io.bactrian.doctor.Setup;
import io.bactrian.domain.SettingRefused;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.apache.hc.core5.http.Header;
import org.springframework.boot.context.properties.bind.Binder;

/** Whether Twilio takes the credentials and knows the senders, where it posts texts, and its clock. Only asks. */
class TwilioExamination implements Examination {

    private static final String WHOSE = "Twilio";

    private final TwilioFailures failures = new TwilioFailures(new UnknownCodes(new SimpleMeterRegistry()));

    @Override
    public String part() {
        return "twilio";
    }

    @Override
    public List<Diagnosis> examine(Setup setup) {
        if (!setup.providers().contains(TwilioAccount.PROVIDER)) {
            return List.of(Diagnosis.right(part(), "is no provider here, so it is not asked"));
        }
        TwilioSettings settings = Binder.get(setup.settings()).bindOrCreate("twilio", TwilioSettings.class);
        try {
            new TwilioRequirements(
                    settings, setup.providers(), setup.publicUrl(), TwilioConfiguration.lease(setup.settings()));
        } catch (SettingRefused e) {
            return List.of(Diagnosis.wrong(part(), e.getMessage(), e.action()));
        }
        TwilioAccount account = new TwilioAccount(settings, setup.providers(), setup.publicUrl(), OptionalInt::empty);
        return asked(TwilioConfiguration.client(account, settings, setup.clock()), account, setup);
    }

    private List<Diagnosis> asked(TwilioRestClient client, TwilioAccount account, Setup setup) {
        List<Diagnosis> found = new ArrayList<>();
        TwilioCheck.Result result = new TwilioCheck(client, account, failures).run();
        result.checks().forEach(check -> found.add(told(check)));
        if (!result.checks().get(0).ok()) {
            return found;
        }
        try {
            found.add(clock(client, account, setup));
            found.addAll(new TwilioInboxes(client, account).examine());
        } catch (ApiException e) {
            found.add(Diagnosis.unchecked(
                    part(),
                    "does not tell where it posts texts: " + failures.from(e).getMessage(),
                    "Ask again, or look into the Twilio Console."));
        }
        return found;
    }

    private Diagnosis told(TwilioCheck.Check check) {
        String part = part() + " " + check.name();
        if (check.ok()) {
            return Diagnosis.right(part, check.reason());
        }
        return TwilioFailures.isAway(check.reason())
                ? Diagnosis.unchecked(part, check.reason(), "See that this machine reaches api.twilio.com by HTTPS.")
                : Diagnosis.wrong(part, check.reason(), mend(check.name()));
    }

    private static String mend(String check) {
        return switch (check) {
            case "account" ->
                "Take TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN from the Twilio Console, of the same account"
                        + " and not of its test credentials; see there that it is active.";
            case "sender" ->
                "Set TWILIO_PHONE_NUMBER to a number of the account that can text, with + and country code.";
            default -> "Set TWILIO_MESSAGING_SERVICE_SID to a messaging service (MG…) of the account.";
        };
    }

    private static Diagnosis clock(TwilioRestClient client, TwilioAccount account, Setup setup) {
        Response answer = client.request(new Request(
                HttpMethod.GET, Domains.API.toString(), "/2010-04-01/Accounts/" + account.accountSid() + ".json"));
        String date = Arrays.stream(answer.getHeaders())
                .filter(header -> header.getName().equalsIgnoreCase("Date"))
                .map(Header::getValue)
                .findFirst()
                .orElse(null);
        return ClockCheck.againstHeader(WHOSE, date, setup.clock().instant());
    }
}
