-- What every service keeps: messages that leave with their transaction, and the offset of a settable business clock.
create table outbox (
    position   bigint generated always as identity primary key,
    topic      text        not null,
    message_id uuid        not null,
    type       text        not null,
    record_key text        not null,
    payload    bytea       not null,
    reason     text,
    created_at timestamptz not null default now()
);

create table business_clock (
    one           boolean primary key check (one),
    offset_millis bigint not null
);
