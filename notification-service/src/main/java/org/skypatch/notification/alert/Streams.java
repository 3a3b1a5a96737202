package org.skypatch.notification.alert;

import java.util.List;
import java.util.Map;

/** The numbered news of each audience. Numbers have no gaps and rise in the order in which news become visible. */
public interface Streams {

    /** One piece of news in the stream of one audience. */
    record Entry(long number, NewsType type, Notice notice) {}

    /** The number of the last news of every audience that has any. */
    Map<AudienceKey, Long> lastNumbers();

    /** Up to so many news of this audience, after this number. */
    List<Entry> after(AudienceKey audience, long number, int limit);
}
