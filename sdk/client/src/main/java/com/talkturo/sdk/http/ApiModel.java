package com.talkturo.sdk.http;

import com.talkturo.sdk.json.Model;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.WithAdditionalProperties;

/**
 * A value that the API sends: what every answer is, and every object in it. Immutable; equal to any
 * of the same type with the same values; {@code toString()} shows no secret.
 */
public abstract class ApiModel extends Model implements WithAdditionalProperties {
  /** For the SDK's own models. */
  protected ApiModel(ModelBuilder<?, ?> builder) {
    super(builder);
  }
}
