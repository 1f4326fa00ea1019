package com.talkturo.sdk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * How Immutables writes the models. An annotation of its own because {@code Value.Style} would stay
 * in the class file of the package, where compilers of applications, which have no Immutables, warn
 * about each of its members.
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.PACKAGE)
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
