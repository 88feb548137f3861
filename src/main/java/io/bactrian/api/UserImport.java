package io.bactrian.api;

/**
 * A table of people to be put into the directory.
 *
 * @param csv with a header: {@code phoneNumber}, and, as one likes, {@code name} and {@code status}
 * @param dryRun true: it is only told what would come of it
 */
public record UserImport(String csv, boolean dryRun) {

    @Override
    public String toString() {
        return "UserImport[]";
    }
}
