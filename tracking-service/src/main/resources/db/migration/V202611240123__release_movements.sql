-- What Parties say of who else may see a movement; it hangs on an event, and is only added to.
create table release (
    id          uuid        not null,
    event_id    uuid        not null,
    party       text        not null,
    released_to text        not null,
    ordinal     int         not null check (ordinal > 0),
    extent      text        not null check (extent in ('revoked', 'non-nominal', 'whole')),
    said_by     text        not null,
    said_at     timestamptz not null,
    reason      text        not null,
    primary key (event_id, party, released_to, ordinal)
);

-- How an audience sees a movement: with names and numbers or without, as one that it concerns or by a release.
alter table movement_audience add column nominal boolean not null default true;
alter table movement_audience add column released boolean not null default false;
update movement_audience set nominal = false where starts_with(audience, 'region:');
alter table movement_audience alter column nominal drop default;
alter table movement_audience alter column released drop default;

alter table release enable row level security;
create policy readers on release for select using (
    (select true from movement_event e
     join movement_audience a on a.movement_id = e.movement_id and a.audience = reading_for() and not a.released
     where e.event_id = release.event_id limit 1));

do
$$
begin
    execute format('grant select on release to %I', current_user || '_reader');
end
$$;
