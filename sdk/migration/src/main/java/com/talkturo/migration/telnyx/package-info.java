/**
 * Assistants at Telnyx: create, get, list, update, delete.
 *
 * <pre>
 * TelnyxClient               configuration, close
 *   TelnyxAssistantsClient     one method per operation
 *     TelnyxAssistantSettings    what a create or an update sends
 *     TelnyxGetOptions           what a read may ask for besides
 *     TelnyxAssistant            what is answered
 * </pre>
 *
 * <p>Facts come from Telnyx's reference page for {@code POST /ai/assistants/{assistant_id}}. What
 * the vendor added later is kept in the additional properties of each value and written back.
 */
@NullMarked
package com.talkturo.migration.telnyx;

import org.jspecify.annotations.NullMarked;
