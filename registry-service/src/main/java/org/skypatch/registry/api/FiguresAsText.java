package org.skypatch.registry.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import org.skypatch.registry.consultation.Figure;

/** Amounts that may not be known are written as decimal texts, or {@code unknown}. */
@Singleton
public class FiguresAsText implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper json) {
        json.registerModule(new SimpleModule("figures").addSerializer(Figure.class, ToStringSerializer.instance));
    }
}
