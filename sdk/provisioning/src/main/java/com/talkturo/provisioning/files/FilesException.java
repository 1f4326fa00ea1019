package com.talkturo.provisioning.files;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Files that cannot be used as they are. Nothing was sent. All that was found is in {@link
 * #problems()}, so that one look corrects it all.
 */
public final class FilesException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final List<FileProblem> problems;

  FilesException(List<FileProblem> problems) {
    super(problems.stream().map(FileProblem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** What was found, by file and place; at least one. */
  public List<FileProblem> problems() {
    return problems;
  }
}
