package io.bactrian.provider.twilio;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.messaging.v1.Service;
import io.bactrian.doctor.Diagnosis;
import io.bactrian.domain.PhoneNumber;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Where Twilio posts the texts that come in for the senders of the settings. Asks, and changes nothing. */
final class TwilioInboxes {

    private static final String NUMBER = "the number";
    private static final String SERVICE = "the messaging service";
    private static final String PART = "webhook";
    private static final int MOST = 20;

    private final TwilioRestClient client;
    private final TwilioAccount account;
    private final WebhookUrlCheck check;

    TwilioInboxes(TwilioRestClient client, TwilioAccount account) {
        this.client = client;
        this.account = account;
        this.check = new WebhookUrlCheck(account.publicUrl());
    }

    /** @throws com.twilio.exception.ApiException where Twilio does not tell */
    List<Diagnosis> examine() {
        List<Diagnosis> found = new ArrayList<>();
        Set<String> pool = new HashSet<>();
        boolean serviceAnswers = false;
        if (account.messagingServiceSid() != null) {
            pool.addAll(pool());
            Service service = Service.fetcher(account.messagingServiceSid()).fetch(client);
            serviceAnswers = !Boolean.TRUE.equals(service.getUseInboundWebhookOnNumber());
            found.addAll(service(service, serviceAnswers, pool));
        }
        for (IncomingPhoneNumber number : numbers()) {
            if (!serviceAnswers || !pool.contains(number.getSid())) {
                found.add(number(number));
            }
        }
        return found;
    }

    private List<Diagnosis> service(Service service, boolean serviceAnswers, Set<String> pool) {
        List<Diagnosis> found = new ArrayList<>();
        if (pool.isEmpty()) {
            found.add(Diagnosis.wrong(
                    PART,
                    SERVICE + " has no number, so nobody can text it",
                    "Add a number to its senders in the Twilio Console."));
        }
        if (serviceAnswers) {
            found.add(check.of(SERVICE, service.getInboundRequestUrl(), service.getInboundMethod()));
        } else {
            for (String sid : pool) {
                found.add(number(IncomingPhoneNumber.fetcher(sid).fetch(client)));
            }
        }
        return found;
    }

    /** Of an application, Twilio calls its URL and not that of the number. */
    private Diagnosis number(IncomingPhoneNumber number) {
        boolean application = number.getSmsApplicationSid() != null
                && !number.getSmsApplicationSid().isEmpty();
        return application
                ? Diagnosis.wrong(
                        PART,
                        NUMBER + " is handled by a TwiML application, whatever its own URL is",
                        check.mend(NUMBER))
                : check.of(NUMBER, number.getSmsUrl(), number.getSmsMethod());
    }

    private Set<String> pool() {
        Set<String> sids = new HashSet<>();
        com.twilio.rest.messaging.v1.service.PhoneNumber.reader(account.messagingServiceSid())
                .limit(MOST)
                .read(client)
                .forEach(number -> sids.add(number.getSid()));
        return sids;
    }

    private List<IncomingPhoneNumber> numbers() {
        PhoneNumber sender = account.sender();
        if (sender == null || !sender.value().startsWith("+")) {
            return List.of();
        }
        var found = IncomingPhoneNumber.reader()
                .setPhoneNumber(new com.twilio.type.PhoneNumber(sender.value()))
                .limit(MOST)
                .read(client);
        return StreamSupport.stream(found.spliterator(), false)
                .filter(number -> number.getPhoneNumber() != null
                        && sender.value().equals(number.getPhoneNumber().getEndpoint()))
                .toList();
    }
}
