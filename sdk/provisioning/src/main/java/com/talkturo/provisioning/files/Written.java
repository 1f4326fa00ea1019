package com.talkturo.provisioning.files;

import java.util.List;
import java.util.Set;

/**
 * What was written.
 *
 * @param files those that were made or changed, relative to the folder, in order
 * @param notes what was not, and why, for people
 */
public record Written(Set<String> files, List<String> notes) {}
