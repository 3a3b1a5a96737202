-- Numbers of policy by their first day of departure; nothing published is changed.
create table threshold_set (
    id           bigint generated always as identity primary key,
    from_day     date        not null,
    body         bytea       not null,
    published_at timestamptz not null,
    published_by text        not null,
    reason       text        not null
);
create trigger threshold_set_is_append_only before update or delete or truncate on threshold_set
    for each statement execute function refuse_to_change_a_log();

-- Periods judged again under other numbers, to see what they would change.
create table rule_trial (
    id           uuid primary key,
    asked_by     text        not null,
    asked_at     timestamptz not null,
    audience     text,
    from_day     date        not null,
    until_day    date        not null check (until_day >= from_day),
    thresholds   bytea       not null,
    state        text        not null check (state in ('waiting', 'running', 'done', 'failed')),
    looked       bigint      not null default 0,
    after_at     timestamptz,
    after_id     uuid,
    outcome      bytea       not null,
    failure      text,
    finished_at  timestamptz,
    attempts     int         not null default 0,
    lease        uuid,
    leased_until timestamptz
);
create index rule_trial_by_asker on rule_trial (asked_by, asked_at desc);
create index rule_trial_unfinished on rule_trial (asked_at) where finished_at is null;
