package io.bactrian.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bactrian.batches.Batch;
import io.bactrian.batches.BatchStatus;
import io.bactrian.batches.Batches;
import io.bactrian.domain.OptOutChange;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.limits.ApiRates;
import io.bactrian.optout.LearnedOptOuts;
import io.bactrian.outbound.LoopGuard;
import io.bactrian.outbound.Recipients;
import io.bactrian.security.Caller;
import io.bactrian.web.FieldError;
import io.bactrian.web.Refused;
import io.bactrian.web.RowErrors;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What it takes to send many messages for a caller. A row that cannot be sent is told, and never sinks the rest. */
@Component
public class BulkRequests {

    private final Drafts drafts;
    private final MessageIds ids;
    private final Batches batches;
    private final Recipients recipients;
    private final LoopGuard guard;
    private final ApiRates rates;
    private final ObjectMapper json;
    private final Clock clock;

    BulkRequests(
            Drafts drafts,
            MessageIds ids,
            Batches batches,
            Recipients recipients,
            LoopGuard guard,
            ApiRates rates,
            ObjectMapper json,
            Clock clock) {
        this.drafts = drafts;
        this.ids = ids;
        this.batches = batches;
        this.recipients = recipients;
        this.guard = guard;
        this.rates = rates;
        this.json = json;
        this.clock = clock;
    }

    /**
     * The rows as messages, those aside that cannot be.
     *
     * @param errors the rows that do not keep to the contract
     * @param newId the id to make the others of, so that the same call again makes the same messages; or null
     * @throws Refused where they queue too much at one time
     */
    public BulkDraft draft(BulkRequest request, RowErrors errors, Caller caller, String newId) {
        rates.charge(caller.tenant(), request.messages().size());
        String id = newId == null ? ids.bare() : newId;
        List<BulkDraft.Row> accepted = new ArrayList<>();
        List<BulkResult.Rejected> rejected = new ArrayList<>();
        for (int index = 0; index < request.messages().size(); index++) {
            try {
                refuse(errors.byRow().get(index));
                SendRequest row = row(request.messages().get(index), request);
                OutgoingMessage message =
                        drafts.draft(row, caller, MessageIds.of(id) + "-" + index, MessageIds.batch(id));
                accepted.add(new BulkDraft.Row(index, message));
            } catch (Refused refusal) {
                FieldError error = refusal.problem().errors().get(0);
                rejected.add(rejected(index, error.field(), error.message(), null));
            }
        }
        return new BulkDraft(MessageIds.batch(id), accepted, rejected);
    }

    private static void refuse(FieldError error) {
        if (error != null) {
            throw Refused.invalid(error.field(), error.message());
        }
    }

    private static BulkResult.Rejected rejected(int index, String field, String message, String errorCode) {
        return new BulkResult.Rejected(index, field, field + " " + message, errorCode);
    }

    private SendRequest row(JsonNode node, BulkRequest request) {
        try {
            return request.complete(json.treeToValue(node, SendRequest.class));
        } catch (JsonProcessingException e) {
            // Not its message, which quotes what was sent.
            throw Refused.invalid("(row)", "does not keep to the contract");
        }
    }

    /**
     * The rows without those that nobody should get.
     *
     * @param wishes the last words of each recipient who has said one
     */
    public BulkDraft allowed(BulkDraft draft, List<OptOutChange> wishes) {
        Map<PhoneNumber, List<OptOutChange>> ofPerson =
                wishes.stream().collect(Collectors.groupingBy(OptOutChange::phoneNumber));
        Predicate<OutgoingMessage> isOptedOut =
                message -> recipients.hasOptedOut(message, ofPerson.get(message.phoneNumber()));
        return draft.without(isOptedOut, "to " + SmsRequests.HAS_OPTED_OUT, LearnedOptOuts.CODE)
                .without(message -> guard.wait(message) != null, "to has had the same text too often just now", null);
    }

    /** Stores the batch, and gives the messages that are to be queued. */
    public List<OutgoingMessage> begin(BulkDraft draft, Caller caller) {
        batches.begin(new Batch(
                draft.batchId(),
                caller.tenant(),
                caller.name(),
                BatchStatus.RUNNING,
                draft.accepted().size(),
                draft.rejected().size(),
                clock.instant()));
        return draft.messages();
    }

    public Answer answer(BulkDraft draft) {
        return new Answer(
                202,
                Map.of("Location", "/api/sms/status/" + draft.batchId()),
                new BulkResult(draft.batchId(), draft.accepted().size(), draft.rejected()));
    }
}
