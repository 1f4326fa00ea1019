package com.talkturo.provisioning.files;

import com.talkturo.provisioning.Pulled;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Assistants in a folder of YAML 1.2 files:
 *
 * <pre>
 * talkturo.yaml                 custom_fields, strict_prompts, defaults of all assistants
 * assistants/front-desk.yaml    the file's name is the key
 * prompts/front-desk.md         named in a field: system_prompt: {file: prompts/front-desk.md}
 * environments/prod.yaml        base_url, account, api_key_variable; overrides by key: assistants
 * state/prod/                   written by the store, never edited
 * </pre>
 *
 * <p>Fields have the API's JSON names. Defaults come first, then the assistant, then its overrides
 * in the environment: maps merge, lists and scalars replace; what one clears stays cleared until a
 * later one sets it. Scalars are read by the kind of their field, so {@code voice_id: 0123} is
 * text. {@code null} is an error; {@code clear: [field]} sends it. What the SDK does not model goes
 * under {@code extra}.
 *
 * <p>Scalars may hold <code>${env:NAME}</code> and <code>${env:NAME:-default}</code>, filled in
 * after parsing; plans hide the values of such fields. A variable that is not set, or empty, is an
 * error. <code>$${</code> stands for the characters themselves. Prompt files are taken as they are,
 * but for one final newline, a byte order mark, and line ends of Windows.
 *
 * <pre>{@code
 * Declared declared = AssistantFiles.in(Path.of("talkturo")).read("prod");
 * Plan plan = provisioner.plan(declared.specs());
 * }</pre>
 *
 * <p>Immutable; files are read at each call.
 */
public final class AssistantFiles {
  private final Root root;
  private final Function<String, @Nullable String> variables;

  private AssistantFiles(Root root, Function<String, @Nullable String> variables) {
    this.root = root;
    this.variables = variables;
  }

  /** The files of a folder, with the environment variables of this process. */
  public static AssistantFiles in(Path folder) {
    return new AssistantFiles(new Root(folder), System::getenv);
  }

  /** The same files, with other values of environment variables; {@code null} is one not set. */
  public AssistantFiles withVariables(Function<String, @Nullable String> variables) {
    return new AssistantFiles(root, Objects.requireNonNull(variables, "variables"));
  }

  /** The names of the environments, in order. */
  public List<String> environments() {
    return FolderReader.environments(root);
  }

  /**
   * All assistants of an environment. Nothing is sent.
   *
   * @throws FilesException with everything that is wrong, by file, line and column
   */
  public Declared read(String environment) {
    return new FolderReader(root, variables).read(environment).declared();
  }

  /**
   * Writes live assistants into the files, so that the plan after it is empty: fields that are
   * declared are changed where they are declared, the other ones go to the assistant's file, which
   * is made if there is none. Comments stay. A declared field that the API shows as {@code null}
   * goes to {@code clear}. Phone numbers are changed only where, and as, they are declared for the
   * key, because they belong to one environment. What comes from an environment variable, stands as
   * an anchor that others use, or stands under {@code extra} is left alone: what of that differs
   * keeps the plan from being empty, and the first two are among {@link Written#notes}.
   *
   * @param live what {@link com.talkturo.provisioning.Provisioner#adopt} or {@link
   *     com.talkturo.provisioning.Provisioner#pull} gave
   * @throws FilesException if the files cannot be read, or not be written
   */
  public Written write(String environment, Collection<Pulled> live) {
    return new PulledWriter(root, new FolderReader(root, variables)).write(environment, live);
  }
}
