package com.talkturo.sdk.assistants;

import com.talkturo.sdk.engine.Endpoint;
import com.talkturo.sdk.engine.Transport;
import com.talkturo.sdk.json.Decoder;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The operations on assistants, as {@code talkturo.assistants()}. Safe for use from many threads.
 *
 * <p>Each operation takes its request object, and has a short form for the common case. Each has an
 * {@code ...Async} twin: the future fails with the exception that the synchronous form throws,
 * {@code cancel(true)} on it ends the HTTP call and any wait, and dependents run on the SDK's
 * threads unless you give them an executor.
 *
 * <p>Every operation throws {@link com.talkturo.sdk.errors.ApiException} if the API refuses (its
 * subclasses tell why), {@link com.talkturo.sdk.errors.TransportException} if no usable answer
 * arrives in time, {@link com.talkturo.sdk.errors.DecodeException} if the answer cannot be read,
 * and {@link com.talkturo.sdk.errors.InterruptedCallException} if the thread is interrupted. Before
 * anything is sent, it throws {@link IllegalArgumentException} if the request is invalid, and
 * {@link IllegalStateException} if the client is closed.
 */
public final class AssistantsClient {
  private static final Decoder<Assistant> ASSISTANT = Decoder.object("assistant", Assistant.TABLE);

  static final Endpoint<Assistant> CREATE =
      Endpoint.atMostOnce("POST", "/api/assistants", ASSISTANT);
  static final Endpoint<Assistant> GET =
      Endpoint.repeatable("GET", "/api/assistants/{assistantId}", ASSISTANT);
  static final Endpoint<Assistant> UPDATE =
      Endpoint.repeatable("PATCH", "/api/assistants/{assistantId}", ASSISTANT);

  /** Apart, so that a program that uses none of these does not load what they read. */
  static final class Further {
    static final Endpoint<AssignPhoneNumbersResponse> ASSIGN_PHONE_NUMBERS =
        Endpoint.repeatable(
            "PATCH",
            "/api/assistants/{assistantId}/telephony/phone-numbers",
            Decoder.acknowledgement(AssignPhoneNumbersResponse.TABLE));
    static final Endpoint<DeleteAssistantResponse> DELETE =
        Endpoint.repeatable(
                "DELETE",
                "/api/assistants/{assistantId}",
                Decoder.acknowledgement(DeleteAssistantResponse.TABLE))
            .withGone(() -> DeleteAssistantResponse.builder().alreadyGone(true).build());
    static final Endpoint<Assistant> CLONE =
        Endpoint.atMostOnce("POST", "/api/assistants/{assistantId}/clone", ASSISTANT);
    static final Endpoint<UsageStats> USAGE_STATS =
        Endpoint.repeatable(
            "GET",
            "/api/assistants/{assistantId}/usage-stats",
            Decoder.object("stats", UsageStats.TABLE));
    static final Endpoint<AssignablePhoneNumbers> ASSIGNABLE_PHONE_NUMBERS =
        Endpoint.repeatable(
            "GET",
            "/api/assistants/{assistantId}/telephony/phone-numbers",
            Decoder.object(AssignablePhoneNumbers.TABLE));

    private Further() {}
  }

  private final Transport transport;

  /** Internal to the SDK: use {@code TalkturoClient.assistants()}. */
  public AssistantsClient(Transport transport) {
    this.transport = transport;
  }

  /**
   * Creates an assistant.
   *
   * <pre>POST /api/assistants</pre>
   *
   * <p>Makes at most one assistant, whatever the network does: once the API may have processed the
   * request, the client does not send it again, and the exception's {@code mayHaveTakenEffect()} is
   * {@code true}.
   */
  public Assistant create(CreateAssistantRequest request) {
    return transport.send(request);
  }

  /** Creates an assistant; see {@link #create(CreateAssistantRequest)}. */
  public Assistant create(Consumer<CreateAssistantRequest.Builder> request) {
    return transport.send(built(request, CreateAssistantRequest.builder()).build());
  }

  /** Creates an assistant, asynchronously; see {@link #create(CreateAssistantRequest)}. */
  public CompletableFuture<Assistant> createAsync(CreateAssistantRequest request) {
    return transport.sendAsync(() -> request);
  }

