package dev.tradepost.http.live;

/** What is told of one event; made once for all who hear it. */
record Frame(long seq, String orderId, String text) {}
