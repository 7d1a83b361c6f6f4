package dev.tradepost.persistence.promotion;

import dev.tradepost.application.port.Page;
import dev.tradepost.application.promotion.PromotionViews;
import dev.tradepost.domain.promotion.Promotion;
import dev.tradepost.domain.promotion.PromotionCode;
import dev.tradepost.persistence.shared.Pages;
import dev.tradepost.persistence.shared.Reads;
import java.util.List;
import java.util.Optional;

/** Reads promotions. */
public final class JdbiPromotionViews implements PromotionViews {
  private final Reads reads;

  public JdbiPromotionViews(Reads reads) {
    this.reads = reads;
  }

  @Override
  public Optional<Promotion> find(PromotionCode code) {
    return reads.with(
        handle ->
            handle
                .createQuery("SELECT * FROM promotions WHERE code = :code")
                .bind("code", code.value())
                .map(PromotionRows::promotion)
                .findOne());
  }

  @Override
  public Page<Promotion> list(Page.Request request) {
    String sql =
        "SELECT * FROM promotions WHERE "
            + Pages.after(request, "created_at", "code", false)
            + Pages.order("created_at", "code", false);
    List<Promotion> fetched =
        reads.with(
            handle ->
                Pages.bindText(handle.createQuery(sql), request)
                    .map(PromotionRows::promotion)
                    .list());
    return Page.of(fetched, request, it -> new Page.Cursor(it.createdAt(), it.code().value()));
  }
}
