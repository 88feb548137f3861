package io.bactrian.fuzz;

import io.bactrian.api.ContractExamples;
import io.bactrian.web.Contract;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Good requests, as the contract's examples show them, of every call that there is; and from them odd ones. */
final class Drafts {

    private static final int MOST_IDS = 500;
    private static final int WEBHOOKS = 6;

    private final Odd odd;
    private final Target target;
    private final OddBodies bodies;
    private final OddEnvelopes envelopes;
    private final WebhookDrafts webhooks;
    private final List<Contract.Call> calls = ContractExamples.calls().toList();
    private final List<String> ids = new ArrayList<>(List.of("none", "1", "SM" + "1".repeat(32)));

    Drafts(Odd odd, Target target) {
        this.odd = odd;
        this.target = target;
        this.bodies = new OddBodies(odd);
        this.envelopes = new OddEnvelopes(odd);
        this.webhooks = new WebhookDrafts(odd, target);
    }

    /** An id that some answer has told, for the paths of others. */
    void learn(String id) {
        if (ids.size() < MOST_IDS) {
            ids.add(id);
        } else {
            ids.set(odd.below(MOST_IDS), id);
        }
    }

    Draft next() {
        if (odd.oneIn(WEBHOOKS)) {
            return webhooks.next();
        }
        Draft draft = good(odd.any(calls));
        for (int times = odd.below(3); times > 0; times--) {
            if (draft.body.length > 0 && !odd.oneIn(3)) {
                bodies.spoil(draft);
            } else {
                envelopes.spoil(draft);
            }
        }
        return draft;
    }

    private Draft good(Contract.Call call) {
        String body = planted(odd.any(ContractExamples.bodies(call)));
        String path = call.path().replaceAll("\\{[^}]+}", odd.any(ids));
        Draft draft = new Draft(call.operationId(), call.method(), path, body.getBytes(StandardCharsets.UTF_8));
        draft.header("Authorization", "Bearer " + target.bearer());
        if (draft.body.length > 0) {
            draft.header("Content-Type", "application/json");
        }
        if (call.parameters().containsKey("Prefer") && !odd.oneIn(20)) {
            draft.header("Prefer", "respond-async");
        }
        return draft;
    }

    private static String planted(String example) {
        return example.replaceAll("\\+1500555\\d{4}", "\\" + Canary.NUMBER)
                .replaceAll("(\"(?:body|messageContent|message)\":\")", "$1" + Canary.TEXT + " ");
    }
}
