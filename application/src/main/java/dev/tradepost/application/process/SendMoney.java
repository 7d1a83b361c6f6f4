package dev.tradepost.application.process;

import dev.tradepost.application.Actor;
import dev.tradepost.application.Answer;
import dev.tradepost.application.Once;
import dev.tradepost.application.UseCases;
import dev.tradepost.application.port.Notifier;
import dev.tradepost.application.wallet.TransferMoney;
import dev.tradepost.application.wallet.TransferOutcome;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Transfers money, and where it waits for a one-time code, has the code brought to the owner once
 * the waiting is written down. A code that gets lost on the way is worth nothing: the transfer is
 * sent again.
 */
public final class SendMoney {
  private final UseCases useCases;
  private final Notifier notifier;

  public SendMoney(UseCases useCases, Notifier notifier) {
    this.useCases = useCases;
    this.notifier = notifier;
  }

  /** The rendered outcome; refuses what {@link TransferMoney} refuses. */
  public Answer send(
      Actor actor,
      Optional<Once> once,
      TransferMoney transfer,
      Function<TransferOutcome, String> render) {
    AtomicReference<TransferOutcome> outcome = new AtomicReference<>();
    Answer answer =
        useCases.executeOnce(
            actor,
            once,
            transfer,
            result -> {
              outcome.set(result);
              return render.apply(result);
            });
    if (!answer.replayed() && outcome.get() instanceof TransferOutcome.Waiting waiting) {
      waiting.code().ifPresent(code -> tell(waiting, code));
    }
    return answer;
  }

  private void tell(TransferOutcome.Waiting waiting, String code) {
    notifier.tell(
        waiting.approval().userId(),
        "Your code to transfer "
            + waiting.approval().amount()
            + " is "
            + code
            + ". It is good for 5 minutes and for this transfer only.");
  }
}
