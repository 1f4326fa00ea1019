package com.talkturo.migration;

/**
 * What the target got without a counterpart in the source, or by an option that was left alone.
 *
 * @param subject the field by JSON name, or the option
 * @param value what it is; empty if the field is left to Talkturo
 * @param note why
 */
public record DefaultRow(String subject, String value, String note) {}
