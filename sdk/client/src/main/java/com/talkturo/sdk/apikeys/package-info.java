/**
 * API keys, with which a server authenticates itself.
 *
 * <pre>
 * talkturo.apiKeys()           {@link com.talkturo.sdk.apikeys.ApiKeysClient}, one method per operation
 *   ListApiKeysRequest           GET    /api/api-keys
 *     ApiKeys                      the answer to this: a list of ApiKey
 *   CreateApiKeyRequest          POST   /api/api-keys, with ApiKeyPermissions and ApiKeyEnvironment
 *   UpdateApiKeyRequest          PATCH  /api/api-keys/{id}
 *     ApiKey                       the answer to these
 *   RevokeApiKeyRequest          DELETE /api/api-keys/{id}
 *     RevokeApiKeyResponse         the answer to this
 *   TestApiKeyRequest            GET    /api/test-api-key
 *     TestApiKeyResponse           the answer to this
 * </pre>
 *
 * <p>Facts come from Talkturo's newer documentation of August 2026.
 */
@NullMarked
package com.talkturo.sdk.apikeys;

import org.jspecify.annotations.NullMarked;
