package com.talkturo.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Standard output that knows why something is missing; a {@link PrintStream} keeps quiet. */
final class StandardOutput extends OutputStream {
  private final OutputStream out = new FileOutputStream(FileDescriptor.out);
  private @Nullable IOException failure;

  /** Prints as {@code System.out} would. */
  PrintStream printer() {
    String encoding = System.getProperty("stdout.encoding", Charset.defaultCharset().name());
    return new PrintStream(this, false, Charset.forName(encoding));
  }

  /** Why not all was written; empty if all was, or if the reader has read enough. */
  Optional<String> failure() {
    return Optional.ofNullable(failure)
        .map(e -> String.valueOf(e.getMessage()))
        .filter(m -> !isClosedPipe(m));
  }

  /** As {@code head} leaves it behind. */
  private static boolean isClosedPipe(String message) {
    return message.toLowerCase(Locale.ROOT).contains("pipe");
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try {
      out.write(bytes, from, length);
    } catch (IOException e) {
      failure = failure == null ? e : failure;
      throw e;
    }
  }
}
