package io.bactrian.provider.twilio;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import io.bactrian.domain.DeliveryReport;
import io.bactrian.domain.OutgoingMessage;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Asks Twilio what became of a call that it took, by its sid. */
@Component
public class TwilioCallLookup {

    private static final int NOT_FOUND = 404;

    private final TwilioRestClient client;
    private final Clock clock;

    public TwilioCallLookup(TwilioRestClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /**
     * What a report would say now, or null where Twilio has no such call.
     *
     * @throws RuntimeException where Twilio cannot be asked
     */
    public DeliveryReport fetch(OutgoingMessage call) {
        try {
            Call found = Call.fetcher(call.providerMessageId()).fetch(client);
            return TwilioReports.ofCall(
                    call.id(), found.getSid(), String.valueOf(found.getStatus()), "", clock.instant());
        } catch (ApiException e) {
            if (Integer.valueOf(NOT_FOUND).equals(e.getStatusCode())) {
                return null;
            }
            throw e;
        }
    }
}
