/**
 * The parts of the engine that a socket cannot reach one by one: the table of repeats, clocks,
 * masks, parsers. What users see of them belongs to {@code com.talkturo.acceptance}.
 */
package com.talkturo.sdk.engine;
