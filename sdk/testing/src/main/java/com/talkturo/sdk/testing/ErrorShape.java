package com.talkturo.sdk.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** How an API writes its errors. */
interface ErrorShape {
  ObjectNode body(ApiError error);
}
