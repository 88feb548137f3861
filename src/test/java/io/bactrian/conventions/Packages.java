package io.bactrian.conventions;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;

/** Names for sets of classes. */
final class Packages {

    private Packages() {}

    static DescribedPredicate<JavaClass> in(String root) {
        return resideInAPackage(root + "..");
    }
}
