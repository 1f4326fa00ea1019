package com.talkturo.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.sdk.TalkturoClient;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users compile against: JDK types and the SDK's own, and nothing that they do not have. */
class PublicApiTest {
  private static final Path SOURCES = Path.of("src/main/java");

  @Test
  void publicSignaturesHoldOnlyJdkTypesAndOurOwn() {
    Set<String> foreign = new TreeSet<>();
    List<Class<?>> api = publicApi();
    for (Class<?> type : api) {
      for (Method method : type.getMethods()) {
        if (method.getDeclaringClass() == Object.class || method.isBridge()) {
          continue;
        }
        List<Type> used = new ArrayList<>(Arrays.asList(method.getGenericParameterTypes()));
        used.add(method.getGenericReturnType());
        used.addAll(Arrays.asList(method.getGenericExceptionTypes()));
        for (Class<?> name : classes(used)) {
          if (!isAllowed(name, api)) {
            foreign.add(type.getName() + "." + method.getName() + ": " + name.getName());
          }
        }
      }
    }
    assertThat(api).as("public types").hasSizeGreaterThan(25).contains(TalkturoClient.class);
    assertThat(foreign)
        .as("only java.* and the SDK's public types may stand in public signatures")
        .containsExactly(
            "com.talkturo.sdk.TalkturoClient$Builder.okHttpClient: okhttp3.OkHttpClient");
  }

  private static boolean isAllowed(Class<?> type, List<Class<?>> api) {
    return type.isPrimitive() || type.getName().startsWith("java.") || api.contains(type);
  }

  /** Every public class of the SDK whose Javadoc does not call it internal. */
  private static List<Class<?>> publicApi() {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      List<Class<?>> types = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        String source = Files.readString(file);
        String name =
            SOURCES.relativize(file).toString().replaceAll("\\.java$", "").replace('/', '.');
        if (!name.endsWith("package-info") && !isInternal(source)) {
          addPublic(Class.forName(name), types);
        }
      }
      return types;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean isInternal(String source) {
    int type = source.indexOf("\npublic ");
    return type < 0
        || source
            .substring(0, type)
            .replaceAll("\\s+\\*?\\s*", " ")
            .contains("Internal to the SDK");
  }

  private static void addPublic(Class<?> type, List<Class<?>> types) {
    if (Modifier.isPublic(type.getModifiers())) {
      types.add(type);
      Stream.of(type.getDeclaredClasses()).forEach(nested -> addPublic(nested, types));
    }
  }

  private static List<Class<?>> classes(List<Type> types) {
    List<Class<?>> found = new ArrayList<>();
    types.forEach(type -> collect(type, found, 0));
    return found;
  }

  private static void collect(Type type, List<Class<?>> found, int depth) {
    if (depth > 8) {
      return;
    }
    List<Type> parts = new ArrayList<>();
    if (type instanceof Class<?> c) {
      found.add(c.isArray() ? c.getComponentType() : c);
    } else if (type instanceof ParameterizedType p) {
      parts.add(p.getRawType());
      parts.addAll(Arrays.asList(p.getActualTypeArguments()));
    } else if (type instanceof GenericArrayType a) {
      parts.add(a.getGenericComponentType());
    } else if (type instanceof TypeVariable<?> v) {
      parts.addAll(Arrays.asList(v.getBounds()));
    } else if (type instanceof WildcardType w) {
      parts.addAll(Arrays.asList(w.getUpperBounds()));
      parts.addAll(Arrays.asList(w.getLowerBounds()));
    }
    parts.forEach(part -> collect(part, found, depth + 1));
  }

  @Test
  void usersCompileWithoutWarningsAndWithoutImmutables(@TempDir Path out) throws IOException {
    String source =
        """
        import com.talkturo.sdk.TalkturoClient;
        import com.talkturo.sdk.assistants.*;
        import com.talkturo.sdk.errors.*;
        import com.talkturo.sdk.http.*;
        import java.util.Map;
        import java.util.Optional;

        final class User {
          static Optional<String> use(TalkturoClient talkturo) {
            try {
              Assistant made = talkturo.assistants().create(r -> r.name("x").templateId(TemplateId.CUSTOM));
              UpdateAssistantRequest update =
                  UpdateAssistantRequest.builder().assistantId(made.id()).temperature(0.4).build();
              ApiResponse<Assistant> full = talkturo.exchange(update.toBuilder().name("y").build());
              AssignPhoneNumbersResponse numbers =
                  talkturo.assistants().assignPhoneNumbers(made.id(), "pn_1");
              Map<String, Object> rest = full.body().additionalProperties();
              GetAssistantRequest get = GetAssistantRequest.builder().assistantId("a").build();
              ApiRequest<Void> byHand = ApiRequest.builder("GET", "/api/x").returning(Void.class);
              talkturo.exchange(byHand);
              return rest.isEmpty() ? numbers.message() : talkturo.assistants().get(get).name();
            } catch (ApiException e) {
              return e.errorText();
            } catch (DecodeException e) {
              return Optional.of(e.body());
            } catch (TalkturoException e) {
              return Optional.of(e.pathTemplate());
            }
          }

          static TransportException forTests() {
            return new TransportException("x", null, RequestSummary.of("GET", "/api/x", 1, true, true));
          }

          static RawResponse raw() {
            return RawResponse.builder().statusCode(200).build();
          }
        }
        """;
    String classpath =
        Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
            .filter(entry -> !entry.contains("immutables") && !entry.contains("test-classes"))
            .collect(Collectors.joining(java.io.File.pathSeparator));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  messages,
                  files,
                  null,
                  List.of(
                      "-cp",
                      classpath,
                      "-d",
                      out.toString(),
                      "-proc:none",
                      "-Xlint:all,-options",
                      "-Werror"),
                  null,
                  List.of(source(source)))
              .call();
      assertThat(messages.toString()).isEmpty();
      assertThat(compiled).isTrue();
    }
  }

  private static JavaFileObject source(String text) {
    return new SimpleJavaFileObject(URI.create("string:///User.java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }
}
