-- The registry's records as they stand, and beside them every version that there ever was.
create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- How names are compared: without case and accents. Declared immutable so that it can be indexed: the rules of unaccent
-- change with a PostgreSQL release at most, and then the index is built anew.
create function folded(words text) returns text
    language sql immutable strict parallel safe
    as $$ select lower(public.unaccent('public.unaccent'::regdictionary, words)) $$;

-- The letters and digits alone: R-410A, R 410 A and r410a are one.
create function squeezed(words text) returns text
    language sql immutable strict parallel safe
    as $$ select regexp_replace(folded(words), '[^[:alnum:]]', '', 'g') $$;

-- Numbers as eyes confuse them: O and 0, I and 1 are one, blanks are nothing.
create function folded_number(number text) returns text
    language sql immutable strict parallel safe
    as $$ select translate(upper(regexp_replace(number, '[\s\u00a0\u3000]', '', 'g')), 'OI', '01') $$;

-- A list is one text to search in.
create function as_one_text(words text[]) returns text
    language sql immutable strict parallel safe
    as $$ select array_to_string(words, ' ') $$;

create table record_version (
    kind        text        not null check (kind <> ''),
    name        text        not null,
    revision    bigint      not null check (revision > 0),
    recorded_at timestamptz not null,
    recorded_by text        not null,
    person      text,
    reason      text,
    old_fact    jsonb,
    new_fact    jsonb       not null,
    primary key (kind, name, revision),
    check ((revision = 1) = (old_fact is null))
);

-- Country sheets that were sent in. A worker holds an import by a lease; the dry run can be begun anew, and all rows are
-- applied in one transaction whose last act is to note it here, so that no two workers apply the same.
create table sheet_import (
    id             uuid        primary key default uuidv7(),
    party          text        not null check (party ~ '^[A-Z]{2}$'),
    administration text        not null,
    person         text,
    roles          text[]      not null,
    competences    text[]      not null,
    file_name      text,
    format         text        not null check (format in ('csv', 'xlsx')),
    kind           text check (kind in ('traders', 'licences', 'quotas')),
    state          text        not null
        check (state in ('received', 'checking', 'checked', 'failed', 'applying', 'applied', 'refused')),
    reason         text,
    rows_read      integer     not null default 0,
    rows_checked   integer     not null default 0,
    rows_applied   integer     not null default 0,
    inserts        integer     not null default 0,
    edits          integer     not null default 0,
    skips          integer     not null default 0,
    errors         integer     not null default 0,
    received_at    timestamptz not null,
    finished_at    timestamptz,
    worker         uuid,
    leased_until   timestamptz,
    attempts       integer     not null default 0,
    check ((state in ('failed', 'refused')) = (reason is not null))
);
create index sheet_import_of_party on sheet_import (party, id);
create index sheet_import_to_do on sheet_import (id) where state in ('received', 'checking', 'applying');

-- The file, until it is checked.
create table sheet_import_part (
    import uuid    not null references sheet_import (id) on delete cascade,
    part   integer not null,
    bytes  bytea   not null,
    primary key (import, part)
);

create table sheet_import_row (
    import   uuid    not null references sheet_import (id) on delete cascade,
    kind     text    not null check (kind in ('traders', 'licences', 'quotas')),
    line     integer not null check (line > 0),
    name     text    not null,
    outcome  text    not null check (outcome in ('insert', 'edit', 'skip', 'error')),
    revision bigint  not null check (revision >= 0),
    fact     jsonb,
    problems jsonb   not null,
    primary key (import, kind, line),
    check ((outcome in ('insert', 'edit')) = (fact is not null))
);
-- Wrong rows first.
create index sheet_import_row_order on sheet_import_row (import, (outcome <> 'error'), kind, line);

create table catalogue_edition (
    version        text        primary key,
    number         bigint      not null unique check (number > 0),
    effective_from date        not null,
    commodities    integer     not null check (commodities >= 0),
    parties        integer     not null check (parties >= 0),
    recorded_at    timestamptz not null
);

-- What the editions say of a commodity (kind commodity) or a country (kind party), from which day on.
create table edition_entry (
    kind           text   not null check (kind in ('commodity', 'party')),
    name           text   not null check (name <> ''),
    effective_from date   not null,
    revision       bigint not null check (revision > 0),
    fact           jsonb  not null,
    detail         jsonb  not null,
    primary key (kind, name, effective_from)
);

