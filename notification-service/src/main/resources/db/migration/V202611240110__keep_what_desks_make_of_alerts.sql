-- What the people of each country or region make of an alert. A row is there from the telling on where the alert is passed on
-- when nobody acknowledges it, else from the first move on.
alter table alert drop column work_state;

create table alert_work (
    alert         uuid        not null references alert (id),
    desk          text        not null check (desk ~ '^(country|region):'),
    state         text        not null
        check (state in ('open', 'acknowledged', 'in-progress', 'resolved', 'dismissed')),
    assignee      text        check (assignee <> ''),
    snoozed_until timestamptz,
    outcome       text        check (outcome in ('confirmed-illegal', 'irregular', 'error-in-data', 'innocent')),
    escalation    integer     not null default 0 check (escalation between 0 and 2),
    escalate_at   timestamptz,
    revision      bigint      not null default 0 check (revision >= 0),
    changed_at    timestamptz not null,
    primary key (alert, desk),
    check ((state in ('resolved', 'dismissed')) = (outcome is not null)),
    check (escalate_at is null or state = 'open')
);
create index alert_work_to_pass_on on alert_work (escalate_at) where escalate_at is not null;
create index alert_work_ended on alert_work (desk, changed_at) where outcome is not null;
create index alert_work_of on alert_work (desk, state, assignee);

create table alert_work_entry (
    alert    uuid        not null,
    desk     text        not null,
    revision bigint      not null check (revision >= 1),
    at       timestamptz not null,
    what     text        not null check (what <> ''),
    by       text,
    person   text,
    detail   text,
    words    text,
    primary key (alert, desk, revision),
    foreign key (alert, desk) references alert_work (alert, desk)
);

-- Who stands in for whom, and which region a country belongs to, as the registry tells it.
create table administration (
    id       text     primary key check (id <> ''),
    revision bigint   not null,
    country  text,
    region   text,
    deputies text[]   not null
);
create index administration_of on administration (country);

alter table news drop constraint news_type_check;
alter table news add constraint news_type_check check (type in
    ('alert-raised', 'alert-escalated', 'alert-changed', 'alert-cleared', 'alert-unacknowledged', 'departure-notice'));
