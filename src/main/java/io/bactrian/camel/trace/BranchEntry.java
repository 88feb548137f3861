package io.bactrian.camel.trace;

import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.processor.DelegateAsyncProcessor;

/** Around the first step of a branch. */
final class BranchEntry extends DelegateAsyncProcessor {

    private final String branch;

    BranchEntry(Processor target, String branch) {
        super(target);
        this.branch = branch;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        Recorder.entered(exchange, branch);
        return super.process(exchange, callback);
    }
}
