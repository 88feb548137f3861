package io.bactrian.dashboard.users;

import io.bactrian.dashboard.Calls;
import io.bactrian.web.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What the pages ask of the directory. */
final class Directory {

    private final Calls calls;

    Directory(Calls calls) {
        this.calls = calls;
    }

    record Users(List<User> items, String nextCursor) {}

    record User(
            String id,
            String name,
            String phoneNumber,
            String status,
            boolean optedOut,
            Instant optedOutAt,
            Instant createdAt) {

        public boolean isActive() {
            return status.equals("active");
        }

        /** Never empty: it is what a link says. */
        public String called() {
            return name == null || name.isBlank() ? "no name" : name;
        }

        @Override
        public String toString() {
            return "User[" + id + "]";
        }
    }

    record Groups(List<Group> items) {}

    record Group(String id, String name, int members, Instant changedAt, String changedBy) {}

    record Wishes(List<Wish> items) {}

    record Wish(
            String status,
            String sender,
            String messagingServiceSid,
            boolean allSenders,
            String source,
            String wording,
            String messageId,
            String reason,
            String recordedBy,
            Instant at) {

        public boolean isOut() {
            return status.equals("opted-out");
        }
    }

    Users users(String search, String cursor) {
        Map<String, String> asked = Map.of("search", or(search), "cursor", or(cursor));
        return calls.call("list-users", asked).as(Users.class);
    }

    /** @throws Refused where nobody has the id */
    User user(String id) {
        return users(id, null).items().stream()
                .filter(user -> user.id().equals(id))
                .findFirst()
                .orElseThrow(Refused::notFound);
    }

    List<Wish> wishes(String userId) {
        return calls.call("list-opt-outs", Map.of("userId", userId))
                .as(Wishes.class)
                .items();
    }

    List<Group> groups(String userId) {
        return calls.call("list-groups", Map.of("userId", or(userId)))
                .as(Groups.class)
                .items();
    }

    /** @throws Refused where none has the id */
    Group group(String id) {
        return groups(null).stream()
                .filter(group -> group.id().equals(id))
                .findFirst()
                .orElseThrow(Refused::notFound);
    }

    Users members(String group, String cursor) {
        return calls.call("list-members", Map.of("id", group, "cursor", or(cursor)))
                .as(Users.class);
    }

    private static String or(String text) {
        return text == null ? "" : text.strip();
    }
}
