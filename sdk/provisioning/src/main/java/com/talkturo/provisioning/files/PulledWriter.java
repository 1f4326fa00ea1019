package com.talkturo.provisioning.files;

import com.talkturo.provisioning.Pulled;
import java.util.Collection;
import java.util.List;
import java.util.Set;
final class PulledWriter {
  PulledWriter(Root root, FolderReader reader) {}
  Written write(String environment, Collection<Pulled> live) { return new Written(Set.of(), List.of()); }
}
