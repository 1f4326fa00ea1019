/**
 * The Talkturo Java SDK. Start at {@link com.talkturo.sdk.TalkturoClient}; it leads to everything
 * else.
 *
 * <pre>
 * TalkturoClient       the only entry: configuration, operations, close
 *   assistants         one package per feature: its operations and the values that travel
 *   hooks              how the engine reaches listeners and rate limiters; internal
 *     http             what callers see of a call: request, response, listener
 *       engine         request to call, attempts, deadline; answer to value or exception; internal
 *         json         values to JSON and back, tolerantly; internal
 *         errors       what went wrong, as the caller sees it
 * </pre>
 *
 * <p>Each package uses only those below it. The page of {@code com.talkturo.sdk.engine} draws the
 * way of a request through the attempts.
 */
@NullMarked
@ValueStyle
package com.talkturo.sdk;

import org.jspecify.annotations.NullMarked;
