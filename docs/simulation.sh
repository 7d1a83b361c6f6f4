#!/bin/sh
# Orders and trades: creates an order, adds trades, and prints what happens. Needs curl and a demo server:
#   ./tradepost demo
#   docs/simulation.sh [http://127.0.0.1:8080]
# Ends with 1 where an answer has another status than the one it must have.
set -eu
base=${1:-http://127.0.0.1:8080}
answer=$(mktemp)
trap 'rm -f "$answer"' EXIT
token=

# ask STATUS METHOD PATH [BODY]: sends it, prints it, keeps the answer.
ask() {
  wanted=$1 method=$2 path=$3 body=${4:-}
  set -- -sS -o "$answer" -w '%{http_code}' -X "$method" "$base$path"
  [ -z "$token" ] || set -- "$@" -H "Authorization: Bearer $token"
  [ -z "$body" ] || set -- "$@" -H 'Content-Type: application/json' -d "$body"
  status=$(curl "$@")
  printf '%s %s%s\n' "$method" "$path" "${body:+ $body}"
  printf '  %s%s\n' "$status" "$(summary)"
  [ "$status" = "$wanted" ] || { printf '  %s was expected:\n' "$wanted"; cat "$answer"; exit 1; }
}

# The first field of that name in the answer, without its quotes.
field() {
  tr ',{[' '\n\n\n' <"$answer" | sed -n 's/^"'"$1"'":"\{0,1\}\([^"}]*\)"\{0,1\}.*/\1/p' | head -n 1
}

# What of the answer is worth a line.
summary() {
  for name in code status filledAmount remainingAmount cancelledAmount averagePrice \
    hasMore next; do
    value=$(field "$name")
    [ -z "$value" ] || [ "$value" = null ] || printf ' %s=%s' "$name" "$value"
  done
}

say() {
  printf '\n# %s\n' "$1"
}

say 'A token, and nobody gets in without one'
ask 401 GET /orders
curl -sS -o "$answer" -H 'Content-Type: application/json' -d '{"userId":"trader"}' "$base/auth/token"
token=$(field token)

say 'An order: BUY EUR/USD 1000'
ask 201 POST /orders '{"pair":"EUR/USD","type":"BUY","amount":1000,"price":1.105}'
order=$(field id)

say 'Trades of 250 and 500'
ask 201 POST "/orders/$order/trades" '{"executedAmount":250,"executedPrice":1.106}'
ask 201 POST "/orders/$order/trades" '{"executedAmount":500,"executedPrice":1.1055}'
ask 200 GET "/orders/$order"

say 'More than remains is refused, and FILLED is not set by hand'
ask 400 POST "/orders/$order/trades" '{"executedAmount":251,"executedPrice":1.106}'
ask 409 PATCH "/orders/$order/status" '{"status":"FILLED"}'

say 'The last 250, then nothing more'
ask 201 POST "/orders/$order/trades" '{"executedAmount":250,"executedPrice":1.107}'
ask 409 POST "/orders/$order/trades" '{"executedAmount":1,"executedPrice":1.107}'

say 'Another order is cancelled after a trade, which stays'
ask 201 POST /orders '{"pair":"GBP/USD","type":"SELL","amount":300,"price":1.3}'
other=$(field id)
ask 201 POST "/orders/$other/trades" '{"executedAmount":100,"executedPrice":1.3005}'
ask 200 PATCH "/orders/$other/status" '{"status":"CANCELLED","reason":"The market has turned"}'

say 'Both in the list, the trades in the log of events'
ask 200 GET '/orders?kind=FX&limit=2'
ask 200 GET '/events?type=fx_order.trade_added'
