-- One piece of news to one subscription: written in the transaction that writes the news, sent afterwards, kept as the log.
create table delivery (
    id             uuid        primary key default uuidv7(),
    subscription   uuid        not null references subscription (id) on delete cascade,
    news           bigint      references news (id),
    type           text        not null
        check (type in ('alert-raised', 'alert-escalated', 'alert-changed', 'alert-cleared', 'alert-unacknowledged',
            'departure-notice', 'test')),
    notice         uuid,
    movement       uuid,
    state          text        not null default 'pending' check (state in ('pending', 'delivered', 'failed', 'withheld')),
    tries          integer     not null default 0 check (tries >= 0),
    due_at         timestamptz not null,
    lease          uuid,
    leased_until   timestamptz,
    created_at     timestamptz not null,
    first_tried_at timestamptz,
    last_tried_at  timestamptz,
    status         integer,
    problem        text,
    unique (subscription, news),
    check ((type = 'test') = (news is null)),
    check ((news is null) = (notice is null) and (news is null) = (movement is null)),
    check ((lease is null) = (leased_until is null))
);
create index delivery_due on delivery (subscription, due_at) where state = 'pending';
create index delivery_order on delivery (subscription, movement, news) where state = 'pending';
create unique index delivery_one_test on delivery (subscription) where state = 'pending' and type = 'test';
create index delivery_told on delivery (notice, subscription, news);
create index delivery_log on delivery (subscription, id);
