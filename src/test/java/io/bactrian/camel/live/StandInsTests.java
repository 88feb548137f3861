package io.bactrian.camel.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What stands in for a bean has its type and does nothing. */
class StandInsTests {

    interface Counts {
        void count();
    }

    private static final AtomicInteger COUNTED = new AtomicInteger();

    static class Counter implements Counts {
        Counter() {
            COUNTED.incrementAndGet();
        }

        @Override
        public void count() {
            // made without its constructor: it has nothing to count with
        }
    }

    private record Known(Map<String, Class<?>> types) implements BeanTypes {
        @Override
        public Class<?> of(String name) {
            return types.get(name);
        }

        @Override
        public Collection<String> names() {
            return List.copyOf(types.keySet());
        }
    }

    private final Counts lambda = COUNTED::incrementAndGet;
    private final StandIns standIns = new StandIns(
            new Known(Map.of("class", Counter.class, "interface", Counts.class, "lambda", lambda.getClass())));

    @Test
    void aBeanOfAnyKindOfClassHasOne() {
        assertThat(List.of("class", "interface", "lambda")).allSatisfy(name -> {
            Counts standIn = standIns.lookupByNameAndType(name, Counts.class);
            assertThat(standIn).isNotNull();
            standIn.count();
        });
        assertThat(COUNTED).hasValue(0);
    }

    @Test
    void whatIsNoBeanHasNone() {
        assertThat(standIns.lookupByName("nothing")).isNull();
    }
}
