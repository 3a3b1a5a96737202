package org.skypatch.tracking;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.skypatch.tracking.finding.rule.FragileRule;
import org.skypatch.tracking.finding.rule.RulesInForce;

/** The rules in force as they are wired, and one that a test may have throw. */
@ApplicationScoped
class FragileRules {

    @Produces
    @Alternative
    @Priority(1)
    @Singleton
    RulesInForce rules(Wiring wiring, MeterRegistry meters) {
        return FragileRule.beside(wiring.rules(meters));
    }
}
