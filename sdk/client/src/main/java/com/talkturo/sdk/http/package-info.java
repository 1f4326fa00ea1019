/**
 * From request to call and from answer to value. Users meet {@link
 * com.talkturo.sdk.http.ApiRequest}, {@link com.talkturo.sdk.http.ApiResponse} and {@link
 * com.talkturo.sdk.http.TalkturoListener} here; what is public beyond them says "internal to the
 * SDK" and may change in any release.
 *
 * <pre>
 * Transport               URL from the path template, body to JSON once, call
 *   RetryInterceptor        outermost: attempts, waits, budget
 *   BearerAuthInterceptor   signs each attempt
 *   ... the user's interceptors, OkHttp ...
 *   SingleSendInterceptor   last before the socket: no repeat that is not ours
 * ResponseReader          2xx to value, everything else to exception
 * </pre>
 */
@NullMarked
package com.talkturo.sdk.http;

import org.jspecify.annotations.NullMarked;
