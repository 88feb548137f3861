package io.bactrian.conventions;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.bactrian.domain.PhoneNumber;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.Handle;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;

/** Records that hold a phone number or the text of a message. The toString that a record is given prints all it holds. */
final class PersonalData {

    private static final Set<String> NAMES = Set.of("messageContent", "mediaUrl", "phoneNumber");

    static final DescribedPredicate<JavaClass> IS_HELD = DescribedPredicate.describe(
            "are records with a phone number or a message's text",
            type -> type.isRecord() && type.getFields().stream().anyMatch(PersonalData::isPersonal));

    static final ArchCondition<JavaClass> NOT_BE_PRINTED_BY_THE_COMPILER =
            new ArchCondition<>("have a toString of their own, which leaves that out") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    events.add(new SimpleConditionEvent(
                            type, !isGenerated(type), type.getName() + " would be printed with all that it holds"));
                }
            };

    private PersonalData() {}

    private static boolean isPersonal(JavaField field) {
        return field.getRawType().isEquivalentTo(PhoneNumber.class) || NAMES.contains(field.getName());
    }

    /** The compiler's toString of a record is one call into java.lang.runtime.ObjectMethods, found in the bytecode only. */
    private static boolean isGenerated(JavaClass type) {
        GeneratedToString search = new GeneratedToString();
        String file = "/" + type.getName().replace('.', '/') + ".class";
        try (InputStream bytecode = PersonalData.class.getResourceAsStream(file)) {
            new ClassReader(bytecode).accept(search, 0);
            return search.found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class GeneratedToString extends ClassVisitor {

        private boolean found;

        private GeneratedToString() {
            super(Opcodes.ASM9);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            if (!name.equals("toString") || !descriptor.startsWith("()")) {
                return null;
            }
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitInvokeDynamicInsn(String call, String type, Handle bootstrap, Object... arguments) {
                    found |= bootstrap.getOwner().equals("java/lang/runtime/ObjectMethods");
                }
            };
        }
    }
}
