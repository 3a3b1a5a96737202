package org.skypatch.contracts.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The rules of dependence of a service, by its base package. A <em>core</em> package is named by a noun of the domain, an
 * <em>edge</em> by what it touches; a <em>plain</em> package keeps simple records and may hold entity and resource.
 * Every rule has a guilty fixture under {@code org.skypatch.guilty} on which it must fail.
 */
public final class HouseRules {

    private static final List<String> EDGES = List.of(
            "ingest",
            "api",
            "imports",
            "history",
            "inbox",
            "courier",
            "papers",
            "stream",
            "store",
            "schedule",
            "problem");
    private static final List<String> PLAIN = List.of("catalogue", "party", "trader");
    private static final List<String> REST = List.of("ingest", "api", "imports", "history", "inbox", "problem");
    private static final List<String> PERSISTENCE = List.of("store", "history", "imports");

    private static final String[] PURE = {
        "",
        "java..",
        "org.jspecify..",
        "org.skypatch.contracts..",
        "com.fasterxml.uuid..",
        "com.ibm.icu..",
        "org.apache.commons.text..",
    };
    private static final String[] WEB = {"jakarta.ws.rs..", "org.jboss.resteasy.."};
    private static final String[] DATABASE = {
        "java.sql..",
        "javax.sql..",
        "jakarta.persistence..",
        "org.hibernate..",
        "io.quarkus.hibernate..",
        "io.quarkus.panache..",
        "io.agroal..",
        "org.postgresql..",
    };
    private static final String[] BROKER = {
        "org.apache.kafka..", "org.eclipse.microprofile.reactive.messaging..", "io.smallrye.reactive.messaging..",
    };

    private final String base;

    private HouseRules(String base) {
        this.base = base;
    }

    /** The rules of the service with this base package, such as {@code org.skypatch.notification}. */
    public static HouseRules of(String basePackage) {
        return new HouseRules(basePackage);
    }

