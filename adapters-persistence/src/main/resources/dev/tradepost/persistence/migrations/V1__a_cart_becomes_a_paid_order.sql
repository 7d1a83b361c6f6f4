-- One schema for H2 and PostgreSQL. Amounts are minor units of their currency, times are UTC.
-- The CHECKs say again what the domain decides: they are the last line, not the first.

CREATE TABLE products (
  id          varchar(64)                 PRIMARY KEY,
  name        varchar(200)                NOT NULL,
  price_minor bigint                      NOT NULL CHECK (price_minor > 0),
  currency    varchar(3)                  NOT NULL,
  sku         varchar(64),
  created_at  timestamp(6) with time zone NOT NULL,
  updated_at  timestamp(6) with time zone NOT NULL,
  version     bigint                      NOT NULL
);
CREATE INDEX products_by_age ON products (created_at, id);

CREATE TABLE warehouses (
  id         varchar(64)                 PRIMARY KEY,
  name       varchar(200)                NOT NULL,
  created_at timestamp(6) with time zone NOT NULL,
  version    bigint                      NOT NULL
);

CREATE TABLE stock (
  product_id   varchar(64) NOT NULL REFERENCES products (id),
  warehouse_id varchar(64) NOT NULL REFERENCES warehouses (id),
  on_hand      bigint      NOT NULL,
  reserved     bigint      NOT NULL,
  version      bigint      NOT NULL,
  PRIMARY KEY (product_id, warehouse_id),
  CONSTRAINT stock_is_never_oversold CHECK (reserved >= 0 AND reserved <= on_hand)
);

CREATE TABLE carts (
  user_id    varchar(64)                 PRIMARY KEY,
  updated_at timestamp(6) with time zone NOT NULL,
  version    bigint                      NOT NULL
);

CREATE TABLE cart_items (
  user_id    varchar(64) NOT NULL REFERENCES carts (user_id),
  line       integer     NOT NULL,
  product_id varchar(64) NOT NULL REFERENCES products (id),
  quantity   integer     NOT NULL CHECK (quantity > 0),
  PRIMARY KEY (user_id, line),
  UNIQUE (user_id, product_id)
);

CREATE TABLE orders (
  id             uuid                        PRIMARY KEY,
  order_number   varchar(40)                 NOT NULL UNIQUE,
  user_id        varchar(64)                 NOT NULL,
  lifecycle      varchar(64)                 NOT NULL,
  status         varchar(64)                 NOT NULL,
  currency       varchar(3)                  NOT NULL,
  items_minor    bigint                      NOT NULL,
  discount_minor bigint                      NOT NULL CHECK (discount_minor >= 0),
  tax_minor      bigint                      NOT NULL CHECK (tax_minor >= 0),
  shipping_minor bigint                      NOT NULL CHECK (shipping_minor >= 0),
  total_minor    bigint                      NOT NULL CHECK (total_minor >= 0),
  payment_status varchar(32)                 NOT NULL,
  created_at     timestamp(6) with time zone NOT NULL,
  updated_at     timestamp(6) with time zone NOT NULL,
  version        bigint                      NOT NULL,
  CONSTRAINT total_is_the_sum
    CHECK (total_minor = items_minor - discount_minor + tax_minor + shipping_minor)
);
CREATE INDEX orders_by_user ON orders (user_id, created_at, id);
CREATE INDEX orders_by_status ON orders (status, created_at, id);
CREATE INDEX orders_by_age ON orders (created_at, id);

CREATE TABLE order_items (
  order_id         uuid         NOT NULL REFERENCES orders (id),
  line             integer      NOT NULL,
  product_id       varchar(64)  NOT NULL REFERENCES products (id),
  name             varchar(200) NOT NULL,
  sku              varchar(64),
  quantity         integer      NOT NULL CHECK (quantity > 0),
  unit_price_minor bigint       NOT NULL CHECK (unit_price_minor > 0),
  total_minor      bigint       NOT NULL,
  PRIMARY KEY (order_id, line),
  CONSTRAINT line_total_is_price_times_quantity
    CHECK (total_minor = unit_price_minor * quantity)
);

CREATE TABLE order_transitions (
  order_id   uuid                        NOT NULL REFERENCES orders (id),
  seq        bigint                      NOT NULL,
  from_state varchar(64),
  to_state   varchar(64)                 NOT NULL,
  action     varchar(32),
  reason     varchar(500)                NOT NULL,
  actor      varchar(64)                 NOT NULL,
  at         timestamp(6) with time zone NOT NULL,
  PRIMARY KEY (order_id, seq)
);

