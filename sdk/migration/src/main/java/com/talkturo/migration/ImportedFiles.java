package com.talkturo.migration;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@link Migration#into(Path)} did. Paths are relative to the folder.
 *
 * @param written the files that are new
 * @param unchanged the files that were there with the same content
 * @param differences for each file that was there with other content, what a new run would change,
 *     as unified diff, in the order of the files; if there is one, nothing was written
 */
public record ImportedFiles(
    List<Path> written, List<Path> unchanged, Map<Path, String> differences) {
  /** Copies the collections. */
  public ImportedFiles {
    written = List.copyOf(written);
    unchanged = List.copyOf(unchanged);
    differences = Collections.unmodifiableMap(new LinkedHashMap<>(differences));
  }
}
