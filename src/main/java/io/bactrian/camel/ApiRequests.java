package io.bactrian.camel;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bactrian.api.InnerCall;
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
import org.springframework.web.util.UriUtils;

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

    /** What somebody sent by HTTP. */
    Brought brought(String call, Message message) {
        HttpServletRequest request = message.getHeader(Exchange.HTTP_SERVLET_REQUEST, HttpServletRequest.class);
        String text = message.getBody(String.class);
        String body = text == null || text.isEmpty() ? null : text;
        Map<String, String> declared = calls.get(call).parameters();
        Map<String, String> headers = values(declared, "header", request::getHeader);
        Map<String, String> values = new HashMap<>(headers);
        Optional.ofNullable(request.getHeader(Parameters.ACCEPT))
                .ifPresent(accepted -> values.put(Parameters.ACCEPT, accepted));
        values.putAll(values(declared, "query", request::getParameter));
        // Camel has put the parts of the path there; a query parameter of the same name is refused by the check.
        values.putAll(values(declared, "path", name -> message.getHeader(name, String.class)));
        return new Brought(
                new ContractRequest(request.getMethod(), request.getRequestURI(), query(request), headers, body),
                values);
    }

    /** What a page of the dashboard asks for, as if it had come by HTTP. */
    Brought brought(InnerCall call) {
        Contract.Call known = calls.get(call.operation());
        Map<String, String> given = call.parameters();
        Map<String, List<String>> query = new HashMap<>();
        String path = known.path();
        for (Map.Entry<String, String> one : given.entrySet()) {
            String place = known.parameters().getOrDefault(one.getKey(), "query");
            if (place.equals("path")) {
                path = path.replace("{" + one.getKey() + "}", UriUtils.encodePathSegment(one.getValue(), UTF_8));
            } else if (place.equals("query") && !one.getKey().equals(Parameters.ACCEPT)) {
                query.put(one.getKey(), List.of(one.getValue()));
            }
        }
        Map<String, String> headers = values(known.parameters(), "header", given::get);
        return new Brought(new ContractRequest(known.method(), path, query, headers, call.body()), given);
    }

    /**
     * What the call asks for.
     *
     * @throws Refused where the request does not keep to the contract
     */
    Checked checked(String call, Brought brought) {
        RowErrors rows = check.check(brought.request(), calls.get(call).rows());
        return new Checked(new Parameters(brought.values()), rows);
    }

    /** @param values of the parameters that the contract declares */
    record Brought(ContractRequest request, Map<String, String> values) {

        @Override
        public String toString() {
            return "Brought[]";
        }
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
