package com.talkturo.migration;

import com.talkturo.migration.flireo.FlireoAssistant;
import com.talkturo.migration.telnyx.TelnyxAssistant;
import com.talkturo.provisioning.AssistantSpec;
import com.talkturo.provisioning.PromptFinding.Severity;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * An assistant of another vendor as Talkturo would have it, and a report on every leaf of the
 * source. It sends nothing; only {@link #into(Path)} writes anything. Immutable.
 *
 * <pre>{@code
 * for (TelnyxAssistant assistant : telnyx.assistants().list()) {
 *   Migration migration = Migration.of(assistant);
 *   migration.into(Path.of("talkturo"));
 *   System.out.println(migration.report().toMarkdown());
 * }
 * }</pre>
 *
 * <p>The spec starts from the template {@code custom}; recording, inbound and outbound are off
 * until {@link MigrationOptions} say otherwise.
 */
public final class Migration {
  private final AssistantSpec spec;
  private final MigrationReport report;

  private Migration(AssistantSpec spec, MigrationReport report) {
    this.spec = spec;
    this.report = report;
  }

  /** Maps an assistant to Talkturo with the default options. */
  public static Migration of(TelnyxAssistant source) {
    return of(source, MigrationOptions.builder().build());
  }

  /**
   * Maps an assistant to Talkturo; nothing is sent or written.
   *
   * @throws IncompleteMigrationException in strict mode, if a row is dropped or open, or a prompt
   *     has errors
   */
  public static Migration of(TelnyxAssistant source, MigrationOptions options) {
    Move move = new Move(source.toTree(), FromTelnyx.ADVICE, options);
    FromTelnyx.apply(move);
    return finished(move, "Telnyx", source.id(), source.name());
  }

  /** Maps an assistant to Talkturo with the default options. */
  public static Migration of(FlireoAssistant source) {
    return of(source, MigrationOptions.builder().build());
  }

  /**
   * Maps an assistant to Talkturo; nothing is sent or written.
   *
   * @throws IncompleteMigrationException in strict mode, if a row is dropped or open, or a prompt
   *     has errors
   */
  public static Migration of(FlireoAssistant source, MigrationOptions options) {
    Move move = new Move(source.toTree(), FromFlireo.ADVICE, options);
    FromFlireo.apply(move);
    return finished(move, "Flireo", source.id(), source.name());
  }

  private static Migration finished(
      Move move, String vendor, String sourceId, Optional<String> name) {
    String key =
        move.options.key.orElseGet(
            () ->
                name.map(Migration::slug).filter(s -> !s.isEmpty()).orElse(slug("a-" + sourceId)));
    if (move.options.key.isEmpty()) {
      move.defaulted("key", key, "made of the source's name");
    }
    MigrationReport report = move.report(vendor, sourceId, key);
    boolean hasErrors =
        report.findings().stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    if (move.options.strict && (hasErrors || report.rows().stream().anyMatch(ReportRow::isLoss))) {
      throw new IncompleteMigrationException(report);
    }
    return new Migration(move.spec(), report);
  }

  private static String slug(String name) {
    String ascii = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    String slug =
        ascii
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9._-]+", "-")
            .replaceAll("^[._-]+|[._-]+$", "");
    return slug.substring(0, Math.min(slug.length(), 60));
  }

  /**
   * What names the files, and what provisioning knows the assistant by: the option's, else made of
   * the source's name, else of its id.
   */
  public String key() {
    return report.key();
  }

  /** The assistant as Talkturo would have it. */
  public AssistantSpec spec() {
    return spec;
  }

  /** What became of each leaf of the source. */
  public MigrationReport report() {
    return report;
  }

  /**
   * Writes {@code assistants/KEY.yaml}, {@code prompts/KEY.md}, {@code reports/KEY/report.md} and
   * {@code reports/KEY/report.json} below a folder in the layout of provisioning. If one of them is
   * there with other content, nothing is written, and the answer shows the differences.
   *
   * @throws IllegalStateException if the key belongs to another assistant of a vendor
   * @throws java.io.UncheckedIOException if the files cannot be read or written
   */
  public ImportedFiles into(Path folder) {
    return SpecFiles.write(folder, this);
  }

  /** The key and the source; no values. */
  @Override
  public String toString() {
    return "Migration{" + report.vendor() + " " + report.sourceId() + " -> " + key() + "}";
  }
}