-- The lists of codes beside them, whole for each edition.
create table edition_list (
    edition text    not null references catalogue_edition (version) on delete cascade,
    list    text    not null check (list <> ''),
    place   integer not null check (place >= 0),
    code    text    not null,
    words   text    not null,
    entry   jsonb   not null,
    primary key (edition, list, place)
);

create table commodity (
    id          text    primary key,
    revision    bigint  not null check (revision > 0),
    name        text    not null check (name <> ''),
    kind        text    not null check (kind in ('substance', 'blend', 'waste', 'chemical')),
    hs_digits   text[]  not null,
    cas_numbers text[]  not null,
    un_numbers  text[]  not null,
    waste_codes text[]  not null,
    fact        jsonb   not null
);

create table commodity_term (
    commodity_id  text    not null references commodity (id) on delete cascade,
    term          text    not null check (term <> ''),
    is_trade_name boolean not null,
    is_code       boolean not null,
    folded_term   text    not null generated always as (folded(term)) stored,
    squeezed_term text    not null generated always as (squeezed(term)) stored,
    primary key (commodity_id, term)
);
create index commodity_term_folded on commodity_term using gin (folded_term gin_trgm_ops) where not is_code;
create index commodity_term_squeezed on commodity_term (squeezed_term text_pattern_ops);

create table party_term (
    country     text not null check (country ~ '^[A-Z]{2}$'),
    term        text not null check (term <> ''),
    folded_term text not null generated always as (folded(term)) stored,
    primary key (country, term)
);
create index party_term_folded on party_term using gin (folded_term gin_trgm_ops);

create table party (
    country  text   primary key check (country ~ '^[A-Z]{2}$'),
    revision bigint not null check (revision > 0),
    fact     jsonb  not null
);

create table trader (
    country       text   not null check (country ~ '^[A-Z]{2}$'),
    id            text   not null check (id <> ''),
    revision      bigint not null check (revision > 0),
    name          text   not null check (name <> ''),
    aliases       text[] not null,
    roles         text[] not null
        check (roles <@ array ['exporter', 'importer', 'generator', 'carrier', 'facility']),
    address       text,
    registrations jsonb  not null check (jsonb_typeof(registrations) = 'array'),
    standing      text check (standing in ('good', 'suspended', 'withdrawn')),
    primary key (country, id)
);

-- Names and aliases as names are compared: in Latin letters, without legal forms. Misspelt words are looked up among the
-- different words, which are few; traders by whole words, or by how the name begins when it is written as one word.
create table trader_name (
    country   text   not null,
    trader_id text   not null,
    squeezed  text   not null check (squeezed <> ''),
    words     text[] not null check (cardinality(words) > 0),
    primary key (country, trader_id, squeezed)
);
create index trader_name_words on trader_name using gin (words);
create index trader_name_squeezed on trader_name (country, squeezed text_pattern_ops);

create table trader_word (
    word     text    primary key,
    skeleton text    not null,
    sounding boolean not null
);
comment on column trader_word.sounding is 'whether it was written in a script that leaves out vowels';
create index trader_word_alike on trader_word using gin (word gin_trgm_ops) where word !~ '^[0-9]+$';
create index trader_word_begun on trader_word (word text_pattern_ops);
create index trader_word_skeleton on trader_word (skeleton);

create table licence (
    issuer           text           not null check (issuer ~ '^[A-Z]{2}$'),
    number           text           not null check (number <> '' and length(number) <= 200),
    revision         bigint         not null check (revision > 0),
    kind             text           not null check (kind in ('import', 'export', 'transit')),
    state            text           not null
        check (state in ('applied', 'issued', 'refused', 'suspended', 'expired', 'revoked')),
    holder           text           not null check (holder <> ''),
    counterpart      text,
    commodity        text           not null references commodity (id),
    mass_kg          numeric(18, 6) check (mass_kg > 0),
    odp_tonnes       numeric(21, 9) check (odp_tonnes > 0),
    co2e_tonnes      numeric(21, 9) check (co2e_tonnes > 0),
    units            bigint         check (units > 0),
    valid_from       date           not null,
    valid_until      date           not null,
    use              text           not null check (use in ('single', 'multiple')),
    exporter_country text           not null check (exporter_country ~ '^[A-Z]{2}$'),
    importer_country text           not null check (importer_country ~ '^[A-Z]{2}$'),
    intended_use     text,
    condition        text,
    form             text,
    agent            text,
    ports            text[]         not null,
    consultation     uuid,
    folded_number    text           not null generated always as (folded_number(number)) stored,
    primary key (issuer, number),
    check (num_nonnulls(mass_kg, odp_tonnes, co2e_tonnes, units) = 1),
    check (valid_until >= valid_from)
);
-- Visibility leads every index: a country reads what it issued and what names it.
create index licence_read_by_exporter on licence (exporter_country, issuer, number);
create index licence_read_by_importer on licence (importer_country, issuer, number);
create index licence_holder on licence (holder, issuer, number);
-- What a paper may mean: a number as it is written when folded, or one of a trader's that is close to it. These scans read
-- the index alone, reader included.
create index licence_folded on licence (folded_number);
create index licence_held on licence (holder, folded_number)
    include (issuer, number, exporter_country, importer_country);
