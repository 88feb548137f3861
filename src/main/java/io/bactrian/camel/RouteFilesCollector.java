package io.bactrian.camel;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.spring.boot.CamelSpringBootRoutesCollector;
import org.apache.camel.support.PluginHelper;
import org.springframework.context.ApplicationContext;

/** Gives Camel the chosen files of the routes folder, in the place of its include pattern. */
class RouteFilesCollector extends CamelSpringBootRoutesCollector {

    private final RouteFiles files;

    RouteFilesCollector(ApplicationContext context, RouteFiles files) {
        super(context, true);
        this.files = files;
    }

    @Override
    public Collection<Resource> findRouteResourcesFromDirectory(
            CamelContext camelContext, String excludePattern, String includePattern) {
        List<Path> chosen = files.chosen();
        return chosen.stream()
                .map(file -> PluginHelper.getResourceLoader(camelContext)
                        .resolveResource("file:" + file.toAbsolutePath().normalize()))
                .toList();
    }
}
