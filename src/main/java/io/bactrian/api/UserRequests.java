package io.bactrian.api;

import io.bactrian.directory.NumberTakenException;
import io.bactrian.directory.UserDirectory;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.User;
import io.bactrian.domain.UserStatus;
import io.bactrian.paging.Page;
import io.bactrian.security.Caller;
import io.bactrian.web.Refused;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What callers do with the directory. */
@Component
public class UserRequests {

    private final UserDirectory users;
    private final PhoneNumbers numbers;

    UserRequests(UserDirectory users, PhoneNumbers numbers) {
        this.users = users;
        this.numbers = numbers;
    }

    public Page<User> page(Parameters parameters, Caller caller) {
        return Parameters.paging(() -> users.page(parameters.page(caller)));
    }

    /** @throws Refused where the number is none, or somebody's already */
    public Answer create(NewUser wanted, Caller caller) {
        PhoneNumber number = numbers.read(wanted.phoneNumber())
                .orElseThrow(() -> Refused.unprocessable("phoneNumber", "is not a possible phone number"));
        UserStatus status = wanted.status() == null ? UserStatus.ACTIVE : wanted.status();
        try {
            User user = users.create(caller.tenant(), number, Texts.checked("name", wanted.name()), status);
            return new Answer(201, Map.of("Location", "/api/users/" + user.id()), user);
        } catch (NumberTakenException e) {
            throw Refused.conflict("phoneNumber", "is somebody's already");
        }
    }

    /** The user as it is afterwards, or null where there is none of that id. */
    public User update(UserChange change, Parameters parameters, Caller caller) {
        String name = Texts.checked("name", change.name());
        return users.update(caller.tenant(), parameters.text("id"), name, change.status())
                .orElse(null);
    }
}
