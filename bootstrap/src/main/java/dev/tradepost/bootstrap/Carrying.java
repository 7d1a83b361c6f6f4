package dev.tradepost.bootstrap;

import dev.tradepost.application.UseCases;
import dev.tradepost.application.fulfilment.FulfilmentViews;
import dev.tradepost.application.port.CarrierGateway;
import dev.tradepost.application.process.FollowShipments;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.ShipmentId;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands shipments over to carriers and asks where they are, every now and then. */
final class Carrying implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Carrying.class);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Loop loop = new Loop("carriers", PAUSE);

  /** Begins. */
  void start(CarrierGateway gateway, UseCases useCases, FulfilmentViews fulfilment) {
    FollowShipments follow = new FollowShipments(useCases, fulfilment, gateway);
    loop.start(() -> follow.turn(Carrying::hasToWait));
  }

  /** A refusal is an answer: the order of a parcel may have to be paid before it leaves. */
  private static void hasToWait(ShipmentId shipment, RuntimeException fault) {
    if (fault instanceof Rejection) {
      LOG.debug("shipment {} has to wait: {}", shipment, fault.getMessage());
    } else {
      LOG.warn("shipment {} could not be followed", shipment, fault);
    }
  }

  /** Ends after the turn that is under way. */
  @Override
  public void close() {
    loop.close();
  }
}