CREATE TABLE reservations (
  order_id uuid        PRIMARY KEY REFERENCES orders (id),
  user_id  varchar(64) NOT NULL,
  status   varchar(32) NOT NULL,
  version  bigint      NOT NULL
);

CREATE TABLE reservation_lines (
  order_id     uuid        NOT NULL REFERENCES reservations (order_id),
  line         integer     NOT NULL,
  product_id   varchar(64) NOT NULL,
  warehouse_id varchar(64) NOT NULL,
  quantity     integer     NOT NULL CHECK (quantity > 0),
  PRIMARY KEY (order_id, line),
  FOREIGN KEY (product_id, warehouse_id) REFERENCES stock (product_id, warehouse_id)
);

-- Append only: the sum of a stock's movements is what the stock says, which Invariants checks. It does
-- not reference the stock: the index behind that changes a random page with every row.
CREATE TABLE stock_movements (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  product_id     varchar(64)                 NOT NULL,
  warehouse_id   varchar(64)                 NOT NULL,
  order_id       uuid                        REFERENCES orders (id),
  type           varchar(64)                 NOT NULL,
  on_hand_delta  bigint                      NOT NULL,
  reserved_delta bigint                      NOT NULL,
  actor          varchar(64)                 NOT NULL,
  at             timestamp(6) with time zone NOT NULL
);
CREATE INDEX stock_movements_of_order ON stock_movements (order_id);

CREATE TABLE payments (
  id            uuid                        PRIMARY KEY,
  order_id      uuid                        NOT NULL REFERENCES orders (id),
  user_id       varchar(64)                 NOT NULL,
  method        varchar(32)                 NOT NULL,
  source        varchar(64)                 NOT NULL,
  currency      varchar(3)                  NOT NULL,
  amount_minor  bigint                      NOT NULL CHECK (amount_minor > 0),
  refunds_minor bigint                      NOT NULL,
  status        varchar(32)                 NOT NULL,
  unfinished    boolean                     NOT NULL,
  created_at    timestamp(6) with time zone NOT NULL,
  updated_at    timestamp(6) with time zone NOT NULL,
  version       bigint                      NOT NULL,
  CONSTRAINT refunds_never_exceed_the_payment
    CHECK (refunds_minor >= 0 AND refunds_minor <= amount_minor)
);
CREATE INDEX payments_of_order ON payments (order_id);
CREATE INDEX payments_unfinished ON payments (unfinished, updated_at);

CREATE TABLE refunds (
  id           uuid         PRIMARY KEY,
  payment_id   uuid         NOT NULL REFERENCES payments (id),
  line         integer      NOT NULL,
  amount_minor bigint       NOT NULL CHECK (amount_minor > 0),
  reason       varchar(500) NOT NULL,
  done         boolean      NOT NULL,
  UNIQUE (payment_id, line)
);

CREATE TABLE shipments (
  id              uuid        PRIMARY KEY,
  order_id        uuid        NOT NULL REFERENCES orders (id),
  user_id         varchar(64) NOT NULL,
  warehouse_id    varchar(64) NOT NULL REFERENCES warehouses (id),
  carrier         varchar(64),
  tracking_number varchar(64) UNIQUE,
  status          varchar(32) NOT NULL,
  shipped_at      timestamp(6) with time zone,
  delivered_at    timestamp(6) with time zone,
  version         bigint      NOT NULL
);
CREATE INDEX shipments_of_order ON shipments (order_id);

CREATE TABLE shipment_items (
  shipment_id uuid        NOT NULL REFERENCES shipments (id),
  line        integer     NOT NULL,
  product_id  varchar(64) NOT NULL REFERENCES products (id),
  quantity    integer     NOT NULL CHECK (quantity > 0),
  PRIMARY KEY (shipment_id, line)
);

CREATE TABLE idempotency_keys (
  scope           varchar(400)                NOT NULL,
  idempotency_key varchar(255)                NOT NULL,
  fingerprint     varchar(64)                 NOT NULL,
  answer          varchar(10000000)           NOT NULL,
  at              timestamp(6) with time zone NOT NULL,
  PRIMARY KEY (scope, idempotency_key)
);
CREATE INDEX idempotency_keys_by_age ON idempotency_keys (at);

-- Every event in the transaction that caused it. Readers come later; rows are never changed.
CREATE TABLE outbox (
  id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  event_id          uuid                        NOT NULL UNIQUE,
  type              varchar(64)                 NOT NULL,
  aggregate_id      varchar(150)                NOT NULL,
  aggregate_version bigint                      NOT NULL,
  owner             varchar(64),
  occurred_at       timestamp(6) with time zone NOT NULL,
  data              varchar(1000000)            NOT NULL
);
