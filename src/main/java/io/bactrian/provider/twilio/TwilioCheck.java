package io.bactrian.provider.twilio;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.Account;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.messaging.v1.Service;
import com.twilio.type.PhoneNumberCapabilities;
import io.bactrian.domain.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;

/**
 * Asks Twilio, or the simulator in its place, whether what the settings say of the account holds. Nothing is sent, and
 * what is said holds neither a number nor a credential.
 */
@Component
public class TwilioCheck {

    /** @param reason in words, also where all is well */
    public record Check(String name, boolean ok, String reason) {}

    /** @param simulated whether the simulator was asked */
    public record Result(boolean ok, boolean simulated, List<Check> checks) {}

    private static final Pattern ORDINARY = Pattern.compile("\\+[1-9]\\d{6,14}");

    private final TwilioRestClient client;
    private final TwilioAccount account;
    private final TwilioFailures failures;

    TwilioCheck(TwilioRestClient client, TwilioAccount account, TwilioFailures failures) {
        this.client = client;
        this.account = account;
        this.failures = failures;
    }

    /** Where the account cannot be had, nothing more is asked; else what is set is looked up, one call each. */
    public Result run() {
        List<Check> checks = new ArrayList<>();
        checks.add(asked("account", this::accountCheck).get(0));
        if (checks.get(0).ok()) {
            if (account.sender() != null) {
                checks.addAll(asked("sender", () -> senderChecks(account.sender())));
            }
            if (account.messagingServiceSid() != null) {
                checks.addAll(asked("messaging-service", this::serviceCheck));
            }
        }
        return new Result(checks.stream().allMatch(Check::ok), account.simulated(), checks);
    }

    private List<Check> asked(String name, Supplier<List<Check>> question) {
        try {
            return question.get();
        } catch (ApiException e) {
            return List.of(new Check(name, false, failures.from(e).getMessage()));
        }
    }

    private List<Check> accountCheck() {
        Account found = Account.fetcher(account.accountSid()).fetch(client);
        boolean active = found.getStatus() == Account.Status.ACTIVE;
        return List.of(new Check("account", active, "the account is " + found.getStatus()));
    }

    private List<Check> senderChecks(PhoneNumber sender) {
        if (!ORDINARY.matcher(sender.value()).matches()) {
            return List.of(new Check("sender", true, "a short code or a name, which cannot be looked up"));
        }
        return find(sender)
                .map(TwilioCheck::capable)
                .orElseGet(() -> List.of(new Check("sender", false, "the number is none of the account's")));
    }

    private Optional<IncomingPhoneNumber> find(PhoneNumber sender) {
        var reader = IncomingPhoneNumber.reader()
                .setPhoneNumber(new com.twilio.type.PhoneNumber(sender.value()))
                .limit(20);
        return StreamSupport.stream(reader.read(client).spliterator(), false)
                .filter(number -> number.getPhoneNumber() != null
                        && sender.value().equals(number.getPhoneNumber().getEndpoint()))
                .findFirst();
    }

    /** A number that cannot call is no fault: many gateways only text. */
    private static List<Check> capable(IncomingPhoneNumber number) {
        PhoneNumberCapabilities can = number.getCapabilities();
        boolean texts = can == null || can.getSms();
        boolean calls = can == null || can.getVoice();
        return List.of(
                new Check("sender", texts, texts ? "the account's, and it can text" : "the number cannot text"),
                new Check("calls", true, calls ? "the number can call" : "the number cannot call, so calls will fail"));
    }

    private List<Check> serviceCheck() {
        Service.fetcher(account.messagingServiceSid()).fetch(client);
        return List.of(new Check("messaging-service", true, "the service is there"));
    }
}
