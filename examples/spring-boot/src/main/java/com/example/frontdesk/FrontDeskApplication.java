package com.example.frontdesk;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A backend that opens front desks: voice assistants that answer a company's phone. */
@SpringBootApplication
public class FrontDeskApplication {
  /** Needs {@code TALKTURO_API_KEY} and {@code TALKTURO_ACCOUNT_SLUG}. */
  public static void main(String[] args) {
    SpringApplication.run(FrontDeskApplication.class, args);
  }
}
