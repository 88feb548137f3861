package io.bactrian.dashboard;

import io.bactrian.security.Caller;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** Which pages there are. */
@Component
class Pages {

    private final List<Entry> entries;

    /** Only names and annotations are asked for: the pages themselves may need much that is not there yet. */
    Pages(ApplicationContext context) {
        entries = Stream.of(context.getBeanNamesForAnnotation(Page.class))
                .map(name -> context.findAnnotationOnBean(name, Page.class))
                .map(page -> new Entry(page.path(), page.label(), page.icon(), page.scope(), page.order()))
                .sorted(Comparator.comparingInt(Entry::order))
                .toList();
    }

    /** What the navigation shows of a page. */
    record Entry(String path, String label, String icon, String scope, int order) {

        boolean isCurrent(String requested) {
            return requested.equals(path) || requested.startsWith(path + "/");
        }
    }

    List<Entry> all() {
        return entries;
    }

    /** Those that they may see. */
    List<Entry> of(Caller caller) {
        return entries.stream()
                .filter(entry ->
                        entry.order() != Page.NOT_LISTED && caller.scopes().contains(entry.scope()))
                .toList();
    }
}
