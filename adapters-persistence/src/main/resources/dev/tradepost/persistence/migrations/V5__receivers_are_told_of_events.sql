-- Webhooks, and each event on its way to one.

CREATE TABLE webhooks (
  id               uuid                        PRIMARY KEY,
  user_id          varchar(64)                 NOT NULL,
  about            varchar(64),
  url              varchar(2000)               NOT NULL,
  types            varchar(4000)               NOT NULL,
  starts_after     bigint                      NOT NULL,
  secret           varchar(100)                NOT NULL,
  old_secret       varchar(100),
  old_secret_until timestamp(6) with time zone,
  status           varchar(16)                 NOT NULL,
  reason           varchar(500),
  created_at       timestamp(6) with time zone NOT NULL,
  updated_at       timestamp(6) with time zone NOT NULL,
  version          bigint                      NOT NULL
);
CREATE INDEX webhooks_of_user ON webhooks (user_id, created_at, id);
CREATE INDEX webhooks_by_age ON webhooks (created_at, id);
CREATE INDEX webhooks_listening ON webhooks (status, about);

CREATE TABLE webhook_deliveries (
  id           uuid                        PRIMARY KEY,
  webhook_id   uuid                        NOT NULL REFERENCES webhooks (id),
  seq          bigint                      NOT NULL,
  aggregate_id varchar(150)                NOT NULL,
  status       varchar(16)                 NOT NULL,
  attempts     integer                     NOT NULL,
  due_at       timestamp(6) with time zone,
  created_at   timestamp(6) with time zone NOT NULL,
  updated_at   timestamp(6) with time zone NOT NULL,
  CONSTRAINT a_delivery_is_due_or_not CHECK ((status = 'DUE') = (due_at IS NOT NULL))
);
CREATE INDEX webhook_deliveries_due ON webhook_deliveries (due_at, webhook_id);
CREATE INDEX webhook_deliveries_due_of ON webhook_deliveries (webhook_id, due_at);
CREATE INDEX webhook_deliveries_of_thing ON webhook_deliveries (webhook_id, aggregate_id, status);
CREATE INDEX webhook_deliveries_by_age ON webhook_deliveries (webhook_id, created_at, id);
CREATE INDEX webhook_deliveries_ended ON webhook_deliveries (webhook_id, status, updated_at);

CREATE TABLE webhook_attempts (
  delivery_id uuid                        NOT NULL
    REFERENCES webhook_deliveries (id) ON DELETE CASCADE,
  attempt     integer                     NOT NULL,
  at          timestamp(6) with time zone NOT NULL,
  http_status integer,
  failure     varchar(200),
  took_millis bigint                      NOT NULL
);
CREATE INDEX webhook_attempts_of_delivery ON webhook_attempts (delivery_id, at);
