package io.bactrian.desk;

import static org.assertj.core.api.Assertions.assertThat;

import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.jolokia.server.core.util.RequestType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JmxRulesTests {

    private static final String ROUTE = "org.apache.camel:context=bactrian,type=routes,name=\"receive-message\"";

    private final JmxRules rules = new JmxRules();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            org.apache.camel:context=bactrian,type=context,name="bactrian"|stop()
            org.apache.camel:context=bactrian,type=context,name="bactrian"|sendBody(java.lang.String,java.lang.Object)
            org.apache.camel:context=bactrian,type=context,name="bactrian"|requestBody(java.lang.String,java.lang.Object)
            org.apache.camel:context=bactrian,type=context,name="bactrian"|dumpRoutesAsXml(boolean)
            org.apache.camel:context=bactrian,type=context,name="bactrian"|dumpRoutesAsXml
            org.apache.camel:context=bactrian,type=routes,name="a"|dumpRouteAsXml(boolean)
            org.apache.camel:context=bactrian,type=routes,name="a"|updateRouteFromXml(java.lang.String)
            org.apache.camel:context=bactrian,type=routes,name="a"|remove()
            org.apache.camel:context=bactrian,type=routes,name="a"|setProperty
            org.apache.camel:context=bactrian,type=endpoints,name="seda"|browseAllMessagesAsXml(java.lang.Boolean)
            org.apache.camel:context=bactrian,type=tracer,name=BacklogTracer|dumpAllTracedMessages()
            org.apache.camel:context=bactrian,type=tracer,name=BacklogDebugger|enableDebugger()
            com.sun.management:type=DiagnosticCommand|vmSystemProperties
            com.sun.management:type=HotSpotDiagnostic|dumpHeap
            java.lang:type=Threading|dumpAllThreads(boolean,boolean)
            java.util.logging:type=Logging|setLoggerLevel
            """)
    void deniesWhatCouldTellOrDoMore(String name, String operation) throws MalformedObjectNameException {
        assertThat(rules.isOperationAllowed(new ObjectName(name), operation)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"start()", "stop()", "suspend()", "resume()", "dumpRouteAsXml()"})
    void hasASwitchAndAPictureOfARoute(String operation) throws MalformedObjectNameException {
        assertThat(rules.isOperationAllowed(new ObjectName(ROUTE), operation)).isTrue();
    }

    @Test
    void readsAndNeverWrites() throws MalformedObjectNameException {
        ObjectName route = new ObjectName(ROUTE);
        assertThat(rules.isTypeAllowed(RequestType.READ)).isTrue();
        assertThat(rules.isTypeAllowed(RequestType.WRITE)).isFalse();
        assertThat(rules.isTypeAllowed(RequestType.NOTIFICATION)).isFalse();
        assertThat(rules.isAttributeReadAllowed(route, "ExchangesTotal")).isTrue();
        assertThat(rules.isAttributeWriteAllowed(route, "Tracing")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            java.lang:type=Runtime
            com.zaxxer.hikari:type=PoolConfig (store)
            com.sun.management:type=DiagnosticCommand
            jolokia:type=Config
            """)
    void hidesWhatMayHoldSecrets(String name) throws MalformedObjectNameException {
        assertThat(rules.isObjectNameHidden(new ObjectName(name))).isTrue();
        assertThat(rules.isAttributeReadAllowed(new ObjectName(name), "Name")).isFalse();
    }

    @Test
    void letsNoPageOfAnotherOriginReadAnAnswer() {
        assertThat(rules.isOriginAllowed("https://example.org", false)).isFalse();
    }
}
