package com.talkturo.sdk.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The records of an endpoint that answers in pages, for endpoints that the SDK does not model. It
 * asks for a page when you want the first record of it, and not before:
 *
 * <pre>{@code
 * record Contact(String id, String phone) {}
 *
 * Pages<Contact> contacts =
 *     Pages.byOffset(
 *         50,
 *         (limit, offset) ->
 *             talkturo
 *                 .exchange(
 *                     ApiRequest.builder("GET", "/api/crm/contacts")
 *                         .query("limit", limit)
 *                         .query("offset", offset)
 *                         .envelope("contacts")
 *                         .returningListOf(Contact.class))
 *                 .body());
 * for (Contact contact : contacts) {
 *   call(contact);
 * }
 * }</pre>
 *
 * <p>The walk ends at an empty page, and at a page that equals the one before it, because some
 * servers answer with their last page again, or know nothing of pages; the comparison takes records
 * with an {@code equals} of their own, such as Java records and maps. A page that is shorter than
 * asked for does not end it: a server may send fewer at a time than you ask for. Records that
 * somebody adds or removes meanwhile may appear twice or not at all, as everywhere without a
 * cursor.
 *
 * <p>Each walk starts anew at the first page. A failure reaches whoever asks for the next record;
 * asking once more repeats the page that failed. This object is safe for use from many threads, an
 * iterator is not.
 *
 * @param <T> a record
 */
public final class Pages<T> implements Iterable<T> {
  private static final int DEFAULT_MAX_PAGES = 10_000;

  private final int limit;
  private final boolean byNumber;
  private final int maxPages;
  private final Reader<T> reader;

  private Pages(int limit, boolean byNumber, int maxPages, Reader<T> reader) {
    this.limit = atLeastOne("limit", limit);
    this.byNumber = byNumber;
    this.maxPages = atLeastOne("maxPages", maxPages);
    this.reader = Objects.requireNonNull(reader, "reader");
  }

  private static int atLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " is " + value + "; allowed is 1 or more");
    }
    return value;
  }

  /**
   * Reads one page.
   *
   * @param <T> a record
   */
  @FunctionalInterface
  public interface Reader<T> {
    /**
     * The records of one page; none after the last.
     *
     * @param limit how many records a page may have
     * @param position the number of records before the page, or the number of the page from 1
     */
    List<T> read(int limit, long position);
  }

  /**
   * Pages by {@code limit} and {@code offset}: the second page starts after as many records as the
   * first had.
   *
   * @param limit how many records to ask for at a time: 1 or more
   */
  public static <T> Pages<T> byOffset(int limit, Reader<T> reader) {
    return new Pages<>(limit, false, DEFAULT_MAX_PAGES, reader);
  }

  /**
   * Pages by {@code limit} and {@code page}; the first page is 1.
   *
   * @param limit how many records to ask for at a time: 1 or more
   */
  public static <T> Pages<T> byNumber(int limit, Reader<T> reader) {
    return new Pages<>(limit, true, DEFAULT_MAX_PAGES, reader);
  }

  /**
   * These pages with another bound: whoever walks past it gets an {@link IllegalStateException}, so
   * that you notice a server that never ends. The default is 10000.
   *
   * @param most 1 or more
   */
  public Pages<T> maxPages(int most) {
    return new Pages<>(limit, byNumber, most, reader);
  }

  /** Walks the records from the first; it asks for nothing yet. */
  @Override
  public Iterator<T> iterator() {
    return new Walk<>(this);
  }

  /** The records from the first, in order; it asks for nothing yet. */
  public Stream<T> stream() {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED), false);
  }

  private static final class Walk<T> implements Iterator<T> {
    private final Pages<T> pages;
    private List<T> page = Collections.emptyList();
    private int next;
    private int read;
    private long before;
    private boolean ended;

    Walk(Pages<T> pages) {
      this.pages = pages;
    }

    @Override
    public boolean hasNext() {
      if (next == page.size() && !ended) {
        turn();
      }
      return next < page.size();
    }

    private void turn() {
      // A copy: the reader may fill the same list again.
      List<T> turned =
          new ArrayList<>(pages.reader.read(pages.limit, pages.byNumber ? read + 1L : before));
      ended = turned.isEmpty() || (read > 0 && turned.equals(page));
      if (ended) {
        return;
      }
      if (read == pages.maxPages) {
        throw new IllegalStateException(
            "there are more than "
                + pages.maxPages
                + " pages; allow more with maxPages, or give the records an equals if it is one"
                + " page again and again");
      }
      read++;
      before += turned.size();
      page = turned;
      next = 0;
    }

    @Override
    public T next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return page.get(next++);
    }
  }
}
