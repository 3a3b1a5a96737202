-- The registry's records as they came on registry-events, with all their dated versions.
create table registry_record (
    kind       text   not null,
    record_key text   not null,
    revision   bigint not null,
    lookup     text collate "C",
    payload    bytea  not null,
    primary key (kind, record_key)
);
create index registry_record_by_lookup on registry_record (kind, lookup) where lookup is not null;

-- Rises with every change of what all movements are judged by: the catalogue, parties, coverage and law.
create table registry_generation (
    one        boolean primary key check (one),
    generation bigint not null
);
insert into registry_generation values (true, 0);
