package com.talkturo.sdk.credits;

import com.talkturo.sdk.engine.Endpoint;
import com.talkturo.sdk.engine.Transport;
import com.talkturo.sdk.errors.ApiException;
import com.talkturo.sdk.errors.ErrorBody;
import com.talkturo.sdk.errors.RawResponse;
import com.talkturo.sdk.errors.RequestSummary;
import com.talkturo.sdk.json.Decoder;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The operations on credits, as {@code talkturo.credits()}. Safe for use from many threads. All
 * amounts are {@link java.math.BigDecimal}: no digit is lost on the way.
 *
 * <p>Each operation takes its request object; the common ones have a short form. Each has an {@code
 * ...Async} twin: the future fails with the exception that the synchronous form throws, {@code
 * cancel(true)} on it ends the HTTP call and any wait, and dependents run on the SDK's threads
 * unless you give them an executor.
 *
 * <p>Every operation throws {@link com.talkturo.sdk.errors.ApiException} if the API refuses (its
 * subclasses tell why), {@link com.talkturo.sdk.errors.TransportException} if no usable answer
 * arrives in time, {@link com.talkturo.sdk.errors.DecodeException} if the answer cannot be read,
 * and {@link com.talkturo.sdk.errors.InterruptedCallException} if the thread is interrupted. Before
 * anything is sent, it throws {@link IllegalArgumentException} if the request is invalid, and
 * {@link IllegalStateException} if the client is closed.
 */
public final class CreditsClient {
  static final Endpoint<Credits> GET =
      Endpoint.repeatable("GET", "/api/credits", Decoder.object("credits", Credits.TABLE));
  static final Endpoint<DeductCreditsResponse> DEDUCT =
      Endpoint.atMostOnce("POST", "/api/credits", Decoder.object(DeductCreditsResponse.TABLE))
          .withFailure(CreditsClient::failure);
  static final Endpoint<Checkout> CHECKOUT =
      Endpoint.atMostOnce("POST", "/api/credits/checkout", Decoder.object(Checkout.TABLE));

  /** The members of an error that {@link ErrorBody} holds under names of its own. */
  private static final List<String> TOLD =
      Collections.unmodifiableList(
          Arrays.asList("success", "error", "message", "detail", "details", "errors"));

  private final Transport transport;

  /** Internal to the SDK: use {@code TalkturoClient.credits()}. */
  public CreditsClient(Transport transport) {
    this.transport = transport;
  }

  /**
   * Reads the credits of an account. The API makes a record for an account that has none.
   *
   * <pre>GET /api/credits</pre>
   */
  public Credits get(GetCreditsRequest request) {
    return transport.send(request);
  }

  /** Reads the credits of the API key's account; see {@link #get(GetCreditsRequest)}. */
  public Credits get() {
    return transport.send(GetCreditsRequest.builder().build());
  }

  /** Reads the credits of an account, asynchronously; see {@link #get(GetCreditsRequest)}. */
  public CompletableFuture<Credits> getAsync(GetCreditsRequest request) {
    return transport.sendAsync(() -> request);
  }

  /**
   * Reads the credits of the API key's account, asynchronously; see {@link
   * #get(GetCreditsRequest)}.
   */
  public CompletableFuture<Credits> getAsync() {
    return transport.sendAsync(() -> GetCreditsRequest.builder().build());
  }

  /**
   * Deducts credits from an account.
   *
   * <pre>POST /api/credits</pre>
   *
   * <p>Deducts them at most once, whatever the network does: once the API may have processed the
   * request, the client does not send it again, and the exception's {@code mayHaveTakenEffect()} is
   * {@code true}. Then compare the balance ({@link #get(GetCreditsRequest)}) before you repeat it.
   *
   * <p>If the account has too few, it throws an {@link
   * com.talkturo.sdk.errors.InsufficientCreditsException}; its {@code details()} hold all that the
   * API says besides its text.
   */
  public DeductCreditsResponse deduct(DeductCreditsRequest request) {
    return transport.send(request);
  }

  /** Deducts credits from an account; see {@link #deduct(DeductCreditsRequest)}. */
  public DeductCreditsResponse deduct(String accountId, BigDecimal amount) {
    return transport.send(
        DeductCreditsRequest.builder().accountId(accountId).amount(amount).build());
  }

  /**
   * Deducts credits from an account, with a description; see {@link #deduct(DeductCreditsRequest)}.
   */
  public DeductCreditsResponse deduct(String accountId, BigDecimal amount, String description) {
    return transport.send(
        DeductCreditsRequest.builder()
            .accountId(accountId)
            .amount(amount)
            .description(description)
            .build());
  }

  /** Deducts credits from an account, asynchronously; see {@link #deduct(DeductCreditsRequest)}. */
  public CompletableFuture<DeductCreditsResponse> deductAsync(DeductCreditsRequest request) {
    return transport.sendAsync(() -> request);
  }

  /** Deducts credits from an account, asynchronously; see {@link #deduct(DeductCreditsRequest)}. */
  public CompletableFuture<DeductCreditsResponse> deductAsync(String accountId, BigDecimal amount) {
    return transport.sendAsync(
        () -> DeductCreditsRequest.builder().accountId(accountId).amount(amount).build());
  }

  /**
   * Deducts credits from an account, with a description, asynchronously; see {@link
   * #deduct(DeductCreditsRequest)}.
   */
  public CompletableFuture<DeductCreditsResponse> deductAsync(
      String accountId, BigDecimal amount, String description) {
    return transport.sendAsync(
        () ->
            DeductCreditsRequest.builder()
                .accountId(accountId)
                .amount(amount)
                .description(description)
                .build());
  }

  /**
   * Starts a purchase of credits, which whoever pays completes in Stripe's embedded checkout.
   *
   * <pre>POST /api/credits/checkout</pre>
   *
   * <p>Starts at most one purchase; the balance changes only after the payment.
   */
  public Checkout checkout(CheckoutRequest request) {
    return transport.send(request);
  }

  /**
   * Starts the purchase of a plan, with the client's account slug; see {@link
   * #checkout(CheckoutRequest)}.
   */
  public Checkout checkout(String accountId, String planId) {
    return transport.send(CheckoutRequest.builder().accountId(accountId).planId(planId).build());
  }

  /**
   * Starts a purchase of credits, which whoever pays completes in Stripe's embedded checkout,
   * asynchronously; see {@link #checkout(CheckoutRequest)}.
   */
  public CompletableFuture<Checkout> checkoutAsync(CheckoutRequest request) {
    return transport.sendAsync(() -> request);
  }

  /**
   * Starts the purchase of a plan, with the client's account slug, asynchronously; see {@link
   * #checkout(CheckoutRequest)}.
   */
  public CompletableFuture<Checkout> checkoutAsync(String accountId, String planId) {
    return transport.sendAsync(
        () -> CheckoutRequest.builder().accountId(accountId).planId(planId).build());
  }

  /** What a 402 says is not documented: the caller gets all its members, whatever their names. */
  private static ApiException failure(
      RequestSummary request, RawResponse answer, ErrorBody error, Map<String, Object> members) {
    if (answer.statusCode() != 402) {
      return ApiException.of(request, answer, error);
    }
    Map<String, Object> details = new LinkedHashMap<>(members);
    details.keySet().removeAll(TOLD);
    details.putAll(error.details());
    return ApiException.of(
        request,
        answer,
        ErrorBody.builder()
            .text(error.text())
            .retryAfter(error.retryAfter())
            .details(details)
            .build());
  }
}
