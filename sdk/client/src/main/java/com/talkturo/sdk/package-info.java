/**
 * The Talkturo Java SDK. Start at {@link com.talkturo.sdk.TalkturoClient}; everything else is
 * reached from it.
 *
 * <pre>
 * TalkturoClient       the only entry: configuration, operations, close
 *   assistants         what can be asked of an assistant, and the values that travel
 *     http             request to call: URL, key, attempts, deadline; answer to value or exception
 *       json           values to JSON and back, tolerantly; internal
 *         errors       what went wrong, as the caller sees it
 * </pre>
 *
 * <p>Each package uses only those below it. The way of a request through the attempts is drawn in
 * {@link com.talkturo.sdk.http}.
 */
@NullMarked
@ValueStyle
package com.talkturo.sdk;

import org.jspecify.annotations.NullMarked;
