package io.bactrian.camel.trace;

import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.processor.DelegateAsyncProcessor;

/** Around a call of another route, or a variable that is set: what it gave is told with it. */
final class StepWatch extends DelegateAsyncProcessor {

    private final StepInfo step;
    private final Recording recording;
    private final String variable;

    /** @param variable where the answer is afterwards, or null where it is the body, which is not told */
    StepWatch(Processor target, StepInfo step, Recording recording, String variable) {
        super(target);
        this.step = step;
        this.recording = recording;
        this.variable = variable;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        Event event = Recorder.of(exchange, recording).add(step);
        if (variable == null || event == null) {
            return super.process(exchange, callback);
        }
        return super.process(exchange, done -> {
            event.gave(exchange.getVariable(variable));
            callback.done(done);
        });
    }
}
