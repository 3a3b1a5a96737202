package org.skypatch.guilty.purity.alert;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Guilty: a core class that knows Jackson. */
class WritesJson {
    ObjectMapper json = new ObjectMapper();
}
