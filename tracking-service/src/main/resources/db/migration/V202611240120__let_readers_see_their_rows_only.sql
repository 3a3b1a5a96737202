-- Readers work under a role of their own, '<owner>_reader', whose rows are chosen by what the reading transaction says of
-- the caller: skypatch.audience (a country, 'region:<WCO region>', or '*' for operators) and skypatch.administration.
-- Where nothing is said, nothing is seen. The owner writes and is not bound by this.
do
$$
declare
    reader text := current_user || '_reader';
begin
    if not exists (select from pg_roles where rolname = reader) then
        begin
            execute format('create role %I nologin', reader);
        exception
            when duplicate_object or unique_violation then null;
            when insufficient_privilege then
                raise exception 'the role % is missing, and % may not create it', reader, current_user
                    using hint = format('As a superuser: create role %I nologin; grant %I to %I with inherit false, set true;',
                        reader, reader, current_user);
        end;
    end if;
    if exists (select from pg_roles where rolname = reader and (rolsuper or rolbypassrls)) then
        raise exception 'the role % would see every row', reader
            using hint = format('As a superuser: alter role %I nosuperuser nobypassrls;', reader);
    end if;
    if not pg_has_role(current_user, reader, 'SET') then
        begin
            execute format('grant %I to %I with inherit false, set true', reader, current_user);
        exception
            when insufficient_privilege then
                raise exception '% may not take the role %', current_user, reader
                    using hint = format('As a superuser: grant %I to %I with inherit false, set true;', reader, current_user);
        end;
    end if;
    execute format('grant usage on schema %I to %I', current_schema(), reader);
    execute format('grant select on movement, movement_event, movement_audience, customs_event, event_key, event_conflict,'
        ' event_reference, finding, enquiry, enquiry_answer, account, draw, registry_record, parked_record, open_end,'
        ' movement_link to %I', reader);
end
$$;

-- One movement, one reader: the innermost step of every policy.
drop index movement_audience_by_movement;
create index movement_audience_by_movement on movement_audience (movement_id, audience);

create function reading_for() returns text language sql stable parallel safe as
$$ select current_setting('skypatch.audience', true) $$;

create function is_own_report(reported_by text) returns boolean language sql stable parallel safe as
$$ select reported_by = current_setting('skypatch.administration', true)
       or split_part(reported_by, '-', 1) = current_setting('skypatch.audience', true) $$;

-- Asked from within the policy of movement_audience itself, so past it.
create function sees_movement(movement uuid) returns boolean language sql stable security definer parallel safe as
$$ select exists (select from movement_audience a
                  where a.movement_id = movement and a.audience = current_setting('skypatch.audience', true)) $$;

-- A suspicion that is not handled openly is its reporter's.
create function is_told_openly(payload bytea) returns boolean language plpgsql immutable parallel safe as
$$
declare
    event jsonb := convert_from(payload, 'UTF8')::jsonb -> 'event';
begin
    return event ->> 'type' is distinct from 'suspicion-reported' or event ->> 'handling' is not distinct from 'all';
end
$$;

-- Who sent what could not be applied; nobody, if it cannot be told.
create function reporter_of(payload bytea) returns text language plpgsql immutable parallel safe as
$$
begin
    return convert_from(payload, 'UTF8')::jsonb #>> '{event,reportedBy}';
exception
    when others then return null;
end
$$;

-- Whom a record of the registry names: its latest version counts.
create function readers_of_record(kind text, payload bytea) returns text[] language plpgsql immutable parallel safe as
$$
declare
    fact jsonb;
begin
    if kind not in ('licence', 'notification') then
        return '{}';
    end if;
    fact := convert_from(payload, 'UTF8')::jsonb -> 'versions' -> -1 -> 'fact';
    if kind = 'licence' then
        return array[fact ->> 'issuer', fact ->> 'exporterCountry', fact ->> 'importerCountry'];
    end if;
    return array[fact ->> 'exportCountry', fact ->> 'importCountry']
        || array(select jsonb_array_elements_text(coalesce(fact -> 'transitCountries', '[]')));
exception
    when others then return '{}';
end
$$;

alter table registry_record add column readers text[] generated always as (readers_of_record(kind, payload)) stored;

-- A scalar subquery is looked up by index row by row; an EXISTS might be hashed over everything that the reader sees.
alter table movement_audience enable row level security;
create policy readers on movement_audience for select using (
    audience = reading_for() or reading_for() = '*' or sees_movement(movement_id));

alter table movement enable row level security;
create policy readers on movement for select using (
    reading_for() = '*'
    or (select true from movement_audience a where a.movement_id = movement.id and a.audience = reading_for() limit 1));

alter table movement_event enable row level security;
create policy readers on movement_event for select using (
    reading_for() = '*'
    or (select true from movement_audience a
        where a.movement_id = movement_event.movement_id and a.audience = reading_for() limit 1));

alter table customs_event enable row level security;
create policy readers on customs_event for select using (
    is_own_report(reported_by)
    or (select true from movement_event e where e.event_id = customs_event.id limit 1) and is_told_openly(payload));

alter table event_key enable row level security;
create policy readers on event_key for select using (
    (select true from movement_event e where e.event_id = event_key.id limit 1)
    or (select true from customs_event c where c.id = event_key.id and c.recorded_at = event_key.recorded_at limit 1));

alter table event_conflict enable row level security;
create policy readers on event_conflict for select using (is_own_report(reporter_of(payload)));

alter table parked_record enable row level security;
create policy readers on parked_record for select using (event_id is not null and is_own_report(reporter_of(payload)));

alter table event_reference enable row level security;
create policy readers on event_reference for select using (
    (select true from movement_event e where e.event_id = event_reference.event_id limit 1)
    or (select true from customs_event c where kind = 'CORRECTS' and c.id = event_reference.event_id limit 1));

alter table finding enable row level security;
create policy readers on finding for select using (
    (only_for is null or reading_for() = any (string_to_array(only_for, ' ')))
    and (reading_for() = '*'
        or (select true from movement_audience a
            where a.movement_id = finding.movement_id and a.audience = reading_for() limit 1)));

alter table enquiry enable row level security;
create policy readers on enquiry for select using (
    (select true from movement_event e join movement m on m.id = e.movement_id
     where e.event_id = enquiry.event_id
       and reading_for() in (asked_from, asked_to, m.dispatch, m.destination) limit 1));

alter table enquiry_answer enable row level security;
create policy readers on enquiry_answer for select using (
    (select true from enquiry q where q.id = enquiry_answer.enquiry_id limit 1));

alter table registry_record enable row level security;
create policy readers on registry_record for select using (reading_for() = any (readers));

alter table account enable row level security;
create policy readers on account for select using (
    case when starts_with(record, 'quota:') then substr(record, 7, 2) = reading_for()
    else (select true from registry_record r
          where r.kind = split_part(record, ':', 1) and r.record_key = substr(record, strpos(record, ':') + 1) limit 1) end);

alter table draw enable row level security;
create policy readers on draw for select using (
    (select true from movement_audience a
     where a.movement_id = draw.movement_id and a.audience = reading_for() limit 1)
    and (select true from account o where o.record = draw.record limit 1));

alter table open_end enable row level security;
create policy readers on open_end for select using (
    (select true from movement_event e where e.event_id = open_end.part limit 1));

alter table movement_link enable row level security;
create policy readers on movement_link for select using (
    (select true from movement_event e where e.event_id = movement_link.departure limit 1));

do
$$
begin
    revoke execute on function sees_movement(uuid) from public;
    execute format('grant execute on function sees_movement(uuid) to %I', current_user || '_reader');
end
$$;
