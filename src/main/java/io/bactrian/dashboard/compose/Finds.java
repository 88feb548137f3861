package io.bactrian.dashboard.compose;

import io.bactrian.dashboard.Calls;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Who may be meant by what somebody types. */
final class Finds {

    private static final int PEOPLE = 8;
    private static final int GROUPS = 4;

    private final Calls calls;

    Finds(Calls calls) {
        this.calls = calls;
    }

    record People(List<Person> items) {}

    record Person(String id, String name, String phoneNumber, String status, boolean optedOut) {

        public String title() {
            return name == null ? phoneNumber : name;
        }

        @Override
        public String toString() {
            return "Person[" + id + "]";
        }
    }

    record Groups(List<Group> items) {}

    record Group(String id, String name, int members) {

        public String size() {
            return members == 1 ? "1 person" : members + " people";
        }
    }

    List<Person> people(String text) {
        return text.isEmpty()
                ? List.of()
                : calls.call("list-users", Map.of("search", text, "limit", PEOPLE))
                        .as(People.class)
                        .items();
    }

    List<Group> groups(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return text.isEmpty()
                ? List.of()
                : calls.call("list-groups", Map.of()).as(Groups.class).items().stream()
                        .filter(group -> group.name().toLowerCase(Locale.ROOT).contains(wanted))
                        .limit(GROUPS)
                        .toList();
    }
}