  /** Creates an assistant, asynchronously; see {@link #create(CreateAssistantRequest)}. */
  public CompletableFuture<Assistant> createAsync(
      Consumer<CreateAssistantRequest.Builder> request) {
    return transport.sendAsync(() -> built(request, CreateAssistantRequest.builder()).build());
  }

  /**
   * Reads an assistant as it is now.
   *
   * <pre>GET /api/assistants/{assistantId}</pre>
   *
   * <p>In the reference, but absent from the newer documentation: a server may answer 404 or 405.
   */
  public Assistant get(GetAssistantRequest request) {
    return transport.send(request);
  }

  /** Reads an assistant as it is now; see {@link #get(GetAssistantRequest)}. */
  public Assistant get(String assistantId) {
    return transport.send(GetAssistantRequest.builder().assistantId(assistantId).build());
  }

  /** Reads an assistant as it is now, asynchronously; see {@link #get(GetAssistantRequest)}. */
  public CompletableFuture<Assistant> getAsync(GetAssistantRequest request) {
    return transport.sendAsync(() -> request);
  }

  /** Reads an assistant as it is now, asynchronously; see {@link #get(GetAssistantRequest)}. */
  public CompletableFuture<Assistant> getAsync(String assistantId) {
    return transport.sendAsync(
        () -> GetAssistantRequest.builder().assistantId(assistantId).build());
  }

  /**
   * Changes what the request sets, and returns the assistant as far as the API sends it back.
   *
   * <pre>PATCH /api/assistants/{assistantId}</pre>
   */
  public Assistant update(UpdateAssistantRequest request) {
    return transport.send(request);
  }

  /**
   * Changes what the request sets, and returns the assistant as far as the API sends it back; see
   * {@link #update(UpdateAssistantRequest)}.
   */
  public Assistant update(String assistantId, Consumer<UpdateAssistantRequest.Builder> change) {
    return transport.send(updateOf(assistantId, change));
  }

  /**
   * Changes what the request sets, and returns the assistant as far as the API sends it back,
   * asynchronously; see {@link #update(UpdateAssistantRequest)}.
   */
  public CompletableFuture<Assistant> updateAsync(UpdateAssistantRequest request) {
    return transport.sendAsync(() -> request);
  }

  /**
   * Changes what the request sets, and returns the assistant as far as the API sends it back,
   * asynchronously; see {@link #update(UpdateAssistantRequest)}.
   */
  public CompletableFuture<Assistant> updateAsync(
      String assistantId, Consumer<UpdateAssistantRequest.Builder> change) {
    return transport.sendAsync(() -> updateOf(assistantId, change));
  }

  /**
   * Replaces the phone numbers of an assistant.
   *
   * <pre>PATCH /api/assistants/{assistantId}/telephony/phone-numbers</pre>
   *
   * <p>From then on, phone calls to the numbers reach the assistant if its {@code inboundEnabled}
   * is on (reference). A number belongs to at most one assistant (older documentation); what
   * happens to one that another assistant has is not documented by Talkturo.
   */
  public AssignPhoneNumbersResponse assignPhoneNumbers(AssignPhoneNumbersRequest request) {
    return transport.send(request);
  }

  /**
   * Replaces the phone numbers of an assistant; see {@link
   * #assignPhoneNumbers(AssignPhoneNumbersRequest)}.
   */
  public AssignPhoneNumbersResponse assignPhoneNumbers(
      String assistantId, String... phoneNumberIds) {
    return transport.send(
        AssignPhoneNumbersRequest.builder()
            .assistantId(assistantId)
            .phoneNumberIds(Arrays.asList(phoneNumberIds))
            .build());
  }

  /**
   * Replaces the phone numbers of an assistant, asynchronously; see {@link
   * #assignPhoneNumbers(AssignPhoneNumbersRequest)}.
   */
  public CompletableFuture<AssignPhoneNumbersResponse> assignPhoneNumbersAsync(
      AssignPhoneNumbersRequest request) {
    return transport.sendAsync(() -> request);
  }

