using Npgsql;

namespace InvoiceSync.PostgreSql.Embedded;

/// <summary>The three roles InvoiceSync signs in as; made anew with their attributes and passwords at every start.</summary>
static class ClusterRoles
{
    static readonly string[] Names = [EmbeddedPostgres.Owner, EmbeddedPostgres.App, EmbeddedPostgres.Platform];

    public static async Task Ensure(string administration, ClusterPasswords passwords, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(administration);
        await connection.OpenAsync(ct);
        foreach (var name in Names)
        {
            var exists = await Sql.Any(connection, "select 1 from pg_roles where rolname = $1", name, ct);
            // A utility statement takes no parameters; the password is hexadecimal by construction.
            await Sql.Run(connection,
                $"{(exists ? "alter" : "create")} role {name} with login nosuperuser nobypassrls nocreaterole nocreatedb noreplication password '{passwords.Of(name)}'", ct);
        }
    }
}
