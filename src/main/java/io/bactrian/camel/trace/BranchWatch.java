package io.bactrian.camel.trace;

import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.processor.DelegateAsyncProcessor;

/** Around a choice or a filter: which way it went is told by the first step of the branch, if there is one. */
final class BranchWatch extends DelegateAsyncProcessor {

    private final StepInfo step;
    private final Recording recording;
    private final String otherwise;

    /** @param otherwise what came of it where no branch is entered */
    BranchWatch(Processor target, StepInfo step, Recording recording, String otherwise) {
        super(target);
        this.step = step;
        this.recording = recording;
        this.otherwise = otherwise;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        Recorder recorder = Recorder.of(exchange, recording);
        Event event = recorder.add(step);
        if (event != null) {
            event.took(otherwise);
        }
        recorder.decides(event);
        return super.process(exchange, callback);
    }
}
