package io.bactrian.fuzz;

/**
 * The gateway that is tried.
 *
 * @param bearer a token with every scope
 * @param publicUrl what Twilio signs
 * @param authToken by which it does
 */
public record Target(int port, String bearer, String publicUrl, String authToken) {

    @Override
    public String toString() {
        return "Target[" + port + "]";
    }
}
