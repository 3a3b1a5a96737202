package org.skypatch.tracking.schedule;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.skypatch.contracts.finding.RuleCode;
import org.skypatch.tracking.finding.Rule;
import org.skypatch.tracking.finding.rule.RulesInForce;
import org.skypatch.tracking.process.RuleFailures;
import org.skypatch.tracking.process.Transactions.DatabaseUnavailable;

/** Has movements judged again whose rule failed in another version than the one in force. */
@ApplicationScoped
public class FailedRuleSchedule {

    private static final Logger LOG = Logger.getLogger(FailedRuleSchedule.class);

    private final RulesInForce rules;
    private final RuleFailures failures;

    FailedRuleSchedule(RulesInForce rules, RuleFailures failures) {
        this.rules = rules;
        this.failures = failures;
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void judgeAgain() {
        Map<RuleCode, Integer> versions = rules.rules().stream().collect(Collectors.toMap(Rule::code, Rule::version));
        try {
            int marked = failures.judgeAgainOtherThan(versions);
            if (marked > 0) {
                LOG.infof("%d movements are judged again: a rule that failed on them has changed", marked);
            }
        } catch (DatabaseUnavailable e) {
            LOG.debugf("failed rules wait: %s", e.getMessage());
        }
    }
}
