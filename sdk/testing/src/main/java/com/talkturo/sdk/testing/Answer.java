package com.talkturo.sdk.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.Headers;

/** An immutable HTTP answer and the pace at which it is sent. */
final class Answer {
  static final Answer EMPTY =
      new Answer(200, new Headers.Builder().build(), "", Duration.ZERO, 0, Duration.ZERO, false);

  private final int status;
  private final Headers headers;
  private final String body;
  private final Duration delay;
  private final long bytesPerPeriod;
  private final Duration period;
  private final boolean cutInBody;

  private Answer(
      int status,
      Headers headers,
      String body,
      Duration delay,
      long bytesPerPeriod,
      Duration period,
      boolean cutInBody) {
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.delay = delay;
    this.bytesPerPeriod = bytesPerPeriod;
    this.period = period;
    this.cutInBody = cutInBody;
  }

  static Answer json(int status, JsonNode body) {
    return EMPTY.withStatus(status).withBody("application/json", Json.text(body));
  }

  String body() {
    return body;
  }

  Answer withStatus(int status) {
    return new Answer(status, headers, body, delay, bytesPerPeriod, period, cutInBody);
  }

  Answer withAddedHeader(String name, String value) {
    return withHeaders(headers.newBuilder().add(name, value).build());
  }

  Answer withContentType(String contentType) {
    return withHeaders(headers.newBuilder().set("Content-Type", contentType).build());
  }

  private Answer withHeaders(Headers headers) {
    return new Answer(status, headers, body, delay, bytesPerPeriod, period, cutInBody);
  }

  Answer withBody(String body) {
    return new Answer(status, headers, body, delay, bytesPerPeriod, period, cutInBody);
  }

  Answer withBody(String contentType, String body) {
    return withBody(body).withContentType(contentType);
  }

  Answer delayedBy(Duration more) {
    return new Answer(status, headers, body, delay.plus(more), bytesPerPeriod, period, cutInBody);
  }

  Answer throttledTo(long bytesPerPeriod, Duration period) {
    return new Answer(status, headers, body, delay, bytesPerPeriod, period, cutInBody);
  }

  Answer cutInBody() {
    return new Answer(status, headers, body, delay, bytesPerPeriod, period, true);
  }

  MockResponse toMockResponse() {
    MockResponse.Builder response =
        new MockResponse.Builder().code(status).headers(headers).body(body);
    if (!delay.isZero()) {
      response.headersDelay(delay.toNanos(), TimeUnit.NANOSECONDS);
    }
    if (!period.isZero()) {
      response.throttleBody(bytesPerPeriod, period.toNanos(), TimeUnit.NANOSECONDS);
    }
    if (cutInBody) {
      response.onResponseBody(new SocketEffect.CloseSocket());
    }
    return response.build();
  }
}