create index licence_across on licence (counterpart, folded_number)
    include (issuer, number, exporter_country, importer_country) where counterpart is not null;

-- Who asked what about which licence, and what was disclosed. Nothing is ever taken away.
create table licence_check (
    id        uuid        primary key default uuidv7(),
    asked_at  timestamptz not null,
    asked_by  text        not null check (asked_by <> ''),
    person    text,
    question  jsonb       not null,
    outcome   text        not null check (outcome in ('holds', 'used-up', 'fails', 'near-miss', 'unknown')),
    disclosed text[]      not null
);
create index licence_check_asked on licence_check (asked_by, asked_at);
create function refuse_to_forget() returns trigger
    language plpgsql
    as $$ begin raise exception '% is only ever added to', tg_table_name; end $$;
create trigger licence_check_stays before update or delete or truncate on licence_check
    for each statement execute function refuse_to_forget();

-- What is left of what records grant, as tracking tells it; the highest revision stays.
create table balance (
    record   text        primary key check (record <> ''),
    revision bigint      not null check (revision > 0),
    as_of    timestamptz not null,
    told     jsonb       not null
);

-- Messages that could not be read, as they came.
create table put_aside (
    topic         text        not null,
    partition     integer     not null,
    record_offset bigint      not null,
    key           text,
    payload       bytea       not null,
    reason        text        not null,
    put_aside_at  timestamptz not null default now(),
    primary key (topic, partition, record_offset)
);

-- The keys by which administrations seal codes. Secret halves are encrypted before they come here.
create table seal_key (
    id             text        primary key check (id <> ''),
    administration text        not null,
    public_point   text        not null,
    wrapped_secret bytea       not null,
    begun_at       timestamptz not null,
    ended_at       timestamptz,
    check (ended_at >= begun_at)
);
create unique index seal_key_present on seal_key (administration) where ended_at is null;

-- Every kind of record that has no table of its own: what it says as one document, and who may read it.
create table record (
    kind     text   not null check (kind <> ''),
    name     text   not null check (name <> ''),
    revision bigint not null check (revision > 0),
    fact     jsonb  not null check (jsonb_typeof(fact) = 'object'),
    primary key (kind, name)
);
create index record_fact on record using gin (fact jsonb_path_ops);

-- Visibility leads: a reader's page is found by reader; * stands for every member.
create table record_reader (
    kind   text not null,
    reader text not null check (reader = '*' or reader ~ '^[A-Z]{2}$'),
    name   text not null,
    primary key (kind, reader, name),
    foreign key (kind, name) references record (kind, name)
);
create index record_reader_of on record_reader (kind, name);

-- The time limits that run, on records of every kind. A row that has fired stays until its record lets it go: it is a
-- task that is overdue. Whoever changes rows holds the lock of their record.
create table running_clock (
    kind      text        not null,
    record    text        not null,
    name      text        not null check (name <> ''),
    due_at    timestamptz not null,
    remind_at timestamptz,
    fired_at  timestamptz check (fired_at is null or remind_at is null),
    retry_at  timestamptz,
    duty      text[]      not null,
    readers   text[]      not null,
    clock     jsonb       not null,
    primary key (kind, record, name)
);
create index running_clock_due on running_clock (due_at) where fired_at is null;
create index running_clock_reminds on running_clock (remind_at) where remind_at is not null;
create index running_clock_duty on running_clock using gin (duty);

-- Changes of limits and calendars whose running clocks are still to be moved.
create table law_change (
    id             bigint generated always as identity primary key,
    limit_id       text,
    administration text,
    country        text
);

-- Requests that make a record without a natural key, by the caller's own key for them; kept for 30 days.
create table repetition (
    administration text        not null,
    key            text        not null check (key <> ''),
    fingerprint    text        not null,
    kind           text        not null,
    name           text        not null,
    recorded_at    timestamptz not null default now(),
    primary key (administration, key)
);
create index repetition_recorded on repetition (recorded_at);

