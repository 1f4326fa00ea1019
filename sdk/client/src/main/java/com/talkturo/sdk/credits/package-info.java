/**
 * Credits, which pay for calls.
 *
 * <pre>
 * talkturo.credits()           {@link com.talkturo.sdk.credits.CreditsClient}, one method per operation
 *   GetCreditsRequest            GET  /api/credits
 *     Credits                      the answer to this
 *   DeductCreditsRequest         POST /api/credits
 *     DeductCreditsResponse        the answer to this
 *   CheckoutRequest              POST /api/credits/checkout
 *     Checkout                     the answer to this
 * </pre>
 *
 * <p>Facts come from Talkturo's newer documentation of August 2026.
 */
@NullMarked
package com.talkturo.sdk.credits;

import org.jspecify.annotations.NullMarked;
