package io.bactrian.camel;

import io.bactrian.api.Parameters;
import io.bactrian.security.Caller;
import io.bactrian.web.Contract;
import io.bactrian.web.ContractCheck;
import io.bactrian.web.ContractRequest;
import io.bactrian.web.Problem;
import io.bactrian.web.Refused;
import io.bactrian.web.RowErrors;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.springframework.stereotype.Component;

/** Reads a request as the contract declares it. */
@Component
class ApiRequests {

    private final Map<String, Contract.Call> calls;
    private final ContractCheck check;

    ApiRequests(Contract contract, ContractCheck check) {
        this.calls =
                contract.calls().stream().collect(Collectors.toMap(Contract.Call::operationId, Function.identity()));
        this.check = check;
    }

    /** The security chain has settled this by the path already; here it is settled by what is really about to be done. */
    void refuseStrangers(String call, Optional<Caller> caller) {
        String scope = calls.get(call).scope();
        if (scope != null
                && caller.filter(known -> known.scopes().contains(scope)).isEmpty()) {
            throw new Refused(Problem.of(403));
        }
    }

    /** The name of the route that serves the call. */
    String route(String call) {
        return calls.get(call).route();
    }

    /** Whether there is no such call where its route is not there; any other call has to have its route. */
    boolean isOptional(String call) {
        return calls.get(call).optionalRoute() != null;
    }

    /** Whether the call may change something. */
    boolean changes(String call) {
        return calls.get(call).changes();
    }

    /**
     * What the call asks for; the message's body is the text of the request's body afterwards.
     *
     * @throws Refused where the request does not keep to the contract
     */
    Checked checked(String call, Message message) {
        HttpServletRequest request = message.getHeader(Exchange.HTTP_SERVLET_REQUEST, HttpServletRequest.class);
        String text = message.getBody(String.class);
        String body = text == null || text.isEmpty() ? null : text;
        Map<String, String> declared = calls.get(call).parameters();
        Map<String, String> headers = values(declared, "header", request::getHeader);
        ContractRequest asked =
                new ContractRequest(request.getMethod(), request.getRequestURI(), query(request), headers, body);
        RowErrors rows = check.check(asked, calls.get(call).rows());
        message.setBody(body);
        Map<String, String> values = new HashMap<>(headers);
        Optional.ofNullable(request.getHeader(Parameters.ACCEPT))
                .ifPresent(accepted -> values.put(Parameters.ACCEPT, accepted));
        values.putAll(values(declared, "query", request::getParameter));
        // Camel has put the parts of the path there; a query parameter of the same name was refused above.
        values.putAll(values(declared, "path", name -> message.getHeader(name, String.class)));
        return new Checked(new Parameters(values), rows);
    }

    /** @param rows what is wrong with single rows of the body */
    record Checked(Parameters parameters, RowErrors rows) {}

    private static Map<String, String> values(
            Map<String, String> declared, String place, Function<String, String> read) {
        Map<String, String> values = new HashMap<>();
        declared.forEach((name, in) -> {
            if (in.equals(place)) {
                Optional.ofNullable(read.apply(name)).ifPresent(value -> values.put(name, value));
            }
        });
        return values;
    }

    private static Map<String, List<String>> query(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Arrays.asList(entry.getValue())));
    }
}
