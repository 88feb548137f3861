package io.bactrian;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the whole gateway is set up as.
 *
 * @param publicUrl what the world calls us by, without a slash at the end
 * @param store which store adapter the flows stand on
 * @param providers which providers send, tried in this order
 * @param dataDir database, dead letters and the operator's password
 * @param routesDir the flows, one file each
 */
@Validated
@ConfigurationProperties("sms")
public record GatewaySettings(
        @NotBlank String publicUrl,
        @DefaultValue("embedded")
                @Pattern(regexp = "embedded|postgres|firestore", message = "must be embedded, postgres or firestore")
                String store,
        @DefaultValue("simulator") @NotEmpty
                List<@Pattern(regexp = PROVIDER, message = "must be the name of a folder of routes/provider") String>
                        providers,
        @DefaultValue("./data") @NotNull Path dataDir,
        @DefaultValue("./routes") @NotNull Path routesDir) {

    private static final String PROVIDER = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    public GatewaySettings {
        publicUrl = publicUrl == null ? null : publicUrl.replaceAll("/+$", "");
    }

    @AssertTrue(message = "cannot be simulator beside a real provider: the simulator stands in for all of them")
    boolean isProvidersOneWorld() {
        return providers == null || providers.size() < 2 || !providers.contains("simulator");
    }

    /** Whether messages are only played: nobody real gets one, and texts that come in can be made up. */
    public boolean simulated() {
        return providers.contains("simulator");
    }
}
