package org.skypatch.registry;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.skypatch.embedded.testing.PostgresAndKafka;

/** The servers of every IT of this service: PostgreSQL, Kafka, and a key that signs tokens. */
@QuarkusTestResource(value = PostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "registry"))
@QuarkusTestResource(SigningKey.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface RegistryServers {}
