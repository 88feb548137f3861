package io.bactrian.desk;

import java.util.Set;
import javax.management.ObjectName;
import org.jolokia.server.core.service.api.Restrictor;
import org.jolokia.server.core.util.HttpMethod;
import org.jolokia.server.core.util.RequestType;

/**
 * What of JMX can be had over HTTP: figures of Camel and of the JVM, the drawn routes, and the switch of a single route.
 * What is not named here is denied and hidden. Jolokia makes it, by its name in the settings.
 */
public final class JmxRules implements Restrictor {

    private static final String CAMEL = "org.apache.camel";
    private static final String JVM = "java.lang";

    /** {@code read} and {@code search} are asked for one bean at a time below; {@code write} never. */
    private static final Set<RequestType> TYPES =
            Set.of(RequestType.READ, RequestType.LIST, RequestType.SEARCH, RequestType.VERSION, RequestType.EXEC);

    /** The command line and the system properties, which may hold secrets. */
    private static final String COMMAND_LINE = "Runtime";

    private static final Set<String> OF_A_ROUTE = Set.of(
            "start",
            "start()",
            "stop",
            "stop()",
            "suspend()",
            "resume()",
            "suspend",
            "resume",
            "getState",
            "getState()",
            "dumpRouteAsXml()",
            "dumpRouteSourceLocationsAsXml()",
            "dumpRouteStatsAsXml",
            "dumpRouteStatsAsXml(boolean,boolean)");

    /**
     * Without resolved placeholders: those may be secrets. And without the figures of all routes at once, which Camel looks
     * up so slowly among its thousands of beans that a page asking every five seconds would hold a core.
     */
    private static final Set<String> OF_THE_CONTEXT = Set.of("dumpRoutesAsXml()", "dumpRoutesSourceLocationsAsXml()");

    @Override
    public boolean isHttpMethodAllowed(HttpMethod method) {
        return true;
    }

    @Override
    public boolean isTypeAllowed(RequestType type) {
        return TYPES.contains(type);
    }

    @Override
    public boolean isAttributeReadAllowed(ObjectName name, String attribute) {
        return !isObjectNameHidden(name);
    }

    @Override
    public boolean isAttributeWriteAllowed(ObjectName name, String attribute) {
        return false;
    }

    @Override
    public boolean isOperationAllowed(ObjectName name, String operation) {
        if (!CAMEL.equals(name.getDomain())) {
            return false;
        }
        return switch (String.valueOf(name.getKeyProperty("type"))) {
            case "routes" -> OF_A_ROUTE.contains(operation);
            case "context" -> OF_THE_CONTEXT.contains(operation);
            default -> false;
        };
    }

    /** Who may call at all is Spring Security's to say. */
    @Override
    public boolean isRemoteAccessAllowed(String... hostsOrAddresses) {
        return true;
    }

    /** No page of another origin is told that it may read an answer; whether a request is our own page's is told before. */
    @Override
    public boolean isOriginAllowed(String origin, boolean strict) {
        return strict;
    }

    @Override
    public boolean isObjectNameHidden(ObjectName name) {
        boolean figures = JVM.equals(name.getDomain()) && !COMMAND_LINE.equals(name.getKeyProperty("type"));
        return !figures && !CAMEL.equals(name.getDomain());
    }
}
