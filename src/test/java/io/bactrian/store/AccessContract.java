package io.bactrian.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bactrian.audit.AuditEntry;
import io.bactrian.audit.AuditLog;
import io.bactrian.audit.AuditQuery;
import io.bactrian.keys.ApiKey;
import io.bactrian.keys.ApiKeys;
import io.bactrian.paging.InvalidCursorException;
import io.bactrian.paging.Page;
import io.bactrian.paging.PageRequest;
import java.time.Instant;
import java.util.List;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store has to keep of keys and of what was done with them. */
public abstract class AccessContract {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.123456Z");

    private ApiKeys keys;
    private AuditLog audit;
    private CamelContext camel;
    private Ports ports;

    /** A fresh, empty store. */
    protected abstract void empty() throws Exception;

    protected abstract CamelContext instance() throws Exception;

    protected abstract ApiKeys keys();

    protected abstract AuditLog audit();

    @BeforeEach
    void start() throws Exception {
        empty();
        keys = keys();
        audit = audit();
        camel = instance();
        ports = new Ports(camel);
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void knowsAKeyByItsHashAlone() {
        ApiKey lasting = key("key-1", "acme", NOW);
        ApiKey passing = new ApiKey(
                "key-2", "till", List.of("users:read", "sms:send"), "acme", NOW, "ada", NOW.plusSeconds(9), null, null);
        keys.create(lasting, "a".repeat(64));
        keys.create(passing, "b".repeat(64));
        assertThat(keys.findByHash("a".repeat(64))).contains(lasting);
        assertThat(keys.findByHash("b".repeat(64))).contains(passing);
        assertThat(keys.findByHash("c".repeat(64))).isEmpty();
    }

    @Test
    void revokesAKeyOnceAndKeepsIt() {
        keys.create(key("key-1", "acme", NOW), "a".repeat(64));
        assertThat(keys.revoke("other", "key-1", NOW)).isEmpty();
        assertThat(keys.findByHash("a".repeat(64)).orElseThrow().revokedAt()).isNull();
        assertThat(keys.revoke("acme", "key-1", NOW.plusSeconds(1))
                        .orElseThrow()
                        .revokedAt())
                .isEqualTo(NOW.plusSeconds(1));
        assertThat(keys.revoke(null, "key-1", NOW.plusSeconds(2)).orElseThrow().revokedAt())
                .isEqualTo(NOW.plusSeconds(1));
        assertThat(keys.findByHash("a".repeat(64)).orElseThrow().isGood(NOW.plusSeconds(9)))
                .isFalse();
        assertThat(keys.revoke(null, "key-9", NOW)).isEmpty();
    }

    @Test
    void keepsWhenAKeyWasUsedLast() {
        keys.create(key("key-1", "acme", NOW), "a".repeat(64));
        keys.used("key-1", NOW.plusSeconds(60));
        keys.used("key-1", NOW);
        assertThat(keys.findByHash("a".repeat(64)).orElseThrow().lastUsedAt()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void listsTheKeysOfOneTenantOrOfAll() {
        keys.create(key("key-1", "acme", NOW), "a".repeat(64));
        keys.create(key("key-2", "other", NOW.plusSeconds(1)), "b".repeat(64));
        keys.create(key("key-3", "acme", NOW.plusSeconds(2)), "c".repeat(64));
        Page<ApiKey> first = keys.page(new PageRequest(null, null, 2));
        assertThat(first.items()).extracting(ApiKey::id).containsExactly("key-3", "key-2");
        assertThat(keys.page(new PageRequest(null, first.nextCursor(), 2)).items())
                .extracting(ApiKey::id)
                .containsExactly("key-1");
        assertThat(keys.page(new PageRequest("acme", null, 9)).items())
                .extracting(ApiKey::id)
                .containsExactly("key-3", "key-1");
        assertThatThrownBy(() -> keys.page(new PageRequest("acme", "bm9uZQ", 9)))
                .isInstanceOf(InvalidCursorException.class);
    }

    @Test
    void keepsACallBeforeAndAfterItHasEnded() {
        AuditEntry begun = entry("call-1", "acme", "ada", "send-sms", NOW);
        ports.recordAudit(begun);
        assertThat(all(null)).containsExactly(begun);
        ports.completeAudit(begun.ended(200, "msg-1", "why"));
        assertThat(all(null)).containsExactly(begun.ended(200, "msg-1", "why"));
        AuditEntry bare = new AuditEntry(
                "call-2", NOW.plusSeconds(1), "acme", "bob", "key", "key-1", "x", null, null, null, null);
        ports.recordAudit(bare);
        ports.completeAudit(bare.ended(422, null, "why"));
        assertThat(all(null)).containsExactly(bare.ended(422, null, "why"), begun.ended(200, "msg-1", "why"));
    }

    @Test
    void findsCallsByWhatIsAsked() {
        ports.recordAudit(entry("call-1", "acme", "ada", "send-sms", NOW));
        ports.recordAudit(entry("call-2", "acme", "bob", "send-sms", NOW.plusSeconds(1)));
        ports.recordAudit(entry("call-3", "other", "ada", "create-user", NOW.plusSeconds(2)));
        assertThat(all(null)).extracting(AuditEntry::id).containsExactly("call-3", "call-2", "call-1");
        assertThat(all("acme")).extracting(AuditEntry::id).containsExactly("call-2", "call-1");
        assertThat(ids(null, null, "ada", null)).containsExactly("call-3", "call-1");
        assertThat(ids(null, null, "ada", "send-sms")).containsExactly("call-1");
        assertThat(ids(NOW.plusSeconds(1), null, null, null)).containsExactly("call-3", "call-2");
        assertThat(ids(NOW, NOW.plusSeconds(2), null, "send-sms")).containsExactly("call-2", "call-1");
    }

    @Test
    void givesPagesOfCallsThatJoinUp() {
        for (int i = 0; i < 5; i++) {
            ports.recordAudit(entry("call-" + i, "acme", "ada", "send-sms", NOW));
        }
        Page<AuditEntry> first = audit.page(query("acme", null, 3));
        Page<AuditEntry> second = audit.page(query("acme", first.nextCursor(), 3));
        assertThat(first.items()).extracting(AuditEntry::id).containsExactly("call-4", "call-3", "call-2");
        assertThat(second.items()).extracting(AuditEntry::id).containsExactly("call-1", "call-0");
        assertThat(second.nextCursor()).isNull();
        assertThatThrownBy(() -> audit.page(query("acme", "bm9uZQ", 3))).isInstanceOf(InvalidCursorException.class);
    }

    private List<AuditEntry> all(String tenant) {
        return audit.page(query(tenant, null, 100)).items();
    }

    private List<String> ids(Instant since, Instant until, String who, String operation) {
        return audit
                .page(new AuditQuery(new PageRequest(null, null, 100), since, until, who, operation))
                .items()
                .stream()
                .map(AuditEntry::id)
                .toList();
    }

    private static AuditQuery query(String tenant, String cursor, int limit) {
        return new AuditQuery(new PageRequest(tenant, cursor, limit), null, null, null, null);
    }

    private static ApiKey key(String id, String tenant, Instant at) {
        return new ApiKey(id, "shop", List.of("sms:send"), tenant, at, "ada", null, null, null);
    }

    private static AuditEntry entry(String id, String tenant, String who, String operation, Instant at) {
        return new AuditEntry(id, at, tenant, who, "token", null, operation, null, null, "192.0.2.1", null);
    }
}
