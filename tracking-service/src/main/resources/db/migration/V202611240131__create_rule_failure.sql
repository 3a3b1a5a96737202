-- Rules that threw on movements when these were judged last; never with anything that a report says.
create table rule_failure (
    movement_id uuid        not null references movement on delete cascade,
    rule        text        not null,
    version     int         not null,
    exception   text        not null,
    message     text        not null,
    place       text        not null,
    failed_at   timestamptz not null,
    primary key (movement_id, rule)
);
create index rule_failure_by_rule on rule_failure (rule, failed_at desc);
