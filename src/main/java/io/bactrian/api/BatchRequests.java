package io.bactrian.api;

import io.bactrian.batches.BatchList;
import io.bactrian.batches.BatchState;
import io.bactrian.batches.BatchStatus;
import io.bactrian.batches.Batches;
import io.bactrian.paging.Page;
import io.bactrian.security.Caller;
import io.bactrian.web.Refused;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What callers do with their batches. Each but the list gives how the batch is afterwards, or null where there is none of that id. */
@Component
public class BatchRequests {

    private final Batches batches;
    private final BatchList list;

    BatchRequests(Batches batches, BatchList list) {
        this.batches = batches;
        this.list = list;
    }

    /** Newest first. */
    public Page<BatchState> page(Parameters parameters, Caller caller) {
        return Parameters.paging(() -> list.page(parameters.page(caller)));
    }

    public BatchState pause(Parameters parameters, Caller caller) {
        return change(parameters.text("id"), caller, BatchStatus.PAUSED);
    }

    public BatchState resume(Parameters parameters, Caller caller) {
        return change(parameters.text("id"), caller, BatchStatus.RUNNING);
    }

    public BatchState cancel(Parameters parameters, Caller caller) {
        return change(parameters.text("id"), caller, BatchStatus.CANCELED);
    }

    private BatchState change(String id, Caller caller, BatchStatus wanted) {
        Optional<BatchState> now = batches.find(caller.tenant(), id);
        if (now.isEmpty() || now.get().isDone()) {
            return now.orElse(null);
        }
        return batches.change(caller.tenant(), id, wanted)
                .map(state -> require(state, wanted))
                .orElse(null);
    }

    private static BatchState require(BatchState state, BatchStatus wanted) {
        if (state.isCanceled() && wanted != BatchStatus.CANCELED) {
            throw Refused.conflict("id", "is that of a canceled batch");
        }
        return state;
    }
}
