package io.bactrian.dashboard;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** In templates {@code assets}: the address of a file that pages load. */
@Component
public class AssetLinks {

    private final ObjectProvider<ResourceUrlProvider> links;

    /** Asked for late: it is made of what this is made for. */
    AssetLinks(ObjectProvider<ResourceUrlProvider> links) {
        this.links = links;
    }

    /** @throws IllegalArgumentException where there is no such file */
    public String link(String name) {
        String link = links.getObject().getForLookupPath("/assets/" + name);
        if (link == null) {
            throw new IllegalArgumentException("there is no asset " + name);
        }
        return link;
    }
}
