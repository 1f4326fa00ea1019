/** A Spring Boot application with the Talkturo starter: one controller, one client, no setup. */
@NullMarked
package com.example.frontdesk;

import org.jspecify.annotations.NullMarked;
