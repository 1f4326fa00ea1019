/**
 * Rooms: conversations with an assistant in the browser.
 *
 * <pre>
 * talkturo.rooms()             {@link com.talkturo.sdk.rooms.RoomsClient}, one method per operation
 *   CreateRoomTokenRequest       GET /auth/token
 *     RoomToken                    the answer to this
 * </pre>
 *
 * <p>Facts come from Talkturo's newer documentation of August 2026.
 */
@NullMarked
package com.talkturo.sdk.rooms;

import org.jspecify.annotations.NullMarked;
