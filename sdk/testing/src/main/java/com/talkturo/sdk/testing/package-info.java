/**
 * A Talkturo API in memory, on a real socket, for the tests of code that talks to Talkturo.
 *
 * <p>Start at {@link com.talkturo.sdk.testing.TalkturoServer}, or let {@link
 * com.talkturo.sdk.testing.TalkturoServerExtension} start it for each JUnit test.
 *
 * <pre>
 * the code under test   sends to baseUrl() with apiKey(), by any HTTP client
 *   ReceivedRequest       what came in, kept for assertions
 *     Fault                 the first in the script that fits: answers itself, or spoils the answer
 *       the API               checks key, account and body, works on assistants in memory
 * </pre>
 */
@NullMarked
package com.talkturo.sdk.testing;

import org.jspecify.annotations.NullMarked;
