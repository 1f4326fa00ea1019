/**
 * Every promise against servers, input, load and user's code that misbehave: FaultSuiteTest has the
 * table, the others what needs a scene of its own. Only the public API, through real sockets.
 */
package com.talkturo.sdk.faults;
