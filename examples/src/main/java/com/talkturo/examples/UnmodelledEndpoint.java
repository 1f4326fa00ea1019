package com.talkturo.examples;

import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.http.ApiRequest;
import com.talkturo.sdk.http.Pages;
import com.talkturo.sdk.testing.Fault;
import com.talkturo.sdk.testing.TalkturoServer;
import java.util.List;
import java.util.Map;

/**
 * A typed walk through an operation that the SDK does not model, because Talkturo's documents
 * contradict each other about it. It has the same key, retries, deadline and exceptions as all
 * others.
 */
public final class UnmodelledEndpoint {
  private UnmodelledEndpoint() {}

  /** The part of a contact that this program needs; other members are ignored. */
  public record Contact(String id, String phone) {}

  public static void main(String[] args) {
    try (Playground playground = Playground.open()) {
      TalkturoClient talkturo = playground.client();
      playground.server().ifPresent(UnmodelledEndpoint::answerContacts);

      Pages<Contact> contacts =
          Pages.byOffset(
              2,
              (limit, offset) ->
                  talkturo
                      .exchange(
                          ApiRequest.builder("GET", "/api/crm/contacts")
                              .query("limit", limit)
                              .query("offset", offset)
                              .envelope("contacts")
                              .returningListOf(Contact.class))
                      .body());
      for (Contact contact : contacts) {
        System.out.println(contact.id() + " " + contact.phone());
      }
    }
  }

  /** The embedded server knows the modelled operations only; this stands in for another. */
  private static void answerContacts(TalkturoServer server) {
    for (List<String> page : List.of(List.of("1", "2"), List.of("3"), List.<String>of())) {
      server.enqueue(
          Fault.status(200)
              .json(
                  Map.of(
                      "success",
                      true,
                      "contacts",
                      page.stream()
                          .map(n -> Map.of("id", "contact_" + n, "phone", "+493012345" + n))
                          .toList()))
              .on("GET", "/api/crm/contacts"));
    }
  }
}
