package io.bactrian.store.firestore;

import com.google.api.core.ApiFuture;
import com.google.cloud.firestore.BulkWriter;
import com.google.cloud.firestore.BulkWriterOptions;
import com.google.cloud.firestore.CollectionReference;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.FieldMask;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Query;
import com.google.cloud.firestore.WriteResult;
import io.bactrian.directory.Person;
import io.bactrian.directory.UserLists;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.User;
import io.bactrian.domain.UserKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Many documents of the collection {@code users} at once. */
class FirestoreUserLists implements UserLists {

    private static final String LAST_CHARACTER = Character.toString(Character.MAX_CODE_POINT);
    private static final int AT_ONCE = 300;

    private final Firestore firestore;
    private final CollectionReference users;
    private final CollectionReference optOuts;
    private final FirestoreUserDirectory directory;
    private final Clock clock;
    private final UserDocuments documents = new UserDocuments();
    private final DocumentIds ids = new DocumentIds();

    FirestoreUserLists(Firestore firestore, FirestoreUserDirectory directory, Clock clock) {
        this.firestore = firestore;
        this.users = firestore.collection(UserDocuments.COLLECTION);
        this.optOuts = firestore.collection(OptOutDocuments.COLLECTION);
        this.directory = directory;
        this.clock = clock;
    }

    /** Names as they were typed, in lower case, and with a capital: Firestore has no other way not to mind the case. */
    @Override
    public List<User> search(String tenant, String text, int limit) {
        String lower = text.toLowerCase(Locale.ROOT);
        int first = text.offsetByCodePoints(0, 1);
        String capital = lower.substring(0, first).toUpperCase(Locale.ROOT) + lower.substring(first);
        Stream<String> byName =
                Stream.of(text, capital, lower).distinct().flatMap(spelling -> named(tenant, spelling, limit).stream());
        return Stream.concat(directory.find(tenant, text).map(User::id).stream(), byName)
                .distinct()
                .limit(limit)
                .map(id -> directory.find(tenant, id))
                .flatMap(Optional::stream)
                .toList();
    }

    private List<String> named(String tenant, String begin, int limit) {
        Query query = users.whereEqualTo("tenant", tenant)
                .whereGreaterThanOrEqualTo("name", begin)
                .whereLessThan("name", begin + LAST_CHARACTER)
                .orderBy("name")
                .limit(limit);
        return Answers.to("search users", query.get()).getDocuments().stream()
                .map(document -> document.getString("id"))
                .toList();
    }

    @Override
    public List<User> of(String tenant, Collection<PhoneNumber> numbers) {
        return numbers.isEmpty() ? List.of() : directory.of(tenant, numbers);
    }

    @Override
    public Set<PhoneNumber> known(String tenant, Collection<PhoneNumber> numbers) {
        List<PhoneNumber> all = List.copyOf(numbers);
        Set<PhoneNumber> known = new HashSet<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            DocumentReference[] some = all.subList(from, Math.min(from + AT_ONCE, all.size())).stream()
                    .map(number -> users.document(ids.of(new UserKey(tenant, number))))
                    .toArray(DocumentReference[]::new);
            Answers.to("find users", firestore.getAll(some, FieldMask.of("phoneNumber"))).stream()
                    .filter(DocumentSnapshot::exists)
                    .forEach(user -> known.add(new PhoneNumber(user.getString("phoneNumber"))));
        }
        return known;
    }

    @Override
    public void create(String tenant, List<Person> people) {
        for (int from = 0; from < people.size(); from += AT_ONCE) {
            createSome(tenant, people.subList(from, Math.min(from + AT_ONCE, people.size())));
        }
    }

    /** An opt-out that comes between the two steps is found wherever somebody is sent to: the wish has a document of its own. */
    private void createSome(String tenant, List<Person> people) {
        DocumentReference[] wishes = people.stream()
                .map(person -> optOuts.document(ids.of(person.phoneNumber())))
                .toArray(DocumentReference[]::new);
        List<DocumentSnapshot> said = Answers.to("find opt-outs", firestore.getAll(wishes));
        BulkWriter writer = firestore.bulkWriter(
                BulkWriterOptions.builder().setThrottlingEnabled(false).build());
        List<ApiFuture<WriteResult>> writes = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            Person person = people.get(i);
            DocumentReference document = users.document(ids.of(new UserKey(tenant, person.phoneNumber())));
            writes.add(writer.create(document, fields(tenant, person, said.get(i))));
        }
        Answers.to("create users", writer.flush());
        writes.forEach(write -> Answers.toRace("create a user", write));
    }

    private Map<String, Object> fields(String tenant, Person person, DocumentSnapshot wish) {
        User user = new User(
                UUID.randomUUID().toString(),
                person.phoneNumber(),
                person.name(),
                person.status(),
                false,
                null,
                tenant,
                clock.instant());
        Map<String, Object> fields = documents.of(user);
        if (wish.exists() && fields.containsKey("optedOut")) {
            fields.putAll(new OptOutDocuments().ofUser(wish.getData()));
        }
        return fields;
    }
}
