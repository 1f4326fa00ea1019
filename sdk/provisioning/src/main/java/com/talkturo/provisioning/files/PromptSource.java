package com.talkturo.provisioning.files;

import com.talkturo.provisioning.PromptFinding;
import com.talkturo.provisioning.files.Substitution.Filled;

/**
 * A text and where it stands.
 *
 * @param place of its first character, as far as that can be told
 * @param indent what stands before each of its lines; -1 if its lines are not those of the file
 */
record PromptSource(String text, Place place, int indent) {
  static PromptSource ofFile(String file, String text) {
    return new PromptSource(text, Place.startOf(file), 0);
  }

  static PromptSource of(Yaml.Text scalar, Filled value) {
    Place place = scalar.place();
    if (scalar.indent() >= 0) {
      return new PromptSource(
          value.text(), new Place(place.file(), place.line() + 1, 1), scalar.indent());
    }
    boolean isOnTheLine = scalar.isAsWritten() && value.text().equals(scalar.text());
    int quote = scalar.span().end() - scalar.span().start() - scalar.text().length() == 2 ? 1 : 0;
    return new PromptSource(
        value.text(),
        new Place(place.file(), place.line(), place.column() + (isOnTheLine ? quote : 0)),
        isOnTheLine ? 0 : -1);
  }

  /** Tells a finding at its place in the file. */
  void report(PromptFinding finding, Problems problems) {
    if (indent < 0) {
      problems.add(
          place,
          "line "
              + finding.line()
              + ", column "
              + finding.column()
              + " of the text: "
              + finding.message());
      return;
    }
    problems.add(
        new Place(
            place.file(),
            place.line() + finding.line() - 1,
            (finding.line() == 1 ? place.column() : 1) + indent + finding.column() - 1),
        finding.message());
  }
}
