package com.talkturo.sdk.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Immutables looks for an annotation with this simple name: the map itself is never null, its
 * values may be. Internal to the SDK.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface AllowNulls {}
