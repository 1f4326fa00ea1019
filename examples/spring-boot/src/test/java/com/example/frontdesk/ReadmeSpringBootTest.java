package com.example.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.json.JsonParserFactory;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;

/** The properties that the README of the starter names, next to those that there are. */
class ReadmeSpringBootTest {
  private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
  private static final Pattern PROPERTY =
      Pattern.compile("`((?:management\\.health\\.)?talkturo\\.[a-z.-]+)(?:=[^`]*)?`");
  private static final Set<String> METERS =
      Set.of(
          "talkturo.requests",
          "talkturo.requests.active",
          "talkturo.attempts",
          "talkturo.attempts.active",
          "talkturo.retries",
          "talkturo.waits");

  @Test
  void theKeysOfTheYamlAreProperties() throws IOException {
    Set<String> keys = new TreeSet<>();
    for (MatchResult yaml : YAML.matcher(readme()).results().toList()) {
      List<PropertySource<?>> loaded =
          new YamlPropertySourceLoader()
              .load(
                  "README.md",
                  new ByteArrayResource(yaml.group(1).getBytes(StandardCharsets.UTF_8)));
      for (PropertySource<?> source : loaded) {
        Collections.addAll(keys, ((EnumerablePropertySource<?>) source).getPropertyNames());
      }
    }

    assertThat(keys).contains("talkturo.api-key");
    assertThat(properties()).containsAll(keys);
  }

  @Test
  void thePropertiesOfTheTextAreProperties() throws IOException {
    Set<String> named = new TreeSet<>();
    PROPERTY.matcher(readme()).results().forEach(code -> named.add(code.group(1)));

    assertThat(named).containsAll(METERS);
    named.removeAll(METERS);
    assertThat(named).contains("management.health.talkturo.enabled");
    assertThat(properties()).containsAll(named);
  }

  private static String readme() throws IOException {
    return Files.readString(
        Path.of(System.getProperty("project.root"), "sdk/spring-boot-starter/README.md"));
  }

  /** What the metadata on the class path name, the starter's among them. */
  private static Set<String> properties() throws IOException {
    Set<String> names = new TreeSet<>();
    for (URL file :
        Collections.list(
            ReadmeSpringBootTest.class
                .getClassLoader()
                .getResources("META-INF/spring-configuration-metadata.json"))) {
      try (InputStream in = file.openStream()) {
        names(new String(in.readAllBytes(), StandardCharsets.UTF_8)).forEach(names::add);
      }
    }
    return names;
  }

  private static Stream<String> names(String metadata) {
    List<?> properties =
        (List<?>) JsonParserFactory.getJsonParser().parseMap(metadata).get("properties");
    return properties.stream().map(property -> (String) ((Map<?, ?>) property).get("name"));
  }
}
