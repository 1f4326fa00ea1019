package com.talkturo.calls;

import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** A certificate for the servers of the tests, and those who trust it. */
public final class Certificates {
  private static final HeldCertificate HELD =
      new HeldCertificate.Builder()
          .addSubjectAlternativeName("localhost")
          .addSubjectAlternativeName("127.0.0.1")
          .build();

  /** Of a server, which trusts clients with the same certificate. */
  public static final HandshakeCertificates SERVER =
      new HandshakeCertificates.Builder()
          .heldCertificate(HELD)
          .addTrustedCertificate(HELD.certificate())
          .build();

  private static final HandshakeCertificates CLIENT =
      new HandshakeCertificates.Builder().addTrustedCertificate(HELD.certificate()).build();

  private Certificates() {}

  /** A client that trusts the server, and has no certificate of its own. */
  public static OkHttpClient.Builder client() {
    return new OkHttpClient.Builder()
        .sslSocketFactory(CLIENT.sslSocketFactory(), CLIENT.trustManager());
  }
}
