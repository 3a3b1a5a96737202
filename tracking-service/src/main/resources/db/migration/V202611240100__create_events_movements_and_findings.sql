-- One row for every event ever applied: the unique key that makes each of them count once.
create table event_key (
    id           uuid primary key,
    content_hash text        not null check (content_hash ~ '^[0-9a-f]{64}$'),
    recorded_at  timestamptz not null
);

-- The archive of events by the month in which they were recorded, so that dropping an old month is instant.
create table customs_event (
    id          uuid        not null,
    recorded_at timestamptz not null,
    reported_by text        not null,
    payload     bytea       not null,
    primary key (id, recorded_at)
) partition by range (recorded_at);

-- Another content under an id that is taken: kept and shown, never applied.
create table event_conflict (
    event_id     uuid        not null references event_key,
    content_hash text        not null,
    recorded_at  timestamptz not null,
    payload      bytea       not null,
    primary key (event_id, content_hash)
);

create table event_reference (
    kind     text not null,
    value    text not null,
    event_id uuid not null,
    primary key (kind, value, event_id)
);
-- References count within a country; people search for the number alone.
create index event_reference_by_number on event_reference (substr(value, 4), kind) where kind not in ('CORRECTS', 'LICENCE', 'NOTIFICATION', 'TRADER');

create table movement (
    id          uuid primary key,
    status      text        not null,
    joined      text        not null check (joined in ('decisive', 'strong', 'probable')),
    dispatch    text        not null,
    destination text        not null,
    transit     text[]      not null,
    commodities text[]      not null,
    groups      text[]      not null,
    traders     text[]      not null,
    search_text text        not null,
    started_at  timestamptz not null,
    outline     bytea       not null,
    verdict     bytea       not null,
    judged_at   timestamptz not null
);
create index movement_by_start on movement (started_at desc, id desc);

create table movement_event (
    event_id    uuid not null,
    movement_id uuid not null references movement on delete cascade,
    primary key (event_id, movement_id)
);
create index movement_event_by_movement on movement_event (movement_id);

-- Who sees a movement: countries in full ('TH'), regions non-nominally ('region:Asia/Pacific'). Leads every list.
create table movement_audience (
    audience    text        not null,
    started_at  timestamptz not null,
    movement_id uuid        not null references movement on delete cascade,
    primary key (audience, started_at, movement_id)
);
create index movement_audience_by_movement on movement_audience (movement_id);

create table finding (
    id          uuid primary key,
    movement_id uuid        not null,
    rule        text        not null,
    version     int         not null,
    episode     int         not null check (episode > 0),
    subject     text        not null,
    severity    text        not null,
    raised_at   timestamptz not null,
    cleared_at  timestamptz check (cleared_at >= raised_at),
    only_for    text, -- the only countries that may know of it, with blanks between; all that see the movement if null
    body        bytea       not null,
    unique (movement_id, rule, subject, episode)
);
create index finding_open_by_rule on finding (rule, movement_id) where cleared_at is null;

-- When time alone may change something; deleted in the transaction that fires it.
create table deadline (
    movement_id uuid primary key references movement on delete cascade,
    due_at      timestamptz not null
);
create index deadline_by_time on deadline (due_at);

-- Movements whose evidence has changed.
create table rejudgement (
    movement_id uuid primary key references movement on delete cascade
);

-- A licence, notification or quota that is drawn on: its grant and the sums of its draws.
create table account (
    record       text primary key,
    granted      bytea       not null,
    drawn_kg     numeric     not null,
    drawn_odp    numeric     not null,
    drawn_co2e   numeric     not null,
    drawn_count  bigint      not null,
    pending_kg   numeric     not null,
    pending_odp  numeric     not null,
    pending_co2e numeric     not null,
    pending_count bigint     not null,
    movements    bigint      not null check (movements >= 0),
    revision     bigint      not null,
    changed_at   timestamptz not null
);

-- What each movement draws today.
create table draw (
    record       text        not null references account,
    movement_id  uuid        not null,
    event_id     uuid        not null,
    departed_at  timestamptz not null,
    drawn_kg     numeric     not null check (drawn_kg >= 0),
    drawn_odp    numeric     not null check (drawn_odp >= 0),
    drawn_co2e   numeric     not null check (drawn_co2e >= 0),
    drawn_count  bigint      not null check (drawn_count >= 0),
    pending_kg   numeric     not null check (pending_kg >= 0),
    pending_odp  numeric     not null check (pending_odp >= 0),
    pending_co2e numeric     not null check (pending_co2e >= 0),
    pending_count bigint     not null check (pending_count >= 0),
    primary key (record, movement_id)
);
create index draw_by_movement on draw (movement_id);

