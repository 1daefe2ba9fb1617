IF OBJECT_ID(N'[kernel].[migrations]') IS NULL
BEGIN
    IF SCHEMA_ID(N'kernel') IS NULL EXEC(N'CREATE SCHEMA [kernel];');
    CREATE TABLE [kernel].[migrations] (
        [MigrationId] nvarchar(150) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [ProductVersion] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [PK_migrations] PRIMARY KEY ([MigrationId])
    );
END;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    IF SCHEMA_ID(N'access') IS NULL EXEC(N'CREATE SCHEMA [access];');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    if schema_id(N'kernel') is null exec(N'create schema [kernel];');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    if database_principal_id(N'invoicesync_app') is null create role [invoicesync_app];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    if database_principal_id(N'invoicesync_platform') is null create role [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    if object_id(N'kernel.tenant_wall') is null exec(N'-- No tenant, no rows: a comparison with null is never true. The platform passes, but nobody who signed in as the app.
    create function [kernel].[tenant_wall](@tenant_id uniqueidentifier) returns table with schemabinding as return
    select 1 as [passes]
    where @tenant_id = cast(session_context(N''tenant'') as uniqueidentifier)
       or (cast(session_context(N''platform'') as int) = 1 and is_member(N''invoicesync_app'') = 0);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    if object_id(N'kernel.notices') is null exec(N'create table [kernel].[notices] (
        [version] rowversion not null constraint [pk_notices] primary key,
        [tenant_id] uniqueidentifier null,
        [topic] varchar(64) not null,
        [row_id] uniqueidentifier null);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    grant insert on [kernel].[notices] to [invoicesync_app];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    grant select, insert, delete on [kernel].[notices] to [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    IF SCHEMA_ID(N'fiscal') IS NULL EXEC(N'CREATE SCHEMA [fiscal];');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    if schema_id(N'kernel') is null exec(N'create schema [kernel];');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    if database_principal_id(N'invoicesync_app') is null create role [invoicesync_app];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    if database_principal_id(N'invoicesync_platform') is null create role [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    if object_id(N'kernel.tenant_wall') is null exec(N'-- No tenant, no rows: a comparison with null is never true. The platform passes, but nobody who signed in as the app.
    create function [kernel].[tenant_wall](@tenant_id uniqueidentifier) returns table with schemabinding as return
    select 1 as [passes]
    where @tenant_id = cast(session_context(N''tenant'') as uniqueidentifier)
       or (cast(session_context(N''platform'') as int) = 1 and is_member(N''invoicesync_app'') = 0);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    if object_id(N'kernel.notices') is null exec(N'create table [kernel].[notices] (
        [version] rowversion not null constraint [pk_notices] primary key,
        [tenant_id] uniqueidentifier null,
        [topic] varchar(64) not null,
        [row_id] uniqueidentifier null);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    grant insert on [kernel].[notices] to [invoicesync_app];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    grant select, insert, delete on [kernel].[notices] to [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    IF SCHEMA_ID(N'sync') IS NULL EXEC(N'CREATE SCHEMA [sync];');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    if schema_id(N'kernel') is null exec(N'create schema [kernel];');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    if database_principal_id(N'invoicesync_app') is null create role [invoicesync_app];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    if database_principal_id(N'invoicesync_platform') is null create role [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    if object_id(N'kernel.tenant_wall') is null exec(N'-- No tenant, no rows: a comparison with null is never true. The platform passes, but nobody who signed in as the app.
    create function [kernel].[tenant_wall](@tenant_id uniqueidentifier) returns table with schemabinding as return
    select 1 as [passes]
    where @tenant_id = cast(session_context(N''tenant'') as uniqueidentifier)
       or (cast(session_context(N''platform'') as int) = 1 and is_member(N''invoicesync_app'') = 0);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    if object_id(N'kernel.notices') is null exec(N'create table [kernel].[notices] (
        [version] rowversion not null constraint [pk_notices] primary key,
        [tenant_id] uniqueidentifier null,
        [topic] varchar(64) not null,
        [row_id] uniqueidentifier null);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    grant insert on [kernel].[notices] to [invoicesync_app];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    grant select, insert, delete on [kernel].[notices] to [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    IF SCHEMA_ID(N'customers') IS NULL EXEC(N'CREATE SCHEMA [customers];');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    if schema_id(N'kernel') is null exec(N'create schema [kernel];');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    if database_principal_id(N'invoicesync_app') is null create role [invoicesync_app];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    if database_principal_id(N'invoicesync_platform') is null create role [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    if object_id(N'kernel.tenant_wall') is null exec(N'-- No tenant, no rows: a comparison with null is never true. The platform passes, but nobody who signed in as the app.
    create function [kernel].[tenant_wall](@tenant_id uniqueidentifier) returns table with schemabinding as return
    select 1 as [passes]
    where @tenant_id = cast(session_context(N''tenant'') as uniqueidentifier)
       or (cast(session_context(N''platform'') as int) = 1 and is_member(N''invoicesync_app'') = 0);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    if object_id(N'kernel.notices') is null exec(N'create table [kernel].[notices] (
        [version] rowversion not null constraint [pk_notices] primary key,
        [tenant_id] uniqueidentifier null,
        [topic] varchar(64) not null,
        [row_id] uniqueidentifier null);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    grant insert on [kernel].[notices] to [invoicesync_app];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    grant select, insert, delete on [kernel].[notices] to [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    IF SCHEMA_ID(N'tenancy') IS NULL EXEC(N'CREATE SCHEMA [tenancy];');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    if schema_id(N'kernel') is null exec(N'create schema [kernel];');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    if database_principal_id(N'invoicesync_app') is null create role [invoicesync_app];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    if database_principal_id(N'invoicesync_platform') is null create role [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    if object_id(N'kernel.tenant_wall') is null exec(N'-- No tenant, no rows: a comparison with null is never true. The platform passes, but nobody who signed in as the app.
    create function [kernel].[tenant_wall](@tenant_id uniqueidentifier) returns table with schemabinding as return
    select 1 as [passes]
    where @tenant_id = cast(session_context(N''tenant'') as uniqueidentifier)
       or (cast(session_context(N''platform'') as int) = 1 and is_member(N''invoicesync_app'') = 0);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    if object_id(N'kernel.notices') is null exec(N'create table [kernel].[notices] (
        [version] rowversion not null constraint [pk_notices] primary key,
        [tenant_id] uniqueidentifier null,
        [topic] varchar(64) not null,
        [row_id] uniqueidentifier null);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    grant insert on [kernel].[notices] to [invoicesync_app];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    grant select, insert, delete on [kernel].[notices] to [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    IF SCHEMA_ID(N'audit') IS NULL EXEC(N'CREATE SCHEMA [audit];');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    if schema_id(N'kernel') is null exec(N'create schema [kernel];');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    if database_principal_id(N'invoicesync_app') is null create role [invoicesync_app];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    if database_principal_id(N'invoicesync_platform') is null create role [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    if object_id(N'kernel.tenant_wall') is null exec(N'-- No tenant, no rows: a comparison with null is never true. The platform passes, but nobody who signed in as the app.
    create function [kernel].[tenant_wall](@tenant_id uniqueidentifier) returns table with schemabinding as return
    select 1 as [passes]
    where @tenant_id = cast(session_context(N''tenant'') as uniqueidentifier)
       or (cast(session_context(N''platform'') as int) = 1 and is_member(N''invoicesync_app'') = 0);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    if object_id(N'kernel.notices') is null exec(N'create table [kernel].[notices] (
        [version] rowversion not null constraint [pk_notices] primary key,
        [tenant_id] uniqueidentifier null,
        [topic] varchar(64) not null,
        [row_id] uniqueidentifier null);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    grant insert on [kernel].[notices] to [invoicesync_app];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    grant select, insert, delete on [kernel].[notices] to [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    IF SCHEMA_ID(N'kernel') IS NULL EXEC(N'CREATE SCHEMA [kernel];');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    if schema_id(N'kernel') is null exec(N'create schema [kernel];');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    if database_principal_id(N'invoicesync_app') is null create role [invoicesync_app];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    if database_principal_id(N'invoicesync_platform') is null create role [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    if object_id(N'kernel.tenant_wall') is null exec(N'-- No tenant, no rows: a comparison with null is never true. The platform passes, but nobody who signed in as the app.
    create function [kernel].[tenant_wall](@tenant_id uniqueidentifier) returns table with schemabinding as return
    select 1 as [passes]
    where @tenant_id = cast(session_context(N''tenant'') as uniqueidentifier)
       or (cast(session_context(N''platform'') as int) = 1 and is_member(N''invoicesync_app'') = 0);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    if object_id(N'kernel.notices') is null exec(N'create table [kernel].[notices] (
        [version] rowversion not null constraint [pk_notices] primary key,
        [tenant_id] uniqueidentifier null,
        [topic] varchar(64) not null,
        [row_id] uniqueidentifier null);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    grant insert on [kernel].[notices] to [invoicesync_app];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    grant select, insert, delete on [kernel].[notices] to [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    IF SCHEMA_ID(N'invoicing') IS NULL EXEC(N'CREATE SCHEMA [invoicing];');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    if schema_id(N'kernel') is null exec(N'create schema [kernel];');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    if database_principal_id(N'invoicesync_app') is null create role [invoicesync_app];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    if database_principal_id(N'invoicesync_platform') is null create role [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    if object_id(N'kernel.tenant_wall') is null exec(N'-- No tenant, no rows: a comparison with null is never true. The platform passes, but nobody who signed in as the app.
    create function [kernel].[tenant_wall](@tenant_id uniqueidentifier) returns table with schemabinding as return
    select 1 as [passes]
    where @tenant_id = cast(session_context(N''tenant'') as uniqueidentifier)
       or (cast(session_context(N''platform'') as int) = 1 and is_member(N''invoicesync_app'') = 0);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    if object_id(N'kernel.notices') is null exec(N'create table [kernel].[notices] (
        [version] rowversion not null constraint [pk_notices] primary key,
        [tenant_id] uniqueidentifier null,
        [topic] varchar(64) not null,
        [row_id] uniqueidentifier null);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    grant insert on [kernel].[notices] to [invoicesync_app];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    grant select, insert, delete on [kernel].[notices] to [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    CREATE TABLE [access].[api_keys] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] uniqueidentifier NOT NULL,
        [name] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [role] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [secret_hash] varbinary(32) NOT NULL,
        [created_at] datetimeoffset NOT NULL,
        [last_used_at] datetimeoffset NULL,
        [revoked_at] datetimeoffset NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [pk_api_keys] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    grant select, insert, update, delete on [access].[api_keys] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    exec(N'create security policy [access].[api_keys_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [access].[api_keys],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[api_keys] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[api_keys] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[api_keys] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[api_keys] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    CREATE TABLE [fiscal].[authorization_states] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [actor] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [ends_at] datetimeoffset NOT NULL,
        CONSTRAINT [pk_authorization_states] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    grant select, insert, update, delete on [fiscal].[authorization_states] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    exec(N'create security policy [fiscal].[authorization_states_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[authorization_states],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[authorization_states] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[authorization_states] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[authorization_states] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[authorization_states] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    CREATE TABLE [sync].[buyer_corrections] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [connection_id] uniqueidentifier NOT NULL,
        [details] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [pk_buyer_corrections] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    grant select, insert, update, delete on [sync].[buyer_corrections] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    exec(N'create security policy [sync].[buyer_corrections_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[buyer_corrections],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[buyer_corrections] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[buyer_corrections] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[buyer_corrections] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[buyer_corrections] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    CREATE TABLE [customers].[company_profiles] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [seller] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [pk_company_profiles] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    grant select, insert, update, delete on [customers].[company_profiles] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    exec(N'create security policy [customers].[company_profiles_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [customers].[company_profiles],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [customers].[company_profiles] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [customers].[company_profiles] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [customers].[company_profiles] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [customers].[company_profiles] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    CREATE TABLE [tenancy].[connections] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] uniqueidentifier NOT NULL,
        [provider] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [live] bit NOT NULL,
        [account_id] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [account_name] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [hook_id] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [settings] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [secrets] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [tested_at] datetimeoffset NULL,
        [test_passed] bit NULL,
        [needs_attention] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
        [access_until] datetimeoffset NULL,
        [renewable_until] datetimeoffset NULL,
        [events_cursor] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [pk_connections] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    grant select, insert, update, delete on [tenancy].[connections] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    exec(N'create security policy [tenancy].[connections_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [tenancy].[connections],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [tenancy].[connections] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [tenancy].[connections] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [tenancy].[connections] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [tenancy].[connections] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    CREATE TABLE [audit].[entries] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] uniqueidentifier NOT NULL,
        [at] datetimeoffset NOT NULL,
        [actor] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [action] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [subject] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [changes] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [correlation_id] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [pk_entries] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    grant select, insert on [audit].[entries] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    deny update, delete on [audit].[entries] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    exec(N'create trigger [audit].[entries_refuse_change] on [audit].[entries] after update, delete as
    begin
        set nocount on;
        if exists (select 1 from deleted) throw 51000, N''rows of entries are only ever added'', 1;
    end;');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    exec(N'create security policy [audit].[entries_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[entries],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[entries] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[entries] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[entries] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[entries] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    CREATE TABLE [kernel].[events] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] uniqueidentifier NOT NULL,
        [name] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [body] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [at] datetimeoffset NOT NULL,
        [actor] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [correlation_id] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [pk_events] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    grant select, insert on [kernel].[events] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    deny update, delete on [kernel].[events] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    exec(N'create trigger [kernel].[events_refuse_change] on [kernel].[events] after update, delete as
    begin
        set nocount on;
        if exists (select 1 from deleted) throw 51000, N''rows of events are only ever added'', 1;
    end;');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    exec(N'create security policy [kernel].[events_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [kernel].[events],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [kernel].[events] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [kernel].[events] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [kernel].[events] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [kernel].[events] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    CREATE TABLE [fiscal].[filings] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] uniqueidentifier NOT NULL,
        [invoice_id] uniqueidentifier NOT NULL,
        [provider] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [file_by] datetimeoffset NOT NULL,
        [state] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [next_step_at] datetimeoffset NULL,
        [waiting] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [pk_filings] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    grant select, insert, update, delete on [fiscal].[filings] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    exec(N'create security policy [fiscal].[filings_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[filings],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[filings] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[filings] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[filings] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[filings] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    CREATE TABLE [sync].[inbox] (
        [tenant_id] uniqueidentifier NOT NULL,
        [connection_id] uniqueidentifier NOT NULL,
        [event_id] varchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [via] varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [type] varchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [object_type] varchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [object_id] varchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [sale_kind] varchar(32) COLLATE Latin1_General_100_BIN2 NULL,
        [sale_source_id] varchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [state] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [why] nvarchar(500) COLLATE Latin1_General_100_BIN2 NULL,
        [api_version] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [created_at] datetimeoffset NOT NULL,
        [received_at] datetimeoffset NOT NULL,
        [raw] varbinary(max) NOT NULL,
        CONSTRAINT [pk_inbox] PRIMARY KEY ([tenant_id], [connection_id], [event_id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    grant select, insert, update, delete on [sync].[inbox] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    exec(N'create security policy [sync].[inbox_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[inbox],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[inbox] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[inbox] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[inbox] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[inbox] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    CREATE TABLE [invoicing].[invoices] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] uniqueidentifier NOT NULL,
        [source] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [source_account] varchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [live] bit NOT NULL,
        [source_kind] varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [source_id] varchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [number] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [issued_on] date NOT NULL,
        [currency] char(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [total] decimal(19,4) NOT NULL,
        [document] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [made_at] datetimeoffset NOT NULL,
        [is_filed] bit NOT NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [pk_invoices] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    grant select, insert, update, delete on [invoicing].[invoices] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    exec(N'create security policy [invoicing].[invoices_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[invoices],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[invoices] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[invoices] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[invoices] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[invoices] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    CREATE TABLE [access].[memberships] (
        [user_id] uniqueidentifier NOT NULL,
        [tenant_id] uniqueidentifier NOT NULL,
        [role] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [created_at] datetimeoffset NOT NULL,
        CONSTRAINT [pk_memberships] PRIMARY KEY ([user_id], [tenant_id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    grant select, insert, update, delete on [access].[memberships] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    CREATE TABLE [invoicing].[number_series] (
        [tenant_id] uniqueidentifier NOT NULL,
        [name] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [next] bigint NOT NULL,
        CONSTRAINT [pk_number_series] PRIMARY KEY ([tenant_id], [name])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    grant select, insert, update, delete on [invoicing].[number_series] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    exec(N'create security policy [invoicing].[number_series_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[number_series],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[number_series] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[number_series] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[number_series] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[number_series] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    CREATE TABLE [access].[protection_keys] (
        [name] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [xml] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [pk_protection_keys] PRIMARY KEY ([name])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    grant select, insert, update, delete on [access].[protection_keys] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    CREATE TABLE [sync].[read_tickets] (
        [tenant_id] uniqueidentifier NOT NULL,
        [connection_id] uniqueidentifier NOT NULL,
        [kind] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [source_id] varchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [drawn] bigint NOT NULL,
        [recorded] bigint NOT NULL,
        CONSTRAINT [pk_read_tickets] PRIMARY KEY ([tenant_id], [connection_id], [kind], [source_id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    grant select, insert, update, delete on [sync].[read_tickets] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    exec(N'create security policy [sync].[read_tickets_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[read_tickets],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[read_tickets] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[read_tickets] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[read_tickets] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[read_tickets] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    CREATE TABLE [invoicing].[reference_rates] (
        [source] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [published_on] date NOT NULL,
        [currency] char(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [ron_per_unit] decimal(18,8) NOT NULL,
        CONSTRAINT [pk_reference_rates] PRIMARY KEY ([source], [currency], [published_on])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    grant select, insert, update, delete on [invoicing].[reference_rates] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    CREATE TABLE [sync].[sales] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] uniqueidentifier NOT NULL,
        [connection_id] uniqueidentifier NOT NULL,
        [account_id] varchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [live] bit NOT NULL,
        [kind] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [source_id] varchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [number] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [customer_id] varchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [customer_name] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [customer_email] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [search_name] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [currency] char(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [subtotal] decimal(19,4) NOT NULL,
        [discount] decimal(19,4) NOT NULL,
        [tax] decimal(19,4) NOT NULL,
        [total] decimal(19,4) NOT NULL,
        [source_status] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [state] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [reason_code] varchar(100) COLLATE Latin1_General_100_BIN2 NULL,
        [reason] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
        [sold_at] datetimeoffset NOT NULL,
        [read_at] datetimeoffset NOT NULL,
        [file_by] datetimeoffset NULL,
        [invoice_id] uniqueidentifier NULL,
        [filing_version] bigint NOT NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [pk_sales] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    grant select, insert, update, delete on [sync].[sales] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    exec(N'create security policy [sync].[sales_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[sales],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[sales] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[sales] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[sales] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[sales] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    CREATE TABLE [fiscal].[seen_messages] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [index] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [number] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [pk_seen_messages] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    grant select, insert, update, delete on [fiscal].[seen_messages] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    exec(N'create security policy [fiscal].[seen_messages_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[seen_messages],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[seen_messages] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[seen_messages] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[seen_messages] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[seen_messages] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    CREATE TABLE [access].[sessions] (
        [id] uniqueidentifier NOT NULL,
        [user_id] uniqueidentifier NOT NULL,
        [token_hash] varbinary(32) NOT NULL,
        [device] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [address] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [created_at] datetimeoffset NOT NULL,
        [ends_at] datetimeoffset NOT NULL,
        [ended_at] datetimeoffset NULL,
        CONSTRAINT [pk_sessions] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    grant select, insert, update, delete on [access].[sessions] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    CREATE TABLE [sync].[sync_runs] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] uniqueidentifier NOT NULL,
        [from] date NOT NULL,
        [to] date NOT NULL,
        [invoices] bit NOT NULL,
        [charges] bit NOT NULL,
        [found] int NOT NULL,
        [listed] bit NOT NULL,
        [problem] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
        [started_at] datetimeoffset NOT NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [pk_sync_runs] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    grant select, insert, update, delete on [sync].[sync_runs] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    exec(N'create security policy [sync].[sync_runs_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[sync_runs],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[sync_runs] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[sync_runs] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[sync_runs] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[sync_runs] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    CREATE TABLE [tenancy].[tenants] (
        [id] uniqueidentifier NOT NULL,
        [slug] varchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [name] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [mode] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [zone] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [created_at] datetimeoffset NOT NULL,
        CONSTRAINT [pk_tenants] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    grant select, insert, update, delete on [tenancy].[tenants] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    CREATE TABLE [access].[users] (
        [id] uniqueidentifier NOT NULL,
        [name] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [user_name] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [normalized_user_name] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [email] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [normalized_email] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [email_confirmed] bit NOT NULL,
        [password_hash] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
        [security_stamp] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [concurrency_stamp] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [phone_number] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [phone_number_confirmed] bit NOT NULL,
        [two_factor_enabled] bit NOT NULL,
        [lockout_end] datetimeoffset NULL,
        [lockout_enabled] bit NOT NULL,
        [access_failed_count] int NOT NULL,
        CONSTRAINT [pk_users] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    grant select, insert, update, delete on [access].[users] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    CREATE TABLE [tenancy].[vault_keys] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] uniqueidentifier NOT NULL,
        [master_key_id] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [wrapped] varbinary(256) NOT NULL,
        [created_at] datetimeoffset NOT NULL,
        CONSTRAINT [pk_vault_keys] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    grant select, insert, update, delete on [tenancy].[vault_keys] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    exec(N'create security policy [tenancy].[vault_keys_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [tenancy].[vault_keys],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [tenancy].[vault_keys] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [tenancy].[vault_keys] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [tenancy].[vault_keys] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [tenancy].[vault_keys] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    CREATE TABLE [kernel].[work_items] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] uniqueidentifier NOT NULL,
        [name] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [key] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [body] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [state] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [again] bit NOT NULL,
        [attempts] int NOT NULL,
        [due_at] datetimeoffset NOT NULL,
        [lease_until] datetimeoffset NULL,
        [lease_by] uniqueidentifier NULL,
        [problem] nvarchar(2000) COLLATE Latin1_General_100_BIN2 NULL,
        [created_at] datetimeoffset NOT NULL,
        CONSTRAINT [pk_work_items] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    grant select, insert, update, delete on [kernel].[work_items] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    exec(N'create security policy [kernel].[work_items_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [kernel].[work_items],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [kernel].[work_items] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [kernel].[work_items] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [kernel].[work_items] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [kernel].[work_items] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    CREATE TABLE [fiscal].[archived_files] (
        [tenant_id] uniqueidentifier NOT NULL,
        [filing_id] uniqueidentifier NOT NULL,
        [attempt] int NOT NULL,
        [kind] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [bytes] varbinary(max) NOT NULL,
        [sha256] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [kept_at] datetimeoffset NOT NULL,
        CONSTRAINT [pk_archived_files] PRIMARY KEY ([tenant_id], [filing_id], [attempt], [kind]),
        CONSTRAINT [fk_archived_files_tenant_id_filing_id] FOREIGN KEY ([tenant_id], [filing_id]) REFERENCES [fiscal].[filings] ([tenant_id], [id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    grant select, insert, update, delete on [fiscal].[archived_files] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    exec(N'create security policy [fiscal].[archived_files_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[archived_files],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[archived_files] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[archived_files] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[archived_files] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[archived_files] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    CREATE TABLE [fiscal].[filing_attempts] (
        [number] int NOT NULL,
        [tenant_id] uniqueidentifier NOT NULL,
        [filing_id] uniqueidentifier NOT NULL,
        [state] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [intended_at] datetimeoffset NOT NULL,
        [sending_at] datetimeoffset NULL,
        [sent_at] datetimeoffset NULL,
        [settled_at] datetimeoffset NULL,
        [index] varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        [download_id] varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        [xml_sha256] varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        [asked] int NOT NULL,
        [answers] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [problems] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [pk_filing_attempts] PRIMARY KEY ([tenant_id], [filing_id], [number]),
        CONSTRAINT [fk_filing_attempts_tenant_id_filing_id] FOREIGN KEY ([tenant_id], [filing_id]) REFERENCES [fiscal].[filings] ([tenant_id], [id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    grant select, insert, update, delete on [fiscal].[filing_attempts] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    exec(N'create security policy [fiscal].[filing_attempts_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[filing_attempts],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[filing_attempts] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[filing_attempts] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[filing_attempts] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[filing_attempts] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    CREATE TABLE [sync].[sale_mirrors] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] uniqueidentifier NOT NULL,
        [source] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [pk_sale_mirrors] PRIMARY KEY ([tenant_id], [id]),
        CONSTRAINT [fk_sale_mirrors_tenant_id_id] FOREIGN KEY ([tenant_id], [id]) REFERENCES [sync].[sales] ([tenant_id], [id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    grant select, insert, update, delete on [sync].[sale_mirrors] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    exec(N'create security policy [sync].[sale_mirrors_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[sale_mirrors],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[sale_mirrors] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[sale_mirrors] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[sale_mirrors] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[sale_mirrors] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    CREATE INDEX [ix_api_keys_id] ON [access].[api_keys] ([id]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    CREATE INDEX [ix_connections_hook_id] ON [tenancy].[connections] ([hook_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [ix_connections_tenant_id_provider] ON [tenancy].[connections] ([tenant_id], [provider]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    CREATE INDEX [ix_entries_tenant_id_at_id] ON [audit].[entries] ([tenant_id], [at] DESC, [id] DESC);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [ix_filing_attempts_tenant_id_filing_id] ON [fiscal].[filing_attempts] ([tenant_id], [filing_id]) WHERE state <> ''Refused''');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    CREATE INDEX [ix_filing_attempts_tenant_id_index] ON [fiscal].[filing_attempts] ([tenant_id], [index]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [ix_filings_tenant_id_invoice_id] ON [fiscal].[filings] ([tenant_id], [invoice_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    CREATE INDEX [ix_inbox_tenant_id_object_id] ON [sync].[inbox] ([tenant_id], [object_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    CREATE INDEX [ix_inbox_tenant_id_sale_source_id] ON [sync].[inbox] ([tenant_id], [sale_source_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    CREATE INDEX [ix_invoices_tenant_id_number] ON [invoicing].[invoices] ([tenant_id], [number]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [ix_invoices_tenant_id_source_source_account_live_source_kind_so] ON [invoicing].[invoices] ([tenant_id], [source], [source_account], [live], [source_kind], [source_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    CREATE INDEX [ix_memberships_tenant_id] ON [access].[memberships] ([tenant_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [ix_sales_tenant_id_account_id_live_kind_source_id] ON [sync].[sales] ([tenant_id], [account_id], [live], [kind], [source_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    CREATE INDEX [ix_sales_tenant_id_customer_email] ON [sync].[sales] ([tenant_id], [customer_email]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    CREATE INDEX [ix_sales_tenant_id_invoice_id] ON [sync].[sales] ([tenant_id], [invoice_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    CREATE INDEX [ix_sales_tenant_id_number] ON [sync].[sales] ([tenant_id], [number]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    CREATE INDEX [ix_sales_tenant_id_search_name] ON [sync].[sales] ([tenant_id], [search_name]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    CREATE INDEX [ix_sales_tenant_id_sold_at_id] ON [sync].[sales] ([tenant_id], [sold_at] DESC, [id] DESC);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    CREATE INDEX [ix_sales_tenant_id_source_id] ON [sync].[sales] ([tenant_id], [source_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    CREATE INDEX [ix_sales_tenant_id_state_file_by] ON [sync].[sales] ([tenant_id], [state], [file_by]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    CREATE INDEX [ix_sales_tenant_id_state_sold_at_id] ON [sync].[sales] ([tenant_id], [state], [sold_at] DESC, [id] DESC);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [ix_sessions_token_hash] ON [access].[sessions] ([token_hash]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    CREATE INDEX [ix_sessions_user_id] ON [access].[sessions] ([user_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    CREATE INDEX [ix_sync_runs_tenant_id_started_at] ON [sync].[sync_runs] ([tenant_id], [started_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [ix_tenants_slug] ON [tenancy].[tenants] ([slug]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [ix_users_normalized_email] ON [access].[users] ([normalized_email]) WHERE [normalized_email] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [ix_users_normalized_user_name] ON [access].[users] ([normalized_user_name]) WHERE [normalized_user_name] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    CREATE INDEX [ix_work_items_state_lease_until] ON [kernel].[work_items] ([state], [lease_until]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    CREATE INDEX [ix_work_items_state_tenant_id_due_at] ON [kernel].[work_items] ([state], [tenant_id], [due_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [ix_work_items_tenant_id_name_key] ON [kernel].[work_items] ([tenant_id], [name], [key]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121004901_Initial'
)
BEGIN
    INSERT INTO [kernel].[migrations] ([MigrationId], [ProductVersion])
    VALUES (N'20261121004901_Initial', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121024846_Roles'
)
BEGIN
    ALTER TABLE [access].[sessions] ADD [proved_at] datetimeoffset NOT NULL DEFAULT '0001-01-01T00:00:00.0000000+00:00';
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121024846_Roles'
)
BEGIN
    ALTER TABLE [sync].[sales] ADD [owner] varchar(64) COLLATE Latin1_General_100_BIN2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121024846_Roles'
)
BEGIN
    ALTER TABLE [access].[memberships] ADD [roles] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL DEFAULT N'[]';
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121024846_Roles'
)
BEGIN
    exec(N'update access.memberships set roles = ''["'' + role + ''"]''');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121024846_Roles'
)
BEGIN
    DECLARE @var nvarchar(max);
    SELECT @var = QUOTENAME([d].[name])
    FROM [sys].[default_constraints] [d]
    INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
    WHERE ([d].[parent_object_id] = OBJECT_ID(N'[access].[memberships]') AND [c].[name] = N'role');
    IF @var IS NOT NULL EXEC(N'ALTER TABLE [access].[memberships] DROP CONSTRAINT ' + @var + ';');
    ALTER TABLE [access].[memberships] DROP COLUMN [role];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121024846_Roles'
)
BEGIN
    ALTER TABLE [access].[memberships] ADD [suspended_at] datetimeoffset NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121024846_Roles'
)
BEGIN
    ALTER TABLE [access].[memberships] ADD [team] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121024846_Roles'
)
BEGIN
    ALTER TABLE [invoicing].[invoices] ADD [owner] varchar(64) COLLATE Latin1_General_100_BIN2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121024846_Roles'
)
BEGIN
    CREATE TABLE [access].[roles] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] uniqueidentifier NOT NULL,
        [name] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [permissions] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [inherits] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [limits] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [created_at] datetimeoffset NOT NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [pk_roles] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121024846_Roles'
)
BEGIN
    grant select, insert, update, delete on [access].[roles] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121024846_Roles'
)
BEGIN
    exec(N'create security policy [access].[roles_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [access].[roles],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[roles] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[roles] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[roles] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[roles] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121024846_Roles'
)
BEGIN
    CREATE INDEX [ix_sales_tenant_id_owner_sold_at_id] ON [sync].[sales] ([tenant_id], [owner], [sold_at] DESC, [id] DESC);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121024846_Roles'
)
BEGIN
    CREATE UNIQUE INDEX [ix_roles_tenant_id_name] ON [access].[roles] ([tenant_id], [name]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121024846_Roles'
)
BEGIN
    INSERT INTO [kernel].[migrations] ([MigrationId], [ProductVersion])
    VALUES (N'20261121024846_Roles', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121025908_Sso'
)
BEGIN
    ALTER TABLE [access].[sessions] ADD [only_tenant] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121025908_Sso'
)
BEGIN
    ALTER TABLE [access].[sessions] ADD [sso_connection] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121025908_Sso'
)
BEGIN
    ALTER TABLE [access].[sessions] ADD [sso_session_index] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121025908_Sso'
)
BEGIN
    ALTER TABLE [access].[sessions] ADD [sso_subject] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121025908_Sso'
)
BEGIN
    CREATE TABLE [access].[sso_attempts] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] uniqueidentifier NOT NULL,
        [connection_id] uniqueidentifier NOT NULL,
        [at] datetimeoffset NOT NULL,
        [outcome] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [detail] nvarchar(500) COLLATE Latin1_General_100_BIN2 NULL,
        [subject] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [email] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [address] nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        [claims] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [intent] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [begun_by] uniqueidentifier NULL,
        [token_hash] varbinary(32) NULL,
        CONSTRAINT [pk_sso_attempts] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121025908_Sso'
)
BEGIN
    grant select, insert, update, delete on [access].[sso_attempts] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121025908_Sso'
)
BEGIN
    exec(N'create security policy [access].[sso_attempts_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [access].[sso_attempts],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[sso_attempts] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[sso_attempts] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[sso_attempts] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[sso_attempts] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121025908_Sso'
)
BEGIN
    CREATE TABLE [access].[sso_connections] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] uniqueidentifier NOT NULL,
        [slug] varchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [kind] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [name] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [enabled] bit NOT NULL,
        [settings] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [secrets] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [default_role] nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
        [group_roles] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [attributes] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [created_at] datetimeoffset NOT NULL,
        [proved_at] datetimeoffset NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [pk_sso_connections] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121025908_Sso'
)
BEGIN
    grant select, insert, update, delete on [access].[sso_connections] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121025908_Sso'
)
BEGIN
    exec(N'create security policy [access].[sso_connections_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [access].[sso_connections],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[sso_connections] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[sso_connections] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[sso_connections] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[sso_connections] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121025908_Sso'
)
BEGIN
    CREATE TABLE [access].[sso_domain_owners] (
        [domain] varchar(253) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [tenant_id] uniqueidentifier NOT NULL,
        CONSTRAINT [pk_sso_domain_owners] PRIMARY KEY ([domain])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121025908_Sso'
)
BEGIN
    grant select, insert, update, delete on [access].[sso_domain_owners] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121025908_Sso'
)
BEGIN
    CREATE TABLE [access].[sso_domains] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] uniqueidentifier NOT NULL,
        [name] varchar(253) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [proof] varchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [created_at] datetimeoffset NOT NULL,
        [proved_at] datetimeoffset NULL,
        [checked_at] datetimeoffset NULL,
        [missing_since] datetimeoffset NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [pk_sso_domains] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121025908_Sso'
)
BEGIN
    grant select, insert, update, delete on [access].[sso_domains] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121025908_Sso'
)
BEGIN
    exec(N'create security policy [access].[sso_domains_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [access].[sso_domains],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[sso_domains] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[sso_domains] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[sso_domains] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[sso_domains] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121025908_Sso'
)
BEGIN
    CREATE TABLE [access].[sso_link_permits] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] uniqueidentifier NOT NULL,
        [until] datetimeoffset NOT NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [pk_sso_link_permits] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121025908_Sso'
)
BEGIN
    grant select, insert, update, delete on [access].[sso_link_permits] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121025908_Sso'
)
BEGIN
    exec(N'create security policy [access].[sso_link_permits_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [access].[sso_link_permits],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[sso_link_permits] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[sso_link_permits] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[sso_link_permits] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[sso_link_permits] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121025908_Sso'
)
BEGIN
    CREATE TABLE [access].[sso_logins] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] uniqueidentifier NOT NULL,
        [connection_id] uniqueidentifier NOT NULL,
        [user_id] uniqueidentifier NOT NULL,
        [issuer] nvarchar(1024) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [subject] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [key] varbinary(32) NOT NULL,
        [email] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [created_at] datetimeoffset NOT NULL,
        [last_at] datetimeoffset NOT NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [pk_sso_logins] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121025908_Sso'
)
BEGIN
    grant select, insert, update, delete on [access].[sso_logins] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121025908_Sso'
)
BEGIN
    exec(N'create security policy [access].[sso_logins_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [access].[sso_logins],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[sso_logins] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[sso_logins] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[sso_logins] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[sso_logins] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121025908_Sso'
)
BEGIN
    CREATE INDEX [ix_sessions_sso_connection] ON [access].[sessions] ([sso_connection]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121025908_Sso'
)
BEGIN
    CREATE INDEX [ix_sso_attempts_tenant_id_connection_id_at] ON [access].[sso_attempts] ([tenant_id], [connection_id], [at]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121025908_Sso'
)
BEGIN
    CREATE INDEX [ix_sso_connections_slug] ON [access].[sso_connections] ([slug]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121025908_Sso'
)
BEGIN
    CREATE INDEX [ix_sso_domain_owners_tenant_id] ON [access].[sso_domain_owners] ([tenant_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121025908_Sso'
)
BEGIN
    CREATE UNIQUE INDEX [ix_sso_domains_tenant_id_name] ON [access].[sso_domains] ([tenant_id], [name]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121025908_Sso'
)
BEGIN
    CREATE UNIQUE INDEX [ix_sso_logins_tenant_id_connection_id_key] ON [access].[sso_logins] ([tenant_id], [connection_id], [key]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121025908_Sso'
)
BEGIN
    CREATE INDEX [ix_sso_logins_tenant_id_user_id] ON [access].[sso_logins] ([tenant_id], [user_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121025908_Sso'
)
BEGIN
    INSERT INTO [kernel].[migrations] ([MigrationId], [ProductVersion])
    VALUES (N'20261121025908_Sso', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121031341_ApiClients'
)
BEGIN
    ALTER TABLE [access].[api_keys] ADD [addresses] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL DEFAULT N'[]';
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121031341_ApiClients'
)
BEGIN
    ALTER TABLE [access].[api_keys] ADD [answered_by] nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121031341_ApiClients'
)
BEGIN
    ALTER TABLE [access].[api_keys] ADD [disabled_at] datetimeoffset NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121031341_ApiClients'
)
BEGIN
    ALTER TABLE [access].[api_keys] ADD [expires_at] datetimeoffset NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121031341_ApiClients'
)
BEGIN
    ALTER TABLE [access].[api_keys] ADD [last_used_from] nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121031341_ApiClients'
)
BEGIN
    ALTER TABLE [access].[api_keys] ADD [old_secret_ends_at] datetimeoffset NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121031341_ApiClients'
)
BEGIN
    ALTER TABLE [access].[api_keys] ADD [old_secret_hash] varbinary(32) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121031341_ApiClients'
)
BEGIN
    ALTER TABLE [access].[api_keys] ADD [scopes] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL DEFAULT N'[]';
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121031341_ApiClients'
)
BEGIN
    alter security policy [access].[api_keys_wall] with (state = off);
    exec(N'update [access].[api_keys] set [scopes] = case [role] when N''Owner'' then N''["approve","audit.read","customer.create","customer.delete","customer.read","customer.update","export","fiscal.file","integration.manage","invoice.create","invoice.delete","invoice.draft","invoice.read.all","invoice.send","invoice.update.all","invoice.void","payment.create","payment.read","payment.refund","product.create","product.delete","product.read","product.update","reconcile","report.view","settings.manage"]'' else N''["customer.read","invoice.read.all","payment.read","product.read","report.view"]'' end;');
    alter security policy [access].[api_keys_wall] with (state = on);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121031341_ApiClients'
)
BEGIN
    DECLARE @var1 nvarchar(max);
    SELECT @var1 = QUOTENAME([d].[name])
    FROM [sys].[default_constraints] [d]
    INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
    WHERE ([d].[parent_object_id] = OBJECT_ID(N'[access].[api_keys]') AND [c].[name] = N'role');
    IF @var1 IS NOT NULL EXEC(N'ALTER TABLE [access].[api_keys] DROP CONSTRAINT ' + @var1 + ';');
    ALTER TABLE [access].[api_keys] DROP COLUMN [role];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121031341_ApiClients'
)
BEGIN
    CREATE TABLE [access].[api_key_days] (
        [tenant_id] uniqueidentifier NOT NULL,
        [key_id] uniqueidentifier NOT NULL,
        [day] date NOT NULL,
        [calls] bigint NOT NULL,
        CONSTRAINT [pk_api_key_days] PRIMARY KEY ([tenant_id], [key_id], [day]),
        CONSTRAINT [fk_api_key_days_tenant_id_key_id] FOREIGN KEY ([tenant_id], [key_id]) REFERENCES [access].[api_keys] ([tenant_id], [id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121031341_ApiClients'
)
BEGIN
    grant select, insert, update, delete on [access].[api_key_days] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121031341_ApiClients'
)
BEGIN
    exec(N'create security policy [access].[api_key_days_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [access].[api_key_days],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[api_key_days] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[api_key_days] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[api_key_days] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[api_key_days] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121031341_ApiClients'
)
BEGIN
    CREATE TABLE [tenancy].[secret_reads] (
        [tenant_id] uniqueidentifier NOT NULL,
        [holder] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [reader] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [hour] datetimeoffset NOT NULL,
        CONSTRAINT [pk_secret_reads] PRIMARY KEY ([tenant_id], [holder], [reader], [hour])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121031341_ApiClients'
)
BEGIN
    grant select, insert, update, delete on [tenancy].[secret_reads] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121031341_ApiClients'
)
BEGIN
    exec(N'create security policy [tenancy].[secret_reads_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [tenancy].[secret_reads],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [tenancy].[secret_reads] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [tenancy].[secret_reads] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [tenancy].[secret_reads] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [tenancy].[secret_reads] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121031341_ApiClients'
)
BEGIN
    INSERT INTO [kernel].[migrations] ([MigrationId], [ProductVersion])
    VALUES (N'20261121031341_ApiClients', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121032900_AuditChain'
)
BEGIN
    CREATE TABLE [audit].[anchored] (
        [tenant_id] uniqueidentifier NOT NULL,
        [place] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [size] bigint NOT NULL,
        [at] datetimeoffset NOT NULL,
        CONSTRAINT [pk_anchored] PRIMARY KEY ([tenant_id], [place])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121032900_AuditChain'
)
BEGIN
    grant select, insert, update, delete on [audit].[anchored] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121032900_AuditChain'
)
BEGIN
    exec(N'create security policy [audit].[anchored_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[anchored],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[anchored] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[anchored] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[anchored] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[anchored] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121032900_AuditChain'
)
BEGIN
    CREATE TABLE [audit].[checkpoints] (
        [tenant_id] uniqueidentifier NOT NULL,
        [size] bigint NOT NULL,
        [frontier] varbinary(max) NOT NULL,
        [head] varbinary(max) NOT NULL,
        [body] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [signature] varbinary(max) NOT NULL,
        [key_id] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [created_at] datetimeoffset NOT NULL,
        CONSTRAINT [pk_checkpoints] PRIMARY KEY ([tenant_id], [size])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121032900_AuditChain'
)
BEGIN
    grant select, insert on [audit].[checkpoints] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121032900_AuditChain'
)
BEGIN
    deny update, delete on [audit].[checkpoints] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121032900_AuditChain'
)
BEGIN
    exec(N'create trigger [audit].[checkpoints_refuse_change] on [audit].[checkpoints] after update, delete as
    begin
        set nocount on;
        if exists (select 1 from deleted) throw 51000, N''rows of checkpoints are only ever added'', 1;
    end;');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121032900_AuditChain'
)
BEGIN
    exec(N'create security policy [audit].[checkpoints_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[checkpoints],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[checkpoints] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[checkpoints] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[checkpoints] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[checkpoints] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121032900_AuditChain'
)
BEGIN
    CREATE TABLE [audit].[heads] (
        [tenant_id] uniqueidentifier NOT NULL,
        [seq] bigint NOT NULL,
        [hash] varbinary(max) NOT NULL,
        [at] datetimeoffset NOT NULL,
        CONSTRAINT [pk_heads] PRIMARY KEY ([tenant_id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121032900_AuditChain'
)
BEGIN
    grant select, insert, update, delete on [audit].[heads] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121032900_AuditChain'
)
BEGIN
    deny insert, update, delete on [audit].[heads] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121032900_AuditChain'
)
BEGIN
    exec(N'create security policy [audit].[heads_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[heads],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[heads] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[heads] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[heads] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[heads] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121032900_AuditChain'
)
BEGIN
    CREATE TABLE [audit].[log] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] uniqueidentifier NOT NULL,
        [created_at] datetimeoffset NOT NULL,
        [seq] bigint NOT NULL,
        [event_type] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [actor_type] nvarchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [actor_id] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [actor_name] varbinary(max) NOT NULL,
        [resource_type] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [resource_id] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [action] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [status] nvarchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [metadata] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [changes] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [ip_address] varbinary(max) NOT NULL,
        [user_agent] varbinary(max) NOT NULL,
        [request_id] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [subject] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [address_mark] varbinary(900) NOT NULL,
        [payload] varbinary(max) NOT NULL,
        [prev] varbinary(max) NOT NULL,
        [hash] varbinary(max) NOT NULL,
        CONSTRAINT [pk_log] PRIMARY KEY ([tenant_id], [created_at], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121032900_AuditChain'
)
BEGIN
    grant select, insert on [audit].[log] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121032900_AuditChain'
)
BEGIN
    deny update, delete on [audit].[log] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121032900_AuditChain'
)
BEGIN
    exec(N'create trigger [audit].[log_refuse_change] on [audit].[log] after update, delete as
    begin
        set nocount on;
        if exists (select 1 from deleted) throw 51000, N''rows of log are only ever added'', 1;
    end;');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121032900_AuditChain'
)
BEGIN
    deny insert, update, delete on [audit].[log] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121032900_AuditChain'
)
BEGIN
    exec(N'create security policy [audit].[log_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[log],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[log] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[log] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[log] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[log] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121032900_AuditChain'
)
BEGIN
    CREATE TABLE [audit].[person_keys] (
        [tenant_id] uniqueidentifier NOT NULL,
        [subject] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [wrapped] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [created_at] datetimeoffset NOT NULL,
        [erased_at] datetimeoffset NULL,
        CONSTRAINT [pk_person_keys] PRIMARY KEY ([tenant_id], [subject])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121032900_AuditChain'
)
BEGIN
    grant select, insert, update, delete on [audit].[person_keys] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121032900_AuditChain'
)
BEGIN
    exec(N'create security policy [audit].[person_keys_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[person_keys],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[person_keys] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[person_keys] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[person_keys] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[person_keys] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121032900_AuditChain'
)
BEGIN
    CREATE INDEX [ix_log_tenant_id_actor_id_created_at_id] ON [audit].[log] ([tenant_id], [actor_id], [created_at], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121032900_AuditChain'
)
BEGIN
    CREATE INDEX [ix_log_tenant_id_address_mark_created_at_id] ON [audit].[log] ([tenant_id], [address_mark], [created_at], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121032900_AuditChain'
)
BEGIN
    CREATE INDEX [ix_log_tenant_id_event_type_created_at_id] ON [audit].[log] ([tenant_id], [event_type], [created_at], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121032900_AuditChain'
)
BEGIN
    CREATE INDEX [ix_log_tenant_id_resource_id_created_at_id] ON [audit].[log] ([tenant_id], [resource_id], [created_at], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121032900_AuditChain'
)
BEGIN
    CREATE INDEX [ix_log_tenant_id_seq] ON [audit].[log] ([tenant_id], [seq]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121032900_AuditChain'
)
BEGIN
    CREATE INDEX [ix_log_tenant_id_status_created_at_id] ON [audit].[log] ([tenant_id], [status], [created_at], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121032900_AuditChain'
)
BEGIN
    exec(N'create procedure [audit].[append_entries] @chain uniqueidentifier, @entries nvarchar(max) as
    begin
        set nocount on;
        set xact_abort on;
        declare @fence uniqueidentifier = cast(session_context(N''tenant'') as uniqueidentifier);
        if @fence is null and @chain = ''00000000-0000-7000-8000-000000000001''
        begin
            exec sys.sp_set_session_context N''tenant'', @chain, @read_only = 1;
            set @fence = @chain;
        end;
        if @fence is null or @fence <> @chain throw 51000, N''entries of one company cannot be written from the fence of another'', 1;

        declare @seq bigint, @link binary(32), @at datetimeoffset(6), @i int = 0, @n int, @given datetimeoffset(6), @payload varbinary(max), @prev binary(32);
        -- SQL Server keeps the first three parts of a uniqueidentifier little-endian; the chain hashes them in the order they are written.
        declare @raw binary(16) = cast(@chain as binary(16));
        declare @tenant binary(16) = cast(reverse(substring(@raw, 1, 4)) as binary(4)) + cast(reverse(substring(@raw, 5, 2)) as binary(2))
            + cast(reverse(substring(@raw, 7, 2)) as binary(2)) + substring(@raw, 9, 8);
        select * into #new from openjson(@entries) with (
            i int ''$.I'', id uniqueidentifier ''$.Id'', at datetimeoffset(6) ''$.At'', event_type nvarchar(255) ''$.EventType'', actor_type nvarchar(16) ''$.ActorType'',
            actor_id nvarchar(255) ''$.ActorId'', actor_name varchar(max) ''$.ActorName'', resource_type nvarchar(255) ''$.ResourceType'', resource_id nvarchar(255) ''$.ResourceId'',
            action nvarchar(255) ''$.Action'', status nvarchar(16) ''$.Status'', metadata nvarchar(max) ''$.Metadata'', changes nvarchar(max) ''$.Changes'',
            ip_address varchar(max) ''$.IpAddress'', user_agent varchar(max) ''$.UserAgent'', request_id nvarchar(255) ''$.RequestId'', subject nvarchar(255) ''$.Subject'',
            address_mark varchar(max) ''$.AddressMark'', payload varchar(max) ''$.Payload'');
        alter table #new add prev binary(32) null, hash binary(32) null, moment datetimeoffset(6) null;

        select @seq = seq, @link = hash, @at = at from audit.heads with (updlock, holdlock, rowlock) where tenant_id = @chain;
        if @seq is null
        begin
            select @seq = 0, @link = 0x0000000000000000000000000000000000000000000000000000000000000000, @at = ''1970-01-01T00:00:00+00:00'';
            insert into audit.heads (tenant_id, seq, hash, at) values (@chain, @seq, @link, @at);
        end;
        select @n = count(*) from #new;
        while @i < @n
        begin
            select @given = at, @payload = convert(varbinary(max), payload, 2) from #new where i = @i;
            if @given > @at set @at = @given;
            set @prev = @link;
            set @link = hashbytes(''SHA2_256'', 0x0001 + @tenant + cast(@seq + @i + 1 as binary(8)) + cast(datediff_big(microsecond, ''1970-01-01T00:00:00+00:00'', @at) as binary(8))
                + @prev + cast(cast(datalength(@payload) as int) as binary(4)) + @payload);
            update #new set prev = @prev, hash = @link, moment = @at where i = @i;
            set @i = @i + 1;
        end;
        insert into audit.log (tenant_id, seq, id, created_at, event_type, actor_type, actor_id, actor_name, resource_type, resource_id, action, status,
            metadata, changes, ip_address, user_agent, request_id, subject, address_mark, payload, prev, hash)
        select @chain, @seq + i + 1, id, moment, event_type, actor_type, actor_id, convert(varbinary(max), actor_name, 2), resource_type, resource_id, action, status,
            metadata, changes, convert(varbinary(max), ip_address, 2), convert(varbinary(max), user_agent, 2), request_id, subject,
            convert(varbinary(max), address_mark, 2), convert(varbinary(max), payload, 2), prev, hash from #new;
        update audit.heads set seq = @seq + @n, hash = @link, at = @at where tenant_id = @chain;
    end;');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121032900_AuditChain'
)
BEGIN
    grant execute on [audit].[append_entries] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121032900_AuditChain'
)
BEGIN
    INSERT INTO [kernel].[migrations] ([MigrationId], [ProductVersion])
    VALUES (N'20261121032900_AuditChain', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121033654_Approvals'
)
BEGIN
    CREATE TABLE [access].[approval_rules] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] uniqueidentifier NOT NULL,
        [name] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [kind] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [above] decimal(19,4) NULL,
        [currency] char(3) COLLATE Latin1_General_100_BIN2 NULL,
        [customer] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [creator] varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [pk_approval_rules] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121033654_Approvals'
)
BEGIN
    grant select, insert, update, delete on [access].[approval_rules] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121033654_Approvals'
)
BEGIN
    exec(N'create security policy [access].[approval_rules_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [access].[approval_rules],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[approval_rules] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[approval_rules] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[approval_rules] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[approval_rules] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121033654_Approvals'
)
BEGIN
    CREATE TABLE [access].[approvals] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] uniqueidentifier NOT NULL,
        [kind] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [subject] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [revision] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [title] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [amount] decimal(19,4) NOT NULL,
        [currency] char(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [amount_in_ron] decimal(19,4) NOT NULL,
        [customer] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [creator] varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        [because] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [state] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [asked_at] datetimeoffset NOT NULL,
        [decided_by] varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        [decided_at] datetimeoffset NULL,
        [reason] nvarchar(500) COLLATE Latin1_General_100_BIN2 NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [pk_approvals] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121033654_Approvals'
)
BEGIN
    grant select, insert, update, delete on [access].[approvals] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121033654_Approvals'
)
BEGIN
    exec(N'create security policy [access].[approvals_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [access].[approvals],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[approvals] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[approvals] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[approvals] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[approvals] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121033654_Approvals'
)
BEGIN
    CREATE TABLE [access].[ownership_offers] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] uniqueidentifier NOT NULL,
        [from] uniqueidentifier NOT NULL,
        [offered_at] datetimeoffset NOT NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [pk_ownership_offers] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121033654_Approvals'
)
BEGIN
    grant select, insert, update, delete on [access].[ownership_offers] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121033654_Approvals'
)
BEGIN
    exec(N'create security policy [access].[ownership_offers_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [access].[ownership_offers],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[ownership_offers] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[ownership_offers] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[ownership_offers] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[ownership_offers] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121033654_Approvals'
)
BEGIN
    CREATE UNIQUE INDEX [ix_approvals_tenant_id_kind_subject_revision] ON [access].[approvals] ([tenant_id], [kind], [subject], [revision]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121033654_Approvals'
)
BEGIN
    CREATE INDEX [ix_approvals_tenant_id_state_asked_at] ON [access].[approvals] ([tenant_id], [state], [asked_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121033654_Approvals'
)
BEGIN
    CREATE UNIQUE INDEX [ix_ownership_offers_tenant_id] ON [access].[ownership_offers] ([tenant_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121033654_Approvals'
)
BEGIN
    INSERT INTO [kernel].[migrations] ([MigrationId], [ProductVersion])
    VALUES (N'20261121033654_Approvals', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121034926_SignIn'
)
BEGIN
    IF SCHEMA_ID(N'messaging') IS NULL EXEC(N'CREATE SCHEMA [messaging];');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121034926_SignIn'
)
BEGIN
    if schema_id(N'kernel') is null exec(N'create schema [kernel];');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121034926_SignIn'
)
BEGIN
    if database_principal_id(N'invoicesync_app') is null create role [invoicesync_app];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121034926_SignIn'
)
BEGIN
    if database_principal_id(N'invoicesync_platform') is null create role [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121034926_SignIn'
)
BEGIN
    if object_id(N'kernel.tenant_wall') is null exec(N'-- No tenant, no rows: a comparison with null is never true. The platform passes, but nobody who signed in as the app.
    create function [kernel].[tenant_wall](@tenant_id uniqueidentifier) returns table with schemabinding as return
    select 1 as [passes]
    where @tenant_id = cast(session_context(N''tenant'') as uniqueidentifier)
       or (cast(session_context(N''platform'') as int) = 1 and is_member(N''invoicesync_app'') = 0);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121034926_SignIn'
)
BEGIN
    if object_id(N'kernel.notices') is null exec(N'create table [kernel].[notices] (
        [version] rowversion not null constraint [pk_notices] primary key,
        [tenant_id] uniqueidentifier null,
        [topic] varchar(64) not null,
        [row_id] uniqueidentifier null);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121034926_SignIn'
)
BEGIN
    grant insert on [kernel].[notices] to [invoicesync_app];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121034926_SignIn'
)
BEGIN
    grant select, insert, delete on [kernel].[notices] to [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121034926_SignIn'
)
BEGIN
    ALTER TABLE [access].[sessions] ADD [network] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL DEFAULT N'';
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121034926_SignIn'
)
BEGIN
    ALTER TABLE [access].[sessions] ADD [remember_hash] varbinary(32) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121034926_SignIn'
)
BEGIN
    ALTER TABLE [access].[sessions] ADD [seen_at] datetimeoffset NOT NULL DEFAULT '0001-01-01T00:00:00.0000000+00:00';
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121034926_SignIn'
)
BEGIN
    ALTER TABLE [access].[sessions] ADD [token_until] datetimeoffset NOT NULL DEFAULT '0001-01-01T00:00:00.0000000+00:00';
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121034926_SignIn'
)
BEGIN
    ALTER TABLE [access].[sessions] ADD [way] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL DEFAULT '';
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121034926_SignIn'
)
BEGIN
    CREATE TABLE [access].[failed_tries] (
        [id] uniqueidentifier NOT NULL,
        [network] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [at] datetimeoffset NOT NULL,
        CONSTRAINT [pk_failed_tries] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121034926_SignIn'
)
BEGIN
    grant select, insert, update, delete on [access].[failed_tries] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121034926_SignIn'
)
BEGIN
    CREATE TABLE [access].[invitations] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] uniqueidentifier NOT NULL,
        [email] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [normalized_email] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [roles] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [invited_by] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [token_hash] varbinary(32) NOT NULL,
        [created_at] datetimeoffset NOT NULL,
        [sent_at] datetimeoffset NOT NULL,
        [ends_at] datetimeoffset NOT NULL,
        [accepted_at] datetimeoffset NULL,
        [revoked_at] datetimeoffset NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [pk_invitations] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121034926_SignIn'
)
BEGIN
    grant select, insert, update, delete on [access].[invitations] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121034926_SignIn'
)
BEGIN
    exec(N'create security policy [access].[invitations_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [access].[invitations],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[invitations] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[invitations] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[invitations] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[invitations] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121034926_SignIn'
)
BEGIN
    CREATE TABLE [access].[known_devices] (
        [user_id] uniqueidentifier NOT NULL,
        [token_hash] varbinary(32) NOT NULL,
        [failures] int NOT NULL,
        [created_at] datetimeoffset NOT NULL,
        [seen_at] datetimeoffset NOT NULL,
        CONSTRAINT [pk_known_devices] PRIMARY KEY ([user_id], [token_hash])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121034926_SignIn'
)
BEGIN
    grant select, insert, update, delete on [access].[known_devices] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121034926_SignIn'
)
BEGIN
    CREATE TABLE [messaging].[mails] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] uniqueidentifier NOT NULL,
        [to] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [subject] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [key] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [sealed] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [state] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [created_at] datetimeoffset NOT NULL,
        [sent_at] datetimeoffset NULL,
        CONSTRAINT [pk_mails] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121034926_SignIn'
)
BEGIN
    grant select, insert, update, delete on [messaging].[mails] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121034926_SignIn'
)
BEGIN
    exec(N'create security policy [messaging].[mails_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [messaging].[mails],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [messaging].[mails] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [messaging].[mails] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [messaging].[mails] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [messaging].[mails] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121034926_SignIn'
)
BEGIN
    CREATE TABLE [access].[passkeys] (
        [id] uniqueidentifier NOT NULL,
        [user_id] uniqueidentifier NOT NULL,
        [credential_hash] varbinary(32) NOT NULL,
        [credential_id] varbinary(1023) NOT NULL,
        [public_key] varbinary(2000) NOT NULL,
        [name] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [transports] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [sign_count] bigint NOT NULL,
        [backup_eligible] bit NOT NULL,
        [backed_up] bit NOT NULL,
        [created_at] datetimeoffset NOT NULL,
        [used_at] datetimeoffset NULL,
        CONSTRAINT [pk_passkeys] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121034926_SignIn'
)
BEGIN
    grant select, insert, update, delete on [access].[passkeys] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121034926_SignIn'
)
BEGIN
    CREATE TABLE [access].[recovery_codes] (
        [user_id] uniqueidentifier NOT NULL,
        [hash] varbinary(32) NOT NULL,
        [used_at] datetimeoffset NULL,
        CONSTRAINT [pk_recovery_codes] PRIMARY KEY ([user_id], [hash])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121034926_SignIn'
)
BEGIN
    grant select, insert, update, delete on [access].[recovery_codes] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121034926_SignIn'
)
BEGIN
    CREATE TABLE [access].[second_factors] (
        [user_id] uniqueidentifier NOT NULL,
        [secret] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [confirmed_at] datetimeoffset NULL,
        [last_step] bigint NOT NULL,
        [failures] int NOT NULL,
        [locked_until] datetimeoffset NULL,
        CONSTRAINT [pk_second_factors] PRIMARY KEY ([user_id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121034926_SignIn'
)
BEGIN
    grant select, insert, update, delete on [access].[second_factors] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121034926_SignIn'
)
BEGIN
    CREATE TABLE [access].[slips] (
        [id] uniqueidentifier NOT NULL,
        [user_id] uniqueidentifier NOT NULL,
        [for] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [token_hash] varbinary(32) NOT NULL,
        [stamp] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [data] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [tries] int NOT NULL,
        [created_at] datetimeoffset NOT NULL,
        [ends_at] datetimeoffset NOT NULL,
        [used_at] datetimeoffset NULL,
        CONSTRAINT [pk_slips] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121034926_SignIn'
)
BEGIN
    grant select, insert, update, delete on [access].[slips] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121034926_SignIn'
)
BEGIN
    CREATE TABLE [access].[spent_tokens] (
        [token_hash] varbinary(32) NOT NULL,
        [session] uniqueidentifier NOT NULL,
        [at] datetimeoffset NOT NULL,
        CONSTRAINT [pk_spent_tokens] PRIMARY KEY ([token_hash])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121034926_SignIn'
)
BEGIN
    grant select, insert, update, delete on [access].[spent_tokens] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121034926_SignIn'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [ix_sessions_remember_hash] ON [access].[sessions] ([remember_hash]) WHERE [remember_hash] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121034926_SignIn'
)
BEGIN
    CREATE INDEX [ix_failed_tries_at] ON [access].[failed_tries] ([at]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121034926_SignIn'
)
BEGIN
    CREATE INDEX [ix_failed_tries_network_at] ON [access].[failed_tries] ([network], [at]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121034926_SignIn'
)
BEGIN
    CREATE INDEX [ix_invitations_tenant_id_created_at] ON [access].[invitations] ([tenant_id], [created_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121034926_SignIn'
)
BEGIN
    CREATE INDEX [ix_invitations_tenant_id_normalized_email] ON [access].[invitations] ([tenant_id], [normalized_email]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121034926_SignIn'
)
BEGIN
    CREATE UNIQUE INDEX [ix_mails_tenant_id_key] ON [messaging].[mails] ([tenant_id], [key]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121034926_SignIn'
)
BEGIN
    CREATE INDEX [ix_mails_tenant_id_state_created_at] ON [messaging].[mails] ([tenant_id], [state], [created_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121034926_SignIn'
)
BEGIN
    CREATE UNIQUE INDEX [ix_passkeys_credential_hash] ON [access].[passkeys] ([credential_hash]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121034926_SignIn'
)
BEGIN
    CREATE INDEX [ix_passkeys_user_id] ON [access].[passkeys] ([user_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121034926_SignIn'
)
BEGIN
    CREATE INDEX [ix_slips_ends_at] ON [access].[slips] ([ends_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121034926_SignIn'
)
BEGIN
    CREATE UNIQUE INDEX [ix_slips_token_hash] ON [access].[slips] ([token_hash]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121034926_SignIn'
)
BEGIN
    CREATE INDEX [ix_slips_user_id_for_created_at] ON [access].[slips] ([user_id], [for], [created_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121034926_SignIn'
)
BEGIN
    CREATE INDEX [ix_spent_tokens_session] ON [access].[spent_tokens] ([session]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121034926_SignIn'
)
BEGIN
    INSERT INTO [kernel].[migrations] ([MigrationId], [ProductVersion])
    VALUES (N'20261121034926_SignIn', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121041432_SsoTokens'
)
BEGIN
    ALTER TABLE [access].[sso_connections] ADD [keys_refreshed_at] datetimeoffset NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121041432_SsoTokens'
)
BEGIN
    ALTER TABLE [access].[sessions] ADD [sso_hint] varchar(max) COLLATE Latin1_General_100_BIN2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121041432_SsoTokens'
)
BEGIN
    CREATE TABLE [access].[sso_provider_pins] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] uniqueidentifier NOT NULL,
        [token_endpoint] nvarchar(2048) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [keys_endpoint] nvarchar(2048) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [at] datetimeoffset NOT NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [pk_sso_provider_pins] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121041432_SsoTokens'
)
BEGIN
    grant select, insert, update, delete on [access].[sso_provider_pins] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121041432_SsoTokens'
)
BEGIN
    exec(N'create security policy [access].[sso_provider_pins_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [access].[sso_provider_pins],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[sso_provider_pins] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[sso_provider_pins] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[sso_provider_pins] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[sso_provider_pins] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121041432_SsoTokens'
)
BEGIN
    CREATE TABLE [access].[sso_spent_tokens] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [until] datetimeoffset NOT NULL,
        CONSTRAINT [pk_sso_spent_tokens] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121041432_SsoTokens'
)
BEGIN
    grant select, insert, update, delete on [access].[sso_spent_tokens] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121041432_SsoTokens'
)
BEGIN
    exec(N'create security policy [access].[sso_spent_tokens_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [access].[sso_spent_tokens],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[sso_spent_tokens] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[sso_spent_tokens] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[sso_spent_tokens] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[sso_spent_tokens] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121041432_SsoTokens'
)
BEGIN
    CREATE INDEX [ix_sso_spent_tokens_tenant_id_until] ON [access].[sso_spent_tokens] ([tenant_id], [until]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121041432_SsoTokens'
)
BEGIN
    INSERT INTO [kernel].[migrations] ([MigrationId], [ProductVersion])
    VALUES (N'20261121041432_SsoTokens', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121042117_SamlRequests'
)
BEGIN
    CREATE TABLE [access].[sso_requests] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [browser_hash] varbinary(32) NOT NULL,
        [return_path] nvarchar(2048) COLLATE Latin1_General_100_BIN2 NULL,
        [intent] varchar(128) COLLATE Latin1_General_100_BIN2 NULL,
        [ends_at] datetimeoffset NOT NULL,
        CONSTRAINT [pk_sso_requests] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121042117_SamlRequests'
)
BEGIN
    grant select, insert, update, delete on [access].[sso_requests] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121042117_SamlRequests'
)
BEGIN
    exec(N'create security policy [access].[sso_requests_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [access].[sso_requests],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[sso_requests] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[sso_requests] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[sso_requests] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[sso_requests] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121042117_SamlRequests'
)
BEGIN
    INSERT INTO [kernel].[migrations] ([MigrationId], [ProductVersion])
    VALUES (N'20261121042117_SamlRequests', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121043441_Entry'
)
BEGIN
    ALTER TABLE [access].[sessions] ADD [break_glass_for] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121043441_Entry'
)
BEGIN
    CREATE TABLE [access].[break_glass_codes] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] uniqueidentifier NOT NULL,
        [owner] uniqueidentifier NOT NULL,
        [hash] varbinary(32) NOT NULL,
        [created_at] datetimeoffset NOT NULL,
        [used_at] datetimeoffset NULL,
        [used_from] nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [pk_break_glass_codes] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121043441_Entry'
)
BEGIN
    grant select, insert, update, delete on [access].[break_glass_codes] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121043441_Entry'
)
BEGIN
    exec(N'create security policy [access].[break_glass_codes_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [access].[break_glass_codes],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[break_glass_codes] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[break_glass_codes] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[break_glass_codes] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[break_glass_codes] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121043441_Entry'
)
BEGIN
    CREATE TABLE [access].[entry_rules] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [mode] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [required_from] datetimeoffset NULL,
        [only_networks] bit NOT NULL,
        [networks] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [pk_entry_rules] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121043441_Entry'
)
BEGIN
    grant select, insert, update, delete on [access].[entry_rules] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121043441_Entry'
)
BEGIN
    exec(N'create security policy [access].[entry_rules_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [access].[entry_rules],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[entry_rules] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[entry_rules] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[entry_rules] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[entry_rules] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121043441_Entry'
)
BEGIN
    CREATE TABLE [access].[scim_groups] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] uniqueidentifier NOT NULL,
        [display_name] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [external_id] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [members] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [created_at] datetimeoffset NOT NULL,
        [changed_at] datetimeoffset NOT NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [pk_scim_groups] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121043441_Entry'
)
BEGIN
    grant select, insert, update, delete on [access].[scim_groups] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121043441_Entry'
)
BEGIN
    exec(N'create security policy [access].[scim_groups_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [access].[scim_groups],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[scim_groups] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[scim_groups] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[scim_groups] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[scim_groups] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121043441_Entry'
)
BEGIN
    CREATE TABLE [access].[scim_users] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] uniqueidentifier NOT NULL,
        [user_name] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [user_key] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [external_id] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [given_name] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [family_name] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [display_name] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [email] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [active] bit NOT NULL,
        [created_at] datetimeoffset NOT NULL,
        [changed_at] datetimeoffset NOT NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [pk_scim_users] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121043441_Entry'
)
BEGIN
    grant select, insert, update, delete on [access].[scim_users] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121043441_Entry'
)
BEGIN
    exec(N'create security policy [access].[scim_users_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [access].[scim_users],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[scim_users] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[scim_users] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[scim_users] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[scim_users] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121043441_Entry'
)
BEGIN
    CREATE UNIQUE INDEX [ix_break_glass_codes_tenant_id_hash] ON [access].[break_glass_codes] ([tenant_id], [hash]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121043441_Entry'
)
BEGIN
    CREATE INDEX [ix_scim_users_tenant_id_external_id] ON [access].[scim_users] ([tenant_id], [external_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121043441_Entry'
)
BEGIN
    CREATE UNIQUE INDEX [ix_scim_users_tenant_id_user_key] ON [access].[scim_users] ([tenant_id], [user_key]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121043441_Entry'
)
BEGIN
    INSERT INTO [kernel].[migrations] ([MigrationId], [ProductVersion])
    VALUES (N'20261121043441_Entry', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121060130_ProvePresence'
)
BEGIN
    ALTER TABLE [access].[sso_attempts] ADD [begun_in] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121060130_ProvePresence'
)
BEGIN
    INSERT INTO [kernel].[migrations] ([MigrationId], [ProductVersion])
    VALUES (N'20261121060130_ProvePresence', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121063140_AuditOutlets'
)
BEGIN
    CREATE TABLE [audit].[alert_rules] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [deletions] int NOT NULL,
        [refusals] int NOT NULL,
        [minutes] int NOT NULL,
        [tell_networks] bit NOT NULL,
        [tell_exports] bit NOT NULL,
        [language] nvarchar(8) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [pk_alert_rules] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121063140_AuditOutlets'
)
BEGIN
    grant select, insert, update, delete on [audit].[alert_rules] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121063140_AuditOutlets'
)
BEGIN
    exec(N'create security policy [audit].[alert_rules_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[alert_rules],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[alert_rules] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[alert_rules] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[alert_rules] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[alert_rules] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121063140_AuditOutlets'
)
BEGIN
    CREATE TABLE [audit].[alerts] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] uniqueidentifier NOT NULL,
        [kind] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [about] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [hour] datetimeoffset NOT NULL,
        [at] datetimeoffset NOT NULL,
        [count] int NOT NULL,
        [filter] nvarchar(500) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [pk_alerts] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121063140_AuditOutlets'
)
BEGIN
    grant select, insert, update, delete on [audit].[alerts] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121063140_AuditOutlets'
)
BEGIN
    exec(N'create security policy [audit].[alerts_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[alerts],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[alerts] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[alerts] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[alerts] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[alerts] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121063140_AuditOutlets'
)
BEGIN
    CREATE TABLE [audit].[anchor_mails] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [addresses] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [language] nvarchar(8) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [pk_anchor_mails] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121063140_AuditOutlets'
)
BEGIN
    grant select, insert, update, delete on [audit].[anchor_mails] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121063140_AuditOutlets'
)
BEGIN
    exec(N'create security policy [audit].[anchor_mails_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[anchor_mails],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[anchor_mails] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[anchor_mails] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[anchor_mails] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[anchor_mails] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121063140_AuditOutlets'
)
BEGIN
    CREATE TABLE [audit].[export_plans] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] uniqueidentifier NOT NULL,
        [name] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [rhythm] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [form] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [filter] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [readers] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [language] nvarchar(8) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [created_at] datetimeoffset NOT NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [pk_export_plans] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121063140_AuditOutlets'
)
BEGIN
    grant select, insert, update, delete on [audit].[export_plans] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121063140_AuditOutlets'
)
BEGIN
    exec(N'create security policy [audit].[export_plans_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[export_plans],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[export_plans] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[export_plans] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[export_plans] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[export_plans] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121063140_AuditOutlets'
)
BEGIN
    CREATE TABLE [audit].[export_runs] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] uniqueidentifier NOT NULL,
        [plan] uniqueidentifier NOT NULL,
        [rhythm] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [from] date NOT NULL,
        [to] date NOT NULL,
        [since] datetimeoffset NOT NULL,
        [before] datetimeoffset NOT NULL,
        [name] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [form] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [filter] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [up_to] bigint NOT NULL,
        [entries] int NOT NULL,
        [problem] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [made_at] datetimeoffset NOT NULL,
        CONSTRAINT [pk_export_runs] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121063140_AuditOutlets'
)
BEGIN
    grant select, insert, update, delete on [audit].[export_runs] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121063140_AuditOutlets'
)
BEGIN
    exec(N'create security policy [audit].[export_runs_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[export_runs],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[export_runs] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[export_runs] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[export_runs] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[export_runs] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121063140_AuditOutlets'
)
BEGIN
    CREATE TABLE [audit].[log_readings] (
        [tenant_id] uniqueidentifier NOT NULL,
        [reader] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [seq] bigint NOT NULL,
        CONSTRAINT [pk_log_readings] PRIMARY KEY ([tenant_id], [reader])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121063140_AuditOutlets'
)
BEGIN
    grant select, insert, update, delete on [audit].[log_readings] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121063140_AuditOutlets'
)
BEGIN
    exec(N'create security policy [audit].[log_readings_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[log_readings],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[log_readings] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[log_readings] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[log_readings] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[log_readings] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121063140_AuditOutlets'
)
BEGIN
    CREATE TABLE [audit].[outlet_progress] (
        [tenant_id] uniqueidentifier NOT NULL,
        [outlet] uniqueidentifier NOT NULL,
        [seq] bigint NOT NULL,
        [sent_at] datetimeoffset NULL,
        [failures] int NOT NULL,
        [failing_since] datetimeoffset NULL,
        [not_before] datetimeoffset NULL,
        [problem] nvarchar(500) COLLATE Latin1_General_100_BIN2 NULL,
        CONSTRAINT [pk_outlet_progress] PRIMARY KEY ([tenant_id], [outlet])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121063140_AuditOutlets'
)
BEGIN
    grant select, insert, update, delete on [audit].[outlet_progress] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121063140_AuditOutlets'
)
BEGIN
    exec(N'create security policy [audit].[outlet_progress_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[outlet_progress],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[outlet_progress] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[outlet_progress] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[outlet_progress] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[outlet_progress] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121063140_AuditOutlets'
)
BEGIN
    CREATE TABLE [audit].[outlets] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] uniqueidentifier NOT NULL,
        [kind] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [name] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [address] nvarchar(500) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [index] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [source] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [is_on] bit NOT NULL,
        [secrets] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [created_at] datetimeoffset NOT NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [pk_outlets] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121063140_AuditOutlets'
)
BEGIN
    grant select, insert, update, delete on [audit].[outlets] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121063140_AuditOutlets'
)
BEGIN
    exec(N'create security policy [audit].[outlets_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[outlets],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[outlets] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[outlets] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[outlets] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[outlets] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121063140_AuditOutlets'
)
BEGIN
    CREATE TABLE [audit].[parked_entries] (
        [tenant_id] uniqueidentifier NOT NULL,
        [outlet] uniqueidentifier NOT NULL,
        [seq] bigint NOT NULL,
        [entry] uniqueidentifier NOT NULL,
        [reason] nvarchar(500) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [at] datetimeoffset NOT NULL,
        CONSTRAINT [pk_parked_entries] PRIMARY KEY ([tenant_id], [outlet], [seq])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121063140_AuditOutlets'
)
BEGIN
    grant select, insert, update, delete on [audit].[parked_entries] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121063140_AuditOutlets'
)
BEGIN
    exec(N'create security policy [audit].[parked_entries_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[parked_entries],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[parked_entries] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[parked_entries] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[parked_entries] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[parked_entries] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121063140_AuditOutlets'
)
BEGIN
    CREATE INDEX [ix_alerts_tenant_id_at_id] ON [audit].[alerts] ([tenant_id], [at], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121063140_AuditOutlets'
)
BEGIN
    CREATE UNIQUE INDEX [ix_alerts_tenant_id_kind_about_hour] ON [audit].[alerts] ([tenant_id], [kind], [about], [hour]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121063140_AuditOutlets'
)
BEGIN
    CREATE INDEX [ix_export_runs_tenant_id_made_at] ON [audit].[export_runs] ([tenant_id], [made_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121063140_AuditOutlets'
)
BEGIN
    CREATE UNIQUE INDEX [ix_export_runs_tenant_id_plan_rhythm_from] ON [audit].[export_runs] ([tenant_id], [plan], [rhythm], [from]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121063140_AuditOutlets'
)
BEGIN
    INSERT INTO [kernel].[migrations] ([MigrationId], [ProductVersion])
    VALUES (N'20261121063140_AuditOutlets', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121065801_AuditArchive'
)
BEGIN
    DROP INDEX [ix_log_tenant_id_status_created_at_id] ON [audit].[log];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121065801_AuditArchive'
)
BEGIN
    CREATE TABLE [audit].[archives] (
        [tenant_id] uniqueidentifier NOT NULL,
        [month] date NOT NULL,
        [first_seq] bigint NOT NULL,
        [size] bigint NOT NULL,
        [head] varbinary(max) NOT NULL,
        [frontier] varbinary(max) NOT NULL,
        [root] varbinary(max) NOT NULL,
        [file] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [digest] varbinary(max) NOT NULL,
        [bytes] bigint NOT NULL,
        [archived_at] datetimeoffset NOT NULL,
        [dropped_at] datetimeoffset NULL,
        [file_deleted_at] datetimeoffset NULL,
        CONSTRAINT [pk_archives] PRIMARY KEY ([tenant_id], [month])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121065801_AuditArchive'
)
BEGIN
    grant select, insert, update, delete on [audit].[archives] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121065801_AuditArchive'
)
BEGIN
    deny insert, update, delete on [audit].[archives] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121065801_AuditArchive'
)
BEGIN
    exec(N'create security policy [audit].[archives_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[archives],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[archives] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[archives] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[archives] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [audit].[archives] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121065801_AuditArchive'
)
BEGIN
    EXEC(N'CREATE INDEX [ix_log_tenant_id_status_created_at_id] ON [audit].[log] ([tenant_id], [status], [created_at], [id]) WHERE status <> ''ok''');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121065801_AuditArchive'
)
BEGIN
    exec(N'create procedure [audit].[note_archived] @chain uniqueidentifier, @day date, @upto bigint, @head varbinary(32), @frontier varbinary(max), @root varbinary(32),
        @name nvarchar(255), @digest varbinary(32), @bytes bigint as
    begin
        set nocount on;
        set xact_abort on;
        declare @fence uniqueidentifier = cast(session_context(N''tenant'') as uniqueidentifier);
        if @fence is null or @fence <> @chain throw 51000, N''months of one company cannot be archived from the fence of another'', 1;
        declare @first datetimeoffset(6) = todatetimeoffset(cast(@day as datetime2(6)), 0);
        declare @next datetimeoffset(6) = dateadd(month, 1, @first);
        if day(@day) <> 1 or @next > dateadd(year, -1, sysdatetimeoffset()) throw 51000, N''a month is archived when it is over for a year'', 1;
        declare @since bigint = coalesce((select max(size) from audit.archives where tenant_id = @chain), 0);
        if @upto <= @since
            or (select count_big(*) from audit.log where tenant_id = @chain and seq > @since and seq <= @upto and created_at < @next) <> @upto - @since
            or exists (select 1 from audit.log where tenant_id = @chain and seq > @upto and created_at < @next)
            or not exists (select 1 from audit.log where tenant_id = @chain and seq = @upto and hash = @head and created_at >= @first and created_at < @next)
            throw 51000, N''what is to be archived is not what the log holds of that month'', 1;
        insert into audit.archives (tenant_id, month, first_seq, size, head, frontier, root, [file], digest, bytes, archived_at)
        values (@chain, @day, @since + 1, @upto, @head, @frontier, @root, @name, @digest, @bytes, sysdatetimeoffset());
    end;');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121065801_AuditArchive'
)
BEGIN
    exec(N'create procedure [audit].[drop_month] @chain uniqueidentifier, @day date, @refused nvarchar(100) output with execute as owner as
    begin
        set nocount on;
        set xact_abort on;
        set lock_timeout 500;
        declare @fence uniqueidentifier = cast(session_context(N''tenant'') as uniqueidentifier);
        if @fence is null or @fence <> @chain throw 51000, N''months of one company cannot be dropped from the fence of another'', 1;
        declare @first datetimeoffset(6) = todatetimeoffset(cast(@day as datetime2(6)), 0);
        declare @next datetimeoffset(6) = dateadd(month, 1, @first), @seq bigint, @hash varbinary(max), @size bigint, @kept varbinary(max), @archived datetimeoffset;
        select @size = size, @kept = head, @archived = archived_at from audit.archives where tenant_id = @chain and month = @day and dropped_at is null;
        select top (1) @seq = seq, @hash = hash from audit.log where tenant_id = @chain and created_at >= @first and created_at < @next order by seq desc;
        set @refused = case
            when day(@day) <> 1 or @next > dateadd(year, -1, sysdatetimeoffset()) then N''younger than a year''
            when @size is null or @seq is null or @size <> @seq or @kept <> @hash then N''not archived''
            when @archived >= dateadd(day, -1, sysdatetimeoffset()) then N''archived less than a day ago''
            when not exists (select 1 from audit.checkpoints c join audit.anchored o on o.tenant_id = c.tenant_id and o.size >= c.size
                where c.tenant_id = @chain and c.size >= @seq) then N''not anchored''
            else N'''' end;
        if @refused <> N'''' return;
        begin transaction;
        disable trigger [audit].[log_refuse_change] on [audit].[log];
        delete from audit.log where tenant_id = @chain and created_at >= @first and created_at < @next;
        enable trigger [audit].[log_refuse_change] on [audit].[log];
        update audit.archives set dropped_at = sysdatetimeoffset() where tenant_id = @chain and month = @day;
        commit transaction;
    end;');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121065801_AuditArchive'
)
BEGIN
    exec(N'create procedure [audit].[note_file_deleted] @chain uniqueidentifier, @day date as
    begin
        set nocount on;
        declare @fence uniqueidentifier = cast(session_context(N''tenant'') as uniqueidentifier);
        if @fence is null or @fence <> @chain throw 51000, N''archives of one company cannot be deleted from the fence of another'', 1;
        update audit.archives set file_deleted_at = sysdatetimeoffset()
        where tenant_id = @chain and month = @day and dropped_at is not null and file_deleted_at is null
            and dateadd(month, 1, todatetimeoffset(cast(month as datetime2(6)), 0)) < dateadd(year, -7, sysdatetimeoffset());
        if @@rowcount = 0 throw 51000, N''an archive is deleted after seven years, once its month has left the log'', 1;
    end;');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121065801_AuditArchive'
)
BEGIN
    grant execute on [audit].[note_archived] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121065801_AuditArchive'
)
BEGIN
    grant execute on [audit].[drop_month] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121065801_AuditArchive'
)
BEGIN
    grant execute on [audit].[note_file_deleted] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121065801_AuditArchive'
)
BEGIN
    INSERT INTO [kernel].[migrations] ([MigrationId], [ProductVersion])
    VALUES (N'20261121065801_AuditArchive', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121071653_InvoiceNumberOnce'
)
BEGIN
    DROP INDEX [ix_invoices_tenant_id_number] ON [invoicing].[invoices];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121071653_InvoiceNumberOnce'
)
BEGIN
    CREATE UNIQUE INDEX [ix_invoices_tenant_id_number] ON [invoicing].[invoices] ([tenant_id], [number]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121071653_InvoiceNumberOnce'
)
BEGIN
    INSERT INTO [kernel].[migrations] ([MigrationId], [ProductVersion])
    VALUES (N'20261121071653_InvoiceNumberOnce', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121093948_OwnInvoices'
)
BEGIN
    CREATE TABLE [invoicing].[drafts] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] uniqueidentifier NOT NULL,
        [owner] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [content] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [buyer_name] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [currency] char(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [total] decimal(19,4) NOT NULL,
        [waits] nvarchar(500) COLLATE Latin1_General_100_BIN2 NULL,
        [made_at] datetimeoffset NOT NULL,
        [changed_at] datetimeoffset NOT NULL,
        [noted_at] datetimeoffset NOT NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [pk_drafts] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121093948_OwnInvoices'
)
BEGIN
    grant select, insert, update, delete on [invoicing].[drafts] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121093948_OwnInvoices'
)
BEGIN
    exec(N'create security policy [invoicing].[drafts_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[drafts],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[drafts] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[drafts] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[drafts] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[drafts] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121093948_OwnInvoices'
)
BEGIN
    CREATE TABLE [invoicing].[invoice_series] (
        [tenant_id] uniqueidentifier NOT NULL,
        [name] varchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [pattern] varchar(30) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [first] bigint NOT NULL,
        [first_year] int NOT NULL,
        [is_default] bit NOT NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [pk_invoice_series] PRIMARY KEY ([tenant_id], [name])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121093948_OwnInvoices'
)
BEGIN
    grant select, insert, update, delete on [invoicing].[invoice_series] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121093948_OwnInvoices'
)
BEGIN
    exec(N'create security policy [invoicing].[invoice_series_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[invoice_series],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[invoice_series] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[invoice_series] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[invoice_series] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[invoice_series] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121093948_OwnInvoices'
)
BEGIN
    CREATE INDEX [ix_invoices_tenant_id_source_made_at_id] ON [invoicing].[invoices] ([tenant_id], [source], [made_at], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121093948_OwnInvoices'
)
BEGIN
    CREATE INDEX [ix_drafts_tenant_id_made_at_id] ON [invoicing].[drafts] ([tenant_id], [made_at], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121093948_OwnInvoices'
)
BEGIN
    CREATE UNIQUE INDEX [ix_invoice_series_tenant_id_pattern] ON [invoicing].[invoice_series] ([tenant_id], [pattern]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121093948_OwnInvoices'
)
BEGIN
    INSERT INTO [kernel].[migrations] ([MigrationId], [ProductVersion])
    VALUES (N'20261121093948_OwnInvoices', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121102414_RestV1'
)
BEGIN
    IF SCHEMA_ID(N'webhooks') IS NULL EXEC(N'CREATE SCHEMA [webhooks];');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121102414_RestV1'
)
BEGIN
    if schema_id(N'kernel') is null exec(N'create schema [kernel];');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121102414_RestV1'
)
BEGIN
    if database_principal_id(N'invoicesync_app') is null create role [invoicesync_app];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121102414_RestV1'
)
BEGIN
    if database_principal_id(N'invoicesync_platform') is null create role [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121102414_RestV1'
)
BEGIN
    if object_id(N'kernel.tenant_wall') is null exec(N'-- No tenant, no rows: a comparison with null is never true. The platform passes, but nobody who signed in as the app.
    create function [kernel].[tenant_wall](@tenant_id uniqueidentifier) returns table with schemabinding as return
    select 1 as [passes]
    where @tenant_id = cast(session_context(N''tenant'') as uniqueidentifier)
       or (cast(session_context(N''platform'') as int) = 1 and is_member(N''invoicesync_app'') = 0);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121102414_RestV1'
)
BEGIN
    if object_id(N'kernel.notices') is null exec(N'create table [kernel].[notices] (
        [version] rowversion not null constraint [pk_notices] primary key,
        [tenant_id] uniqueidentifier null,
        [topic] varchar(64) not null,
        [row_id] uniqueidentifier null);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121102414_RestV1'
)
BEGIN
    grant insert on [kernel].[notices] to [invoicesync_app];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121102414_RestV1'
)
BEGIN
    grant select, insert, delete on [kernel].[notices] to [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121102414_RestV1'
)
BEGIN
    ALTER TABLE [invoicing].[invoices] ADD [buyer_email] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL DEFAULT N'';
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121102414_RestV1'
)
BEGIN
    ALTER TABLE [invoicing].[invoices] ADD [buyer_name] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL DEFAULT N'';
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121102414_RestV1'
)
BEGIN
    ALTER TABLE [invoicing].[invoices] ADD [changed_at] datetimeoffset NOT NULL DEFAULT '0001-01-01T00:00:00.0000000+00:00';
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121102414_RestV1'
)
BEGIN
    ALTER TABLE [invoicing].[invoices] ADD [due] decimal(19,4) NOT NULL DEFAULT 0.0;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121102414_RestV1'
)
BEGIN
    ALTER TABLE [access].[api_keys] ADD [made_by] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121102414_RestV1'
)
BEGIN
    CREATE TABLE [webhooks].[feed] (
        [tenant_id] uniqueidentifier NOT NULL,
        [sequence] bigint NOT NULL,
        [event_id] uniqueidentifier NOT NULL,
        [type] varchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [object_type] varchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [object_id] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [object_sequence] bigint NOT NULL,
        [data] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [at] datetimeoffset NOT NULL,
        CONSTRAINT [pk_feed] PRIMARY KEY ([tenant_id], [sequence])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121102414_RestV1'
)
BEGIN
    grant select, insert, update, delete on [webhooks].[feed] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121102414_RestV1'
)
BEGIN
    exec(N'create security policy [webhooks].[feed_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [webhooks].[feed],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [webhooks].[feed] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [webhooks].[feed] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [webhooks].[feed] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [webhooks].[feed] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121102414_RestV1'
)
BEGIN
    CREATE TABLE [webhooks].[feed_heads] (
        [tenant_id] uniqueidentifier NOT NULL,
        [name] varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [sequence] bigint NOT NULL,
        CONSTRAINT [pk_feed_heads] PRIMARY KEY ([tenant_id], [name])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121102414_RestV1'
)
BEGIN
    grant select, insert, update, delete on [webhooks].[feed_heads] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121102414_RestV1'
)
BEGIN
    exec(N'create security policy [webhooks].[feed_heads_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [webhooks].[feed_heads],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [webhooks].[feed_heads] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [webhooks].[feed_heads] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [webhooks].[feed_heads] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [webhooks].[feed_heads] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121102414_RestV1'
)
BEGIN
    CREATE TABLE [access].[repeatable_calls] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] uniqueidentifier NOT NULL,
        [request] varbinary(32) NOT NULL,
        [runner] uniqueidentifier NOT NULL,
        [lease_until] datetimeoffset NOT NULL,
        [is_committed] bit NOT NULL,
        [answer] varbinary(max) NULL,
        [begun_at] datetimeoffset NOT NULL,
        CONSTRAINT [pk_repeatable_calls] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121102414_RestV1'
)
BEGIN
    grant select, insert, update, delete on [access].[repeatable_calls] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121102414_RestV1'
)
BEGIN
    exec(N'create security policy [access].[repeatable_calls_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [access].[repeatable_calls],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[repeatable_calls] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[repeatable_calls] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[repeatable_calls] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[repeatable_calls] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121102414_RestV1'
)
BEGIN
    alter security policy [invoicing].[invoices_wall] with (state = off);
    exec(N'update [invoicing].[invoices] set [buyer_name] = upper(left(json_value([document], ''$.buyer.name''), 255)), [buyer_email] = upper(left(coalesce(json_value([document], ''$.buyer.email''), N''''), 255)), [due] = cast(json_value([document], ''$.totals.payable'') as decimal(19, 4)), [changed_at] = [made_at];');
    alter security policy [invoicing].[invoices_wall] with (state = on);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121102414_RestV1'
)
BEGIN
    CREATE INDEX [ix_invoices_tenant_id_buyer_email] ON [invoicing].[invoices] ([tenant_id], [buyer_email]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121102414_RestV1'
)
BEGIN
    CREATE INDEX [ix_invoices_tenant_id_buyer_name] ON [invoicing].[invoices] ([tenant_id], [buyer_name]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121102414_RestV1'
)
BEGIN
    CREATE INDEX [ix_invoices_tenant_id_issued_on_id] ON [invoicing].[invoices] ([tenant_id], [issued_on], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121102414_RestV1'
)
BEGIN
    CREATE INDEX [ix_invoices_tenant_id_made_at_id] ON [invoicing].[invoices] ([tenant_id], [made_at], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121102414_RestV1'
)
BEGIN
    CREATE INDEX [ix_events_tenant_id_at] ON [kernel].[events] ([tenant_id], [at]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121102414_RestV1'
)
BEGIN
    CREATE INDEX [ix_feed_tenant_id_at] ON [webhooks].[feed] ([tenant_id], [at]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121102414_RestV1'
)
BEGIN
    CREATE UNIQUE INDEX [ix_feed_tenant_id_event_id] ON [webhooks].[feed] ([tenant_id], [event_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121102414_RestV1'
)
BEGIN
    CREATE INDEX [ix_feed_tenant_id_object_id_object_sequence] ON [webhooks].[feed] ([tenant_id], [object_id], [object_sequence]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121102414_RestV1'
)
BEGIN
    CREATE INDEX [ix_repeatable_calls_tenant_id_begun_at] ON [access].[repeatable_calls] ([tenant_id], [begun_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121102414_RestV1'
)
BEGIN
    INSERT INTO [kernel].[migrations] ([MigrationId], [ProductVersion])
    VALUES (N'20261121102414_RestV1', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121102646_Customers'
)
BEGIN
    CREATE TABLE [customers].[customers] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] uniqueidentifier NOT NULL,
        [kind] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [full_name] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [tax_id] nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
        [vat_id] nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
        [personal_number] nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
        [registration_number] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
        [email] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
        [phone] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
        [billing_address] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [delivery_addresses] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [contacts] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [language] nvarchar(2) COLLATE Latin1_General_100_BIN2 NULL,
        [payment_term_days] int NULL,
        [currency] char(3) COLLATE Latin1_General_100_BIN2 NULL,
        [sends_invoices] bit NOT NULL,
        [sends_reminders] bit NOT NULL,
        [metadata] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [notes] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [search_name] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [created_at] datetimeoffset NOT NULL,
        [updated_at] datetimeoffset NOT NULL,
        [archived_at] datetimeoffset NULL,
        [merged_into] uniqueidentifier NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [pk_customers] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121102646_Customers'
)
BEGIN
    grant select, insert, update, delete on [customers].[customers] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121102646_Customers'
)
BEGIN
    exec(N'create security policy [customers].[customers_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [customers].[customers],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [customers].[customers] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [customers].[customers] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [customers].[customers] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [customers].[customers] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121102646_Customers'
)
BEGIN
    CREATE TABLE [customers].[products] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] uniqueidentifier NOT NULL,
        [name] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [description] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
        [sku] nvarchar(50) COLLATE Latin1_General_100_BIN2 NULL,
        [unit] varchar(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [prices] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [tax_category] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [tax_rate] decimal(5,2) NOT NULL,
        [search_name] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [created_at] datetimeoffset NOT NULL,
        [updated_at] datetimeoffset NOT NULL,
        [archived_at] datetimeoffset NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [pk_products] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121102646_Customers'
)
BEGIN
    grant select, insert, update, delete on [customers].[products] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121102646_Customers'
)
BEGIN
    exec(N'create security policy [customers].[products_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [customers].[products],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [customers].[products] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [customers].[products] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [customers].[products] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [customers].[products] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121102646_Customers'
)
BEGIN
    CREATE INDEX [ix_customers_tenant_id_created_at_id] ON [customers].[customers] ([tenant_id], [created_at], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121102646_Customers'
)
BEGIN
    CREATE INDEX [ix_customers_tenant_id_email] ON [customers].[customers] ([tenant_id], [email]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121102646_Customers'
)
BEGIN
    CREATE INDEX [ix_customers_tenant_id_personal_number] ON [customers].[customers] ([tenant_id], [personal_number]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121102646_Customers'
)
BEGIN
    CREATE INDEX [ix_customers_tenant_id_search_name] ON [customers].[customers] ([tenant_id], [search_name]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121102646_Customers'
)
BEGIN
    CREATE INDEX [ix_customers_tenant_id_tax_id] ON [customers].[customers] ([tenant_id], [tax_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121102646_Customers'
)
BEGIN
    CREATE INDEX [ix_customers_tenant_id_vat_id] ON [customers].[customers] ([tenant_id], [vat_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121102646_Customers'
)
BEGIN
    CREATE INDEX [ix_products_tenant_id_created_at_id] ON [customers].[products] ([tenant_id], [created_at], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121102646_Customers'
)
BEGIN
    CREATE INDEX [ix_products_tenant_id_search_name] ON [customers].[products] ([tenant_id], [search_name]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121102646_Customers'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [ix_products_tenant_id_sku] ON [customers].[products] ([tenant_id], [sku]) WHERE [sku] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121102646_Customers'
)
BEGIN
    INSERT INTO [kernel].[migrations] ([MigrationId], [ProductVersion])
    VALUES (N'20261121102646_Customers', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121103603_Ledger'
)
BEGIN
    IF SCHEMA_ID(N'ledger') IS NULL EXEC(N'CREATE SCHEMA [ledger];');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121103603_Ledger'
)
BEGIN
    if schema_id(N'kernel') is null exec(N'create schema [kernel];');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121103603_Ledger'
)
BEGIN
    if database_principal_id(N'invoicesync_app') is null create role [invoicesync_app];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121103603_Ledger'
)
BEGIN
    if database_principal_id(N'invoicesync_platform') is null create role [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121103603_Ledger'
)
BEGIN
    if object_id(N'kernel.tenant_wall') is null exec(N'-- No tenant, no rows: a comparison with null is never true. The platform passes, but nobody who signed in as the app.
    create function [kernel].[tenant_wall](@tenant_id uniqueidentifier) returns table with schemabinding as return
    select 1 as [passes]
    where @tenant_id = cast(session_context(N''tenant'') as uniqueidentifier)
       or (cast(session_context(N''platform'') as int) = 1 and is_member(N''invoicesync_app'') = 0);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121103603_Ledger'
)
BEGIN
    if object_id(N'kernel.notices') is null exec(N'create table [kernel].[notices] (
        [version] rowversion not null constraint [pk_notices] primary key,
        [tenant_id] uniqueidentifier null,
        [topic] varchar(64) not null,
        [row_id] uniqueidentifier null);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121103603_Ledger'
)
BEGIN
    grant insert on [kernel].[notices] to [invoicesync_app];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121103603_Ledger'
)
BEGIN
    grant select, insert, delete on [kernel].[notices] to [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121103603_Ledger'
)
BEGIN
    CREATE TABLE [ledger].[accounts] (
        [tenant_id] uniqueidentifier NOT NULL,
        [role] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [code] varchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [name] nvarchar(80) COLLATE Latin1_General_100_BIN2 NULL,
        CONSTRAINT [pk_accounts] PRIMARY KEY ([tenant_id], [role])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121103603_Ledger'
)
BEGIN
    grant select, insert, update, delete on [ledger].[accounts] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121103603_Ledger'
)
BEGIN
    exec(N'create security policy [ledger].[accounts_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [ledger].[accounts],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [ledger].[accounts] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [ledger].[accounts] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [ledger].[accounts] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [ledger].[accounts] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121103603_Ledger'
)
BEGIN
    CREATE TABLE [ledger].[balances] (
        [tenant_id] uniqueidentifier NOT NULL,
        [account] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [currency] char(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [month] date NOT NULL,
        [debit] decimal(19,4) NOT NULL,
        [credit] decimal(19,4) NOT NULL,
        [ron_debit] decimal(19,4) NOT NULL,
        [ron_credit] decimal(19,4) NOT NULL,
        CONSTRAINT [pk_balances] PRIMARY KEY ([tenant_id], [account], [currency], [month])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121103603_Ledger'
)
BEGIN
    grant select, insert, update, delete on [ledger].[balances] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121103603_Ledger'
)
BEGIN
    deny insert, update, delete on [ledger].[balances] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121103603_Ledger'
)
BEGIN
    exec(N'create security policy [ledger].[balances_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [ledger].[balances],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [ledger].[balances] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [ledger].[balances] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [ledger].[balances] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [ledger].[balances] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121103603_Ledger'
)
BEGIN
    CREATE TABLE [ledger].[entries] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] uniqueidentifier NOT NULL,
        [date] date NOT NULL,
        [currency] char(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [rate] decimal(18,8) NULL,
        [rate_on] date NULL,
        [rate_source] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [source] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [source_id] varchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [kind] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [memo] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [amount] decimal(19,4) NOT NULL,
        [ron] decimal(19,4) NOT NULL,
        [line_count] int NOT NULL,
        [posted_at] datetimeoffset NOT NULL,
        [posted_by] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [reverses] uniqueidentifier NULL,
        CONSTRAINT [pk_entries] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121103603_Ledger'
)
BEGIN
    grant select, insert on [ledger].[entries] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121103603_Ledger'
)
BEGIN
    deny update, delete on [ledger].[entries] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121103603_Ledger'
)
BEGIN
    exec(N'create trigger [ledger].[entries_refuse_change] on [ledger].[entries] after update, delete as
    begin
        set nocount on;
        if exists (select 1 from deleted) throw 51000, N''rows of entries are only ever added'', 1;
    end;');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121103603_Ledger'
)
BEGIN
    deny insert, update, delete on [ledger].[entries] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121103603_Ledger'
)
BEGIN
    exec(N'create security policy [ledger].[entries_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [ledger].[entries],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [ledger].[entries] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [ledger].[entries] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [ledger].[entries] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [ledger].[entries] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121103603_Ledger'
)
BEGIN
    CREATE TABLE [ledger].[lines] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] uniqueidentifier NOT NULL,
        [entry_id] uniqueidentifier NOT NULL,
        [no] int NOT NULL,
        [account] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [side] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [amount] decimal(19,4) NOT NULL,
        [ron] decimal(19,4) NOT NULL,
        [currency] char(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [date] date NOT NULL,
        [customer_key] nvarchar(128) COLLATE Latin1_General_100_BIN2 NULL,
        [customer_name] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [detail] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        CONSTRAINT [pk_lines] PRIMARY KEY ([tenant_id], [id]),
        CONSTRAINT [fk_lines_tenant_id_entry_id] FOREIGN KEY ([tenant_id], [entry_id]) REFERENCES [ledger].[entries] ([tenant_id], [id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121103603_Ledger'
)
BEGIN
    grant select, insert on [ledger].[lines] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121103603_Ledger'
)
BEGIN
    deny update, delete on [ledger].[lines] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121103603_Ledger'
)
BEGIN
    exec(N'create trigger [ledger].[lines_refuse_change] on [ledger].[lines] after update, delete as
    begin
        set nocount on;
        if exists (select 1 from deleted) throw 51000, N''rows of lines are only ever added'', 1;
    end;');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121103603_Ledger'
)
BEGIN
    deny insert, update, delete on [ledger].[lines] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121103603_Ledger'
)
BEGIN
    exec(N'create security policy [ledger].[lines_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [ledger].[lines],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [ledger].[lines] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [ledger].[lines] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [ledger].[lines] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [ledger].[lines] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121103603_Ledger'
)
BEGIN
    CREATE INDEX [ix_entries_tenant_id_reverses] ON [ledger].[entries] ([tenant_id], [reverses]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121103603_Ledger'
)
BEGIN
    CREATE UNIQUE INDEX [ix_entries_tenant_id_source_source_id_kind] ON [ledger].[entries] ([tenant_id], [source], [source_id], [kind]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121103603_Ledger'
)
BEGIN
    CREATE INDEX [ix_lines_tenant_id_account_date_id] ON [ledger].[lines] ([tenant_id], [account], [date], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121103603_Ledger'
)
BEGIN
    CREATE INDEX [ix_lines_tenant_id_customer_key_date_id] ON [ledger].[lines] ([tenant_id], [customer_key], [date], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121103603_Ledger'
)
BEGIN
    CREATE INDEX [ix_lines_tenant_id_date] ON [ledger].[lines] ([tenant_id], [date]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121103603_Ledger'
)
BEGIN
    CREATE UNIQUE INDEX [ix_lines_tenant_id_entry_id_no] ON [ledger].[lines] ([tenant_id], [entry_id], [no]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121103603_Ledger'
)
BEGIN
    alter table [ledger].[lines] add
        constraint [ck_lines_amount] check (amount >= 0 and ron >= 0 and amount + ron > 0),
        constraint [ck_lines_side] check (side in ('Debit', 'Credit'));
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121103603_Ledger'
)
BEGIN
    exec(N'create procedure [ledger].[post_entries] @company uniqueidentifier, @entries nvarchar(max) as
    begin
        set nocount on;
        set xact_abort on;
        declare @fence uniqueidentifier = cast(session_context(N''tenant'') as uniqueidentifier);
        if @fence is null or @fence <> @company throw 51000, N''entries of one company cannot be posted from the fence of another'', 1;

        select * into #given from openjson(@entries) with (
            id uniqueidentifier ''$.id'', [date] date ''$.date'', currency char(3) collate Latin1_General_100_BIN2 ''$.currency'', rate decimal(18, 8) ''$.rate'', rate_on date ''$.rate_on'',
            rate_source nvarchar(255) ''$.rate_source'', source varchar(32) collate Latin1_General_100_BIN2 ''$.source'', source_id varchar(128) collate Latin1_General_100_BIN2 ''$.source_id'',
            kind varchar(32) collate Latin1_General_100_BIN2 ''$.kind'', memo nvarchar(255) ''$.memo'', amount decimal(19, 4) ''$.amount'', ron decimal(19, 4) ''$.ron'', line_count int ''$.line_count'',
            posted_at datetimeoffset ''$.posted_at'', posted_by nvarchar(255) ''$.posted_by'', reverses uniqueidentifier ''$.reverses'', lines nvarchar(max) ''$.lines'' as json);
        declare @fresh table (id uniqueidentifier not null primary key);

        -- updlock with holdlock keeps the key, or the gap where it would stand, until the commit.
        insert into ledger.entries (tenant_id, id, [date], currency, rate, rate_on, rate_source, source, source_id, kind, memo, amount, ron, line_count, posted_at, posted_by, reverses)
        output inserted.id into @fresh
        select @company, g.id, g.[date], g.currency, g.rate, g.rate_on, g.rate_source, g.source, g.source_id, g.kind, g.memo, g.amount, g.ron, g.line_count, g.posted_at, g.posted_by, g.reverses
        from (select *, row_number() over (partition by source, source_id, kind order by id) as twin from #given) g
        where g.twin = 1 and not exists (
            select 1 from ledger.entries e with (updlock, holdlock, rowlock)
            where e.tenant_id = @company and e.source = g.source and e.source_id = g.source_id and e.kind = g.kind);

        if exists (
            select 1 from #given g
            inner join ledger.entries e on e.tenant_id = @company and e.source = g.source and e.source_id = g.source_id and e.kind = g.kind
            where e.[date] <> g.[date] or e.currency <> g.currency or e.amount <> g.amount or e.ron <> g.ron or e.line_count <> g.line_count)
            throw 51001, N''a fact that stands in the ledger was posted again with other amounts'', 1;

        insert into ledger.lines (tenant_id, id, entry_id, [no], account, side, amount, ron, currency, [date], customer_key, customer_name, detail)
        select @company, l.id, g.id, l.[no], l.account, l.side, l.amount, l.ron, g.currency, g.[date], l.customer_key, l.customer_name, l.detail
        from #given g
        inner join @fresh f on f.id = g.id
        cross apply openjson(g.lines) with (
            id uniqueidentifier ''$.id'', [no] int ''$.no'', account varchar(32) ''$.account'', side varchar(32) ''$.side'', amount decimal(19, 4) ''$.amount'', ron decimal(19, 4) ''$.ron'',
            customer_key nvarchar(128) ''$.customer_key'', customer_name nvarchar(255) ''$.customer_name'', detail nvarchar(255) ''$.detail'') l;
        select id from @fresh;
    end;');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121103603_Ledger'
)
BEGIN
    exec(N'create trigger [ledger].[lines_sealed] on [ledger].[lines] after insert as
    begin
        set nocount on;
        if exists (
            select 1 from (select distinct tenant_id, entry_id from inserted) i
            inner join ledger.entries e on e.tenant_id = i.tenant_id and e.id = i.entry_id
            cross apply (
                select count(*) as n, sum(case when l.currency <> e.currency or l.[date] <> e.[date] then 1 else 0 end) as strays,
                    sum(case when l.side = ''Debit'' then l.amount else 0 end) as debit, sum(case when l.side = ''Credit'' then l.amount else 0 end) as credit,
                    sum(case when l.side = ''Debit'' then l.ron else 0 end) as ron_debit, sum(case when l.side = ''Credit'' then l.ron else 0 end) as ron_credit
                from ledger.lines l where l.tenant_id = e.tenant_id and l.entry_id = e.id) t
            where t.n <> e.line_count or t.strays <> 0 or t.debit <> e.amount or t.credit <> e.amount or t.ron_debit <> e.ron or t.ron_credit <> e.ron)
            throw 51002, N''an entry does not balance'', 1;

        select tenant_id, account, currency, datefromparts(year([date]), month([date]), 1) as month,
            sum(case when side = ''Debit'' then amount else 0 end) as debit, sum(case when side = ''Credit'' then amount else 0 end) as credit,
            sum(case when side = ''Debit'' then ron else 0 end) as ron_debit, sum(case when side = ''Credit'' then ron else 0 end) as ron_credit
        into #moved from inserted group by tenant_id, account, currency, datefromparts(year([date]), month([date]), 1);
        update b set debit = b.debit + m.debit, credit = b.credit + m.credit, ron_debit = b.ron_debit + m.ron_debit, ron_credit = b.ron_credit + m.ron_credit
        from #moved m
        inner loop join ledger.balances b with (updlock, holdlock, rowlock)
            on b.tenant_id = m.tenant_id and b.account = m.account and b.currency = m.currency and b.month = m.month
        option (force order);
        insert into ledger.balances (tenant_id, account, currency, month, debit, credit, ron_debit, ron_credit)
        select m.tenant_id, m.account, m.currency, m.month, m.debit, m.credit, m.ron_debit, m.ron_credit from #moved m
        where not exists (
            select 1 from ledger.balances b with (updlock, holdlock, rowlock)
            where b.tenant_id = m.tenant_id and b.account = m.account and b.currency = m.currency and b.month = m.month);
    end;');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121103603_Ledger'
)
BEGIN
    grant execute on [ledger].[post_entries] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121103603_Ledger'
)
BEGIN
    exec(N'exec sys.sp_set_session_context N''platform'', 1;
    insert into kernel.work_items (tenant_id, id, name, [key], body, state, again, attempts, due_at, created_at)
    select i.tenant_id, newid(), N''PostOldInvoices'', N'''', N''{}'', ''Ready'', 0, 0, todatetimeoffset(sysutcdatetime(), 0), todatetimeoffset(sysutcdatetime(), 0)
    from invoicing.invoices i
    where not exists (select 1 from kernel.work_items w where w.tenant_id = i.tenant_id and w.name = N''PostOldInvoices'' and w.[key] = N'''')
    group by i.tenant_id;
    exec sys.sp_set_session_context N''platform'', null;');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121103603_Ledger'
)
BEGIN
    INSERT INTO [kernel].[migrations] ([MigrationId], [ProductVersion])
    VALUES (N'20261121103603_Ledger', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121124245_Settlement'
)
BEGIN
    EXEC sp_rename N'[invoicing].[invoices].[due]', N'open', 'COLUMN';
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121124245_Settlement'
)
BEGIN
    ALTER TABLE [invoicing].[invoices] ADD [credited] decimal(19,4) NOT NULL DEFAULT 0.0;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121124245_Settlement'
)
BEGIN
    ALTER TABLE [invoicing].[invoices] ADD [customer_key] nvarchar(128) COLLATE Latin1_General_100_BIN2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121124245_Settlement'
)
BEGIN
    ALTER TABLE [invoicing].[invoices] ADD [due_on] date NOT NULL DEFAULT '0001-01-01';
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121124245_Settlement'
)
BEGIN
    ALTER TABLE [invoicing].[invoices] ADD [written_off] decimal(19,4) NOT NULL DEFAULT 0.0;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121124245_Settlement'
)
BEGIN
    ALTER TABLE [invoicing].[invoices] ADD [open_ron] decimal(19,4) NOT NULL DEFAULT 0.0;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121124245_Settlement'
)
BEGIN
    ALTER TABLE [invoicing].[invoices] ADD [paid] decimal(19,4) NOT NULL DEFAULT 0.0;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121124245_Settlement'
)
BEGIN
    ALTER TABLE [invoicing].[invoices] ADD [payment] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL DEFAULT '';
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121124245_Settlement'
)
BEGIN
    alter security policy [invoicing].[invoices_wall] with (state = off);
    exec(N'update [invoicing].[invoices] set [due_on] = coalesce(cast(json_value([document], ''$.dueOn'') as date), [issued_on]), [paid] = cast(json_value([document], ''$.totals.paid'') as decimal(19, 4)), [open] = [total] - cast(json_value([document], ''$.totals.paid'') as decimal(19, 4));');
    exec(N'update i set [open_ron] = round(i.[total] * r.[rate], 2) - round(i.[paid] * r.[rate], 2), [payment] = case when i.[open] = 0 then ''Paid'' when i.[paid] = 0 then ''Unpaid'' else ''PartiallyPaid'' end, [customer_key] = case when json_value(i.[document], ''$.buyer.kind'') = ''Company'' and len(r.[number]) between 1 and 64 then concat(json_value(i.[document], ''$.buyer.address.country''), '':'', upper(r.[number])) end from [invoicing].[invoices] i cross apply (select case when i.[currency] = ''RON'' then 1 else coalesce(cast(json_value(i.[document], ''$.vatInRon.rate'') as decimal(18, 8)), 1) end as [rate], coalesce(json_value(i.[document], ''$.buyer.vatId''), json_value(i.[document], ''$.buyer.legalId'')) as [number]) r;');
    alter security policy [invoicing].[invoices_wall] with (state = on);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121124245_Settlement'
)
BEGIN
    CREATE INDEX [ix_invoices_tenant_id_customer_key_id] ON [invoicing].[invoices] ([tenant_id], [customer_key], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121124245_Settlement'
)
BEGIN
    EXEC(N'CREATE INDEX [ix_invoices_tenant_id_due_on_id] ON [invoicing].[invoices] ([tenant_id], [due_on], [id]) WHERE "open" <> 0');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121124245_Settlement'
)
BEGIN
    EXEC(N'ALTER TABLE [invoicing].[invoices] ADD CONSTRAINT [ck_invoices_settlement] CHECK ("open" = total - paid - credited - written_off and ("open" <> 0 or open_ron = 0) and (
    (total >= 0 and paid >= 0 and credited >= 0 and written_off >= 0 and "open" >= 0) or
    (total <= 0 and paid <= 0 and credited <= 0 and written_off <= 0 and "open" <= 0)))');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121124245_Settlement'
)
BEGIN
    INSERT INTO [kernel].[migrations] ([MigrationId], [ProductVersion])
    VALUES (N'20261121124245_Settlement', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131038_Payments'
)
BEGIN
    IF SCHEMA_ID(N'payments') IS NULL EXEC(N'CREATE SCHEMA [payments];');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131038_Payments'
)
BEGIN
    if schema_id(N'kernel') is null exec(N'create schema [kernel];');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131038_Payments'
)
BEGIN
    if database_principal_id(N'invoicesync_app') is null create role [invoicesync_app];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131038_Payments'
)
BEGIN
    if database_principal_id(N'invoicesync_platform') is null create role [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131038_Payments'
)
BEGIN
    if object_id(N'kernel.tenant_wall') is null exec(N'-- No tenant, no rows: a comparison with null is never true. The platform passes, but nobody who signed in as the app.
    create function [kernel].[tenant_wall](@tenant_id uniqueidentifier) returns table with schemabinding as return
    select 1 as [passes]
    where @tenant_id = cast(session_context(N''tenant'') as uniqueidentifier)
       or (cast(session_context(N''platform'') as int) = 1 and is_member(N''invoicesync_app'') = 0);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131038_Payments'
)
BEGIN
    if object_id(N'kernel.notices') is null exec(N'create table [kernel].[notices] (
        [version] rowversion not null constraint [pk_notices] primary key,
        [tenant_id] uniqueidentifier null,
        [topic] varchar(64) not null,
        [row_id] uniqueidentifier null);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131038_Payments'
)
BEGIN
    grant insert on [kernel].[notices] to [invoicesync_app];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131038_Payments'
)
BEGIN
    grant select, insert, delete on [kernel].[notices] to [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131038_Payments'
)
BEGIN
    CREATE TABLE [payments].[payments] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] uniqueidentifier NOT NULL,
        [customer_key] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [customer_full_name] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [search_name] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [received_on] date NOT NULL,
        [method] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [amount] decimal(19,4) NOT NULL,
        [currency] char(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [reference] nvarchar(140) COLLATE Latin1_General_100_BIN2 NULL,
        [note] nvarchar(500) COLLATE Latin1_General_100_BIN2 NULL,
        [unapplied] decimal(19,4) NOT NULL,
        [unapplied_ron] decimal(19,4) NOT NULL,
        [refunded] decimal(19,4) NOT NULL,
        [status] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [made_at] datetimeoffset NOT NULL,
        [changed_at] datetimeoffset NOT NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [pk_payments] PRIMARY KEY ([tenant_id], [id]),
        CONSTRAINT [ck_payments_left] CHECK (unapplied >= 0 and refunded >= 0 and (unapplied + refunded = 0 or unapplied + refunded <= amount) and (unapplied <> 0 or unapplied_ron = 0))
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131038_Payments'
)
BEGIN
    grant select, insert, update, delete on [payments].[payments] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131038_Payments'
)
BEGIN
    exec(N'create security policy [payments].[payments_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [payments].[payments],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [payments].[payments] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [payments].[payments] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [payments].[payments] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [payments].[payments] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131038_Payments'
)
BEGIN
    CREATE TABLE [payments].[moves] (
        [number] int NOT NULL,
        [tenant_id] uniqueidentifier NOT NULL,
        [payment_id] uniqueidentifier NOT NULL,
        [kind] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [on] date NOT NULL,
        [at] datetimeoffset NOT NULL,
        [money] decimal(19,4) NOT NULL,
        [money_ron] decimal(19,4) NOT NULL,
        [credit] decimal(19,4) NOT NULL,
        [credit_ron] decimal(19,4) NOT NULL,
        [rate] decimal(18,8) NULL,
        [rate_on] date NULL,
        [rate_source] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [reason] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [request] uniqueidentifier NULL,
        CONSTRAINT [pk_moves] PRIMARY KEY ([tenant_id], [payment_id], [number]),
        CONSTRAINT [fk_moves_tenant_id_payment_id] FOREIGN KEY ([tenant_id], [payment_id]) REFERENCES [payments].[payments] ([tenant_id], [id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131038_Payments'
)
BEGIN
    grant select, insert on [payments].[moves] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131038_Payments'
)
BEGIN
    deny update, delete on [payments].[moves] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131038_Payments'
)
BEGIN
    exec(N'create trigger [payments].[moves_refuse_change] on [payments].[moves] after update, delete as
    begin
        set nocount on;
        if exists (select 1 from deleted) throw 51000, N''rows of moves are only ever added'', 1;
    end;');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131038_Payments'
)
BEGIN
    exec(N'create security policy [payments].[moves_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [payments].[moves],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [payments].[moves] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [payments].[moves] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [payments].[moves] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [payments].[moves] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131038_Payments'
)
BEGIN
    CREATE TABLE [payments].[parts] (
        [move] int NOT NULL,
        [invoice_id] uniqueidentifier NOT NULL,
        [tenant_id] uniqueidentifier NOT NULL,
        [payment_id] uniqueidentifier NOT NULL,
        [number] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [amount] decimal(19,4) NOT NULL,
        [ron] decimal(19,4) NOT NULL,
        CONSTRAINT [pk_parts] PRIMARY KEY ([tenant_id], [payment_id], [move], [invoice_id]),
        CONSTRAINT [fk_parts_tenant_id_payment_id] FOREIGN KEY ([tenant_id], [payment_id]) REFERENCES [payments].[payments] ([tenant_id], [id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131038_Payments'
)
BEGIN
    grant select, insert on [payments].[parts] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131038_Payments'
)
BEGIN
    deny update, delete on [payments].[parts] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131038_Payments'
)
BEGIN
    exec(N'create trigger [payments].[parts_refuse_change] on [payments].[parts] after update, delete as
    begin
        set nocount on;
        if exists (select 1 from deleted) throw 51000, N''rows of parts are only ever added'', 1;
    end;');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131038_Payments'
)
BEGIN
    exec(N'create security policy [payments].[parts_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [payments].[parts],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [payments].[parts] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [payments].[parts] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [payments].[parts] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [payments].[parts] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131038_Payments'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [ix_moves_tenant_id_payment_id_request] ON [payments].[moves] ([tenant_id], [payment_id], [request]) WHERE request is not null');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131038_Payments'
)
BEGIN
    CREATE INDEX [ix_parts_tenant_id_invoice_id] ON [payments].[parts] ([tenant_id], [invoice_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131038_Payments'
)
BEGIN
    EXEC(N'CREATE INDEX [ix_payments_tenant_id_customer_key_id] ON [payments].[payments] ([tenant_id], [customer_key], [id]) WHERE unapplied <> 0');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131038_Payments'
)
BEGIN
    CREATE INDEX [ix_payments_tenant_id_received_on_id] ON [payments].[payments] ([tenant_id], [received_on], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131038_Payments'
)
BEGIN
    CREATE INDEX [ix_payments_tenant_id_reference] ON [payments].[payments] ([tenant_id], [reference]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131038_Payments'
)
BEGIN
    CREATE INDEX [ix_payments_tenant_id_search_name] ON [payments].[payments] ([tenant_id], [search_name]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131038_Payments'
)
BEGIN
    INSERT INTO [kernel].[migrations] ([MigrationId], [ProductVersion])
    VALUES (N'20261121131038_Payments', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131203_CreditNotes'
)
BEGIN
    ALTER TABLE [invoicing].[invoices] DROP CONSTRAINT [ck_invoices_settlement];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131203_CreditNotes'
)
BEGIN
    ALTER TABLE [invoicing].[invoices] ADD [corrects] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131203_CreditNotes'
)
BEGIN
    ALTER TABLE [invoicing].[invoices] ADD [void_reason] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131203_CreditNotes'
)
BEGIN
    ALTER TABLE [invoicing].[invoices] ADD [voided_on] date NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131203_CreditNotes'
)
BEGIN
    ALTER TABLE [invoicing].[invoices] ADD [written_off_ron] decimal(19,4) NOT NULL DEFAULT 0.0;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131203_CreditNotes'
)
BEGIN
    CREATE TABLE [invoicing].[credit_settings] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [as_storno] bit NOT NULL,
        [series] varchar(20) COLLATE Latin1_General_100_BIN2 NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [pk_credit_settings] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131203_CreditNotes'
)
BEGIN
    grant select, insert, update, delete on [invoicing].[credit_settings] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131203_CreditNotes'
)
BEGIN
    exec(N'create security policy [invoicing].[credit_settings_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[credit_settings],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[credit_settings] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[credit_settings] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[credit_settings] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[credit_settings] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131203_CreditNotes'
)
BEGIN
    CREATE TABLE [invoicing].[waiting_credits] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] uniqueidentifier NOT NULL,
        [invoice_id] uniqueidentifier NOT NULL,
        [asked] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [owner] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [why] nvarchar(500) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [pk_waiting_credits] PRIMARY KEY ([tenant_id], [id]),
        CONSTRAINT [fk_waiting_credits_tenant_id_invoice_id] FOREIGN KEY ([tenant_id], [invoice_id]) REFERENCES [invoicing].[invoices] ([tenant_id], [id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131203_CreditNotes'
)
BEGIN
    grant select, insert, update, delete on [invoicing].[waiting_credits] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131203_CreditNotes'
)
BEGIN
    exec(N'create security policy [invoicing].[waiting_credits_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[waiting_credits],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[waiting_credits] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[waiting_credits] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[waiting_credits] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[waiting_credits] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131203_CreditNotes'
)
BEGIN
    CREATE INDEX [ix_invoices_tenant_id_corrects] ON [invoicing].[invoices] ([tenant_id], [corrects]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131203_CreditNotes'
)
BEGIN
    EXEC(N'ALTER TABLE [invoicing].[invoices] ADD CONSTRAINT [ck_invoices_corrects] CHECK (corrects is null or (total < 0 and corrects <> id))');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131203_CreditNotes'
)
BEGIN
    EXEC(N'ALTER TABLE [invoicing].[invoices] ADD CONSTRAINT [ck_invoices_settlement] CHECK ("open" = case when voided_on is null then total - paid - credited - written_off else 0 end and ("open" <> 0 or open_ron = 0) and (
    (total >= 0 and paid >= 0 and credited >= 0 and written_off >= 0 and "open" >= 0) or
    (total <= 0 and paid <= 0 and credited <= 0 and written_off <= 0 and "open" <= 0)))');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131203_CreditNotes'
)
BEGIN
    EXEC(N'ALTER TABLE [invoicing].[invoices] ADD CONSTRAINT [ck_invoices_void] CHECK (voided_on is null or (cast(is_filed as int) = 0 and paid = 0 and credited = 0 and written_off = 0 and corrects is null and void_reason is not null))');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131203_CreditNotes'
)
BEGIN
    CREATE INDEX [ix_waiting_credits_tenant_id_invoice_id] ON [invoicing].[waiting_credits] ([tenant_id], [invoice_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131203_CreditNotes'
)
BEGIN
    ALTER TABLE [invoicing].[invoices] ADD CONSTRAINT [fk_invoices_tenant_id_corrects] FOREIGN KEY ([tenant_id], [corrects]) REFERENCES [invoicing].[invoices] ([tenant_id], [id]) ON DELETE NO ACTION;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131203_CreditNotes'
)
BEGIN
    INSERT INTO [kernel].[migrations] ([MigrationId], [ProductVersion])
    VALUES (N'20261121131203_CreditNotes', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131745_Mails'
)
BEGIN
    ALTER TABLE [messaging].[mails] ADD [about] varchar(40) COLLATE Latin1_General_100_BIN2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131745_Mails'
)
BEGIN
    ALTER TABLE [messaging].[mails] ADD [answer] nvarchar(500) COLLATE Latin1_General_100_BIN2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131745_Mails'
)
BEGIN
    ALTER TABLE [messaging].[mails] ADD [cc] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL DEFAULT N'[]';
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131745_Mails'
)
BEGIN
    ALTER TABLE [messaging].[mails] ADD [kind] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL DEFAULT 'Notice';
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131745_Mails'
)
BEGIN
    ALTER TABLE [messaging].[mails] ADD [problem] varchar(32) COLLATE Latin1_General_100_BIN2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131745_Mails'
)
BEGIN
    ALTER TABLE [messaging].[mails] ADD [queued_at] datetimeoffset NOT NULL DEFAULT '0001-01-01T00:00:00.0000000+00:00';
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131745_Mails'
)
BEGIN
    ALTER TABLE [messaging].[mails] ADD [sender] varchar(64) COLLATE Latin1_General_100_BIN2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131745_Mails'
)
BEGIN
    ALTER TABLE [messaging].[mails] ADD [tries] int NOT NULL DEFAULT 0;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131745_Mails'
)
BEGIN
    ALTER TABLE [invoicing].[invoices] ADD [sent_at] datetimeoffset NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131745_Mails'
)
BEGIN
    ALTER TABLE [invoicing].[invoices] ADD [undelivered_at] datetimeoffset NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131745_Mails'
)
BEGIN
    CREATE TABLE [messaging].[mail_templates] (
        [tenant_id] uniqueidentifier NOT NULL,
        [name] varchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [subject] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [html] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [pk_mail_templates] PRIMARY KEY ([tenant_id], [name])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131745_Mails'
)
BEGIN
    grant select, insert, update, delete on [messaging].[mail_templates] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131745_Mails'
)
BEGIN
    exec(N'create security policy [messaging].[mail_templates_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [messaging].[mail_templates],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [messaging].[mail_templates] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [messaging].[mail_templates] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [messaging].[mail_templates] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [messaging].[mail_templates] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131745_Mails'
)
BEGIN
    CREATE INDEX [ix_mails_tenant_id_about] ON [messaging].[mails] ([tenant_id], [about]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131745_Mails'
)
BEGIN
    CREATE INDEX [ix_mails_tenant_id_created_at_id] ON [messaging].[mails] ([tenant_id], [created_at], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131745_Mails'
)
BEGIN
    INSERT INTO [kernel].[migrations] ([MigrationId], [ProductVersion])
    VALUES (N'20261121131745_Mails', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131803_InvoiceDesk'
)
BEGIN
    ALTER TABLE [invoicing].[invoices] ADD [customer_id] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131803_InvoiceDesk'
)
BEGIN
    ALTER TABLE [invoicing].[invoices] ADD [filing] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL DEFAULT 'Waiting';
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131803_InvoiceDesk'
)
BEGIN
    ALTER TABLE [invoicing].[invoices] ADD [filing_version] bigint NOT NULL DEFAULT CAST(0 AS bigint);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131803_InvoiceDesk'
)
BEGIN
    ALTER TABLE [invoicing].[drafts] ADD [customer_id] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131803_InvoiceDesk'
)
BEGIN
    CREATE TABLE [invoicing].[bulk_rows] (
        [tenant_id] uniqueidentifier NOT NULL,
        [run] uniqueidentifier NOT NULL,
        [at] int NOT NULL,
        [invoice] uniqueidentifier NOT NULL,
        [label] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [foreseen] bigint NOT NULL,
        [state] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [why] varchar(100) COLLATE Latin1_General_100_BIN2 NULL,
        [why_text] nvarchar(500) COLLATE Latin1_General_100_BIN2 NULL,
        CONSTRAINT [pk_bulk_rows] PRIMARY KEY ([tenant_id], [run], [at])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131803_InvoiceDesk'
)
BEGIN
    grant select, insert, update, delete on [invoicing].[bulk_rows] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131803_InvoiceDesk'
)
BEGIN
    exec(N'create security policy [invoicing].[bulk_rows_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[bulk_rows],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[bulk_rows] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[bulk_rows] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[bulk_rows] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[bulk_rows] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131803_InvoiceDesk'
)
BEGIN
    CREATE TABLE [invoicing].[bulk_runs] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] uniqueidentifier NOT NULL,
        [act] varchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [to] varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        [owner] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [planned_at] datetimeoffset NOT NULL,
        [started_at] datetimeoffset NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [pk_bulk_runs] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131803_InvoiceDesk'
)
BEGIN
    grant select, insert, update, delete on [invoicing].[bulk_runs] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131803_InvoiceDesk'
)
BEGIN
    exec(N'create security policy [invoicing].[bulk_runs_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[bulk_runs],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[bulk_runs] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[bulk_runs] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[bulk_runs] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[bulk_runs] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131803_InvoiceDesk'
)
BEGIN
    CREATE TABLE [invoicing].[saved_filters] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] uniqueidentifier NOT NULL,
        [owner] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [name] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [query] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [is_default] bit NOT NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [pk_saved_filters] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131803_InvoiceDesk'
)
BEGIN
    grant select, insert, update, delete on [invoicing].[saved_filters] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131803_InvoiceDesk'
)
BEGIN
    exec(N'create security policy [invoicing].[saved_filters_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[saved_filters],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[saved_filters] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[saved_filters] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[saved_filters] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[saved_filters] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131803_InvoiceDesk'
)
BEGIN
    alter security policy [invoicing].[invoices_wall] with (state = off);
    alter security policy [fiscal].[filings_wall] with (state = off);
    exec(N'update i set [filing] = case f.[state] when ''Intended'' then ''Waiting'' else f.[state] end, [filing_version] = f.[version] from [invoicing].[invoices] i join [fiscal].[filings] f on f.[tenant_id] = i.[tenant_id] and f.[invoice_id] = i.[id];');
    alter security policy [fiscal].[filings_wall] with (state = on);
    alter security policy [invoicing].[invoices_wall] with (state = on);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131803_InvoiceDesk'
)
BEGIN
    CREATE INDEX [ix_invoices_tenant_id_customer_id_made_at_id] ON [invoicing].[invoices] ([tenant_id], [customer_id], [made_at], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131803_InvoiceDesk'
)
BEGIN
    CREATE INDEX [ix_invoices_tenant_id_owner_made_at_id] ON [invoicing].[invoices] ([tenant_id], [owner], [made_at], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131803_InvoiceDesk'
)
BEGIN
    CREATE INDEX [ix_invoices_tenant_id_source_filing_issued_on_id] ON [invoicing].[invoices] ([tenant_id], [source], [filing], [issued_on], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131803_InvoiceDesk'
)
BEGIN
    CREATE INDEX [ix_invoices_tenant_id_total_made_at_id] ON [invoicing].[invoices] ([tenant_id], [total], [made_at], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131803_InvoiceDesk'
)
BEGIN
    CREATE INDEX [ix_drafts_tenant_id_customer_id] ON [invoicing].[drafts] ([tenant_id], [customer_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131803_InvoiceDesk'
)
BEGIN
    CREATE INDEX [ix_bulk_runs_tenant_id_owner_planned_at] ON [invoicing].[bulk_runs] ([tenant_id], [owner], [planned_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131803_InvoiceDesk'
)
BEGIN
    CREATE UNIQUE INDEX [ix_saved_filters_tenant_id_owner_name] ON [invoicing].[saved_filters] ([tenant_id], [owner], [name]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121131803_InvoiceDesk'
)
BEGIN
    INSERT INTO [kernel].[migrations] ([MigrationId], [ProductVersion])
    VALUES (N'20261121131803_InvoiceDesk', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121132230_RestResources'
)
BEGIN
    ALTER TABLE [customers].[products] ADD [marks] varchar(850) COLLATE Latin1_General_100_BIN2 NOT NULL DEFAULT '';
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121132230_RestResources'
)
BEGIN
    ALTER TABLE [customers].[products] ADD [metadata] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL DEFAULT N'{}';
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121132230_RestResources'
)
BEGIN
    ALTER TABLE [invoicing].[invoices] ADD [marks] varchar(850) COLLATE Latin1_General_100_BIN2 NOT NULL DEFAULT '';
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121132230_RestResources'
)
BEGIN
    ALTER TABLE [invoicing].[invoices] ADD [metadata] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL DEFAULT N'{}';
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121132230_RestResources'
)
BEGIN
    ALTER TABLE [invoicing].[drafts] ADD [marks] varchar(850) COLLATE Latin1_General_100_BIN2 NOT NULL DEFAULT '';
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121132230_RestResources'
)
BEGIN
    ALTER TABLE [invoicing].[drafts] ADD [search_name] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL DEFAULT N'';
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121132230_RestResources'
)
BEGIN
    ALTER TABLE [customers].[customers] ADD [marks] varchar(850) COLLATE Latin1_General_100_BIN2 NOT NULL DEFAULT '';
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121132230_RestResources'
)
BEGIN
    CREATE INDEX [ix_drafts_tenant_id_search_name] ON [invoicing].[drafts] ([tenant_id], [search_name]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121132230_RestResources'
)
BEGIN
    INSERT INTO [kernel].[migrations] ([MigrationId], [ProductVersion])
    VALUES (N'20261121132230_RestResources', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121132443_Reports'
)
BEGIN
    CREATE TABLE [invoicing].[due_days] (
        [tenant_id] uniqueidentifier NOT NULL,
        [due_on] date NOT NULL,
        [currency] char(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [documents] bigint NOT NULL,
        [open] decimal(19,4) NOT NULL,
        [open_ron] decimal(19,4) NOT NULL,
        CONSTRAINT [pk_due_days] PRIMARY KEY ([tenant_id], [due_on], [currency])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121132443_Reports'
)
BEGIN
    grant select, insert, update, delete on [invoicing].[due_days] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121132443_Reports'
)
BEGIN
    deny insert, update, delete on [invoicing].[due_days] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121132443_Reports'
)
BEGIN
    exec(N'create security policy [invoicing].[due_days_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[due_days],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[due_days] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[due_days] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[due_days] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[due_days] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121132443_Reports'
)
BEGIN
    CREATE TABLE [invoicing].[sales_days] (
        [tenant_id] uniqueidentifier NOT NULL,
        [issued_on] date NOT NULL,
        [currency] char(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [source] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [documents] bigint NOT NULL,
        [net] decimal(19,4) NOT NULL,
        [vat] decimal(19,4) NOT NULL,
        [gross] decimal(19,4) NOT NULL,
        [net_ron] decimal(19,4) NOT NULL,
        [vat_ron] decimal(19,4) NOT NULL,
        [without_ron] bigint NOT NULL,
        CONSTRAINT [pk_sales_days] PRIMARY KEY ([tenant_id], [issued_on], [currency], [source])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121132443_Reports'
)
BEGIN
    grant select, insert, update, delete on [invoicing].[sales_days] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121132443_Reports'
)
BEGIN
    deny insert, update, delete on [invoicing].[sales_days] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121132443_Reports'
)
BEGIN
    exec(N'create security policy [invoicing].[sales_days_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[sales_days],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[sales_days] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[sales_days] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[sales_days] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[sales_days] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121132443_Reports'
)
BEGIN
    CREATE TABLE [invoicing].[tax_days] (
        [tenant_id] uniqueidentifier NOT NULL,
        [issued_on] date NOT NULL,
        [supplied_in] date NOT NULL,
        [currency] char(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [category] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [rate] decimal(19,4) NOT NULL,
        [documents] bigint NOT NULL,
        [taxable] decimal(19,4) NOT NULL,
        [tax] decimal(19,4) NOT NULL,
        [taxable_ron] decimal(19,4) NOT NULL,
        [tax_ron] decimal(19,4) NOT NULL,
        CONSTRAINT [pk_tax_days] PRIMARY KEY ([tenant_id], [issued_on], [supplied_in], [currency], [category], [rate])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121132443_Reports'
)
BEGIN
    grant select, insert, update, delete on [invoicing].[tax_days] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121132443_Reports'
)
BEGIN
    deny insert, update, delete on [invoicing].[tax_days] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121132443_Reports'
)
BEGIN
    exec(N'create security policy [invoicing].[tax_days_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[tax_days],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[tax_days] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[tax_days] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[tax_days] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[tax_days] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121132443_Reports'
)
BEGIN
    CREATE INDEX [ix_tax_days_tenant_id_supplied_in] ON [invoicing].[tax_days] ([tenant_id], [supplied_in]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121132443_Reports'
)
BEGIN
    exec(N'create function [invoicing].[sale_of](@document nvarchar(max)) returns table as return
    select s.net, s.vat, s.gross, s.rate, cast(case when s.is_ron = 1 then s.net else round(s.gross * s.rate, 2) - s.vat_ron end as decimal(19, 4)) as net_ron, s.vat_ron
    from (
        select g.net, g.vat, g.gross, g.is_ron, case when g.is_ron = 1 then 1 else g.rate end as rate, case when g.is_ron = 1 then g.vat when g.rate is not null then g.vat_ron end as vat_ron
        from (
            select n.times * cast(json_value(@document, ''$.totals.taxExclusive'') as decimal(19, 4)) as net, n.times * cast(json_value(@document, ''$.totals.vat'') as decimal(19, 4)) as vat,
                n.times * cast(json_value(@document, ''$.totals.taxInclusive'') as decimal(19, 4)) as gross, case json_value(@document, ''$.currency'') when ''RON'' then 1 else 0 end as is_ron,
                cast(json_value(@document, ''$.vatInRon.rate'') as decimal(18, 8)) as rate, n.times * cast(json_value(@document, ''$.vatInRon.amount'') as decimal(19, 4)) as vat_ron
            from (select case json_value(@document, ''$.type'') when ''CreditNote'' then -1 else 1 end as times) n) g) s;');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121132443_Reports'
)
BEGIN
    exec(N'create function [invoicing].[tax_of](@document nvarchar(max)) returns table as return
    select cast(datefromparts(year(v.supplied_on), month(v.supplied_on), 1) as date) as supplied_in, v.category, v.rate, v.taxable, v.tax,
        cast(case when v.is_ron = 1 then v.taxable when v.[no] = v.[last] then v.net_ron - coalesce(sum(v.taxable_ron) over (order by v.[no] rows between unbounded preceding and 1 preceding), 0) else v.taxable_ron end as decimal(19, 4)) as taxable_ron,
        cast(case when v.is_ron = 1 then v.tax when v.[no] = v.[last] then v.vat_ron - coalesce(sum(v.tax_ron) over (order by v.[no] rows between unbounded preceding and 1 preceding), 0) else v.tax_ron end as decimal(19, 4)) as tax_ron
    from (
        select cast(coalesce(json_value(@document, ''$.periodEnd''), json_value(@document, ''$.issuedOn'')) as date) as supplied_on, e.category, e.rate, e.taxable, e.tax,
            round(e.taxable * s.rate, 2) as taxable_ron, round(e.tax * s.rate, 2) as tax_ron, s.net_ron, s.vat_ron, case json_value(@document, ''$.currency'') when ''RON'' then 1 else 0 end as is_ron,
            row_number() over (order by abs(e.tax), e.at) as [no], count(*) over () as [last]
        from (
            select cast(j.[key] as int) as at, cast(json_value(j.value, ''$.category'') as varchar(32)) collate Latin1_General_100_BIN2 as category, cast(json_value(j.value, ''$.rate'') as decimal(19, 4)) as rate,
                n.times * cast(json_value(j.value, ''$.taxableAmount'') as decimal(19, 4)) as taxable, n.times * cast(json_value(j.value, ''$.tax'') as decimal(19, 4)) as tax
            from openjson(@document, ''$.vat'') j
            cross join (select case json_value(@document, ''$.type'') when ''CreditNote'' then -1 else 1 end as times) n) e
        cross join [invoicing].[sale_of](@document) s) v;');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121132443_Reports'
)
BEGIN
    exec(N'create view [invoicing].[sales_told] as
    select i.tenant_id, d.day as issued_on, i.currency, i.source, sum(cast(d.times as bigint)) as documents, sum(d.times * s.net) as net, sum(d.times * s.vat) as vat, sum(d.times * s.gross) as gross,
        coalesce(sum(d.times * s.net_ron), 0) as net_ron, coalesce(sum(d.times * s.vat_ron), 0) as vat_ron, sum(case when s.vat_ron is null then cast(d.times as bigint) else 0 end) as without_ron
    from invoicing.invoices i cross apply (values (i.issued_on, 1), (i.voided_on, -1)) d(day, times) cross apply invoicing.sale_of(i.document) s
    where d.day is not null group by i.tenant_id, d.day, i.currency, i.source;');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121132443_Reports'
)
BEGIN
    exec(N'create view [invoicing].[tax_told] as
    select i.tenant_id, d.day as issued_on, t.supplied_in, i.currency, t.category, t.rate, sum(cast(d.times as bigint)) as documents, sum(d.times * t.taxable) as taxable, sum(d.times * t.tax) as tax,
        sum(d.times * t.taxable_ron) as taxable_ron, sum(d.times * t.tax_ron) as tax_ron
    from invoicing.invoices i
    cross apply (values (i.issued_on, 1), (i.voided_on, -1)) d(day, times)
    cross apply (
        select p.supplied_in, p.category, p.rate, sum(p.taxable) as taxable, sum(p.tax) as tax, coalesce(sum(p.taxable_ron), 0) as taxable_ron, coalesce(sum(p.tax_ron), 0) as tax_ron
        from invoicing.tax_of(i.document) p group by p.supplied_in, p.category, p.rate) t
    where d.day is not null group by i.tenant_id, d.day, t.supplied_in, i.currency, t.category, t.rate;');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121132443_Reports'
)
BEGIN
    exec(N'create view [invoicing].[due_told] as
    select i.tenant_id, i.due_on, i.currency, count_big(*) as documents, sum(i.[open]) as [open], sum(i.open_ron) as open_ron
    from invoicing.invoices i where i.[open] <> 0 group by i.tenant_id, i.due_on, i.currency;');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121132443_Reports'
)
BEGIN
    exec(N'create trigger [invoicing].[invoices_roll_up] on [invoicing].[invoices] after insert, update, delete as
    begin
        set nocount on;
        if not exists (select 1 from inserted) and not exists (select 1 from deleted) return;
        if exists (select 1 from inserted) and exists (select 1 from deleted) and not (update(issued_on) or update(voided_on) or update(currency) or update(source) or update(document)) return;
        declare @lock nvarchar(255) = N''invoicing.reports '' + cast((select top 1 tenant_id from (select tenant_id from inserted union all select tenant_id from deleted) i) as nvarchar(36));
        declare @held int;
        exec @held = sp_getapplock @Resource = @lock, @LockMode = ''Exclusive'', @LockOwner = ''Transaction'';
        if @held < 0 throw 51003, N''the sums of the reports are busy'', 1;

        select i.tenant_id, d.day as issued_on, i.currency, i.source, i.document, i.times * d.times as times into #moved
        from (select tenant_id, issued_on, voided_on, currency, source, document, 1 as times from inserted
            union all select tenant_id, issued_on, voided_on, currency, source, document, -1 from deleted) i
        cross apply (values (i.issued_on, 1), (i.voided_on, -1)) d(day, times)
        where d.day is not null;
        with moved as (
            select m.tenant_id, m.issued_on, m.currency, m.source, sum(cast(m.times as bigint)) as documents, sum(m.times * s.net) as net, sum(m.times * s.vat) as vat, sum(m.times * s.gross) as gross,
                coalesce(sum(m.times * s.net_ron), 0) as net_ron, coalesce(sum(m.times * s.vat_ron), 0) as vat_ron, sum(case when s.vat_ron is null then cast(m.times as bigint) else 0 end) as without_ron
            from #moved m cross apply invoicing.sale_of(m.document) s group by m.tenant_id, m.issued_on, m.currency, m.source)
        merge invoicing.sales_days with (holdlock) as d using moved m
        on d.tenant_id = m.tenant_id and d.issued_on = m.issued_on and d.currency = m.currency and d.source = m.source
        when matched then update set documents = d.documents + m.documents, net = d.net + m.net, vat = d.vat + m.vat, gross = d.gross + m.gross,
            net_ron = d.net_ron + m.net_ron, vat_ron = d.vat_ron + m.vat_ron, without_ron = d.without_ron + m.without_ron
        when not matched then insert (tenant_id, issued_on, currency, source, documents, net, vat, gross, net_ron, vat_ron, without_ron)
            values (m.tenant_id, m.issued_on, m.currency, m.source, m.documents, m.net, m.vat, m.gross, m.net_ron, m.vat_ron, m.without_ron);
        with parts as (
            select m.tenant_id, m.issued_on, t.supplied_in, m.currency, t.category, t.rate, m.times, sum(t.taxable) as taxable, sum(t.tax) as tax,
                coalesce(sum(t.taxable_ron), 0) as taxable_ron, coalesce(sum(t.tax_ron), 0) as tax_ron
            from (select *, row_number() over (order by (select null)) as at from #moved) m cross apply invoicing.tax_of(m.document) t
            group by m.at, m.tenant_id, m.issued_on, t.supplied_in, m.currency, t.category, t.rate, m.times),
        moved as (
            select tenant_id, issued_on, supplied_in, currency, category, rate, sum(cast(times as bigint)) as documents, sum(times * taxable) as taxable, sum(times * tax) as tax,
                sum(times * taxable_ron) as taxable_ron, sum(times * tax_ron) as tax_ron
            from parts group by tenant_id, issued_on, supplied_in, currency, category, rate)
        merge invoicing.tax_days with (holdlock) as d using moved m
        on d.tenant_id = m.tenant_id and d.issued_on = m.issued_on and d.supplied_in = m.supplied_in and d.currency = m.currency and d.category = m.category and d.rate = m.rate
        when matched then update set documents = d.documents + m.documents, taxable = d.taxable + m.taxable, tax = d.tax + m.tax, taxable_ron = d.taxable_ron + m.taxable_ron, tax_ron = d.tax_ron + m.tax_ron
        when not matched then insert (tenant_id, issued_on, supplied_in, currency, category, rate, documents, taxable, tax, taxable_ron, tax_ron)
            values (m.tenant_id, m.issued_on, m.supplied_in, m.currency, m.category, m.rate, m.documents, m.taxable, m.tax, m.taxable_ron, m.tax_ron);
    end;');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121132443_Reports'
)
BEGIN
    exec(N'create trigger [invoicing].[invoices_roll_up_due] on [invoicing].[invoices] after insert, update, delete as
    begin
        set nocount on;
        if not exists (select 1 from inserted) and not exists (select 1 from deleted) return;
        if exists (select 1 from inserted) and exists (select 1 from deleted) and not (update(due_on) or update(currency) or update([open]) or update(open_ron)) return;
        declare @lock nvarchar(255) = N''invoicing.reports '' + cast((select top 1 tenant_id from (select tenant_id from inserted union all select tenant_id from deleted) i) as nvarchar(36));
        declare @held int;
        exec @held = sp_getapplock @Resource = @lock, @LockMode = ''Exclusive'', @LockOwner = ''Transaction'';
        if @held < 0 throw 51003, N''the sums of the reports are busy'', 1;

        with moved as (
            select i.tenant_id, i.due_on, i.currency, sum(case when i.[open] <> 0 then cast(i.times as bigint) else 0 end) as documents, sum(i.times * i.[open]) as [open], sum(i.times * i.open_ron) as open_ron
            from (select tenant_id, due_on, currency, [open], open_ron, 1 as times from inserted
                union all select tenant_id, due_on, currency, [open], open_ron, -1 from deleted) i
            where i.[open] <> 0 or i.open_ron <> 0 group by i.tenant_id, i.due_on, i.currency)
        merge invoicing.due_days with (holdlock) as d using moved m on d.tenant_id = m.tenant_id and d.due_on = m.due_on and d.currency = m.currency
        when matched then update set documents = d.documents + m.documents, [open] = d.[open] + m.[open], open_ron = d.open_ron + m.open_ron
        when not matched then insert (tenant_id, due_on, currency, documents, [open], open_ron) values (m.tenant_id, m.due_on, m.currency, m.documents, m.[open], m.open_ron);
    end;');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121132443_Reports'
)
BEGIN
    exec(N'exec sys.sp_set_session_context N''platform'', 1;
    insert into invoicing.sales_days (tenant_id, issued_on, currency, source, documents, net, vat, gross, net_ron, vat_ron, without_ron)
    select tenant_id, issued_on, currency, source, documents, net, vat, gross, net_ron, vat_ron, without_ron from invoicing.sales_told;
    insert into invoicing.tax_days (tenant_id, issued_on, supplied_in, currency, category, rate, documents, taxable, tax, taxable_ron, tax_ron)
    select tenant_id, issued_on, supplied_in, currency, category, rate, documents, taxable, tax, taxable_ron, tax_ron from invoicing.tax_told;
    insert into invoicing.due_days (tenant_id, due_on, currency, documents, [open], open_ron) select tenant_id, due_on, currency, documents, [open], open_ron from invoicing.due_told;
    exec sys.sp_set_session_context N''platform'', null;');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121132443_Reports'
)
BEGIN
    grant select on [invoicing].[sales_told] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121132443_Reports'
)
BEGIN
    grant select on [invoicing].[tax_told] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121132443_Reports'
)
BEGIN
    grant select on [invoicing].[due_told] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121132443_Reports'
)
BEGIN
    INSERT INTO [kernel].[migrations] ([MigrationId], [ProductVersion])
    VALUES (N'20261121132443_Reports', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121133604_InvoicePaper'
)
BEGIN
    CREATE TABLE [invoicing].[invoice_designs] (
        [tenant_id] uniqueidentifier NOT NULL,
        [number] int NOT NULL,
        [design] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [saved_at] datetimeoffset NOT NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [pk_invoice_designs] PRIMARY KEY ([tenant_id], [number])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121133604_InvoicePaper'
)
BEGIN
    grant select, insert, update, delete on [invoicing].[invoice_designs] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121133604_InvoicePaper'
)
BEGIN
    exec(N'create security policy [invoicing].[invoice_designs_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[invoice_designs],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[invoice_designs] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[invoice_designs] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[invoice_designs] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[invoice_designs] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121133604_InvoicePaper'
)
BEGIN
    CREATE TABLE [invoicing].[invoice_links] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] uniqueidentifier NOT NULL,
        [invoice] uniqueidentifier NOT NULL,
        [key] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [hash] varbinary(32) NOT NULL,
        [made_at] datetimeoffset NOT NULL,
        [withdrawn_at] datetimeoffset NULL,
        [viewed_at] datetimeoffset NULL,
        [downloaded_at] datetimeoffset NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [pk_invoice_links] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121133604_InvoicePaper'
)
BEGIN
    grant select, insert, update, delete on [invoicing].[invoice_links] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121133604_InvoicePaper'
)
BEGIN
    exec(N'create security policy [invoicing].[invoice_links_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[invoice_links],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[invoice_links] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[invoice_links] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[invoice_links] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[invoice_links] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121133604_InvoicePaper'
)
BEGIN
    CREATE TABLE [invoicing].[invoice_logos] (
        [tenant_id] uniqueidentifier NOT NULL,
        [hash] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [kind] varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [bytes] varbinary(max) NOT NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [pk_invoice_logos] PRIMARY KEY ([tenant_id], [hash])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121133604_InvoicePaper'
)
BEGIN
    grant select, insert, update, delete on [invoicing].[invoice_logos] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121133604_InvoicePaper'
)
BEGIN
    exec(N'create security policy [invoicing].[invoice_logos_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[invoice_logos],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[invoice_logos] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[invoice_logos] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[invoice_logos] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[invoice_logos] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121133604_InvoicePaper'
)
BEGIN
    CREATE INDEX [ix_invoice_links_tenant_id_invoice] ON [invoicing].[invoice_links] ([tenant_id], [invoice]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121133604_InvoicePaper'
)
BEGIN
    INSERT INTO [kernel].[migrations] ([MigrationId], [ProductVersion])
    VALUES (N'20261121133604_InvoicePaper', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121162444_SchedulesAndEstimates'
)
BEGIN
    CREATE TABLE [invoicing].[estimates] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] uniqueidentifier NOT NULL,
        [kind] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [number] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [content] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [document] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [customer_id] uniqueidentifier NULL,
        [buyer_name] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [valid_until] date NOT NULL,
        [answer] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [invoice] uniqueidentifier NULL,
        [owner] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [made_at] datetimeoffset NOT NULL,
        [changed_at] datetimeoffset NOT NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [pk_estimates] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121162444_SchedulesAndEstimates'
)
BEGIN
    grant select, insert, update, delete on [invoicing].[estimates] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121162444_SchedulesAndEstimates'
)
BEGIN
    exec(N'create security policy [invoicing].[estimates_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[estimates],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[estimates] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[estimates] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[estimates] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[estimates] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121162444_SchedulesAndEstimates'
)
BEGIN
    CREATE TABLE [invoicing].[schedules] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] uniqueidentifier NOT NULL,
        [owner] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [name] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [content] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [customer_id] uniqueidentifier NULL,
        [terms] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [issues_itself] bit NOT NULL,
        [sends_mail] bit NOT NULL,
        [is_paused] bit NOT NULL,
        [next] int NOT NULL,
        [next_on] date NULL,
        [skipped] int NOT NULL,
        [ended_at] datetimeoffset NULL,
        [problem] varchar(100) COLLATE Latin1_General_100_BIN2 NULL,
        [problem_text] nvarchar(500) COLLATE Latin1_General_100_BIN2 NULL,
        [made_at] datetimeoffset NOT NULL,
        [changed_at] datetimeoffset NOT NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [pk_schedules] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121162444_SchedulesAndEstimates'
)
BEGIN
    grant select, insert, update, delete on [invoicing].[schedules] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121162444_SchedulesAndEstimates'
)
BEGIN
    exec(N'create security policy [invoicing].[schedules_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[schedules],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[schedules] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[schedules] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[schedules] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[schedules] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121162444_SchedulesAndEstimates'
)
BEGIN
    CREATE TABLE [invoicing].[estimate_invoices] (
        [tenant_id] uniqueidentifier NOT NULL,
        [estimate] uniqueidentifier NOT NULL,
        [invoice] uniqueidentifier NOT NULL,
        CONSTRAINT [pk_estimate_invoices] PRIMARY KEY ([tenant_id], [estimate]),
        CONSTRAINT [fk_estimate_invoices_tenant_id_estimate] FOREIGN KEY ([tenant_id], [estimate]) REFERENCES [invoicing].[estimates] ([tenant_id], [id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121162444_SchedulesAndEstimates'
)
BEGIN
    grant select, insert, update, delete on [invoicing].[estimate_invoices] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121162444_SchedulesAndEstimates'
)
BEGIN
    exec(N'create security policy [invoicing].[estimate_invoices_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[estimate_invoices],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[estimate_invoices] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[estimate_invoices] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[estimate_invoices] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[estimate_invoices] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121162444_SchedulesAndEstimates'
)
BEGIN
    CREATE TABLE [invoicing].[scheduled_invoices] (
        [tenant_id] uniqueidentifier NOT NULL,
        [schedule] uniqueidentifier NOT NULL,
        [period] int NOT NULL,
        [due_on] date NOT NULL,
        [invoice] uniqueidentifier NOT NULL,
        [made_at] datetimeoffset NOT NULL,
        [problem] varchar(100) COLLATE Latin1_General_100_BIN2 NULL,
        [problem_text] nvarchar(500) COLLATE Latin1_General_100_BIN2 NULL,
        CONSTRAINT [pk_scheduled_invoices] PRIMARY KEY ([tenant_id], [schedule], [period]),
        CONSTRAINT [fk_scheduled_invoices_tenant_id_schedule] FOREIGN KEY ([tenant_id], [schedule]) REFERENCES [invoicing].[schedules] ([tenant_id], [id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121162444_SchedulesAndEstimates'
)
BEGIN
    grant select, insert, update, delete on [invoicing].[scheduled_invoices] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121162444_SchedulesAndEstimates'
)
BEGIN
    exec(N'create security policy [invoicing].[scheduled_invoices_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[scheduled_invoices],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[scheduled_invoices] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[scheduled_invoices] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[scheduled_invoices] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[scheduled_invoices] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121162444_SchedulesAndEstimates'
)
BEGIN
    CREATE UNIQUE INDEX [ix_estimate_invoices_tenant_id_invoice] ON [invoicing].[estimate_invoices] ([tenant_id], [invoice]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121162444_SchedulesAndEstimates'
)
BEGIN
    CREATE INDEX [ix_estimates_tenant_id_customer_id] ON [invoicing].[estimates] ([tenant_id], [customer_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121162444_SchedulesAndEstimates'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [ix_estimates_tenant_id_invoice] ON [invoicing].[estimates] ([tenant_id], [invoice]) WHERE [invoice] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121162444_SchedulesAndEstimates'
)
BEGIN
    CREATE INDEX [ix_estimates_tenant_id_made_at_id] ON [invoicing].[estimates] ([tenant_id], [made_at], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121162444_SchedulesAndEstimates'
)
BEGIN
    CREATE UNIQUE INDEX [ix_estimates_tenant_id_number] ON [invoicing].[estimates] ([tenant_id], [number]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121162444_SchedulesAndEstimates'
)
BEGIN
    CREATE UNIQUE INDEX [ix_scheduled_invoices_tenant_id_invoice] ON [invoicing].[scheduled_invoices] ([tenant_id], [invoice]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121162444_SchedulesAndEstimates'
)
BEGIN
    CREATE INDEX [ix_schedules_tenant_id_customer_id] ON [invoicing].[schedules] ([tenant_id], [customer_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121162444_SchedulesAndEstimates'
)
BEGIN
    CREATE INDEX [ix_schedules_tenant_id_made_at_id] ON [invoicing].[schedules] ([tenant_id], [made_at], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121162444_SchedulesAndEstimates'
)
BEGIN
    CREATE INDEX [ix_schedules_tenant_id_next_on] ON [invoicing].[schedules] ([tenant_id], [next_on]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121162444_SchedulesAndEstimates'
)
BEGIN
    INSERT INTO [kernel].[migrations] ([MigrationId], [ProductVersion])
    VALUES (N'20261121162444_SchedulesAndEstimates', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121162704_Attachments'
)
BEGIN
    CREATE TABLE [invoicing].[attachments] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] uniqueidentifier NOT NULL,
        [invoice] uniqueidentifier NOT NULL,
        [name] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [kind] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [size] int NOT NULL,
        [bytes] varbinary(max) NOT NULL,
        [added_at] datetimeoffset NOT NULL,
        CONSTRAINT [pk_attachments] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121162704_Attachments'
)
BEGIN
    grant select, insert, update, delete on [invoicing].[attachments] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121162704_Attachments'
)
BEGIN
    exec(N'create security policy [invoicing].[attachments_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[attachments],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[attachments] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[attachments] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[attachments] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[attachments] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121162704_Attachments'
)
BEGIN
    CREATE UNIQUE INDEX [ix_attachments_tenant_id_invoice_name] ON [invoicing].[attachments] ([tenant_id], [invoice], [name]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121162704_Attachments'
)
BEGIN
    exec(N'create trigger [invoicing].[attachments_of_draft] on [invoicing].[attachments] after insert, update, delete as
    begin
        set nocount on;
        if not exists (select 1 from inserted) and not exists (select 1 from deleted) return;
        select tenant_id, invoice into #touched from (select tenant_id, invoice from inserted union select tenant_id, invoice from deleted) t;
        if exists (select 1 from inserted) and exists (select 1 from deleted)
            or exists (select 1 from #touched t where not exists (select 1 from invoicing.drafts d with (holdlock) where d.tenant_id = t.tenant_id and d.id = t.invoice))
            throw 51004, N''the files of an issued invoice do not change'', 1;
        if exists (select 1 from inserted) and exists (
            select 1 from invoicing.attachments a inner join #touched t on t.tenant_id = a.tenant_id and t.invoice = a.invoice
            group by a.tenant_id, a.invoice having count(*) > 10 or sum(cast(datalength(a.bytes) as bigint)) > 10485760)
            throw 51004, N''these are too many files for an invoice'', 1;
    end;');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121162704_Attachments'
)
BEGIN
    INSERT INTO [kernel].[migrations] ([MigrationId], [ProductVersion])
    VALUES (N'20261121162704_Attachments', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121163013_ReportsAndOrigins'
)
BEGIN
    ALTER TABLE [tenancy].[tenants] ADD [requests_per_hour] int NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121163013_ReportsAndOrigins'
)
BEGIN
    CREATE TABLE [invoicing].[customer_months] (
        [tenant_id] uniqueidentifier NOT NULL,
        [sold_in] date NOT NULL,
        [currency] char(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [customer_key] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [name] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [documents] bigint NOT NULL,
        [net] decimal(19,4) NOT NULL,
        [vat] decimal(19,4) NOT NULL,
        [gross] decimal(19,4) NOT NULL,
        [net_ron] decimal(19,4) NOT NULL,
        [vat_ron] decimal(19,4) NOT NULL,
        [without_ron] bigint NOT NULL,
        CONSTRAINT [pk_customer_months] PRIMARY KEY ([tenant_id], [sold_in], [currency], [customer_key])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121163013_ReportsAndOrigins'
)
BEGIN
    grant select, insert, update, delete on [invoicing].[customer_months] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121163013_ReportsAndOrigins'
)
BEGIN
    deny insert, update, delete on [invoicing].[customer_months] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121163013_ReportsAndOrigins'
)
BEGIN
    exec(N'create security policy [invoicing].[customer_months_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[customer_months],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[customer_months] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[customer_months] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[customer_months] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[customer_months] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121163013_ReportsAndOrigins'
)
BEGIN
    CREATE TABLE [payments].[payment_days] (
        [tenant_id] uniqueidentifier NOT NULL,
        [moved_on] date NOT NULL,
        [currency] char(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [method] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [payments] bigint NOT NULL,
        [received] decimal(19,4) NOT NULL,
        [received_ron] decimal(19,4) NOT NULL,
        [refunded] decimal(19,4) NOT NULL,
        [refunded_ron] decimal(19,4) NOT NULL,
        [reversed] decimal(19,4) NOT NULL,
        [reversed_ron] decimal(19,4) NOT NULL,
        [unapplied] decimal(19,4) NOT NULL,
        [unapplied_ron] decimal(19,4) NOT NULL,
        CONSTRAINT [pk_payment_days] PRIMARY KEY ([tenant_id], [moved_on], [currency], [method])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121163013_ReportsAndOrigins'
)
BEGIN
    grant select, insert, update, delete on [payments].[payment_days] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121163013_ReportsAndOrigins'
)
BEGIN
    deny insert, update, delete on [payments].[payment_days] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121163013_ReportsAndOrigins'
)
BEGIN
    exec(N'create security policy [payments].[payment_days_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [payments].[payment_days],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [payments].[payment_days] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [payments].[payment_days] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [payments].[payment_days] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [payments].[payment_days] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121163013_ReportsAndOrigins'
)
BEGIN
    CREATE TABLE [invoicing].[product_months] (
        [tenant_id] uniqueidentifier NOT NULL,
        [sold_in] date NOT NULL,
        [currency] char(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [product_key] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [unit] varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [name] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [lines] bigint NOT NULL,
        [quantity] decimal(19,4) NOT NULL,
        [net] decimal(19,4) NOT NULL,
        [net_ron] decimal(19,4) NOT NULL,
        CONSTRAINT [pk_product_months] PRIMARY KEY ([tenant_id], [sold_in], [currency], [product_key], [unit])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121163013_ReportsAndOrigins'
)
BEGIN
    grant select, insert, update, delete on [invoicing].[product_months] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121163013_ReportsAndOrigins'
)
BEGIN
    deny insert, update, delete on [invoicing].[product_months] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121163013_ReportsAndOrigins'
)
BEGIN
    exec(N'create security policy [invoicing].[product_months_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[product_months],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[product_months] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[product_months] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[product_months] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[product_months] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121163013_ReportsAndOrigins'
)
BEGIN
    CREATE TABLE [access].[web_origins] (
        [tenant_id] uniqueidentifier NOT NULL,
        [origin] varchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [pk_web_origins] PRIMARY KEY ([tenant_id], [origin])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121163013_ReportsAndOrigins'
)
BEGIN
    grant select, insert, update, delete on [access].[web_origins] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121163013_ReportsAndOrigins'
)
BEGIN
    exec(N'create security policy [access].[web_origins_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [access].[web_origins],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[web_origins] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[web_origins] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[web_origins] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [access].[web_origins] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121163013_ReportsAndOrigins'
)
BEGIN
    EXEC(N'ALTER TABLE [tenancy].[tenants] ADD CONSTRAINT [ck_tenants_requests_per_hour] CHECK (requests_per_hour between 1 and 1000000)');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121163013_ReportsAndOrigins'
)
BEGIN
    CREATE INDEX [ix_web_origins_origin] ON [access].[web_origins] ([origin]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121163013_ReportsAndOrigins'
)
BEGIN
    exec(N'create function [invoicing].[lines_of](@document nvarchar(max)) returns table as return
    select cast(coalesce(json_value(j.value, ''$.productId''), left(json_value(j.value, ''$.name''), 255)) as nvarchar(255)) collate Latin1_General_100_BIN2 as product_key,
        cast(left(json_value(j.value, ''$.name''), 255) as nvarchar(255)) collate Latin1_General_100_BIN2 as name, cast(coalesce(json_value(j.value, ''$.unit''), '''') as varchar(16)) collate Latin1_General_100_BIN2 as unit,
        cast(n.times * round(cast(json_value(j.value, ''$.quantity'') as decimal(19, 6)), 4) as decimal(19, 4)) as quantity, n.times * cast(json_value(j.value, ''$.net'') as decimal(19, 4)) as net,
        cast(n.times * coalesce(round(cast(json_value(j.value, ''$.net'') as decimal(19, 4)) * s.rate, 2), 0) as decimal(19, 4)) as net_ron
    from openjson(@document, ''$.lines'') j
    cross join [invoicing].[sale_of](@document) s
    cross join (select case json_value(@document, ''$.type'') when ''CreditNote'' then -1 else 1 end as times) n;');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121163013_ReportsAndOrigins'
)
BEGIN
    exec(N'create view [invoicing].[customers_told] as
    select i.tenant_id, datefromparts(year(d.day), month(d.day), 1) as sold_in, i.currency, coalesce(i.customer_key, i.buyer_name) as customer_key, max(left(coalesce(json_value(i.document, ''$.buyer.name''), i.buyer_name), 255)) as name,
        sum(cast(d.times as bigint)) as documents, sum(d.times * s.net) as net, sum(d.times * s.vat) as vat, sum(d.times * s.gross) as gross,
        coalesce(sum(d.times * s.net_ron), 0) as net_ron, coalesce(sum(d.times * s.vat_ron), 0) as vat_ron, sum(case when s.vat_ron is null then cast(d.times as bigint) else 0 end) as without_ron
    from invoicing.invoices i cross apply (values (i.issued_on, 1), (i.voided_on, -1)) d(day, times) cross apply invoicing.sale_of(i.document) s
    where d.day is not null group by i.tenant_id, datefromparts(year(d.day), month(d.day), 1), i.currency, coalesce(i.customer_key, i.buyer_name);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121163013_ReportsAndOrigins'
)
BEGIN
    exec(N'create view [invoicing].[products_told] as
    select i.tenant_id, datefromparts(year(d.day), month(d.day), 1) as sold_in, i.currency, l.product_key, l.unit, max(l.name) as name,
        sum(cast(d.times as bigint)) as lines, sum(d.times * l.quantity) as quantity, sum(d.times * l.net) as net, sum(d.times * l.net_ron) as net_ron
    from invoicing.invoices i cross apply (values (i.issued_on, 1), (i.voided_on, -1)) d(day, times) cross apply invoicing.lines_of(i.document) l
    where d.day is not null group by i.tenant_id, datefromparts(year(d.day), month(d.day), 1), i.currency, l.product_key, l.unit;');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121163013_ReportsAndOrigins'
)
BEGIN
    exec(N'create trigger [invoicing].[invoices_roll_up_sold] on [invoicing].[invoices] after insert, update, delete as
    begin
        set nocount on;
        if not exists (select 1 from inserted) and not exists (select 1 from deleted) return;
        if exists (select 1 from inserted) and exists (select 1 from deleted) and not (update(issued_on) or update(voided_on) or update(currency) or update(customer_key) or update(buyer_name) or update(document)) return;
        declare @lock nvarchar(255) = N''invoicing.reports '' + cast((select top 1 tenant_id from (select tenant_id from inserted union all select tenant_id from deleted) i) as nvarchar(36));
        declare @held int;
        exec @held = sp_getapplock @Resource = @lock, @LockMode = ''Exclusive'', @LockOwner = ''Transaction'';
        if @held < 0 throw 51003, N''the sums of the reports are busy'', 1;

        select i.tenant_id, datefromparts(year(d.day), month(d.day), 1) as sold_in, i.currency, coalesce(i.customer_key, i.buyer_name) as customer_key, i.buyer_name, i.document, i.times * d.times as times into #sold
        from (select tenant_id, issued_on, voided_on, currency, customer_key, buyer_name, document, 1 as times from inserted
            union all select tenant_id, issued_on, voided_on, currency, customer_key, buyer_name, document, -1 from deleted) i
        cross apply (values (i.issued_on, 1), (i.voided_on, -1)) d(day, times)
        where d.day is not null;
        with moved as (
            select m.tenant_id, m.sold_in, m.currency, m.customer_key, max(left(coalesce(json_value(m.document, ''$.buyer.name''), m.buyer_name), 255)) as name, sum(cast(m.times as bigint)) as documents,
                sum(m.times * s.net) as net, sum(m.times * s.vat) as vat, sum(m.times * s.gross) as gross,
                coalesce(sum(m.times * s.net_ron), 0) as net_ron, coalesce(sum(m.times * s.vat_ron), 0) as vat_ron, sum(case when s.vat_ron is null then cast(m.times as bigint) else 0 end) as without_ron
            from #sold m cross apply invoicing.sale_of(m.document) s group by m.tenant_id, m.sold_in, m.currency, m.customer_key)
        merge invoicing.customer_months with (holdlock) as d using moved m
        on d.tenant_id = m.tenant_id and d.sold_in = m.sold_in and d.currency = m.currency and d.customer_key = m.customer_key
        when matched then update set name = case when m.documents > 0 then m.name else d.name end, documents = d.documents + m.documents, net = d.net + m.net, vat = d.vat + m.vat, gross = d.gross + m.gross,
            net_ron = d.net_ron + m.net_ron, vat_ron = d.vat_ron + m.vat_ron, without_ron = d.without_ron + m.without_ron
        when not matched then insert (tenant_id, sold_in, currency, customer_key, name, documents, net, vat, gross, net_ron, vat_ron, without_ron)
            values (m.tenant_id, m.sold_in, m.currency, m.customer_key, m.name, m.documents, m.net, m.vat, m.gross, m.net_ron, m.vat_ron, m.without_ron);
        with moved as (
            select m.tenant_id, m.sold_in, m.currency, l.product_key, l.unit, max(l.name) as name, sum(cast(m.times as bigint)) as lines, sum(m.times * l.quantity) as quantity,
                sum(m.times * l.net) as net, sum(m.times * l.net_ron) as net_ron
            from #sold m cross apply invoicing.lines_of(m.document) l group by m.tenant_id, m.sold_in, m.currency, l.product_key, l.unit)
        merge invoicing.product_months with (holdlock) as d using moved m
        on d.tenant_id = m.tenant_id and d.sold_in = m.sold_in and d.currency = m.currency and d.product_key = m.product_key and d.unit = m.unit
        when matched then update set name = case when m.lines > 0 then m.name else d.name end, lines = d.lines + m.lines, quantity = d.quantity + m.quantity, net = d.net + m.net, net_ron = d.net_ron + m.net_ron
        when not matched then insert (tenant_id, sold_in, currency, product_key, unit, name, lines, quantity, net, net_ron)
            values (m.tenant_id, m.sold_in, m.currency, m.product_key, m.unit, m.name, m.lines, m.quantity, m.net, m.net_ron);
    end;');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121163013_ReportsAndOrigins'
)
BEGIN
    exec(N'exec sys.sp_set_session_context N''platform'', 1;
    insert into invoicing.customer_months (tenant_id, sold_in, currency, customer_key, name, documents, net, vat, gross, net_ron, vat_ron, without_ron)
    select tenant_id, sold_in, currency, customer_key, name, documents, net, vat, gross, net_ron, vat_ron, without_ron from invoicing.customers_told;
    insert into invoicing.product_months (tenant_id, sold_in, currency, product_key, unit, name, lines, quantity, net, net_ron)
    select tenant_id, sold_in, currency, product_key, unit, name, lines, quantity, net, net_ron from invoicing.products_told;
    exec sys.sp_set_session_context N''platform'', null;');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121163013_ReportsAndOrigins'
)
BEGIN
    grant select on [invoicing].[customers_told] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121163013_ReportsAndOrigins'
)
BEGIN
    grant select on [invoicing].[products_told] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121163013_ReportsAndOrigins'
)
BEGIN
    exec(N'create function [payments].[figures_of](@kind varchar(32), @money decimal(19, 4), @money_ron decimal(19, 4), @credit decimal(19, 4), @credit_ron decimal(19, 4)) returns table as return
    select cast(case @kind when ''Received'' then 1 else 0 end as bigint) as payments,
        case @kind when ''Received'' then @money else 0 end as received, case @kind when ''Received'' then @money_ron else 0 end as received_ron,
        case @kind when ''Refunded'' then -@money else 0 end as refunded, case @kind when ''Refunded'' then -@money_ron else 0 end as refunded_ron,
        case @kind when ''Reversed'' then -@money else 0 end as reversed, case @kind when ''Reversed'' then -@money_ron else 0 end as reversed_ron, @credit as unapplied, @credit_ron as unapplied_ron;');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121163013_ReportsAndOrigins'
)
BEGIN
    exec(N'create view [payments].[days_told] as
    select m.tenant_id, m.[on] as moved_on, p.currency, p.method, sum(f.payments) as payments, sum(f.received) as received, sum(f.received_ron) as received_ron, sum(f.refunded) as refunded,
        sum(f.refunded_ron) as refunded_ron, sum(f.reversed) as reversed, sum(f.reversed_ron) as reversed_ron, sum(f.unapplied) as unapplied, sum(f.unapplied_ron) as unapplied_ron
    from payments.moves m join payments.payments p on p.tenant_id = m.tenant_id and p.id = m.payment_id
    cross apply payments.figures_of(m.kind, m.money, m.money_ron, m.credit, m.credit_ron) f
    group by m.tenant_id, m.[on], p.currency, p.method;');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121163013_ReportsAndOrigins'
)
BEGIN
    exec(N'create trigger [payments].[moves_roll_up] on [payments].[moves] after insert as
    begin
        set nocount on;
        if not exists (select 1 from inserted) return;
        declare @lock nvarchar(255) = N''invoicing.reports '' + cast((select top 1 tenant_id from inserted) as nvarchar(36));
        declare @held int;
        exec @held = sp_getapplock @Resource = @lock, @LockMode = ''Exclusive'', @LockOwner = ''Transaction'';
        if @held < 0 throw 51003, N''the sums of the reports are busy'', 1;

        with moved as (
            select m.tenant_id, m.[on] as moved_on, p.currency, p.method, sum(f.payments) as payments, sum(f.received) as received, sum(f.received_ron) as received_ron, sum(f.refunded) as refunded,
                sum(f.refunded_ron) as refunded_ron, sum(f.reversed) as reversed, sum(f.reversed_ron) as reversed_ron, sum(f.unapplied) as unapplied, sum(f.unapplied_ron) as unapplied_ron
            from inserted m join payments.payments p on p.tenant_id = m.tenant_id and p.id = m.payment_id
            cross apply payments.figures_of(m.kind, m.money, m.money_ron, m.credit, m.credit_ron) f
            group by m.tenant_id, m.[on], p.currency, p.method)
        merge payments.payment_days with (holdlock) as d using moved m on d.tenant_id = m.tenant_id and d.moved_on = m.moved_on and d.currency = m.currency and d.method = m.method
        when matched then update set payments = d.payments + m.payments, received = d.received + m.received, received_ron = d.received_ron + m.received_ron, refunded = d.refunded + m.refunded,
            refunded_ron = d.refunded_ron + m.refunded_ron, reversed = d.reversed + m.reversed, reversed_ron = d.reversed_ron + m.reversed_ron, unapplied = d.unapplied + m.unapplied, unapplied_ron = d.unapplied_ron + m.unapplied_ron
        when not matched then insert (tenant_id, moved_on, currency, method, payments, received, received_ron, refunded, refunded_ron, reversed, reversed_ron, unapplied, unapplied_ron)
            values (m.tenant_id, m.moved_on, m.currency, m.method, m.payments, m.received, m.received_ron, m.refunded, m.refunded_ron, m.reversed, m.reversed_ron, m.unapplied, m.unapplied_ron);
    end;');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121163013_ReportsAndOrigins'
)
BEGIN
    exec(N'exec sys.sp_set_session_context N''platform'', 1;
    insert into payments.payment_days (tenant_id, moved_on, currency, method, payments, received, received_ron, refunded, refunded_ron, reversed, reversed_ron, unapplied, unapplied_ron)
    select tenant_id, moved_on, currency, method, payments, received, received_ron, refunded, refunded_ron, reversed, reversed_ron, unapplied, unapplied_ron from payments.days_told;
    exec sys.sp_set_session_context N''platform'', null;');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121163013_ReportsAndOrigins'
)
BEGIN
    grant select on [payments].[days_told] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121163013_ReportsAndOrigins'
)
BEGIN
    INSERT INTO [kernel].[migrations] ([MigrationId], [ProductVersion])
    VALUES (N'20261121163013_ReportsAndOrigins', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121163658_Reminders'
)
BEGIN
    ALTER TABLE [invoicing].[invoices] ADD [overdue_on] date NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121163658_Reminders'
)
BEGIN
    ALTER TABLE [invoicing].[invoices] ADD [reminded_at] datetimeoffset NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121163658_Reminders'
)
BEGIN
    ALTER TABLE [invoicing].[invoices] ADD [reminders_paused_at] datetimeoffset NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121163658_Reminders'
)
BEGIN
    CREATE TABLE [invoicing].[reminder_plans] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [is_on] bit NOT NULL,
        [days] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [sends_receipts] bit NOT NULL,
        [since] date NOT NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [pk_reminder_plans] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121163658_Reminders'
)
BEGIN
    grant select, insert, update, delete on [invoicing].[reminder_plans] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121163658_Reminders'
)
BEGIN
    exec(N'create security policy [invoicing].[reminder_plans_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[reminder_plans],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[reminder_plans] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[reminder_plans] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[reminder_plans] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[reminder_plans] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121163658_Reminders'
)
BEGIN
    CREATE TABLE [invoicing].[reminders] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] uniqueidentifier NOT NULL,
        [invoice] uniqueidentifier NOT NULL,
        [step] int NULL,
        [outcome] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [mail] uniqueidentifier NULL,
        [at] datetimeoffset NOT NULL,
        CONSTRAINT [pk_reminders] PRIMARY KEY ([tenant_id], [id]),
        CONSTRAINT [fk_reminders_tenant_id_invoice] FOREIGN KEY ([tenant_id], [invoice]) REFERENCES [invoicing].[invoices] ([tenant_id], [id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121163658_Reminders'
)
BEGIN
    grant select, insert, update, delete on [invoicing].[reminders] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121163658_Reminders'
)
BEGIN
    exec(N'create security policy [invoicing].[reminders_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[reminders],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[reminders] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[reminders] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[reminders] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [invoicing].[reminders] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121163658_Reminders'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [ix_reminders_tenant_id_invoice_step] ON [invoicing].[reminders] ([tenant_id], [invoice], [step]) WHERE [step] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121163658_Reminders'
)
BEGIN
    INSERT INTO [kernel].[migrations] ([MigrationId], [ProductVersion])
    VALUES (N'20261121163658_Reminders', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    ALTER TABLE [sync].[sales] ADD [returned] decimal(19,4) NOT NULL DEFAULT 0.0;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    ALTER TABLE [sync].[sales] ADD [returns_credited] decimal(19,4) NOT NULL DEFAULT 0.0;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    ALTER TABLE [fiscal].[filings] ADD [legal_number] varchar(64) COLLATE Latin1_General_100_BIN2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    ALTER TABLE [fiscal].[filing_attempts] ADD [candidate] varchar(64) COLLATE Latin1_General_100_BIN2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    ALTER TABLE [fiscal].[filing_attempts] ADD [gate] varchar(100) COLLATE Latin1_General_100_BIN2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    ALTER TABLE [fiscal].[filing_attempts] ADD [mark] varchar(64) COLLATE Latin1_General_100_BIN2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    ALTER TABLE [fiscal].[filing_attempts] ADD [test] bit NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    ALTER TABLE [invoicing].[drafts] ADD [revises] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    CREATE TABLE [sync].[batches] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] uniqueidentifier NOT NULL,
        [owner] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [from] date NULL,
        [to] date NULL,
        [invoices] bit NOT NULL,
        [charges] bit NOT NULL,
        [call_key] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [call_digest] varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        [state] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [planned_to] date NULL,
        [created_at] datetimeoffset NOT NULL,
        [started_at] datetimeoffset NULL,
        [finished_at] datetimeoffset NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [pk_batches] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    grant select, insert, update, delete on [sync].[batches] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    exec(N'create security policy [sync].[batches_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[batches],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[batches] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[batches] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[batches] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[batches] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    CREATE TABLE [fiscal].[call_counts] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] varchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [used] int NOT NULL,
        [most] int NOT NULL,
        [ends_at] datetimeoffset NOT NULL,
        CONSTRAINT [pk_call_counts] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    grant select, insert, update, delete on [fiscal].[call_counts] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    exec(N'create security policy [fiscal].[call_counts_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[call_counts],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[call_counts] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[call_counts] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[call_counts] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[call_counts] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    CREATE TABLE [sync].[deadline_mutes] (
        [tenant_id] uniqueidentifier NOT NULL,
        [person] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [pk_deadline_mutes] PRIMARY KEY ([tenant_id], [person])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    grant select, insert, update, delete on [sync].[deadline_mutes] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    exec(N'create security policy [sync].[deadline_mutes_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[deadline_mutes],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[deadline_mutes] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[deadline_mutes] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[deadline_mutes] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[deadline_mutes] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    CREATE TABLE [sync].[deadline_settings] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [size] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [pk_deadline_settings] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    grant select, insert, update, delete on [sync].[deadline_settings] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    exec(N'create security policy [sync].[deadline_settings_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[deadline_settings],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[deadline_settings] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[deadline_settings] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[deadline_settings] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[deadline_settings] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    CREATE TABLE [sync].[deadline_warnings] (
        [tenant_id] uniqueidentifier NOT NULL,
        [subject] uniqueidentifier NOT NULL,
        [day] int NOT NULL,
        [at] datetimeoffset NOT NULL,
        CONSTRAINT [pk_deadline_warnings] PRIMARY KEY ([tenant_id], [subject], [day])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    grant select, insert, update, delete on [sync].[deadline_warnings] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    exec(N'create security policy [sync].[deadline_warnings_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[deadline_warnings],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[deadline_warnings] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[deadline_warnings] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[deadline_warnings] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[deadline_warnings] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    CREATE TABLE [fiscal].[filing_settings] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [provider] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [pk_filing_settings] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    grant select, insert, update, delete on [fiscal].[filing_settings] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    exec(N'create security policy [fiscal].[filing_settings_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[filing_settings],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[filing_settings] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[filing_settings] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[filing_settings] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[filing_settings] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    CREATE TABLE [fiscal].[mailbox_marks] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] varchar(8) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [read_to] datetimeoffset NOT NULL,
        CONSTRAINT [pk_mailbox_marks] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    grant select, insert, update, delete on [fiscal].[mailbox_marks] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    exec(N'create security policy [fiscal].[mailbox_marks_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[mailbox_marks],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[mailbox_marks] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[mailbox_marks] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[mailbox_marks] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[mailbox_marks] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    CREATE TABLE [fiscal].[mailbox_messages] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] uniqueidentifier NOT NULL,
        [test] bit NOT NULL,
        [authority_id] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [index] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [kind] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [created_at] datetimeoffset NOT NULL,
        [details] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [state] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [read_at] datetimeoffset NULL,
        [sender] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [sender_tax_id] nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
        [number] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [search_name] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [issued_on] date NULL,
        [total] decimal(19,4) NULL,
        [currency] varchar(3) COLLATE Latin1_General_100_BIN2 NULL,
        [text] nvarchar(4000) COLLATE Latin1_General_100_BIN2 NULL,
        [sha256] varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        [kept_at] datetimeoffset NULL,
        [seal_fits] bit NULL,
        CONSTRAINT [pk_mailbox_messages] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    grant select, insert, update, delete on [fiscal].[mailbox_messages] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    exec(N'create security policy [fiscal].[mailbox_messages_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[mailbox_messages],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[mailbox_messages] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[mailbox_messages] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[mailbox_messages] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[mailbox_messages] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    CREATE TABLE [sync].[mapped_customers] (
        [tenant_id] uniqueidentifier NOT NULL,
        [email] nvarchar(254) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [tax_id] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [pk_mapped_customers] PRIMARY KEY ([tenant_id], [email])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    grant select, insert, update, delete on [sync].[mapped_customers] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    exec(N'create security policy [sync].[mapped_customers_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[mapped_customers],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[mapped_customers] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[mapped_customers] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[mapped_customers] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[mapped_customers] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    CREATE TABLE [sync].[mapping_settings] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [rules] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [pk_mapping_settings] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    grant select, insert, update, delete on [sync].[mapping_settings] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    exec(N'create security policy [sync].[mapping_settings_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[mapping_settings],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[mapping_settings] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[mapping_settings] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[mapping_settings] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[mapping_settings] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    CREATE TABLE [sync].[news_settings] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [finished] bit NOT NULL,
        [failed] bit NOT NULL,
        [summary] bit NOT NULL,
        [skips_empty] bit NOT NULL,
        [language] varchar(2) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [pk_news_settings] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    grant select, insert, update, delete on [sync].[news_settings] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    exec(N'create security policy [sync].[news_settings_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[news_settings],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[news_settings] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[news_settings] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[news_settings] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[news_settings] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    CREATE TABLE [sync].[own_news] (
        [tenant_id] uniqueidentifier NOT NULL,
        [person] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [finished] bit NOT NULL,
        [failed] bit NOT NULL,
        [summary] bit NOT NULL,
        CONSTRAINT [pk_own_news] PRIMARY KEY ([tenant_id], [person])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    grant select, insert, update, delete on [sync].[own_news] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    exec(N'create security policy [sync].[own_news_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[own_news],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[own_news] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[own_news] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[own_news] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[own_news] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    CREATE TABLE [fiscal].[provider_health] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [last_success_at] datetimeoffset NULL,
        [last_trouble_at] datetimeoffset NULL,
        [last_trouble] nvarchar(500) COLLATE Latin1_General_100_BIN2 NULL,
        [failures] int NOT NULL,
        [rests_until] datetimeoffset NULL,
        CONSTRAINT [pk_provider_health] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    grant select, insert, update, delete on [fiscal].[provider_health] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    exec(N'create security policy [fiscal].[provider_health_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[provider_health],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[provider_health] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[provider_health] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[provider_health] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[provider_health] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    CREATE TABLE [customers].[registered_companies] (
        [tenant_id] uniqueidentifier NOT NULL,
        [cui] varchar(10) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [record] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [asked_at] datetimeoffset NOT NULL,
        CONSTRAINT [pk_registered_companies] PRIMARY KEY ([tenant_id], [cui])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    grant select, insert, update, delete on [customers].[registered_companies] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    exec(N'create security policy [customers].[registered_companies_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [customers].[registered_companies],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [customers].[registered_companies] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [customers].[registered_companies] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [customers].[registered_companies] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [customers].[registered_companies] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    CREATE TABLE [sync].[timetable_cursors] (
        [tenant_id] uniqueidentifier NOT NULL,
        [kind] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [looked_at] datetimeoffset NOT NULL,
        CONSTRAINT [pk_timetable_cursors] PRIMARY KEY ([tenant_id], [kind])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    grant select, insert, update, delete on [sync].[timetable_cursors] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    exec(N'create security policy [sync].[timetable_cursors_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[timetable_cursors],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[timetable_cursors] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[timetable_cursors] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[timetable_cursors] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[timetable_cursors] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    CREATE TABLE [sync].[timetable_runs] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] uniqueidentifier NOT NULL,
        [kind] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [due_at] datetimeoffset NOT NULL,
        [started_at] datetimeoffset NOT NULL,
        [finished_at] datetimeoffset NULL,
        [started_by] varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        [sync] uniqueidentifier NULL,
        [found] int NOT NULL,
        [handled] int NOT NULL,
        [trouble] nvarchar(500) COLLATE Latin1_General_100_BIN2 NULL,
        CONSTRAINT [pk_timetable_runs] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    grant select, insert, update, delete on [sync].[timetable_runs] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    exec(N'create security policy [sync].[timetable_runs_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[timetable_runs],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[timetable_runs] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[timetable_runs] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[timetable_runs] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[timetable_runs] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    CREATE TABLE [sync].[timetables] (
        [tenant_id] uniqueidentifier NOT NULL,
        [kind] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [cycle] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [at] time NOT NULL,
        [weekday] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [month_day] int NOT NULL,
        [is_paused] bit NOT NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [pk_timetables] PRIMARY KEY ([tenant_id], [kind])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    grant select, insert, update, delete on [sync].[timetables] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    exec(N'create security policy [sync].[timetables_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[timetables],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[timetables] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[timetables] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[timetables] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[timetables] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    CREATE TABLE [fiscal].[token_refreshes] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [holder] uniqueidentifier NOT NULL,
        [begun_at] datetimeoffset NOT NULL,
        CONSTRAINT [pk_token_refreshes] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    grant select, insert, update, delete on [fiscal].[token_refreshes] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    exec(N'create security policy [fiscal].[token_refreshes_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[token_refreshes],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[token_refreshes] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[token_refreshes] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[token_refreshes] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[token_refreshes] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    CREATE TABLE [sync].[batch_rows] (
        [tenant_id] uniqueidentifier NOT NULL,
        [batch] uniqueidentifier NOT NULL,
        [at] int NOT NULL,
        [slice] int NOT NULL,
        [kind] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [source_id] varchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [tax_id] nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL,
        [number] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [label] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [month] date NULL,
        [total] decimal(19,4) NOT NULL,
        [currency] char(3) COLLATE Latin1_General_100_BIN2 NULL,
        [planned] varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        [state] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [why] varchar(100) COLLATE Latin1_General_100_BIN2 NULL,
        [why_text] nvarchar(500) COLLATE Latin1_General_100_BIN2 NULL,
        [sale] uniqueidentifier NULL,
        [invoice] uniqueidentifier NULL,
        CONSTRAINT [pk_batch_rows] PRIMARY KEY ([tenant_id], [batch], [at]),
        CONSTRAINT [fk_batch_rows_tenant_id_batch] FOREIGN KEY ([tenant_id], [batch]) REFERENCES [sync].[batches] ([tenant_id], [id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    grant select, insert, update, delete on [sync].[batch_rows] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    exec(N'create security policy [sync].[batch_rows_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[batch_rows],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[batch_rows] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[batch_rows] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[batch_rows] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[batch_rows] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    CREATE TABLE [fiscal].[mailbox_files] (
        [tenant_id] uniqueidentifier NOT NULL,
        [message_id] uniqueidentifier NOT NULL,
        [format] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [bytes] varbinary(max) NOT NULL,
        [sha256] varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [kept_at] datetimeoffset NOT NULL,
        CONSTRAINT [pk_mailbox_files] PRIMARY KEY ([tenant_id], [message_id], [format]),
        CONSTRAINT [fk_mailbox_files_tenant_id_message_id] FOREIGN KEY ([tenant_id], [message_id]) REFERENCES [fiscal].[mailbox_messages] ([tenant_id], [id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    grant select, insert, update, delete on [fiscal].[mailbox_files] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    exec(N'create security policy [fiscal].[mailbox_files_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[mailbox_files],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[mailbox_files] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[mailbox_files] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[mailbox_files] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[mailbox_files] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    CREATE TABLE [fiscal].[supplier_answers] (
        [tenant_id] uniqueidentifier NOT NULL,
        [message_id] uniqueidentifier NOT NULL,
        [number] int NOT NULL,
        [text] nvarchar(500) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [actor] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [state] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [index] varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        [problem] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
        [at] datetimeoffset NOT NULL,
        CONSTRAINT [pk_supplier_answers] PRIMARY KEY ([tenant_id], [message_id], [number]),
        CONSTRAINT [fk_supplier_answers_tenant_id_message_id] FOREIGN KEY ([tenant_id], [message_id]) REFERENCES [fiscal].[mailbox_messages] ([tenant_id], [id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    grant select, insert, update, delete on [fiscal].[supplier_answers] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    exec(N'create security policy [fiscal].[supplier_answers_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[supplier_answers],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[supplier_answers] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[supplier_answers] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[supplier_answers] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[supplier_answers] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    CREATE INDEX [ix_invoices_tenant_id_filing_issued_on_id] ON [invoicing].[invoices] ([tenant_id], [filing], [issued_on], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [ix_filings_tenant_id_provider_legal_number] ON [fiscal].[filings] ([tenant_id], [provider], [legal_number]) WHERE legal_number is not null');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [ix_filing_attempts_tenant_id_gate] ON [fiscal].[filing_attempts] ([tenant_id], [gate]) WHERE gate is not null');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    CREATE INDEX [ix_drafts_tenant_id_revises] ON [invoicing].[drafts] ([tenant_id], [revises]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    CREATE UNIQUE INDEX [ix_batch_rows_tenant_id_batch_kind_source_id] ON [sync].[batch_rows] ([tenant_id], [batch], [kind], [source_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    CREATE INDEX [ix_batch_rows_tenant_id_batch_state_at] ON [sync].[batch_rows] ([tenant_id], [batch], [state], [at]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    CREATE INDEX [ix_batches_tenant_id_created_at] ON [sync].[batches] ([tenant_id], [created_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [ix_batches_tenant_id_owner_call_key] ON [sync].[batches] ([tenant_id], [owner], [call_key]) WHERE [call_key] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    CREATE INDEX [ix_call_counts_tenant_id_ends_at] ON [fiscal].[call_counts] ([tenant_id], [ends_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    CREATE INDEX [ix_mailbox_messages_tenant_id_created_at_id] ON [fiscal].[mailbox_messages] ([tenant_id], [created_at], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    CREATE INDEX [ix_mailbox_messages_tenant_id_index] ON [fiscal].[mailbox_messages] ([tenant_id], [index]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    CREATE UNIQUE INDEX [ix_mailbox_messages_tenant_id_test_authority_id] ON [fiscal].[mailbox_messages] ([tenant_id], [test], [authority_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    CREATE INDEX [ix_timetable_runs_tenant_id_started_at] ON [sync].[timetable_runs] ([tenant_id], [started_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    ALTER TABLE [invoicing].[drafts] ADD CONSTRAINT [fk_drafts_tenant_id_revises] FOREIGN KEY ([tenant_id], [revises]) REFERENCES [invoicing].[schedules] ([tenant_id], [id]) ON DELETE NO ACTION;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121204908_FiscalWhole'
)
BEGIN
    INSERT INTO [kernel].[migrations] ([MigrationId], [ProductVersion])
    VALUES (N'20261121204908_FiscalWhole', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121235518_FilingComplete'
)
BEGIN
    ALTER TABLE [sync].[timetable_cursors] ADD [read_to] datetimeoffset NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121235518_FilingComplete'
)
BEGIN
    ALTER TABLE [fiscal].[provider_health] ADD [failing_since] datetimeoffset NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121235518_FilingComplete'
)
BEGIN
    ALTER TABLE [fiscal].[filings] ADD [held_until] datetimeoffset NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121235518_FilingComplete'
)
BEGIN
    ALTER TABLE [fiscal].[filings] ADD [kept_because] varchar(32) COLLATE Latin1_General_100_BIN2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121235518_FilingComplete'
)
BEGIN
    ALTER TABLE [fiscal].[filings] ADD [standing] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL DEFAULT 'Stands';
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121235518_FilingComplete'
)
BEGIN
    ALTER TABLE [fiscal].[filings] ADD [under_way] varchar(32) COLLATE Latin1_General_100_BIN2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121235518_FilingComplete'
)
BEGIN
    ALTER TABLE [fiscal].[filing_settings] ADD [files_companies_abroad] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121235518_FilingComplete'
)
BEGIN
    ALTER TABLE [fiscal].[filing_settings] ADD [hold_hours] int NOT NULL DEFAULT 0;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121235518_FilingComplete'
)
BEGIN
    ALTER TABLE [fiscal].[filing_settings] ADD [keeps_persons_abroad] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121235518_FilingComplete'
)
BEGIN
    ALTER TABLE [fiscal].[filing_attempts] ADD [foreign] bit NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121235518_FilingComplete'
)
BEGIN
    ALTER TABLE [fiscal].[filing_attempts] ADD [is_processing] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121235518_FilingComplete'
)
BEGIN
    CREATE TABLE [sync].[authorization_warnings] (
        [tenant_id] uniqueidentifier NOT NULL,
        [ends_on] date NOT NULL,
        [step] int NOT NULL,
        [at] datetimeoffset NOT NULL,
        CONSTRAINT [pk_authorization_warnings] PRIMARY KEY ([tenant_id], [ends_on], [step])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121235518_FilingComplete'
)
BEGIN
    grant select, insert, update, delete on [sync].[authorization_warnings] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121235518_FilingComplete'
)
BEGIN
    exec(N'create security policy [sync].[authorization_warnings_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[authorization_warnings],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[authorization_warnings] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[authorization_warnings] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[authorization_warnings] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[authorization_warnings] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121235518_FilingComplete'
)
BEGIN
    CREATE TABLE [fiscal].[call_lines] (
        [id] varchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [free_at] datetimeoffset NOT NULL,
        [held_until] datetimeoffset NOT NULL,
        CONSTRAINT [pk_call_lines] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121235518_FilingComplete'
)
BEGIN
    grant select, insert, update, delete on [fiscal].[call_lines] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121235518_FilingComplete'
)
BEGIN
    CREATE TABLE [sync].[news_posts] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] uniqueidentifier NOT NULL,
        [key] varchar(120) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [kind] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [body] nvarchar(4000) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [created_at] datetimeoffset NOT NULL,
        [state] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [tries] int NOT NULL,
        [tried_at] datetimeoffset NULL,
        [status] int NULL,
        [problem] varchar(40) COLLATE Latin1_General_100_BIN2 NULL,
        CONSTRAINT [pk_news_posts] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121235518_FilingComplete'
)
BEGIN
    grant select, insert, update, delete on [sync].[news_posts] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121235518_FilingComplete'
)
BEGIN
    exec(N'create security policy [sync].[news_posts_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[news_posts],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[news_posts] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[news_posts] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[news_posts] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[news_posts] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121235518_FilingComplete'
)
BEGIN
    CREATE TABLE [fiscal].[outages] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] uniqueidentifier NOT NULL,
        [provider] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [from] datetimeoffset NOT NULL,
        [until] datetimeoffset NULL,
        [is_observed] bit NOT NULL,
        [source] nvarchar(500) COLLATE Latin1_General_100_BIN2 NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [pk_outages] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121235518_FilingComplete'
)
BEGIN
    grant select, insert, update, delete on [fiscal].[outages] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121235518_FilingComplete'
)
BEGIN
    exec(N'create security policy [fiscal].[outages_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[outages],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[outages] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[outages] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[outages] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[outages] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121235518_FilingComplete'
)
BEGIN
    CREATE TABLE [fiscal].[payments_told] (
        [tenant_id] uniqueidentifier NOT NULL,
        [invoice_id] uniqueidentifier NOT NULL,
        [total_there] decimal(19,4) NULL,
        [paid_there] decimal(19,4) NULL,
        [read_at] datetimeoffset NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [pk_payments_told] PRIMARY KEY ([tenant_id], [invoice_id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121235518_FilingComplete'
)
BEGIN
    grant select, insert, update, delete on [fiscal].[payments_told] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121235518_FilingComplete'
)
BEGIN
    exec(N'create security policy [fiscal].[payments_told_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[payments_told],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[payments_told] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[payments_told] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[payments_told] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[payments_told] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121235518_FilingComplete'
)
BEGIN
    CREATE TABLE [sync].[refused_guesses] (
        [tenant_id] uniqueidentifier NOT NULL,
        [id] nvarchar(265) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [pk_refused_guesses] PRIMARY KEY ([tenant_id], [id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121235518_FilingComplete'
)
BEGIN
    grant select, insert, update, delete on [sync].[refused_guesses] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121235518_FilingComplete'
)
BEGIN
    exec(N'create security policy [sync].[refused_guesses_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[refused_guesses],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[refused_guesses] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[refused_guesses] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[refused_guesses] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [sync].[refused_guesses] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121235518_FilingComplete'
)
BEGIN
    CREATE TABLE [fiscal].[payment_tellings] (
        [number] int NOT NULL,
        [tenant_id] uniqueidentifier NOT NULL,
        [invoice_id] uniqueidentifier NOT NULL,
        [payment] uniqueidentifier NOT NULL,
        [kind] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [amount] decimal(19,4) NOT NULL,
        [paid_on] date NOT NULL,
        [is_wanted] bit NOT NULL,
        [state] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [called_at] datetimeoffset NULL,
        [mark] decimal(19,4) NULL,
        [why] nvarchar(500) COLLATE Latin1_General_100_BIN2 NULL,
        CONSTRAINT [pk_payment_tellings] PRIMARY KEY ([tenant_id], [invoice_id], [number]),
        CONSTRAINT [fk_payment_tellings_tenant_id_invoice_id] FOREIGN KEY ([tenant_id], [invoice_id]) REFERENCES [fiscal].[payments_told] ([tenant_id], [invoice_id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121235518_FilingComplete'
)
BEGIN
    grant select, insert, update, delete on [fiscal].[payment_tellings] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121235518_FilingComplete'
)
BEGIN
    exec(N'create security policy [fiscal].[payment_tellings_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[payment_tellings],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[payment_tellings] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[payment_tellings] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[payment_tellings] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[payment_tellings] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121235518_FilingComplete'
)
BEGIN
    CREATE INDEX [ix_news_posts_tenant_id_created_at] ON [sync].[news_posts] ([tenant_id], [created_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121235518_FilingComplete'
)
BEGIN
    CREATE UNIQUE INDEX [ix_news_posts_tenant_id_key] ON [sync].[news_posts] ([tenant_id], [key]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121235518_FilingComplete'
)
BEGIN
    CREATE INDEX [ix_outages_tenant_id_from] ON [fiscal].[outages] ([tenant_id], [from]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121235518_FilingComplete'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [ix_payment_tellings_tenant_id_invoice_id] ON [fiscal].[payment_tellings] ([tenant_id], [invoice_id]) WHERE state = ''Calling''');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261121235518_FilingComplete'
)
BEGIN
    INSERT INTO [kernel].[migrations] ([MigrationId], [ProductVersion])
    VALUES (N'20261121235518_FilingComplete', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261122040409_EstimatesAndOperatorOutages'
)
BEGIN
    ALTER TABLE [fiscal].[provider_health] ADD [is_test] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261122040409_EstimatesAndOperatorOutages'
)
BEGIN
    ALTER TABLE [fiscal].[outages] ADD [is_test] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261122040409_EstimatesAndOperatorOutages'
)
BEGIN
    ALTER TABLE [fiscal].[filings] ADD [waits_for] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261122040409_EstimatesAndOperatorOutages'
)
BEGIN
    ALTER TABLE [sync].[batch_rows] ADD [keeps] varchar(32) COLLATE Latin1_General_100_BIN2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261122040409_EstimatesAndOperatorOutages'
)
BEGIN
    CREATE TABLE [fiscal].[estimates_in_books] (
        [tenant_id] uniqueidentifier NOT NULL,
        [estimate_id] uniqueidentifier NOT NULL,
        [provider] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [state] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [number] varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        [gate] varchar(100) COLLATE Latin1_General_100_BIN2 NULL,
        [mark] varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        [called_at] datetimeoffset NULL,
        [candidate] varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        [why] nvarchar(500) COLLATE Latin1_General_100_BIN2 NULL,
        [standing] varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [under_way] varchar(32) COLLATE Latin1_General_100_BIN2 NULL,
        [invoiced_as] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
        [read_at] datetimeoffset NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [pk_estimates_in_books] PRIMARY KEY ([tenant_id], [estimate_id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261122040409_EstimatesAndOperatorOutages'
)
BEGIN
    grant select, insert, update, delete on [fiscal].[estimates_in_books] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261122040409_EstimatesAndOperatorOutages'
)
BEGIN
    exec(N'create security policy [fiscal].[estimates_in_books_wall]
        add filter predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[estimates_in_books],
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[estimates_in_books] after insert,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[estimates_in_books] after update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[estimates_in_books] before update,
        add block predicate [kernel].[tenant_wall]([tenant_id]) on [fiscal].[estimates_in_books] before delete
        with (state = on, schemabinding = on);');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261122040409_EstimatesAndOperatorOutages'
)
BEGIN
    CREATE TABLE [fiscal].[operator_outages] (
        [id] uniqueidentifier NOT NULL,
        [from] datetimeoffset NOT NULL,
        [until] datetimeoffset NULL,
        [is_test] bit NOT NULL,
        [source] nvarchar(500) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [pk_operator_outages] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261122040409_EstimatesAndOperatorOutages'
)
BEGIN
    grant select, insert, update, delete on [fiscal].[operator_outages] to [invoicesync_app], [invoicesync_platform];
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261122040409_EstimatesAndOperatorOutages'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [ix_estimates_in_books_tenant_id_gate] ON [fiscal].[estimates_in_books] ([tenant_id], [gate]) WHERE gate is not null');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261122040409_EstimatesAndOperatorOutages'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [ix_estimates_in_books_tenant_id_provider_number] ON [fiscal].[estimates_in_books] ([tenant_id], [provider], [number]) WHERE number is not null');
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261122040409_EstimatesAndOperatorOutages'
)
BEGIN
    CREATE INDEX [ix_operator_outages_from] ON [fiscal].[operator_outages] ([from]);
END;

IF NOT EXISTS (
    SELECT * FROM [kernel].[migrations]
    WHERE [MigrationId] = N'20261122040409_EstimatesAndOperatorOutages'
)
BEGIN
    INSERT INTO [kernel].[migrations] ([MigrationId], [ProductVersion])
    VALUES (N'20261122040409_EstimatesAndOperatorOutages', N'10.0.14');
END;

COMMIT;
GO

