/**
 * What callers see of a call: {@link com.talkturo.sdk.http.ApiRequest} goes in, {@link
 * com.talkturo.sdk.http.ApiResponse} comes out, {@link com.talkturo.sdk.http.TalkturoListener}
 * learns what happens in between. {@link com.talkturo.sdk.http.Pages} walks lists that come in
 * pages.
 */
@NullMarked
package com.talkturo.sdk.http;

import org.jspecify.annotations.NullMarked;
