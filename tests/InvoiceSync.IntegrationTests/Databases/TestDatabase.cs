using Npgsql;

namespace InvoiceSync.IntegrationTests.Databases;

/// <summary>A database of the test cluster and the ways into it: as owner, as app, as platform.</summary>
public sealed record TestDatabase(string Name, string Owner, string App, string Platform)
{
    /// <summary>Closes the idle pooled connections, so that they do not count against the server's limit.</summary>
    public void ForgetConnections()
    {
        foreach (var way in (string[])[Owner, App, Platform])
        {
            using var connection = new NpgsqlConnection(way);
            NpgsqlConnection.ClearPool(connection);
        }
    }
}
