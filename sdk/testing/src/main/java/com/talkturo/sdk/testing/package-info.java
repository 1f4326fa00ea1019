/**
 * A Talkturo API in memory, on a real socket, for the tests of code that talks to Talkturo.
 *
 * <p>Start at {@link com.talkturo.sdk.testing.TalkturoServer}, or let {@link
 * com.talkturo.sdk.testing.TalkturoServerExtension} start it for each JUnit test. {@link
 * com.talkturo.sdk.testing.Fault} scripts what goes wrong; {@link
 * com.talkturo.sdk.testing.ReceivedRequest} is what the server was sent.
 */
@NullMarked
package com.talkturo.sdk.testing;

import org.jspecify.annotations.NullMarked;
