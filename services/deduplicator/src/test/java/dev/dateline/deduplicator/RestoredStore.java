package dev.dateline.deduplicator;

import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.processor.StateRestoreCallback;
import org.apache.kafka.streams.processor.StateStoreContext;

/** A store as a warm copy has it: opened, with the way by which changes come in. */
record RestoredStore(IndexStore store, StateRestoreCallback callback) {
    static RestoredStore of(IndexStore store) {
        var callback = new AtomicReference<StateRestoreCallback>();
        var context = (StateStoreContext) Proxy.newProxyInstance(
                RestoredStore.class.getClassLoader(),
                new Class<?>[] {StateStoreContext.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("register")) {
                        callback.set((StateRestoreCallback) arguments[1]);
                    }
                    return method.getName().equals("applicationId") ? "dateline-dedup" : null;
                });
        store.init(context, store);
        return new RestoredStore(store, callback.get());
    }
}