    /** One test for each rule, on the service's own production classes. */
    public Stream<DynamicTest> tests() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(base);
        DynamicTest meansSomething = dynamicTest(
                "there are classes to judge", () -> assertThat(classes).isNotEmpty());
        return Stream.concat(
                Stream.of(meansSomething),
                all().entrySet().stream()
                        .map(rule ->
                                dynamicTest(rule.getKey(), () -> rule.getValue().check(classes))));
    }

    /** Every rule by its name. */
    public Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("no service depends on another", noForeignService());
        rules.put("the root package holds the wiring only", rootIsWiring());
        rules.put("core is pure", coreIsPure());
        rules.put("of the core only process knows transactions", transactionsInProcess());
        rules.put("edges do not import each other", edgesKeepApart());
        rules.put("REST stays at its edges", webAtItsEdges());
        rules.put("persistence stays at its edges", persistenceAtItsEdges());
        rules.put("messaging stays in stream", messagingInStream());
        rules.put("schedules stay in schedule", schedulesInSchedule());
        rules.put("packages have no cycles", noCycles());
        rules.put("core takes its time from a clock", coreReadsNoWallClock());
        rules.put("nothing is injected into fields", noFieldInjection());
        rules.put("names say what a class is", namesSayWhatItIs());
        rules.put("every package has a caption", packagesAreCaptioned());
        rules.put("every REST method says who may call it", restSaysWhoMayCall());
        rules.replaceAll((name, rule) -> rule.allowEmptyShould(true));
        return rules;
    }

    private ArchRule noForeignService() {
        return noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.skypatch..")
                        .and(not(resideInAnyPackage(base + "..", "org.skypatch.contracts..", "org.skypatch.edge.."))))
                .because("services meet on topics: each must build, start and change without the others");
    }

    private ArchRule rootIsWiring() {
        return classes()
                .that()
                .resideInAPackage(base)
                .should(be(describe(
                        "Wiring",
                        (JavaClass type) -> type.getName().startsWith(base + ".Wiring")
                                || type.getSimpleName().equals("package-info"))))
                .because("the root shows the service on one screen; everything else has a place with a name");
    }

    private ArchRule coreIsPure() {
        return classes()
                .that(areCore())
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(PURE).or(areCore()).or(resideInAnyPackage("jakarta.transaction..")))
                .because("the core must be readable, and testable in microseconds, without any framework");
    }

    private ArchRule transactionsInProcess() {
        return noClasses()
                .that(areCore().and(not(areIn(List.of("process")))))
                .should()
                .dependOnClassesThat(resideInAnyPackage("jakarta.transaction.."))
                .because("of the core only the pipeline knows where a transaction begins and ends");
    }

    private ArchRule edgesKeepApart() {
        return classes()
                .that(areIn(EDGES))
                .should(new DependOnNoOtherEdge(base, EDGES))
                .because("edges meet in the core's interfaces and in Wiring, so that one can be replaced alone;"
                        + " only the list of refusals in problem is shared");
    }

    private ArchRule webAtItsEdges() {
        return only(REST, WEB).because("what HTTP asks and answers is no business of core, store or stream");
    }

    private ArchRule persistenceAtItsEdges() {
        return only(PERSISTENCE, DATABASE).because("tables and rows change without the core noticing");
    }

    private ArchRule messagingInStream() {
        return noClasses()
                .that(not(areIn(List.of("stream"))).and(areNotWiring()))
                .should()
                .dependOnClassesThat(resideInAnyPackage(BROKER))
                .because("another broker touches the stream packages only");
    }

    private ArchRule schedulesInSchedule() {
        return methods()
                .that()
                .areAnnotatedWith("io.quarkus.scheduler.Scheduled")
                .should()
                .beDeclaredInClassesThat(areIn(List.of("schedule")))
                .because("what runs by itself must be found in one place");
    }

    private ArchRule noCycles() {
        return slices().matching(base + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("a package that depends on itself through others cannot be read first");
    }

    private ArchRule coreReadsNoWallClock() {
        return noClasses()
                .that(areCore())
                .should()
                .callMethodWhere(describe("the wall clock or chance is asked", call -> {
                    String owner = call.getTargetOwner().getName();
                    String method = call.getTarget().getName();
                    boolean argumentless =
                            call.getTarget().getRawParameterTypes().isEmpty();
                    return argumentless
                            && (owner.startsWith("java.time.") && (method.equals("now") || method.startsWith("system"))
                                    || owner.equals("java.lang.System") && method.equals("currentTimeMillis")
                                    || owner.equals("java.util.UUID") && method.equals("randomUUID"));
                }))
                .because("a Clock is injected, so that no test sleeps and a replay gives the same result");
    }

    private static ArchRule noFieldInjection() {
        Set<String> injecting = Set.of(
                "jakarta.inject.Inject",
                "org.eclipse.microprofile.config.inject.ConfigProperty",
                "org.eclipse.microprofile.reactive.messaging.Channel",
                "jakarta.persistence.PersistenceContext");
        return noFields()
                .should(be(describe(
                        "injected", (JavaField field) -> injecting.stream().anyMatch(field::isAnnotatedWith))))
                .because("a constructor says what a class needs, and lets a test give it");
    }

    private static ArchRule namesSayWhatItIs() {
        return noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Base|Common|Data|Info)")
                .because("such a name says nothing; ask what the thing is in the words of the domain");
    }

    private static ArchRule packagesAreCaptioned() {
        return classes()
                .should(be(
                        describe("in a package with a @NullMarked package-info", (JavaClass type) -> type.getPackage()
                                .isAnnotatedWith("org.jspecify.annotations.NullMarked"))))
                .because("a newcomer reads the package list first: what it is, and who may depend on it");
    }

    private static ArchRule restSaysWhoMayCall() {
        Set<String> saying = Set.of(
                "jakarta.annotation.security.RolesAllowed",
                "jakarta.annotation.security.PermitAll",
                "jakarta.annotation.security.DenyAll",
                "io.quarkus.security.Authenticated");
        return methods()
                .that()
                .areMetaAnnotatedWith("jakarta.ws.rs.HttpMethod")
                .should(be(describe("open to named roles", (JavaMethod method) -> saying.stream()
                        .anyMatch(annotation -> method.isAnnotatedWith(annotation)
                                || method.getOwner().isAnnotatedWith(annotation)))))
                .because("a method that names nobody is open to everybody by mistake");
    }

    private ArchRule only(Collection<String> places, String[] packages) {
        return noClasses()
                .that(not(areIn(places)).and(not(areIn(PLAIN))).and(areNotWiring()))
                .should()
                .dependOnClassesThat(resideInAnyPackage(packages));
    }

    private DescribedPredicate<JavaClass> areIn(Collection<String> places) {
        return resideInAnyPackage(
                places.stream().map(place -> base + "." + place + "..").toArray(String[]::new));
    }

    private DescribedPredicate<JavaClass> areNotWiring() {
        return describe("are not Wiring", type -> !type.getPackageName().equals(base));
    }

    private DescribedPredicate<JavaClass> areCore() {
        return resideInAnyPackage(base + "..")
                .and(areNotWiring())
                .and(not(areIn(EDGES)))
                .and(not(areIn(PLAIN)))
                .as("are core");
    }
}
