/**
 * Assistants in files, reviewed like code; start at {@link
 * com.talkturo.provisioning.files.AssistantFiles}.
 */
@NullMarked
package com.talkturo.provisioning.files;

import org.jspecify.annotations.NullMarked;
