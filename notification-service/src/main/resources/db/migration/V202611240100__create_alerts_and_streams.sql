-- What the service has heard, what it tells of, and to whom.

create table applied_message (
    id         uuid primary key,
    applied_at timestamptz not null default now()
);
create index applied_message_by_age on applied_message (applied_at);

create table parked_record (
    topic         text        not null,
    partition     integer     not null check (partition >= 0),
    record_offset bigint      not null check (record_offset >= 0),
    record_key    text,
    payload       bytea,
    reason        text        not null check (reason <> ''),
    parked_at     timestamptz not null default now(),
    primary key (topic, partition, record_offset)
);

-- The state of the finding is tracking's word; the state of the work is what people make of it.
create table alert (
    id            uuid        primary key,
    movement      uuid        not null,
    rule          text        not null,
    subject       text        not null,
    episode       integer     not null check (episode >= 1),
    state         text        not null check (state in ('open', 'cleared')),
    work_state    text        not null default 'open'
        check (work_state in ('open', 'acknowledged', 'in-progress', 'resolved', 'dismissed')),
    severity      text        not null check (severity in ('low', 'medium', 'high', 'critical')),
    countries     text[]      not null,
    commodities   text[]      not null,
    raised_at     timestamptz not null,
    changed_at    timestamptz not null,
    cleared_at    timestamptz,
    body          jsonb       not null,
    unique (movement, rule, subject, episode),
    check ((state = 'cleared') = (cleared_at is not null))
);

-- Who may see it: visibility leads the index that every list reads.
create table alert_audience (
    audience  text        not null,
    raised_at timestamptz not null,
    alert     uuid        not null references alert (id),
    primary key (audience, raised_at, alert)
);
create index alert_audience_by_alert on alert_audience (alert);

create table alert_step (
    alert    uuid        not null references alert (id),
    event    uuid        not null,
    step     text        not null check (step in ('raised', 'changed', 'cleared')),
    severity text        not null check (severity in ('low', 'medium', 'high', 'critical')),
    at       timestamptz not null,
    primary key (alert, event)
);

create table departure_notice (
    id          uuid        primary key,
    movement    uuid        not null,
    countries   text[]      not null,
    commodities text[]      not null,
    at          timestamptz not null,
    body        jsonb       not null
);

create table departure_notice_audience (
    audience text        not null,
    at       timestamptz not null,
    notice   uuid        not null references departure_notice (id),
    primary key (audience, at, notice)
);

-- What was told, once; and its place in the stream of everybody who was told. A number is drawn under the lock of its
-- audience's counter, so numbers have no gaps and rise in the order of commit.
create table news (
    id   bigint generated always as identity primary key,
    type text        not null
        check (type in ('alert-raised', 'alert-escalated', 'alert-changed', 'alert-cleared', 'departure-notice')),
    at   timestamptz not null,
    body jsonb       not null
);

create table stream_counter (
    audience    text   primary key,
    last_number bigint not null check (last_number >= 0)
);

create table stream_entry (
    audience text   not null references stream_counter (audience),
    number   bigint not null check (number >= 1),
    news     bigint not null references news (id),
    primary key (audience, number)
);

-- What people must do, as the registry tells it; whoever was told of a task once goes on seeing it.
create table task (
    id         uuid        primary key,
    kind       text        not null check (kind <> ''),
    state      text        not null check (state in ('opened', 'due', 'overdue', 'closed')),
    subject    text        not null check (subject <> ''),
    due_at     timestamptz,
    changed_at timestamptz not null,
    body       jsonb       not null
);
create index task_newest on task (changed_at, id);

create table task_audience (
    audience text not null,
    task     uuid not null references task (id),
    primary key (task, audience)
);
create index task_audience_of on task_audience (audience, task);

create table task_step (
    task  uuid        not null references task (id),
    event uuid        not null,
    state text        not null check (state in ('opened', 'due', 'overdue', 'closed')),
    at    timestamptz not null,
    primary key (task, event)
);
