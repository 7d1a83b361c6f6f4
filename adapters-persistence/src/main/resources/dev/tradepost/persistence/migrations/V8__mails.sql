-- Mails about events: one for each event and recipient, handed over at most once (ADR 0010). They point at orders and
-- shipments without a foreign key: to check it, the numbering of events would wait for whoever has the order locked.
CREATE TABLE mails (
  id           uuid                        PRIMARY KEY,
  seq          bigint                      NOT NULL,
  recipient    varchar(254)                NOT NULL,
  occasion     varchar(32)                 NOT NULL,
  order_id     uuid                        NOT NULL,
  shipment_id  uuid,
  amount_minor bigint,
  currency     varchar(3),
  status       varchar(16)                 NOT NULL,
  attempts     integer                     NOT NULL,
  due_at       timestamp(6) with time zone,
  failure      varchar(200),
  created_at   timestamp(6) with time zone NOT NULL,
  updated_at   timestamp(6) with time zone NOT NULL,
  CONSTRAINT one_mail_for_an_event_and_recipient UNIQUE (seq, recipient),
  CONSTRAINT a_mail_is_due_or_not CHECK ((status = 'DUE') = (due_at IS NOT NULL)),
  CONSTRAINT a_mail_has_a_whole_amount_or_none CHECK ((amount_minor IS NULL) = (currency IS NULL))
);
CREATE INDEX mails_due ON mails (due_at, seq);
CREATE INDEX mails_by_touch ON mails (updated_at);
