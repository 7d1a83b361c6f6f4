-- H2 writes a sequence to disk, in a commit of its own, each time its cache of 32 is used up.
-- PostgreSQL keeps its cache of one: more would give each session numbers of its own, out of order.
ALTER TABLE stock_movements ALTER COLUMN id SET CACHE 10000;
