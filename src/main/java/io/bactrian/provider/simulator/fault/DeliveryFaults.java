package io.bactrian.provider.simulator.fault;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/** How often an accepted message does not arrive, and for which reasons. */
record DeliveryFaults(@Share double fail, @NotEmpty List<@NotNull @Min(10000) @Max(99999) Integer> codes) {

    static final DeliveryFaults NONE = new DeliveryFaults(0, null);

    DeliveryFaults {
        codes = codes == null ? List.of(30003) : codes;
    }
}
