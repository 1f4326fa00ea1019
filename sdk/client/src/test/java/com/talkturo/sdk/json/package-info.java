/** The floor of values without a call around it: kinds, tables, decoders. */
package com.talkturo.sdk.json;
