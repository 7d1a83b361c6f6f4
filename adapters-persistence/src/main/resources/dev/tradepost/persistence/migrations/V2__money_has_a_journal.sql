-- Wallets with their balances, the journal that every movement of money is written in, and what
-- holds money back or moves it from outside.

CREATE TABLE wallets (
  id             uuid                        PRIMARY KEY,
  user_id        varchar(64)                 NOT NULL UNIQUE,
  currency       varchar(3)                  NOT NULL,
  status         varchar(32)                 NOT NULL,
  debits_frozen  boolean                     NOT NULL,
  credits_frozen boolean                     NOT NULL,
  freeze_reason  varchar(500),
  lines          bigint                      NOT NULL,
  holds_due_at   timestamp(6) with time zone,
  created_at     timestamp(6) with time zone NOT NULL,
  updated_at     timestamp(6) with time zone NOT NULL,
  version        bigint                      NOT NULL
);

CREATE TABLE wallet_balances (
  wallet_id               uuid                        NOT NULL REFERENCES wallets (id),
  currency                varchar(3)                  NOT NULL,
  total_minor             bigint                      NOT NULL,
  held_minor              bigint                      NOT NULL,
  spent_on                date                        NOT NULL,
  spent_day_minor         bigint                      NOT NULL,
  spent_month_minor       bigint                      NOT NULL,
  window_start            timestamp(6) with time zone NOT NULL,
  window_debits           integer                     NOT NULL,
  debits                  bigint                      NOT NULL,
  debited_minor           bigint                      NOT NULL,
  limit_transaction_minor bigint,
  limit_daily_minor       bigint,
  limit_monthly_minor     bigint,
  PRIMARY KEY (wallet_id, currency),
  CONSTRAINT held_money_is_part_of_the_balance
    CHECK (held_minor >= 0 AND held_minor <= total_minor)
);

-- Append only, as its postings are. payer and payee are the wallets of a transfer.
CREATE TABLE journal_entries (
  id        uuid                        PRIMARY KEY,
  type      varchar(32)                 NOT NULL,
  reference uuid,
  category  varchar(40),
  detail    varchar(500),
  payer     uuid,
  payee     uuid,
  actor     varchar(64)                 NOT NULL,
  at        timestamp(6) with time zone NOT NULL
);
CREATE INDEX journal_entries_between ON journal_entries (payer, payee);

-- owner is a wallet or an order; id to at are the line in the history of a wallet, and only there.
CREATE TABLE postings (
  entry_id            uuid        NOT NULL REFERENCES journal_entries (id),
  line                integer     NOT NULL,
  account             varchar(16) NOT NULL,
  owner               uuid,
  currency            varchar(3)  NOT NULL,
  amount_minor        bigint      NOT NULL CHECK (amount_minor <> 0),
  id                  uuid,
  seq                 bigint,
  type                varchar(16),
  balance_after_minor bigint      CHECK (balance_after_minor >= 0),
  at                  timestamp(6) with time zone,
  PRIMARY KEY (entry_id, line),
  UNIQUE (owner, seq)
);

CREATE TABLE holds (
  id             uuid                        PRIMARY KEY,
  wallet_id      uuid                        NOT NULL REFERENCES wallets (id),
  user_id        varchar(64)                 NOT NULL,
  currency       varchar(3)                  NOT NULL,
  amount_minor   bigint                      NOT NULL CHECK (amount_minor > 0),
  captured_minor bigint                      NOT NULL,
  purpose        varchar(200)                NOT NULL,
  status         varchar(32)                 NOT NULL,
  expires_at     timestamp(6) with time zone,
  created_at     timestamp(6) with time zone NOT NULL,
  version        bigint                      NOT NULL,
  CONSTRAINT captures_never_exceed_the_hold
    CHECK (captured_minor >= 0 AND captured_minor <= amount_minor)
);
CREATE INDEX holds_of_wallet ON holds (wallet_id, created_at, id);
CREATE INDEX holds_by_expiry ON holds (status, expires_at);

CREATE TABLE escrows (
  order_id       uuid        PRIMARY KEY REFERENCES orders (id),
  user_id        varchar(64) NOT NULL,
  currency       varchar(3)  NOT NULL,
  captured_minor bigint      NOT NULL,
  refunded_minor bigint      NOT NULL,
  earned_minor   bigint      NOT NULL,
  version        bigint      NOT NULL,
  CONSTRAINT an_escrow_is_never_negative CHECK (
    refunded_minor >= 0 AND earned_minor >= 0
    AND captured_minor - refunded_minor - earned_minor >= 0)
);

CREATE TABLE approvals (
  id           uuid                        PRIMARY KEY,
  user_id      varchar(64)                 NOT NULL,
  from_wallet  uuid                        NOT NULL REFERENCES wallets (id),
  to_wallet    uuid                        NOT NULL REFERENCES wallets (id),
  currency     varchar(3)                  NOT NULL,
  amount_minor bigint                      NOT NULL CHECK (amount_minor > 0),
  category     varchar(40),
  code_salt    uuid,
  code_hash    varchar(64),
  status       varchar(32)                 NOT NULL,
  wrong_codes  integer                     NOT NULL,
  created_at   timestamp(6) with time zone NOT NULL,
  expires_at   timestamp(6) with time zone NOT NULL,
  version      bigint                      NOT NULL
);

CREATE TABLE bank_transfers (
  id           uuid                        PRIMARY KEY,
  direction    varchar(16)                 NOT NULL,
  wallet_id    uuid                        NOT NULL REFERENCES wallets (id),
  user_id      varchar(64)                 NOT NULL,
  currency     varchar(3)                  NOT NULL,
  amount_minor bigint                      NOT NULL CHECK (amount_minor > 0),
  bank_account varchar(64)                 NOT NULL,
  hold_id      uuid                        REFERENCES holds (id),
  status       varchar(32)                 NOT NULL,
  attempts     integer                     NOT NULL,
  look_ups     integer                     NOT NULL,
  last_answer  varchar(16),
  due_at       timestamp(6) with time zone,
  created_at   timestamp(6) with time zone NOT NULL,
  updated_at   timestamp(6) with time zone NOT NULL,
  version      bigint                      NOT NULL
);
CREATE INDEX bank_transfers_due ON bank_transfers (due_at);

-- Append only: what the rules against fraud said of a transfer, whatever became of it.
CREATE TABLE risk_decisions (
  id           uuid                        PRIMARY KEY,
  wallet_id    uuid                        NOT NULL REFERENCES wallets (id),
  payee_id     uuid                        NOT NULL REFERENCES wallets (id),
  currency     varchar(3)                  NOT NULL,
  amount_minor bigint                      NOT NULL,
  verdict      varchar(16)                 NOT NULL,
  findings     varchar(2000)               NOT NULL,
  actor        varchar(64)                 NOT NULL,
  at           timestamp(6) with time zone NOT NULL
);
CREATE INDEX risk_decisions_of_wallet ON risk_decisions (wallet_id, at, id);
