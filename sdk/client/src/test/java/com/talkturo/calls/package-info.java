/**
 * What all suites share: {@link com.talkturo.calls.Operation} and {@link com.talkturo.calls.Mode}
 * name what is called and how, {@link com.talkturo.calls.Faults} what a server does to it, and
 * {@link com.talkturo.calls.RawServer} does it, byte for byte. No tests.
 */
package com.talkturo.calls;
