package io.bactrian.dashboard;

import org.apache.catalina.Context;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.LifecycleEvent;
import org.apache.catalina.LifecycleListener;
import org.apache.catalina.session.ManagerBase;

/** Bounds how many sessions there are: the manager is there once the context starts. */
final class Bound implements LifecycleListener {

    private final int most;

    Bound(int most) {
        this.most = most;
    }

    @Override
    public void lifecycleEvent(LifecycleEvent event) {
        if (Lifecycle.AFTER_START_EVENT.equals(event.getType())
                && ((Context) event.getLifecycle()).getManager() instanceof ManagerBase manager) {
            manager.setMaxActiveSessions(most);
        }
    }
}
