using System.Text.Json;
using InvoiceSync.Customers;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Npgsql;

namespace InvoiceSync.IntegrationTests.Plans;

/// <summary>Invoices by insert … select: half of them one tenant's, the rest of twenty others; three in a hundred refused, one a minute.</summary>
static class InvoicesSeed
{
    const int Others = 20;

    const string Insert = """
        insert into invoicing.invoices (tenant_id, id, source, source_account, live, source_kind, source_id, number, issued_on, currency, total, owner, document, made_at,
            is_filed, buyer_name, buyer_email, due_on, paid, credited, written_off, open, open_ron, payment, changed_at, filing, filing_version, version)
        select case when n % 2 = 0 then $1 else ($2)[1 + n / 2 % $3] end, gen_random_uuid(), 'own', '', true, 'invoice', 'inv_' || n, 'FACT-2026-' || lpad(n::text, 7, '0'), date '2020-01-01' + n / 1440,
            'RON', n % 500 + 0.5, 'usr_' || n % 200, $5::jsonb, timestamptz '2020-01-01Z' + n * interval '1 minute', true, 'CLIENT ' || n % 5000 || ' SRL', 'CLIENT' || n % 5000 || '@EXAMPLE.RO',
            date '2020-01-15' + n / 1440, n % 500 + 0.5, 0, 0, 0, 0, 'Paid', now(), case when n % 100 in (10, 20, 30) then 'Refused' else 'Accepted' end, 1, 1
        from generate_series(1, $4) n
        """;

    static readonly InvoiceDocument Document = new()
    {
        Number = "FACT-1",
        IssuedOn = new(2026, 1, 1),
        Currency = Currency.Ron,
        Seller = new("Seller SRL", "14399840", true, null, Address, null, null, null, null),
        Buyer = new(BuyerKind.Company, "Client SRL", null, null, Address, null),
        Lines = [],
        Vat = [],
        Totals = new(0, 0, 0, 0, 0, 0, 0),
    };

    static PostalAddress Address => new("Str. Mare 1", null, "Cluj-Napoca", "400001", "RO-CJ", "RO");

    public static async Task<TenantId> Plant(NpgsqlDataSource platform, int rows)
    {
        var big = Guid.CreateVersion7();
        await using var tenant = platform.CreateCommand("insert into tenancy.tenants (id, slug, name, mode, zone, created_at) values ($1, 'plans', 'Plans', 'Practice', 'Europe/Bucharest', now())");
        tenant.Parameters.Add(new() { Value = big });
        await tenant.ExecuteNonQueryAsync();
        await using var command = platform.CreateCommand(Insert);
        command.CommandTimeout = 0;
        command.Parameters.Add(new() { Value = big });
        command.Parameters.Add(new() { Value = Enumerable.Range(0, Others).Select(_ => Guid.CreateVersion7()).ToArray() });
        command.Parameters.Add(new() { Value = Others });
        command.Parameters.Add(new() { Value = rows });
        command.Parameters.Add(new() { Value = JsonSerializer.Serialize(Document, StoredJson.Options) });
        await command.ExecuteNonQueryAsync();
        return new(big);
    }
}
