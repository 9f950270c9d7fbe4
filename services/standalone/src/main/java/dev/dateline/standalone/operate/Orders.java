package dev.dateline.standalone.operate;

import dev.dateline.kafka.operate.Order;
import org.jspecify.annotations.Nullable;

/** Makes the orders of whoever runs the command line. */
public final class Orders {
    private Orders() {}

    /**
     * An order in the name of the system's user.
     *
     * @param sure false makes it a dry run
     */
    public static Order of(@Nullable String note, boolean sure) {
        return new Order(System.getProperty("user.name", "unknown"), note, !sure);
    }
}
