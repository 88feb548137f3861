package io.bactrian.store.firestore;

import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.StoreException;
import io.bactrian.domain.Tenant;
import io.bactrian.domain.UserKey;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The id of the document of a key. It is the key itself, but where Firestore would take it for something else: a slash
 * leads into another collection, and some names are Firestore's own.
 */
public final class DocumentIds {

    private static final Pattern PLAIN = Pattern.compile("(?!__)[^/%=.][^/%=]*");

    /** Firestore's own bound is 1,500 bytes. */
    private static final int LONGEST = 300;

    /** @throws StoreException where there is no key, or one too long to be one */
    public void require(String key) {
        if (key == null || key.isEmpty() || key.length() > LONGEST) {
            throw new StoreException("a document's id", "unusable key", false, null);
        }
    }

    /** @throws StoreException where there is no key, or one too long to be one */
    public String of(Object key) {
        String text = key instanceof PhoneNumber number
                ? number.value()
                : key instanceof UserKey user ? ofUser(user) : (String) key;
        require(text);
        return PLAIN.matcher(text).matches() ? text : escaped(text);
    }

    /** Of the default tenant, the number is enough. */
    private static String ofUser(UserKey user) {
        return Tenant.DEFAULT.equals(user.tenant()) ? user.phoneNumber().value() : user.value();
    }

    /** What {@link #of} made that id of. */
    public String key(String id) {
        return id.startsWith("=") ? URLDecoder.decode(id.substring(1).replace('=', '%'), StandardCharsets.UTF_8) : id;
    }

    /**
     * With an equals sign first, which no plain key has, so that no two keys meet. A percent sign will not do: Firestore's
     * client takes what the server says for a format, and a failure that names such a document never ends.
     */
    private static String escaped(String text) {
        return "=" + URLEncoder.encode(text, StandardCharsets.UTF_8).replace('%', '=');
    }
}
