package org.skypatch.notification.alert;

import java.util.UUID;
import org.skypatch.contracts.finding.RuleCode;

/** What there is one alert of: a rule's finding on a subject of a movement, each time it is found anew. */
public record AlertIdentity(UUID movement, RuleCode rule, String subject, int episode) {}
