package io.bactrian.api;

import io.bactrian.directory.Group;
import io.bactrian.directory.GroupNameTakenException;
import io.bactrian.directory.Groups;
import io.bactrian.paging.Page;
import io.bactrian.security.Caller;
import io.bactrian.web.Refused;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** What callers do with groups. */
@Component
public class GroupRequests {

    private final Groups groups;
    private final Clock clock;

    GroupRequests(Groups groups, Clock clock) {
        this.groups = groups;
        this.clock = clock;
    }

    /** All of the tenant, or those that a user is in. */
    public Page<Group> all(Parameters parameters, Caller caller) {
        String user = parameters.text("userId");
        return new Page<>(user == null ? groups.all(caller.tenant()) : groups.of(caller.tenant(), user), null);
    }

    /** @throws Refused where the name is taken, or there are too many */
    public Answer create(NewGroup wanted, Caller caller) {
        if (groups.all(caller.tenant()).size() >= Groups.MOST) {
            throw Refused.conflict("name", "is one more than there can be");
        }
        Group group = group("group-" + UUID.randomUUID(), wanted, caller);
        named(() -> {
            groups.create(caller.tenant(), group);
            return true;
        });
        return new Answer(201, Map.of("Location", "/api/groups/" + group.id()), group);
    }

    /** The group as it is afterwards, or null where there is none of that id. */
    public Group rename(NewGroup wanted, Parameters parameters, Caller caller) {
        Group group = group(parameters.text("id"), wanted, caller);
        return named(() -> groups.rename(caller.tenant(), group))
                ? groups.find(caller.tenant(), group.id()).orElse(null)
                : null;
    }

    /** Nothing any more, or null where there was none of that id. */
    public Answer delete(Parameters parameters, Caller caller) {
        return groups.delete(caller.tenant(), parameters.text("id")) ? new Answer(204, Map.of(), "") : null;
    }

    private Group group(String id, NewGroup wanted, Caller caller) {
        return new Group(
                id,
                Texts.checked("name", wanted.name()),
                0,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                caller.name());
    }

    private static boolean named(BooleanSupplier write) {
        try {
            return write.getAsBoolean();
        } catch (GroupNameTakenException e) {
            throw Refused.conflict("name", "is taken");
        }
    }
}
