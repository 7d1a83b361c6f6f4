-- Promotions and what counts their uses; the rule that an order's tax was computed by.

-- Where usage_limit is empty, used stays 0 and no order writes the row or locks it. For the same reason orders do
-- not reference the promotion of their coupon: on PostgreSQL each new order would mark its row.
CREATE TABLE promotions (
  code             varchar(32)                 PRIMARY KEY,
  percent_off      numeric(5, 2)               CHECK (percent_off > 0 AND percent_off <= 100),
  amount_off_minor bigint                      CHECK (amount_off_minor > 0),
  buy_x            integer                     CHECK (buy_x > 0),
  get_y            integer                     CHECK (get_y > 0),
  currency         varchar(3),
  usage_limit      integer                     CHECK (usage_limit > 0),
  per_user_limit   integer                     CHECK (per_user_limit > 0),
  minimum_minor    bigint                      CHECK (minimum_minor > 0),
  starts_at        timestamp(6) with time zone,
  ends_at          timestamp(6) with time zone,
  used             integer                     NOT NULL,
  created_at       timestamp(6) with time zone NOT NULL,
  updated_at       timestamp(6) with time zone NOT NULL,
  version          bigint                      NOT NULL,
  CONSTRAINT a_promotion_has_one_kind_of_discount CHECK (
    CASE WHEN percent_off IS NULL THEN 0 ELSE 1 END
      + CASE WHEN amount_off_minor IS NULL THEN 0 ELSE 1 END
      + CASE WHEN buy_x IS NULL THEN 0 ELSE 1 END = 1
    AND (buy_x IS NULL) = (get_y IS NULL)),
  CONSTRAINT amounts_have_a_currency CHECK (
    (amount_off_minor IS NULL AND minimum_minor IS NULL) OR currency IS NOT NULL),
  CONSTRAINT a_promotion_is_never_overused
    CHECK (used >= 0 AND used <= COALESCE(usage_limit, 0))
);
CREATE INDEX promotions_by_age ON promotions (created_at, code);

CREATE TABLE promotion_users (
  code    varchar(32) NOT NULL REFERENCES promotions (code),
  user_id varchar(64) NOT NULL,
  used    integer     NOT NULL CHECK (used >= 0),
  version bigint      NOT NULL,
  PRIMARY KEY (code, user_id)
);

ALTER TABLE orders ADD COLUMN tax_percent numeric(7, 4) DEFAULT 0 NOT NULL;
ALTER TABLE orders ADD COLUMN tax_level varchar(8) DEFAULT 'LINE' NOT NULL;
ALTER TABLE orders ADD COLUMN tax_rounding varchar(16) DEFAULT 'HALF_UP' NOT NULL;
ALTER TABLE orders ADD CONSTRAINT a_rate_is_a_percentage
  CHECK (tax_percent >= 0 AND tax_percent <= 100);
