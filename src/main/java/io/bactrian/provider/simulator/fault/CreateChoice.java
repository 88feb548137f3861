package io.bactrian.provider.simulator.fault;

import java.time.Duration;

/** Decides, by magic or else by chance, what befalls the n-th create call of a plan. */
final class CreateChoice {

    private static final int NOT_REACHED = 30003;

    private final FaultPlan plan;
    private final long number;
    private final Magic magic;
    private final Draw draw;

    /** @param magic what is asked for, or null */
    CreateChoice(FaultPlan plan, long number, Magic magic) {
        this.plan = plan;
        this.number = number;
        this.magic = magic;
        this.draw = new Draw(plan.seed(), Draw.Stream.CREATE, number);
    }

    /** Every choice is drawn, whether it counts or not, so that a share of one does not shift the luck of the next. */
    CreateFate fate() {
        Fault drawn = draw.of(plan.create().shares(), Fault.NONE);
        int code = draw.from(plan.create().codes());
        boolean slow = draw.happens(plan.create().slow());
        Duration delay = draw.between(plan.create().delay(), plan.create().jitter());
        boolean lost = draw.happens(plan.delivery().fail());
        int ending = draw.from(plan.delivery().codes());
        Fault fault = magic == null ? drawn : Fault.named(magic.word()).orElse(Fault.NONE);
        return new CreateFate(
                fault,
                code(fault, code),
                plan.create().retryAfter(),
                plan.create().hang(),
                asks(Magic.SLOW, slow) ? delay : Duration.ZERO,
                ending(lost, ending),
                reporting());
    }

    /** @param drawn the code, where chance wants it lost */
    private String ending(boolean lost, int drawn) {
        if (magic != null && magic.callEnding() != null) {
            return magic.callEnding();
        }
        return asks(Magic.UNDELIVERED, lost) ? String.valueOf(magic == null ? drawn : codeOr(NOT_REACHED)) : null;
    }

    private boolean asks(String word, boolean otherwise) {
        return magic == null ? otherwise : magic.word().equals(word);
    }

    private int code(Fault fault, int drawn) {
        return switch (fault) {
            case REFUSE -> codeOr(drawn);
            case BUSY -> 20429;
            case UNAUTHORIZED -> 20003;
            case FORBIDDEN -> 20005;
            default -> 20500;
        };
    }

    private int codeOr(int otherwise) {
        return magic == null || magic.code() == null ? otherwise : magic.code();
    }

    private Reporting reporting() {
        return magic == null
                ? Reporting.of(plan.callbacks(), plan.seed(), number, CallbackFault.NONE)
                : Reporting.of(forAsked(), plan.seed(), number, asked());
    }

    /** What is asked for is all that happens: the delays of the plan hold, its shares do not. */
    private CallbackFaults forAsked() {
        return new CallbackFaults(
                0, 0, 0, plan.callbacks().delayBy(), plan.callbacks().jitter(), 0, 0, 0);
    }

    private CallbackFault asked() {
        return CallbackFault.named(magic.word()).orElse(CallbackFault.NONE);
    }
}
