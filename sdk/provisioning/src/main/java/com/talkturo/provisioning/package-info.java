/**
 * One assistant per key, as declared; start at {@link com.talkturo.provisioning.Provisioner}.
 *
 * <pre>
 * Provisioner            plan, apply, adopt, resolve, move, delete
 *   AssistantSpec          what is declared
 *   Plan, Report           what would be done, what was done
 *   StateStore             where the state is: files, JDBC, your own
 *   Prompts                what is odd in a prompt
 *   ProvisioningException  why a key is not as declared; a runbook each
 * </pre>
 *
 * <p>How an apply goes: {@code Reader} looks, {@code Planner} decides and does nothing else, {@code
 * Session} takes the lease, {@code Executor} and {@code Creator} go step by step, each stored
 * before the next. {@code Gateway} holds every request, {@code Journal} every access to the store.
 */
@NullMarked
@ModelStyle
package com.talkturo.provisioning;

import org.jspecify.annotations.NullMarked;
