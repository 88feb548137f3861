package io.bactrian.camel.blocks;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.bactrian.domain.Notice;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.messages.MessageLog;
import java.io.IOException;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.spi.Registry;

/** What of a notice a route gets as its body. */
final class NoticeBodies {

    private final SourceOptions options;
    private final MessageLog messages;
    private final ObjectMapper json;

    NoticeBodies(CamelContext camel, SourceOptions options) {
        Registry beans = camel.getRegistry();
        this.options = options;
        this.messages = beans.findSingleByType(MessageLog.class);
        this.json = beans.findSingleByType(ObjectMapper.class).copy();
        if (options.wholeNumbers()) {
            json.registerModule(new SimpleModule().addSerializer(PhoneNumber.class, new Whole()));
        }
    }

    /**
     * Sets the body.
     *
     * @return whether the route wants it
     * @throws io.bactrian.domain.StoreException where the store cannot say whose message got a status
     */
    boolean fill(Exchange exchange, Notice notice) throws JsonProcessingException {
        Object body = notice.received();
        if (body == null) {
            Optional<OutgoingMessage> about =
                    messages.outgoing(null, notice.changed().id()).filter(one -> options.wantTenant(one.tenant()));
            if (about.isEmpty()) {
                return false;
            }
            body = notice.changed().about(about.get());
        }
        exchange.getMessage().setBody(options.json() ? json.writeValueAsString(body) : body);
        return true;
    }

    /** Only where the route says so: from there on the number is the integrator's to guard. */
    private static final class Whole extends StdSerializer<PhoneNumber> {

        private static final long serialVersionUID = 1L;

        Whole() {
            super(PhoneNumber.class);
        }

        @Override
        public void serialize(PhoneNumber number, JsonGenerator to, SerializerProvider any) throws IOException {
            to.writeString(number.value());
        }
    }
}
