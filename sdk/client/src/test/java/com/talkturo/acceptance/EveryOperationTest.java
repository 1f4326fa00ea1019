package com.talkturo.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.calls.Operation;
import com.talkturo.sdk.http.ApiRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That the suites which walk the operations walk all of them. */
class EveryOperationTest {
  @Test
  void theSuitesKnowEveryRequestOfTheSdk() throws IOException {
    Set<String> requests = new TreeSet<>();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source :
          sources.filter(file -> file.toString().endsWith("Request.java")).toList()) {
        if (Files.readString(source).contains(" extends ApiRequest<")
            && !source.endsWith("ApiRequest.java")) {
          requests.add(source.getFileName().toString().replace(".java", ""));
        }
      }
    }
    assertThat(requests).hasSizeGreaterThan(15);
    assertThat(
            Stream.of(Operation.values())
                .map(operation -> typeOf(operation.request))
                .collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(requests);
  }

  private static String typeOf(ApiRequest<?> request) {
    Class<?> type = request.getClass();
    while (type.getSuperclass() != ApiRequest.class) {
      type = type.getSuperclass();
    }
    return type.getSimpleName();
  }
}
