-- What an administration wants to be told, and where. Visibility leads the index that every matching reads.
create table subscription (
    id                uuid        primary key default uuidv7(),
    owner             text        not null check (owner <> ''),
    name              text        not null check (name ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$'),
    audience          text        not null check (audience <> ''),
    version           bigint      not null check (version >= 1),
    active            boolean     not null,
    disabled_at       timestamptz,
    disabled_because  text,
    channel           text        not null check (channel in ('webhook')),
    address           text        not null check (address <> ''),
    countries         text[]      not null,
    roles             text[]      not null,
    commodities       text[]      not null,
    groups            text[]      not null,
    rules             text[]      not null,
    kinds             text[]      not null,
    least_severity    text        not null check (least_severity in ('low', 'medium', 'high', 'critical')),
    departure_notices boolean     not null,
    -- the same, unfolded for matching: role:country, each part of a whole group, the place of the severity
    places            text[]      not null,
    whole_groups      text[]      not null,
    least_place       smallint    not null,
    created_at        timestamptz not null,
    changed_at        timestamptz not null,
    unique (owner, name),
    check ((disabled_at is null) = (disabled_because is null)),
    check (disabled_at is null or not active)
);
create index subscription_by_audience on subscription (audience);

-- Secrets of webhooks, encrypted; one that was rotated away lives on until it ends.
create table subscription_secret (
    subscription uuid        not null references subscription (id) on delete cascade,
    id           uuid        not null,
    wrapped      bytea       not null,
    created_at   timestamptz not null,
    ends_at      timestamptz,
    primary key (subscription, id)
);
create unique index subscription_secret_newest on subscription_secret (subscription) where ends_at is null;

-- How an endpoint has answered lately; no row, no failure.
create table endpoint_health (
    subscription         uuid    primary key references subscription (id) on delete cascade,
    consecutive_failures integer not null check (consecutive_failures >= 0),
    failing_since        timestamptz,
    paused_until         timestamptz
);
