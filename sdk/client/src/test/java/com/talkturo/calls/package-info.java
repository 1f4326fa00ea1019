/**
 * What all suites share: {@link com.talkturo.calls.Operation} and {@link com.talkturo.calls.Mode}
 * name what is called and how, {@link com.talkturo.calls.Faults} what a server does to it, and
 * {@link com.talkturo.calls.RawServer} does it, byte for byte. {@link
 * com.talkturo.calls.FaultTable} says how calls end then, and {@link com.talkturo.calls.FaultSuite}
 * compares; the tests of other clients on the same engine compile this package too. No tests.
 */
package com.talkturo.calls;