  /**
   * Replaces the phone numbers of an assistant, asynchronously; see {@link
   * #assignPhoneNumbers(AssignPhoneNumbersRequest)}.
   */
  public CompletableFuture<AssignPhoneNumbersResponse> assignPhoneNumbersAsync(
      String assistantId, String... phoneNumberIds) {
    return transport.sendAsync(
        () ->
            AssignPhoneNumbersRequest.builder()
                .assistantId(assistantId)
                .phoneNumberIds(Arrays.asList(phoneNumberIds))
                .build());
  }

  /**
   * Takes every phone number away from an assistant; the other forms refuse an empty list of ids.
   * See {@link #assignPhoneNumbers(AssignPhoneNumbersRequest)}.
   */
  public AssignPhoneNumbersResponse unassignAllPhoneNumbers(String assistantId) {
    return transport.send(
        AssignPhoneNumbersRequest.builder()
            .assistantId(assistantId)
            .unassignAllPhoneNumbers()
            .build());
  }

  /**
   * Takes every phone number away from an assistant, asynchronously; see {@link
   * #unassignAllPhoneNumbers(String)}.
   */
  public CompletableFuture<AssignPhoneNumbersResponse> unassignAllPhoneNumbersAsync(
      String assistantId) {
    return transport.sendAsync(
        () ->
            AssignPhoneNumbersRequest.builder()
                .assistantId(assistantId)
                .unassignAllPhoneNumbers()
                .build());
  }

  /**
   * Deletes an assistant for good. What becomes of its phone numbers is not documented by Talkturo.
   *
   * <pre>DELETE /api/assistants/{assistantId}</pre>
   *
   * <p>The client sends it again if the outcome of an attempt is not known. If the API answers that
   * repeat with 404, the assistant is gone, and the response says {@code alreadyGone()}; a 404 to
   * the first attempt is a {@link com.talkturo.sdk.errors.NotFoundException}.
   */
  public DeleteAssistantResponse delete(DeleteAssistantRequest request) {
    return transport.send(request);
  }

  /** Deletes an assistant for good; see {@link #delete(DeleteAssistantRequest)}. */
  public DeleteAssistantResponse delete(String assistantId) {
    return transport.send(DeleteAssistantRequest.builder().assistantId(assistantId).build());
  }

  /** Deletes an assistant, asynchronously; see {@link #delete(DeleteAssistantRequest)}. */
  public CompletableFuture<DeleteAssistantResponse> deleteAsync(DeleteAssistantRequest request) {
    return transport.sendAsync(() -> request);
  }

  /** Deletes an assistant, asynchronously; see {@link #delete(DeleteAssistantRequest)}. */
  public CompletableFuture<DeleteAssistantResponse> deleteAsync(String assistantId) {
    return transport.sendAsync(
        () -> DeleteAssistantRequest.builder().assistantId(assistantId).build());
  }

  /**
   * Copies an assistant, and returns the copy as far as the API sends it back: only its id is
   * certain.
   *
   * <pre>POST /api/assistants/{assistantId}/clone</pre>
   *
   * <p>Makes at most one copy, as {@link #create(CreateAssistantRequest)} makes at most one
   * assistant.
   */
  public Assistant clone(CloneAssistantRequest request) {
    return transport.send(request);
  }

  /**
   * Copies an assistant within the account of the API key; see {@link
   * #clone(CloneAssistantRequest)}.
   */
  public Assistant clone(String assistantId) {
    return transport.send(CloneAssistantRequest.builder().assistantId(assistantId).build());
  }

  /** Copies an assistant into an account; see {@link #clone(CloneAssistantRequest)}. */
  public Assistant clone(String assistantId, String targetAccountSlug) {
    return transport.send(cloneOf(assistantId, targetAccountSlug));
  }

  /** Copies an assistant, asynchronously; see {@link #clone(CloneAssistantRequest)}. */
  public CompletableFuture<Assistant> cloneAsync(CloneAssistantRequest request) {
    return transport.sendAsync(() -> request);
  }

  /** Copies an assistant, asynchronously; see {@link #clone(String)}. */
  public CompletableFuture<Assistant> cloneAsync(String assistantId) {
    return transport.sendAsync(
        () -> CloneAssistantRequest.builder().assistantId(assistantId).build());
  }

