/** What every route needs: the server, JSON, problems, tokens, idempotency keys. */
package dev.tradepost.http.shared;
