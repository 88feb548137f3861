package io.bactrian.audit;

import io.bactrian.paging.Page;

/** What was done. It is written through the ports {@code record-audit} and {@code complete-audit}. */
public interface AuditLog {

    /**
     * Newest first.
     *
     * @throws io.bactrian.paging.InvalidCursorException where the cursor is none of ours
     */
    Page<AuditEntry> page(AuditQuery wanted);
}
