package io.bactrian.inbound;

/** The main job as the gateway ships, on the embedded database. */
class MainJobTests extends MainJobContract {

    @Override
    String[] store() {
        return new String[0];
    }
}
