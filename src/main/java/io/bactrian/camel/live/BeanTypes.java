package io.bactrian.camel.live;

import java.util.Collection;

/** Which beans there are, without making any. */
public interface BeanTypes {

    /** What the bean of a name is, or null where there is none. */
    Class<?> of(String name);

    Collection<String> names();
}
