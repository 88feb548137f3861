package io.bactrian.doctor;

import io.bactrian.failure.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.util.unit.DataSize;

/** The data folder: whether it keeps what it is given, has room, and is nobody else's to read. */
final class DiskExamination implements Examination {

    private static final String MEND_PLACE =
            "Give the gateway's user a folder of its own on a local disk (SMS_DATA_DIR).";
    private static final Duration SLOW = Duration.ofMillis(100);
    private static final String SPOOL_SIZE = "sms.spool.max-size";
    private static final DataSize USUAL_SPOOL = DataSize.ofGigabytes(2);

    @Override
    public String part() {
        return "disk";
    }

    @Override
    public List<Diagnosis> examine(Setup setup) throws IOException {
        Path folder = setup.dataDir().toAbsolutePath().normalize();
        List<Diagnosis> found = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            found.add(writing(folder, setup));
            found.add(privacy(folder));
        } else {
            found.add(place(folder));
        }
        found.add(room(nearest(folder), setup));
        return found;
    }

    private Diagnosis writing(Path folder, Setup setup) {
        long begin = setup.clock().millis();
        try {
            DataFolder.asItIs(folder).tryWriting();
        } catch (IOException e) {
            return Diagnosis.wrong(
                    part(), "the data folder takes no file (" + e.getClass().getSimpleName() + ")", MEND_PLACE);
        }
        long took = setup.clock().millis() - begin;
        return took <= SLOW.toMillis()
                ? Diagnosis.right(part(), "a file was written and forced to disk in " + took + " ms")
                : Diagnosis.advice(
                        part(),
                        "to force a file to disk took " + took + " ms: webhooks wait for it while the store is away",
                        "Put the data folder on a faster disk, and not on a network share.");
    }

    private Diagnosis privacy(Path folder) throws IOException {
        Set<PosixFilePermission> others = Files.getPosixFilePermissions(folder);
        others.retainAll(Set.of(
                PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE, PosixFilePermission.OTHERS_EXECUTE));
        return others.isEmpty()
                ? Diagnosis.right(part(), "not everybody can look into the data folder")
                : Diagnosis.advice(
                        part(),
                        "everybody on this machine can look into the data folder, which holds numbers and texts",
                        "chmod 700 the folder of SMS_DATA_DIR.");
    }

    private Diagnosis place(Path folder) {
        Path above = nearest(folder);
        return Files.isDirectory(above) && Files.isWritable(above)
                ? Diagnosis.right(part(), "there is no data folder yet; the first start can make it")
                : Diagnosis.wrong(part(), "there is no data folder, and this user cannot make it", MEND_PLACE);
    }

    /** What is on disk already counts as room: the spool is part of it. */
    private Diagnosis room(Path place, Setup setup) throws IOException {
        DataSize wanted = setup.has(SPOOL_SIZE) ? DataSize.parse(setup.text(SPOOL_SIZE)) : USUAL_SPOOL;
        long free = Files.getFileStore(place).getUsableSpace();
        String says = DataSize.ofBytes(free).toMegabytes() + " MB are free";
        return free >= wanted.toBytes()
                ? Diagnosis.right(part(), says)
                : Diagnosis.wrong(
                        part(),
                        says + ", and what waits while the store is away may take " + wanted.toMegabytes() + " MB",
                        "Make room, or set SMS_SPOOL_MAX_SIZE to what there is.");
    }

    private static Path nearest(Path folder) {
        Path place = folder;
        while (!Files.exists(place)) {
            place = place.getParent();
        }
        return place;
    }
}
