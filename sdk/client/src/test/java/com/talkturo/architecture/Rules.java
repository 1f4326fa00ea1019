package com.talkturo.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import okhttp3.Interceptor;

/** The rules of the design, for classes below a root package. */
final class Rules {
  /** Public for other packages and modules of the SDK only. */
  static final Set<String> INTERNAL = Set.of("engine", "hooks", "json");

  /** Extended or made by other packages of the SDK. */
  private static final Set<String> MADE_ELSEWHERE =
      Set.of(
          ".http.ApiModel",
          ".http.ApiRequest",
          ".engine.Outgoing",
          ".errors.ServerException",
          ".errors.TransportException");

  /** Where callers' own types meet jackson-databind, and where its version is looked at. */
  private static final Set<String> MAY_KNOW_DATABIND =
      Set.of(".json.CallersTypes", ".engine.Libraries");

  private Rules() {}

  static Map<String, ArchRule> below(String root) {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put(
        "errors depend on nothing else of the SDK",
        noClasses()
            .that()
            .resideInAPackage(root + ".errors..")
            .should()
            .dependOnClassesThat(within(root).and(outside(root, ".errors")))
            .because("callers catch them without knowing how requests travel"));
    rules.put(
        "json depends on nothing else of the SDK",
        noClasses()
            .that()
            .resideInAPackage(root + ".json..")
            .should()
            .dependOnClassesThat(within(root).and(outside(root, ".json")))
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("okhttp3..")
            .because("values are values, however they travel"));
    rules.put(
        "the engine depends on json and errors only",
        noClasses()
            .that()
            .resideInAPackage(root + ".engine..")
            .should()
            .dependOnClassesThat(
                within(root)
                    .and(outside(root, ".engine"))
                    .and(outside(root, ".json"))
                    .and(outside(root, ".errors")))
            .because("adding an operation must change nothing there"));
    rules.put(
        "http depends on engine, json and errors only",
        noClasses()
            .that()
            .resideInAPackage(root + ".http..")
            .should()
            .dependOnClassesThat(
                within(root)
                    .and(outside(root, ".http"))
                    .and(outside(root, ".engine"))
                    .and(outside(root, ".json"))
                    .and(outside(root, ".errors")))
            .because("adding an operation must change nothing there"));
    rules.put(
        "features do not know the entry or each other",
        noClasses()
            .that(
                within(root)
                    .and(outside(root, ".http"))
                    .and(outside(root, ".engine"))
                    .and(outside(root, ".json"))
                    .and(outside(root, ".errors")))
            .and()
            .resideOutsideOfPackage(root)
            .should(dependOnEntryOrOtherFeature(root))
            .because("a feature can be read, tested and removed by itself"));
    rules.put(
        "packages are named by what they are about",
        noClasses()
            .should()
            .resideInAnyPackage("..util..", "..utils..", "..common..", "..impl..", "..model..")
            .because("such packages collect what belongs elsewhere"));
    rules.put(
        "interceptors throw only IOException",
        classes()
            .that()
            .areAssignableTo(Interceptor.class)
            .should(throwOnlyIoExceptions())
            .because(
                "OkHttp cancels an async call that ends otherwise and reports it to the"
                    + " uncaught-exception handler"));
    rules.put(
        "nothing is printed",
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.because("a library logs through SLF4J"));
    rules.put(
        "public signatures show JDK types and our own",
        methods()
            .that(describe("are API", method -> isApi(method.getOwner()) && isVisible(method)))
            .should(notMention("okhttp3", "okio", "com.fasterxml", "org.slf4j"))
            .because("users must be able to change the version of what is below"));
    rules.put(
        "public classes cannot be extended from outside",
        classes()
            .that(describe("are API", Rules::isApi))
            .and()
            .areNotInterfaces()
            .should(beFinalOrHavePackagePrivateConstructors(root))
            .because("what users can extend can never change"));
    rules.put(
        "models do without jackson-databind",
        noClasses()
            .that(
                describe(
                    "have no business with it", type -> !isOneOf(MAY_KNOW_DATABIND, root, type)))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "com.fasterxml.jackson.databind..", "com.fasterxml.jackson.annotation..")
            .because("reflection costs the first call and needs metadata in native images"));
    return rules;
  }

  private static DescribedPredicate<JavaClass> within(String root) {
    return JavaClass.Predicates.resideInAPackage(root + "..");
  }

  private static DescribedPredicate<JavaClass> outside(String root, String folder) {
    return JavaClass.Predicates.resideOutsideOfPackage(root + folder + "..");
  }

  private static ArchCondition<JavaClass> dependOnEntryOrOtherFeature(String root) {
    return new ArchCondition<JavaClass>("depend on the entry or another feature") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getDirectDependenciesFromSelf().stream()
            .filter(dependency -> within(root).test(dependency.getTargetClass()))
            .filter(
                dependency -> {
                  String target = dependency.getTargetClass().getPackageName();
                  return !target.equals(type.getPackageName())
                      && !target.equals(root + ".http")
                      && !target.equals(root + ".engine")
                      && !target.equals(root + ".json")
                      && !target.equals(root + ".errors");
                })
            .forEach(
                dependency ->
                    events.add(
                        SimpleConditionEvent.satisfied(dependency, dependency.getDescription())));
      }
    };
  }

  /** By its full name: another class may be called the same. */
  private static boolean isOneOf(Set<String> names, String root, JavaClass type) {
    String outermost = type.getName().replaceFirst("\\$.*", "");
    return outermost.startsWith(root) && names.contains(outermost.substring(root.length()));
  }

  private static ArchCondition<JavaClass> throwOnlyIoExceptions() {
    return new ArchCondition<JavaClass>("throw only what is an IOException") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (String found : Throws.ofOtherThan(IOException.class, type)) {
          events.add(SimpleConditionEvent.violated(type, type.getName() + "." + found));
        }
      }
    };
  }

  private static boolean isApi(JavaClass type) {
    boolean visible = type.getModifiers().contains(JavaModifier.PUBLIC);
    boolean internal =
        INTERNAL.stream().anyMatch(name -> type.getPackageName().endsWith("." + name));
    return visible && !internal && type.getEnclosingClass().map(Rules::isApi).orElse(true);
  }

  private static boolean isVisible(JavaMethod method) {
    return method.getModifiers().contains(JavaModifier.PUBLIC)
        || method.getModifiers().contains(JavaModifier.PROTECTED);
  }

  private static ArchCondition<JavaMethod> notMention(String... packages) {
    return new ArchCondition<JavaMethod>("not mention " + String.join(", ", packages)) {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        // Bring your own: the one exception.
        if (method.getName().equals("okHttpClient")) {
          return;
        }
        Stream.concat(
                method.getReturnType().getAllInvolvedRawTypes().stream(),
                method.getParameterTypes().stream()
                    .flatMap(type -> type.getAllInvolvedRawTypes().stream()))
            .map(JavaClass::getName)
            .filter(name -> startsWithAny(name, packages))
            .forEach(
                name ->
                    events.add(
                        SimpleConditionEvent.violated(
                            method, method.getFullName() + " mentions " + name)));
      }
    };
  }

  private static boolean startsWithAny(String name, String... packages) {
    for (String prefix : packages) {
      if (name.startsWith(prefix + ".")) {
        return true;
      }
    }
    return false;
  }

  private static ArchCondition<JavaClass> beFinalOrHavePackagePrivateConstructors(String root) {
    return new ArchCondition<JavaClass>("be final or have package-private constructors") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (type.getModifiers().contains(JavaModifier.FINAL)
            || isOneOf(MADE_ELSEWHERE, root, type)) {
          return;
        }
        for (JavaConstructor constructor : type.getConstructors()) {
          if (constructor.getModifiers().contains(JavaModifier.PUBLIC)
              || constructor.getModifiers().contains(JavaModifier.PROTECTED)) {
            events.add(
                SimpleConditionEvent.violated(
                    constructor, constructor.getFullName() + " can be called from outside"));
          }
        }
      }
    };
  }
}
