package com.talkturo.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.calls.Mode;
import com.talkturo.calls.Operation;
import com.talkturo.sdk.http.TalkturoListener;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.event.Level;

/** What a listener learns of an attempt that begins, and what it may add to it. */
class AttemptStartTest extends ServerTest {
  private static TalkturoListener adding(Consumer<TalkturoListener.Start> action) {
    return new TalkturoListener() {
      @Override
      public void attemptStarted(Request request, Start start) {
        action.accept(start);
      }
    };
  }

  private static TalkturoListener adding(String name, String value) {
    return adding(start -> start.header(name, value));
  }

  private static List<String> warnings() {
    return MemoryLogs.lines(Level.WARN).stream()
        .filter(line -> line.logger().equals("com.talkturo.sdk.listener"))
        .map(line -> line.text() + " " + line.thrown())
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void eachAttemptBringsItsOwnHeaders(Mode mode) {
    answer(503, "", "Retry-After", "0");
    answerFixture("get/subset");
    Operation.GET.call(
        mode,
        open(builder().listener(adding(s -> s.header("traceparent", "attempt-" + s.number())))));
    assertThat(received().getHeaders().values("traceparent")).containsExactly("attempt-1");
    assertThat(received().getHeaders().values("traceparent")).containsExactly("attempt-2");
  }

  @Test
  void theLastOfANameCountsHoweverItIsSpelled() {
    answerFixture("get/subset");
    TalkturoListener adding =
        adding(start -> List.of("x-a", "X-A", "x-a").forEach(name -> start.header(name, name)));
    open(builder().listener(adding).listener(adding("X-A", "1")).listener(adding("x-a", "2")))
        .assistants()
        .get("asst_1");
    assertThat(received().getHeaders().values("X-A")).containsExactly("2");
  }

  @ParameterizedTest
  @MethodSource("everyOperationAndMode")
  void everyOperationTakesThem(Operation op, Mode mode) {
    answerFixture("every-operation");
    op.call(mode, open(builder().listener(adding("traceparent", "00-1-2-01"))));
    RecordedRequest request = received();
    assertThat(request.getHeaders().values("traceparent")).containsExactly("00-1-2-01");
    assertThat(request.getHeaders().values("Authorization")).hasSize(op.usesKey() ? 1 : 0);
    assertThat(request.getHeaders().values("X-Talkturo-Secret")).hasSize(op.isSigned() ? 1 : 0);
  }

  @ParameterizedTest
  @EnumSource
  void theInterceptorsOfTheUsersClientSeeThem(Mode mode) {
    List<String> seen = new CopyOnWriteArrayList<>();
    OkHttpClient users =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  seen.add("" + chain.request().header("traceparent"));
                  return chain.proceed(chain.request());
                })
            .build();
    answerFixture("get/subset");
    Operation.GET.call(
        mode, open(builder().okHttpClient(users).listener(adding("traceparent", "00-1-2-01"))));
    assertThat(seen).containsExactly("00-1-2-01");
    assertThat(received().getHeaders().values("traceparent")).containsExactly("00-1-2-01");
  }

  @Test
  void theyReplaceThoseOfEveryRequestAndTheLastListenerCounts() {
    answerFixture("get/subset");
    Operation.GET.call(
        Mode.SYNC,
        open(
            builder()
                .header("X-Trace", "all")
                .listener(adding("X-TRACE", "first"))
                .listener(adding("x-trace", "second"))));
    assertThat(received().getHeaders().values("X-Trace")).containsExactly("second");
  }

  @ParameterizedTest
  @EnumSource
  void noneReplacesTheSignature(Mode mode) {
    answerFixture("every-operation");
    Operation.TRIGGER.call(
        mode, open(builder().listener(adding("X-Talkturo-Secret", "of_the_listener"))));
    assertThat(received().getHeaders().values("X-Talkturo-Secret"))
        .hasSize(1)
        .doesNotContain("of_the_listener");
  }

  @ParameterizedTest
  @CsvSource({
    "Authorization,Bearer s3cr3t",
    "Host,s3cr3t.example.com",
    "content-length,7",
    "bad name,s3cr3t",
    "X-Line,'s3cr3t\r\nX-More: 1'",
    "X-Umlaut,s3cr3t\u00fc"
  })
  void oneThatCannotBeIsRefusedUnseenAndTheRequestGoesOn(String name, String value) {
    answerFixture("get/subset");
    Operation.GET.call(Mode.SYNC, open(builder().listener(adding(name, value))));
    assertThat(received().getHeaders().toString()).doesNotContain("s3cr3t", "X-More");
    assertThat(warnings())
        .singleElement()
        .satisfies(
            line ->
                assertThat(line)
                    .startsWith("attemptStarted of listener ")
                    .contains("IllegalArgumentException")
                    .doesNotContain("s3cr3t"));
  }

  @ParameterizedTest
  @EnumSource
  void anAttemptIsToldFromStartToEndOnOneThread(Mode mode) {
    List<String> events = new CopyOnWriteArrayList<>();
    List<Thread> threads = new CopyOnWriteArrayList<>();
    List<TalkturoListener.Request> requests = new CopyOnWriteArrayList<>();
    TalkturoListener told =
        new TalkturoListener() {
          @Override
          public void attemptStarted(Request request, Start start) {
            add(start.toString(), request);
          }

          @Override
          public void attemptFinished(Request request, Attempt attempt) {
            add("end of " + attempt.number(), request);
          }

          private void add(String event, Request request) {
            events.add(event);
            requests.add(request);
            threads.add(Thread.currentThread());
          }
        };
    answer(503, "", "Retry-After", "0");
    answerFixture("get/subset");
    Operation.GET.call(mode, open(builder().listener(told)));
    assertThat(events).containsExactly("Start{1}", "end of 1", "Start{2}", "end of 2");
    assertThat(requests).allSatisfy(request -> assertThat(request).isSameAs(requests.get(0)));
    assertThat(threads.get(0)).isSameAs(threads.get(1));
    assertThat(threads.get(2)).isSameAs(threads.get(3));
  }

  @Test
  void aHeaderThatComesTooLateIsNotSent() {
    List<TalkturoListener.Start> kept = new ArrayList<>();
    answer(503, "", "Retry-After", "0");
    answerFixture("get/subset");
    Operation.GET.call(
        Mode.SYNC,
        open(
            builder()
                .listener(
                    adding(
                        start -> {
                          kept.add(start);
                          kept.get(0).header("X-Attempt", "" + start.number());
                        }))));
    assertThat(received().getHeaders().values("X-Attempt")).containsExactly("1");
    assertThat(received().getHeaders().values("X-Attempt")).isEmpty();
  }
}
