package com.talkturo.provisioning.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder of the files. Nothing outside of it is ever read or written, not by a link either. */
final class Root {
  private static final long LARGEST = 16L * 1024 * 1024;

  private final Path folder;

  Root(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  Path folder() {
    return folder;
  }

  boolean exists(String file) {
    return Files.exists(folder.resolve(file));
  }

  /** The files of a folder whose names end in {@code ending}, in order. */
  List<String> list(String in, String ending) {
    Path listed = folder.resolve(in);
    if (!Files.exists(listed)) {
      return List.of();
    }
    if (!Files.isDirectory(listed)) {
      throw Problems.one(Place.startOf(in), in + " is not a folder; move the file away");
    }
    try (Stream<Path> paths = Files.list(listed)) {
      return paths
          .map(path -> path.getFileName().toString())
          .filter(name -> name.endsWith(ending) && !name.startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw Problems.one(Place.startOf(in), "the folder cannot be read: " + reason(e));
    }
  }

  /** The folders in a folder, in order. */
  List<String> folders(String in) {
    return list(in, "").stream()
        .filter(name -> Files.isDirectory(folder.resolve(in).resolve(name)))
        .toList();
  }

  /**
   * The text of a file, without a byte order mark.
   *
   * @param file as somebody wrote it, or as it was listed
   * @param place where somebody wrote it
   * @param what of it, such as {@code the prompt file}
   */
  Optional<String> text(String file, Place place, String what, Problems problems) {
    Optional<Path> path = inside(file, place, what, problems);
    if (path.isEmpty()) {
      return Optional.empty();
    }
    try {
      if (Files.size(path.get()) > LARGEST) {
        problems.add(place, what + " " + file + " is larger than " + LARGEST + " bytes");
        return Optional.empty();
      }
      String text = decoded(Files.readAllBytes(path.get()));
      return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      problems.add(place, what + " " + file + " is not UTF-8; store it as UTF-8");
    } catch (IOException e) {
      problems.add(place, what + " " + file + " cannot be read: " + reason(e));
    }
    return Optional.empty();
  }

  private static String decoded(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(bytes))
        .toString();
  }

  private Optional<Path> inside(String file, Place place, String what, Problems problems) {
    try {
      Path path = folder.resolve(file).normalize();
      if (Path.of(file).isAbsolute() || !path.startsWith(folder) || path.equals(folder)) {
        problems.add(
            place,
            what
                + " "
                + file
                + " is outside of the folder; allowed is a path below it, such as"
                + " prompts/front-desk.md");
        return Optional.empty();
      }
      if (!Files.exists(path)) {
        problems.add(place, what + " " + file + " does not exist" + neighbour(path));
        return Optional.empty();
      }
      if (!isBelow(path)) {
        problems.add(
            place, what + " " + file + " is a link that leads outside of the folder; copy it here");
        return Optional.empty();
      }
      if (!Files.isRegularFile(path)) {
        problems.add(place, what + " " + file + " is not a file");
        return Optional.empty();
      }
      return Optional.of(path);
    } catch (InvalidPathException e) {
      problems.add(place, what + " is no path: " + e.getReason());
    } catch (IOException e) {
      problems.add(place, what + " " + file + " cannot be read: " + reason(e));
    }
    return Optional.empty();
  }

  private boolean isBelow(Path path) throws IOException {
    return path.toRealPath().startsWith(folder.toRealPath());
  }

  private String neighbour(Path missing) throws IOException {
    Path parent = missing.resolveSibling("");
    if (!Files.isDirectory(parent) || !isBelow(parent)) {
      return "; make it, or correct the path";
    }
    String prefix = folder.relativize(parent).toString().replace('\\', '/');
    List<String> others =
        list(prefix, "").stream()
            .map(name -> prefix.isEmpty() ? name : prefix + "/" + name)
            .toList();
    return Nearest.of(folder.relativize(missing).toString().replace('\\', '/'), others)
        .map(near -> "; did you mean " + near + "?")
        .orElse("; make it, or correct the path");
  }

  /**
   * Writes a file by way of a temporary one.
   *
   * @throws FilesException if it cannot be written, or would be outside of the folder
   */
  void write(String file, String text) {
    Path path = folder.resolve(file).normalize();
    try {
      Path parent = path.resolveSibling("");
      Files.createDirectories(parent);
      Path real = Files.exists(path) ? path.toRealPath() : parent.toRealPath();
      if (!real.startsWith(folder.toRealPath())) {
        throw Problems.one(Place.startOf(file), "the file is outside of the folder; not written");
      }
      Path target = Files.exists(path) ? real : path;
      Path temporary = target.resolveSibling("." + target.getFileName() + ".tmp");
      try {
        Files.deleteIfExists(temporary);
        if (Files.exists(target)) {
          // Its permissions stay.
          Files.copy(target, temporary, StandardCopyOption.COPY_ATTRIBUTES);
        }
        Files.writeString(temporary, text);
        Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw Problems.one(Place.startOf(file), "the file cannot be written: " + reason(e));
    }
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName() + ": " + e.getMessage();
  }
}
