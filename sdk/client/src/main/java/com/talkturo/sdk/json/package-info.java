/**
 * JSON to values and back. Internal to the SDK: for its feature packages and modules, and may
 * change in any release.
 *
 * <pre>
 * Model, ModelBuilder    what requests and answers are: values by row, and how they get them
 * Table                  one model: a Row per field, each with its name, {@link com.talkturo.sdk.json.Kind} and place
 * Decoder                the body of a 2xx to a value: object, list, nothing, tree, a caller's type
 *   ModelReader            one object of a table, member by member
 *   JsonReader             the parser, and plain trees from it
 * Kind                   what a value looks like: read, write, and what it is called in messages
 *   JsonWriter             the generator
 * Trees                  plain JSON trees: checked, copied, changed
 * OpenValue, Checks, WithAdditionalProperties    what models share
 * CallersTypes           the one place that knows jackson-databind
 * </pre>
 *
 * <p>The rules for odd answers, which hold at every depth:
 *
 * <ul>
 *   <li>{@code null} is absent.
 *   <li>A value that does not fit its field leaves the field absent and is kept as a plain tree
 *       under its own name in {@code additionalProperties()}.
 *   <li>An element of a list or map that does not fit is left out of the list; then the whole list
 *       is kept under its name as well, so that nothing is lost and the readable rest is there.
 *   <li>An object that lacks a required field does not fit.
 * </ul>
 *
 * <p>A table that is {@link com.talkturo.sdk.json.Table#lossless() lossless} keeps a {@code null}
 * as well, and an odd list only as a tree, so that the model writes what was read.
 */
@NullMarked
package com.talkturo.sdk.json;

import org.jspecify.annotations.NullMarked;
