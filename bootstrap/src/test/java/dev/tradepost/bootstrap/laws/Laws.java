package dev.tradepost.bootstrap.laws;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import dev.tradepost.application.UseCase;
import dev.tradepost.domain.shared.Aggregate;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.Reason;
import dev.tradepost.domain.shared.Rejection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The seven laws of the house as rules; docs/architecture.md tells them in words. */
final class Laws {
  private static final String DOMAIN = "dev.tradepost.domain..";
  private static final String APPLICATION = "dev.tradepost.application..";

  private Laws() {}

  /** The rules by their names; each is proved able to fail by a class of that name. */
  static Map<String, ArchRule> all() {
    Map<String, ArchRule> laws = new LinkedHashMap<>();
    laws.put("Law1DomainKnowsOnlyItself", domainKnowsOnlyItself());
    laws.put("Law1ApplicationKnowsOnlyTheDomain", applicationKnowsOnlyTheDomain());
    laws.put("Law1AdaptersDoNotKnowEachOther", adaptersDoNotKnowEachOther());
    laws.put("Law2FeaturesAreIslands", featuresAreIslands());
    laws.put("Law3UseCasesAreRecords", useCasesAreRecords());
    laws.put("Law3NoServices", noServices());
    laws.put("Law4AggregatesAreImmutable", aggregatesAreImmutable());
    laws.put("Law4VerbsAnswerWithChanges", verbsAnswerWithChanges());
    laws.put("Law5ViewsDoNotLock", viewsDoNotLock());
    laws.put("Law6NoClocksNorChanceInside", noClocksNorChanceInside());
    laws.put("Law7OneWayToSayNo", oneWayToSayNo());
    return laws;
  }

  private static ArchRule domainKnowsOnlyItself() {
    return classes()
        .that()
        .resideInAPackage(DOMAIN)
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(DOMAIN, "java.."))
        .because("the domain jar is dropped into other people's services: it brings nothing along");
  }

  private static ArchRule applicationKnowsOnlyTheDomain() {
    return classes()
        .that()
        .resideInAPackage(APPLICATION)
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(APPLICATION, DOMAIN, "java.."))
        .because("use cases run over any adapter, so they may know none");
  }

  private static ArchRule adaptersDoNotKnowEachOther() {
    return slices()
        .matching("dev.tradepost.(*)..")
        .should()
        .notDependOnEachOther()
        .ignoreDependency(resideInAPackage("dev.tradepost.bootstrap.."), anything())
        .ignoreDependency(anything(), resideInAnyPackage(DOMAIN, APPLICATION))
        .because("an adapter can be replaced only if the others do not lean on it");
  }

  private static ArchRule featuresAreIslands() {
    return slices()
        .matching("dev.tradepost.domain.(*)..")
        .should()
        .notDependOnEachOther()
        .ignoreDependency(anything(), resideInAPackage("dev.tradepost.domain.shared.."))
        .because("features point at each other by id; what joins them is a use case");
  }

  private static ArchRule useCasesAreRecords() {
    return classes()
        .that()
        .implement(UseCase.class)
        .should()
        .beRecords()
        .because("the components are the question, run is the answer, and nothing else is kept");
  }

  private static ArchRule noServices() {
    return noClasses()
        .that()
        .resideInAnyPackage("dev.tradepost..")
        .should()
        .haveNameMatching(
            ".*[a-z](Service|Manager|Handler|Impl|Utils?|Helper|Controller|UseCase|DTO|Dao|"
                + "Repository|Entity)")
        .because("a name says what a thing does, in the words of its users");
  }

  private static ArchRule aggregatesAreImmutable() {
    return classes()
        .that()
        .implement(Aggregate.class)
        .should()
        .beRecords()
        .because("a state that cannot change can be compared, kept and run again");
  }

  private static ArchRule verbsAnswerWithChanges() {
    return methods()
        .that()
        .areDeclaredInClassesThat(assignableTo(Aggregate.class))
        .and()
        .arePublic()
        .and()
        .areNotStatic()
        .should()
        .notHaveRawReturnType(assignableTo(Aggregate.class))
        .because(
            "a new state without the events that explain it must not exist; answer a "
                + Change.class.getSimpleName());
  }

  private static ArchRule viewsDoNotLock() {
    return noClasses()
        .that()
        .haveSimpleNameEndingWith("Views")
        .should()
        .dependOnClassesThat(assignableTo(dev.tradepost.application.port.UnitOfWork.class))
        .orShould()
        .dependOnClassesThat(assignableTo(dev.tradepost.application.port.Store.class))
        .because("reading for its own sake locks nothing");
  }

  private static ArchRule noClocksNorChanceInside() {
    return noClasses()
        .that(
            resideInAnyPackage(DOMAIN, "dev.tradepost.application..")
                .and(not(resideInAnyPackage("dev.tradepost.application.memory..")))
                .and(not(nameIs("UseCases")))
                .and(not(nameIs("Retries"))))
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.OffsetDateTime.class, "now")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(java.util.UUID.class, "randomUUID")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callConstructor(java.util.Random.class)
        .orShould()
        .dependOnClassesThat(resideInAnyPackage("java.net..", "java.sql..", "java.nio.file.."))
        .because("time, ids and chance come from the unit of work, so that it can be run again");
  }

  private static ArchRule oneWayToSayNo() {
    return classes()
        .that()
        .resideInAPackage(DOMAIN)
        .and()
        .areAssignableTo(Throwable.class)
        .should()
        .be(Rejection.class)
        .andShould()
        .haveModifier(JavaModifier.FINAL)
        .because("every refusal is a Rejection with a " + Reason.class.getSimpleName());
  }

  private static DescribedPredicate<JavaClass> anything() {
    return DescribedPredicate.alwaysTrue();
  }

  private static DescribedPredicate<JavaClass> nameIs(String name) {
    return DescribedPredicate.describe(name, it -> it.getSimpleName().equals(name));
  }
}
