package com.talkturo.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.testing.TalkturoServer;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.RedisClient;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The snippets of the README: each stands here and runs. */
class ReadmeTest {
  private static final Path SOURCE =
      Path.of("src/test/java/com/talkturo/ratelimit/ReadmeTest.java");
  private static final Pattern SNIPPET = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @Test
  void twentyInstancesOnOneRedis() throws Exception {
    try (Redis redis = new Redis();
        TalkturoServer server = TalkturoServer.start()) {
      String redisUrl = "redis://localhost:" + redis.port();
      String apiKey = server.apiKey();

      RedisClient client = RedisClient.create(redisUrl);
      var store =
          Bucket4jLettuce.casBasedBuilder(
                  client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE)))
              .requestTimeout(Duration.ofSeconds(1))
              .expirationAfterWrite(
                  ExpirationAfterWriteStrategy.fixedTimeToLive(Duration.ofHours(2)))
              .build();
      var limiter =
          BucketRateLimiter.shared(store.asAsync(), apiKey, ApiLimit.DEFAULT).fleetSize(20).build();
      TalkturoClient talkturo = client(server).apiKey(apiKey).rateLimiter(limiter).build();

      talkturo.assistants().create(r -> r.name("Reception"));
      assertThat(limiter.counts().taken()).isEqualTo(1);
      talkturo.close();
      client.close();
    }
  }

  @Test
  void oneJvm() {
    try (TalkturoServer server = TalkturoServer.start()) {
      String apiKey = server.apiKey();

      var limiter = BucketRateLimiter.local(ApiLimit.DEFAULT.burst(100));
      TalkturoClient talkturo = client(server).apiKey(apiKey).rateLimiter(limiter).build();

      talkturo.assistants().create(r -> r.name("Reception"));
      assertThat(limiter.counts().taken()).isEqualTo(1);
      talkturo.close();
    }
  }

  private static TalkturoClient.Builder client(TalkturoServer server) {
    return TalkturoClient.builder().baseUrl(server.baseUrl()).accountSlug(server.accountSlug());
  }

  @Test
  void everySnippetStandsHere() throws IOException {
    String here =
        withoutSpace(
            Files.readString(SOURCE).replace("client(server)", "TalkturoClient.builder()"));
    List<String> snippets =
        SNIPPET
            .matcher(Files.readString(Path.of("README.md")))
            .results()
            .map((MatchResult snippet) -> snippet.group(1))
            .toList();
    assertThat(snippets).hasSize(2);
    assertThat(snippets).allSatisfy(s -> assertThat(here).contains(withoutSpace(s)));
  }

  private static String withoutSpace(String code) {
    return code.replaceAll("\\s+", "");
  }
}
