package io.bactrian.conventions;

import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import java.time.Clock;
import java.util.Calendar;
import java.util.Date;

/** The ways past the one clock that a test can set. Measuring how long something takes ({@code nanoTime}) is not one. */
final class WallClock {

    static final ArchCondition<JavaClass> BE_ASKED_DIRECTLY = callMethodWhere(
                    DescribedPredicate.<JavaMethodCall>describe(
                            "asks the wall clock", call -> asksTheWallClock(call.getTarget())))
            .as("ask the wall clock and not the Clock that it is given");

    static final DescribedPredicate<JavaClass> OLD_DATES = DescribedPredicate.describe(
            "are dates of old", type -> type.isEquivalentTo(Date.class) || type.isEquivalentTo(Calendar.class));

    private WallClock() {}

    private static boolean asksTheWallClock(MethodCallTarget method) {
        String owner = method.getOwner().getName();
        String name = method.getName();
        return owner.startsWith("java.time.") && name.equals("now") && !isGivenAClock(method)
                || owner.equals("java.time.Clock") && (name.startsWith("system") || name.startsWith("tick"))
                || owner.equals("java.lang.System") && name.equals("currentTimeMillis");
    }

    private static boolean isGivenAClock(MethodCallTarget method) {
        return method.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
    }
}