-- The ledger: every draw ever made, and its reversal. Nothing is changed or removed; the sums are those of the accounts.
create table ledger_entry (
    entry        bigint generated always as identity primary key,
    record       text        not null references account,
    movement_id  uuid        not null,
    event_id     uuid        not null,
    departed_at  timestamptz not null,
    reversal     boolean     not null,
    drawn_kg     numeric     not null,
    drawn_odp    numeric     not null,
    drawn_co2e   numeric     not null,
    drawn_count  bigint      not null,
    pending_kg   numeric     not null,
    pending_odp  numeric     not null,
    pending_co2e numeric     not null,
    pending_count bigint     not null,
    posted_at    timestamptz not null
);
create index ledger_entry_by_account on ledger_entry (record, entry);

create function refuse_to_change_the_ledger() returns trigger language plpgsql as
$$
begin
    raise exception 'the ledger is append-only' using errcode = 'restrict_violation';
end
$$;
create trigger ledger_is_append_only before update or delete or truncate on ledger_entry
    for each statement execute function refuse_to_change_the_ledger();

-- From where to where goods took how long that arrived: what the monthly snapshots learn from.
create table journey (
    movement_id uuid primary key references movement on delete cascade,
    dispatch    text        not null,
    destination text        not null,
    mode        text        not null,
    departed_at timestamptz not null,
    arrived_at  timestamptz not null check (arrived_at >= departed_at)
);
create index journey_by_arrival on journey (arrived_at);

-- The months whose snapshot was taken: once, and never again.
create table transit_snapshot (
    month    date primary key,
    taken_at timestamptz not null
);

create table transit_time (
    month       date   not null references transit_snapshot,
    dispatch    text   not null,
    destination text   not null,
    mode        text   not null,
    p90_seconds bigint not null check (p90_seconds >= 0),
    p99_seconds bigint not null check (p99_seconds >= p90_seconds),
    sample      bigint not null check (sample > 0),
    primary key (dispatch, destination, mode, month)
);

-- Enquiries "seen?": each hangs on an event, so that it follows the goods when movements are joined or parted.
create table enquiry (
    id         uuid primary key,
    event_id   uuid        not null,
    asked_by   text,
    asked_from text        not null,
    asked_to   text        not null,
    asked_at   timestamptz not null,
    due_at     timestamptz not null,
    words      text
);
create index enquiry_by_event on enquiry (event_id);

create table enquiry_answer (
    enquiry_id  uuid        not null references enquiry,
    ordinal     int         not null check (ordinal > 0),
    answer      text        not null check (answer in ('arrived', 'no-record', 'checking', 'hold-requested')),
    answered_by text        not null,
    answered_at timestamptz not null,
    words       text,
    primary key (enquiry_id, ordinal)
);

create table departure_notice (
    id uuid primary key
);

-- Records of the topic that could not be read or applied.
create table parked_record (
    id        bigint generated always as identity primary key,
    topic     text        not null,
    partition int         not null,
    position  bigint      not null,
    record_key text,
    payload   bytea,
    reason    text        not null,
    parked_at timestamptz not null,
    event_id  uuid,
    unique (topic, partition, position)
);
create index parked_record_by_event on parked_record (event_id) where event_id is not null;

-- What came into countries, and was re-exported out of them again, by movement.
create table flow (
    movement_id uuid        not null references movement on delete cascade,
    country     text        not null,
    commodity   text        not null,
    direction   text        not null check (direction in ('in', 'out')),
    at          timestamptz not null,
    mass_kg     numeric     not null check (mass_kg >= 0),
    primary key (movement_id, country, commodity, direction, at)
);
create index flow_by_place on flow (country, commodity, at) include (direction, mass_kg);

-- Ends of movements whose other end is not known; a part is named by the lowest id of its events.
create table open_end (
    part         uuid primary key,
    dispatch     text        not null,
    destination  text        not null,
    is_departure boolean     not null,
    mass_kg      numeric     not null,
    at           timestamptz not null,
    body         bytea       not null
);
create index open_end_by_corridor on open_end (dispatch, destination, is_departure, mass_kg);

-- Open ends as they were and as they are, to be looked at once.
create table open_end_change (
    id         bigint generated always as identity primary key,
    changed_at timestamptz not null,
    body       bytea       not null
);

-- What was found to be alike, each part at most once.
create table movement_link (
    departure uuid primary key,
    arrival   uuid  not null unique,
    likeness  bytea not null
);
