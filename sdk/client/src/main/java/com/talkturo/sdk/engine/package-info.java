/**
 * From request to call and from answer to value or exception. Internal to the SDK: for its feature
 * packages and modules, and may change in any release.
 *
 * <pre>
 * Outgoing, Endpoint, Query     what a request is, and of which operation
 * Transport                     URL, body and call; synchronous, or as {@link com.talkturo.sdk.engine.AsyncCall}
 *   HttpClients                 the chain, in its order:
 *     RetryInterceptor            decides on repeats, and waits; RetryPolicy is its table
 *     AttemptInterceptor          one attempt, with its body
 *     AuthInterceptor             signs it with the Credential
 *     ... the user's interceptors ...
 *     ExchangeInterceptor         what arrives, arrives whole
 *     ... OkHttp ...
 *     SingleSendInterceptor       the last before the socket: no repeat that is not ours
 *   LeftoverCheckingSockets     an answer belongs to its request
 * ResponseReader                2xx to value; Failures makes every exception
 * </pre>
 *
 * <p>{@link com.talkturo.sdk.engine.CallState} goes with a call through all of them.
 */
@NullMarked
package com.talkturo.sdk.engine;

import org.jspecify.annotations.NullMarked;
