package io.bactrian.optout;

import io.bactrian.domain.PhoneNumber;
import io.bactrian.paging.PageRequest;
import java.time.Instant;

/**
 * Which opt-outs are wanted. Null asks for all.
 *
 * @param page its tenant is whose senders they are about
 * @param optedOut true for those who are out, false for those who opted in again
 * @param since said at this time or later, UTC
 * @param until said before this time, UTC
 * @param person whose they are
 * @param scope what they are about, see {@link io.bactrian.domain.OptOutChange#scope()}
 */
public record OptOutQuery(
        PageRequest page, Boolean optedOut, Instant since, Instant until, PhoneNumber person, String scope) {

    @Override
    public String toString() {
        return "OptOutQuery[]";
    }
}
