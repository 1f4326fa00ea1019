package com.talkturo.sdk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * How Immutables generates the SDK's values. In source only: on the package itself, the style would
 * be in the class file, and javac warns users whose annotation processors look at it that
 * Immutables is not there.
 */
@Target(ElementType.PACKAGE)
@Retention(RetentionPolicy.SOURCE)
@Value.Style(
    visibility = Value.Style.ImplementationVisibility.PACKAGE,
    overshadowImplementation = true,
    depluralize = false,
    jdkOnly = true,
    defaultAsDefault = true,
    put = "put*",
    allowedClasspathAnnotations = {Override.class},
    redactedMask = "[not shown]",
    defaults = @Value.Immutable(copy = false))
@interface ModelStyle {}
