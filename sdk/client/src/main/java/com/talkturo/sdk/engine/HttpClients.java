package com.talkturo.sdk.engine;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.SocketFactory;
import okhttp3.Authenticator;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Dns;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;

/**
 * The two OkHttpClients of a transport, with the chain that every request passes. They differ only
 * in their connection pools: what is sent at most once goes through a pool of its own, which keeps
 * no HTTP/1.1 connection.
 */
final class HttpClients {
  private final OkHttpClient repeatable;
  private final OkHttpClient atMostOnce;
  private final boolean ownPool;

  private HttpClients(OkHttpClient repeatable, OkHttpClient atMostOnce, boolean ownPool) {
    this.repeatable = repeatable;
    this.atMostOnce = atMostOnce;
    this.ownPool = ownPool;
  }

  static HttpClients open(Settings settings) {
    boolean ownPool = !settings.okHttpClient().isPresent();
    OkHttpClient.Builder builder =
        ownPool
            ? new OkHttpClient.Builder().connectionPool(pool(settings))
            : settings.okHttpClient().get().newBuilder();
    ExecutorService threads = daemonThreads();
    configure(builder, settings, threads);
    arrangeChain(builder, settings);
    OkHttpClient repeatable = builder.build();
    return new HttpClients(
        repeatable, repeatable.newBuilder().connectionPool(pool(settings)).build(), ownPool);
  }

  /** The whole way of a request, in its order. */
  private static void arrangeChain(OkHttpClient.Builder builder, Settings settings) {
    RetryBudget budget = new RetryBudget();
    SendCutoff cutoff = new SendCutoff();
    TrafficControl traffic = new TrafficControl(settings.holdsAfterRateLimit(), settings.turns());
    long maxBytes = settings.maxResponseBytes();

    List<Interceptor> chain = builder.interceptors();
    boolean usersCodeFollows = !chain.isEmpty() || !builder.networkInterceptors().isEmpty();
    chain.add(0, new RetryInterceptor(budget, cutoff, traffic));
    chain.add(1, new AttemptInterceptor(maxBytes, usersCodeFollows, budget, cutoff));
    chain.add(2, new AuthInterceptor());
    // ... the interceptors of the user's client ...
    chain.add(new ExchangeInterceptor(maxBytes, usersCodeFollows));
    // ... OkHttp: connection ...
    List<Interceptor> networkChain = builder.networkInterceptors();
    for (int i = 0; i < networkChain.size(); i++) {
      networkChain.set(i, new UsersInterceptor(networkChain.get(i)));
    }
    networkChain.add(0, new VeilInterceptor());
    // ... the network interceptors of the user's client ...
    networkChain.add(new SingleSendInterceptor(traffic, settings.proxy()));
  }

  private static void configure(
      OkHttpClient.Builder builder, Settings settings, ExecutorService threads) {
    Dispatcher dispatcher = new Dispatcher(threads);
    dispatcher.setMaxRequests(settings.maxConcurrency());
    dispatcher.setMaxRequestsPerHost(settings.maxConcurrency());
    OkHttpClient users = settings.okHttpClient().orElse(null);
    Dns names = users == null ? Dns.SYSTEM : users.dns();
    SocketFactory sockets = users == null ? SocketFactory.getDefault() : users.socketFactory();
    builder
        .dispatcher(dispatcher)
        .dns(new DeadlineDns(names, threads))
        .socketFactory(LeftoverCheckingSockets.instead(sockets))
        .connectTimeout(settings.connectTimeout())
        .readTimeout(settings.readTimeout())
        .writeTimeout(settings.writeTimeout())
        .callTimeout(0, TimeUnit.MILLISECONDS)
        // Whatever repeats or redirects a request on its own is off: RetryInterceptor decides.
        .retryOnConnectionFailure(false)
        .followRedirects(false)
        .followSslRedirects(false)
        .authenticator(Authenticator.NONE)
        .cache(null);
    if (settings.proxy().isPresent()) {
      settings.proxy().get().configure(builder);
    }
  }

  private static ConnectionPool pool(Settings settings) {
    return new ConnectionPool(settings.maxConcurrency(), 5, TimeUnit.MINUTES);
  }

  /** Threads that end with the program and, when idle, by themselves. */
  private static ExecutorService daemonThreads() {
    AtomicInteger number = new AtomicInteger();
    ThreadFactory factory =
        task -> {
          Thread thread = new Thread(task, "talkturo-" + number.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        };
    return new ThreadPoolExecutor(
        0, Integer.MAX_VALUE, 60, TimeUnit.SECONDS, new SynchronousQueue<>(), factory);
  }

  OkHttpClient forRequest(boolean isRepeatable) {
    return isRepeatable ? repeatable : atMostOnce;
  }

  ExecutorService threads() {
    return repeatable.dispatcher().executorService();
  }

  /** Frees threads and pools, but no pool of the user's. */
  void close() {
    threads().shutdown();
    // Calls under way give their connections back when they end.
    repeatable.dispatcher().setIdleCallback(this::evictAll);
    evictAll();
  }

  private void evictAll() {
    atMostOnce.connectionPool().evictAll();
    if (ownPool) {
      repeatable.connectionPool().evictAll();
    }
  }
}
