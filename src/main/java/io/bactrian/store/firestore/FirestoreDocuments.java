package io.bactrian.store.firestore;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the routes of {@code store/firestore} call, by the names that they use. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "sms.store", havingValue = "firestore")
class FirestoreDocuments {

    @Bean
    DocumentIds documentIds() {
        return new DocumentIds();
    }

    @Bean
    OptimisticLock optimisticLock() {
        return new OptimisticLock();
    }

    @Bean
    UserDocuments userDocuments() {
        return new UserDocuments();
    }

    @Bean
    OptOutDocuments optOutDocuments() {
        return new OptOutDocuments();
    }

    @Bean
    IncomingDocuments incomingDocuments() {
        return new IncomingDocuments();
    }

    @Bean
    OutgoingDocuments outgoingDocuments() {
        return new OutgoingDocuments();
    }

    @Bean
    ExpiryDocuments expiryDocuments() {
        return new ExpiryDocuments();
    }

    @Bean
    ClaimDocuments claimDocuments() {
        return new ClaimDocuments();
    }

    @Bean
    OutcomeDocuments outcomeDocuments() {
        return new OutcomeDocuments();
    }

    @Bean
    AttemptDocuments attemptDocuments() {
        return new AttemptDocuments();
    }

    @Bean
    ReportDocuments reportDocuments() {
        return new ReportDocuments();
    }

    @Bean
    ReceiptDocuments receiptDocuments() {
        return new ReceiptDocuments();
    }

    @Bean
    AuditDocuments auditDocuments() {
        return new AuditDocuments();
    }

    @Bean
    HistoryDocuments historyDocuments() {
        return new HistoryDocuments();
    }
}
