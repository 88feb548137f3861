package io.bactrian.optout;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.domain.OptOutChange;
import io.bactrian.domain.OptOutSource;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.Sender;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WishesTests {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final PhoneNumber ANN = new PhoneNumber("+15005550100");
    private static final PhoneNumber OURS = new PhoneNumber("+15005550006");
    private static final PhoneNumber OTHER = new PhoneNumber("+15005550016");
    private static final String ALL = null;

    @Test
    void anOptOutIsOfTheSenderThatItNames() {
        Wishes wishes = new Wishes(List.of(no(OURS, null, 0)));
        assertThat(from(OURS, wishes)).isFalse();
        assertThat(from(OTHER, wishes)).isTrue();
    }

    @Test
    void whoSaidNothingMayBeTexted() {
        assertThat(from(OURS, new Wishes(List.of()))).isTrue();
        assertThat(through("MG1", new Wishes(null))).isTrue();
    }

    @Test
    void anOptOutOfAServiceHoldsForWhatMayBeOneOfItsNumbers() {
        Wishes wishes = new Wishes(List.of(no(OURS, "MG1", 0), no(null, "MG1", 0)));
        assertThat(through("MG1", wishes)).isFalse();
        assertThat(through("MG2", wishes)).isTrue();
        assertThat(from(OURS, wishes)).isFalse();
        assertThat(from(OTHER, wishes)).as("perhaps in that pool").isFalse();
        Wishes elsewhere = new Wishes(List.of(no(null, "MG1", 0), yes(OTHER, "MG2", 0)));
        assertThat(from(OTHER, elsewhere)).as("in another pool").isTrue();
    }

    @Test
    void anOptOutOfANumberHoldsForAServiceThatMaySendFromIt() {
        assertThat(through("MG1", new Wishes(List.of(no(OURS, null, 0))))).isFalse();
        assertThat(through("MG1", new Wishes(List.of(no(OURS, "MG2", 0), no(null, "MG2", 0)))))
                .isTrue();
        assertThat(through("MG1", new Wishes(List.of(no(OURS, null, 0), yes(null, "MG1", 1)))))
                .isTrue();
    }

    @Test
    void theServiceHasTheLastWordAboutItsNumbers() {
        assertThat(from(OURS, new Wishes(List.of(no(OURS, "MG1", 0), yes(null, "MG1", 1)))))
                .isTrue();
        assertThat(from(OURS, new Wishes(List.of(yes(OURS, "MG1", 0), no(null, "MG1", 1)))))
                .isFalse();
    }

    @Test
    void anOptOutOfAllSendersHoldsForThoseThatNobodyAskedForSince() {
        assertThat(from(OURS, new Wishes(List.of(no(null, ALL, 0))))).isFalse();
        assertThat(through("MG1", new Wishes(List.of(no(null, ALL, 0))))).isFalse();
        assertThat(from(OURS, new Wishes(List.of(no(null, ALL, 0), yes(OURS, null, 1)))))
                .isTrue();
        assertThat(from(OTHER, new Wishes(List.of(no(null, ALL, 0), yes(OURS, null, 1)))))
                .isFalse();
        assertThat(from(OURS, new Wishes(List.of(no(null, ALL, 1), yes(OURS, null, 0)))))
                .isFalse();
    }

    @Test
    void anOptInToAllSendersLiftsNoOptOutOfOne() {
        Wishes wishes = new Wishes(List.of(no(OURS, null, 0), yes(null, ALL, 1)));
        assertThat(from(OURS, wishes)).isFalse();
        assertThat(from(OTHER, wishes)).isTrue();
    }

    @Test
    void whatIsSaidToOneTenantDoesNotHoldForOthers() {
        OptOutChange ofAcme = of(null, ALL, true, 0, "acme");
        assertThat(new Wishes(List.of(ofAcme)).against(new Sender(OURS, null), "acme"))
                .isEqualTo(ofAcme);
        assertThat(from(OURS, new Wishes(List.of(ofAcme)))).isTrue();
        assertThat(from(OURS, new Wishes(List.of(of(OURS, null, true, 0, "acme")))))
                .as("the very number, whosever it was")
                .isFalse();
        assertThat(new Wishes(List.of(no(null, ALL, 0))).against(new Sender(OURS, null), "acme"))
                .as("of the whole house")
                .isNotNull();
    }

    @Test
    void atTheSameInstantNoIsNo() {
        assertThat(from(OURS, new Wishes(List.of(no(null, ALL, 0), yes(OURS, null, 0)))))
                .isFalse();
    }

    @Test
    void aTextThatCameThroughAServiceIsAboutBoth() {
        Sender written = new Sender(OTHER, "MG1");
        assertThat(new Wishes(List.of(no(null, "MG1", 0))).against(written, "default"))
                .isNotNull();
        assertThat(new Wishes(List.of(no(OURS, null, 0))).against(written, "default"))
                .isNull();
    }

    @Test
    void aUserIsOptedOutWhileAnySenderIsNotWanted() {
        assertThat(new Wishes(List.of(no(OURS, null, 0), yes(OTHER, null, 1))).optedOutAt("default"))
                .isEqualTo(NOON);
        assertThat(new Wishes(List.of(no(null, ALL, 0), yes(OTHER, null, 1))).optedOutAt("default"))
                .isNull();
        assertThat(new Wishes(List.of(of(OURS, null, true, 0, "acme"))).optedOutAt("default"))
                .isNull();
    }

    private static boolean from(PhoneNumber number, Wishes wishes) {
        return wishes.against(new Sender(number, null), "default") == null;
    }

    private static boolean through(String service, Wishes wishes) {
        return wishes.against(new Sender(null, service), "default") == null;
    }

    private static OptOutChange no(PhoneNumber sender, String service, int second) {
        return of(sender, service, true, second, "default");
    }

    private static OptOutChange yes(PhoneNumber sender, String service, int second) {
        return of(sender, service, false, second, "default");
    }

    private static OptOutChange of(PhoneNumber sender, String service, boolean out, int second, String tenant) {
        return new OptOutChange(
                "SM1",
                ANN,
                sender,
                service,
                out,
                OptOutSource.KEYWORD,
                "STOP",
                null,
                null,
                NOON.plusSeconds(second),
                tenant);
    }
}
