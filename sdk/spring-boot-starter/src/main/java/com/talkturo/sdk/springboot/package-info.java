/**
 * Spring Boot's way to the SDK: add the starter, set {@code talkturo.api-key}, inject {@link
 * com.talkturo.sdk.TalkturoClient}.
 *
 * <pre>
 * talkturo.* properties          {@link com.talkturo.sdk.springboot.TalkturoProperties}
 *   TalkturoClientCustomizer     beans that have the last word on the builder
 *   TalkturoListener             beans that are told what the client does
 *     TalkturoClient             one bean, unless the application has its own
 * </pre>
 *
 * <p>For Spring Boot 3.5 and 4.
 */
@NullMarked
package com.talkturo.sdk.springboot;

import org.jspecify.annotations.NullMarked;
