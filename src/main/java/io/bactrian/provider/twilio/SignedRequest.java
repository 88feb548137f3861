package io.bactrian.provider.twilio;

import io.bactrian.web.RequestWithBody;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A request whose body is the bytes that were verified, and whose parameters are those of its query alone. */
final class SignedRequest extends RequestWithBody {

    SignedRequest(HttpServletRequest request, byte[] body) {
        super(request, body);
    }

    @Override
    public String getParameter(String name) {
        return query().first(name);
    }

    @Override
    public String[] getParameterValues(String name) {
        List<String> values = query().fields().get(name);
        return values == null ? null : values.toArray(String[]::new);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(query().fields().keySet());
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        Map<String, String[]> parameters = new LinkedHashMap<>();
        query().fields().forEach((name, values) -> parameters.put(name, values.toArray(String[]::new)));
        return Collections.unmodifiableMap(parameters);
    }

    private FormBody query() {
        return FormBody.parse(getQueryString());
    }
}
