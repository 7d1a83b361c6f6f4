-- The states of the lifecycles a shop has added, from the first start with them on. What is remembered here and no
-- longer configured is looked for among the orders at start, which then need not be read as a whole.
CREATE TABLE lifecycle_states (
  lifecycle varchar(64) NOT NULL,
  status    varchar(64) NOT NULL,
  PRIMARY KEY (lifecycle, status)
);
