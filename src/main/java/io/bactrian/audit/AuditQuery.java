package io.bactrian.audit;

import io.bactrian.paging.PageRequest;
import java.time.Instant;

/**
 * Which calls are wanted. Null asks for all.
 *
 * @param page its tenant may be null, too
 * @param since called at this time or later, UTC
 * @param until called before this time, UTC
 * @param who the caller's name
 */
public record AuditQuery(PageRequest page, Instant since, Instant until, String who, String operation) {}
