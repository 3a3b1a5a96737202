-- What goods cost that left in bulk, by movement, commodity and currency.
create table price_paid (
    movement_id uuid        not null references movement on delete cascade,
    dispatch    text        not null,
    destination text        not null,
    commodity   text        not null,
    currency    text        not null,
    departed_at timestamptz not null,
    per_kg      numeric     not null,
    primary key (movement_id, commodity, currency)
);
create index price_paid_by_departure on price_paid (departed_at);

-- What such goods usually cost a kilogram, as it was learned at the beginning of a month; never changed afterwards.
create table usual_price (
    month       date    not null references transit_snapshot,
    dispatch    text    not null,
    destination text    not null,
    commodity   text    not null,
    currency    text    not null,
    low         numeric not null,
    high        numeric not null check (high >= low),
    sample      bigint  not null check (sample > 0),
    primary key (dispatch, destination, commodity, currency, month)
);
