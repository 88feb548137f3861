package io.bactrian.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bactrian.directory.UserDirectory;
import io.bactrian.domain.OptOutChange;
import io.bactrian.domain.OptOutSource;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.User;
import io.bactrian.optout.OptOutLog;
import io.bactrian.optout.OptOutQuery;
import io.bactrian.paging.Page;
import io.bactrian.security.Caller;
import io.bactrian.web.FieldError;
import io.bactrian.web.Refused;
import io.bactrian.web.RowErrors;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What callers ask about opt-outs, and put on record. A row that cannot be is told, and never sinks the rest. */
@Component
public class OptOutRequests {

    private final OptOutLog log;
    private final UserDirectory users;
    private final OptOutDrafts drafts;
    private final MessageIds ids;
    private final ObjectMapper json;

    OptOutRequests(OptOutLog log, UserDirectory users, OptOutDrafts drafts, MessageIds ids, ObjectMapper json) {
        this.log = log;
        this.users = users;
        this.drafts = drafts;
        this.ids = ids;
        this.json = json;
    }

    public Page<OptOut> page(Parameters parameters, Caller caller) {
        OptOutStatus status = parameters.word("status", OptOutStatus.class);
        OptOutQuery wanted = new OptOutQuery(
                parameters.page(caller),
                status == null ? null : status == OptOutStatus.OPTED_OUT,
                parameters.instant("since"),
                parameters.instant("until"),
                person(parameters.text("userId"), caller),
                parameters.text("messagingServiceSid"));
        Page<OptOutChange> found = Parameters.paging(() -> log.page(wanted));
        return new Page<>(found.items().stream().map(OptOut::of).toList(), found.nextCursor());
    }

    private PhoneNumber person(String userId, Caller caller) {
        return userId == null
                ? null
                : users.find(caller.tenant(), userId)
                        .map(User::phoneNumber)
                        .orElseThrow(() -> Refused.invalid("userId", "is nobody's"));
    }

    /** @throws Refused where it cannot be put on record */
    public OptOutDraft draft(NewOptOut wanted, Caller caller) {
        OptOutChange change = drafts.draft(wanted, caller, OptOutSource.API, "api-" + ids.bare(), 0);
        return new OptOutDraft(false, List.of(new OptOutDraft.Row(0, change)), List.of(), 0);
    }

    /**
     * The rows as changes, those aside that cannot be.
     *
     * @param errors the rows that do not keep to the contract
     */
    public OptOutDraft draftRows(OptOutImport wanted, RowErrors errors, Caller caller) {
        String id = "import-" + ids.bare() + "-";
        List<OptOutDraft.Row> rows = new ArrayList<>();
        List<BulkResult.Rejected> rejected = new ArrayList<>();
        for (int index = 0; index < wanted.rows().size(); index++) {
            try {
                NewOptOut row = row(wanted.rows().get(index), errors.byRow().get(index));
                rows.add(new OptOutDraft.Row(index, drafts.draft(row, caller, OptOutSource.IMPORT, id + index, index)));
            } catch (Refused refusal) {
                FieldError error = refusal.problem().errors().get(0);
                rejected.add(
                        new BulkResult.Rejected(index, error.field(), error.field() + " " + error.message(), null));
            }
        }
        return new OptOutDraft(wanted.dryRun(), rows, rejected, 0);
    }

    private NewOptOut row(JsonNode node, FieldError error) {
        if (error != null) {
            throw Refused.invalid(error.field(), error.message());
        }
        try {
            return json.treeToValue(node, NewOptOut.class);
        } catch (JsonProcessingException e) {
            // Not its message, which quotes what was sent.
            throw Refused.invalid("(row)", "does not keep to the contract");
        }
    }

    /** @param wishes the last words of the recipients */
    public OptOutDraft news(OptOutDraft draft, List<OptOutChange> wishes) {
        return draft.news(wishes);
    }

    /**
     * The last word as it stands afterwards.
     *
     * @param wishes the last words of the recipient before
     * @throws Refused where a later one is known
     */
    public OptOut answer(OptOutDraft draft, OptOutDraft news, List<OptOutChange> wishes) {
        if (!news.rejected().isEmpty()) {
            throw Refused.unprocessable("at", "is before the last word that is known of them");
        }
        OptOutChange wanted = draft.rows().get(0).change();
        OptOutChange known = wishes.stream()
                .filter(wish -> wish.scope().equals(wanted.scope()))
                .findFirst()
                .orElse(wanted);
        return OptOut.of(news.rows().isEmpty() ? known : wanted);
    }

    public OptOutImportResult answerRows(OptOutDraft news) {
        return OptOutImportResult.of(news);
    }
}
