-- Who asked for an assessment of what, when; nothing is changed or taken away.
create table assessment_log (
    id       bigint generated always as identity primary key,
    asked_at timestamptz not null,
    asked_by text        not null,
    person   text        not null,
    question bytea       not null,
    outcome  text        not null
);
create index assessment_log_by_asker on assessment_log (asked_by, asked_at);

create function refuse_to_change_a_log() returns trigger language plpgsql as
$$
begin
    raise exception 'a log is append-only' using errcode = 'restrict_violation';
end
$$;
create trigger assessment_log_is_append_only before update or delete or truncate on assessment_log
    for each statement execute function refuse_to_change_a_log();
