package io.bactrian.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The contract of the HTTP API, {@code openapi.yaml}: what may be called, and by whom. */
@Component
public class Contract {

    /** Where it lies on the class path. */
    public static final String LOCATION = "openapi.yaml";

    private static final String SCOPE = "x-scope";
    private static final String ROWS = "x-rows";
    private static final String ROUTE = "x-route";
    private static final String CHANGES_NOTHING = "x-changes-nothing";

    private final String text;
    private final OpenAPI api;

    public Contract() {
        this(read());
    }

    Contract(String text) {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        this.text = text;
        this.api = new OpenAPIV3Parser().readContents(text, null, options).getOpenAPI();
    }

    /** The contract itself, YAML. */
    public String text() {
        return text;
    }

    /** @throws IllegalStateException where an operation does not say who may call it */
    public List<Call> calls() {
        return api.getPaths().entrySet().stream()
                .flatMap(path -> path.getValue().readOperationsMap().entrySet().stream()
                        .map(operation -> call(path.getKey(), operation)))
                .toList();
    }

    private static Call call(String path, Map.Entry<PathItem.HttpMethod, Operation> entry) {
        Operation operation = entry.getValue();
        boolean open =
                operation.getSecurity() != null && operation.getSecurity().isEmpty();
        Map<String, Object> extensions =
                Optional.ofNullable(operation.getExtensions()).orElse(Map.of());
        Object scope = extensions.get(SCOPE);
        boolean changes =
                entry.getKey() != PathItem.HttpMethod.GET && !Boolean.TRUE.equals(extensions.get(CHANGES_NOTHING));
        if (open == (scope != null)) {
            throw new IllegalStateException("Operation " + operation.getOperationId() + " in " + LOCATION
                    + " has to say either " + SCOPE + " or security: []");
        }
        Map<String, String> parameters = Optional.ofNullable(operation.getParameters()).orElse(List.of()).stream()
                .collect(Collectors.toUnmodifiableMap(Parameter::getName, Parameter::getIn));
        return new Call(
                operation.getOperationId(),
                entry.getKey().name(),
                path,
                parameters,
                open ? null : scope.toString(),
                changes,
                (String) extensions.get(ROWS),
                (String) extensions.get(ROUTE));
    }

    private static String read() {
        try {
            return new ClassPathResource(LOCATION).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * One thing that can be called.
     *
     * @param path with parameters in braces
     * @param parameters by name, and where each is: {@code path}, {@code query} or {@code header}
     * @param scope what the caller's token must hold, or null where it is open to all
     * @param changes whether it may change something
     * @param rows the field of the body that holds rows which stand and fall one by one, or null
     * @param optionalRoute the route that serves it, where that is not the one of its name; without that route there is
     *     no such call. Or null
     */
    public record Call(
            String operationId,
            String method,
            String path,
            Map<String, String> parameters,
            String scope,
            boolean changes,
            String rows,
            String optionalRoute) {

        /** The name of the route that serves it. */
        public String route() {
            return optionalRoute == null ? operationId : optionalRoute;
        }
    }
}
