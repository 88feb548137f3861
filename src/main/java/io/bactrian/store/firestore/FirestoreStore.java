package io.bactrian.store.firestore;

import com.google.cloud.firestore.Firestore;
import io.bactrian.accounts.Accounts;
import io.bactrian.audit.AuditLog;
import io.bactrian.batches.BatchList;
import io.bactrian.batches.Batches;
import io.bactrian.conversations.CannedReplies;
import io.bactrian.conversations.Conversations;
import io.bactrian.directory.Groups;
import io.bactrian.directory.UserLists;
import io.bactrian.idempotency.IdempotencyKeys;
import io.bactrian.keys.ApiKeys;
import io.bactrian.messages.MessageLog;
import io.bactrian.messages.UnreadableMessages;
import io.bactrian.optout.OptOutLog;
import io.bactrian.statistics.Backlogs;
import io.bactrian.statistics.Latencies;
import io.bactrian.statistics.TrafficCounter;
import io.bactrian.statistics.TrafficCounts;
import io.bactrian.trace.Traces;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Firestore as the store: the client, what the routes of {@code store/firestore} call, and the questions of people. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "sms.store", havingValue = "firestore")
class FirestoreStore {

    /**
     * The routes' component finds it, so that there is one client in the process. Its close would wait without end for
     * what a silent Firestore does not answer.
     */
    @Bean(destroyMethod = "shutdownNow")
    Firestore firestore(FirestoreSettings settings) {
        return FirestoreClient.open(settings);
    }

    @Bean
    DueLanes dueLanes(Firestore firestore) {
        return new DueLanes(firestore);
    }

    @Bean
    FirestoreUserDirectory userDirectory(Firestore firestore, Clock clock) {
        return new FirestoreUserDirectory(firestore, clock);
    }

    @Bean
    ApiKeys apiKeys(Firestore firestore) {
        return new FirestoreApiKeys(firestore);
    }

    @Bean
    Accounts accounts(Firestore firestore) {
        return new FirestoreAccounts(firestore);
    }

    @Bean
    AuditLog auditLog(Firestore firestore) {
        return new FirestoreAuditLog(firestore);
    }

    @Bean
    OptOutLog optOutLog(Firestore firestore) {
        return new FirestoreOptOutLog(firestore);
    }

    @Bean
    MessageLog messageLog(Firestore firestore, UnreadableMessages unreadable) {
        return new FirestoreMessageLog(firestore, unreadable);
    }

    @Bean
    TrafficCounts trafficCounts(Firestore firestore, Clock clock) {
        return new FirestoreTraffic(firestore, clock);
    }

    @Bean
    Latencies latencies(Firestore firestore) {
        return new FirestoreLatencies(firestore);
    }

    @Bean
    Backlogs backlogs(Firestore firestore) {
        return new FirestoreBacklogs(firestore);
    }

    /** Firestore counts when it is asked, so there is nothing to keep. */
    @Bean
    TrafficCounter trafficCounter() {
        return () -> {};
    }

    @Bean
    Conversations conversations(Firestore firestore) {
        return new FirestoreConversations(firestore);
    }

    @Bean
    CannedReplies cannedReplies(Firestore firestore) {
        return new FirestoreCannedReplies(firestore);
    }

    @Bean
    UserLists userLists(Firestore firestore, FirestoreUserDirectory users, Clock clock) {
        return new FirestoreUserLists(firestore, users, clock);
    }

    @Bean
    Groups groups(Firestore firestore) {
        return new FirestoreGroups(firestore);
    }

    @Bean
    BatchList batchList(Firestore firestore, Batches batches) {
        return new FirestoreBatchList(firestore, batches);
    }

    @Bean
    Batches batches(Firestore firestore) {
        return new FirestoreBatches(firestore);
    }

    @Bean
    IdempotencyKeys idempotencyKeys(Firestore firestore) {
        return new FirestoreIdempotencyKeys(firestore);
    }

    @Bean
    Traces traces(Firestore firestore) {
        return new FirestoreTraces(firestore);
    }
}
