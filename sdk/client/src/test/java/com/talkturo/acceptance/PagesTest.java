package com.talkturo.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.errors.NotFoundException;
import com.talkturo.sdk.http.ApiRequest;
import com.talkturo.sdk.http.Pages;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Endpoints that the SDK does not model, walked page by page. */
class PagesTest extends ServerTest {
  private record Contact(String id) {}

  private static ApiRequest<List<Contact>> page(String parameter, int limit, long position) {
    return ApiRequest.builder("GET", "/api/crm/contacts")
        .query("limit", limit)
        .query(parameter, position)
        .envelope("contacts")
        .returningListOf(Contact.class);
  }

  private static Pages<Contact> byOffset(TalkturoClient client, int limit) {
    return Pages.byOffset(
        limit, (most, offset) -> client.exchange(page("offset", most, offset)).body());
  }

  private void answerContacts(String... ids) {
    StringBuilder list = new StringBuilder();
    for (String id : ids) {
      list.append(list.length() == 0 ? "" : ",").append("{\"id\":\"").append(id).append("\"}");
    }
    answer(200, "{\"success\":true,\"contacts\":[" + list + "],\"total\":9}");
  }

  private String target() {
    return received().getTarget();
  }

  @Test
  void offsetsFollowWhatArrivedAndAnEmptyPageEndsTheWalk() {
    answerContacts("1", "2");
    answerContacts("3");
    answerContacts();
    assertThat(byOffset(client(), 5))
        .containsExactly(new Contact("1"), new Contact("2"), new Contact("3"));
    assertThat(target()).isEqualTo("/api/crm/contacts?limit=5&offset=0");
    assertThat(target()).isEqualTo("/api/crm/contacts?limit=5&offset=2");
    assertThat(target()).isEqualTo("/api/crm/contacts?limit=5&offset=3");
    assertThat(server.getRequestCount()).isEqualTo(3);
  }

  @Test
  void pagesAreCountedFromOneAndARepeatedPageEndsTheWalk() {
    answerContacts("1");
    answerContacts("2");
    answerContacts("2");
    TalkturoClient client = client();
    Pages<Contact> pages =
        Pages.byNumber(1, (limit, page) -> client.exchange(page("page", limit, page)).body());
    assertThat(pages).containsExactly(new Contact("1"), new Contact("2"));
    assertThat(target()).isEqualTo("/api/crm/contacts?limit=1&page=1");
    assertThat(target()).isEqualTo("/api/crm/contacts?limit=1&page=2");
    assertThat(target()).isEqualTo("/api/crm/contacts?limit=1&page=3");
  }

  @Test
  void aReaderMayFillTheSameListAgain() {
    List<Long> list = new ArrayList<>();
    Pages<Long> pages =
        Pages.byNumber(
            2,
            (limit, page) -> {
              list.clear();
              if (page <= 3) {
                list.addAll(List.of(page, 10 * page));
              }
              return list;
            });
    assertThat(pages).containsExactly(1L, 10L, 2L, 20L, 3L, 30L);
  }

  @Test
  void aPageIsAskedForWhenItsFirstRecordIsWanted() {
    answerContacts("1", "2");
    answerContacts("3");
    Pages<Contact> pages = byOffset(client(), 2);
    Iterator<Contact> walk = pages.iterator();
    assertThat(server.getRequestCount()).isZero();
    walk.next();
    walk.next();
    assertThat(server.getRequestCount()).isEqualTo(1);
    assertThat(walk.next()).isEqualTo(new Contact("3"));
    assertThat(server.getRequestCount()).isEqualTo(2);
    answerContacts("1", "2");
    assertThat(pages.stream().limit(1)).hasSize(1);
  }

  @Test
  void aWalkThatEndedStaysAtItsEnd() {
    answerContacts();
    Iterator<Contact> walk = byOffset(client(), 2).iterator();
    assertThat(walk.hasNext()).isFalse();
    assertThat(walk.hasNext()).isFalse();
    failure(NoSuchElementException.class, walk::next);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aFailedPageCanBeAskedForAgain() {
    answerContacts("1");
    answer(404, "{}");
    answerContacts("2");
    Iterator<Contact> walk = byOffset(client(), 1).iterator();
    walk.next();
    failure(NotFoundException.class, walk::next);
    assertThat(walk.next()).isEqualTo(new Contact("2"));
  }

  @Test
  void aServerThatNeverEndsIsNoticed() {
    Pages<Object> endless =
        Pages.<Object>byNumber(1, (limit, page) -> List.of(new Object())).maxPages(3);
    Iterator<Object> walk = endless.iterator();
    for (int i = 0; i < 3; i++) {
      walk.next();
    }
    assertThat(failure(IllegalStateException.class, walk::next))
        .hasMessageStartingWith("there are more than 3 pages");
  }

  @Test
  void asManyPagesAsAllowedAreNoneTooMany() {
    Pages<Integer> two =
        Pages.<Integer>byNumber(1, (limit, page) -> page > 2 ? List.of() : List.of((int) page))
            .maxPages(2);
    assertThat(two).containsExactly(1, 2);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void boundsBelowOneAreRefused(int bound) {
    assertThat(
            failure(
                IllegalArgumentException.class,
                () -> Pages.byOffset(bound, (limit, offset) -> List.of())))
        .hasMessage("limit is " + bound + "; allowed is 1 or more");
    failure(
        IllegalArgumentException.class,
        () -> Pages.byNumber(1, (limit, page) -> List.of()).maxPages(bound));
  }
}
