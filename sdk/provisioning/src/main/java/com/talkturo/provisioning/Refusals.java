package com.talkturo.provisioning;

import static com.talkturo.provisioning.Classification.DELETED;
import static com.talkturo.provisioning.Classification.ERROR;
import static com.talkturo.provisioning.Classification.MISSING;
import static com.talkturo.provisioning.Classification.UNRESOLVED;

import com.talkturo.provisioning.Planner.Situation;
import com.talkturo.sdk.assistants.TemplateId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What forbids to send anything for a key, whatever its fields say. */
final class Refusals {
  private final ApplyOptions options;

  Refusals(ApplyOptions options) {
    this.options = options;
  }

  Optional<ProvisioningException> of(Situation of) {
    Entry entry = of.entry().orElse(null);
    if (entry == null) {
      return nameless(of);
    }
    Optional<ProvisioningException> closed = closed(of.key(), entry);
    return closed.isPresent() ? closed : misfit(of, entry);
  }

  /** Phases in which no spec is applied. */
  private static Optional<ProvisioningException> closed(String key, Entry entry) {
    return switch (entry.phase()) {
      case SENDING -> Optional.of(unresolved(entry, null));
      case DELETING ->
          deleted(key, "its deletion has begun; call delete(\"" + key + "\") to finish it");
      case DELETED ->
          deleted(key, "it was deleted; call forget(\"" + key + "\") to use the key again");
      case MOVED -> deleted(key, "its assistant was moved to key \"" + otherKey(entry) + "\"");
      case MOVING ->
          deleted(
              key,
              "it is receiving the assistant of key \""
                  + otherKey(entry)
                  + "\"; call move again to finish that");
      case PREPARED, CREATED, CONFIGURED, COMPLETE -> Optional.empty();
    };
  }

  /** What does not fit the assistant that there is. */
  private Optional<ProvisioningException> misfit(Situation of, Entry entry) {
    String key = of.key();
    Optional<Long> revision = of.spec().revision();
    if (revision.isPresent() && revision.get() < entry.revision().orElse(Long.MIN_VALUE)) {
      return Optional.of(
          new OutdatedSpecException(
              key,
              "the spec has revision "
                  + revision.get()
                  + ", and "
                  + entry.revision().orElseThrow()
                  + " was applied already",
              null));
    }
    Optional<String> template = of.spec().templateId().map(id -> id.value());
    boolean exists = entry.assistantId().isPresent();
    Optional<String> used = usedTemplate(entry);
    if (exists && template.isPresent() && used.isPresent() && !template.equals(used)) {
      return Optional.of(
          new InvalidSpecException(
              key,
              "templateId is "
                  + template.get()
                  + ", but the assistant was created from "
                  + used.get()
                  + "; a template is applied at creation only",
              null));
    }
    if (of.live() instanceof Live.Missing && !options.recreateMissing.contains(key)) {
      return Optional.of(
          new MissingAssistantException(
              key,
              "assistant "
                  + entry.assistantId().orElse("?")
                  + " is gone (404), although others answer; recreateMissing makes it anew",
              null));
    }
    return exists ? Optional.empty() : nameless(of);
  }

  /**
   * Of an assistant that was adopted nobody knows; a create without one takes the API's default.
   */
  private static Optional<String> usedTemplate(Entry entry) {
    return entry.templateId().or(() -> entry.token().map(made -> TemplateId.CUSTOM.value()));
  }

  private static Optional<ProvisioningException> nameless(Situation of) {
    return of.spec().name().isPresent()
        ? Optional.empty()
        : Optional.of(
            new InvalidSpecException(of.key(), "name is missing; a create needs one", null));
  }

  private static Optional<ProvisioningException> deleted(String key, String why) {
    return Optional.of(new DeletedKeyException(key, why, null));
  }

  private static String otherKey(Entry entry) {
    return entry.otherKey().orElse("?");
  }

  static UnresolvedCreateException unresolved(Entry entry, @Nullable Throwable cause) {
    String detail =
        entry.sendingSince().map(time -> " since " + time).orElse("")
            + (entry.otherAssistantIds().isEmpty()
                ? ""
                : "; ids seen: " + entry.otherAssistantIds());
    return new UnresolvedCreateException(entry.key(), entry.token().orElse("?"), detail, cause);
  }

  static Classification classOf(ProvisioningException problem) {
    if (problem instanceof UnresolvedCreateException) {
      return UNRESOLVED;
    }
    if (problem instanceof DeletedKeyException) {
      return DELETED;
    }
    return problem instanceof MissingAssistantException ? MISSING : ERROR;
  }
}
