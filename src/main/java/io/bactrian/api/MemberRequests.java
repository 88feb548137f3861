package io.bactrian.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bactrian.directory.Group;
import io.bactrian.directory.Groups;
import io.bactrian.directory.UserDirectory;
import io.bactrian.domain.User;
import io.bactrian.paging.Page;
import io.bactrian.security.Caller;
import io.bactrian.web.Refused;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who is in a group, and what all of them are to be sent. Each gives null where there is no such group. */
@Component
public class MemberRequests {

    private final Groups groups;
    private final UserDirectory users;
    private final ObjectMapper json;

    MemberRequests(Groups groups, UserDirectory users, ObjectMapper json) {
        this.groups = groups;
        this.users = users;
        this.json = json;
    }

    /** In the order of their ids; the cursor is the last one's. */
    public Page<User> page(Parameters parameters, Caller caller) {
        Optional<Group> group = groups.find(caller.tenant(), parameters.text("id"));
        if (group.isEmpty()) {
            return null;
        }
        String after = parameters.text("cursor");
        List<String> left = groups.members(caller.tenant(), group.get().id()).stream()
                .filter(id -> after == null || id.compareTo(after) > 0)
                .toList();
        List<String> ids = left.subList(0, Math.min(left.size(), parameters.limit()));
        List<User> page = users.find(caller.tenant(), ids).stream()
                .sorted(Comparator.comparing(User::id))
                .toList();
        return new Page<>(page, left.size() > ids.size() ? ids.get(ids.size() - 1) : null);
    }

    /** @throws Refused where the group is full */
    public Answer add(Parameters parameters, Caller caller) {
        String user = parameters.text("userId");
        Optional<Group> group = groups.find(caller.tenant(), parameters.text("id"));
        if (group.isEmpty() || users.find(caller.tenant(), user).isEmpty()) {
            return null;
        }
        List<String> members = groups.members(caller.tenant(), group.get().id());
        if (members.size() >= Groups.MOST_MEMBERS && !members.contains(user)) {
            throw Refused.conflict("userId", "is one more than a group can have");
        }
        groups.add(caller.tenant(), group.get().id(), user);
        return new Answer(204, Map.of(), "");
    }

    public Answer remove(Parameters parameters, Caller caller) {
        Optional<Group> group = groups.find(caller.tenant(), parameters.text("id"));
        if (group.isEmpty()) {
            return null;
        }
        groups.remove(caller.tenant(), group.get().id(), parameters.text("userId"));
        return new Answer(204, Map.of(), "");
    }

    /**
     * A row for each who is in the group.
     *
     * @throws Refused where there is no such group, nobody is in it, or more than one batch can have
     */
    public BulkRequest bulk(SendRequest text, Parameters parameters, Caller caller) {
        Group group = groups.find(caller.tenant(), parameters.text("id")).orElseThrow(Refused::notFound);
        List<String> members = groups.members(caller.tenant(), group.id());
        if (members.isEmpty() || members.size() > Groups.MOST_MEMBERS) {
            throw Refused.conflict("id", members.isEmpty() ? "is a group with nobody in it" : "is too large a group");
        }
        List<JsonNode> rows = members.stream().map(id -> row(text, id)).toList();
        return new BulkRequest(rows, null, null, null, null, null);
    }

    private JsonNode row(SendRequest text, String userId) {
        return json.valueToTree(new SendRequest(
                null,
                userId,
                null,
                text.body(),
                text.from(),
                text.mediaUrl(),
                text.priority(),
                text.sendAt(),
                text.timeZone(),
                text.validFor(),
                text.quietHours()));
    }
}
