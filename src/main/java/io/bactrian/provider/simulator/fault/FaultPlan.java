package io.bactrian.provider.simulator.fault;

import jakarta.validation.Valid;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How often the simulator does what it should not; a field that is left out means never. {@code docs/simulator.md} tells
 * what each one does.
 *
 * @param seed from which all choices follow, or null to have one drawn
 */
@Validated
@ConfigurationProperties("sms.simulator.faults")
record FaultPlan(
        Long seed,
        @Valid CreateFaults create,
        @Valid ReadFaults list,
        @Valid ReadFaults fetch,
        @Valid DeliveryFaults delivery,
        @Valid CallbackFaults callbacks) {

    FaultPlan {
        create = create == null ? CreateFaults.NONE : create;
        list = list == null ? ReadFaults.NONE : list;
        fetch = fetch == null ? ReadFaults.NONE : fetch;
        delivery = delivery == null ? DeliveryFaults.NONE : delivery;
        callbacks = callbacks == null ? CallbackFaults.NONE : callbacks;
    }

    static FaultPlan polite() {
        return new FaultPlan(null, null, null, null, null, null);
    }

    /** Whether it never does any harm, whatever its seed. */
    boolean isPolite() {
        return new FaultPlan(null, create, list, fetch, delivery, callbacks).equals(polite());
    }

    FaultPlan with(long drawn) {
        return new FaultPlan(drawn, create, list, fetch, delivery, callbacks);
    }
}
