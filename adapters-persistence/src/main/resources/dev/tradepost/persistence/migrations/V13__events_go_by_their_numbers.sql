-- The number of an event is its order and its key (ADR 0012): the one it had before is of no use.
ALTER TABLE outbox DROP COLUMN id;
DROP INDEX outbox_by_seq;
ALTER TABLE outbox ADD CONSTRAINT outbox_pkey PRIMARY KEY (seq);
