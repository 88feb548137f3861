package io.bactrian.camel.blocks;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** Emits what a listener is told. */
final class SmsSourceEndpoint extends DefaultEndpoint {

    private final SourceOptions options;

    SmsSourceEndpoint(String uri, SmsComponent component, SourceOptions options) {
        super(uri, component);
        this.options = options;
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        SmsConsumer consumer = new SmsConsumer(this, processor, options);
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("sms:received and sms:status only emit");
    }
}
