package io.bactrian.camel.blocks;

import io.bactrian.api.RouteTexts;
import io.bactrian.api.TextOrder;
import io.bactrian.domain.Notice;
import io.bactrian.domain.PhoneNumber;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultProducer;

/**
 * Makes the message that an exchange wants sent. Whom and about what stands in variables, never in headers, which
 * somebody outside may have written, nor in the endpoint's address, which is no place for a number.
 */
final class SmsDraftEndpoint extends DefaultEndpoint {

    static final String TO = "smsTo";
    static final String USER = "smsUserId";
    static final String KEY = "smsKey";

    private final DraftOptions options;

    SmsDraftEndpoint(String uri, SmsComponent component, DraftOptions options) {
        super(uri, component);
        this.options = options;
    }

    @Override
    public Producer createProducer() {
        return new DefaultProducer(this) {
            @Override
            public void process(Exchange exchange) {
                RouteTexts texts = getCamelContext().getRegistry().findSingleByType(RouteTexts.class);
                exchange.getMessage().setBody(texts.draft(order(exchange)));
            }
        };
    }

    private TextOrder order(Exchange exchange) {
        Notice answered = answered(exchange);
        return new TextOrder(
                options.name(),
                exchange.getVariable(KEY, exchange.getExchangeId(), String.class),
                answered == null ? to(exchange) : answered.received().phoneNumber(),
                options.userId() == null ? exchange.getVariable(USER, String.class) : options.userId(),
                answered == null ? from() : answered.received().to(),
                exchange.getMessage().getBody(String.class),
                options.kind(),
                options.priority(),
                answered == null ? options.tenant() : answered.received().tenant());
    }

    private Notice answered(Exchange exchange) {
        if (!options.reply()) {
            return null;
        }
        if (exchange.getVariable(SmsConsumer.JOB) instanceof Notice notice && notice.received() != null) {
            return notice;
        }
        throw new IllegalStateException(
                options.name() + ": only a route that begins with sms-received-source can reply");
    }

    private Object to(Exchange exchange) {
        return options.toSetting() == null ? exchange.getVariable(TO) : setting(options.toSetting());
    }

    private PhoneNumber from() {
        return options.fromSetting() == null ? null : PhoneNumber.of(setting(options.fromSetting()));
    }

    private String setting(String name) {
        return getCamelContext()
                .getPropertiesComponent()
                .resolveProperty(name)
                .orElseThrow(() -> new IllegalStateException("the setting " + name + " is missing"));
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException("sms:draft emits nothing");
    }
}
