package com.talkturo.migration.vendors;

import com.talkturo.sdk.engine.Endpoint;
import com.talkturo.sdk.engine.Outgoing;
import com.talkturo.sdk.engine.Query;
import com.talkturo.sdk.json.Checks;
import com.talkturo.sdk.json.Model;
import com.talkturo.sdk.json.Table;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One request to a vendor.
 *
 * @param <T> what the answer is read into
 */
public final class VendorRequest<T> extends Outgoing<T> {
  private final Endpoint<T> endpoint;
  private final List<String> pathValues;
  private final Query query;
  private final byte @Nullable [] body;
  private final Collection<String> secrets;

  private VendorRequest(
      Endpoint<T> endpoint,
      List<String> pathValues,
      Query query,
      byte @Nullable [] body,
      Collection<String> secrets) {
    this.endpoint = endpoint;
    this.pathValues = pathValues;
    this.query = query;
    this.body = body;
    this.secrets = secrets;
  }

  /** Without id and body. */
  public static <T> VendorRequest<T> to(Endpoint<T> endpoint) {
    return new VendorRequest<>(endpoint, List.of(), new Query(), null, List.of());
  }

  /**
   * For one assistant.
   *
   * @throws IllegalArgumentException if the id cannot stand in a path
   */
  public static <T> VendorRequest<T> to(Endpoint<T> endpoint, String assistantId) {
    Checks.pathParameter("assistantId", assistantId);
    return new VendorRequest<>(endpoint, List.of(assistantId), new Query(), null, List.of());
  }

  /** The same with a body. */
  public <M extends Model> VendorRequest<T> with(Table<M> table, M body) {
    return new VendorRequest<>(
        endpoint, pathValues, query, table.toJson(body), Secrets.in(Payloads.treeOf(table, body)));
  }

  /** The same with query parameters. */
  public VendorRequest<T> with(Query other) {
    return new VendorRequest<>(endpoint, pathValues, other, body, secrets);
  }

  @Override
  protected Endpoint<T> endpoint() {
    return endpoint;
  }

  @Override
  protected List<String> pathValues() {
    return pathValues;
  }

  @Override
  protected void addQuery(Query all, Optional<String> clientsAccountSlug) {
    all.addAll(query);
  }

  @Override
  protected byte @Nullable [] body(Optional<String> clientsAccountSlug) {
    return body;
  }

  @Override
  protected Collection<String> secrets() {
    return secrets;
  }

  @Override
  protected Optional<UnaryOperator<String>> redaction() {
    return Optional.of(Secrets::redact);
  }

  /** The operation; id and body are left out. */
  @Override
  public String toString() {
    return "VendorRequest{" + endpoint + "}";
  }
}
