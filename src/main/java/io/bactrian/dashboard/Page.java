package io.bactrian.dashboard;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * A page of the dashboard, with all that lies below its path. Whoever is logged in and has its scope may see it, and
 * finds it in the navigation.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Controller
@RequestMapping
public @interface Page {

    /** {@code /incoming} for instance, one word. */
    @AliasFor(annotation = RequestMapping.class, attribute = "path")
    String path();

    /** What the navigation calls it. */
    String label();

    /** The name of a symbol in {@code assets/icons.svg}. */
    String icon();

    /** Of the contract. */
    String scope();

    /** For what the navigation does not show. */
    int NOT_LISTED = Integer.MAX_VALUE;

    /** Its place in the navigation, from the top. */
    int order();
}
