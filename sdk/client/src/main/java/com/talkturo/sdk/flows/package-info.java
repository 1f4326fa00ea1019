/**
 * Flows: what an account automates.
 *
 * <pre>
 * talkturo.flows()             {@link com.talkturo.sdk.flows.FlowsClient}, one method per operation
 *   TriggerFlowRequest           POST /api/flow/{flowId}/trigger
 *     FlowRun                      the answer to this
 *     FlowRunFailedException       the failure of a run that a request waited for
 * </pre>
 *
 * <p>Facts come from Talkturo's newer documentation of August 2026.
 */
@NullMarked
package com.talkturo.sdk.flows;

import org.jspecify.annotations.NullMarked;
