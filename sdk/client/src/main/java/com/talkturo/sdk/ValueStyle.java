package com.talkturo.sdk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * How Immutables implements settings and the values in exceptions: out of users' sight. Requests
 * and answers need none of it: they are rows, see {@code com.talkturo.sdk.json.Model}.
 *
 * <p>An annotation of our own, because the style itself would stay in the class file of the
 * package, and users who compile with all warnings as errors do not have Immutables.
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.PACKAGE)
@Value.Style(
    visibility = Value.Style.ImplementationVisibility.PACKAGE,
    overshadowImplementation = true,
    depluralize = false,
    jdkOnly = true,
    defaultAsDefault = true,
    get = "stored*",
    put = "put*",
    allowedClasspathAnnotations = {Override.class},
    redactedMask = "[not shown]",
    defaults = @Value.Immutable(copy = false))
@interface ValueStyle {}
