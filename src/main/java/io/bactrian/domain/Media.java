package io.bactrian.domain;

/**
 * One attachment.
 *
 * @param url where the provider keeps it
 * @param contentType its MIME type, or null where nobody said
 */
public record Media(String url, String contentType) {

    /** The address of an attachment leads to what a person sent, so it is not printed. */
    @Override
    public String toString() {
        return "Media[" + contentType + "]";
    }
}
