using System.Text.RegularExpressions;
using Npgsql;

namespace InvoiceSync.PostgreSql.Embedded;

/// <summary>Databases of the cluster: owned by the owner role, open to the app and platform roles, closed to all others.</summary>
static partial class ClusterDatabases
{
    public static async Task Create(string administration, string name, string? template, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(administration);
        await connection.OpenAsync(ct);
        if (await Sql.Any(connection, "select 1 from pg_database where datname = $1", Checked(name), ct)) return;

        await Sql.Run(connection, $"create database {name} owner {EmbeddedPostgres.Owner} template {Checked(template ?? "template0")}", ct);
        await Sql.Run(connection, $"revoke all on database {name} from public", ct);
        await Sql.Run(connection, $"grant connect on database {name} to {EmbeddedPostgres.App}, {EmbeddedPostgres.Platform}", ct);
    }

    public static async Task Drop(string administration, string name, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(administration);
        await connection.OpenAsync(ct);
        await Sql.Run(connection, $"drop database if exists {Checked(name)} with (force)", ct);
    }

    static string Checked(string name) => Plain.IsMatch(name)
        ? name
        : throw new ArgumentException($"'{name}' is not a plain database name: small letters, digits and _, at most 63.", nameof(name));

    [GeneratedRegex("^[a-z_][a-z0-9_]{0,62}$")]
    static partial Regex Plain { get; }
}
