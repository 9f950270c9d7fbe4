package dev.dateline.schema;

import org.apache.avro.util.ClassSecurityValidator;

/**
 * Vouches for the classes of this package: since 1.12.2, Avro loads a class that a schema names only when somebody trusts it,
 * be it for decoding or for the default of an enum. Whoever builds or decodes records calls {@link #trust} first; more
 * than once does no harm.
 */
public final class Contracts {
    private static final Package OURS = Contracts.class.getPackage();

    static {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(), type -> OURS.equals(type.getPackage())));
    }

    private Contracts() {}

    /** Makes Avro trust the generated classes, for as long as this JVM runs. */
    public static void trust() {
        // The static initialiser has done it.
    }
}
