package com.talkturo.sdk.testing;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** Who sends a request, by its credential: the account it works in, and all that it may use. */
final class Caller {
  /** Of operations that ask for no credential, or check one of their own. */
  static final Caller ANYONE = new Caller("", "", Collections.emptySet());

  private final String credential;
  private final String account;
  private final Set<String> accounts;

  Caller(String credential, String account, Set<String> accounts) {
    this.credential = credential;
    this.account = account;
    this.accounts = Collections.unmodifiableSet(new LinkedHashSet<>(accounts));
  }

  String credential() {
    return credential;
  }

  String account() {
    return account;
  }

  Set<String> accounts() {
    return accounts;
  }

  boolean mayUse(String accountSlug) {
    return accounts.contains(accountSlug);
  }

  /** Never the credential. */
  @Override
  public String toString() {
    return "caller of " + account;
  }
}
