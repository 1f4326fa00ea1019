package com.talkturo.provisioning.files;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong, so that all of it is told at once. */
final class Problems {
  // A default that is wrong is read once per assistant.
  private final Set<FileProblem> found = new LinkedHashSet<>();

  void add(Place place, String message) {
    found.add(new FileProblem(place.file(), place.line(), place.column(), message));
  }

  static FilesException one(Place place, String message) {
    Problems problems = new Problems();
    problems.add(place, message);
    return new FilesException(List.copyOf(problems.found));
  }

  /**
   * Ends if there is any.
   *
   * @throws FilesException with all of them
   */
  void throwIfAny() {
    if (!found.isEmpty()) {
      List<FileProblem> sorted = new ArrayList<>(found);
      sorted.sort(
          Comparator.comparing(FileProblem::file)
              .thenComparingInt(FileProblem::line)
              .thenComparingInt(FileProblem::column));
      throw new FilesException(sorted);
    }
  }
}
