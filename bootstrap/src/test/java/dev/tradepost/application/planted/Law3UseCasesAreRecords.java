package dev.tradepost.application.planted;

/** Breaks a law on purpose, to prove that the law can fail. */
final class Law3UseCasesAreRecords implements dev.tradepost.application.UseCase<String> {
  @Override
  public String run(dev.tradepost.application.port.UnitOfWork work) {
    return "";
  }
}
