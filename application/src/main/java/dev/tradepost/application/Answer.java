package dev.tradepost.application;

/**
 * What a request that takes effect once was answered, as its adapter rendered it.
 *
 * @param replayed whether an earlier request with the same key had the effect
 */
public record Answer(String text, boolean replayed) {}
