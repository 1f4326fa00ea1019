package com.talkturo.provisioning.files;

/**
 * What is wrong in a file, and what to do about it.
 *
 * @param file relative to the folder of the files, such as {@code assistants/front-desk.yaml}
 * @param line from 1
 * @param column from 1, in characters
 * @param message what is wrong and what is allowed; never a value from an environment variable
 */
public record FileProblem(String file, int line, int column, String message) {
  /** Such as {@code assistants/front-desk.yaml:3:1: unknown field "temprature"; ...}. */
  @Override
  public String toString() {
    return file + ":" + line + ":" + column + ": " + message;
  }
}
