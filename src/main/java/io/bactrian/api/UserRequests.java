package io.bactrian.api;

import io.bactrian.directory.NumberTakenException;
import io.bactrian.directory.Person;
import io.bactrian.directory.UserDirectory;
import io.bactrian.directory.UserLists;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.User;
import io.bactrian.domain.UserStatus;
import io.bactrian.paging.Page;
import io.bactrian.security.Caller;
import io.bactrian.web.Refused;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What callers do with the directory. */
@Component
public class UserRequests {

    private final UserDirectory users;
    private final UserLists lists;
    private final PhoneNumbers numbers;

    UserRequests(UserDirectory users, UserLists lists, PhoneNumbers numbers) {
        this.lists = lists;
        this.users = users;
        this.numbers = numbers;
    }

    /** A page, or the first that are found by what somebody types. */
    public Page<User> page(Parameters parameters, Caller caller) {
        String search = parameters.text("search");
        if (search != null) {
            return new Page<>(lists.search(caller.tenant(), search, parameters.limit()), null);
        }
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

    /** Puts the people of a table into the directory who are not there yet; or tells what would come of it. */
    public UserImportResult bring(UserImport wanted, Caller caller) {
        UserTable table = UserTable.of(wanted.csv(), numbers);
        List<PhoneNumber> all = table.people().stream().map(Person::phoneNumber).toList();
        Set<PhoneNumber> known = lists.known(caller.tenant(), all);
        List<Person> strangers = table.people().stream()
                .filter(person -> !known.contains(person.phoneNumber()))
                .toList();
        if (!wanted.dryRun()) {
            lists.create(caller.tenant(), strangers);
        }
        return new UserImportResult(wanted.dryRun(), strangers.size(), known.size(), table.rejected());
    }

    /** The user as it is afterwards, or null where there is none of that id. */
    public User update(UserChange change, Parameters parameters, Caller caller) {
        String name = Texts.checked("name", change.name());
        return users.update(caller.tenant(), parameters.text("id"), name, change.status())
                .orElse(null);
    }
}
