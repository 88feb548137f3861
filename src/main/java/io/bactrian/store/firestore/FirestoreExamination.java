package io.bactrian.store.firestore;

import com.google.cloud.firestore.Firestore;
import io.bactrian.doctor.Diagnosis;
import io.bactrian.doctor.Examination;
import io.bactrian.doctor.Setup;
import io.bactrian.domain.SettingRefused;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.springframework.boot.context.properties.bind.Binder;

/** Whether Firestore lets us in and answers, where it is the store. One document is looked up, and nothing is written. */
class FirestoreExamination implements Examination {

    @Override
    public String part() {
        return "store";
    }

    @Override
    public List<Diagnosis> examine(Setup setup) throws Exception {
        if (!setup.store().equals("firestore")) {
            return List.of();
        }
        FirestoreSettings settings = Binder.get(setup.settings()).bindOrCreate("firestore", FirestoreSettings.class);
        try {
            Firestore client = FirestoreClient.open(settings);
            try {
                return List.of(answer(client));
            } finally {
                client.shutdownNow();
            }
        } catch (SettingRefused e) {
            return List.of(Diagnosis.wrong(part(), e.getMessage(), e.action()));
        }
    }

    private Diagnosis answer(Firestore client) throws Exception {
        try {
            new FirestoreProbe(client).ask();
            return Diagnosis.right(part(), "Firestore answers; whether its indexes are there it does not tell");
        } catch (ExecutionException e) {
            return Diagnosis.wrong(
                    part(),
                    "Firestore does not answer (" + e.getCause().getClass().getSimpleName() + ")",
                    "See that the project and the database are right (GOOGLE_CLOUD_PROJECT, FIRESTORE_DATABASE_ID), that"
                            + " the key's account has the role Cloud Datastore User, and that firestore.googleapis.com"
                            + " can be reached.");
        }
    }
}
