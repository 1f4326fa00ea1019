package com.talkturo.provisioning;

import com.talkturo.sdk.TalkturoClient;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** A process that does one thing to one key, and is halted before a step of it. */
final class CrashingProcess {
  static final int HALTED = 77;

  private CrashingProcess() {}

  /** Base URL, API key, account, store, key, what to do, and the number of the step. */
  public static void main(String[] args) {
    int last = Integer.parseInt(args[6]);
    AtomicInteger steps = new AtomicInteger();
    try (TalkturoClient talkturo =
        TalkturoClient.builder()
            .baseUrl(args[0])
            .apiKey(args[1])
            .accountSlug(args[2])
            .maxRetries(0)
            .build()) {
      Provisioner provisioner =
          Provisioner.builder(talkturo)
              .store(store(args[3]))
              .probe(
                  (step, key) -> {
                    if (isStart(step) && steps.incrementAndGet() == last) {
                      Runtime.getRuntime().halt(HALTED);
                    }
                  })
              .build();
      Crash.valueOf(args[5]).run(provisioner, args[4]);
    }
    if (last == steps.get() + 1) {
      Runtime.getRuntime().halt(HALTED);
    }
  }

  /** The end of a step and the start of the next are the same moment. */
  static boolean isStart(String step) {
    return !step.endsWith("answered") && !step.equals("written") && !step.equals("found");
  }

  static StateStore store(String where) {
    if (!where.startsWith("jdbc:")) {
      return StateStore.files(Path.of(where));
    }
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(where);
    return StateStore.jdbc(dataSource);
  }

  /** What is done. */
  enum Crash {
    CREATE {
      @Override
      void run(Provisioner provisioner, String key) {
        provisioner.apply(key, spec(key, 0.2, numberOf(key)));
      }
    },
    UPDATE {
      @Override
      void run(Provisioner provisioner, String key) {
        provisioner.apply(key, spec(key, 0.9, null));
      }
    },
    ASSIGN {
      @Override
      void run(Provisioner provisioner, String key) {
        provisioner.apply(key, spec(key, 0.2, numberOf(key)));
      }
    },
    DELETE {
      @Override
      void run(Provisioner provisioner, String key) {
        provisioner.delete(key);
      }
    },
    MOVE {
      @Override
      void run(Provisioner provisioner, String key) {
        provisioner.move(key, key + ".moved");
      }
    };

    abstract void run(Provisioner provisioner, String key);

    /** How the key is before. */
    void prepare(Provisioner provisioner, String key) {
      if (this == UPDATE || this == ASSIGN || this == MOVE) {
        provisioner.apply(key, spec(key, 0.2, null));
      } else if (this == DELETE) {
        provisioner.apply(key, spec(key, 0.2, numberOf(key)));
      }
    }

    static String numberOf(String key) {
      return "pn_" + key;
    }

    static AssistantSpec spec(String key, double temperature, @Nullable String number) {
      AssistantSpec.Builder spec =
          AssistantSpec.builder().name("Desk of " + key).temperature(temperature).voiceId("v-1");
      return number == null ? spec.build() : spec.phoneNumberIds(number).build();
    }
  }
}
