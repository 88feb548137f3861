package io.bactrian.tenants;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which tenants there are beside {@code default}, as far as texts come in for them.
 *
 * @param numbers the numbers of ours by the tenant whose they are; a number that is nobody's is the default tenant's
 */
@ConfigurationProperties("sms.tenants")
public record TenantSettings(@DefaultValue Map<String, List<String>> numbers) {

    @Override
    public String toString() {
        return "TenantSettings" + numbers.keySet();
    }
}
