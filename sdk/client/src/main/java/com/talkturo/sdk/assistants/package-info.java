/**
 * Assistants: create, read, change, copy, delete, their phone numbers and their use.
 *
 * <pre>
 * talkturo.assistants()        {@link com.talkturo.sdk.assistants.AssistantsClient}, one method per operation
 *   CreateAssistantRequest       POST  /api/assistants
 *   GetAssistantRequest          GET   /api/assistants/{assistantId}
 *   UpdateAssistantRequest       PATCH /api/assistants/{assistantId}
 *   CloneAssistantRequest        POST  /api/assistants/{assistantId}/clone
 *     Assistant                    the answer to these
 *   AssignPhoneNumbersRequest    PATCH /api/assistants/{assistantId}/telephony/phone-numbers
 *     AssignPhoneNumbersResponse   the answer to this
 *   ListAssignablePhoneNumbersRequest   GET  .../telephony/phone-numbers
 *     AssignablePhoneNumbers       the answer to this: a list of PhoneNumber
 *   GetUsageStatsRequest         GET    /api/assistants/{assistantId}/usage-stats
 *     UsageStats                   the answer to this, with UsageTimeline and DailyCalls
 *   DeleteAssistantRequest       DELETE /api/assistants/{assistantId}
 *     DeleteAssistantResponse      the answer to this
 * </pre>
 *
 * <p>Facts come from Talkturo's REST reference for assistants, called "reference" here. "Newer
 * documentation" is Talkturo's of August 2026, "older documentation" its former site; both differ
 * from the reference in places.
 */
@NullMarked
package com.talkturo.sdk.assistants;

import org.jspecify.annotations.NullMarked;
