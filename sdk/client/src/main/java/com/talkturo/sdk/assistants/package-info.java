/**
 * Assistants: create, get, update, assign phone numbers. {@link
 * com.talkturo.sdk.assistants.AssistantsClient} has the wire table and the operations; each request
 * type writes its own body, and {@code AssistantJson} reads the answer.
 *
 * <p>Facts marked "reference" come from Talkturo's REST reference for assistants; "newer
 * documentation" is Talkturo's documentation of August 2026, which differs in places.
 */
@NullMarked
package com.talkturo.sdk.assistants;

import org.jspecify.annotations.NullMarked;
