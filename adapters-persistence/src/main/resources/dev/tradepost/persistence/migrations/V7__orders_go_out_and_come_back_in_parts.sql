-- Discounts, taxes and addresses of orders; parts of orders that were called off, sent or came back;
-- reservations that end.

ALTER TABLE orders ADD COLUMN cancelled_minor bigint DEFAULT 0 NOT NULL;
ALTER TABLE orders ADD COLUMN coupon varchar(64);
-- Addresses are JSON arrays: nothing asks for orders by a part of them.
ALTER TABLE orders ADD COLUMN shipping_address varchar(4000);
ALTER TABLE orders ADD COLUMN billing_address varchar(4000);
ALTER TABLE orders ADD CONSTRAINT cancelled_is_not_negative CHECK (cancelled_minor >= 0);
ALTER TABLE orders DROP CONSTRAINT total_is_the_sum;
ALTER TABLE orders ADD CONSTRAINT total_is_the_sum CHECK (
  total_minor = items_minor - discount_minor + tax_minor + shipping_minor - cancelled_minor);

ALTER TABLE order_items ADD COLUMN discount_minor bigint DEFAULT 0 NOT NULL;
ALTER TABLE order_items ADD COLUMN tax_minor bigint DEFAULT 0 NOT NULL;
ALTER TABLE order_items ADD COLUMN cancelled integer DEFAULT 0 NOT NULL;
ALTER TABLE order_items ADD COLUMN returned integer DEFAULT 0 NOT NULL;
ALTER TABLE order_items ADD CONSTRAINT a_discount_is_a_part
  CHECK (discount_minor >= 0 AND discount_minor <= total_minor AND tax_minor >= 0);
ALTER TABLE order_items ADD CONSTRAINT no_more_is_gone_than_was_ordered
  CHECK (cancelled >= 0 AND returned >= 0 AND cancelled + returned <= quantity);

CREATE INDEX order_items_of_product ON order_items (product_id);

ALTER TABLE reservations ADD COLUMN expires_at timestamp(6) with time zone;
ALTER TABLE reservations ADD COLUMN extended boolean DEFAULT FALSE NOT NULL;
CREATE INDEX reservations_lapsing ON reservations (status, expires_at);

ALTER TABLE reservation_lines ADD COLUMN shipped integer DEFAULT 0 NOT NULL;
ALTER TABLE reservation_lines ADD COLUMN released integer DEFAULT 0 NOT NULL;
UPDATE reservation_lines SET shipped = quantity
  WHERE order_id IN (SELECT order_id FROM reservations WHERE status = 'FULFILLED');
UPDATE reservation_lines SET released = quantity
  WHERE order_id IN (SELECT order_id FROM reservations WHERE status = 'RELEASED');
ALTER TABLE reservation_lines ADD CONSTRAINT no_more_leaves_than_was_promised
  CHECK (shipped >= 0 AND released >= 0 AND shipped + released <= quantity);

CREATE TABLE returns (
  id             uuid                        PRIMARY KEY,
  order_id       uuid                        NOT NULL REFERENCES orders (id),
  user_id        varchar(64)                 NOT NULL,
  reason         varchar(500)                NOT NULL,
  status         varchar(16)                 NOT NULL,
  currency       varchar(3),
  refunded_minor bigint                      CHECK (refunded_minor >= 0),
  created_at     timestamp(6) with time zone NOT NULL,
  updated_at     timestamp(6) with time zone NOT NULL,
  version        bigint                      NOT NULL
);
CREATE INDEX returns_of_order ON returns (order_id);

CREATE TABLE return_items (
  return_id  uuid        NOT NULL REFERENCES returns (id),
  line       integer     NOT NULL,
  product_id varchar(64) NOT NULL REFERENCES products (id),
  quantity   integer     NOT NULL CHECK (quantity > 0),
  received   integer,
  restocked  integer     NOT NULL,
  PRIMARY KEY (return_id, line),
  CONSTRAINT no_more_comes_than_was_to_come
    CHECK (received IS NULL OR (received >= 0 AND received <= quantity)),
  CONSTRAINT no_more_is_restocked_than_came
    CHECK (restocked >= 0 AND restocked <= COALESCE(received, 0))
);
