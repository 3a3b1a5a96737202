package org.skypatch.guilty.scheduling.store;

import io.quarkus.scheduler.Scheduled;

/** Guilty: a schedule outside the package schedule. */
class RunsByItself {
    @Scheduled(every = "1s")
    void run() {}
}
