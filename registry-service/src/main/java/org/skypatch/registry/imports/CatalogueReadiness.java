package org.skypatch.registry.imports;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The service is ready once its catalogue is recorded: before that it could not tell a licence's commodity. */
@Readiness
@ApplicationScoped
class CatalogueReadiness implements HealthCheck {

    private final CatalogueAtStart catalogue;

    CatalogueReadiness(CatalogueAtStart catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("catalogue recorded")
                .status(catalogue.isDone())
                .build();
    }
}
