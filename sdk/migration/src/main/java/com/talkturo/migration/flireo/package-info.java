/**
 * Assistants at Flireo, whose product is also known as HMS Sovereign and VoiceDock: create, get,
 * list, update, delete.
 *
 * <pre>
 * FlireoClient               configuration, close
 *   FlireoAssistantsClient     one method per operation
 *     FlireoAssistantSettings    what a create or an update sends
 *     FlireoAssistant            what is answered
 * </pre>
 *
 * <p>Facts come from the API page for updating an assistant and the page about assistants. What the
 * vendor added later is kept in the additional properties of each value and written back.
 */
@NullMarked
package com.talkturo.migration.flireo;

import org.jspecify.annotations.NullMarked;
