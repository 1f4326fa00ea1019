/**
 * A Talkturo API in memory, on a real socket, for the tests of code that talks to Talkturo.
 *
 * <p>Start at {@link com.talkturo.sdk.testing.TalkturoServer}, or let {@link
 * com.talkturo.sdk.testing.TalkturoServerExtension} start it for each JUnit test.
 *
 * <pre>
 * the code under test   sends to baseUrl() with apiKey(), by any HTTP client
 *   ReceivedRequest       what came in, kept for assertions
 *     Fault                 the first in the script that fits: answers on its own, or spoils the answer
 *       the API               one table of routes: checks credential and rate limit, then the body,
 *                             works on one tree of JSON, in memory or in a data folder
 * </pre>
 *
 * <p>What a test sets up and reads of one feature is behind one method of the server: {@code
 * server.credits()}, {@code server.flows()} and so on. {@link
 * com.talkturo.sdk.testing.ServerBehaviour} is for servers that work, but not as documented.
 *
 * <p>{@link com.talkturo.sdk.testing.TelnyxServer} and {@link
 * com.talkturo.sdk.testing.FlireoServer} are the APIs that assistants come from when they move to
 * Talkturo.
 */
@NullMarked
package com.talkturo.sdk.testing;

import org.jspecify.annotations.NullMarked;
