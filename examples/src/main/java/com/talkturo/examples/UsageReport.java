package com.talkturo.examples;

import com.talkturo.sdk.assistants.Assistant;
import com.talkturo.sdk.assistants.DailyCalls;
import com.talkturo.sdk.assistants.UsageStats;
import com.talkturo.sdk.testing.TalkturoServer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What several assistants did: a table, and a bar for each of the last 30 days. On your account,
 * give the account's id and the ids of the assistants as arguments.
 */
public final class UsageReport {
  private static final int DAYS = 30;
  private static final int WIDTH = 40;

  private UsageReport() {}

  public static void main(String[] args) {
    try (Playground playground = Playground.open()) {
      List<String> arguments = Arrays.asList(args);
      String accountId = playground.server().map(TalkturoServer::accountId).orElse("");
      List<String> assistantIds = List.of();
      if (playground.server().isPresent()) {
        assistantIds = busyAssistants(playground, playground.server().get());
      } else if (arguments.size() >= 2) {
        accountId = arguments.get(0);
        assistantIds = arguments.subList(1, arguments.size());
      }
      if (assistantIds.isEmpty()) {
        System.out.println("Arguments: the account's id, then the ids of assistants.");
        return;
      }

      Map<String, UsageStats> byAssistant = new LinkedHashMap<>();
      for (String id : assistantIds) {
        byAssistant.put(id, playground.client().assistants().usageStats(id, accountId));
      }
      printTable(byAssistant);
      printBars(byAssistant.values());
    }
  }

  private static void printTable(Map<String, UsageStats> byAssistant) {
    System.out.printf("%-24s %8s %9s %9s%n", "assistant", "calls", "minutes", "success");
    byAssistant.forEach(
        (id, stats) ->
            System.out.printf(
                Locale.ROOT,
                "%-24s %8s %9s %9s%n",
                id,
                stats.totalCalls().map(String::valueOf).orElse("-"),
                stats.totalMinutes().map(UsageReport::oneDecimal).orElse("-"),
                stats.successRatePercent().map(rate -> oneDecimal(rate) + " %").orElse("-")));
  }

  private static String oneDecimal(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  /** The older shape of the answer has no days: then every bar is empty. */
  private static void printBars(Iterable<UsageStats> all) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    Map<LocalDate, Long> days = new TreeMap<>();
    for (int ago = 0; ago < DAYS; ago++) {
      days.put(today.minusDays(ago), 0L);
    }
    for (UsageStats stats : all) {
      for (DailyCalls day : stats.dailySeries()) {
        days.computeIfPresent(day.date(), (date, sum) -> sum + day.count().orElse(0L));
      }
    }
    long most = Math.max(1, days.values().stream().mapToLong(calls -> calls).max().orElse(1));
    System.out.println("Calls per day, all assistants:");
    days.forEach(
        (date, calls) -> {
          int length = (int) Math.ceil((double) calls * WIDTH / most);
          System.out.printf("%s %5d %s%n", date, calls, "#".repeat(length));
        });
  }

  /** Two assistants with some calls; your account has its own. */
  private static List<String> busyAssistants(Playground playground, TalkturoServer server) {
    Assistant sales = playground.client().assistants().create(r -> r.name("Sales"));
    Assistant support = playground.client().assistants().create(r -> r.name("Support"));
    Instant now = Instant.now();
    for (int day = 0; day < 5; day++) {
      for (int call = 0; call <= day; call++) {
        Instant startedAt = now.minus(Duration.ofDays(day)).minusSeconds(60L * call);
        server.usage().addCall(sales.id(), startedAt, Duration.ofSeconds(90), call != 3);
      }
    }
    server.usage().addCall(support.id(), now, Duration.ofMinutes(4), true);
    return List.of(sales.id(), support.id());
  }
}
