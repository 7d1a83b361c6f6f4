-- What carriers have said about shipments; shipments on their way are found by carrier and status.

CREATE TABLE shipment_tracking (
  shipment_id uuid                        NOT NULL REFERENCES shipments (id),
  update_id   varchar(128)                NOT NULL,
  seq         bigint                      NOT NULL,
  status      varchar(32)                 NOT NULL,
  at          timestamp(6) with time zone NOT NULL,
  description varchar(500),
  place       varchar(200),
  PRIMARY KEY (shipment_id, update_id),
  CONSTRAINT updates_are_heard_one_by_one UNIQUE (shipment_id, seq)
);

CREATE INDEX shipments_by_carrier ON shipments (carrier, status, id);
