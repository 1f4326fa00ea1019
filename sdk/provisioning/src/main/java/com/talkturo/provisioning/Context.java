package com.talkturo.provisioning;

import java.time.Duration;

/** What everything in here works with; the same for all keys and runs of a {@link Provisioner}. */
record Context(
    Gateway gateway,
    Journal journal,
    Lease lease,
    Time time,
    Duration callTimeout,
    Events events,
    StoreGuard guard,
    Hasher hasher,
    ApplyOptions options) {}
