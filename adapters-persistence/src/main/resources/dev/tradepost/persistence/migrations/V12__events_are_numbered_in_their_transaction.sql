-- How far events have been queued for webhooks and mails. Who locks the row queues the next ones.
CREATE TABLE events_queued (
  id   integer PRIMARY KEY CHECK (id = 1),
  last bigint  NOT NULL
);
INSERT INTO events_queued (id, last) SELECT id, last FROM event_numbers;

-- From now on an event has its number when it is inserted (ADR 0012); those that wait get theirs.
UPDATE outbox SET seq =
  (SELECT last FROM event_numbers)
  + (SELECT COUNT(*) FROM outbox o WHERE o.seq IS NULL AND o.id <= outbox.id)
WHERE seq IS NULL;
UPDATE event_numbers SET last = (SELECT COALESCE(MAX(seq), 0) FROM outbox);
ALTER TABLE outbox ALTER COLUMN seq SET NOT NULL;
DROP INDEX outbox_by_seq;
CREATE UNIQUE INDEX outbox_by_seq ON outbox (seq);
