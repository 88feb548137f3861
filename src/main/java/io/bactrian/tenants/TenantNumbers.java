package io.bactrian.tenants;

import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.Tenant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Tells whose a number of ours is. What comes in for it is that tenant's. */
@Component
public class TenantNumbers {

    private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{6,14}|[0-9]{3,8}|[A-Za-z][A-Za-z0-9 ]{0,10}");

    private final Map<String, String> tenants = new HashMap<>();

    /** @throws IllegalArgumentException where a number cannot be one, or would be two tenants' */
    public TenantNumbers(TenantSettings settings) {
        settings.numbers().forEach((tenant, numbers) -> numbers.forEach(number -> add(tenant, number)));
    }

    private void add(String tenant, String number) {
        String place = "SMS_TENANTS_NUMBERS (sms.tenants.numbers." + tenant + ") ";
        if (!Tenant.isName(tenant)) {
            throw new IllegalArgumentException(
                    place + "is no tenant's name: letters, digits, dots, hyphens, 64 at most");
        }
        if (!NUMBER.matcher(number).matches()) {
            throw new IllegalArgumentException(
                    place + "holds what is no sender: E.164 with the plus (in quotes in YAML), a short code or a name");
        }
        String other = tenants.putIfAbsent(number, tenant);
        if (other != null && !other.equals(tenant)) {
            throw new IllegalArgumentException(place + "holds a number that is also the tenant " + other + "'s");
        }
    }

    /** The tenant that a message to this number is for. */
    public String of(PhoneNumber ours) {
        return ours == null ? Tenant.DEFAULT : tenants.getOrDefault(ours.value(), Tenant.DEFAULT);
    }

    /** Whether a tenant may send from this number: from its own, or from one that no tenant has to itself. */
    public boolean mayUse(String tenant, PhoneNumber ours) {
        return ours == null || tenants.getOrDefault(ours.value(), tenant).equals(tenant);
    }
}
