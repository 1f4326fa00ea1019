package com.talkturo.architecture.violations;

import okhttp3.Response;

/** Prints, shows a type of OkHttp and can be extended. */
public class Entry {
  public Response response(Response response) {
    System.out.println(response);
    return response;
  }
}
