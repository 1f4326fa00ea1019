package com.talkturo.provisioning.files;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong, so that all of it is told at once. */
final class Problems {
  private final List<FileProblem> found = new ArrayList<>();

  void add(Place place, String message) {
    FileProblem problem = new FileProblem(place.file(), place.line(), place.column(), message);
    // A default that is wrong is read once per assistant.
    if (!found.contains(problem)) {
      found.add(problem);
    }
  }

  static FilesException one(Place place, String message) {
    Problems problems = new Problems();
    problems.add(place, message);
    return new FilesException(problems.found);
  }

  /**
   * Ends if there is any.
   *
   * @throws FilesException with all of them
   */
  void throwIfAny() {
    if (!found.isEmpty()) {
      found.sort(
          Comparator.comparing(FileProblem::file)
              .thenComparingInt(FileProblem::line)
              .thenComparingInt(FileProblem::column));
      throw new FilesException(found);
    }
  }
}
