package com.talkturo.provisioning;

import java.util.List;
import java.util.Optional;

/**
 * What is seen of one field, and what an apply would make of it.
 *
 * @param field the JSON name, or {@code numbers}
 * @param classification what is seen
 * @param before the live value for people, shortened; absent if unknown or hidden
 * @param after the declared value for people, shortened; absent if hidden or nothing is declared
 * @param diff the lines of a unified diff if the values are long texts, else empty
 * @param note what else there is to say, such as that an option is needed; empty if nothing
 */
public record FieldChange(
    String field,
    Classification classification,
    Optional<String> before,
    Optional<String> after,
    List<String> diff,
    String note) {}
