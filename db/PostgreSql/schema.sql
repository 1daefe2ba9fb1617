DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM pg_namespace WHERE nspname = 'kernel') THEN
        CREATE SCHEMA kernel;
    END IF;
END $EF$;
do $roles$ begin
    if not exists (select from pg_roles where rolname = 'invoicesync_app') then create role invoicesync_app nologin; end if;
    if not exists (select from pg_roles where rolname = 'invoicesync_platform') then create role invoicesync_platform nologin; end if;
end $roles$;
grant usage on schema kernel to invoicesync_app, invoicesync_platform;
CREATE TABLE IF NOT EXISTS kernel.migrations (
    "MigrationId" character varying(150) NOT NULL,
    "ProductVersion" character varying(32) NOT NULL,
    CONSTRAINT "PK_migrations" PRIMARY KEY ("MigrationId")
);

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
        IF NOT EXISTS(SELECT 1 FROM pg_namespace WHERE nspname = 'access') THEN
            CREATE SCHEMA access;
        END IF;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    do $roles$ begin
        if not exists (select from pg_roles where rolname = 'invoicesync_app') then create role invoicesync_app nologin; end if;
        if not exists (select from pg_roles where rolname = 'invoicesync_platform') then create role invoicesync_platform nologin; end if;
    end $roles$;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    grant usage on schema access to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
        IF NOT EXISTS(SELECT 1 FROM pg_namespace WHERE nspname = 'fiscal') THEN
            CREATE SCHEMA fiscal;
        END IF;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    do $roles$ begin
        if not exists (select from pg_roles where rolname = 'invoicesync_app') then create role invoicesync_app nologin; end if;
        if not exists (select from pg_roles where rolname = 'invoicesync_platform') then create role invoicesync_platform nologin; end if;
    end $roles$;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    grant usage on schema fiscal to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
        IF NOT EXISTS(SELECT 1 FROM pg_namespace WHERE nspname = 'sync') THEN
            CREATE SCHEMA sync;
        END IF;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    do $roles$ begin
        if not exists (select from pg_roles where rolname = 'invoicesync_app') then create role invoicesync_app nologin; end if;
        if not exists (select from pg_roles where rolname = 'invoicesync_platform') then create role invoicesync_platform nologin; end if;
    end $roles$;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    grant usage on schema sync to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
        IF NOT EXISTS(SELECT 1 FROM pg_namespace WHERE nspname = 'customers') THEN
            CREATE SCHEMA customers;
        END IF;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    do $roles$ begin
        if not exists (select from pg_roles where rolname = 'invoicesync_app') then create role invoicesync_app nologin; end if;
        if not exists (select from pg_roles where rolname = 'invoicesync_platform') then create role invoicesync_platform nologin; end if;
    end $roles$;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    grant usage on schema customers to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
        IF NOT EXISTS(SELECT 1 FROM pg_namespace WHERE nspname = 'tenancy') THEN
            CREATE SCHEMA tenancy;
        END IF;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    do $roles$ begin
        if not exists (select from pg_roles where rolname = 'invoicesync_app') then create role invoicesync_app nologin; end if;
        if not exists (select from pg_roles where rolname = 'invoicesync_platform') then create role invoicesync_platform nologin; end if;
    end $roles$;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    grant usage on schema tenancy to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
        IF NOT EXISTS(SELECT 1 FROM pg_namespace WHERE nspname = 'audit') THEN
            CREATE SCHEMA audit;
        END IF;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    do $roles$ begin
        if not exists (select from pg_roles where rolname = 'invoicesync_app') then create role invoicesync_app nologin; end if;
        if not exists (select from pg_roles where rolname = 'invoicesync_platform') then create role invoicesync_platform nologin; end if;
    end $roles$;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    grant usage on schema audit to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
        IF NOT EXISTS(SELECT 1 FROM pg_namespace WHERE nspname = 'kernel') THEN
            CREATE SCHEMA kernel;
        END IF;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    do $roles$ begin
        if not exists (select from pg_roles where rolname = 'invoicesync_app') then create role invoicesync_app nologin; end if;
        if not exists (select from pg_roles where rolname = 'invoicesync_platform') then create role invoicesync_platform nologin; end if;
    end $roles$;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    grant usage on schema kernel to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
        IF NOT EXISTS(SELECT 1 FROM pg_namespace WHERE nspname = 'invoicing') THEN
            CREATE SCHEMA invoicing;
        END IF;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    do $roles$ begin
        if not exists (select from pg_roles where rolname = 'invoicesync_app') then create role invoicesync_app nologin; end if;
        if not exists (select from pg_roles where rolname = 'invoicesync_platform') then create role invoicesync_platform nologin; end if;
    end $roles$;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    grant usage on schema invoicing to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    CREATE TABLE access.api_keys (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        name character varying(255) NOT NULL,
        role character varying(32) NOT NULL,
        secret_hash bytea NOT NULL,
        created_at timestamp with time zone NOT NULL,
        last_used_at timestamp with time zone,
        revoked_at timestamp with time zone,
        version bigint NOT NULL,
        CONSTRAINT pk_api_keys PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    grant select, insert, update, delete on access.api_keys to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    alter table access.api_keys enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    alter table access.api_keys force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    create policy tenant_wall on access.api_keys using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    create policy platform_passage on access.api_keys to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    CREATE TABLE fiscal.authorization_states (
        tenant_id uuid NOT NULL,
        id character varying(64) NOT NULL,
        actor character varying(255) NOT NULL,
        ends_at timestamp with time zone NOT NULL,
        CONSTRAINT pk_authorization_states PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    grant select, insert, update, delete on fiscal.authorization_states to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    alter table fiscal.authorization_states enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    alter table fiscal.authorization_states force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    create policy tenant_wall on fiscal.authorization_states using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    create policy platform_passage on fiscal.authorization_states to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    CREATE TABLE sync.buyer_corrections (
        tenant_id uuid NOT NULL,
        id character varying(255) NOT NULL,
        connection_id uuid NOT NULL,
        details jsonb NOT NULL,
        version bigint NOT NULL,
        CONSTRAINT pk_buyer_corrections PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    grant select, insert, update, delete on sync.buyer_corrections to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    alter table sync.buyer_corrections enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    alter table sync.buyer_corrections force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    create policy tenant_wall on sync.buyer_corrections using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    create policy platform_passage on sync.buyer_corrections to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    CREATE TABLE customers.company_profiles (
        tenant_id uuid NOT NULL,
        id character varying(16) NOT NULL,
        seller jsonb NOT NULL,
        version bigint NOT NULL,
        CONSTRAINT pk_company_profiles PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    grant select, insert, update, delete on customers.company_profiles to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    alter table customers.company_profiles enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    alter table customers.company_profiles force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    create policy tenant_wall on customers.company_profiles using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    create policy platform_passage on customers.company_profiles to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    CREATE TABLE tenancy.connections (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        provider character varying(32) NOT NULL,
        live boolean NOT NULL,
        account_id character varying(255),
        account_name character varying(255),
        hook_id character varying(64) NOT NULL,
        settings jsonb NOT NULL,
        secrets jsonb NOT NULL,
        tested_at timestamp with time zone,
        test_passed boolean,
        needs_attention character varying(1000),
        access_until timestamp with time zone,
        renewable_until timestamp with time zone,
        events_cursor character varying(255),
        version bigint NOT NULL,
        CONSTRAINT pk_connections PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    grant select, insert, update, delete on tenancy.connections to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    alter table tenancy.connections enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    alter table tenancy.connections force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    create policy tenant_wall on tenancy.connections using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    create policy platform_passage on tenancy.connections to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    CREATE TABLE audit.entries (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        at timestamp with time zone NOT NULL,
        actor character varying(255) NOT NULL,
        action character varying(255) NOT NULL,
        subject character varying(255),
        changes jsonb NOT NULL,
        correlation_id character varying(255) NOT NULL,
        CONSTRAINT pk_entries PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    grant select, insert on audit.entries to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    create or replace function audit.refuse_change() returns trigger language plpgsql as
    $refuse$ begin raise exception 'rows of % are only ever added', tg_table_name; end $refuse$;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    create trigger entries_rows before update or delete on audit.entries for each row execute function audit.refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    create trigger entries_all before truncate on audit.entries for each statement execute function audit.refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    alter table audit.entries enable always trigger entries_rows;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    alter table audit.entries enable always trigger entries_all;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    alter table audit.entries enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    alter table audit.entries force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    create policy tenant_wall on audit.entries using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    create policy platform_passage on audit.entries to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    CREATE TABLE kernel.events (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        name character varying(255) NOT NULL,
        body character varying(65536) NOT NULL,
        at timestamp with time zone NOT NULL,
        actor character varying(255) NOT NULL,
        correlation_id character varying(255) NOT NULL,
        CONSTRAINT pk_events PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    grant select, insert on kernel.events to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    create or replace function kernel.refuse_change() returns trigger language plpgsql as
    $refuse$ begin raise exception 'rows of % are only ever added', tg_table_name; end $refuse$;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    create trigger events_rows before update or delete on kernel.events for each row execute function kernel.refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    create trigger events_all before truncate on kernel.events for each statement execute function kernel.refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    alter table kernel.events enable always trigger events_rows;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    alter table kernel.events enable always trigger events_all;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    alter table kernel.events enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    alter table kernel.events force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    create policy tenant_wall on kernel.events using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    create policy platform_passage on kernel.events to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    CREATE TABLE fiscal.filings (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        invoice_id uuid NOT NULL,
        provider character varying(32) NOT NULL,
        file_by timestamp with time zone NOT NULL,
        state character varying(32) NOT NULL,
        next_step_at timestamp with time zone,
        waiting character varying(1000),
        version bigint NOT NULL,
        CONSTRAINT pk_filings PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    grant select, insert, update, delete on fiscal.filings to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    alter table fiscal.filings enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    alter table fiscal.filings force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    create policy tenant_wall on fiscal.filings using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    create policy platform_passage on fiscal.filings to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    CREATE TABLE sync.inbox (
        tenant_id uuid NOT NULL,
        connection_id uuid NOT NULL,
        event_id character varying(255) NOT NULL,
        via character varying(16) NOT NULL,
        type character varying(100) NOT NULL,
        object_type character varying(100) NOT NULL,
        object_id character varying(255),
        sale_kind character varying(32),
        sale_source_id character varying(255),
        state character varying(32) NOT NULL,
        why character varying(500),
        api_version character varying(255),
        created_at timestamp with time zone NOT NULL,
        received_at timestamp with time zone NOT NULL,
        raw bytea NOT NULL,
        CONSTRAINT pk_inbox PRIMARY KEY (tenant_id, connection_id, event_id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    grant select, insert, update, delete on sync.inbox to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    alter table sync.inbox enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    alter table sync.inbox force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    create policy tenant_wall on sync.inbox using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    create policy platform_passage on sync.inbox to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    CREATE TABLE invoicing.invoices (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        source character varying(32) NOT NULL,
        source_account character varying(255) NOT NULL,
        live boolean NOT NULL,
        source_kind character varying(16) NOT NULL,
        source_id character varying(255) NOT NULL,
        number character varying(255) NOT NULL,
        issued_on date NOT NULL,
        currency character(3) NOT NULL,
        total numeric(19,4) NOT NULL,
        document jsonb NOT NULL,
        made_at timestamp with time zone NOT NULL,
        is_filed boolean NOT NULL,
        version bigint NOT NULL,
        CONSTRAINT pk_invoices PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    grant select, insert, update, delete on invoicing.invoices to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    alter table invoicing.invoices enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    alter table invoicing.invoices force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    create policy tenant_wall on invoicing.invoices using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    create policy platform_passage on invoicing.invoices to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    CREATE TABLE access.memberships (
        user_id uuid NOT NULL,
        tenant_id uuid NOT NULL,
        role character varying(32) NOT NULL,
        created_at timestamp with time zone NOT NULL,
        CONSTRAINT pk_memberships PRIMARY KEY (user_id, tenant_id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    grant select, insert, update, delete on access.memberships to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    CREATE TABLE invoicing.number_series (
        tenant_id uuid NOT NULL,
        name character varying(32) NOT NULL,
        next bigint NOT NULL,
        CONSTRAINT pk_number_series PRIMARY KEY (tenant_id, name)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    grant select, insert, update, delete on invoicing.number_series to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    alter table invoicing.number_series enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    alter table invoicing.number_series force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    create policy tenant_wall on invoicing.number_series using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    create policy platform_passage on invoicing.number_series to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    CREATE TABLE access.protection_keys (
        name character varying(255) NOT NULL,
        xml character varying(8000) NOT NULL,
        CONSTRAINT pk_protection_keys PRIMARY KEY (name)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    grant select, insert, update, delete on access.protection_keys to invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    CREATE TABLE sync.read_tickets (
        tenant_id uuid NOT NULL,
        connection_id uuid NOT NULL,
        kind character varying(32) NOT NULL,
        source_id character varying(255) NOT NULL,
        drawn bigint NOT NULL,
        recorded bigint NOT NULL,
        CONSTRAINT pk_read_tickets PRIMARY KEY (tenant_id, connection_id, kind, source_id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    grant select, insert, update, delete on sync.read_tickets to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    alter table sync.read_tickets enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    alter table sync.read_tickets force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    create policy tenant_wall on sync.read_tickets using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    create policy platform_passage on sync.read_tickets to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    CREATE TABLE invoicing.reference_rates (
        source character varying(32) NOT NULL,
        published_on date NOT NULL,
        currency character(3) NOT NULL,
        ron_per_unit numeric(18,8) NOT NULL,
        CONSTRAINT pk_reference_rates PRIMARY KEY (source, currency, published_on)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    grant select, insert, update, delete on invoicing.reference_rates to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    CREATE TABLE sync.sales (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        connection_id uuid NOT NULL,
        account_id character varying(255) NOT NULL,
        live boolean NOT NULL,
        kind character varying(32) NOT NULL,
        source_id character varying(255) COLLATE "C" NOT NULL,
        number character varying(255) COLLATE "C",
        customer_id character varying(255),
        customer_name character varying(255) NOT NULL,
        customer_email character varying(255) COLLATE "C",
        search_name character varying(255) COLLATE "C" NOT NULL,
        currency character(3) NOT NULL,
        subtotal numeric(19,4) NOT NULL,
        discount numeric(19,4) NOT NULL,
        tax numeric(19,4) NOT NULL,
        total numeric(19,4) NOT NULL,
        source_status character varying(32) NOT NULL,
        state character varying(32) NOT NULL,
        reason_code character varying(100),
        reason character varying(1000),
        sold_at timestamp with time zone NOT NULL,
        read_at timestamp with time zone NOT NULL,
        file_by timestamp with time zone,
        invoice_id uuid,
        filing_version bigint NOT NULL,
        version bigint NOT NULL,
        CONSTRAINT pk_sales PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    grant select, insert, update, delete on sync.sales to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    alter table sync.sales enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    alter table sync.sales force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    create policy tenant_wall on sync.sales using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    create policy platform_passage on sync.sales to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    CREATE TABLE fiscal.seen_messages (
        tenant_id uuid NOT NULL,
        id character varying(64) NOT NULL,
        index character varying(64) NOT NULL,
        number character varying(255) NOT NULL,
        CONSTRAINT pk_seen_messages PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    grant select, insert, update, delete on fiscal.seen_messages to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    alter table fiscal.seen_messages enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    alter table fiscal.seen_messages force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    create policy tenant_wall on fiscal.seen_messages using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    create policy platform_passage on fiscal.seen_messages to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    CREATE TABLE access.sessions (
        id uuid NOT NULL,
        user_id uuid NOT NULL,
        token_hash bytea NOT NULL,
        device character varying(255) NOT NULL,
        address character varying(64) NOT NULL,
        created_at timestamp with time zone NOT NULL,
        ends_at timestamp with time zone NOT NULL,
        ended_at timestamp with time zone,
        CONSTRAINT pk_sessions PRIMARY KEY (id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    grant select, insert, update, delete on access.sessions to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    CREATE TABLE sync.sync_runs (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        "from" date NOT NULL,
        "to" date NOT NULL,
        invoices boolean NOT NULL,
        charges boolean NOT NULL,
        found integer NOT NULL,
        listed boolean NOT NULL,
        problem character varying(1000),
        started_at timestamp with time zone NOT NULL,
        version bigint NOT NULL,
        CONSTRAINT pk_sync_runs PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    grant select, insert, update, delete on sync.sync_runs to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    alter table sync.sync_runs enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    alter table sync.sync_runs force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    create policy tenant_wall on sync.sync_runs using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    create policy platform_passage on sync.sync_runs to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    CREATE TABLE tenancy.tenants (
        id uuid NOT NULL,
        slug character varying(40) NOT NULL,
        name character varying(255) NOT NULL,
        mode character varying(32) NOT NULL,
        zone character varying(255) NOT NULL,
        created_at timestamp with time zone NOT NULL,
        CONSTRAINT pk_tenants PRIMARY KEY (id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    grant select, insert, update, delete on tenancy.tenants to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    CREATE TABLE access.users (
        id uuid NOT NULL,
        name character varying(255) NOT NULL,
        user_name character varying(255),
        normalized_user_name character varying(255),
        email character varying(255),
        normalized_email character varying(255),
        email_confirmed boolean NOT NULL,
        password_hash character varying(1000),
        security_stamp character varying(255),
        concurrency_stamp character varying(255),
        phone_number character varying(255),
        phone_number_confirmed boolean NOT NULL,
        two_factor_enabled boolean NOT NULL,
        lockout_end timestamp with time zone,
        lockout_enabled boolean NOT NULL,
        access_failed_count integer NOT NULL,
        CONSTRAINT pk_users PRIMARY KEY (id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    grant select, insert, update, delete on access.users to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    CREATE TABLE tenancy.vault_keys (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        master_key_id character varying(255) NOT NULL,
        wrapped bytea NOT NULL,
        created_at timestamp with time zone NOT NULL,
        CONSTRAINT pk_vault_keys PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    grant select, insert, update, delete on tenancy.vault_keys to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    alter table tenancy.vault_keys enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    alter table tenancy.vault_keys force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    create policy tenant_wall on tenancy.vault_keys using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    create policy platform_passage on tenancy.vault_keys to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    CREATE TABLE kernel.work_items (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        name character varying(255) NOT NULL,
        key character varying(255) NOT NULL,
        body character varying(65536) NOT NULL,
        state character varying(32) NOT NULL,
        again boolean NOT NULL,
        attempts integer NOT NULL,
        due_at timestamp with time zone NOT NULL,
        lease_until timestamp with time zone,
        lease_by uuid,
        problem character varying(2000),
        created_at timestamp with time zone NOT NULL,
        CONSTRAINT pk_work_items PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    grant select, insert, update, delete on kernel.work_items to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    alter table kernel.work_items enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    alter table kernel.work_items force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    create policy tenant_wall on kernel.work_items using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    create policy platform_passage on kernel.work_items to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    CREATE TABLE fiscal.archived_files (
        tenant_id uuid NOT NULL,
        filing_id uuid NOT NULL,
        attempt integer NOT NULL,
        kind character varying(32) NOT NULL,
        bytes bytea NOT NULL,
        sha256 character varying(64) NOT NULL,
        kept_at timestamp with time zone NOT NULL,
        CONSTRAINT pk_archived_files PRIMARY KEY (tenant_id, filing_id, attempt, kind),
        CONSTRAINT fk_archived_files_tenant_id_filing_id FOREIGN KEY (tenant_id, filing_id) REFERENCES fiscal.filings (tenant_id, id) ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    grant select, insert, update, delete on fiscal.archived_files to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    alter table fiscal.archived_files enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    alter table fiscal.archived_files force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    create policy tenant_wall on fiscal.archived_files using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    create policy platform_passage on fiscal.archived_files to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    CREATE TABLE fiscal.filing_attempts (
        number integer NOT NULL,
        tenant_id uuid NOT NULL,
        filing_id uuid NOT NULL,
        state character varying(32) NOT NULL,
        intended_at timestamp with time zone NOT NULL,
        sending_at timestamp with time zone,
        sent_at timestamp with time zone,
        settled_at timestamp with time zone,
        index character varying(64),
        download_id character varying(64),
        xml_sha256 character varying(64),
        asked integer NOT NULL,
        answers jsonb NOT NULL,
        problems jsonb NOT NULL,
        CONSTRAINT pk_filing_attempts PRIMARY KEY (tenant_id, filing_id, number),
        CONSTRAINT fk_filing_attempts_tenant_id_filing_id FOREIGN KEY (tenant_id, filing_id) REFERENCES fiscal.filings (tenant_id, id) ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    grant select, insert, update, delete on fiscal.filing_attempts to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    alter table fiscal.filing_attempts enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    alter table fiscal.filing_attempts force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    create policy tenant_wall on fiscal.filing_attempts using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    create policy platform_passage on fiscal.filing_attempts to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    CREATE TABLE sync.sale_mirrors (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        source jsonb NOT NULL,
        CONSTRAINT pk_sale_mirrors PRIMARY KEY (tenant_id, id),
        CONSTRAINT fk_sale_mirrors_tenant_id_id FOREIGN KEY (tenant_id, id) REFERENCES sync.sales (tenant_id, id) ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    grant select, insert, update, delete on sync.sale_mirrors to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    alter table sync.sale_mirrors enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    alter table sync.sale_mirrors force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    create policy tenant_wall on sync.sale_mirrors using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    create policy platform_passage on sync.sale_mirrors to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    CREATE INDEX ix_api_keys_id ON access.api_keys (id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    CREATE INDEX ix_connections_hook_id ON tenancy.connections (hook_id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    CREATE UNIQUE INDEX ix_connections_tenant_id_provider ON tenancy.connections (tenant_id, provider);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    CREATE INDEX ix_entries_tenant_id_at_id ON audit.entries (tenant_id, at DESC, id DESC);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    CREATE UNIQUE INDEX ix_filing_attempts_tenant_id_filing_id ON fiscal.filing_attempts (tenant_id, filing_id) WHERE state <> 'Refused';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    CREATE INDEX ix_filing_attempts_tenant_id_index ON fiscal.filing_attempts (tenant_id, index);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    CREATE UNIQUE INDEX ix_filings_tenant_id_invoice_id ON fiscal.filings (tenant_id, invoice_id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    CREATE INDEX ix_inbox_tenant_id_object_id ON sync.inbox (tenant_id, object_id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    CREATE INDEX ix_inbox_tenant_id_sale_source_id ON sync.inbox (tenant_id, sale_source_id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    CREATE INDEX ix_invoices_tenant_id_number ON invoicing.invoices (tenant_id, number);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    CREATE UNIQUE INDEX ix_invoices_tenant_id_source_source_account_live_source_kind_so ON invoicing.invoices (tenant_id, source, source_account, live, source_kind, source_id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    CREATE INDEX ix_memberships_tenant_id ON access.memberships (tenant_id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    CREATE UNIQUE INDEX ix_sales_tenant_id_account_id_live_kind_source_id ON sync.sales (tenant_id, account_id, live, kind, source_id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    CREATE INDEX ix_sales_tenant_id_customer_email ON sync.sales (tenant_id, customer_email);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    CREATE INDEX ix_sales_tenant_id_invoice_id ON sync.sales (tenant_id, invoice_id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    CREATE INDEX ix_sales_tenant_id_number ON sync.sales (tenant_id, number);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    CREATE INDEX ix_sales_tenant_id_search_name ON sync.sales (tenant_id, search_name);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    CREATE INDEX ix_sales_tenant_id_sold_at_id ON sync.sales (tenant_id, sold_at DESC, id DESC);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    CREATE INDEX ix_sales_tenant_id_source_id ON sync.sales (tenant_id, source_id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    CREATE INDEX ix_sales_tenant_id_state_file_by ON sync.sales (tenant_id, state, file_by);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    CREATE INDEX ix_sales_tenant_id_state_sold_at_id ON sync.sales (tenant_id, state, sold_at DESC, id DESC);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    CREATE UNIQUE INDEX ix_sessions_token_hash ON access.sessions (token_hash);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    CREATE INDEX ix_sessions_user_id ON access.sessions (user_id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    CREATE INDEX ix_sync_runs_tenant_id_started_at ON sync.sync_runs (tenant_id, started_at);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    CREATE UNIQUE INDEX ix_tenants_slug ON tenancy.tenants (slug);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    CREATE UNIQUE INDEX ix_users_normalized_email ON access.users (normalized_email);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    CREATE UNIQUE INDEX ix_users_normalized_user_name ON access.users (normalized_user_name);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    CREATE INDEX ix_work_items_state_lease_until ON kernel.work_items (state, lease_until);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    CREATE INDEX ix_work_items_state_tenant_id_due_at ON kernel.work_items (state, tenant_id, due_at);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    CREATE UNIQUE INDEX ix_work_items_tenant_id_name_key ON kernel.work_items (tenant_id, name, key);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121004858_Initial') THEN
    INSERT INTO kernel.migrations ("MigrationId", "ProductVersion")
    VALUES ('20261121004858_Initial', '10.0.14');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121024842_Roles') THEN
    ALTER TABLE access.sessions ADD proved_at timestamp with time zone NOT NULL DEFAULT TIMESTAMPTZ '-infinity';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121024842_Roles') THEN
    ALTER TABLE sync.sales ADD owner character varying(64);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121024842_Roles') THEN
    ALTER TABLE access.memberships ADD roles jsonb NOT NULL DEFAULT '[]';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121024842_Roles') THEN
    update access.memberships set roles = cast('["' || role || '"]' as jsonb);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121024842_Roles') THEN
    ALTER TABLE access.memberships DROP COLUMN role;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121024842_Roles') THEN
    ALTER TABLE access.memberships ADD suspended_at timestamp with time zone;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121024842_Roles') THEN
    ALTER TABLE access.memberships ADD team character varying(60);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121024842_Roles') THEN
    ALTER TABLE invoicing.invoices ADD owner character varying(64);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121024842_Roles') THEN
    CREATE TABLE access.roles (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        name character varying(60) NOT NULL,
        permissions jsonb NOT NULL,
        inherits jsonb NOT NULL,
        limits jsonb NOT NULL,
        created_at timestamp with time zone NOT NULL,
        version bigint NOT NULL,
        CONSTRAINT pk_roles PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121024842_Roles') THEN
    grant select, insert, update, delete on access.roles to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121024842_Roles') THEN
    alter table access.roles enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121024842_Roles') THEN
    alter table access.roles force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121024842_Roles') THEN
    create policy tenant_wall on access.roles using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121024842_Roles') THEN
    create policy platform_passage on access.roles to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121024842_Roles') THEN
    CREATE INDEX ix_sales_tenant_id_owner_sold_at_id ON sync.sales (tenant_id, owner, sold_at DESC, id DESC);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121024842_Roles') THEN
    CREATE UNIQUE INDEX ix_roles_tenant_id_name ON access.roles (tenant_id, name);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121024842_Roles') THEN
    INSERT INTO kernel.migrations ("MigrationId", "ProductVersion")
    VALUES ('20261121024842_Roles', '10.0.14');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121025905_Sso') THEN
    ALTER TABLE access.sessions ADD only_tenant uuid;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121025905_Sso') THEN
    ALTER TABLE access.sessions ADD sso_connection uuid;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121025905_Sso') THEN
    ALTER TABLE access.sessions ADD sso_session_index character varying(255);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121025905_Sso') THEN
    ALTER TABLE access.sessions ADD sso_subject character varying(255);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121025905_Sso') THEN
    CREATE TABLE access.sso_attempts (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        connection_id uuid NOT NULL,
        at timestamp with time zone NOT NULL,
        outcome character varying(64) NOT NULL,
        detail character varying(500),
        subject character varying(255),
        email character varying(255),
        address character varying(64),
        claims jsonb NOT NULL,
        intent character varying(32) NOT NULL,
        begun_by uuid,
        token_hash bytea,
        CONSTRAINT pk_sso_attempts PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121025905_Sso') THEN
    grant select, insert, update, delete on access.sso_attempts to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121025905_Sso') THEN
    alter table access.sso_attempts enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121025905_Sso') THEN
    alter table access.sso_attempts force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121025905_Sso') THEN
    create policy tenant_wall on access.sso_attempts using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121025905_Sso') THEN
    create policy platform_passage on access.sso_attempts to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121025905_Sso') THEN
    CREATE TABLE access.sso_connections (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        slug character varying(40) NOT NULL,
        kind character varying(32) NOT NULL,
        name character varying(255) NOT NULL,
        enabled boolean NOT NULL,
        settings jsonb NOT NULL,
        secrets jsonb NOT NULL,
        default_role character varying(32),
        group_roles jsonb NOT NULL,
        attributes jsonb NOT NULL,
        created_at timestamp with time zone NOT NULL,
        proved_at timestamp with time zone,
        version bigint NOT NULL,
        CONSTRAINT pk_sso_connections PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121025905_Sso') THEN
    grant select, insert, update, delete on access.sso_connections to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121025905_Sso') THEN
    alter table access.sso_connections enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121025905_Sso') THEN
    alter table access.sso_connections force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121025905_Sso') THEN
    create policy tenant_wall on access.sso_connections using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121025905_Sso') THEN
    create policy platform_passage on access.sso_connections to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121025905_Sso') THEN
    CREATE TABLE access.sso_domain_owners (
        domain character varying(253) NOT NULL,
        tenant_id uuid NOT NULL,
        CONSTRAINT pk_sso_domain_owners PRIMARY KEY (domain)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121025905_Sso') THEN
    grant select, insert, update, delete on access.sso_domain_owners to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121025905_Sso') THEN
    CREATE TABLE access.sso_domains (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        name character varying(253) NOT NULL,
        proof character varying(100) NOT NULL,
        created_at timestamp with time zone NOT NULL,
        proved_at timestamp with time zone,
        checked_at timestamp with time zone,
        missing_since timestamp with time zone,
        version bigint NOT NULL,
        CONSTRAINT pk_sso_domains PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121025905_Sso') THEN
    grant select, insert, update, delete on access.sso_domains to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121025905_Sso') THEN
    alter table access.sso_domains enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121025905_Sso') THEN
    alter table access.sso_domains force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121025905_Sso') THEN
    create policy tenant_wall on access.sso_domains using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121025905_Sso') THEN
    create policy platform_passage on access.sso_domains to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121025905_Sso') THEN
    CREATE TABLE access.sso_link_permits (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        until timestamp with time zone NOT NULL,
        version bigint NOT NULL,
        CONSTRAINT pk_sso_link_permits PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121025905_Sso') THEN
    grant select, insert, update, delete on access.sso_link_permits to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121025905_Sso') THEN
    alter table access.sso_link_permits enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121025905_Sso') THEN
    alter table access.sso_link_permits force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121025905_Sso') THEN
    create policy tenant_wall on access.sso_link_permits using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121025905_Sso') THEN
    create policy platform_passage on access.sso_link_permits to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121025905_Sso') THEN
    CREATE TABLE access.sso_logins (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        connection_id uuid NOT NULL,
        user_id uuid NOT NULL,
        issuer character varying(1024) NOT NULL,
        subject character varying(255) NOT NULL,
        key bytea NOT NULL,
        email character varying(255),
        created_at timestamp with time zone NOT NULL,
        last_at timestamp with time zone NOT NULL,
        version bigint NOT NULL,
        CONSTRAINT pk_sso_logins PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121025905_Sso') THEN
    grant select, insert, update, delete on access.sso_logins to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121025905_Sso') THEN
    alter table access.sso_logins enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121025905_Sso') THEN
    alter table access.sso_logins force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121025905_Sso') THEN
    create policy tenant_wall on access.sso_logins using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121025905_Sso') THEN
    create policy platform_passage on access.sso_logins to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121025905_Sso') THEN
    CREATE INDEX ix_sessions_sso_connection ON access.sessions (sso_connection);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121025905_Sso') THEN
    CREATE INDEX ix_sso_attempts_tenant_id_connection_id_at ON access.sso_attempts (tenant_id, connection_id, at);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121025905_Sso') THEN
    CREATE INDEX ix_sso_connections_slug ON access.sso_connections (slug);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121025905_Sso') THEN
    CREATE INDEX ix_sso_domain_owners_tenant_id ON access.sso_domain_owners (tenant_id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121025905_Sso') THEN
    CREATE UNIQUE INDEX ix_sso_domains_tenant_id_name ON access.sso_domains (tenant_id, name);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121025905_Sso') THEN
    CREATE UNIQUE INDEX ix_sso_logins_tenant_id_connection_id_key ON access.sso_logins (tenant_id, connection_id, key);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121025905_Sso') THEN
    CREATE INDEX ix_sso_logins_tenant_id_user_id ON access.sso_logins (tenant_id, user_id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121025905_Sso') THEN
    INSERT INTO kernel.migrations ("MigrationId", "ProductVersion")
    VALUES ('20261121025905_Sso', '10.0.14');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121031337_ApiClients') THEN
    ALTER TABLE access.api_keys ADD addresses jsonb NOT NULL DEFAULT '[]';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121031337_ApiClients') THEN
    ALTER TABLE access.api_keys ADD answered_by character varying(64);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121031337_ApiClients') THEN
    ALTER TABLE access.api_keys ADD disabled_at timestamp with time zone;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121031337_ApiClients') THEN
    ALTER TABLE access.api_keys ADD expires_at timestamp with time zone;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121031337_ApiClients') THEN
    ALTER TABLE access.api_keys ADD last_used_from character varying(64);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121031337_ApiClients') THEN
    ALTER TABLE access.api_keys ADD old_secret_ends_at timestamp with time zone;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121031337_ApiClients') THEN
    ALTER TABLE access.api_keys ADD old_secret_hash bytea;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121031337_ApiClients') THEN
    ALTER TABLE access.api_keys ADD scopes jsonb NOT NULL DEFAULT '[]';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121031337_ApiClients') THEN
    alter table access.api_keys no force row level security;
    update access.api_keys set scopes = cast(case role when 'Owner' then '["approve","audit.read","customer.create","customer.delete","customer.read","customer.update","export","fiscal.file","integration.manage","invoice.create","invoice.delete","invoice.draft","invoice.read.all","invoice.send","invoice.update.all","invoice.void","payment.create","payment.read","payment.refund","product.create","product.delete","product.read","product.update","reconcile","report.view","settings.manage"]' else '["customer.read","invoice.read.all","payment.read","product.read","report.view"]' end as jsonb);
    alter table access.api_keys force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121031337_ApiClients') THEN
    ALTER TABLE access.api_keys DROP COLUMN role;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121031337_ApiClients') THEN
    CREATE TABLE access.api_key_days (
        tenant_id uuid NOT NULL,
        key_id uuid NOT NULL,
        day date NOT NULL,
        calls bigint NOT NULL,
        CONSTRAINT pk_api_key_days PRIMARY KEY (tenant_id, key_id, day),
        CONSTRAINT fk_api_key_days_tenant_id_key_id FOREIGN KEY (tenant_id, key_id) REFERENCES access.api_keys (tenant_id, id) ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121031337_ApiClients') THEN
    grant select, insert, update, delete on access.api_key_days to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121031337_ApiClients') THEN
    alter table access.api_key_days enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121031337_ApiClients') THEN
    alter table access.api_key_days force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121031337_ApiClients') THEN
    create policy tenant_wall on access.api_key_days using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121031337_ApiClients') THEN
    create policy platform_passage on access.api_key_days to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121031337_ApiClients') THEN
    CREATE TABLE tenancy.secret_reads (
        tenant_id uuid NOT NULL,
        holder character varying(64) NOT NULL,
        reader character varying(64) NOT NULL,
        hour timestamp with time zone NOT NULL,
        CONSTRAINT pk_secret_reads PRIMARY KEY (tenant_id, holder, reader, hour)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121031337_ApiClients') THEN
    grant select, insert, update, delete on tenancy.secret_reads to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121031337_ApiClients') THEN
    alter table tenancy.secret_reads enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121031337_ApiClients') THEN
    alter table tenancy.secret_reads force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121031337_ApiClients') THEN
    create policy tenant_wall on tenancy.secret_reads using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121031337_ApiClients') THEN
    create policy platform_passage on tenancy.secret_reads to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121031337_ApiClients') THEN
    INSERT INTO kernel.migrations ("MigrationId", "ProductVersion")
    VALUES ('20261121031337_ApiClients', '10.0.14');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121032900_AuditChain') THEN
    CREATE TABLE audit.anchored (
        tenant_id uuid NOT NULL,
        place character varying(64) NOT NULL,
        size bigint NOT NULL,
        at timestamp with time zone NOT NULL,
        CONSTRAINT pk_anchored PRIMARY KEY (tenant_id, place)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121032900_AuditChain') THEN
    grant select, insert, update, delete on audit.anchored to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121032900_AuditChain') THEN
    alter table audit.anchored enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121032900_AuditChain') THEN
    alter table audit.anchored force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121032900_AuditChain') THEN
    create policy tenant_wall on audit.anchored using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121032900_AuditChain') THEN
    create policy platform_passage on audit.anchored to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121032900_AuditChain') THEN
    CREATE TABLE audit.checkpoints (
        tenant_id uuid NOT NULL,
        size bigint NOT NULL,
        frontier bytea NOT NULL,
        head bytea NOT NULL,
        body character varying(1000) NOT NULL,
        signature bytea NOT NULL,
        key_id character varying(32) NOT NULL,
        created_at timestamp with time zone NOT NULL,
        CONSTRAINT pk_checkpoints PRIMARY KEY (tenant_id, size)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121032900_AuditChain') THEN
    grant select, insert on audit.checkpoints to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121032900_AuditChain') THEN
    create or replace function audit.refuse_change() returns trigger language plpgsql as
    $refuse$ begin raise exception 'rows of % are only ever added', tg_table_name; end $refuse$;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121032900_AuditChain') THEN
    create trigger checkpoints_rows before update or delete on audit.checkpoints for each row execute function audit.refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121032900_AuditChain') THEN
    create trigger checkpoints_all before truncate on audit.checkpoints for each statement execute function audit.refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121032900_AuditChain') THEN
    alter table audit.checkpoints enable always trigger checkpoints_rows;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121032900_AuditChain') THEN
    alter table audit.checkpoints enable always trigger checkpoints_all;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121032900_AuditChain') THEN
    alter table audit.checkpoints enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121032900_AuditChain') THEN
    alter table audit.checkpoints force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121032900_AuditChain') THEN
    create policy tenant_wall on audit.checkpoints using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121032900_AuditChain') THEN
    create policy platform_passage on audit.checkpoints to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121032900_AuditChain') THEN
    CREATE TABLE audit.heads (
        tenant_id uuid NOT NULL,
        seq bigint NOT NULL,
        hash bytea NOT NULL,
        at timestamp with time zone NOT NULL,
        CONSTRAINT pk_heads PRIMARY KEY (tenant_id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121032900_AuditChain') THEN
    grant select on audit.heads to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121032900_AuditChain') THEN
    alter table audit.heads enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121032900_AuditChain') THEN
    alter table audit.heads force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121032900_AuditChain') THEN
    create policy tenant_wall on audit.heads using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121032900_AuditChain') THEN
    create policy platform_passage on audit.heads to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121032900_AuditChain') THEN
    CREATE TABLE audit.log (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        created_at timestamp with time zone NOT NULL,
        seq bigint NOT NULL,
        event_type character varying(255) NOT NULL,
        actor_type character varying(16) NOT NULL,
        actor_id character varying(255) NOT NULL,
        actor_name bytea NOT NULL,
        resource_type character varying(255) NOT NULL,
        resource_id character varying(255) NOT NULL,
        action character varying(255) NOT NULL,
        status character varying(16) NOT NULL,
        metadata character varying(65536) NOT NULL,
        changes character varying(65536) NOT NULL,
        ip_address bytea NOT NULL,
        user_agent bytea NOT NULL,
        request_id character varying(255) NOT NULL,
        subject character varying(255) NOT NULL,
        address_mark bytea NOT NULL,
        payload bytea NOT NULL,
        prev bytea NOT NULL,
        hash bytea NOT NULL,
        CONSTRAINT pk_log PRIMARY KEY (tenant_id, created_at, id)
    ) partition by range (created_at);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121032900_AuditChain') THEN
    grant select on audit.log to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121032900_AuditChain') THEN
    create or replace function audit.refuse_change() returns trigger language plpgsql as
    $refuse$ begin raise exception 'rows of % are only ever added', tg_table_name; end $refuse$;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121032900_AuditChain') THEN
    create trigger log_rows before update or delete on audit.log for each row execute function audit.refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121032900_AuditChain') THEN
    create trigger log_all before truncate on audit.log for each statement execute function audit.refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121032900_AuditChain') THEN
    alter table audit.log enable always trigger log_rows;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121032900_AuditChain') THEN
    alter table audit.log enable always trigger log_all;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121032900_AuditChain') THEN
    alter table audit.log enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121032900_AuditChain') THEN
    alter table audit.log force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121032900_AuditChain') THEN
    create policy tenant_wall on audit.log using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121032900_AuditChain') THEN
    create policy platform_passage on audit.log to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121032900_AuditChain') THEN
    CREATE TABLE audit.person_keys (
        tenant_id uuid NOT NULL,
        subject character varying(255) NOT NULL,
        wrapped character varying(255),
        created_at timestamp with time zone NOT NULL,
        erased_at timestamp with time zone,
        CONSTRAINT pk_person_keys PRIMARY KEY (tenant_id, subject)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121032900_AuditChain') THEN
    grant select, insert, update, delete on audit.person_keys to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121032900_AuditChain') THEN
    alter table audit.person_keys enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121032900_AuditChain') THEN
    alter table audit.person_keys force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121032900_AuditChain') THEN
    create policy tenant_wall on audit.person_keys using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121032900_AuditChain') THEN
    create policy platform_passage on audit.person_keys to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121032900_AuditChain') THEN
    CREATE INDEX ix_log_tenant_id_actor_id_created_at_id ON audit.log (tenant_id, actor_id, created_at, id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121032900_AuditChain') THEN
    CREATE INDEX ix_log_tenant_id_address_mark_created_at_id ON audit.log (tenant_id, address_mark, created_at, id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121032900_AuditChain') THEN
    CREATE INDEX ix_log_tenant_id_event_type_created_at_id ON audit.log (tenant_id, event_type, created_at, id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121032900_AuditChain') THEN
    CREATE INDEX ix_log_tenant_id_resource_id_created_at_id ON audit.log (tenant_id, resource_id, created_at, id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121032900_AuditChain') THEN
    CREATE INDEX ix_log_tenant_id_seq ON audit.log (tenant_id, seq);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121032900_AuditChain') THEN
    CREATE INDEX ix_log_tenant_id_status_created_at_id ON audit.log (tenant_id, status, created_at, id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121032900_AuditChain') THEN
    create function audit.append(
        chain uuid, ids uuid[], ats timestamptz[], event_types text[], actor_types text[], actor_ids text[], actor_names bytea[],
        resource_types text[], resource_ids text[], actions text[], statuses text[], metadatas text[], changess text[],
        ip_addresses bytea[], user_agents bytea[], request_ids text[], subjects text[], address_marks bytea[], payloads bytea[])
    returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $append$
    declare
        fence text := nullif(current_setting('app.tenant', true), '');
        n int := cardinality(ids);
        head record;
        prevs bytea[] := array_fill(''::bytea, array[n]);
        hashes bytea[] := array_fill(''::bytea, array[n]);
        link bytea;
        at timestamptz;
    begin
        if fence is distinct from chain::text and not (fence is null and chain = '00000000-0000-7000-8000-000000000001') then
            raise exception 'entries of % cannot be written from the fence of %', chain, fence using errcode = '42501';
        end if;
        perform set_config('app.tenant', chain::text, true);
        insert into audit.heads (tenant_id, seq, hash, at) values (chain, 0, decode(repeat('00', 32), 'hex'), 'epoch') on conflict do nothing;
        select h.seq, h.hash, h.at into head from audit.heads h where h.tenant_id = chain for update;
        link := head.hash;
        at := head.at;
        for i in 1..n loop
            at := greatest(at, ats[i]);
            ats[i] := at;
            prevs[i] := link;
            link := sha256('\x0001'::bytea || uuid_send(chain) || int8send(head.seq + i) || int8send((extract(epoch from at) * 1000000)::bigint)
                || link || int4send(octet_length(payloads[i])) || payloads[i]);
            hashes[i] := link;
        end loop;
        insert into audit.log (tenant_id, seq, id, created_at, event_type, actor_type, actor_id, actor_name, resource_type, resource_id, action, status,
            metadata, changes, ip_address, user_agent, request_id, subject, address_mark, payload, prev, hash)
        select chain, head.seq + e.i, e.id, e.at, e.event_type, e.actor_type, e.actor_id, e.actor_name, e.resource_type, e.resource_id, e.action, e.status,
            e.metadata, e.changes, e.ip_address, e.user_agent, e.request_id, e.subject, e.address_mark, e.payload, e.prev, e.hash
        from unnest(ids, ats, event_types, actor_types, actor_ids, actor_names, resource_types, resource_ids, actions, statuses, metadatas, changess,
            ip_addresses, user_agents, request_ids, subjects, address_marks, payloads, prevs, hashes) with ordinality as e(id, at, event_type, actor_type, actor_id,
            actor_name, resource_type, resource_id, action, status, metadata, changes, ip_address, user_agent, request_id, subject, address_mark, payload, prev, hash, i);
        update audit.heads h set seq = head.seq + n, hash = link, at = ats[n] where h.tenant_id = chain;
        perform set_config('app.tenant', coalesce(fence, ''), true);
    end $append$;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121032900_AuditChain') THEN
    create function audit.make_month(day date) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $make$
    declare
        first date := date_trunc('month', day);
        part text := 'log_' || to_char(first, 'YYYYMM');
    begin
        if day > current_date + 400 then raise exception 'months are made at most a year ahead'; end if;
        if to_regclass('audit.' || part) is not null then return; end if;
        execute format('create table audit.%I partition of audit.log for values from (%L) to (%L)', part, first::timestamp at time zone 'UTC', (first + interval '1 month') at time zone 'UTC');
        execute format('alter table audit.%I enable row level security', part);
        execute format('alter table audit.%I force row level security', part);
        execute format('alter table audit.%I enable always trigger log_rows', part);
        execute format('create trigger log_all before truncate on audit.%I for each statement execute function audit.refuse_change()', part);
        execute format('alter table audit.%I enable always trigger log_all', part);
    end $make$;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121032900_AuditChain') THEN
    create table audit.log_rest partition of audit.log default;
    alter table audit.log_rest enable row level security;
    alter table audit.log_rest force row level security;
    alter table audit.log_rest enable always trigger log_rows;
    create trigger log_all before truncate on audit.log_rest for each statement execute function audit.refuse_change();
    alter table audit.log_rest enable always trigger log_all;
    select audit.make_month((current_date + m * interval '1 month')::date) from generate_series(0, 3) m;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121032900_AuditChain') THEN
    revoke all on function audit.append from public;
    revoke all on function audit.make_month from public;
    grant execute on function audit.append to invoicesync_app, invoicesync_platform;
    grant execute on function audit.make_month to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121032900_AuditChain') THEN
    create index ix_log_words on audit.log using gin (to_tsvector('simple', event_type || ' ' || action || ' ' || resource_id || ' ' || metadata || ' ' || changes));
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121032900_AuditChain') THEN
    create function pg_temp.field(value bytea) returns bytea language sql as 'select int4send(octet_length(value)) || value';
    create function pg_temp.field(value text) returns bytea language sql as $$ select pg_temp.field(convert_to(value, 'UTF8')) $$;
    do $import$
    declare
        tenant uuid;
    begin
        alter table audit.entries no force row level security;
        for tenant in select distinct e.tenant_id from audit.entries e loop
            perform set_config('app.tenant', tenant::text, true);
            perform audit.append(tenant, array_agg(o.id), array_agg(o.at), array_agg('entry.imported'::text), array_agg(o.kind), array_agg(o.actor), array_agg(''::bytea),
                array_agg(''::text), array_agg(o.subject), array_agg(o.action), array_agg('ok'::text), array_agg(o.told), array_agg(''::text),
                array_agg(''::bytea), array_agg(''::bytea), array_agg(o.request), array_agg(o.actor), array_agg(''::bytea),
                array_agg(pg_temp.field(uuid_send(o.id)) || pg_temp.field('entry.imported') || pg_temp.field(o.kind) || pg_temp.field(o.actor) || pg_temp.field(''::bytea)
                    || pg_temp.field('') || pg_temp.field(o.subject) || pg_temp.field(o.action) || pg_temp.field('ok') || pg_temp.field(o.told) || pg_temp.field('')
                    || pg_temp.field(''::bytea) || pg_temp.field(''::bytea) || pg_temp.field(o.request) || pg_temp.field(o.actor) || pg_temp.field(''::bytea)))
            from (select e.id, e.at, e.actor, e.action, coalesce(e.subject, '') as subject, e.correlation_id as request,
                      case when e.actor like 'usr\_%' then 'person' when e.actor like 'key\_%' then 'api_key' else 'system' end as kind,
                      json_build_object('imported', e.changes)::text as told
                  from audit.entries e where e.tenant_id = tenant order by e.at, e.id) o;
        end loop;
        perform set_config('app.tenant', '', true);
    end $import$;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121032900_AuditChain') THEN
    DROP TABLE audit.entries;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121032900_AuditChain') THEN
    INSERT INTO kernel.migrations ("MigrationId", "ProductVersion")
    VALUES ('20261121032900_AuditChain', '10.0.14');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121033647_Approvals') THEN
    CREATE TABLE access.approval_rules (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        name character varying(100) NOT NULL,
        kind character varying(32) NOT NULL,
        above numeric(19,4),
        currency character(3),
        customer character varying(255),
        creator character varying(64),
        version bigint NOT NULL,
        CONSTRAINT pk_approval_rules PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121033647_Approvals') THEN
    grant select, insert, update, delete on access.approval_rules to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121033647_Approvals') THEN
    alter table access.approval_rules enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121033647_Approvals') THEN
    alter table access.approval_rules force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121033647_Approvals') THEN
    create policy tenant_wall on access.approval_rules using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121033647_Approvals') THEN
    create policy platform_passage on access.approval_rules to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121033647_Approvals') THEN
    CREATE TABLE access.approvals (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        kind character varying(32) NOT NULL,
        subject character varying(64) NOT NULL,
        revision character varying(64) NOT NULL,
        title character varying(255) NOT NULL,
        amount numeric(19,4) NOT NULL,
        currency character(3) NOT NULL,
        amount_in_ron numeric(19,4) NOT NULL,
        customer character varying(255),
        creator character varying(64),
        because character varying(1000) NOT NULL,
        state character varying(32) NOT NULL,
        asked_at timestamp with time zone NOT NULL,
        decided_by character varying(64),
        decided_at timestamp with time zone,
        reason character varying(500),
        version bigint NOT NULL,
        CONSTRAINT pk_approvals PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121033647_Approvals') THEN
    grant select, insert, update, delete on access.approvals to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121033647_Approvals') THEN
    alter table access.approvals enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121033647_Approvals') THEN
    alter table access.approvals force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121033647_Approvals') THEN
    create policy tenant_wall on access.approvals using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121033647_Approvals') THEN
    create policy platform_passage on access.approvals to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121033647_Approvals') THEN
    CREATE TABLE access.ownership_offers (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        "from" uuid NOT NULL,
        offered_at timestamp with time zone NOT NULL,
        version bigint NOT NULL,
        CONSTRAINT pk_ownership_offers PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121033647_Approvals') THEN
    grant select, insert, update, delete on access.ownership_offers to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121033647_Approvals') THEN
    alter table access.ownership_offers enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121033647_Approvals') THEN
    alter table access.ownership_offers force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121033647_Approvals') THEN
    create policy tenant_wall on access.ownership_offers using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121033647_Approvals') THEN
    create policy platform_passage on access.ownership_offers to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121033647_Approvals') THEN
    CREATE UNIQUE INDEX ix_approvals_tenant_id_kind_subject_revision ON access.approvals (tenant_id, kind, subject, revision);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121033647_Approvals') THEN
    CREATE INDEX ix_approvals_tenant_id_state_asked_at ON access.approvals (tenant_id, state, asked_at);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121033647_Approvals') THEN
    CREATE UNIQUE INDEX ix_ownership_offers_tenant_id ON access.ownership_offers (tenant_id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121033647_Approvals') THEN
    INSERT INTO kernel.migrations ("MigrationId", "ProductVersion")
    VALUES ('20261121033647_Approvals', '10.0.14');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121034923_SignIn') THEN
        IF NOT EXISTS(SELECT 1 FROM pg_namespace WHERE nspname = 'messaging') THEN
            CREATE SCHEMA messaging;
        END IF;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121034923_SignIn') THEN
    do $roles$ begin
        if not exists (select from pg_roles where rolname = 'invoicesync_app') then create role invoicesync_app nologin; end if;
        if not exists (select from pg_roles where rolname = 'invoicesync_platform') then create role invoicesync_platform nologin; end if;
    end $roles$;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121034923_SignIn') THEN
    grant usage on schema messaging to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121034923_SignIn') THEN
    ALTER TABLE access.sessions ADD network character varying(64) NOT NULL DEFAULT '';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121034923_SignIn') THEN
    ALTER TABLE access.sessions ADD remember_hash bytea;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121034923_SignIn') THEN
    ALTER TABLE access.sessions ADD seen_at timestamp with time zone NOT NULL DEFAULT TIMESTAMPTZ '-infinity';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121034923_SignIn') THEN
    ALTER TABLE access.sessions ADD token_until timestamp with time zone NOT NULL DEFAULT TIMESTAMPTZ '-infinity';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121034923_SignIn') THEN
    ALTER TABLE access.sessions ADD way character varying(32) NOT NULL DEFAULT '';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121034923_SignIn') THEN
    CREATE TABLE access.failed_tries (
        id uuid NOT NULL,
        network character varying(64) NOT NULL,
        at timestamp with time zone NOT NULL,
        CONSTRAINT pk_failed_tries PRIMARY KEY (id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121034923_SignIn') THEN
    grant select, insert, update, delete on access.failed_tries to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121034923_SignIn') THEN
    CREATE TABLE access.invitations (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        email character varying(255) NOT NULL,
        normalized_email character varying(255) NOT NULL,
        roles jsonb NOT NULL,
        invited_by character varying(255) NOT NULL,
        token_hash bytea NOT NULL,
        created_at timestamp with time zone NOT NULL,
        sent_at timestamp with time zone NOT NULL,
        ends_at timestamp with time zone NOT NULL,
        accepted_at timestamp with time zone,
        revoked_at timestamp with time zone,
        version bigint NOT NULL,
        CONSTRAINT pk_invitations PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121034923_SignIn') THEN
    grant select, insert, update, delete on access.invitations to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121034923_SignIn') THEN
    alter table access.invitations enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121034923_SignIn') THEN
    alter table access.invitations force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121034923_SignIn') THEN
    create policy tenant_wall on access.invitations using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121034923_SignIn') THEN
    create policy platform_passage on access.invitations to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121034923_SignIn') THEN
    CREATE TABLE access.known_devices (
        user_id uuid NOT NULL,
        token_hash bytea NOT NULL,
        failures integer NOT NULL,
        created_at timestamp with time zone NOT NULL,
        seen_at timestamp with time zone NOT NULL,
        CONSTRAINT pk_known_devices PRIMARY KEY (user_id, token_hash)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121034923_SignIn') THEN
    grant select, insert, update, delete on access.known_devices to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121034923_SignIn') THEN
    CREATE TABLE messaging.mails (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        "to" character varying(255) NOT NULL,
        subject character varying(255) NOT NULL,
        key character varying(255) NOT NULL,
        sealed character varying(200000) NOT NULL,
        state character varying(32) NOT NULL,
        created_at timestamp with time zone NOT NULL,
        sent_at timestamp with time zone,
        CONSTRAINT pk_mails PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121034923_SignIn') THEN
    grant select, insert, update, delete on messaging.mails to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121034923_SignIn') THEN
    alter table messaging.mails enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121034923_SignIn') THEN
    alter table messaging.mails force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121034923_SignIn') THEN
    create policy tenant_wall on messaging.mails using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121034923_SignIn') THEN
    create policy platform_passage on messaging.mails to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121034923_SignIn') THEN
    CREATE TABLE access.passkeys (
        id uuid NOT NULL,
        user_id uuid NOT NULL,
        credential_hash bytea NOT NULL,
        credential_id bytea NOT NULL,
        public_key bytea NOT NULL,
        name character varying(255) NOT NULL,
        transports character varying(255) NOT NULL,
        sign_count bigint NOT NULL,
        backup_eligible boolean NOT NULL,
        backed_up boolean NOT NULL,
        created_at timestamp with time zone NOT NULL,
        used_at timestamp with time zone,
        CONSTRAINT pk_passkeys PRIMARY KEY (id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121034923_SignIn') THEN
    grant select, insert, update, delete on access.passkeys to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121034923_SignIn') THEN
    CREATE TABLE access.recovery_codes (
        user_id uuid NOT NULL,
        hash bytea NOT NULL,
        used_at timestamp with time zone,
        CONSTRAINT pk_recovery_codes PRIMARY KEY (user_id, hash)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121034923_SignIn') THEN
    grant select, insert, update, delete on access.recovery_codes to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121034923_SignIn') THEN
    CREATE TABLE access.second_factors (
        user_id uuid NOT NULL,
        secret character varying(255) NOT NULL,
        confirmed_at timestamp with time zone,
        last_step bigint NOT NULL,
        failures integer NOT NULL,
        locked_until timestamp with time zone,
        CONSTRAINT pk_second_factors PRIMARY KEY (user_id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121034923_SignIn') THEN
    grant select, insert, update, delete on access.second_factors to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121034923_SignIn') THEN
    CREATE TABLE access.slips (
        id uuid NOT NULL,
        user_id uuid NOT NULL,
        "for" character varying(32) NOT NULL,
        token_hash bytea NOT NULL,
        stamp character varying(255) NOT NULL,
        data character varying(8000) NOT NULL,
        tries integer NOT NULL,
        created_at timestamp with time zone NOT NULL,
        ends_at timestamp with time zone NOT NULL,
        used_at timestamp with time zone,
        CONSTRAINT pk_slips PRIMARY KEY (id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121034923_SignIn') THEN
    grant select, insert, update, delete on access.slips to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121034923_SignIn') THEN
    CREATE TABLE access.spent_tokens (
        token_hash bytea NOT NULL,
        session uuid NOT NULL,
        at timestamp with time zone NOT NULL,
        CONSTRAINT pk_spent_tokens PRIMARY KEY (token_hash)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121034923_SignIn') THEN
    grant select, insert, update, delete on access.spent_tokens to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121034923_SignIn') THEN
    CREATE UNIQUE INDEX ix_sessions_remember_hash ON access.sessions (remember_hash);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121034923_SignIn') THEN
    CREATE INDEX ix_failed_tries_at ON access.failed_tries (at);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121034923_SignIn') THEN
    CREATE INDEX ix_failed_tries_network_at ON access.failed_tries (network, at);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121034923_SignIn') THEN
    CREATE INDEX ix_invitations_tenant_id_created_at ON access.invitations (tenant_id, created_at);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121034923_SignIn') THEN
    CREATE INDEX ix_invitations_tenant_id_normalized_email ON access.invitations (tenant_id, normalized_email);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121034923_SignIn') THEN
    CREATE UNIQUE INDEX ix_mails_tenant_id_key ON messaging.mails (tenant_id, key);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121034923_SignIn') THEN
    CREATE INDEX ix_mails_tenant_id_state_created_at ON messaging.mails (tenant_id, state, created_at);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121034923_SignIn') THEN
    CREATE UNIQUE INDEX ix_passkeys_credential_hash ON access.passkeys (credential_hash);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121034923_SignIn') THEN
    CREATE INDEX ix_passkeys_user_id ON access.passkeys (user_id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121034923_SignIn') THEN
    CREATE INDEX ix_slips_ends_at ON access.slips (ends_at);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121034923_SignIn') THEN
    CREATE UNIQUE INDEX ix_slips_token_hash ON access.slips (token_hash);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121034923_SignIn') THEN
    CREATE INDEX ix_slips_user_id_for_created_at ON access.slips (user_id, "for", created_at);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121034923_SignIn') THEN
    CREATE INDEX ix_spent_tokens_session ON access.spent_tokens (session);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121034923_SignIn') THEN
    INSERT INTO kernel.migrations ("MigrationId", "ProductVersion")
    VALUES ('20261121034923_SignIn', '10.0.14');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121040251_AuditWithoutWords') THEN
    drop index audit.ix_log_words;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121040251_AuditWithoutWords') THEN
    INSERT INTO kernel.migrations ("MigrationId", "ProductVersion")
    VALUES ('20261121040251_AuditWithoutWords', '10.0.14');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121041424_SsoTokens') THEN
    ALTER TABLE access.sso_connections ADD keys_refreshed_at timestamp with time zone;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121041424_SsoTokens') THEN
    ALTER TABLE access.sessions ADD sso_hint character varying(32768);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121041424_SsoTokens') THEN
    CREATE TABLE access.sso_provider_pins (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        token_endpoint character varying(2048) NOT NULL,
        keys_endpoint character varying(2048) NOT NULL,
        at timestamp with time zone NOT NULL,
        version bigint NOT NULL,
        CONSTRAINT pk_sso_provider_pins PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121041424_SsoTokens') THEN
    grant select, insert, update, delete on access.sso_provider_pins to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121041424_SsoTokens') THEN
    alter table access.sso_provider_pins enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121041424_SsoTokens') THEN
    alter table access.sso_provider_pins force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121041424_SsoTokens') THEN
    create policy tenant_wall on access.sso_provider_pins using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121041424_SsoTokens') THEN
    create policy platform_passage on access.sso_provider_pins to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121041424_SsoTokens') THEN
    CREATE TABLE access.sso_spent_tokens (
        tenant_id uuid NOT NULL,
        id character varying(64) NOT NULL,
        until timestamp with time zone NOT NULL,
        CONSTRAINT pk_sso_spent_tokens PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121041424_SsoTokens') THEN
    grant select, insert, update, delete on access.sso_spent_tokens to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121041424_SsoTokens') THEN
    alter table access.sso_spent_tokens enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121041424_SsoTokens') THEN
    alter table access.sso_spent_tokens force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121041424_SsoTokens') THEN
    create policy tenant_wall on access.sso_spent_tokens using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121041424_SsoTokens') THEN
    create policy platform_passage on access.sso_spent_tokens to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121041424_SsoTokens') THEN
    CREATE INDEX ix_sso_spent_tokens_tenant_id_until ON access.sso_spent_tokens (tenant_id, until);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121041424_SsoTokens') THEN
    INSERT INTO kernel.migrations ("MigrationId", "ProductVersion")
    VALUES ('20261121041424_SsoTokens', '10.0.14');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121042114_SamlRequests') THEN
    CREATE TABLE access.sso_requests (
        tenant_id uuid NOT NULL,
        id character varying(64) NOT NULL,
        browser_hash bytea NOT NULL,
        return_path character varying(2048),
        intent character varying(128),
        ends_at timestamp with time zone NOT NULL,
        CONSTRAINT pk_sso_requests PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121042114_SamlRequests') THEN
    grant select, insert, update, delete on access.sso_requests to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121042114_SamlRequests') THEN
    alter table access.sso_requests enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121042114_SamlRequests') THEN
    alter table access.sso_requests force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121042114_SamlRequests') THEN
    create policy tenant_wall on access.sso_requests using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121042114_SamlRequests') THEN
    create policy platform_passage on access.sso_requests to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121042114_SamlRequests') THEN
    INSERT INTO kernel.migrations ("MigrationId", "ProductVersion")
    VALUES ('20261121042114_SamlRequests', '10.0.14');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121043437_Entry') THEN
    ALTER TABLE access.sessions ADD break_glass_for uuid;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121043437_Entry') THEN
    CREATE TABLE access.break_glass_codes (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        owner uuid NOT NULL,
        hash bytea NOT NULL,
        created_at timestamp with time zone NOT NULL,
        used_at timestamp with time zone,
        used_from character varying(64),
        version bigint NOT NULL,
        CONSTRAINT pk_break_glass_codes PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121043437_Entry') THEN
    grant select, insert, update, delete on access.break_glass_codes to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121043437_Entry') THEN
    alter table access.break_glass_codes enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121043437_Entry') THEN
    alter table access.break_glass_codes force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121043437_Entry') THEN
    create policy tenant_wall on access.break_glass_codes using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121043437_Entry') THEN
    create policy platform_passage on access.break_glass_codes to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121043437_Entry') THEN
    CREATE TABLE access.entry_rules (
        tenant_id uuid NOT NULL,
        id character varying(16) NOT NULL,
        mode character varying(32) NOT NULL,
        required_from timestamp with time zone,
        only_networks boolean NOT NULL,
        networks jsonb NOT NULL,
        version bigint NOT NULL,
        CONSTRAINT pk_entry_rules PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121043437_Entry') THEN
    grant select, insert, update, delete on access.entry_rules to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121043437_Entry') THEN
    alter table access.entry_rules enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121043437_Entry') THEN
    alter table access.entry_rules force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121043437_Entry') THEN
    create policy tenant_wall on access.entry_rules using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121043437_Entry') THEN
    create policy platform_passage on access.entry_rules to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121043437_Entry') THEN
    CREATE TABLE access.scim_groups (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        display_name character varying(255) NOT NULL,
        external_id character varying(255),
        members jsonb NOT NULL,
        created_at timestamp with time zone NOT NULL,
        changed_at timestamp with time zone NOT NULL,
        version bigint NOT NULL,
        CONSTRAINT pk_scim_groups PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121043437_Entry') THEN
    grant select, insert, update, delete on access.scim_groups to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121043437_Entry') THEN
    alter table access.scim_groups enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121043437_Entry') THEN
    alter table access.scim_groups force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121043437_Entry') THEN
    create policy tenant_wall on access.scim_groups using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121043437_Entry') THEN
    create policy platform_passage on access.scim_groups to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121043437_Entry') THEN
    CREATE TABLE access.scim_users (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        user_name character varying(255) NOT NULL,
        user_key character varying(255) NOT NULL,
        external_id character varying(255),
        given_name character varying(255),
        family_name character varying(255),
        display_name character varying(255),
        email character varying(255),
        active boolean NOT NULL,
        created_at timestamp with time zone NOT NULL,
        changed_at timestamp with time zone NOT NULL,
        version bigint NOT NULL,
        CONSTRAINT pk_scim_users PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121043437_Entry') THEN
    grant select, insert, update, delete on access.scim_users to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121043437_Entry') THEN
    alter table access.scim_users enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121043437_Entry') THEN
    alter table access.scim_users force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121043437_Entry') THEN
    create policy tenant_wall on access.scim_users using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121043437_Entry') THEN
    create policy platform_passage on access.scim_users to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121043437_Entry') THEN
    CREATE UNIQUE INDEX ix_break_glass_codes_tenant_id_hash ON access.break_glass_codes (tenant_id, hash);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121043437_Entry') THEN
    CREATE INDEX ix_scim_users_tenant_id_external_id ON access.scim_users (tenant_id, external_id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121043437_Entry') THEN
    CREATE UNIQUE INDEX ix_scim_users_tenant_id_user_key ON access.scim_users (tenant_id, user_key);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121043437_Entry') THEN
    INSERT INTO kernel.migrations ("MigrationId", "ProductVersion")
    VALUES ('20261121043437_Entry', '10.0.14');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121060127_ProvePresence') THEN
    ALTER TABLE access.sso_attempts ADD begun_in uuid;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121060127_ProvePresence') THEN
    INSERT INTO kernel.migrations ("MigrationId", "ProductVersion")
    VALUES ('20261121060127_ProvePresence', '10.0.14');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    CREATE TABLE audit.alert_rules (
        tenant_id uuid NOT NULL,
        id character varying(255) NOT NULL,
        deletions integer NOT NULL,
        refusals integer NOT NULL,
        minutes integer NOT NULL,
        tell_networks boolean NOT NULL,
        tell_exports boolean NOT NULL,
        language character varying(8) NOT NULL,
        version bigint NOT NULL,
        CONSTRAINT pk_alert_rules PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    grant select, insert, update, delete on audit.alert_rules to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    alter table audit.alert_rules enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    alter table audit.alert_rules force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    create policy tenant_wall on audit.alert_rules using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    create policy platform_passage on audit.alert_rules to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    CREATE TABLE audit.alerts (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        kind character varying(32) NOT NULL,
        about character varying(64) NOT NULL,
        hour timestamp with time zone NOT NULL,
        at timestamp with time zone NOT NULL,
        count integer NOT NULL,
        filter character varying(500) NOT NULL,
        CONSTRAINT pk_alerts PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    grant select, insert, update, delete on audit.alerts to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    alter table audit.alerts enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    alter table audit.alerts force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    create policy tenant_wall on audit.alerts using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    create policy platform_passage on audit.alerts to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    CREATE TABLE audit.anchor_mails (
        tenant_id uuid NOT NULL,
        id character varying(255) NOT NULL,
        addresses jsonb NOT NULL,
        language character varying(8) NOT NULL,
        version bigint NOT NULL,
        CONSTRAINT pk_anchor_mails PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    grant select, insert, update, delete on audit.anchor_mails to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    alter table audit.anchor_mails enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    alter table audit.anchor_mails force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    create policy tenant_wall on audit.anchor_mails using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    create policy platform_passage on audit.anchor_mails to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    CREATE TABLE audit.export_plans (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        name character varying(255) NOT NULL,
        rhythm character varying(32) NOT NULL,
        form character varying(32) NOT NULL,
        filter jsonb NOT NULL,
        readers jsonb NOT NULL,
        language character varying(8) NOT NULL,
        created_at timestamp with time zone NOT NULL,
        version bigint NOT NULL,
        CONSTRAINT pk_export_plans PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    grant select, insert, update, delete on audit.export_plans to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    alter table audit.export_plans enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    alter table audit.export_plans force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    create policy tenant_wall on audit.export_plans using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    create policy platform_passage on audit.export_plans to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    CREATE TABLE audit.export_runs (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        plan uuid NOT NULL,
        rhythm character varying(32) NOT NULL,
        "from" date NOT NULL,
        "to" date NOT NULL,
        since timestamp with time zone NOT NULL,
        before timestamp with time zone NOT NULL,
        name character varying(255) NOT NULL,
        form character varying(32) NOT NULL,
        filter jsonb NOT NULL,
        up_to bigint NOT NULL,
        entries integer NOT NULL,
        problem character varying(255),
        made_at timestamp with time zone NOT NULL,
        CONSTRAINT pk_export_runs PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    grant select, insert, update, delete on audit.export_runs to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    alter table audit.export_runs enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    alter table audit.export_runs force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    create policy tenant_wall on audit.export_runs using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    create policy platform_passage on audit.export_runs to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    CREATE TABLE audit.log_readings (
        tenant_id uuid NOT NULL,
        reader character varying(64) NOT NULL,
        seq bigint NOT NULL,
        CONSTRAINT pk_log_readings PRIMARY KEY (tenant_id, reader)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    grant select, insert, update, delete on audit.log_readings to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    alter table audit.log_readings enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    alter table audit.log_readings force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    create policy tenant_wall on audit.log_readings using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    create policy platform_passage on audit.log_readings to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    CREATE TABLE audit.outlet_progress (
        tenant_id uuid NOT NULL,
        outlet uuid NOT NULL,
        seq bigint NOT NULL,
        sent_at timestamp with time zone,
        failures integer NOT NULL,
        failing_since timestamp with time zone,
        not_before timestamp with time zone,
        problem character varying(500),
        CONSTRAINT pk_outlet_progress PRIMARY KEY (tenant_id, outlet)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    grant select, insert, update, delete on audit.outlet_progress to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    alter table audit.outlet_progress enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    alter table audit.outlet_progress force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    create policy tenant_wall on audit.outlet_progress using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    create policy platform_passage on audit.outlet_progress to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    CREATE TABLE audit.outlets (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        kind character varying(32) NOT NULL,
        name character varying(255) NOT NULL,
        address character varying(500) NOT NULL,
        index character varying(255) NOT NULL,
        source character varying(255) NOT NULL,
        is_on boolean NOT NULL,
        secrets jsonb NOT NULL,
        created_at timestamp with time zone NOT NULL,
        version bigint NOT NULL,
        CONSTRAINT pk_outlets PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    grant select, insert, update, delete on audit.outlets to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    alter table audit.outlets enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    alter table audit.outlets force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    create policy tenant_wall on audit.outlets using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    create policy platform_passage on audit.outlets to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    CREATE TABLE audit.parked_entries (
        tenant_id uuid NOT NULL,
        outlet uuid NOT NULL,
        seq bigint NOT NULL,
        entry uuid NOT NULL,
        reason character varying(500) NOT NULL,
        at timestamp with time zone NOT NULL,
        CONSTRAINT pk_parked_entries PRIMARY KEY (tenant_id, outlet, seq)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    grant select, insert, update, delete on audit.parked_entries to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    alter table audit.parked_entries enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    alter table audit.parked_entries force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    create policy tenant_wall on audit.parked_entries using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    create policy platform_passage on audit.parked_entries to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    CREATE INDEX ix_alerts_tenant_id_at_id ON audit.alerts (tenant_id, at, id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    CREATE UNIQUE INDEX ix_alerts_tenant_id_kind_about_hour ON audit.alerts (tenant_id, kind, about, hour);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    CREATE INDEX ix_export_runs_tenant_id_made_at ON audit.export_runs (tenant_id, made_at);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    CREATE UNIQUE INDEX ix_export_runs_tenant_id_plan_rhythm_from ON audit.export_runs (tenant_id, plan, rhythm, "from");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121063136_AuditOutlets') THEN
    INSERT INTO kernel.migrations ("MigrationId", "ProductVersion")
    VALUES ('20261121063136_AuditOutlets', '10.0.14');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121065756_AuditArchive') THEN
    DROP INDEX audit.ix_log_tenant_id_status_created_at_id;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121065756_AuditArchive') THEN
    CREATE TABLE audit.archives (
        tenant_id uuid NOT NULL,
        month date NOT NULL,
        first_seq bigint NOT NULL,
        size bigint NOT NULL,
        head bytea NOT NULL,
        frontier bytea NOT NULL,
        root bytea NOT NULL,
        file character varying(255) NOT NULL,
        digest bytea NOT NULL,
        bytes bigint NOT NULL,
        archived_at timestamp with time zone NOT NULL,
        dropped_at timestamp with time zone,
        file_deleted_at timestamp with time zone,
        CONSTRAINT pk_archives PRIMARY KEY (tenant_id, month)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121065756_AuditArchive') THEN
    grant select on audit.archives to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121065756_AuditArchive') THEN
    alter table audit.archives enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121065756_AuditArchive') THEN
    alter table audit.archives force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121065756_AuditArchive') THEN
    create policy tenant_wall on audit.archives using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121065756_AuditArchive') THEN
    create policy platform_passage on audit.archives to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121065756_AuditArchive') THEN
    CREATE INDEX ix_log_tenant_id_status_created_at_id ON audit.log (tenant_id, status, created_at, id) WHERE status <> 'ok';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121065756_AuditArchive') THEN
    create or replace function audit.make_month(day date) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $make$
    declare
        first date := date_trunc('month', day);
        part text := 'log_' || to_char(first, 'YYYYMM');
    begin
        if day > current_date + 400 then raise exception 'months are made at most a year ahead'; end if;
        if to_regclass('audit.' || part) is not null then return; end if;
        execute format('create table audit.%I partition of audit.log for values from (%L) to (%L)', part, first::timestamp at time zone 'UTC', (first + interval '1 month') at time zone 'UTC');
        execute format('alter table audit.%I enable row level security', part);
        execute format('alter table audit.%I force row level security', part);
        execute format('create policy owner_passage on audit.%I to %I using (true)', part, current_user);
        execute format('alter table audit.%I enable always trigger log_rows', part);
        execute format('create trigger log_all before truncate on audit.%I for each statement execute function audit.refuse_change()', part);
        execute format('alter table audit.%I enable always trigger log_all', part);
    end $make$;
    do $passage$
    declare
        part text;
    begin
        for part in select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'audit.log'::regclass loop
            execute format('create policy owner_passage on audit.%I to %I using (true)', part, current_user);
        end loop;
    end $passage$;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121065756_AuditArchive') THEN
    create function audit.note_archived(chain uuid, day date, upto bigint, at_head bytea, at_frontier bytea, at_root bytea, name text, sha256 bytea, length bigint)
    returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $note$
    declare
        fence text := nullif(current_setting('app.tenant', true), '');
        first timestamptz := day::timestamp at time zone 'UTC';
        next timestamptz := (day + interval '1 month') at time zone 'UTC';
        since bigint;
    begin
        if fence is distinct from chain::text then raise exception 'months of % cannot be archived from the fence of %', chain, fence using errcode = '42501'; end if;
        if day <> date_trunc('month', day) or next > now() - interval '1 year' then raise exception 'a month is archived when it is over for a year'; end if;
        since := coalesce((select max(a.size) from audit.archives a where a.tenant_id = chain), 0);
        if upto <= since
            or (select count(*) from audit.log l where l.tenant_id = chain and l.seq > since and l.seq <= upto and l.created_at < next) <> upto - since
            or exists (select from audit.log l where l.tenant_id = chain and l.seq > upto and l.created_at < next)
            or not exists (select from audit.log l where l.tenant_id = chain and l.seq = upto and l.hash = at_head and l.created_at >= first and l.created_at < next) then
            raise exception 'what is to be archived is not what the log holds of that month';
        end if;
        insert into audit.archives (tenant_id, month, first_seq, size, head, frontier, root, file, digest, bytes, archived_at)
        values (chain, day, since + 1, upto, at_head, at_frontier, at_root, name, sha256, length, now());
    end $note$;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121065756_AuditArchive') THEN
    create function audit.drop_month(chain uuid, day date) returns text
    language plpgsql security definer set search_path = pg_catalog, pg_temp set lock_timeout = '500ms' as $drop$
    declare
        fence text := nullif(current_setting('app.tenant', true), '');
        next timestamptz := (day + interval '1 month') at time zone 'UTC';
        part text := 'log_' || to_char(day, 'YYYYMM');
        tenants uuid[];
        tenant uuid;
        last record;
        refused text := '';
    begin
        if fence is distinct from chain::text then raise exception 'months of % cannot be dropped from the fence of %', chain, fence using errcode = '42501'; end if;
        if day <> date_trunc('month', day) or next > now() - interval '1 year' then return 'younger than a year'; end if;
        if not exists (select from audit.archives a where a.tenant_id = chain and a.month = day and a.dropped_at is null) then return 'not archived'; end if;
        if to_regclass('audit.' || part) is null then return 'without a part of its own'; end if;
        execute format('lock table audit.%I in access exclusive mode', part);
        execute format($each$
            with recursive t(id) as (
                (select p.tenant_id from audit.%1$I p order by p.tenant_id limit 1)
                union all
                select (select p.tenant_id from audit.%1$I p where p.tenant_id > t.id order by p.tenant_id limit 1) from t where t.id is not null)
            select array_agg(id) from t where id is not null $each$, part) into tenants;
        foreach tenant in array coalesce(tenants, '{}') loop
            execute format('select p.seq, p.hash from audit.%I p where p.tenant_id = $1 order by p.seq desc limit 1', part) into last using tenant;
            perform set_config('app.tenant', tenant::text, true);
            refused := case
                when not exists (select from audit.archives a where a.tenant_id = tenant and a.month = day and a.size = last.seq and a.head = last.hash) then 'not archived by all'
                when not exists (select from audit.archives a where a.tenant_id = tenant and a.month = day and a.archived_at < now() - interval '1 day') then 'archived less than a day ago'
                when not exists (select from audit.checkpoints c join audit.anchored o on o.tenant_id = c.tenant_id and o.size >= c.size
                    where c.tenant_id = tenant and c.size >= last.seq) then 'not anchored by all'
                else '' end;
            exit when refused <> '';
        end loop;
        if refused = '' then
            foreach tenant in array coalesce(tenants, '{}') loop
                perform set_config('app.tenant', tenant::text, true);
                update audit.archives a set dropped_at = now() where a.tenant_id = tenant and a.month = day;
            end loop;
            execute format('drop table audit.%I', part);
        end if;
        perform set_config('app.tenant', fence, true);
        return refused;
    end $drop$;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121065756_AuditArchive') THEN
    create function audit.note_file_deleted(chain uuid, day date) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $gone$
    declare
        fence text := nullif(current_setting('app.tenant', true), '');
    begin
        if fence is distinct from chain::text then raise exception 'archives of % cannot be deleted from the fence of %', chain, fence using errcode = '42501'; end if;
        update audit.archives a set file_deleted_at = now()
        where a.tenant_id = chain and a.month = day and a.dropped_at is not null and a.file_deleted_at is null
            and (day + interval '1 month') at time zone 'UTC' < now() - interval '7 years';
        if not found then raise exception 'an archive is deleted after seven years, once its month has left the log'; end if;
    end $gone$;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121065756_AuditArchive') THEN
    do $trgm$ begin
        if exists (select from pg_available_extensions where name = 'pg_trgm') then create extension if not exists pg_trgm with schema audit; end if;
    end $trgm$;
    create function audit.index_words() returns text language plpgsql security definer set search_path = pg_catalog, audit, pg_temp set lock_timeout = '500ms' as $index$
    declare
        part text;
    begin
        if not exists (select from pg_extension where extname = 'pg_trgm') then return ''; end if;
        select c.relname into part from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = 'audit.log'::regclass and c.relname ~ '^log_\d{6}$' and c.relname < 'log_' || to_char(now() at time zone 'UTC', 'YYYYMM')
            and to_regclass('audit.' || c.relname || '_words') is null
        order by c.relname desc limit 1;
        if part is null then return ''; end if;
        execute format('create index %I on audit.%I using gin ((lower(event_type || '' '' || action || '' '' || resource_id || '' '' || metadata || '' '' || changes)) gin_trgm_ops)', part || '_words', part);
        execute format('analyze audit.%I', part);
        return part;
    end $index$;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121065756_AuditArchive') THEN
    create function audit.find_words(pattern text, since timestamptz, before timestamptz, before_id uuid, most int)
    returns table (found_at timestamptz, found_id uuid, is_reach boolean) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $find$
    declare
        chain uuid := nullif(current_setting('app.tenant', true), '')::uuid;
        part record;
        n int := 0;
        got int;
        asked int := 0;
        mine constant text := 'select created_at, id, event_type, action, resource_id, metadata, changes from audit.%I where tenant_id = $1 and (created_at, id) < ($2, $3) and created_at >= $4';
        words constant text := ') e where lower(event_type || '' '' || action || '' '' || resource_id || '' '' || metadata || '' '' || changes) like $5 order by created_at desc, id desc limit $6';
    begin
        -- What no month was made for stands in no order of months: then the log is read as it is.
        if exists (select from audit.log_rest r where r.tenant_id = chain) then
            return query select null::timestamptz, null::uuid, true;
            return;
        end if;
        for part in
            select c.relname as name, to_regclass('audit.' || c.relname || '_words') is not null as indexed,
                to_date(substr(c.relname, 5), 'YYYYMM')::timestamp at time zone 'UTC' as first,
                (to_date(substr(c.relname, 5), 'YYYYMM') + interval '1 month') at time zone 'UTC' as next
            from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = 'audit.log'::regclass and c.relname ~ '^log_\d{6}$' order by c.relname desc
        loop
            continue when part.first > before or part.next <= since;
            return query execute format('select created_at, id, false from (' || mine || case when part.indexed then '' else ' order by created_at desc, id desc limit 20000' end || words, part.name)
                using chain, before, before_id, since, pattern, most - n;
            get diagnostics got = row_count;
            n := n + got;
            asked := asked + 1;
            exit when n >= most;
            if not part.indexed then
                execute format(mine || ' order by created_at desc, id desc offset 19999 limit 1', part.name) into found_at, found_id using chain, before, before_id, since;
                is_reach := true;
                if found_at is not null then return next; end if;
                exit when found_at is not null;
            elsif asked >= 24 then
                return query select part.first, '00000000-0000-0000-0000-000000000000'::uuid, true;
                exit;
            end if;
        end loop;
    end $find$;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121065756_AuditArchive') THEN
    do $rights$
    declare
        made text;
    begin
        foreach made in array array['audit.note_archived', 'audit.drop_month', 'audit.note_file_deleted', 'audit.index_words', 'audit.find_words'] loop
            execute format('revoke all on function %s from public', made);
            execute format('grant execute on function %s to invoicesync_app, invoicesync_platform', made);
        end loop;
    end $rights$;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121065756_AuditArchive') THEN
    INSERT INTO kernel.migrations ("MigrationId", "ProductVersion")
    VALUES ('20261121065756_AuditArchive', '10.0.14');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121071649_InvoiceNumberOnce') THEN
    DROP INDEX invoicing.ix_invoices_tenant_id_number;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121071649_InvoiceNumberOnce') THEN
    CREATE UNIQUE INDEX ix_invoices_tenant_id_number ON invoicing.invoices (tenant_id, number);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121071649_InvoiceNumberOnce') THEN
    INSERT INTO kernel.migrations ("MigrationId", "ProductVersion")
    VALUES ('20261121071649_InvoiceNumberOnce', '10.0.14');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121093945_OwnInvoices') THEN
    CREATE TABLE invoicing.drafts (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        owner character varying(64) NOT NULL,
        content jsonb NOT NULL,
        buyer_name character varying(200) NOT NULL,
        currency character(3) NOT NULL,
        total numeric(19,4) NOT NULL,
        waits character varying(500),
        made_at timestamp with time zone NOT NULL,
        changed_at timestamp with time zone NOT NULL,
        noted_at timestamp with time zone NOT NULL,
        version bigint NOT NULL,
        CONSTRAINT pk_drafts PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121093945_OwnInvoices') THEN
    grant select, insert, update, delete on invoicing.drafts to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121093945_OwnInvoices') THEN
    alter table invoicing.drafts enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121093945_OwnInvoices') THEN
    alter table invoicing.drafts force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121093945_OwnInvoices') THEN
    create policy tenant_wall on invoicing.drafts using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121093945_OwnInvoices') THEN
    create policy platform_passage on invoicing.drafts to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121093945_OwnInvoices') THEN
    CREATE TABLE invoicing.invoice_series (
        tenant_id uuid NOT NULL,
        name character varying(20) NOT NULL,
        pattern character varying(30) NOT NULL,
        first bigint NOT NULL,
        first_year integer NOT NULL,
        is_default boolean NOT NULL,
        version bigint NOT NULL,
        CONSTRAINT pk_invoice_series PRIMARY KEY (tenant_id, name)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121093945_OwnInvoices') THEN
    grant select, insert, update, delete on invoicing.invoice_series to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121093945_OwnInvoices') THEN
    alter table invoicing.invoice_series enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121093945_OwnInvoices') THEN
    alter table invoicing.invoice_series force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121093945_OwnInvoices') THEN
    create policy tenant_wall on invoicing.invoice_series using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121093945_OwnInvoices') THEN
    create policy platform_passage on invoicing.invoice_series to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121093945_OwnInvoices') THEN
    CREATE INDEX ix_invoices_tenant_id_source_made_at_id ON invoicing.invoices (tenant_id, source, made_at, id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121093945_OwnInvoices') THEN
    CREATE INDEX ix_drafts_tenant_id_made_at_id ON invoicing.drafts (tenant_id, made_at, id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121093945_OwnInvoices') THEN
    CREATE UNIQUE INDEX ix_invoice_series_tenant_id_pattern ON invoicing.invoice_series (tenant_id, pattern);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121093945_OwnInvoices') THEN
    INSERT INTO kernel.migrations ("MigrationId", "ProductVersion")
    VALUES ('20261121093945_OwnInvoices', '10.0.14');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102407_RestV1') THEN
        IF NOT EXISTS(SELECT 1 FROM pg_namespace WHERE nspname = 'webhooks') THEN
            CREATE SCHEMA webhooks;
        END IF;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102407_RestV1') THEN
    do $roles$ begin
        if not exists (select from pg_roles where rolname = 'invoicesync_app') then create role invoicesync_app nologin; end if;
        if not exists (select from pg_roles where rolname = 'invoicesync_platform') then create role invoicesync_platform nologin; end if;
    end $roles$;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102407_RestV1') THEN
    grant usage on schema webhooks to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102407_RestV1') THEN
    ALTER TABLE invoicing.invoices ADD buyer_email character varying(255) COLLATE "C" NOT NULL DEFAULT '';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102407_RestV1') THEN
    ALTER TABLE invoicing.invoices ADD buyer_name character varying(255) COLLATE "C" NOT NULL DEFAULT '';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102407_RestV1') THEN
    ALTER TABLE invoicing.invoices ADD changed_at timestamp with time zone NOT NULL DEFAULT TIMESTAMPTZ '-infinity';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102407_RestV1') THEN
    ALTER TABLE invoicing.invoices ADD due numeric(19,4) NOT NULL DEFAULT 0.0;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102407_RestV1') THEN
    ALTER TABLE access.api_keys ADD made_by uuid;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102407_RestV1') THEN
    CREATE TABLE webhooks.feed (
        tenant_id uuid NOT NULL,
        sequence bigint NOT NULL,
        event_id uuid NOT NULL,
        type character varying(100) NOT NULL,
        object_type character varying(50) NOT NULL,
        object_id character varying(64) NOT NULL,
        object_sequence bigint NOT NULL,
        data character varying(65536) NOT NULL,
        at timestamp with time zone NOT NULL,
        CONSTRAINT pk_feed PRIMARY KEY (tenant_id, sequence)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102407_RestV1') THEN
    grant select, insert, update, delete on webhooks.feed to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102407_RestV1') THEN
    alter table webhooks.feed enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102407_RestV1') THEN
    alter table webhooks.feed force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102407_RestV1') THEN
    create policy tenant_wall on webhooks.feed using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102407_RestV1') THEN
    create policy platform_passage on webhooks.feed to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102407_RestV1') THEN
    CREATE TABLE webhooks.feed_heads (
        tenant_id uuid NOT NULL,
        name character varying(16) NOT NULL,
        sequence bigint NOT NULL,
        CONSTRAINT pk_feed_heads PRIMARY KEY (tenant_id, name)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102407_RestV1') THEN
    grant select, insert, update, delete on webhooks.feed_heads to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102407_RestV1') THEN
    alter table webhooks.feed_heads enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102407_RestV1') THEN
    alter table webhooks.feed_heads force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102407_RestV1') THEN
    create policy tenant_wall on webhooks.feed_heads using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102407_RestV1') THEN
    create policy platform_passage on webhooks.feed_heads to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102407_RestV1') THEN
    CREATE TABLE access.repeatable_calls (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        request bytea NOT NULL,
        runner uuid NOT NULL,
        lease_until timestamp with time zone NOT NULL,
        is_committed boolean NOT NULL,
        answer bytea,
        begun_at timestamp with time zone NOT NULL,
        CONSTRAINT pk_repeatable_calls PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102407_RestV1') THEN
    grant select, insert, update, delete on access.repeatable_calls to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102407_RestV1') THEN
    alter table access.repeatable_calls enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102407_RestV1') THEN
    alter table access.repeatable_calls force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102407_RestV1') THEN
    create policy tenant_wall on access.repeatable_calls using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102407_RestV1') THEN
    create policy platform_passage on access.repeatable_calls to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102407_RestV1') THEN
    alter table invoicing.invoices no force row level security;
    update invoicing.invoices set buyer_name = upper(left(document #>> '{buyer,name}', 255)), buyer_email = upper(left(coalesce(document #>> '{buyer,email}', ''), 255)),
        due = cast(document #>> '{totals,payable}' as numeric), changed_at = made_at;
    alter table invoicing.invoices force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102407_RestV1') THEN
    CREATE INDEX ix_invoices_tenant_id_buyer_email ON invoicing.invoices (tenant_id, buyer_email);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102407_RestV1') THEN
    CREATE INDEX ix_invoices_tenant_id_buyer_name ON invoicing.invoices (tenant_id, buyer_name);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102407_RestV1') THEN
    CREATE INDEX ix_invoices_tenant_id_issued_on_id ON invoicing.invoices (tenant_id, issued_on, id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102407_RestV1') THEN
    CREATE INDEX ix_invoices_tenant_id_made_at_id ON invoicing.invoices (tenant_id, made_at, id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102407_RestV1') THEN
    CREATE INDEX ix_events_tenant_id_at ON kernel.events (tenant_id, at);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102407_RestV1') THEN
    CREATE INDEX ix_feed_tenant_id_at ON webhooks.feed (tenant_id, at);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102407_RestV1') THEN
    CREATE UNIQUE INDEX ix_feed_tenant_id_event_id ON webhooks.feed (tenant_id, event_id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102407_RestV1') THEN
    CREATE INDEX ix_feed_tenant_id_object_id_object_sequence ON webhooks.feed (tenant_id, object_id, object_sequence);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102407_RestV1') THEN
    CREATE INDEX ix_repeatable_calls_tenant_id_begun_at ON access.repeatable_calls (tenant_id, begun_at);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102407_RestV1') THEN
    INSERT INTO kernel.migrations ("MigrationId", "ProductVersion")
    VALUES ('20261121102407_RestV1', '10.0.14');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102643_Customers') THEN
    CREATE TABLE customers.customers (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        kind character varying(32) NOT NULL,
        full_name character varying(200) NOT NULL,
        tax_id character varying(32) COLLATE "C",
        vat_id character varying(32) COLLATE "C",
        personal_number character varying(32),
        registration_number character varying(100),
        email character varying(100) COLLATE "C",
        phone character varying(100),
        billing_address jsonb,
        delivery_addresses jsonb NOT NULL,
        contacts jsonb NOT NULL,
        language character varying(2),
        payment_term_days integer,
        currency character(3),
        sends_invoices boolean NOT NULL,
        sends_reminders boolean NOT NULL,
        metadata jsonb NOT NULL,
        notes character varying(5000),
        search_name character varying(255) COLLATE "C" NOT NULL,
        created_at timestamp with time zone NOT NULL,
        updated_at timestamp with time zone NOT NULL,
        archived_at timestamp with time zone,
        merged_into uuid,
        version bigint NOT NULL,
        CONSTRAINT pk_customers PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102643_Customers') THEN
    grant select, insert, update, delete on customers.customers to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102643_Customers') THEN
    alter table customers.customers enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102643_Customers') THEN
    alter table customers.customers force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102643_Customers') THEN
    create policy tenant_wall on customers.customers using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102643_Customers') THEN
    create policy platform_passage on customers.customers to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102643_Customers') THEN
    CREATE TABLE customers.products (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        name character varying(100) NOT NULL,
        description character varying(200),
        sku character varying(50) COLLATE "C",
        unit character varying(3) NOT NULL,
        prices jsonb NOT NULL,
        tax_category character varying(32) NOT NULL,
        tax_rate numeric(5,2) NOT NULL,
        search_name character varying(255) COLLATE "C" NOT NULL,
        created_at timestamp with time zone NOT NULL,
        updated_at timestamp with time zone NOT NULL,
        archived_at timestamp with time zone,
        version bigint NOT NULL,
        CONSTRAINT pk_products PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102643_Customers') THEN
    grant select, insert, update, delete on customers.products to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102643_Customers') THEN
    alter table customers.products enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102643_Customers') THEN
    alter table customers.products force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102643_Customers') THEN
    create policy tenant_wall on customers.products using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102643_Customers') THEN
    create policy platform_passage on customers.products to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102643_Customers') THEN
    CREATE INDEX ix_customers_tenant_id_created_at_id ON customers.customers (tenant_id, created_at, id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102643_Customers') THEN
    CREATE INDEX ix_customers_tenant_id_email ON customers.customers (tenant_id, email);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102643_Customers') THEN
    CREATE INDEX ix_customers_tenant_id_personal_number ON customers.customers (tenant_id, personal_number);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102643_Customers') THEN
    CREATE INDEX ix_customers_tenant_id_search_name ON customers.customers (tenant_id, search_name);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102643_Customers') THEN
    CREATE INDEX ix_customers_tenant_id_tax_id ON customers.customers (tenant_id, tax_id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102643_Customers') THEN
    CREATE INDEX ix_customers_tenant_id_vat_id ON customers.customers (tenant_id, vat_id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102643_Customers') THEN
    CREATE INDEX ix_products_tenant_id_created_at_id ON customers.products (tenant_id, created_at, id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102643_Customers') THEN
    CREATE INDEX ix_products_tenant_id_search_name ON customers.products (tenant_id, search_name);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102643_Customers') THEN
    CREATE UNIQUE INDEX ix_products_tenant_id_sku ON customers.products (tenant_id, sku);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121102643_Customers') THEN
    INSERT INTO kernel.migrations ("MigrationId", "ProductVersion")
    VALUES ('20261121102643_Customers', '10.0.14');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121103558_Ledger') THEN
        IF NOT EXISTS(SELECT 1 FROM pg_namespace WHERE nspname = 'ledger') THEN
            CREATE SCHEMA ledger;
        END IF;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121103558_Ledger') THEN
    do $roles$ begin
        if not exists (select from pg_roles where rolname = 'invoicesync_app') then create role invoicesync_app nologin; end if;
        if not exists (select from pg_roles where rolname = 'invoicesync_platform') then create role invoicesync_platform nologin; end if;
    end $roles$;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121103558_Ledger') THEN
    grant usage on schema ledger to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121103558_Ledger') THEN
    CREATE TABLE ledger.accounts (
        tenant_id uuid NOT NULL,
        role character varying(32) NOT NULL,
        code character varying(20) NOT NULL,
        name character varying(80),
        CONSTRAINT pk_accounts PRIMARY KEY (tenant_id, role)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121103558_Ledger') THEN
    grant select, insert, update, delete on ledger.accounts to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121103558_Ledger') THEN
    alter table ledger.accounts enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121103558_Ledger') THEN
    alter table ledger.accounts force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121103558_Ledger') THEN
    create policy tenant_wall on ledger.accounts using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121103558_Ledger') THEN
    create policy platform_passage on ledger.accounts to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121103558_Ledger') THEN
    CREATE TABLE ledger.balances (
        tenant_id uuid NOT NULL,
        account character varying(32) NOT NULL,
        currency character(3) NOT NULL,
        month date NOT NULL,
        debit numeric(19,4) NOT NULL,
        credit numeric(19,4) NOT NULL,
        ron_debit numeric(19,4) NOT NULL,
        ron_credit numeric(19,4) NOT NULL,
        CONSTRAINT pk_balances PRIMARY KEY (tenant_id, account, currency, month)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121103558_Ledger') THEN
    grant select on ledger.balances to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121103558_Ledger') THEN
    alter table ledger.balances enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121103558_Ledger') THEN
    alter table ledger.balances force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121103558_Ledger') THEN
    create policy tenant_wall on ledger.balances using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121103558_Ledger') THEN
    create policy platform_passage on ledger.balances to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121103558_Ledger') THEN
    CREATE TABLE ledger.entries (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        date date NOT NULL,
        currency character(3) NOT NULL,
        rate numeric(18,8),
        rate_on date,
        rate_source character varying(255),
        source character varying(32) NOT NULL,
        source_id character varying(128) NOT NULL,
        kind character varying(32) NOT NULL,
        memo character varying(255) NOT NULL,
        amount numeric(19,4) NOT NULL,
        ron numeric(19,4) NOT NULL,
        line_count integer NOT NULL,
        posted_at timestamp with time zone NOT NULL,
        posted_by character varying(255) NOT NULL,
        reverses uuid,
        CONSTRAINT pk_entries PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121103558_Ledger') THEN
    grant select on ledger.entries to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121103558_Ledger') THEN
    create or replace function ledger.refuse_change() returns trigger language plpgsql as
    $refuse$ begin raise exception 'rows of % are only ever added', tg_table_name; end $refuse$;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121103558_Ledger') THEN
    create trigger entries_rows before update or delete on ledger.entries for each row execute function ledger.refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121103558_Ledger') THEN
    create trigger entries_all before truncate on ledger.entries for each statement execute function ledger.refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121103558_Ledger') THEN
    alter table ledger.entries enable always trigger entries_rows;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121103558_Ledger') THEN
    alter table ledger.entries enable always trigger entries_all;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121103558_Ledger') THEN
    alter table ledger.entries enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121103558_Ledger') THEN
    alter table ledger.entries force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121103558_Ledger') THEN
    create policy tenant_wall on ledger.entries using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121103558_Ledger') THEN
    create policy platform_passage on ledger.entries to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121103558_Ledger') THEN
    CREATE TABLE ledger.lines (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        entry_id uuid NOT NULL,
        no integer NOT NULL,
        account character varying(32) NOT NULL,
        side character varying(32) NOT NULL,
        amount numeric(19,4) NOT NULL,
        ron numeric(19,4) NOT NULL,
        currency character(3) NOT NULL,
        date date NOT NULL,
        customer_key character varying(128),
        customer_name character varying(255),
        detail character varying(255),
        CONSTRAINT pk_lines PRIMARY KEY (tenant_id, id),
        CONSTRAINT fk_lines_tenant_id_entry_id FOREIGN KEY (tenant_id, entry_id) REFERENCES ledger.entries (tenant_id, id) ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121103558_Ledger') THEN
    grant select on ledger.lines to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121103558_Ledger') THEN
    create or replace function ledger.refuse_change() returns trigger language plpgsql as
    $refuse$ begin raise exception 'rows of % are only ever added', tg_table_name; end $refuse$;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121103558_Ledger') THEN
    create trigger lines_rows before update or delete on ledger.lines for each row execute function ledger.refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121103558_Ledger') THEN
    create trigger lines_all before truncate on ledger.lines for each statement execute function ledger.refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121103558_Ledger') THEN
    alter table ledger.lines enable always trigger lines_rows;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121103558_Ledger') THEN
    alter table ledger.lines enable always trigger lines_all;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121103558_Ledger') THEN
    alter table ledger.lines enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121103558_Ledger') THEN
    alter table ledger.lines force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121103558_Ledger') THEN
    create policy tenant_wall on ledger.lines using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121103558_Ledger') THEN
    create policy platform_passage on ledger.lines to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121103558_Ledger') THEN
    CREATE INDEX ix_entries_tenant_id_reverses ON ledger.entries (tenant_id, reverses);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121103558_Ledger') THEN
    CREATE UNIQUE INDEX ix_entries_tenant_id_source_source_id_kind ON ledger.entries (tenant_id, source, source_id, kind);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121103558_Ledger') THEN
    CREATE INDEX ix_lines_tenant_id_account_date_id ON ledger.lines (tenant_id, account, date, id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121103558_Ledger') THEN
    CREATE INDEX ix_lines_tenant_id_customer_key_date_id ON ledger.lines (tenant_id, customer_key, date, id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121103558_Ledger') THEN
    CREATE INDEX ix_lines_tenant_id_date ON ledger.lines (tenant_id, date);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121103558_Ledger') THEN
    CREATE UNIQUE INDEX ix_lines_tenant_id_entry_id_no ON ledger.lines (tenant_id, entry_id, no);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121103558_Ledger') THEN
    alter table ledger.lines
        add constraint ck_lines_amount check (amount >= 0 and ron >= 0 and amount + ron > 0),
        add constraint ck_lines_side check (side in ('Debit', 'Credit'));
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121103558_Ledger') THEN
    create function ledger.post(company uuid, given jsonb) returns uuid[] language plpgsql security definer set search_path = pg_catalog, pg_temp as $post$
    declare
        fresh uuid[];
    begin
        if nullif(current_setting('app.tenant', true), '') is distinct from company::text then
            raise exception 'entries of % cannot be posted from another fence', company using errcode = '42501';
        end if;
        with added as (
            insert into ledger.entries (tenant_id, id, date, currency, rate, rate_on, rate_source, source, source_id, kind, memo, amount, ron, line_count, posted_at, posted_by, reverses)
            select company, g.id, g.date, g.currency, g.rate, g.rate_on, g.rate_source, g.source, g.source_id, g.kind, g.memo, g.amount, g.ron, g.line_count, g.posted_at, g.posted_by, g.reverses
            from jsonb_to_recordset(given) as g(id uuid, date date, currency text, rate numeric, rate_on date, rate_source text, source text, source_id text, kind text, memo text,
                amount numeric, ron numeric, line_count int, posted_at timestamptz, posted_by text, reverses uuid)
            on conflict (tenant_id, source, source_id, kind) do nothing
            returning id)
        select coalesce(array_agg(a.id), '{}') into fresh from added a;

        if exists (
            select from jsonb_to_recordset(given) as g(date date, currency text, source text, source_id text, kind text, amount numeric, ron numeric, line_count int)
            join ledger.entries e on e.tenant_id = company and e.source = g.source and e.source_id = g.source_id and e.kind = g.kind
            where e.date <> g.date or e.currency::text <> g.currency or e.amount <> g.amount or e.ron <> g.ron or e.line_count <> g.line_count) then
            raise exception 'a fact that stands in the ledger was posted again with other amounts' using errcode = '23514';
        end if;

        insert into ledger.lines (tenant_id, id, entry_id, no, account, side, amount, ron, currency, date, customer_key, customer_name, detail)
        select company, l.id, g.id, l.no, l.account, l.side, l.amount, l.ron, g.currency, g.date, l.customer_key, l.customer_name, l.detail
        from jsonb_to_recordset(given) as g(id uuid, currency text, date date, lines jsonb)
        cross join lateral jsonb_to_recordset(g.lines) as l(id uuid, no int, account text, side text, amount numeric, ron numeric, customer_key text, customer_name text, detail text)
        where g.id = any(fresh);
        return fresh;
    end $post$;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121103558_Ledger') THEN
    create function ledger.roll_up() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $roll$
    begin
        insert into ledger.balances as b (tenant_id, account, currency, month, debit, credit, ron_debit, ron_credit)
        select f.tenant_id, f.account, f.currency, date_trunc('month', f.date::timestamp)::date,
            coalesce(sum(f.amount) filter (where f.side = 'Debit'), 0), coalesce(sum(f.amount) filter (where f.side = 'Credit'), 0),
            coalesce(sum(f.ron) filter (where f.side = 'Debit'), 0), coalesce(sum(f.ron) filter (where f.side = 'Credit'), 0)
        from fresh f group by 1, 2, 3, 4 order by 1, 2, 3, 4
        on conflict (tenant_id, account, currency, month) do update
            set debit = b.debit + excluded.debit, credit = b.credit + excluded.credit, ron_debit = b.ron_debit + excluded.ron_debit, ron_credit = b.ron_credit + excluded.ron_credit;
        return null;
    end $roll$;
    create trigger lines_roll_up after insert on ledger.lines referencing new table as fresh for each statement execute function ledger.roll_up();
    alter table ledger.lines enable always trigger lines_roll_up;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121103558_Ledger') THEN
    create function ledger.check_entry() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $check$
    declare
        entry uuid;
        holds boolean;
    begin
        if tg_table_name = 'entries' then entry := new.id; else entry := new.entry_id; end if;
        select t.n = e.line_count and t.strays = 0 and t.debit = e.amount and t.credit = e.amount and t.ron_debit = e.ron and t.ron_credit = e.ron into holds
        from ledger.entries e
        cross join lateral (
            select count(*) as n, count(*) filter (where l.currency <> e.currency or l.date <> e.date) as strays,
                coalesce(sum(l.amount) filter (where l.side = 'Debit'), 0) as debit, coalesce(sum(l.amount) filter (where l.side = 'Credit'), 0) as credit,
                coalesce(sum(l.ron) filter (where l.side = 'Debit'), 0) as ron_debit, coalesce(sum(l.ron) filter (where l.side = 'Credit'), 0) as ron_credit
            from ledger.lines l where l.tenant_id = e.tenant_id and l.entry_id = e.id) t
        where e.tenant_id = new.tenant_id and e.id = entry;
        if holds is not true then
            raise exception 'entry % does not balance', entry using errcode = '23514', constraint = 'entry_balances';
        end if;
        return null;
    end $check$;
    create constraint trigger entries_balance after insert on ledger.entries deferrable initially deferred for each row execute function ledger.check_entry();
    create constraint trigger lines_balance after insert on ledger.lines deferrable initially deferred for each row execute function ledger.check_entry();
    alter table ledger.entries enable always trigger entries_balance;
    alter table ledger.lines enable always trigger lines_balance;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121103558_Ledger') THEN
    revoke all on function ledger.post from public;
    revoke all on function ledger.roll_up from public;
    revoke all on function ledger.check_entry from public;
    grant execute on function ledger.post to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121103558_Ledger') THEN
    do $backfill$
    declare
        company uuid;
    begin
        for company in select t.id from tenancy.tenants t loop
            perform set_config('app.tenant', company::text, true);
            insert into kernel.work_items (tenant_id, id, name, key, body, state, again, attempts, due_at, created_at)
            select company, gen_random_uuid(), 'PostOldInvoices', '', '{}', 'Ready', false, 0, now(), now()
            where exists (select from invoicing.invoices i where i.tenant_id = company)
            on conflict do nothing;
        end loop;
        perform set_config('app.tenant', '', true);
    end $backfill$;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121103558_Ledger') THEN
    INSERT INTO kernel.migrations ("MigrationId", "ProductVersion")
    VALUES ('20261121103558_Ledger', '10.0.14');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121124241_Settlement') THEN
    ALTER TABLE invoicing.invoices RENAME COLUMN due TO open;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121124241_Settlement') THEN
    ALTER TABLE invoicing.invoices ADD credited numeric(19,4) NOT NULL DEFAULT 0.0;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121124241_Settlement') THEN
    ALTER TABLE invoicing.invoices ADD customer_key character varying(128);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121124241_Settlement') THEN
    ALTER TABLE invoicing.invoices ADD due_on date NOT NULL DEFAULT DATE '-infinity';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121124241_Settlement') THEN
    ALTER TABLE invoicing.invoices ADD written_off numeric(19,4) NOT NULL DEFAULT 0.0;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121124241_Settlement') THEN
    ALTER TABLE invoicing.invoices ADD open_ron numeric(19,4) NOT NULL DEFAULT 0.0;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121124241_Settlement') THEN
    ALTER TABLE invoicing.invoices ADD paid numeric(19,4) NOT NULL DEFAULT 0.0;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121124241_Settlement') THEN
    ALTER TABLE invoicing.invoices ADD payment character varying(32) NOT NULL DEFAULT '';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121124241_Settlement') THEN
    alter table invoicing.invoices no force row level security;
    update invoicing.invoices set due_on = coalesce(cast(document ->> 'dueOn' as date), issued_on), paid = cast(document #>> '{totals,paid}' as numeric),
        open = total - cast(document #>> '{totals,paid}' as numeric);
    update invoicing.invoices i set
        open_ron = round(i.total * r.rate, 2) - round(i.paid * r.rate, 2),
        payment = case when i.open = 0 then 'Paid' when i.paid = 0 then 'Unpaid' else 'PartiallyPaid' end,
        customer_key = case when i.document #>> '{buyer,kind}' = 'Company' and length(r.number) between 1 and 64 then (i.document #>> '{buyer,address,country}') || ':' || upper(r.number) end
    from (select tenant_id, id, case when currency = 'RON' then 1 else coalesce(cast(document #>> '{vatInRon,rate}' as numeric), 1) end as rate,
        coalesce(document #>> '{buyer,vatId}', document #>> '{buyer,legalId}') as number from invoicing.invoices) r
    where r.tenant_id = i.tenant_id and r.id = i.id;
    alter table invoicing.invoices force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121124241_Settlement') THEN
    CREATE INDEX ix_invoices_tenant_id_customer_key_id ON invoicing.invoices (tenant_id, customer_key, id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121124241_Settlement') THEN
    CREATE INDEX ix_invoices_tenant_id_due_on_id ON invoicing.invoices (tenant_id, due_on, id) WHERE "open" <> 0;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121124241_Settlement') THEN
    ALTER TABLE invoicing.invoices ADD CONSTRAINT ck_invoices_settlement CHECK ("open" = total - paid - credited - written_off and ("open" <> 0 or open_ron = 0) and (
    (total >= 0 and paid >= 0 and credited >= 0 and written_off >= 0 and "open" >= 0) or
    (total <= 0 and paid <= 0 and credited <= 0 and written_off <= 0 and "open" <= 0)));
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121124241_Settlement') THEN
    INSERT INTO kernel.migrations ("MigrationId", "ProductVersion")
    VALUES ('20261121124241_Settlement', '10.0.14');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131034_Payments') THEN
        IF NOT EXISTS(SELECT 1 FROM pg_namespace WHERE nspname = 'payments') THEN
            CREATE SCHEMA payments;
        END IF;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131034_Payments') THEN
    do $roles$ begin
        if not exists (select from pg_roles where rolname = 'invoicesync_app') then create role invoicesync_app nologin; end if;
        if not exists (select from pg_roles where rolname = 'invoicesync_platform') then create role invoicesync_platform nologin; end if;
    end $roles$;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131034_Payments') THEN
    grant usage on schema payments to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131034_Payments') THEN
    CREATE TABLE payments.payments (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        customer_key character varying(128) NOT NULL,
        customer_full_name character varying(255) NOT NULL,
        search_name character varying(255) COLLATE "C" NOT NULL,
        received_on date NOT NULL,
        method character varying(32) NOT NULL,
        amount numeric(19,4) NOT NULL,
        currency character(3) NOT NULL,
        reference character varying(140) COLLATE "C",
        note character varying(500),
        unapplied numeric(19,4) NOT NULL,
        unapplied_ron numeric(19,4) NOT NULL,
        refunded numeric(19,4) NOT NULL,
        status character varying(32) NOT NULL,
        made_at timestamp with time zone NOT NULL,
        changed_at timestamp with time zone NOT NULL,
        version bigint NOT NULL,
        CONSTRAINT pk_payments PRIMARY KEY (tenant_id, id),
        CONSTRAINT ck_payments_left CHECK (unapplied >= 0 and refunded >= 0 and (unapplied + refunded = 0 or unapplied + refunded <= amount) and (unapplied <> 0 or unapplied_ron = 0))
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131034_Payments') THEN
    grant select, insert, update, delete on payments.payments to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131034_Payments') THEN
    alter table payments.payments enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131034_Payments') THEN
    alter table payments.payments force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131034_Payments') THEN
    create policy tenant_wall on payments.payments using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131034_Payments') THEN
    create policy platform_passage on payments.payments to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131034_Payments') THEN
    CREATE TABLE payments.moves (
        number integer NOT NULL,
        tenant_id uuid NOT NULL,
        payment_id uuid NOT NULL,
        kind character varying(32) NOT NULL,
        "on" date NOT NULL,
        at timestamp with time zone NOT NULL,
        money numeric(19,4) NOT NULL,
        money_ron numeric(19,4) NOT NULL,
        credit numeric(19,4) NOT NULL,
        credit_ron numeric(19,4) NOT NULL,
        rate numeric(18,8),
        rate_on date,
        rate_source character varying(255),
        reason character varying(255),
        request uuid,
        CONSTRAINT pk_moves PRIMARY KEY (tenant_id, payment_id, number),
        CONSTRAINT fk_moves_tenant_id_payment_id FOREIGN KEY (tenant_id, payment_id) REFERENCES payments.payments (tenant_id, id) ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131034_Payments') THEN
    grant select, insert on payments.moves to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131034_Payments') THEN
    create or replace function payments.refuse_change() returns trigger language plpgsql as
    $refuse$ begin raise exception 'rows of % are only ever added', tg_table_name; end $refuse$;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131034_Payments') THEN
    create trigger moves_rows before update or delete on payments.moves for each row execute function payments.refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131034_Payments') THEN
    create trigger moves_all before truncate on payments.moves for each statement execute function payments.refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131034_Payments') THEN
    alter table payments.moves enable always trigger moves_rows;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131034_Payments') THEN
    alter table payments.moves enable always trigger moves_all;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131034_Payments') THEN
    alter table payments.moves enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131034_Payments') THEN
    alter table payments.moves force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131034_Payments') THEN
    create policy tenant_wall on payments.moves using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131034_Payments') THEN
    create policy platform_passage on payments.moves to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131034_Payments') THEN
    CREATE TABLE payments.parts (
        move integer NOT NULL,
        invoice_id uuid NOT NULL,
        tenant_id uuid NOT NULL,
        payment_id uuid NOT NULL,
        number character varying(255) NOT NULL,
        amount numeric(19,4) NOT NULL,
        ron numeric(19,4) NOT NULL,
        CONSTRAINT pk_parts PRIMARY KEY (tenant_id, payment_id, move, invoice_id),
        CONSTRAINT fk_parts_tenant_id_payment_id FOREIGN KEY (tenant_id, payment_id) REFERENCES payments.payments (tenant_id, id) ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131034_Payments') THEN
    grant select, insert on payments.parts to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131034_Payments') THEN
    create or replace function payments.refuse_change() returns trigger language plpgsql as
    $refuse$ begin raise exception 'rows of % are only ever added', tg_table_name; end $refuse$;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131034_Payments') THEN
    create trigger parts_rows before update or delete on payments.parts for each row execute function payments.refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131034_Payments') THEN
    create trigger parts_all before truncate on payments.parts for each statement execute function payments.refuse_change();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131034_Payments') THEN
    alter table payments.parts enable always trigger parts_rows;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131034_Payments') THEN
    alter table payments.parts enable always trigger parts_all;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131034_Payments') THEN
    alter table payments.parts enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131034_Payments') THEN
    alter table payments.parts force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131034_Payments') THEN
    create policy tenant_wall on payments.parts using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131034_Payments') THEN
    create policy platform_passage on payments.parts to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131034_Payments') THEN
    CREATE UNIQUE INDEX ix_moves_tenant_id_payment_id_request ON payments.moves (tenant_id, payment_id, request) WHERE request is not null;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131034_Payments') THEN
    CREATE INDEX ix_parts_tenant_id_invoice_id ON payments.parts (tenant_id, invoice_id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131034_Payments') THEN
    CREATE INDEX ix_payments_tenant_id_customer_key_id ON payments.payments (tenant_id, customer_key, id) WHERE unapplied <> 0;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131034_Payments') THEN
    CREATE INDEX ix_payments_tenant_id_received_on_id ON payments.payments (tenant_id, received_on, id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131034_Payments') THEN
    CREATE INDEX ix_payments_tenant_id_reference ON payments.payments (tenant_id, reference);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131034_Payments') THEN
    CREATE INDEX ix_payments_tenant_id_search_name ON payments.payments (tenant_id, search_name);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131034_Payments') THEN
    INSERT INTO kernel.migrations ("MigrationId", "ProductVersion")
    VALUES ('20261121131034_Payments', '10.0.14');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131157_CreditNotes') THEN
    ALTER TABLE invoicing.invoices DROP CONSTRAINT ck_invoices_settlement;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131157_CreditNotes') THEN
    ALTER TABLE invoicing.invoices ADD corrects uuid;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131157_CreditNotes') THEN
    ALTER TABLE invoicing.invoices ADD void_reason character varying(200);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131157_CreditNotes') THEN
    ALTER TABLE invoicing.invoices ADD voided_on date;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131157_CreditNotes') THEN
    ALTER TABLE invoicing.invoices ADD written_off_ron numeric(19,4) NOT NULL DEFAULT 0.0;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131157_CreditNotes') THEN
    CREATE TABLE invoicing.credit_settings (
        tenant_id uuid NOT NULL,
        id character varying(16) NOT NULL,
        as_storno boolean NOT NULL,
        series character varying(20),
        version bigint NOT NULL,
        CONSTRAINT pk_credit_settings PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131157_CreditNotes') THEN
    grant select, insert, update, delete on invoicing.credit_settings to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131157_CreditNotes') THEN
    alter table invoicing.credit_settings enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131157_CreditNotes') THEN
    alter table invoicing.credit_settings force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131157_CreditNotes') THEN
    create policy tenant_wall on invoicing.credit_settings using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131157_CreditNotes') THEN
    create policy platform_passage on invoicing.credit_settings to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131157_CreditNotes') THEN
    CREATE TABLE invoicing.waiting_credits (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        invoice_id uuid NOT NULL,
        asked jsonb NOT NULL,
        owner character varying(64) NOT NULL,
        why character varying(500) NOT NULL,
        version bigint NOT NULL,
        CONSTRAINT pk_waiting_credits PRIMARY KEY (tenant_id, id),
        CONSTRAINT fk_waiting_credits_tenant_id_invoice_id FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoicing.invoices (tenant_id, id) ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131157_CreditNotes') THEN
    grant select, insert, update, delete on invoicing.waiting_credits to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131157_CreditNotes') THEN
    alter table invoicing.waiting_credits enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131157_CreditNotes') THEN
    alter table invoicing.waiting_credits force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131157_CreditNotes') THEN
    create policy tenant_wall on invoicing.waiting_credits using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131157_CreditNotes') THEN
    create policy platform_passage on invoicing.waiting_credits to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131157_CreditNotes') THEN
    CREATE INDEX ix_invoices_tenant_id_corrects ON invoicing.invoices (tenant_id, corrects);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131157_CreditNotes') THEN
    ALTER TABLE invoicing.invoices ADD CONSTRAINT ck_invoices_corrects CHECK (corrects is null or (total < 0 and corrects <> id));
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131157_CreditNotes') THEN
    ALTER TABLE invoicing.invoices ADD CONSTRAINT ck_invoices_settlement CHECK ("open" = case when voided_on is null then total - paid - credited - written_off else 0 end and ("open" <> 0 or open_ron = 0) and (
    (total >= 0 and paid >= 0 and credited >= 0 and written_off >= 0 and "open" >= 0) or
    (total <= 0 and paid <= 0 and credited <= 0 and written_off <= 0 and "open" <= 0)));
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131157_CreditNotes') THEN
    ALTER TABLE invoicing.invoices ADD CONSTRAINT ck_invoices_void CHECK (voided_on is null or (cast(is_filed as int) = 0 and paid = 0 and credited = 0 and written_off = 0 and corrects is null and void_reason is not null));
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131157_CreditNotes') THEN
    CREATE INDEX ix_waiting_credits_tenant_id_invoice_id ON invoicing.waiting_credits (tenant_id, invoice_id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131157_CreditNotes') THEN
    ALTER TABLE invoicing.invoices ADD CONSTRAINT fk_invoices_tenant_id_corrects FOREIGN KEY (tenant_id, corrects) REFERENCES invoicing.invoices (tenant_id, id) ON DELETE RESTRICT;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131157_CreditNotes') THEN
    INSERT INTO kernel.migrations ("MigrationId", "ProductVersion")
    VALUES ('20261121131157_CreditNotes', '10.0.14');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131735_Mails') THEN
    ALTER TABLE messaging.mails ADD about character varying(40);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131735_Mails') THEN
    ALTER TABLE messaging.mails ADD answer character varying(500);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131735_Mails') THEN
    ALTER TABLE messaging.mails ADD cc jsonb NOT NULL DEFAULT '[]';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131735_Mails') THEN
    ALTER TABLE messaging.mails ADD kind character varying(32) NOT NULL DEFAULT 'Notice';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131735_Mails') THEN
    ALTER TABLE messaging.mails ADD problem character varying(32);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131735_Mails') THEN
    ALTER TABLE messaging.mails ADD queued_at timestamp with time zone NOT NULL DEFAULT TIMESTAMPTZ '-infinity';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131735_Mails') THEN
    ALTER TABLE messaging.mails ADD sender character varying(64);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131735_Mails') THEN
    ALTER TABLE messaging.mails ADD tries integer NOT NULL DEFAULT 0;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131735_Mails') THEN
    ALTER TABLE invoicing.invoices ADD sent_at timestamp with time zone;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131735_Mails') THEN
    ALTER TABLE invoicing.invoices ADD undelivered_at timestamp with time zone;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131735_Mails') THEN
    CREATE TABLE messaging.mail_templates (
        tenant_id uuid NOT NULL,
        name character varying(40) NOT NULL,
        subject character varying(200) NOT NULL,
        text character varying(20000) NOT NULL,
        html character varying(20000) NOT NULL,
        version bigint NOT NULL,
        CONSTRAINT pk_mail_templates PRIMARY KEY (tenant_id, name)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131735_Mails') THEN
    grant select, insert, update, delete on messaging.mail_templates to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131735_Mails') THEN
    alter table messaging.mail_templates enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131735_Mails') THEN
    alter table messaging.mail_templates force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131735_Mails') THEN
    create policy tenant_wall on messaging.mail_templates using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131735_Mails') THEN
    create policy platform_passage on messaging.mail_templates to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131735_Mails') THEN
    CREATE INDEX ix_mails_tenant_id_about ON messaging.mails (tenant_id, about);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131735_Mails') THEN
    CREATE INDEX ix_mails_tenant_id_created_at_id ON messaging.mails (tenant_id, created_at, id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131735_Mails') THEN
    INSERT INTO kernel.migrations ("MigrationId", "ProductVersion")
    VALUES ('20261121131735_Mails', '10.0.14');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131757_InvoiceDesk') THEN
    ALTER TABLE invoicing.invoices ALTER COLUMN number TYPE character varying(255) COLLATE "C";
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131757_InvoiceDesk') THEN
    ALTER TABLE invoicing.invoices ADD customer_id uuid;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131757_InvoiceDesk') THEN
    ALTER TABLE invoicing.invoices ADD filing character varying(32) NOT NULL DEFAULT 'Waiting';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131757_InvoiceDesk') THEN
    ALTER TABLE invoicing.invoices ADD filing_version bigint NOT NULL DEFAULT 0;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131757_InvoiceDesk') THEN
    ALTER TABLE invoicing.drafts ADD customer_id uuid;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131757_InvoiceDesk') THEN
    CREATE TABLE invoicing.bulk_rows (
        tenant_id uuid NOT NULL,
        run uuid NOT NULL,
        at integer NOT NULL,
        invoice uuid NOT NULL,
        label character varying(255) NOT NULL,
        foreseen bigint NOT NULL,
        state character varying(32) NOT NULL,
        why character varying(100),
        why_text character varying(500),
        CONSTRAINT pk_bulk_rows PRIMARY KEY (tenant_id, run, at)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131757_InvoiceDesk') THEN
    grant select, insert, update, delete on invoicing.bulk_rows to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131757_InvoiceDesk') THEN
    alter table invoicing.bulk_rows enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131757_InvoiceDesk') THEN
    alter table invoicing.bulk_rows force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131757_InvoiceDesk') THEN
    create policy tenant_wall on invoicing.bulk_rows using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131757_InvoiceDesk') THEN
    create policy platform_passage on invoicing.bulk_rows to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131757_InvoiceDesk') THEN
    CREATE TABLE invoicing.bulk_runs (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        act character varying(20) NOT NULL,
        "to" character varying(64),
        owner character varying(64) NOT NULL,
        planned_at timestamp with time zone NOT NULL,
        started_at timestamp with time zone,
        version bigint NOT NULL,
        CONSTRAINT pk_bulk_runs PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131757_InvoiceDesk') THEN
    grant select, insert, update, delete on invoicing.bulk_runs to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131757_InvoiceDesk') THEN
    alter table invoicing.bulk_runs enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131757_InvoiceDesk') THEN
    alter table invoicing.bulk_runs force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131757_InvoiceDesk') THEN
    create policy tenant_wall on invoicing.bulk_runs using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131757_InvoiceDesk') THEN
    create policy platform_passage on invoicing.bulk_runs to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131757_InvoiceDesk') THEN
    CREATE TABLE invoicing.saved_filters (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        owner character varying(64) NOT NULL,
        name character varying(60) NOT NULL,
        query character varying(1000) NOT NULL,
        is_default boolean NOT NULL,
        version bigint NOT NULL,
        CONSTRAINT pk_saved_filters PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131757_InvoiceDesk') THEN
    grant select, insert, update, delete on invoicing.saved_filters to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131757_InvoiceDesk') THEN
    alter table invoicing.saved_filters enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131757_InvoiceDesk') THEN
    alter table invoicing.saved_filters force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131757_InvoiceDesk') THEN
    create policy tenant_wall on invoicing.saved_filters using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131757_InvoiceDesk') THEN
    create policy platform_passage on invoicing.saved_filters to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131757_InvoiceDesk') THEN
    alter table invoicing.invoices no force row level security;
    alter table fiscal.filings no force row level security;
    update invoicing.invoices i set filing = case f.state when 'Intended' then 'Waiting' else f.state end, filing_version = f.version
        from fiscal.filings f where f.tenant_id = i.tenant_id and f.invoice_id = i.id;
    alter table fiscal.filings force row level security;
    alter table invoicing.invoices force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131757_InvoiceDesk') THEN
    CREATE INDEX ix_invoices_tenant_id_customer_id_made_at_id ON invoicing.invoices (tenant_id, customer_id, made_at, id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131757_InvoiceDesk') THEN
    CREATE INDEX ix_invoices_tenant_id_owner_made_at_id ON invoicing.invoices (tenant_id, owner, made_at, id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131757_InvoiceDesk') THEN
    CREATE INDEX ix_invoices_tenant_id_source_filing_issued_on_id ON invoicing.invoices (tenant_id, source, filing, issued_on, id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131757_InvoiceDesk') THEN
    CREATE INDEX ix_invoices_tenant_id_total_made_at_id ON invoicing.invoices (tenant_id, total, made_at, id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131757_InvoiceDesk') THEN
    CREATE INDEX ix_drafts_tenant_id_customer_id ON invoicing.drafts (tenant_id, customer_id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131757_InvoiceDesk') THEN
    CREATE INDEX ix_bulk_runs_tenant_id_owner_planned_at ON invoicing.bulk_runs (tenant_id, owner, planned_at);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131757_InvoiceDesk') THEN
    CREATE UNIQUE INDEX ix_saved_filters_tenant_id_owner_name ON invoicing.saved_filters (tenant_id, owner, name);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121131757_InvoiceDesk') THEN
    INSERT INTO kernel.migrations ("MigrationId", "ProductVersion")
    VALUES ('20261121131757_InvoiceDesk', '10.0.14');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121132224_RestResources') THEN
    ALTER TABLE customers.products ADD marks character varying(850) NOT NULL DEFAULT '';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121132224_RestResources') THEN
    ALTER TABLE customers.products ADD metadata jsonb NOT NULL DEFAULT '{}';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121132224_RestResources') THEN
    ALTER TABLE invoicing.invoices ADD marks character varying(850) NOT NULL DEFAULT '';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121132224_RestResources') THEN
    ALTER TABLE invoicing.invoices ADD metadata jsonb NOT NULL DEFAULT '{}';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121132224_RestResources') THEN
    ALTER TABLE invoicing.drafts ADD marks character varying(850) NOT NULL DEFAULT '';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121132224_RestResources') THEN
    ALTER TABLE invoicing.drafts ADD search_name character varying(255) COLLATE "C" NOT NULL DEFAULT '';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121132224_RestResources') THEN
    ALTER TABLE customers.customers ADD marks character varying(850) NOT NULL DEFAULT '';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121132224_RestResources') THEN
    CREATE INDEX ix_drafts_tenant_id_search_name ON invoicing.drafts (tenant_id, search_name);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121132224_RestResources') THEN
    INSERT INTO kernel.migrations ("MigrationId", "ProductVersion")
    VALUES ('20261121132224_RestResources', '10.0.14');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121132437_Reports') THEN
    CREATE TABLE invoicing.due_days (
        tenant_id uuid NOT NULL,
        due_on date NOT NULL,
        currency character(3) NOT NULL,
        documents bigint NOT NULL,
        open numeric(19,4) NOT NULL,
        open_ron numeric(19,4) NOT NULL,
        CONSTRAINT pk_due_days PRIMARY KEY (tenant_id, due_on, currency)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121132437_Reports') THEN
    grant select on invoicing.due_days to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121132437_Reports') THEN
    alter table invoicing.due_days enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121132437_Reports') THEN
    alter table invoicing.due_days force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121132437_Reports') THEN
    create policy tenant_wall on invoicing.due_days using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121132437_Reports') THEN
    create policy platform_passage on invoicing.due_days to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121132437_Reports') THEN
    CREATE TABLE invoicing.sales_days (
        tenant_id uuid NOT NULL,
        issued_on date NOT NULL,
        currency character(3) NOT NULL,
        source character varying(32) NOT NULL,
        documents bigint NOT NULL,
        net numeric(19,4) NOT NULL,
        vat numeric(19,4) NOT NULL,
        gross numeric(19,4) NOT NULL,
        net_ron numeric(19,4) NOT NULL,
        vat_ron numeric(19,4) NOT NULL,
        without_ron bigint NOT NULL,
        CONSTRAINT pk_sales_days PRIMARY KEY (tenant_id, issued_on, currency, source)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121132437_Reports') THEN
    grant select on invoicing.sales_days to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121132437_Reports') THEN
    alter table invoicing.sales_days enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121132437_Reports') THEN
    alter table invoicing.sales_days force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121132437_Reports') THEN
    create policy tenant_wall on invoicing.sales_days using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121132437_Reports') THEN
    create policy platform_passage on invoicing.sales_days to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121132437_Reports') THEN
    CREATE TABLE invoicing.tax_days (
        tenant_id uuid NOT NULL,
        issued_on date NOT NULL,
        supplied_in date NOT NULL,
        currency character(3) NOT NULL,
        category character varying(32) NOT NULL,
        rate numeric(19,4) NOT NULL,
        documents bigint NOT NULL,
        taxable numeric(19,4) NOT NULL,
        tax numeric(19,4) NOT NULL,
        taxable_ron numeric(19,4) NOT NULL,
        tax_ron numeric(19,4) NOT NULL,
        CONSTRAINT pk_tax_days PRIMARY KEY (tenant_id, issued_on, supplied_in, currency, category, rate)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121132437_Reports') THEN
    grant select on invoicing.tax_days to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121132437_Reports') THEN
    alter table invoicing.tax_days enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121132437_Reports') THEN
    alter table invoicing.tax_days force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121132437_Reports') THEN
    create policy tenant_wall on invoicing.tax_days using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121132437_Reports') THEN
    create policy platform_passage on invoicing.tax_days to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121132437_Reports') THEN
    CREATE INDEX ix_tax_days_tenant_id_supplied_in ON invoicing.tax_days (tenant_id, supplied_in);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121132437_Reports') THEN
    create function invoicing.sale_of(document jsonb) returns table (net numeric, vat numeric, gross numeric, rate numeric, net_ron numeric, vat_ron numeric)
    language sql immutable parallel safe as $sale$
        select s.net, s.vat, s.gross, s.rate, case when s.is_ron then s.net else round(s.gross * s.rate, 2) - s.vat_ron end, s.vat_ron
        from (
            select g.net, g.vat, g.gross, g.is_ron, case when g.is_ron then 1 else g.rate end as rate, case when g.is_ron then g.vat when g.rate is not null then g.vat_ron end as vat_ron
            from (
                select n.times * (document #>> '{totals,taxExclusive}')::numeric as net, n.times * (document #>> '{totals,vat}')::numeric as vat, n.times * (document #>> '{totals,taxInclusive}')::numeric as gross,
                    document ->> 'currency' = 'RON' as is_ron, (document #>> '{vatInRon,rate}')::numeric as rate, n.times * (document #>> '{vatInRon,amount}')::numeric as vat_ron
                from (select case when document ->> 'type' = 'CreditNote' then -1 else 1 end as times) n) g) s
    $sale$;
    create function invoicing.tax_of(document jsonb) returns table (supplied_in date, category text, rate numeric, taxable numeric, tax numeric, taxable_ron numeric, tax_ron numeric)
    language sql immutable parallel safe as $tax$
        select date_trunc('month', coalesce(document ->> 'periodEnd', document ->> 'issuedOn')::timestamp)::date, v.category, v.rate, v.taxable, v.tax,
            case when document ->> 'currency' = 'RON' then v.taxable when v.is_last then v.net_ron - coalesce(sum(v.taxable_ron) over before, 0) else v.taxable_ron end,
            case when document ->> 'currency' = 'RON' then v.tax when v.is_last then v.vat_ron - coalesce(sum(v.tax_ron) over before, 0) else v.tax_ron end
        from (
            select e.vat ->> 'category' as category, (e.vat ->> 'rate')::numeric as rate, n.times * (e.vat ->> 'taxableAmount')::numeric as taxable, n.times * (e.vat ->> 'tax')::numeric as tax,
                n.times * round((e.vat ->> 'taxableAmount')::numeric * s.rate, 2) as taxable_ron, n.times * round((e.vat ->> 'tax')::numeric * s.rate, 2) as tax_ron, s.net_ron, s.vat_ron,
                row_number() over smallest as no, row_number() over smallest = count(*) over () as is_last
            from jsonb_array_elements(document -> 'vat') with ordinality e(vat, at)
            cross join invoicing.sale_of(document) s
            cross join (select case when document ->> 'type' = 'CreditNote' then -1 else 1 end as times) n
            window smallest as (order by abs((e.vat ->> 'tax')::numeric), e.at)) v
        window before as (order by v.no rows between unbounded preceding and 1 preceding)
    $tax$;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121132437_Reports') THEN
    create function invoicing.lock_reports(company uuid) returns void language sql as $lock$
        select pg_advisory_xact_lock(hashtextextended('invoicing.reports ' || company::text, 0))
    $lock$;
    create function invoicing.count_on(i invoicing.invoices, day date, times integer) returns void language plpgsql as $count$
    begin
        insert into invoicing.sales_days as d (tenant_id, issued_on, currency, source, documents, net, vat, gross, net_ron, vat_ron, without_ron)
        select i.tenant_id, day, i.currency, i.source, times, times * s.net, times * s.vat, times * s.gross, times * coalesce(s.net_ron, 0), times * coalesce(s.vat_ron, 0),
            case when s.vat_ron is null then times else 0 end
        from invoicing.sale_of(i.document) s
        on conflict (tenant_id, issued_on, currency, source) do update
            set documents = d.documents + excluded.documents, net = d.net + excluded.net, vat = d.vat + excluded.vat, gross = d.gross + excluded.gross,
                net_ron = d.net_ron + excluded.net_ron, vat_ron = d.vat_ron + excluded.vat_ron, without_ron = d.without_ron + excluded.without_ron;
        insert into invoicing.tax_days as d (tenant_id, issued_on, supplied_in, currency, category, rate, documents, taxable, tax, taxable_ron, tax_ron)
        select i.tenant_id, day, t.supplied_in, i.currency, t.category, t.rate, times,
            times * sum(t.taxable), times * sum(t.tax), times * coalesce(sum(t.taxable_ron), 0), times * coalesce(sum(t.tax_ron), 0)
        from invoicing.tax_of(i.document) t group by t.supplied_in, t.category, t.rate
        on conflict (tenant_id, issued_on, supplied_in, currency, category, rate) do update
            set documents = d.documents + excluded.documents, taxable = d.taxable + excluded.taxable, tax = d.tax + excluded.tax,
                taxable_ron = d.taxable_ron + excluded.taxable_ron, tax_ron = d.tax_ron + excluded.tax_ron;
    end $count$;
    create function invoicing.count_document(i invoicing.invoices, times integer) returns void language plpgsql as $count$
    begin
        perform invoicing.count_on(i, i.issued_on, times);
        if i.voided_on is not null then perform invoicing.count_on(i, i.voided_on, -times); end if;
    end $count$;
    create function invoicing.roll_up() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $roll$
    begin
        perform invoicing.lock_reports(coalesce(new.tenant_id, old.tenant_id));
        if tg_op <> 'INSERT' then perform invoicing.count_document(old, -1); end if;
        if tg_op <> 'DELETE' then perform invoicing.count_document(new, 1); end if;
        return null;
    end $roll$;
    create constraint trigger invoices_roll_up after insert or delete or update of issued_on, voided_on, currency, source, document on invoicing.invoices
        deferrable initially deferred for each row execute function invoicing.roll_up();
    create function invoicing.count_open(i invoicing.invoices, times integer) returns void language plpgsql as $count$
    begin
        if i.open = 0 and i.open_ron = 0 then return; end if;
        insert into invoicing.due_days as d (tenant_id, due_on, currency, documents, open, open_ron)
        values (i.tenant_id, i.due_on, i.currency, case when i.open <> 0 then times else 0 end, times * i.open, times * i.open_ron)
        on conflict (tenant_id, due_on, currency) do update
            set documents = d.documents + excluded.documents, open = d.open + excluded.open, open_ron = d.open_ron + excluded.open_ron;
    end $count$;
    create function invoicing.roll_up_due() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $roll$
    begin
        perform invoicing.lock_reports(coalesce(new.tenant_id, old.tenant_id));
        if tg_op <> 'INSERT' then perform invoicing.count_open(old, -1); end if;
        if tg_op <> 'DELETE' then perform invoicing.count_open(new, 1); end if;
        return null;
    end $roll$;
    create constraint trigger invoices_roll_up_due after insert or delete or update of due_on, currency, open, open_ron on invoicing.invoices
        deferrable initially deferred for each row execute function invoicing.roll_up_due();
    alter table invoicing.invoices enable always trigger invoices_roll_up;
    alter table invoicing.invoices enable always trigger invoices_roll_up_due;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121132437_Reports') THEN
    create function invoicing.sales_told() returns table (tenant_id uuid, issued_on date, currency text, source text, documents bigint,
        net numeric, vat numeric, gross numeric, net_ron numeric, vat_ron numeric, without_ron bigint) language sql stable as $told$
        select i.tenant_id, d.day, i.currency::text, i.source, sum(d.times), sum(d.times * s.net), sum(d.times * s.vat), sum(d.times * s.gross),
            coalesce(sum(d.times * s.net_ron), 0), coalesce(sum(d.times * s.vat_ron), 0), coalesce(sum(d.times) filter (where s.vat_ron is null), 0)
        from invoicing.invoices i
        cross join lateral (values (i.issued_on, 1), (i.voided_on, -1)) d(day, times)
        cross join lateral invoicing.sale_of(i.document) s
        where d.day is not null group by 1, 2, 3, 4
    $told$;
    create function invoicing.tax_told() returns table (tenant_id uuid, issued_on date, supplied_in date, currency text, category text, rate numeric, documents bigint,
        taxable numeric, tax numeric, taxable_ron numeric, tax_ron numeric) language sql stable as $told$
        select i.tenant_id, d.day, t.supplied_in, i.currency::text, t.category, t.rate, sum(d.times), sum(d.times * t.taxable), sum(d.times * t.tax), sum(d.times * t.taxable_ron), sum(d.times * t.tax_ron)
        from invoicing.invoices i
        cross join lateral (values (i.issued_on, 1), (i.voided_on, -1)) d(day, times)
        cross join lateral (
            select p.supplied_in, p.category, p.rate, sum(p.taxable) as taxable, sum(p.tax) as tax, coalesce(sum(p.taxable_ron), 0) as taxable_ron, coalesce(sum(p.tax_ron), 0) as tax_ron
            from invoicing.tax_of(i.document) p group by 1, 2, 3) t
        where d.day is not null group by 1, 2, 3, 4, 5, 6
    $told$;
    create function invoicing.sales_drift() returns table (day date, currency text) language sql stable as $drift$
        select coalesce(k.issued_on, t.issued_on), coalesce(k.currency::text, t.currency)
        from invoicing.sales_days k
        full join invoicing.sales_told() t on t.tenant_id = k.tenant_id and t.issued_on = k.issued_on and t.currency = k.currency::text and t.source = k.source
        where (coalesce(k.documents, 0), coalesce(k.net, 0), coalesce(k.vat, 0), coalesce(k.gross, 0), coalesce(k.net_ron, 0), coalesce(k.vat_ron, 0), coalesce(k.without_ron, 0))
            <> (coalesce(t.documents, 0), coalesce(t.net, 0), coalesce(t.vat, 0), coalesce(t.gross, 0), coalesce(t.net_ron, 0), coalesce(t.vat_ron, 0), coalesce(t.without_ron, 0))
    $drift$;
    create function invoicing.tax_drift() returns table (day date, currency text) language sql stable as $drift$
        select coalesce(k.issued_on, t.issued_on), coalesce(k.currency::text, t.currency)
        from invoicing.tax_days k
        full join invoicing.tax_told() t on t.tenant_id = k.tenant_id and t.issued_on = k.issued_on and t.supplied_in = k.supplied_in
            and t.currency = k.currency::text and t.category = k.category and t.rate = k.rate
        where (coalesce(k.documents, 0), coalesce(k.taxable, 0), coalesce(k.tax, 0), coalesce(k.taxable_ron, 0), coalesce(k.tax_ron, 0))
            <> (coalesce(t.documents, 0), coalesce(t.taxable, 0), coalesce(t.tax, 0), coalesce(t.taxable_ron, 0), coalesce(t.tax_ron, 0))
    $drift$;
    create function invoicing.due_told() returns table (tenant_id uuid, due_on date, currency text, documents bigint, open numeric, open_ron numeric) language sql stable as $told$
        select i.tenant_id, i.due_on, i.currency::text, count(*), sum(i.open), sum(i.open_ron) from invoicing.invoices i where i.open <> 0 group by 1, 2, 3
    $told$;
    create function invoicing.due_drift() returns table (day date, currency text) language sql stable as $drift$
        select coalesce(k.due_on, t.due_on), coalesce(k.currency::text, t.currency)
        from invoicing.due_days k
        full join invoicing.due_told() t on t.tenant_id = k.tenant_id and t.due_on = k.due_on and t.currency = k.currency::text
        where (coalesce(k.documents, 0), coalesce(k.open, 0), coalesce(k.open_ron, 0)) <> (coalesce(t.documents, 0), coalesce(t.open, 0), coalesce(t.open_ron, 0))
    $drift$;
    create function invoicing.recount_reports(company uuid) returns void language plpgsql as $recount$
    begin
        perform set_config('app.tenant', company::text, true);
        perform invoicing.lock_reports(company);
        delete from invoicing.sales_days where tenant_id = company;
        delete from invoicing.tax_days where tenant_id = company;
        delete from invoicing.due_days where tenant_id = company;
        insert into invoicing.sales_days (tenant_id, issued_on, currency, source, documents, net, vat, gross, net_ron, vat_ron, without_ron)
        select t.tenant_id, t.issued_on, t.currency, t.source, t.documents, t.net, t.vat, t.gross, t.net_ron, t.vat_ron, t.without_ron from invoicing.sales_told() t;
        insert into invoicing.tax_days (tenant_id, issued_on, supplied_in, currency, category, rate, documents, taxable, tax, taxable_ron, tax_ron)
        select t.tenant_id, t.issued_on, t.supplied_in, t.currency, t.category, t.rate, t.documents, t.taxable, t.tax, t.taxable_ron, t.tax_ron from invoicing.tax_told() t;
        insert into invoicing.due_days (tenant_id, due_on, currency, documents, open, open_ron)
        select t.tenant_id, t.due_on, t.currency, t.documents, t.open, t.open_ron from invoicing.due_told() t;
    end $recount$;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121132437_Reports') THEN
    revoke all on function invoicing.lock_reports from public;
    revoke all on function invoicing.count_on from public;
    revoke all on function invoicing.count_document from public;
    revoke all on function invoicing.count_open from public;
    revoke all on function invoicing.roll_up from public;
    revoke all on function invoicing.roll_up_due from public;
    revoke all on function invoicing.recount_reports from public;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121132437_Reports') THEN
    do $backfill$
    declare
        company uuid;
    begin
        for company in select t.id from tenancy.tenants t loop
            perform invoicing.recount_reports(company);
        end loop;
        perform set_config('app.tenant', '', true);
    end $backfill$;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121132437_Reports') THEN
    INSERT INTO kernel.migrations ("MigrationId", "ProductVersion")
    VALUES ('20261121132437_Reports', '10.0.14');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121133555_InvoicePaper') THEN
    CREATE TABLE invoicing.invoice_designs (
        tenant_id uuid NOT NULL,
        number integer NOT NULL,
        design jsonb NOT NULL,
        saved_at timestamp with time zone NOT NULL,
        version bigint NOT NULL,
        CONSTRAINT pk_invoice_designs PRIMARY KEY (tenant_id, number)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121133555_InvoicePaper') THEN
    grant select, insert, update, delete on invoicing.invoice_designs to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121133555_InvoicePaper') THEN
    alter table invoicing.invoice_designs enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121133555_InvoicePaper') THEN
    alter table invoicing.invoice_designs force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121133555_InvoicePaper') THEN
    create policy tenant_wall on invoicing.invoice_designs using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121133555_InvoicePaper') THEN
    create policy platform_passage on invoicing.invoice_designs to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121133555_InvoicePaper') THEN
    CREATE TABLE invoicing.invoice_links (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        invoice uuid NOT NULL,
        key character varying(64) NOT NULL,
        hash bytea NOT NULL,
        made_at timestamp with time zone NOT NULL,
        withdrawn_at timestamp with time zone,
        viewed_at timestamp with time zone,
        downloaded_at timestamp with time zone,
        version bigint NOT NULL,
        CONSTRAINT pk_invoice_links PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121133555_InvoicePaper') THEN
    grant select, insert, update, delete on invoicing.invoice_links to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121133555_InvoicePaper') THEN
    alter table invoicing.invoice_links enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121133555_InvoicePaper') THEN
    alter table invoicing.invoice_links force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121133555_InvoicePaper') THEN
    create policy tenant_wall on invoicing.invoice_links using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121133555_InvoicePaper') THEN
    create policy platform_passage on invoicing.invoice_links to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121133555_InvoicePaper') THEN
    CREATE TABLE invoicing.invoice_logos (
        tenant_id uuid NOT NULL,
        hash character varying(64) NOT NULL,
        kind character varying(16) NOT NULL,
        bytes bytea NOT NULL,
        version bigint NOT NULL,
        CONSTRAINT pk_invoice_logos PRIMARY KEY (tenant_id, hash)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121133555_InvoicePaper') THEN
    grant select, insert, update, delete on invoicing.invoice_logos to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121133555_InvoicePaper') THEN
    alter table invoicing.invoice_logos enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121133555_InvoicePaper') THEN
    alter table invoicing.invoice_logos force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121133555_InvoicePaper') THEN
    create policy tenant_wall on invoicing.invoice_logos using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121133555_InvoicePaper') THEN
    create policy platform_passage on invoicing.invoice_logos to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121133555_InvoicePaper') THEN
    CREATE INDEX ix_invoice_links_tenant_id_invoice ON invoicing.invoice_links (tenant_id, invoice);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121133555_InvoicePaper') THEN
    INSERT INTO kernel.migrations ("MigrationId", "ProductVersion")
    VALUES ('20261121133555_InvoicePaper', '10.0.14');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121162439_SchedulesAndEstimates') THEN
    CREATE TABLE invoicing.estimates (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        kind character varying(32) NOT NULL,
        number character varying(32) NOT NULL,
        content jsonb NOT NULL,
        document jsonb NOT NULL,
        customer_id uuid,
        buyer_name character varying(200) NOT NULL,
        valid_until date NOT NULL,
        answer character varying(32) NOT NULL,
        invoice uuid,
        owner character varying(64) NOT NULL,
        made_at timestamp with time zone NOT NULL,
        changed_at timestamp with time zone NOT NULL,
        version bigint NOT NULL,
        CONSTRAINT pk_estimates PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121162439_SchedulesAndEstimates') THEN
    grant select, insert, update, delete on invoicing.estimates to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121162439_SchedulesAndEstimates') THEN
    alter table invoicing.estimates enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121162439_SchedulesAndEstimates') THEN
    alter table invoicing.estimates force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121162439_SchedulesAndEstimates') THEN
    create policy tenant_wall on invoicing.estimates using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121162439_SchedulesAndEstimates') THEN
    create policy platform_passage on invoicing.estimates to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121162439_SchedulesAndEstimates') THEN
    CREATE TABLE invoicing.schedules (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        owner character varying(64) NOT NULL,
        name character varying(100) NOT NULL,
        content jsonb NOT NULL,
        customer_id uuid,
        terms jsonb NOT NULL,
        issues_itself boolean NOT NULL,
        sends_mail boolean NOT NULL,
        is_paused boolean NOT NULL,
        next integer NOT NULL,
        next_on date,
        skipped integer NOT NULL,
        ended_at timestamp with time zone,
        problem character varying(100),
        problem_text character varying(500),
        made_at timestamp with time zone NOT NULL,
        changed_at timestamp with time zone NOT NULL,
        version bigint NOT NULL,
        CONSTRAINT pk_schedules PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121162439_SchedulesAndEstimates') THEN
    grant select, insert, update, delete on invoicing.schedules to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121162439_SchedulesAndEstimates') THEN
    alter table invoicing.schedules enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121162439_SchedulesAndEstimates') THEN
    alter table invoicing.schedules force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121162439_SchedulesAndEstimates') THEN
    create policy tenant_wall on invoicing.schedules using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121162439_SchedulesAndEstimates') THEN
    create policy platform_passage on invoicing.schedules to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121162439_SchedulesAndEstimates') THEN
    CREATE TABLE invoicing.estimate_invoices (
        tenant_id uuid NOT NULL,
        estimate uuid NOT NULL,
        invoice uuid NOT NULL,
        CONSTRAINT pk_estimate_invoices PRIMARY KEY (tenant_id, estimate),
        CONSTRAINT fk_estimate_invoices_tenant_id_estimate FOREIGN KEY (tenant_id, estimate) REFERENCES invoicing.estimates (tenant_id, id) ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121162439_SchedulesAndEstimates') THEN
    grant select, insert, update, delete on invoicing.estimate_invoices to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121162439_SchedulesAndEstimates') THEN
    alter table invoicing.estimate_invoices enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121162439_SchedulesAndEstimates') THEN
    alter table invoicing.estimate_invoices force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121162439_SchedulesAndEstimates') THEN
    create policy tenant_wall on invoicing.estimate_invoices using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121162439_SchedulesAndEstimates') THEN
    create policy platform_passage on invoicing.estimate_invoices to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121162439_SchedulesAndEstimates') THEN
    CREATE TABLE invoicing.scheduled_invoices (
        tenant_id uuid NOT NULL,
        schedule uuid NOT NULL,
        period integer NOT NULL,
        due_on date NOT NULL,
        invoice uuid NOT NULL,
        made_at timestamp with time zone NOT NULL,
        problem character varying(100),
        problem_text character varying(500),
        CONSTRAINT pk_scheduled_invoices PRIMARY KEY (tenant_id, schedule, period),
        CONSTRAINT fk_scheduled_invoices_tenant_id_schedule FOREIGN KEY (tenant_id, schedule) REFERENCES invoicing.schedules (tenant_id, id) ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121162439_SchedulesAndEstimates') THEN
    grant select, insert, update, delete on invoicing.scheduled_invoices to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121162439_SchedulesAndEstimates') THEN
    alter table invoicing.scheduled_invoices enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121162439_SchedulesAndEstimates') THEN
    alter table invoicing.scheduled_invoices force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121162439_SchedulesAndEstimates') THEN
    create policy tenant_wall on invoicing.scheduled_invoices using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121162439_SchedulesAndEstimates') THEN
    create policy platform_passage on invoicing.scheduled_invoices to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121162439_SchedulesAndEstimates') THEN
    CREATE UNIQUE INDEX ix_estimate_invoices_tenant_id_invoice ON invoicing.estimate_invoices (tenant_id, invoice);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121162439_SchedulesAndEstimates') THEN
    CREATE INDEX ix_estimates_tenant_id_customer_id ON invoicing.estimates (tenant_id, customer_id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121162439_SchedulesAndEstimates') THEN
    CREATE UNIQUE INDEX ix_estimates_tenant_id_invoice ON invoicing.estimates (tenant_id, invoice);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121162439_SchedulesAndEstimates') THEN
    CREATE INDEX ix_estimates_tenant_id_made_at_id ON invoicing.estimates (tenant_id, made_at, id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121162439_SchedulesAndEstimates') THEN
    CREATE UNIQUE INDEX ix_estimates_tenant_id_number ON invoicing.estimates (tenant_id, number);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121162439_SchedulesAndEstimates') THEN
    CREATE UNIQUE INDEX ix_scheduled_invoices_tenant_id_invoice ON invoicing.scheduled_invoices (tenant_id, invoice);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121162439_SchedulesAndEstimates') THEN
    CREATE INDEX ix_schedules_tenant_id_customer_id ON invoicing.schedules (tenant_id, customer_id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121162439_SchedulesAndEstimates') THEN
    CREATE INDEX ix_schedules_tenant_id_made_at_id ON invoicing.schedules (tenant_id, made_at, id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121162439_SchedulesAndEstimates') THEN
    CREATE INDEX ix_schedules_tenant_id_next_on ON invoicing.schedules (tenant_id, next_on);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121162439_SchedulesAndEstimates') THEN
    INSERT INTO kernel.migrations ("MigrationId", "ProductVersion")
    VALUES ('20261121162439_SchedulesAndEstimates', '10.0.14');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121162701_Attachments') THEN
    CREATE TABLE invoicing.attachments (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        invoice uuid NOT NULL,
        name character varying(100) NOT NULL,
        kind character varying(32) NOT NULL,
        size integer NOT NULL,
        bytes bytea NOT NULL,
        added_at timestamp with time zone NOT NULL,
        CONSTRAINT pk_attachments PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121162701_Attachments') THEN
    grant select, insert, update, delete on invoicing.attachments to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121162701_Attachments') THEN
    alter table invoicing.attachments enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121162701_Attachments') THEN
    alter table invoicing.attachments force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121162701_Attachments') THEN
    create policy tenant_wall on invoicing.attachments using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121162701_Attachments') THEN
    create policy platform_passage on invoicing.attachments to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121162701_Attachments') THEN
    CREATE UNIQUE INDEX ix_attachments_tenant_id_invoice_name ON invoicing.attachments (tenant_id, invoice, name);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121162701_Attachments') THEN
    create function invoicing.keep_attachments() returns trigger language plpgsql as $keep$
    declare
        company uuid := coalesce(new.tenant_id, old.tenant_id);
        draft uuid := coalesce(new.invoice, old.invoice);
        files bigint;
        bytes bigint;
    begin
        perform 1 from invoicing.drafts d where d.tenant_id = company and d.id = draft for key share;
        if tg_op = 'UPDATE' or not found then
            raise exception 'the files of an issued invoice do not change' using errcode = '23514', constraint = 'attachments_of_draft';
        end if;
        select count(*), coalesce(sum(octet_length(a.bytes)), 0) into files, bytes from invoicing.attachments a where a.tenant_id = company and a.invoice = draft;
        if tg_op = 'INSERT' and (files > 10 or bytes > 10485760) then
            raise exception 'these are too many files for an invoice' using errcode = '23514', constraint = 'attachments_of_draft';
        end if;
        return null;
    end $keep$;
    create trigger attachments_of_draft after insert or update or delete on invoicing.attachments for each row execute function invoicing.keep_attachments();
    alter table invoicing.attachments enable always trigger attachments_of_draft;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121162701_Attachments') THEN
    INSERT INTO kernel.migrations ("MigrationId", "ProductVersion")
    VALUES ('20261121162701_Attachments', '10.0.14');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121163010_ReportsAndOrigins') THEN
    ALTER TABLE tenancy.tenants ADD requests_per_hour integer;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121163010_ReportsAndOrigins') THEN
    CREATE TABLE invoicing.customer_months (
        tenant_id uuid NOT NULL,
        sold_in date NOT NULL,
        currency character(3) NOT NULL,
        customer_key character varying(255) NOT NULL,
        name character varying(255) NOT NULL,
        documents bigint NOT NULL,
        net numeric(19,4) NOT NULL,
        vat numeric(19,4) NOT NULL,
        gross numeric(19,4) NOT NULL,
        net_ron numeric(19,4) NOT NULL,
        vat_ron numeric(19,4) NOT NULL,
        without_ron bigint NOT NULL,
        CONSTRAINT pk_customer_months PRIMARY KEY (tenant_id, sold_in, currency, customer_key)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121163010_ReportsAndOrigins') THEN
    grant select on invoicing.customer_months to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121163010_ReportsAndOrigins') THEN
    alter table invoicing.customer_months enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121163010_ReportsAndOrigins') THEN
    alter table invoicing.customer_months force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121163010_ReportsAndOrigins') THEN
    create policy tenant_wall on invoicing.customer_months using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121163010_ReportsAndOrigins') THEN
    create policy platform_passage on invoicing.customer_months to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121163010_ReportsAndOrigins') THEN
    CREATE TABLE payments.payment_days (
        tenant_id uuid NOT NULL,
        moved_on date NOT NULL,
        currency character(3) NOT NULL,
        method character varying(32) NOT NULL,
        payments bigint NOT NULL,
        received numeric(19,4) NOT NULL,
        received_ron numeric(19,4) NOT NULL,
        refunded numeric(19,4) NOT NULL,
        refunded_ron numeric(19,4) NOT NULL,
        reversed numeric(19,4) NOT NULL,
        reversed_ron numeric(19,4) NOT NULL,
        unapplied numeric(19,4) NOT NULL,
        unapplied_ron numeric(19,4) NOT NULL,
        CONSTRAINT pk_payment_days PRIMARY KEY (tenant_id, moved_on, currency, method)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121163010_ReportsAndOrigins') THEN
    grant select on payments.payment_days to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121163010_ReportsAndOrigins') THEN
    alter table payments.payment_days enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121163010_ReportsAndOrigins') THEN
    alter table payments.payment_days force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121163010_ReportsAndOrigins') THEN
    create policy tenant_wall on payments.payment_days using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121163010_ReportsAndOrigins') THEN
    create policy platform_passage on payments.payment_days to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121163010_ReportsAndOrigins') THEN
    CREATE TABLE invoicing.product_months (
        tenant_id uuid NOT NULL,
        sold_in date NOT NULL,
        currency character(3) NOT NULL,
        product_key character varying(255) NOT NULL,
        unit character varying(16) NOT NULL,
        name character varying(255) NOT NULL,
        lines bigint NOT NULL,
        quantity numeric(19,4) NOT NULL,
        net numeric(19,4) NOT NULL,
        net_ron numeric(19,4) NOT NULL,
        CONSTRAINT pk_product_months PRIMARY KEY (tenant_id, sold_in, currency, product_key, unit)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121163010_ReportsAndOrigins') THEN
    grant select on invoicing.product_months to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121163010_ReportsAndOrigins') THEN
    alter table invoicing.product_months enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121163010_ReportsAndOrigins') THEN
    alter table invoicing.product_months force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121163010_ReportsAndOrigins') THEN
    create policy tenant_wall on invoicing.product_months using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121163010_ReportsAndOrigins') THEN
    create policy platform_passage on invoicing.product_months to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121163010_ReportsAndOrigins') THEN
    CREATE TABLE access.web_origins (
        tenant_id uuid NOT NULL,
        origin character varying(300) NOT NULL,
        CONSTRAINT pk_web_origins PRIMARY KEY (tenant_id, origin)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121163010_ReportsAndOrigins') THEN
    grant select, insert, update, delete on access.web_origins to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121163010_ReportsAndOrigins') THEN
    alter table access.web_origins enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121163010_ReportsAndOrigins') THEN
    alter table access.web_origins force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121163010_ReportsAndOrigins') THEN
    create policy tenant_wall on access.web_origins using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121163010_ReportsAndOrigins') THEN
    create policy platform_passage on access.web_origins to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121163010_ReportsAndOrigins') THEN
    ALTER TABLE tenancy.tenants ADD CONSTRAINT ck_tenants_requests_per_hour CHECK (requests_per_hour between 1 and 1000000);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121163010_ReportsAndOrigins') THEN
    CREATE INDEX ix_web_origins_origin ON access.web_origins (origin);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121163010_ReportsAndOrigins') THEN
    create function invoicing.lines_of(document jsonb) returns table (product_key text, name text, unit text, quantity numeric, net numeric, net_ron numeric)
    language sql immutable parallel safe as $lines$
        select coalesce(l.line ->> 'productId', left(l.line ->> 'name', 255)), left(l.line ->> 'name', 255), coalesce(l.line ->> 'unit', ''), n.times * round((l.line ->> 'quantity')::numeric, 4),
            n.times * (l.line ->> 'net')::numeric, n.times * coalesce(round((l.line ->> 'net')::numeric * s.rate, 2), 0)
        from jsonb_array_elements(document -> 'lines') l(line)
        cross join invoicing.sale_of(document) s
        cross join (select case when document ->> 'type' = 'CreditNote' then -1 else 1 end as times) n
    $lines$;
    create function invoicing.month_of(day date) returns date language sql immutable parallel safe as $month$ select date_trunc('month', day::timestamp)::date $month$;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121163010_ReportsAndOrigins') THEN
    create function invoicing.count_sold_on(i invoicing.invoices, day date, times integer) returns void language plpgsql as $count$
    begin
        insert into invoicing.customer_months as m (tenant_id, sold_in, currency, customer_key, name, documents, net, vat, gross, net_ron, vat_ron, without_ron)
        select i.tenant_id, invoicing.month_of(day), i.currency, coalesce(i.customer_key, i.buyer_name), left(coalesce(i.document #>> '{buyer,name}', i.buyer_name), 255), times, times * s.net, times * s.vat, times * s.gross,
            times * coalesce(s.net_ron, 0), times * coalesce(s.vat_ron, 0), case when s.vat_ron is null then times else 0 end
        from invoicing.sale_of(i.document) s
        on conflict (tenant_id, sold_in, currency, customer_key) do update
            set name = case when excluded.documents > 0 then excluded.name else m.name end, documents = m.documents + excluded.documents, net = m.net + excluded.net, vat = m.vat + excluded.vat,
                gross = m.gross + excluded.gross, net_ron = m.net_ron + excluded.net_ron, vat_ron = m.vat_ron + excluded.vat_ron, without_ron = m.without_ron + excluded.without_ron;
        insert into invoicing.product_months as m (tenant_id, sold_in, currency, product_key, unit, name, lines, quantity, net, net_ron)
        select i.tenant_id, invoicing.month_of(day), i.currency, l.product_key, l.unit, max(l.name), times * count(*), times * sum(l.quantity), times * sum(l.net), times * sum(l.net_ron)
        from invoicing.lines_of(i.document) l group by l.product_key, l.unit
        on conflict (tenant_id, sold_in, currency, product_key, unit) do update
            set name = case when excluded.lines > 0 then excluded.name else m.name end, lines = m.lines + excluded.lines, quantity = m.quantity + excluded.quantity,
                net = m.net + excluded.net, net_ron = m.net_ron + excluded.net_ron;
    end $count$;
    create function invoicing.count_sold(i invoicing.invoices, times integer) returns void language plpgsql as $count$
    begin
        perform invoicing.count_sold_on(i, i.issued_on, times);
        if i.voided_on is not null then perform invoicing.count_sold_on(i, i.voided_on, -times); end if;
    end $count$;
    create function invoicing.roll_up_sold() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $roll$
    begin
        perform invoicing.lock_reports(coalesce(new.tenant_id, old.tenant_id));
        if tg_op <> 'INSERT' then perform invoicing.count_sold(old, -1); end if;
        if tg_op <> 'DELETE' then perform invoicing.count_sold(new, 1); end if;
        return null;
    end $roll$;
    create constraint trigger invoices_roll_up_sold after insert or delete or update of issued_on, voided_on, currency, customer_key, buyer_name, document on invoicing.invoices
        deferrable initially deferred for each row execute function invoicing.roll_up_sold();
    alter table invoicing.invoices enable always trigger invoices_roll_up_sold;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121163010_ReportsAndOrigins') THEN
    create function invoicing.customers_told() returns table (tenant_id uuid, sold_in date, currency text, customer_key text, name text, documents bigint,
        net numeric, vat numeric, gross numeric, net_ron numeric, vat_ron numeric, without_ron bigint) language sql stable as $told$
        select i.tenant_id, invoicing.month_of(d.day), i.currency::text, coalesce(i.customer_key, i.buyer_name)::text, (array_agg(left(coalesce(i.document #>> '{buyer,name}', i.buyer_name), 255) order by i.id desc))[1],
            sum(d.times), sum(d.times * s.net), sum(d.times * s.vat), sum(d.times * s.gross),
            coalesce(sum(d.times * s.net_ron), 0), coalesce(sum(d.times * s.vat_ron), 0), coalesce(sum(d.times) filter (where s.vat_ron is null), 0)
        from invoicing.invoices i
        cross join lateral (values (i.issued_on, 1), (i.voided_on, -1)) d(day, times)
        cross join lateral invoicing.sale_of(i.document) s
        where d.day is not null group by 1, 2, 3, 4
    $told$;
    create function invoicing.products_told() returns table (tenant_id uuid, sold_in date, currency text, product_key text, unit text, name text, lines bigint,
        quantity numeric, net numeric, net_ron numeric) language sql stable as $told$
        select i.tenant_id, invoicing.month_of(d.day), i.currency::text, l.product_key, l.unit, (array_agg(l.name order by i.id desc))[1],
            sum(d.times), sum(d.times * l.quantity), sum(d.times * l.net), sum(d.times * l.net_ron)
        from invoicing.invoices i
        cross join lateral (values (i.issued_on, 1), (i.voided_on, -1)) d(day, times)
        cross join lateral invoicing.lines_of(i.document) l
        where d.day is not null group by 1, 2, 3, 4, 5
    $told$;
    create function invoicing.customers_drift() returns table (day date, currency text) language sql stable as $drift$
        select distinct coalesce(k.sold_in, t.sold_in), coalesce(k.currency::text, t.currency)
        from invoicing.customer_months k
        full join invoicing.customers_told() t on t.tenant_id = k.tenant_id and t.sold_in = k.sold_in and t.currency = k.currency::text and t.customer_key = k.customer_key
        where (coalesce(k.documents, 0), coalesce(k.net, 0), coalesce(k.vat, 0), coalesce(k.gross, 0), coalesce(k.net_ron, 0), coalesce(k.vat_ron, 0), coalesce(k.without_ron, 0))
            <> (coalesce(t.documents, 0), coalesce(t.net, 0), coalesce(t.vat, 0), coalesce(t.gross, 0), coalesce(t.net_ron, 0), coalesce(t.vat_ron, 0), coalesce(t.without_ron, 0))
    $drift$;
    create function invoicing.products_drift() returns table (day date, currency text) language sql stable as $drift$
        select distinct coalesce(k.sold_in, t.sold_in), coalesce(k.currency::text, t.currency)
        from invoicing.product_months k
        full join invoicing.products_told() t on t.tenant_id = k.tenant_id and t.sold_in = k.sold_in and t.currency = k.currency::text and t.product_key = k.product_key and t.unit = k.unit
        where (coalesce(k.lines, 0), coalesce(k.quantity, 0), coalesce(k.net, 0), coalesce(k.net_ron, 0)) <> (coalesce(t.lines, 0), coalesce(t.quantity, 0), coalesce(t.net, 0), coalesce(t.net_ron, 0))
    $drift$;
    create function invoicing.recount_sold(company uuid) returns void language plpgsql as $recount$
    begin
        perform set_config('app.tenant', company::text, true);
        perform invoicing.lock_reports(company);
        delete from invoicing.customer_months where tenant_id = company;
        delete from invoicing.product_months where tenant_id = company;
        insert into invoicing.customer_months (tenant_id, sold_in, currency, customer_key, name, documents, net, vat, gross, net_ron, vat_ron, without_ron)
        select t.tenant_id, t.sold_in, t.currency, t.customer_key, t.name, t.documents, t.net, t.vat, t.gross, t.net_ron, t.vat_ron, t.without_ron from invoicing.customers_told() t;
        insert into invoicing.product_months (tenant_id, sold_in, currency, product_key, unit, name, lines, quantity, net, net_ron)
        select t.tenant_id, t.sold_in, t.currency, t.product_key, t.unit, t.name, t.lines, t.quantity, t.net, t.net_ron from invoicing.products_told() t;
    end $recount$;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121163010_ReportsAndOrigins') THEN
    revoke all on function invoicing.count_sold_on from public;
    revoke all on function invoicing.count_sold from public;
    revoke all on function invoicing.roll_up_sold from public;
    revoke all on function invoicing.recount_sold from public;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121163010_ReportsAndOrigins') THEN
    create function payments.figures_of(m payments.moves) returns table (payments bigint, received numeric, received_ron numeric, refunded numeric, refunded_ron numeric,
        reversed numeric, reversed_ron numeric, unapplied numeric, unapplied_ron numeric) language sql immutable parallel safe as $figures$
        select case m.kind when 'Received' then 1 else 0 end::bigint,
            case m.kind when 'Received' then m.money else 0 end, case m.kind when 'Received' then m.money_ron else 0 end,
            case m.kind when 'Refunded' then -m.money else 0 end, case m.kind when 'Refunded' then -m.money_ron else 0 end,
            case m.kind when 'Reversed' then -m.money else 0 end, case m.kind when 'Reversed' then -m.money_ron else 0 end, m.credit, m.credit_ron
    $figures$;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121163010_ReportsAndOrigins') THEN
    create function payments.roll_up() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $roll$
    begin
        perform invoicing.lock_reports(new.tenant_id);
        insert into payments.payment_days as d (tenant_id, moved_on, currency, method, payments, received, received_ron, refunded, refunded_ron, reversed, reversed_ron, unapplied, unapplied_ron)
        select new.tenant_id, new."on", p.currency, p.method, f.payments, f.received, f.received_ron, f.refunded, f.refunded_ron, f.reversed, f.reversed_ron, f.unapplied, f.unapplied_ron
        from payments.payments p cross join payments.figures_of(new) f where p.tenant_id = new.tenant_id and p.id = new.payment_id
        on conflict (tenant_id, moved_on, currency, method) do update
            set payments = d.payments + excluded.payments, received = d.received + excluded.received, received_ron = d.received_ron + excluded.received_ron,
                refunded = d.refunded + excluded.refunded, refunded_ron = d.refunded_ron + excluded.refunded_ron, reversed = d.reversed + excluded.reversed,
                reversed_ron = d.reversed_ron + excluded.reversed_ron, unapplied = d.unapplied + excluded.unapplied, unapplied_ron = d.unapplied_ron + excluded.unapplied_ron;
        return null;
    end $roll$;
    create constraint trigger moves_roll_up after insert on payments.moves deferrable initially deferred for each row execute function payments.roll_up();
    alter table payments.moves enable always trigger moves_roll_up;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121163010_ReportsAndOrigins') THEN
    create function payments.days_told() returns table (tenant_id uuid, moved_on date, currency text, method text, payments bigint, received numeric, received_ron numeric,
        refunded numeric, refunded_ron numeric, reversed numeric, reversed_ron numeric, unapplied numeric, unapplied_ron numeric) language sql stable as $told$
        select m.tenant_id, m."on", p.currency::text, p.method::text, sum(f.payments)::bigint, sum(f.received), sum(f.received_ron), sum(f.refunded), sum(f.refunded_ron),
            sum(f.reversed), sum(f.reversed_ron), sum(f.unapplied), sum(f.unapplied_ron)
        from payments.moves m
        join payments.payments p on p.tenant_id = m.tenant_id and p.id = m.payment_id
        cross join lateral payments.figures_of(m) f group by 1, 2, 3, 4
    $told$;
    create function payments.days_drift() returns table (day date, currency text) language sql stable as $drift$
        select distinct coalesce(k.moved_on, t.moved_on), coalesce(k.currency::text, t.currency)
        from payments.payment_days k
        full join payments.days_told() t on t.tenant_id = k.tenant_id and t.moved_on = k.moved_on and t.currency = k.currency::text and t.method = k.method
        where (coalesce(k.payments, 0), coalesce(k.received, 0), coalesce(k.received_ron, 0), coalesce(k.refunded, 0), coalesce(k.refunded_ron, 0), coalesce(k.reversed, 0), coalesce(k.reversed_ron, 0), coalesce(k.unapplied, 0), coalesce(k.unapplied_ron, 0))
            <> (coalesce(t.payments, 0), coalesce(t.received, 0), coalesce(t.received_ron, 0), coalesce(t.refunded, 0), coalesce(t.refunded_ron, 0), coalesce(t.reversed, 0), coalesce(t.reversed_ron, 0), coalesce(t.unapplied, 0), coalesce(t.unapplied_ron, 0))
    $drift$;
    create function payments.recount_days(company uuid) returns void language plpgsql as $recount$
    begin
        perform set_config('app.tenant', company::text, true);
        perform invoicing.lock_reports(company);
        delete from payments.payment_days where tenant_id = company;
        insert into payments.payment_days (tenant_id, moved_on, currency, method, payments, received, received_ron, refunded, refunded_ron, reversed, reversed_ron, unapplied, unapplied_ron)
        select t.tenant_id, t.moved_on, t.currency, t.method, t.payments, t.received, t.received_ron, t.refunded, t.refunded_ron, t.reversed, t.reversed_ron, t.unapplied, t.unapplied_ron
        from payments.days_told() t;
    end $recount$;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121163010_ReportsAndOrigins') THEN
    revoke all on function payments.roll_up from public;
    revoke all on function payments.recount_days from public;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121163010_ReportsAndOrigins') THEN
    do $backfill$
    declare
        company uuid;
    begin
        for company in select t.id from tenancy.tenants t loop
            perform invoicing.recount_sold(company);
        end loop;
        perform set_config('app.tenant', '', true);
    end $backfill$;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121163010_ReportsAndOrigins') THEN
    do $backfill$
    declare
        company uuid;
    begin
        for company in select t.id from tenancy.tenants t loop
            perform payments.recount_days(company);
        end loop;
        perform set_config('app.tenant', '', true);
    end $backfill$;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121163010_ReportsAndOrigins') THEN
    INSERT INTO kernel.migrations ("MigrationId", "ProductVersion")
    VALUES ('20261121163010_ReportsAndOrigins', '10.0.14');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121163655_Reminders') THEN
    ALTER TABLE invoicing.invoices ADD overdue_on date;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121163655_Reminders') THEN
    ALTER TABLE invoicing.invoices ADD reminded_at timestamp with time zone;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121163655_Reminders') THEN
    ALTER TABLE invoicing.invoices ADD reminders_paused_at timestamp with time zone;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121163655_Reminders') THEN
    CREATE TABLE invoicing.reminder_plans (
        tenant_id uuid NOT NULL,
        id character varying(16) NOT NULL,
        is_on boolean NOT NULL,
        days jsonb NOT NULL,
        sends_receipts boolean NOT NULL,
        since date NOT NULL,
        version bigint NOT NULL,
        CONSTRAINT pk_reminder_plans PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121163655_Reminders') THEN
    grant select, insert, update, delete on invoicing.reminder_plans to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121163655_Reminders') THEN
    alter table invoicing.reminder_plans enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121163655_Reminders') THEN
    alter table invoicing.reminder_plans force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121163655_Reminders') THEN
    create policy tenant_wall on invoicing.reminder_plans using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121163655_Reminders') THEN
    create policy platform_passage on invoicing.reminder_plans to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121163655_Reminders') THEN
    CREATE TABLE invoicing.reminders (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        invoice uuid NOT NULL,
        step integer,
        outcome character varying(32) NOT NULL,
        mail uuid,
        at timestamp with time zone NOT NULL,
        CONSTRAINT pk_reminders PRIMARY KEY (tenant_id, id),
        CONSTRAINT fk_reminders_tenant_id_invoice FOREIGN KEY (tenant_id, invoice) REFERENCES invoicing.invoices (tenant_id, id) ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121163655_Reminders') THEN
    grant select, insert, update, delete on invoicing.reminders to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121163655_Reminders') THEN
    alter table invoicing.reminders enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121163655_Reminders') THEN
    alter table invoicing.reminders force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121163655_Reminders') THEN
    create policy tenant_wall on invoicing.reminders using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121163655_Reminders') THEN
    create policy platform_passage on invoicing.reminders to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121163655_Reminders') THEN
    CREATE UNIQUE INDEX ix_reminders_tenant_id_invoice_step ON invoicing.reminders (tenant_id, invoice, step);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121163655_Reminders') THEN
    INSERT INTO kernel.migrations ("MigrationId", "ProductVersion")
    VALUES ('20261121163655_Reminders', '10.0.14');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    ALTER TABLE sync.sales ADD returned numeric(19,4) NOT NULL DEFAULT 0.0;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    ALTER TABLE sync.sales ADD returns_credited numeric(19,4) NOT NULL DEFAULT 0.0;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    ALTER TABLE fiscal.filings ADD legal_number character varying(64);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    ALTER TABLE fiscal.filing_attempts ADD candidate character varying(64);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    ALTER TABLE fiscal.filing_attempts ADD gate character varying(100);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    ALTER TABLE fiscal.filing_attempts ADD mark character varying(64);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    ALTER TABLE fiscal.filing_attempts ADD test boolean;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    ALTER TABLE invoicing.drafts ADD revises uuid;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    CREATE TABLE sync.batches (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        owner character varying(64) NOT NULL,
        "from" date,
        "to" date,
        invoices boolean NOT NULL,
        charges boolean NOT NULL,
        call_key character varying(255),
        call_digest character varying(64),
        state character varying(32) NOT NULL,
        planned_to date,
        created_at timestamp with time zone NOT NULL,
        started_at timestamp with time zone,
        finished_at timestamp with time zone,
        version bigint NOT NULL,
        CONSTRAINT pk_batches PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    grant select, insert, update, delete on sync.batches to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    alter table sync.batches enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    alter table sync.batches force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    create policy tenant_wall on sync.batches using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    create policy platform_passage on sync.batches to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    CREATE TABLE fiscal.call_counts (
        tenant_id uuid NOT NULL,
        id character varying(100) NOT NULL,
        used integer NOT NULL,
        most integer NOT NULL,
        ends_at timestamp with time zone NOT NULL,
        CONSTRAINT pk_call_counts PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    grant select, insert, update, delete on fiscal.call_counts to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    alter table fiscal.call_counts enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    alter table fiscal.call_counts force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    create policy tenant_wall on fiscal.call_counts using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    create policy platform_passage on fiscal.call_counts to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    CREATE TABLE sync.deadline_mutes (
        tenant_id uuid NOT NULL,
        person character varying(64) NOT NULL,
        CONSTRAINT pk_deadline_mutes PRIMARY KEY (tenant_id, person)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    grant select, insert, update, delete on sync.deadline_mutes to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    alter table sync.deadline_mutes enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    alter table sync.deadline_mutes force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    create policy tenant_wall on sync.deadline_mutes using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    create policy platform_passage on sync.deadline_mutes to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    CREATE TABLE sync.deadline_settings (
        tenant_id uuid NOT NULL,
        id character varying(16) NOT NULL,
        size character varying(32) NOT NULL,
        CONSTRAINT pk_deadline_settings PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    grant select, insert, update, delete on sync.deadline_settings to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    alter table sync.deadline_settings enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    alter table sync.deadline_settings force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    create policy tenant_wall on sync.deadline_settings using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    create policy platform_passage on sync.deadline_settings to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    CREATE TABLE sync.deadline_warnings (
        tenant_id uuid NOT NULL,
        subject uuid NOT NULL,
        day integer NOT NULL,
        at timestamp with time zone NOT NULL,
        CONSTRAINT pk_deadline_warnings PRIMARY KEY (tenant_id, subject, day)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    grant select, insert, update, delete on sync.deadline_warnings to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    alter table sync.deadline_warnings enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    alter table sync.deadline_warnings force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    create policy tenant_wall on sync.deadline_warnings using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    create policy platform_passage on sync.deadline_warnings to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    CREATE TABLE fiscal.filing_settings (
        tenant_id uuid NOT NULL,
        id character varying(16) NOT NULL,
        provider character varying(32) NOT NULL,
        version bigint NOT NULL,
        CONSTRAINT pk_filing_settings PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    grant select, insert, update, delete on fiscal.filing_settings to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    alter table fiscal.filing_settings enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    alter table fiscal.filing_settings force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    create policy tenant_wall on fiscal.filing_settings using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    create policy platform_passage on fiscal.filing_settings to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    CREATE TABLE fiscal.mailbox_marks (
        tenant_id uuid NOT NULL,
        id character varying(8) NOT NULL,
        read_to timestamp with time zone NOT NULL,
        CONSTRAINT pk_mailbox_marks PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    grant select, insert, update, delete on fiscal.mailbox_marks to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    alter table fiscal.mailbox_marks enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    alter table fiscal.mailbox_marks force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    create policy tenant_wall on fiscal.mailbox_marks using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    create policy platform_passage on fiscal.mailbox_marks to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    CREATE TABLE fiscal.mailbox_messages (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        test boolean NOT NULL,
        authority_id character varying(64) NOT NULL,
        index character varying(64) NOT NULL,
        kind character varying(32) NOT NULL,
        created_at timestamp with time zone NOT NULL,
        details character varying(1000) NOT NULL,
        state character varying(32) NOT NULL,
        read_at timestamp with time zone,
        sender character varying(255),
        sender_tax_id character varying(32) COLLATE "C",
        number character varying(255) COLLATE "C",
        search_name character varying(255) COLLATE "C",
        issued_on date,
        total numeric(19,4),
        currency character varying(3),
        text character varying(4000),
        sha256 character varying(64),
        kept_at timestamp with time zone,
        seal_fits boolean,
        CONSTRAINT pk_mailbox_messages PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    grant select, insert, update, delete on fiscal.mailbox_messages to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    alter table fiscal.mailbox_messages enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    alter table fiscal.mailbox_messages force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    create policy tenant_wall on fiscal.mailbox_messages using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    create policy platform_passage on fiscal.mailbox_messages to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    CREATE TABLE sync.mapped_customers (
        tenant_id uuid NOT NULL,
        email character varying(254) NOT NULL,
        tax_id character varying(32) NOT NULL,
        version bigint NOT NULL,
        CONSTRAINT pk_mapped_customers PRIMARY KEY (tenant_id, email)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    grant select, insert, update, delete on sync.mapped_customers to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    alter table sync.mapped_customers enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    alter table sync.mapped_customers force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    create policy tenant_wall on sync.mapped_customers using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    create policy platform_passage on sync.mapped_customers to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    CREATE TABLE sync.mapping_settings (
        tenant_id uuid NOT NULL,
        id character varying(16) NOT NULL,
        rules jsonb NOT NULL,
        version bigint NOT NULL,
        CONSTRAINT pk_mapping_settings PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    grant select, insert, update, delete on sync.mapping_settings to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    alter table sync.mapping_settings enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    alter table sync.mapping_settings force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    create policy tenant_wall on sync.mapping_settings using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    create policy platform_passage on sync.mapping_settings to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    CREATE TABLE sync.news_settings (
        tenant_id uuid NOT NULL,
        id character varying(16) NOT NULL,
        finished boolean NOT NULL,
        failed boolean NOT NULL,
        summary boolean NOT NULL,
        skips_empty boolean NOT NULL,
        language character varying(2) NOT NULL,
        version bigint NOT NULL,
        CONSTRAINT pk_news_settings PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    grant select, insert, update, delete on sync.news_settings to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    alter table sync.news_settings enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    alter table sync.news_settings force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    create policy tenant_wall on sync.news_settings using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    create policy platform_passage on sync.news_settings to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    CREATE TABLE sync.own_news (
        tenant_id uuid NOT NULL,
        person character varying(64) NOT NULL,
        finished boolean NOT NULL,
        failed boolean NOT NULL,
        summary boolean NOT NULL,
        CONSTRAINT pk_own_news PRIMARY KEY (tenant_id, person)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    grant select, insert, update, delete on sync.own_news to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    alter table sync.own_news enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    alter table sync.own_news force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    create policy tenant_wall on sync.own_news using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    create policy platform_passage on sync.own_news to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    CREATE TABLE fiscal.provider_health (
        tenant_id uuid NOT NULL,
        id character varying(32) NOT NULL,
        last_success_at timestamp with time zone,
        last_trouble_at timestamp with time zone,
        last_trouble character varying(500),
        failures integer NOT NULL,
        rests_until timestamp with time zone,
        CONSTRAINT pk_provider_health PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    grant select, insert, update, delete on fiscal.provider_health to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    alter table fiscal.provider_health enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    alter table fiscal.provider_health force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    create policy tenant_wall on fiscal.provider_health using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    create policy platform_passage on fiscal.provider_health to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    CREATE TABLE customers.registered_companies (
        tenant_id uuid NOT NULL,
        cui character varying(10) NOT NULL,
        record jsonb NOT NULL,
        asked_at timestamp with time zone NOT NULL,
        CONSTRAINT pk_registered_companies PRIMARY KEY (tenant_id, cui)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    grant select, insert, update, delete on customers.registered_companies to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    alter table customers.registered_companies enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    alter table customers.registered_companies force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    create policy tenant_wall on customers.registered_companies using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    create policy platform_passage on customers.registered_companies to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    CREATE TABLE sync.timetable_cursors (
        tenant_id uuid NOT NULL,
        kind character varying(32) NOT NULL,
        looked_at timestamp with time zone NOT NULL,
        CONSTRAINT pk_timetable_cursors PRIMARY KEY (tenant_id, kind)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    grant select, insert, update, delete on sync.timetable_cursors to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    alter table sync.timetable_cursors enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    alter table sync.timetable_cursors force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    create policy tenant_wall on sync.timetable_cursors using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    create policy platform_passage on sync.timetable_cursors to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    CREATE TABLE sync.timetable_runs (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        kind character varying(32) NOT NULL,
        due_at timestamp with time zone NOT NULL,
        started_at timestamp with time zone NOT NULL,
        finished_at timestamp with time zone,
        started_by character varying(64),
        sync uuid,
        found integer NOT NULL,
        handled integer NOT NULL,
        trouble character varying(500),
        CONSTRAINT pk_timetable_runs PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    grant select, insert, update, delete on sync.timetable_runs to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    alter table sync.timetable_runs enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    alter table sync.timetable_runs force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    create policy tenant_wall on sync.timetable_runs using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    create policy platform_passage on sync.timetable_runs to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    CREATE TABLE sync.timetables (
        tenant_id uuid NOT NULL,
        kind character varying(32) NOT NULL,
        cycle character varying(32) NOT NULL,
        at time without time zone NOT NULL,
        weekday character varying(32) NOT NULL,
        month_day integer NOT NULL,
        is_paused boolean NOT NULL,
        version bigint NOT NULL,
        CONSTRAINT pk_timetables PRIMARY KEY (tenant_id, kind)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    grant select, insert, update, delete on sync.timetables to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    alter table sync.timetables enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    alter table sync.timetables force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    create policy tenant_wall on sync.timetables using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    create policy platform_passage on sync.timetables to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    CREATE TABLE fiscal.token_refreshes (
        tenant_id uuid NOT NULL,
        id character varying(32) NOT NULL,
        holder uuid NOT NULL,
        begun_at timestamp with time zone NOT NULL,
        CONSTRAINT pk_token_refreshes PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    grant select, insert, update, delete on fiscal.token_refreshes to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    alter table fiscal.token_refreshes enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    alter table fiscal.token_refreshes force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    create policy tenant_wall on fiscal.token_refreshes using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    create policy platform_passage on fiscal.token_refreshes to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    CREATE TABLE sync.batch_rows (
        tenant_id uuid NOT NULL,
        batch uuid NOT NULL,
        at integer NOT NULL,
        slice integer NOT NULL,
        kind character varying(32) NOT NULL,
        source_id character varying(255) NOT NULL,
        tax_id character varying(40),
        number character varying(255),
        label character varying(255) NOT NULL,
        month date,
        total numeric(19,4) NOT NULL,
        currency character(3),
        planned character varying(64),
        state character varying(32) NOT NULL,
        why character varying(100),
        why_text character varying(500),
        sale uuid,
        invoice uuid,
        CONSTRAINT pk_batch_rows PRIMARY KEY (tenant_id, batch, at),
        CONSTRAINT fk_batch_rows_tenant_id_batch FOREIGN KEY (tenant_id, batch) REFERENCES sync.batches (tenant_id, id) ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    grant select, insert, update, delete on sync.batch_rows to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    alter table sync.batch_rows enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    alter table sync.batch_rows force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    create policy tenant_wall on sync.batch_rows using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    create policy platform_passage on sync.batch_rows to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    CREATE TABLE fiscal.mailbox_files (
        tenant_id uuid NOT NULL,
        message_id uuid NOT NULL,
        format character varying(32) NOT NULL,
        bytes bytea NOT NULL,
        sha256 character varying(64) NOT NULL,
        kept_at timestamp with time zone NOT NULL,
        CONSTRAINT pk_mailbox_files PRIMARY KEY (tenant_id, message_id, format),
        CONSTRAINT fk_mailbox_files_tenant_id_message_id FOREIGN KEY (tenant_id, message_id) REFERENCES fiscal.mailbox_messages (tenant_id, id) ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    grant select, insert, update, delete on fiscal.mailbox_files to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    alter table fiscal.mailbox_files enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    alter table fiscal.mailbox_files force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    create policy tenant_wall on fiscal.mailbox_files using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    create policy platform_passage on fiscal.mailbox_files to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    CREATE TABLE fiscal.supplier_answers (
        tenant_id uuid NOT NULL,
        message_id uuid NOT NULL,
        number integer NOT NULL,
        text character varying(500) NOT NULL,
        actor character varying(255) NOT NULL,
        state character varying(32) NOT NULL,
        index character varying(64),
        problem character varying(1000),
        at timestamp with time zone NOT NULL,
        CONSTRAINT pk_supplier_answers PRIMARY KEY (tenant_id, message_id, number),
        CONSTRAINT fk_supplier_answers_tenant_id_message_id FOREIGN KEY (tenant_id, message_id) REFERENCES fiscal.mailbox_messages (tenant_id, id) ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    grant select, insert, update, delete on fiscal.supplier_answers to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    alter table fiscal.supplier_answers enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    alter table fiscal.supplier_answers force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    create policy tenant_wall on fiscal.supplier_answers using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    create policy platform_passage on fiscal.supplier_answers to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    CREATE INDEX ix_invoices_tenant_id_filing_issued_on_id ON invoicing.invoices (tenant_id, filing, issued_on, id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    CREATE UNIQUE INDEX ix_filings_tenant_id_provider_legal_number ON fiscal.filings (tenant_id, provider, legal_number) WHERE legal_number is not null;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    CREATE UNIQUE INDEX ix_filing_attempts_tenant_id_gate ON fiscal.filing_attempts (tenant_id, gate) WHERE gate is not null;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    CREATE INDEX ix_drafts_tenant_id_revises ON invoicing.drafts (tenant_id, revises);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    CREATE UNIQUE INDEX ix_batch_rows_tenant_id_batch_kind_source_id ON sync.batch_rows (tenant_id, batch, kind, source_id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    CREATE INDEX ix_batch_rows_tenant_id_batch_state_at ON sync.batch_rows (tenant_id, batch, state, at);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    CREATE INDEX ix_batches_tenant_id_created_at ON sync.batches (tenant_id, created_at);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    CREATE UNIQUE INDEX ix_batches_tenant_id_owner_call_key ON sync.batches (tenant_id, owner, call_key);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    CREATE INDEX ix_call_counts_tenant_id_ends_at ON fiscal.call_counts (tenant_id, ends_at);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    CREATE INDEX ix_mailbox_messages_tenant_id_created_at_id ON fiscal.mailbox_messages (tenant_id, created_at, id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    CREATE INDEX ix_mailbox_messages_tenant_id_index ON fiscal.mailbox_messages (tenant_id, index);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    CREATE UNIQUE INDEX ix_mailbox_messages_tenant_id_test_authority_id ON fiscal.mailbox_messages (tenant_id, test, authority_id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    CREATE INDEX ix_timetable_runs_tenant_id_started_at ON sync.timetable_runs (tenant_id, started_at);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    ALTER TABLE invoicing.drafts ADD CONSTRAINT fk_drafts_tenant_id_revises FOREIGN KEY (tenant_id, revises) REFERENCES invoicing.schedules (tenant_id, id) ON DELETE RESTRICT;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121204903_FiscalWhole') THEN
    INSERT INTO kernel.migrations ("MigrationId", "ProductVersion")
    VALUES ('20261121204903_FiscalWhole', '10.0.14');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121235515_FilingComplete') THEN
    ALTER TABLE sync.timetable_cursors ADD read_to timestamp with time zone;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121235515_FilingComplete') THEN
    ALTER TABLE fiscal.provider_health ADD failing_since timestamp with time zone;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121235515_FilingComplete') THEN
    ALTER TABLE fiscal.filings ADD held_until timestamp with time zone;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121235515_FilingComplete') THEN
    ALTER TABLE fiscal.filings ADD kept_because character varying(32);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121235515_FilingComplete') THEN
    ALTER TABLE fiscal.filings ADD standing character varying(32) NOT NULL DEFAULT 'Stands';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121235515_FilingComplete') THEN
    ALTER TABLE fiscal.filings ADD under_way character varying(32);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121235515_FilingComplete') THEN
    ALTER TABLE fiscal.filing_settings ADD files_companies_abroad boolean NOT NULL DEFAULT FALSE;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121235515_FilingComplete') THEN
    ALTER TABLE fiscal.filing_settings ADD hold_hours integer NOT NULL DEFAULT 0;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121235515_FilingComplete') THEN
    ALTER TABLE fiscal.filing_settings ADD keeps_persons_abroad boolean NOT NULL DEFAULT FALSE;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121235515_FilingComplete') THEN
    ALTER TABLE fiscal.filing_attempts ADD "foreign" boolean;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121235515_FilingComplete') THEN
    ALTER TABLE fiscal.filing_attempts ADD is_processing boolean NOT NULL DEFAULT FALSE;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121235515_FilingComplete') THEN
    CREATE TABLE sync.authorization_warnings (
        tenant_id uuid NOT NULL,
        ends_on date NOT NULL,
        step integer NOT NULL,
        at timestamp with time zone NOT NULL,
        CONSTRAINT pk_authorization_warnings PRIMARY KEY (tenant_id, ends_on, step)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121235515_FilingComplete') THEN
    grant select, insert, update, delete on sync.authorization_warnings to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121235515_FilingComplete') THEN
    alter table sync.authorization_warnings enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121235515_FilingComplete') THEN
    alter table sync.authorization_warnings force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121235515_FilingComplete') THEN
    create policy tenant_wall on sync.authorization_warnings using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121235515_FilingComplete') THEN
    create policy platform_passage on sync.authorization_warnings to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121235515_FilingComplete') THEN
    CREATE TABLE fiscal.call_lines (
        id character varying(100) NOT NULL,
        free_at timestamp with time zone NOT NULL,
        held_until timestamp with time zone NOT NULL,
        CONSTRAINT pk_call_lines PRIMARY KEY (id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121235515_FilingComplete') THEN
    grant select, insert, update, delete on fiscal.call_lines to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121235515_FilingComplete') THEN
    CREATE TABLE sync.news_posts (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        key character varying(120) NOT NULL,
        kind character varying(32) NOT NULL,
        body character varying(4000) NOT NULL,
        created_at timestamp with time zone NOT NULL,
        state character varying(32) NOT NULL,
        tries integer NOT NULL,
        tried_at timestamp with time zone,
        status integer,
        problem character varying(40),
        CONSTRAINT pk_news_posts PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121235515_FilingComplete') THEN
    grant select, insert, update, delete on sync.news_posts to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121235515_FilingComplete') THEN
    alter table sync.news_posts enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121235515_FilingComplete') THEN
    alter table sync.news_posts force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121235515_FilingComplete') THEN
    create policy tenant_wall on sync.news_posts using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121235515_FilingComplete') THEN
    create policy platform_passage on sync.news_posts to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121235515_FilingComplete') THEN
    CREATE TABLE fiscal.outages (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        provider character varying(32) NOT NULL,
        "from" timestamp with time zone NOT NULL,
        until timestamp with time zone,
        is_observed boolean NOT NULL,
        source character varying(500),
        version bigint NOT NULL,
        CONSTRAINT pk_outages PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121235515_FilingComplete') THEN
    grant select, insert, update, delete on fiscal.outages to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121235515_FilingComplete') THEN
    alter table fiscal.outages enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121235515_FilingComplete') THEN
    alter table fiscal.outages force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121235515_FilingComplete') THEN
    create policy tenant_wall on fiscal.outages using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121235515_FilingComplete') THEN
    create policy platform_passage on fiscal.outages to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121235515_FilingComplete') THEN
    CREATE TABLE fiscal.payments_told (
        tenant_id uuid NOT NULL,
        invoice_id uuid NOT NULL,
        total_there numeric(19,4),
        paid_there numeric(19,4),
        read_at timestamp with time zone,
        version bigint NOT NULL,
        CONSTRAINT pk_payments_told PRIMARY KEY (tenant_id, invoice_id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121235515_FilingComplete') THEN
    grant select, insert, update, delete on fiscal.payments_told to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121235515_FilingComplete') THEN
    alter table fiscal.payments_told enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121235515_FilingComplete') THEN
    alter table fiscal.payments_told force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121235515_FilingComplete') THEN
    create policy tenant_wall on fiscal.payments_told using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121235515_FilingComplete') THEN
    create policy platform_passage on fiscal.payments_told to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121235515_FilingComplete') THEN
    CREATE TABLE sync.refused_guesses (
        tenant_id uuid NOT NULL,
        id character varying(265) NOT NULL,
        version bigint NOT NULL,
        CONSTRAINT pk_refused_guesses PRIMARY KEY (tenant_id, id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121235515_FilingComplete') THEN
    grant select, insert, update, delete on sync.refused_guesses to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121235515_FilingComplete') THEN
    alter table sync.refused_guesses enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121235515_FilingComplete') THEN
    alter table sync.refused_guesses force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121235515_FilingComplete') THEN
    create policy tenant_wall on sync.refused_guesses using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121235515_FilingComplete') THEN
    create policy platform_passage on sync.refused_guesses to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121235515_FilingComplete') THEN
    CREATE TABLE fiscal.payment_tellings (
        number integer NOT NULL,
        tenant_id uuid NOT NULL,
        invoice_id uuid NOT NULL,
        payment uuid NOT NULL,
        kind character varying(32) NOT NULL,
        amount numeric(19,4) NOT NULL,
        paid_on date NOT NULL,
        is_wanted boolean NOT NULL,
        state character varying(32) NOT NULL,
        called_at timestamp with time zone,
        mark numeric(19,4),
        why character varying(500),
        CONSTRAINT pk_payment_tellings PRIMARY KEY (tenant_id, invoice_id, number),
        CONSTRAINT fk_payment_tellings_tenant_id_invoice_id FOREIGN KEY (tenant_id, invoice_id) REFERENCES fiscal.payments_told (tenant_id, invoice_id) ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121235515_FilingComplete') THEN
    grant select, insert, update, delete on fiscal.payment_tellings to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121235515_FilingComplete') THEN
    alter table fiscal.payment_tellings enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121235515_FilingComplete') THEN
    alter table fiscal.payment_tellings force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121235515_FilingComplete') THEN
    create policy tenant_wall on fiscal.payment_tellings using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121235515_FilingComplete') THEN
    create policy platform_passage on fiscal.payment_tellings to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121235515_FilingComplete') THEN
    CREATE INDEX ix_news_posts_tenant_id_created_at ON sync.news_posts (tenant_id, created_at);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121235515_FilingComplete') THEN
    CREATE UNIQUE INDEX ix_news_posts_tenant_id_key ON sync.news_posts (tenant_id, key);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121235515_FilingComplete') THEN
    CREATE INDEX ix_outages_tenant_id_from ON fiscal.outages (tenant_id, "from");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121235515_FilingComplete') THEN
    CREATE UNIQUE INDEX ix_payment_tellings_tenant_id_invoice_id ON fiscal.payment_tellings (tenant_id, invoice_id) WHERE state = 'Calling';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261121235515_FilingComplete') THEN
    INSERT INTO kernel.migrations ("MigrationId", "ProductVersion")
    VALUES ('20261121235515_FilingComplete', '10.0.14');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261122040405_EstimatesAndOperatorOutages') THEN
    ALTER TABLE fiscal.provider_health ADD is_test boolean NOT NULL DEFAULT FALSE;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261122040405_EstimatesAndOperatorOutages') THEN
    ALTER TABLE fiscal.outages ADD is_test boolean NOT NULL DEFAULT FALSE;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261122040405_EstimatesAndOperatorOutages') THEN
    ALTER TABLE fiscal.filings ADD waits_for uuid;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261122040405_EstimatesAndOperatorOutages') THEN
    ALTER TABLE sync.batch_rows ADD keeps character varying(32);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261122040405_EstimatesAndOperatorOutages') THEN
    CREATE TABLE fiscal.estimates_in_books (
        tenant_id uuid NOT NULL,
        estimate_id uuid NOT NULL,
        provider character varying(32) NOT NULL,
        state character varying(32) NOT NULL,
        number character varying(64),
        gate character varying(100),
        mark character varying(64),
        called_at timestamp with time zone,
        candidate character varying(64),
        why character varying(500),
        standing character varying(32) NOT NULL,
        under_way character varying(32),
        invoiced_as character varying(200),
        read_at timestamp with time zone,
        version bigint NOT NULL,
        CONSTRAINT pk_estimates_in_books PRIMARY KEY (tenant_id, estimate_id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261122040405_EstimatesAndOperatorOutages') THEN
    grant select, insert, update, delete on fiscal.estimates_in_books to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261122040405_EstimatesAndOperatorOutages') THEN
    alter table fiscal.estimates_in_books enable row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261122040405_EstimatesAndOperatorOutages') THEN
    alter table fiscal.estimates_in_books force row level security;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261122040405_EstimatesAndOperatorOutages') THEN
    create policy tenant_wall on fiscal.estimates_in_books using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261122040405_EstimatesAndOperatorOutages') THEN
    create policy platform_passage on fiscal.estimates_in_books to invoicesync_platform using (true) with check (true);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261122040405_EstimatesAndOperatorOutages') THEN
    CREATE TABLE fiscal.operator_outages (
        id uuid NOT NULL,
        "from" timestamp with time zone NOT NULL,
        until timestamp with time zone,
        is_test boolean NOT NULL,
        source character varying(500) NOT NULL,
        CONSTRAINT pk_operator_outages PRIMARY KEY (id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261122040405_EstimatesAndOperatorOutages') THEN
    grant select, insert, update, delete on fiscal.operator_outages to invoicesync_app, invoicesync_platform;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261122040405_EstimatesAndOperatorOutages') THEN
    CREATE UNIQUE INDEX ix_estimates_in_books_tenant_id_gate ON fiscal.estimates_in_books (tenant_id, gate) WHERE gate is not null;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261122040405_EstimatesAndOperatorOutages') THEN
    CREATE UNIQUE INDEX ix_estimates_in_books_tenant_id_provider_number ON fiscal.estimates_in_books (tenant_id, provider, number) WHERE number is not null;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261122040405_EstimatesAndOperatorOutages') THEN
    CREATE INDEX ix_operator_outages_from ON fiscal.operator_outages ("from");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM kernel.migrations WHERE "MigrationId" = '20261122040405_EstimatesAndOperatorOutages') THEN
    INSERT INTO kernel.migrations ("MigrationId", "ProductVersion")
    VALUES ('20261122040405_EstimatesAndOperatorOutages', '10.0.14');
    END IF;
END $EF$;
COMMIT;

