package org.skypatch.notification.delivery;

import org.skypatch.notification.subscription.Channel;

/** Carries one piece of news through a channel. Blocking; it ends within its own limit of time, whatever the other side does. */
public interface Courier {

    Outcome carry(DueDelivery delivery, Channel channel);
}
