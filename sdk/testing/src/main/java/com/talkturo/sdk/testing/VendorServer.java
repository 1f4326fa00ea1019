package com.talkturo.sdk.testing;

import java.io.IOException;

/** A server of a vendor other than Talkturo. */
abstract class VendorServer extends ApiServer {
  private final VendorAssistants assistants;

  VendorServer(ServerBuilder<?, ?> settings, VendorApi api, String basePath) throws IOException {
    super(settings, api, basePath);
    assistants = api.assistants;
  }

  /**
   * Lets an update merge a nested object into the old one, member by member, instead of replacing
   * it. The vendor does not document which it does.
   */
  public void mergingObjects(boolean merge) {
    assistants.mergeObjects(merge);
  }
}
