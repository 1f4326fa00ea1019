package com.talkturo.sdk.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * How Immutables implements the models: out of users' sight. Internal to the SDK, for the packages
 * that have models.
 *
 * <p>An annotation of our own, because the style itself would stay in the class file of the
 * package, and users who compile with all warnings as errors do not have Immutables.
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.PACKAGE)
@Value.Style(
    visibility = Value.Style.ImplementationVisibility.PACKAGE,
    overshadowImplementation = true,
    builder = "new",
    nullableAnnotation = "NoSuchAnnotation", // Absent is Optional; that of a map's values is none.
    typeInnerBuilder = "NotGenerated", // Builders are written by hand and hand on.
    depluralize = false,
    jdkOnly = true,
    defaultAsDefault = true,
    get = "stored*",
    put = "put*",
    allowedClasspathAnnotations = {Override.class},
    redactedMask = "[not shown]",
    defaults = @Value.Immutable(copy = false))
public @interface ModelStyle {}
