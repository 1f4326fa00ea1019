/**
 * What a user of the SDK sees, by theme: requests and answers, errors, retries, deadlines, what
 * ends early, secrets, listeners, logs. Only the public API compiles here, and everything goes
 * through a real socket.
 */
package com.talkturo.acceptance;
