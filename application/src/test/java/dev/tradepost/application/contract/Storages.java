package dev.tradepost.application.contract;

import dev.tradepost.application.Shop;
import dev.tradepost.application.port.Sources;

/** What an adapter gives to run the contracts: an empty storage for each test. */
public interface Storages {

  /** A storage with nothing in it, whose units of work draw from these sources. */
  Storage empty(Shop shop, Sources sources);
}
