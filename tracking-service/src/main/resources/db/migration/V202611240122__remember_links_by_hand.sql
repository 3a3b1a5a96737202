-- What was said by hand of two events: that they belong to one consignment, or do not. An input of joining, only added to.
create table link_statement (
    one        uuid        not null,
    one_side   text        not null,
    other      uuid        not null check (one <> other),
    other_side text        not null,
    voice      text        not null, -- the country that says so, or 'operator'
    ordinal    int         not null check (ordinal > 0),
    together   boolean     not null,
    said_by    text        not null,
    said_at    timestamptz not null,
    reason     text        not null,
    primary key (one, other, voice, ordinal)
);
create index link_statement_by_other on link_statement (other);

alter table link_statement enable row level security;
create policy readers on link_statement for select using (
    (select true from movement_event e where e.event_id = link_statement.one limit 1)
    and (select true from movement_event e where e.event_id = link_statement.other limit 1));

do
$$
begin
    execute format('grant select on link_statement to %I', current_user || '_reader');
end
$$;
