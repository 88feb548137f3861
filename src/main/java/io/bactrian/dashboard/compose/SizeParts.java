package io.bactrian.dashboard.compose;

import io.bactrian.dashboard.Calls;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.ui.Model;

/** What a text takes and costs, while it is typed. */
final class SizeParts {

    private final Calls calls;

    SizeParts(Calls calls) {
        this.calls = calls;
    }

    /** @param who may be empty; the cost is that of the first */
    String size(String body, String conversationId, List<String> who, boolean bubble, Model model) {
        if (!body.isBlank()) {
            Map<String, String> asked = new HashMap<>(Map.of("body", body));
            if (conversationId != null) {
                asked.put("conversationId", conversationId);
            } else if (!who.isEmpty() && !Recipient.of(who.get(0)).isGroup()) {
                asked.put(
                        Recipient.of(who.get(0)).field(),
                        Recipient.of(who.get(0)).value());
            }
            Calls.Reply reply = calls.call("preview-sms", Map.of(), asked);
            model.addAttribute("size", reply.isGood() ? reply.as(Size.class) : null);
            model.addAttribute("problem", reply.isGood() ? null : reply.problem());
        }
        model.addAttribute("bubble", bubble ? body : null);
        model.addAttribute("people", Math.max(1, who.size()));
        return "dashboard/size :: size";
    }
}
