package io.bactrian.camel;

import io.bactrian.api.Answer;
import io.bactrian.api.InnerCall;
import io.bactrian.api.InnerCalls;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.springframework.stereotype.Component;

/** Brings what pages ask for to {@link ApiCalls}, and waits for the answer. */
@Component
class PageCalls implements InnerCalls {

    private final ApiRequests requests;
    private final ApiCalls calls;
    private final ProducerTemplate routes;

    PageCalls(ApiRequests requests, ApiCalls calls, ProducerTemplate routes) {
        this.requests = requests;
        this.calls = calls;
        this.routes = routes;
    }

    @Override
    public Answer call(InnerCall call) {
        String address = "direct:" + requests.route(call.operation());
        Exchange exchange = routes.getCamelContext().getEndpoint(address).createExchange();
        CompletableFuture<Exchange> answered = new CompletableFuture<>();
        calls.handle(
                new ApiCalls.Bringing(
                        call.operation(), Optional.of(call.caller()), call.address(), () -> requests.brought(call)),
                exchange,
                done -> follow(address, exchange, done),
                doneSync -> answered.complete(exchange));
        return answer(answered.join().getMessage());
    }

    private boolean follow(String address, Exchange exchange, AsyncCallback done) {
        routes.send(address, exchange);
        done.done(true);
        return true;
    }

    private static Answer answer(Message message) {
        Map<String, String> headers = message.getHeaders().keySet().stream()
                .filter(name -> !name.startsWith("Camel"))
                .collect(Collectors.toMap(name -> name, name -> message.getHeader(name, String.class)));
        String body = new String(message.getBody(byte[].class), StandardCharsets.UTF_8);
        return new Answer(message.getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class), headers, body);
    }
}
