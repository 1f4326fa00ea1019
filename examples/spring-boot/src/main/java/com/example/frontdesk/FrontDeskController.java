package com.example.frontdesk;

import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.assistants.Assistant;
import com.talkturo.sdk.assistants.TemplateId;
import com.talkturo.sdk.errors.NotFoundException;
import java.util.concurrent.CompletableFuture;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Opens and shows front desks. */
@RestController
@RequestMapping("/front-desks")
class FrontDeskController {
  private final TalkturoClient talkturo;

  FrontDeskController(TalkturoClient talkturo) {
    this.talkturo = talkturo;
  }

  /** What the company says about itself. */
  record NewFrontDesk(String company) {}

  /** What the company gets to see. */
  record FrontDesk(String id, String name) {}

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  FrontDesk open(@RequestBody NewFrontDesk wanted) {
    return shown(
        talkturo
            .assistants()
            .create(
                r ->
                    r.name(wanted.company() + " front desk")
                        .templateId(TemplateId.INBOUND_SUPPORT)));
  }

  /** Holds no thread while the answer is under way. */
  @GetMapping("/{id}")
  CompletableFuture<FrontDesk> show(@PathVariable("id") String id) {
    return talkturo.assistants().getAsync(id).thenApply(FrontDeskController::shown);
  }

  @ExceptionHandler(NotFoundException.class)
  @ResponseStatus(HttpStatus.NOT_FOUND)
  void notFound() {}

  private static FrontDesk shown(Assistant assistant) {
    return new FrontDesk(assistant.id(), assistant.name().orElse(""));
  }
}
