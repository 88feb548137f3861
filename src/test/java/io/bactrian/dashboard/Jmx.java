package io.bactrian.dashboard;

import java.lang.management.ManagementFactory;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;

/** Reads everything that JMX tells: each attribute, and what each operation without arguments gives. */
final class Jmx {

    /** Operations that would change the gateway that other tests share, or stop it. */
    private static final Pattern CHANGES = Pattern.compile(
            "(start|stop|suspend|resume|restart|remove|reset|clear|purge|shutdown|enable|disable|evict|reload|step|"
                    + "detach|attach|removeAll|force|cleanup|flush|gc|unset|setup|add|update|run|trigger|create).*",
            Pattern.CASE_INSENSITIVE);

    /** Of the JVM itself; those operations run its diagnosis, and Jolokia hides all of it. */
    private static final String DIAGNOSIS = "com.sun.management";

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private int attributes;
    private int results;

    /** Gives each value with the place where it was found. */
    void readAll(BiConsumer<String, String> to) throws JMException {
        for (ObjectName name : server.queryNames(null, null)) {
            MBeanInfo info = server.getMBeanInfo(name);
            for (MBeanAttributeInfo attribute : info.getAttributes()) {
                if (attribute.isReadable()) {
                    attributes++;
                    tell(name + "." + attribute.getName(), () -> server.getAttribute(name, attribute.getName()), to);
                }
            }
            for (MBeanOperationInfo operation : info.getOperations()) {
                if (mayRun(name, operation)) {
                    results++;
                    tell(
                            name + "." + operation.getName() + "()",
                            () -> server.invoke(name, operation.getName(), null, null),
                            to);
                }
            }
        }
    }

    int attributes() {
        return attributes;
    }

    int results() {
        return results;
    }

    private static boolean mayRun(ObjectName name, MBeanOperationInfo operation) {
        return operation.getSignature().length == 0
                && !name.getDomain().equals(DIAGNOSIS)
                && !CHANGES.matcher(operation.getName()).matches();
    }

    /** What fails tells what its failure says. */
    private static void tell(String place, Callable<Object> value, BiConsumer<String, String> to) {
        try {
            to.accept(place, text(value.call()));
        } catch (Exception e) {
            to.accept(place, String.valueOf(e) + e.getCause());
        }
    }

    private static String text(Object value) {
        List<String> parts = new ArrayList<>();
        if (value instanceof CompositeData data) {
            data.values().forEach(each -> parts.add(text(each)));
        } else if (value instanceof TabularData data) {
            data.values().forEach(each -> parts.add(text(each)));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> parts.add(text(key) + "=" + text(each)));
        } else if (value instanceof Collection<?> all) {
            all.forEach(each -> parts.add(text(each)));
        } else if (value != null && value.getClass().isArray()) {
            for (int at = 0; at < Array.getLength(value); at++) {
                parts.add(text(Array.get(value, at)));
            }
        } else {
            return String.valueOf(value);
        }
        return String.join("\n", parts);
    }
}
