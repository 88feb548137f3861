package io.bactrian.camel;

import io.bactrian.domain.AttemptResult;
import io.bactrian.domain.Channel;
import io.bactrian.domain.Kind;
import io.bactrian.domain.MessageStatus;
import io.bactrian.domain.Priority;
import io.bactrian.domain.UserStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.TypeConverterRegistry;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.apache.camel.support.SimpleTypeConverter;
import org.springframework.stereotype.Component;

/**
 * Routes compare with the words that are stored and shown, as in {@code ${body.channel} == 'voice'}. Camel's own way from
 * such a word to a value searches all its converters each time, and finds none.
 */
@Component
class DomainWords implements CamelContextConfiguration {

    private static final List<Class<? extends Enum<?>>> TYPES = List.of(
            AttemptResult.class, Channel.class, Kind.class, MessageStatus.class, Priority.class, UserStatus.class);

    @Override
    public void beforeApplicationStart(CamelContext camel) {
        TYPES.forEach(type -> add(type, camel.getTypeConverterRegistry()));
    }

    @Override
    public void afterApplicationStart(CamelContext camel) {
        // all is said before
    }

    static void add(Class<? extends Enum<?>> type, TypeConverterRegistry registry) {
        Map<String, Enum<?>> words =
                Arrays.stream(type.getEnumConstants()).collect(Collectors.toMap(Enum::toString, Function.identity()));
        // A word that is none is no value, and equal to none.
        registry.addTypeConverter(
                type, String.class, new SimpleTypeConverter(true, (to, exchange, word) -> words.get(word.toString())));
    }
}
