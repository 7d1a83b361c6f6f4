-- Orders of currencies and the trades that fill them.

CREATE TABLE fx_orders (
  id              uuid                        PRIMARY KEY,
  order_number    varchar(40)                 NOT NULL UNIQUE,
  user_id         varchar(64)                 NOT NULL,
  base            varchar(3)                  NOT NULL,
  quote           varchar(3)                  NOT NULL,
  tick            numeric(40, 20)             NOT NULL,
  lot_minor       bigint                      NOT NULL,
  side            varchar(8)                  NOT NULL,
  order_type      varchar(16)                 NOT NULL,
  amount_minor    bigint                      NOT NULL CHECK (amount_minor > 0),
  price           numeric(40, 20)             NOT NULL CHECK (price > 0),
  settlement      varchar(16)                 NOT NULL,
  client_order_id varchar(64),
  status          varchar(32)                 NOT NULL,
  filled_minor    bigint                      NOT NULL,
  notional        numeric(60, 24)             NOT NULL,
  hold_id         uuid                        REFERENCES holds (id),
  created_at      timestamp(6) with time zone NOT NULL,
  updated_at      timestamp(6) with time zone NOT NULL,
  version         bigint                      NOT NULL,
  UNIQUE (user_id, client_order_id),
  CONSTRAINT an_order_is_never_overfilled
    CHECK (filled_minor >= 0 AND filled_minor <= amount_minor),
  CONSTRAINT filled_means_all_of_it
    CHECK ((status = 'FILLED') = (filled_minor = amount_minor))
);
CREATE INDEX fx_orders_by_user ON fx_orders (user_id, created_at, id);
CREATE INDEX fx_orders_by_status ON fx_orders (status, created_at, id);
CREATE INDEX fx_orders_by_age ON fx_orders (created_at, id);

-- Append only: the sum of an order's trades is what it has filled.
CREATE TABLE trades (
  id                uuid                        PRIMARY KEY,
  order_id          uuid                        NOT NULL REFERENCES fx_orders (id),
  line              bigint                      NOT NULL,
  amount_minor      bigint                      NOT NULL CHECK (amount_minor > 0),
  price             numeric(40, 20)             NOT NULL CHECK (price > 0),
  external_trade_id varchar(64),
  at                timestamp(6) with time zone NOT NULL,
  UNIQUE (order_id, line),
  UNIQUE (order_id, external_trade_id)
);

CREATE TABLE fx_order_transitions (
  order_id   uuid                        NOT NULL REFERENCES fx_orders (id),
  seq        bigint                      NOT NULL,
  from_state varchar(64),
  to_state   varchar(64)                 NOT NULL,
  action     varchar(32),
  reason     varchar(500)                NOT NULL,
  actor      varchar(64)                 NOT NULL,
  at         timestamp(6) with time zone NOT NULL,
  PRIMARY KEY (order_id, seq)
);
