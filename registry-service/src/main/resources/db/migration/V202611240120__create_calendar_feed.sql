-- Secret addresses under which calendar programs read what their owners must do; of the secret only its SHA-256 digest.
create table calendar_feed (
    id             uuid        primary key default uuidv7(),
    administration text        not null check (administration <> ''),
    person         text        not null,
    country        text,
    region         text,
    roles          text[]      not null,
    competences    text[]      not null,
    names          boolean     not null,
    digest         text        not null check (digest ~ '^[0-9a-f]{64}$'),
    created_at     timestamptz not null,
    expires_at     timestamptz not null check (expires_at > created_at),
    read_at        timestamptz,
    unique (administration, person)
);
