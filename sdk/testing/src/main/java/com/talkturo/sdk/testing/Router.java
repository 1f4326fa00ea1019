package com.talkturo.sdk.testing;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The operations of an API as a table: who may call, method, path and what answers. */
final class Router {
  private final ErrorShape errors;
  private final Store store;
  private final List<Route> routes = new ArrayList<>();

  Router(ErrorShape errors, Store store) {
    this.errors = errors;
    this.store = store;
  }

  /** Finds out who sends a request, or refuses it. */
  interface Access {
    Caller callerOf(ReceivedRequest request);
  }

  /** What a route does; holds the store while it does it. */
  interface Operation {
    Answer answer(Incoming incoming);
  }

  private static final class Route {
    final Access access;
    final String method;
    final PathTemplate path;
    final Operation operation;

    Route(Access access, String method, String path, Operation operation) {
      this.access = access;
      this.method = method;
      this.path = new PathTemplate(path);
      this.operation = operation;
    }
  }

  Router route(Access access, String method, String path, Operation operation) {
    routes.add(new Route(access, method, path, operation));
    return this;
  }

  ErrorShape errors() {
    return errors;
  }

  Answer answer(ReceivedRequest request) {
    try {
      return dispatch(request);
    } catch (ApiError e) {
      return e.answer(errors);
    } catch (UncheckedIOException e) {
      return new ApiError(500, String.valueOf(e.getMessage())).answer(errors);
    }
  }

  private Answer dispatch(ReceivedRequest request) {
    List<String> path = PathTemplate.split(request.path());
    Set<String> otherMethods = new TreeSet<>();
    for (Route route : routes) {
      List<String> variables = route.path.match(path);
      if (variables == null) {
        continue;
      }
      if (route.method.equals(request.method())) {
        return store.atomically(() -> carryOut(route, request, variables));
      }
      otherMethods.add(route.method);
    }
    throw otherMethods.isEmpty() ? ApiError.notFound() : ApiError.methodNotAllowed(otherMethods);
  }

  private static Answer carryOut(Route route, ReceivedRequest request, List<String> variables) {
    Caller caller = route.access.callerOf(request);
    return route.operation.answer(
        new Incoming(request, Collections.unmodifiableList(variables), caller));
  }
}
