package org.skypatch.contracts.house;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Optional;

/** Holds for a class of one edge that uses no class of another; the refusals listed in {@code problem} are for all. */
final class DependOnNoOtherEdge extends ArchCondition<JavaClass> {

    private static final String REFUSALS = "problem";

    private final String base;
    private final List<String> edges;

    DependOnNoOtherEdge(String base, List<String> edges) {
        super("depend on no other edge");
        this.base = base;
        this.edges = edges;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        String own = edgeOf(type).orElseThrow();
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
            edgeOf(dependency.getTargetClass())
                    .filter(other -> !other.equals(own) && !other.equals(REFUSALS))
                    .ifPresent(other -> events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
        }
    }

    private Optional<String> edgeOf(JavaClass type) {
        String name = type.getPackageName();
        return edges.stream()
                .filter(edge -> name.equals(base + "." + edge) || name.startsWith(base + "." + edge + "."))
                .findFirst();
    }
}
