-- The place of an event in the log: given after its commit, dense, in the order of commits (ADR 0004).
ALTER TABLE outbox ADD COLUMN seq bigint;
-- With the id, so that what has no number yet stands together and in order, however long the log is.
CREATE INDEX outbox_by_seq ON outbox (seq, id);
CREATE INDEX outbox_of_owner ON outbox (owner, seq);

-- One row: the last number that was given. Who locks it gives the next ones.
CREATE TABLE event_numbers (
  id   integer PRIMARY KEY CHECK (id = 1),
  last bigint  NOT NULL
);
INSERT INTO event_numbers (id, last) VALUES (1, 0);
