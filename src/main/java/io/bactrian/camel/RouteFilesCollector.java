package io.bactrian.camel;

import io.bactrian.camel.live.FileResources;
import io.bactrian.edits.RouteEdits;
import java.util.Collection;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.spring.boot.CamelSpringBootRoutesCollector;
import org.springframework.context.ApplicationContext;

/** Gives Camel the chosen files of the routes folder that are sound, in the place of its include pattern. */
class RouteFilesCollector extends CamelSpringBootRoutesCollector {

    private final RouteEdits edits;

    RouteFilesCollector(ApplicationContext context, RouteEdits edits) {
        super(context, true);
        this.edits = edits;
    }

    @Override
    public Collection<Resource> findRouteResourcesFromDirectory(
            CamelContext camelContext, String excludePattern, String includePattern) {
        return FileResources.of(edits.folder(), edits.begin());
    }
}
