-- What PostgreSQL has built in.
CREATE ALIAS REVERSE FOR "dev.tradepost.persistence.order.Reversed.of";
