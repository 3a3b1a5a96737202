-- Who read names and numbers of movements that are not its own: an operator with a reason, or whom it was released to.
create table nominal_read (
    id             bigint generated always as identity primary key,
    read_at        timestamptz not null default now(),
    administration text        not null,
    person         text        not null,
    reason         text,
    asked          text        not null,
    movements      uuid[]      not null
);
create index nominal_read_by_movement on nominal_read using gin (movements);

create function refuse_to_change_what_was_read() returns trigger language plpgsql as
$$
begin
    raise exception 'what was read stays on record' using errcode = 'restrict_violation';
end
$$;
create trigger nominal_read_is_append_only before update or delete or truncate on nominal_read
    for each statement execute function refuse_to_change_what_was_read();
