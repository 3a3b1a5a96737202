package org.skypatch.local.proxy;

import java.util.Map;

/**
 * Which port answers for a path.
 *
 * @param byFirstSegment ports by the first segment of the path
 * @param otherwise port for every other path
 */
public record Routes(Map<String, Integer> byFirstSegment, int otherwise) {

    public Routes {
        byFirstSegment = Map.copyOf(byFirstSegment);
    }

    int portFor(String path) {
        int end = path.indexOf('/', 1);
        String first = path.substring(Math.min(1, path.length()), end < 0 ? path.length() : end);
        return byFirstSegment.getOrDefault(first, otherwise);
    }
}
