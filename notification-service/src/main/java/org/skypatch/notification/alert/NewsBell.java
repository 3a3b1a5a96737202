package org.skypatch.notification.alert;

/** Wakes those who listen to streams: there may be news. */
@FunctionalInterface
public interface NewsBell {

    void ring();
}
