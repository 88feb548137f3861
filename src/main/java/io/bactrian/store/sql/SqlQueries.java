package io.bactrian.store.sql;

import io.bactrian.accounts.Accounts;
import io.bactrian.audit.AuditLog;
import io.bactrian.batches.BatchList;
import io.bactrian.batches.Batches;
import io.bactrian.conversations.CannedReplies;
import io.bactrian.conversations.Conversations;
import io.bactrian.cost.Costs;
import io.bactrian.directory.Groups;
import io.bactrian.directory.UserDirectory;
import io.bactrian.directory.UserLists;
import io.bactrian.idempotency.IdempotencyKeys;
import io.bactrian.keys.ApiKeys;
import io.bactrian.messages.MessageLog;
import io.bactrian.messages.UnreadableMessages;
import io.bactrian.moving.HouseContents;
import io.bactrian.optout.OptOutLog;
import io.bactrian.statistics.Backlogs;
import io.bactrian.statistics.TrafficCounter;
import io.bactrian.trace.Traces;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers people's questions from SQL, where that is the store. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("{'embedded', 'postgres'}.contains('${sms.store:embedded}')")
class SqlQueries {

    @Bean
    UserDirectory userDirectory(JdbcClient jdbc, Clock clock) {
        return new SqlUserDirectory(jdbc, clock);
    }

    @Bean
    ApiKeys apiKeys(JdbcClient jdbc) {
        return new SqlApiKeys(jdbc);
    }

    @Bean
    Accounts accounts(JdbcClient jdbc) {
        return new SqlAccounts(jdbc);
    }

    @Bean
    AuditLog auditLog(JdbcClient jdbc) {
        return new SqlAuditLog(jdbc);
    }

    @Bean
    OptOutLog optOutLog(JdbcClient jdbc) {
        return new SqlOptOutLog(jdbc);
    }

    @Bean
    MessageLog messageLog(JdbcClient jdbc, UnreadableMessages unreadable) {
        return new SqlMessageQueries(jdbc, new SqlMessageRows(), unreadable);
    }

    @Bean
    SqlTraffic traffic(JdbcClient jdbc) {
        return new SqlTraffic(jdbc);
    }

    @Bean
    Backlogs backlogs(JdbcClient jdbc) {
        return new SqlBacklogs(jdbc);
    }

    @Bean
    @DependsOnDatabaseInitialization
    TrafficCounter trafficCounter(DataSource dataSource, JdbcClient jdbc, Costs costs, Clock clock) {
        return new SqlTrafficCounter(dataSource, new SqlHourCount(jdbc, costs), clock);
    }

    @Bean
    @DependsOnDatabaseInitialization
    Conversations conversations(DataSource dataSource) {
        return new SqlConversations(dataSource);
    }

    @Bean
    CannedReplies cannedReplies(JdbcClient jdbc) {
        return new SqlCannedReplies(jdbc);
    }

    @Bean
    @DependsOnDatabaseInitialization
    UserLists userLists(DataSource dataSource, UserDirectory users, Clock clock) {
        return new SqlUserLists(dataSource, users, clock);
    }

    @Bean
    Groups groups(JdbcClient jdbc) {
        return new SqlGroups(jdbc);
    }

    @Bean
    BatchList batchList(JdbcClient jdbc) {
        return new SqlBatchList(jdbc);
    }

    @Bean
    Batches batches(JdbcClient jdbc) {
        return new SqlBatches(jdbc);
    }

    @Bean
    IdempotencyKeys idempotencyKeys(JdbcClient jdbc) {
        return new SqlIdempotencyKeys(jdbc);
    }

    @Bean
    Traces traces(DataSource dataSource) {
        return new SqlTraces(dataSource);
    }

    @Bean
    @DependsOnDatabaseInitialization
    HouseContents houseContents(DataSource dataSource) {
        return new SqlHouse(dataSource);
    }
}
