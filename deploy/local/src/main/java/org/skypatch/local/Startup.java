package org.skypatch.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.skypatch.embedded.EmbeddedKeycloak;
import org.skypatch.embedded.EmbeddedPostgres;
import org.skypatch.embedded.KafkaProcess;
import org.skypatch.embedded.KafkaTopics;
import org.skypatch.embedded.KeycloakProgram;
import org.skypatch.embedded.PostgresSettings;
import org.skypatch.embedded.ServerFailure;
import org.skypatch.local.RunningSystem.Layer;
import org.skypatch.local.proxy.OriginProxy;
import org.skypatch.local.proxy.Routes;

/** Starts everything, each part as soon as what it needs is up. */
final class Startup implements AutoCloseable {

    private final CommandLine commandLine;
    private final DataDirectory data;
    private final Ports ports;
    private final Progress progress;
    private final RunningSystem system;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    Startup(CommandLine commandLine, DataDirectory data, Progress progress, RunningSystem system) {
        this.commandLine = commandLine;
        this.data = data;
        this.ports = commandLine.ports();
        this.progress = progress;
        this.system = system;
    }

    /** @throws ServerFailure as soon as one part cannot be started */
    void run() {
        IdentityProvider identity = new IdentityProvider(commandLine.checkout(), data, ports);
        CompletableFuture<KeycloakProgram> program = async(
                () -> progress.step("unpacking and building Keycloak (once)", "Keycloak is built", identity::program));
        CompletableFuture<EmbeddedPostgres> postgres =
                async(() -> progress.step("starting PostgreSQL", "PostgreSQL is up", this::database));
        CompletableFuture<KafkaProcess> kafka =
                async(() -> progress.step("starting Kafka", "Kafka is up", this::broker));
        CompletableFuture<EmbeddedKeycloak> keycloak = program.thenCombineAsync(
                postgres,
                (built, database) ->
                        progress.step("starting Keycloak", "Keycloak is up", () -> identity(identity, built, database)),
                executor);

        List<CompletableFuture<?>> parts = new ArrayList<>(List.of(keycloak, async(this::proxy)));
        CompletableFuture<Void> ground = CompletableFuture.allOf(postgres, kafka);
        for (Service service : builtServices()) {
            parts.add(ground.thenRunAsync(
                    () -> progress.step(
                            "starting " + service.module(), service.module() + " is up", () -> service(service)),
                    executor));
        }
        awaitAll(parts);
    }

    private <T> CompletableFuture<T> async(Supplier<T> start) {
        return CompletableFuture.supplyAsync(start, executor);
    }

    private EmbeddedPostgres database() {
        EmbeddedPostgres postgres = system.add(
                Layer.DATABASE,
                EmbeddedPostgres.start(
                        data.postgres(), ports.postgres(), PostgresSettings.forLocalRun(), data.newLog("postgres")));
        system.watch(postgres.process());
        for (Service service : Service.values()) {
            postgres.databases().createOwned(service.prefix(), EmbeddedPostgres.PASSWORD);
        }
        return postgres;
    }

    private KafkaProcess broker() {
        KafkaProcess kafka = system.add(
                Layer.BROKER,
                KafkaProcess.start(data.kafka(), ports.kafka(), ports.kafkaController(), data.newLog("kafka")));
        system.watch(kafka.process());
        try (KafkaTopics topics = kafka.topics()) {
            topics.createMissing();
        }
        return kafka;
    }

    private EmbeddedKeycloak identity(IdentityProvider identity, KeycloakProgram program, EmbeddedPostgres postgres) {
        EmbeddedKeycloak keycloak = system.add(Layer.IDENTITY, identity.start(program, postgres));
        system.watch(keycloak.process());
        return keycloak;
    }

    private List<Service> builtServices() {
        return Stream.of(Service.values()).filter(this::isBuilt).toList();
    }

    private boolean isBuilt(Service service) {
        boolean built = service.program(commandLine.checkout()).toFile().exists();
        if (!built) {
            progress.say("  " + service.module() + " is not built and is left out ("
                    + service.program(commandLine.checkout()) + " is missing)");
        }
        return built;
    }

    private void service(Service service) {
        SupervisedService supervised = system.add(
                Layer.SERVICES,
                new SupervisedService(
                        new ServiceProgram(service, commandLine.checkout(), data, ports),
                        data.newLog(service.module()),
                        progress));
        supervised.start();
    }

    private OriginProxy proxy() {
        Map<String, Integer> byFirstSegment =
                Stream.of(Service.values()).collect(Collectors.toMap(Service::prefix, ports::service));
        byFirstSegment.put("auth", ports.keycloak());
        return system.add(
                Layer.ORIGIN,
                OriginProxy.start(ports.origin(), new Routes(byFirstSegment, ports.service(Service.NOTIFICATION))));
    }

    private static void awaitAll(List<CompletableFuture<?>> parts) {
        CompletableFuture<Void> all = CompletableFuture.allOf(parts.toArray(CompletableFuture<?>[]::new));
        parts.forEach(part -> part.whenComplete((_, failure) -> {
            if (failure != null) {
                all.completeExceptionally(failure); // the others need not be waited for
            }
        }));
        try {
            all.join();
        } catch (CompletionException e) {
            throw Stream.iterate((Throwable) e, cause -> cause != null, Throwable::getCause)
                    .filter(ServerFailure.class::isInstance)
                    .map(ServerFailure.class::cast)
                    .findFirst()
                    .orElseGet(() -> new ServerFailure(String.valueOf(e.getCause()), e));
        }
    }

    /** Gives up what is still starting. */
    @Override
    public void close() {
        executor.shutdownNow();
        executor.close();
    }
}
