package io.bactrian.store.firestore;

import com.google.cloud.firestore.CollectionReference;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Transaction;
import io.bactrian.accounts.Account;
import io.bactrian.accounts.Accounts;
import io.bactrian.accounts.KeptAccount;
import io.bactrian.accounts.Role;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The collection {@code accounts}; the id is made of the name. */
class FirestoreAccounts implements Accounts {

    private static final String CHANGED_AT = "changedAt";

    private final Firestore firestore;
    private final CollectionReference accounts;
    private final DocumentIds ids = new DocumentIds();

    FirestoreAccounts(Firestore firestore) {
        this.firestore = firestore;
        this.accounts = firestore.collection("accounts");
    }

    @Override
    public Optional<KeptAccount> find(String name) {
        return Optional.of(Answers.to("find an account", document(name).get()))
                .filter(DocumentSnapshot::exists)
                .map(found -> new KeptAccount(account(found), found.getString("hash")));
    }

    @Override
    public List<Account> all(String tenant) {
        var theirs = tenant == null ? accounts : accounts.whereEqualTo("tenant", tenant);
        return Answers.to("list accounts", theirs.limit(MOST).get()).getDocuments().stream()
                .map(FirestoreAccounts::account)
                .sorted(Comparator.comparing(Account::name))
                .toList();
    }

    @Override
    public boolean create(KeptAccount kept) {
        return Answers.toRace(
                "create an account", document(kept.account().name()).create(fields(kept)));
    }

    @Override
    public boolean replace(Account before, KeptAccount now) {
        return Answers.to("change an account", firestore.runTransaction(all -> replace(all, before, now)));
    }

    private boolean replace(Transaction transaction, Account before, KeptAccount now) throws Exception {
        DocumentSnapshot found = transaction.get(document(before.name())).get();
        boolean same = found.exists() && account(found).changedAt().equals(before.changedAt());
        if (same) {
            transaction.set(found.getReference(), fields(now));
        }
        return same;
    }

    private DocumentReference document(String name) {
        return accounts.document(ids.of(name));
    }

    private static Map<String, Object> fields(KeptAccount kept) {
        Account account = kept.account();
        Map<String, Object> fields = new HashMap<>();
        fields.put("name", account.name());
        fields.put("hash", kept.hash());
        fields.put("role", account.role().toString());
        fields.put("tenant", account.tenant());
        fields.put("active", account.active());
        fields.put("createdAt", Fields.time(account.createdAt()));
        fields.put("createdBy", account.createdBy());
        fields.put(CHANGED_AT, Fields.time(account.changedAt()));
        return fields;
    }

    private static Account account(DocumentSnapshot document) {
        Fields fields = new Fields(document.getData());
        return new Account(
                fields.text("name"),
                Role.valueOf(fields.text("role").toUpperCase(Locale.ROOT)),
                fields.text("tenant"),
                Boolean.TRUE.equals(document.getBoolean("active")),
                fields.instant("createdAt"),
                fields.text("createdBy"),
                fields.instant(CHANGED_AT));
    }
}
