-- Numbers are found by how they begin and how they end; only in this collation an index serves that.
ALTER TABLE orders ALTER COLUMN order_number TYPE varchar(40) COLLATE "C";
ALTER TABLE fx_orders ALTER COLUMN order_number TYPE varchar(40) COLLATE "C";
CREATE INDEX orders_by_number_end ON orders (REVERSE(order_number));
CREATE INDEX fx_orders_by_number_end ON fx_orders (REVERSE(order_number));
CREATE INDEX fx_orders_by_client_id ON fx_orders (client_order_id)
  WHERE client_order_id IS NOT NULL;
