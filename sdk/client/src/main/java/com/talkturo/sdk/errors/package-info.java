/**
 * What can go wrong with a call. All are unchecked and share one root, {@link
 * com.talkturo.sdk.errors.TalkturoException}; a subclass exists where callers react differently or
 * where it carries more.
 *
 * <pre>
 * TalkturoException
 *   ApiException                  the API answered, and the answer is a failure
 *     BadRequestException            400
 *     AuthenticationException        401
 *     InsufficientCreditsException   402
 *     PermissionDeniedException      403
 *     NotFoundException              404
 *     ConflictException              409
 *     UnprocessableEntityException   422
 *     RateLimitException             429
 *     ServerException                5xx
 *   TransportException            no usable answer
 *     TimeoutException               the deadline or an attempt's timeout
 *     NotSentException               given up before sending
 *   DecodeException               an answer that cannot be read
 *   InterruptedCallException      the calling thread was interrupted
 * </pre>
 *
 * <p>All answer {@code requestSent()} and {@code mayHaveTakenEffect()}.
 *
 * <p>No message, accessor or {@code toString} of these ever holds the client's API key.
 */
@NullMarked
package com.talkturo.sdk.errors;

import org.jspecify.annotations.NullMarked;
