/** The floor of values without a call around it: kinds, tables, decoders. */
@ModelStyle
package com.talkturo.sdk.json;