  /** Copies an assistant, asynchronously; see {@link #clone(String, String)}. */
  public CompletableFuture<Assistant> cloneAsync(String assistantId, String targetAccountSlug) {
    return transport.sendAsync(() -> cloneOf(assistantId, targetAccountSlug));
  }

  /**
   * Reads how an assistant was used.
   *
   * <pre>GET /api/assistants/{assistantId}/usage-stats</pre>
   *
   * <p>The SDK reads both documented shapes; see {@link UsageStats}.
   */
  public UsageStats usageStats(GetUsageStatsRequest request) {
    return transport.send(request);
  }

  /** Reads how an assistant was used; see {@link #usageStats(GetUsageStatsRequest)}. */
  public UsageStats usageStats(String assistantId, String accountId) {
    return transport.send(usageStatsOf(assistantId, accountId));
  }

  /**
   * Reads how an assistant was used, asynchronously; see {@link #usageStats(GetUsageStatsRequest)}.
   */
  public CompletableFuture<UsageStats> usageStatsAsync(GetUsageStatsRequest request) {
    return transport.sendAsync(() -> request);
  }

  /**
   * Reads how an assistant was used, asynchronously; see {@link #usageStats(GetUsageStatsRequest)}.
   */
  public CompletableFuture<UsageStats> usageStatsAsync(String assistantId, String accountId) {
    return transport.sendAsync(() -> usageStatsOf(assistantId, accountId));
  }

  /**
   * Reads which phone numbers an assistant can be given: those that are active and either free or
   * already on it.
   *
   * <pre>GET /api/assistants/{assistantId}/telephony/phone-numbers</pre>
   *
   * <p>This is the only documented way to find the ids that {@link #assignPhoneNumbers} takes. One
   * part of the newer documentation opens it to API keys, another only to the web application.
   */
  public AssignablePhoneNumbers assignablePhoneNumbers(ListAssignablePhoneNumbersRequest request) {
    return transport.send(request);
  }

  /**
   * Reads which phone numbers an assistant can be given; see {@link
   * #assignablePhoneNumbers(ListAssignablePhoneNumbersRequest)}.
   */
  public AssignablePhoneNumbers assignablePhoneNumbers(String assistantId) {
    return transport.send(
        ListAssignablePhoneNumbersRequest.builder().assistantId(assistantId).build());
  }

  /**
   * Reads which phone numbers an assistant can be given, asynchronously; see {@link
   * #assignablePhoneNumbers(ListAssignablePhoneNumbersRequest)}.
   */
  public CompletableFuture<AssignablePhoneNumbers> assignablePhoneNumbersAsync(
      ListAssignablePhoneNumbersRequest request) {
    return transport.sendAsync(() -> request);
  }

  /**
   * Reads which phone numbers an assistant can be given, asynchronously; see {@link
   * #assignablePhoneNumbers(ListAssignablePhoneNumbersRequest)}.
   */
  public CompletableFuture<AssignablePhoneNumbers> assignablePhoneNumbersAsync(String assistantId) {
    return transport.sendAsync(
        () -> ListAssignablePhoneNumbersRequest.builder().assistantId(assistantId).build());
  }

  private static CloneAssistantRequest cloneOf(String assistantId, String targetAccountSlug) {
    return CloneAssistantRequest.builder()
        .assistantId(assistantId)
        .targetAccountSlug(targetAccountSlug)
        .build();
  }

  private static GetUsageStatsRequest usageStatsOf(String assistantId, String accountId) {
    return GetUsageStatsRequest.builder().assistantId(assistantId).accountId(accountId).build();
  }

  private static UpdateAssistantRequest updateOf(
      String assistantId, Consumer<UpdateAssistantRequest.Builder> change) {
    UpdateAssistantRequest request =
        built(change, UpdateAssistantRequest.builder().assistantId(assistantId)).build();
    if (!request.assistantId().equals(assistantId)) {
      throw new IllegalArgumentException(
          "assistantId is \""
              + assistantId
              + "\" and \""
              + request.assistantId()
              + "\"; allowed is one of the two");
    }
    return request;
  }

  private static <B> B built(Consumer<B> change, B builder) {
    change.accept(builder);
    return builder;
  }
}
