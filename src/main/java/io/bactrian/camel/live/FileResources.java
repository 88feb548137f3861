package io.bactrian.camel.live;

import io.bactrian.edits.RouteText;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.ResourceHelper;

/** Files as Camel takes them: their text as it was checked, whatever the disk holds by now. */
public final class FileResources {

    private FileResources() {}

    public static List<Resource> of(Path folder, Collection<RouteText> files) {
        return files.stream().map(file -> of(folder, file)).toList();
    }

    static Resource of(Path folder, RouteText file) {
        return ResourceHelper.fromString(location(folder, file.path()), file.text());
    }

    static String location(Path folder, String path) {
        return "file:" + folder.resolve(path).toAbsolutePath().normalize();
    }
}
